"""Markup that people type is text: no image, no link, no file read, not a character changed."""

from __future__ import annotations

import sys
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.reports.content import Signatory, build
from hsb_assess.reports.layout import make

from .conftest import child_a, explanations, meta, report
from .reading import bare, everything, free_text_paths, has_images, rewritten, text

if TYPE_CHECKING:
    from hsb_assess.instrument.schema import Definition
    from hsb_assess.record.reading import Reading

PAYLOADS = (
    '<img src="/etc/hostname" width="10" height="10"/>',
    '<img src="file:///etc/passwd"/>',
    '<img src="https://example.org/x.png"/>',
    "<img src='/etc/hostname'>",
    '<a href="https://example.org">here</a>',
    '<link href="https://example.org">here</link>',
    "</para>",
    "<para>x</para>",
    "<b>unclosed",
    "</b></i></u>",
    "<!-- a comment -->",
    "<![CDATA[inside]]>",
    "<?xml version='1.0'?>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    "&amp;&lt;&gt;&nbsp;&#65;&#x41;&bogus;",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('id')for Word in [1]]]]\">x</font>",
    "<onDraw name='x' label='y'/>",
    "<seq id='a'/><seqreset/>",
    "<br/><br></br>",
    "<super>up</super><sub>down</sub><greek>a</greek>",
    "<bullet>x</bullet>",
    "<unichar name='dagger' code='0x2020'/>",
    "<evalString>1+1</evalString>",
    "<script>alert(1)</script>",
    "<svg onload=alert(1)><image href='/etc/hostname'/></svg>",
    "%PDF-1.7 endstream endobj trailer",
    ") Tj ET Q q BT (",
    "(unbalanced \\( parentheses \\\\",
    "{{7*7}} ${7*7} #{7*7} %s %(x)s {0}",
    "<a name='x'/><index item='y'/>",
    "1 < 2 & 3 > 2 && a <b",
)

_opened: list[str] = []
_watching = [False]


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching[0] and event in {"open", "socket.connect", "os.system", "subprocess.Popen", "urllib.Request"}:
        _opened.append(f"{event} {arguments[:1]}")


sys.addaudithook(_watch)


def test_there_are_enough_payloads() -> None:
    """The list does not shrink unnoticed."""
    assert len(set(PAYLOADS)) >= 30


def _is_own(opened: str) -> bool:
    """Say whether what was opened belongs to the program: its font, or source that a warning or a trace reads."""
    return "AtkinsonHyperlegible" in opened or (opened.startswith("open") and opened.endswith(".py',)"))


def _made(audience: str, reading: Reading) -> bytes:
    """Make a document while it is watched what the program opens and reaches for."""
    given = report()
    content = build(audience, reading, given, meta(), explanations(given))
    _opened.clear()
    _watching[0] = True
    try:
        made = make(audience, content)
    finally:
        _watching[0] = False
    assert [each for each in _opened if not _is_own(each)] == []
    assert not has_images(made.pdf)
    raw = everything(made.pdf)
    for payload in PAYLOADS:
        raw = raw.replace(payload, "")
    assert "/URI" not in raw
    assert "/Annots" not in raw
    return made.pdf


def test_every_payload_is_printed_as_it_is(definition: Definition) -> None:
    """Every sentence of the record is one of the payloads, in turn; what is printed holds them all and does nothing."""
    missing = set(PAYLOADS)
    for audience, first in (("A", 0), ("A", 5), ("A", 17), ("B", 0)):
        fields = count(first)
        reading = rewritten(child_a(definition), lambda _path, _item: PAYLOADS[next(fields) % len(PAYLOADS)])  # noqa: B023 - called at once
        assert len(list(free_text_paths(reading))) > 150
        printed = bare(text(_made(audience, reading)))
        missing = {payload for payload in missing if bare(payload) not in printed}
    assert not missing


@pytest.mark.faults
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_is_printed_as_it_is(definition: Definition, payload: str) -> None:
    """Every sentence of the record is the payload; both documents print it and do nothing."""
    reading = rewritten(child_a(definition), lambda _path, _item: payload)
    for audience, least in (("A", 80), ("B", 15)):
        assert bare(text(_made(audience, reading))).count(bare(payload)) >= least


def test_a_payload_in_what_the_document_says_of_itself(definition: Definition) -> None:
    """Names, roles, case reference and explanations are text too."""
    payload = '<img src="/etc/hostname"/>'
    given = report()
    said = explanations(given)
    for each in said.values():
        each.text = payload
    of_meta = meta(version=payload, author=Signatory(payload, payload), supervisor=Signatory(payload, payload, payload))
    made = make("A", build("A", child_a(definition), given, of_meta, said))
    assert bare(text(made.pdf)).count(bare(payload)) >= 8
    assert not has_images(made.pdf)
