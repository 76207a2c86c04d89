"""What the supervisor has opened counts for as long as it shows the same: a resubmission reopens what changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import assessing, gathering, issuing, reviewing, sharing
from hsb_assess.desk.script import explain
from hsb_assess.domain.answer import answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.rules.finding import Severity
from tests.ui.pages.two_vaults import submit_by_hand

from .conftest import PASSPHRASE, begin, meet, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hsb_assess.desk.script import Script

    from .conftest import Opened, Person

ALWAYS = {"unknowns", "overrides", "statements"}


def parts_of(supervisor: Person) -> tuple[list[str], list[str]]:
    """Return the codes of the required reading, and the ids of the modules."""
    definition = supervisor.at.catalogue.latest("holistic")
    codes = [code.code for code in definition.codes(definition.item(reviewing.READ_PATH))]
    return codes, [module.id for module in definition.modules if module.id.lower() not in codes]


def read_everything(supervisor: Person, assessment: str) -> None:
    """Open every part."""
    for part in (*parts_of(supervisor)[0], *parts_of(supervisor)[1]):
        reviewing.mark_opened(supervisor.at, assessment, part)


def unread(supervisor: Person, assessment: str) -> set[str]:
    """Return what is not opened."""
    return {*parts_of(supervisor)[0], *parts_of(supervisor)[1]} - reviewing.review(supervisor.at, assessment).opened


def r48(supervisor: Person, assessment: str) -> list[Severity]:
    """Return how the rule about independent review fires."""
    findings = reviewing.review(supervisor.at, assessment).report.findings
    return [finding.severity for finding in findings if finding.rule == "R48"]


def submit(practitioner: Person, supervisor: Person, opened: Opened) -> None:
    """Submit without making documents, which are not what this is about, and let the supervisor receive it."""
    package = submit_by_hand(practitioner.at, opened.case, opened.assessment, supervisor.person, "Again")
    assert sharing.receive(supervisor.at, package).status == "received"


@pytest.fixture(scope="module")
def returned(
    new_vaults: Path, tmp_path_factory: pytest.TempPathFactory, child_a: Script
) -> Iterator[tuple[Path, Opened]]:
    """Two vaults with a case that was submitted, read from end to end and returned; made once."""
    folder = shutil.copytree(new_vaults, tmp_path_factory.mktemp("returned") / "vaults")
    practitioner, supervisor = (unlocked(folder / name, child_a) for name in ("practitioner", "supervisor"))
    meet(practitioner, supervisor)
    opened = begin(practitioner, child_a, "first_draft", "completion")
    explain(practitioner.at, opened.assessment, child_a, opened.labels)
    submit(practitioner, supervisor, opened)
    assert r48(supervisor, opened.assessment) == [Severity.BLOCKER, Severity.JUSTIFY]
    read_everything(supervisor, opened.assessment)
    assert unread(supervisor, opened.assessment) == set()
    assert r48(supervisor, opened.assessment) == []
    back = issuing.decide(supervisor.at, opened.assessment, "return", "One thing is open.", PASSPHRASE)
    sharing.receive(practitioner.at, back.package)
    practitioner.vault.close()
    supervisor.vault.close()
    yield folder, opened
    shutil.rmtree(folder)


@pytest.fixture
def vaults(returned: tuple[Path, Opened], tmp_path: Path) -> Path:
    """Copies of both vaults that this test may write in."""
    return shutil.copytree(returned[0], tmp_path / "vaults")


@pytest.fixture
def reviewed(returned: tuple[Path, Opened]) -> Opened:
    """The case that was returned."""
    return returned[1]


def _voice(person: Person, opened: Opened) -> None:
    assessing.record_answer(person.at, opened.assessment, "M14.view_of_plan", answered("He says it is all right."))


def _nothing(_person: Person, _opened: Opened) -> None:
    """Change nothing at all."""


def _row_gone(person: Person, opened: Opened) -> None:
    row = assessing.reading(person.at, opened.assessment).rows("M03.incidents")[-1]
    assessing.remove_row(person.at, opened.assessment, row.path)
    assert assessing.reading(person.at, opened.assessment).rows("M03.incidents")


def _evidence(person: Person, opened: Opened) -> None:
    """Correct an evidence item: every part that rests on it shows something else."""
    item = opened.labels.ids["x_words"]
    gathering.set_field(person.at, opened.case, item, "what", answered("I don't like bath time any more."))


def test_a_change_in_the_childs_voice_reopens_what_shows_it(
    practitioner: Person, supervisor: Person, reviewed: Opened
) -> None:
    """Five lines, the section itself and what shows all there is; not the safety plan. The rule sees it."""
    _voice(practitioner, reviewed)
    submit(practitioner, supervisor, reviewed)
    again = {"child_five_lines", "m14"} | ALWAYS
    assert unread(supervisor, reviewed.assessment) == again
    review = reviewing.review(supervisor.at, reviewed.assessment)
    assert review.reopened == again
    assert "m20" in review.opened
    assert r48(supervisor, reviewed.assessment) == [Severity.BLOCKER]
    with pytest.raises(HsbAssessError, match="not_ready"):
        issuing.decide(supervisor.at, reviewed.assessment, "approve", "Good.", PASSPHRASE)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (_nothing, {"statements"}),
        (_row_gone, ALWAYS | {"M03"}),
    ],
)
def test_other_changes_reopen_what_shows_them(
    practitioner: Person,
    supervisor: Person,
    reviewed: Opened,
    change: Callable[[Person, Opened], None],
    again: set[str],
) -> None:
    """Without any change only the statements are drawn anew; a row that is gone is a change."""
    change(practitioner, reviewed)
    submit(practitioner, supervisor, reviewed)
    assert unread(supervisor, reviewed.assessment) == again


def test_an_evidence_item_reopens_what_rests_on_it(practitioner: Person, supervisor: Person, reviewed: Opened) -> None:
    """An answer shows what it rests on, so another wording there is another answer."""
    _evidence(practitioner, reviewed)
    submit(practitioner, supervisor, reviewed)
    reading = reviewing.review(supervisor.at, reviewed.assessment).reading
    item = reviewed.labels.ids["x_words"]
    resting = {path.partition(".")[0] for path, answer in reading.answers.items() if item in answer.evidence}
    found = unread(supervisor, reviewed.assessment)
    codes = {code.upper() if code.upper() in resting else code for code in found}
    assert resting <= codes
    assert found >= ALWAYS
    assert "M00" not in found


def test_the_list_that_is_printed_follows(practitioner: Person, supervisor: Person, reviewed: Opened) -> None:
    """It holds what counts as read now, and the opening names the submission that was open."""
    _voice(practitioner, reviewed)
    submit(practitioner, supervisor, reviewed)
    reviewing.mark_opened(supervisor.at, reviewed.assessment, "m14")
    review = reviewing.review(supervisor.at, reviewed.assessment)
    required = set(parts_of(supervisor)[0])
    assert set(review.reading.codes(reviewing.READ_PATH)) == required - ALWAYS - {"child_five_lines"}
    mark = review.reading.notes["@opened.m14"]
    assert isinstance(mark, dict)
    assert mark["value"] == review.submission.id
    read_everything(supervisor, reviewed.assessment)
    review = reviewing.review(supervisor.at, reviewed.assessment)
    assert set(review.reading.codes(reviewing.READ_PATH)) == required
    assert review.reopened == frozenset()


def test_opening_twice_writes_once(practitioner: Person, supervisor: Person, reviewed: Opened) -> None:
    """An opening that counts is not recorded again."""
    del practitioner
    with supervisor.at.book.begin(write=False) as work:
        before = work.entries.count()
    read_everything(supervisor, reviewed.assessment)
    with supervisor.at.book.begin(write=False) as work:
        assert work.entries.count() == before
