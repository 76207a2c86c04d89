"""R48, R53 and R60: an independent review of what was signed, with nothing left open."""

from __future__ import annotations

import pytest

from hsb_assess.domain.answer import Absence, absent
from hsb_assess.instrument.schema import Stream
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances, Gate
from tests.unit.rules.making import (
    NOT_EVALUATED,
    PASSES,
    TODAY,
    book,
    cited,
    definition,
    given,
    on,
    reading,
    said,
    weighed,
)

REQUIRED = {code.code for code in definition().codes(definition().item("M23.required_read"))}
OTHERS = {
    module.id
    for module in definition().modules
    if module.stream is Stream.ANSWERS and module.id.lower() not in REQUIRED and module.when is None
}


def approving(opened: set[str], author: str = "p", approver: str = "s") -> Circumstances:
    """Return the circumstances of an approval."""
    return Circumstances(author=author, approver=approver, opened=frozenset(opened))


def test_r48_nobody_approves_yet() -> None:
    """Before anybody approves there is nothing to judge."""
    assert weighed("R48", given()) == NOT_EVALUATED


def test_r48_all_opened() -> None:
    """Somebody else who opened every part may approve."""
    assert weighed("R48", given(), about=approving(REQUIRED | OTHERS)) == PASSES


def test_r48_author_is_approver() -> None:
    """Nobody approves their own work."""
    about = approving(REQUIRED | OTHERS, author="p", approver="p")
    assert weighed("R48", given(), about=about) == [("blocker", "M00.supervisor")]


def test_r48_one_required_part_unread() -> None:
    """Each item of the required set has to be opened, modules among them by their code."""
    for part in REQUIRED:
        about = approving((REQUIRED | OTHERS) - {part})
        assert weighed("R48", given(), about=about) == [("blocker", "M23.required_read")], part


def test_r48_another_module_unread() -> None:
    """Each other module may stay unread with a reason."""
    for module in OTHERS:
        about = approving((REQUIRED | OTHERS) - {module})
        assert weighed("R48", given(), about=about) == [("justify", "M23.reasons")], module
        assert weighed("R48", given({"M23.reasons": "Read last week."}), about=about) == PASSES


def test_r53() -> None:
    """What is approved is what was submitted."""
    signed = reading(given()).content_hash
    assert said("R53", given()) == NOT_EVALUATED
    assert said("R53", given(), about=Circumstances(submitted_hash=signed)) == PASSES
    assert said("R53", given(), about=Circumstances(submitted_hash="0" * 64)) == [()]


def open_questions(answers: dict[str, object] | None = None, gate: Gate = Gate.SUBMIT) -> list[tuple[str, ...]]:
    """Return what R60 names."""
    report = evaluate(reading(given(answers or {})), TODAY, book(), gate=gate)
    return [finding.questions for finding in report.findings if finding.rule == "R60"]


def test_r60_names_each_open_question_once() -> None:
    """One finding lists what is mandatory and open, and leaves out what another finding names."""
    report = evaluate(reading(given()), TODAY, book())
    (finding,) = [each for each in report.findings if each.rule == "R60"]
    others = {path for each in report.findings if each.rule != "R60" for path in each.questions}
    assert not set(finding.questions) & others
    assert set(finding.questions) | others >= set(_author_part(reading(given()).engine.mandatory_open()))
    assert "M01.danger" in finding.questions
    assert "M05.harm.sexual" not in finding.questions, "R02 names it"


def _author_part(paths: tuple[str, ...]) -> list[str]:
    return [path for path in paths if not path.startswith("M23.")]


def test_r60_an_absence_is_an_answer() -> None:
    """*Not yet asked* is open, and *unknown* until it says who was asked."""
    assert "M01.danger" in open_questions()[0]
    assert "M01.danger" in open_questions({"M01.danger": absent(Absence.UNKNOWN)})[0]
    assert "M01.danger" not in open_questions({"M01.danger": absent(Absence.UNKNOWN, asked_of="mother")})[0]
    assert "M01.danger" not in open_questions({"M01.danger": absent(Absence.NOT_SAFE)})[0]


def test_r60_names_answers_that_cannot_stand() -> None:
    """A day in the future is as open as none: in a question, in a row, in an item of evidence, needed or not."""
    ahead = {
        "M01.received": "2062-05-19T16:20:00+01:00",
        "M00.consulted": on("2062-05-19"),
        "M00.complex": "yes",
        "M05.enquiry": {"state": "yes", "who": "A", "how": "asked", "when": "2062"},
    }
    events = {"e": {"when": on("2062-02-02"), "what": "Seen.", "category": "seen", "source": "worker"}}
    items = {"x": {"source": "worker", "when": on("2062"), "what": "Words."}}
    report = evaluate(reading(given(ahead, event=events, evidence=items)), TODAY, book())
    faulty, still = sorted((each for each in report.findings if each.rule == "R60"), key=lambda each: each.title)
    assert faulty.questions == (
        "M00.consulted", "M01.received", "M02.events[e].when", "M05.enquiry", "things.evidence[x].when",
    )  # fmt: skip
    assert not set(faulty.questions) & set(still.questions)
    assert "cannot stand" in faulty.message


@pytest.mark.parametrize(
    ("answers", "pair"),
    [
        (
            {"M01.received": "2026-05-19T16:20:00+01:00", "M01.decision_at": "2026-05-18T09:00:00+01:00"},
            ("M01.decision_at", "M01.received"),
        ),
        ({"M00.dob": on("2017-01-20"), "M03.incidents[i].when": on("2016-05")}, ("M00.dob", "M03.incidents[i].when")),
        (
            {"M03.incidents[i].when": on("2019-05"), "M03.incidents[i].other_person": "b"},
            ("M03.incidents[i].when", "M11.children[k].dob"),
        ),
        ({"M00.lead": "worker", "M00.supervisor": "worker"}, ("M00.lead", "M00.supervisor")),
        ({"M00.lead": "mother"}, ("M00.lead", "things.person[mother].is")),
        ({"M00.supervisor": "b"}, ("M00.supervisor", "things.person[b].is")),
    ],
)
@pytest.mark.parametrize("tier", ["full", "short"])
def test_r60_names_two_answers_that_do_not_agree(answers: dict[str, object], pair: tuple[str, str], tier: str) -> None:
    """Each pair is a finding of its own, names both questions and blocks; what else is open is told besides."""
    held = given(
        {"M00.tier": tier, **answers},
        person={"b": {"label": "half-sister B", "is": "child"}},
        child={"k": {"person": "b", "dob": on("2020-03-04")}},
    )
    found = [each for each in evaluate(reading(held), TODAY, book()).findings if "do not agree" in each.message]
    assert [(each.rule, each.severity, each.gate, each.questions) for each in found] == [
        ("R60", "blocker", "submit", pair)
    ]


def test_r60_speaks_of_wrong_answers_where_open_questions_are_not_asked() -> None:
    """In the tier for ordinary behaviour an answer that cannot stand waits too; what is open there does not."""
    ordinary = {"M00.tier": "ordinary", "M00.dob": on("2062-01-01")}
    report = evaluate(reading(given(ordinary)), TODAY, book())
    assert [each.questions for each in report.findings if each.rule == "R60"] == [("M00.dob",)]


def test_r60_is_silent_about_what_is_planned() -> None:
    """Days on which something will be done may lie ahead."""
    report = evaluate(reading(given({"M05.wait_recheck": on("2026-09-01")})), TODAY, book())
    assert not [path for each in report.findings for path in each.questions if path == "M05.wait_recheck"]


def test_r60_names_what_is_open_in_a_row_of_a_register_that_another_finding_is_about() -> None:
    """R33 is about the plan; that does not hide what a row of the plan still lacks."""
    held = given({"M03.incidents[i].band": "problematic"}, setting={"p": {"setting": "home"}})
    report = evaluate(reading(held), TODAY, book())
    assert "R33" in report.rules()
    (finding, _) = [each for each in report.findings if each.rule == "R60"]
    assert "M20.settings[p].adults_do" in finding.questions


def test_r60_names_what_people_agencies_and_evidence_lack() -> None:
    """Whoever is entered needs a name and a kind, an item its source, day and words; what is asked on condition too."""
    held = given(
        person={"p": {"label": "uncle"}, "q": {"is": "adult"}},
        agency={"g": {"kind": "police"}},
        evidence={"x": {"source": "worker", "confidence": "established"}},
    )
    (finding,) = [each for each in evaluate(reading(held), TODAY, book()).findings if each.rule == "R60"]
    assert finding.by_module["things"] == (
        "things.person[p].is", "things.person[q].label", "things.agency[g].label",
        "things.evidence[x].when", "things.evidence[x].what", "things.evidence[x].basis",
    )  # fmt: skip
    assert finding.severity == "blocker"
    (bare,) = [each for each in evaluate(reading(given()), TODAY, book()).findings if each.rule == "R60"]
    assert "things" not in bare.by_module


def test_r60_an_answer_that_has_to_rest_on_evidence_is_open_until_it_cites_some() -> None:
    """A band that cites nothing is named; with an item cited it is not, and a rating in the middle needs none."""
    item = {"x": {"source": "worker", "what": "What was seen."}}
    bare = {"M03.incidents[i].band": "abusive", "M19.needs.calm": 4, "M06.regulation": 2}
    found = {each.message: each.questions for each in evaluate(reading(given(bare)), TODAY, book()).findings}
    words = "These answers have to rest on evidence, and nothing is cited yet."
    assert found[words] == ("M03.incidents[i].band",), "R62 names the need already"
    cites = {**bare, "M03.incidents[i].band": cited("abusive", "x"), "M19.needs.calm": cited(4, "x")}
    report = evaluate(reading(given(cites, evidence=item)), TODAY, book())
    assert words not in {each.message for each in report.findings}


def test_r60_is_grouped_by_module_in_screen_order() -> None:
    """The questions of one module stand together, modules in the order of the pages."""
    report = evaluate(reading(given()), TODAY, book())
    (finding,) = [each for each in report.findings if each.rule == "R60"]
    order = [module.id for module in definition().all_modules()]
    modules = list(finding.by_module)
    assert modules == sorted(modules, key=order.index)
    assert tuple(path for paths in finding.by_module.values() for path in paths) == finding.questions


def test_r60_never_names_the_supervisors_part_at_submission() -> None:
    """The author is not asked what the supervisor has to answer."""
    assert not [path for path in open_questions()[0] if path.startswith("M23.")]


def test_r60_names_the_supervisors_part_at_approval() -> None:
    """The review itself has to be finished; what was read is R48's to say."""
    author, supervisor = sorted(open_questions(gate=Gate.APPROVE), key=lambda paths: paths[0].startswith("M23."))
    assert not [path for path in author if path.startswith("M23.")]
    assert {path.partition(".")[0] for path in supervisor} == {"M23"}
    assert "M23.balance" in supervisor
    assert "M23.required_read" not in supervisor
