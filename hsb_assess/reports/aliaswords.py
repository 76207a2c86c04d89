"""The words that the replacement of names knows: what is a role, what is also an ordinary word, what is no person."""

from __future__ import annotations

from typing import Final

__all__ = ["BEFORE_A", "BEFORE_PLACES", "FAMILY", "FORM_MARKS", "GENERIC", "MONTHS", "NO_PERSON", "WORDS_TOO"]


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


FAMILY: Final = _words(
    "mother father mum mam mummy dad daddy sister brother half-sister half-brother stepsister stepbrother stepmother "
    "stepfather grandmother grandfather grandma grandad granddad gran nan nana nanny aunt auntie uncle cousin son "
    "daughter partner parent parents carer twin"
)
GENERIC: Final = FAMILY | _words(
    "adult adults child children person pupil pupils peer friend neighbour boy girl man woman baby sibling foster "
    "kinship step half other older younger school class year mr mrs ms miss mx dr prof unknown unidentified a an the "
    "i of and at from in on to who he she they him her them his their big little former ex new second first"
)
WORDS_TOO: Final = _words(
    "april art august autumn bill black bishop brook brown carol christian clay cliff cook dale dawn dean drew earl "
    "eve faith field fox frank gene grace grant gray green grey guy hall hardy hill holly hope iris ivy jack jean joy "
    "june king lane lily long love mark marsh may miles moss norm olive page park pat penny pierce poppy price ray read "
    "reed rich rob robin rose ruby sandy short skip sky small star stone storm sue summer swift tiger violet wade ward "
    "west white will wood woods young"
)
"""Names that are ordinary words as well: they are replaced only where they are written with a capital."""
MONTHS: Final = frozenset({"april", "august", "may", "june"})
BEFORE_PLACES: Final = frozenset({"at", "from", "in", "of", "near"})
NO_PERSON: Final = _listed(
    "annex appendix band block bus category class column document documents figure flat form grade group hepatitis key "
    "level option options page part paragraph phase plan point room route row section set size stage stream team type "
    "unit vitamin ward wing year"
)
"""Words after which a single letter is a mark, not a person: *plan B*, *vitamin D*."""
BEFORE_A: Final = _listed("and with to by from for of that or than near beside about between told asked saw")
FORM_MARKS: Final = frozenset("ANY")
"""Letters of the marks *N/A* and *Y/N*."""
