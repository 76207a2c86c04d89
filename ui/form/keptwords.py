"""How long a case is kept, in the words of a page: the day of the next look, what it waits for, and holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hsb_assess.desk.schedule import figures_words
from hsb_assess.domain.fuzzydate import FuzzyDate
from hsb_assess.rules.retention import Lacking
from ui.form.dates import date_text
from ui.language import tr

if TYPE_CHECKING:
    from datetime import date

    from hsb_assess.desk.keeping import Keeping

__all__ = ["closed_words", "day_words", "kept_words", "review_words"]


def day_words(day: date | str) -> str:
    """Return a day as pages write it."""
    return date_text(FuzzyDate(date=day if isinstance(day, str) else day.isoformat()))


def closed_words(found: Keeping) -> str:
    """Return that a case is closed, and since when; empty while it is open."""
    return tr("Closed on {day}.", day=day_words(found.closing.on)) if found.closing is not None else ""


def review_words(found: Keeping, today: date) -> str:
    """Return from which day somebody may look whether a file is still needed, or what that day waits for."""
    review = found.review
    told = []
    if review.day is not None:
        told.append(
            tr("Since {day} somebody may look whether its file is still needed.", day=day_words(review.day))
            if review.is_due(today)
            else tr("Its file is kept until {day} at the least.", day=day_words(review.day))
        )
    elif review.known is not None:
        told.append(tr("Its file is kept until {day} at the least, perhaps longer.", day=day_words(review.known)))
    titles = "; ".join(line.period.title for line in review.lines if line.lacking is Lacking.SCHEDULE)
    waits = {
        Lacking.NO_CLASS: tr("Nobody has said yet which kind of file it is, so no day can be worked out."),
        Lacking.SCHEDULE: tr(
            "Your local schedule decides about: {titles}. Its years are not entered yet.", titles=titles
        ),
        Lacking.BIRTH: tr("The date of birth is not recorded, and a day is counted from it."),
        Lacking.CLOSING: tr("A day is counted from the closing of the case."),
    }
    told.extend(waits[each] for each in review.lacking)
    return " ".join(told)


def kept_words(found: Keeping, today: date) -> str:
    """Return in one or two quiet sentences how a case is kept, for the case page."""
    held = tr("A legal hold stands.") if found.holds else ""
    return " ".join(filter(None, (closed_words(found), held, review_words(found, today))))


def rule_words(found: Keeping, name: str) -> str:
    """Return what the guidance says about one kind of file, with the years that are in force here."""
    period = next(each for each in found.known if each.id == name)
    years = tr("In force here: {figures}.", figures=figures_words(period)) if period.has_figures else ""
    mark = "" if period.verified else tr("To be verified.")
    return " ".join(filter(None, (period.rule, years, mark)))
