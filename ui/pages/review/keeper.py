"""Hands the supervisor's own answers to the desk, on the worker, in the order in which they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from hsb_assess.desk import assessing
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.domain.answer import Answer
    from ui.navigation import Page

__all__ = ["ReviewKeeper"]


class ReviewKeeper:
    """The keeper of the supervisor's questions; they have no rows and make no things."""

    def __init__(self, page: Page, assessment: str) -> None:
        self._page, self._assessment, self._context = page, assessment, page.context

    def draft(self, path: str, value: JsonValue, cursor: int) -> None:
        """Keep what is being typed."""
        self._context.operations.run(
            assessing.put_draft,
            self._assessment,
            path,
            value,
            cursor,
            by=self._page,
            on_error=self._context.notices.error,
        )

    def record(self, path: str, answer: Answer, failed: Callable[[], None], *, noted: bool = False) -> None:
        """Record an answer; where that fails, say so and keep it for another try."""

        def refused(error: HsbAssessError) -> None:
            self._context.notices.error(error)
            if shiboken6.isValid(self._page):
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
        """Refuse: the supervisor's questions have no rows."""
        del group_path, done
        self._no_rows()

    def remove_row(self, row_path: str, done: Callable[[], None]) -> None:
        """Refuse: the supervisor's questions have no rows."""
        del row_path, done
        self._no_rows()

    def add_thing(self, kind: str, fields: Mapping[str, Answer], done: Callable[[str], None]) -> None:
        """Refuse: only the assessors enter things of the case."""
        del kind, fields, done
        self._no_rows()

    def now(self) -> datetime:
        """Return the present moment of this vault's clock."""
        return self._context.at.clock.now()

    def _no_rows(self) -> None:
        self._context.notices.error(
            HsbAssessError("not_your_role", "Only the assessors add to the case.", "Write a comment instead.")
        )
