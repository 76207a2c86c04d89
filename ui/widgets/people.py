"""The words for people's roles."""

from __future__ import annotations

from ui.language import tr

__all__ = ["ROLES", "role_words", "sentence"]

ROLES = ("practitioner", "supervisor", "co_assessor")


def role_words(role: str) -> str:
    """Return a role as it is said on screen."""
    words = {
        "practitioner": tr("Practitioner"),
        "co_assessor": tr("Co-assessor"),
        "supervisor": tr("Supervisor"),
    }
    return words.get(str(role), str(role))


def sentence(words: str) -> str:
    """Return words as they stand at the beginning of a line: "you" becomes "You"."""
    return words[:1].upper() + words[1:]
