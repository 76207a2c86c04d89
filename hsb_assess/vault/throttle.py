"""How long somebody has to wait after wrong passphrases: three are free, then 5, 10, 20 … 900 seconds.

This holds up whoever sits at the keyboard. Who has copied the vault guesses elsewhere, as fast as Argon2id lets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FREE", "IN_WINDOW", "LONGEST_SECONDS", "WINDOW_SECONDS", "Tries"]

FREE: Final = 3
FIRST_SECONDS: Final = 5.0
LONGEST_SECONDS: Final = 900.0
WINDOW_SECONDS: Final = 300.0
IN_WINDOW: Final = 10
_DOUBLINGS: Final = 8  # 5 × 2⁸ is past the longest already


@dataclass(frozen=True)
class Tries:
    """Wrong tries since the last right one: how many, and when the last ten were (seconds since 1970, ascending).

    Times of a clock that was set back since are later than the present moment; the wait starts again then.
    """

    streak: int = 0
    recent: tuple[float, ...] = ()

    def wait(self, now: float) -> float:
        """Return how many seconds are left before the next try, nought if it may be made ``now``."""
        if not self.recent or self.streak < FREE:
            return 0.0
        tries = self.as_of(now)
        pause = min(LONGEST_SECONDS, FIRST_SECONDS * (1 << min(tries.streak - FREE, _DOUBLINGS)))
        left = tries.recent[-1] + pause - now
        if len(tries.recent) >= IN_WINDOW:
            left = max(left, tries.recent[-IN_WINDOW] + WINDOW_SECONDS - now)
        return max(0.0, left)

    def as_of(self, now: float) -> Tries:
        """Return the same tries with none in the future: who sets the clock back waits from ``now`` on, in full."""
        if not self.recent or self.recent[-1] <= now:
            return self
        return Tries(self.streak, tuple(min(moment, now) for moment in self.recent))

    def one_more(self, now: float) -> Tries:
        """Return these tries and one at ``now``."""
        return Tries(self.streak + 1, (*self.as_of(now).recent, now)[-IN_WINDOW:])
