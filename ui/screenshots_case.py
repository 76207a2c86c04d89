"""The pictures of a case drawn: the family map, the chronology and the protection grid, full and empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import Target
from ui.screenshots_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.navigation import Page
    from ui.shell.desktop import Desktop

__all__ = ["drawn", "for_tonight"]


def _recorded(page: Page, desktop: Desktop) -> None:
    """Record of some people what the map draws: sex, parents, a partner; then show the map of it."""
    from hsb_assess.desk import gathering
    from hsb_assess.domain.answer import answered
    from ui.pages.family import FamilyPage

    assert isinstance(page, FamilyPage)
    known = {each.label: each.id for each in page.people}
    child = next(each.id for each in page.people if each.kind == "this_child")
    sister = next(each.id for each in page.people if each.relations == ("half_sibling",))
    mother, father = known["mother"], known["father, not in touch"]
    grandmother, grandfather = known["grandmother"], known["grandfather"]
    said: list[tuple[str, str, object]] = [
        (mother, "sex", "female"),
        (father, "sex", "male"),
        (grandmother, "sex", "female"),
        (grandfather, "sex", "male"),
        (sister, "sex", "female"),
        (mother, "parents", [grandmother, grandfather]),
        (grandmother, "partners", [grandfather]),
        (child, "parents", [mother, father]),
        (sister, "parents", [mother]),
    ]
    for person, field, value in said:
        desktop.session.operations.run(gathering.set_field, page.case, person, field, answered(value))  # type: ignore[arg-type]  # values of JSON


def _one_chosen(page: Page, _desktop: Desktop) -> None:
    """Go to somebody with the keyboard."""
    from ui.pages.family import FamilyPage

    assert isinstance(page, FamilyPage)
    assert page.drawing is not None
    page.drawing.setFocus()
    page.drawing.select(next(each.id for each in page.people if each.label == "grandmother"))


def _table_below(page: Page, _desktop: Desktop) -> None:
    """Go to the table that says the same."""
    from ui.pages.chronology import ChronologyPage
    from ui.pages.family import FamilyPage

    assert isinstance(page, ChronologyPage | FamilyPage)
    assert page.table is not None
    page.table.setFocus()


def _only_said(page: Page, _desktop: Desktop) -> None:
    """Show only what this child said or showed, with the keyboard on the timeline."""
    from ui.pages.chronology import ChronologyPage

    assert isinstance(page, ChronologyPage)
    assert page.kind is not None
    page.kind.setCurrentIndex(page.kind.findData("lane:shown"))
    assert page.drawing is not None
    page.drawing.setFocus()


def _ways(page: Page, _desktop: Desktop) -> None:
    """Scroll to the ways of looking at a case."""
    from ui.pages.case import CasePage

    assert isinstance(page, CasePage)
    assert page.looks is not None
    page.looks.buttons["grid"].setFocus()


def _adding(_page: Page, desktop: Desktop) -> None:
    """Open the panel that adds to the chronology, and begin to write."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    desktop.session.adding.open()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "April 2026")


def _leaving(*, on_paper: bool) -> Callable[[Page, Desktop], None]:
    """Ask who receives the paper."""

    def does(page: Page, _desktop: Desktop) -> None:
        from ui.pages.tonight import TonightPage

        assert isinstance(page, TonightPage)
        page.ask(on_paper=on_paper)

    return does


def for_tonight(case: str) -> Iterator[Scene]:
    """Yield the pictures of the papers for tonight, with nothing answered and with everything."""
    yield Scene("first_day", "tonight_extract_empty", Target("tonight", case=case))
    yield Scene("first_day", "tonight_handover_empty", Target("tonight", case=case, part="handover"))
    yield Scene("first_evening", "case_first_evening", Target("case", case=case))
    yield Scene("first_evening", "grid_first_evening", Target("grid", case=case))
    for kind in ("extract", "handover", "plan"):
        yield Scene("first_evening", f"tonight_{kind}_evening", Target("tonight", case=case, part=kind))
    yield Scene("complete", "tonight_extract", Target("tonight", case=case))
    yield Scene("complete", "tonight_handover", Target("tonight", case=case, part="handover"))
    yield Scene("complete", "tonight_plan", Target("tonight", case=case, part="plan"))
    yield Scene("complete", "tonight_print", Target("tonight", case=case, part="handover"), _leaving(on_paper=True))


def drawn(case: str) -> Iterator[Scene]:
    """Yield the pictures of a case as it is drawn, at the first day and when it is complete."""
    yield Scene("first_day", "family_empty", Target("family", case=case))
    yield Scene("complete", "family_unrecorded", Target("family", case=case))
    yield Scene("complete", "family_map", Target("family", case=case), _recorded)
    yield Scene("complete", "family_chosen", Target("family", case=case), _one_chosen)
    yield Scene("complete", "family_table", Target("family", case=case), _table_below)
    yield Scene("first_day", "chronology_empty", Target("chronology", case=case))
    yield Scene("complete", "chronology", Target("chronology", case=case))
    yield Scene("complete", "chronology_filtered", Target("chronology", case=case), _only_said)
    yield Scene("complete", "chronology_table", Target("chronology", case=case), _table_below)
    yield Scene("complete", "chronology_adding", Target("case", case=case), _adding)
    yield Scene("complete", "case_ways", Target("case", case=case), _ways)
    yield Scene("first_day", "grid_empty", Target("grid", case=case))
    yield Scene("complete", "grid", Target("grid", case=case))
