"""Makes definitions of every shape for the tests of exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.compiled import hashed
from hsb_assess.instrument.meaning import problems
from hsb_assess.instrument.schema import Definition
from hsb_assess.instrument.vocabulary import UNANSWERED, DataClass, Demand, ItemType, Sensitivity, Side, Stream

if TYPE_CHECKING:
    from collections.abc import Callable

words = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
texts = st.fixed_dictionaries({"en": words}, optional={"cy": words})
names = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
numbers = st.integers(-1000, 1000) | st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
kept = st.dictionaries(
    st.sampled_from(["linkId", "definition", "code", "extension"]),
    st.just("x"),
    max_size=0,
) | st.just(
    {"extension": [{"url": "https://example.org/x", "valueString": "as it came"}], "definition": "https://e.org/d"}
)


def _codes(draw: Callable[[Any], Any], count: int, *, anchors: bool = False) -> list[dict[str, Any]]:
    codes = []
    for number in range(count):
        code: dict[str, Any] = {"code": f"c{number}", **draw(texts)}
        if anchors:
            code["ordinal"] = number
        elif draw(st.booleans()):
            code["ordinal"] = draw(numbers)
        if draw(st.booleans()):
            code["help"] = draw(texts)
        codes.append(code)
    return codes


def _condition(  # noqa: C901 - one branch a kind of question
    draw: Callable[[Any], Any], asked: list[tuple[str, str]], depth: int = 0
) -> dict[str, Any]:
    shape = draw(st.sampled_from(["leaf", "leaf", "leaf", "all", "any", "not"])) if depth < 3 else "leaf"
    if shape == "not":
        return {"not": _condition(draw, asked, depth + 1)}
    if shape != "leaf":
        count = draw(st.integers(1, 3))
        return {shape: [_condition(draw, asked, depth + 1) for _ in range(count)]}
    address, kind = draw(st.sampled_from(asked))
    leaf: dict[str, Any] = {"question": address}
    match kind:
        case "choice" if draw(st.booleans()):
            leaf["is"] = draw(st.sampled_from(["c0", ["c0", "c1"]]))
        case "multichoice" if draw(st.booleans()):
            leaf["includes"] = "c1"
        case "boolean":
            leaf["is"] = draw(st.sampled_from(["yes", "no"]))
        case "number" | "decimal":
            leaf[draw(st.sampled_from(["is", "at_least", "at_most", "above", "below"]))] = draw(st.integers(-5, 5))
        case "date" | "datetime":
            leaf[draw(st.sampled_from(["at_least", "below"]))] = draw(st.sampled_from(["2026", "2026-04-14"]))
        case "text":
            leaf["is"] = draw(words)
        case "group":
            leaf["rows_at_least"] = 2
        case _ if draw(st.booleans()):
            leaf["absent"] = draw(st.sampled_from(["unknown", ["declined", "not_safe"]]))
        case _:
            leaf["answered"] = draw(st.booleans())
    return leaf


def _item(
    draw: Callable[[Any], Any], above: str, number: int, asked: list[tuple[str, str]], depth: int
) -> dict[str, Any]:
    kinds = [kind.value for kind in ItemType if depth < 3 or kind is not ItemType.GROUP]
    kind = draw(st.sampled_from(kinds))
    name = f"{draw(names)}{number}"
    item: dict[str, Any] = {"id": name, "address": f"{above}.{name}", "type": kind, "label": draw(texts)}
    for key, made in (
        ("help", texts), ("hint", texts), ("data_class", st.sampled_from(list(DataClass))), ("prefix", words),
        ("sensitivity", st.sampled_from(list(Sensitivity))), ("kept", kept),
    ):  # fmt: skip
        if draw(st.integers(0, 3)) == 0:
            item[key] = draw(made)
    if asked and draw(st.booleans()):
        item["when"] = _condition(draw, asked)
    if kind == "group":
        _group(draw, item, asked, depth)
    elif ItemType(kind) not in UNANSWERED:
        _question(draw, item, kind, asked)
    if kind not in {"note", "attachment", "reference", "url"} and (kind != "group" or item.get("repeats")):
        asked.append((item["address"], kind))
    return item


def _group(draw: Callable[[Any], Any], item: dict[str, Any], asked: list[tuple[str, str]], depth: int) -> None:
    item["repeats"] = draw(st.booleans())
    inside: list[tuple[str, str]] = []
    count = draw(st.integers(1, 3))
    item["items"] = [_item(draw, item["address"], n, [*asked, *inside] and inside, depth + 1) for n in range(count)]
    if item["repeats"] and draw(st.booleans()):
        item["row_label"] = draw(texts)
        item["mandatory"] = True
    fields = [each["id"] for each in item["items"] if ItemType(each["type"]) not in UNANSWERED]
    if fields and draw(st.booleans()):
        item["columns"] = fields[:4]
        item["first"] = fields[:1]
    asked.extend(inside)


def _question(  # noqa: C901, PLR0912 - one branch a type
    draw: Callable[[Any], Any], item: dict[str, Any], kind: str, asked: list[tuple[str, str]]
) -> None:
    item["evidence"] = draw(st.sampled_from(list(Demand)))
    item["absences"] = sorted(draw(st.sets(st.sampled_from([each.value for each in Absence]), min_size=1)))
    if draw(st.booleans()):
        item["mandatory"] = True if not asked or draw(st.booleans()) else _condition(draw, asked)
    for mark in ("verbatim", "child_voice", "legal", "read_only"):
        item[mark] = draw(st.integers(0, 4)) == 0
    match kind:
        case "choice" | "multichoice" | "open_choice":
            item["options"] = draw(st.sampled_from(["shared", None])) or _codes(draw, draw(st.integers(2, 4)))
            if draw(st.booleans()):
                item["initial"] = {"choice": "c1", "multichoice": ["c0", "c1"]}.get(kind, {"codes": ["c0"]})
        case "scale":
            item["options"] = _codes(draw, 5, anchors=True)
        case "number" | "decimal":
            if draw(st.booleans()):
                item["minimum"], item["maximum"] = -2000, draw(st.integers(2000, 3000))
        case "date":
            item["exact"] = draw(st.booleans())
            if draw(st.booleans()):
                item["initial"] = {"date": draw(st.sampled_from(["2026", "2026-04-14"]))}
        case "ref":
            item["of"], item["multiple"] = ["person"], draw(st.booleans())
        case "text":
            if draw(st.booleans()):
                item["initial"], item["max_length"] = "as it was", 300
        case _:
            pass


@st.composite
def definitions(draw: Callable[[Any], Any]) -> Definition:
    """Return definitions that hold together, of every type, nesting, mark and kind of condition."""
    asked: list[tuple[str, str]] = []
    modules = []
    for number in range(draw(st.integers(1, 3))):
        name = f"M{number:02}"
        module: dict[str, Any] = {"id": name, "title": draw(texts)}
        if draw(st.booleans()):
            module |= {"side": draw(st.sampled_from(list(Side))), "intro": draw(texts), "help": draw(texts)}
        if asked and draw(st.booleans()):
            module["when"] = _condition(draw, asked)
        module["stream"] = draw(st.sampled_from(list(Stream)))
        module["items"] = [_item(draw, name, n, asked, 1) for n in range(draw(st.integers(1, 5)))]
        modules.append(module)
    given: dict[str, Any] = {
        "id": draw(names), "version": "1.2.0", "title": draw(texts), "modules": modules,
        "lists": {"shared": {"id": "shared", "title": draw(texts), "codes": _codes(draw, 3)}},
    }  # fmt: skip
    if draw(st.booleans()):
        given["description"] = draw(texts)
    if draw(st.booleans()):
        given["kept"] = {"publisher": "Somebody", "extension": [{"url": "https://example.org/q", "valueBoolean": True}]}
    definition = Definition.model_validate(given)
    assert next(problems(definition), None) is None
    return hashed(definition)
