"""The headings over the columns of the holistic form's lists."""

from __future__ import annotations

from hsb_assess.instrument.catalogue import Catalogue
from ui.form.words import heading_word


def test_each_column_has_a_heading_of_its_own() -> None:
    """No two columns of a list are called the same, and none is called by its answers (*yes or no*)."""
    form = Catalogue.shipped().latest("holistic")
    for group in (item for item in form.items() if item.repeats):
        columns = [item for name in group.columns if (item := group.child(name)) is not None]
        headings = [heading_word(form, group, column) for column in columns]
        assert len(set(headings)) == len(headings), group.address
        assert not [word for word in headings if word.startswith("Yes")], group.address
