"""``hsb-assess organisation``: an organisation makes its keys, signs its configuration, and looks at one."""

from __future__ import annotations

from hsb_assess.commands.saying import EXIT_OK, write, write_json

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse
    from pathlib import Path
    from typing import Any

    from hsb_assess.trust.organisation import Organisation

__all__ = ["add", "as_json", "lines"]

_SETTINGS = ("escrow", "idle_minutes", "session_hours", "shared_folder")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, its actions and their options."""
    organisation = commands.add_parser("organisation", help="make and sign an organisation's configuration")
    actions = organisation.add_subparsers(metavar="ACTION", required=True)
    key = actions.add_parser(
        "key",
        help="make the key that signs configurations and the key that can open vaults",
        description="Makes two private keys as files that only their owner can read. Both belong offline, with two"
        " custodians: one signs what every practitioner follows, the other opens every vault whose person allowed it.",
    )
    key.add_argument("--out", required=True, metavar="DIR", help="an empty or new folder")
    key.add_argument("--json", action="store_true", help="print the public halves and the eight words as JSON")
    key.set_defaults(run=_key)
    sign = actions.add_parser("sign", help="sign settings as a configuration (docs/organisation.md)")
    sign.add_argument("settings", metavar="SETTINGS.json", help="name, serial and what the organisation sets")
    sign.add_argument("--key", required=True, metavar="FILE", help="configuration-key.pem")
    sign.add_argument("--ca", metavar="FILE", help="the organisation's certificate authority, PEM or DER")
    sign.add_argument("-o", "--out", required=True, metavar="FILE", help="the configuration to write")
    sign.add_argument("--json", action="store_true", help="print what it sets as JSON")
    sign.set_defaults(run=_sign)
    certify = actions.add_parser(
        "certify",
        help="vouch for somebody's contact card with a certificate",
        description="Make sure first that the card is that person's and the role right: whoever follows your configuration"
        " takes the certificate for that, instead of comparing eight words.",
    )
    certify.add_argument("card", metavar="CARD", help="the person's contact card")
    certify.add_argument("--ca", required=True, metavar="FILE", help="the certificate authority, PEM or DER")
    certify.add_argument("--ca-key", required=True, metavar="FILE", help="its private key, PEM without a passphrase")
    certify.add_argument(
        "--days",
        type=int,
        default=730,
        choices=range(1, 3651),
        metavar="N",
        help="how long it lasts; default: two years",
    )
    certify.add_argument("-o", "--out", required=True, metavar="FILE.pem", help="the certificate to write")
    certify.add_argument("--json", action="store_true", help="print what it says as JSON")
    certify.set_defaults(run=_certify)
    show = actions.add_parser("show", help="check a configuration and say what it sets")
    show.add_argument("file", metavar="FILE")
    show.add_argument("--json", action="store_true", help="print it as JSON")
    show.set_defaults(run=_show)


def as_json(found: Organisation) -> dict[str, Any]:
    """Return what a configuration sets, and the eight words of its key."""
    import hashlib

    return {
        "name": found.name,
        "serial": found.serial,
        "issued": found.issued,
        "words": list(found.words),
        "ca_sha256": None if found.ca is None else hashlib.sha256(found.ca).hexdigest(),
        "profile": found.profile,
        "profile_hash": found.profile_hash,
        **{name: getattr(found, name) for name in _SETTINGS},
    }


def lines(found: Organisation) -> list[str]:
    """Return what a configuration sets, a sentence a line."""
    said = [f"{found.name}, configuration {found.serial} of {found.issued[:10]}"]
    said.append(f"  eight words of its key: {' '.join(found.words)}")
    if found.escrow is not None:
        said.append("  can open a vault whose person allows it; signatures stay each person's own")
    if found.idle_minutes is not None:
        said.append(f"  vaults lock after {found.idle_minutes} minutes of stillness")
    if found.session_hours is not None:
        said.append(f"  the passphrase is asked for again after {found.session_hours} hours")
    if found.profile is not None:
        said.append(f"  guidance profile: {found.profile}")
    if found.ca is not None:
        said.append("  names a certificate authority")
    if found.shared_folder is not None:
        said.append(f"  packages are exchanged in {found.shared_folder}")
    return said


def _key(options: argparse.Namespace) -> int:
    """Make both keys."""
    from pathlib import Path

    from hsb_assess.trust.escrow import new_escrow_identity, recipient_of
    from hsb_assess.trust.organisation import Organisation, new_configuration_key, sign_organisation

    folder = Path(options.out)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, escrow = new_configuration_key(), new_escrow_identity()
    _keep_private(folder / "configuration-key.pem", key)
    _keep_private(folder / "escrow-key.txt", f"# public key: {recipient_of(escrow)}\n{escrow}\n".encode())
    words = sign_organisation(Organisation("words", 1, "2000-01-01T00:00:00+00:00", b""), key).words
    if options.json:
        write_json({"escrow": recipient_of(escrow), "words": list(words)})
    else:
        write(f"Keys are in {folder}. Keep both offline; who holds escrow-key.txt opens every vault that allows it.")
        write(f'  for the settings, "escrow": {recipient_of(escrow)}')
        write(f"  tell everybody these words by another way than the file: {' '.join(words)}")
    return EXIT_OK


def _keep_private(path: Path, data: bytes) -> None:
    import os

    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)


def _sign(options: argparse.Namespace) -> int:
    """Sign settings."""
    from pathlib import Path

    from hsb_assess.trust.organisation import sign_organisation

    settings = _settings(Path(options.settings), Path(options.ca) if options.ca else None)
    signed = sign_organisation(settings, Path(options.key).read_bytes())
    Path(options.out).write_bytes(signed.to_bytes())
    return _say(signed, as_json_=options.json)


def _settings(path: Path, ca: Path | None) -> Organisation:
    import json

    from hsb_assess.domain.clock import SystemClock
    from hsb_assess.domain.errors import HsbAssessError
    from hsb_assess.trust.organisation import Organisation, authority_of

    try:
        said = json.loads(path.read_bytes())
        guidance = said.pop("guidance", None) or {}
        return Organisation(
            name=said.pop("name"),
            serial=said.pop("serial"),
            issued=SystemClock().now().isoformat(),
            signing_key=b"",
            ca=authority_of(ca.read_bytes()) if ca is not None else None,
            profile=guidance.get("profile"),
            profile_hash=guidance.get("hash"),
            **said,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise HsbAssessError(
            "organisation_settings",
            f"The settings cannot be read ({type(error).__name__}).",
            "See docs/organisation.md for what they hold.",
        ) from error


def _certify(options: argparse.Namespace) -> int:
    """Vouch for a card."""
    from pathlib import Path

    from hsb_assess.domain.clock import SystemClock
    from hsb_assess.trust.authority import certify, read_certified
    from hsb_assess.trust.card import MAX_CARD_BYTES, Card
    from hsb_assess.trust.organisation import authority_of

    with Path(options.card).open("rb") as file:
        card = Card.from_bytes(file.read(MAX_CARD_BYTES + 1))
    ca, key = Path(options.ca).read_bytes(), Path(options.ca_key).read_bytes()
    made = certify(card, authority_of(ca), key, SystemClock().now(), days=options.days)
    with Path(options.out).open("xb") as out:
        out.write(made)
    found = read_certified(made)
    if options.json:
        until = found.until.date().isoformat()
        write_json({"person": found.person, "name": found.name, "role": found.role, "until": until})
    else:
        write(f"{found.name}, {found.role}, until {found.until:%d %B %Y}")
    return EXIT_OK


def _show(options: argparse.Namespace) -> int:
    """Check and say."""
    from pathlib import Path

    from hsb_assess.trust.organisation import MAX_BYTES, Organisation

    with Path(options.file).open("rb") as file:
        found = Organisation.from_bytes(file.read(MAX_BYTES + 1))
    return _say(found, as_json_=options.json)


def _say(found: Organisation, *, as_json_: bool) -> int:
    if as_json_:
        write_json(as_json(found))
    else:
        for line in lines(found):
            write(line)
    return EXIT_OK
