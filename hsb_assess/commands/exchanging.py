"""``hsb-assess forms import`` and ``export``: forms from elsewhere, and forms for elsewhere."""

from __future__ import annotations

from hsb_assess.commands.saying import EXIT_OK, keep, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from hsb_assess.exchange.incoming.report import Imported

__all__ = ["add"]


def add(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both actions and their options."""
    import_ = actions.add_parser(
        "import",
        help="read a form of others and say what it does not carry",
        description="Read a FHIR R4 Questionnaire, an XLSForm or a form in one YAML file. Exit code 0: usable. 1: refused.",
    )
    import_.add_argument("file", metavar="FILE")
    import_.add_argument(
        "--out",
        metavar="DIR",
        help="write the form below this folder, YAML and compiled; another form of its name there is left as it is (exit 1)",
    )
    import_.add_argument("--json", action="store_true", help="print the report as JSON")
    import_.set_defaults(run=_import)
    export = actions.add_parser("export", help="write a form as FHIR R4 or as one YAML file")
    export.add_argument("form", metavar="ID[@VERSION]|PATH", help="a form, or a folder or compiled file of one")
    export.add_argument("--to", required=True, choices=("fhir-r4", "yaml"))
    export.add_argument("-o", "--out", required=True, metavar="FILE", help="the file to write; - for standard output")
    export.set_defaults(run=_export)


def _import(options: argparse.Namespace) -> int:
    from pathlib import Path

    found = _read(Path(options.file))
    if options.out:
        _keep(found, Path(options.out))
    if options.json:
        write_json(found.as_json())
        return EXIT_OK
    form = found.definition
    write(f"{form.title.en}: {form.id} {form.version}, {len(form.addresses())} items; {found.carried} carried whole.")
    for each in found.not_carried:
        write(f"  {each.item}: {each.feature}: {each.reason}")
    return EXIT_OK


def _read(path: Path) -> Imported:
    """Read the form in a file: a spreadsheet in a process of its own, which may neither hang nor take all memory."""
    from hsb_assess.exchange.incoming.opening import MOST_BYTES, is_workbook, read_form
    from hsb_assess.exchange.incoming.report import refused

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refused("unreadable", f"The file cannot be read ({type(error).__name__}).", "Check its name.") from None
    if is_workbook(data):
        from hsb_assess.desk.reading import read_apart

        return read_apart(data)
    return read_form(data)


def _keep(found: Imported, folder: Path) -> None:
    from hsb_assess.instrument.compiled import compile_definition
    from hsb_assess.instrument.writing import write_folder

    write_folder(found.definition, folder, compile_definition(found.definition))


def _export(options: argparse.Namespace) -> int:
    import json
    import sys
    from pathlib import Path

    from hsb_assess.commands.forms_showing import opened
    from hsb_assess.instrument.catalogue import Catalogue

    definition = opened(Catalogue.shipped(), options.form)
    if options.to == "yaml":
        from hsb_assess.instrument.writing import as_one_file

        text = as_one_file(definition)
    else:
        from hsb_assess.exchange.fhir.definition import definition_to_questionnaire

        text = json.dumps(definition_to_questionnaire(definition), indent=1) + "\n"
    if options.out == "-":
        sys.stdout.write(text)
        return EXIT_OK
    keep(Path(options.out), text)
    return EXIT_OK
