"""Loads forms from YAML, which is the same as checking them: every fault with its file, line and mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import rfc8785
from pydantic import ValidationError

from hsb_assess.instrument.compiled import compile_definition, hashed, read_compiled
from hsb_assess.instrument.faults import Fault, FormFaults, Wrong
from hsb_assess.instrument.fields import CODE, FieldReader, Json
from hsb_assess.instrument.guidance import SHEETS, read_sheet
from hsb_assess.instrument.meaning import Problem, problems
from hsb_assess.instrument.migrationsheet import read_migration_sheet
from hsb_assess.instrument.nodes import Node, read_file
from hsb_assess.instrument.questions import ID, THINGS, ModuleReader
from hsb_assess.instrument.rulecheck import rule_faults
from hsb_assess.instrument.schema import Definition, Polarity
from hsb_assess.instrument.tierfile import TierReader
from hsb_assess.instrument.versions import MIGRATIONS, read_earlier, read_migrations

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Fault", "FormFaults", "check", "compile_all", "compile_definition", "load_yaml", "read_compiled"]

INSTRUMENT = "instrument.yaml"
TIERS = "tiers"
KEYS = ("id", "version", "title", "description", "modules", "tiers", "lists", "kept")


@dataclass
class _Source:
    """What one instrument's folder says: its data, where each address stands, and what is wrong."""

    folder: Path
    tiers: Path | None = None
    data: dict[str, Json] = field(default_factory=dict)
    places: dict[str, tuple[str, Node]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, problem: Problem) -> Fault:
        default = (str(self.folder / INSTRUMENT), Node(1))
        file, node = self.places.get(problem.address, default)
        return Fault.of(problem.wrong, file, node.at(problem.trail), problem.address, **problem.gaps)


def _opened(path: Path, faults: list[Fault]) -> Node | None:
    node, found = read_file(path)
    faults.extend(found)
    return node


def _read_list(path: Path) -> tuple[dict[str, Json] | None, list[Fault]]:
    reader = FieldReader(str(path))
    node = _opened(path, reader.faults)
    if node is None:
        return None, reader.faults
    found = reader.entries(node, ("id", "title", "polarity", "local", "codes", "kept"), "", "A code list")
    for key in ("id", "title", "codes"):
        if node.entries is not None and key not in found:
            reader.fault(Wrong.MISSING_KEY, node.line, key=key)
    name = reader.string(found["id"], "id") if "id" in found else None
    if name is not None and name != path.stem:
        reader.fault(Wrong.FILE_NAME, found["id"].line, name=path.stem, id=name)
    data: dict[str, Json] = {"id": path.stem, "title": {"en": path.stem}, "codes": []}
    if "title" in found:
        data["title"] = reader.text(found["title"], "title") or data["title"]
    if "polarity" in found:
        data["polarity"] = reader.word(found["polarity"], "polarity", Polarity, "", Wrong.UNKNOWN_WORD)
    if "local" in found:
        data["local"] = reader.truth(found["local"], "local", "") is True
    if "kept" in found:
        data["kept"] = reader.kept(found["kept"], "")
    if "codes" in found:
        data["codes"] = reader.codes(found["codes"], "")
    return data, reader.faults


def _read_lists(source: _Source, names: list[tuple[str, int]], reader: FieldReader) -> dict[str, Json]:
    lists: dict[str, Json] = {}
    for name, line in names:
        path = source.folder.parent / "lists" / f"{name}.yaml"
        if CODE.fullmatch(name) is None or not path.is_file():
            reader.fault(Wrong.UNKNOWN_LIST, line, name=name)
            continue
        data, faults = _read_list(path)
        source.faults.extend(faults)
        if data is not None:
            lists[name] = data
    return lists


def _read_module(source: _Source, name: str) -> dict[str, Json] | None:
    path = source.folder / f"{name}.yaml"
    reader = ModuleReader(str(path))
    node = _opened(path, reader.faults)
    data = reader.module(node, name) if node is not None else None
    source.faults.extend(reader.faults)
    source.places.update((address, (str(path), place)) for address, place in reader.places.items())
    return data


def _read_modules(source: _Source, names: list[tuple[str, int]], reader: FieldReader) -> None:
    """Read the pages that are listed, and the things where the folder has them."""
    modules: list[Json] = []
    for name, line in names:
        if not name.isalnum() or name == THINGS or not (source.folder / f"{name}.yaml").is_file():
            reader.fault(Wrong.FILE_MISSING, line, name=f"{name}.yaml")
            continue
        data = _read_module(source, name)
        if data is not None:
            modules.append(data)
    source.data["modules"] = modules
    if (source.folder / f"{THINGS}.yaml").is_file():
        source.data["things"] = _read_module(source, THINGS)
    listed = {THINGS, *(name for name, _ in names), *([source.tiers.stem] if source.tiers is not None else [])}
    for path in sorted(source.folder.glob("*.yaml")):
        if path.name != INSTRUMENT and path.stem not in listed:
            source.faults.append(Fault.of(Wrong.FILE_UNLISTED, str(path), 1))


def _read_tiers(source: _Source, line: int, reader: FieldReader) -> None:
    """Read how much is asked, where the instrument names a file for it."""
    path = source.tiers
    if path is None:
        return
    if not path.is_file():
        reader.fault(Wrong.FILE_MISSING, line, name=path.name)
        return
    found = TierReader(str(path))
    node = _opened(path, found.faults)
    data = found.tiers(node, path.stem) if node is not None else None
    source.faults.extend(found.faults)
    if node is not None and data is not None:
        source.data["tiers"] = data
        source.places[TIERS] = (str(path), node)


def _names(reader: FieldReader, node: Node, key: str) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for part in reader.parts(node, key, ""):
        name = reader.string(part, key)
        if name is not None and name in found:
            reader.fault(Wrong.DUPLICATE_ID, part.line, id=name)
        elif name is not None:
            found[name] = part.line
    return list(found.items())


def _read_folder(folder: Path) -> _Source:
    source = _Source(folder)
    path = folder / INSTRUMENT
    reader = FieldReader(str(path))
    node = _opened(path, reader.faults)
    if node is not None:
        source.places[""] = (str(path), node)
        found = reader.entries(node, KEYS, "", "An instrument")
        for key in ("id", "version", "title", "modules"):
            if node.entries is not None and key not in found:
                reader.fault(Wrong.MISSING_KEY, node.line, key=key)
        name = reader.string(found["id"], "id") if "id" in found else None
        if name is not None and (name != folder.resolve().name or ID.fullmatch(name) is None):
            reader.fault(Wrong.FILE_NAME, found["id"].line, name=folder.resolve().name, id=name)
        version = reader.string(found["version"], "version") if "version" in found else None
        if version is not None and CODE.fullmatch(version.replace(".", "-")) is None:
            reader.fault(Wrong.BAD_CODE, found["version"].line, id=version)
        source.data = {"id": name or "", "version": version or "", "title": {"en": name or ""}}
        for key in ("title", "description"):
            if key in found:
                text = reader.text(found[key], key)
                source.data.update({key: text} if text is not None else {})
        named = reader.string(found["tiers"], "tiers") if "tiers" in found else None
        source.tiers = folder / f"{named}.yaml" if named is not None and ID.fullmatch(named) is not None else None
        if named is not None and source.tiers is None:
            reader.fault(Wrong.BAD_ID, found["tiers"].line, id=named)
        _read_tiers(source, found["tiers"].line if "tiers" in found else 1, reader)
        if "kept" in found:
            source.data["kept"] = reader.kept(found["kept"], "")
        modules = _names(reader, found["modules"], "modules") if "modules" in found else []
        _read_modules(source, modules, reader)
        lists = _names(reader, found["lists"], "lists") if "lists" in found else []
        source.data["lists"] = _read_lists(source, lists, reader)
    else:
        # A draft without its instrument file is still checked, as if that named everything there is.
        source.data = {"id": folder.name, "version": "draft", "title": {"en": folder.name}}
        names = [
            (each.stem, 1) for each in sorted(folder.glob("*.yaml")) if each.stem not in {THINGS, TIERS, "instrument"}
        ]
        _read_modules(source, names, reader)
        lists = [(each.stem, 1) for each in sorted((folder.parent / "lists").glob("*.yaml"))]
        source.data["lists"] = _read_lists(source, lists, reader)
    source.faults.extend(reader.faults)
    return source


def _read_definition(folder: Path) -> tuple[Definition | None, list[Fault]]:
    source = _read_folder(folder)
    if not source.data:
        return None, source.faults
    try:
        definition = Definition.model_validate(source.data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        source.faults.append(Fault.of(Wrong.DEFINITION, str(folder / INSTRUMENT), 1, reason=f"{place}: {first['msg']}"))
        return None, source.faults
    faults = [*source.faults, *(source.place(problem) for problem in problems(definition))]
    return definition, faults


def load_yaml(folder: Path) -> Definition:
    """Return the definition in a folder such as ``forms/holistic``; raises :class:`FormFaults` with every fault."""
    definition, faults = _read_definition(folder)
    if definition is None or faults:
        raise FormFaults(tuple(sorted(set(faults))))
    return hashed(definition)


def _read_everything(forms: Path) -> tuple[dict[Path, bytes], list[Fault]]:
    """Return what every compiled file below ``forms/compiled`` should hold, and every fault of the sources."""
    compiled, versions, faults = read_earlier(forms)
    definitions: dict[str, Definition] = {}
    for instrument in sorted(forms.glob(f"*/{INSTRUMENT}")):
        definition, found = _read_definition(instrument.parent)
        faults.extend(found)
        if definition is not None:
            definitions[definition.id] = versions[definition.id, definition.version] = definition
            compiled[Path(f"{definition.id}-{definition.version}.json")] = compile_definition(definition)
    moved, found = read_migrations(forms, versions)
    compiled.update(moved)
    faults.extend(found)
    for path in sorted((forms / "lists").glob("*.yaml")):
        faults.extend(_read_list(path)[1])
    for folder in SHEETS:
        for path in sorted((forms / folder).glob("*.yaml")):
            sheet, node, found = read_sheet(path)
            faults.extend(found)
            if folder == "rules" and node is not None and path.stem in definitions:
                faults.extend(rule_faults(node, str(path), definitions[path.stem]))
            if sheet is not None:
                content = sheet.model_dump(mode="json", by_alias=True, exclude_none=True)
                compiled[Path(folder) / f"{path.stem}.json"] = rfc8785.dumps(content)
    return compiled, faults


def check(paths: Iterable[Path]) -> list[Fault]:
    """Return every fault of some forms, sorted by file and line; never raises on any content.

    A path is the whole ``forms`` folder (then compiled files are compared too), one instrument's folder, or one file.
    """
    found: set[Fault] = set()
    for path in paths:
        found.update(_check(Path(path)))
    return sorted(found)


def _check(path: Path) -> list[Fault]:
    if path.is_file():
        return _check_file(path)
    if not path.is_dir():
        return [Fault.of(Wrong.FILE_MISSING, str(path), 0, name=path.name)]
    return _check_all(path) if (path / "lists").is_dir() else _read_definition(path)[1]


def _check_file(path: Path) -> list[Fault]:
    if path.parent.name == "lists":
        return _read_list(path)[1]
    if path.parent.name in SHEETS:
        return read_sheet(path)[2]
    if path.parent.name == MIGRATIONS:
        versions = _versions(path.parents[2])
        return read_migration_sheet(path, versions)[1]
    return [fault for fault in _read_definition(path.parent)[1] if Path(fault.file) == path]


def _versions(forms: Path) -> dict[tuple[str, str], Definition]:
    """Return the versions of every form that a migration may join: the earlier ones and the present one."""
    versions = read_earlier(forms)[1]
    for instrument in sorted(forms.glob(f"*/{INSTRUMENT}")):
        definition = _read_definition(instrument.parent)[0]
        if definition is not None:
            versions[definition.id, definition.version] = definition
    return versions


def _check_all(path: Path) -> list[Fault]:
    compiled, faults = _read_everything(path)
    if faults:
        return faults
    for name, data in compiled.items():
        file = path / "compiled" / name
        if not file.is_file():
            faults.append(Fault.of(Wrong.COMPILED_MISSING, str(file), 0, name=name))
        elif file.read_bytes() != data:
            faults.append(Fault.of(Wrong.COMPILED_STALE, str(file), 0, name=name))
    return faults


def compile_all(forms_dir: Path) -> list[Path]:
    """Write the compiled form of everything in ``forms``, and return the files.

    Raises :class:`FormFaults` and writes nothing where anything has a fault. A file that already says the same is
    left alone; older versions stay.
    """
    compiled, faults = _read_everything(forms_dir)
    if faults:
        raise FormFaults(tuple(sorted(set(faults))))
    written: list[Path] = []
    for name, data in compiled.items():
        path = forms_dir / "compiled" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            partial = path.with_suffix(".partial")
            partial.write_bytes(data)
            partial.replace(path)
        written.append(path)
    return written
