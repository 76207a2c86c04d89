"""Any FHIR R4 Questionnaire, read into a draft; what has no place here is told item by item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from hsb_assess.exchange.fhir.bounded import read_json
from hsb_assess.exchange.fhir.definition import definition_to_questionnaire, is_ours, questionnaire_to_definition
from hsb_assess.exchange.fhir.extensions import translation_of
from hsb_assess.exchange.fhir.fhirpath import FHIRPATH, parse
from hsb_assess.exchange.fhir.foreign import ItemReader
from hsb_assess.exchange.fhir.names import HL7, field_of
from hsb_assess.exchange.fhir.valuesets import ValueSets
from hsb_assess.exchange.incoming.building import build
from hsb_assess.exchange.incoming.draft import DraftForm, DraftItem
from hsb_assess.exchange.incoming.expressions import CannotSayError, Expr
from hsb_assess.exchange.incoming.naming import name_for
from hsb_assess.exchange.incoming.report import Imported, NotCarried, refused, shown

if TYPE_CHECKING:
    from hsb_assess.exchange.fhir.names import Json

__all__ = ["RESERVED", "import_questionnaire"]

RESERVED: Final = frozenset({"holistic"})
"""Ids that only our own forms have: rules are written for them."""

_LONGEST: Final = 16_000
_MOST_ITEMS: Final = 20_000
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_OURS: Final = frozenset(
    {"resourceType", "item", "title", "_title", "description", "_description", "extension", "text"}
)


def import_questionnaire(data: bytes) -> Imported:
    """Return the form in a file of FHIR JSON and what was not carried; raises ``HsbAssessError`` with a refusal's name.

    A Questionnaire that was exported from here comes back as it went.
    """
    made = read_json(data)
    if made.get("resourceType") != "Questionnaire":
        raise refused("not_a_questionnaire", "It is no FHIR Questionnaire.", "Choose a file that holds one.")
    if is_ours(made):
        return _ours(made)
    try:
        return build(_form(made))
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration) as error:
        # A stranger's file can have any shape in any place; that it is not FHIR's is all that there is to say.
        raise refused("not_fhir", f"It is not shaped as FHIR asks ({type(error).__name__}).") from None


def _ours(made: Json) -> Imported:
    definition = questionnaire_to_definition(made)
    # What would not leave again as it came was not made here, whatever it says.
    if questionnaire_to_definition(definition_to_questionnaire(definition)) != definition:
        raise refused("not_our_form", "It says that it was made by HSB Assess, and was not.")
    return Imported(definition, len(definition.addresses()), ())


def _form(made: Json) -> DraftForm:
    told: list[NotCarried] = []
    if _without_ours(made):
        told.append(NotCarried("the form", "extension", "Our own extensions mean nothing in a form of others."))
    contained = made.get("contained")
    sets = ValueSets([each for each in contained if isinstance(each, dict)] if isinstance(contained, list) else [])
    variables = variables_of(made, {}, "the form", told)
    reader = ItemReader(sets, told)
    items = _items(made.get("item"), reader, variables, told)
    kept = {key: made[key] for key in made if key not in _OURS and made[key] is not None}
    extensions = made.get("extension")
    if isinstance(extensions, list) and extensions:
        kept["extension"] = extensions
    if "modifierExtension" in made:
        told.append(
            NotCarried("the form", "modifierExtension", "It may change what everything means; read the source.")
        )
    title = _text(made, "title") or {"en": str(made.get("name") or "A form from elsewhere")[:200]}
    source = next((made[key] for key in ("name", "url", "id", "title") if isinstance(made.get(key), str)), "form")
    version = made.get("version")
    return DraftForm(
        id=name_for(source.rpartition("/")[2] or source, RESERVED, "form"),
        version=version if isinstance(version, str) and _VERSION.fullmatch(version) else "1",
        title=title,
        items=items,
        description=_text(made, "description"),
        kept=kept,
        not_carried=told,
    )


def _without_ours(made: Json) -> bool:
    """Take our own extensions out of a form of others, where they would pass for what we said; say whether any were there.

    Raises ``extension_shape`` where an extension has no address.
    """
    found = False
    waiting: list[Any] = [made]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict) and "extension" in each:
            given = each["extension"]
            fits = isinstance(given, list) and all(
                isinstance(one, dict) and isinstance(one.get("url"), str) for one in given
            )
            if not fits:
                raise refused("extension_shape", "An extension has no address.")
            each["extension"] = [one for one in given if field_of(one["url"]) is None]
            found = found or len(each["extension"]) < len(given)
            if not each["extension"]:
                del each["extension"]
        waiting.extend(each.values() if isinstance(each, dict) else each if isinstance(each, list) else ())
    return found


def _text(made: Json, name: str) -> Json | None:
    text = translation_of(made, name)
    if text is None or not str(text["en"]).strip():
        return None
    return {key: value[:_LONGEST] for key, value in text.items() if isinstance(value, str) and value.strip()}


def variables_of(element: Json, around: dict[str, Expr], item: str, told: list[NotCarried]) -> dict[str, Expr]:
    """Return the variables that hold here: those around, and the element's own, each of which may use the ones before.

    Raises ``variable_cycle`` where one uses itself, or one that comes after it and uses it in turn.
    """
    given = (
        [each for each in element.get("extension") or [] if isinstance(each, dict)]
        if isinstance(element.get("extension"), list)
        else []
    )
    own = [each.get("valueExpression") for each in given if each.get("url") == f"{HL7}variable"]
    found = dict(around)
    named: dict[str, str] = {}
    for each in own:
        if isinstance(each, dict) and each.get("language", FHIRPATH) == FHIRPATH:
            named[str(each.get("name"))] = str(each.get("expression", ""))
        elif isinstance(each, dict):
            found.pop(str(each.get("name")), None)
            told.append(NotCarried(shown(item), f"variable {shown(each.get('name'))}", "It is not in FHIRPath."))
    _no_circle(named)
    for name, expression in named.items():
        try:
            found[name] = parse(expression, found)
        except CannotSayError as error:
            found.pop(name, None)
            told.append(NotCarried(shown(item), f"variable {shown(name)}", str(error)))
    return found


def _no_circle(named: dict[str, str]) -> None:
    uses = {
        name: [other for other in named if re.search(rf"%[`']?{re.escape(other)}\b", text)]
        for name, text in named.items()
    }
    waiting = dict(uses)
    while waiting:
        free = [name for name, others in waiting.items() if not any(other in waiting for other in others)]
        if not free:
            raise refused("variable_cycle", f"The variable {shown(next(iter(waiting)))} is made of itself.")
        for name in free:
            del waiting[name]


def _items(given: Any, reader: ItemReader, variables: dict[str, Expr], told: list[NotCarried]) -> list[DraftItem]:  # noqa: ANN401 - a stranger's JSON
    """Read the tree without recursion; how deep it may be is judged when it is built."""
    roots: list[DraftItem] = []
    waiting: list[tuple[Json, list[DraftItem], dict[str, Expr]]] = [
        (each, roots, variables) for each in reversed(_objects(given, "the form"))
    ]
    count = 0
    while waiting:
        element, siblings, around = waiting.pop()
        count += 1
        if count > _MOST_ITEMS:
            raise refused("too_many_items", f"It has more than {_MOST_ITEMS} items.")
        known = variables_of(element, around, str(element.get("linkId", "")), told)
        item = reader.item(element, known)
        siblings.append(item)
        waiting.extend((each, item.items, known) for each in reversed(_objects(element.get("item"), item.name)))
    return roots


def _objects(given: Any, where: str) -> list[Json]:  # noqa: ANN401 - a stranger's JSON
    if given is None:
        return []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise refused("item_shape", f"The items of {shown(where)} are no list of items.")
    return given
