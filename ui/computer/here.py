"""Picks the file of the operating system that the app runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.computer.base import Computer

__all__ = ["this_computer"]


def this_computer(window: QWidget) -> Computer:
    """Return the computer as ``window`` meets it; nothing is asked of the system before ``start`` or ``hide``."""
    system: str = sys.platform
    if system == "linux":
        from ui.computer.linux import LinuxComputer

        return LinuxComputer(window)
    if system == "win32":
        from ui.computer.windows import WindowsComputer

        return WindowsComputer(window)
    if system == "darwin":
        from ui.computer.macos import MacComputer

        return MacComputer(window)
    from ui.computer.base import Computer

    return Computer(window)
