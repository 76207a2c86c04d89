"""Words that are not sent yet: kept while they are typed, there again after a lock, gone once they are sent."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from hsb_assess.desk import issuing, reviewing, scraps, sharing
from tests.ui.pages.bench import Bench
from tests.ui.pages.two_vaults import PASSPHRASE, make_two_vaults
from ui.pages.review import ReviewPage
from ui.pages.review.judging import Decide
from ui.pages.review.lines import LineView
from ui.pages.review.talk import ThreadView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.pages.two_vaults import TwoVaults

ASKED = "M15.aspirations"
NAME = f"comment.{ASKED}"


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> TwoVaults:
    """Two vaults with a submitted case, made once."""
    return make_two_vaults(tmp_path_factory.mktemp("two"))


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
    """Within 250 ms of a key the words are in the vault, and nowhere in the record."""
    page = review(supervisor, vaults, "child_five_lines")
    line_at(page, ASKED).comment_button.click()
    box = next(each for each in page.findChildren(QPlainTextEdit) if each.hasFocus())
    qtbot.keyClicks(box, "Who has")
    qtbot.waitUntil(lambda: kept(supervisor, vaults) == {NAME: "Who has"}, timeout=250)
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
