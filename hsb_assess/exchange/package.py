"""Packages: signed inside, sealed to named people, bound to a clear prefix that says only how to read them.

``APKG1`` · length and clear JSON · age( header · Ed25519 over the header · manifest · blobs … ), every part
behind its length. The header names the recipients, because encryption alone does not say who sent a thing
or to whom: a package that is opened and sealed again to somebody else is refused there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pyrage
import rfc8785

from hsb_assess.domain.canonical import canonical
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.domain.ids import is_id, new_id
from hsb_assess.exchange.framing import damaged, join, split
from hsb_assess.trust.bytesigning import PACKAGE_CONTEXT, verify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

    from hsb_assess.trust.card import Card
    from hsb_assess.trust.identity import Identity

__all__ = [
    "ERASURE_ANSWER",
    "ERASURE_REQUEST",
    "MAX_PACKAGE_BYTES",
    "PACKAGE_SUFFIX",
    "Opened",
    "Outline",
    "case_inside",
    "clear_part",
    "open_package",
    "seal",
]

MAGIC: Final = b"APKG1"
FORMAT: Final = 2
PACKAGE_SUFFIX: Final = ".assess"
MAX_PACKAGE_BYTES: Final = 64 * 1024 * 1024
MAX_CLEAR_BYTES: Final = 1024
ERASURE_REQUEST: Final = "erasure_request"
ERASURE_ANSWER: Final = "erasure_answer"
PURPOSES: Final = frozenset({"review", "return", ERASURE_REQUEST, ERASURE_ANSWER})
_READERS: Final = {ERASURE_REQUEST: 2, ERASURE_ANSWER: 2}
"""What an earlier version cannot read, it is told to leave to a newer one."""
_HEADER_PARTS: Final = 3


@dataclass(frozen=True)
class Outline:
    """What a sender says about a package besides its content.

    ``sequence`` counts this sender's packages in this case from 1; ``previous`` is the SHA-256 of the one
    before (empty for the first); ``audit_head`` and ``audit_size`` (its row's number, 0 where it is not told) anchor
    the sender's audit chain outside their vault; ``witnessed`` are size and head that the sender saw last of the
    reader's chain, so that a reader whose vault is older hears of it.
    """

    purpose: str
    sequence: int
    previous: str
    audit_head: str
    audit_size: int = 0
    witnessed: tuple[int, str] | None = None


@dataclass(frozen=True)
class Opened:
    """A package that was proved to come from ``sender``, for this reader, unchanged."""

    id: str
    sender: Card
    outline: Outline
    sha256: str
    manifest: dict[str, JsonValue] = field(repr=False)
    blobs: tuple[bytes, ...] = field(repr=False)


def _clear(made: Mapping[str, JsonValue]) -> bytes:
    return canonical(dict(made))


def seal(
    sender: Identity,
    recipients: Sequence[Card],
    outline: Outline,
    manifest: dict[str, JsonValue],
    blobs: Sequence[bytes] = (),
) -> tuple[str, bytes]:
    """Return the package's id and its bytes, readable by ``recipients`` only.

    Raises ``package_no_recipient`` without one and ``package_too_large`` above 64 MiB.
    """
    if not recipients:
        raise HsbAssessError(
            "package_no_recipient", "A package needs somebody to go to.", "Choose a person from your contacts."
        )
    reader = _READERS.get(outline.purpose, 1)
    clear = _clear({"format": reader, "min_reader": reader})
    payload = join([canonical(manifest), *blobs])
    number = new_id()
    header = canonical(
        {
            "clear": hashlib.sha256(clear).hexdigest(),
            "id": number,
            "sender": sender.person,
            "sender_card": sender.card().fingerprint,
            "recipients": sorted(card.fingerprint for card in recipients),
            "purpose": outline.purpose,
            "sequence": outline.sequence,
            "previous": outline.previous,
            "audit_head": outline.audit_head,
            "audit_size": outline.audit_size,
            "witnessed": None if outline.witnessed is None else list(outline.witnessed),
            "payload": hashlib.sha256(payload).hexdigest(),
            "size": len(payload),
        }
    )
    inner = join([header, sender.sign(PACKAGE_CONTEXT, header), payload])
    if len(inner) > MAX_PACKAGE_BYTES:
        raise HsbAssessError("package_too_large", "This package is larger than 64 MB.", "Send fewer documents with it.")
    sealed = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(card.age_recipient) for card in recipients])
    return number, MAGIC + join([clear, sealed])


def clear_part(data: bytes) -> dict[str, JsonValue]:
    """Return the clear prefix, which anybody can read; raises as :func:`open_package` does for its shape."""
    return _read_clear(_outer(data)[0])


def _outer(data: bytes) -> tuple[bytes, bytes]:
    if len(data) > MAX_PACKAGE_BYTES + 1024 * 1024:
        raise HsbAssessError(
            "package_too_large", "This file is too large to be a package.", "Ask the sender what it is."
        )
    if not data.startswith(MAGIC):
        raise HsbAssessError(
            "not_a_package", "This file is not a package of this app.", "Choose a file that ends in .assess."
        )
    parts = split(data[len(MAGIC) :])
    if len(parts) != 2 or len(parts[0]) > MAX_CLEAR_BYTES:  # noqa: PLR2004 - the clear part and the sealed one
        raise damaged()
    return parts[0], parts[1]


def _read_clear(clear: bytes) -> dict[str, JsonValue]:
    found = _json(clear)
    reader = found.get("min_reader")
    if not isinstance(reader, int) or isinstance(reader, bool) or not isinstance(found.get("format"), int):
        raise damaged()
    if reader > FORMAT:
        raise HsbAssessError(
            "package_newer",
            "This package was made by a newer version of the app.",
            "Update the app on this laptop and open the package again.",
        )
    return found


def _json(data: bytes) -> dict[str, JsonValue]:
    try:
        found = json.loads(data)
        as_written = isinstance(found, dict) and canonical(found) == data
    except (ValueError, RecursionError, rfc8785.CanonicalizationError) as error:
        raise damaged() from error
    if not as_written:
        raise damaged()
    return dict(found)


def _decrypt(sealed: bytes, me: Identity) -> bytes:
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(me.age_secret)]))
    except pyrage.DecryptError as error:
        if "matching" in str(error).lower():
            raise HsbAssessError(
                "package_not_for_you",
                "This package was sealed for somebody else.",
                "Ask the sender to seal it for you, with your current card.",
            ) from error
        raise damaged() from error


def open_package(data: bytes, me: Identity, senders: Mapping[str, Card]) -> Opened:
    """Open and prove a package. ``senders`` are verified cards by person id.

    Raises :class:`HsbAssessError`: ``not_a_package``, ``package_too_large``, ``package_newer``,
    ``package_damaged``, ``package_not_for_you``, ``package_forwarded`` (sealed to this reader by somebody
    other than its signer), ``sender_unknown``, ``sender_card_changed``.
    """
    clear, sealed = _outer(data)
    _read_clear(clear)
    parts = split(_decrypt(sealed, me))
    if len(parts) != _HEADER_PARTS:
        raise damaged()
    header_bytes, signature, payload = parts
    header = _json(header_bytes)
    sender = _sender(header, senders)
    if not verify(sender.signing_key, PACKAGE_CONTEXT, header_bytes, signature):
        raise damaged()
    outline = _outline(header)
    bound = (
        header.get("clear") == hashlib.sha256(clear).hexdigest()
        and header.get("payload") == hashlib.sha256(payload).hexdigest()
        and header.get("size") == len(payload)
    )
    if not bound or not is_id(header.get("id")):
        raise damaged()
    recipients = header.get("recipients")
    if not isinstance(recipients, list) or me.card().fingerprint not in recipients:
        raise HsbAssessError(
            "package_forwarded",
            "This package was not addressed to you by the person who signed it.",
            "Ask that person to send it to you directly.",
        )
    inside = split(payload)
    if not inside:
        raise damaged()
    return Opened(
        id=str(header["id"]),
        sender=sender,
        outline=outline,
        sha256=hashlib.sha256(data).hexdigest(),
        manifest=_json(inside[0]),
        blobs=tuple(inside[1:]),
    )


def case_inside(data: bytes, me: Identity) -> str | None:
    """Return which case a package is about, as far as this reader can decrypt it; nothing of it is proved.

    It finds what has to go when a case is erased, packages that were refused too. ``None`` where it cannot be told.
    """
    try:
        parts = split(_decrypt(_outer(data)[1], me))
        manifest = _json(split(parts[2])[0]) if len(parts) == _HEADER_PARTS else {}
    except (HsbAssessError, IndexError):
        return None
    for name in ("changes", "erasure"):
        part = manifest.get(name)
        case = part.get("case") if isinstance(part, dict) else None
        if isinstance(case, str):
            return case
    return None


def _sender(header: Mapping[str, JsonValue], senders: Mapping[str, Card]) -> Card:
    card = senders.get(str(header.get("sender")))
    if card is None:
        raise HsbAssessError(
            "sender_unknown",
            "This package comes from somebody whose card you have not verified.",
            "Import their card, compare the eight words with them, and open the package again.",
        )
    if header.get("sender_card") != card.fingerprint:
        raise HsbAssessError(
            "sender_card_changed",
            "The sender's keys are not the ones on the card that you verified.",
            "Ask them for their new card and compare the eight words again.",
        )
    return card


def _outline(header: Mapping[str, JsonValue]) -> Outline:
    purpose, sequence = header.get("purpose"), header.get("sequence")
    previous, audit_head = header.get("previous"), header.get("audit_head")
    if (
        purpose not in PURPOSES
        or not isinstance(sequence, int)
        or isinstance(sequence, bool)
        or sequence < 1
        or not isinstance(previous, str)
        or not isinstance(audit_head, str)
    ):
        raise damaged()
    return Outline(
        str(purpose),
        sequence,
        previous,
        audit_head,
        _size(header.get("audit_size")),
        _witnessed(header.get("witnessed")),
    )


def _size(value: JsonValue) -> int:
    """Return a number of rows; nought where a package of an earlier version does not tell it."""
    if value is None:
        return 0
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise damaged()
    return value


def _witnessed(value: JsonValue) -> tuple[int, str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], str):  # noqa: PLR2004 - size and head
        raise damaged()
    return _size(value[0]), value[1]
