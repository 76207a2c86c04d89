"""The last pages of a signed document: what a signature means, where it goes, and how to check the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Fact, Facts, Heading, Para, Signatures, Value
from hsb_assess.reports.blocks import SignaturePlace as Place
from hsb_assess.reports.wording import moment

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Signatory, Source

__all__ = ["CONFIRMED_BY_ORGANISATION", "CONFIRMED_BY_VOICE", "MEANINGS", "closing", "prepared"]

CONFIRMED_BY_VOICE: Final = "Role confirmed by voice, not by the organisation"
CONFIRMED_BY_ORGANISATION: Final = "Role confirmed by the organisation"

MEANINGS: Final = {
    "A": (
        "I made this record. It says what I know on the day it was made, where that comes from, and what I do not know.",
        "I read this record and questioned it. I am not its author. I accept it as a sound account on the day it was made.",
    ),
    "B": (
        "I made this plan from the record that the content hash names, and with the people it relies on.",
        "I read this plan against the record that it was made from. I am not its author. I agree that it is carried out.",
    ),
}
"""What the author's and the supervisor's signature say, by document; short enough for a signing roster."""


def prepared(source: Source) -> str:
    """Return who made the document and when, for the foot of every page."""
    author = source.meta.author
    return f"Prepared by {author.name} ({author.role_words.lower()}) on {moment(source.meta.made)}"


def _place(field: str, heading: str, signatory: Signatory, statement: str) -> Place:
    role = signatory.role_words
    confirmed = signatory.confirmed or CONFIRMED_BY_VOICE
    return Place.model_validate(
        {
            "field": field,
            "heading": heading,
            "name": signatory.name,
            "role": f"{role}. {confirmed}.",
            "statement": f"My signature says: {statement}",
        }
    )


def closing(source: Source, letter: str) -> list[Block]:
    """Return the signature page and the particulars of the document."""
    meta = source.meta
    author, supervisor = MEANINGS[letter]
    digest = meta.content_hash or source.reading.content_hash
    definition = source.reading.definition
    particulars = [
        _fact(
            "Content hash",
            digest,
            "The record that this document was made from, in full. Every page carries its beginning.",
        ),
        _fact("Made", f"Version {meta.version}, {moment(meta.made)}, from information up to {moment(meta.cut_off)}"),
        _fact("Form", f"{definition.title.en} {definition.version}", definition.hash),
    ]
    if meta.checkpoint is not None:
        number, row = meta.checkpoint
        note = (
            "The last row of the author’s audit before this was made. A vault that does not have it is an older copy."
        )
        particulars.append(_fact("Audit", f"{number}, {row}", note))
    if meta.profile_title:
        particulars.append(_fact("Guidance", meta.profile_title, meta.profile_note))
    return [
        Heading(text="Signatures", new_page=True),
        Para(
            text="This document is complete when both frames are filled. Each signature covers the whole document as it "
            "stood; after the second nothing can be changed without breaking it. They are made with the signers’ own "
            "certificates and are not qualified signatures.",
        ),
        Signatures(
            places=(
                _place("Author", "Author", meta.author, author),
                _place("Supervisor", "Supervisor", meta.supervisor, supervisor),
            )
        ),
        Heading(text="How to check this document", level=2),
        Para(
            text="With the app that made it, use Verify. With other programs: the file must hold exactly two signatures, "
            "and the last one must cover the whole document (pdfsig says: Total document signed). A green mark in a "
            "viewer alone is not enough. Compare the signers’ certificates with those your service knows.",
        ),
        Facts(rows=tuple(particulars), numbered=False),
    ]


def _fact(label: str, words: str, note: str = "") -> Fact:
    return Fact(label=label, value=Value(text=words, note=note))
