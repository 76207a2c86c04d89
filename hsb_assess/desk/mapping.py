"""Where somebody put people on the family map: kept with the case in the vault, and gone with it.

It is no statement about anybody, so it is no entry of the record and leaves nothing in the audit; it is kept where
typing is kept, which erasing a case sweeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.desk.closed import need_open
from hsb_assess.desk.workplace import Change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.desk.workplace import Workplace

__all__ = ["PLACES_KEY", "keep_places", "places"]

PLACES_KEY: Final = "map.places"
"""Its subject is the case itself, which has no questions: nobody takes it for the draft of an answer."""
_MOST: Final = 500


def keep_places(at: Workplace, case: str, moved: Mapping[str, tuple[float, float]]) -> Change:
    """Keep where people of a case stand on its map, in cells, by id; the others stand where the layout puts them.

    Nothing moved forgets all of it. At most the last 500 places are kept.
    """
    with at.book.begin("draft_kept") as work:
        need_open(work, case)
        if moved:
            kept = [*moved.items()][-_MOST:]
            work.drafts.put(case, case, PLACES_KEY, {person: [round(x, 3), round(y, 3)] for person, (x, y) in kept})
        else:
            work.drafts.remove(case, case, PLACES_KEY)
    return Change("map_arranged", case=case)


def places(at: Workplace, case: str) -> dict[str, tuple[float, float]]:
    """Return where somebody put people of a case, by id; nothing where nobody moved anybody."""
    with at.book.begin("read", case=case, write=False) as work:
        draft = work.drafts.get(case, case, PLACES_KEY)
    body = draft.body if draft is not None else None
    if not isinstance(body, dict):
        return {}
    found: dict[str, tuple[float, float]] = {}
    for person, place in body.items():
        match place:
            case [int() | float() as x, int() | float() as y]:
                found[person] = (float(x), float(y))
    return found
