"""Changes that somebody could append to a signed document, each as an update of the file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    Attack = Callable[[IncrementalPdfFileWriter], None]


class Quiet(IncrementalPdfFileWriter):
    """A writer that changes what the attack changes and nothing else."""

    def _update_meta(self) -> None:
        return


def append(pdf: bytes, attack: Attack) -> bytes:
    """Return ``pdf`` with the attack as one more revision."""
    writer = Quiet(io.BytesIO(pdf))
    attack(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    reference, _ = writer.find_page_for_modification(0)
    writer.mark_update(reference)
    return reference.get_object()


def replace_content(writer: IncrementalPdfFileWriter) -> None:
    """Other words on the page."""
    stream = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 700 Td (Other) Tj ET")
    _page(writer)["/Contents"] = writer.add_object(stream)


def free_text(writer: IncrementalPdfFileWriter) -> None:
    """Words laid over the page."""
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (72, 700, 300, 720))),
            pdf_name("/Contents"): pdf_string("Other"),
            pdf_name("/DA"): pdf_string("/Helv 12 Tf"),
        }
    )
    page = _page(writer)
    page["/Annots"] = generic.ArrayObject([*page.get("/Annots", []), writer.add_object(note)])


def add_page(writer: IncrementalPdfFileWriter) -> None:
    """One more page."""
    page = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Page"),
            pdf_name("/MediaBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))),
            pdf_name("/Resources"): generic.DictionaryObject(),
        }
    )
    writer.insert_page(page)


def font_swap(writer: IncrementalPdfFileWriter) -> None:
    """The same codes drawn with other shapes."""
    font = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Symbol"),
        }
    )
    fonts = _page(writer)["/Resources"]["/Font"]
    fonts[pdf_name("/F1")] = writer.add_object(font)
    writer.update_container(fonts)


def javascript(writer: IncrementalPdfFileWriter) -> None:
    """A script that runs on opening."""
    writer.root["/OpenAction"] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    )
    writer.update_root()


def remove_field(writer: IncrementalPdfFileWriter) -> None:
    """The last field is taken out of the form."""
    form = writer.root["/AcroForm"]
    form["/Fields"] = generic.ArrayObject(list(form["/Fields"])[:-1])
    writer.update_container(form)


def layers(writer: IncrementalPdfFileWriter) -> None:
    """Layers that could hide content."""
    writer.root["/OCProperties"] = generic.DictionaryObject(
        {pdf_name("/OCGs"): generic.ArrayObject(), pdf_name("/D"): generic.DictionaryObject()}
    )
    writer.update_root()


def names(writer: IncrementalPdfFileWriter) -> None:
    """A name tree with a script."""
    writer.root["/Names"] = generic.DictionaryObject(
        {pdf_name("/JavaScript"): generic.DictionaryObject({pdf_name("/Names"): generic.ArrayObject()})}
    )
    writer.update_root()


def title(writer: IncrementalPdfFileWriter) -> None:
    """Another title in the information dictionary."""
    writer.trailer["/Info"]["/Title"] = pdf_string("Other")
    writer.update_container(writer.trailer["/Info"])


def properties(writer: IncrementalPdfFileWriter, packet: bytes) -> None:
    """Other properties."""
    stream = generic.StreamObject(
        {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")},
        stream_data=packet,
    )
    writer.root["/Metadata"] = writer.add_object(stream)
    writer.update_root()


def roster(writer: IncrementalPdfFileWriter) -> None:
    """Properties without a roster."""
    properties(writer, b"<x/>")


def drop_lock(writer: IncrementalPdfFileWriter) -> None:
    """The last field no longer locks the document."""
    field = writer.root["/AcroForm"]["/Fields"][-1]
    del field["/Lock"]
    writer.update_container(field)


ATTACKS = (
    replace_content,
    free_text,
    add_page,
    font_swap,
    javascript,
    remove_field,
    layers,
    names,
    title,
    roster,
)
