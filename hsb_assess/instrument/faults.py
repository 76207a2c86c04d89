"""Everything that can be wrong with a form, each with a code and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hsb_assess.domain.errors import HsbAssessError

__all__ = ["Fault", "FormFaults", "Wrong"]


class Wrong(Enum):
    """What can be wrong; the member's name in lower case is its code. Gaps in braces are filled where it is found."""

    # Files and YAML
    FILE_MISSING = ("There is no file {name}.", "Add the file, or take its name out of the list.")
    FILE_UNREADABLE = ("The file cannot be read ({reason}).", "Check its name and its permissions.")
    FILE_SIZE = ("The file is larger than {limit} bytes.", "Split it into modules or shared lists.")
    FILE_ENCODING = ("The file is not UTF-8 text.", "Save it as UTF-8.")
    FILE_NAME = ("The file is called {name} and its id is {id}.", "Give both the same name.")
    FILE_UNLISTED = ("No instrument lists this file.", "Name it in instrument.yaml, or remove the file.")
    YAML_SYNTAX = ("This is not YAML: {reason}.", "Check the indentation, the quotes and the colons here.")
    YAML_TAB = ("A tab stands here, and YAML takes only spaces at the beginning of a line.", "Write spaces instead.")
    YAML_ALIAS = ("Anchors and aliases (& and *) are not allowed.", "Write the text out, or use a code list.")
    YAML_TAG = ("The tag {tag} is not allowed.", "Remove everything that starts with an exclamation mark.")
    YAML_DEPTH = ("This is nested more than {limit} deep.", "Flatten it: fewer groups or conditions inside each other.")
    YAML_COUNT = ("The file holds more than {limit} entries.", "Split it into modules.")
    YAML_DOCUMENTS = ("The file holds no document, or more than one.", "Keep one document a file.")
    DUPLICATE_KEY = ("The key {key} stands here twice.", "Keep one of them.")
    BAD_CHARACTER = ("The text holds a control character or half of a character pair.", "Type that text again.")
    # Keys and values
    UNKNOWN_KEY = ("The key {key} is not known here.", "Use one of: {known}.")
    MISFIT_KEY = ("The key {key} does not fit the type {type}.", "Remove it, or change the type.")
    MISSING_KEY = ("The key {key} is missing.", "Add it.")
    WRONG_TYPE = ("{key} should be {expected}.", "Write {expected}.")
    UNKNOWN_WORD = ("{word} is not a word that {key} knows.", "Use one of: {known}.")
    BAD_ID = (
        "{id} cannot be an id.",
        "Use small letters, digits and underscores, a letter first (modules: capital letters and digits).",
    )
    BAD_CODE = ("{id} cannot be a code.", "Use letters, digits, hyphens and underscores.")
    DUPLICATE_ID = ("The id {id} is used twice.", "Give each its own id.")
    MISSING_ENGLISH = ("{key} has no English text.", "Write it as a mapping: en: the text.")
    TEXT_LENGTH = ("{key} is longer than {limit} characters.", "Shorten it, or move part of it to the help.")
    UNKNOWN_TYPE = ("{word} is not a type of question.", "Use one of: {known}.")
    UNKNOWN_DATA_CLASS = ("{word} is not a data class.", "Use one of: {known}.")
    UNKNOWN_ABSENCE = ("{word} is not an absence.", "Use one of: {known}.")
    UNKNOWN_KIND = ("{word} is not a kind of thing.", "Use one of: {known}.")
    # Questions
    MANDATORY_NOTE = ("A note or a plain group cannot be mandatory.", "Make the questions inside mandatory.")
    OPTIONS_MISSING = ("There are no options.", "Name a code list, or write the codes here.")
    UNKNOWN_LIST = ("There is no code list {name}.", "Add lists/{name}.yaml, and its name to the instrument's lists.")
    SCALE_ANCHORS = (
        "A scale needs one anchor for each of 0, 1, 2, 3 and 4.",
        "Give five options with the ordinals 0 to 4.",
    )
    UNKNOWN_COLUMN = ("The column {name} is not a field of this group.", "Use ids of questions directly in the group.")
    TOO_MANY_COLUMNS = ("There are more than four columns.", "Keep the four that tell rows apart.")
    GROUP_EMPTY = ("There is nothing in here.", "Add items.")
    GROUP_DEPTH = ("Groups are nested more than {limit} deep.", "Move the inner group out.")
    TOO_MANY_ITEMS = ("The form has more than {limit} items.", "Split it into instruments.")
    KIND_PLACE = (
        "A group of things cannot stand inside a repeating group.",
        "Move it out, or pick the things with a reference.",
    )
    KIND_FIELD = (
        "{address} records the same field of the same kind of thing differently.",
        "Give both the same type and options, or another id.",
    )
    FILTER_FIELD = (
        "The filter asks for {name}, and no group of {kind} has such a field.",
        "Use a field of the group that says of: {kind}.",
    )
    INITIAL_MISFIT = ("The initial value does not fit: {reason}", "Use a value that could be typed here.")
    RANGE = ("The smallest value is above the largest.", "Exchange minimum and maximum.")
    # Conditions
    CONDITION_SHAPE = ("This is not a condition.", "Write all, any, not, pathway, or question with one operator.")
    CONDITION_OPERATOR = ("A question condition needs exactly one operator.", "Keep one of: {known}.")
    UNKNOWN_ADDRESS = ("There is no question {address}.", "Use an address such as M01.received{guess}.")
    OPERATOR_MISFIT = ("{operator} cannot be asked of {address}, which is of type {type}.", "Use one of: {known}.")
    OPERATOR_VALUE = ("{value} cannot be compared with {address}.", "Write {expected}.")
    UNKNOWN_CODE = ("{code} is not an option of {address}.", "Use one of: {known}.")
    CONDITION_CYCLE = ("What is asked here depends on itself: {cycle}.", "Take one of these conditions away.")
    PATHWAY_INPUT = ("The pathway {name} has nothing to go by.", "Add one of the questions {known}, or do without it.")
    ACCORD_SHAPE = (
        "This does not say with what an answer has to agree.",
        "Write not_before or differs, one of them, with the address of the other question.",
    )
    ACCORD_PLACE = (
        "{address} does not stand in the same list as {beside}.",
        "Name a question beside it: same pairs one of that list with one of this.",
    )
    BESIDE_WHAT = (
        "{address} has no answer that could be shown with this question.",
        "Name another question that people see.",
    )
    # Tiers
    TIER_QUESTION = (
        "The tier is kept in {address}, which is not a choice that stands by itself.",
        "Name a question of type choice outside every repeating group.",
    )
    TIER_CODE = ("{id} is not an option of {address}.", "Use one of its codes, and give each of them a tier: {known}.")
    TIER_UNKNOWN = ("There is no tier {id}.", "Use one of: {known}.")
    TIER_MARK = ("{address} cannot be mandatory in the tier {id}.", "Name a question or list that this tier asks.")
    # From one version to the next
    MIGRATION_STEP = ("This does not say what becomes of a question.", "Begin it with one of: {known}.")
    MIGRATION_VERSION = (
        "There is no version {version} of this form.",
        "Use the form's own version, or one that forms/earlier holds.",
    )
    MIGRATION_TWICE = ("Two steps name {address}.", "Say once what becomes of it, and fill each question once.")
    MIGRATION_UNSAID = (
        "Nothing says what becomes of the answers to {address}.",
        "Add a step for it: rename, split, merge, recode or retire.",
    )
    MIGRATION_MISFIT = (
        "{address} does not take the answers to {source}.",
        "Name a question of the same type in the same rows, or retire the old one.",
    )
    MIGRATION_CODE = ("{code} is not an option of {address}.", "Say in codes which option takes its place.")
    SCORE_SHAPE = ("This is not a score ({reason}).", "Write op with what it takes: number, question, when, parts.")
    SCORE_MISFIT = (
        "{op} cannot be asked of {address}, which is of type {type}.",
        "Ask value of numbers, points of options with ordinals, count of any question.",
    )
    SCORE_PLACE = ("Only a number or a decimal can be worked out.", "Change the type, or take calculate away.")
    HIDDEN_MANDATORY = ("Nobody can answer a hidden question.", "Take mandatory or hidden away.")
    # The whole
    DEFINITION = ("The form does not hold together: {reason}.", "Mend the other faults first, then check again.")
    COMPILED_MISSING = ("The compiled file {name} is missing.", "Run: hsb-assess forms compile.")
    COMPILED_STALE = ("The compiled file {name} does not say what the form says.", "Run: hsb-assess forms compile.")

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend

    @property
    def code(self) -> str:
        """The lower-case identifier that support staff and tests use."""
        return self.name.lower()


_LONGEST = 200


def _short(text: object) -> str:
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(text)[:_LONGEST])
    return plain if len(str(text)) <= _LONGEST else f"{plain}…"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: where it is, what is wrong and how to mend it.

    ``line`` counts from 1 and is 0 where the fault has no line; ``question`` is an address, or empty.
    """

    file: str
    line: int
    code: str
    question: str
    what: str
    mend: str

    def __str__(self) -> str:
        """Render as ``file:line: code: question: what: mend``."""
        return f"{self.file}:{self.line}: {self.code}: {self.question or '-'}: {self.what.rstrip('.')}: {self.mend}"

    @classmethod
    def of(cls, wrong: Wrong, file: str, line: int, question: str = "", /, **gaps: object) -> Fault:
        """Return a fault with the gaps in its sentences filled."""
        words = {name: _short(value) for name, value in gaps.items()}
        return cls(file, line, wrong.code, _short(question), wrong.what.format(**words), wrong.mend.format(**words))


class FormFaults(HsbAssessError):  # noqa: N818 - it carries faults, and is named for them
    """Raised where a definition is needed and the form has faults; ``faults`` lists them all."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__("form_faults", f"The form has {len(faults)} faults; the first: {first.what}", first.mend)
        self.faults = faults
