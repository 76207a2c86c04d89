"""Papers for tonight: from nothing to everything recorded, what they say, what they hold back, one page, read aloud."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from hsb_assess.desk.judging import rule_book
from hsb_assess.domain.answer import Absence, Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.record.unsealed import reading_from
from hsb_assess.reports.paperhead import EXTRACT, HANDOVER, KINDS, PLAN, PaperMeta
from hsb_assess.reports.papers import build
from hsb_assess.reports.sheets import make
from hsb_assess.rules.check import evaluate
from hsb_assess.rules.finding import Circumstances, Gate
from tests.unit.reports.conftest import LONDON, child_a
from tests.unit.reports.reading import bare, everything, pages, rewritten, structure, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.instrument.schema import Definition, Item
    from hsb_assess.record.reading import Reading
    from hsb_assess.reports.sheets import MadeSheet

FRIDAY = datetime(2026, 6, 12, 17, 45, tzinfo=LONDON)
META = PaperMeta(FRIDAY, "Worker P", "practitioner", "Children’s social care", reach="0700 900 123")
BOOK = rule_book(Catalogue.shipped())
ONE_ANSWER = {"M00.tier": Answer(value="first_day"), "M01.reason": Answer(value="Two boys were found undressed.")}
CHILDREN = {
    "this_child": {"label": "Kit", "is": "this_child"},
    "sister": {"label": "half-sister Bella", "is": "child"},
    "uncle": {"label": "Uncle Joe", "is": "adult"},
    "nurse": {"label": "Nurse N", "is": "worker", "role": "school nurse", "agency": "Health"},
}


def printed(kind: str, reading: Reading, meta: PaperMeta = META) -> MadeSheet:
    """Make a paper of a reading, with the alerts that stand."""
    report = evaluate(reading, reading.today, BOOK, gate=Gate.ALERT, circumstances=Circumstances(now=FRIDAY))
    return make(build(kind, reading, report, meta))


@pytest.fixture(scope="module")
def first_day(definition: Definition) -> Callable[..., Reading]:
    """Build a first day of which only some answers are given."""

    def built(
        answers: dict[str, Answer] | None = None,
        people: dict[str, dict[str, str]] | None = None,
        **others: dict[str, dict[str, object]],
    ) -> Reading:
        things = {"person": {name: dict(each) for name, each in (people or {}).items()}, **others}
        return reading_from(
            definition,
            {**ONE_ANSWER, **(answers or {})},
            things,  # type: ignore[arg-type]  # values of JSON
            today=FRIDAY.date(),
            profile={},
        )

    return built


@pytest.mark.parametrize("kind", KINDS)
def test_one_answer_is_enough(first_day: Callable[..., Reading], kind: str) -> None:
    """With a single answer each paper is made; what nobody asked stands there as not yet asked, and nothing as no."""
    made = printed(kind, first_day())
    words = text(made.pdf)
    assert "Not yet asked" in words
    assert "No sign found" not in words
    assert "12 June 2026 at 17:45" in words
    assert "Draft, not signed" in words
    assert "Restricted" in words
    assert f"Page 1 of {made.pages}" in words
    assert "0700 900 123" in words


def test_what_is_open_is_counted_and_named(first_day: Callable[..., Reading]) -> None:
    """The extract names each of the first day's answers that is not given, and nothing that is."""
    words = bare(text(printed(EXTRACT, first_day()).pdf))
    assert bare("Not yet asked: 21 of 22") in words
    assert bare("Danger now; Medical need now; Self-harm now") in words
    told = words.partition(bare("It never means no."))[2]
    assert bare("What was reported;") not in told


def test_nobody_entered_is_not_nobody_in_contact(first_day: Callable[..., Reading]) -> None:
    """An empty register is told as such: it says nothing about contact."""
    for kind in (EXTRACT, HANDOVER):
        assert bare("That does not mean that no adult is in contact") in bare(text(printed(kind, first_day()).pdf))


def test_every_adult_and_child_stands_against_every_child(first_day: Callable[..., Reading]) -> None:
    """A pair that nobody asked about is there; one that meets says what protects, or that nothing does."""
    reading = first_day(
        {
            "M11.adults[a].person": Answer(value="uncle"),
            "M11.adults[a].contact_kind": Answer(value="contact"),
            "M11.children[c].person": Answer(value="sister"),
            "M11.pairs[p].older": Answer(value="uncle"),
            "M11.pairs[p].child": Answer(value="sister"),
            "M11.pairs[p].contact": Answer(value="yes"),
        },
        CHILDREN,
    )
    words = bare(text(printed(EXTRACT, reading).pdf))
    grid = words[words.index(bare("Who is with whom tonight")) : words.index(bare("What is arranged"))]
    assert bare("Nothing is recorded that protects.") in grid
    assert bare("Until when: not said") in grid
    assert bare("Adult 1") in grid
    assert grid.count(bare("Not yet asked")) >= 2
    assert bare("Agree what keeps apart") in words or bare("Say for every pair") in words


def test_what_must_happen_next_has_its_day(first_day: Callable[..., Reading]) -> None:
    """What cannot wait stands first; an arrangement's end and a promised enquiry stand under their days, and who."""
    reading = first_day(
        {
            "M01.arrangement.what": Answer(value="Both stay at home."),
            "M01.arrangement.until": Answer(value={"date": "2026-06-14"}),
            "M01.danger": Answer(
                absence=Absence.UNKNOWN, detail={"next_step": "ring the aunt", "owner": "nurse", "by": "2026-06-13"}
            ),
        },
        CHILDREN,
    )
    words = text(printed(EXTRACT, reading).pdf)
    order = [words.index(each) for each in ("Decide whether the police", "13 June 2026", "14 June 2026")]
    assert order == sorted(order)
    assert bare("Danger now: ring the aunt") in bare(words)
    assert "Nurse N" in words


@pytest.mark.parametrize("hours", [3, 500])
def test_it_never_computes_too_late(first_day: Callable[..., Reading], hours: int) -> None:
    """However long ago a medical need was noticed, the same words leave the decision to a clinician."""
    day = "2026-06-12T14:45" if hours == 3 else "2026-05-22T21:45"
    reading = first_day(
        {"M01.medical_need": Answer(value={"state": "suspected"}), "M01.medical_raised": Answer(value=day)}
    )
    words = bare(text(printed(EXTRACT, reading).pdf))
    assert bare("decided by a clinician, whatever time has passed") in words
    assert bare("too late") not in words
    assert bare("hours") not in words


def test_names_stand_by_role_and_the_referrer_not_at_all(first_day: Callable[..., Reading]) -> None:
    """Other people's labels are in no text, property or stream, sentences included; nor is who made the referral."""
    reading = first_day(
        {
            "M01.source": Answer(value="uncle"),
            "M01.arrangement.what": Answer(value="Bella sleeps at her father's; Uncle Joe stays away."),
            "M11.children[c].person": Answer(value="sister"),
            "M11.adults[a].person": Answer(value="uncle"),
            "M11.adults[a].reason_listed": Answer(value="may_have_harmed"),
        },
        CHILDREN,
    )
    for kind in KINDS:
        made = everything(printed(kind, reading).pdf)
        for name in ("Bella", "Joe", "May have harmed"):
            assert name not in made, (kind, name)
    words = bare(text(printed(EXTRACT, reading).pdf))
    assert bare("Other child 1 sleeps at her father's") in words
    assert bare("Reported by") + bare("Recorded, and not on this paper.") in words


def test_before_a_relation_is_chosen_the_role_in_a_label_is_told(first_day: Callable[..., Reading]) -> None:
    """On the first day nobody has chosen a relation: *mother* says who Adult 1 is; a name in small letters does not."""
    people = {
        "this_child": {"label": "Kit", "is": "this_child"},
        "m": {"label": "mother", "is": "adult"},
        "f": {"label": "friend at school", "is": "child"},
        "j": {"label": "joe", "is": "adult"},
        "a": {"label": "adult a", "is": "adult"},
    }
    words = bare(text(printed(EXTRACT, first_day({}, people)).pdf))
    assert bare("Other child 1 (friend at school)") in words
    answers = {f"M11.adults[{each}].person": Answer(value=each) for each in "mja"}
    words = text(printed(EXTRACT, first_day(answers, people)).pdf)
    assert bare("Adult 1 (mother)") in bare(words)
    assert bare("(adult a)") not in bare(words)
    assert "joe" not in words


def test_places_are_held_back_and_said_to_be(first_day: Callable[..., Reading]) -> None:
    """Where somebody may be looking for this child, the place is left out and the paper says that it is recorded."""
    answers = {
        "M01.sleeps_tonight": Answer(value="At the farm by the mill"),
        "M09.location_risk": Answer(value={"state": "yes"}),
    }
    made = printed(EXTRACT, first_day({**answers, "M00.tier": Answer(value="full")}))
    assert "mill" not in everything(made.pdf)
    assert bare("Recorded, and not on this paper. Ask the worker by telephone.") in bare(text(made.pdf))
    open_ = printed(EXTRACT, first_day({"M01.sleeps_tonight": answers["M01.sleeps_tonight"]}))
    assert "At the farm by the mill" in text(open_.pdf)


def test_no_sentence_of_what_is_worked_out_later_gets_in(definition: Definition) -> None:
    """Of a finished assessment only what belongs to tonight is printed: no words of children, harm lines, formulation."""
    marked = rewritten(child_a(definition), lambda path, _item: f"MARK{path.partition('.')[0]}X")
    for kind in KINDS:
        found = everything(printed(kind, marked).pdf)
        for module in ("M03", "M04", "M05", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M22", "M23"):
            assert f"MARK{module}X" not in found, (kind, module)


def test_the_handover_is_one_page_whatever_is_recorded(definition: Definition) -> None:
    """Every sentence as long as it can be: one page, with what is missing counted by name; nothing is cut silently."""

    def long(_path: str, item: Item) -> str:
        return ("word " * 900)[: item.max_length or 4000].strip()

    made = printed(HANDOVER, rewritten(child_a(definition), long))
    assert made.pages == len(pages(made.pdf)) == 1
    words = bare(text(made.pdf))
    assert bare("more words in the extract]") in words
    for name, count in made.left_out.items():
        assert bare(f"{name}: {count}") in words


def test_a_crowd_of_pairs_is_counted(first_day: Callable[..., Reading]) -> None:
    """Sixty pairs that may meet: as many as there is room for, and the rest as a number that adds up."""
    people = {"this_child": {"label": "Kit", "is": "this_child"}}
    answers: dict[str, Answer] = {}
    for at in range(60):
        people[f"p{at}"] = {"label": f"adult {at}", "is": "adult"}
        answers[f"M11.adults[a{at}].person"] = Answer(value=f"p{at}")
        row = f"M11.pairs[q{at}]"
        answers |= {
            f"{row}.older": Answer(value=f"p{at}"),
            f"{row}.child": Answer(value="this_child"),
            f"{row}.contact": Answer(value="possible"),
            f"{row}.what": Answer(value=f"Somebody is with them, number {at}."),
        }
    made = printed(HANDOVER, first_day(answers, people))
    assert made.pages == 1
    shown = text(made.pdf).count("Somebody is with them")
    assert shown > 0
    assert shown + made.left_out["Lines of who is with whom"] == 60


def test_the_plan_names_places_without_an_arrangement(
    definition: Definition, first_day: Callable[..., Reading]
) -> None:
    """With no place planned every kind of place is named as open; with some, the others are."""
    none = bare(text(printed(PLAN, first_day()).pdf))
    assert all(bare(place) in none for place in ("School or nursery", "Transport", "Online"))
    some = text(printed(PLAN, child_a(definition)).pdf)
    still = some.partition("Nothing is arranged yet for these")[2].partition("Who is with whom")[0]
    assert "Online" in still
    assert "School or nursery" not in still


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_says_nothing_and_the_pages_are_neutral(first_day: Callable[..., Reading], kind: str) -> None:
    """Title and properties are plain; no page says what kind of assessment it comes from; equal input, equal bytes."""
    made = printed(kind, first_day({"M00.name": Answer(value="Kit Marlow")}))
    told = PdfReader(io.BytesIO(made.pdf)).metadata
    assert told is not None
    assert told.title in {"Extract", "Handover", "Plan"}
    assert not told.author
    assert not told.subject
    words = text(made.pdf).casefold()
    assert "hsb" not in words
    assert "sexual behaviour" not in words
    assert made.pdf == printed(kind, first_day({"M00.name": Answer(value="Kit Marlow")})).pdf


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_can_be_read_aloud(definition: Definition, kind: str) -> None:
    """Everything drawn is one element or set aside; headings, tables with header cells, and a list or two."""
    made = printed(kind, child_a(definition))
    tags, marks, drawn = structure(made.pdf)
    assert sorted(drawn) == sorted(marks)
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 3
    assert {"/Table", "/TR", "/TH", "/TD", "/P"} <= set(tags)


def test_a_form_from_elsewhere_has_none(definition: Definition, first_day: Callable[..., Reading]) -> None:
    """A paper that there is not, and a form that does not ask what these tell, are refused in words."""
    with pytest.raises(HsbAssessError) as refused:
        printed("letter", first_day())
    assert refused.value.code == "no_such_paper"
    other = reading_from(definition.model_copy(update={"id": "elsewhere"}), {}, {}, today=FRIDAY.date(), profile={})
    with pytest.raises(HsbAssessError) as refused:
        build(EXTRACT, other, evaluate(first_day(), FRIDAY.date(), BOOK, gate=Gate.ALERT), META)
    assert refused.value.code == "no_paper_of_this_form"


def test_two_versions_of_an_answer_are_told(first_day: Callable[..., Reading]) -> None:
    """Where two people recorded a thing differently, the paper does not choose silently."""
    reading = replace(first_day(), conflicts=("M01.reason",))
    assert bare("Two people recorded this differently") in bare(text(printed(EXTRACT, reading).pdf))


JUNK = ("nonsense", 5, ["u", "zz", 3], {"date": "soon"}, {"state": "maybe"}, "\x00\u202e")
FIELDS = (
    "M00.dob",
    "M01.danger",
    "M01.medical_advised_by",
    "M01.arrangement.agreed_by",
    "M01.arrangement.until",
    "M01.police_told",
    "M01.contacts[c].how",
    "M01.strategy[t].attendees",
    "M11.adults[a].person",
    "M11.pairs[p].older",
    "M11.pairs[p].contact",
    "M11.pairs[p].until",
    "M11.conditions[d].to",
)


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_no_answer_however_odd_keeps_a_paper_from_being_made(first_day: Callable[..., Reading], junk: object) -> None:
    """Every answer of tonight at once in a shape that its question does not take: the papers are there."""
    pair = {"M11.pairs[q].older": Answer(value="uncle"), "M11.pairs[q].child": Answer(value="sister")}
    answers = {path: Answer(value=junk) for path in FIELDS}  # type: ignore[arg-type]  # values of JSON
    reading = first_day({**pair, **answers, "M00.tier": Answer(value="full")}, CHILDREN)
    for kind in KINDS:
        assert printed(kind, reading).pages >= 1


def test_a_contact_that_cannot_be_read_is_not_none_known(first_day: Callable[..., Reading]) -> None:
    """Somebody has to ask again: the pair stands among those that may meet."""
    reading = first_day(
        {
            "M11.pairs[p].older": Answer(value="uncle"),
            "M11.pairs[p].child": Answer(value="sister"),
            "M11.pairs[p].contact": Answer(value="rarely"),
        },
        CHILDREN,
    )
    words = bare(text(printed(EXTRACT, reading).pdf))
    assert bare("no contact known with") not in words
    assert "rarely" in words


def test_who_did_it_stands_beside_what_was_done(first_day: Callable[..., Reading]) -> None:
    """Whoever made a visit is named, though the first day does not ask it; who makes sure of a pair is, where it ends."""
    reading = first_day(
        {
            "M01.decision_at": Answer(value="2026-06-12T15:00:00+01:00"),
            "M01.decision_by": Answer(value="boss"),
        },
        {**CHILDREN, "boss": {"label": "Manager M", "is": "worker", "role": "team manager", "agency": "Social care"}},
        contact={"visit": {"when": {"date": "2026-06-12"}, "how": "alone", "by": ["nurse"]}},
        adult={"uncle": {"person": "uncle", "contact_kind": "contact"}},
        pair={
            "one": {
                "older": "uncle",
                "child": "this_child",
                "contact": "yes",
                "what": "He stays at his flat.",
                "who": "nurse",
                "until": {"date": "2026-06-14"},
            }
        },
    )
    words = bare(text(printed(EXTRACT, reading).pdf))
    was_done = words[words.index(bare("What has been done, and by whom")) :]
    assert bare("Nurse N") in was_done
    next_up = words[words.index(bare("What must happen next")) : words.index(bare("Danger and care now"))]
    assert bare("Nurse N") in next_up
