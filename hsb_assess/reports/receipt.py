"""The receipt of an erased case: what went, who did it and who agreed, and what remains. No word of the case is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.record.erasure import ALWAYS
from hsb_assess.reports.blocks import (
    Column,
    Content,
    Fact,
    Facts,
    Front,
    Furniture,
    Heading,
    Notice,
    Para,
    SignaturePlace,
    Signatures,
    Table,
    Value,
)
from hsb_assess.reports.closing import CONFIRMED_BY_VOICE
from hsb_assess.reports.wording import moment

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.record.erasure import Receipt

__all__ = ["LETTER", "MEANING", "content"]

LETTER: Final = "R"
TITLE: Final = "Receipt"
NAME: Final = "Receipt of an erasure"
MEANING: Final = "I erased this case from my vault as both of us had agreed. What remains of it is listed here."
"""What the signature says; short enough for a signing roster."""

_COUNTED: Final = {
    "entry": "Signed statements of the record",
    "document": "Signed documents",
    "draft": "Pieces of typing that were never recorded",
    "parcel_received": "Notes of packages received",
    "parcel_sent": "Notes of packages sent",
}
_OTHER: Final = "Rows of the index for searching"


def content(receipt: Receipt, digest: str, confirmed: str = "") -> dict[str, JsonValue]:
    """Return the content of the receipt as JSON values, for :func:`hsb_assess.reports.layout.make`.

    ``digest`` is the hash of the receipt as it was signed for programs; ``confirmed`` says who confirmed the signer's
    role, empty where it was a voice.
    """
    made = moment(receipt.at)
    front = Front(
        title=TITLE,
        subtitle=NAME,
        rows=(
            _fact("Case reference", receipt.reference or "not given"),
            _fact("Erased", made),
            _fact("By", receipt.by_name),
            _fact(
                "Agreed by",
                f"{receipt.agreed_by_name}, {receipt.agreed_role}, on {moment(receipt.agreed_at)}",
                receipt.agreed_confirmed,
            ),
        ),
    )
    note = Notice(
        title="What this is",
        items=(
            "Everything that one vault held of one case was erased, after two people had agreed to it in writing.",
            "This says nothing about the child. Other copies, where there are any, are listed below.",
            "The audit of the vault still names the hash of every statement that went, so it can be checked that no others did.",
        ),
    )
    counted: dict[str, int] = {}
    for name, count in receipt.counts.items():
        words = _COUNTED.get(name, _OTHER)
        counted[words] = counted.get(words, 0) + count
    went = Table(
        columns=(Column(title="What went", weight=4), Column(title="How many", weight=1)),
        rows=tuple((Value(text=words), Value(text=str(count))) for words, count in counted.items()),
    )
    remains = Table(
        columns=(Column(title="Where", weight=2), Column(title="What", weight=4), Column(title="Until", weight=1.4)),
        rows=tuple(
            (Value(text=each.where, strong=True), Value(text=each.what), Value(text=_day(each.until)))
            for each in receipt.remains
        ),
    )
    return Content(
        audience=LETTER,
        title=TITLE,
        made=receipt.at,
        furniture=Furniture(
            case_ref=receipt.reference or "not given",
            letter=LETTER,
            name=NAME,
            version="1",
            hash=digest,
            prepared=f"Prepared by {receipt.by_name} on {made}",
            audit=f"{receipt.audit[0]} {receipt.audit[1]}",
        ),
        blocks=(
            front,
            note,
            Heading(text="Why"),
            Facts(rows=(_fact("Basis", receipt.basis), _fact("Reason", receipt.why)), numbered=False),
            Heading(text="What went"),
            went,
            Heading(text="What remains"),
            Para(text="Days are those on which a backup is thinned out if one more is made every day from now on."),
            remains,
            Heading(text="Signature", new_page=True),
            Para(
                text="This receipt is complete when the frame is filled. The signature covers all of it, and nothing can be "
                "changed without breaking it. It is made with the signer’s own certificate and is not a qualified signature. "
                "The second person’s agreement is signed too: the hash below is of what they signed.",
            ),
            Signatures(
                places=(
                    SignaturePlace(
                        field="Author",
                        heading="Erased by",
                        name=receipt.by_name,
                        role=f"{confirmed or CONFIRMED_BY_VOICE}.",
                        statement=f"My signature says: {MEANING}",
                    ),
                )
            ),
            Heading(text="For checking", level=2),
            Facts(
                rows=(
                    _fact("Receipt", digest, "SHA-256 of the receipt as programs read it."),
                    _fact("Statements", f"{receipt.state.entries}, {receipt.state.entries_hash}", _STATEMENTS),
                    _fact("Proposal", receipt.proposal, "SHA-256 of what the one person signed."),
                    _fact("Agreement", receipt.answer, "SHA-256 of what the other person signed."),
                    _fact(
                        "Audit", f"{receipt.audit[0]}, {receipt.audit[1]}", "The audit’s last row before the erasure."
                    ),
                    _fact("Case", receipt.case, "The case’s own number in the audit."),
                ),
                numbered=False,
            ),
        ),
    ).as_json()


_STATEMENTS: Final = "How many went, and one hash over their hashes: what both people signed."


_NO_DAY: Final = {"": "Nobody can say", ALWAYS: "For ever"}


def _fact(label: str, words: str, note: str = "") -> Fact:
    return Fact(label=label, value=Value(text=words, note=note))


def _day(until: str) -> str:
    if until in _NO_DAY:
        return _NO_DAY[until]
    day = FuzzyDate(date=until).earliest()
    return f"{day.day} {day:%B %Y}"
