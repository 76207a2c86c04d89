"""Closing a case, keeping it, holding it: what is said before, what is refused after, and that nothing goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import (
    assessing,
    caseload,
    closing,
    gathering,
    issuing,
    keeping,
    reviewing,
    schedule,
    scraps,
    sharing,
    subjectaccess,
    tiering,
    undoing,
)
from hsb_assess.desk.undoing import Steps
from hsb_assess.domain.answer import answered
from hsb_assess.domain.clock import clock_for
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.clocks import State, clocks
from hsb_assess.rules.retention import Lacking

from .conftest import PASSPHRASE, Person, begin, meet
from .packages import sharing_package, submitted

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.desk.script import Script

WHY = "The work is over and somebody else carries on."


def refused(act: Callable[[], object]) -> str:
    """Return the code with which something is refused."""
    with pytest.raises(HsbAssessError) as error:
        act()
    return error.value.code


def line_of(person: Person, case: str) -> caseload.CaseLine:
    """Return a case's line of the caseload."""
    return next(line for line in caseload.cases(person.at) if line.case == case)


def test_what_is_open_is_said_and_keeps_nobody_from_closing(practitioner: Person, child_a: Script) -> None:
    """Typing that was never left, actions that are not over, what the closing rules ask: told, and not in the way."""
    opened = begin(practitioner, child_a, "first_draft", "completion")
    at, case = practitioner.at, opened.case
    assessing.put_draft(at, opened.assessment, "M00.faith", "not left y")
    scraps.keep_scrap(at, opened.assessment, "comment.M05.impact", "begun")
    told = closing.open_ends(at, case)
    kinds = [each.kind for each in told]
    assert kinds.count("typing") == 2
    assert {"action", "closure"} <= set(kinds)
    assert refused(lambda: closing.close_case(at, case, "needs_met", " ")) == "reason_needed"
    assert refused(lambda: closing.close_case(at, case, "no such", WHY)) == "no_such_outcome"
    tomorrow = at.clock.today() + timedelta(days=1)
    assert refused(lambda: closing.close_case(at, case, "needs_met", WHY, on=tomorrow)) == "day_to_come"
    closing.close_case(at, case, "needs_met", WHY)
    found = closing.closing(at, case)
    assert found is not None
    assert (found.on, found.outcome, found.why, found.by) == (at.clock.today(), "needs_met", WHY, practitioner.person)
    assert "needs_met" in closing.outcome_words(at)
    assert refused(lambda: closing.close_case(at, case, "needs_met", WHY)) == "case_closed"


def test_a_closed_case_is_read_and_nothing_is_written_in_it(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Answers, drafts, rows, things, tiers, submissions, reviews are refused by name until it is opened again."""
    opened, package = submitted(practitioner, supervisor, child_a)
    at, case, assessment = practitioner.at, opened.case, opened.assessment
    sharing.receive(supervisor.at, package)
    change = assessing.record_answer(at, assessment, "M01.reason", answered("before"))
    steps = Steps()
    steps.took(assessment, change)
    closing.close_case(at, case, "moved_area", WHY, on=at.clock.today() - timedelta(days=3))
    step = steps.to_undo(assessment)
    assert step is not None
    acts: tuple[Callable[[], object], ...] = (
        lambda: assessing.record_answer(at, assessment, "M01.reason", answered("after")),
        lambda: assessing.put_draft(at, assessment, "M01.reason", "aft"),
        lambda: scraps.keep_scrap(at, assessment, "comment.M01.reason", "aft"),
        lambda: assessing.add_row(at, assessment, "M11.children"),
        lambda: gathering.add_thing(at, case, "person", {"label": "uncle", "is": "adult"}),
        lambda: assessing.start_assessment(at, case),
        lambda: tiering.change_tier(at, assessment, "short", reason="It is enough.", manager="nobody"),
        lambda: assessing.justify(at, assessment, "R01.x", "It was explained."),
        lambda: undoing.undo(at, assessment, step),
        lambda: issuing.submit(at, assessment, supervisor.person, PASSPHRASE),
    )
    assert [refused(act) for act in acts[:6]] == ["case_closed"] * 6
    assert refused(acts[6]) in {"case_closed", "manager_needed"}
    assert [refused(act) for act in acts[7:]] == ["case_closed"] * 3
    assert assessing.reading(at, assessment).text("M01.reason") == "before"
    line = line_of(practitioner, case)
    assert (line.state, line.words, line.waiting_on, line.alerts, line.look_again) == (
        "closed",
        "Closed",
        "",
        (),
        False,
    )

    # What travels is still taken in, kept and said; and the other vault closes its copy with it.
    reviewing.comment(supervisor.at, assessment, "M01.reason", "Who said so?")
    back = sharing.receive(at, sharing_package(supervisor, practitioner, opened))
    assert back.entries > 0
    assert back.notes == ("case_closed",)
    sharing.receive(supervisor.at, sharing_package(practitioner, supervisor, opened))
    assert line_of(supervisor, case).state == "closed"
    assert refused(lambda: reviewing.comment(supervisor.at, assessment, "M01.reason", "And then?")) == "case_closed"
    assert refused(lambda: closing.reopen_case(supervisor.at, case, WHY)) == "not_your_role"

    assert refused(lambda: closing.reopen_case(at, case, "")) == "reason_needed"
    closing.reopen_case(at, case, "A new referral came.")
    assert refused(lambda: closing.reopen_case(at, case, "Again.")) == "case_open"
    assessing.record_answer(at, assessment, "M01.reason", answered("after"))
    assert line_of(practitioner, case).state != "closed"


def test_clocks_stand_still_on_the_day_of_closing(practitioner: Person, child_a: Script) -> None:
    """A case that is looked at a year later is judged as on that day: no limit runs out because nobody works in it."""
    opened = begin(practitioner, child_a, "first_draft")
    at, case = practitioner.at, opened.case
    day = at.clock.today()
    closing.close_case(at, case, "child_adult", WHY)
    later = clock_for(day + timedelta(days=365))
    vault = practitioner.vault.vault
    book = vault.book(clock=later)
    then = type(at)(book, at.identity, later, at.catalogue, at.confirm, at.rules)
    reading = assessing.reading(then, opened.assessment)
    assert reading.today == day
    before = [(each.name, each.state) for each in clocks(assessing.reading(at, opened.assessment), day)]
    assert [(each.name, each.state) for each in clocks(reading, reading.today)] == before
    assert any(each.state is State.OVERDUE for each in clocks(reading, later.today())), "it would have run out"
    assert assessing.findings(then, opened.assessment).rules() == assessing.findings(at, opened.assessment).rules()
    book.close()


def test_two_people_who_close_and_open_unseen_leave_it_open(practitioner: Person, child_a: Script) -> None:
    """Work goes on where anybody opened it again after the closing that both knew of."""
    from hsb_assess.desk.closed import CLOSING_KEY, closing_in

    opened = begin(practitioner, child_a)
    at, case = practitioner.at, opened.case
    closing.close_case(at, case, "other", WHY)
    with at.book.begin() as work:
        (closed,) = work.entries.heads(case, case, CLOSING_KEY)
    open_again = closed.model_copy(update={"id": "0" * 36, "body": {"value": "open"}})
    assert closing_in((closed,)) is not None
    assert closing_in((closed, open_again)) is None
    assert closing_in(()) is None


def test_how_long_a_case_is_kept_is_chosen_with_a_reason(practitioner: Person, child_a: Script) -> None:
    """What the form answers is suggested; a person chooses; the longest wins; the area's years count at once."""
    opened = begin(practitioner, child_a, "first_draft")
    at, case, assessment = practitioner.at, opened.case, opened.assessment
    assessing.record_answer(at, assessment, "M00.retention_class", answered("protection"))
    found = keeping.keeping(at, case)
    assert (found.classes, found.chosen, found.suggested) == (("protection",), False, ())
    assert found.review.lacking == (Lacking.SCHEDULE,)
    assert refused(lambda: keeping.choose_classes(at, case, [], WHY)) == "class_needed"
    assert refused(lambda: keeping.choose_classes(at, case, ["local"], "")) == "reason_needed"
    assert refused(lambda: keeping.choose_classes(at, case, ["mine"], WHY)) == "no_such_class"
    tomorrow = at.clock.today() + timedelta(days=1)
    assert refused(lambda: keeping.choose_classes(at, case, ["local"], WHY, died=tomorrow)) == "day_to_come"
    keeping.choose_classes(at, case, ["local", "looked_after"], "Now looked after.")
    born = assessing.reading(at, assessment).day("M00.dob")
    assert born is not None
    found = keeping.keeping(at, case)
    assert (found.classes, found.chosen, found.why, found.by) == (
        ("looked_after", "local"),
        True,
        "Now looked after.",
        practitioner.person,
    )
    assert found.suggested == ("protection",)
    assert found.review.day is None
    assert found.review.known == born.latest().replace(year=born.latest().year + 75)

    schedule.change_period(at, "england", "local", until_birthday=None, after_closing=100, why="Our own schedule.")
    assert keeping.keeping(at, case).review.lacking == (Lacking.CLOSING,)
    closing.close_case(at, case, "needs_met", WHY)
    found = keeping.keeping(at, case)
    today = at.clock.today()
    assert found.review.day == today.replace(year=today.year + 100)
    assert not found.is_due(today)
    classes = {each.id: schedule.figures_words(each) for each in schedule.classes_of(at, "england")}
    assert classes["local"] == "100 years after closing"
    assert classes["looked_after"] == "to the 75th birthday; 15 years after a death under 18"
    assert classes["protection"] == "no figure: the local schedule decides"

    # How long it is kept may be chosen while it is closed, too: that is when people look.
    schedule.change_period(at, "england", "local", until_birthday=None, after_closing=0, why="Now shorter.")
    keeping.choose_classes(at, case, ["local"], "Not looked after any more.")
    assert keeping.keeping(at, case).is_due(today)
    assert line_of(practitioner, case).look_again
    died = keeping.choose_classes(at, case, ["looked_after"], "This child died.", died=date(2026, 1, 2))
    assert died.act == "keeping_chosen"
    assert keeping.keeping(at, case).review.day == date(2041, 1, 2)
    for years in (-1, 151):
        code = refused(
            lambda years=years: schedule.change_period(  # type: ignore[misc]  # a default of a lambda has no type
                at, "england", "local", until_birthday=years, after_closing=None, why="x"
            )
        )
        assert code == "years_needed"
    code = refused(
        lambda: schedule.change_period(at, "england", "other", until_birthday=1, after_closing=None, why="x")
    )
    assert code == "no_such_class"


def test_a_hold_stands_until_the_role_that_set_it_lifts_it(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """With a reason, from a day; an assessor's and a supervisor's stand beside each other; both are in the record."""
    opened, package = submitted(practitioner, supervisor, child_a)
    at, case = practitioner.at, opened.case
    sharing.receive(supervisor.at, package)
    assert refused(lambda: keeping.hold(at, case, "")) == "reason_needed"
    assert refused(lambda: keeping.hold(at, case, WHY, since=at.clock.today() + timedelta(days=1))) == "day_to_come"
    assert refused(lambda: keeping.lift_hold(at, case, WHY)) == "no_hold"
    keeping.hold(supervisor.at, case, "A claim is expected.", since=date(2026, 1, 5))
    sharing.receive(at, sharing_package(supervisor, practitioner, opened))
    assert refused(lambda: keeping.lift_hold(at, case, WHY)) == "no_hold"
    keeping.hold(at, case, "An inquiry asked for it.")
    assert [(each.why, each.since) for each in keeping.keeping(at, case).holds] == [
        ("A claim is expected.", "2026-01-05"),
        ("An inquiry asked for it.", at.clock.today().isoformat()),
    ]
    keeping.lift_hold(at, case, "The inquiry is over.")
    assert [each.by for each in keeping.keeping(at, case).holds] == [supervisor.person]
    keeping.lift_hold(supervisor.at, case, "The claim was settled.")
    sharing.receive(at, sharing_package(supervisor, practitioner, opened))
    assert keeping.keeping(at, case).holds == ()
    assert refused(lambda: keeping.hold(at, opened.assessment, WHY)) == "no_such_case"


def test_nothing_of_this_touches_an_approval_or_is_undone(practitioner: Person, child_a: Script) -> None:
    """The content hash stays; the Edit menu offers none of these acts."""
    opened = begin(practitioner, child_a)
    at, case, assessment = practitioner.at, opened.case, opened.assessment
    before = assessing.reading(at, assessment).content_hash
    steps = Steps()
    for change in (
        keeping.choose_classes(at, case, ["local"], WHY),
        keeping.hold(at, case, WHY),
        closing.close_case(at, case, "other", WHY),
        closing.reopen_case(at, case, WHY),
    ):
        steps.took(assessment, change)
    assert steps.to_undo(assessment) is None
    assert assessing.reading(at, assessment).content_hash == before


def test_everything_held_about_a_case_includes_how_it_is_kept(practitioner: Person, child_a: Script) -> None:
    """Closing, class and hold are entries like any other, with their reasons."""
    opened = begin(practitioner, child_a)
    at, case = practitioner.at, opened.case
    keeping.choose_classes(at, case, ["local"], "Chosen in supervision.")
    closing.close_case(at, case, "other", "Closed after the last meeting.")
    made = subjectaccess.case_file(at, case, recipient="The young person", basis="request for access")
    for words in (b"Chosen in supervision.", b"Closed after the last meeting."):
        assert words in made.json


def test_a_case_of_another_vault_has_no_keeping(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """What is not here cannot be kept, closed or held here."""
    opened = begin(practitioner, child_a)
    meet(practitioner, supervisor)
    for act in (
        lambda: keeping.keeping(supervisor.at, opened.case),
        lambda: keeping.hold(supervisor.at, opened.case, WHY),
        lambda: closing.open_ends(supervisor.at, opened.case),
    ):
        assert refused(act) == "no_such_case"
