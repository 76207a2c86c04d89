"""J2 by the interfaces of a screen reader alone: from the passphrase over the first day to the signed submission."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hsb_assess.desk import assessing, caseload, issuing
from hsb_assess.domain.answer import Absence
from hsb_assess.launcher import EXIT_LOCKED
from tests.a11y.atspi import MISSING, NotThereError, desktop
from tests.journeys.stories import PASSPHRASE, SCRIPT, TODAY, make_story, unlocked
from tests.performance.display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.a11y.atspi import Node, Reader
    from tests.journeys.stories import Story

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is Linux's"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING}; `make setup` installs it"),
]

ROOT: Final = Path(__file__).resolve().parents[2]
SELECTED: Final = 23
"""The state of a row that is chosen, as AT-SPI counts."""

WORDS: Final = {
    "What is this child's name?": "Child K",
    "When was this child born?": "3 Feb 2014",
    "Where does this child sleep tonight?": "At home with his mother",
    "What was reported?": "Two boys were found together behind the sheds, partly undressed.",
    "When did the referral arrive?": "8 Jun 2026 09:30",
    "What keeps every child safe from contact that could harm them tonight?": "They live in different homes.",
    "When was health told?": "8 Jun 2026 11:00",
    "When was your manager told?": "8 Jun 2026 10:15",
    "What has been arranged for tonight?": "Both children stay at home this evening.",
    "Until when does the arrangement for tonight hold?": "12 Jun 2026",
    "What has this child been told about what happens now?": "That he may ask anything.",
}
LOOKED: Final = {
    "Is anyone in danger now?": "Asked at school and at home",
    "Does any child in this concern need medical care now?": "The school nurse saw both",
    "Is there any sign now that this child may harm themselves?": "Sat with him",
}
VOICE: Final = {
    "What are this child's days like, at their best and at their hardest?": "Best: football. Hardest: his tummy.",
    "What does this child think of the plan?": "He likes that his grandmother is there.",
    "What changed because of this child's views? (optional)": "The story moved to the kitchen.",
    "What was this child like to be with? (optional)": "Draws the guinea pig in great detail.",
}

EXPLAIN: Final = "Your explanation: "


class Listener:
    """Somebody who hears the app: what is done here is said in questions and answers."""

    def __init__(self, reader: Reader, app: subprocess.Popen[bytes]) -> None:
        self.reader, self.app = reader, app

    def press(self, name: str, *, about: str = "") -> None:
        """Press a button."""
        self.reader.act(self.reader.find("push button", name, about=about))

    def write(self, name: str, words: str, *, about: str = "", role: str = "text") -> None:
        """Write into a field."""
        self.reader.write(self.reader.find(role, name, about=about), words)

    def choose(self, question: str, option: str) -> None:
        """Choose one of the options of a question that stand on the page."""
        self.reader.act(self.reader.find("radio button", option, about=question))

    def tick(self, name: str, *, about: str = "") -> None:
        """Tick a box."""
        self.reader.act(self.reader.find("check box", name, about=about), "Toggle")

    def box_about(self, words: str) -> Node:
        """Wait for a box whose name holds some words, and return it."""
        self.reader.until(lambda: self.boxes_about(words), f"a box about {words}")
        return self.boxes_about(words)[0]

    def boxes_about(self, words: str) -> list[Node]:
        """Return the boxes whose name holds some words."""
        return [node for node in self.reader.matching("check box") if words in node.name]

    def pick(self, box: str, entry: str) -> None:
        """Pull a list down and take an entry."""
        self.reader.act(self.reader.find("combo box", box), "ShowMenu")
        self.reader.act(self.reader.find("list item", entry))

    def somebody_new(self, question: str, label: str, kind: str) -> None:
        """Name somebody who was not named yet."""
        self.press("New person…", about=question)
        self.write("What should this person be called in the record?", label)
        self.choose("Who is this?", kind)
        self.press("Add person")
        named = self.reader.find("text", question)
        self.reader.until(lambda: self.reader.text(named) == label, f"{label} at {question}")

    def say_why(self, question: str, reason: str) -> None:
        """Go to a question and take from the menu *Page* why it has no answer."""
        self.reader.focus(self.reader.find("text", question))
        self.reader.act(self.reader.find("menu item", reason, hidden=True))

    def lock(self) -> int:
        """Lock, and return how the app ended with it."""
        self.press("Lock")
        return self.app.wait(30)

    def leave(self) -> None:
        """Put the keyboard somewhere else: what was written last is an answer then."""
        self.reader.focus(self.reader.find("push button", "Lock"))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Child A's case with everything entered but what this child says."""
    return make_story(tmp_path_factory.mktemp("heard"), without=("M14",))


@pytest.fixture
def vault(story: Story, tmp_path: Path) -> Path:
    """A copy of the practitioner's vault."""
    return shutil.copytree(story.practitioner, tmp_path / "vault")


@pytest.fixture
def listener(vault: Path) -> Iterator[Listener]:
    """The real app on a display and buses of its own, and somebody who hears it."""
    with (
        tempfile.TemporaryDirectory(prefix="hsb-") as home,  # a socket's path has to be short
        virtual_display() as display,
        desktop(display, Path(home)) as around,
    ):
        command = [sys.executable, "-m", "ui", "--vault", str(vault), "--today", TODAY]
        app = subprocess.Popen(
            command, cwd=ROOT, env=around.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            heard = Listener(around.reader, app)
            heard.reader.find("password", "Passphrase")
            # No window manager puts the window in front here: a second start does, and hands over.
            subprocess.run(command, cwd=ROOT, env=around.environment(), check=True, timeout=60)
            yield heard
        finally:
            app.terminate()
            app.wait(20)


def first_day(listener: Listener) -> None:
    """Open a new case and give the first day's answers."""
    listener.press("New case")
    listener.write("Reference of the case", "B-2026-031")
    listener.press("Open the case")
    listener.press("Start an assessment")
    listener.reader.find("text", "What is this child's name?")
    for question, words in WORDS.items():
        listener.write(question, words)
    for question, how in LOOKED.items():
        listener.choose(question, "No sign found")
        listener.write("Who looked", "class teacher", about=question)
        listener.write("How", how, about=question)
    listener.somebody_new("Who made the referral?", "class teacher", "A worker")
    listener.say_why("When were the police told?", "No answer: unknown after enquiry")
    listener.write("Who was asked", "the duty officer of the police")
    listener.press("Add: Other children")
    listener.somebody_new("Which other child is it?", "friend at school", "Another child")
    listener.write("Where does this other child sleep, weekends included?", "At his own home")
    listener.choose("Do the two children ever sleep in the same home?", "No")
    listener.press("Close Other child 1 of 1")
    listener.press("Add: Adults with care or contact")
    listener.somebody_new("Which adult is it?", "mother", "An adult")
    listener.choose("Does this adult have care of a child, or contact?", "Looks after a child")
    listener.choose("Why is this adult listed?", "Has care of a child")
    listener.press("Close Adult 1 of 1")
    listener.pick("Who has agreed to the arrangement for tonight?", "mother")
    listener.press("Add: When this child was seen")
    listener.write("On which day was this meeting?", "8 Jun 2026")
    listener.choose("How was this child seen?", "Seen alone")
    listener.press("Close Meeting 1 of 1")
    listener.leave()
    labels = listener.reader.matching
    listener.reader.until(lambda: any("22 of 22 answered" in each.name for each in labels("label")), "all 22 answers")


def last_section(listener: Listener) -> None:
    """Open the case that is nearly whole, and say what this child says."""
    listener.press("Caseload")
    row = listener.reader.find("cell", f"Reference: {SCRIPT.reference}")
    if SELECTED in row.states:
        listener.press("Open the case")
    else:
        listener.reader.act(row)
    listener.press("Continue: Holistic assessment")
    listener.reader.find("push button", "Next section")
    sections = listener.reader.matching("list item", hidden=True)  # the list scrolls
    listener.reader.act(next(node for node in sections if node.name.startswith("This child's voice")))
    for way in ("Drawing or making", "Talking"):
        listener.tick(way, about="How have this child's views been sought?")
    for question, words in VOICE.items():
        listener.write(question, words)
    listener.choose("Has this child been offered an advocate?", "Yes")
    listener.press("Add: This child's own words")
    listener.write("What did this child say?", "I don't like it when he does bath time.")
    listener.write("When did this child say it?", "4 Jun 2026")
    listener.pick("To whom did this child say it? (optional)", "Worker P")
    listener.choose("How did these words come?", "This child said it unasked")
    listener.leave()


def explain_and_sign(listener: Listener) -> None:
    """Go to the check, explain what asks for it, and sign."""
    listener.press("Check and submit…")
    reader = listener.reader
    reader.find("label", "Explain: 2")
    asked = [node.name for node in reader.matching("text") if node.name.startswith(EXPLAIN)]
    assert len(asked) == 2
    for name in asked:
        title = name.removeprefix(EXPLAIN)
        listener.write(name, f"It was weighed: {title}.")
        listener.press(f"Evidence for: {title}")
        reader.act(listener.box_about("guinea pig"), "Toggle")
        listener.press("Close")
        reader.until(lambda: not listener.boxes_about("guinea pig"), "the panel put away")
    listener.leave()
    reader.find("label", "Nothing stands in the way. Signing makes two documents and a package for your supervisor.")
    listener.write("Your passphrase, once more", PASSPHRASE, role="password")
    listener.press("Sign and submit")
    reader.until(lambda: reader.is_there("push button", "Save the package…"), "the signature")


def test_from_the_passphrase_to_the_signature(listener: Listener, story: Story, vault: Path) -> None:
    """Everything is found by role and name and done by what it offers; the vault has a signed submission in the end."""
    listener.write("Passphrase", PASSPHRASE, role="password")
    listener.press("Unlock")
    first_day(listener)
    last_section(listener)
    explain_and_sign(listener)
    assert listener.lock() == EXIT_LOCKED
    opened = unlocked(vault)
    at = opened.workplace(read_only=True)
    found = issuing.documents(at, story.case)
    cases = {line.ref: line.case for line in caseload.cases(at)}
    (fresh,) = caseload.assessments(at, cases["B-2026-031"])
    first = assessing.reading(at, fresh.id)
    said = assessing.reading(at, story.assessment).rows("M14.words")
    at.book.close()
    opened.close()
    assert sorted((each.audience, each.state) for each in found) == [("A", "submitted"), ("B", "submitted")]
    assert first.text("M00.name") == "Child K"
    assert first.raw("M01.police_told").absence is Absence.UNKNOWN
    assert first.engine.mandatory_open() == ()
    assert [row.text("words") for row in said] == ["I don't like it when he does bath time."]


def test_a_thing_without_a_name_is_not_found(listener: Listener) -> None:
    """The measure says what it did not find, and what there is instead."""
    with pytest.raises(NotThereError, match="push button 'Unlock'"):
        listener.reader.find("push button", "Open sesame", seconds=0.5)
