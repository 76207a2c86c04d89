"""Opens a form from elsewhere by what its bytes are: FHIR JSON, a spreadsheet, or one file of YAML."""

from __future__ import annotations

from hsb_assess.exchange.fhir.reading import import_questionnaire
from hsb_assess.exchange.incoming.report import Imported, refused
from hsb_assess.instrument.faults import FormFaults
from hsb_assess.instrument.writing import read_one_file

__all__ = ["MOST_BYTES", "is_workbook", "read_form"]

MOST_BYTES = 8 * 1024 * 1024
"""No file of a form is larger; whoever reads one from a disk stops there."""

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_workbook(data: bytes) -> bool:
    """Say whether bytes begin as a spreadsheet does, which takes a process of its own to read."""
    return data.startswith((_ZIP, _OLD))


def read_form(data: bytes) -> Imported:
    """Return the form that a file holds and what was not carried; raises ``HsbAssessError`` with a refusal's name."""
    if len(data) > MOST_BYTES:
        raise refused("too_large", f"It is larger than {MOST_BYTES} bytes.")
    if is_workbook(data):
        from hsb_assess.exchange.xlsform.reading import import_workbook

        return import_workbook(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return import_questionnaire(data)
    try:
        definition = read_one_file(data)
    except FormFaults as faults:
        first = faults.faults[0]
        raise refused(first.code, first.what, first.mend) from None
    return Imported(definition, len(definition.addresses()), ())
