"""Spoiled Questionnaires: each is refused or reported in less than a second, and nothing else happens."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire
from hsb_assess.exchange.fhir.reading import import_questionnaire
from hsb_assess.instrument.engine import Engine
from tests.unit.exchange.foreign import EVERYTHING, taken
from tests.unit.exchange.mutating import spoiled_json
from tests.unit.exchange.test_fhir_import import TODAY

if TYPE_CHECKING:
    from hsb_assess.exchange.incoming.report import Imported

OURS = definition_to_questionnaire(taken(*EVERYTHING["item"]).definition)


def imported(data: bytes) -> tuple[Imported | None, str]:
    """Return the form and ``usable``, or the name of the refusal."""
    try:
        return import_questionnaire(data), "usable"
    except HsbAssessError as error:
        return None, error.code


def judge(data: bytes) -> str:
    """Import a file within a second of work; return ``usable``, or the name by which it is refused."""
    start = time.process_time()
    found, code = imported(data)
    assert time.process_time() - start < 1
    assert code.isidentifier()
    if found is None:
        return code
    json.dumps(found.as_json())
    Engine(found.definition, {}, {}, TODAY).mandatory_open()
    assert (
        import_questionnaire(json.dumps(definition_to_questionnaire(found.definition)).encode()).definition
        == found.definition
    )
    return code


@pytest.mark.parametrize("number", range(60))
@pytest.mark.parametrize("whole", [EVERYTHING, OURS], ids=["theirs", "ours"])
def test_a_spoiled_questionnaire_is_refused_or_reported(whole: dict[str, object], number: int) -> None:
    """Whatever was replaced, moved, doubled or broken: an answer soon, and what is usable comes back as it went."""
    judge(spoiled_json(whole, number))
