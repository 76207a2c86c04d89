"""Everything that can be wrong with an answers file, each with a code and how to mend it."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import Enum
from typing import Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.faults import Fault

__all__ = ["AnswersFaults", "Misfit", "as_answers_fault", "fault"]

_LONGEST: Final = 120
_QUOTABLE: Final = re.compile(r"[A-Za-z0-9_-]{1,40}(?:[.\[\]]+[A-Za-z0-9_-]{1,40})*[.\]]*")
"""A code, a label, or a path or version made of them. Anything else may be words about a child."""
_FROM_FILE: Final = frozenset({"path", "key", "kind", "label", "code", "word", "what", "format", "name", "version"})
_OURS: Final = frozenset({"", "The file", "This"})


class Misfit(Enum):
    """What can be wrong; the member's name in lower case is its code. Gaps in braces are filled where it is found."""

    # The file
    NOT_A_MAPPING = ("{what} should be a mapping of keys to values.", "Write it as key: value, one a line.")
    UNKNOWN_KEY = ("The key {key} is not known here.", "Use one of: {known}.")
    MISSING_KEY = ("The key {key} is missing.", "Add it at the top of the file, such as: {example}.")
    FORMAT = ("This file is of format {format}, which this version does not read.", "Write format: 1.")
    NO_INSTRUMENT = ("There is no form {name}.", "Use one of: {known}. `hsb-assess forms list` names them.")
    NO_VERSION = ("The form has no version {version} here.", "Use one of: {known}.")
    TODAY = ("The day of today is not a date.", "Write it as 2026-06-08.")
    BASE_NAME = (
        "The base is not the name of an answers file.",
        "Name a file in the same folder, such as: base: first-draft.yaml.",
    )
    BASE_MISSING = ("The base {name} cannot be read.", "Put it beside this file, or take base away.")
    BASE_SELF = ("The file names itself as its base.", "Name another file, or take base away.")
    BASE_DEPTH = ("More than {limit} files are laid over each other.", "Copy what the first ones say into one file.")
    BASE_OTHER = ("The base is for another form or version.", "Give both the same instrument and version.")
    # Places
    UNKNOWN_QUESTION = ("This form has no {path}.", "Use the paths of `hsb-assess forms template`{guess}.")
    ROW_MISSING = ("{path} stands in a list, and no row is named.", "Name one: {example}.")
    ROW_TOO_MANY = ("{path} names a row where there is no list.", "Take the square brackets away.")
    BAD_LABEL = (
        "{label} cannot be a label.",
        "Use letters, digits and underscores, a letter first, at most 40 of them.",
    )
    LABEL_TWICE = ("The label {label} names two things.", "Give each its own label.")
    RESERVED_LABEL = ("The label {label} belongs to a person of every case.", "Use another label.")
    SAID_TWICE = ("{path} is answered twice.", "Keep one of the two answers.")
    UNKNOWN_KIND = ("{kind} is not a kind of thing.", "Use one of: {known}.")
    NOT_ANSWERABLE = ("{path} takes no answer.", "Take it away.")
    REVIEW = ("{path} is asked of the supervisor, in the app.", "Take it away.")
    # Answers
    ANSWER_SHAPE = (
        "An answer is a value, or value or absence with detail and evidence.",
        "Use the keys value, absence, detail and evidence.",
    )
    VALUE_SHAPE = ("This should be {expected}.", "Write it so.")
    VALUE = ("{message}", "{mend}")
    OPTION = ("{code} is not one of the options.", "Use one of: {known}.")
    ALONE = ("{code} goes with no other option.", "Keep it alone, or take it away.")
    UNKNOWN_ABSENCE = ("{word} is not a reason for having no answer here.", "Use one of: {known}.")
    DETAIL = ("{key} is no particular of {absence}.", "Use one of: {known}.")
    DETAIL_DAY = ("{key} is not a date.", "Write it as 2026-06-08.")
    DETAIL_BY = ("Nobody is said to have declined.", "Write by: child, by: carer or by: agency.")
    NO_EVIDENCE_HERE = ("Nothing is cited at {path}.", "Take the evidence away, or cite it at another question.")
    UNKNOWN_LABEL = ("There is nothing labelled {label}.", "Add it under things, or use one of: {known}.")
    OTHER_KIND = ("{label} is of the kind {kind}, and {path} picks {wanted}.", "Pick one of: {known}.")

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend


def _short(value: object) -> str:
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(value)[:_LONGEST])
    return plain if len(str(value)) <= _LONGEST else f"{plain}…"


def fault(misfit: Misfit, file: str, line: int, path: str = "", /, **gaps: object) -> Fault:
    """Return a fault with the gaps in its sentences filled; ``path`` is the question that it is about.

    What stands in the file is quoted where it looks like a code, a label or a path of them, and left out otherwise.
    """
    words = {name: _short(value) for name, value in {"path": path, **gaps}.items()}
    hidden = {name for name in words.keys() & _FROM_FILE if not _is_quotable(words[name])}
    sentence = misfit.what
    if any(f"{{{name}}}" in sentence for name in hidden):
        sentence = _UNQUOTED.get(misfit, "What stands here does not fit.")
    what, mend = sentence.format(**words), misfit.mend.format(**words)
    return Fault(file, line, misfit.name.lower(), "" if "path" in hidden else words["path"], what, mend)


def _is_quotable(text: str) -> bool:
    return text in _OURS or _QUOTABLE.fullmatch(text) is not None


_UNQUOTED: Final = {
    Misfit.NOT_A_MAPPING: "This should be a mapping of keys to values.",
    Misfit.UNKNOWN_KEY: "This key is not known here.",
    Misfit.FORMAT: "This file is of a format that this version does not read.",
    Misfit.NO_INSTRUMENT: "There is no such form.",
    Misfit.NO_VERSION: "The form has no such version here.",
    Misfit.UNKNOWN_QUESTION: "This form has no such question.",
    Misfit.BAD_LABEL: "This cannot be a label.",
    Misfit.UNKNOWN_KIND: "This is not a kind of thing.",
    Misfit.OPTION: "This is not one of the options.",
    Misfit.ALONE: "One of these goes with no other option.",
    Misfit.UNKNOWN_ABSENCE: "This is not a reason for having no answer here.",
    Misfit.DETAIL: "This is no particular of {absence}.",
    Misfit.UNKNOWN_LABEL: "There is nothing with this label.",
}
"""The first sentence where what stands in the file is left out."""


_READING: Final = {
    "file_missing": ("", "Check the name of the file, and the folder that it is in."),
    "file_size": ("The file is larger than 2 MB, and an answers file never is.", "Check that it is the right file."),
    "yaml_alias": ("", "Write the text out where it is needed; a text that begins with & or * goes in double quotes."),
    "yaml_tag": ("Tags (!) are not allowed.", "A text that begins with ! goes in double quotes."),
    "yaml_depth": ("", "Keep to the shape that `hsb-assess forms template` writes."),
    "yaml_count": ("", "Check that it is the right file."),
}
"""What and mend of a fault in reading YAML whose own words are about forms; an empty one stays as it is."""


def as_answers_fault(found: Fault) -> Fault:
    """Return a fault in reading YAML, in words for whoever writes an answers file."""
    what, mend = _READING.get(found.code, ("", ""))
    if found.code == "duplicate_key":
        key = found.what.removeprefix("The key ").removesuffix(" stands here twice.")
        what = "" if _is_quotable(key) else "One key stands here twice."
    return replace(found, what=what or found.what, mend=mend or found.mend)


class AnswersFaults(HsbAssessError):  # noqa: N818 - it carries faults, and is named for them
    """Raised for an answers file that cannot be used; ``faults`` lists all that is wrong with it, by line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        first = self.faults[0]
        super().__init__("answers_file", f"Line {first.line}: {first.what}", first.mend)
