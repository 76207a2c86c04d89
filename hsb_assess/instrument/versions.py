"""Reads the versions of forms that records were made with before, and what leads from one to the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.compiled import read_compiled
from hsb_assess.instrument.faults import Fault, FormFaults, Wrong
from hsb_assess.instrument.migration import compile_migration
from hsb_assess.instrument.migrationsheet import read_migration_sheet

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition

__all__ = ["EARLIER", "MIGRATIONS", "read_earlier", "read_migrations"]

EARLIER: Final = "earlier"
MIGRATIONS: Final = "migrations"


def read_earlier(forms: Path) -> tuple[dict[Path, bytes], dict[tuple[str, str], Definition], list[Fault]]:
    """Return the compiled forms and guidance that records were made with before, the forms themselves, and every fault."""
    kept: dict[Path, bytes] = {}
    definitions: dict[tuple[str, str], Definition] = {}
    faults: list[Fault] = []
    for path in sorted((forms / EARLIER).glob("*.json")):
        data = path.read_bytes()
        try:
            definition = read_compiled(data)
        except FormFaults as error:
            first = error.faults[0]
            faults.append(Fault.of(Wrong.DEFINITION, str(path), 1, first.question, reason=first.what))
            continue
        name = f"{definition.id}-{definition.version}"
        if path.stem != name:
            faults.append(Fault.of(Wrong.FILE_NAME, str(path), 1, name=path.stem, id=name))
        definitions[definition.id, definition.version] = definition
        kept[Path(path.name)] = data
    for path in sorted((forms / EARLIER / "profiles").glob("*.json")):
        kept[Path(EARLIER) / path.name] = path.read_bytes()
    return kept, definitions, faults


def read_migrations(forms: Path, versions: dict[tuple[str, str], Definition]) -> tuple[dict[Path, bytes], list[Fault]]:
    """Return the compiled migrations of every form, and every fault of theirs."""
    compiled: dict[Path, bytes] = {}
    faults: list[Fault] = []
    for path in sorted(forms.glob(f"*/{MIGRATIONS}/*.yaml")):
        migration, found = read_migration_sheet(path, versions)
        faults.extend(found)
        if migration is not None:
            compiled[Path(MIGRATIONS) / f"{migration.instrument}-{migration.name}.json"] = compile_migration(migration)
    return compiled, faults
