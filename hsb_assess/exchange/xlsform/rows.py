"""One row of an XLSForm's survey: what it says in our words, and what is not carried, with its sheet and row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hsb_assess.exchange.incoming.draft import Condition, DraftItem
from hsb_assess.exchange.incoming.expressions import Call, CannotSayError, Expr, Lit, Ref
from hsb_assess.exchange.incoming.naming import code_for, name_for
from hsb_assess.exchange.incoming.report import NotCarried, shown
from hsb_assess.exchange.xlsform.xpath import OWN, parse
from hsb_assess.instrument.vocabulary import UNANSWERED, ItemType

__all__ = ["RowReader", "text_of"]

if TYPE_CHECKING:
    from collections.abc import Mapping

Json: TypeAlias = dict[str, Any]

_TYPES: Final = {
    "text": ItemType.TEXT, "string": ItemType.TEXT, "integer": ItemType.NUMBER, "int": ItemType.NUMBER,
    "decimal": ItemType.DECIMAL, "range": ItemType.DECIMAL, "date": ItemType.DATE, "time": ItemType.TIME,
    "dateTime": ItemType.DATETIME, "datetime": ItemType.DATETIME, "note": ItemType.NOTE, "select one": ItemType.CHOICE,
    "select all that apply": ItemType.MULTICHOICE, "acknowledge": ItemType.BOOLEAN, "trigger": ItemType.BOOLEAN,
    "photo": ItemType.ATTACHMENT, "image": ItemType.ATTACHMENT, "audio": ItemType.ATTACHMENT,
    "video": ItemType.ATTACHMENT, "file": ItemType.ATTACHMENT, "signature": ItemType.ATTACHMENT,
    "draw": ItemType.ATTACHMENT, "annotate": ItemType.ATTACHMENT, "calculate": ItemType.DECIMAL,
    "hidden": ItemType.TEXT, "barcode": ItemType.TEXT, "group": ItemType.GROUP, "repeat": ItemType.GROUP,
}  # fmt: skip
_WORDS: Final = {
    "geopoint": "A place is written in words here.",
    "geotrace": "A line on a map is written in words here.",
    "geoshape": "An area on a map is written in words here.",
    "rank": "An order of options is written in words here.",
}
_DEAF: Final = ("appearance", "trigger", "media", "intent", "query")
_YES: Final = frozenset({"yes", "true", "true()", "yes()", "1"})
_NO: Final = frozenset({"", "no", "false", "false()", "no()", "0"})
_PLACEHOLDER: Final = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")
_WELSH: Final = re.compile(r"\(cy\b|cymraeg|welsh|^cy$", re.IGNORECASE)
_ENGLISH: Final = re.compile(r"\(en\b|english|^en$", re.IGNORECASE)
_LONGEST: Final = 16_000


def text_of(given: Any, default: str, others: set[str]) -> Json | None:  # noqa: ANN401 - a stranger's form
    """Return a text in English and Welsh, the default language standing in for English; ``others`` gathers the rest."""
    if isinstance(given, str) and given.strip():
        return {"en": given[:_LONGEST]}
    if not isinstance(given, dict):
        return None
    words = {str(language): str(text)[:_LONGEST] for language, text in given.items() if str(text).strip()}
    english = next((each for each in words if _ENGLISH.search(each)), default if default in words else None)
    welsh = next((each for each in words if _WELSH.search(each)), None)
    first = english or welsh or next(iter(words), None)
    if first is None:
        return None
    others.update(each for each in words if each not in {first, welsh})
    return {"en": words[first], **({"cy": words[welsh]} if welsh is not None and welsh != first else {})}


class RowReader:
    """Reads rows one by one; ``lists`` are the code lists that they share, ``languages`` those that are not carried."""

    def __init__(self, choices: Any, default: str, rows: Mapping[str, list[int]], told: list[NotCarried]) -> None:  # noqa: ANN401 - a stranger's form
        self.lists: dict[str, Json] = {}
        self.languages: set[str] = set()
        self._default = default
        self._rows = {name: list(numbers) for name, numbers in rows.items()}
        self._told = told
        self._names: set[str] = set()
        self._codes: dict[str, tuple[str, dict[tuple[str, str], str]]] = {}
        for name, options in choices.items() if isinstance(choices, dict) else ():
            self._list(str(name), options)

    def _tell(self, item: DraftItem, feature: str, reason: str) -> None:
        self._told.append(NotCarried(item.row, feature, reason))

    def _text(self, given: Any) -> Json | None:  # noqa: ANN401 - a stranger's form
        return text_of(given, self._default, self.languages)

    # --- options -----------------------------------------------------------------------------------

    def _list(self, name: str, options: Any) -> None:  # noqa: ANN401 - a stranger's form
        codes, found = self._options(options)
        if codes:
            key = name_for(name, self.lists, "list")
            self.lists[key] = {"id": key, "title": {"en": name[:200] or key}, "codes": codes}
            self._codes[name] = (key, found)

    def _options(self, options: Any) -> tuple[list[Json], dict[tuple[str, str], str]]:  # noqa: ANN401 - a stranger's form
        codes: list[Json] = []
        found: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for option in options if isinstance(options, list) else []:
            name = str(option.get("name", ""))
            code = code_for(name, taken)
            taken.add(code)
            codes.append({"code": code, **(self._text(option.get("label")) or {"en": name or code})})
            found.setdefault(("", name), code)
        return codes, found

    def _choose(self, element: Json, item: DraftItem) -> None:
        named = self._codes.get(str(element.get("list_name") or element.get("itemset") or ""))
        if named is None:
            item.type = ItemType.TEXT
            self._tell(item, "choices", "Its options are not in the workbook; the question takes words.")
            return
        key, item.codes = named
        item.fields["options"] = key
        narrowed = element.get("choice_filter")
        if narrowed:
            self._narrow(element, item, str(narrowed), key)

    def _narrow(self, element: Json, item: DraftItem, text: str, key: str) -> None:
        """Offer each option where the filter holds for its own columns: how selects cascade."""
        codes = [dict(code) for code in self.lists[key]["codes"]]
        conditions: dict[str, Condition] = {}
        try:
            for option, code in zip(element.get("choices", []), codes, strict=True):
                columns = {
                    str(name): str(value) for name, value in option.items() if isinstance(value, str | int | float)
                }
                conditions[code["code"]] = Condition("choice_filter", parse(text, columns))
        except (CannotSayError, ValueError) as error:
            self._tell(item, "choice_filter", str(error) if isinstance(error, CannotSayError) else "It cannot be read.")
            return
        item.fields["options"] = codes
        item.option_conditions = conditions

    # --- one row -----------------------------------------------------------------------------------

    def item(self, element: Json) -> DraftItem | None:
        """Return one row without those inside it; ``None`` for what a phone fills in by itself, which is told."""
        name, kind = str(element.get("name", "")), str(element.get("type", ""))
        told = self._place(name)
        if kind not in _TYPES and kind not in _WORDS:
            self._told.append(NotCarried(told, "type", f"There is no type of question {shown(kind)} here."))
            return None
        item = DraftItem(self._once(name), _TYPES.get(kind, ItemType.TEXT), {}, told=told)
        if kind in _WORDS:
            self._tell(item, "type", _WORDS[kind])
        item.repeats = kind == "repeat"
        self._texts(element, item, name)
        self._marks(element, item, kind)
        bind = element.get("bind")
        self._bind({str(key): str(value) for key, value in bind.items()} if isinstance(bind, dict) else {}, item)
        if item.type in {ItemType.CHOICE, ItemType.MULTICHOICE}:
            self._choose(element, item)
        self._default_value(element, item)
        return item

    def _once(self, name: str) -> str:
        number, found = 2, name
        while found in self._names:
            found, number = f"{name}/{number}", number + 1
        self._names.add(found)
        return found

    def _place(self, name: str) -> str:
        numbers = self._rows.get(name)
        row = numbers.pop(0) if numbers else None
        return f"survey row {row}: {shown(name)}" if row is not None else f"survey: {shown(name)}"

    def _texts(self, element: Json, item: DraftItem, name: str) -> None:
        item.fields["label"] = self._text(element.get("label")) or {"en": name or "-"}
        for key, field in (("hint", "hint"), ("guidance_hint", "help")):
            text = self._text(element.get(key))
            if text is not None:
                item.fields[field] = text
        if any(_PLACEHOLDER.search(text) for text in item.fields["label"].values()):
            self._tell(item, "label", "Another answer is not put into the words; its name stands there.")

    def _marks(self, element: Json, item: DraftItem, kind: str) -> None:
        given = element.get("control")
        control: Json = given if isinstance(given, dict) else {}
        if item.type is ItemType.DATE:
            item.fields["exact"] = True  # what they call a date has neither *about* nor an end
        if kind in {"calculate", "hidden"}:
            item.fields["hidden"] = True
        if kind == "range":
            self._range(element.get("parameters") or control, item)
        appearance = str(control.get("appearance", element.get("appearance", "")))
        if item.type is ItemType.TEXT and "multiline" in appearance:
            item.type = ItemType.LONGTEXT
        elif appearance:
            self._tell(item, "appearance", "Questions look as they look here.")
        if control.get("jr:count"):
            self._tell(item, "repeat_count", "Rows are added by whoever fills the form in.")
        for key in _DEAF[1:]:
            if element.get(key):
                self._tell(item, key, "There is no place for it here.")

    def _range(self, given: Any, item: DraftItem) -> None:  # noqa: ANN401 - a stranger's form
        bounds = {key: _number(given.get(key)) for key in ("start", "end", "step")} if isinstance(given, dict) else {}
        if all(isinstance(bounds.get(key), int) for key in ("start", "end", "step")):
            item.type = ItemType.NUMBER
        for key, field in (("start", "minimum"), ("end", "maximum")):
            if bounds.get(key) is not None:
                item.fields[field] = bounds[key]
        if bounds.get("step") not in {None, 1}:
            self._tell(item, "step", "Any number between the bounds can be given.")

    def _bind(self, bind: Mapping[str, str], item: DraftItem) -> None:
        required = bind.get("required", "")
        if required.lower() in _YES:
            item.required = True
        elif required.lower() not in _NO:
            item.needed = self._expression(item, "required", required)
        if bind.get("readonly", "").lower() in _YES and item.type not in {ItemType.GROUP, *UNANSWERED}:
            item.fields["read_only"] = True
        if bind.get("relevant"):
            condition = self._expression(item, "relevant", bind["relevant"])
            item.when = [condition] if condition is not None else []
        if bind.get("calculate"):
            item.calculate = self._expression(item, "calculation", bind["calculate"])
        if bind.get("constraint"):
            self._constrain(item, bind["constraint"])
        if any(key.startswith(("jr:constraintMsg", "jr:requiredMsg")) for key in bind):
            self._tell(item, "message", "What is wrong is said in our own words.")

    def _expression(self, item: DraftItem, feature: str, text: str) -> Condition | None:
        try:
            return Condition(feature, parse(text))
        except CannotSayError as error:
            self._tell(item, feature, str(error))
            return None

    # --- constraints and defaults ------------------------------------------------------------------

    def _constrain(self, item: DraftItem, text: str) -> None:
        try:
            for part in _ands(parse(text)):
                self._bound(item, part)
        except CannotSayError as error:
            self._tell(item, "constraint", str(error))

    @staticmethod
    def _bound(item: DraftItem, part: Expr) -> None:
        """Take one comparison of the answer itself, or of its length, with a literal."""
        if not isinstance(part, Call) or len(part.parts) != 2:  # noqa: PLR2004 - a comparison
            raise CannotSayError("Only bounds of the answer itself can be carried.")
        sign, (left, right) = part.name, part.parts
        if isinstance(left, Lit):
            left, right, sign = right, left, {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(sign, sign)
        if left == Call("length", (Ref((OWN,)),)) and isinstance(right, Lit) and sign in {"<", "<="}:
            longest = _number(right.value)
            if isinstance(longest, int) and item.type in {ItemType.TEXT, ItemType.LONGTEXT}:
                item.fields["max_length"] = longest - (sign == "<")
                return
        if left != Ref((OWN,)) or not isinstance(right, Lit) or sign not in {"<", "<=", ">", ">="}:
            raise CannotSayError("Only bounds of the answer itself can be carried.")
        bound = _fitting(item, right.value, sign)
        key = "minimum" if sign in {">", ">="} else "maximum"
        other = item.fields.get("maximum" if key == "minimum" else "minimum")
        if other is not None and (bound > other if key == "minimum" else bound < other):
            raise CannotSayError("Its bounds cross.")
        item.fields[key] = bound

    def _default_value(self, element: Json, item: DraftItem) -> None:
        given = element.get("default")
        text = "" if given is None else str(given)
        if not text.strip():
            return
        value = _literal(item, text)
        if value is None or item.type in UNANSWERED:
            self._tell(item, "default", "It is worked out, or does not fit the type.")
        else:
            item.fields["initial"] = value


def _ands(expr: Expr) -> list[Expr]:
    found: list[Expr] = []
    waiting = [expr]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Call) and each.name == "and":
            waiting.extend(reversed(each.parts))
        else:
            found.append(each)
    return found


def _number(value: Any) -> int | float | None:  # noqa: ANN401 - a stranger's form
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    if abs(found) > 1e15 or found != found:  # noqa: PLR0124, PLR2004 - not a number is unequal to itself
        return None
    return int(found) if found.is_integer() else found


def _fitting(item: DraftItem, value: Any, sign: str) -> Any:  # noqa: ANN401 - a number or a day
    number = _number(value)
    if item.type is ItemType.NUMBER and isinstance(number, int):
        return number + {">": 1, "<": -1}.get(sign, 0)
    if item.type in {ItemType.NUMBER, ItemType.DECIMAL} and number is not None and sign in {"<=", ">="}:
        return number
    day = isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    if item.type in {ItemType.DATE, ItemType.DATETIME} and day and sign in {"<=", ">="}:
        return value
    raise CannotSayError("This bound does not fit the type here.")


def _literal(item: DraftItem, text: str) -> Any:  # noqa: ANN401, PLR0911 - the shape is the type's, one return a type
    if "${" in text or "(" in text:
        return None
    match item.type:
        case ItemType.NUMBER | ItemType.DECIMAL:
            return _number(text)
        case ItemType.CHOICE:
            return item.codes.get(("", text))
        case ItemType.MULTICHOICE:
            codes = [item.codes.get(("", name)) for name in text.split()]
            return None if None in codes else sorted({str(code) for code in codes})
        case ItemType.DATE:
            return {"date": text[:10]}
        case ItemType.BOOLEAN:
            return "yes" if text.lower() in {*_YES, "ok"} else "no"
        case _:
            return text
