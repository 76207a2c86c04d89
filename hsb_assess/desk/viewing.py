"""Who looked at what: an opening of a page about a case stands in the audit, as every change does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.schema import DataClass, module_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hsb_assess.desk.workplace import Workplace
    from hsb_assess.record.reading import Reading

__all__ = ["RESTRICTED", "document_shown", "opened", "restricted_in", "restricted_shown"]

RESTRICTED: Final = frozenset(
    {
        DataClass.ADULTS_LISTED,
        DataClass.IMMIGRATION,
        DataClass.OTHER_CARER_PRIVATE,
        DataClass.OTHER_CHILD_ACCOUNT,
        DataClass.REFERRER,
        DataClass.SEXUAL_HEALTH,
        DataClass.THERAPY,
        DataClass.WELLBEING,
    }
)
"""What is kept from some of those who read a document: whoever sees the answers themselves is named in the audit."""


def opened(at: Workplace, page: str, case: str, assessment: str | None = None) -> None:
    """Have the audit say that a page about a case was opened; a vault that may not be written to does not keep it shut."""
    try:
        with at.book.begin("opened", case=case) as work:
            work.audit.note("page_opened", assessment or case, {"page": page})
    except HsbAssessError as error:
        _may_go_on(error)


def _may_go_on(error: HsbAssessError) -> None:
    if error.code not in {"vault_older", "vault_read_only"}:
        raise error


def restricted_in(reading: Reading, module: str) -> tuple[str, ...]:
    """Return the restricted data classes that a section has answers of, sorted."""
    definition = reading.definition
    found = {
        item.data_class.value
        for path, answer in reading.answers.items()
        if module_of(path) == module and answer.value is not None and (item := definition.find(path)) is not None
        if item.data_class in RESTRICTED
    }
    return tuple(sorted(found))


def restricted_shown(at: Workplace, case: str, assessment: str, module: str, classes: Sequence[str]) -> None:
    """Have the audit say that a section with restricted answers was on screen."""
    try:
        with at.book.begin("restricted_viewed", case=case) as work:
            work.audit.note("restricted_viewed", assessment, {"section": module, "classes": list(classes)})
    except HsbAssessError as error:
        _may_go_on(error)


def document_shown(at: Workplace, sha256: str) -> None:
    """Have the audit say that a document was on screen."""
    try:
        with at.book.begin("document_viewed") as work:
            document = work.documents.get(sha256)
            work.case = document.case if document is not None else None
            work.audit.note("document_viewed", sha256, {"audience": document.audience if document is not None else ""})
    except HsbAssessError as error:
        _may_go_on(error)
