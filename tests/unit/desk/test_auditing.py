"""The audit as people read it, its exports, and everything that is held about a case."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from hsb_assess.desk import assessing, auditing, issuing, subjectaccess, viewing
from hsb_assess.desk.auditing import Sought, narrowed
from hsb_assess.domain.answer import Absence, absent, answered
from hsb_assess.domain.errors import HsbAssessError

from .conftest import Person, begin
from .packages import submitted

if TYPE_CHECKING:
    from hsb_assess.desk.script import Script


def acts(reader: Person, **sought: str) -> list[str]:
    """Return what is found, oldest first."""
    return [each.act for each in auditing.lines(reader.at, Sought(**sought))][::-1]


def test_who_did_what_is_found_by_person_case_act_and_day(
    practitioner: Person, supervisor: Person, child_a: Script
) -> None:
    """Changes, openings, restricted views, exports with recipient and basis, and overridden rules; looking, too."""
    opened, _package = submitted(practitioner, supervisor, child_a)
    at, case = practitioner.at, opened.case
    (document, *_) = issuing.documents(at, case)
    viewing.opened(at, "assessment", case, opened.assessment)
    assessing.record_answer(at, opened.assessment, "M12.housing", answered("crowded"))
    reading = assessing.reading(at, opened.assessment)
    viewing.restricted_shown(at, case, opened.assessment, "M12", viewing.restricted_in(reading, "M12"))
    viewing.document_shown(at, document.sha256)
    issuing.export(at, document.sha256, "Court", "order of the court")
    assessing.justify(at, opened.assessment, "R01:M00", "It was explained.")
    found = auditing.lines(at, Sought(case=case))
    told = {each.act: each for each in found}
    assert {
        "opened",
        "restricted_viewed",
        "document_viewed",
        "exported",
        "finding_justified",
        "package_again",
    } <= told.keys()
    assert any("Court" in line and "order of the court" in line for line in told["exported"].details)
    assert any("R01:M00" in line for line in told["finding_justified"].details)
    assert {each.ref for each in found} == {child_a.reference}
    assert acts(practitioner, action="exported") == ["exported"]
    assert acts(practitioner, action="package_made") == ["package_again"]
    assert acts(practitioner, person=supervisor.person) == []
    assert set(acts(practitioner, action="audit_viewed")) == {"audit_viewed"}
    today = at.clock.today()
    assert auditing.lines(at, narrowed(None, case, None, today, today)) == found
    assert auditing.lines(at, narrowed(None, case, None, today + timedelta(days=1), None)) == ()
    anything = auditing.choices(at)
    assert (case, child_a.reference) in anything.cases
    assert ("exported", "Document exported") in anything.actions


def test_restricted_answers_are_those_that_some_readers_may_not_see(practitioner: Person, child_a: Script) -> None:
    """A section counts once something of a restricted class is answered in it, and says which."""
    opened = begin(practitioner, child_a)
    reading = assessing.reading(practitioner.at, opened.assessment)
    before = viewing.restricted_in(reading, "M12")
    assessing.record_answer(practitioner.at, opened.assessment, "M12.housing", absent(Absence.UNKNOWN))
    assert viewing.restricted_in(assessing.reading(practitioner.at, opened.assessment), "M12") == before == ()
    assessing.record_answer(practitioner.at, opened.assessment, "M12.housing", answered("crowded"))
    after = viewing.restricted_in(assessing.reading(practitioner.at, opened.assessment), "M12")
    assert after == ("other_carer_private",)


def test_exports_are_safe_tables_and_name_their_reader(practitioner: Person, child_a: Script) -> None:
    """No cell begins as a formula does; the export needs a recipient and a basis, which the audit keeps."""
    opened = begin(practitioner, child_a)
    at = practitioner.at
    for beginning in ("=cmd()", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1", " =1"):
        with at.book.begin("by_hand", case=opened.case) as work:
            work.audit.note(f"{beginning}", "object", {beginning: beginning})
    with pytest.raises(HsbAssessError) as refused:
        auditing.export_audit(at, Sought(), "csv", recipient=" ", basis="none")
    assert refused.value.code == "basis_needed"
    table = auditing.export_audit(at, Sought(), "csv", recipient="Auditor", basis="governance")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert not any(ord(letter) < 32 for row in rows for cell in row for letter in cell)
    assert [int(row[0]) for row in rows[1:]] == sorted(int(row[0]) for row in rows[1:])
    listed = json.loads(auditing.export_audit(at, Sought(case=opened.case), "json", recipient="A", basis="B"))["rows"]
    assert {row["case"] for row in listed} == {opened.case}
    newest = auditing.lines(at, Sought(action="audit_exported"))
    assert [any("Auditor" in line for line in each.details) for each in newest] == [False, True]


def test_everything_held_about_a_case_is_given(practitioner: Person, supervisor: Person, child_a: Script) -> None:
    """Every entry with its signature, what is being typed, documents, packages and audit; in words on pages."""
    opened, _package = submitted(practitioner, supervisor, child_a)
    at, assessment = practitioner.at, opened.assessment
    assessing.record_answer(at, assessment, "M01.reason", answered("An earlier reason"))
    assessing.record_answer(at, assessment, "M01.reason", absent(Absence.DECLINED, by="child"))
    assessing.put_draft(at, assessment, "M00.name", "Sa")
    with pytest.raises(HsbAssessError) as refused:
        subjectaccess.case_file(at, opened.case, recipient="The young person", basis="")
    assert refused.value.code == "basis_needed"
    made = subjectaccess.case_file(at, opened.case, recipient="The young person", basis="request for access")
    held = json.loads(made.json)
    with at.book.begin() as work:
        entries = work.entries.of_case(opened.case)
    assert [entry["id"] for entry in held["entries"]] == [entry.id for entry in entries]
    assert held["being_typed"][0]["body"] == {"value": "Sa"}
    assert {each["audience"] for each in held["documents"]} == {"A", "B"}
    assert all(each["content_base64"] for each in held["documents"])
    assert len(held["packages_sent"]) == 1
    assert {"case_opened", "answer_recorded"} <= {each["act"] for each in held["audit"]}
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made.pdf)).pages)
    for told in ("An earlier reason", "Declined", child_a.reference, "Who did what with it", "Worker P"):
        assert told in words
    (row,) = auditing.lines(at, Sought(action="subject_access"))
    assert any("request for access" in line for line in row.details)
    with pytest.raises(HsbAssessError) as refused:
        subjectaccess.case_file(at, assessment, recipient="x", basis="y")
    assert refused.value.code == "no_such_case"
