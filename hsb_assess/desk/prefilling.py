"""Takes an answers file into a vault as a new case, so that a referral is not typed twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hsb_assess.desk import assessing, caseload, gathering
from hsb_assess.desk.script import known_people, play
from hsb_assess.desk.steps import WRITTEN_ON_THE_WAY, steps_between
from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.prefill import ME, THIS_CHILD, read_answers

if TYPE_CHECKING:
    from pathlib import Path

    from hsb_assess.desk.script import Labels
    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.exchange.prefill import AnswersFile

__all__ = ["LookedInto", "look_into", "take_in"]

REFERENCE = "M00.ref"


@dataclass(frozen=True)
class LookedInto:
    """What an answers file holds, before anything of it is taken: counts, and the reference that it gives, if any.

    ``answered`` counts answers with a value, ``reasons`` questions with a reason for having none, ``things`` the people,
    agencies, events and evidence items that it brings, by kind.
    """

    file: AnswersFile = field(repr=False)
    reference: str = field(repr=False)
    answered: int
    reasons: int
    things: dict[str, int]


def look_into(at: Workplace, path: Path) -> LookedInto:
    """Read an answers file and say what it holds; raises :class:`.AnswersFaults` and ``form_moved_on``."""
    found = read_answers(path, at.catalogue)
    _need_newest(at, found)
    given = [answer for answer in found.answers.values() if answer.is_asked()]
    answered = sum(answer.absence is None for answer in given)
    things = {kind: len(labelled) for kind, labelled in found.things.items() if labelled}
    return LookedInto(found, _reference(found), answered, len(given) - answered, things)


def _reference(found: AnswersFile) -> str:
    said = found.answers[REFERENCE].value if REFERENCE in found.answers else ""
    return said if isinstance(said, str) else ""


def _need_newest(at: Workplace, found: AnswersFile) -> None:
    definition = found.definition
    newest = at.catalogue.latest(definition.id)
    if newest.hash != definition.hash:
        raise HsbAssessError(
            "form_moved_on",
            f"This file is of version {definition.version} of its form; new assessments are of {newest.version}.",
            "Move it first: hsb-assess forms migrate FILE -o NEW.",
        )


def take_in(at: Workplace, found: AnswersFile, reference: str = "") -> Change:
    """Open a case from an answers file; ``Change`` names the case and its assessment.

    The case gets ``reference``, or the one in the file. Every answer becomes an entry of the person whose vault it is, the
    child and that person being those of the new case. Raises ``form_moved_on`` for a file of another version of its form,
    ``reference_needed`` and ``not_your_role``.
    """
    definition = found.definition
    _need_newest(at, found)
    case = str(caseload.create_case(at, reference or _reference(found)).created)
    assessment = str(assessing.start_assessment(at, case, instrument=definition.id).created)
    labels = known_people(at, case, definition)
    play(at, case, assessment, steps_between(None, found, at.clock.today()), labels)
    _enter_the_unnamed(at, case, found, labels)
    return Change("case_taken_in", case=case, assessment=assessment, created=case)


def _enter_the_unnamed(at: Workplace, case: str, found: AnswersFile, labels: Labels) -> None:
    """Enter the people, agencies and evidence of the file that no answer names."""
    for kind in WRITTEN_ON_THE_WAY:
        for label, fields in found.things.get(kind, {}).items():
            if label not in labels.ids and label not in {THIS_CHILD, ME}:
                known = {name: labels.answer(f"things.{kind}.{name}", answer) for name, answer in fields.items()}
                labels.ids[label] = str(gathering.add_thing(at, case, kind, known).created)
