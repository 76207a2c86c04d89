"""``hsb-assess rules``: the checks of the assessment, listed with how much each weighs and what it says."""

from __future__ import annotations

from hsb_assess.commands.saying import EXIT_OK, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

    from hsb_assess.rules.finding import RuleText

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, its action and its option."""
    rules = commands.add_parser("rules", help="list the checks of the assessment")
    actions = rules.add_subparsers(metavar="ACTION", required=True)
    listed = actions.add_parser(
        "list", help="list every check with its severity, tiers, gate and message, and what it says in each case"
    )
    listed.add_argument("--json", action="store_true", help="print the list as JSON")
    listed.set_defaults(run=_list)


def _list(options: argparse.Namespace) -> int:
    """Print every rule, in the order of its number."""
    from hsb_assess.desk.judging import rule_book
    from hsb_assess.instrument.catalogue import Catalogue

    texts = rule_book(Catalogue.shipped()).texts.values()
    if options.json:
        write_json({"rules": [_as_json(text) for text in texts]})
    else:
        for text in texts:
            tiers = ", ".join(f"{tier} {word}" for tier, word in text.by_tier().items())
            write(f"{text.id}  {text.severity}  {text.gate}{' +alert' if text.alert else ''}  ({tiers})")
            write(f"     {text.message}")
            for words in text.variants.values():
                heavier = "" if words.severity is text.severity else f"{words.severity}: "
                write(f"     or: {heavier}{words.message}")
    return EXIT_OK


def _as_json(text: RuleText) -> dict[str, object]:
    return {
        "id": text.id,
        "severity": text.severity.value,
        "tier": text.by_tier(),
        "gate": text.gate.value,
        "message": text.message,
        "severities": [each.value for each in text.severities],
        "variants": [
            {"id": name, "severity": words.severity.value, "message": words.message, "mend": words.mend}
            for name, words in text.variants.items()
        ],
    }
