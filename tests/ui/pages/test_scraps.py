"""Words that are not sent yet: kept while they are typed, there again after a lock, gone once they are sent."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from hsb_assess.desk import gathering, issuing, reviewing, scraps, sharing
from hsb_assess.domain.errors import HsbAssessError
from tests.ui.pages.bench import Bench, words_in
from tests.ui.pages.two_vaults import PASSPHRASE
from ui.form.picker import RefEditor
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.review import ReviewPage
from ui.pages.review.judging import Decide
from ui.pages.review.lines import LineView
from ui.pages.review.talk import ThreadView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults
    from ui.form.newthing import NewThing

ASKED = "M15.aspirations"
NAME = f"comment.{ASKED}"


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


def review(bench: Bench, vaults: TwoVaults, part: str) -> ReviewPage:
    """Show the review with one part open."""
    return bench.page(ReviewPage, case=vaults.case, assessment=vaults.assessment, part=part)


def kept(bench: Bench, vaults: TwoVaults) -> dict[str, object]:
    """Return what is kept in the vault."""
    return dict(scraps.scraps(bench.at, vaults.assessment))


def line_at(page: ReviewPage, path: str) -> LineView:
    """Return the line about an answer."""
    return next(each for each in page.findChildren(LineView) if each.objectName() == f"line:{path}")


def test_a_comment_is_kept_while_it_is_typed(supervisor: Bench, vaults: TwoVaults, qtbot: QtBot) -> None:
    """Soon after a key (how soon, the fault tests measure) the words are in the vault, and nowhere in the record."""
    page = review(supervisor, vaults, "child_five_lines")
    line_at(page, ASKED).comment_button.click()
    supervisor.settle()
    box = next(each for each in page.findChildren(QPlainTextEdit) if each.hasFocus())
    qtbot.keyClicks(box, "Who has")
    qtbot.waitUntil(lambda: kept(supervisor, vaults) == {NAME: "Who has"}, timeout=2000)
    qtbot.keyClicks(box, " asked him?")
    page.seal()
    supervisor.settle()
    assert kept(supervisor, vaults) == {NAME: "Who has asked him?"}
    assert reviewing.threads(supervisor.at, vaults.assessment) == ()


def test_the_box_opens_with_the_words_and_sending_forgets_them(supervisor: Bench, vaults: TwoVaults) -> None:
    """On a page that is opened anew the box stands open, says that it was not sent, and empties once it is."""
    page = review(supervisor, vaults, "child_five_lines")
    line_at(page, ASKED).comment_button.click()
    first = line_at(page, ASKED).talk.composer
    assert first is not None
    first.text.setPlainText("Who has asked him?")
    assert first.text.note.isHidden()
    page.seal()
    supervisor.settle()
    again = review(supervisor, vaults, "child_five_lines")
    box = line_at(again, ASKED).talk.composer
    assert box is not None
    assert box.isVisible()
    assert (box.text.toPlainText(), box.text.note.text(), box.text.note.isVisible()) == (
        "Who has asked him?",
        "Not sent yet",
        True,
    )
    box.send()
    supervisor.settle()
    assert kept(supervisor, vaults) == {}
    assert box.text.toPlainText() == ""
    assert [each.messages[0].text for each in reviewing.threads(supervisor.at, vaults.assessment)] == [
        "Who has asked him?"
    ]


def test_emptied_words_are_forgotten(supervisor: Bench, vaults: TwoVaults) -> None:
    """Nothing is offered again that somebody deleted."""
    page = review(supervisor, vaults, "child_five_lines")
    line_at(page, ASKED).comment_button.click()
    box = line_at(page, ASKED).talk.composer
    assert box is not None
    box.text.setPlainText("Who?")
    page.seal()
    supervisor.settle()
    assert kept(supervisor, vaults) == {NAME: "Who?"}
    box.text.clear()
    supervisor.settle()
    assert kept(supervisor, vaults) == {}


def test_two_boxes_on_one_answer_are_one(supervisor: Bench, vaults: TwoVaults) -> None:
    """The same answer stands in two parts; what is written in one is there in the other, and sent once."""
    page = review(supervisor, vaults, "child_five_lines")
    assert page.desk is not None
    line_at(page, ASKED).comment_button.click()
    first = line_at(page, ASKED).talk.composer
    assert first is not None
    first.text.setPlainText("Who?")
    page.desk.open_part("M15")
    boxes = [each.talk.composer for each in page.findChildren(LineView) if each.objectName() == f"line:{ASKED}"]
    assert [box.text.toPlainText() for box in boxes if box is not None] == ["Who?", "Who?"]
    first.text.setPlainText("Who asked?")
    assert [box.text.toPlainText() for box in boxes if box is not None] == ["Who asked?", "Who asked?"]
    first.send()
    supervisor.settle()
    assert [box.text.toPlainText() for box in boxes if box is not None] == ["", ""]


def test_a_reason_and_a_decision_are_kept(supervisor: Bench, vaults: TwoVaults) -> None:
    """Why an explanation is refused, and why it is decided so; what the desk refuses stays in its box."""
    page = review(supervisor, vaults, "overrides")
    assert page.desk is not None
    decide = page.findChildren(Decide)[0]
    decide.refuse_button.click()
    decide.composer.text.setPlainText("Health was")
    page.desk.decision.reasons.setPlainText("One thing is open.")
    page.seal()
    supervisor.settle()
    again = review(supervisor, vaults, "overrides")
    assert again.desk is not None
    decide = again.findChildren(Decide)[0]
    assert decide.composer.isVisible()
    assert decide.composer.text.toPlainText() == "Health was"
    decision = again.desk.decision
    assert decision.reasons.toPlainText() == "One thing is open."
    assert decision.reasons.note.isVisible()
    decision.passphrase.set_text("not the passphrase")
    decision.return_button.click()
    supervisor.settle()
    assert decision.reasons.toPlainText() == "One thing is open."
    assert set(kept(supervisor, vaults)) == {"decision", f"refusal.{decide.finding.key}"}
    decide.composer.send()
    supervisor.settle()
    decision.passphrase.set_text(PASSPHRASE)
    decision.return_button.click()
    supervisor.settle()
    assert kept(supervisor, vaults) == {}


def test_a_reply_of_the_author_is_kept(supervisor: Bench, practitioner: Bench, vaults: TwoVaults) -> None:
    """Another conversation changes meanwhile, and the page is opened again: the reply is still being written."""
    writer = supervisor.vault.workplace(read_only=False)
    for path in ("M14.best_worst", ASKED):
        reviewing.comment(writer, vaults.assessment, path, f"What of {path}?")
    sent = issuing.decide(writer, vaults.assessment, "return", "See the comments.", PASSPHRASE)
    writer.book.close()
    own = practitioner.vault.workplace(read_only=False)
    sharing.receive(own, sent.package)
    own.book.close()
    page = practitioner.page(ReviewPage, case=vaults.case, assessment=vaults.assessment)
    first, second = page.findChildren(ThreadView)
    second.reply_button.click()
    assert second.composer is not None
    practitioner.qtbot.keyClicks(second.composer.text, "We asked")
    first.reply_button.click()
    assert first.composer is not None
    first.composer.text.setPlainText("Added.")
    second.composer.text.setFocus()
    first.composer.send()
    practitioner.settle()
    assert set(kept(practitioner, vaults)) == {f"reply.{second.talk.id}"}
    box = next(each for each in page.findChildren(QPlainTextEdit) if each.hasFocus())
    assert box.toPlainText() == "We asked"
    practitioner.qtbot.keyClicks(box, " him.")
    practitioner.qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    practitioner.settle()
    assert kept(practitioner, vaults) == {}
    assert all(each.state == "answered" for each in reviewing.threads(practitioner.at, vaults.assessment))
    again = practitioner.page(ReviewPage, case=vaults.case, assessment=vaults.assessment)
    assert not [each for each in again.findChildren(QAbstractButton) if each.text() == "Send the reply"]


def evidence_panel(bench: Bench, vaults: TwoVaults) -> NewThing:
    """Show a question with its panel for a new evidence item open."""
    page = bench.page(AssessmentPage, case=vaults.case, assessment=vaults.assessment, path="M05.harm.physical")
    page.show_target(Target("assessment", case=vaults.case, assessment=vaults.assessment, path="M05.harm.physical"))
    field = page.form.fields["M05.harm.physical"]
    if field.evidence_panel is None:
        field.open_evidence()
    assert field.evidence_panel is not None
    if not field.evidence_panel.new_panel.isVisible():
        field.evidence_panel.new_button.click()
    return field.evidence_panel.new_panel


def test_an_item_and_the_person_in_it_are_kept_until_added(
    practitioner: Bench, vaults: TwoVaults, qtbot: QtBot
) -> None:
    """Each panel keeps its own words at its own question; cancelling the outer one forgets the inner one."""
    panel = evidence_panel(practitioner, vaults)
    qtbot.keyClicks(panel.editors["what"].first(), "He said")
    source = panel.editors["source"]
    assert isinstance(source, RefEditor)
    source.open_new()
    assert source.new_panel is not None
    qtbot.keyClicks(source.new_panel.editors["label"].first(), "Nurse N")
    outer = "new.evidence@M05.harm.physical"
    inner = f"new.person@{outer}/source"
    qtbot.waitUntil(lambda: set(kept(practitioner, vaults)) == {outer, inner}, timeout=2000)
    again = evidence_panel(practitioner, vaults)
    assert again.editors["what"].value() == "He said"
    assert "Not added yet" in words_in(again)
    source = again.editors["source"]
    assert isinstance(source, RefEditor)
    source.open_new()
    assert source.new_panel is not None
    assert source.new_panel.editors["label"].value() == "Nurse N"
    again.close_panel()
    practitioner.settle()
    assert kept(practitioner, vaults) == {}


def test_an_item_that_could_not_be_added_is_not_lost(
    practitioner: Bench, vaults: TwoVaults, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The act fails and the words are offered again; once it is done they are gone."""

    def full(*_: object) -> None:
        raise HsbAssessError("disk_full", "The disk is full.", "Make room.")

    panel = evidence_panel(practitioner, vaults)
    source = panel.editors["source"]
    assert isinstance(source, RefEditor)
    source.fill(next(thing.id for thing in panel.model.things_of("person")))
    qtbot.keyClicks(panel.editors["when"].first(), "12 May 2026")
    qtbot.keyClicks(panel.editors["what"].first(), "He said")
    before = {thing.id for thing in panel.model.things_of("evidence")}
    with monkeypatch.context() as spoilt:
        spoilt.setattr(gathering, "add_thing", full)
        panel.add()
        practitioner.settle()
    assert set(kept(practitioner, vaults)) == {"new.evidence@M05.harm.physical"}
    panel.start()
    assert panel.editors["what"].value() == "He said"
    panel.add()
    practitioner.settle()
    assert kept(practitioner, vaults) == {}
    assert len({thing.id for thing in panel.model.things_of("evidence")} - before) == 1
