"""Compiled definitions: canonical JSON (RFC 8785), named by the hash of its bytes."""

from __future__ import annotations

import hashlib
from typing import Final

import rfc8785
from pydantic import ValidationError

from hsb_assess.instrument.faults import Fault, FormFaults, Wrong
from hsb_assess.instrument.meaning import problems
from hsb_assess.instrument.schema import Definition

__all__ = ["compile_definition", "hashed", "read_checked", "read_compiled"]

SIZE_LIMIT: Final = 8 * 1024 * 1024
_FILE: Final = "compiled"


def compile_definition(definition: Definition) -> bytes:
    """Return the canonical bytes of a definition; equal definitions give equal bytes."""
    return rfc8785.dumps(definition.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def hashed(definition: Definition) -> Definition:
    """Return the definition with the hash of its compiled bytes filled in."""
    digest = hashlib.sha256(compile_definition(definition)).hexdigest()
    return definition.model_copy(update={"hash": digest})


def read_compiled(data: bytes) -> Definition:
    """Return the definition that compiled bytes hold; raises :class:`FormFaults` on anything else.

    The bytes may come from another laptop, so shape and meaning are checked in full.
    """
    definition = read_checked(data)
    found = tuple(Fault.of(each.wrong, _FILE, 0, each.address, **each.gaps) for each in problems(definition))
    if found:
        raise FormFaults(found)
    return definition


def read_checked(data: bytes) -> Definition:
    """Return the definition in bytes whose meaning was checked before they were kept: shipped, or taken into a vault.

    Their shape is checked; raises as :func:`read_compiled`, which takes twice as long.
    """
    if len(data) > SIZE_LIMIT:
        raise FormFaults((Fault.of(Wrong.FILE_SIZE, _FILE, 0, limit=SIZE_LIMIT),))
    try:
        definition = Definition.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise FormFaults((Fault.of(Wrong.DEFINITION, _FILE, 0, reason=f"{place}: {first['msg']}"),)) from None
    return definition.model_copy(update={"hash": hashlib.sha256(data).hexdigest()})
