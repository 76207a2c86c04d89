"""``hsb-assess case paper``: a paper for tonight from a vault, without its windows."""

from __future__ import annotations

from hsb_assess.commands.asking import passphrase, passphrase_option
from hsb_assess.commands.saying import EXIT_OK, day, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from typing import Final

    from hsb_assess.desk.workplace import Workplace

__all__ = ["add", "case_of"]

KINDS: Final = ("extract", "handover", "plan")


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the action and its options."""
    paper = actions.add_parser(
        "paper",
        help="write a paper for tonight as a PDF, at any completeness",
        description="Write the urgent referral extract, the one-page out-of-hours handover or the interim safety plan of a"
        " case. Nothing has to be finished first. The audit of the vault keeps who receives it and why.",
    )
    paper.add_argument(
        "kind", choices=KINDS, help="extract: urgent referral; handover: out of hours; plan: interim safety"
    )
    paper.add_argument("--vault", required=True, metavar="FOLDER", help="the vault that holds the case")
    paper.add_argument("--reference", required=True, metavar="REF", help="the reference of the case")
    paper.add_argument("--to", required=True, metavar="WHO", help="who receives it")
    paper.add_argument("--basis", required=True, metavar="WHY", help="why that is lawful")
    paper.add_argument(
        "--reach", default="", metavar="NUMBER", help="how you are reached tonight; kept for the next one"
    )
    paper.add_argument("-o", "--out", required=True, metavar="FILE", help="the PDF to write")
    passphrase_option(paper)
    paper.add_argument("--today", type=day, metavar="DATE", help="make it on this date (YYYY-MM-DD)")
    paper.add_argument("--json", action="store_true", help="say as JSON what was written")
    paper.set_defaults(run=_paper)


def case_of(at: Workplace, reference: str) -> str:
    """Return the case of a reference; raises ``no_such_case``, ``several_cases``."""
    from hsb_assess.desk import caseload
    from hsb_assess.domain.errors import HsbAssessError

    found = [line.case for line in caseload.cases(at) if line.ref == reference]
    if not found:
        raise HsbAssessError(
            "no_such_case", "No case of this vault has that reference.", "Use it as it stands in the caseload."
        )
    if len(found) > 1:
        raise HsbAssessError(
            "several_cases", "More than one case has that reference.", "Open the app and choose the case there."
        )
    return found[0]


def _paper(options: argparse.Namespace) -> int:
    """Write the file and say so; raises ``file_exists`` where there is one already."""
    from pathlib import Path

    from hsb_assess.desk import tonight
    from hsb_assess.desk.access import unlock
    from hsb_assess.domain.clock import clock_for
    from hsb_assess.domain.errors import HsbAssessError

    path = Path(options.out)
    if path.exists():
        raise HsbAssessError("file_exists", f"There is a file {path} already.", "Choose another name.")
    vault = unlock(Path(options.vault), passphrase(options.passphrase_file), clock=clock_for(options.today))
    at = vault.workplace(read_only=False)
    try:
        if options.reach:
            tonight.keep_reach(at, options.reach)
        made = tonight.paper(at, tonight.assessment_for(at, case_of(at, options.reference)), options.kind)
        path.write_bytes(tonight.left(at, made, options.to, options.basis, "exported"))
    finally:
        at.book.close()
        vault.close()
    if options.json:
        told = {"kind": made.kind, "pages": made.pages, "information_up_to": made.made, "left_out": dict(made.left_out)}
        write_json({"file": str(path), **told})
    else:
        write(f"The paper is written to {path}. It is not protected any more: whoever has the file can read it.")
    return EXIT_OK
