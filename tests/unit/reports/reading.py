"""Reads a made PDF the way a stranger would: text, pages, fonts, properties, streams."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
from pypdf import PdfReader

from hsb_assess.domain.answer import Answer
from hsb_assess.record.reading import Thing
from hsb_assess.reports.redaction import is_free_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hsb_assess.instrument.schema import Item
    from hsb_assess.record.reading import Reading


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def text(pdf: bytes) -> str:
    """Return the text of all pages."""
    return "\n".join(pages(pdf))


def bare(words: str) -> str:
    """Return words without any white space, as line breaks on paper do not count."""
    return re.sub(r"\s+", "", words)


def everything(pdf: bytes) -> str:
    """Return all text, properties, bookmarks, raw bytes and decompressed streams, for a search for leaks."""
    found = [text(pdf), pdf.decode("latin-1")]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("latin-1"))
            elif isinstance(each, pikepdf.Dictionary):
                found.append(str(each))
        with opened.open_outline() as outline:
            found.extend(item.title for item in _items(outline.root))
    return "\n".join(found)


def has_images(pdf: bytes) -> bool:
    """Say whether any image is in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return any(isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image" for each in opened.objects)


def structure(pdf: bytes) -> tuple[list[str], list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the tags of a tagged PDF in order, the marks that its tree names, and those that its pages draw.

    A mark is an object number of a page and a number on it. Fails where words or lines are drawn outside of any
    mark, where marks stand within each other, and where a header cell does not say what it heads.
    """
    tags: list[str] = []
    named: list[tuple[int, int]] = []

    def walk(element: pikepdf.Object) -> None:
        tags.append(str(element.S))
        assert tags[-1] != "/TH" or str(element.A.Scope) in {"/Row", "/Column"}
        if isinstance(element.K, pikepdf.Array):
            for kid in element.K:
                walk(kid)
        else:
            named.append((element.Pg.objgen[0], int(element.K)))

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        walk(opened.Root.StructTreeRoot.K[0])
        drawn = [mark for page in opened.pages for mark in _drawn(page)]
    return tags, named, drawn


def _drawn(page: pikepdf.Page) -> Iterator[tuple[int, int]]:
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            depth += 1
            assert depth == 1
            if name == "BDC":
                yield page.objgen[0], int(operands[1].MCID)
        elif name == "EMC":
            depth -= 1
        else:
            assert depth == 1 or name not in {"Tj", "TJ", "re", "l"}, name


def _items(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _items(item.children)


def free_text_paths(reading: Reading) -> Iterator[tuple[str, Item]]:
    """Yield every question that takes sentences and is asked now, of the assessment and of its things."""
    seen = set()
    for path in [
        *(path for module in reading.definition.modules for path in reading.engine.paths(module.id)),
        *reading.answers,
    ]:
        item = reading.definition.find(path)
        if item is not None and path not in seen and is_free_text(item) and reading.engine.visible(path):
            seen.add(path)
            yield path, item


def rewritten(reading: Reading, words: Callable[[str, Item], str]) -> Reading:
    """Return the reading with every sentence replaced by what ``words`` returns for its path."""
    answers = dict(reading.answers)
    fields = {thing.id: dict(thing.fields) for thing in reading.all_things.values()}
    for path, item in list(free_text_paths(reading)):
        given = Answer(value=words(path, item), evidence=reading.answer(path).evidence)
        answers[path] = given
        row = path[path.find("[") + 1 : path.find("]")]
        if row in fields:
            fields[row][item.id] = given
    things = {name: Thing(name, reading.all_things[name].kind, held) for name, held in fields.items()}
    return replace(reading, answers=answers, all_things=things)
