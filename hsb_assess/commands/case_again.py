"""``hsb-assess case reassess`` and ``compare``: an assessment that follows the last one, and two side by side, for a program."""

from __future__ import annotations

from hsb_assess.commands.asking import passphrase, passphrase_option
from hsb_assess.commands.case_paper import case_of
from hsb_assess.commands.saying import EXIT_OK, day, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from hsb_assess.desk.lasttime import LastTime
    from hsb_assess.desk.sidebyside import SideBySide
    from hsb_assess.record.reading import Reading

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action and its options."""
    again = actions.add_parser(
        "reassess",
        help="start a new assessment that follows the last one of a case",
        description="Start an assessment that follows the last one of a case, with the newest version of its form. Every"
        " question is not yet asked; what was answered last time is told, and taken over by a person in the app, one by one.",
    )
    again.add_argument("--vault", required=True, metavar="FOLDER", help="the vault that holds the case")
    again.add_argument("--reference", required=True, metavar="REF", help="the reference of the case")
    again.add_argument("--tier", default="", metavar="TIER", help="how much it asks; default: as much as the last one")
    passphrase_option(again)
    again.add_argument("--today", type=day, metavar="DATE", help="start it on this date (YYYY-MM-DD)")
    again.add_argument("--json", action="store_true", help="print ids and what was answered last time as JSON")
    again.set_defaults(run=_reassess)

    both = actions.add_parser(
        "compare",
        help="lay two assessments of a case side by side",
        description="Say what is new, gone, changed and the same between two assessments of a case, section by section. What was"
        " not asked is told as that, never as no. Nothing is added up.",
    )
    both.add_argument("--vault", required=True, metavar="FOLDER", help="the vault that holds the case")
    both.add_argument("--reference", required=True, metavar="REF", help="the reference of the case")
    both.add_argument("--earlier", default="", metavar="ID", help="default: the one that the later one follows")
    both.add_argument("--later", default="", metavar="ID", help="default: the newest of the case")
    passphrase_option(both)
    both.add_argument("--today", type=day, metavar="DATE", help="read on this date (YYYY-MM-DD)")
    both.add_argument("--json", action="store_true", help="print every answer of both as JSON")
    both.set_defaults(run=_compare)


def _reassess(options: argparse.Namespace) -> int:
    """Start the assessment and say what it follows."""
    from pathlib import Path

    from hsb_assess.desk.access import unlock
    from hsb_assess.desk.again import reassess
    from hsb_assess.desk.assessing import reading
    from hsb_assess.desk.lasttime import last_time
    from hsb_assess.domain.clock import clock_for

    vault = unlock(Path(options.vault), passphrase(options.passphrase_file), clock=clock_for(options.today))
    at = vault.workplace(read_only=False)
    try:
        made = reassess(at, case_of(at, options.reference), tier=options.tier)
        assessment = str(made.created)
        last, new = last_time(at, assessment), reading(at, assessment)
    finally:
        at.book.close()
        vault.close()
    if options.json:
        write_json({"case": made.case, "assessment": assessment, "after": last.assessment, **_told(last, new)})
    else:
        write(f"A new assessment follows the one of {last.day}. Nothing is answered in it; open the app to go on.")
    return EXIT_OK


def _told(last: LastTime, new: Reading) -> dict[str, Any]:
    """Return what was answered last time, question by question."""
    return {
        "form": new.definition.version,
        "last_form": last.form,
        "last_day": last.day,
        "last_time": [
            {
                "question": path,
                "answer": each.answer.body(),
                "asked": each.asked,
                "evidence": each.cited,
                "fits": each.fits,
                "notes": list(each.notes),
            }
            for path, each in last.answers.items()
        ],
        "rows": {group: list(rows) for group, rows in last.rows.items() if rows},
    }


def _compare(options: argparse.Namespace) -> int:
    """Print what is different between two assessments."""
    from pathlib import Path

    from hsb_assess.desk.access import unlock
    from hsb_assess.desk.caseload import assessments
    from hsb_assess.desk.sidebyside import lay
    from hsb_assess.domain.clock import clock_for

    vault = unlock(Path(options.vault), passphrase(options.passphrase_file), clock=clock_for(options.today))
    at = vault.workplace(read_only=True)
    try:
        known = {line.id: line for line in assessments(at, case_of(at, options.reference))}
        later = options.later or next(iter(known), "")
        before = next((each for each in list(known)[1:] if each != later), "")
        earlier = options.earlier or (known[later].after if later in known else "") or before
        found = lay(at, earlier, later)
    finally:
        at.book.close()
        vault.close()
    if options.json:
        write_json(_laid(found))
    else:
        write(f"then: {found.earlier.day}, now: {found.later.day}")
        for section in found.sections:
            counts = ", ".join(f"{section.count(kind)} {kind}" for kind in ("changed", "new", "gone", "same"))
            write(f"{section.module}: {counts}")
    return EXIT_OK


def _laid(found: SideBySide) -> dict[str, Any]:
    """Return two assessments side by side as JSON values."""
    from dataclasses import asdict

    return {
        "earlier": asdict(found.earlier),
        "later": asdict(found.later),
        "alerts": [{"kind": each.kind, "message": each.message, "question": each.path} for each in found.alerts],
        "sections": [
            {
                "section": section.module,
                "answers": [
                    {
                        "kind": line.kind,
                        "question": line.path or line.before_path,
                        "then": line.before.body(),
                        "now": line.after.body(),
                        "direction": line.direction,
                        "asked_now": line.asked,
                        "taken_over": line.taken,
                    }
                    for line in section.lines
                ],
            }
            for section in found.sections
        ],
    }
