"""Types where nothing becomes an answer by itself: a comment that is not sent, an evidence item that is not added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.faults.typing_away import WORDS, SlowTypist
from ui.form.editor import TextEditor
from ui.form.question import QuestionField
from ui.navigation import Target
from ui.pages.assessment import AssessmentPage
from ui.pages.review import ReviewPage
from ui.pages.review.lines import LineView

if TYPE_CHECKING:
    import random

    from PySide6.QtWidgets import QPlainTextEdit

    from hsb_assess.desk.workplace import Workplace
    from tests.faults.desk import Line
    from ui.app import App
    from ui.demo.typist import Typist

__all__ = ["COMMENT", "EVIDENCE", "scribble", "written"]

COMMENT: Final = "comment"
EVIDENCE: Final = "evidence"
ASKED: Final = "M15.aspirations"
RESTS: Final = "M05.harm.physical"


def scribble(app: App, line: Line, chance: random.Random, where: str, record: tuple[str, str], words: int) -> str:
    """Open the box and write into it; each key is told with what stands there after it."""
    typist = SlowTypist(line, chance)
    typist.path = where
    box = (_comment if where == COMMENT else _evidence)(app, typist, *record)
    line.tell("typing")
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    typist.write(box, text)
    return box.toPlainText()


def _comment(app: App, typist: Typist, case: str, assessment: str) -> QPlainTextEdit:
    session = app.session
    assert session is not None
    session.context.navigate(Target("review", case=case, assessment=assessment, part="child_five_lines"))
    typist.settle(lambda: isinstance(session.frame.navigator.page, ReviewPage), "the review")
    view = typist.find(app.window, LineView, f"line:{ASKED}")
    typist.settle(lambda: not session.operations.busy(), "quiet")
    typist.click(view.comment_button)
    assert view.talk.composer is not None
    return view.talk.composer.text


def _evidence(app: App, typist: Typist, case: str, assessment: str) -> QPlainTextEdit:
    session = app.session
    assert session is not None
    session.context.navigate(Target("assessment", case=case, assessment=assessment, path=RESTS))
    typist.settle(lambda: isinstance(session.frame.navigator.page, AssessmentPage), "the assessment")
    field = typist.find(app.window, QuestionField, RESTS)
    typist.settle(lambda: not session.operations.busy(), "quiet")
    field.open_evidence()
    panel = field.evidence_panel
    assert panel is not None
    if not panel.new_panel.isVisible():
        typist.click(panel.new_button)
    editor = panel.new_panel.editors["what"]
    assert isinstance(editor, TextEditor)
    return editor.box


def written(at: Workplace, assessment: str, where: str) -> object:
    """Return what the vault holds of what was typed there."""
    from hsb_assess.desk import scraps

    kept = scraps.scraps(at, assessment)
    if where == COMMENT:
        return kept.get(f"comment.{ASKED}")
    item = next((value for name, value in kept.items() if name.startswith("new.") and RESTS in name), None)
    what = item.get("what") if isinstance(item, dict) else None
    return what.get("value") if isinstance(what, dict) else what
