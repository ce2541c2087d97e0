"""The papers of an arrival: the stamp ĐẾN on a label, and the slip on which the head says what becomes of it.

They read nothing of the store: what they need is handed to them, and they run beside it.
"""

from __future__ import annotations

from datetime import date

from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.organisation import BodyVersion
from vpdesk.domain.papers import Arrival, ArrivalStamp, HandlingSlip, Letterhead
from vpdesk.layout.frame import PagedDocument
from vpdesk.services import papers
from vpdesk.services.desk import Desk


def stamp_of(arrival: IncomingDocument, body: BodyVersion) -> ArrivalStamp:
    """What the stamp says of an arrival at a body."""
    name = body.in_text.upper() if body.in_text else body.name_line
    return ArrivalStamp(name, arrival.written_number, arrival.arrived_on, arrival.receiver)


def label(desk: Desk, arrival: IncomingDocument, body: BodyVersion) -> PagedDocument:
    """The stamp on a label of its own size."""
    return papers.arrival_label(desk, stamp_of(arrival, body))


def handling_slip(desk: Desk, arrival: IncomingDocument, body: BodyVersion, day: date, type_name: str) -> PagedDocument:
    """Phiếu giải quyết văn bản đến of a day; `type_name` is what the type of the document is called."""
    letterhead = Letterhead(body.name_line, body.parent_line, place=body.place, date=day)
    document = " ".join(part for part in (type_name, arrival.reference and f"số {arrival.reference}") if part)
    return papers.handling_slip(
        desk,
        HandlingSlip(
            letterhead,
            Arrival(
                document,
                arrival.document_date,
                arrival.sender,
                " ".join((arrival.subject or "").split()),
                arrival.written_number,
                arrival.arrived_on,
            ),
        ),
    )
