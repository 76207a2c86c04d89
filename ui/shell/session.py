"""An unlocked vault on screen: its two workplaces, the frame, and how it is put away."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

from hsb_assess.desk import access, caseload, organisation, viewing
from ui.language import tr
from ui.navigation import PAGE_NAMES, PageContext, Target
from ui.notices import Notices
from ui.operations import Operations
from ui.shell.adding import AddEvent
from ui.shell.frame import Frame
from ui.shell.indexing import IndexWatch
from ui.shell.news import tell_news
from ui.shell.rubbish import Rubbish
from ui.shell.spelling import Spelling
from ui.shell.upkeep import UpkeepWatch
from ui.widgets.people import role_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hsb_assess.desk.access import OpenedVault
    from hsb_assess.desk.workplace import Change
    from ui.computer.base import Computer
    from ui.navigation import KeyLine
    from ui.theme.appearance import Appearance

__all__ = ["Session", "place_from", "place_to"]

DRAIN_SECONDS = 1.5
UPKEEP_SECONDS = 0.3


def place_to(target: Target) -> dict[str, str | int]:
    """Return a place as the vault keeps it; what somebody looked for is kept nowhere."""
    bare = replace(target, part=None, cursor=None) if target.page == "search" else target
    return {name: value for name, value in asdict(bare).items() if value is not None}


def place_from(value: object) -> Target | None:
    """Return the place that the vault kept, ``None`` if it is none that this app knows."""
    if not isinstance(value, dict) or value.get("page") not in PAGE_NAMES[2:-1]:
        return None
    known = {field.name for field in fields(Target)}
    return Target(**{name: part for name, part in value.items() if name in known})


class Session:
    """Made after each unlock; :meth:`put_away` ends it."""

    def __init__(
        self,
        vault: OpenedVault,
        pages: Mapping[str, str],
        appearance: Appearance,
        computer: Computer,
        *,
        lock: Callable[[], object],
    ) -> None:
        self.vault = vault
        vault.language = appearance.language
        self.at = vault.workplace(read_only=True)
        self.idle_seconds = organisation.idle_seconds(self.at)
        self.limit_seconds = organisation.session_seconds(self.at)
        self.operations = Operations(
            lambda: vault.workplace(read_only=False),
            open_to_look=lambda: vault.workplace(read_only=True),
            relieve=vault.relieve,
        )
        self.notices = Notices()
        self._refs: dict[str, tuple[str, str | None]] = {}
        self.every_key: Callable[[], tuple[KeyLine, ...]] = tuple
        self.take_back: Callable[[Change], object] = lambda _change: None
        self.do_ahead: Callable[[Callable[[], object]], object] = lambda _step: None
        identity = self.at.identity
        self.frame = Frame(
            pages,
            self.notices,
            worker=identity.name,
            role=role_words(identity.role),
            fact=tr("A backup: only to read")
            if vault.only_read
            else tr("Locks after {n} minutes of stillness", n=round(self.idle_seconds / 60)),
            lock=lock,
            case_facts=self.case_facts,
        )
        self.adding = AddEvent(self.frame)
        self.context = PageContext(
            self.at,
            vault,
            self.operations,
            self.notices,
            self.frame.navigator.go,
            appearance,
            computer,
            lock,
            self.frame.navigator.back,
            add_event=self.adding.open,
            take_back=self._take_back,
            keys=self.keys,
            ahead=self._ahead,
        )
        self.spelling = Spelling(self.context, self.frame)
        self.rubbish = Rubbish(self.frame)
        self.operations.changed.connect(self._forget_refs)
        self._viewed: Target | None = None
        self.frame.navigator.moved.connect(self._note_view)
        self.operations.relieved.connect(self._relieved)
        self.indexing = IndexWatch(self.operations, self.frame)
        self.upkeep = UpkeepWatch(vault, self.notices, self.frame.navigator.go, self.frame)

    def _ahead(self, step: Callable[[], object]) -> None:
        self.do_ahead(step)

    def _take_back(self, change: Change) -> None:
        self.take_back(change)

    @property
    def hours(self) -> int:
        """After how many hours the passphrase is asked for again."""
        return round(self.limit_seconds / 3600)

    def start(self) -> None:
        """Show where the person was when the vault was locked, or the caseload; first of all, that it is older."""
        place = Target("older") if self.vault.older is not None else place_from(access.last_place(self.at))
        self.frame.start(self.context, place)
        if self.vault.only_read:
            self.notices.say(
                tr("This is a look into a backup. Nothing can be changed here; close the window when done.")
            )
            return
        self.upkeep.start()
        self.indexing.start()
        tell_news(self)

    def seal(self) -> Target | None:
        """Have the page hand over what is being typed, and return where the person is."""
        self.frame.navigator.seal()
        self.adding.seal()
        return self.frame.navigator.here()

    def put_away(self, place: Target | None, seconds: float = DRAIN_SECONDS) -> bool:
        """Write the place, finish what is under way, close the vault; ``False`` if something was cut short."""
        finished = self.leave(place, seconds)
        if finished:  # otherwise the worker still writes; the next unlock finds what it committed
            self.vault.close()
        return finished

    def leave(self, place: Target | None, seconds: float = DRAIN_SECONDS) -> bool:
        """Do so, and leave the vault open for another session."""
        if place is not None:
            self.operations.run(access.remember_place, place_to(place))
        self.upkeep.stop(0)
        self.indexing.stop()
        self.spelling.stop()
        finished = self.operations.drain(seconds)
        # A backup that is under way reads: the write-ahead file cannot be emptied until it has let go.
        finished = self.upkeep.stop(UPKEEP_SECONDS) and finished
        self.at.book.close()
        return finished

    def case_facts(self, case: str) -> tuple[str, str | None]:
        """Return a case's reference and its newest assessment."""
        if case not in self._refs:
            self._refs = {line.case: (line.ref, line.assessment) for line in caseload.cases(self.at)}
        return self._refs.get(case, (tr("Case"), None))

    def keys(self) -> tuple[KeyLine, ...]:
        """Return every key that there is, as the window's menus tell them."""
        return self.every_key()

    def locks_when_minimised(self) -> bool:
        """Say whether minimising the window locks it."""
        return access.locks_when_minimised(self.at)

    def _relieved(self) -> None:
        self.notices.warn(
            tr("The disk is full. The room that was kept aside for this was used."),
            tr("Free some space soon; the line at the bottom says whether your words are saved."),
        )

    def _note_view(self, target: Target) -> None:
        """Have the audit say that a page about a case was opened: here, where every page passes."""
        if target.case is not None and (self._viewed is None or not self._viewed.same_page(target)):
            self.operations.read(
                viewing.opened, target.page, target.case, target.assessment, on_done=lambda _nothing: None
            )
        self._viewed = target

    def _forget_refs(self) -> None:
        self._refs.clear()
