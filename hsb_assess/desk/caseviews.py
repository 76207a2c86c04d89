"""Views of the caseload that somebody keeps under a name: what is looked for, which cases, in which order."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, cast

from hsb_assess.desk.workplace import Change
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.vault.book import Work

__all__ = ["MOST_VIEWS", "CaseView", "drop_view", "keep_view", "views"]

KEPT: Final = "caseload.views"
MOST_VIEWS: Final = 30
MOST_LETTERS: Final = 60


@dataclass(frozen=True)
class CaseView:
    """A view: ``words`` are sought, ``show`` says which cases, ``order`` in which order (codes of the caseload page)."""

    name: str
    words: str
    show: str
    order: str


def views(at: Workplace) -> tuple[CaseView, ...]:
    """Return the views that are kept in this vault, in the order of their names."""
    with at.book.begin(write=False) as work:
        return _kept(work)


def _kept(work: Work) -> tuple[CaseView, ...]:
    given = work.settings.get(KEPT)
    found = [_read(each) for each in given] if isinstance(given, list) else []
    return tuple(sorted((view for view in found if view is not None), key=_name))


def _read(value: JsonValue) -> CaseView | None:
    if not isinstance(value, dict) or set(value) != {"name", "words", "show", "order"}:
        return None
    texts = {name: text for name, text in value.items() if isinstance(text, str)}
    return CaseView(**texts) if len(texts) == len(value) else None


def _name(view: CaseView) -> tuple[str, str]:
    return view.name.casefold(), view.name


def keep_view(at: Workplace, view: CaseView) -> Change:
    """Keep a view; one of the same name is replaced. Raises ``view_name_needed``, ``too_many_views``."""
    name = " ".join(view.name.split())[:MOST_LETTERS]
    if not name:
        raise HsbAssessError("view_name_needed", "A view needs a name.", "Type one, such as “Reviews this week”.")
    with at.book.begin("view_kept") as work:
        others = [each for each in _kept(work) if each.name != name]
        if len(others) >= MOST_VIEWS:
            raise HsbAssessError(
                "too_many_views", f"There are {MOST_VIEWS} views already.", "Remove one that is not needed."
            )
        _put(work, [*others, CaseView(name, view.words, view.show, view.order)])
    return Change("view_kept")


def drop_view(at: Workplace, name: str) -> Change:
    """Take a view away; one that is not there is no fault."""
    with at.book.begin("view_dropped") as work:
        _put(work, [each for each in _kept(work) if each.name != name])
    return Change("view_dropped")


def _put(work: Work, kept: list[CaseView]) -> None:
    work.settings.put(KEPT, cast("JsonValue", [asdict(each) for each in kept]))
