"""The addresses by which FHIR knows what is ours, and the standard ones that we use."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

__all__ = ["BASE", "Json", "extension_url", "field_of", "system"]

Json: TypeAlias = dict[str, Any]
"""One JSON object; what its values are is looked at where they are used."""

BASE: Final = "https://hsb-assess.example/fhir"
"""The root of all our addresses. It names and does not lead anywhere: the definitions are in ``docs/fhir``."""

DEFINITIONS: Final = f"{BASE}/StructureDefinition/"
HL7: Final = "http://hl7.org/fhir/StructureDefinition/"
SDC: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
TRANSLATION: Final = f"{HL7}translation"
ORDINAL: Final = f"{HL7}ordinalValue"
EXCLUSIVE: Final = f"{HL7}questionnaire-optionExclusive"
HIDDEN: Final = f"{HL7}questionnaire-hidden"
LEAST: Final = f"{HL7}minValue"
GREATEST: Final = f"{HL7}maxValue"
ABSENT: Final = f"{HL7}data-absent-reason"

STRING: Final = re.compile(r"[ \r\n\t\S]+")
"""What FHIR takes for a string."""
MOST_INTEGER: Final = 2**31 - 1


def extension_url(field: str) -> str:
    """Return the address of our extension for a field of the form language."""
    return DEFINITIONS + field.replace("_", "-")


def field_of(url: object) -> str | None:
    """Return the field that one of our extensions stands for, ``None`` for anybody else's."""
    if not isinstance(url, str) or not url.startswith(DEFINITIONS):
        return None
    return url[len(DEFINITIONS) :].replace("-", "_")


def system(name: str) -> str:
    """Return the address of one of our code systems."""
    return f"{BASE}/CodeSystem/{name.replace('_', '-')}"
