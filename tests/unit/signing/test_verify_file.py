"""Checking files by their paths, as the command line does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from hsb_assess.signing.verify import verify_file
from hsb_assess.trust.authority import certify
from tests.unit.signing.making import NOW, ann, cards, made, sue
from tests.unit.trust.test_authority import CA, CA_KEY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a signed document and, in ``trust``, both cards."""
    (tmp_path / "signed.pdf").write_bytes(made().finished)
    (tmp_path / "trust").mkdir()
    for number, card in enumerate(cards()):
        (tmp_path / "trust" / f"{number}.card").write_bytes(card.to_bytes())
    (tmp_path / "trust" / "README.txt").write_text("not a card", encoding="utf-8")
    return tmp_path


def code(path: Path, trust: list[Path], crls: list[Path] | None = None) -> str:
    """Return ``accepted`` or the first reason's code."""
    verdict = verify_file(path, trust, crls or [], NOW)
    return "accepted" if verdict.is_accepted else verdict.reasons[0].code


def test_cards_are_given_singly_or_as_a_folder(folder: Path) -> None:
    """Both ways lead to the same answer; without any, nobody is trusted."""
    signed = folder / "signed.pdf"
    assert code(signed, [folder / "trust"]) == "accepted"
    assert code(signed, sorted((folder / "trust").glob("*.card"))) == "accepted"
    assert code(signed, []) == "nobody_trusted"


def test_certificates_for_cards_lie_beside_them(folder: Path) -> None:
    """In the folder of what is trusted, as PEM or DER: then no voice is needed."""
    signed, trust = folder / "signed.pdf", folder / "trust"
    (trust / "ca.der").write_bytes(CA)
    for who, name in ((ann(), "ann.pem"), (sue(), "sue.pem")):
        assert [item.code for item in verify_file(signed, [trust], [], NOW).reasons] == ["role_by_voice"]
        (trust / name).write_bytes(certify(who.card(), CA, CA_KEY, NOW, days=30))
    assert verify_file(signed, [trust], [], NOW).reasons == ()


def test_files_that_cannot_be_read_are_rejections(folder: Path) -> None:
    """A missing file, a folder, an empty or a text file: an answer each time, never an exception."""
    text = folder / "text.txt"
    text.write_text("words", encoding="utf-8")
    empty = folder / "empty.pdf"
    empty.touch()
    trust = [folder / "trust"]
    assert code(folder / "absent.pdf", trust) == "file_unreadable"
    assert code(folder, trust) == "file_unreadable"
    assert code(text, trust) == "not_a_pdf"
    assert code(empty, trust) == "not_a_pdf"


def test_trust_that_cannot_be_read_is_a_rejection(folder: Path) -> None:
    """A damaged card or something else among the trusted files is not passed over in silence."""
    signed = folder / "signed.pdf"
    card = folder / "trust" / "0.card"
    card.write_bytes(card.read_bytes().replace(b"practitioner", b"supervisor"))
    assert code(signed, [folder / "trust"]) == "trust_unreadable"
    assert code(signed, [folder / "signed.pdf"]) == "trust_unreadable"
    assert code(signed, [folder / "absent.card"]) == "trust_unreadable"
    person = folder / "person.pem"
    person.write_bytes(x509.load_der_x509_certificate(ann().certificate).public_bytes(Encoding.PEM))
    assert code(signed, [person]) == "trust_unreadable"
    assert code(signed, [folder / "trust" / "1.card"], [signed]) == "crl_unreadable"
