"""The visible panel of a signature: who, as what, when and meaning what, in words and an embedded font."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.stamp.base import BaseStamp, BaseStampStyle

from hsb_assess.datafiles import data_dir

if TYPE_CHECKING:
    from pyhanko.pdf_utils.font.api import FontEngine
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.writer import BasePdfFileWriter

__all__ = ["PanelStyle", "wrapped"]

_PADDING: Final = 5.0
_LEADING: Final = 1.25
_SIZE: Final = 9.0
_SMALLEST: Final = 5.0
_STEP: Final = 0.5


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
        self._bold = self._font("Bold")
        self._plain = self._font("Regular")

    def _font(self, weight: str) -> FontEngine:
        path = data_dir("resources") / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"
        assert self.writer is not None
        engine = GlyphAccumulator(self.writer, io.BytesIO(path.read_bytes()), font_size=_SIZE)
        self.set_resource(category=ResourceType.FONT, name=NameObject(f"/Panel{weight}"), value=engine.as_resource())
        return engine

    def _render_inner_content(self) -> list[bytes]:
        style: PanelStyle = self.style
        width = self.box.width - 2 * _PADDING
        height = self.box.height - 2 * _PADDING
        size = _SIZE
        while True:
            laid = [(b"/PanelBold", self._bold, line) for line in wrapped(style.heading, self._bold, width / size)]
            for text in style.lines:
                laid += [(b"/PanelRegular", self._plain, line) for line in wrapped(text, self._plain, width / size)]
            if len(laid) * size * _LEADING <= height or size <= _SMALLEST:
                break
            size -= _STEP
        # The frame lies inside the box, where pyHanko's own border would be cut in half at the edge.
        content = [b"q 0 0 0 rg 0.75 w 0.5 0.5 %g %g re S" % (self.box.width - 1, self.box.height - 1)]
        y = self.box.height - _PADDING - size
        for name, engine, line in laid:
            # Each line is its own text object: the font engine moves the line matrix.
            shown = engine.shape(line).graphics_ops
            content.append(b"BT %s %g Tf %g %g Td %s ET" % (name, size, _PADDING, y, shown))
            y -= size * _LEADING
        content.append(b"Q")
        return content


def wrapped(text: str, engine: FontEngine, width: float) -> list[str]:
    """Return ``text`` broken between words (inside one only if it must) into lines of at most ``width`` em."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if engine.shape(longer).x_advance <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        current = word
        while len(current) > 1 and engine.shape(current).x_advance > width:
            cut = len(current) - 1
            while cut > 1 and engine.shape(current[:cut]).x_advance > width:
                cut -= 1
            lines.append(current[:cut])
            current = current[cut:]
    return [*lines, current] if current else lines
