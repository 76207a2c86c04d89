"""Documents on paper: furniture, fonts, properties, splitting, and texts that try to break the page."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.reports.layout import make

from .reading import bare, everything, has_images, pages, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.reports.layout import MadeDocument

HASH = "7f3a91c2" * 8


def content(*blocks: dict[str, Any], audience: str = "A") -> dict[str, Any]:
    """Return the content of a small document."""
    furniture = {
        "case_ref": "REF-1",
        "letter": audience,
        "name": "Full assessment",
        "version": "1",
        "hash": HASH,
        "prepared": "Prepared by Worker P",
    }
    return {
        "audience": audience,
        "title": "Assessment record",
        "made": "2026-06-10T14:02:00+01:00",
        "furniture": furniture,
        "blocks": list(blocks),
    }


def fact(words: str, label: str = "Question") -> dict[str, Any]:
    """Return a question and its answer."""
    return {"label": label, "value": {"text": words}}


@pytest.mark.parametrize("audience", ["A", "B"])
def test_every_page_carries_the_furniture(documents: dict[str, MadeDocument], audience: str) -> None:
    """Case reference, document, version, content hash, the author's audit, who and when, the mark, page n of m: on every page."""
    made = documents[audience]
    found = pages(made.pdf)
    assert len(found) == made.pages
    name = {"A": "A · Full assessment", "B": "B · Multi-agency plan"}[audience]
    for number, page in enumerate(found, start=1):
        for words in (
            "Case reference HR-2026-0117",
            name,
            "Restricted",
            "Version 2 · content 7f3a 91c2 7f3a 91c2 · audit 1204 7f3a 91c2 7f3a 91c2",
            "Prepared by Worker P (practitioner) on 10 June 2026 at 14:02",
            f"Page {number} of {made.pages}",
        ):
            assert words in page
    assert HASH in bare(found[-1])


@pytest.mark.parametrize("audience", ["A", "B"])
def test_every_font_is_embedded(documents: dict[str, MadeDocument], audience: str) -> None:
    """Only Atkinson Hyperlegible is named, and its outlines are in the file."""
    with pikepdf.open(io.BytesIO(documents[audience].pdf)) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
        assert fonts
        for font in fonts:
            assert "AtkinsonHyperlegibleNext" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor


@pytest.mark.parametrize(("audience", "title"), [("A", "Assessment record"), ("B", "Plan")])
def test_properties_are_neutral(documents: dict[str, MadeDocument], audience: str, title: str) -> None:
    """The properties name no child, no author and no subject; the language is set and the title is shown."""
    with pikepdf.open(io.BytesIO(documents[audience].pdf)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items() if str(value)}
        assert info.pop("/Title") == title
        assert info.pop("/CreationDate") == info.pop("/ModDate") == "D:20260610130200+00'00'"
        assert info == {"/Creator": "Assess", "/Producer": "Assess", "/Trapped": "/False"}
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "/AcroForm" not in pdf.Root
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 8


def test_equal_content_gives_equal_bytes(made: Callable[..., MadeDocument], documents: dict[str, MadeDocument]) -> None:
    """Two documents of the same record differ in no byte."""
    assert made("B").pdf == documents["B"].pdf


@pytest.mark.parametrize("audience", ["A", "B"])
def test_signature_places_lie_on_the_last_page(documents: dict[str, MadeDocument], audience: str) -> None:
    """Author and Supervisor each have their own frame, apart from one another and inside the page."""
    made = documents[audience]
    assert set(made.fields) == {"Author", "Supervisor"}
    for page, (left, bottom, right, top) in made.fields.values():
        assert page == made.pages - 1
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842
    assert made.fields["Author"][1][1] > made.fields["Supervisor"][1][3]


@pytest.mark.parametrize("audience", ["A", "B"])
def test_no_heading_is_left_at_the_foot_of_a_page(documents: dict[str, MadeDocument], audience: str) -> None:
    """Under a heading there is always something before the page ends."""
    with pikepdf.open(io.BytesIO(documents[audience].pdf)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    for page in pages(documents[audience].pdf):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        body = lines[: next(place for place, line in enumerate(lines) if line.startswith(("A ·", "B ·")))]
        assert not body or body[-1] not in titles


@pytest.mark.parametrize(
    "block",
    [
        lambda words: {"kind": "facts", "rows": [fact(words)]},
        lambda words: {"kind": "panel", "title": "Row", "rows": [fact(words)]},
        lambda words: {
            "kind": "table",
            "columns": [{"title": "A"}, {"title": "B"}],
            "rows": [[{"text": words}, {"text": "b"}]],
        },
        lambda words: {"kind": "quote", "words": words},
        lambda words: {"kind": "para", "text": words},
        lambda words: {"kind": "bullets", "items": [words]},
        lambda words: {"kind": "notice", "title": "Note", "items": [words]},
    ],
)
def test_200000_unbroken_characters_are_set_in_time(block: Callable[[str], dict[str, Any]]) -> None:
    """A text without a single space is set whole, everywhere, in at most ten seconds."""
    start = time.perf_counter()
    made = make("A", content(block("x" * 200_000)))
    assert time.perf_counter() - start < 10
    assert bare(text(made.pdf)).count("x") >= 200_000


def test_a_long_answer_splits_over_pages() -> None:
    """Twenty thousand characters of sentences stand complete and in order beside their question."""
    words = " ".join(f"Sentence number {number} of a long answer." for number in range(600))
    made = make("A", content({"kind": "facts", "rows": [fact(words)]}))
    assert made.pages > 3
    found = bare("".join(_body(page) for page in pages(made.pdf)))
    assert bare(words) in found.replace("Question", "")


def _body(page: str) -> str:
    return page[: page.index("A · Full assessment")]


def test_a_table_repeats_its_header() -> None:
    """On each page of a long table the columns are named again."""
    columns = [{"title": "Columnhead"}, {"title": "Other"}]
    rows = [[{"text": f"row {number}"}, {"text": "words " * 20}] for number in range(80)]
    made = make("A", content({"kind": "table", "columns": columns, "rows": rows}))
    assert made.pages > 2
    assert all("Columnhead" in page for page in pages(made.pdf))


def test_a_panel_says_that_it_continues() -> None:
    """A panel cut by the page says its title again."""
    made = make(
        "A", content({"kind": "panel", "title": "Incident 1", "rows": [fact("words " * 30) for _ in range(40)]})
    )
    assert all("Incident 1 (continued)" in page for page in pages(made.pdf)[1:])


@pytest.mark.parametrize("given", [{}, {"blocks": 3}, {"audience": "A", "secret": "MARKER"}])
def test_what_is_no_content_is_refused_without_quoting(given: dict[str, Any]) -> None:
    """Content of another shape, or for another audience, is refused by code and quoted nowhere."""
    with pytest.raises(HsbAssessError) as refused:
        make("A", given)
    assert refused.value.code == "document_content"
    assert "MARKER" not in str(refused.value)
    with pytest.raises(HsbAssessError):
        make("B", content())


def test_nothing_but_text_and_lines_is_in_the_file(documents: dict[str, MadeDocument]) -> None:
    """No image, link, script, attachment or action in either document."""
    for made in documents.values():
        raw = everything(made.pdf)
        assert not has_images(made.pdf)
        for name in ("/URI", "/Launch", "/JavaScript", "/EmbeddedFile", "/GoToR", "/SubmitForm", "Helvetica"):
            assert name not in raw
