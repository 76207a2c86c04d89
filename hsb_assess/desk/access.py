"""Into the vault and out of it: first run, unlock, contacts and their eight words, where somebody was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from hsb_assess.desk import caseload
from hsb_assess.desk.judging import rule_book
from hsb_assess.desk.workplace import Change, Workplace
from hsb_assess.domain.clock import SystemClock
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.instrument.catalogue import Catalogue
from hsb_assess.trust.card import Card
from hsb_assess.trust.identity import create_identity
from hsb_assess.trust.strength import LEAST_LETTERS, strength
from hsb_assess.trust.words import pair_words
from hsb_assess.vault import ballast, opening, recoverykey
from hsb_assess.vault.anchors import FileAnchors, KeyringAnchors
from hsb_assess.vault.keys import RECOVERY, wipe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pydantic import JsonValue

    from hsb_assess.domain.clock import Clock
    from hsb_assess.rules.check import RuleBook
    from hsb_assess.vault.anchors import AnchorStore, Older
    from hsb_assess.vault.escrow import Escrow
    from hsb_assess.vault.keys import KdfParameters
    from hsb_assess.vault.opening import Vault

__all__ = [
    "Contact",
    "OpenedVault",
    "PendingContact",
    "anchors",
    "card_bytes",
    "confirm_card",
    "contacts",
    "first_run",
    "import_card",
    "last_place",
    "lock_when_minimised",
    "locks_when_minimised",
    "must_be_strong",
    "new_recovery_key",
    "prepare",
    "remember_place",
    "unlock",
    "unlock_with_recovery_key",
]

PLACE = "place"
MINIMISED = "lock_when_minimised"


@dataclass(frozen=True)
class PendingContact:
    """A card that was imported and not verified: who it says it is, and the eight words to compare."""

    person: str
    name: str
    role: str
    agency: str
    words: tuple[str, ...]
    replaces: bool


@dataclass(frozen=True)
class Contact:
    """Somebody whose card is here; ``verified`` says when it was verified, or is ``None``; ``how`` by what means."""

    person: str
    name: str
    role: str
    agency: str
    verified: str | None
    words: tuple[str, ...]
    how: str = ""


class OpenedVault:
    """A vault that is open in this process, and the workplaces in it."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Take over an unlocked vault; :meth:`close` gives it back."""
        self._vault = vault
        self._clock = clock
        self._catalogue, self._rules = prepare()
        self._ready: Workplace | None = None
        self.folder = vault.folder
        self.identity = vault.identity
        self.only_read = False
        """Whether this is a backup that is looked into: nothing is written in it from its windows."""
        self.language = "en"
        """The language of the screen (``en``, ``cy``), for the workplaces that only read."""

    @property
    def vault(self) -> Vault:
        """The vault itself, for its backups and its upkeep."""
        return self._vault

    def workplace(self, *, read_only: bool) -> Workplace:
        """Open a book and return the workplace around it; one writing workplace serves one thread.

        Whoever only reads does so for the screen, in its language; what is recorded and printed is worked out in English.
        """
        language = self.language if read_only else "en"
        ready, self._ready = (self._ready, None) if read_only else (None, self._ready)
        if ready is not None:
            if ready.language == language:
                return ready
            ready.book.close()
        return Workplace(
            book=self._vault.book(clock=self._clock, read_only=read_only or self.only_read),
            identity=self.identity,
            clock=self._clock,
            catalogue=self._catalogue,
            confirm=self._vault.confirm,
            rules=self._rules if language == "en" else rule_book(self._catalogue, language),
            language=language,
        )

    def bring_up_to_date(self) -> None:
        """Bring the caseload up to the present day; where it was read for that, the next who reads need not do so again."""
        at = self._ready = self.workplace(read_only=True)
        # A full, read-only or damaged disk must not keep anybody out: what is missing is worked out when it is shown.
        with suppress(HsbAssessError):
            if caseload.is_behind(at):
                writing = self.workplace(read_only=False)
                try:
                    caseload.refresh(replace(writing, lines=at.lines))
                finally:
                    writing.book.close()

    @property
    def clock(self) -> Clock:
        """The clock that this vault lives by."""
        return self._clock

    def relieve(self) -> bool:
        """Give up the room that was kept aside for a full disk; say whether there was any."""
        return ballast.give_up(self.folder)

    def change_passphrase(self, current: str, new: str) -> None:
        """Seal the keys with a new passphrase; ``current`` is what the vault was opened with."""
        must_be_strong(new, (self.identity.name, self.identity.agency))
        self._vault.change_passphrase(current, new)

    @property
    def older(self) -> Older | None:
        """How this vault falls short of what was last seen of it, or ``None``: until somebody explains, it only reads."""
        return self._vault.older

    def explain_older(self, name: str, role: str, reason: str) -> None:
        """Record a second person's explanation; codes ``explanation_needed``, ``second_person``."""
        self._vault.explain_older(name, role, reason)

    @property
    def opened_with_recovery_key(self) -> bool:
        """Whether the printed recovery key opened the vault: what is asked for again is that key then."""
        return self._vault.opened_with == RECOVERY

    @property
    def recovery_on_paper(self) -> bool:
        """Whether the recovery key came back from paper, as far as this vault knows."""
        return self._vault.recovery_on_paper

    def note_on_paper(self) -> None:
        """Record that the recovery key came back from paper."""
        self._vault.note_on_paper()

    def renew_recovery_key(self, current: str, printed: str) -> None:
        """Have the printed key ``printed`` open the vault from now on, and the one before no more."""
        self._vault.renew_recovery_key(current, printed)

    def rekey(self, current: str, printed: str) -> None:
        """Give the vault a new key, opened by the passphrase in use and by the new recovery key ``printed``.

        Every book is closed for it, so whoever shows the vault locks it afterwards. Copies stay readable with what
        opened them when they were made.
        """
        self._vault.rekey(current, printed)

    def escrow(self) -> Escrow | None:
        """Return who else can open the vault."""
        return self._vault.escrow()

    def allow_escrow(self, current: str, to: Escrow) -> None:
        """Let an organisation open the vault too."""
        self._vault.allow_escrow(current, to)

    def end_escrow(self, current: str) -> None:
        """Let nobody else open the vault from now on."""
        self._vault.end_escrow(current)

    def close(self) -> None:
        """Empty the write-ahead file, overwrite the key and let go of the folder."""
        self._vault.close()


_FAULTS: dict[str, tuple[str, str]] = {
    "short": ("passphrase_short", f"A passphrase needs at least {LEAST_LETTERS} characters."),
    "common": ("passphrase_common", "This passphrase is one that many people use."),
    "weak": ("passphrase_weak", "This passphrase is easy to guess."),
}


def must_be_strong(words: str, about: tuple[str, ...]) -> None:
    """Raise ``passphrase_short``, ``passphrase_common`` or ``passphrase_weak``; ``about`` is name and agency."""
    fault = strength(words, about).fault
    if fault:
        code, what = _FAULTS[fault]
        raise HsbAssessError(code, what, "Use five words that are suggested, or a longer sentence of your own.")


def new_recovery_key() -> str:
    """Return a fresh recovery key as it is printed; it opens nothing until something is sealed with it."""
    key = recoverykey.new_recovery_key()
    try:
        return recoverykey.printed(key)
    finally:
        wipe(key)


def first_run(
    folder: Path,
    new_passphrase: str,
    *,
    name: str,
    role: str,
    agency: str,
    clock: Clock | None = None,
    kdf: KdfParameters | None = None,
    escrow: Escrow | None = None,
    proved: bool = True,
) -> str:
    """Make a person's vault in ``folder`` and return its recovery key, which is shown once.

    ``escrow`` is the organisation that can open the vault too, which the person was told. Without ``proved`` the vault
    remembers that the key has yet to come back from paper (:meth:`OpenedVault.note_on_paper`).

    Codes: ``passphrase_short``, ``passphrase_common``, ``passphrase_weak``, ``identity_particulars``,
    ``folder_not_empty`` and those of the vault.
    """
    must_be_strong(new_passphrase, (name, agency))
    time = clock or SystemClock()
    identity = create_identity(name.strip(), role, agency.strip(), time.now())
    return opening.create(
        folder, new_passphrase, identity, kdf=kdf, clock=time, escrow=escrow, proved=proved
    ).recovery_key


def anchors(folder: Path | None) -> tuple[AnchorStore, ...]:
    """Return where this person's checkpoints are kept: the system's keyring, and files in ``folder``; none without."""
    if folder is None:
        return ()
    return (KeyringAnchors(), FileAnchors(folder))


def unlock(folder: Path, typed: str, *, clock: Clock | None = None, anchors: Sequence[AnchorStore] = ()) -> OpenedVault:
    """Unlock with the passphrase; codes are those of the vault (``wrong_passphrase``, ``vault_in_use`` …)."""
    time = clock or SystemClock()
    return _opened(_with_room(folder, lambda: opening.unlock(folder, typed, clock=time, anchors=anchors)), time)


def unlock_with_recovery_key(
    folder: Path, typed: str, *, clock: Clock | None = None, anchors: Sequence[AnchorStore] = ()
) -> OpenedVault:
    """Unlock with the printed recovery key; the identity comes with it."""
    time = clock or SystemClock()
    vault = _with_room(folder, lambda: opening.unlock_with_recovery(folder, typed, clock=time, anchors=anchors))
    return _opened(vault, time)


def _with_room(folder: Path, open_it: Callable[[], Vault]) -> Vault:
    """Open a vault; where the disk is full, give up the room that was kept aside: reading must not need a free disk."""
    try:
        return open_it()
    except HsbAssessError as error:
        if error.code not in ballast.NO_ROOM or not ballast.give_up(folder):
            raise
    return open_it()


def _opened(vault: Vault, clock: Clock) -> OpenedVault:
    """Take an unlocked vault over, and bring its caseload up to the present day while nobody is waiting to type."""
    opened = OpenedVault(vault, clock)
    opened.bring_up_to_date()
    return opened


@cache
def prepare() -> tuple[Catalogue, RuleBook]:
    """Return the forms and checks that the program came with, read once: before a vault is open, where there is time."""
    catalogue = Catalogue.shipped()
    return catalogue, rule_book(catalogue)


def card_bytes(at: Workplace) -> bytes:
    """Return this person's own card, to be given to others."""
    return at.identity.card().to_bytes()


def import_card(at: Workplace, data: bytes) -> PendingContact:
    """Take in a card, unverified, and return the eight words that both people compare by phone or in person.

    Codes: those of the card, and ``own_card``.
    """
    card = Card.from_bytes(data)
    if card.person == at.identity.person:
        raise HsbAssessError("own_card", "This is your own card.", "Import the other person's card.")
    with at.book.begin("card_imported") as work:
        known = work.contacts.get(card.person)
        work.contacts.put(data, None)
        work.audit.note("card_imported", card.person, {"fingerprint": card.fingerprint})
    return PendingContact(
        card.person,
        card.name,
        card.role,
        card.agency,
        pair_words(at.identity.card(), card),
        known is not None and known.fingerprint != card.fingerprint,
    )


def confirm_card(at: Workplace, person: str, how: str) -> Change:
    """Record that the eight words were compared with ``person``, and how (``phone`` or ``in_person``)."""
    if how not in {"phone", "in_person"}:
        raise HsbAssessError("how_compared", "The words are compared by phone or in person.", "Choose one of the two.")
    with at.book.begin("card_verified") as work:
        known = work.contacts.get(person)
        if known is None:
            raise HsbAssessError("no_such_contact", "This card is not here.", "Import the card first.")
        work.contacts.put(known.card, how)
        work.audit.note("card_verified", person, {"how": how, "fingerprint": known.fingerprint})
    return Change("card_verified", created=person)


def contacts(at: Workplace) -> tuple[Contact, ...]:
    """Return everybody whose card is here."""
    with at.book.begin(write=False) as work:
        kept = work.contacts.all()
    own = at.identity.card()
    found = []
    for each in kept:
        card = Card.from_bytes(each.card)
        words, how = pair_words(own, card), each.verified_how or ""
        found.append(Contact(card.person, card.name, card.role, card.agency, each.verified_at, words, how))
    return tuple(found)


def remember_place(at: Workplace, place: dict[str, JsonValue]) -> None:
    """Keep where the person is (page, question, cursor), for the next unlock."""
    with at.book.begin("place_kept") as work:
        work.settings.put(PLACE, place)


def last_place(at: Workplace) -> dict[str, JsonValue]:
    """Return where the person was when the vault was locked; empty the first time."""
    with at.book.begin(write=False) as work:
        place = work.settings.get(PLACE)
    return place if isinstance(place, dict) else {}


def lock_when_minimised(at: Workplace, wanted: bool) -> Change:  # noqa: FBT001 (the preference itself)
    """Keep whether minimising the window locks the vault."""
    with at.book.begin("preference_kept") as work:
        work.settings.put(MINIMISED, wanted)
        work.audit.note("preference_kept", MINIMISED, {"value": wanted})
    return Change("preference_kept")


def locks_when_minimised(at: Workplace) -> bool:
    """Say whether minimising the window locks the vault; it does until somebody says otherwise."""
    with at.book.begin(write=False) as work:
        return work.settings.get(MINIMISED) is not False
