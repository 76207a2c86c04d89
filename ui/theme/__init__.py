"""How the app looks: palettes, fonts and the style that draws borders, indicators and the focus ring."""
