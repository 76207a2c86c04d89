"""Paper: a form or one of its sections, blank, as a PDF that a child process makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk.children import run_child
from hsb_assess.desk.opening import definition_by_hash, open_assessment
from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from datetime import datetime

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.instrument.schema import Definition

__all__ = ["of_assessment", "of_form", "worksheet"]


def worksheet(definition: Definition, now: datetime, section: str = "") -> bytes:
    """Return the worksheet of a form or of one section; raises ``no_such_section``."""
    from hsb_assess.reports.worksheet import content

    told = content(definition, section)
    return run_child("make_worksheet", {"content": told, "made": now.isoformat(timespec="seconds")}).blobs[0]


def of_form(at: Workplace, form: str) -> bytes:
    """Return the worksheet of a form that this vault has, by its hash."""
    with at.book.begin("read", write=False) as work:
        definition = definition_by_hash(at, work, form)
    if definition is None:
        raise HsbAssessError(
            "no_such_form", "This form is not in this vault.", "Open the page again and choose another."
        )
    return worksheet(definition, at.clock.now())


def of_assessment(at: Workplace, assessment: str, section: str) -> bytes:
    """Return the worksheet of a section of the form that an assessment is written with; nothing of the case is in it."""
    with at.book.begin("read", write=False) as work:
        definition = open_assessment(at, work, assessment).definition
    return worksheet(definition, at.clock.now(), section)
