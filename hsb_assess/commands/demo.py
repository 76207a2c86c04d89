"""``hsb-assess demo``: the whole journey on made-up people, in a process with windows."""

from __future__ import annotations

import sys

from hsb_assess.commands.saying import day

TYPE_CHECKING = False  # not imported: it costs as much as half of Python's own start
if TYPE_CHECKING:
    import argparse

__all__ = ["add"]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    demo = commands.add_parser("demo", help="play the whole journey on made-up people and keep what it produces")
    demo.add_argument("--out", required=True, metavar="DIR", help="folder for documents, screenshots and vaults")
    demo.add_argument("--vignette", default="child-a", metavar="NAME", help="whose story (default: child-a)")
    demo.add_argument("--json", action="store_true", help="print the summary as JSON")
    demo.add_argument("--today", type=day, metavar="DATE", help="play it on this date (YYYY-MM-DD)")
    demo.set_defaults(run=_demo)


def _demo(options: argparse.Namespace) -> int:
    """Play the demo in a process with windows; this one never imports them."""
    import os
    import subprocess

    arguments = ["--out", options.out, "--vignette", options.vignette]
    arguments += ["--json"] if options.json else []
    arguments += ["--today", options.today.isoformat()] if options.today else []
    environment = dict(os.environ)
    has_display = (
        sys.platform in {"win32", "darwin"} or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    )
    if not has_display:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "ui.demo", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - our own interpreter and module
