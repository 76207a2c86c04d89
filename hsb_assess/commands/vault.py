"""``hsb-assess vault``: make a vault, change what opens it, recover it; each room of actions adds its own."""

from __future__ import annotations

from hsb_assess.commands import vault_checking, vault_keys, vault_organisation

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its actions."""
    vault = commands.add_parser("vault", help="make a vault, change what opens it, recover it, check it")
    actions = vault.add_subparsers(metavar="ACTION", required=True)
    for each in (vault_keys, vault_organisation, vault_checking):
        each.add(actions)
