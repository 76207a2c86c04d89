"""Document B: the multi-agency plan: who does what and when, without what is private to this child."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.reports.accounts import less_asked
from hsb_assess.reports.blocks import (
    Agreement,
    AgreementLine,
    Bullets,
    Column,
    Fact,
    Facts,
    Front,
    Heading,
    Notice,
    Para,
    Quote,
    Table,
    Value,
)
from hsb_assess.reports.closing import closing
from hsb_assess.reports.incidents import incidents
from hsb_assess.reports.marked import carer_lines
from hsb_assess.reports.pairs import pair_blocks
from hsb_assess.reports.plan import place_name, safety_panels
from hsb_assess.reports.shapes import actions_table
from hsb_assess.reports.wording import day

if TYPE_CHECKING:
    from hsb_assess.reports.blocks import Block
    from hsb_assess.reports.source import Source

__all__ = ["NAME", "TITLE", "blocks"]

TITLE: Final = "Plan"
NAME: Final = "Multi-agency plan"

PRIVATE: Final = (
    "Support that is private to this child is agreed with each agency on its own and is not listed here, whether or not "
    "there is any."
)
_CORE: Final = ("Social care", "Police", "Health", "Education")
_OWN_HARM: Final = "own_harm"


def blocks(source: Source) -> list[Block]:
    """Return the whole plan in reading order."""
    return [
        _front(source),
        _note(),
        *_why(source),
        *_tonight(source),
        Heading(text="Safety plan, place by place"),
        *safety_panels(source, "M20.settings"),
        *_grid(source),
        *_support(source),
        *_strengths(source),
        *_reviews(source),
        *_voice(source),
        *_workers(source),
        *_agreement(source),
        *closing(source, "B"),
    ]


def _front(source: Source) -> Front:
    meta = source.meta
    reviews = sorted(when.earliest() for row in source.rows("M20.settings") if (when := row.day("review")))
    review = day(reviews[0]) if reviews else "Not yet set"
    rows = [
        *source.facts(("M00.name", "Child"), ("M00.ref", "Case reference")),
        Fact(label="Next review", value=Value(text=review, strong=bool(reviews), absence=not reviews)),
        Fact(label="Version", value=Value(text=meta.version)),
        Fact(label="Author", value=Value(text=meta.author.name, note=meta.author.role_words)),
        Fact(label="Supervisor", value=Value(text=meta.supervisor.name, note=meta.supervisor.role_words)),
    ]
    return Front(title=NAME, subtitle="Document B: who does what, where and by when", rows=tuple(rows))


def _note() -> Notice:
    return Notice(
        title="What this plan is",
        items=(
            "It says who does what, by when, so that this child and other children are safe and get help.",
            (
                "It gives what each agency needs in order to act, and no more. The reasons are in the full assessment, which "
                "the lead worker holds."
            ),
            (
                "Share it only with those named in it. Other people stand here by role; their names and initials were "
                "replaced inside sentences too."
            ),
            "If something here cannot be done or does not help, tell the author the same day. Do not wait for the review.",
        ),
    )


def _why(source: Source) -> list[Block]:
    """Say in codes and days what was reported; nobody's account is here."""
    rows = tuple(
        (
            source.cell(each.row.at("when")),
            source.cell(each.pattern.at("category")),
            source.cell(each.row.at("place")),
            source.cell(each.pattern.at("band")),
        )
        for each in incidents(source)
    )
    facts = source.facts(
        ("M18.needs_behind", "Ordinary needs that may stand behind it"),
        ("M00.legal_status", "Legal status"),
        ("M06.adaptations", "What is adapted so that this child can take part"),
        *less_asked(source),
    )
    return [
        Heading(text="Why there is a plan"),
        Table(
            columns=_columns(("When", 1.2), ("Kind of behaviour reported", 2.6), ("Where", 1.6), ("Band", 1.5)),
            rows=rows,
            empty="No incident is entered.",
        ),
        Facts(rows=facts, numbered=False),
    ]


def _tonight(source: Source) -> list[Block]:
    facts = source.facts(
        ("M01.stops_contact_tonight", "What keeps every child safe tonight"),
        ("M01.arrangement.what", "Arrangement for now"),
        ("M01.arrangement.agreed_by", "Agreed by"),
        ("M01.arrangement.until", "Until"),
    )
    return [Heading(text="For now"), Facts(rows=facts, numbered=False)] if facts else []


def _grid(source: Source) -> list[Block]:
    """Return the protection grid by roles."""
    return [
        Heading(text="Who is with whom, and what protects"),
        *pair_blocks(source, "M11.pairs", agreed=False),
        *_conditions(source),
    ]


def _conditions(source: Source) -> list[Block]:
    """Say of each order or condition its kind, until when it holds and what protects then; its words are in A."""
    rows = tuple(
        (
            source.cell(row.at("kind")),
            source.cell(row.at("status")),
            source.cell(row.at("to")),
            source.cell(row.at("then_what")),
        )
        for row in source.rows("M11.conditions")
    )
    if not rows:
        return []
    columns = _columns(("Order or condition", 1.7), ("Is it in force", 1.2), ("Until", 1.2), ("From that day", 2.8))
    return [Table(caption="Orders and conditions", columns=columns, rows=rows)]


def _private(source: Source) -> frozenset[str]:
    """Return the actions that would say by being there that this child has been harmed."""
    return frozenset(
        row.id for row in source.rows("M21.actions") if row.value("work") == _OWN_HARM or row.codes("for_harm")
    )


def _support(source: Source) -> list[Block]:
    others = source.facts(
        ("M21.carer_actions", "Help for carers"),
        ("M21.sibling_actions", "Help for brothers and sisters"),
        ("M21.transition_owner", "Who looks after the move to adult services"),
    )
    return [
        Heading(text="Support: who does what, by when"),
        actions_table(source, "M21.actions", private=_private(source)),
        Para(text=PRIVATE, style="small"),
        *([Facts(rows=others, numbered=False)] if others else []),
    ]


def _strengths(source: Source) -> list[Block]:
    items = tuple(
        f"{what.rstrip('.')} ({rating})" if (rating := source.text(row.at("rating"))) else what
        for row in source.rows("M15.strengths")
        if (what := source.text(row.at("what")))
    )
    facts = source.facts(
        ("M15.talents", "What this child is good at"), ("M15.trusted_adults", "Adults whom this child trusts")
    )
    if not items and not facts:
        return []
    return [
        Heading(text="What is going well, and stays"),
        Bullets(items=items),
        *([Facts(rows=facts, numbered=False)] if facts else []),
    ]


def _reviews(source: Source) -> list[Block]:
    rows = tuple(
        (
            Value(text=place_name(source, row)),
            source.cell(row.at("review")),
            source.cell(row.at("breach")),
        )
        for row in source.rows("M20.settings")
    )
    return [
        Heading(text="Review"),
        Table(
            columns=_columns(("Part of the plan", 2), ("Looked at again on", 1.4), ("If it is not kept", 3)),
            rows=rows,
            empty="No review is set yet.",
        ),
    ]


def _voice(source: Source) -> list[Block]:
    """Say by reference where this child's view is recorded; words only where they were agreed."""
    said = sorted({when.earliest() for row in source.reading.rows("M14.words") if (when := row.day("when"))})
    recorded = ", ".join(day(each) for each in said)
    shown = [source.text(row.at("shown_child")) for row in source.rows("M20.settings")]
    shown_words = ", ".join(dict.fromkeys(words for words in shown if words)) or "not yet"
    found: list[Block] = [
        Heading(text="This child’s view"),
        Para(
            text=f"This child’s words are kept in the full assessment (recorded: {recorded or 'none yet'}) and are repeated "
            f"here only where this child agreed. The plan was gone through with this child: {shown_words}. This document "
            "itself is not shown to a child.",
        ),
    ]
    for row in source.rows("M14.words"):
        words = source.text(row.at("words"))
        if words:
            found.append(Quote(words=words, source=source.text(row.at("when"))))
    return found


def _workers(source: Source) -> list[Block]:
    """Print the workers of this plan with their roles; families stand here by role and are not listed."""
    rows = tuple((Value(text=name), Value(text=who)) for name, who in source.roles.workers())
    return [
        Heading(text="Workers named in this plan"),
        Table(columns=_columns(("Name", 2), ("Role, agency", 3)), rows=rows, empty="No worker is entered."),
    ]


def _agreement(source: Source) -> list[Block]:
    agencies = dict.fromkeys(_CORE)
    agencies.update(
        dict.fromkeys(thing.text("label") for thing in source.reading.things("agency") if thing.text("label"))
    )
    lines = [AgreementLine(who=name) for name in agencies]
    shown = [source.text(row.at("shown_carer")) for row in source.rows("M20.settings")]
    days = ", ".join(dict.fromkeys(words for words in shown if words))
    differs = any(row.answer("disagreement").value for row in source.rows("M20.settings"))
    recorded = f"Gone through with the carers: {days}." if days else "Not yet gone through with the carers."
    if differs:
        recorded += " A disagreement is recorded and answered in the full assessment."
    lines.extend(carer_lines(source, recorded))
    return [
        Heading(text="Agreement"),
        Para(
            text="Agreement is given in words or in ink. It is not a digital signature, and nobody signs what they have not "
            "read. A mark means only that somebody went through this with the person; it says nothing about what happened.",
        ),
        Agreement(lines=tuple(lines)),
    ]


def _columns(*given: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title=title, weight=weight) for title, weight in given)
