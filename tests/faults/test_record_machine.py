"""Any sequence of what people do and of what happens to vaults: the record says what a model in memory says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.record_machine import RecordMachine, Template, make_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.frame import Tally


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Two vaults that share a case."""
    return make_template(tmp_path_factory.mktemp("record"))


@pytest.mark.timeout(4 * 3600)  # ten thousand steps of the long plan
def test_the_record_is_what_a_model_says(
    template: Template, tmp_path: Path, often: Callable[..., int], tally: Callable[..., Tally]
) -> None:
    """Create, edit, undo, redo, conflict, decide, merge, close and open again, lock, crash, back up, restore, migrate; after each, all is compared."""
    counts: dict[str, int] = {}
    found = tally("record_steps")

    class Machine(RecordMachine):
        """The machine of this test, with its own vaults."""

    Machine.template, Machine.home, Machine.counts = template, tmp_path, counts
    examples = often(3, 6, 170)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # hypothesis does not annotate it
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=often(8, 40, 60),
            deadline=None,
            database=None,
            # Each try opens two vaults: shrinking a failure to its least steps is left to whoever looks into one.
            phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if "HSB_ASSESS_SHRINK" in os.environ else [])],
            suppress_health_check=[*HealthCheck],
        ),
    )
    found.tried = found.survived = sum(counts.values())
    found.figures.update({name: float(number) for name, number in sorted(counts.items())})
    assert found.tried > 0


def test_the_other_tells_of_a_backup_that_was_put_back(template: Template, tmp_path: Path) -> None:
    """A package says how far its sender saw the record; whoever went back behind that writes once somebody explained."""

    class Machine(RecordMachine):
        """The machine of this test, with its own vaults."""

    Machine.template, Machine.home, Machine.counts = template, tmp_path, {}
    machine = Machine()
    machine.backs_up(who=0)
    machine.answers(who=0, path="M00.name", words="one")
    machine.sends(sender=0)
    machine.restores(which=0)
    machine.sends(sender=1)
    machine.locks(who=0)
    assert Machine.counts["explains"] == 1
    machine.answers(who=0, path="M00.name", words="two")
    machine.sends(sender=0)
    machine.the_vault_says_what_the_model_says()
    machine.teardown()
