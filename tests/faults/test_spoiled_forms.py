"""Five hundred spoiled Questionnaires and five hundred spoiled workbooks: each is refused or reported within a second."""

from __future__ import annotations

import pytest

from tests.unit.exchange.foreign import EVERYTHING
from tests.unit.exchange.mutating import spoiled_json
from tests.unit.exchange.sheets import WHOLE, spoiled_workbook, workbook
from tests.unit.exchange.test_spoiled_fhir import OURS
from tests.unit.exchange.test_spoiled_fhir import judge as judge_fhir
from tests.unit.exchange.test_xlsform import judge as judge_workbook


@pytest.mark.faults
def test_five_hundred_spoiled_questionnaires() -> None:
    """Some stay usable, and most names of refusals are met."""
    found = [judge_fhir(spoiled_json(whole, number)) for number in range(1_000, 1_250) for whole in (EVERYTHING, OURS)]
    assert len(found) == 500
    assert found.count("usable") > 50
    assert len(set(found)) > 5


@pytest.mark.faults
@pytest.mark.timeout(600)
def test_five_hundred_spoiled_workbooks() -> None:
    """Some stay usable, and several names of refusals are met."""
    assert judge_workbook(workbook(WHOLE)) == "usable"
    found = [judge_workbook(spoiled_workbook(number)) for number in range(1_000, 1_500)]
    assert found.count("usable") > 50
    assert len(set(found)) > 2
