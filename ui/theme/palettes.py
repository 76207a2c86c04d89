"""The colours of the three themes, each by what it is for; tests measure their contrast (WCAG 2.2)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

__all__ = ["DARK", "HIGH_CONTRAST", "LIGHT", "THEMES", "Tokens", "Tone", "palette_of"]


class Tone(NamedTuple):
    """A quiet pair for pills and notices: ``ink`` on ``ground``, with an ``edge`` that shows on the page."""

    ink: str
    ground: str
    edge: str


class Tokens(NamedTuple):
    """One theme. Text colours reach 4.5:1 on their ground, edges of parts that a person must find 3:1.

    ``window`` is the page, ``surface`` cards and fields, ``sunken`` the navigation; ``line`` divides and carries
    no meaning; ``edge`` is the border of a field or a button; ``off`` is the ink of what cannot be used now, where ``muted``
    would look as if it could. The four sides of the balance are equal in weight.
    """

    name: str
    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    selected: str
    hover: str
    focus: str
    track: str
    neutral: Tone
    information: Tone
    good: Tone
    warning: Tone
    bad: Tone
    behaviour: str
    harm: str
    needs: str
    strengths: str
    off: str = ""

    def tone(self, name: str) -> Tone:
        """Return a tone by name: ``neutral``, ``information``, ``good``, ``warning`` or ``bad``."""
        tones = {
            "neutral": self.neutral,
            "information": self.information,
            "good": self.good,
            "warning": self.warning,
            "bad": self.bad,
        }
        return tones[name]

    def side(self, name: str) -> str:
        """Return the colour of one side of the balance: ``behaviour``, ``harm``, ``needs`` or ``strengths``."""
        sides = {
            "behaviour": self.behaviour,
            "harm": self.harm,
            "needs": self.needs,
            "strengths": self.strengths,
        }
        return sides[name]


LIGHT = Tokens(
    name="light",
    window="#f6f5f2",
    surface="#ffffff",
    sunken="#eceae5",
    text="#1b2126",
    muted="#525c65",
    line="#dddad3",
    edge="#727c84",
    accent="#1f5673",
    on_accent="#ffffff",
    selected="#d6e4ec",
    hover="#efeeea",
    focus="#1a73c7",
    track="#e3e0d9",
    neutral=Tone("#3d464e", "#ebe9e4", "#7b858d"),
    information=Tone("#1c4b66", "#e3edf3", "#5f8299"),
    good=Tone("#21553a", "#e2efe6", "#5b876d"),
    warning=Tone("#664706", "#faefd4", "#98803f"),
    bad=Tone("#86202c", "#fae6e6", "#b0666d"),
    behaviour="#8b5e34",
    harm="#7b5490",
    needs="#2f6d90",
    strengths="#3d7650",
)

DARK = Tokens(
    name="dark",
    window="#16191c",
    surface="#1f2327",
    sunken="#111416",
    text="#e8ebed",
    muted="#a8b1b9",
    line="#343a40",
    edge="#7f8a93",
    accent="#86bcdd",
    on_accent="#0d1a22",
    selected="#27404f",
    hover="#262b30",
    focus="#7cc0ff",
    track="#363c42",
    neutral=Tone("#d3d8dc", "#2b3035", "#7f8a93"),
    information=Tone("#b5d8ec", "#1d323f", "#6494b0"),
    good=Tone("#b3dcc0", "#1d3526", "#5f9474"),
    warning=Tone("#f0d591", "#3a2f14", "#a68c47"),
    bad=Tone("#f5bfc3", "#422126", "#bb7079"),
    behaviour="#d0a272",
    harm="#c3a0d4",
    needs="#86bcdd",
    strengths="#8cc49c",
)

HIGH_CONTRAST = Tokens(
    name="high_contrast",
    window="#000000",
    surface="#000000",
    sunken="#000000",
    text="#ffffff",
    muted="#ededed",
    line="#ffffff",
    edge="#ffffff",
    accent="#ffe94a",
    on_accent="#000000",
    selected="#1f3c8a",
    hover="#2b2b2b",
    focus="#39e6ff",
    track="#4a4a4a",
    neutral=Tone("#ffffff", "#000000", "#ffffff"),
    information=Tone("#8fdcff", "#000000", "#8fdcff"),
    good=Tone("#8dff9f", "#000000", "#8dff9f"),
    warning=Tone("#ffe94a", "#000000", "#ffe94a"),
    bad=Tone("#ffb3b3", "#000000", "#ffb3b3"),
    behaviour="#ffbe6b",
    harm="#f2aaff",
    needs="#8fdcff",
    strengths="#8dff9f",
    off="#a3a3a3",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}


def palette_of(tokens: Tokens) -> QPalette:
    """Return the Qt palette of a theme; ``PlaceholderText`` is the muted text that captions use."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.surface), QColor(tokens.window))
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.off or tokens.muted))
    return palette
