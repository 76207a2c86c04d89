"""The colours: text stands out 4.5:1 from whatever it is written on, parts that matter 3:1."""

from __future__ import annotations

import pytest

from ui.theme.contrast import contrast
from ui.theme.palettes import THEMES, Tokens, palette_of

TEXT, PART = 4.5, 3.0
GROUNDS = ("window", "surface", "sunken", "selected", "hover")
TONES = ("neutral", "information", "good", "warning", "bad")
SIDES = ("behaviour", "harm", "needs", "strengths")

every_theme = pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)


def test_black_on_white_is_21() -> None:
    """The measure is WCAG's: black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#336699", "#336699") == pytest.approx(1.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "muted", "accent"])
def test_text_can_be_read_on_every_ground(tokens: Tokens, ground: str, ink: str) -> None:
    """Text, captions and links can be read on the page, cards, navigation, chosen and hovered rows."""
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@every_theme
@pytest.mark.parametrize("tone", TONES)
def test_a_tone_can_be_read_and_seen(tokens: Tokens, tone: str) -> None:
    """A pill's or notice's words, captions and links can be read, and its edge stands out from the page."""
    ink, ground, edge = tokens.tone(tone)
    for words in (ink, tokens.text, tokens.muted, tokens.accent):
        assert contrast(words, ground) >= TEXT
    for page in (tokens.window, tokens.surface, tokens.sunken):
        assert max(contrast(edge, page), contrast(ground, page)) >= PART


@every_theme
@pytest.mark.parametrize("ground", ["window", "surface", "sunken"])
@pytest.mark.parametrize("part", ["edge", "focus", *SIDES])
def test_parts_stand_out(tokens: Tokens, ground: str, part: str) -> None:
    """Borders of fields, the focus ring and the bars of the balance can be found."""
    assert contrast(getattr(tokens, part), getattr(tokens, ground)) >= PART


@every_theme
def test_primary_button_can_be_read(tokens: Tokens) -> None:
    """The word on a filled button can be read, and the button found."""
    assert contrast(tokens.on_accent, tokens.accent) >= TEXT
    assert contrast(tokens.accent, tokens.window) >= PART


@every_theme
def test_a_bar_shows_in_its_groove(tokens: Tokens) -> None:
    """What is answered can be told from what is not."""
    for side in SIDES:
        assert contrast(tokens.side(side), tokens.track) >= PART


@every_theme
def test_no_side_of_the_balance_shouts(tokens: Tokens) -> None:
    """The four sides weigh the same: none is more than one and a half times as strong on its ground as another."""
    strengths = [contrast(tokens.side(side), tokens.surface) for side in SIDES]
    assert max(strengths) / min(strengths) <= 1.5


@every_theme
def test_the_palette_says_the_same(tokens: Tokens) -> None:
    """What Qt draws by itself uses the same colours; disabled words can still be read."""
    palette = palette_of(tokens)
    role, group = palette.ColorRole, palette.ColorGroup
    assert palette.color(role.WindowText).name() == tokens.text
    assert palette.color(role.PlaceholderText).name() == tokens.muted
    disabled = palette.color(group.Disabled, role.ButtonText).name()
    assert contrast(disabled, tokens.window) >= TEXT
