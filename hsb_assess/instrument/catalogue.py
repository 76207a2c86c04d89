"""The forms that came with the program, opened from their compiled files when they are first wanted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.datafiles import data_dir
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.compiled import read_checked
from hsb_assess.instrument.migration import read_migration

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.instrument.migration import Migration
    from hsb_assess.instrument.schema import Definition

__all__ = ["Catalogue", "Sheet"]


@dataclass(frozen=True)
class Sheet:
    """A guidance profile, the texts of the checks, or word pairs: its content, and SHA-256 of its compiled bytes."""

    id: str
    content: Mapping[str, JsonValue]
    hash: str


def _age(version: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key by which versions sort: 1.9.0 before 1.10.0."""
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in version.split("."))


class Catalogue:
    """Definitions by id, version and hash, and sheets by name; each file is read once."""

    def __init__(self, compiled: Path) -> None:
        self._folder = compiled
        self._files: dict[tuple[str, str], Path] = {}
        for path in sorted(compiled.glob("*.json")):
            name, _, version = path.stem.partition("-")
            self._files[name, version] = path
        self._definitions: dict[tuple[str, str], Definition] = {}
        self._hashes: dict[str, tuple[str, str]] | None = None
        self._sheets: dict[tuple[str, str], Sheet] = {}
        self._nations: tuple[str, ...] | None = None

    @classmethod
    def shipped(cls) -> Catalogue:
        """Return the catalogue of the forms that this program was installed with."""
        return cls(data_dir("forms") / "compiled")

    def instruments(self) -> tuple[str, ...]:
        """Return the ids of the instruments, in the order of the alphabet."""
        return tuple(sorted({name for name, _ in self._files}))

    def versions(self, instrument: str) -> tuple[str, ...]:
        """Return the versions of an instrument, oldest first."""
        return tuple(sorted((version for name, version in self._files if name == instrument), key=_age))

    def latest(self, instrument: str) -> Definition:
        """Return the newest version of an instrument; raises ``HsbAssessError`` where there is none."""
        versions = self.versions(instrument)
        return self.get(instrument, versions[-1] if versions else "")

    def get(self, instrument: str, version: str) -> Definition:
        """Return one version of an instrument; raises ``HsbAssessError`` where there is none."""
        key = (instrument, version)
        if key not in self._definitions:
            if key not in self._files:
                raise HsbAssessError(
                    "form_missing",
                    "A form is missing from this installation.",
                    "Install HSB Assess again; from a checkout, run: hsb-assess forms compile.",
                )
            self._definitions[key] = read_checked(self._files[key].read_bytes())
        return self._definitions[key]

    def by_hash(self, wanted: str) -> Definition | None:
        """Return the definition whose compiled bytes have this SHA-256, or ``None``."""
        if self._hashes is None:
            self._hashes = {hashlib.sha256(path.read_bytes()).hexdigest(): key for key, path in self._files.items()}
        key = self._hashes.get(wanted)
        return None if key is None else self.get(*key)

    def migration(self, instrument: str, before: str, after: str) -> Migration:
        """Return what changed from one version of a form to another; raises ``migration_missing``."""
        path = self._folder / "migrations" / f"{instrument}-{before}-{after}.json"
        if (before, after) not in self.migrations(instrument):
            raise HsbAssessError(
                "migration_missing",
                "There is no way from the one version of this form to the other.",
                "Go on with the form that the assessment was started with.",
            )
        return read_migration(path.read_bytes())

    def migrations(self, instrument: str) -> tuple[tuple[str, str], ...]:
        """Return which versions of an instrument lead to which, oldest first."""
        known = self.versions(instrument)
        pairs = ((before, after) for before in known for after in known)
        return tuple(
            pair for pair in pairs if (self._folder / "migrations" / f"{instrument}-{'-'.join(pair)}.json").is_file()
        )

    def profile(self, name: str) -> Sheet:
        """Return a guidance profile such as ``england``; raises ``HsbAssessError`` where there is none."""
        return self._sheet("profiles", name)

    def profiles(self) -> tuple[str, ...]:
        """Return the nations that there is guidance for, in alphabetical order."""
        if self._nations is None:
            self._nations = tuple(sorted(path.stem for path in (self._folder / "profiles").glob("*.json")))
        return self._nations

    def first_profile(self, name: str) -> Sheet:
        """Return the guidance as it was when records did not say yet which they keep; else the present one."""
        found = sorted((self._folder / "earlier").glob(f"{name}-*.json"))
        if not found:
            return self.profile(name)
        return self._sheet("earlier", found[0].stem)

    def rule_texts(self, instrument: str = "holistic") -> Sheet:
        """Return the texts of an instrument's checks; raises ``HsbAssessError`` where there are none."""
        return self._sheet("rules", instrument)

    def language(self, name: str = "en_GB") -> Sheet:
        """Return the word pairs of a language; raises ``HsbAssessError`` where there are none."""
        return self._sheet("language", name)

    def languages(self) -> tuple[str, ...]:
        """Return the languages that there are word pairs for, in alphabetical order."""
        return tuple(sorted(path.stem for path in (self._folder / "language").glob("*.json")))

    def _sheet(self, folder: str, name: str) -> Sheet:
        key = (folder, name)
        if key not in self._sheets:
            path = self._folder / folder / f"{name}.json"
            if not path.is_file():
                raise HsbAssessError(
                    "sheet_missing",
                    "A guidance file is missing from this installation.",
                    "Install HSB Assess again; from a checkout, run: hsb-assess forms compile.",
                )
            data = path.read_bytes()
            self._sheets[key] = Sheet(name, json.loads(data), hashlib.sha256(data).hexdigest())
        return self._sheets[key]
