"""What the documents say: absences in words, what a court would miss, and language that harms nobody."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hsb_assess.domain.answer import Absence, Answer, absent, answered
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.record.unsealed import reading_from
from hsb_assess.reports.blocks import Content
from hsb_assess.reports.content import build
from hsb_assess.reports.wording import ABSENCES
from hsb_assess.rules.finding import Report
from hsb_assess.rules.language import Wording

from .conftest import ROOT, child_a, explanations, meta, report
from .reading import text

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.reports.layout import MadeDocument


def facts(content: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the answers of a content by question, the first of each."""
    found: dict[str, dict[str, Any]] = {}
    for block in content["blocks"]:
        for row in block.get("rows", ()):
            if isinstance(row, dict):
                found.setdefault(row["label"], row["value"])
    return found


DETAILS: dict[Absence, dict[str, str]] = {
    Absence.UNKNOWN: {"asked_of": "gp", "next_step": "Ring again", "owner": "p", "by": "2026-06-12"},
    Absence.DECLINED: {"by": "child", "note": "Not today"},
    Absence.NOT_SAFE: {"advised_by": "Officer R", "recheck": "2026-06-16"},
    Absence.LED_BY_OTHER: {"agency": "Police", "question": "Who was there?", "recheck": "2026-06-18"},
    Absence.NOT_APPLICABLE: {"why": "There is no sister"},
}
SAID = {
    Absence.UNKNOWN: "Asked of: Dr K. Next step: Ring again. Owner: Worker P. By 12 June 2026.",
    Absence.DECLINED: "Not today.",
    Absence.NOT_SAFE: "Advised by: Officer R. To be looked at again on 16 June 2026.",
    Absence.LED_BY_OTHER: "Agency: Police. It is asking: Who was there?. To be looked at again on 18 June 2026.",
    Absence.NOT_APPLICABLE: "There is no sister.",
}


@pytest.mark.parametrize("absence", list(Absence))
def test_an_absence_is_printed_in_words_and_never_as_no(definition: Definition, absence: Absence) -> None:
    """Each of the six says what it is, with its particulars, and is marked as a reason."""
    changes = {"M14.best_worst": absent(absence, **DETAILS.get(absence, {}))}
    value = facts(build("A", child_a(definition, changes), report(), meta()))[
        definition.item("M14.best_worst").label.en
    ]
    assert value["absence"] is True
    assert value["text"].startswith(ABSENCES[absence])
    assert value["text"].lower() not in {"no", "none"}
    assert value["note"].startswith(SAID.get(absence, ""))


def test_no_sign_found_on_records_alone_is_none_recorded(definition: Definition) -> None:
    """A search of records finds nothing recorded; it does not find no sign."""
    changes = {
        "evidence/e_gp/record_search_only": answered("yes"),
        "M05.harm.physical": Answer(value={"state": "none_found"}, evidence=("e_gp",)),
        "M14.advocate": answered({"state": "none_found", "who": "p"}),
    }
    content = str(build("A", child_a(definition, changes), report(), meta()))
    assert "None recorded" in content
    plain = facts(build("A", child_a(definition, changes), report(), meta()))[definition.item("M14.advocate").label.en]
    assert (plain["text"], plain["note"]) == ("No", "Worker P")


@pytest.mark.parametrize("audience", ["A", "B"])
def test_a_managers_reason_for_asking_less_is_printed_with_their_name(definition: Definition, audience: str) -> None:
    """Both documents carry it; where nothing was asked less, neither says a word of it."""
    labels = ("The manager’s reason for asking this much", "Reason given by")
    before = facts(build(audience, child_a(definition), report(), meta()))
    assert not set(labels) & before.keys()
    changes = {"M00.tier_reason": answered("An old concern."), "M00.tier_reason_by": answered("p")}
    printed = facts(build(audience, child_a(definition, changes), report(), meta()))
    assert printed[labels[0]]["text"] == "An old concern."
    assert printed[labels[1]]["text"]


def test_dormant_answers_are_not_printed(definition: Definition) -> None:
    """An answer that skip logic has hidden stays in the record and off the paper."""
    changes = {"M00.complex": answered("no"), "M00.complex_why": answered("DORMANTMARK")}
    reading = child_a(definition, changes)
    assert "M00.complex_why" in reading.dormant
    assert "DORMANTMARK" not in str(build("A", reading, report(), meta()))
    open_again = child_a(definition, {**changes, "M00.complex": answered("yes")})
    assert "DORMANTMARK" in str(build("A", open_again, report(), meta()))


def test_what_a_court_or_inspector_would_miss(documents: dict[str, MadeDocument]) -> None:
    """Document A carries everything that an outsider needs in order to weigh it."""
    words = " ".join(text(documents["A"].pdf).split())
    for needed in (
        "Last seen: 4 June 2026. Last seen alone: 4 June 2026.",  # contact log
        "Out with his grandfather.",  # why a visit was missed
        "Information up to 10 June 2026 at 13:55",  # cut-off
        "Sources from which evidence was seen",
        "Times about which little is known",
        "What is agreed, disputed and found",
        "Those involved agree",
        "Disputed",
        "Accounts conflict",
        "No item is called established",
        "Registered social worker since 2014",  # the author's qualifications
        "What this child’s views changed",
        "The reduced timetable was dropped",
        "Actions done",
        "Place in the nurture group",
        "Checks that could not be applied",
        "No interview is planned.",
        "Core agency absent; say why, and how information was obtained.",
        "Health was not invited on 20 May.",  # the explanation
        "No explanation is asked for.",
        "Held in the restricted annex.",
        "“I don't like it when he does bath time.”",
        "They are not part of this document.",
        "Role confirmed by voice, not by the organisation",
    ):
        assert needed in words, needed


def test_a_strategy_discussion_without_health_is_said(definition: Definition) -> None:
    """Agencies that took part in no discussion are named among what was not seen."""
    changes = {"M01.strategy[s2].attendees": answered(["police", "social_care"])}
    value = facts(build("A", child_a(definition, changes), report(), meta()))[
        "Agencies that took part in no strategy discussion"
    ]
    assert value["text"] == "health, education"


def test_an_empty_assessment_says_so_and_never_none(definition: Definition) -> None:
    """Before anything is asked both documents can be made, and no empty list reads as a negative."""
    reading = reading_from(definition, today=date(2026, 6, 10))
    for audience in ("A", "B"):
        content = build(audience, reading, Report(findings=()), meta())
        Content.model_validate(content)
        words = str(content)
        assert "Not yet asked" in words or audience == "B"
        assert "An empty list does not mean" in words


def test_there_is_no_other_document(definition: Definition) -> None:
    """An audience that has no document is refused by code."""
    with pytest.raises((HsbAssessError, KeyError)):
        build("Z", child_a(definition), report(), meta())


def test_no_score_and_no_single_total(documents: dict[str, MadeDocument]) -> None:
    """The balance is four sides in words and numbers; nothing adds them up."""
    words = text(documents["A"].pdf)
    for side in ("Behaviour", "Harm to this child", "Needs", "Strengths"):
        assert side in words
    assert "%" not in words.replace("96% to 81%", "")


def _fixed_texts() -> list[str]:
    """Return every text that the document modules themselves print."""
    found = []
    for module in sorted((ROOT / "hsb_assess" / "reports").glob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found.extend(
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
        )
    return found


def test_the_fixed_texts_use_no_flagged_language() -> None:
    """Nothing that the documents say by themselves is on the list of words to avoid."""
    wording = Wording(yaml.safe_load((ROOT / "forms" / "language" / "en_GB.yaml").read_text(encoding="utf-8")))
    flagged = {flag.words for words in _fixed_texts() for flag in wording.check(words)}
    assert flagged == set()


def test_explanations_cite_their_evidence(definition: Definition) -> None:
    """What was written about a check carries the numbers of the items it rests on."""
    given = report()
    content = build("A", child_a(definition), given, meta(), explanations(given))
    cells = [cell for block in content["blocks"] if block["kind"] == "table" for row in block["rows"] for cell in row]  # type: ignore[index,union-attr,call-overload]  # JSON, whose shape the test states
    written = next(cell for cell in cells if cell["text"].startswith("Health was not invited"))
    assert written["cites"] == ["E12"]


def test_this_file_reads_the_real_form() -> None:
    """The sample is of the form that is shipped."""
    assert (Path(ROOT) / "forms" / "holistic" / "instrument.yaml").is_file()


@pytest.mark.parametrize("audience", ["A", "B"])
def test_each_further_incident_of_a_pattern_is_printed_with_its_own_day(definition: Definition, audience: str) -> None:
    """Its kind and band are those of its pattern, and it is never taken for the same day."""
    again = "M03.incidents[i1].times[j]"
    changes = {f"{again}.when": answered({"date": "2026-04-21"}), f"{again}.place": answered("transport")}
    without = str(build(audience, child_a(definition), report(), meta()))
    content = build(audience, child_a(definition, changes), report(), meta())
    rows = [
        [cell["text"] for cell in row]
        for block in content["blocks"]
        if block["kind"] == "table"
        for row in block["rows"]
    ]
    (told,) = [row for row in rows if "21 April 2026" in row]
    assert "Touch over clothing" in told
    if audience == "A":
        assert told[0] == "Incident 1, again"
        assert "21 April 2026: Inappropriate" in str(content)
    else:
        assert told[2:] == ["Transport", "Inappropriate"]
    assert "21 April 2026" not in without
