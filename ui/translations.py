"""Brings the Welsh of the screen up to date: what is new waits for its Welsh, what is gone goes. `make translations`.

Texts stand in calls of ``tr``; those that are looked up by value stand in tables, and errors are told in two sentences
that stand in the call that raises them. One context holds them all, so that the same English is always the same Welsh;
the other contexts are Qt's own words. The file is one that translators' tools read; `lrelease` makes of it what the app
reads.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
TRANSLATED: Final = ROOT / "resources" / "translations" / "assess_cy.ts"
CONTEXT: Final = "assess"
SIDE: Final = ROOT / "ui"

TABLES: Final = (
    "hsb_assess/desk/comparing.py",
    "hsb_assess/desk/erasing.py",
    "hsb_assess/desk/history.py",
    "hsb_assess/desk/lasttime.py",
    "hsb_assess/desk/searching.py",
    "hsb_assess/desk/standing.py",
)
"""Where words by code stand that a page looks up: every text in a table of these modules is taken."""


def in_calls(folder: Path) -> Iterator[str]:
    """Yield the texts of ``tr("…")`` below a folder. `lupdate` overlooks those within an f-string."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if _is_call(node):
                yield from _texts(node.args[:1])


def in_tables(folder: Path) -> Iterator[str]:
    """Yield the texts of the tables (names in capitals) of the window's own modules that look texts up by value."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        if any(_looks_up(node) for node in ast.walk(tree)):
            yield from _of_tables(tree)


def in_errors(folder: Path) -> Iterator[str]:
    """Yield the sentences of the errors that are raised below a folder; one with something filled in stays English."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func).endswith("Error"):
                yield from (text for text in _texts(node.args[1:3]) if text == text.strip())


def gathered() -> set[str]:
    """Return every text that a person may read on screen."""
    tables = (each for name in TABLES for each in _of_tables(ast.parse((ROOT / name).read_text("utf-8"))))
    found = {*in_calls(SIDE), *in_tables(SIDE), *in_errors(ROOT / "hsb_assess"), *tables}
    return {each for each in found if any(letter.isalpha() for letter in each)}


def translations(path: Path = TRANSLATED) -> dict[str, dict[str, str]]:
    """Return what a file holds: the Welsh by the English, by context; empty where it waits for one."""
    found: dict[str, dict[str, str]] = {}
    for context in ET.parse(path).iter("context"):  # noqa: S314 (the project's own file)
        held = found.setdefault(_text(context.find("name")), {})
        for message in context.iter("message"):
            held[_text(message.find("source"))] = _text(message.find("translation"))
    return found


def write(held: dict[str, dict[str, str]], path: Path = TRANSLATED) -> None:
    """Write a file that translators' tools read, contexts and texts in the order of their letters."""
    top = ET.Element("TS", version="2.1", language="cy", sourcelanguage="en")
    for name in sorted(held):
        context = ET.SubElement(top, "context")
        ET.SubElement(context, "name").text = name
        for source in sorted(held[name]):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            made = ET.SubElement(message, "translation")
            made.text = held[name][source]
            if not held[name][source]:
                made.set("type", "unfinished")
    ET.indent(top, "")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(top, "unicode")}\n', "utf-8")


def main() -> int:
    """Update the file, make what the app reads of it, and say what still waits."""
    held = translations()
    own = held.get(CONTEXT, {})
    held[CONTEXT] = {text: own.get(text, "") for text in gathered()}
    write(held)
    waiting = sorted(text for text, welsh in held[CONTEXT].items() if not welsh)
    sys.stdout.write(f"{len(held[CONTEXT])} texts, {len(waiting)} without Welsh\n")
    sys.stdout.writelines(f"  {text}\n" for text in waiting)
    return 1 if waiting else 0


def _text(element: ET.Element | None) -> str:
    return (element.text or "") if element is not None else ""


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield those of some expressions that are texts."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_call(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and _name(node.func) == "tr" and bool(node.args)


def _looks_up(node: ast.AST) -> bool:
    return _is_call(node) and not any(_texts(node.args[:1]))


def _of_tables(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module's tables: what is assigned to a name in capitals."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        if any(_name(each).isupper() for each in targets):
            yield from _said(value)


def _said(value: ast.expr) -> Iterator[str]:
    """Yield the values of a table that are words: with a capital or a space, so no codes, paths or keys."""
    keys = {id(key) for each in ast.walk(value) if isinstance(each, ast.Dict) for key in each.keys if key is not None}
    for text in _texts(each for each in ast.walk(value) if id(each) not in keys):
        if " " in text or (text[:1].isupper() and "." not in text and "_" not in text):
            yield text


if __name__ == "__main__":
    sys.exit(main())
