"""The parts of the settings by name, in their order: for the page itself and for whoever leads to one."""

from __future__ import annotations

from ui.language import tr

__all__ = ["settings_parts"]


def settings_parts() -> dict[str, str]:
    """Return what each part is called."""
    return {
        "people": tr("People"),
        "guidance": tr("Guidance"),
        "keys": tr("Keys"),
        "backups": tr("Backups"),
        "organisation": tr("Organisation"),
        "appearance": tr("Appearance and locking"),
        "spelling": tr("Spelling"),
        "forms": tr("Forms"),
        "lists": tr("Lists"),
    }
