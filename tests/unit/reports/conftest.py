"""Child A as a reading, and documents made from it, for the tests of this folder."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.record.unsealed import reading_from
from hsb_assess.reports.content import DocumentMeta, Signatory, build
from hsb_assess.reports.layout import make
from hsb_assess.rules.finding import Finding, Gate, NotEvaluated, Report, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading
    from hsb_assess.reports.layout import MadeDocument

ROOT = Path(__file__).resolve().parents[3]
LONDON = ZoneInfo("Europe/London")
HASH = "7f3a91c2" * 8


def as_answer(definition: Definition, address: str, given: object) -> Answer:
    """Read one line of the YAML: a value, a value with evidence, or an absence."""
    if isinstance(given, dict) and "absence" in given:
        return Answer(absence=Absence(given["absence"]), detail=given.get("detail", {}))
    evidence: tuple[str, ...] = ()
    if isinstance(given, dict) and "v" in given:
        evidence, given = tuple(given.get("e", ())), given["v"]
    item = definition.find(address)
    kind = item.type.value if item is not None else "text"
    if kind == "date" and isinstance(given, str):
        given = {"date": given}
    if kind == "state" and isinstance(given, str):
        given = {"state": given}
    return Answer(value=given, evidence=evidence)


def child_a(definition: Definition, changes: dict[str, Answer] | None = None) -> Reading:
    """Return Child A's finished assessment, with some answers changed."""
    data = yaml.safe_load((Path(__file__).parent / "child_a.yaml").read_text(encoding="utf-8"))
    answers = {path: as_answer(definition, path, given) for path, given in data["answers"].items()}
    things: dict[str, dict[str, dict[str, Any]]] = {}
    for kind, labelled in data["things"].items():
        group = definition.group_for_kind(kind)
        assert group is not None
        things[kind] = {
            label: {name: as_answer(definition, f"{group.address}.{name}", given) for name, given in fields.items()}
            for label, fields in labelled.items()
        }
    for path, answer in (changes or {}).items():
        kind, _, rest = path.partition("/")
        label, _, name = rest.partition("/")
        if name:
            things[kind][label][name] = answer
        else:
            answers[path] = answer
    return reading_from(definition, answers, things, today=date(2026, 6, 10), profile={})


def meta(**changes: object) -> DocumentMeta:
    """Return what the sample documents say of themselves."""
    given: dict[str, Any] = {
        "version": "2",
        "made": datetime(2026, 6, 10, 14, 2, tzinfo=LONDON),
        "cut_off": datetime(2026, 6, 10, 13, 55, tzinfo=LONDON),
        "author": Signatory("Worker P", "Practitioner"),
        "supervisor": Signatory("Manager S", "Supervisor"),
        "profile_title": "England, November 2026",
        "content_hash": HASH,
        "checkpoint": (1204, HASH),
    }
    return DocumentMeta(**{**given, **changes})


def report() -> Report:
    """Return what checks might have found: one of each severity, and one that could not be applied."""

    def found(rule: str, severity: Severity, message: str, *questions: str) -> Finding:
        return Finding(rule, severity, Gate.SUBMIT, False, rule, message, "", "", questions)

    return Report(
        findings=(
            found(
                "R11",
                Severity.JUSTIFY,
                "Core agency absent; say why, and how information was obtained.",
                "M01.strategy[s1].attendees",
            ),
            found("R38", Severity.JUSTIFY, "Rating and facts point different ways: explain.", "M03.incidents[i1].band"),
            found("R31", Severity.ADVISORY, "Check proportion.", "M03"),
        ),
        not_evaluated=(NotEvaluated("R57", "No interview is planned."),),
    )


def explanations(given: Report) -> dict[str, Any]:
    """Return an explanation for each finding that asks for one."""
    texts = {
        "R11": "Health was not invited on 20 May. On 9 June the discussion was held again with health; its advice is used here.",
        "R38": "The pupil was upset and an adult stopped it at once. It happened once, over clothing.",
    }
    evidence = {"R11": ("e_health",), "R38": ("e_cloak",)}
    return {
        finding.key: SimpleNamespace(text=texts[finding.rule], evidence=evidence[finding.rule])
        for finding in given.findings
        if finding.rule in texts
    }


@pytest.fixture(scope="session")
def definition() -> Definition:
    """The holistic form, read from its YAML."""
    return load_yaml(ROOT / "forms" / "holistic")


@pytest.fixture(scope="session")
def made(definition: Definition) -> Callable[..., MadeDocument]:
    """Make a document of Child A, with some answers changed."""

    def _made(audience: str, changes: dict[str, Answer] | None = None, **of_meta: object) -> MadeDocument:
        given = report()
        content = build(audience, child_a(definition, changes), given, meta(**of_meta), explanations(given))
        return make(audience, content)

    return _made


@pytest.fixture(scope="session")
def documents(made: Callable[..., MadeDocument]) -> dict[str, MadeDocument]:
    """Both documents of Child A as they stand."""
    return {audience: made(audience) for audience in ("A", "B")}
