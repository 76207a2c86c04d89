"""Hands what is entered in a form to the desk, on the worker, in the order in which it was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from hsb_assess.desk import assessing, gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Change
    from hsb_assess.domain.answer import Answer
    from hsb_assess.domain.errors import HsbAssessError
    from ui.navigation import Page

__all__ = ["DeskKeeper"]


class DeskKeeper:
    """The keeper of one assessment's form. ``page`` is named as the initiator of every act."""

    def __init__(self, page: Page, case: str, assessment: str) -> None:
        self._page, self._case, self._assessment = page, case, assessment
        self._context = page.context

    def _alive(self) -> bool:
        """Say whether the page is still there: an answer may be sealed in the moment in which it is left."""
        return shiboken6.isValid(self._page)

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Keep what is being typed."""
        self._context.operations.run(
            assessing.put_draft, self._assessment, path, value, cursor, by=self._page, on_error=self._refused
        )

    def record(self, path: str, answer: Answer, failed: Callable[[], None], *, noted: bool = False) -> None:
        """Record an answer; where that fails, say so and keep it for another try."""

        def refused(error: HsbAssessError) -> None:
            self._refused(error)
            if self._alive():
                failed()

        self._context.operations.run(
            assessing.record_answer,
            self._assessment,
            path,
            answer,
            noted=noted,
            by=self._page,
            on_error=refused,
        )

    def add_row(self, group_path: str, done: Callable[[str], None]) -> None:
        """Add a row."""
        self._context.operations.run(
            assessing.add_row, self._assessment, group_path, by=self._page, on_done=self._made(done)
        )

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Remove a row."""

        def removed(_change: Change) -> None:
            if self._alive():
                done()

        self._context.operations.run(assessing.remove_row, self._assessment, row_path, by=self._page, on_done=removed)

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Enter a thing of the case."""
        self._context.operations.run(
            gathering.add_thing, self._case, kind, fields, by=self._page, on_done=self._made(done)
        )

    def now(self) -> datetime:
        """Return the present moment of this vault's clock."""
        return self._context.at.clock.now()

    def _made(self, done: Callable[[str], None]) -> Callable[[Change], None]:
        def made(change: Change) -> None:
            if self._alive() and change.created is not None:
                done(change.created)

        return made

    def _refused(self, error: HsbAssessError) -> None:
        self._context.notices.error(error)
