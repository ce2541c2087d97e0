"""What is printed of an arrival: the stamp ĐẾN on a label or on a copy of its scan, the slip on which it is handled."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.attachments import Attachment, FileRole, NewFile
from vpdesk.domain.dates import local_day, two_digits_below_ten
from vpdesk.domain.errors import NotStampable
from vpdesk.domain.handling import Assignee
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import BodyVersion, bodies_on, version_on
from vpdesk.domain.pack import RulePack
from vpdesk.domain.papers import Arrival, ArrivalStamp, Directive, HandlingSlip, Letterhead
from vpdesk.domain.roles import Permission
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.geometry import mm
from vpdesk.services import files, papers
from vpdesk.services.arrival_parts import KIND
from vpdesk.services.desk import Desk
from vpdesk.services.finding import type_name
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

_PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/tiff"})
_PDF: Final = "application/pdf"


def stamp_of(desk: Desk, arrival: UUID) -> ArrivalStamp:
    """What the stamp ĐẾN says of an arrival. Raises NoSuchRecord, and as `seat.require`."""
    with desk.store.reading() as work:
        require(desk, work, Permission.REGISTER_ARRIVALS)
        found = work.arrivals.get(arrival)
        version = _body(work)
        return ArrivalStamp(
            body=_one_line(version.name_line) if version else "",
            number=_number(found),
            day=found.arrived_on,
            forwarded_to=found.receiver,
        )


def arrival_label(desk: Desk, arrival: UUID) -> PagedDocument:
    """The stamp ĐẾN on a label of its own size. Raises as `stamp_of`."""
    return papers.arrival_label(desk, stamp_of(desk, arrival))


def tell_printed(desk: Desk, arrival: UUID) -> None:
    """Set down that a paper of an arrival was printed. Raises NoSuchRecord, and as `seat.require`."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.REGISTER_ARRIVALS)
        work.tell(officer.id, "print", KIND, work.arrivals.get(arrival).id)


def stamped_copy(desk: Desk, attachment: UUID, left_mm: float, top_mm: float) -> Attachment:
    """Put a copy of a scan to its arrival that bears the stamp ĐẾN on its first page; the scan stays as it is.

    The place is in millimetres from the upper left of the page as it is shown. Raises NotStampable for what has no
    pages, PdfLocked, PdfBroken, FileNotUnderstood, FileLost, FileNotWritable, NoSuchRecord, and as `seat.require`.
    """
    with desk.store.reading() as work:
        scan = work.attachments.get(attachment)
    kind = _kind(scan)
    stamp = stamp_of(desk, scan.record)
    label = desk.press.pdf(papers.arrival_label(desk, stamp))
    with tempfile.TemporaryDirectory(prefix="vpdesk-") as folder:
        copied = _stamp(desk, scan, kind, label, Path(folder), (mm(left_mm), mm(top_mm)))
    (added,) = files.attach(desk, scan.record, [copied], FileRole.STAMPED)
    return added


def _stamp(desk: Desk, scan: Attachment, kind: str, label: bytes, folder: Path, place: tuple[float, float]) -> NewFile:
    """The bytes of a stamped copy, kept."""
    from vpdesk.export.stamping import stamp_apart

    original, stamp = files.copy_to(desk, scan.id, folder / "scan"), folder / "stamp.pdf"
    stamp.write_bytes(label)
    out = folder / f"{Path(scan.name).stem} (ĐẾN).pdf"
    stamp_apart(kind, original, scan.name, stamp, out, place)
    return files.take_in(desk, out, files.look_at(out))


def _kind(scan: Attachment) -> str:
    if scan.media_type == _PDF:
        return "pdf"
    if scan.media_type in _PICTURES:
        return "picture"
    raise NotStampable(scan.name)


def handling_slip(desk: Desk, arrival: UUID) -> PagedDocument:
    """Phiếu giải quyết văn bản đến, filled in as far as the register knows. Raises as `stamp_of`."""
    with desk.store.reading() as work:
        require(desk, work, Permission.REGISTER_ARRIVALS)
        found, version, today = work.arrivals.get(arrival), _body(work), local_day(work.now)
        directive = _directive(work, found)
    words = papers.load_words()
    letterhead = Letterhead(
        issuing_body=version.name_line if version else "",
        parent_body=version.parent_line if version else None,
        place=version.place if version else None,
        date=today,
    )
    return papers.handling_slip(
        desk,
        HandlingSlip(
            letterhead,
            Arrival(
                document=_document(desk, found, words),
                day=found.document_date,
                issuer=found.sender,
                summary=_summary(found, words),
                number=_number(found),
                arrived=found.arrived_on,
            ),
            directive=directive,
        ),
    )


def _directive(work: UnitOfWork, arrival: IncomingDocument) -> Directive | None:
    """What a head has written on an arrival; None where he has not."""
    handling, assignees = work.handlings.of(arrival.id), work.handlings.assignees(arrival.id)
    if handling is None or handling.directed_by is None or handling.directed_at is None or not assignees:
        return None
    lead, *support = (_with_day(one) for one in assignees)
    return Directive(
        text=handling.directive,
        lead=lead,
        support=tuple(support),
        due_on=arrival.due_on,
        day=local_day(handling.directed_at),
        head=work.organisation.officer(handling.directed_by).name,
    )


def _with_day(assignee: Assignee) -> str:
    return f"{assignee.name} ({assignee.due_on:%d/%m/%Y})" if assignee.due_on else assignee.name


def _document(desk: Desk, arrival: IncomingDocument, words: RulePack) -> str:
    """The type with number and symbol, as far as they are known."""
    name = type_name(desk, arrival.document_type)
    if name and arrival.reference:
        return words.text("handling.reference").format(type=name, reference=arrival.reference)
    return name or arrival.reference or ""


def _summary(arrival: IncomingDocument, words: RulePack) -> str:
    """The subject as it goes on from the name of the body."""
    subject = _one_line(arrival.subject or "")
    letter = re.fullmatch(r"V/v (.+)", subject)
    return words.text("submission.about").format(subject=letter[1]) if letter else subject


def _number(arrival: IncomingDocument) -> str:
    return f"{two_digits_below_ten(arrival.arrival_number)}{arrival.suffix}"


def _body(work: UnitOfWork) -> BodyVersion | None:
    """What the office is called today."""
    today = local_day(work.now)
    there = bodies_on(work.organisation.bodies(), today)
    return version_on(there[0], today) if there else None


def _one_line(text: str) -> str:
    return " ".join(text.split())
