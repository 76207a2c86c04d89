"""How each control is drawn: small functions from a theme and a style option to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.shapes import SPARE, chevron, dot, face, ring, tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.palettes import Tokens

    Draw = Callable[[Tokens, QStyleOption, QPainter, QWidget | None], bool]

__all__ = ["CONTROLS", "PRIMITIVES", "button_ink", "combo_box", "scroll_bar", "scroll_part"]

_PE, _CE, _State = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.StateFlag


def _inner(rect: QRect, by: int = SPARE) -> QRectF:
    return QRectF(rect).adjusted(by, by, -by, -by)


def _is_view(widget: QWidget | None) -> bool:
    # By name: touching the class costs the first paint 2 ms.
    return widget is not None and widget.inherits("QAbstractItemView")


def _kind(widget: QWidget | None) -> str:
    return str(widget.property("kind") or "") if widget is not None else ""


def button_ink(tokens: Tokens, widget: QWidget | None) -> str | None:
    """Return the text colour of a push button by its kind, ``None`` for the ordinary one."""
    kinds = {"primary": tokens.on_accent, "danger": tokens.bad.ink, "quiet": tokens.accent, "link": tokens.accent}
    return kinds.get(_kind(widget))


def push_button(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a push button's face: filled when primary, bare until hovered when quiet."""
    state, kind, rect = option.state, _kind(widget), _inner(option.rect)
    down = bool(state & (_State.State_Sunken | _State.State_On))
    over = bool(state & _State.State_MouseOver) and bool(state & _State.State_Enabled)
    if not state & _State.State_Enabled:
        face(
            painter,
            rect,
            None if kind in {"quiet", "link"} else tokens.window,
            tokens.track if tokens.off else tokens.line,
        )
    elif kind == "primary":
        face(painter, rect, tokens.accent, tokens.accent)
        if over or down:
            face(painter, rect.adjusted(2, 2, -2, -2), None, tokens.on_accent, 1.0, 4.0)
    elif kind in {"quiet", "link"}:
        face(painter, rect, tokens.selected if down else tokens.hover if over else None, None)
        if over and tokens.name == "high_contrast":
            face(painter, rect, None, tokens.edge)
    else:
        fill = tokens.selected if down else tokens.hover if over else tokens.surface
        face(painter, rect, fill, tokens.bad.edge if kind == "danger" else tokens.edge)
    if state & _State.State_HasFocus:
        ring(painter, QRectF(option.rect), tokens.focus)
    return True


def tool_button(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a tool button: bare, with a face when hovered, pressed or on."""
    del widget
    state, rect = option.state, _inner(option.rect, 2)
    if state & (_State.State_On | _State.State_Sunken):
        face(painter, rect, tokens.selected, tokens.edge)
    elif state & _State.State_MouseOver and state & _State.State_Enabled:
        face(painter, rect, tokens.hover, tokens.line)
    if state & _State.State_HasFocus:
        ring(painter, QRectF(option.rect), tokens.focus)
    return True


def line_edit(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a field: white ground, an edge that can be seen, a ring when it has the keyboard."""
    if not isinstance(option, QStyleOptionFrame) or option.lineWidth == 0:
        return True
    state = option.state
    firm = bool(state & _State.State_Enabled) and not state & _State.State_ReadOnly
    wrong = widget is not None and bool(widget.property("fault"))
    edge = tokens.bad.ink if wrong else tokens.edge if firm else tokens.line
    face(painter, _inner(option.rect), tokens.surface if firm else None, edge, 2.0 if wrong else 1.0)
    if state & _State.State_HasFocus:
        ring(painter, QRectF(option.rect), tokens.focus)
    return True


def frame(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw the edge of text boxes, lists and tables; other frames stay as they are."""
    if not isinstance(widget, QFrame) or widget.frameShape() != QFrame.Shape.StyledPanel:
        return False
    wrong = bool(widget.property("fault"))
    edge = tokens.bad.ink if wrong else tokens.line if _is_view(widget) else tokens.edge
    face(painter, _inner(option.rect), tokens.surface, edge, 2.0 if wrong else 1.0)
    if widget.hasFocus():
        ring(painter, QRectF(option.rect), tokens.focus)
    return True


def menu(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw the ground of a menu and an edge that is seen on every page: in high contrast both are black."""
    del widget
    painter.fillRect(option.rect, QColor(tokens.surface))
    painter.setPen(QColor(tokens.edge))
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    return True


def check_box(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a check box's square: empty, ticked or partly."""
    del widget
    rect, on = QRectF(option.rect).adjusted(1, 1, -1, -1), option.state & _State.State_On
    firm = option.state & _State.State_Enabled
    fill = tokens.accent if on and firm else tokens.surface
    face(painter, rect, fill, (tokens.accent if on else tokens.edge) if firm else tokens.line, 1.5, 5.0)
    if on:
        tick(painter, rect, tokens.on_accent if firm else tokens.muted)
    elif option.state & _State.State_NoChange:
        face(painter, rect.adjusted(6, 10, -6, -10), tokens.accent, None, 1.0, 1.0)
    return True


def radio_button(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a radio button's circle, with a dot when chosen."""
    del widget
    rect, on = QRectF(option.rect).adjusted(1, 1, -1, -1), option.state & _State.State_On
    firm = option.state & _State.State_Enabled
    edge = (tokens.accent if on else tokens.edge) if firm else tokens.line
    face(painter, rect, tokens.surface, edge, 2.0 if on else 1.5, rect.width() / 2)
    if on:
        dot(painter, rect, tokens.accent if firm else tokens.muted)
    return True


def focus_rect(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw the ring of check boxes, radio buttons, links and the current cell."""
    inside = 1 if _is_view(widget) else 0
    ring(painter, _inner(option.rect, inside), tokens.focus)
    return True


def item(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw the ground of a row: a tint and, at its left end, a bar when it is selected."""
    del widget
    state = option.state
    if state & _State.State_Selected:
        painter.fillRect(option.rect, QColor(tokens.selected))
        if isinstance(option, QStyleOptionViewItem) and option.viewItemPosition in (
            QStyleOptionViewItem.ViewItemPosition.Beginning,
            QStyleOptionViewItem.ViewItemPosition.OnlyOne,
            QStyleOptionViewItem.ViewItemPosition.Invalid,
        ):
            bar = QRect(option.rect)
            bar.setWidth(4)
            painter.fillRect(bar, QColor(tokens.accent))
    elif state & _State.State_MouseOver:
        painter.fillRect(option.rect, QColor(tokens.hover))
    return True


def header(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a table's heading: no box, a line beneath."""
    del widget
    painter.fillRect(option.rect, QColor(tokens.surface))
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), QColor(tokens.line))
    return True


def tab(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a tab: a line beneath, thick under the chosen one."""
    del widget
    rect = option.rect
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
    if option.state & _State.State_Selected:
        painter.fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 3), QColor(tokens.accent))
    elif option.state & _State.State_MouseOver:
        painter.fillRect(rect.adjusted(0, 4, 0, -4), QColor(tokens.hover))
    if option.state & _State.State_HasFocus and isinstance(option, QStyleOptionTab):
        ring(painter, _inner(rect, 1), tokens.focus)
    return True


def progress(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw a progress bar; one without an end shows a bar in the middle, since nothing moves here."""
    del widget
    if not isinstance(option, QStyleOptionProgressBar):
        return False
    rect = QRectF(option.rect)
    rect.setHeight(min(10.0, rect.height()))
    rect.moveCenter(QRectF(option.rect).center())
    face(painter, rect, tokens.track, tokens.edge, 1.0, 5.0)
    span = option.maximum - option.minimum
    done = QRectF(rect)
    if span > 0:
        done.setWidth(rect.width() * max(0, option.progress - option.minimum) / span)
    else:
        done.setWidth(rect.width() / 3)
        done.moveCenter(rect.center())
    if done.width() >= 1:
        face(painter, done, tokens.accent, None, 1.0, 5.0)
    return True


def nothing(tokens: Tokens, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> bool:
    """Draw nothing: the face has been drawn elsewhere."""
    del tokens, option, painter, widget
    return True


def combo_box(tokens: Tokens, option: QStyleOptionComplex, painter: QPainter) -> None:
    """Draw a combo box's face and its chevron."""
    firm = bool(option.state & _State.State_Enabled)
    over = firm and bool(option.state & _State.State_MouseOver)
    fill = tokens.hover if over else tokens.surface if firm else None
    face(painter, _inner(option.rect), fill, tokens.edge if firm else tokens.line)
    box = QRectF(option.rect.right() - SPARE - 32, option.rect.top(), 28, option.rect.height())
    chevron(painter, box, tokens.text if firm else tokens.muted)
    if option.state & _State.State_HasFocus:
        ring(painter, QRectF(option.rect), tokens.focus)


def scroll_bar(tokens: Tokens, option: QStyleOptionComplex, handle: QRect, painter: QPainter) -> None:
    """Draw a scroll bar: a slim handle on the page's own ground."""
    painter.fillRect(option.rect, option.palette.window())
    over = option.state & (_State.State_MouseOver | _State.State_Sunken)
    face(painter, QRectF(handle).adjusted(3, 3, -3, -3), tokens.text if over else tokens.edge, None, 1.0, 4.0)


def scroll_part(option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect | None:
    """Return where a scroll bar's part lies: no arrows, so the groove is the whole bar."""
    if not isinstance(option, QStyleOptionSlider):
        return None
    if part in (QStyle.SubControl.SC_ScrollBarAddLine, QStyle.SubControl.SC_ScrollBarSubLine):
        return QRect()
    across = bool(option.state & _State.State_Horizontal)
    length = option.rect.width() if across else option.rect.height()
    span = option.maximum - option.minimum
    size = length if span <= 0 else max(40, length * option.pageStep // (span + option.pageStep))
    size = min(size, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown
    )
    places = {
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSlider: (start, size),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    place = places.get(part)
    if place is None:
        return None
    begin, extent = place
    if across:
        return QRect(option.rect.left() + begin, option.rect.top(), extent, option.rect.height())
    return QRect(option.rect.left(), option.rect.top() + begin, option.rect.width(), extent)


PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    _PE.PE_PanelButtonCommand: push_button,
    _PE.PE_PanelButtonTool: tool_button,
    _PE.PE_FrameFocusRect: focus_rect,
    _PE.PE_PanelLineEdit: line_edit,
    _PE.PE_FrameLineEdit: nothing,
    _PE.PE_Frame: frame,
    _PE.PE_PanelMenu: menu,
    _PE.PE_FrameMenu: nothing,
    _PE.PE_IndicatorCheckBox: check_box,
    _PE.PE_IndicatorRadioButton: radio_button,
    _PE.PE_IndicatorItemViewItemCheck: check_box,
    _PE.PE_PanelItemViewItem: item,
    _PE.PE_PanelItemViewRow: nothing,
    _PE.PE_FrameTabBarBase: nothing,
    _PE.PE_FrameTabWidget: nothing,
}
CONTROLS: dict[QStyle.ControlElement, Draw] = {
    _CE.CE_HeaderSection: header,
    _CE.CE_HeaderEmptyArea: header,
    _CE.CE_TabBarTabShape: tab,
    _CE.CE_ProgressBarGroove: nothing,
    _CE.CE_ProgressBarLabel: nothing,
    _CE.CE_ProgressBarContents: progress,
}
