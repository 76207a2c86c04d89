"""An assessment with a form from elsewhere on every page that shows one: writing, checking, reviewing, the case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hsb_assess.desk import access, assessing, caseload, forms, sharing
from hsb_assess.domain.answer import answered
from hsb_assess.vault.keys import KdfParameters
from tests.ui.pages.bench import Bench
from tests.ui.pages.two_vaults import NAMES, PASSPHRASE, TwoVaults, _introduce, clock, open_vault, submit_by_hand
from tests.unit.desk.test_forms import SMALL
from ui.pages.assessment import AssessmentPage
from ui.pages.case import CasePage
from ui.pages.check import CheckPage
from ui.pages.review import ReviewPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def vaults(tmp_path: Path) -> TwoVaults:
    """Two vaults with one submitted assessment with a form from elsewhere."""
    homes = {role: tmp_path / role for role in NAMES}
    for role, name in NAMES.items():
        access.first_run(
            homes[role], PASSPHRASE, name=name, role=role, agency="Care", clock=clock(), kdf=KdfParameters.floor()
        )
    own, other = (open_vault(home) for home in homes.values())
    mine, theirs = own.workplace(read_only=False), other.workplace(read_only=False)
    _introduce(mine, theirs)
    taken = forms.import_form(mine, json.dumps(SMALL).encode())
    case = str(caseload.create_case(mine, "CASE-1").created)
    assessment = str(assessing.start_assessment(mine, case, form=taken.line.hash).created)
    assessing.record_answer(mine, assessment, "P01.q1", answered("LA6570-1"))
    package = submit_by_hand(mine, case, assessment, theirs.identity.person, "First")
    sharing.receive(theirs, package)
    for vault in (own, other):
        vault.close()
    return TwoVaults(homes["practitioner"], homes["supervisor"], case, assessment, package)


def test_it_is_written_checked_and_seen_in_its_case(vaults: TwoVaults, qtbot: QtBot) -> None:
    """Pages that know the holistic form by heart do without it."""
    bench = Bench(qtbot, vaults.practitioner)
    writing = bench.page(AssessmentPage, 1200, case=vaults.case, assessment=vaults.assessment)
    assert writing.form.fields["P01.score"].editor.value() == 2
    assert writing.frame.balance.isHidden()
    bench.page(CheckPage, 1200, case=vaults.case, assessment=vaults.assessment)
    bench.page(CasePage, 1200, case=vaults.case)
    bench.settle()
    bench.close()


def test_it_is_reviewed_section_by_section(vaults: TwoVaults, qtbot: QtBot) -> None:
    """There is no required reading that the form does not name; its own sections can be opened."""
    bench = Bench(qtbot, vaults.supervisor)
    page = bench.page(ReviewPage, 1200, case=vaults.case, assessment=vaults.assessment)
    assert page.desk is not None
    assert tuple(page.desk.parts) == ("P01", "P02")
    page.desk.open_part("P01")
    bench.settle()
    assert page.desk.own_card.isHidden()
    bench.close()
