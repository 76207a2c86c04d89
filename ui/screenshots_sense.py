"""The pictures of the page *Making sense*: its four views, drawn and as tables, and threads followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Target
from ui.screenshots_scene import Scene, bottom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop

__all__ = ["made_sense_of"]


def _thread_of(key: str, *, tables: bool = False) -> Callable[[Page, Desktop], None]:
    """Show the thread of something on the board."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.sense import SensePage
        from ui.pages.sense.board import BoardView

        assert isinstance(page, SensePage)
        page.as_tables.setChecked(tables)
        view = page.views["board"]
        assert isinstance(view, BoardView)
        view.show_thread(key)

    return does


def _as_tables(page: Page, _desktop: Desktop) -> None:
    """Show tables instead of drawings."""
    from ui.pages.sense import SensePage

    assert isinstance(page, SensePage)
    page.as_tables.setChecked(True)


def _answers(**answers: object) -> Callable[[Page, Desktop], None]:
    """Answer something in each action of the support plan, in turn: what a busier plan looks like."""

    def does(page: Page, _desktop: Desktop) -> None:
        from hsb_assess.desk.assessing import record_answer
        from hsb_assess.domain.answer import answered
        from ui.pages.sense import SensePage

        assert isinstance(page, SensePage)
        assert page.sense is not None
        rows = page.sense.reading.rows("M21.actions")
        for name, values in answers.items():
            assert isinstance(values, tuple)
            for row, value in zip(rows, values, strict=False):
                if value is not None:
                    page.context.operations.run(record_answer, page.assessment, row.at(name), answered(value))

    return does


def _day(text: str) -> dict[str, str]:
    return {"date": text}


def made_sense_of(case: str, assessment: str) -> Iterator[Scene]:
    """Yield the views of the page *Making sense*, drawn and as tables."""

    def at(part: str) -> Target:
        return Target("sense", case=case, assessment=assessment, part=part)

    for part in ("board", "levels", "safety", "support"):
        yield Scene("complete", f"sense_{part}", at(part))
        yield Scene("complete", f"sense_{part}_tables", at(part), _as_tables)
        yield Scene("complete", f"sense_{part}_end", at(part), bottom)
    begins = (_day("2026-06-22"), _day("2026-06-12"), _day("2026-06-29"), _day("2026-06-15"))
    ends = (_day("2026-09-11"), None, _day("2026-07-17"), _day("2026-08-21"))
    dated = _answers(start=begins, end=ends, by_when=(None, _day("2026-06-05")))
    yield Scene("complete", "sense_support_dated", at("support"), dated)
    yield Scene("complete", "sense_thread", at("board"), _thread_of("M19.needs.calm"))
    yield Scene("complete", "sense_thread_table", at("board"), _thread_of("M18.precipitating", tables=True))
    open_ends = _answers(for_need=([], [], None, []), for_harm=([],))
    yield Scene("complete", "sense_open_ends", at("board"), open_ends)
    yield Scene("complete", "sense_thread_open", at("board"), _thread_of("M19.needs.calm"))
