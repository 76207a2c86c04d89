"""J6, submitting: what stands in the way is said, mended or explained, then signed, and the supervisor receives it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import reviewing
from hsb_assess.desk.gate import justifications
from hsb_assess.desk.script import Labels
from hsb_assess.rules.finding import Severity
from tests.journeys.stories import PASSPHRASE, SCRIPT
from ui.demo.filling import Filling
from ui.demo.journey import Journey
from ui.demo.reviewing import Reviewing
from ui.pages.assessment import AssessmentPage
from ui.pages.check import CheckPage
from ui.widgets.errors import Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.stories import Story
    from ui.demo.person import Person

pytestmark = pytest.mark.timeout(240)


def explain_in_the_same_words(journey: Journey, page: CheckPage, evidence: str) -> None:
    """Explain every finding that asks for it in the same words, citing one item."""
    typist = journey.practitioner.typist
    for explanation in [each for card in page.cards.values() for each in card.explanations]:
        typist.write(explanation.text, "It was weighed with health and police.")
        typist.click(explanation.cite)
        typist.click(explanation.panel.boxes[evidence])
        typist.click(explanation.panel.close_button)
    journey.practitioner.quiet()


def test_refused_mended_explained_signed_received(
    nearly: Story, sitting: Callable[..., Person], tmp_path: Path
) -> None:
    """Balance and gaps are in sight; a click leads to each; the package opens at the supervisor's desk and nowhere else."""
    person = sitting(nearly.copy(tmp_path / "vault"))
    person.start()
    person.unlock()
    journey = Journey(SCRIPT, tmp_path / "out", person, person)
    journey.case, journey.assessment = nearly.case, nearly.assessment
    check = journey.check()
    typist = person.typist

    # Refused: the four sides are in sight, and a click leads to what is missing.
    assert check.looked is not None
    sides = {side.value: counts for side, counts in check.looked.reading.engine.balance().items()}
    assert set(sides) == {"behaviour", "harm", "needs", "strengths"}
    assert all(counts.total and counts.evidence for counts in sides.values())
    assert check.balance.isVisible()
    typist.write(check.submit.passphrase.edit, PASSPHRASE)
    typist.click(check.submit.submit_button)
    typist.settle(check.summary.isVisible, "the refusal", 60)
    assert check.submit.sent is None
    missing = next(card for card in check.cards.values() if "M14.how_sought" in card.questions)
    missing.show_links_all()
    links = {link.text(): link for link in missing.findChildren(Link)}
    typist.click(next(link for words, link in links.items() if "listened to" in words or "sought" in words))
    page = person.page(AssessmentPage)
    assert page.current_module() == "M14"

    # Mended, then explained: first in the same words, which are told together, then each in its own.
    journey.labels = Labels(page.model.definition, dict(nearly.ids))
    Filling(page, typist, journey.labels, {}).steps(nearly.left)
    check = journey.check()
    assert check.looked is not None
    assert not check.looked.report.of(Severity.BLOCKER)
    explain_in_the_same_words(journey, check, nearly.ids["x_gran"])
    typist.settle(check.same.isVisible, "the same words together")
    assert [len(findings) for _, findings in check.same.groups] == [2]
    journey.explain()
    typist.settle(check.same.isHidden, "words of their own")
    assert "min for what is read in full" in check.submit.reading.text()
    journey.submit("submitted", tmp_path / "package.assess")
    signed = person.page(CheckPage)
    assert signed.submit.words.text().startswith("Signed and sealed for Manager S.")
    person.leave()

    # Received by whom it was sealed for, with both documents and every explanation.
    supervisor = sitting(shutil.copytree(nearly.supervisor, tmp_path / "supervisor"), role="supervisor")
    desk = Reviewing(journey.album, nearly.case, nearly.assessment)
    desk.receive(supervisor, tmp_path / "package.assess", "received")
    found = reviewing.review(supervisor.session.at, nearly.assessment)
    assert sorted(each.text for each in justifications(found.reading).values()) == sorted(
        words for rule, (words, _) in SCRIPT.explanations.items() if rule in {"R11", "R38"}
    )
    assert found.reading.raw("M14.how_sought").value == ["drawing", "talking", "watching"]
