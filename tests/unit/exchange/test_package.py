"""Packages: what the right reader gets back, and each way in which a wrong one is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.exchange.framing import join, split
from hsb_assess.exchange.package import MAGIC, Outline, clear_part, open_package, seal
from hsb_assess.trust.identity import create_identity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.trust.card import Card
    from hsb_assess.trust.identity import Identity

NOW = datetime(2026, 6, 8, 9, 0, tzinfo=UTC)
PRACTITIONER = create_identity("Worker P", "practitioner", "Children's services", NOW)
SUPERVISOR = create_identity("Manager S", "supervisor", "Children's services", NOW)
STRANGER = create_identity("Somebody Else", "practitioner", "Elsewhere", NOW)
OUTLINE = Outline("review", 1, "", "ab" * 32)
MANIFEST = {"changes": {"case": "c", "entries": [], "missing": []}}
KNOWN = {PRACTITIONER.person: PRACTITIONER.card()}


_, GOOD = seal(PRACTITIONER, [SUPERVISOR.card()], OUTLINE, MANIFEST, [b"one", b""])


def refusal(data: bytes, me: Identity = SUPERVISOR, senders: Mapping[str, Card] = KNOWN) -> str:
    """Return the code with which a package is refused."""
    with pytest.raises(HsbAssessError) as caught:
        open_package(data, me, senders)
    return caught.value.code


def test_the_recipient_gets_back_what_was_sent() -> None:
    """Content, blobs, sender, purpose and sequence arrive unchanged."""
    opened = open_package(GOOD, SUPERVISOR, KNOWN)
    assert opened.manifest == MANIFEST
    assert opened.blobs == (b"one", b"")
    assert opened.outline == OUTLINE
    assert opened.sender.person == PRACTITIONER.person


def test_without_keys_only_the_clear_prefix_is_readable() -> None:
    """The prefix says how to read the package and nothing about whom it is for or what is inside."""
    assert clear_part(GOOD) == {"format": 1, "min_reader": 1}
    assert b"Worker" not in GOOD


def test_somebody_else_cannot_open_it() -> None:
    """A package sealed for the supervisor is refused by name to anybody else."""
    assert refusal(GOOD, me=STRANGER) == "package_not_for_you"


def test_an_unverified_sender_is_refused() -> None:
    """Without the sender's verified card nothing is accepted from them."""
    assert refusal(GOOD, senders={}) == "sender_unknown"


def test_a_changed_card_is_refused() -> None:
    """Keys other than the verified ones block until the words are compared again."""
    other = create_identity("Worker P", "practitioner", "Children's services", NOW).card()
    assert refusal(GOOD, senders={PRACTITIONER.person: other}) == "sender_card_changed"


def test_forwarding_is_refused() -> None:
    """What the supervisor opened and sealed again to a stranger does not pass as sent to the stranger."""
    parts = split(GOOD[len(MAGIC) :])
    inner = pyrage.decrypt(parts[1], [pyrage.x25519.Identity.from_str(SUPERVISOR.age_secret)])
    again = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(STRANGER.card().age_recipient)])
    assert refusal(MAGIC + join([parts[0], again]), me=STRANGER) == "package_forwarded"


def test_a_newer_format_says_so() -> None:
    """A reader that is too old says that the app needs updating, not that the package is damaged."""
    parts = split(GOOD[len(MAGIC) :])
    newer = MAGIC + join([b'{"format":3,"min_reader":3}', parts[1]])
    assert refusal(newer) == "package_newer"


def test_the_clear_part_is_bound_to_the_sealed_one() -> None:
    """Changing the clear prefix, even to something readable, is noticed."""
    parts = split(GOOD[len(MAGIC) :])
    assert refusal(MAGIC + join([b'{"format":2,"min_reader":1}', parts[1]])) == "package_damaged"


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, len(GOOD) - 1), bit=st.integers(0, 7))
def test_any_changed_bit_is_refused(place: int, bit: int) -> None:
    """No single changed bit anywhere in the file is accepted."""
    changed = bytearray(GOOD)
    changed[place] ^= 1 << bit
    refusal(bytes(changed))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=40))
def test_cut_or_extended_files_are_refused(end: int, tail: bytes) -> None:
    """A file that ends early or goes on after its end is refused."""
    refusal(GOOD[:end])
    if tail:
        refusal(GOOD + tail)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_refused_by_name(data: bytes) -> None:
    """Anything at all is either a package or refused with a code; nothing else is raised."""
    refusal(data)
    refusal(MAGIC + data)


def test_it_needs_a_recipient() -> None:
    """Sealing to nobody is refused before anything is made."""
    with pytest.raises(HsbAssessError, match="package_no_recipient"):
        seal(PRACTITIONER, [], OUTLINE, MANIFEST)
