"""Preparing and signing: what the file says of itself, who may sign when, and what other programs see."""

from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
import sys
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.pdf import Panel, RosterLine, prepare
from hsb_assess.signing.roster import Roster
from hsb_assess.signing.xmp import read_packet, roster_xmp
from hsb_assess.trust.identity import create_identity
from tests.unit.signing.making import (
    NOW,
    PARTICULARS,
    PRACTITIONER,
    ROSTER,
    SUPERVISOR,
    ann,
    code,
    made,
    pages,
    prepared,
    sign,
    sue,
)

if TYPE_CHECKING:
    from pathlib import Path


def error_code(action: object, *arguments: object, **options: object) -> str:
    """Return the code of the error that a call gives."""
    assert callable(action)
    with pytest.raises(HsbAssessError) as caught:
        action(*arguments, **options)
    return caught.value.code


def test_the_properties_are_the_given_ones_only() -> None:
    """The page maker's author, title, producer and times are gone from every revision."""
    for document in (made().prepared, made().finished):
        with pikepdf.open(io.BytesIO(document)) as pdf:
            assert {str(key): str(value) for key, value in pdf.trailer.Info.items()} == {
                "/Title": "Document 7F3K",
                "/Producer": "Assess",
                "/CreationDate": "D:20260302093000+00'00",
            }
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert str(pdf.Root.Lang) == "en-GB"
        for leak in (b"leaking", b"eportLab", b"anonymous", b"pikepdf", b"HSB", b"hsb"):
            assert leak not in document


def test_the_roster_and_the_content_hash_are_in_the_packet() -> None:
    """Another program can read who must sign from the document's XMP."""
    with pikepdf.open(io.BytesIO(made().finished)) as pdf:
        stated = read_packet(pdf.Root.Metadata.read_bytes())
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == "Document 7F3K"
        assert metadata["{urn:assess:document:1#}audience"] == "A"
    assert stated.roster.lines == ROSTER
    assert (stated.document, stated.version, stated.content_sha256) == (
        PARTICULARS.document,
        "1",
        "ab" * 32,
    )


def test_a_roster_with_markup_survives() -> None:
    """Ampersands, quotes and angle brackets are text, never markup."""
    roster = Roster.of([RosterLine("Practitioner", "practitioner", "A & B <c> \"d\" ]]> 'ŵ'")])
    assert Roster.from_json(roster.as_json()) == roster
    document = sign(prepared(roster.lines), ann(), roster.lines[0])
    assert code(document) == "accepted"
    assert "<c>" not in roster_xmp(roster)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "[1]", '[{"field":"A"}]', "[" * 5000, '[{"field":"A","role":"b","meaning":""}]'],
)
def test_a_damaged_roster_is_refused(text: str) -> None:
    """Anything but the one text that a roster is written as."""
    assert error_code(Roster.from_json, text) == "roster_shape"


def test_rosters_and_panels_must_fit() -> None:
    """Empty, doubled and ill-named lines, and panels for other fields, are refused before any work."""
    panel = Panel("Practitioner", 0, (0, 0, 100, 50))
    for roster in ([], [PRACTITIONER] * 2, [RosterLine("x y", "a", "m")], [RosterLine("A", "a", "m\n")]):
        assert error_code(prepare, pages(), roster, PARTICULARS, [panel]) == "roster_shape"
    for panels in ([], [panel] * 2, [panel, Panel("Other", 0, (0, 0, 1, 1))]):
        assert error_code(prepare, pages(), [PRACTITIONER], PARTICULARS, panels) == "prepare_panels"
    assert error_code(prepare, made().prepared, [PRACTITIONER], PARTICULARS, [panel]) == "prepare_form"


def test_people_sign_in_turn() -> None:
    """The second cannot sign first, nobody signs twice, and a finished document is closed."""
    assert error_code(sign, made().prepared, sue(), SUPERVISOR) == "sign_order"
    assert error_code(sign, made().certified, ann(), PRACTITIONER) == "sign_order"
    for line in ROSTER:
        assert error_code(sign, made().finished, sue(), line) == "sign_order"


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n%%EOF", pages()])
def test_what_was_not_prepared_cannot_be_signed(data: bytes) -> None:
    """A plain error, not a traceback from a library."""
    assert error_code(sign, data, ann(), PRACTITIONER) == "sign_document"


def test_signing_keeps_the_bytes_before_it() -> None:
    """Each signature is an update: what was there stays, byte for byte."""
    assert made().certified.startswith(made().prepared)
    assert made().finished.startswith(made().certified)


def test_the_panel_says_it_in_words_and_in_an_embedded_font() -> None:
    """Name, role, date with its offset, meaning, and how the role was confirmed; no font from outside."""
    summer = NOW.astimezone(timezone(timedelta(hours=1)))
    document = sign(made().certified, sue(), SUPERVISOR, when=summer)
    text = _tool("pdftotext", "-layout", "-", "-", data=document)
    words = " ".join(text.split())
    for expected in (
        "Signed by Ann Prŷs-O’Neill",
        "Signed by Sue Ahmed",
        "2 March 2026, 09:30 (UTC+00:00)",
        "2 March 2026, 10:30 (UTC+01:00)",
        "I have read this and approve it.",
        "Role confirmed by voice, not by the organisation.",
    ):
        assert set(expected.split()) <= set(words.split()), expected
    fonts = [row.split() for row in _tool("pdffonts", "-", data=document).splitlines()[2:]]
    ours = [row for row in fonts if "AtkinsonHyperlegibleNext" in row[0]]
    assert len(ours) == 4
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in ours)
    assert {row[0] for row in fonts} - {row[0] for row in ours} == {"Helvetica"}  # the test's own page


def test_the_panel_says_who_confirmed_the_role() -> None:
    """An organisation, where it did; the other signature still says that it was a voice."""
    document = sign(made().certified, sue(), SUPERVISOR, confirmed="Role confirmed by the organisation.")
    words = " ".join(_tool("pdftotext", "-raw", "-", "-", data=document).split())
    assert "Role confirmed by the organisation." in words
    assert "by voice" in words


def test_a_long_panel_is_wrapped_into_its_box() -> None:
    """Long names without a space and long meanings stay inside the frame."""
    line = RosterLine("Practitioner", "practitioner", "word " * 35 + "end.")
    document = sign(prepared([line]), ann(), line, name="W" * 64)
    with pikepdf.open(io.BytesIO(document)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        content = field.AP.N.read_bytes()
        height = max(float(number) for number in field.AP.N.BBox[1::2])
    lines = [float(y) for y in re.findall(rb"5 ([\d.]+) Td ", content)]
    sizes = {float(size) for size in re.findall(rb"/Panel\w+ ([\d.]+) Tf", content)}
    assert len(content.split(b"BT")) > 6
    assert all(size < 9 for size in sizes)
    assert lines
    assert 0 < max(lines) < height


def test_every_letter_of_a_name_is_printed() -> None:
    """Letters that the first font lacks come from the second; nobody's name is a row of boxes."""
    name = "Ọlá Nguyễn Ṣ̀"
    ola = create_identity(name, "practitioner", "", NOW)
    document = sign(prepared([PRACTITIONER]), ola, PRACTITIONER)
    assert code(document, [ola.card()]) == "accepted"
    assert set(name.split()) <= set(_tool("pdftotext", "-layout", "-", "-", data=document).split())
    assert "DejaVuSans-Bold" in _tool("pdffonts", "-", data=document)


def test_pdfsig_agrees(tmp_path: Path) -> None:
    """Poppler calls both signatures valid, and the last one total."""
    path = tmp_path / "signed.pdf"
    path.write_bytes(made().finished)
    shown = _tool("pdfsig", "-nocert", str(path))
    assert shown.count("Signature is Valid.") == 2
    assert shown.count("Signature Type: ETSI.CAdES.detached") == 2
    assert shown.count("Total document signed") == 1
    last = shown[shown.index("Signature #2") :]
    assert "Total document signed" in last
    assert "Not total" not in last
    assert "Signing Time: Mar 02 2026 10:30:00" in last


def test_a_tagged_document_can_be_signed() -> None:
    """With a structure tree each field gets a Form element, and the signatures still hold."""
    with pikepdf.open(io.BytesIO(pages())) as pdf:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=5))
        root = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root, Pg=pdf.pages[0].obj, K=0))
        root.K = body
        tree.K = Array([root])
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([4, body])))
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        out = io.BytesIO()
        pdf.save(out)
    document = prepared(source=out.getvalue())
    with pikepdf.open(io.BytesIO(document)) as pdf:
        elements = list(pdf.Root.StructTreeRoot.K[0].K)
        assert [element.S for element in elements] == [Name.P, Name.Form, Name.Form]
        assert elements[1].K.Obj.T == "Practitioner"
        assert [int(key) for key in pdf.Root.StructTreeRoot.ParentTree.Nums[::2]] == [4, 5, 6]
    signed = sign(sign(document, ann(), PRACTITIONER), sue(), SUPERVISOR)
    assert code(signed) == "accepted"


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Library messages could quote the document, so they go nowhere."""
    with caplog.at_level(logging.DEBUG):
        assert code(made().finished[:-20]) != "accepted"
        assert code(made().finished) == "accepted"
    assert [record for record in caplog.records if record.name.startswith(("pyhanko", "fontTools"))] == []


def test_importing_the_room_costs_nothing(tmp_path: Path) -> None:
    """Neither module brings in pyHanko, pikepdf or fontTools before it is used."""
    program = (
        "import sys, hsb_assess.signing.pdf, hsb_assess.signing.verify;"
        "print(sorted({'pyhanko','pikepdf','fontTools','lxml','asn1crypto'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "[]"


def _tool(name: str, *arguments: str, data: bytes = b"") -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed (Debian package poppler-utils)")
    done = subprocess.run([path, *arguments], input=data, capture_output=True, check=False)
    return done.stdout.decode("utf-8")
