"""A definition as YAML: a folder as people keep forms, or all of it in one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.faults import Fault, FormFaults, Wrong
from hsb_assess.instrument.loading import load_yaml
from hsb_assess.instrument.nodes import read_file, read_text
from hsb_assess.instrument.schema import DataClass, Demand, ItemType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hsb_assess.instrument.schema import Definition

__all__ = ["as_folder", "as_one_file", "faults_of_one_file", "read_one_file", "write_folder"]

Json: TypeAlias = dict[str, Any]

_WIDTH = 120


def _dump(value: Json) -> str:
    writer = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    made: str = yaml.dump(
        value, Dumper=writer, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=None
    )
    return made


def _parts(definition: Definition) -> Json:
    """Return what each file of a form says, before it is written."""
    given = definition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts: Json = {key: given[key] for key in ("id", "version", "title", "description", "kept") if key in given}
    parts["modules"] = [_module(module) for module in given["modules"]]
    if "things" in given:
        parts["things"] = _module(given["things"])
    parts["lists"] = list(given.get("lists", {}).values())
    if "tiers" in given:
        parts["tiers"] = _tiers(given["tiers"])
    return parts


def _module(given: Json) -> Json:
    return {**{key: given[key] for key in given if key != "items"}, "items": _items(given["items"], "general")}


def _items(items: list[Json], around: str) -> list[Json]:
    made = []
    for given in items:
        item = {key: given[key] for key in given if key not in {"address", "items"}}
        mark = str(item.pop("data_class", DataClass.GENERAL))
        if mark != around:
            item["data_class"] = mark
        if item["type"] == ItemType.STATE and "evidence" not in item:
            item["evidence"] = Demand.NONE.value
        if item["type"] == ItemType.GROUP:
            if "of" in item:
                item["of"] = item["of"][0]
            item["items"] = _items(given["items"], mark)
        made.append(item)
    return made


def _tiers(given: Json) -> Json:
    def flat(entry: Json) -> Json:
        named = entry.pop("title", {})
        return {**entry, **named}

    made = {"id": "tiers", **given, "triggers": [flat(dict(call)) for call in given.get("triggers", [])]}
    made["tiers"] = [
        {**tier, **({"lines": [flat(dict(line)) for line in tier["lines"]]} if "lines" in tier else {})}
        for tier in given["tiers"]
    ]
    return made


def _files(parts: Json) -> dict[str, str]:
    """Return each file of a folder by its name below ``forms``."""
    name = parts["id"]
    head: Json = {key: parts[key] for key in ("id", "version", "title", "description", "kept") if key in parts}
    head["modules"] = [module["id"] for module in parts["modules"]]
    head["lists"] = [each["id"] for each in parts["lists"]]
    files = {f"{name}/{module['id']}.yaml": _dump(module) for module in parts["modules"]}
    if "things" in parts:
        files[f"{name}/things.yaml"] = _dump(parts["things"])
    if "tiers" in parts:
        head["tiers"] = parts["tiers"]["id"]
        files[f"{name}/{parts['tiers']['id']}.yaml"] = _dump(parts["tiers"])
    files[f"{name}/instrument.yaml"] = _dump(head)
    return files | {f"lists/{each['id']}.yaml": _dump(each) for each in parts["lists"]}


def as_folder(definition: Definition) -> dict[str, str]:
    """Return the text of each file by its name below a folder of forms: ``<id>/instrument.yaml``, ``lists/…``."""
    return _files(_parts(definition))


def write_folder(definition: Definition, folder: Path, compiled: bytes | None = None) -> Path:
    """Write a form below ``folder``, its compiled bytes too where they are given, and return its own folder.

    All of it is written or nothing. Raises ``yaml_cannot_say`` where it would come back different, and ``file_exists``
    where a form or a list of that name is there already and says something else; one that says the same is no obstacle.
    """
    texts = as_folder(definition)
    if _loaded(texts, definition.id) != definition:
        raise _cannot_say()
    files = {name: text.encode() for name, text in texts.items()}
    if compiled is not None:
        files[f"compiled/{definition.id}-{definition.version}.json"] = compiled
    _refuse_others(files, folder, folder / definition.id)
    missing = {name: data for name, data in files.items() if not (folder / name).exists()}
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".writing-") as beside:
        _write(missing, Path(beside))
        _move(missing, Path(beside), folder)
    return folder / definition.id


def _refuse_others(files: Mapping[str, bytes], folder: Path, own: Path) -> None:
    """Refuse what stands in the way: a file that says something else, or one in the form's folder that is none of it."""
    ours = {folder / name for name in files}
    others = [path for path in own.rglob("*") if path.is_file() and path not in ours] if own.is_dir() else []
    others += [path for name, data in files.items() if (path := folder / name).exists() and _data(path) != data]
    if others:
        raise HsbAssessError(
            "file_exists",
            f"There is {min(others)} already, and it says something else.",
            "Choose another folder, or take the older form away first; nothing was written.",
        )


def _data(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _move(files: Iterable[str], source: Path, folder: Path) -> None:
    """Move files into place; where one cannot be, those that were moved are taken away again."""
    moved: list[Path] = []
    try:
        for name in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            (source / name).replace(path)
            moved.append(path)
    except OSError:
        for path in moved:
            path.unlink()
        raise


def as_one_file(definition: Definition) -> str:
    """Return a form as one YAML document: an instrument with its modules, lists, things and tiers in place of their names.

    Raises ``yaml_cannot_say`` where it would come back different.
    """
    text = _dump(_parts(definition))
    if read_one_file(text.encode()) != definition:
        raise _cannot_say()
    return text


def _cannot_say() -> HsbAssessError:
    return HsbAssessError("yaml_cannot_say", "YAML cannot say all of this form.", "Export it as FHIR.")


def read_one_file(data: bytes) -> Definition:
    """Return the form in one YAML document; raises :class:`FormFaults`, or ``not_a_form`` where it is none."""
    node, faults = read_text(data, "form")
    if node is None:
        raise FormFaults(tuple(faults))
    parts = node.plain()
    if faults or not isinstance(parts, dict) or not _is_whole(parts):
        raise HsbAssessError("not_a_form", "This is no form in one file.", "Choose a file that was exported as YAML.")
    return _loaded(_files({"lists": [], **parts}), parts["id"])


def faults_of_one_file(path: Path) -> list[Fault] | None:
    """Return what is wrong with a form in one YAML document, or ``None`` where the file is no such form.

    Questions are named; lines are 0, for the document is checked as the files that it stands for.
    """
    node, faults = read_file(path)
    modules = (node.entries or {}).get("modules") if node is not None else None
    if node is None or modules is None or not any(each.entries is not None for each in modules.parts or ()):
        return None
    try:
        read_one_file(path.read_bytes())
    except FormFaults as error:
        return [replace(each, file=str(path), line=0) for each in error.faults]
    except HsbAssessError as error:
        return faults or [Fault.of(Wrong.DEFINITION, str(path), 1, reason=error.what.rstrip("."))]
    return []


def _is_whole(parts: Json) -> bool:
    named = [*_list(parts, "modules"), *_list(parts, "lists")]
    single = [parts[key] for key in ("things", "tiers") if key in parts]
    ids = [parts.get("id"), *(each.get("id") for each in (*named, *single) if isinstance(each, dict))]
    return (
        isinstance(parts.get("modules"), list)
        and all(isinstance(each, dict) for each in (*named, *single))
        and all(isinstance(name, str) and name.replace("_", "").replace("-", "").isalnum() for name in ids)
    )


def _list(parts: Json, key: str) -> list[Any]:
    found = parts.get(key, [])
    return found if isinstance(found, list) else [None]


def _loaded(files: dict[str, str], name: str) -> Definition:
    """Read the files as any form is read, from a folder that is gone again."""
    with TemporaryDirectory(prefix="form-") as place:
        for each, text in files.items():
            path = Path(place, each)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_yaml(Path(place, name))
