"""Work in a child process: real pipes, real documents and signatures, and every way in which it can end early."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hsb_assess.desk.children import MAX_FRAMES, read_message, run_child, write_message
from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.trust.identity import create_identity

if TYPE_CHECKING:
    from hsb_assess.trust.identity import Identity

NOW = datetime(2026, 6, 10, 13, 2, tzinfo=UTC)


def content(*blocks: dict[str, Any]) -> dict[str, Any]:
    """Return the content of a document with two places for signatures."""
    place = {"heading": "H", "name": "N", "role": "R", "statement": "S"}
    furniture = {
        "case_ref": "REF",
        "letter": "A",
        "name": "Full assessment",
        "version": "1",
        "hash": "ab" * 32,
        "prepared": "P",
    }
    signatures = {"kind": "signatures", "places": [{"field": field, **place} for field in ("Author", "Supervisor")]}
    return {
        "audience": "A",
        "title": "Assessment record",
        "made": NOW.isoformat(),
        "furniture": furniture,
        "blocks": [*blocks, signatures],
    }


def hand(field: str, who: Identity) -> dict[str, str]:
    """Return what is shown of a signature."""
    return {"field": field, "name": who.name, "role_text": who.role, "meaning": "I sign.", "when": NOW.isoformat()}


def test_messages_come_back_as_they_went() -> None:
    """A value and blobs of any bytes survive the pipe."""
    stream = io.BytesIO()
    write_message(stream, {"a": ["é", None, 1]}, [b"", b"\x00\xff" * 1000])
    stream.seek(0)
    found = read_message(stream)
    assert found.value == {"a": ["é", None, 1]}
    assert found.blobs == (b"", b"\x00\xff" * 1000)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x00",
        b"\x00\x00\x00\x00",
        (MAX_FRAMES + 1).to_bytes(4, "big"),
        b"\x00\x00\x00\x01" + b"\xff" * 8,
        b"\x00\x00\x00\x01" + (5).to_bytes(8, "big") + b"{}",
        b"\x00\x00\x00\x01" + (2).to_bytes(8, "big") + b"[]",
        b"\x00\x00\x00\x01" + (2).to_bytes(8, "big") + b"{[",
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    """Cut, oversized or malformed messages raise and reserve no memory for what they claim."""
    with pytest.raises((EOFError, ValueError, TypeError)):
        read_message(io.BytesIO(data))


def test_a_document_is_made_certified_countersigned_and_verified() -> None:
    """The whole life of a document through children: pages, two signatures, and a strict verdict."""
    author = create_identity("Ann", "practitioner", "Council", NOW - timedelta(days=1))
    supervisor = create_identity("Sue", "supervisor", "Council", NOW - timedelta(days=1))
    cards = [author.card().to_bytes(), supervisor.card().to_bytes()]
    made = run_child("make_document", {"audience": "A", "content": content()})
    certified = run_child(
        "certify",
        {
            "roster": [
                {"field": "Author", "role": "practitioner", "meaning": "I made this."},
                {"field": "Supervisor", "role": "supervisor", "meaning": "I read this."},
            ],
            "fields": made.value["fields"],
            "particulars": {
                "title": "Assessment record",
                "document": "d",
                "version": "1",
                "content_sha256": "ab" * 32,
                "audience": "A",
                "created": NOW.isoformat(),
            },
            "hand": hand("Author", author),
        },
        [made.blobs[0], author.document_key_der(), author.certificate],
    ).blobs[0]
    asked = {"now": NOW.isoformat(), "hand": hand("Supervisor", supervisor)}
    keys = [supervisor.document_key_der(), supervisor.certificate]
    signed = run_child("countersign", asked, [certified, *keys, *cards]).blobs[0]
    verdict = run_child("verify", {"now": NOW.isoformat()}, [signed, *cards]).value
    assert verdict["verdict"] == "accepted"
    assert [signer["name"] for signer in verdict["signers"]] == ["Ann", "Sue"]  # type: ignore[index,union-attr]  # JSON, whose shape the test states
    tampered = certified[:200] + bytes([certified[200] ^ 1]) + certified[201:]
    with pytest.raises(HsbAssessError) as refused:
        run_child("countersign", asked, [tampered, *keys, *cards])
    assert refused.value.code == "not_in_order"


def test_the_childs_own_error_keeps_its_code() -> None:
    """What the child refuses reaches the person with the child's words."""
    with pytest.raises(HsbAssessError) as refused:
        run_child("make_document", {"audience": "B", "content": content()})
    assert refused.value.code == "document_content"


def test_an_exception_leaves_with_its_type_and_place_only() -> None:
    """A fault of the program is reported without a word of what was being set."""
    wrong = content(
        {"kind": "timeline", "lanes": ["L"], "events": [{"number": 1, "first": "MARKER", "last": "x", "lane": "L"}]}
    )
    with pytest.raises(HsbAssessError) as failed:
        run_child("make_document", {"audience": "A", "content": wrong})
    assert failed.value.code == "document_failed"
    assert "ValueError in figures.py line" in failed.value.what
    assert "MARKER" not in str(failed.value)


def test_unknown_work_is_refused() -> None:
    """A child does the work it knows and nothing else."""
    with pytest.raises(HsbAssessError) as refused:
        run_child("shell", {"command": "id"})
    assert refused.value.code == "no_such_work"


def _slow() -> dict[str, Any]:
    return content({"kind": "para", "text": "words and more words " * 400_000})


def test_cancel_kills_the_child() -> None:
    """A cancel ends the work within moments and leaves no process behind."""
    start = time.monotonic()
    with pytest.raises(HsbAssessError) as ended:
        run_child(
            "make_document", {"audience": "A", "content": _slow()}, cancelled=lambda: time.monotonic() - start > 0.4
        )
    assert ended.value.code == "cancelled"
    assert time.monotonic() - start < 4


def test_a_time_limit_kills_the_child() -> None:
    """Work that takes too long is stopped."""
    with pytest.raises(HsbAssessError) as ended:
        run_child("make_document", {"audience": "A", "content": _slow()}, timeout=0.4)
    assert ended.value.code == "took_too_long"


def test_a_child_ends_when_its_pipe_closes() -> None:
    """If the desk process dies, its child does not go on alone."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-m", "hsb_assess.desk.child_main"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    write_message(child.stdin, {"kind": "make_document", "request": {"audience": "A", "content": _slow()}})
    child.stdin.close()
    try:
        assert child.wait(timeout=10) in {0, 1}
    finally:
        child.stdout.close()
        if child.poll() is None:
            child.kill()
            child.wait()


@pytest.mark.parametrize("sent", [b"", b"nonsense" * 40])
def test_a_child_without_a_request_ends(sent: bytes) -> None:
    """A child that is told nothing, or nonsense, ends and says nothing."""
    done = subprocess.run(
        [sys.executable, "-I", "-m", "hsb_assess.desk.child_main"],
        input=sent,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="reads the process table of Linux")
def test_nothing_secret_stands_in_the_childs_arguments_or_environment() -> None:
    """What is asked goes through the pipe: neither argument nor environment carries it."""
    marker = "PIPEONLYMARKER"
    seen: list[str] = []

    def _look() -> bool:
        for process in Path("/proc").glob("[0-9]*"):
            for part in ("cmdline", "environ"):
                try:
                    seen.append((process / part).read_bytes().decode("utf-8", "replace"))
                except OSError:
                    continue
        return len(seen) > 40

    with pytest.raises(HsbAssessError):
        run_child("make_document", {"audience": "A", "content": {**_slow(), "title": marker}}, cancelled=_look)
    assert not any(marker in each for each in seen)
    assert any("child_main" in each for each in seen)
