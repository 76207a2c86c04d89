"""Makes small forms for the tests of the form language."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from hsb_assess.instrument.loading import check, load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hsb_assess.instrument.faults import Fault
    from hsb_assess.instrument.schema import Definition

YES_NO = """
id: yes_no
title: {en: Yes or no}
codes:
  - {code: yes, en: "Yes"}
  - {code: no, en: "No"}
"""

NEED = """
id: need
title: {en: Need}
codes:
  - {code: met, en: Met, ordinal: 0}
  - {code: minor, en: Minor gap, ordinal: 1}
  - {code: clear, en: Clear gap, ordinal: 2}
  - {code: harming, en: Harming daily life, ordinal: 3}
  - {code: urgent, en: Urgent, ordinal: 4}
"""

HEAD = """id: {name}
title: {{en: A page}}
{marks}items:
"""


def page(name: str, items: str, marks: str = "") -> str:
    """Return a module's text; its items start on line 4 (later by the lines of ``marks``)."""
    return HEAD.format(name=name, marks=marks) + dedent(items).strip("\n") + "\n"


def write_form(root: Path, pages: Mapping[str, str], lists: Mapping[str, str] | None = None) -> Path:
    """Write an instrument ``sample`` with the lists ``yes_no`` and ``need``, and return its folder."""
    folder = root / "forms" / "sample"
    shared = root / "forms" / "lists"
    folder.mkdir(parents=True, exist_ok=True)
    shared.mkdir(exist_ok=True)
    texts = {"yes_no": YES_NO, "need": NEED, **(lists or {})}
    for name, text in texts.items():
        (shared / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, text in pages.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    modules = ", ".join(name for name in pages if name != "things")
    (folder / "instrument.yaml").write_text(
        f"id: sample\nversion: 1.0.0\ntitle: {{en: A sample}}\nmodules: [{modules}]\nlists: [{', '.join(texts)}]\n",
        encoding="utf-8",
    )
    return folder


def form(root: Path, pages: Mapping[str, str], lists: Mapping[str, str] | None = None) -> Definition:
    """Return the definition of a small form that has no faults."""
    return load_yaml(write_form(root, pages, lists))


def faults(root: Path, pages: Mapping[str, str], lists: Mapping[str, str] | None = None) -> list[Fault]:
    """Return the faults of a small form."""
    return check([write_form(root, pages, lists)])
