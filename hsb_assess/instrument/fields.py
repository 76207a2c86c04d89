"""Reads single values out of YAML nodes: texts, words, numbers, conditions, codes; each fault with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pydantic import ValidationError

from hsb_assess.domain.answer import Absence
from hsb_assess.instrument.condition import OPERATORS, Pathway
from hsb_assess.instrument.faults import Fault, Wrong
from hsb_assess.instrument.schema import KINDS
from hsb_assess.instrument.score import Score

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from hsb_assess.instrument.nodes import Node

__all__ = ["CODE", "FieldReader", "Json", "known"]

Json: TypeAlias = object
"""A JSON value on its way into the schema, which checks it again."""

TEXT_LIMIT: Final = 16_000
CONDITION_DEPTH: Final = 12
CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_JOINERS: Final = ("all", "any", "not", "pathway", "question")


def known(words: Iterable[str]) -> str:
    """Return words as a list for a sentence."""
    return ", ".join(words)


class FieldReader:
    """Reads the values of one file and gathers what is wrong with them; nothing here raises."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, wrong: Wrong, line: int, question: str = "", **gaps: object) -> None:
        """Note one fault."""
        self.faults.append(Fault.of(wrong, self.file, line, question, **gaps))

    def entries(self, node: Node, keys: Iterable[str], question: str, what: str) -> dict[str, Node]:
        """Return the entries of a mapping whose keys are known; unknown keys are faults."""
        if node.entries is None:
            self.fault(Wrong.WRONG_TYPE, node.line, question, key=what, expected="a mapping of keys and values")
            return {}
        allowed = tuple(keys)
        for key in node.entries:
            if key not in allowed:
                self.fault(Wrong.UNKNOWN_KEY, node.key_lines[key], question, key=key, known=known(allowed))
        return {key: value for key, value in node.entries.items() if key in allowed}

    def parts(self, node: Node, key: str, question: str, *, single: bool = False) -> list[Node]:
        """Return the parts of a list; with ``single``, one scalar counts as a list of one."""
        if node.parts is not None:
            return node.parts
        if single and node.entries is None and node.scalar is not None:
            return [node]
        self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="a list")
        return []

    def string(self, node: Node, key: str, question: str = "") -> str | None:
        """Return a scalar as it is written, so that a version 1.10 stays 1.10."""
        if isinstance(node.scalar, bool) or node.scalar is None or not node.text.strip():
            self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="a text")
            return None
        if len(node.text) > TEXT_LIMIT:
            self.fault(Wrong.TEXT_LENGTH, node.line, question, key=key, limit=TEXT_LIMIT)
            return None
        return node.text.strip()

    def text(self, node: Node, key: str, question: str = "") -> Json | None:
        """Return a text ``{en, cy?}``."""
        if node.entries is None:
            self.fault(Wrong.MISSING_ENGLISH, node.line, question, key=key)
            return None
        found = self.entries(node, ("en", "cy"), question, key)
        return self.translations(found, node.line, key, question)

    def translations(self, found: dict[str, Node], line: int, key: str, question: str) -> dict[str, Json] | None:
        """Return the ``en`` and ``cy`` among some entries; no English is a fault."""
        english = found.get("en")
        if english is None or english.scalar is None or not english.text.strip():
            self.fault(Wrong.MISSING_ENGLISH, english.line if english is not None else line, question, key=key)
            return None
        texts = {
            language: self.string(found[language], key, question) for language in ("en", "cy") if language in found
        }
        return {language: text for language, text in texts.items() if text is not None} if texts["en"] else None

    def truth(self, node: Node, key: str, question: str) -> bool | None:
        """Return ``true`` or ``false``."""
        if isinstance(node.scalar, bool):
            return node.scalar
        self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="true or false")
        return None

    def integer(self, node: Node, key: str, question: str) -> int | None:
        """Return a whole number."""
        if isinstance(node.scalar, int) and not isinstance(node.scalar, bool):
            return node.scalar
        self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="a whole number")
        return None

    def word(
        self, node: Node, key: str, words: type[StrEnum] | tuple[str, ...], question: str, wrong: Wrong
    ) -> str | None:
        """Return one word of a fixed set."""
        allowed = words if isinstance(words, tuple) else tuple(word.value for word in words)
        if isinstance(node.scalar, str) and node.scalar in allowed:
            return node.scalar
        written = node.text if node.entries is None and node.parts is None else "This"
        self.fault(wrong, node.line, question, word=written or "An empty value", key=key, known=known(allowed))
        return None

    def words(
        self, node: Node, key: str, words: type[StrEnum] | tuple[str, ...], question: str, wrong: Wrong
    ) -> list[str]:
        """Return some words of a fixed set, each once; a single word need not be a list."""
        found = [self.word(part, key, words, question, wrong) for part in self.parts(node, key, question, single=True)]
        return list(dict.fromkeys(word for word in found if word is not None))

    def strings(self, node: Node, key: str, question: str) -> list[str]:
        """Return a list of texts; a single one need not be a list."""
        found = [self.string(part, key, question) for part in self.parts(node, key, question, single=True)]
        return [text for text in found if text is not None]

    def kinds(self, node: Node, question: str) -> list[str]:
        """Return kinds of things."""
        return self.words(node, "of", KINDS, question, Wrong.UNKNOWN_KIND)

    def absences(self, node: Node, question: str) -> list[str]:
        """Return the absences allowed, in their fixed order; *not yet asked* is always one of them."""
        found = {*self.words(node, "absences", Absence, question, Wrong.UNKNOWN_ABSENCE), Absence.NOT_ASKED.value}
        return [absence.value for absence in Absence if absence.value in found]

    def codes(self, node: Node, question: str) -> list[dict[str, Json]]:
        """Return options ``[{code, en, cy?, ordinal?, help?, when?, alone?}]``; codes and ordinals are unique."""
        codes: list[dict[str, Json]] = []
        seen: set[Json] = set()
        parts = self.parts(node, "options", question)
        if node.parts is not None and not parts:
            self.fault(Wrong.OPTIONS_MISSING, node.line, question)
        for part in parts:
            code = self._code(part, question)
            if code is None:
                continue
            for unique in (code["code"], code.get("ordinal")):
                if unique is not None and unique in seen:
                    self.fault(Wrong.DUPLICATE_ID, part.line, question, id=unique)
                seen.add(unique)
            codes.append(code)
        return codes

    def _code(self, node: Node, question: str) -> dict[str, Json] | None:
        found = self.entries(
            node, ("code", "en", "cy", "ordinal", "help", "when", "alone", "kept"), question, "An option"
        )
        if node.entries is None:
            return None
        if "code" not in found:
            self.fault(Wrong.MISSING_KEY, node.line, question, key="code")
            return None
        name = self.string(found["code"], "code", question)
        texts = self.translations(found, node.line, "An option", question)
        if name is None or texts is None:
            return None
        if CODE.fullmatch(name) is None:
            self.fault(Wrong.BAD_CODE, found["code"].line, question, id=name)
            return None
        code: dict[str, Json] = {"code": name, **texts}
        if "ordinal" in found:
            code["ordinal"] = self.number(found["ordinal"], "ordinal", question)
        if "when" in found:
            code["when"] = self.condition(found["when"], question)
        if "alone" in found:
            code["alone"] = self.truth(found["alone"], "alone", question) is True
        if "kept" in found:
            code["kept"] = self.kept(found["kept"], question)
        if "help" in found:
            helped = found["help"]
            code["help"] = (
                {"en": self.string(helped, "help", question) or ""}
                if helped.entries is None
                else self.text(helped, "help", question)
            )
        return code

    def number(self, node: Node, key: str, question: str) -> Json | None:
        """Return a number, whole or not."""
        if isinstance(node.scalar, int | float) and not isinstance(node.scalar, bool):
            return node.scalar
        self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="a number")
        return None

    def bound(self, node: Node, key: str, question: str) -> Json | None:
        """Return the least or the greatest value: a number, or a day or time as text."""
        if isinstance(node.scalar, bool) or not isinstance(node.scalar, str | int | float) or not node.text.strip():
            self.fault(Wrong.WRONG_TYPE, node.line, question, key=key, expected="a number, a day or a time")
            return None
        return node.scalar

    def kept(self, node: Node, question: str) -> Json:
        """Return what a form from elsewhere said, as it is."""
        if node.entries is None:
            self.fault(Wrong.WRONG_TYPE, node.line, question, key="kept", expected="a mapping of keys and values")
            return {}
        return node.plain()

    def score(self, node: Node, question: str) -> Json | None:
        """Return a score in its written shape, or ``None`` where it has none."""
        try:
            return Score.model_validate(node.plain())
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False, include_context=False)[0]
            self.fault(Wrong.SCORE_SHAPE, node.line, question, reason=first["msg"])
            return None

    def accord(self, node: Node, question: str) -> Json:
        """Return with what an answer has to agree."""
        found = self.entries(node, ("not_before", "differs", "same"), question, "agrees")
        read: dict[str, Json] = {
            key: self.string(found[key], key, question) for key in ("not_before", "differs") if key in found
        }
        if "same" in found:
            pairs = self.entries(found["same"], found["same"].entries or (), question, "same")
            read["same"] = {key: self.string(value, "same", question) or "" for key, value in pairs.items()}
        return read

    def condition(self, node: Node, question: str, depth: int = 1) -> Json | None:
        """Return a condition in its written shape, or ``None`` where it has none."""
        if depth > CONDITION_DEPTH:
            self.fault(Wrong.YAML_DEPTH, node.line, question, limit=CONDITION_DEPTH)
            return None
        joiners = [key for key in _JOINERS if key in (node.entries or {})]
        if node.entries is None or len(joiners) != 1 or (joiners != ["question"] and len(node.entries) > 1):
            self.fault(Wrong.CONDITION_SHAPE, node.line, question)
            return None
        joiner = joiners[0]
        value = node.entries[joiner]
        if joiner in {"all", "any"}:
            parts = [self.condition(part, question, depth + 1) for part in self.parts(value, joiner, question)]
            if value.parts is not None and not parts:
                self.fault(Wrong.GROUP_EMPTY, value.line, question)
            return {joiner: parts} if parts and None not in parts else None
        if joiner == "not":
            part = self.condition(value, question, depth + 1)
            return {"not": part} if part is not None else None
        if joiner == "pathway":
            name = self.word(value, "pathway", Pathway, question, Wrong.UNKNOWN_WORD)
            return {"pathway": name} if name is not None else None
        return self._question(node, question)

    def _question(self, node: Node, question: str) -> Json | None:
        found = self.entries(node, ("question", *OPERATORS), question, "A condition")
        operators = [key for key in OPERATORS if key in found]
        address = self.string(found["question"], "question", question)
        if len(operators) != 1:
            self.fault(Wrong.CONDITION_OPERATOR, node.line, question, known=known(OPERATORS))
            return None
        operator = operators[0]
        value = self._operand(found[operator], operator, question)
        return None if address is None or value is None else {"question": address, operator: value}

    def _operand(self, node: Node, operator: str, question: str) -> Json | None:  # noqa: PLR0911 - one return an operator
        if operator == "answered":
            return self.truth(node, operator, question)
        if operator == "rows_at_least":
            return self.integer(node, operator, question)
        if operator == "absent":
            return self.words(node, operator, Absence, question, Wrong.UNKNOWN_ABSENCE) or None
        if operator in {"is", "includes"}:
            parts = self.parts(node, operator, question, single=True)
            values = [part.scalar for part in parts]
            if not values or any(
                isinstance(value, bool) or not isinstance(value, str | int | float) for value in values
            ):
                self.fault(Wrong.WRONG_TYPE, node.line, question, key=operator, expected="a code, or a list of codes")
                return None
            return values if node.parts is not None else values[0]
        if isinstance(node.scalar, bool) or not isinstance(node.scalar, str | int | float):
            self.fault(Wrong.WRONG_TYPE, node.line, question, key=operator, expected="a number or a date")
            return None
        return node.scalar
