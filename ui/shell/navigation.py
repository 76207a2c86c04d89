"""Going from page to page: history, breadcrumb and pages built when first shown.

Pages import ``Target``, ``PageContext`` and ``Page`` from :mod:`ui.navigation`, which lies below them; this
module is the shell's own side of it.
"""

from __future__ import annotations

from ui.navigation import PAGE_NAMES, Page, PageContext, Target

__all__ = ["PAGE_NAMES", "Page", "PageContext", "Target"]
