"""``hsb-assess case``: answers files, judged without a vault or taken into one; a case of a vault on paper, and assessed again."""

from __future__ import annotations

import sys

from hsb_assess.commands import case_again, case_paper
from hsb_assess.commands.asking import passphrase, passphrase_option
from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, day, keep, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date
    from typing import Any, Final

    from hsb_assess.exchange.prefill import AnswersFile
    from hsb_assess.exchange.prefill_faults import AnswersFaults
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.record.reading import Reading
    from hsb_assess.rules.finding import Report

__all__ = ["add"]

CLOCK_KEYS: Final = ("name", "from", "due", "state")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, its actions and their options."""
    case = commands.add_parser(
        "case", help="check an answers file, take one into a vault, write a paper for tonight, or assess again"
    )
    actions = case.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser(
        "check",
        help="judge a filled answers file without a vault",
        description="Judge a filled answers file (docs/answers-file.md). Exit code 0: nothing stops a submission."
        " 1: something does, or the file cannot be used. 2: wrong usage.",
    )
    check.add_argument("file", metavar="FILE", help="an answers file")
    check.add_argument("--today", type=day, metavar="DATE", help="judge on this date (YYYY-MM-DD)")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")
    check.set_defaults(run=_check)

    import_ = actions.add_parser("import", help="open a case in a vault from an answers file")
    import_.add_argument("file", metavar="FILE", help="an answers file")
    import_.add_argument("--vault", required=True, metavar="FOLDER", help="the vault of whoever will assess")
    import_.add_argument("--reference", default="", metavar="REF", help="default: the reference in the file (M00.ref)")
    passphrase_option(import_)
    import_.add_argument("--today", type=day, metavar="DATE", help="enter it on this date (YYYY-MM-DD)")
    import_.add_argument("--json", action="store_true", help="print the ids of the case and the assessment as JSON")
    import_.set_defaults(run=_import)

    export = actions.add_parser("export", help="write the answers of an answers file in another format")
    export.add_argument("file", metavar="FILE", help="an answers file")
    export.add_argument("--to", required=True, choices=("fhir-r4",), help="fhir-r4: a QuestionnaireResponse")
    export.add_argument("-o", "--out", required=True, metavar="FILE", help="the file to write")
    export.add_argument("--today", type=day, metavar="DATE", help="read it on this date (YYYY-MM-DD)")
    export.add_argument("--json", action="store_true", help="say as JSON what was written")
    export.set_defaults(run=_export)
    case_paper.add(actions)
    case_again.add(actions)


def refuse_file(error: AnswersFaults, *, as_json: bool) -> int:
    """Tell what is wrong with an answers file, one line a fault, and return the exit code."""
    from dataclasses import asdict

    for fault in error.faults:
        sys.stderr.write(f"{fault}\n")
    if as_json:
        faults = [asdict(fault) for fault in error.faults]
        write_json({"refused": {"code": error.code, "reason": f"{error.what} {error.mend}", "faults": faults}})
    return EXIT_REFUSED


def _opened(options: argparse.Namespace) -> tuple[AnswersFile, Catalogue, date]:
    """Return an answers file, the forms that there are, and the day on which it is read."""
    from pathlib import Path

    from hsb_assess.domain.clock import clock_for
    from hsb_assess.exchange.prefill import read_answers
    from hsb_assess.instrument.catalogue import Catalogue

    catalogue = Catalogue.shipped()
    found = read_answers(Path(options.file), catalogue)
    return found, catalogue, options.today or found.today or clock_for(None).today()


def _check(options: argparse.Namespace) -> int:
    """Print what the rules find; nothing is written anywhere."""
    from hsb_assess.desk.judging import rule_book
    from hsb_assess.exchange.prefill_faults import AnswersFaults
    from hsb_assess.exchange.prefill_reading import reading_of
    from hsb_assess.rules.check import evaluate
    from hsb_assess.rules.clocks import clocks

    try:
        found, catalogue, today = _opened(options)
    except AnswersFaults as error:
        return refuse_file(error, as_json=options.json)
    reading = reading_of(found, today, catalogue.profile(_nation(found)).content)
    report = evaluate(reading, today, rule_book(catalogue))
    judged = _judged(reading, report)
    judged["clocks"] = [{key: each.as_json()[key] for key in CLOCK_KEYS} for each in clocks(reading, today)]
    if options.json:
        write_json(judged)
    else:
        _tell(report, judged)
    stops = any(finding["severity"] == "blocker" and finding["gate"] == "submit" for finding in judged["findings"])
    return EXIT_REFUSED if stops else EXIT_OK


def _nation(found: AnswersFile) -> str:
    """Return the guidance profile of the nation that assesses; England's where none is named."""
    said = found.answers.get("M00.jurisdiction")
    return said.value if said is not None and isinstance(said.value, str) else "england"


def _judged(reading: Reading, report: Report) -> dict[str, Any]:
    from hsb_assess.rules.facts import tier_of

    balance = {
        side.value: {"answered": counts.answered, "total": counts.total, "evidence": counts.evidence}
        for side, counts in reading.engine.balance().items()
    }
    return {
        "tier": tier_of(reading),
        "findings": [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "gate": each.gate.value,
                "message": each.message,
                "mend": each.mend,
                "questions": list(each.questions),
            }
            for each in report.findings
        ],
        "balance": balance,
        "clocks": [],
        "dormant": sorted(reading.dormant),
        "not_evaluated": [{"rule": each.rule, "reason": each.reason} for each in report.not_evaluated],
        "notices": [*_tier_not_said(reading), *_wrong_answers(reading)],
    }


def _wrong_answers(reading: Reading) -> Iterator[dict[str, str]]:
    """Yield what is wrong with single answers, asked in this tier or not; of two that do not agree only once."""
    from hsb_assess.rules.tiers import whole

    told: set[frozenset[str]] = set()
    for fault in whole(reading).all_faults:
        pair = frozenset((fault.path, fault.other))
        if not fault.other or pair not in told:
            told.add(pair)
            yield {"code": fault.code, "question": fault.path, "message": fault.message, "mend": fault.mend}


def _tier_not_said(reading: Reading) -> Iterator[dict[str, str]]:
    """Yield what is told where a form has sizes and the file chooses none: everything is asked, as nowhere else."""
    tiers = reading.definition.tiers
    if tiers is None or reading.raw(tiers.question).is_asked():
        return
    begins = tiers.tier(str(reading.definition.item(tiers.question).initial))
    opened = f" A case taken into a vault begins with {begins.id}." if begins is not None else ""
    yield {
        "code": "tier_not_said",
        "question": tiers.question,
        "message": f"{tiers.question} is not answered, so everything is asked and this is judged as full.{opened}",
        "mend": f"Write {tiers.question} with one of: {', '.join(tier.id for tier in tiers.tiers)}.",
    }


def _tell(report: Report, judged: dict[str, Any]) -> None:
    write(f"tier: {judged['tier']}")
    for notice in judged["notices"]:
        write(f"notice: {notice['question']}: {notice['message']} {notice['mend']}")
    write("")
    for each in report.findings:
        write(f"{each.rule} {each.severity.value} ({each.gate.value}): {each.message}")
        write(f"    {each.mend}")
        write(f"    {', '.join(each.questions)}")
    write("")
    for side, counts in judged["balance"].items():
        cited = f", {counts['evidence']} cited" if counts["evidence"] else ""
        write(
            f"{side}: {counts['answered']} of {counts['total']} answered{cited}"
            if counts["total"]
            else f"{side}: nothing asked"
        )
    for clock in judged["clocks"]:
        days = f"from {clock['from'] or 'no day yet'}, due {clock['due'] or 'no day yet'}"
        write(f"clock {clock['name']}: {clock['state']}, {days}")
    for skipped in judged["not_evaluated"]:
        write(f"not evaluated: {skipped['rule']}: {skipped['reason']}")
    if judged["dormant"]:
        write(f"answered and not asked any more: {', '.join(judged['dormant'])}")


def _import(options: argparse.Namespace) -> int:
    """Open a case in a vault from an answers file."""
    from pathlib import Path

    from hsb_assess.desk.access import unlock
    from hsb_assess.desk.prefilling import take_in
    from hsb_assess.domain.clock import clock_for
    from hsb_assess.exchange.prefill_faults import AnswersFaults

    try:
        found, _, _ = _opened(options)
    except AnswersFaults as error:
        return refuse_file(error, as_json=options.json)
    vault = unlock(Path(options.vault), passphrase(options.passphrase_file), clock=clock_for(options.today))
    at = vault.workplace(read_only=False)
    try:
        made = take_in(at, found, options.reference)
    finally:
        at.book.close()
        vault.close()
    if options.json:
        write_json({"case": made.case, "assessment": made.assessment})
    else:
        write("The case is in the vault; open the app to go on with it.")
    return EXIT_OK


def _export(options: argparse.Namespace) -> int:
    """Write the answers of an answers file as FHIR."""
    import json
    from datetime import datetime, time
    from pathlib import Path

    from hsb_assess.domain.clock import LOCAL
    from hsb_assess.exchange.fhir.answers import answers_to_response
    from hsb_assess.exchange.prefill_faults import AnswersFaults
    from hsb_assess.exchange.prefill_reading import reading_of

    try:
        found, catalogue, today = _opened(options)
    except AnswersFaults as error:
        return refuse_file(error, as_json=options.json)
    reading = reading_of(found, today, catalogue.profile(_nation(found)).content)
    authored = datetime.combine(today, time(), LOCAL).isoformat()
    response = answers_to_response(reading, authored=authored, status="in-progress")
    keep(Path(options.out), json.dumps(response, ensure_ascii=False, indent=1) + "\n")
    if options.json:
        write_json({"written": options.out, "form": found.definition.id, "version": found.definition.version})
    else:
        write(options.out)
    return EXIT_OK
