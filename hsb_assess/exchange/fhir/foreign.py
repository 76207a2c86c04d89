"""One item of somebody else's Questionnaire: what it says in our words, what is kept as it came, what is not carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hsb_assess.exchange.fhir.conditions import DATE, MOMENT, TIME
from hsb_assess.exchange.fhir.extensions import translation_of
from hsb_assess.exchange.fhir.fhirpath import FHIRPATH, parse
from hsb_assess.exchange.fhir.names import GREATEST, HIDDEN, HL7, LEAST, SDC, TRANSLATION
from hsb_assess.exchange.fhir.valuesets import Options, ValueSets, listed
from hsb_assess.exchange.incoming.draft import Condition, DraftItem
from hsb_assess.exchange.incoming.expressions import Call, CannotSayError, Expr, Lit, Ref
from hsb_assess.exchange.incoming.report import NotCarried, refused, shown
from hsb_assess.instrument.vocabulary import UNANSWERED, ItemType

if TYPE_CHECKING:
    from hsb_assess.exchange.fhir.names import Json

__all__ = ["ItemReader"]

_LONGEST: Final = 16_000
_TYPES: Final = {
    "group": ItemType.GROUP,
    "display": ItemType.NOTE,
    "boolean": ItemType.BOOLEAN,
    "decimal": ItemType.DECIMAL,
    "integer": ItemType.NUMBER,
    "date": ItemType.DATE,
    "dateTime": ItemType.DATETIME,
    "time": ItemType.TIME,
    "string": ItemType.TEXT,
    "text": ItemType.LONGTEXT,
    "url": ItemType.URL,
    "choice": ItemType.CHOICE,
    "coding": ItemType.CHOICE,  # what R5 calls it
    "open-choice": ItemType.OPEN_CHOICE,
    "attachment": ItemType.ATTACHMENT,
    "reference": ItemType.REFERENCE,
    "quantity": ItemType.QUANTITY,
}
_OURS: Final = frozenset(
    {
        "linkId", "type", "text", "_text", "prefix", "required", "repeats", "readOnly", "maxLength", "item",
        "enableWhen", "enableBehavior", "answerOption", "answerValueSet", "initial", "extension",
    }
)  # fmt: skip
_CALCULATED: Final = frozenset({f"{SDC}sdc-questionnaire-calculatedExpression", f"{HL7}cqf-calculatedValue"})
_ENABLED: Final = f"{SDC}sdc-questionnaire-enableWhenExpression"
_UNIT: Final = f"{HL7}questionnaire-unit"
_UNIT_OPTION: Final = f"{HL7}questionnaire-unitOption"
_DEAF: Final = {
    f"{HL7}minLength": "minLength",
    f"{HL7}regex": "regex",
    f"{HL7}maxDecimalPlaces": "maxDecimalPlaces",
    f"{HL7}questionnaire-minOccurs": "minOccurs",
    f"{HL7}questionnaire-maxOccurs": "maxOccurs",
    f"{HL7}questionnaire-constraint": "constraint",
    f"{HL7}maxSize": "maxSize",
    f"{SDC}sdc-questionnaire-initialExpression": "initialExpression",
    f"{SDC}sdc-questionnaire-answerExpression": "answerExpression",
    f"{SDC}sdc-questionnaire-candidateExpression": "candidateExpression",
    f"{SDC}sdc-questionnaire-answerOptionsToggleExpression": "answerOptionsToggleExpression",
    f"{SDC}sdc-questionnaire-itemPopulationContext": "itemPopulationContext",
}
"""Extensions that mean to change what can be answered and do not here: kept, and told."""


class ItemReader:
    """Reads items one by one; ``told`` gathers what they do not carry."""

    def __init__(self, sets: ValueSets, told: list[NotCarried]) -> None:
        self._sets = sets
        self._told = told

    def item(self, element: Json, variables: dict[str, Expr]) -> DraftItem:
        """Return one item without those inside it; raises ``HsbAssessError`` where it has no name or no shape."""
        name = element.get("linkId")
        if not isinstance(name, str) or not name.strip() or len(name) > 1_000:  # noqa: PLR2004 - FHIR's own ids are shorter
            raise refused("link_id", f"An item has no linkId that could be one ({shown(name)}).")
        kept = {key: element[key] for key in element if key not in _OURS and element[key] is not None}
        item = DraftItem(name, self._type(element, name, kept), {}, kept)
        item.fields["label"] = self._label(element, item)
        self._marks(element, item)
        self._extensions(element, item, variables)
        if item.type in {ItemType.CHOICE, ItemType.OPEN_CHOICE} or "answerOption" in element:
            self._options(element, item)
        if item.repeats and item.type is ItemType.CHOICE:
            item.type = ItemType.MULTICHOICE
        self._initial(element, item)
        self._enabled(element, item)
        return item

    def _tell(self, item: str, feature: str, reason: str) -> None:
        self._told.append(NotCarried(shown(item), feature, reason))

    def _type(self, element: Json, name: str, kept: Json) -> ItemType:
        given = element.get("type")
        if not isinstance(given, str):
            raise refused("item_type", f"The item {shown(name)} has no type.")
        found = _TYPES.get(given)
        if given in {"coding", "question"} or found is None:
            kept["type"] = given
        if given == "coding" and element.get("answerConstraint") in {"optionsOrString", "optionsOrType"}:
            return ItemType.OPEN_CHOICE
        if found is None:
            self._tell(name, "type", f"There is no type of question {shown(given)} here; its words are shown.")
        return found or ItemType.NOTE

    @staticmethod
    def _label(element: Json, item: DraftItem) -> Json:
        """Return the words, whose Welsh is taken from a translation; anything else about them is kept."""
        text = translation_of(element, "text")
        beside = element.get("_text")
        if text is None or not str(text["en"]).strip():
            item.kept |= {"text": element.get("text"), **({"_text": beside} if beside is not None else {})}
            return {"en": str(element.get("prefix") or item.name)[:_LONGEST] or item.name}
        if len(text["en"]) > _LONGEST:
            raise refused("text_length", f"The words of {shown(item.name)} are longer than {_LONGEST} characters.")
        if beside is not None and not _is_only_welsh(beside):
            item.kept |= {"text": element["text"], "_text": beside}
        return {key: value for key, value in text.items() if isinstance(value, str) and value.strip()}

    def _marks(self, element: Json, item: DraftItem) -> None:
        prefix, longest = element.get("prefix"), element.get("maxLength")
        if isinstance(prefix, str) and prefix.strip():
            item.fields["prefix"] = prefix[:_LONGEST]
        if item.type is ItemType.DATE:
            item.fields["exact"] = True  # what they call a date has neither *about* nor an end
        item.required = element.get("required") is True
        item.repeats = element.get("repeats") is True
        if element.get("readOnly") is True and item.type not in {ItemType.GROUP, *UNANSWERED}:
            item.fields["read_only"] = True
        elif element.get("readOnly") is True:
            item.kept["readOnly"] = True
        if item.repeats and item.type in UNANSWERED - {ItemType.GROUP}:
            item.kept["repeats"] = True
        if "modifierExtension" in element:
            self._tell(item.name, "modifierExtension", "It may change what the item means; read the source.")
        if longest is None:
            return
        if isinstance(longest, int) and longest > 0 and item.type in {ItemType.TEXT, ItemType.LONGTEXT, ItemType.URL}:
            item.fields["max_length"] = longest
        else:
            item.kept["maxLength"] = longest
            self._tell(item.name, "maxLength", "Only texts have a longest answer.")

    # --- extensions --------------------------------------------------------------------------------

    def _extensions(self, element: Json, item: DraftItem, variables: dict[str, Expr]) -> None:
        given = element.get("extension")
        others: list[Any] = []
        units: list[Json] = []
        for each in given if isinstance(given, list) else []:
            url = each["url"]
            value = next((each[key] for key in each if key.startswith("value")), None)
            if url == HIDDEN and value is True:
                item.fields["hidden"] = True
                continue
            if url in {LEAST, GREATEST} and self._bound(item, "minimum" if url == LEAST else "maximum", value):
                continue
            others.append(each)
            if url in {_UNIT, _UNIT_OPTION} and isinstance(value, dict) and item.type is ItemType.QUANTITY:
                units.append({"valueCoding": value})
            elif url in _DEAF:
                self._tell(item.name, _DEAF[url], "It is kept and comes out again, and nothing here looks at it.")
            elif url in _CALCULATED or url == _ENABLED:
                self._expression(item, url, value, variables)
        if others:
            item.kept["extension"] = others
        if units:
            self._take_options(item, listed(units))

    def _bound(self, item: DraftItem, key: str, value: Any) -> bool:  # noqa: ANN401 - a stranger's JSON
        """Take a least or greatest value where the type has one."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        day = isinstance(value, str) and (DATE.fullmatch(value) or MOMENT.fullmatch(value))
        fits = (
            (item.type in {ItemType.NUMBER, ItemType.DECIMAL, ItemType.QUANTITY} and number)
            or (item.type is ItemType.DATE and day)
            or (item.type is ItemType.TIME and isinstance(value, str) and TIME.fullmatch(value) and "." not in value)
            or (item.type is ItemType.DATETIME and day and isinstance(value, str) and len(value) <= 10)  # noqa: PLR2004 - a day
        )
        other = item.fields.get("maximum" if key == "minimum" else "minimum")
        crossed = other is not None and fits and (value > other if key == "minimum" else value < other)
        if not fits or crossed:
            name = "minValue" if key == "minimum" else "maxValue"
            self._tell(item.name, name, "It crosses the other bound." if crossed else "It does not fit the type here.")
            return False
        item.fields[key] = value
        return True

    def _expression(self, item: DraftItem, url: str, value: Any, variables: dict[str, Expr]) -> None:  # noqa: ANN401 - a stranger's JSON
        feature = "enableWhenExpression" if url == _ENABLED else "calculatedExpression"
        if not isinstance(value, dict) or value.get("language", FHIRPATH) != FHIRPATH:
            self._tell(item.name, feature, "It is not in FHIRPath.")
            return
        try:
            expr = parse(str(value.get("expression", "")), variables)
        except CannotSayError as error:
            self._tell(item.name, feature, str(error))
            return
        if url == _ENABLED:
            item.when.append(Condition(feature, expr))
        else:
            item.calculate = Condition(feature, expr)

    # --- options and initial values ------------------------------------------------------------------

    def _take_options(self, item: DraftItem, options: Options) -> None:
        item.fields["options"] = options.codes
        item.codes = options.found
        item.has_points = options.has_points
        if options.selected:
            item.fields["initial"] = self._chosen(item, options.selected)

    @staticmethod
    def _chosen(item: DraftItem, codes: list[str], other: str = "") -> Any:  # noqa: ANN401 - the shape is the type's
        if item.type is ItemType.OPEN_CHOICE:
            return {"codes": sorted(set(codes)), **({"other": other} if other else {})}
        return sorted(set(codes)) if item.repeats else codes[0]

    def _options(self, element: Json, item: DraftItem) -> None:
        given, named = element.get("answerOption"), element.get("answerValueSet")
        found: Options | None = None
        if isinstance(given, list) and given:
            found = listed([each for each in given if isinstance(each, dict)])
        elif isinstance(named, str):
            found = self._sets.options(named)
            item.kept["answerValueSet"] = named
        if found is not None and found.codes:
            if item.type not in {ItemType.CHOICE, ItemType.OPEN_CHOICE}:
                item.kept["type"] = element["type"]
                item.type = ItemType.CHOICE
            self._take_options(item, found)
            return
        item.kept |= {"type": element["type"], **({"answerOption": given} if given is not None else {})}
        item.type = ItemType.TEXT
        reason = "The value set is not in the file; the question takes words." if named else "It lists no options."
        self._tell(item.name, "answerValueSet" if named else "answerOption", reason)

    def _initial(self, element: Json, item: DraftItem) -> None:
        given = element.get("initial")
        if not isinstance(given, list) or not given:
            return
        values = [
            (key, each[key]) for each in given if isinstance(each, dict) for key in each if key.startswith("value")
        ]
        found = self._initial_value(item, values) if item.type not in UNANSWERED else None
        wrapped = item.repeats and item.type not in {ItemType.MULTICHOICE, ItemType.OPEN_CHOICE}
        if found is None or wrapped:
            item.kept["initial"] = given
            if item.type not in {ItemType.ATTACHMENT, ItemType.REFERENCE}:
                reason = "A question that repeats starts without a row." if wrapped else "The value has no place here."
                self._tell(item.name, "initial", reason)
            return
        item.fields["initial"] = found
        item.initial = given

    def _initial_value(  # noqa: PLR0911 - one return a type
        self, item: DraftItem, values: list[tuple[str, Any]]
    ) -> Any:  # noqa: ANN401 - the shape is the type's
        kind, value = values[0] if values else ("", None)
        if item.type in {ItemType.CHOICE, ItemType.MULTICHOICE, ItemType.OPEN_CHOICE}:
            codes = [self._code(item, each) for _, each in values]
            words = "".join(str(each) for name, each in values if name == "valueString")
            there = [code for code in codes if code is not None]
            if item.type is ItemType.OPEN_CHOICE and (there or words):
                return self._chosen(item, there, "" if there else words)
            return self._chosen(item, there) if there and None not in codes else None
        match item.type, value:
            case ItemType.BOOLEAN, bool():
                return "yes" if value else "no"
            case ItemType.DATE, str():
                return {"date": value}
            case ItemType.QUANTITY, {"value": number, **more}:
                unit = item.codes.get((str(more.get("system", "")), str(more.get("code"))))
                return {"value": number, **({"unit": unit} if unit else {})}
            case _, dict() | list() | None:
                return None
            case _, _ if kind:
                return value
        return None

    @staticmethod
    def _code(item: DraftItem, value: Any) -> str | None:  # noqa: ANN401 - a stranger's JSON
        if isinstance(value, dict):
            text = str(value.get("code") or value.get("display"))
            return item.codes.get((str(value.get("system", "")), text), item.codes.get(("", text)))
        return item.codes.get(("", str(value)))

    # --- conditions --------------------------------------------------------------------------------

    def _enabled(self, element: Json, item: DraftItem) -> None:
        given = element.get("enableWhen")
        if not isinstance(given, list) or not given:
            return
        kept: Json = {key: element[key] for key in ("enableWhen", "enableBehavior") if key in element}
        try:
            parts = tuple(_enable_when(each) for each in given)
        except CannotSayError as error:
            item.kept |= kept
            self._tell(item.name, "enableWhen", str(error))
            return
        joined = parts[0] if len(parts) == 1 else Call("or" if element.get("enableBehavior") == "any" else "and", parts)
        item.when.insert(0, Condition("enableWhen", joined, kept))


def _is_only_welsh(beside: Any) -> bool:  # noqa: ANN401 - a stranger's JSON
    given = beside.get("extension") if isinstance(beside, dict) else None
    return (
        isinstance(given, list)
        and len(given) == 1
        and set(beside) == {"extension"}
        and isinstance(given[0], dict)
        and given[0].get("url") == TRANSLATION
        and given[0].get("extension", [{}])[0] == {"url": "lang", "valueCode": "cy"}
    )


def _enable_when(given: Any) -> Expr:  # noqa: ANN401 - a stranger's JSON
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        raise CannotSayError("A condition names no question.")
    asked, sign = Ref((given["question"],)), given.get("operator")
    name = next((key for key in given if key.startswith("answer")), "")
    value = given.get(name)
    if sign == "exists":
        return Call("exists" if value is True else "empty", (asked,))
    if sign not in {"=", "!=", ">", "<", ">=", "<="}:
        raise CannotSayError(f"There is no operator {shown(sign)}.")
    if isinstance(value, dict):
        if name == "answerCoding":
            text = str(value.get("code") or value.get("display"))
            return Call(str(sign), (asked, Lit(text, str(value.get("system", "")))))
        if name == "answerQuantity" and isinstance(value.get("value"), int | float):
            return Call(str(sign), (asked, Lit(value["value"])))
        raise CannotSayError("It compares with something that has no place here.")
    if isinstance(value, list) or value is None:
        raise CannotSayError("It compares with nothing.")
    return Call(str(sign), (asked, Lit(value)))
