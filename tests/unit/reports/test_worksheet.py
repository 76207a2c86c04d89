"""A blank worksheet: the form's own words in its order, absences as boxes, and pages that can be read aloud."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.reports.worksheet import content, make

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

MADE = "2026-06-08T09:00:00+00:00"
SECTION = "M09"


@pytest.fixture(scope="module")
def form() -> Definition:
    """The newest holistic form."""
    return Catalogue.shipped().latest("holistic")


@pytest.fixture(scope="module")
def sheet(form: Definition) -> bytes:
    """The worksheet of one section."""
    return make(content(form, SECTION), MADE)


def text_of(sheet: bytes) -> str:
    """Return what stands on all pages, white space apart."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(sheet)).pages)


def test_every_question_stands_in_its_order(form: Definition, sheet: bytes) -> None:
    """Each question, option and help of the section is there, in the words and the order of the form."""
    text = text_of(sheet)
    at = 0
    for item in form.items(SECTION):
        if item.hidden or item.is_fixed:
            continue
        found = text.find("".join(item.label.en.split()), at)
        assert found >= at, item.address
        at = found
    for item in form.items(SECTION):
        for code in form.codes(item) if item.is_question and not item.is_fixed else ():
            assert "".join(code.en.split()) in text, (item.address, code.code)


def test_absences_are_boxes_to_tick(form: Definition) -> None:
    """Each question has the absences that it takes and no others, *not yet asked* first."""
    parts = content(form, "M01")["parts"]
    assert isinstance(parts, list)
    asked = [part for part in parts if isinstance(part, dict) and part["is"] == "question"]
    received, danger = (
        next(part for part in asked if part["text"] == form.item(path).label.en)
        for path in ("M01.received", "M01.danger")
    )
    assert received["absences"] == ["Not yet asked", "Unknown after enquiry"]
    assert "Not applicable" not in str(danger["absences"])
    assert all(isinstance(part["absences"], list) and part["absences"][0] == "Not yet asked" for part in asked)


def test_the_pages_can_be_read_aloud(form: Definition, sheet: bytes) -> None:
    """Everything drawn is in the tree or set aside, each mark once; a heading for each question, boxes as lists."""
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        tags: list[str] = []
        marks: list[tuple[int, int]] = []

        def walk(element: pikepdf.Object) -> None:
            tags.append(str(element.S))
            kids = element.K
            if isinstance(kids, pikepdf.Array):
                for kid in kids:
                    walk(kid)
            else:
                marks.append((element.Pg.objgen[0], int(kids)))

        walk(pdf.Root.StructTreeRoot.K[0])
        questions = sum(item.is_question and not item.hidden and not item.is_fixed for item in form.items(SECTION))
        assert tags.count("/H4") == questions
        assert tags.count("/L") >= questions
        assert len(marks) == len(set(marks))
        drawn = []
        for page in pdf.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in {"BDC", "BMC"}:
                    depth += 1
                    assert depth == 1
                    if name == "BDC":
                        drawn.append((page.obj.objgen[0], int(operands[1].MCID)))
                elif name == "EMC":
                    depth -= 1
                elif name in {"Tj", "TJ", "S", "f", "B"}:
                    assert depth == 1, "something is drawn that is neither text nor set aside"
        assert sorted(drawn) == sorted(marks)


def test_equal_forms_give_equal_bytes(form: Definition, sheet: bytes) -> None:
    """Nothing but the form and the moment is in it; its properties say nothing about what it asks."""
    assert make(content(form, SECTION), MADE) == sheet
    assert PdfReader(io.BytesIO(sheet)).metadata.title == "Worksheet"


def test_a_section_that_is_not_there_is_named(form: Definition) -> None:
    """The refusal says which sections there are."""
    with pytest.raises(HsbAssessError) as refused:
        content(form, "M99")
    assert refused.value.code == "no_such_section"
    assert "M05" in refused.value.mend
