"""Makes XLSForm workbooks for tests: each sheet a readable table."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import openpyxl

from tests.unit.exchange.mutating import spoiled_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

Sheets = dict[str, str]

CHOICES = """
list_name | name | label::English (en) | label::Cymraeg (cy) | county
county    | n    | North               | Gogledd             |
county    | s    | South               | De                  |
town      | a    | Atown               |                     | n
town      | b    | Btown               |                     | s
"""
SURVEY = """
type                | name   | label::English (en) | label::Cymraeg (cy) | hint  | relevant             | constraint            | required | calculation    | choice_filter    | default | read_only
text                | name   | Name                | Enw                 | Full  |                      | string-length(.) <= 40 | yes      |                |                  |         |
integer             | age    | Age                 | Oed                 |       |                      | . >= 0 and . < 120    | ${name} != '' |           |                  |         |
select_one county   | county | County              | Sir                 |       |                      |                       |          |                |                  | n       |
select_one town     | town   | Town                | Tref                |       | ${county} != ''      |                       |          |                | county=${county} |         |
select_multiple county | seen | Seen               | Gwelwyd             |       |                      |                       |          |                |                  |         |
begin group         | more   | More                | Mwy                 |       | ${age} > 10 or selected(${seen}, 's') |      |          |                |                  |         |
calculate           | twice  |                     |                     |       |                      |                       |          | ${age} * 2 + 1 |                  |         |
note                | old    | Old                 | Hen                 |       | ${twice} >= 43       |                       |          |                |                  |         |
begin repeat        | kids   | Children            | Plant               |       |                      |                       |          |                |                  |         |
decimal             | weight | Weight              | Pwysau              |       |                      |                       |          |                |                  |         |
image               | photo  | Picture             | Llun                |       |                      |                       |          |                |                  |         |
end repeat          |        |                     |                     |       |                      |                       |          |                |                  |         |
end group           |        |                     |                     |       |                      |                       |          |                |                  |         |
date                | day    | Day                 | Dydd                |       |                      | . >= '2020-01-01'     |          |                |                  | 2020-02-01 | yes
acknowledge         | ok     | Agreed              | Cytuno              |       |                      |                       |          |                |                  |         |
"""
SETTINGS = """
form_title | form_id | version | default_language
A survey   | survey1 | 7       | English (en)
"""
WHOLE: Sheets = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}


def cells(table: str) -> list[list[str]]:
    """Return a table's rows."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def workbook(sheets: Mapping[str, str | list[list[str]]]) -> bytes:
    """Return a workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells(table) if isinstance(table, str) else table:
            sheet.append([cell or None for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def survey(rows: str, header: str = "type | name | label", **sheets: str) -> bytes:
    """Return a workbook of one survey sheet with these rows."""
    return workbook({"survey": f"{header}\n{rows.strip()}", **sheets})


JUNK = [
    "", "${", "${nobody}", "${name}${name}", "((((", "not(" * 90, "1" * 400, "begin group", "end group", "begin repeat",
    "select_one", "select_one nothing", "select_one county or_other", "select_one_from_file x.csv", "rank county", "=1+1",
    "\N{RIGHT-TO-LEFT OVERRIDE}", "x" * 5_000, "true()", "today()", "position(..)", "concat(${name}, 'x')", ".", "..", "../",
    "name", "age", "2020-13-45", "group", "int", "audit", "xml-external", "pulldata('a','b','c','d')", "-" * 3_000,
]  # fmt: skip


def spoiled_workbook(number: int) -> bytes:
    """Return a good workbook with some cells replaced, moved or emptied, or with its bytes or its parts broken."""
    chance = random.Random(number)
    sheets = {name: cells(table) for name, table in WHOLE.items()}
    for _ in range(chance.randint(1, 8)):
        rows = sheets[chance.choice(list(sheets))]
        row = chance.choice(rows)
        at = chance.randrange(len(row))
        match chance.randint(0, 4):
            case 0 | 1:
                row[at] = chance.choice(JUNK)
            case 2:
                row[at] = chance.choice(chance.choice(rows))
            case 3:
                rows.remove(row) if len(rows) > 1 else None
            case _:
                rows.insert(chance.randrange(len(rows)), list(row))
    data = workbook(sheets)
    kind = chance.random()
    if kind < 0.15:
        return spoiled_bytes(data, number)
    return _broken_part(data, number) if kind < 0.3 else data


def _broken_part(data: bytes, number: int) -> bytes:
    """Spoil the bytes inside one part of the archive, and pack it again."""
    chance = random.Random(number)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, spoiled_bytes(content, number) if name == victim else content)
    return file.getvalue()
