"""What became of a form from elsewhere: the definition, and item by item what it does not carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hsb_assess.domain.errors import HsbAssessError

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hsb_assess.instrument.schema import Definition

__all__ = ["Imported", "NotCarried", "refused"]

_SHOWN = 120


class NotCarried(NamedTuple):
    """One feature that the definition does not carry: of which item (its own name), and why not."""

    item: str
    feature: str
    reason: str


@dataclass(frozen=True)
class Imported:
    """A form from elsewhere: usable, with ``carried`` items whole and the rest told in ``not_carried``."""

    definition: Definition
    carried: int
    not_carried: tuple[NotCarried, ...]

    def as_json(self) -> dict[str, JsonValue]:
        """Return ``{"form": {"id", "version", "items"}, "carried", "not_carried": [{"item", "feature", "reason"}]}``."""
        form: dict[str, JsonValue] = {
            "id": self.definition.id,
            "version": self.definition.version,
            "items": len(self.definition.addresses()),
        }
        told: list[JsonValue] = [dict(each._asdict()) for each in self.not_carried]
        return {"form": form, "carried": self.carried, "not_carried": told}


def refused(
    code: str, what: str, mend: str = "Mend the file where it comes from, then import it again."
) -> HsbAssessError:
    """Return the error that refuses a file; ``what`` may name an item, cut and without control characters."""
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in what)
    return HsbAssessError(code, plain, mend)


def shown(name: object) -> str:
    """Return somebody else's name for a sentence: short, and without what could steer a terminal."""
    text = str(name)
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:_SHOWN])
    return plain if len(text) <= _SHOWN else f"{plain}…"
