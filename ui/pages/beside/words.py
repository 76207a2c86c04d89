"""What the page says to this child, in words for about eight years. It never asks what happened."""

from __future__ import annotations

from ui.language import tr

__all__ = ["HELLO", "MARK", "asked", "mark_words"]

HELLO = "hello"
MARK = "mark"


def asked(code: str) -> tuple[str, str]:
    """Return what is asked at a step, and a line that helps."""
    words = {
        HELLO: (
            tr("This page is for you"),
            tr("You can write, pick, skip or stop. It is not a test. The people who work with you will read it."),
        ),
        "called": (tr("What do you want to be called?"), tr("Your name, a short name, any name you like.")),
        "good_at": (tr("What are you good at?"), tr("Anything at all, big or small.")),
        "days": (tr("How are most of your days?"), tr("Pick one. You can write about it too.")),
        "best": (tr("What is a really good day like?"), tr("What do you do on a day like that?")),
        "worst": (tr("What is a hard day like?"), tr("Write a little or a lot, or leave it out.")),
        "worries": (tr("Do you worry about things?"), tr("Pick how much. You can write what it is, or leave it out.")),
        "hopes": (tr("What do you hope for?"), tr("Soon, or when you are older.")),
        "helps": (tr("Who helps you?"), tr("People, pets, anyone.")),
        "known": (tr("What do you want people to know about you?"), tr("Something that matters to you.")),
        "not_known": (
            tr("Is there something that people should not know?"),
            tr("We try to keep to it. If we cannot, somebody tells you why."),
        ),
        "part": (
            tr("Do you want to join in when plans are made?"),
            tr("Pick how much. You can write how: talk, draw, write, or have somebody speak for you."),
        ),
        MARK: (
            tr("Make a mark, if you like"),
            tr(
                "A mark only means someone went through this with you. You can say what is wrong. Nothing here decides what "
                "happened."
            ),
        ),
    }
    return words[code]


def mark_words(marks: str) -> tuple[str, ...]:
    """Return what can be picked, from the least to the most."""
    words = {
        "days": (tr("Very hard"), tr("Hard"), tr("In between"), tr("Good"), tr("Very good")),
        "much": (tr("Not at all"), tr("A little"), tr("Some"), tr("Quite a lot"), tr("A lot")),
    }
    return words.get(marks, ())
