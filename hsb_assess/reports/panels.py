"""The framed pieces of a document: its head, panels, notices, printed agreement lines and signature places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from hsb_assess.domain.strokes import HEIGHT, WIDTH
from hsb_assess.reports.flow import Gap, answer, text
from hsb_assess.reports.grid import Grid, GridRow
from hsb_assess.reports.markup import printable
from hsb_assess.reports.styles import ACCENT, INK, MUTED, PAGE, RULE, TEXT_WIDTH, TINT, mm
from hsb_assess.reports.typeface import REGULAR, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from hsb_assess.reports.blocks import AgreementLine, Fact, Front, Notice, Panel, SignaturePlace

__all__ = ["AgreementTable", "SignatureFigure", "fact_row", "facts", "front", "notice", "panel"]

_INK: Final = (58 * mm, 58 * mm * HEIGHT / WIDTH)
"""The room that a mark is drawn in."""
_NUMBER: Final = 11 * mm
_LABEL: Final = 60 * mm
_GUTTER: Final = 4 * mm
_ABOVE: Final = 3.2
_BELOW: Final = 3.8
_PANEL_LABEL: Final = 68 * mm
# Labels are set a point smaller than values and stand on the same line.
_DROPS: Final = (1.0, 0.0)


def fact_row(fact: Fact, number: str = "") -> GridRow:
    """Return a question with its answer beside it and its number, if it has one, before it."""
    label, value = tuple(text(fact.label, "label")), tuple(answer(fact.value))
    if not number:
        room = TEXT_WIDTH - _LABEL - _GUTTER
        return GridRow(
            cells=(label, (), value), widths=(_LABEL, _GUTTER, room), drops=(1.0, 0.0, 0.0), above=_ABOVE, below=_BELOW
        )
    room = TEXT_WIDTH - _NUMBER - _LABEL - _GUTTER
    return GridRow(
        cells=(tuple(text(number, "number")), label, (), value),
        widths=(_NUMBER, _LABEL, _GUTTER, room),
        drops=(2.0, 1.0, 0.0, 0.0),
        above=_ABOVE,
        below=_BELOW,
    )


def _panel_row(fact: Fact, *, first: bool) -> GridRow:
    return GridRow(
        cells=(tuple(text(fact.label, "label")), tuple(answer(fact.value))),
        widths=(_PANEL_LABEL, TEXT_WIDTH - _PANEL_LABEL),
        drops=_DROPS,
        inset=6,
        above=2.6,
        below=3.2,
        rule=None if first else RULE,
    )


def panel(block: Panel) -> list[Flowable]:
    """Return a titled set of questions and answers in a frame; its title stands again on the next page."""
    widths = (TEXT_WIDTH * 0.66, TEXT_WIDTH * 0.34)

    def head(title: str) -> GridRow:
        return GridRow(
            cells=(tuple(text(title, "panel")), tuple(text(block.aside, "panel_aside")) if block.aside else ()),
            widths=widths,
            inset=6,
            above=4,
            below=5,
            rule=None,
            fill=TINT,
        )

    rows = [_panel_row(fact, first=place == 0) for place, fact in enumerate(block.rows)]
    grid = Grid(rows, header=head(block.title), again=head(f"{block.title} (continued)"), outlined=True)
    return [grid, Gap(9)]


def notice(block: Notice) -> list[Flowable]:
    """Return a framed statement with its list."""
    parts: list[Flowable] = [*text(block.title, "notice_title")]
    if block.text:
        parts.extend(text(block.text, "body"))
    rows = [GridRow(cells=(tuple(parts),), widths=(TEXT_WIDTH,), inset=9, above=7, below=5, rule=None, fill=TINT)]
    mark = 4 * mm
    rows.extend(
        GridRow(
            cells=((), tuple(text("•", "bullet")), tuple(text(item, "body")), ()),
            widths=(9, mark, TEXT_WIDTH - 18 - mark, 9),
            above=1,
            below=8 if place == len(block.items) - 1 else 2,
            rule=None,
            fill=TINT,
        )
        for place, item in enumerate(block.items)
    )
    return [Grid(rows, outlined=True), Gap(9)]


def front(block: Front) -> list[Flowable]:
    """Return the document's head: its title, what it is, and whom and what it is about."""
    quarter = (27 * mm, TEXT_WIDTH / 2 - 27 * mm)
    rows: list[GridRow] = []
    for start in range(0, len(block.rows), 2):
        pair = block.rows[start : start + 2]
        cells: list[tuple[Flowable, ...]] = []
        for fact in pair:
            cells.extend((tuple(text(fact.label, "label")), tuple(answer(fact.value))))
        while len(cells) < 4:  # noqa: PLR2004  two questions with their answers stand on a line
            cells.append(())
        rows.append(GridRow(cells=tuple(cells), widths=(*quarter, *quarter), drops=(1, 0, 1, 0), above=4, below=5))
    return [
        *text(block.title, "title"),
        Gap(2),
        *text(block.subtitle, "subtitle"),
        Gap(10),
        Grid(rows),
        Gap(10),
    ]


class AgreementFigure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """One printed line of agreement: who, a box for each answer, and room for a name and a date."""

    def __init__(self, line: AgreementLine) -> None:
        super().__init__()
        self.line = line
        self.head = text(line.who, "value_strong")
        self.below = text(line.recorded, "note") if line.recorded else []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size of the line: the text width, and room to write by hand."""
        del available_width, available_height
        self.width = TEXT_WIDTH
        self._heights = [float(part.wrap(62 * mm, 10**6)[1]) for part in (*self.head, *self.below)]
        room = _INK[1] + 9 * mm if self.line.ink else 15 * mm
        self.height = max(room, sum(self._heights) + 4 * mm)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words on the left, the boxes and lines on the right."""
        canvas = self.canv
        y = self.height - 2.5 * mm
        for part, height in zip((*self.head, *self.below), self._heights, strict=True):
            y -= height
            part.drawOn(canvas, 0, y)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(0, 0, self.width, 0)
        x = 66 * mm
        base = self.height - 6 * mm
        for place, option in enumerate(self.line.options):
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(0.8)
            canvas.rect(x, base - 1.5, 9, 9, stroke=1, fill=0)
            if place == self.line.chosen:
                canvas.setLineWidth(1.4)
                canvas.lines([(x + 2, base + 0.5, x + 7, base + 5.5), (x + 2, base + 5.5, x + 7, base + 0.5)])
            canvas.setFillColor(INK)
            canvas.setFont(REGULAR, 9)
            words = printable(option)
            canvas.drawString(x + 13, base, words)
            x += 13 + width(words, REGULAR, 9) + 12
        if self.line.reason:
            _writing_line(self, self.line.reason, x - 6, self.width, base)
        if self.line.given:
            canvas.setFillColor(MUTED)
            canvas.setFont(REGULAR, 8)
            canvas.drawString(66 * mm, 2.6 * mm, printable(self.line.given))
            draw_ink(canvas, self.line.ink, 66 * mm, 5.5 * mm)
            return
        _writing_line(self, "Name", 66 * mm, 126 * mm)
        _writing_line(self, "Date", 130 * mm, self.width)


def draw_ink(canvas: Canvas, ink: Sequence[Sequence[tuple[int, int, int]]], x: float, y: float) -> None:
    """Draw strokes as lines, their lower left corner at ``x`` and ``y``; a harder press is a wider line."""
    across, down = _INK[0] / WIDTH, _INK[1] / HEIGHT
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in ink:
        places = [(x + left * across, y + (HEIGHT - top) * down) for left, top, _ in stroke]
        weight = 0.5 + 1.1 * sum(pressure for _, _, pressure in stroke) / len(stroke) / 255
        if len(places) == 1:
            canvas.circle(*places[0], weight, stroke=0, fill=1)
            continue
        path = canvas.beginPath()
        path.moveTo(*places[0])
        for place in places[1:]:
            path.lineTo(*place)
        canvas.setLineWidth(weight)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _writing_line(figure: Flowable, words: str, start: float, end: float, base: float = 2.6 * mm) -> None:
    canvas = figure.canv
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, 8)
    canvas.drawString(start, base, words)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    canvas.line(start + width(words, REGULAR, 8) + 5, base - 1, end, base - 1)


class AgreementTable(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """All printed lines of agreement on one page, unless they are more than a page holds."""

    def __init__(self, lines: Sequence[AgreementLine]) -> None:
        super().__init__()
        self.figures = [AgreementFigure(line) for line in lines]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: the text width, and the height of all lines."""
        self.width = TEXT_WIDTH
        self.height = sum(figure.wrap(available_width, available_height)[1] for figure in self.figures)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return the single lines where they do not fit on any one page, else nothing: the next page takes all."""
        del available_width, available_height
        return list(self.figures) if self.height > PAGE[1] / 2 else []

    def draw(self) -> None:
        """Draw the lines under one another."""
        y = self.height
        for figure in self.figures:
            y -= figure.height
            figure.drawOn(self.canv, 0, y)


class SignatureFigure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The place of one digital signature: who signs, what the signature means, and the field's frame.

    Where the field lies on the page is written into ``places`` (name → page from 0, rectangle in points).
    """

    FIELD: Final = (78 * mm, 34 * mm)

    def __init__(self, place: SignaturePlace, places: dict[str, tuple[int, tuple[float, float, float, float]]]) -> None:
        super().__init__()
        self.place = place
        self.places = places
        self.words: list[Flowable] = [
            *text(place.heading, "heading2"),
            *text(place.name, "value_strong"),
            *text(place.role, "label"),
            Gap(4),
            *text(place.statement, "cell"),
        ]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: the text width, and the taller of the words and the field."""
        del available_width, available_height
        self.width = TEXT_WIDTH
        room = self.width - self.FIELD[0] - 18 * mm
        self._heights = [float(part.wrap(room, 10**6)[1]) for part in self.words]
        self.height = max(sum(self._heights), self.FIELD[1] + 14) + 10 * mm
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, the words and the empty field, and note where the field lies."""
        canvas = self.canv
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.7)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, 2.2, self.height, stroke=0, fill=1)
        y = self.height - 5 * mm
        for part, height in zip(self.words, self._heights, strict=True):
            y -= height
            part.drawOn(canvas, 6 * mm, y)
        left = self.width - self.FIELD[0] - 6 * mm
        bottom = self.height - 5 * mm - self.FIELD[1]
        # The signature's own panel, once it is there, covers this frame.
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.setDash(2, 2)
        canvas.rect(left + 0.5, bottom + 0.5, self.FIELD[0] - 1, self.FIELD[1] - 1, stroke=1, fill=0)
        canvas.setDash()
        canvas.setFillColor(MUTED)
        canvas.setFont(REGULAR, 7.5)
        canvas.drawString(left, bottom - 10, "The digital signature is shown in this frame once it is made.")
        x0, y0 = canvas.absolutePosition(left, bottom)
        x1, y1 = canvas.absolutePosition(left + self.FIELD[0], bottom + self.FIELD[1])
        self.places[self.place.field] = (int(canvas.getPageNumber()) - 1, (x0, y0, x1, y1))


def facts(rows: Sequence[Fact], numbers: Sequence[str]) -> Grid:
    """Return questions and answers under one another, each with its number."""
    return Grid([fact_row(fact, number) for fact, number in zip(rows, numbers, strict=True)])
