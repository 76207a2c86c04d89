"""Spelling: what a person chose, their own words, the names of a case, and the process that knows the dictionaries."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk import access, caseload, closing, gathering, spelling
from hsb_assess.desk.speller import Speller
from hsb_assess.desk.spelling import Chosen, OwnWord
from hsb_assess.domain.answer import Answer
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.vault.keys import KdfParameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from hsb_assess.desk.workplace import Workplace

PASSPHRASE = "four plain words here"
OWN = "Blorptown"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, access.OpenedVault]]:
    """A vault of a practitioner, with the least cost of keys."""
    folder = tmp_path_factory.mktemp("spelling") / "vault"
    access.first_run(
        folder, PASSPHRASE, name="Asha Rahman", role="practitioner", agency="Northshire", kdf=KdfParameters.floor()
    )
    vault = access.unlock(folder, PASSPHRASE)
    yield folder, vault
    vault.close()


@pytest.fixture
def at(opened: tuple[Path, access.OpenedVault]) -> Iterator[Workplace]:
    """Its writing workplace."""
    made = opened[1].workplace(read_only=False)
    yield made
    made.book.close()


def test_spelling_is_on_in_the_language_of_the_screen_until_somebody_chooses(at: Workplace) -> None:
    """What was chosen is kept; an unknown choice is refused."""
    assert spelling.chosen(at) == Chosen(on=True, languages="screen")
    assert spelling.languages("screen", "cy") == ("cy",)
    assert spelling.languages("en", "cy") == ("en",)
    assert spelling.languages("both", "en") == ("en", "cy")
    spelling.choose(at, Chosen(on=False, languages="both"))
    assert spelling.chosen(at) == Chosen(on=False, languages="both")
    with pytest.raises(HsbAssessError) as refused:
        spelling.choose(at, Chosen(languages="fr"))
    assert refused.value.code == "no_such_choice"


def test_own_words_are_kept_once_and_can_be_taken_back(at: Workplace) -> None:
    """A word of the settings and one of a case stand in one list; what is no word is refused."""
    case = caseload.create_case(at, "S-1").case
    spelling.add_word(at, " Kinwork ")
    spelling.add_word(at, "Kinwork")
    spelling.add_word(at, "mam’s", case)
    assert spelling.own_words(at) == (OwnWord("Kinwork"), OwnWord("mam's", case))
    for wrong in ("", "x", "two words", "R04", "a" * 60, "<b>"):
        with pytest.raises(HsbAssessError) as refused:
            spelling.add_word(at, wrong)
        assert refused.value.code == "no_word"
    spelling.remove_word(at, "Kinwork")
    spelling.remove_word(at, "mam's")
    assert spelling.own_words(at) == ()


def test_words_of_a_case_go_with_it_and_keep_nobody_from_closing_it(at: Workplace) -> None:
    """They stand where typing stands, which erasing a case sweeps, and are no answer that was left half typed."""
    case = caseload.create_case(at, "S-5").case
    assert case is not None
    spelling.add_word(at, "Zebedee", case)
    with at.book.begin("read", case=case, write=False) as work:
        assert [each.body for each in work.drafts.of_case(case)] == [["Zebedee"]]
    assert [each for each in closing.open_ends(at, case) if each.kind == "typing"] == []
    spelling.remove_word(at, "Zebedee")


def test_own_words_lie_encrypted_and_nowhere_else(
    at: Workplace, opened: tuple[Path, access.OpenedVault], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file of the vault holds the word readably, the home folder holds nothing, and the audit does not say it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    case = caseload.create_case(at, "S-2").case
    spelling.add_word(at, OWN, case)
    spelling.add_word(at, f"{OWN}s")
    assert [path for path in opened[0].rglob("*") if path.is_file() and OWN.encode() in path.read_bytes()] == []
    assert [path for path in opened[0].rglob("*") if path.is_file() and path.stat().st_size], (
        "there are files to look in"
    )
    assert [*tmp_path.rglob("*")] == []
    with at.book.begin("read", write=False) as work:
        assert OWN not in repr([*work.audit.rows()])


def test_the_names_of_a_case_are_known_and_those_of_other_cases_are_not(at: Workplace) -> None:
    """A child, people, places and schools in short answers; the writer too. A sentence is not a name."""
    case, other = caseload.create_case(at, "Tegwen-1").case, caseload.create_case(at, "S-4").case
    assert case is not None
    gathering.add_thing(at, case, "person", {"label": "Aoife-Wren Qureshi"})
    gathering.add_thing(
        at, case, "event", {"what": Answer(value="At Plas Gwyrdd. " + "Zorblat wrote a long text. " * 9)}
    )
    known = spelling.names_of_case(at, case)
    assert {"Aoife-Wren", "Aoife", "Wren", "Qureshi", "Asha", "Rahman", "Northshire"} <= known
    assert "Zorblat" not in known
    assert "Qureshi" not in spelling.names_of_case(at, other)
    assert "Asha" in spelling.names_of_case(at, None)


# -- the process that knows the dictionaries ---------------------------------------------------------------------


class _Asked:
    """A speller, and what it answered."""

    def __init__(self, languages: Sequence[str], **more: Any) -> None:  # noqa: ANN401 (the speller's own)
        self.answers: queue.Queue[object] = queue.Queue()
        self.speller = Speller(languages, self.answers.put, **more)

    def __call__(self, ask: Callable[..., None], what: object) -> object:
        ask(what, self.answers.put)
        return self.answers.get(timeout=60)


@pytest.fixture
def both() -> Iterator[_Asked]:
    """A speller in both languages."""
    made = _Asked(("en", "cy"))
    yield made
    made.speller.stop()


def test_words_are_looked_up_in_a_process_of_their_own(both: _Asked) -> None:
    """Nothing is started before the first question; then wrong words and suggestions come back."""
    assert not both.speller.is_running
    assert both(both.speller.check, ["behaviour", "behavour", "plentyn", "plentn"]) == ("behavour", "plentn")
    found = both(both.speller.suggest, "behavour")
    assert isinstance(found, tuple)
    assert found[0] == "behaviour"
    assert both.speller.is_running


def test_the_helper_reads_its_own_files_and_writes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the environment nor a dictionary that lies about changes what is known, and nothing is left behind."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "en_GB.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (elsewhere / "en_GB.dic").write_text("1\nbehavour\n", encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("HUNSPELL_DATA", "DICPATH", "WORDLIST"):
        monkeypatch.setenv(name, str(elsewhere))
    monkeypatch.chdir(elsewhere)
    asked = _Asked(("en",))
    assert asked(asked.speller.check, ["behavour", "behaviour"]) == ("behavour",)
    asked.speller.stop()
    assert [*home.rglob("*")] == []
    assert sorted(each.name for each in elsewhere.iterdir()) == ["en_GB.aff", "en_GB.dic"]


def test_a_helper_that_died_is_started_again_once_and_then_given_up(both: _Asked) -> None:
    """A word that ends the helper costs one more try; after the second time it is said once, and nothing is asked."""
    assert both(both.speller.check, ["teh"]) == ("teh",)
    assert both.speller._child is not None
    both.speller._child.kill()
    assert both(both.speller.check, ["teh"]) == ("teh",)
    assert both.speller._child is not None
    both.speller._child.kill()
    told = both(both.speller.check, ["teh"])
    assert isinstance(told, HsbAssessError)
    assert told.code == "spelling_stopped"
    both.speller.check(["teh"], both.answers.put)
    assert both.answers.empty()


def test_an_idle_helper_ends_and_comes_back_when_asked() -> None:
    """Its memory is free while nobody writes."""
    asked = _Asked(("en",), idle=0.05)
    try:
        assert asked(asked.speller.check, ["teh"]) == ("teh",)
        child = asked.speller._child
        assert child is None or child.wait(timeout=20) is not None
        assert asked(asked.speller.check, ["wierd"]) == ("wierd",)
    finally:
        asked.speller.stop()


def test_a_missing_dictionary_is_told_once(both: _Asked) -> None:
    """A language that has no files is said in plain words, and nothing is asked any more."""
    del both
    asked = _Asked(("xx",))
    told = asked(asked.speller.check, ["teh"])
    assert isinstance(told, HsbAssessError)
    asked.speller.stop()
