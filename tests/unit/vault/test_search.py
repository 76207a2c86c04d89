"""The search index below the desk: what it finds against plain Python over the same texts, and that what leaves it is gone."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import pytest

from hsb_assess.desk.searching import MOST_LETTERS, pieces, read_query
from hsb_assess.domain.ids import new_id
from hsb_assess.vault.opening import unlock_with_recovery
from hsb_assess.vault.stores_search import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hsb_assess.record.entry import Entry
    from hsb_assess.vault.book import Book
    from tests.unit.vault.conftest import Made

QUERIES = 1050
WORDS = (
    "grandmother", "grand", "Grandmother's", "house", "HOUSE", "step-father", "stepfather", "x", "42", "2026-04-14",
    "14/04/2026", "café", "cafe", "Siân", "sian", "ŵyn", "AND", "or", "NOT", "near", "title", "words", "scope",
    "naïve", "Ærø", "Łódź", "ελιά", "говорил", "学校", "don't", "O’Brien", "100%", "_", "a_b", "e.g.", "tea🙂cup", "…",
)  # fmt: skip
HARD = (
    "", " ", '"', '""', "'", "\\", "*", "**", "-", "--", "- -", "%", "_", "NEAR(a b)", "NEAR(house grand, 2)", "title:house",
    "{title words} : house", "title : house", "^house", "house^2", "a AND b", "house OR grand", "house NOT grand", "(house)",
    "house)", "((", "+", "house + grand", '"house', 'house"', 'house"grand', "-house", '-"grand house"', "*house", "gr*nd", "\x00",
    "house\x00grand", "\ud800", "house\udfff", "\x02house\x03", "\x1a", "'; DROP TABLE entry; --", "?", ":case", "$1", "@a", "#",
    "\u202ehouse", "house\u0301", "\ufeff", "ho\u200buse", "scope:0", 'scope : "0"', "-x -y", "\n\thouse\n", "𝔘𝔫𝔦", "house*grand*",
    "a" * MOST_LETTERS, "a " * (MOST_LETTERS // 2), '"' * MOST_LETTERS, "-a " * (MOST_LETTERS // 3), "house " + "*" * 50,
)  # fmt: skip


class Document(NamedTuple):
    """What was put into the index: the words of its title and of what was said."""

    seq: int
    columns: tuple[list[str], list[str]]


def tokens(text: str) -> list[str]:
    """Return the words of a text: runs of letters and figures, without accents, in one case; a picture is one by itself."""
    found, word = [], ""
    for letter in text:
        category = unicodedata.category(letter)
        if category[0] in "LN" or category == "Co" or (category == "Mn" and word):
            word += letter
        else:
            found += [word] if word else []
            found += [letter] if letter == "🙂" else []
            word = ""
    found += [word] if word else []
    return [
        "".join(each for each in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(each) != "Mn")
        for word in found
    ]


def wanted_of(typed: str) -> tuple[list[tuple[list[str], bool]], list[tuple[list[str], bool]]]:
    """Read the language letter by letter: what has to be there and what must not, each with whether it may go on."""
    typed = typed.encode("utf-8", "replace").decode("utf-8").replace("\0", " ").replace("🙂", " ")
    there: list[tuple[list[str], bool]] = []
    absent: list[tuple[list[str], bool]] = []
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        refused = typed[at] == "-" and at + 1 < len(typed) and not typed[at + 1].isspace()
        at += refused
        if typed[at] == '"':
            end = typed.find('"', at + 1)
            end = len(typed) if end == -1 else end
            found, begins, at = typed[at + 1 : end], False, end + 1
        else:
            end = at
            while end < len(typed) and not typed[end].isspace() and typed[end] != '"':
                end += 1
            found, begins, at = typed[at:end], typed[at:end].endswith("*"), end
        if tokens(found):
            (absent if refused else there).append((tokens(found), begins))
    return there, absent


def holds(text: list[str], phrase: list[str], *, begins: bool) -> bool:
    """Say whether the words of a phrase follow each other in a text."""
    for at in range(len(text) - len(phrase) + 1):
        window = text[at : at + len(phrase)]
        if window == phrase or (begins and window[:-1] == phrase[:-1] and window[-1].startswith(phrase[-1])):
            return True
    return False


def expected(documents: list[Document], typed: str) -> list[int]:
    """Return what should be found, newest first, by reading every text."""
    there, absent = wanted_of(typed)
    if not there or len(typed) > MOST_LETTERS:
        return []

    def says(document: Document, phrase: list[str], begins: bool) -> bool:
        return any(holds(column, phrase, begins=begins) for column in document.columns)

    return [
        each.seq
        for each in sorted(documents, reverse=True)
        if all(says(each, *one) for one in there) and not any(says(each, *one) for one in absent)
    ]


@pytest.fixture
def documents(book: Book, case_id: str, say: Callable[..., Entry]) -> list[Document]:
    """Some forty texts made of these words, in one case."""
    chance = random.Random(7)
    texts = {
        (" ".join(chance.choices(WORDS, k=4)), " ".join(chance.choices(WORDS, k=chance.randint(0, 14))))
        for _ in range(45)
    }
    return put(book, case_id, say, sorted(texts))


def put(book: Book, case: str, say: Callable[..., Entry], texts: list[tuple[str, str]]) -> list[Document]:
    """Put texts into the index, each for an entry of its own."""
    with book.begin("put", case=case) as work:
        entries = [say(work, case, f"M01.q{number}", words) for number, (_, words) in enumerate(texts)]
        numbers = work.search.numbers(case)
        found = [
            Document(numbers[entry.id], (tokens(title), tokens(words)))
            for entry, (title, words) in zip(entries, texts, strict=True)
        ]
        shown = {
            each.seq: Text("assessment", "a", "M01.q", "Place", *text) for each, text in zip(found, texts, strict=True)
        }
        work.search.put(case, shown, "basis")
    return found


def typed() -> Iterator[str]:
    """Yield what people and others might type: every hard case, then words, phrases, beginnings and refusals mixed."""
    yield from HARD
    chance = random.Random(11)
    for _ in range(QUERIES - len(HARD)):
        parts = []
        for _ in range(chance.randint(1, 3)):
            word = chance.choice(WORDS)
            shape = chance.randrange(8)
            parts.append(
                {
                    0: f"-{word}",
                    1: word[: chance.randint(1, len(word))] + "*",
                    2: f'"{word} {chance.choice(WORDS)}"',
                    3: f'-"{word} {chance.choice(WORDS)}"',
                    4: "".join(chance.choices("\"*-^:(){}+%_' aAéß", k=chance.randint(1, 6))),
                    5: f"{word}{chance.choice(WORDS)}",
                }.get(shape, word)
            )
        yield chance.choice((" ", "  ", "\t")).join(parts)


def test_what_is_found_is_what_reading_every_text_finds(book: Book, documents: list[Document]) -> None:
    """Over a thousand strings, wildcards and operators among them: none raises, and each finds the same as the oracle."""
    hits = 0
    for each in typed():
        query = read_query(each)
        with book.begin(write=False) as work:
            found = [] if query.problem else [hit.seq for hit in work.search.find(query.expression(), 1000)]
        assert found == expected(documents, each), each
        hits += bool(found)
    assert hits > QUERIES / 4, "most of what is tried finds nothing, so little is shown"


def test_an_oracle_that_is_wrong_is_seen(book: Book, documents: list[Document]) -> None:
    """The control: without one of the texts, the comparison fails for some of the strings."""
    for each in typed():
        query = read_query(each)
        if not query.problem:
            with book.begin(write=False) as work:
                found = [hit.seq for hit in work.search.find(query.expression(), 1000)]
            if found != expected(documents[:-1], each):
                return
    pytest.fail("a text that the oracle does not know makes no difference")


def test_a_hit_is_marked_bounded_and_of_its_case(book: Book, say: Callable[..., Entry]) -> None:
    """Marks stand around exactly what was sought; the newest come first; another case is left out where asked."""
    one, other = new_id(), new_id()
    first = put(book, one, say, [("Who was there", "the  aunt and \x02her\x03 sister"), ("Aunt", "nobody")])
    second = put(book, other, say, [("Who was there", "an Aunt\x00 too")])
    with book.begin(write=False) as work:
        found = work.search.find('"aunt"', 10)
        assert [hit.seq for hit in found] == [second[0].seq, first[1].seq, first[0].seq]
        assert [words for words, is_sought in pieces(found[0].words) if is_sought] == ["Aunt"]
        assert [words for words, is_sought in pieces(found[1].title) if is_sought] == ["Aunt"]
        assert "".join(words for words, _ in pieces(found[2].words)) == "the  aunt and  her  sister"
        assert [hit.seq for hit in work.search.find('"aunt"', 2)] == [second[0].seq, first[1].seq]
        assert [hit.case for hit in work.search.find('"aunt"', 10, other)] == [other]


def test_words_that_leave_the_index_are_gone(
    book: Book, case_id: str, say: Callable[..., Entry], documents: list[Document]
) -> None:
    """Taken out or replaced, a word stands in no block of the index any more; the others are still found."""
    (rare,) = put(book, case_id, say, [("Question", "zzyzxword among others")])

    def blocks() -> bytes:
        with book.begin(write=False) as work:
            rows = work.search._unit.connection.execute("SELECT block FROM search_text_data")
            return b"".join(bytes(row[0]) for row in rows)

    assert b"zzyzxword" in blocks(), "the word would not be seen in a block, so its absence says nothing"
    with book.begin("replaced") as work:
        work.search.put(case_id, {rare.seq: Text("assessment", "a", "M01.q", "Place", "Question", "among others")}, "b")
    assert b"zzyzxword" not in blocks()
    with book.begin(write=False) as work:
        assert not work.search.find('"zzyzxword"', 10)
        assert [hit.seq for hit in work.search.find('"among others"', 10)] == [rare.seq]
    assert len(documents) > 30


def test_an_entry_that_is_taken_out_of_the_record_leaves_the_index(
    book: Book, case_id: str, say: Callable[..., Entry]
) -> None:
    """In the same statement, by whatever act; an entry that gets its number afterwards is a new one."""
    (stays, gone) = put(book, case_id, say, [("Question", "stays"), ("Question", "gone")])
    with book.begin("erased") as work:
        work.search.look_for_new()
        work.search.done(case_id)
        assert not work.search.is_behind()
        connection = work.search._unit.connection
        connection.execute("DELETE FROM head WHERE seq = ?", (gone.seq,))
        connection.execute("DELETE FROM entry WHERE seq = ?", (gone.seq,))
        assert not work.search.find('"gone"', 10)
        assert [hit.seq for hit in work.search.find('"question"', 10)] == [stays.seq]
        assert not work.search.is_behind()
    with book.begin("said", case=case_id) as work:
        entry = say(work, case_id, "M01.other", "new")
        assert work.search.numbers(case_id)[entry.id] == gone.seq
        assert work.search.is_behind()


def test_the_index_leaves_no_trace_in_the_audit(book: Book, case_id: str, say: Callable[..., Entry]) -> None:
    """It says nothing that the record does not: a unit that writes only the index writes no row."""
    with book.begin("said", case=case_id) as work:
        entry = say(work, case_id, "M01.q", "words")
    with book.begin(write=False) as work:
        before = work.audit.last()
    with book.begin("search_indexed") as work:
        number = work.search.numbers(case_id)[entry.id]
        work.search.look_for_new()
        work.search.put(case_id, {number: Text("assessment", "a", "p", "Place", "Question", "words")}, "basis")
        work.search.done(case_id)
    with book.begin(write=False) as work:
        assert work.audit.last() == before
        assert not work.search.is_behind()


def test_the_queue_is_the_entry_table(book: Book, say: Callable[..., Entry], made: Made) -> None:
    """A case is due once it has entries that were not looked at; the one that changed last comes first."""
    del made
    one, other = new_id(), new_id()
    for case in (one, other, one):
        with book.begin("said", case=case) as work:
            say(work, case, f"M01.{case[-6:]}{work.entries.count()}", "words")
    with book.begin("search_indexed") as work:
        assert work.search.is_behind()
        assert work.search.due() == ()
        work.search.look_for_new()
        assert work.search.due() == (one, other)
        work.search.done(one)
        work.search.look_for_new()
        assert work.search.due() == (other,)


def test_the_index_is_checked_with_the_vault(made: Made) -> None:
    """A block that does not fit makes the vault damaged, as any table does; the untouched vault is sound."""
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.vault.checking import check_database
    from hsb_assess.vault.folder import DATABASE

    with unlock_with_recovery(made.folder, made.recovery) as vault:
        with vault.unit("put") as work:
            connection = work.search._unit.connection
            connection.execute("INSERT INTO search_text (rowid, title, words) VALUES (1, 'house', 'house')")
        with vault.lend() as source:
            check_database(made.folder / DATABASE, source.key, vault.id)
            with vault.unit("spoil") as work:
                work.search._unit.connection.execute("DELETE FROM search_text_content")
            with pytest.raises(HsbAssessError, match="vault_damaged"):
                check_database(made.folder / DATABASE, source.key, vault.id)
