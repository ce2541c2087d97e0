"""The papers of an office of our own, with invented people."""

from __future__ import annotations

from datetime import date

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.papers import (
    Arrival,
    ArrivalStamp,
    Enclosure,
    Envelope,
    EnvelopeSize,
    ForwardingSlip,
    HandlingSlip,
    IntroductionLetter,
    Letterhead,
    SubmissionSlip,
    TransmittalSlip,
)

DAY = date(2024, 12, 24)
SENDER = "Ban Tuyên giáo Huyện ủy Hà Ninh"
DEPUTY = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
ENCLOSURES = (
    Enclosure("61-HD/BTGHU, 20/12/2024", "Hướng dẫn tuyên truyền kỷ niệm các ngày lễ lớn trong năm 2025", 12),
    Enclosure("229-CV/BTGHU, 24/12/2024", "Công văn về việc mở lớp bồi dưỡng", 2),
)


def a_letterhead(symbol: str | None = None) -> Letterhead:
    """The head of the office's papers; a paper with a symbol has a number too."""
    number = 18 if symbol else None
    return Letterhead("BAN TUYÊN GIÁO", "HUYỆN ỦY HÀ NINH", number, symbol, "Hà Ninh", DAY)


INTRODUCTION = IntroductionLetter(
    a_letterhead("GGT/BTGHU"),
    SENDER,
    bearer="Vũ Thị Hạnh",
    position="Chuyên viên",
    visited="Trung tâm Chính trị huyện Hà Ninh",
    purpose="phối hợp chuẩn bị lớp bồi dưỡng lý luận chính trị cho đảng viên mới.",
    valid_until=date(2025, 1, 10),
    signing=DEPUTY,
)
TRANSMITTAL = TransmittalSlip(a_letterhead("PG/BTGHU"), SENDER, ("Đảng ủy xã An Lạc",), ENCLOSURES, DEPUTY)
FORWARDING = ForwardingSlip(
    a_letterhead("PC/BTGHU"),
    SENDER,
    ("Ban Tổ chức Huyện ủy",),
    ENCLOSURES,
    subject_summary="về việc xem xét đơn của công dân",
    reason="nội dung đơn thuộc thẩm quyền của quý cơ quan.",
    signing=DEPUTY,
)
SUBMISSION = SubmissionSlip(
    a_letterhead(),
    "Đồng chí Trưởng ban",
    content="Dự thảo Kế hoạch tổ chức lớp bồi dưỡng lý luận chính trị năm 2025.",
    subject_summary="về việc ban hành Kế hoạch bồi dưỡng năm 2025",
    proposal="Kính trình đồng chí xem xét, ký ban hành trong tháng 12.",
    drafter="Vũ Thị Hạnh",
)
HANDLING = HandlingSlip(
    a_letterhead(),
    Arrival(
        "Công văn số 145-CV/TU",
        date(2024, 12, 20),
        "Tỉnh ủy Hà Ninh",
        "về việc chuẩn bị tổng kết công tác năm.",
        "1245",
        date(2024, 12, 23),
    ),
)
STAMP = ArrivalStamp("BAN TUYÊN GIÁO HUYỆN ỦY HÀ NINH", "1245", date(2024, 12, 23), "đồng chí Linh", "01.TG")
ENVELOPES = {
    size: Envelope(
        size,
        "BAN TUYÊN GIÁO",
        "Đảng ủy xã An Lạc",
        parent_body="HUYỆN ỦY HÀ NINH",
        contact_line="Số 12 đường Trung Tâm, thị trấn Hà Ninh; điện thoại 0200 123 456",
        references=("229-CV/BTGHU", "61-HD/BTGHU"),
        address="Thôn Đông, xã An Lạc, huyện Hà Ninh",
    )
    for size in EnvelopeSize
}
