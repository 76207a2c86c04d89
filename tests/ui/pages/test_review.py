"""The review desk: reading by opening, comments, explanations one by one, and the decision."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTableView

from hsb_assess.desk import assessing, caseload, reviewing
from hsb_assess.domain.answer import Answer
from tests.ui.pages.bench import Bench, Chosen, words_in
from tests.ui.pages.two_vaults import PASSPHRASE
from ui.navigation import Target
from ui.pages.review import ReviewPage
from ui.pages.review.judging import Decide
from ui.pages.review.statements import Statement, drawn_statements
from ui.pages.review.talk import ThreadView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults

NINE = (
    "child_five_lines",
    "grid_tonight",
    "harm",
    "explanations",
    "thread",
    "unknowns",
    "agencies",
    "overrides",
    "statements",
)


@pytest.fixture
def supervisor(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """A copy of the supervisor's vault, open."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault")
    yield bench
    bench.close()


@pytest.fixture
def practitioner(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    """A copy of the practitioner's vault, open."""
    shutil.copytree(vaults.practitioner, tmp_path / "own")
    bench = Bench(qtbot, tmp_path / "own")
    yield bench
    bench.close()


def review_page(bench: Bench, vaults: TwoVaults, width: int = 1200) -> ReviewPage:
    """Show the review of the case."""
    return bench.page(ReviewPage, width, case=vaults.case, assessment=vaults.assessment)


def test_the_page_stands_in_the_order_in_which_it_is_read(supervisor: Bench, vaults: TwoVaults) -> None:
    """The nine parts first, then what must be read in full, then the other sections; none is opened."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    codes = tuple(page.desk.parts)
    assert codes[:9] == NINE
    assert codes[9:15] == ("m05", "m14", "m18", "m19", "m20", "m21")
    assert set(codes[15:]) == {f"M{number:02}" for number in (*range(5), *range(6, 14), 15, 17, 22)}
    assert all(part.header.pill.text() == "Not opened" for part in page.desk.parts.values())


def test_a_part_is_read_by_opening_it(supervisor: Bench, vaults: TwoVaults, qtbot: QtBot) -> None:
    """Opening one part by the keyboard marks that one and no other, and the vault remembers it."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    part = page.desk.parts["harm"]
    qtbot.keyClick(part.header, Qt.Key.Key_Return)
    assert part.header.pill.text() == "Opened", "it is said in the moment in which it is opened"
    supervisor.settle()
    assert reviewing.review(supervisor.at, vaults.assessment).reading.codes("M23.required_read") == ("harm",)
    assert part.header.pill.text() == "Opened"
    assert part.header.accessibleName().endswith(": opened, shown")
    assert page.desk.parts["thread"].header.pill.text() == "Not opened"


def test_every_line_leads_to_its_source(supervisor: Bench, vaults: TwoVaults) -> None:
    """Source buttons and rows open the assessment at that very question."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    page.desk.open_part("child_five_lines")
    next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == "Open the source of: What does this child think of the plan?"
    ).click()
    assert supervisor.went[-1] == Target(
        "assessment", case=vaults.case, assessment=vaults.assessment, path="M14.view_of_plan"
    )
    page.desk.open_part("grid_tonight")
    table = page.desk.parts["grid_tonight"].findChild(QTableView)
    assert table is not None
    supervisor.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (supervisor.went[-1].path or "").startswith("M11.pairs[")


def test_the_parts_say_what_the_supervisor_needs(supervisor: Bench, vaults: TwoVaults) -> None:
    """This child's own words, who was missing, what was asked and not answered, and who questioned it."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    for code in NINE:
        page.desk.parts[code].open_part()
    words = words_in(page)
    for expected in (
        "Child A, 9 years old",
        "I don't like it when he does bath time.",
        "Missing: Health",
        "Asked: police, 8 Jun 2026",
        "What agencies brought",
        "Challenges and their answers",
        "The same words",
    ):
        assert expected in words or any(
            pill.text().startswith(expected) for pill in page.findChildren(type(page.desk.parts["harm"].header.pill))
        ), expected


def test_three_statements_are_drawn_alike_for_everybody(supervisor: Bench, vaults: TwoVaults) -> None:
    """The draw depends on the submission alone, and counts once all three are opened to their source."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    assert page.room is not None
    reading, submission = page.room.review.reading, page.room.review.submission.id
    drawn = drawn_statements(reading, submission)
    assert len(drawn) == 3
    assert drawn == drawn_statements(reading, submission)
    assert drawn != drawn_statements(reading, "another submission")
    page.desk.open_part("statements")
    supervisor.settle()
    assert "statements" not in page.room.opened()
    assert page.desk.parts["statements"].header.pill.text() == "Opened in part"
    for statement in page.findChildren(Statement):
        statement.open_button.click()
    supervisor.settle()
    assert "statements" in page.room.opened()
    assert page.desk.parts["statements"].header.pill.text() == "Opened"
    assert not [part.code for part in page.desk.parts.values() if part.is_open() and "Not" in part.header.pill.text()]


def test_a_comment_opens_a_conversation_beside_the_reading(supervisor: Bench, vaults: TwoVaults) -> None:
    """Written at an answer, shown beside, answered there, resolved there."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    page.desk.open_part("child_five_lines")
    next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.accessibleName() == "Comment: What would this child like to do or be?"
    ).click()
    box = next(each for each in page.findChildren(QPlainTextEdit) if each.hasFocus())
    supervisor.qtbot.keyClicks(box, "Who has asked him?")
    supervisor.qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    supervisor.settle()
    threads = reviewing.threads(supervisor.at, vaults.assessment)
    assert [(each.path, each.state, each.messages[0].text) for each in threads] == [
        ("M15.aspirations", "open", "Who has asked him?")
    ]
    assert any(each.text() == "1 comment" for each in page.findChildren(QAbstractButton))
    shown = page.desk.side.findChildren(ThreadView)
    assert len(shown) == 1
    shown[0].resolve_button.click()
    supervisor.settle()
    assert reviewing.threads(supervisor.at, vaults.assessment)[0].state == "resolved"
    assert not page.desk.side.findChildren(ThreadView) or not page.desk.side.findChildren(ThreadView)[0].isVisible()


def test_explanations_are_accepted_one_by_one(supervisor: Bench, vaults: TwoVaults) -> None:
    """Identical words stand together, each finding is decided on its own, and a refusal needs its reason."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    page.desk.open_part("overrides")
    first, second, *_ = page.findChildren(Decide)
    first.accept_button.click()
    supervisor.settle()
    assert (first.pill.text(), second.pill.text()) == ("Accepted", "Not decided yet")
    second.refuse_button.click()
    second.composer.send()
    supervisor.settle()
    assert supervisor.said[-1].code == "words_needed"
    second.composer.text.setPlainText("Health is not asked here.")
    second.composer.send()
    supervisor.settle()
    assert second.pill.text() == "Refused"
    assert second.reason.text() == "Health is not asked here."


def test_own_questions_are_recorded_and_what_was_read_is_not_asked(supervisor: Bench, vaults: TwoVaults) -> None:
    """The supervisor's questions are editable here; the list of what was read is not among them."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    assert "M23.required_read" not in page.desk.form.fields
    field = page.desk.form.fields["M23.balance"]
    field.take_focus()
    supervisor.qtbot.keyClicks(field.editor.first(), "Both are weighed.")
    page.seal()
    supervisor.settle()
    assert assessing.reading(supervisor.at, vaults.assessment).text("M23.balance") == "Both are weighed."


def test_approval_waits_for_what_still_stands(supervisor: Bench, vaults: TwoVaults) -> None:
    """Approving too early lists what is missing, with links, and asks the desk for nothing."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    decision = page.desk.decision
    decision.approve_button.click()
    assert not decision.errors.isHidden()
    assert decision.reasons_field.fault()
    assert decision.passphrase_field.fault()
    assert "opened" in decision.errors.accessibleDescription()
    assert not supervisor.operations.busy()


def test_the_desk_has_the_last_word_on_what_still_stands(supervisor: Bench, vaults: TwoVaults) -> None:
    """With reasons and passphrase given, the desk refuses and the page lists what it waits for."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    decision = page.desk.decision
    decision.reasons.setPlainText("All is well.")
    decision.passphrase.set_text(PASSPHRASE)
    decision.approve_button.click()
    supervisor.settle()
    assert "Your own questions are open: 6" in decision.errors.accessibleDescription()
    assert decision.approve_button.isEnabled()
    assert page.room is not None
    assert not page.room.decided


def test_a_wrong_passphrase_is_said_at_its_field(supervisor: Bench, vaults: TwoVaults) -> None:
    """Nothing is decided, the words stay, the passphrase is asked for again."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    decision = page.desk.decision
    decision.reasons.setPlainText("One thing is open.")
    decision.passphrase.set_text("not the passphrase")
    decision.return_button.click()
    supervisor.settle()
    assert decision.passphrase_field.fault()
    assert decision.passphrase.text() == ""
    assert decision.reasons.toPlainText() == "One thing is open."


def test_a_returned_assessment_goes_back_in_a_package(supervisor: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """After returning, the decision stands on the page and the package is saved under a name that says nothing."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    decision = page.desk.decision
    decision.files = Chosen(tmp_path / "out.assess")
    decision.reasons.setPlainText("One thing about his own voice is open.")
    decision.passphrase.set_text(PASSPHRASE)
    decision.return_button.click()
    supervisor.settle()
    assert decision.pill.text() == "Returned with comments"
    assert not decision.asking.isVisible()
    decision.save_button.click()
    assert (tmp_path / "out.assess").read_bytes() == decision.package
    day, dot, kind = decision.files.suggested.partition(".")
    assert (day[:11], len(day), dot + kind) == ("2026-06-08-", 15, ".assess")


def test_cancelling_the_dialog_writes_nothing(supervisor: Bench, vaults: TwoVaults, tmp_path: Path) -> None:
    """A person who thinks better of saving still has the package."""
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    decision = page.desk.decision
    decision.package, decision.files = b"package", Chosen(None)
    decision.save_package()
    assert decision.package == b"package"
    assert not list(tmp_path.glob("*.assess"))


def test_the_author_reads_comments_and_answers(supervisor: Bench, practitioner: Bench, vaults: TwoVaults) -> None:
    """The author sees the same conversation, goes to the question and replies; it reads as answered."""
    from hsb_assess.desk import issuing, sharing

    writer = supervisor.vault.workplace(read_only=False)
    reviewing.comment(writer, vaults.assessment, "M14.best_worst", "What does he want others to know?")
    sent = issuing.decide(writer, vaults.assessment, "return", "See the comment.", PASSPHRASE)
    writer.book.close()
    own = practitioner.vault.workplace(read_only=False)
    sharing.receive(own, sent.package)
    own.book.close()
    page = review_page(practitioner, vaults)
    assert page.comments is not None
    assert page.comments.decided.pill.text() == "Returned with comments"
    assert page.comments.decided.reasons.text() == "See the comment."
    thread = page.findChild(ThreadView)
    assert isinstance(thread, ThreadView)
    assert thread.resolve_button.isHidden()
    thread.reply_button.click()
    assert thread.composer is not None
    thread.composer.text.setPlainText("Added.")
    thread.composer.send()
    practitioner.settle()
    answered = reviewing.threads(practitioner.at, vaults.assessment)[0]
    assert (answered.state, [turn.text for turn in answered.messages][-1]) == ("answered", "Added.")
    page.comments.decided.next_button.click()
    assert practitioner.went[-1].page == "check"


def test_a_draft_has_nothing_to_review(practitioner: Bench) -> None:
    """An assessment that was never submitted says so and offers the next step."""
    at = practitioner.vault.workplace(read_only=False)
    case = str(caseload.create_case(at, "B-2").created)
    assessment = str(assessing.start_assessment(at, case, tier="full").created)
    at.book.close()
    page = practitioner.page(ReviewPage, case=case, assessment=assessment)
    assert page.room is None
    page.next_button.click()
    assert practitioner.went[-1] == Target("check", case=case, assessment=assessment)


def test_a_record_search_alone_reads_as_none_recorded(supervisor: Bench, vaults: TwoVaults) -> None:
    """*No sign found* that rests on a search of records is shown as what it is."""
    from ui.form.teller import Teller

    reading = assessing.reading(supervisor.at, vaults.assessment)
    teller = Teller(reading, {})
    assert teller.words("M05.harm.physical").startswith("No sign found (")
    found = {
        thing.id: type(thing)(thing.id, thing.kind, {**thing.fields, "record_search_only": Answer(value="yes")})
        for thing in reading.things("evidence")
    }
    changed = type(reading)(
        **{
            **{name: getattr(reading, name) for name in reading.__dataclass_fields__},
            "all_things": {**reading.all_things, **found},
        }
    )
    assert Teller(changed, {}).words("M05.harm.physical").startswith("None recorded (")


def test_every_control_has_a_name(vaults: TwoVaults, tmp_path: Path, qtbot: QtBot) -> None:
    """In high contrast and at 150 % text, with every part open, a screen reader can name what has the keyboard."""
    shutil.copytree(vaults.supervisor, tmp_path / "vault")
    bench = Bench(qtbot, tmp_path / "vault", theme="high_contrast", percent=150)
    page = review_page(bench, vaults, 900)
    assert page.desk is not None
    for part in page.desk.parts.values():
        part.open_part()
    bench.settle()
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QTableView):
        for each in page.findChildren(kind):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(page):
                assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()), each
    bench.close()


def test_what_is_being_written_outlives_a_refresh(supervisor: Bench, vaults: TwoVaults) -> None:
    """Opening another part reads the review anew and leaves a half-written reply alone."""
    at = supervisor.vault.workplace(read_only=False)
    reviewing.comment(at, vaults.assessment, "M14.best_worst", "What else?")
    at.book.close()
    page = review_page(supervisor, vaults)
    assert page.desk is not None
    thread = page.desk.side.findChild(ThreadView)
    assert isinstance(thread, ThreadView)
    thread.reply_button.click()
    assert thread.composer is not None
    supervisor.qtbot.keyClicks(thread.composer.text, "Half a thou")
    page.desk.open_part("thread")
    supervisor.settle()
    assert page.desk.side.findChild(ThreadView) is thread
    assert thread.composer.text.toPlainText() == "Half a thou"
