"""Reads modules and their questions out of YAML nodes, filling in addresses and inherited marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.fields import FieldReader, Json
from hsb_assess.instrument.vocabulary import (
    OPTIONED,
    UNANSWERED,
    DataClass,
    Demand,
    ItemType,
    Sensitivity,
    Side,
    Stream,
    Tense,
)

if TYPE_CHECKING:
    from hsb_assess.instrument.nodes import Node

__all__ = ["ID", "MODULE_ID", "ModuleReader"]

GROUP_DEPTH: Final = 12
THINGS: Final = "things"
ID: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
MODULE_ID: Final = re.compile(r"[A-Z][A-Z0-9]{0,15}")

_TEXTS: Final = ("label", "help", "hint", "row_label")
_TRUTHS: Final = (
    "verbatim", "child_voice", "legal", "plain_fact", "read_only", "multiple", "repeats", "exact", "hidden",
)  # fmt: skip

_ALL: Final = (
    "id", "type", "label", "help", "hint", "when", "data_class", "sensitivity", "prefix", "hidden", "kept",
)  # fmt: skip
_QUESTION: Final = (
    *_ALL, "mandatory", "absences", "evidence", "verbatim", "child_voice", "legal", "read_only", "initial",
    "beside",
)  # fmt: skip
_KEYS: Final[dict[ItemType, tuple[str, ...]]] = {
    ItemType.TEXT: (*_QUESTION, "max_length"),
    ItemType.LONGTEXT: (*_QUESTION, "max_length"),
    ItemType.CHOICE: (*_QUESTION, "options"),
    ItemType.MULTICHOICE: (*_QUESTION, "options"),
    ItemType.SCALE: (*_QUESTION, "options"),
    ItemType.NUMBER: (*_QUESTION, "minimum", "maximum", "calculate"),
    ItemType.DATE: (*_QUESTION, "time", "exact", "minimum", "maximum", "agrees"),
    ItemType.DATETIME: (*_QUESTION, "time", "minimum", "maximum", "agrees"),
    ItemType.STATE: (*_QUESTION, "plain_fact"),
    ItemType.REF: (*_QUESTION, "of", "multiple", "filter", "agrees"),
    ItemType.GROUP: (*_ALL, "mandatory", "repeats", "of", "columns", "first", "row_label", "items"),
    ItemType.NOTE: (*_ALL, "mandatory"),
    ItemType.BOOLEAN: _QUESTION,
    ItemType.DECIMAL: (*_QUESTION, "minimum", "maximum", "calculate"),
    ItemType.TIME: (*_QUESTION, "minimum", "maximum"),
    ItemType.QUANTITY: (*_QUESTION, "minimum", "maximum", "options"),
    ItemType.URL: (*_QUESTION, "max_length"),
    ItemType.OPEN_CHOICE: (*_QUESTION, "options", "multiple"),
    ItemType.ATTACHMENT: _ALL,
    ItemType.REFERENCE: _ALL,
}
_EVERY: Final = tuple(dict.fromkeys(key for keys in _KEYS.values() for key in keys))
_ELSEWHERE: Final = ("id", "type", "items", "data_class", "sensitivity")
_MODULE: Final = (
    "id", "title", "side", "stream", "intro", "help", "when", "data_class", "sensitivity", "kept", "items",
)  # fmt: skip


class ModuleReader(FieldReader):
    """Reads one module's file; ``places`` says which node each address came from."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.places: dict[str, Node] = {}

    def module(self, node: Node, name: str) -> dict[str, Json] | None:
        """Return a module for the schema; ``name`` is what the file is called."""
        found = self.entries(node, _MODULE, name, "A module")
        for key in ("id", "title", "items"):
            if node.entries is not None and key not in found:
                self.fault(Wrong.MISSING_KEY, node.line, name, key=key)
        if not found:
            return None
        if name != THINGS and MODULE_ID.fullmatch(name) is None:
            self.fault(Wrong.BAD_ID, node.line, name, id=name)
            return None
        given = self.string(found["id"], "id", name) if "id" in found else name
        if given is not None and given != name:
            self.fault(Wrong.FILE_NAME, found["id"].line, name, name=name, id=given)
        self.places[name] = node
        data = self._heading(found, name)
        data["items"] = self._items(found["items"], name, self._inherit(found, {}, name), 1) if "items" in found else []
        return data

    def _heading(self, found: dict[str, Node], name: str) -> dict[str, Json]:
        data: dict[str, Json] = {"id": name, "title": {"en": name}}
        for key in ("title", "intro", "help"):
            if key in found:
                data[key] = self.text(found[key], key, name) or data.get(key)
        for key, words, otherwise in (("side", Side, Side.NONE), ("stream", Stream, Stream.ANSWERS)):
            if key in found:
                data[key] = self.word(found[key], key, words, name, Wrong.UNKNOWN_WORD) or otherwise
        if "when" in found:
            data["when"] = self.condition(found["when"], name)
        if "kept" in found:
            data["kept"] = self.kept(found["kept"], name)
        return data

    def _inherit(self, found: dict[str, Node], marks: dict[str, Json], question: str) -> dict[str, Json]:
        marks = dict(marks)
        if "data_class" in found:
            word = self.word(found["data_class"], "data_class", DataClass, question, Wrong.UNKNOWN_DATA_CLASS)
            marks["data_class"] = word or DataClass.GENERAL
        if "sensitivity" in found:
            marks["sensitivity"] = self.word(
                found["sensitivity"], "sensitivity", Sensitivity, question, Wrong.UNKNOWN_WORD
            )
        return marks

    def _items(self, node: Node, above: str, marks: dict[str, Json], depth: int) -> list[dict[str, Json]]:
        items: list[dict[str, Json]] = []
        parts = self.parts(node, "items", above)
        if node.parts is not None and not parts:
            self.fault(Wrong.GROUP_EMPTY, node.line, above)
        for part in parts:
            item = self._item(part, above, marks, depth)
            if item is not None:
                items.append(item)
        return items

    def _address(self, node: Node, above: str) -> str | None:
        """Return the address of an item, or ``None`` where it has no id of its own."""
        if node.entries is None:
            self.fault(Wrong.WRONG_TYPE, node.line, above, key="An item", expected="a mapping of keys and values")
            return None
        if "id" not in node.entries:
            self.fault(Wrong.MISSING_KEY, node.line, above, key="id")
            return None
        name = self.string(node.entries["id"], "id", above)
        address = f"{above}.{name}"
        if name is None:
            return None
        if ID.fullmatch(name) is None:
            self.fault(Wrong.BAD_ID, node.key_lines["id"], address, id=name)
            return None
        if address in self.places:
            self.fault(Wrong.DUPLICATE_ID, node.key_lines["id"], address, id=name)
            return None
        self.places[address] = node
        return address

    def _type(self, node: Node, found: dict[str, Node], address: str) -> ItemType | None:
        """Return an item's type, having taken away the keys that do not fit it."""
        if "type" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, address, key="type")
            return None
        word = self.word(found["type"], "type", ItemType, address, Wrong.UNKNOWN_TYPE)
        if word is None:
            return None
        for key in [key for key in found if key not in _KEYS[ItemType(word)]]:
            self.fault(Wrong.MISFIT_KEY, node.key_lines[key], address, key=key, type=word)
            del found[key]
        if "label" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, address, key="label")
        return ItemType(word)

    def _item(self, node: Node, above: str, marks: dict[str, Json], depth: int) -> dict[str, Json] | None:
        address = self._address(node, above)
        if address is None:
            return None
        found = self.entries(node, _EVERY, address, "An item")
        item_type = self._type(node, found, address)
        if item_type is None:
            return None
        marks = self._inherit(found, marks, address)
        name = address.rpartition(".")[2]
        data: dict[str, Json] = {"id": name, "address": address, "type": item_type, "label": {"en": name}, **marks}
        if item_type is ItemType.STATE:
            data["evidence"] = Demand.OFFERED
        for key, value in found.items():
            if key not in _ELSEWHERE:
                read = self._read(key, value, address)
                if read is not None:
                    data[key] = read
        self._shape(node, item_type, data, found)
        if item_type is ItemType.GROUP:
            data["items"] = self._group(node, found, address, marks, depth)
        return data

    def _group(
        self, node: Node, found: dict[str, Node], address: str, marks: dict[str, Json], depth: int
    ) -> list[dict[str, Json]]:
        if depth >= GROUP_DEPTH:
            self.fault(Wrong.GROUP_DEPTH, node.line, address, limit=GROUP_DEPTH)
            return []
        if "items" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, address, key="items")
            return []
        return self._items(found["items"], address, marks, depth + 1)

    def _read(self, key: str, node: Node, address: str) -> Json | None:  # noqa: C901, PLR0911, PLR0912 - one return a key
        if key in _TEXTS:
            return self.text(node, key, address)
        if key in _TRUTHS:
            return self.truth(node, key, address)
        match key:
            case "mandatory":
                return node.scalar if isinstance(node.scalar, bool) else self.condition(node, address)
            case "when":
                return self.condition(node, address)
            case "absences":
                return self.absences(node, address)
            case "evidence":
                return self.word(node, key, Demand, address, Wrong.UNKNOWN_WORD)
            case "options":
                return self.codes(node, address) if node.parts is not None else self.string(node, key, address)
            case "of":
                return self.kinds(node, address)
            case "max_length":
                return self.integer(node, key, address)
            case "minimum" | "maximum":
                return self.bound(node, key, address)
            case "prefix":
                return self.string(node, key, address)
            case "calculate":
                return self.score(node, address)
            case "kept":
                return self.kept(node, address)
            case "time":
                return self.word(node, key, Tense, address, Wrong.UNKNOWN_WORD)
            case "columns" | "first" | "beside":
                return self.strings(node, key, address)
            case "agrees":
                return [self.accord(part, address) for part in self.parts(node, key, address)]
            case "filter":
                found = self.entries(node, node.entries or (), address, key)
                return {field: self.strings(value, field, address) for field, value in found.items()}
            case _:
                return node.plain()

    def _shape(self, node: Node, item_type: ItemType, data: dict[str, Json], found: dict[str, Node]) -> None:
        address = str(data["address"])
        if item_type is ItemType.GROUP and "of" in found:
            data["repeats"] = True
            if found["of"].parts is not None:
                self.fault(Wrong.WRONG_TYPE, found["of"].line, address, key="of", expected="one kind of thing")
                data["of"] = []
        fillable = item_type not in UNANSWERED or (item_type is ItemType.GROUP and data.get("repeats"))
        if "mandatory" in found and not fillable:
            if data.get("mandatory") is not False:
                self.fault(Wrong.MANDATORY_NOTE, node.key_lines["mandatory"], address)
            data.pop("mandatory", None)
        if item_type in OPTIONED - {ItemType.SCALE} and "options" not in found:
            self.fault(Wrong.OPTIONS_MISSING, node.line, address)
        if item_type is ItemType.SCALE and "options" not in found:
            self.fault(Wrong.SCALE_ANCHORS, node.line, address)
        if item_type is ItemType.REF and "of" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, address, key="of")
