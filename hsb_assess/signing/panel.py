"""The visible panel of a signature: who, as what, when and meaning what, in words and an embedded font."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.stamp.base import BaseStamp, BaseStampStyle

from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.writer import BasePdfFileWriter

__all__ = ["PanelStyle", "wrapped"]

_PADDING: Final = 5.0
_LEADING: Final = 1.25
_SIZE: Final = 9.0
_SMALLEST: Final = 5.0
_STEP: Final = 0.5
_HEADING: Final = ("AtkinsonHyperlegibleNext-Bold", "DejaVuSans-Bold")
_TEXT: Final = ("AtkinsonHyperlegibleNext-Regular", "DejaVuSans")


@dataclass(frozen=True)
class PanelStyle(BaseStampStyle):
    """A panel with a bold ``heading`` line and plain ``lines`` under it, wrapped and shrunk to fit."""

    border_width: int = 0
    heading: str = ""
    lines: tuple[str, ...] = field(default=())

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, Any]) -> PanelStamp:
        """Return the panel drawn into ``box``; the texts are the style's own."""
        del text_params
        return PanelStamp(writer, self, box)


class PanelStamp(BaseStamp):
    """The drawing itself; pyHanko asks for its content stream."""

    def __init__(self, writer: BasePdfFileWriter, style: PanelStyle, box: BoxConstraints) -> None:
        super().__init__(writer, style, box)
        self._heading = _Type(self, _HEADING)
        self._text = _Type(self, _TEXT)

    def _render_inner_content(self) -> list[bytes]:
        width = self.box.width - 2 * _PADDING
        height = self.box.height - 2 * _PADDING
        size = _SIZE
        while (len(laid := self._laid(width / size)) * size * _LEADING > height) and size > _SMALLEST:
            size -= _STEP
        # The frame lies inside the box, where pyHanko's own border would be cut in half at the edge.
        content = [b"q 0 0 0 rg 0.75 w 0.5 0.5 %g %g re S" % (self.box.width - 1, self.box.height - 1)]
        y = self.box.height - _PADDING - size
        for face, line in laid:
            content += face.shown(line, size, y)
            y -= size * _LEADING
        content.append(b"Q")
        return content

    def _laid(self, width: float) -> list[tuple[_Type, str]]:
        style: PanelStyle = self.style
        laid = [(self._heading, line) for line in wrapped(style.heading, self._heading, width)]
        for text in style.lines:
            laid += [(self._text, line) for line in wrapped(text, self._text, width)]
        return laid


class _Type:
    """One weight: our font, and another for the letters of names that ours lacks (ễ, Ọ, Ṣ)."""

    def __init__(self, stamp: PanelStamp, names: tuple[str, str]) -> None:
        self._stamp = stamp
        self._names = names
        self._engines: dict[str, GlyphAccumulator] = {}
        self._own = frozenset(self._engine(names[0]).tt.getBestCmap())

    def _engine(self, name: str) -> GlyphAccumulator:
        if name not in self._engines:
            font = io.BytesIO((data_dir("resources") / "fonts" / f"{name}.ttf").read_bytes())
            assert self._stamp.writer is not None
            engine = GlyphAccumulator(self._stamp.writer, font, font_size=_SIZE)
            self._stamp.set_resource(
                category=ResourceType.FONT, name=NameObject(f"/{name}"), value=engine.as_resource()
            )
            self._engines[name] = engine
        return self._engines[name]

    def _runs(self, line: str) -> list[tuple[str, str]]:
        """Return the line in pieces of one font each; a word is never mixed, so that it can be searched for."""
        named = [(self._names[any(ord(letter) not in self._own for letter in word)], word) for word in line.split(" ")]
        runs = [(name, " ".join(word for _, word in group)) for name, group in groupby(named, key=lambda item: item[0])]
        return [(name, run + " ") for name, run in runs[:-1]] + runs[-1:]

    def width(self, line: str) -> float:
        """Return how wide ``line`` is, in em."""
        return sum(self._engine(name).shape(run).x_advance for name, run in self._runs(line))

    def shown(self, line: str, size: float, y: float) -> list[bytes]:
        """Return the operators that show ``line`` at the left padding and height ``y``."""
        content = []
        x = _PADDING
        for name, run in self._runs(line):
            # Each piece is its own text object: the font engine moves the line matrix.
            shaped = self._engine(name).shape(run)
            content.append(b"BT /%s %g Tf %g %g Td %s ET" % (name.encode("ascii"), size, x, y, shaped.graphics_ops))
            x += shaped.x_advance * size
        return content


def wrapped(text: str, face: _Type, width: float) -> list[str]:
    """Return ``text`` broken between words (inside one only if it must) into lines of at most ``width`` em."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if face.width(longer) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        current = word
        while len(current) > 1 and face.width(current) > width:
            cut = len(current) - 1
            while cut > 1 and face.width(current[:cut]) > width:
                cut -= 1
            lines.append(current[:cut])
            current = current[cut:]
    return [*lines, current] if current else lines
