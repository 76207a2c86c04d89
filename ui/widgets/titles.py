"""What each assessment of a case is called on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import tr

if TYPE_CHECKING:
    from hsb_assess.desk.caseload import AssessmentLine

__all__ = ["titles"]


def titles(lines: tuple[AssessmentLine, ...]) -> dict[str, str]:
    """Return what each assessment of a case is called, by its id: where there are several, with its number from the first."""
    named = {}
    for at, line in enumerate(lines):
        words = tr("{title}, reassessment", title=line.title) if line.after else line.title
        named[line.id] = f"{len(lines) - at}. {words}" if len(lines) > 1 else words  # the newest stands first
    return named
