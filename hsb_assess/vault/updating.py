"""Bringing a vault's tables up to date: backed up first, one transaction, looked at before and after it is committed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hsb_assess.vault.backup import make
from hsb_assess.vault.checking import check_database, check_tables
from hsb_assess.vault.file import open_database
from hsb_assess.vault.folder import BACKUPS, DATABASE
from hsb_assess.vault.migrations import migrate, pending
from hsb_assess.vault.unit import utc

if TYPE_CHECKING:
    from datetime import datetime

    from pydantic import JsonValue

    from hsb_assess.vault.backup import Source

__all__ = ["bring_up_to_date"]


def bring_up_to_date(source: Source, now: datetime) -> JsonValue:
    """Run what is due of the changes of the tables; return what ran and the backup's name, or ``None``.

    The backup stays. Without it nothing is changed, and a change that fails, or after which tables or audit do not
    fit, leaves the vault as it was. Codes: ``vault_newer``, and those of a backup.
    """
    path = source.folder / DATABASE
    connection = open_database(path, source.key, vault=source.vault)
    try:
        if not pending(connection):
            return None
        kept = make(source, source.folder / BACKUPS, "migration", now)
        ran = migrate(connection, utc(now), check=partial(check_tables, vault=source.vault))
    finally:
        connection.close()
    check_database(path, source.key, source.vault)
    return {"ran": list(ran), "backup": kept.path.name}
