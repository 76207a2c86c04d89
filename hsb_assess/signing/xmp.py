"""The document's own properties as an XMP packet: title, what it is of, and the roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from hsb_assess.domain.errors import HsbAssessError
from hsb_assess.signing.roster import Particulars, Roster

__all__ = ["NAMESPACE", "PRODUCER", "Stated", "packet", "read_packet", "roster_xmp"]

NAMESPACE: Final = "urn:assess:document:1#"
PRODUCER: Final = "Assess"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_MAX_PACKET: Final = 256 * 1024


@dataclass(frozen=True)
class Stated:
    """What a packet states: the texts of :class:`Particulars` that the roster stands with, and the roster."""

    document: str
    version: str
    content_sha256: str
    audience: str
    roster: Roster


def roster_xmp(roster: Roster) -> str:
    """Return the roster as one ``rdf:Description`` element, for a packet that somebody else composes."""
    return (
        f'<rdf:Description rdf:about="" xmlns:assess={quoteattr(NAMESPACE)}>'
        f"<assess:roster>{escape(roster.as_json())}</assess:roster></rdf:Description>"
    )


def packet(roster: Roster, particulars: Particulars) -> bytes:
    """Return the whole XMP packet in UTF-8."""
    language = quoteattr(particulars.language)
    title = escape(particulars.title)
    created = particulars.created.isoformat(timespec="seconds")
    own = "".join(
        f"<assess:{name}>{escape(value)}</assess:{name}>"
        for name, value in (
            ("document", particulars.document),
            ("version", particulars.version),
            ("contentSHA256", particulars.content_sha256),
            ("audience", particulars.audience),
        )
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
        f"<rdf:li xml:lang={language}>{title}</rdf:li></rdf:Alt></dc:title>"
        f"<dc:language><rdf:Bag><rdf:li>{escape(particulars.language)}</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description>\n"
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"<xmp:CreateDate>{created}</xmp:CreateDate><pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>\n"
        f'<rdf:Description rdf:about="" xmlns:assess={quoteattr(NAMESPACE)}>{own}</rdf:Description>\n'
        f'{roster_xmp(roster)}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def read_packet(data: bytes) -> Stated:
    """Read a packet's own part.

    Raises :class:`HsbAssessError` ``roster_missing`` when a property is absent or there twice, or the packet
    is no plain XML below 256 KiB (document types, entities and comments are refused unread).
    """
    try:
        return _read(data)
    except (ET.ParseError, ValueError) as error:
        raise HsbAssessError(
            "roster_missing",
            "The document does not say who must sign it.",
            "Only documents made by this app can be checked.",
        ) from error


def _read(data: bytes) -> Stated:
    if len(data) > _MAX_PACKET or b"<!" in data:
        raise ValueError("refused unread")
    data.decode("utf-8")
    # No document type can reach the parser, so neither can an entity.
    tree = ET.fromstring(data)  # noqa: S314 - see the line above
    texts: dict[str, str] = {}
    for element in tree.iter():
        if not element.tag.startswith(f"{{{NAMESPACE}}}"):
            continue
        name = element.tag.rpartition("}")[2]
        if name in texts or len(element) or element.attrib:
            raise ValueError("a property is there twice or has parts")
        texts[name] = element.text or ""
    if set(texts) != {"document", "version", "contentSHA256", "audience", "roster"}:
        raise ValueError("properties")
    return Stated(
        document=texts["document"],
        version=texts["version"],
        content_sha256=texts["contentSHA256"],
        audience=texts["audience"],
        roster=Roster.from_json(texts["roster"]),
    )
