"""An XLSForm, read through pyxform into a draft; errors and the report name sheet and row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hsb_assess.exchange.fhir.reading import RESERVED
from hsb_assess.exchange.incoming.building import build
from hsb_assess.exchange.incoming.draft import DraftForm
from hsb_assess.exchange.incoming.naming import name_for
from hsb_assess.exchange.incoming.report import Imported, NotCarried, refused, shown
from hsb_assess.exchange.xlsform.rows import RowReader
from hsb_assess.exchange.xlsform.workbook import look_at

if TYPE_CHECKING:
    from hsb_assess.exchange.incoming.draft import DraftItem

__all__ = ["import_workbook"]

Json: TypeAlias = dict[str, Any]

_ROW: Final = re.compile(r"\[row : (\d+)\]\s*")
_ENGINE: Final = frozenset({"instanceID", "deprecatedID"})
"""What pyxform adds for the engine that it writes forms for."""
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_BAD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def import_workbook(data: bytes) -> Imported:
    """Return the form in a workbook's bytes and what was not carried; raises ``HsbAssessError`` with a refusal's name.

    Its callers run it in a process of its own: a workbook is a stranger's archive.
    """
    look_at(data)
    survey, rows = _survey(data)
    told: list[NotCarried] = []
    try:
        return build(_form(survey, rows, told))
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration) as error:
        # What pyxform lets through can still have any shape.
        raise refused("not_an_xlsform", f"It is not shaped as an XLSForm ({type(error).__name__}).") from None


def _survey(data: bytes) -> tuple[Json, dict[str, list[int]]]:
    """Return the survey as pyxform reads it, and the rows of the survey sheet on which each name stands."""
    try:
        from pyxform.errors import PyXFormError
        from pyxform.xls2json import workbook_to_json
        from pyxform.xls2json_backends import get_xlsform
    except ImportError:
        raise refused(
            "xlsform_missing",
            "This installation cannot read spreadsheets.",
            "Install it with its extra: pip install 'hsb-assess[xlsform]'.",
        ) from None
    try:
        book = get_xlsform(data, file_type=".xlsx")
        rows: dict[str, list[int]] = {}
        for number, row in enumerate(book.survey, start=2):
            rows.setdefault(str(row.get("name", "")), []).append(number)
        survey: Json = workbook_to_json(book, fallback_form_name="form", warnings=[])
    except PyXFormError as error:
        raise refused("xlsform", _place(str(error))) from None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a refusal
        # The libraries under pyxform raise what they like at a broken workbook.
        raise refused("not_a_workbook", f"It is no workbook that can be read ({type(error).__name__}).") from None
    return survey, rows


def _place(message: str) -> str:
    """Return pyxform's sentence with its sheet and row first."""
    row = _ROW.search(message)
    sheet = next((name for name in ("choices", "settings", "entities") if f"'{name}'" in message), "survey")
    plain = " ".join(_ROW.sub("", message).split())[:400]
    return f"Sheet {sheet}{f', row {row[1]}' if row else ''}: {plain}"


def _form(survey: Json, rows: dict[str, list[int]], told: list[NotCarried]) -> DraftForm:
    _look_at_texts(survey)
    default = str(survey.get("default_language", "default"))
    reader = RowReader(survey.get("choices", {}), default, rows, told)
    items = _items(survey, reader)
    for meta in survey.get("children", []):
        for each in meta.get("children", []) if meta.get("name") == "meta" else []:
            if each.get("name") not in _ENGINE:
                reader.item({**each, "type": f"{each.get('name')}"})
    title = str(survey.get("title") or survey.get("name") or "A form from elsewhere")[:1_000]
    version = str(survey.get("version", ""))
    told.extend(
        NotCarried("the form", f"language {shown(language)}", "Texts are kept in English and Welsh only.")
        for language in sorted(reader.languages)
    )
    return DraftForm(
        id=name_for(str(survey.get("id_string") or title), RESERVED, "form"),
        version=version if _VERSION.fullmatch(version) else "1",
        title={"en": title},
        items=items,
        lists=reader.lists,
        not_carried=told,
        compares_whole=True,
    )


def _items(survey: Json, reader: RowReader) -> list[DraftItem]:
    """Read the tree without recursion."""
    roots: list[DraftItem] = []
    waiting: list[tuple[Json, list[DraftItem]]] = [(each, roots) for each in reversed(_children(survey))]
    while waiting:
        element, siblings = waiting.pop()
        item = reader.item(element)
        if item is not None:
            siblings.append(item)
            waiting.extend((each, item.items) for each in reversed(_children(element)))
    return roots


def _children(element: Json) -> list[Json]:
    """Return what is inside, without what pyxform adds for its own engine."""
    given = element.get("children", [])
    return [each for each in given if isinstance(each, dict) and each.get("name") != "meta"]


def _look_at_texts(found: Any) -> None:  # noqa: ANN401 - a stranger's form
    waiting: list[Any] = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend((*each.keys(), *each.values()))
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, str) and _BAD.search(each):
            raise refused("bad_character", "It holds a control character or half of a character pair.")
