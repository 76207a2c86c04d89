"""Writes an answers file from what one says: the same answers, one a line, with nothing laid over another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hsb_assess.domain.answer import Answer
    from hsb_assess.exchange.prefill import AnswersFile

__all__ = ["written"]


def written(found: AnswersFile) -> str:
    """Return an answers file as YAML; read again, it says the same."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: AnswersFile) -> Iterator[str]:
    yield "format: 1"
    yield f"instrument: {found.definition.id}"
    yield f"version: {found.definition.version}"
    if found.today is not None:
        yield f"today: {found.today.isoformat()}"
    if found.note:
        yield f"note: {json.dumps(found.note, ensure_ascii=False)}"
    yield ""
    yield "things:"
    for kind, labelled in found.things.items():
        yield f"  {kind}:"
        for label, fields in labelled.items():
            yield f"    {label}:"
            yield from (f"      {name}: {_said(answer)}" for name, answer in fields.items())
    yield ""
    yield "answers:"
    yield from (f"  {path}: {_said(answer)}" for path, answer in found.answers.items())


def _said(answer: Answer) -> str:
    """Return an answer as one line of JSON, which YAML reads: a value alone where there is nothing besides."""
    if answer.absence is None and not answer.evidence:
        return json.dumps(answer.value, ensure_ascii=False)
    return json.dumps(answer.body(), ensure_ascii=False)
