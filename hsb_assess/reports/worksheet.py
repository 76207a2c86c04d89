"""A form or one of its sections as a blank worksheet: the same words in the same order, lines to write on, boxes to tick.

The pages are tagged, so that a screen reader reads them in order and as headings, paragraphs and lists. Nothing of any
case is in them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, KeepTogether, PageBreak, PageTemplate

from hsb_assess.domain.answer import Absence, AnswerState
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import Demand, ItemType
from hsb_assess.reports.flow import sheet_frame, text
from hsb_assess.reports.styles import MARGIN, MUTED, PAGE, RULE, mm
from hsb_assess.reports.tagging import Tags, tagged
from hsb_assess.reports.typeface import REGULAR, register
from hsb_assess.reports.wording import ABSENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition, Item, Module

__all__ = ["content", "make"]

_LINES: Final = {ItemType.LONGTEXT: 6, ItemType.TEXT: 2, ItemType.OPEN_CHOICE: 1}
_LINE: Final = 8 * mm
_BOX: Final = 3.6 * mm
_TICKED: Final = frozenset(
    {ItemType.CHOICE, ItemType.MULTICHOICE, ItemType.SCALE, ItemType.BOOLEAN, ItemType.OPEN_CHOICE, ItemType.QUANTITY}
)
_ASKED: Final = {
    ItemType.DATE: "Day, month, year, as far as known:",
    ItemType.DATETIME: "Day and time:",
    ItemType.TIME: "Time:",
    ItemType.NUMBER: "In figures:",
    ItemType.DECIMAL: "In figures:",
    ItemType.QUANTITY: "In figures:",
    ItemType.REF: "Who or what, as it is called in the record:",
}
_STATES: Final = {
    AnswerState.YES: "Yes",
    AnswerState.SUSPECTED: "Suspected",
    AnswerState.CONFLICTING: "Conflicting",
    AnswerState.NONE_FOUND: "No sign found (who looked, how, when)",
}
_KEPT: Final = "Keep this sheet as you would keep the record, and destroy it once it is typed in."


# -- what stands on it -------------------------------------------------------------------------------------------


def content(definition: Definition, section: str = "") -> dict[str, JsonValue]:
    """Return what stands on the worksheet of a form, or of its ``section`` alone; raises ``no_such_section``."""
    modules = [module for module in definition.modules if not section or module.id == section]
    if not modules:
        known = ", ".join(module.id for module in definition.modules)
        raise HsbAssessError("no_such_section", f"This form has no section {section}.", f"Use one of: {known}.")
    parts: list[JsonValue] = [
        {"is": "title", "text": definition.title.en},
        {"is": "words", "text": f"Worksheet, version {definition.version}. {_KEPT}"},
        {"is": "asked", "text": "Case reference:", "lines": 1},
        {"is": "asked", "text": "Written by, and when:", "lines": 1},
    ]
    for at, module in enumerate(modules):
        parts += _module(definition, module, new_page=at > 0)
    return {"parts": parts}


def _module(definition: Definition, module: Module, *, new_page: bool) -> Iterator[JsonValue]:
    yield {"is": "section", "text": module.title.en, "new_page": new_page}
    for words in (module.intro, module.help):
        if words is not None:
            yield {"is": "words", "text": words.en}
    for item in module.items:
        yield from _item(definition, item)


def _item(definition: Definition, item: Item) -> Iterator[JsonValue]:
    if item.hidden or item.is_fixed:
        return
    if item.type is ItemType.NOTE:
        yield {"is": "words", "text": item.label.en}
    elif item.type is ItemType.GROUP:
        yield {"is": "group", "text": item.label.en}
        if item.help is not None:
            yield {"is": "words", "text": item.help.en}
        if item.repeats:
            yield {"is": "words", "text": "One set for each. Copy these lines for more."}
        for each in item.items:
            yield from _item(definition, each)
    else:
        yield _question(definition, item)


def _question(definition: Definition, item: Item) -> JsonValue:
    label = f"{item.prefix} {item.label.en}" if item.prefix else item.label.en
    marks = [] if item.mandatory is True else ["optional"] if item.when is None else ["if it applies"]
    options = [code.en for code in definition.codes(item)] if item.type in _TICKED else []
    if item.type is ItemType.STATE:
        words = {**_STATES, AnswerState.NONE_FOUND: "No"} if item.plain_fact else _STATES
        options = [words[state] for state in definition.states(item)]
    several = item.type is ItemType.MULTICHOICE
    lines = _LINES.get(item.type, 0 if options and item.type not in _ASKED else 1)
    absences = [each for each in Absence if each is Absence.NOT_ASKED or each in item.absences]
    return {
        "is": "question",
        "text": f"{label} ({', '.join(marks)})" if marks else label,
        "help": item.help.en if item.help is not None else "",
        "pick": ("Tick all that hold." if several else "Tick one.") if options else "",
        "options": [*options],
        "asked": _ASKED.get(item.type, ""),
        "lines": lines,
        "absences": [ABSENCES[each] for each in absences],
        "evidence": item.evidence is not Demand.NONE,
    }


# -- setting it --------------------------------------------------------------------------------------------------


def make(told: Mapping[str, JsonValue], made: str) -> bytes:
    """Set the parts (see :func:`content`) on A4, tagged; ``made`` is the ISO moment that its properties name."""
    register()
    tags = Tags()
    story: list[Flowable] = []
    parts = told["parts"]
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            story += _set(part, tags)
    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=PAGE, pageCompression=1)
    template.addPageTemplates([PageTemplate(frames=[sheet_frame()], onPage=_furniture)])
    template.build(story, canvasmaker=_sheet)
    return tagged(buffer.getvalue(), tags, title="Worksheet", made=made)


def _sheet(*arguments: object, **options: object) -> Canvas:
    options.update(initialFontName=REGULAR, lang="en-GB", pdfVersion=(1, 7), invariant=1)
    return Canvas(*arguments, **options)


def _furniture(canvas: Canvas, _template: BaseDocTemplate) -> None:
    """Write the page's number as what it is: no part of the text."""
    canvas.saveState()
    canvas._code.append("/Artifact BMC")  # noqa: SLF001  reportlab has no marked content of its own
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(MUTED)
    canvas.drawString(MARGIN["left"], 15 * mm, "Restricted once it is written on")
    canvas.drawRightString(PAGE[0] - MARGIN["right"], 15 * mm, f"Page {canvas.getPageNumber()}")
    canvas._code.append("EMC")  # noqa: SLF001  as above
    canvas.restoreState()


def _set(part: Mapping[str, JsonValue], tags: Tags) -> list[Flowable]:
    words, kind = str(part.get("text", "")), part.get("is")
    if kind == "title":
        return [_Words(words, "title", "H1", tags, below=8)]
    if kind == "section":
        found: list[Flowable] = [PageBreak()] if part.get("new_page") else []
        return [*found, _Words(words, "heading1", "H2", tags, above=10, below=4)]
    if kind == "group":
        return [_Words(words, "heading2", "H3", tags, above=10, below=2)]
    if kind == "words":
        return [_Words(words, "body", "P", tags, below=4)]
    if kind == "asked":
        return [_Words(words, "body", "P", tags), _Lines(1)]
    return [_question_on_paper(part, words, tags)]


def _question_on_paper(part: Mapping[str, JsonValue], words: str, tags: Tags) -> Flowable:
    """Return a question that is never parted from its boxes and first lines."""

    def listed(name: str) -> list[str]:
        value = part.get(name)
        return [str(each) for each in value] if isinstance(value, list) else []

    found: list[Flowable] = [_Words(words, "value_strong", "H4", tags, above=9)]
    if part.get("help"):
        found.append(_Words(str(part["help"]), "small", "P", tags))
    options = listed("options")
    if options:
        found.append(_Words(str(part["pick"]), "small", "P", tags))
        found.append(_Boxes(options, tags))
    lines = part.get("lines")
    if part.get("asked"):
        found.append(_Words(str(part["asked"]), "label", "P", tags))
    if isinstance(lines, int) and lines:
        found.append(_Lines(lines))
    if part.get("evidence"):
        found += [
            _Words("What it rests on: who, which day, what was said, seen or written", "label", "P", tags),
            _Lines(1),
        ]
    found.append(_Words("Or why there is no answer:", "label", "P", tags, above=2))
    found.append(_Boxes(listed("absences"), tags, style="cell"))
    return KeepTogether(found)


class _Words(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Paragraphs in one element of the structure."""

    def __init__(self, words: str, style: str, tag: str, tags: Tags, *, above: float = 0, below: float = 2) -> None:
        super().__init__()
        self._parts, self._tag, self._tags = text(words, style), tag, tags
        self._above, self._below = above, below
        self._heights: list[float] = []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the size."""
        self._heights = [part.wrap(available_width, 10_000)[1] for part in self._parts]
        return available_width, sum(self._heights) + self._above + self._below

    def draw(self) -> None:
        """Draw it as one piece of marked content."""
        with self._tags.on(self.canv, self._tag):
            top = sum(self._heights) + self._below
            for part, height in zip(self._parts, self._heights, strict=True):
                top -= height
                part.drawOn(self.canv, 0, top)


class _Lines(Flowable):  # type: ignore[misc]  # as above
    """Lines to write on; no part of the text."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the size."""
        self._width = available_width
        return available_width, self._count * _LINE + 4

    def draw(self) -> None:
        """Draw them."""
        with Tags.aside(self.canv):
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.7)
            for at in range(self._count):
                self.canv.line(0, at * _LINE + 3, self._width, at * _LINE + 3)


class _Boxes(Flowable):  # type: ignore[misc]  # as above
    """Boxes to tick with their words, as many side by side as there is room for; a list in the structure."""

    def __init__(self, words: list[str], tags: Tags, *, style: str = "body") -> None:
        super().__init__()
        self._words, self._tags, self._style = words, tags, style
        self._placed: list[tuple[float, float, float, list[Flowable]]] = []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the size: columns where all words are short, else one below the other."""
        longest = max((len(each) for each in self._words), default=0)
        columns = 3 if longest <= 24 else 2 if longest <= 40 else 1  # noqa: PLR2004  letters that fit a third and a half
        room = available_width / columns
        self._placed, down = [], 0.0
        for start in range(0, len(self._words), columns):
            row, tallest = [], 0.0
            for at, words in enumerate(self._words[start : start + columns]):
                parts = text(words, self._style)
                heights = [part.wrap(room - _BOX - 10, 10_000)[1] for part in parts]
                row.append((at * room, sum(heights), parts))
                tallest = max(tallest, sum(heights))
            self._placed += [(left, down, height, parts) for left, height, parts in row]
            down += tallest + 3
        self._high = down + 3
        return available_width, self._high

    def draw(self) -> None:
        """Draw each box as an artifact and its words as an item of the list."""
        with self._tags.group("L"):
            for left, down, height, parts in self._placed:
                top = self._high - down - 2
                with Tags.aside(self.canv):
                    self.canv.setStrokeColor(MUTED)
                    self.canv.setLineWidth(0.9)
                    self.canv.rect(left + 1, top - _BOX, _BOX, _BOX)
                with self._tags.on(self.canv, "LI"):
                    y = top + 2
                    for part in parts:
                        y -= part.wrap(10_000, 10_000)[1] if len(parts) > 1 else height
                        part.drawOn(self.canv, left + _BOX + 7, y)
