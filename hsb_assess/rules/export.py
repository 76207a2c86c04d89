"""Rules about release: no other child can be recognised, and nobody is told what puts this child at risk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import DataClass
from hsb_assess.rules.enquiries import is_investigated
from hsb_assess.rules.facts import enquiry_open, harm_paths, harm_suspected, has_answer, other_children, tier_of
from hsb_assess.rules.finding import Case, Fired, Gate, Outcome, Rule, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.record.reading import Reading, Row
    from hsb_assess.rules.finding import Release

__all__ = ["RULES"]

FAMILY_AND_SCHOOL: Final = frozenset({"C", "D", "E", "F"})
TELLING: Final = frozenset({DataClass.OWN_HARM, DataClass.WORDS, DataClass.LEGAL, DataClass.ADULTS_LISTED})
ADULTS: Final = "M11.adults"
CHILDREN: Final = "M11.children"
ORDINARY: Final = "ordinary"
HARMED_BY: Final = "M05.harmed_by"
TOLD: Final = "told_who_what_when"
STRATEGY: Final = "M01.strategy"
LIKELY: Final = frozenset({"yes", "suspected", "conflicting"})
AT_HOME: Final = ("M09.domestic_abuse", "M09.location_risk", "M12.retaliation")
SAFETY_CHECK: Final = "M09.safety_check"
NOTHING: Final = Skipped("Nothing is being released.")
ROLES: Final = frozenset({"brother", "sister", "half-brother", "half-sister", "cousin", "sibling", "child", "pupil"})
_WORD: Final = re.compile(r"[^\W_]+")


def other_child_recognisable(case: Case) -> Outcome:
    """R49: what is to be released names another child, or carries an item about others that nobody has checked."""
    release = case.circumstances.release
    if release is None:
        return NOTHING
    forms = [form for child in other_children(case.reading) for form in _forms(case.reading, child, release)]
    named = [place for place, text in release.texts.items() if any(form.search(text) for form in forms)]
    in_form = tuple(place for place in named if case.reading.definition.find(place) is not None)
    fired = [Fired(in_form or (CHILDREN,), facts=(("places", ", ".join(named)),))] if named else []
    if unchecked := tuple(_third_party(case.reading, release)):
        fired.append(Fired(unchecked, variant="unchecked"))
    return tuple(fired)


def _forms(reading: Reading, child: str, release: Release) -> Iterator[re.Pattern[str]]:
    """Yield how a child whom this recipient may not see named can be written: the label, and what the maker adds.

    A label in lower-case words (*pupil in his class*) is a role and identifies nobody.
    """
    if child in release.may_name:
        return
    label = reading.label(child)
    identifies = any(char.isupper() or char.isdigit() for char in label) and label.casefold() not in ROLES
    for form in (*((label,) if identifies else ()), *release.written_as.get(child, ())):
        words = _WORD.findall(form)
        letter = len(form.strip()) == 1  # a single letter stands for somebody only as a capital, as it is written
        if words:
            written = r"[\W_]+".join(map(re.escape, words))
            yield re.compile(rf"(?<!\w){written}(?!\w)", re.NOFLAG if letter else re.IGNORECASE)


def _third_party(reading: Reading, release: Release) -> Iterator[str]:
    for item in sorted(release.evidence - release.checked):
        found = reading.thing(item)
        if found is not None and "third_party" in found.codes("sensitivity"):
            yield f"things.evidence[{item}].sensitivity"


def told_at_risk(case: Case) -> Outcome:
    """R50: a family's or school's document tells of harm, words or an investigation before it is agreed who may know.

    It speaks while somebody who may have harmed this child is near, or police enquiries are open, unless the
    agencies have recorded who may be told what and when. Open questions about safety at home stand beside it.
    """
    release = case.circumstances.release
    if release is None:
        return NOTHING
    if release.audience not in FAMILY_AND_SCHOOL:
        return ()
    reading = case.reading
    fired = []
    decided = any(has_answer(row.answer(TOLD)) for row in reading.rows(STRATEGY))
    tells = not TELLING.isdisjoint(release.classes)
    if tells and not decided and (near := _risk(reading, release.recipient)):
        fired.append(Fired((STRATEGY, *near)))
    at_home = tuple(path for path in AT_HOME if reading.state(path) in LIKELY)
    if at_home and not has_answer(reading.answer(SAFETY_CHECK)):
        fired.append(Fired((SAFETY_CHECK, *at_home), variant="home"))
    return tuple(fired)


def _risk(reading: Reading, recipient: str | None) -> tuple[str, ...]:
    """Return the questions that say why telling may put this child at risk; none where nothing does."""
    near = [row.at("reason_listed") for row in reading.rows(ADULTS) if _is_near(reading, row, recipient)]
    if not near and _is_nobody_known(reading):
        near = [HARMED_BY]
    return (*near, *_police(reading))


def _is_near(reading: Reading, row: Row, recipient: str | None) -> bool:
    """Say whether this adult may have harmed a child and may be near whoever receives the document.

    Nobody yet identified may be any adult with care or contact. Only *no contact* is far.
    """
    nameless = row.value("not_yet_identified") == "yes"
    if not nameless and row.value("reason_listed") != "may_have_harmed":
        return False
    return (
        nameless
        or row.value("person") == recipient
        or row.value("contact_kind") != "none"
        or _lives_there(reading, row)
    )


def _lives_there(reading: Reading, row: Row) -> bool:
    homes = (each for each in reading.rows("M09.family") if each.value("person") == row.value("person"))
    return any(each.value("lives") in {"with_child", "part_time"} for each in homes)


def _is_nobody_known(reading: Reading) -> bool:
    """Say whether this child may have been harmed by somebody who is not known: that may be anybody near.

    As long as harm to this child has not been asked about, it may have been, but for the tier *ordinary*, which does
    not ask: there only what is suspected counts.
    """
    if reading.value(HARMED_BY) in {"identified", "none_found"}:
        return False
    asked = tier_of(reading) == ORDINARY or all(reading.answer(path).is_asked() for path in harm_paths(reading))
    return bool(harm_suspected(reading)) or not asked


def _police(reading: Reading) -> tuple[str, ...]:
    """Return what says that police enquiries are open: about this child, or about harm to a child."""
    own = ("M16.status",) if is_investigated(reading) else ()
    joint = ("M01.s47_state",) if reading.value("M01.s47") == "joint" and enquiry_open(reading) else ()
    others = (row.at("outcome") for row in reading.rows("M05.investigation") if not has_answer(row.answer("outcome")))
    return (*own, *joint, *others)


RULES = (
    Rule("R49", Gate.EXPORT, other_child_recognisable),
    Rule("R50", Gate.EXPORT, told_at_risk),
)
