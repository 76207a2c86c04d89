"""Undoing and redoing: new entries, in any order of steps, and refused where somebody answered there since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, gathering, undoing
from hsb_assess.desk.undoing import Steps
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError

from .conftest import Opened, Person, begin
from .packages import submitted

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script
    from hsb_assess.desk.workplace import Change


class Session:
    """A person who undoes and redoes, as the window does it."""

    def __init__(self, person: Person, opened: Opened) -> None:
        self.at, self.opened, self.steps = person.at, opened, Steps()

    def do(self, change: Change) -> Change:
        """Take an act."""
        self.steps.took(self.opened.assessment, change)
        return change

    def answer(self, path: str, value: object) -> None:
        """Record an answer."""
        given = value if not isinstance(value, str) else answered(value)
        self.do(assessing.record_answer(self.at, self.opened.assessment, path, given))  # type: ignore[arg-type]  # an Answer

    def undo(self) -> Change:
        """Take the last step back."""
        step = self.steps.to_undo(self.opened.assessment)
        assert step is not None
        change = undoing.undo(self.at, self.opened.assessment, step)
        self.steps.undone(self.opened.assessment, step, change)
        return change

    def redo(self) -> Change:
        """Do the step again that was taken back last."""
        step = self.steps.to_redo(self.opened.assessment)
        assert step is not None
        change = undoing.redo(self.at, self.opened.assessment, step)
        self.steps.redone(self.opened.assessment, step, change)
        return change

    def raw(self, path: str) -> object:
        """Return what stands."""
        answer = assessing.reading(self.at, self.opened.assessment).raw(path)
        return answer.value if answer.absence is None else answer.absence


@pytest.fixture
def session(practitioner: Person, child_a: Script) -> Session:
    """An assessment in which nothing was undone yet."""
    return Session(practitioner, begin(practitioner, child_a))


def test_steps_come_back_one_by_one_and_go_forward_again(session: Session) -> None:
    """Across questions, any number of times; every step is an entry more, and none is changed."""
    name, reason = "M00.name", "M01.reason"
    session.answer(name, "Sam")
    session.answer(reason, "first")
    session.answer(reason, "second")
    session.answer(name, absent(Absence.DECLINED, by="child"))
    with session.at.book.begin() as work:
        before = work.entries.of_case(session.opened.case)
    for _ in range(2):
        assert session.undo().paths == {name}
        assert (session.raw(name), session.raw(reason)) == ("Sam", "second")
        session.undo()
        assert session.raw(reason) == "first"
        session.undo()
        session.undo()
        assert (session.raw(name), session.raw(reason)) == (Absence.NOT_ASKED, Absence.NOT_ASKED)
        assert session.steps.to_undo(session.opened.assessment) is None
        for _ in range(4):
            session.redo()
        assert (session.raw(name), session.raw(reason)) == (Absence.DECLINED, "second")
        assert session.steps.to_redo(session.opened.assessment) is None
    with session.at.book.begin() as work:
        after = work.entries.of_case(session.opened.case)
        assert after[: len(before)] == before
        assert len(after) == len(before) + 16
        assert work.audit.verify().faults == ()


def test_a_new_answer_ends_what_could_be_done_again(session: Session) -> None:
    """As everywhere else."""
    session.answer("M01.reason", "first")
    session.undo()
    session.answer("M00.name", "Sam")
    assert session.steps.to_redo(session.opened.assessment) is None
    session.undo()
    assert session.raw("M00.name") is Absence.NOT_ASKED


def test_rows_and_things_come_and_go_with_what_is_in_them(session: Session) -> None:
    """A row that was removed is back with its answers; an evidence item that was added is taken out as one step."""
    at, assessment = session.at, session.opened.assessment
    row = session.do(assessing.add_row(at, assessment, "M03.incidents")).created
    path = f"M03.incidents[{row}]"
    session.answer(f"{path}.summary", "What was seen")
    session.do(assessing.remove_row(at, assessment, path))
    assert assessing.reading(at, assessment).rows("M03.incidents") == ()
    session.undo()
    (back,) = assessing.reading(at, assessment).rows("M03.incidents")
    assert back.text("summary") == "What was seen"
    session.undo()
    session.undo()
    assert assessing.reading(at, assessment).rows("M03.incidents") == ()
    for _ in range(2):
        session.redo()
    (back,) = assessing.reading(at, assessment).rows("M03.incidents")
    assert back.text("summary") == "What was seen"

    added = gathering.add_thing(at, session.opened.case, "evidence", {"label": "A letter", "kind": "document"})
    session.do(added)
    assert session.undo().paths == frozenset()
    assert added.created not in gathering.things(at, session.opened.case)
    session.redo()
    assert gathering.things(at, session.opened.case)[str(added.created)].text("label") == "A letter"


def test_what_was_answered_since_is_not_undone(session: Session) -> None:
    """Somebody else's answer, or one's own in another window, stays."""
    session.answer("M01.reason", "mine")
    assessing.record_answer(session.at, session.opened.assessment, "M01.reason", answered("later"))
    with pytest.raises(HsbAssessError) as refused:
        session.undo()
    assert refused.value.code == "undo_answered_since"
    assert session.raw("M01.reason") == "later"
    step = session.steps.to_undo(session.opened.assessment)
    assert step is not None
    session.steps.dropped(session.opened.assessment, step)
    assert session.steps.to_undo(session.opened.assessment) is None


def test_nothing_is_undone_after_submission(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """What was submitted was said."""
    opened, _package = submitted(practitioner, supervisor, child_a)
    session = Session(practitioner, opened)
    with practitioner.at.book.begin() as work:
        (made,) = [each for each in work.entries.of_case(opened.case, "answers") if each.key == "M00.tier"]
    step = undoing.Step("answer_recorded", "M00.tier", "", (made,), (made.id,))
    with pytest.raises(HsbAssessError) as refused:
        undoing.undo(session.at, opened.assessment, step)
    assert refused.value.code == "undo_submitted"
