"""The style: Fusion's behaviour with our own faces, 44 px rows and a focus ring 3 px wide.

A style sheet would make a form more than three times as dear to build; a proxy style draws the same for
nothing. Every control keeps ``SPARE`` pixels around its face for the ring. A push button's ``kind`` property
(``primary``, ``quiet``, ``danger`` or none) says how much it matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMargins, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QWidget,
)

from ui.theme import controls
from ui.theme.palettes import LIGHT
from ui.theme.shapes import SPARE, ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleHintReturn

    from ui.theme.palettes import Tokens

__all__ = ["ROW", "AssessStyle", "tokens_of"]

ROW = 44
"""The least height of anything that a finger or a tired hand must hit."""

_PM, _CT, _SH, _SE = QStyle.PixelMetric, QStyle.ContentsType, QStyle.StyleHint, QStyle.SubElement
_INDICATOR = 24
_CHEVRON = 36
"""Pixels beside the words of a list to pull down, with the chevron in their middle."""
_METRICS = {
    _PM.PM_IndicatorWidth: _INDICATOR,
    _PM.PM_IndicatorHeight: _INDICATOR,
    _PM.PM_ExclusiveIndicatorWidth: _INDICATOR,
    _PM.PM_ExclusiveIndicatorHeight: _INDICATOR,
    _PM.PM_CheckBoxLabelSpacing: 10,
    _PM.PM_RadioButtonLabelSpacing: 10,
    _PM.PM_DefaultFrameWidth: SPARE + 2,
    _PM.PM_ScrollBarExtent: 14,
    _PM.PM_ScrollBarSliderMin: 40,
    _PM.PM_ScrollView_ScrollBarSpacing: 0,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_TextCursorWidth: 2,
    _PM.PM_SplitterWidth: 9,
    _PM.PM_MenuHMargin: 4,
    _PM.PM_MenuVMargin: 4,
    _PM.PM_LayoutHorizontalSpacing: 12,
    _PM.PM_LayoutVerticalSpacing: 12,
    _PM.PM_HeaderMargin: 8,
    _PM.PM_FocusFrameHMargin: 8,
    _PM.PM_FocusFrameVMargin: 4,
}
_LEAST: dict[QStyle.ContentsType, tuple[int, int]] = {
    # contents → (added width, least height)
    _CT.CT_PushButton: (32, ROW),
    _CT.CT_ToolButton: (8, ROW),
    _CT.CT_LineEdit: (0, ROW),
    _CT.CT_ComboBox: (28, ROW),
    _CT.CT_SpinBox: (0, ROW),
    _CT.CT_CheckBox: (8, ROW),
    _CT.CT_RadioButton: (8, ROW),
    _CT.CT_ItemViewItem: (8, ROW - 4),
    _CT.CT_MenuItem: (20, 36),
    _CT.CT_MenuBarItem: (12, 32),
    _CT.CT_TabBarTab: (16, ROW),
    _CT.CT_HeaderSection: (16, ROW - 4),
}
_CHOICES = {
    QStyle.ControlElement.CE_CheckBox: (
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.ControlElement.CE_CheckBoxLabel,
    ),
    QStyle.ControlElement.CE_RadioButton: (
        QStyle.PrimitiveElement.PE_IndicatorRadioButton,
        QStyle.ControlElement.CE_RadioButtonLabel,
    ),
}
_HINTS = {
    _SH.SH_LineEdit_PasswordCharacter: 0x2022,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_ItemView_ShowDecorationSelected: 1,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_Widget_Animate: 0,
    _SH.SH_Widget_Animation_Duration: 0,
    _SH.SH_ScrollBar_Transient: 0,
    _SH.SH_Menu_SubMenuPopupDelay: 100,
    _SH.SH_TabBar_Alignment: 1,  # Qt.AlignmentFlag.AlignLeft
}


class AssessStyle(QProxyStyle):
    """Fusion with the faces of one theme. Make a new one when the theme changes."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("Fusion")
        self.tokens = tokens

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw our own faces, indicators and rings; leave the rest to Fusion."""
        draw = controls.PRIMITIVES.get(element)
        if draw is None or not draw(self.tokens, option, painter, widget):
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw headers, tabs and progress; give button labels the ink of their kind."""
        if element == QStyle.ControlElement.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            ink = controls.button_ink(self.tokens, widget)
            if ink is not None and option.state & QStyle.StateFlag.State_Enabled:
                option.palette.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
        parts = _CHOICES.get(element)
        if parts is not None and isinstance(option, QStyleOptionButton):
            self._choice(parts, option, painter, widget)
            return
        draw = controls.CONTROLS.get(element)
        if draw is None or not draw(self.tokens, option, painter, widget):
            super().drawControl(element, option, painter, widget)

    def _choice(
        self,
        parts: tuple[QStyle.PrimitiveElement, QStyle.ControlElement],
        option: QStyleOptionButton,
        painter: QPainter,
        widget: QWidget | None,
    ) -> None:
        """Draw a check box or radio button: indicator, label, and a ring around both."""
        whole = QRect(option.rect)
        mark = QRect(whole.left() + SPARE + 1, 0, _INDICATOR, _INDICATOR)
        mark.moveTop(whole.top() + (whole.height() - _INDICATOR) // 2)
        option.rect = mark
        self.drawPrimitive(parts[0], option, painter, widget)
        words = whole.adjusted(SPARE + 1 + _INDICATOR + 10, 0, -SPARE, 0)
        option.rect = words
        self.drawControl(parts[1], option, painter, widget)
        option.rect = whole
        if option.state & QStyle.StateFlag.State_HasFocus:
            wide = SPARE + 1 + _INDICATOR + 24 + option.fontMetrics.boundingRect(option.text).width()
            around = QRect(whole.left(), whole.top(), min(whole.width(), wide), whole.height())
            self.focus_ring(painter, around)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw combo boxes and scroll bars; leave the rest to Fusion."""
        if control == QStyle.ComplexControl.CC_ComboBox:
            controls.combo_box(self.tokens, option, painter)
        elif control == QStyle.ComplexControl.CC_ScrollBar:
            handle = self.subControlRect(control, option, QStyle.SubControl.SC_ScrollBarSlider, widget)
            controls.scroll_bar(self.tokens, option, handle, painter)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return our own measure, or Fusion's."""
        own = _METRICS.get(metric)
        return own if own is not None else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Return our own hint (nothing moves by itself), or Fusion's."""
        own = _HINTS.get(hint)
        return own if own is not None else super().styleHint(hint, option, widget, returned)

    def sizeFromContents(
        self,
        contents: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Give everything that can be hit its least height."""
        wanted = super().sizeFromContents(contents, option, size, cast("QWidget", widget))
        least = _LEAST.get(contents)
        if least is None or (contents == _CT.CT_MenuItem and size.height() <= 0):
            return wanted
        if contents == _CT.CT_LineEdit and isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
            return wanted
        return QSize(wanted.width() + least[0], max(wanted.height(), least[1]))

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Keep room at both ends inside a field."""
        rect = super().subElementRect(element, option, cast("QWidget", widget))
        if element == _SE.SE_LineEditContents and isinstance(option, QStyleOptionFrame) and option.lineWidth:
            return rect.marginsRemoved(QMargins(6, 0, 6, 0))
        return rect

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Place the text and the chevron of a combo box inside its face; scroll bars have no arrows."""
        if control == QStyle.ComplexControl.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return option.rect.marginsRemoved(QMargins(SPARE + 10, SPARE, SPARE + _CHEVRON, SPARE))
        if control == QStyle.ComplexControl.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxArrow:
            # All beside the words pulls the list down: Fusion's arrow lies at the right of the chevron that we paint.
            return option.rect.adjusted(option.rect.width() - SPARE - _CHEVRON, 0, 0, 0)
        if control == QStyle.ComplexControl.CC_ScrollBar:
            own = controls.scroll_part(option, part)
            if own is not None:
                return own
        return super().subControlRect(control, option, part, cast("QWidget", widget))

    def focus_ring(self, painter: QPainter, rect: QRect) -> None:
        """Draw the focus ring for a widget that paints itself."""
        ring(painter, QRectF(rect), self.tokens.focus)


def tokens_of(widget: QWidget) -> Tokens:
    """Return the theme that ``widget`` is shown in (light where the style is not ours, as in a bare test)."""
    style = widget.style()
    return style.tokens if isinstance(style, AssessStyle) else LIGHT
