"""Which editor a question gets, by its type alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hsb_assess.instrument.schema import ItemType
from ui.form.choices import StatedChoice, check_editor, choice_editor, options_of, scale_editor
from ui.form.editor import Editor, LineEditor, NumberEditor, TextEditor
from ui.form.elsewhere import DecimalEditor, OpenChoiceEditor, QuantityEditor, TimeEditor
from ui.form.picker import RefEditor
from ui.form.state import StateEditor
from ui.form.when import DateEditor, MomentEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from hsb_assess.instrument.schema import Item
    from ui.form.model import FormModel

__all__ = ["editor_for"]


def _line(_item: Item, _model: FormModel) -> Editor:
    return LineEditor()


def _choice(item: Item, model: FormModel) -> Editor:
    codes = model.definition.codes(item)
    return StatedChoice(options_of(codes)) if item.read_only else choice_editor(codes)


_MAKERS: Final[dict[ItemType, Callable[[Item, FormModel], Editor]]] = {
    ItemType.LONGTEXT: lambda _item, _model: TextEditor(),
    ItemType.CHOICE: _choice,
    ItemType.MULTICHOICE: lambda item, model: check_editor(model.definition.codes(item)),
    ItemType.SCALE: lambda item, model: scale_editor(model.definition.codes(item)),
    ItemType.NUMBER: lambda _item, _model: NumberEditor(),
    ItemType.DATE: lambda item, model: DateEditor(model.keeper.now, exact=item.exact),
    ItemType.DATETIME: lambda _item, model: MomentEditor(model.keeper.now),
    ItemType.STATE: lambda item, model: StateEditor(item, model.keeper.now, model.definition.states(item)),
    ItemType.REF: RefEditor,
    ItemType.BOOLEAN: _choice,
    ItemType.DECIMAL: lambda _item, _model: DecimalEditor(),
    ItemType.TIME: lambda _item, _model: TimeEditor(),
    ItemType.QUANTITY: lambda item, model: QuantityEditor(model.definition.codes(item)),
    ItemType.OPEN_CHOICE: lambda item, model: OpenChoiceEditor(model.definition.codes(item), several=item.multiple),
}


def editor_for(item: Item, model: FormModel) -> Editor:
    """Return a fresh, empty editor for a question; groups and notes have none."""
    editor = _MAKERS.get(item.type, _line)(item, model)
    if item.is_fixed:
        editor.lock()
    return editor
