"""Into the vault and out of it: first run, unlock, contacts and their eight words, where somebody was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hsb_assess.desk.workplace import Change, Workplace
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.trust.card import Card
from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.words import pair_words, passphrase
from hsb_assess.vault import keys
from hsb_assess.vault import file as vault_file

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.domain.clock import Clock
    from hsb_assess.trust.identity import Identity

__all__ = [
    "Contact",
    "OpenedVault",
    "PendingContact",
    "card_bytes",
    "change_passphrase",
    "confirm_card",
    "confirm_passphrase",
    "contacts",
    "first_run",
    "import_card",
    "last_place",
    "remember_place",
    "suggest_passphrase",
    "unlock",
    "unlock_with_recovery_key",
]
