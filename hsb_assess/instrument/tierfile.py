"""Reads the tiers of a form out of YAML nodes: what each asks, and the numbered answers of the small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.faults import Wrong
from hsb_assess.instrument.fields import CODE, FieldReader, Json

if TYPE_CHECKING:
    from hsb_assess.instrument.nodes import Node

__all__ = ["TierReader"]

_FILE: Final = ("id", "question", "always", "filled", "triggers", "tiers")
_NEEDED: Final = ("id", "title", "sentence", "budget")
_NAMES: Final = ("asks", "leaves_out", "mandatory", "optional")


class TierReader(FieldReader):
    """Reads one file of tiers; whether its addresses exist is asked later, of the whole form."""

    def tiers(self, node: Node, name: str) -> dict[str, Json] | None:
        """Return the tiers for the schema; ``name`` is what the file is called."""
        found = self.entries(node, _FILE, "", "The tiers")
        for key in ("id", "question", "tiers"):
            if node.entries is not None and key not in found:
                self.fault(Wrong.MISSING_KEY, node.line, key=key)
        given = self.string(found["id"], "id") if "id" in found else name
        if given is not None and given != name:
            self.fault(Wrong.FILE_NAME, found["id"].line, name=name, id=given)
        question = self.string(found["question"], "question") if "question" in found else None
        listed = self._tiers(found["tiers"]) if "tiers" in found else []
        if question is None:
            return None
        data: dict[str, Json] = {"question": question, "tiers": listed}
        for key in ("always", "filled"):
            if key in found:
                data[key] = self.strings(found[key], key, "")
        if "triggers" in found:
            data["triggers"] = self._triggers(found["triggers"])
        return data

    def _triggers(self, node: Node) -> list[dict[str, Json]]:
        triggers: dict[str, dict[str, Json]] = {}
        for part in self.parts(node, "triggers", ""):
            found = self.entries(part, ("id", "en", "cy"), "", "A trigger")
            name = self.string(found["id"], "id") if "id" in found else None
            title = self.translations(found, part.line, "A trigger", "") if part.entries is not None else None
            if part.entries is not None and "id" not in found:
                self.fault(Wrong.MISSING_KEY, part.line, key="id")
            if name is not None and (CODE.fullmatch(name) is None or name in triggers):
                self.fault(Wrong.BAD_CODE if name not in triggers else Wrong.DUPLICATE_ID, part.line, id=name)
            elif name is not None and title is not None:
                triggers[name] = {"id": name, "title": title}
        return list(triggers.values())

    def _tiers(self, node: Node) -> list[dict[str, Json]]:
        tiers: dict[str, dict[str, Json]] = {}
        parts = self.parts(node, "tiers", "")
        if node.parts is not None and not parts:
            self.fault(Wrong.GROUP_EMPTY, node.line)
        for part in parts:
            tier = self._tier(part)
            if tier is None:
                continue
            name = str(tier["id"])
            if name in tiers:
                self.fault(Wrong.DUPLICATE_ID, part.line, id=name)
            tiers[name] = tier
        return list(tiers.values())

    def _tier(self, node: Node) -> dict[str, Json] | None:
        found = self.entries(node, (*_NEEDED, "lines", "carries", "typical", "fills", *_NAMES), "", "A tier")
        missing = [key for key in _NEEDED if node.entries is not None and key not in found]
        for key in missing:
            self.fault(Wrong.MISSING_KEY, node.line, key=key)
        if node.entries is None or missing:
            return None
        name = self.string(found["id"], "id")
        if name is not None and CODE.fullmatch(name) is None:
            self.fault(Wrong.BAD_CODE, found["id"].line, id=name)
            return None
        title, sentence = self.text(found["title"], "title"), self.text(found["sentence"], "sentence")
        budget = self.integer(found["budget"], "budget", "")
        if budget is not None and budget < 1:
            self.fault(Wrong.WRONG_TYPE, found["budget"].line, key="budget", expected="a number from 1")
        if name is None or title is None or sentence is None or budget is None:
            return None
        tier: dict[str, Json] = {"id": name, "title": title, "sentence": sentence, "budget": budget}
        if "carries" in found:
            tier["carries"] = self.string(found["carries"], "carries")
        if "lines" in found:
            tier["lines"] = [line for part in self.parts(found["lines"], "lines", "") if (line := self._line(part))]
        if "typical" in found:
            counts = self.entries(found["typical"], found["typical"].entries or (), "", "typical")
            tier["typical"] = {group: self.integer(count, group, "") or 0 for group, count in counts.items()}
        if "fills" in found:
            filled = self.entries(found["fills"], found["fills"].entries or (), "", "fills")
            tier["fills"] = {address: self.string(value, "fills") or "" for address, value in filled.items()}
        tier.update({key: self.strings(found[key], key, "") for key in _NAMES if key in found})
        return tier

    def _line(self, node: Node) -> dict[str, Json] | None:
        found = self.entries(node, ("en", "cy", "asks"), "", "A numbered answer")
        if node.entries is None:
            return None
        title = self.translations(found, node.line, "A numbered answer", "")
        if "asks" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, key="asks")
            return None
        return {"title": title, "asks": self.strings(found["asks"], "asks", "")} if title is not None else None
