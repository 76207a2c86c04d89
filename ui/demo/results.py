"""What a demonstration leaves behind: the summary, the words about it, and what the verifier says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hsb_assess.signing.verify import verify_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ui.demo.journey import Outcome

__all__ = ["summarise", "write_readme"]


def summarise(out: Path, pictures: Sequence[Path], outcome: Outcome, now: datetime) -> dict[str, Any]:
    """Verify every issued document with ``out/trust`` alone, write ``summary.json`` and return it."""
    found = sorted((out / "documents").glob("*.pdf"))
    accepted = [verify_file(path, [out / "trust"], [], now).is_accepted for path in found]
    summary = {
        "documents": [_document(out, path) for path in found],
        "screenshots": [str(path.relative_to(out)) for path in pictures],
        "findings": {"first_submit": outcome.first_submit, "at_approval": outcome.at_approval},
        "entries": outcome.entries,
        "verified": bool(accepted) and all(accepted),
    }
    (out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    return summary


def _document(out: Path, path: Path) -> dict[str, Any]:
    import pikepdf

    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    return {
        "path": str(path.relative_to(out)),
        "audience": path.name[0],
        "pages": pages,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }


README = """Assess: a demonstration with fictional people
==============================================

Nothing in this folder is about a real child, family or worker.

documents/    what was issued: A the full assessment, B the multi-agency plan, signed by author and supervisor
drafts/       the same documents as submitted, with the author's signature only; the first ones were returned
packages/     the sealed files that went between the two laptops, in order
requests/     requests to other agencies (none in this demonstration yet)
screenshots/  one picture a step, in order
trust/        the contact cards of the two signers, for checking the documents
vaults/       the two encrypted vaults
summary.json  what came of it, for programs

Open a vault:      hsb-assess --vault {practitioner} --today {today}
             or    hsb-assess --vault {supervisor} --today {today}
Passphrases:       practitioner  {practitioner_phrase}
                   supervisor    {supervisor_phrase}
Check a document:  hsb-assess verify documents/FILE.pdf --trust trust
"""


def write_readme(out: Path, today: str, practitioner_phrase: str, supervisor_phrase: str) -> None:
    """Write what is what, with the passphrases of the demonstration's vaults."""
    words = README.format(
        practitioner=Path("vaults", "practitioner"),
        supervisor=Path("vaults", "supervisor"),
        today=today,
        practitioner_phrase=practitioner_phrase,
        supervisor_phrase=supervisor_phrase,
    )
    (out / "README.txt").write_text(words, "utf-8")
