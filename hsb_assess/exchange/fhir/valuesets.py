"""Options of other people's Questionnaires: listed on the item, in contained value sets, or out of reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hsb_assess.exchange.fhir.extensions import extensions_of, translation_of
from hsb_assess.exchange.fhir.names import EXCLUSIVE, HL7, ORDINAL
from hsb_assess.exchange.incoming.naming import code_for
from hsb_assess.exchange.incoming.report import refused, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.exchange.fhir.names import Json

__all__ = ["Options", "ValueSets", "listed"]

MOST_OPTIONS: Final = 5_000
_POINTS: Final = frozenset(
    {
        ORDINAL,
        f"{HL7}itemWeight",
        f"{HL7}questionnaire-ordinalValue",
        f"{HL7}valueset-ordinalValue",
        f"{HL7}codesystem-ordinalValue",
    }
)


@dataclass
class Options:
    """Options as the form language has them, and how to find one by the system and code, or the words, it had."""

    codes: list[Json] = field(default_factory=list)
    found: dict[tuple[str, str], str] = field(default_factory=dict)
    selected: list[str] = field(default_factory=list)

    @property
    def has_points(self) -> bool:
        """Whether any option has an ordinal."""
        return any("ordinal" in code for code in self.codes)

    def add(self, option: Json) -> None:
        """Add one ``answerOption``, whatever it is made of; it is kept as it came."""
        name = next((key for key in option if key.startswith("value")), "")
        value = option.get(name)
        coding = value if isinstance(value, dict) else {}
        text = str(coding.get("code") or coding.get("reference") or coding.get("display") or value)
        taken = {code["code"] for code in self.codes}
        code: Json = {"code": code_for(text, taken), **_words(coding, text)}
        points = _ordinal(option, coding)
        if points is not None:
            code["ordinal"] = points
        if any(each.get("url") == EXCLUSIVE and each.get("valueBoolean") is True for _, each in extensions_of(option)):
            code["alone"] = True
        code["kept"] = {"option": {key: option[key] for key in option if key != "initialSelected"}}
        self.codes.append(code)
        self.found.setdefault((str(coding.get("system", "")), text), code["code"])
        self.found.setdefault(("", text), code["code"])
        self.found.setdefault(("", str(code["en"])), code["code"])
        if option.get("initialSelected") is True:
            self.selected.append(code["code"])


def _words(coding: Json, text: str) -> Json:
    words = translation_of(coding, "display")
    if words is None or not str(words["en"]).strip():
        return {"en": text[:2_000] or "-"}
    return words


def _ordinal(option: Json, coding: Json) -> float | None:
    for element in (coding, option):
        for _, each in extensions_of(element):
            if each.get("url") in _POINTS:
                value = next((each[key] for key in each if key.startswith("value")), None)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    return value
    return None


def listed(options: list[Json]) -> Options:
    """Return the options of an ``answerOption`` list."""
    made = Options()
    for option in options[:MOST_OPTIONS]:
        made.add(option)
    return made


class ValueSets:
    """The value sets that a Questionnaire contains, read when a question asks for one."""

    def __init__(self, contained: list[Json]) -> None:
        self._sets = {str(each.get("id")): each for each in contained if each.get("resourceType") == "ValueSet"}
        self._systems = {each.get("url"): each for each in contained if each.get("resourceType") == "CodeSystem"}
        self._urls = {str(each["url"]): name for name, each in self._sets.items() if isinstance(each.get("url"), str)}

    def options(self, address: str) -> Options | None:
        """Return the options of a value set (``#id``, or an address that a contained one has), ``None`` out of reach.

        Raises ``value_set_cycle`` where value sets are made of each other in a circle.
        """
        name = self._name(address)
        if name is None:
            return None
        made = Options()
        for option in self._concepts(name, ()):
            if len(made.codes) >= MOST_OPTIONS:
                break
            made.add(option)
        return made if made.codes else None

    def _name(self, address: str) -> str | None:
        plain = address.partition("|")[0]
        name = plain[1:] if plain.startswith("#") else self._urls.get(plain)
        return name if name in self._sets else None

    def _concepts(self, name: str, around: tuple[str, ...]) -> Iterator[Json]:
        if name in around:
            raise refused("value_set_cycle", f"The value set {shown(name)} is made of itself.")
        found = self._sets[name]
        expansion, compose = found.get("expansion"), found.get("compose")
        contains = expansion.get("contains") if isinstance(expansion, dict) else None
        if isinstance(contains, list) and contains:
            for each in contains:
                if isinstance(each, dict) and "code" in each:
                    yield _option(each, str(each.get("system", "")))
            return
        includes = compose.get("include") if isinstance(compose, dict) else None
        for include in includes if isinstance(includes, list) else []:
            if isinstance(include, dict):
                yield from self._included(include, (*around, name))

    def _included(self, include: Json, around: tuple[str, ...]) -> Iterator[Json]:
        system = str(include.get("system", ""))
        concepts = include.get("concept")
        if not isinstance(concepts, list) and system in self._systems and "filter" not in include:
            concepts = self._systems[system].get("concept")
        for each in concepts if isinstance(concepts, list) else []:
            if isinstance(each, dict) and "code" in each:
                yield _option(each, system)
        others = include.get("valueSet")
        for other in others if isinstance(others, list) else []:
            name = self._name(str(other))
            if name is not None:
                yield from self._concepts(name, around)


def _option(concept: Json, system: str) -> Json:
    coding: Json = {"system": system} if system else {}
    coding["code"] = str(concept["code"])
    if isinstance(concept.get("display"), str):
        coding["display"] = concept["display"]
    if isinstance(concept.get("extension"), list):
        coding["extension"] = concept["extension"]
    return {"valueCoding": coding}
