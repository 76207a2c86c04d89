"""The one root of every error that a person may meet."""

from __future__ import annotations

__all__ = ["HsbAssessError"]


class HsbAssessError(Exception):
    """What went wrong, how to mend it, and a code that support staff can look up.

    ``code`` is a lower-case identifier; ``what`` and ``mend`` are one sentence each and never quote
    anything that was written about a child, so that they may be logged.
    """

    def __init__(self, code: str, what: str, mend: str) -> None:
        super().__init__(f"{code}: {what} {mend}")
        self.code = code
        self.what = what
        self.mend = mend
