"""Whatever a form's file holds, checking it ends soon and tells faults; it never raises."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hsb_assess.instrument.condition import OPERATORS
from hsb_assess.instrument.faults import FormFaults
from hsb_assess.instrument.loading import check, read_compiled
from hsb_assess.instrument.nodes import LIMITS, read_text
from hsb_assess.instrument.vocabulary import ItemType
from tests.unit.instrument.making import page, write_form
from tests.unit.instrument.test_linter import GOOD

WHOLE = page("M01", GOOD)
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
FILES = {
    "alias bomb": (BOMB, "yaml_alias"),
    "anchor alone": ("id: &x M01", "yaml_alias"),
    "merge key": ("a: {b: 1}\n<<: {c: 2}", "unknown_key"),
    "python tag": ("id: !!python/object/apply:os.system [echo]", "yaml_tag"),
    "core tag": ("id: !!str M01", "yaml_tag"),
    "own tag": ("id: !thing M01", "yaml_tag"),
    "deep list": ("[" * 900 + "]" * 900, "yaml_depth"),
    "very deep list": ("[" * 200_000, "yaml_depth"),
    "deep block": ("".join(" " * depth + "a:\n" for depth in range(300)), "yaml_depth"),
    "many entries": ("a: [" + "x," * 150_000 + "]", "yaml_count"),
    "large file": ("a: " + "x" * LIMITS.size, "file_size"),
    "two documents": ("a: 1\n---\nb: 2", "yaml_documents"),
    "empty": ("", "yaml_documents"),
    "only a comment": ("# nothing", "yaml_documents"),
    "not closed": ("a: [b, c", "yaml_syntax"),
    "tab": ("a:\n\tb: 1", "yaml_tab"),
    "key twice": ("id: M01\nid: M01", "duplicate_key"),
    "list as key": ("? [a, b]\n: c", "wrong_type"),
    "control character": ('id: "a\\u0007"', "bad_character"),
    "half a pair": ('id: "\\ud800"', "yaml_syntax"),
    "NUL": ("id: a\x00b", "bad_character"),
    "a list": ("- a\n- b", "wrong_type"),
    "a word": ("nothing", "wrong_type"),
}


def timed(folder: Path) -> list[str]:
    """Return the codes of a form's faults, having looked that it took less than a second."""
    start = time.process_time()  # what it costs, not what else the machine does
    found = check([folder])
    assert time.process_time() - start < 1
    for each in found:
        assert each.line >= 1
        assert len(str(each)) < 2_000
    return [each.code for each in found]


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_a_fault_in_less_than_a_second(tmp_path: Path, name: str) -> None:
    """Bombs, tags, depth, size, characters: each is refused by its name."""
    text, code = FILES[name]
    assert code in timed(write_form(tmp_path, {"M01": text}))


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    """A file in another encoding says so with its line."""
    folder = write_form(tmp_path, {"M01": WHOLE})
    (folder / "M01.yaml").write_bytes(b"id: M01\ntitle: caf\xe9")
    (fault,) = check([folder])
    assert (fault.code, fault.line) == ("file_encoding", 2)


def test_words_that_other_readers_take_for_truth_or_days_stay_words() -> None:
    """Yes, no, on, off and days are text; true, numbers and nothing are not."""
    node, faults = read_text(b"[yes, no, on, off, 2026-04-14, 1_000, 0x10, true, 7, 1.5, ~, 'true']", "f")
    assert faults == []
    assert node is not None
    assert node.plain() == ["yes", "no", "on", "off", "2026-04-14", "1_000", "0x10", True, 7, 1.5, None, "true"]


def test_deep_conditions_are_a_fault(tmp_path: Path) -> None:
    """Conditions inside conditions end somewhere."""
    when = "{not: " * 20 + "{question: M01.kind, answered: true}" + "}" * 20
    text = f"{WHOLE}- {{id: a, type: text, label: {{en: A}}, when: {when}}}\n"
    assert timed(write_form(tmp_path, {"M01": text})) == ["yaml_depth"]


def test_deep_groups_are_a_fault(tmp_path: Path) -> None:
    """Groups inside groups end somewhere."""
    items = "{id: a, type: text, label: {en: A}}"
    for _ in range(14):
        items = f"{{id: g, type: group, label: {{en: G}}, items: [{items}]}}"
    assert timed(write_form(tmp_path, {"M01": page("M01", f"- {items}")})) == ["group_depth"]


def test_a_form_of_too_many_items_is_a_fault(tmp_path: Path) -> None:
    """There is a limit on the whole form, not only on one file."""
    rows = "".join(f"- {{id: a{n}, type: text, label: {{en: A}}}}\n" for n in range(1_800))
    found = check([write_form(tmp_path, {name: page(name, rows) for name in ("M01", "M02", "M03")})])
    assert [each.code for each in found] == ["too_many_items"]


def test_a_long_chain_of_conditions_is_no_fault_and_a_long_cycle_is_one(tmp_path: Path) -> None:
    """Chains are followed without recursion, however long."""
    chain = "".join(
        f"- {{id: a{n}, type: text, label: {{en: A}}, when: {{question: M01.a{n + 1}, answered: true}}}}\n"
        for n in range(1_500)
    )
    last = "- {id: a1500, type: text, label: {en: A}}\n"
    folder = write_form(tmp_path, {"M01": page("M01", chain + last)})
    assert check([folder]) == []
    closed = last.replace("}}", "}, when: {question: M01.a0, answered: true}}")
    folder = write_form(tmp_path, {"M01": page("M01", chain + closed)})
    (fault,) = check([folder])
    assert fault.code == "condition_cycle"


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from([*(word.value for word in ItemType), *OPERATORS]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "type",
                    "label",
                    "when",
                    "items",
                    "all",
                    "any",
                    "not",
                    "question",
                    "pathway",
                    "options",
                    "of",
                    "en",
                ]
            )
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(junk)
def test_any_structure_is_faults_and_no_exception(content: object) -> None:
    """Whatever well-formed YAML says, it is told as faults."""
    with TemporaryDirectory() as folder:
        text = yaml.safe_dump(content, allow_unicode=True)
        assert timed(write_form(Path(folder), {"M01": text}))


@given(junk, st.data())
def test_any_structure_in_any_place_is_faults_and_no_exception(content: object, data: st.DataObject) -> None:
    """A good form with one value replaced by anything is checked to the end."""
    form = yaml.load(WHOLE, Loader=yaml.BaseLoader)
    places: list[tuple[object, object]] = []

    def visit(node: object) -> None:
        keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        for key in keys:
            places.append((node, key))
            visit(node[key])  # type: ignore[index]  # a tree of any shape

    visit(form)
    node, key = data.draw(st.sampled_from(places))
    node[key] = content  # type: ignore[index]  # a tree of any shape
    with TemporaryDirectory() as folder:
        timed(write_form(Path(folder), {"M01": yaml.safe_dump(form, allow_unicode=True)}))


@given(st.binary(max_size=200))
def test_any_bytes_are_faults_and_no_exception(data: bytes) -> None:
    """Whatever bytes a file holds, it is read or refused."""
    node, faults = read_text(data, "f")
    assert node is not None or faults


@given(st.data())
def test_a_changed_character_is_faults_and_no_exception(data: st.DataObject) -> None:
    """A good form with some characters changed, cut or doubled is checked to the end."""
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text) - 1))
        text = (
            text[:place]
            + data.draw(st.sampled_from(["", " ", ":", "{", "}", "[", "\n", "&a ", "*a", "é", "-"]))
            + text[place + data.draw(st.integers(0, 3)) :]
        )
    with TemporaryDirectory() as folder:
        timed(write_form(Path(folder), {"M01": text}))


@given(st.binary(max_size=100) | junk.map(repr).map(str.encode))
def test_compiled_bytes_from_elsewhere_are_faults_and_nothing_else(data: bytes) -> None:
    """What another laptop sends is a definition or refused."""
    with pytest.raises(FormFaults):
        read_compiled(data)


@pytest.mark.parametrize("depth", [100, 1_000, 100_000])
def test_deep_compiled_bytes_are_refused(depth: int) -> None:
    """Nesting in what another laptop sends ends in a fault."""
    when = '{"not":' * depth + '{"question":"M01.a","answered":true}' + "}" * depth
    text = (
        '{"id":"x","version":"1","title":{"en":"T"},"modules":[{"id":"M01","title":{"en":"T"},"items":'
        f'[{{"id":"a","address":"M01.a","type":"text","label":{{"en":"A"}},"when":{when}}}]}}]}}'
    )
    with pytest.raises(FormFaults):
        read_compiled(text.encode())
