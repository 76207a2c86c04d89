"""From a draft to a definition: places, pages, conditions, scores; what cannot be said is told item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import ValidationError

from hsb_assess.exchange.incoming.expressions import MOST_PARTS, CannotSayError, size_of
from hsb_assess.exchange.incoming.lowering import Lowering, Place
from hsb_assess.exchange.incoming.naming import name_for
from hsb_assess.exchange.incoming.report import Imported, NotCarried, refused, shown
from hsb_assess.instrument.compiled import SIZE_LIMIT, compile_definition, hashed
from hsb_assess.instrument.fields import CONDITION_DEPTH
from hsb_assess.instrument.meaning import ITEM_LIMIT, problems
from hsb_assess.instrument.questions import GROUP_DEPTH
from hsb_assess.instrument.schema import Definition, Item
from hsb_assess.instrument.values import value_faults
from hsb_assess.instrument.vocabulary import UNANSWERED, ItemType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.exchange.incoming.draft import Condition, DraftForm, DraftItem
    from hsb_assess.exchange.incoming.expressions import Expr

__all__ = ["build"]

Json: TypeAlias = dict[str, Any]

_MULTIPLE: Final = frozenset({ItemType.MULTICHOICE, ItemType.OPEN_CHOICE})
_NAMES: Final = {
    "condition_cycle": "Conditions or calculations look at each other in a circle.",
    "too_many_items": f"It has more than {ITEM_LIMIT} items.",
}


def build(form: DraftForm) -> Imported:
    """Return the definition and the report; raises ``HsbAssessError`` where the whole cannot be used.

    Codes: ``duplicate_link_id``, ``too_many_items``, ``too_deep``, ``too_large``, ``condition_cycle``, ``empty_form``.
    """
    builder = _Builder(form)
    data = builder.everything()
    definition = _checked(data)
    spoiled = {each.item for each in builder.told}
    carried = sum(1 for item in builder.drafts if item.row not in spoiled)
    return Imported(definition, carried, tuple(dict.fromkeys(builder.told)))


def _checked(data: Json) -> Definition:
    try:
        definition = Definition.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise refused("form_shape", f"It does not hold together at {shown(place)}.") from None
    found = next(problems(definition), None)
    if found is not None:
        code = found.wrong.code
        raise refused(
            code, f"{_NAMES.get(code, 'It does not hold together.')} ({shown(found.address or definition.id)})"
        )
    if len(compile_definition(definition)) > SIZE_LIMIT:
        raise refused("too_large", f"Compiled, it is larger than {SIZE_LIMIT} bytes.")
    return hashed(definition)


class _Builder:
    def __init__(self, form: DraftForm) -> None:
        self.form = form
        self.told: list[NotCarried] = list(form.not_carried)
        self.drafts: list[DraftItem] = []
        self.places: dict[str, Place] = {}
        self.made: list[tuple[DraftItem, Json]] = []
        self.hidden: dict[int, list[Json]] = {}

    def tell(self, item: DraftItem, feature: str, reason: str) -> None:
        self.told.append(NotCarried(shown(item.row), feature, reason))

    def everything(self) -> Json:
        self._count(self.form.items)
        modules = self._pages()
        for item, data in list(self.made):
            self._conditions(item, data)
        for siblings in _lists_of(modules):
            for at in range(len(siblings) - 1, -1, -1):
                siblings[at:at] = self.hidden.get(id(siblings[at]), [])
        for module in modules:
            _place(module["items"], module["id"])
        whole: Json = {
            "id": self.form.id,
            "version": self.form.version,
            "title": self.form.title,
            "modules": modules,
            "lists": self.form.lists,
            "kept": self.form.kept,
        }
        if self.form.description is not None:
            whole["description"] = self.form.description
        self._initials(whole)
        return whole

    def _count(self, items: list[DraftItem]) -> None:
        """Look at size and names before anything is made of them; without recursion."""
        waiting = [(item, 1) for item in reversed(items)]
        seen: set[str] = set()
        while waiting:
            item, depth = waiting.pop()
            self.drafts.append(item)
            if item.name in seen:
                raise refused("duplicate_link_id", f"The name {shown(item.name)} stands twice.")
            seen.add(item.name)
            if depth >= GROUP_DEPTH:
                raise refused("too_deep", f"Items are nested more than {GROUP_DEPTH - 1} deep.")
            waiting.extend((each, depth + 1) for each in reversed(item.items))
            if len(self.drafts) > ITEM_LIMIT:
                raise refused("too_many_items", _NAMES["too_many_items"])
        if not self.drafts:
            raise refused("empty_form", "It holds no items.")

    # --- places ------------------------------------------------------------------------------------

    def _pages(self) -> list[Json]:
        """Return the pages: one for each plain group at the top, one for each run of anything else."""
        pages: list[Json] = []
        loose: list[DraftItem] = []
        for item in self.form.items:
            if item.type is ItemType.GROUP and not item.repeats and item.items and not item.fields.get("hidden"):
                self._loose(pages, loose)
                self._page(pages, item)
            else:
                loose.append(item)
        self._loose(pages, loose)
        return pages

    def _loose(self, pages: list[Json], items: list[DraftItem]) -> None:
        if items:
            page: Json = {"id": f"P{len(pages) + 1:02}", "title": self.form.title, "kept": {"role": "loose"}}
            page["items"] = self._items(items, str(page["id"]))
            pages.append(page)
            items.clear()

    def _page(self, pages: list[Json], item: DraftItem) -> None:
        name = f"P{len(pages) + 1:02}"
        page: Json = {"id": name, "title": item.fields["label"], "kept": {**item.kept, "linkId": item.name}}
        for key in ("prefix", "read_only"):
            if item.fields.get(key) is not None:
                page["kept"][{"prefix": "prefix", "read_only": "readOnly"}[key]] = item.fields[key]
        if item.required:
            page["kept"]["required"] = True
            self.tell(item, "required", "A page as a whole cannot be required; its questions can.")
        page["items"] = self._items(item.items, name)
        self.made.append((item, page))
        pages.append(page)

    def _items(self, items: list[DraftItem], above: str) -> list[Json]:
        made: list[Json] = []
        taken: set[str] = set()
        for item in items:
            made += self._item(item, above, taken)
        return made

    def _item(self, item: DraftItem, above: str, taken: set[str]) -> list[Json]:
        """Return what stands for one item: itself, and the groups that FHIR does without."""
        name = name_for(item.name, taken)
        taken.add(name)
        data: Json = {**item.fields, "id": name, "type": item.type.value, "kept": {**item.kept, "linkId": item.name}}
        wrapped = item.repeats and item.type is not ItemType.GROUP and item.type not in {*_MULTIPLE, *UNANSWERED}
        around = f"{above}.{name}" if wrapped else above
        address = f"{around}.{name}"
        self.places[item.name] = Place(address, item.type, item.codes, item.has_points)
        if item.type is ItemType.GROUP:
            data["items"] = self._items(item.items, address)
            return self._group(item, data)
        if item.repeats and item.type is ItemType.OPEN_CHOICE:
            data["multiple"] = True
        if item.required and item.type not in UNANSWERED and not item.fields.get("hidden"):
            data["mandatory"] = True
        elif item.required:
            data["kept"]["required"] = True
        made = [data]
        if item.items:
            below = name_for(f"{name}_more", set() if wrapped else taken)
            taken.add(below)
            inside: Json = {"id": below, "type": "group", "label": item.fields["label"], "kept": {"role": "inside"}}
            if item.type not in UNANSWERED:
                inside["when"] = {"question": address, "answered": True}
            inside["items"] = self._items(item.items, f"{around}.{below}")
            made.append(inside)
        if wrapped:
            group: Json = {"id": name, "type": "group", "repeats": True, "label": item.fields["label"], "items": made}
            group["kept"] = {"role": "wrap"}
            if data.pop("mandatory", False):
                group["mandatory"] = True
            self.made.append((item, group))
            return [group]
        self.made.append((item, data))
        return made

    def _group(self, item: DraftItem, data: Json) -> list[Json]:
        if not data["items"]:
            # FHIR allows a group of nothing; what it says is shown.
            data |= {"type": "note", "kept": {**data["kept"], "type": "group"}}
            del data["items"]
        elif item.repeats:
            data["repeats"] = True
        if item.required and item.repeats and not item.fields.get("hidden") and data["type"] == "group":
            data["mandatory"] = True
        elif item.required:
            data["kept"]["required"] = True
            self.tell(item, "required", "A group as a whole cannot be required; its questions can.")
        self.made.append((item, data))
        return [data]

    # --- conditions and scores -----------------------------------------------------------------------

    def _conditions(self, item: DraftItem, data: Json) -> None:
        target = data["items"][0] if data.get("kept", {}).get("role") == "wrap" else data
        self._when(item, target, data)
        if item.needed is not None and data.get("type") != "note" and not data.get("hidden"):
            needed = self._said(item, item.needed, data)
            if needed is not None and needed is not False:
                data["mandatory"] = needed
        for code, each in item.option_conditions.items():
            condition = self._said(item, each, data)
            if condition is False:
                self.tell(item, each.feature, f"The option {shown(code)} is never offered there; here it always is.")
            for option in target["options"] if isinstance(condition, dict) else []:
                if option["code"] == code:
                    option["when"] = condition
        if item.calculate is not None:
            self._calculate(item, target, item.calculate, data)

    def _when(self, item: DraftItem, target: Json, data: Json) -> None:
        """Say when an item is asked; a condition that cannot be said is kept as it came, and the item always asked."""
        said = [(each, self._said(item, each, data)) for each in item.when]
        for each, condition in said:
            if condition is None:
                target["kept"].update({key: value for key, value in each.kept.items() if key not in target["kept"]})
        parts = [condition for _, condition in said if isinstance(condition, dict)]
        if any(condition is False for _, condition in said):
            self.tell(item, item.when[0].feature, "Its condition never holds; it is asked all the same.")
        elif parts:
            data["when"] = parts[0] if len(parts) == 1 else {"all": parts}

    def _lowering(self, item: DraftItem, data: Json) -> Lowering:
        return Lowering(self.places.get, lambda score: self._number(item, data, score), whole=self.form.compares_whole)

    def _number(self, item: DraftItem, data: Json, score: Json) -> str:
        """Make a hidden question that works out a number, beside the item whose condition needs it."""
        place = self.places[item.name].address if item.name in self.places else f"{data['id']}.{item.name}"
        above = place.rpartition(".")[0]
        if data.get("kept", {}).get("role") == "wrap":
            above = above.rpartition(".")[0]
        if "title" in data:
            raise CannotSayError("A page cannot look at a number that is worked out.")
        there = self.hidden.setdefault(id(data), [])
        name = name_for(f"{data['id']}_number_{len(there) + 1}", ())
        label = {"en": f"Number for {shown(item.row)}"}
        there.append(
            {"id": name, "type": "decimal", "label": label, "hidden": True, "read_only": True, "calculate": score,
             "kept": {"role": "number"}}
        )  # fmt: skip
        return f"{above}.{name}"

    def _said(self, item: DraftItem, condition: Condition, data: Json) -> Json | bool | None:
        try:
            said = self._lowering(item, data).condition(_within(condition.expr))
            _shallow(said, CONDITION_DEPTH)
        except CannotSayError as error:
            self.tell(item, condition.feature, str(error))
            return None
        return said

    def _calculate(self, item: DraftItem, target: Json, condition: Condition, data: Json) -> None:
        if target["type"] not in {"number", "decimal"}:
            self.tell(item, condition.feature, "Only a number can be worked out.")
            return
        try:
            score = self._lowering(item, data).score(_within(condition.expr))
            _shallow(score, CONDITION_DEPTH * 2)
        except CannotSayError as error:
            self.tell(item, condition.feature, str(error))
            return
        target["calculate"] = score
        target.pop("mandatory", None)

    # --- what has to fit ---------------------------------------------------------------------------

    def _initials(self, data: Json) -> None:
        """Take away initial values that the question itself would not take, and bounds that cross."""
        lists = Definition.model_validate({**data, "modules": []})
        for item, made in self.made:
            target = made["items"][0] if made.get("kept", {}).get("role") == "wrap" else made
            if "initial" not in target:
                continue
            try:
                question = Item.model_validate({**target, "items": []})
                fits = not value_faults(lists, question, target["initial"])
            except ValidationError:
                fits = False
            if not fits:
                del target["initial"]
                if item.initial is not None:
                    target["kept"]["initial"] = item.initial
                self.tell(item, "initial", "The question itself would not take this value.")


def _lists_of(modules: list[Json]) -> Iterator[list[Json]]:
    waiting = [module["items"] for module in modules]
    while waiting:
        items = waiting.pop()
        waiting.extend(item["items"] for item in items if item.get("items"))
        yield items


def _place(items: list[Json], above: str) -> None:
    """Say of every item where it stands."""
    waiting = [(item, above) for item in items]
    while waiting:
        item, around = waiting.pop()
        item["address"] = f"{around}.{item['id']}"
        waiting.extend((each, str(item["address"])) for each in item.get("items", ()))


def _within(expr: Expr) -> Expr:
    if size_of(expr) > MOST_PARTS:
        raise CannotSayError("It is too long.")
    return expr


def _shallow(value: object, limit: int) -> None:
    """Raise where mappings are nested more than ``limit`` deep."""
    waiting = [(value, 1)]
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, dict):
            if depth > limit:
                raise CannotSayError("It is nested too deep.")
            waiting.extend((part, depth + 1) for part in each.values())
        elif isinstance(each, list):
            waiting.extend((part, depth) for part in each)
