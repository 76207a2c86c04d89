"""Options that an area adds to a form's lists: added at the end, never instead of one, never where checks read them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.compiled import compile_definition, read_compiled
from hsb_assess.instrument.localcodes import LOCAL, MOST_OPTIONS, MOST_WORDS, local_code, with_codes
from hsb_assess.instrument.schema import Code, CodeList, Text
from tests.unit.rules.making import definition

CLUBS = definition().lists["clubs"]


def test_an_option_stands_at_the_end_and_everything_else_stays() -> None:
    """The form's own options keep their place, codes and words; the form has another hash and passes every check."""
    code = local_code(CLUBS, "Allotment group")
    longer = with_codes(definition(), {"clubs": [code]})
    assert longer.lists["clubs"].codes == (*CLUBS.codes, code)
    assert {name: each for name, each in longer.lists.items() if name != "clubs"} == {
        name: each for name, each in definition().lists.items() if name != "clubs"
    }
    assert longer.hash != definition().hash
    assert (longer.id, longer.version) == (definition().id, definition().version)
    assert read_compiled(compile_definition(longer)).hash == longer.hash


def test_without_an_addition_the_form_is_itself() -> None:
    """Nothing to add, a list that the form has not, a list that is closed, a code that is there: nothing changes."""
    mine = Code(code="local_x", en="X")
    assert with_codes(definition(), {}) is definition()
    assert with_codes(definition(), {"no_such_list": [mine]}) is definition()
    assert with_codes(definition(), {"bands": [mine]}) is definition()
    assert with_codes(definition(), {"clubs": [CLUBS.codes[0].model_copy(update={"en": "Renamed"})]}) is definition()


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("bands", "Rather serious", "list_closed"),
        ("need_scale", "Middling", "list_closed"),
        ("clubs", "  ", "option_words"),
        ("clubs", "x" * (MOST_WORDS + 1), "option_words"),
        ("clubs", "one\x00two", "option_words"),
        ("clubs", CLUBS.codes[0].en.upper(), "option_there"),
    ],
)
def test_what_cannot_be_added_is_refused_by_name(name: str, words: str, code: str) -> None:
    """A list that checks read, no words, too many, an option that is there: each refusal has a name and a mend."""
    with pytest.raises(HsbAssessError) as refused:
        local_code(definition().lists[name], words)
    assert refused.value.code == code
    assert refused.value.mend


def test_a_list_does_not_grow_without_end() -> None:
    """A list that nobody can read through helps nobody."""
    full = CodeList(
        id="full",
        title=Text(en="Full"),
        local=True,
        codes=tuple(Code(code=f"c{number}", en=f"Option {number}") for number in range(MOST_OPTIONS)),
    )
    with pytest.raises(HsbAssessError) as refused:
        local_code(full, "One more")
    assert refused.value.code == "list_full"


def _made(listed: CodeList, words: str) -> Code | None:
    """Return the code for an option, or ``None`` where its words are refused."""
    try:
        return local_code(listed, words)
    except HsbAssessError:
        return None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=MOST_WORDS), min_size=1, max_size=6))
def test_any_words_make_codes_that_are_free_and_local(said: list[str]) -> None:
    """Whatever the words are, no two options share a code, and none can be one of a later edition."""
    listed = CLUBS
    for words in said:
        code = _made(listed, words)
        if code is None:
            continue
        assert code.code.startswith(LOCAL)
        assert code.code not in {each.code for each in listed.codes}
        listed = listed.model_copy(update={"codes": (*listed.codes, code)})
    assert CodeList.model_validate(listed.model_dump()) == listed
