"""Who looked at what: an opening of a page about a case stands in the audit, as every change does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from hsb_assess.desk.workplace import Workplace

__all__ = ["opened"]


def opened(at: Workplace, page: str, case: str, assessment: str | None = None) -> None:
    """Have the audit say that a page about a case was opened; a vault that may not be written to does not keep it shut."""
    try:
        with at.book.begin("opened", case=case) as work:
            work.audit.note("page_opened", assessment or case, {"page": page})
    except HsbAssessError as error:
        if error.code not in {"vault_older", "vault_read_only"}:
            raise
