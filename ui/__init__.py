"""The windows: Qt and nothing else. ``python -m ui`` starts them."""
