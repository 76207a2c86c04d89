"""The pieces that a document's content is made of: plain frozen values that travel as JSON.

Content is written by the document modules from a reading and set on paper by :mod:`hsb_assess.reports.layout`,
usually in another process. Every text is plain text; nothing in it is ever read as markup.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

__all__ = [
    "Agreement",
    "AgreementLine",
    "Balance",
    "BalanceSide",
    "Block",
    "Bullets",
    "Column",
    "Content",
    "Fact",
    "Facts",
    "Front",
    "Furniture",
    "Heading",
    "Notice",
    "Panel",
    "Para",
    "Quote",
    "SignaturePlace",
    "Signatures",
    "Table",
    "Timeline",
    "TimelineEvent",
    "Value",
]


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Value(_Block):
    """One answer in words. ``absence`` marks a reason in place of a value, ``quote`` somebody's exact words.

    ``cites`` are the numbers of evidence items (``E3``); ``detail`` is what follows it in sentences, ``note`` a
    smaller last line.
    """

    text: str
    absence: bool = False
    quote: bool = False
    strong: bool = False
    cites: tuple[str, ...] = ()
    detail: str = ""
    note: str = ""


class Heading(_Block):
    """A heading; level 1 is a numbered section, 2 a part of it, 3 a small heading."""

    kind: Literal["heading"] = "heading"
    text: str
    level: Literal[1, 2, 3] = 1
    new_page: bool = False


class Para(_Block):
    """Running text."""

    kind: Literal["para"] = "para"
    text: str
    style: Literal["body", "lead", "small"] = "body"


class Bullets(_Block):
    """A short list."""

    kind: Literal["bullets"] = "bullets"
    items: tuple[str, ...]


class Fact(_Block):
    """A question and its answer."""

    label: str
    value: Value


class Facts(_Block):
    """Questions and answers, side by side; numbered where a reader will want to cite them."""

    kind: Literal["facts"] = "facts"
    rows: tuple[Fact, ...]
    numbered: bool = True


class Panel(_Block):
    """One row of a repeating group: a titled set of questions and answers."""

    kind: Literal["panel"] = "panel"
    title: str
    aside: str = ""
    rows: tuple[Fact, ...]


class Column(_Block):
    """A column of a table; ``weight`` is its share of the width."""

    title: str
    weight: float = Field(default=1.0, gt=0)


class Table(_Block):
    """A table with repeated headers; ``empty`` is what it says when it has no row."""

    kind: Literal["table"] = "table"
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...] = ()
    empty: str = "Nothing is recorded here."
    caption: str = ""


class Quote(_Block):
    """Somebody's exact words, and whose, when and to whom."""

    kind: Literal["quote"] = "quote"
    words: str
    source: str = ""


class Notice(_Block):
    """A framed statement that a reader should not miss."""

    kind: Literal["notice"] = "notice"
    title: str
    text: str = ""
    items: tuple[str, ...] = ()


class BalanceSide(_Block):
    """One of the equal bars: how many questions are answered, on how many evidence items."""

    title: str
    answered: int = Field(ge=0)
    total: int = Field(ge=0)
    evidence: int = Field(ge=0)


class Balance(_Block):
    """The four sides of the assessment side by side; never one total."""

    kind: Literal["balance"] = "balance"
    sides: tuple[BalanceSide, ...]


class TimelineEvent(_Block):
    """One event as it is drawn: its number in the table, its days (ISO) and its lane."""

    number: int = Field(ge=1)
    first: str
    last: str
    about: bool = False
    lane: str


class Timeline(_Block):
    """The chronology as a drawing; the table that follows it says the same."""

    kind: Literal["timeline"] = "timeline"
    lanes: tuple[str, ...]
    events: tuple[TimelineEvent, ...]


class AgreementLine(_Block):
    """One printed line on which an answer can be given in ink; ``reason`` is the word before a line for why.

    ``chosen`` is the option that was given on screen, -1 for none, ``given`` says when and how, and ``ink`` is what was
    drawn: strokes of points, each ``x`` and ``y`` on the grid of a mark and its pressure.
    """

    who: str
    options: tuple[str, ...] = ("agrees", "does not agree")
    reason: str = ""
    recorded: str = ""
    chosen: int = -1
    given: str = ""
    ink: tuple[tuple[tuple[int, int, int], ...], ...] = ()


class Agreement(_Block):
    """Printed lines of agreement; never a digital signature."""

    kind: Literal["agreement"] = "agreement"
    lines: tuple[AgreementLine, ...]


class Front(_Block):
    """The head of the first page: what this document is and what it is about."""

    kind: Literal["front"] = "front"
    title: str
    subtitle: str
    rows: tuple[Fact, ...]


class SignaturePlace(_Block):
    """The place of one signature: the field's name, who signs, and what the signature says."""

    field: Literal["Author", "Supervisor"]
    heading: str
    name: str
    role: str
    statement: str


class Signatures(_Block):
    """The places where the signatures of this document go."""

    kind: Literal["signatures"] = "signatures"
    places: tuple[SignaturePlace, ...]


Block = Annotated[
    Heading
    | Para
    | Bullets
    | Facts
    | Panel
    | Table
    | Quote
    | Notice
    | Balance
    | Timeline
    | Agreement
    | Front
    | Signatures,
    Field(discriminator="kind"),
]


class Furniture(_Block):
    """What stands on every page. ``prepared`` says who and when; ``hash`` is the full content hash.

    ``audit`` is number and hash of the last row of its author's audit, empty where none is told.
    """

    case_ref: str
    letter: str
    name: str
    version: str
    hash: str
    prepared: str
    audit: str = ""
    mark: str = "Restricted"


class Content(_Block):
    """A whole document, ready to be set: neutral title, furniture, blocks in reading order."""

    audience: str
    title: str
    language: str = "en-GB"
    made: str
    furniture: Furniture
    blocks: tuple[Block, ...]

    def as_json(self) -> dict[str, JsonValue]:
        """Return the content as JSON values, for the child process."""
        return self.model_dump(mode="json")
