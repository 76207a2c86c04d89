"""The form at work: one answer among 800 questions, and a compiled form opened, each against its own limit.

``engine_change`` is the median over answers that open and close what hangs on them, so that dependants are looked at
again each time. ``engine_open`` reads the compiled bytes, checks them as those of a stranger, and asks what is open.
Nothing here waits for a disk, so what is measured is the processor's own time: other programs do not count.
"""

from __future__ import annotations

import statistics
import time
from datetime import date
from typing import TYPE_CHECKING

from hsb_assess.domain.answer import Answer
from hsb_assess.instrument.compiled import compile_definition, read_compiled
from hsb_assess.instrument.engine import Engine
from hsb_assess.instrument.schema import Definition
from tests.performance.frame import Row, absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["rows"]

TODAY = date(2026, 6, 8)
MODULES = 20
CHAINS = 8
CHAIN = 5
"""20 modules of 8 chains of 5 questions: 800. Each question of a chain asks whether the one before is answered."""

CHANGES = 400
OPENINGS = 15
CHANGE_LIMIT_MS = 2.0
OPEN_LIMIT_MS = 150.0


def _question(module: str, chain: int, link: int) -> dict[str, object]:
    name = f"q{chain}_{link}"
    question: dict[str, object] = {
        "id": name,
        "address": f"{module}.{name}",
        "type": "longtext" if link % 2 else "text",
        "label": {"en": f"Question {link} of chain {chain}?"},
        "help": {"en": "What to ask, why, and what enough looks like, in a sentence or two as a real form has it."},
        "mandatory": True,
    }
    if link:
        question["when"] = {"question": f"{module}.q{chain}_{link - 1}", "answered": True}
    elif chain:
        question["mandatory"] = {"question": f"{module}.q0_0", "answered": True}
    return question


def synthetic() -> Definition:
    """Return a form of 800 questions in which each answer has dependants."""
    modules = [
        {
            "id": f"M{number:02}",
            "title": {"en": f"Module {number}"},
            "side": "needs",
            "items": [_question(f"M{number:02}", chain, link) for chain in range(CHAINS) for link in range(CHAIN)],
        }
        for number in range(MODULES)
    ]
    form = {"id": "synthetic", "version": "1", "title": {"en": "Synthetic"}, "modules": modules}
    return Definition.model_validate(form)


def _change(engine: Engine) -> float:
    """Return the median milliseconds of one answer given or taken back at the head of a chain."""
    taken = []
    said = Answer(value="Said.")
    for number in range(CHANGES):
        path = f"M{number % MODULES:02}.q{number // MODULES % CHAINS}_0"
        for answer in (said, None):
            started = time.process_time()
            changed = engine.set_answer(path, answer)
            taken.append((time.process_time() - started) * 1000)
            if not changed:
                message = "an answer without dependants measures nothing"
                raise AssertionError(message)
    return statistics.median(taken)


def _open(data: bytes) -> float:
    """Return the median milliseconds from compiled bytes to the list of what is open."""
    taken = []
    for _ in range(OPENINGS):
        started = time.process_time()
        definition = read_compiled(data)
        opened = Engine(definition, {}, {}, TODAY).mandatory_open()
        taken.append((time.process_time() - started) * 1000)
        if not opened:
            message = "a form with nothing to answer measures nothing"
            raise AssertionError(message)
    return statistics.median(taken)


def rows() -> Iterator[Row]:
    """Yield one row for a change and one for opening."""
    definition = synthetic()
    engine = Engine(definition, {}, {}, TODAY)
    yield absolute("engine_change", _change(engine), CHANGE_LIMIT_MS, "ms")
    yield absolute("engine_open", _open(compile_definition(definition)), OPEN_LIMIT_MS, "ms")
