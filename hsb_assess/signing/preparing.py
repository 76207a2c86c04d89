"""Turns a finished page file into one that can be signed: properties, roster and empty signature fields."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from pikepdf.models.metadata import encode_pdf_date

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.xmp import PRODUCER, packet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hsb_assess.signing.roster import Panel, Particulars, Roster, RosterLine

__all__ = ["prepare"]

_PRINT_AND_LOCKED: Final = 4 + 128
_SIGNATURES_EXIST_APPEND_ONLY: Final = 3


def prepare(pages: bytes, roster: Roster, particulars: Particulars, panels: Mapping[str, Panel]) -> bytes:
    """Return ``pages`` as one revision with neutral properties and an empty field for each roster line.

    The last of several fields carries a lock on all fields and on the document. In a tagged file each field
    gets a Form element. Raises :class:`HsbAssessError` ``prepare_form`` if the file has a form already.
    """
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        if Name.AcroForm in pdf.Root or Name.Perms in pdf.Root:
            raise HsbAssessError(
                "prepare_form",
                "This document has form fields already and cannot be prepared for signing.",
                "Make the document again.",
            )
        _set_properties(pdf, roster, particulars)
        fields = [
            _add_field(pdf, line, panels[line.field], locks=len(roster.lines) > 1 and roster.is_last(line.field))
            for line in roster.lines
        ]
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(fields), SigFlags=_SIGNATURES_EXIST_APPEND_ONLY))
        out = io.BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            linearize=False,
        )
    return out.getvalue()


def _set_properties(pdf: pikepdf.Pdf, roster: Roster, particulars: Particulars) -> None:
    metadata = pdf.make_stream(packet(roster, particulars))
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(particulars.language)
    preferences = pdf.Root.get(Name.ViewerPreferences, Dictionary())
    preferences[Name.DisplayDocTitle] = True
    pdf.Root.ViewerPreferences = preferences
    # A fresh dictionary, so that whatever the page maker wrote (author, machine, time) is gone.
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(particulars.title),
            Producer=String(PRODUCER),
            CreationDate=String(encode_pdf_date(particulars.created)),
        )
    )


def _add_field(pdf: pikepdf.Pdf, line: RosterLine, panel: Panel, *, locks: bool) -> pikepdf.Object:
    page = pdf.pages[panel.page].obj
    left, bottom, right, top = panel.rect
    empty = pdf.make_stream(b"")
    empty.Type = Name.XObject
    empty.Subtype = Name.Form
    empty.BBox = Array([0, 0, right - left, top - bottom])
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(line.field),
            TU=String(line.meaning),
            Rect=Array([left, bottom, right, top]),
            F=_PRINT_AND_LOCKED,
            P=page,
            AP=Dictionary(N=empty),
        )
    )
    if locks:
        field.Lock = pdf.make_indirect(Dictionary(Type=Name.SigFieldLock, Action=Name.All, P=1))
    if Name.Annots not in page:
        page.Annots = pdf.make_indirect(Array([]))
    page.Annots.append(field)
    if Name.StructTreeRoot in pdf.Root:
        _tag_field(pdf, field, page, line)
    return field


def _tag_field(pdf: pikepdf.Pdf, field: pikepdf.Object, page: pikepdf.Object, line: RosterLine) -> None:
    tree = pdf.Root.StructTreeRoot
    if Name.ParentTree not in tree:
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([])))
    parents = pikepdf.NumberTree(tree.ParentTree)
    key = max([int(tree.get(Name.ParentTreeNextKey, 0)), *(number + 1 for number in parents)])
    parent = _document_element(tree)
    # The object reference is the value itself: inside an array pyHanko rejects the first signature.
    element = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Form,
            P=parent,
            Pg=page,
            Alt=String(line.meaning),
            K=Dictionary(Type=Name.OBJR, Obj=field, Pg=page),
        )
    )
    _append_kid(parent, element)
    field.StructParent = key
    parents[key] = element
    tree.ParentTreeNextKey = key + 1
    page.Tabs = Name.S


def _document_element(tree: pikepdf.Object) -> pikepdf.Object:
    kids = tree.get(Name.K, Array([]))
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if kid.get(Name.S) == Name.Document:
            return kid
    return tree


def _append_kid(parent: pikepdf.Object, element: pikepdf.Object) -> None:
    kids = parent.get(Name.K)
    if kids is None:
        parent.K = Array([element])
    elif isinstance(kids, pikepdf.Array):
        kids.append(element)
    else:
        parent.K = Array([kids, element])
