"""The structure of a page that is read aloud: marked content while it is drawn, and the tree of tags afterwards."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

__all__ = ["Tags", "tagged"]


@dataclass
class _Element:
    """One element: its tag, the page (from 0) and number of its marked content, or the elements within.

    ``scope`` says what a header cell heads; ``key`` tells a table or list that goes on from the next one.
    """

    tag: str
    page: int = -1
    mark: int = -1
    within: list[_Element] = field(default_factory=list)
    scope: str = ""
    key: str = ""


class Tags:
    """Collects elements in the order in which they are drawn, which is the order of reading."""

    def __init__(self) -> None:
        self.elements: list[_Element] = []
        self._open: list[list[_Element]] = [self.elements]
        self._marks: dict[int, int] = {}

    @contextmanager
    def on(self, canvas: Canvas, tag: str, scope: str = "") -> Iterator[None]:
        """Mark what is drawn meanwhile as one element; ``scope`` is *Row* or *Column* of a header cell."""
        page = canvas.getPageNumber() - 1
        mark = self._marks.get(page, 0)
        self._marks[page] = mark + 1
        self._open[-1].append(_Element(tag, page, mark, scope=scope))
        canvas._code.append(f"/{tag} <</MCID {mark}>> BDC")  # noqa: SLF001  reportlab has no marked content of its own
        yield
        canvas._code.append("EMC")  # noqa: SLF001  as above

    @contextmanager
    def group(self, tag: str) -> Iterator[None]:
        """Put the elements that are drawn meanwhile into one."""
        made = _Element(tag)
        self._open[-1].append(made)
        self._open.append(made.within)
        yield
        self._open.pop()

    @contextmanager
    def within(self, tag: str, key: str) -> Iterator[None]:
        """Put the elements that are drawn meanwhile into the table or list of this key, which may have begun before."""
        around = self._open[-1]
        made = around[-1] if around and around[-1].tag == tag and around[-1].key == key else None
        if made is None:
            made = _Element(tag, key=key)
            around.append(made)
        self._open.append(made.within)
        yield
        self._open.pop()

    @staticmethod
    @contextmanager
    def aside(canvas: Canvas) -> Iterator[None]:
        """Mark what is drawn meanwhile as no part of the text."""
        canvas._code.append("/Artifact BMC")  # noqa: SLF001  as above
        yield
        canvas._code.append("EMC")  # noqa: SLF001  as above


def tagged(pdf: bytes, tags: Tags, *, title: str, made: str) -> bytes:
    """Return the document with its tree of tags, language, title and dates; equal input gives equal bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        parents: dict[int, dict[int, pikepdf.Object]] = {}
        whole.K = Array([_element(document, each, whole, parents) for each in tags.elements])
        tree.K = Array([whole])
        numbers = Array()
        for page, by_mark in sorted(parents.items()):
            document.pages[page].obj.StructParents = page
            document.pages[page].obj.Tabs = Name.S
            listed = Array([by_mark[mark] for mark in sorted(by_mark)])
            numbers.append(page)
            numbers.append(document.make_indirect(listed))
        tree.ParentTree = document.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(document.pages)
        document.Root.StructTreeRoot = tree
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.Lang = String("en-GB")
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        stamp = String(f"D:{made[:19].replace('-', '').replace('T', '').replace(':', '')}")
        document.docinfo = document.make_indirect(
            Dictionary(
                Title=String(title),
                Creator=String("Assess"),
                Producer=String("Assess"),
                CreationDate=stamp,
                ModDate=stamp,
            )
        )
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _element(
    document: pikepdf.Pdf, made: _Element, parent: pikepdf.Object, parents: dict[int, dict[int, pikepdf.Object]]
) -> pikepdf.Object:
    element = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{made.tag}"), P=parent))
    if made.scope:
        element.A = Dictionary(O=Name.Table, Scope=Name(f"/{made.scope}"))
    if made.within:
        element.K = Array([_element(document, each, element, parents) for each in made.within])
    elif made.page >= 0:
        element.Pg = document.pages[made.page].obj
        if made.tag == "LI":  # a list item holds a body, and that the words
            body = document.make_indirect(
                Dictionary(Type=Name.StructElem, S=Name.LBody, P=element, Pg=element.Pg, K=made.mark)
            )
            element.K = Array([body])
            parents.setdefault(made.page, {})[made.mark] = body
        else:
            element.K = made.mark
            parents.setdefault(made.page, {})[made.mark] = element
    return element
