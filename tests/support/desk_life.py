"""A morning at the sample office with something on every desk, made by the services where there is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from support.builders import a_dispatch
from support.papers_out import HEAD, TEXT, first_body, issued, signed_off, submitted
from support.seats import officer_named, seated
from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.issuing import IssueOrder
from vpdesk.domain.signoff import NewRemark
from vpdesk.services import drafting, handling, issuing, outgoing, receiving, signoff
from vpdesk.services.desk import Desk

TODAY = date(2024, 12, 24)
PROVINCE = "Ban Tuyên giáo Tỉnh ủy"


def arrive(desk: Desk, subject: str, due_on: date | None = None, **more: str | date | None) -> IncomingDocument:
    """The clerk registers an arrival."""
    entry = ArrivalEntry(sender=PROVINCE, subject=subject, due_on=due_on, reference="2411-CV/BTGTU", document_type="CV")
    with seated(desk, "Hạnh"):
        return receiving.register(desk, replace(entry, **more))  # type: ignore[arg-type]


def handed_on(desk: Desk, arrival: IncomingDocument, receiver: str) -> IncomingDocument:
    """The clerk hands an arrival on today."""
    with seated(desk, "Hạnh"):
        return receiving.hand_over(desk, [arrival.id], receiver, desk.today())[0]


def put_before(desk: Desk, arrival: IncomingDocument, head: str) -> None:
    """The clerk submits an arrival to a head."""
    with seated(desk, "Hạnh"):
        handling.submit(desk, [arrival.id], officer_named(desk, head).id)


def given(
    desk: Desk, arrival: IncomingDocument, lead: str, directive: str, *, handed: bool = True, acknowledged: bool = False
) -> None:
    """The head directs an arrival to a lead; the clerk hands it on, and the lead may acknowledge it."""
    officer = officer_named(desk, lead)
    with seated(desk, "Khôi"):
        handling.direct(desk, arrival.id, DirectiveEntry(directive, AssigneeEntry(officer.name, officer.id)))
    if handed:
        handed_on(desk, arrival, officer.name)
    if acknowledged:
        with seated(desk, lead):
            handling.acknowledge(desk, [arrival.id])


def sent_back(desk: Desk, *remarks: str) -> UUID:
    """A dispatch of Ngọc's that the head sent back."""
    draft = submitted(desk, a_dispatch(number=None, date=None, signing=(HEAD,), subject_summary="V/v lịch tiếp dân"))
    with seated(desk, "Khôi"):
        version = signoff.read(desk, draft).version.number
        signoff.send_back(desk, draft, version, tuple(NewRemark(one) for one in remarks))
    return draft


def live_a_morning(desk: Desk) -> None:
    """Let every section of every desk have something."""
    body = first_body(desk)
    with seated(desk, "Hạnh"):
        outgoing.hold(desk, body, "KH", "Đ/c Khôi", "chờ bản ký")
    (spoilt,) = issued(desk, [signed_off(desk)])
    with seated(desk, "Hạnh"):
        outgoing.void(desk, spoilt.line.id, spoilt.line.version, "in sai")
        late = signed_off(desk)
        issuing.issue(desk, [IssueOrder(late.id, late.version, TODAY - timedelta(days=1), date_reason="ký hôm qua")])
    submitted(desk)
    submitted(desk, replace(TEXT, urgency=Urgency.URGENT, subject_summary="V/v giao ban dư luận xã hội tháng 12"))
    signed_off(desk, replace(TEXT, subject_summary="V/v đẩy mạnh tuyên truyền sắp xếp tổ chức bộ máy"))
    signed_off(desk, replace(TEXT, urgency=Urgency.EXPRESS, subject_summary="V/v hướng dẫn sinh hoạt chi bộ"))
    sent_back(desk, "Nhấn mạnh hơn mức độ quan trọng.", "Thêm căn cứ.")
    with seated(desk, "Ngọc"):
        drafting.begin(desk, TEXT, body)
    _let_arrive(desk)


def _let_arrive(desk: Desk) -> None:
    arrive(desk, "Dự toán năm 2025")
    arrive(desk, "Đẩy mạnh tuyên truyền", TODAY + timedelta(days=4))
    arrive(desk, "Họp giao ban", urgency=Urgency.URGENT.value)
    put_before(desk, arrive(desk, "Góp ý dự thảo nghị quyết", TODAY + timedelta(days=3)), "Khôi")
    put_before(desk, arrive(desk, "Kết quả tuyên truyền quý IV"), "Khôi")
    given(desk, arrive(desk, "Báo cáo dư luận xã hội", TODAY - timedelta(days=2)), "Ngọc", "Giao đ/c Ngọc tham mưu.")
    given(desk, arrive(desk, "Đại hội chi bộ", TODAY), "Bách", "Đ/c Bách chủ trì.", acknowledged=True)
    handed_on(desk, arrive(desk, "Lịch lớp bồi dưỡng"), "Lương Gia Bách")
    handed_on(desk, arrive(desk, "Rà soát văn bản", TODAY + timedelta(days=1)), "Trịnh Bảo Ngọc")
