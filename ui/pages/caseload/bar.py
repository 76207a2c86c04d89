"""The bar above the table: what is looked for, which cases, in which order, and the views that somebody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from hsb_assess.desk import caseviews
from hsb_assess.desk.caseviews import CaseView
from ui.language import sentence, tr
from ui.pages.caseload.asking import Asking
from ui.pages.caseload.lines import orders, shows
from ui.widgets.buttons import button
from ui.widgets.fields import choice

if TYPE_CHECKING:
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import Page, PageContext

__all__ = ["Bar"]

_VIEW = "view:"
_LETTERS = 24
"""So many letters are in sight of what is looked for."""


class Bar(QWidget):
    """``changed`` tells that other cases are wanted. :attr:`naming` asks for the name of a view; the page shows it."""

    changed = Signal()

    def __init__(self, page: Page, context: PageContext) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._views: dict[str, CaseView] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a case"))
        self.search.setAccessibleName(tr("Find a case by reference, name or state"))
        self.search.textChanged.connect(self._offer_clearing)
        self.state = choice(shows())
        self.state.setAccessibleName(tr("Show"))
        self.order = choice(orders())
        self.order.setAccessibleName(tr("Order"))
        self.keep = button(tr("Keep this view"), self._ask, kind="quiet")
        self.remove = button(tr("Remove this view"), self._remove, kind="quiet")
        self.remove.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.search, 1)
        self._choices = QHBoxLayout()
        for each in (self.state, self.order, self.keep, self.remove):
            self._choices.addWidget(each)
        self._row.addLayout(self._choices)
        self.naming = Asking(
            tr("Name of this view"),
            tr("What is looked for, which cases and their order come back with it. It is kept in this vault."),
            tr("Keep it"),
            self._keep,
            lambda: self.search,
        )
        self.search.textChanged.connect(self._narrowed)
        self.state.currentIndexChanged.connect(self._chosen)
        self.order.currentIndexChanged.connect(self._narrowed)
        self.show_views()

    def _offer_clearing(self) -> None:
        """Show the sign that clears the line once there is something to clear: making it ready takes a while."""
        self.search.textChanged.disconnect(self._offer_clearing)
        self.search.setClearButtonEnabled(True)

    def words(self) -> str:
        """Return what is looked for."""
        return self.search.text()

    def show_code(self) -> str:
        """Return which cases are wanted; those of a view as the view has it."""
        code = str(self.state.currentData())
        view = self._views.get(code)
        return code if view is None else view.show

    def order_code(self) -> str:
        """Return the order that is wanted."""
        return str(self.order.currentData())

    def choose(self, show: str) -> None:
        """Show these cases."""
        self.search.clear()
        self.state.setCurrentIndex(max(0, self.state.findData(show)))

    def show_views(self) -> None:
        """Offer the views that are kept; the one that is chosen stays chosen."""
        before = str(self.state.currentData())
        self._views = {f"{_VIEW}{view.name}": view for view in caseviews.views(self._context.at)}
        blocked = self.state.blockSignals(True)  # noqa: FBT003 (Qt's own)
        while self.state.count() > len(shows()):
            self.state.removeItem(self.state.count() - 1)
        if self._views:
            self.state.insertSeparator(self.state.count())
        for code, view in self._views.items():
            self.state.addItem(view.name, code)
        self.state.setCurrentIndex(max(0, self.state.findData(before)))
        self.state.blockSignals(blocked)
        self._show_buttons()

    def _chosen(self) -> None:
        view = self._views.get(str(self.state.currentData()))
        if view is not None:
            for field in (self.search, self.order):
                field.blockSignals(True)  # noqa: FBT003 (as above): one change, told once
            self.search.setText(view.words)
            self.order.setCurrentIndex(max(0, self.order.findData(view.order)))
            for field in (self.search, self.order):
                field.blockSignals(False)  # noqa: FBT003 (as above)
        self._narrowed()

    def _narrowed(self) -> None:
        self._show_buttons()
        self.changed.emit()

    def _show_buttons(self) -> None:
        view = self._views.get(str(self.state.currentData()))
        as_kept = view is not None and (view.words, view.order) == (self.words(), self.order_code())
        plain = not self.words() and not self.show_code() and self.order.currentIndex() == 0
        self.keep.setVisible(not as_kept and not plain)
        self.remove.setVisible(view is not None)

    def _ask(self) -> None:
        view = self._views.get(str(self.state.currentData()))
        self.naming.line.setText(view.name if view is not None else "")
        self.naming.open()

    def _keep(self, name: str) -> None:
        view = CaseView(name, self.words(), self.show_code(), self.order_code())

        def kept(_change: object) -> None:
            self.naming.close_form()
            self.show_views()
            self.state.setCurrentIndex(max(0, self.state.findData(f"{_VIEW}{' '.join(name.split())}")))

        self._context.operations.run(caseviews.keep_view, view, on_done=kept, on_error=self._refused, by=self._page)

    def _refused(self, error: HsbAssessError) -> None:
        self.naming.refuse(sentence(error))

    def _remove(self) -> None:
        name = self._views[str(self.state.currentData())].name
        self._context.operations.run(caseviews.drop_view, name, on_done=self._removed, by=self._page)

    def _removed(self, _change: object) -> None:
        self.state.setCurrentIndex(0)
        self.show_views()
        self.search.setFocus()

    def event(self, event: QEvent) -> bool:
        """Stand what is looked for beside the choices, or above them where that leaves it no room."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            left = self.width() - self._choices.sizeHint().width()
            beside = left >= _LETTERS * self.fontMetrics().averageCharWidth()
            ways = QBoxLayout.Direction
            self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        return super().event(event)
