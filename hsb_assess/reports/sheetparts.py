"""The pieces of a paper for tonight on the page: headings, paragraphs, lists and tables, each marked as what it is."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from hsb_assess.reports.blocks import Bullets, Facts, Front, Heading, Notice, Panel, Para, Table
from hsb_assess.reports.flow import Gap, answer, text
from hsb_assess.reports.grid import Grid, GridRow
from hsb_assess.reports.keeping import Lead, kept_together, leading
from hsb_assess.reports.styles import RULE, TEXT_WIDTH, TINT, mm
from hsb_assess.reports.tagging import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from hsb_assess.reports.blocks import Block, Fact, Value

__all__ = ["Setter"]

_LABEL: Final = 0.32
_HEADINGS: Final = {1: ("heading2", 9.0, 3.0), 2: ("heading3", 6.0, 2.0), 3: ("heading3", 4.0, 2.0)}
_COMPACT: Final = {1: ("panel", 3.5, 1.0), 2: ("heading3", 3.0, 1.0), 3: ("heading3", 3.0, 1.0)}


class _Piece(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """One paragraph as one element; where it parts over two pages, each part is an element."""

    def __init__(self, part: Flowable, tag: str, tags: Tags) -> None:
        super().__init__()
        self._part, self._tag, self._tags = part, tag, tags

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the paragraph's size."""
        self.width, self.height = self._part.wrap(available_width, available_height)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part the paragraph between two lines."""
        return [_Piece(each, self._tag, self._tags) for each in self._part.split(available_width, available_height)]

    def draw(self) -> None:
        """Draw it as one piece of marked content."""
        with self._tags.on(self.canv, self._tag):
            self._part.drawOn(self.canv, 0, 0)


@dataclass(frozen=True)
class _Row(GridRow):
    """A row whose cells are elements: ``roles`` are their tags, empty for what is no part of the text.

    ``around`` and ``key`` name the table or list that the row is in; ``aside`` is a header that stands again.
    """

    tags: Tags | None = None
    around: str = ""
    key: str = ""
    roles: tuple[str, ...] = ()
    aside: bool = False

    def draw(self, grid: Flowable, left: float, top: float) -> float:
        """Draw the row with its top edge at ``top``; return where it ends."""
        canvas, tags = grid.canv, self.tags
        assert tags is not None
        bottom = top - self.height()
        with Tags.aside(canvas):
            self._draw_ground(canvas, left, top, bottom)
        in_table = self.around == "Table" and not self.aside
        with (
            tags.within(self.around, self.key) if self.around and not self.aside else nullcontext(),
            tags.group("TR") if in_table else nullcontext(),
        ):
            self._draw_cells(grid, left, top)
        return bottom

    def _draw_ground(self, canvas: Flowable, left: float, top: float, bottom: float) -> None:
        canvas.saveState()
        if self.fill is not None:
            canvas.setFillColor(self.fill)
            canvas.rect(left, bottom, sum(self.widths), top - bottom, stroke=0, fill=1)
        if self.rule is not None:
            canvas.setStrokeColor(self.rule)
            canvas.setLineWidth(0.5)
            canvas.line(left, top, left + sum(self.widths), top)
        canvas.restoreState()

    def _draw_cells(self, grid: Flowable, left: float, top: float) -> None:
        x = left
        for column, cell in enumerate(self.cells):
            with self._element(grid.canv, column):
                y = top - self.above - (self.drops[column] if self.drops else 0.0)
                for part in cell:
                    y -= part.wrap(self.widths[column] - 2 * self.inset, 10**6)[1]
                    part.drawOn(grid.canv, x + self.inset, y)
                    y -= 3
            x += self.widths[column]

    def _element(self, canvas: Flowable, column: int) -> AbstractContextManager[None]:
        role = self.roles[column]
        if self.aside or not role or self.tags is None:
            return Tags.aside(canvas)
        scope = ("Row" if "TD" in self.roles else "Column") if role == "TH" else ""
        return self.tags.on(canvas, role, scope)


class _Grid(Grid):
    """Rows that are elements; their lines are no part of the text."""

    def _part(self, rows: list[GridRow], header: GridRow | None, *, closed: bool) -> Grid:
        return _Grid(rows, header=header, again=self.again, closed=closed, outlined=self.outlined)

    def draw(self) -> None:
        """Draw the rows from the top, then the closing line or the outline."""
        top = self.height
        for row in self._all():
            top = row.draw(self, 0, top)
        with Tags.aside(self.canv):
            self.canv.saveState()
            self.canv.setStrokeColor(RULE)
            self.canv.setLineWidth(0.6)
            if self.outlined:
                self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
            elif self.closed:
                self.canv.line(0, 0, self.width, 0)
            self.canv.restoreState()


class Setter:
    """Turns blocks into flowables that say what they are; ``compact`` sets them small, for one page."""

    def __init__(self, tags: Tags, *, compact: bool) -> None:
        self._tags, self._compact = tags, compact
        self._body = "tight" if compact else "body"
        self._count = 0

    def story(self, blocks: Iterable[Block]) -> list[Flowable]:
        """Return the flowables of a paper in reading order."""
        found: list[Flowable] = []
        for block in blocks:
            found.extend(self._flowables(block))
        return kept_together(found)

    def _flowables(self, block: Block) -> list[Flowable]:  # noqa: PLR0911  one line for each kind of block
        match block:
            case Front():
                return self._front(block)
            case Heading():
                return self._heading(block)
            case Para():
                style = "small" if block.style == "small" and not self._compact else self._body
                return [*self._pieces(text(block.text, style), "P"), self._gap(6)]
            case Bullets():
                return self._bullets(block.items)
            case Facts():
                return self._facts(block.rows)
            case Panel():
                title = f"{block.title} ({block.aside})" if block.aside else block.title
                return [*self._heading(Heading(text=title, level=2)), *self._facts(block.rows)]
            case Table():
                return self._table(block)
            case Notice():
                return self._notice(block)
            case _:
                return []

    def _pieces(self, parts: Iterable[Flowable], tag: str) -> list[Flowable]:
        return [_Piece(each, tag, self._tags) for each in parts]

    def _gap(self, height: float) -> Gap:
        return Gap(height / 2 if self._compact else height)

    def _answer(self, value: Value) -> list[Flowable]:
        return answer(value, cell=self._compact, tight=self._compact)

    def _key(self) -> str:
        self._count += 1
        return str(self._count)

    def _front(self, block: Front) -> list[Flowable]:
        title = "heading1" if self._compact else "title"
        return [
            *self._pieces(text(block.title, title), "H1"),
            self._gap(4),
            *self._pieces(text(block.subtitle, "tight_strong" if self._compact else "value_strong"), "P"),
            self._gap(6),
            *(self._pairs(block.rows) if self._compact else self._facts(block.rows)),
        ]

    def _heading(self, block: Heading) -> list[Flowable]:
        style, above, below = (_COMPACT if self._compact else _HEADINGS)[block.level]
        words = self._pieces(text(block.text, style), f"H{block.level + 1}")
        return [Lead(above), *leading(words), Lead(below)]

    def _row(
        self, cells: Sequence[Sequence[Flowable]], widths: Sequence[float], roles: Sequence[str], key: str
    ) -> _Row:
        room = (0.8, 1.8) if self._compact else (3.0, 3.8)
        return _Row(
            cells=tuple(tuple(cell) for cell in cells),
            widths=tuple(widths),
            above=room[0],
            below=room[1],
            inset=3.0,
            tags=self._tags,
            around="Table",
            key=key,
            roles=tuple(roles),
        )

    def _facts(self, rows: Sequence[Fact]) -> list[Flowable]:
        key, widths = self._key(), (TEXT_WIDTH * _LABEL, TEXT_WIDTH * (1 - _LABEL))
        made = [
            self._row(
                (text(fact.label, "tight_note" if self._compact else "label"), self._answer(fact.value)),
                widths,
                ("TH", "TD"),
                key,
            )
            for fact in rows
        ]
        return [_Grid(made), self._gap(8)] if made else []

    def _pairs(self, rows: Sequence[Fact]) -> list[Flowable]:
        """Return questions and answers two and two in a row, for a page that has little room."""
        key, half = self._key(), TEXT_WIDTH / 2
        made = []
        for start in range(0, len(rows), 2):
            cells: list[Sequence[Flowable]] = []
            for fact in rows[start : start + 2]:
                cells += [text(fact.label, "tight_note"), self._answer(fact.value)]
            widths = (half * 0.3, half * 0.7) * (len(cells) // 2)
            made.append(self._row(cells, widths, ("TH", "TD") * (len(cells) // 2), key))
        return [_Grid(made), self._gap(6)]

    def _table(self, block: Table) -> list[Flowable]:
        caption = self._heading(Heading(text=block.caption, level=2)) if block.caption else []
        if not block.rows:
            style = "tight_absence" if self._compact else "absence"
            return [*caption, *self._pieces(text(block.empty, style), "P"), self._gap(8)] if block.empty else caption
        total = sum(column.weight for column in block.columns)
        widths = [TEXT_WIDTH * column.weight / total for column in block.columns]
        key = self._key()
        heads = [text(column.title, "column") for column in block.columns]

        def head(*, aside: bool) -> _Row:
            made = self._row(heads, widths, ("TH",) * len(heads), key)
            return _Row(**{**vars(made), "fill": TINT, "heights": {}, "aside": aside})

        rows = [
            self._row(
                [answer(value, cell=True, tight=self._compact) for value in row],
                widths,
                ("TH", *("TD",) * (len(row) - 1)),
                key,
            )
            for row in block.rows
        ]
        return [*caption, _Grid(rows, header=head(aside=False), again=head(aside=True)), self._gap(8)]

    def _bullets(self, items: Sequence[str]) -> list[Flowable]:
        key, mark = self._key(), 4 * mm
        rows = [
            _Row(
                cells=(tuple(text("•", self._body)), tuple(text(item, self._body))),
                widths=(mark, TEXT_WIDTH - mark),
                above=0.3 if self._compact else 1.2,
                below=0.3 if self._compact else 1.2,
                rule=None,
                tags=self._tags,
                around="L",
                key=key,
                roles=("", "LI"),
            )
            for item in items
        ]
        return [_Grid(rows, closed=False), self._gap(6)] if rows else []

    def _notice(self, block: Notice) -> list[Flowable]:
        style = self._body
        heads = text(block.title, "tight_strong" if self._compact else "notice_title")
        parts: list[tuple[str, list[Flowable]]] = [("P", heads)]
        if block.text:
            parts.append(("P", text(block.text, style)))
        parts += [("P", text(item, style)) for item in block.items]
        rows = [
            _Row(
                cells=(tuple(part),),
                widths=(TEXT_WIDTH,),
                inset=7,
                above=1 if self._compact else 4,
                below=2 if self._compact else 4,
                rule=None,
                fill=TINT,
                tags=self._tags,
                roles=(role,),
            )
            for role, part in parts
        ]
        return [_Grid(rows, outlined=True), self._gap(8)]
