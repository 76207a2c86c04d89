"""The urgent referral extract: what a duty social worker or the police need when they take a child's safety on tonight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.blocks import Bullets, Facts, Heading, Notice, Para, Table
from hsb_assess.reports.nextsteps import next_steps
from hsb_assess.reports.paperhead import EXTRACT, front, not_asked
from hsb_assess.reports.tonight import (
    NO_OTHER_CHILD,
    NOBODY_LISTED,
    children,
    columns,
    done,
    no_contact,
    pairs,
    told,
    told_value,
)

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.paperhead import PaperMeta
    from hsb_assess.reports.source import Source
    from hsb_assess.rules.finding import Report

__all__ = ["blocks"]

FORENSIC: Final = (
    "Whether an examination or samples can still help is decided by a clinician, whatever time has passed. Ring the sexual "
    "assault referral centre or a paediatrician now; do not examine, and do not wait for this paper to be complete."
)
_NEED: Final = (
    ("M01.danger", "Danger now"),
    ("M01.medical_need", "Medical need now"),
    ("M01.medical_raised", "First noticed"),
    ("M01.medical_advised_by", "Clinician who advised"),
    ("M01.medical_advised_at", "Advice given"),
    ("M01.medical_advice", "What was advised"),
    ("M07.last_possible_harm", "Last possible harm"),
    ("M01.self_harm_now", "Self-harm now"),
    ("M07.clinical.who", "Clinician spoken to about self-harm"),
    ("M07.clinical.at", "Spoken to"),
    ("M07.clinical.outcome", "What came of it"),
)
_ARRANGED: Final = (
    ("M01.stops_contact_tonight", "What keeps every child safe from contact tonight"),
    ("M01.arrangement.what", "Arrangement for tonight"),
    ("M01.arrangement.agreed_by", "Agreed by"),
    ("M01.arrangement.until", "Until"),
)
_TOLD: Final = (
    ("M01.police_told", "Police told"),
    ("M01.health_told", "Health told"),
    ("M01.manager_told", "Manager told"),
    ("M01.told_child", "What this child was told"),
    ("M01.told_families", "What each family was told"),
)


def blocks(source: Source, report: Report, meta: PaperMeta) -> list[Block]:
    """Return the extract in reading order: what cannot wait first."""
    return [
        front(EXTRACT, source, meta, "For a duty social worker or the police. It holds what is recorded, and no more."),
        _note(),
        Heading(text="What must happen next"),
        next_steps(source, report),
        Heading(text="Danger and care now"),
        Facts(rows=tuple(told(source, *_NEED)), numbered=False),
        Para(text=FORENSIC),
        Heading(text="Where each child is tonight"),
        children(source),
        *_nobody(source, "child", NO_OTHER_CHILD),
        Heading(text="Who is with whom tonight, and what protects"),
        pairs(source),
        Bullets(items=no_contact(source)),
        *_nobody(source, "adult", NOBODY_LISTED),
        Heading(text="What is arranged for tonight"),
        Facts(rows=tuple(told(source, *_ARRANGED)), numbered=False),
        *_conditions(source),
        Heading(text="What was reported"),
        *_reported(source),
        Heading(text="Who has been told, and when"),
        Facts(rows=tuple(told(source, *_TOLD)), numbered=False),
        Heading(text="What has been done, and by whom"),
        done(source),
        *not_asked(source),
    ]


def _note() -> Notice:
    return Notice(
        title="How to read this paper",
        items=(
            "“Not yet asked” means that nobody has asked or written it down. It never means no.",
            "Nothing here is a finding. Being listed is not an accusation, and a child is not to be questioned because of it.",
            "Other people stand here by role. The worker tells their names by telephone to whoever has to act.",
            "Why an adult is listed, who made the referral, and what children said are not on this paper.",
        ),
    )


def _nobody(source: Source, which: str, words: str) -> list[Block]:
    people = source.reading.things("person")
    listed = source.rows("M11.children" if which == "child" else "M11.adults")
    if listed or (which == "child" and any(person.value("is") == "child" for person in people)):
        return []
    return [Para(text=words)]


def _reported(source: Source) -> list[Block]:
    rows = told(
        source,
        ("M01.received", "The referral arrived"),
        ("M01.source", "Reported by"),
        ("M01.reason", "What was reported"),
    )
    return [Facts(rows=tuple(rows), numbered=False)]


def _conditions(source: Source) -> list[Block]:
    """Return the orders and conditions with their words: whoever acts tonight has to know what already binds."""
    rows = tuple(
        tuple(told_value(source, row.at(name)) for name in ("kind", "binds", "text", "status", "to"))
        for row in source.rows("M11.conditions")
    )
    if not rows:
        return []
    heads = columns(
        ("Order or condition", 1.4), ("Binds", 1.3), ("What it says", 2.8), ("In force", 0.9), ("Until", 1.0)
    )
    return [Table(caption="Orders and conditions", columns=heads, rows=rows)]
