"""``hsb-assess forms list``, ``show``, ``diff`` and ``template``: what forms there are and what they ask."""

from __future__ import annotations

import sys

from hsb_assess.commands.saying import EXIT_OK, EXIT_REFUSED, keep, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from typing import Any

    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.instrument.schema import Definition, Item

__all__ = ["add", "no_version", "opened"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the actions and their options."""
    list_ = actions.add_parser("list", help="name the forms that came with the program")
    list_.add_argument("--json", action="store_true", help="print them as JSON")
    list_.set_defaults(run=_list)

    show = actions.add_parser("show", help="show the modules and questions of a form")
    show.add_argument(
        "form", metavar="ID[@VERSION]|PATH", help="a form, or a folder, one YAML file or compiled file of one"
    )
    show.add_argument("--tier", default="", metavar="TIER", help="only what this tier asks")
    show.add_argument("--budget", action="store_true", help="count what each tier asks in a typical case")
    show.add_argument("--json", action="store_true", help="print it as JSON")
    show.set_defaults(run=_show)

    diff = actions.add_parser("diff", help="compare two forms question by question")
    diff.add_argument("before", metavar="ID[@VERSION]|PATH")
    diff.add_argument("after", metavar="ID[@VERSION]|PATH")
    diff.add_argument("--json", action="store_true", help="print the differences as JSON")
    diff.set_defaults(run=_diff)

    template = actions.add_parser(
        "template",
        help="write an empty answers file",
        description="Write an empty answers file (docs/answers-file.md): one block a question, with its options, absences and evidence.",
    )
    template.add_argument("form", metavar="ID[@VERSION]|PATH")
    template.add_argument("--tier", default="", metavar="TIER", help="only what this tier asks")
    template.add_argument("-o", "--out", required=True, metavar="FILE", help="the file to write; - for standard output")
    template.add_argument("--json", action="store_true", help="say as JSON what was written")
    template.set_defaults(run=_template)


def opened(catalogue: Catalogue, name: str) -> Definition:
    """Return a form by id, by ``id@version``, or from a folder of YAML or a compiled file; raises ``form_missing``."""
    from pathlib import Path

    from hsb_assess.instrument.compiled import read_compiled
    from hsb_assess.instrument.loading import load_yaml

    form, _, version = name.partition("@")
    if version and version not in catalogue.versions(form) and form in catalogue.instruments():
        raise no_version(form, version, catalogue)
    if form in catalogue.instruments():
        return catalogue.get(form, version) if version else catalogue.latest(form)
    path = Path(name)
    if path.is_dir():
        return load_yaml(path)
    if path.is_file() and path.suffix.lower() in {".yaml", ".yml"}:
        from hsb_assess.instrument.writing import read_one_file

        return read_one_file(path.read_bytes())
    if path.is_file():
        return read_compiled(path.read_bytes())
    from hsb_assess.domain.errors import HsbAssessError

    raise HsbAssessError(
        "form_missing",
        "There is no such form.",
        f"Use one of: {', '.join(catalogue.instruments())};"
        " or the path of a folder of YAML, of a form in one YAML file or of a compiled file.",
    )


def no_version(form: str, version: str, catalogue: Catalogue) -> HsbAssessError:
    """Return the refusal of a version that a form does not have; it names those that there are."""
    from hsb_assess.domain.errors import HsbAssessError

    known = ", ".join(catalogue.versions(form))
    return HsbAssessError("no_version", f"The form {form} has no version {version}.", f"Use one of: {known}.")


def _counts(definition: Definition) -> dict[str, int]:
    questions = [item for item in definition.items() if item.is_question]
    return {
        "modules": len(definition.modules),
        "questions": len(questions),
        "mandatory": sum(item.mandatory is True for item in questions),
        "lists": len(definition.lists),
    }


def _list(options: argparse.Namespace) -> int:
    """Print each form with its versions."""
    from hsb_assess.instrument.catalogue import Catalogue

    catalogue = Catalogue.shipped()
    forms = []
    for form in catalogue.instruments():
        definition = catalogue.latest(form)
        forms.append(
            {
                "id": form,
                "version": definition.version,
                "versions": list(catalogue.versions(form)),
                "title": definition.title.en,
                "tiers": [tier.id for tier in definition.tiers.tiers] if definition.tiers is not None else [],
                "hash": definition.hash,
                **_counts(definition),
            }
        )
    if options.json:
        write_json({"forms": forms})
        return EXIT_OK
    for each in forms:
        write(
            f"{each['id']} {each['version']}: {each['title']}, {each['modules']} modules, {each['questions']} questions"
        )
    return EXIT_OK


def _said(definition: Definition, item: Item) -> dict[str, Any]:
    from hsb_assess.instrument.conditionwords import condition_words

    mandatory = item.mandatory
    return {
        "path": item.address,
        "type": item.type.value,
        "label": item.label.en,
        "mandatory": mandatory if isinstance(mandatory, bool) else condition_words(mandatory),
        "when": None if item.when is None else condition_words(item.when),
        "repeats": item.repeats,
        "of": list(item.of),
        "options": [code.code for code in definition.codes(item)],
        "absences": [absence.value for absence in item.absences] if item.is_question else [],
        "evidence": item.evidence.value,
        "data_class": item.data_class.value,
    }


def _show(options: argparse.Namespace) -> int:
    """Print the modules of a form with their questions."""
    from hsb_assess.instrument.catalogue import Catalogue
    from hsb_assess.instrument.tiers import scope_of

    definition = opened(Catalogue.shipped(), options.form)
    out = scope_of(definition, _known_tier(definition, options.tier)).left_out
    modules = [
        {
            "id": module.id,
            "title": module.title.en,
            "side": module.side.value,
            "questions": [_said(definition, item) for item in definition.items(module.id) if item.address not in out],
        }
        for module in definition.all_modules()
        if module.id not in out
    ]
    shown: dict[str, Any] = {
        "id": definition.id,
        "version": definition.version,
        "title": definition.title.en,
        "hash": definition.hash,
        **_counts(definition),
        "modules_in_order": modules,
    }
    if options.budget:
        shown["budget"] = _budget(definition)
    if options.json:
        write_json({"forms": [shown]})
        return EXIT_OK
    _tell_form(definition, modules, shown)
    return EXIT_OK


def _tell_form(definition: Definition, modules: list[dict[str, Any]], shown: dict[str, Any]) -> None:
    write(f"{definition.id} {definition.version}: {definition.title.en}")
    for module in modules:
        write("")
        write(f"{module['id']} · {module['title']} ({module['side']})")
        for each in module["questions"]:
            mark = "*" if each["mandatory"] is True else "?" if each["mandatory"] else " "
            write(f"  {mark} {each['path']}: {each['type']}: {each['label']}")
    for each in shown.get("budget", ()):
        more = f"{each['evidence']} of them evidence, {each['on_demand']} more on demand"
        write(f"{each['tier']}: {each['entries']} entries in a typical case, at most {each['budget']}; {more}")


def _budget(definition: Definition) -> list[dict[str, Any]]:
    """Return how many entries each tier asks in its typical case, and the most that it may."""
    from hsb_assess.instrument.budget import budgets

    return [
        {
            "tier": each.tier,
            "entries": each.entries,
            "budget": each.most,
            "evidence": each.evidence,
            "on_demand": each.on_demand,
            "asked_before": each.before,
            "by_module": dict(each.by_module),
        }
        for each in budgets(definition)
    ]


def _known_tier(definition: Definition, tier: str) -> str:
    from hsb_assess.domain.errors import HsbAssessError

    known = [each.id for each in definition.tiers.tiers] if definition.tiers is not None else []
    if tier and tier not in known:
        raise HsbAssessError(
            "no_such_tier", "This form has no such tier.", f"Use one of: {', '.join(known) or 'none'}."
        )
    return tier


def _diff(options: argparse.Namespace) -> int:
    """Print what was added, removed and changed, by address; exit 1 where something was."""
    from hsb_assess.instrument.catalogue import Catalogue

    catalogue = Catalogue.shipped()
    before, after = opened(catalogue, options.before), opened(catalogue, options.after)
    old = {item.address: _said(before, item) for item in before.items()}
    new = {item.address: _said(after, item) for item in after.items()}
    changed = [
        {
            "path": path,
            "changes": {
                key: {"before": old[path][key], "after": new[path][key]}
                for key in new[path]
                if old[path][key] != new[path][key]
            },
        }
        for path in new
        if path in old and old[path] != new[path]
    ]
    found = {
        "before": {"id": before.id, "version": before.version},
        "after": {"id": after.id, "version": after.version},
        "added": [path for path in new if path not in old],
        "removed": [path for path in old if path not in new],
        "changed": changed,
    }
    if options.json:
        write_json(found)
    else:
        for path in found["added"]:
            write(f"+ {path}")
        for path in found["removed"]:
            write(f"- {path}")
        for each in changed:
            write(f"~ {each['path']}: {', '.join(each['changes'])}")
    return EXIT_REFUSED if found["added"] or found["removed"] or changed else EXIT_OK


def _template(options: argparse.Namespace) -> int:
    """Write an empty answers file."""
    from pathlib import Path

    from hsb_assess.exchange.prefill_template import template
    from hsb_assess.instrument.catalogue import Catalogue

    definition = opened(Catalogue.shipped(), options.form)
    text = template(definition, _known_tier(definition, options.tier))
    if options.out == "-":
        sys.stdout.write(text)
        return EXIT_OK
    path = Path(options.out)
    keep(path, text)
    _tell_written(path, definition, options)
    return EXIT_OK


def _tell_written(path: Path, definition: Definition, options: argparse.Namespace) -> None:
    if options.json:
        write_json({"written": str(path), "form": definition.id, "version": definition.version, "tier": options.tier})
    else:
        write(str(path))
