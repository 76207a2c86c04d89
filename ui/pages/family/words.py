"""What is said of somebody on the family map: only what is recorded, and that something is not where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.draw.faces import AGENCY, CIRCLE, DIAMOND, SQUARE, Face
from ui.form.dates import date_text
from ui.language import tr
from ui.widgets.tables import Cell, Row

if TYPE_CHECKING:
    from hsb_assess.diagrams.people import Somebody
    from ui.form.casebook import CaseBook

__all__ = ["band_words", "face_of", "generation_words", "row_of"]

_SHAPES: Final = {"male": SQUARE, "female": CIRCLE}
_WORKING: Final = frozenset({"worker", "agency"})
_SHARES: Final = "shares_home"


def generation_words(number: int | None) -> str:
    """Return what a row of the family is called; ``None`` is of those of whom nobody recorded it."""
    if number is None:
        return tr("Generation not recorded")
    words = {
        -2: tr("Grandparents’ generation"),
        -1: tr("Parents’ generation"),
        0: tr("This child’s generation"),
        1: tr("The next generation"),
    }
    return words.get(
        number, tr("{n} generations up", n=-number) if number < 0 else tr("{n} generations down", n=number)
    )


def band_words(group: str) -> str:
    """Return what a group of the network is called."""
    words = {
        "children": tr("Other children"),
        "adults": tr("Other adults"),
        "school": tr("School or nursery"),
        "unidentified": tr("Not yet identified"),
        "workers": tr("Workers"),
        "agencies": tr("Agencies"),
    }
    return words.get(group, group)


def relation_words(book: CaseBook, person: Somebody) -> str:
    """Return the relation to this child as it is recorded, both where there are two."""
    if person.kind == "this_child":
        return tr("This child")
    thing = book.reading.thing(person.id)
    if person.kind == "agency":
        return book.value(f"{person.entry}.kind")
    if person.relations:
        return " / ".join(book.code("M09.family.relation", code) for code in person.relations)
    if person.kind == "worker" and thing is not None:
        return ", ".join(part for part in (thing.text("role"), thing.text("agency")) if part)
    return person.relation


def lives_words(book: CaseBook, person: Somebody) -> str:
    """Return where somebody lives, as it is recorded; both ways where there are two."""
    said = [tr("Shares a home") if code == _SHARES else book.code("M09.family.lives", code) for code in person.lives]
    return " / ".join(said)


def contact_words(book: CaseBook, person: Somebody) -> str:
    """Return what the protection grid says of contact with this child."""
    return " / ".join(book.code("M11.pairs.contact", code) for code in person.contact)


def face_of(book: CaseBook, person: Somebody) -> Face:
    """Return how somebody is drawn."""
    lines = [relation_words(book, person) or (tr("Relation not recorded") if person.kind not in _WORKING else "")]
    if person.kind == "this_child":
        lines = [tr("{n} years old", n=person.age)] if person.age is not None else []
    elif person.family:
        lines.append(lives_words(book, person) or tr("Home not recorded"))
    elif person.kind not in _WORKING:
        contact = contact_words(book, person)
        lines.append(tr("Contact: {words}", words=contact) if contact else tr("Contact not asked"))
    if person.died is not None:
        lines.append(tr("Died {day}", day=date_text(person.died)))
    working = person.kind in _WORKING
    return Face(
        id=person.id,
        shape=AGENCY if working else _SHAPES.get(person.sex, DIAMOND),
        name=person.label or tr("No name"),
        lines=tuple(line for line in lines if line),
        said=said_of(book, person),
        this_child=person.kind == "this_child",
        died=person.died is not None,
        known=working or bool(person.sex),
        unidentified=person.kind == "unidentified",
    )


def recorded_words(book: CaseBook, person: Somebody) -> str:
    """Return what else is recorded, and what is not."""
    if person.kind in _WORKING:
        return ""
    sex = book.code("M00.sex", person.sex) if person.sex else tr("not recorded")
    parts = [tr("Sex: {words}.", words=sex)] if person.kind != "unidentified" else []
    if person.age is not None:
        parts.append(tr("Age: {n}.", n=person.age))
    if person.parents:
        parts.append(tr("Parents: {names}.", names=_names(book, person.parents)))
    elif person.family:
        parts.append(tr("Parents: not recorded."))
    if person.partners:
        parts.append(tr("Partner, now or earlier: {names}.", names=_names(book, person.partners)))
    if person.died is not None:
        parts.append(tr("Died {day}.", day=date_text(person.died)))
    return " ".join(parts)


def _names(book: CaseBook, people: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (book.name(each) for each in people)))


def said_of(book: CaseBook, person: Somebody) -> str:
    """Return everything about somebody in sentences, for whoever hears the map."""
    kind = "" if person.kind == "agency" else book.code("things.person.is", person.kind)
    relation = relation_words(book, person)
    parts = [f"{person.label or tr('No name')}."]
    if relation and relation != kind:
        parts.append(f"{relation}.")
    elif kind:
        parts.append(f"{kind}.")
    if person.kind not in {*_WORKING, "this_child"}:
        parts.append(tr("Lives: {words}.", words=lives_words(book, person) or tr("not recorded")))
        parts.append(tr("Contact: {words}.", words=contact_words(book, person) or tr("not asked")))
    return " ".join([*parts, recorded_words(book, person)]).strip()


def row_of(book: CaseBook, person: Somebody) -> Row:
    """Return somebody's line in the table that says the same."""
    working, mine = person.kind in _WORKING, person.kind == "this_child"
    here = "" if working or mine else tr("Not recorded")
    contact = contact_words(book, person)
    return Row(
        person.id,
        (
            Cell(person.label or tr("No name"), bold=True),
            Cell(relation_words(book, person) or tr("Not recorded")),
            Cell(lives_words(book, person) or here),
            Cell(contact or ("" if working or mine else tr("Not asked"))),
            Cell(recorded_words(book, person)),
        ),
    )
