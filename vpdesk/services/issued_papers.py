"""What goes out on paper of a line of the register: its stored pages as pictures, envelopes, slips that come back.

The issued paper is what was stored; it is never laid out again (decisions 23).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.organisation import BodyVersion, signing_on, version_on
from vpdesk.domain.outgoing import Delivery, RegisterLine
from vpdesk.domain.papers import Enclosure, Envelope, EnvelopeSize, Letterhead, TransmittalSlip
from vpdesk.domain.roles import Permission
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.frame import PagedDocument, joined
from vpdesk.services import papers
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.layout.geometry import Picture, Size


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """The bytes of an issued paper, and the sizes of its pages."""

    pdf: bytes
    sizes: tuple[Size, ...]


def read_paper(pdf: bytes) -> IssuedPaper:
    """What is to be known of an issued paper before its pages are shown."""
    from vpdesk.export.png import page_sizes

    return IssuedPaper(pdf, page_sizes(pdf))


def picture_of(paper: IssuedPaper, page: int, scale: float) -> Picture:
    """A page of an issued paper, so many pixels to a point."""
    from vpdesk.export.png import picture_of_page

    return picture_of_page(paper.pdf, page, scale)


def write_paper(paper: IssuedPaper, out: Path) -> None:
    """Write an issued paper to a file, byte for byte. Raises FileNotWritable."""
    from vpdesk.export.files import replace_file

    replace_file(out, paper.pdf)


def envelopes(desk: Desk, line: UUID, deliveries: Sequence[Delivery]) -> PagedDocument:
    """An envelope for each recipient. It runs on the store's own worker. Raises NotPermitted, NoSuchRecord."""
    found, body = _line_and_body(desk, line)
    return joined(
        papers.envelope(
            desk,
            Envelope(
                EnvelopeSize.C5,
                body.name_line,
                one.recipient,
                body.parent_line,
                references=(found.reference,),
            ),
        )
        for one in deliveries
    )


def slips(desk: Desk, line: UUID, deliveries: Sequence[Delivery]) -> PagedDocument:
    """A slip for each recipient, who signs it and sends it back. Raises as `envelopes`."""
    found, body = _line_and_body(desk, line)
    today = desk.today()
    with desk.store.reading() as work:
        signing = signing_on(work.organisation.body(work.numbers.series(found.series).body), today)
    known = Rulebook(pack_of_day(desk, today)).document_type(found.document_type)
    summary = " ".join(filter(None, (known.name if known else found.document_type, found.subject)))
    return joined(
        papers.transmittal_slip(
            desk,
            TransmittalSlip(
                Letterhead(body.name_line, body.parent_line, place=body.place, date=today),
                sender=body.in_text or body.name_line,
                addressees=(one.recipient,),
                enclosures=(Enclosure(_cited(found), summary, one.copies),),
                signing=signing if signing.name else None,
            ),
        )
        for one in deliveries
    )


def _cited(line: RegisterLine) -> str:
    day = f", {line.document_date:%d/%m/%Y}" if line.document_date else ""
    return f"{line.reference}{day}"


def _line_and_body(desk: Desk, line: UUID) -> tuple[RegisterLine, BodyVersion]:
    """A line, and what its body is called today."""
    with desk.store.reading() as work:
        require(desk, work, Permission.READ_REGISTERS)
        found = work.numbers.line(line)
        body = work.organisation.body(work.numbers.series(found.series).body)
        return found, version_on(body, desk.today()) or body.versions[-1]
