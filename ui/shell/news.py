"""What a person should hear right after an unlock: who else opened the vault, what their organisation set, what to do next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hsb_assess.desk import custody, organisation
from ui.language import day_words, tr
from ui.navigation import Target

if TYPE_CHECKING:
    from hsb_assess.desk.organisation import Known
    from hsb_assess.domain.errors import HsbAssessError
    from ui.shell.session import Session

__all__ = ["tell_news"]


def tell_news(session: Session) -> None:
    """Tell it by notices; the bar shows the last one said, so the weightiest comes last."""
    if session.vault.older is not None:  # nothing can be written, and there is a page for that
        return
    if organisation.of_administrators() is not None:
        _look(session)
    if not session.vault.recovery_on_paper:
        session.notices.warn(
            tr("The recovery key of this vault never came back from paper."),
            tr("If you forget the passphrase, nothing else opens it. Make a new key under Settings, Keys."),
        )
    if session.vault.opened_with_recovery_key:
        session.notices.say(
            tr("You opened this vault with the recovery key. Choose a new passphrase, then make a new recovery key."),
            action=(tr("Go to keys"), lambda: session.context.navigate(Target("settings", part="keys"))),
        )
    _tell_uses(session)


def _look(session: Session) -> None:
    before = organisation.known(session.at)

    def looked(now: Known) -> None:
        if now == before and now.pending is None:
            return
        told = (
            tr("A configuration waits until you have compared its eight words.")
            if now.pending is not None
            else tr("The administrators of this computer put a configuration of your organisation here. It is in use.")
        )
        session.notices.say(
            told, action=(tr("Look at it"), lambda: session.context.navigate(Target("settings", part="organisation")))
        )

    def refused(error: HsbAssessError) -> None:
        session.notices.error(error)

    session.operations.run(organisation.look, on_done=looked, on_error=refused)


def _tell_uses(session: Session) -> None:
    uses = custody.untold(session.at)
    if not uses:
        return
    last = uses[-1]
    session.notices.warn(
        tr(
            "{name}, {agency}, opened this vault with your organisation's key on {day}.",
            name=last.name,
            agency=last.agency,
            day=day_words(datetime.fromisoformat(last.at).astimezone()),
        ),
        tr("The reason given: {reason} Settings, Organisation, has the list.", reason=last.reason),
    )
    session.operations.run(custody.told)
