"""What is printed of an arrival: the stamp on a label, on a copy of the scan, and the slip on which it is handled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.foreign import docx, grey_png, words_pdf
from support.readers import text_by_pdfium
from support.seats import officer_named, sit

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.attachments import Attachment, FileRole
from vpdesk.domain.errors import NotStampable
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.services import arrival_papers, files, handling, office, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

ENTRY = ArrivalEntry(
    sender="Tỉnh ủy Bắc Hà",
    reference="145-CV/TU",
    document_date=date(2024, 12, 20),
    document_type="CV",
    subject="V/v chuẩn bị tổng kết công tác năm",
    receiver="đồng chí Linh",
)
SCAN = words_pdf([(300, 100, "So 145-CV/TU")])


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """A desk at the sample office with its clerk at it, whose paper book has come to number 1244."""
    office.found_sample(file_desk)
    sit(file_desk, "Hạnh")
    receiving.open_year(file_desk, receiving.books(file_desk)[0].id, 1245, "Sổ giấy đã đến số 1244")
    return file_desk


@pytest.fixture
def arrival(desk: Desk) -> IncomingDocument:
    """The arrival of these papers."""
    return receiving.register(desk, ENTRY)


def attached(desk: Desk, record: IncomingDocument, path: Path) -> Attachment:
    """A file of the arrival."""
    (added,) = files.attach(desk, record.id, [files.take_in(desk, path, files.look_at(path))])
    return added


def flat(pdf: bytes) -> str:
    """The text of a PDF on one line."""
    return " ".join(text_by_pdfium(pdf).split())


def test_the_label_says_number_day_and_receiver(desk: Desk, arrival: IncomingDocument) -> None:
    said = flat(desk.press.pdf(arrival_papers.arrival_label(desk, arrival.id)))

    for words in ("BAN TUYÊN GIÁO", "ĐẾN", "1245", "24/12/2024", "đồng chí Linh"):
        assert words in said


def test_the_first_numbers_carry_a_zero(desk: Desk) -> None:
    from vpdesk.domain.ids import new_id
    from vpdesk.domain.incoming import ArrivalBook

    receiving.put_book(desk, book := ArrivalBook(new_id(desk.clock()), "Đơn, thư", 1))
    first = receiving.register(desk, replace(ENTRY, book=book.id))

    assert arrival_papers.stamp_of(desk, first.id).number == "01"


def test_the_slip_says_what_came_from_whom(desk: Desk, arrival: IncomingDocument) -> None:
    said = flat(desk.press.pdf(arrival_papers.handling_slip(desk, arrival.id)))

    assert "Công văn số 145-CV/TU, ngày 20 tháng 12 năm 2024 của Tỉnh ủy Bắc Hà" in said
    assert "về việc chuẩn bị tổng kết công tác năm" in said
    assert "1245" in said


def test_the_slip_says_what_the_head_has_written(desk: Desk, arrival: IncomingDocument) -> None:
    support = AssigneeEntry(officer=officer_named(desk, "Bách").id, due_on=date(2024, 12, 27))
    lead = AssigneeEntry(officer=officer_named(desk, "Ngọc").id)
    directive = DirectiveEntry("Tham mưu trả lời", lead, (support,), date(2025, 1, 3), officer_named(desk, "Khôi").id)
    handling.direct(desk, arrival.id, directive)
    said = flat(desk.press.pdf(arrival_papers.handling_slip(desk, arrival.id)))

    assert "Tham mưu trả lời Chủ trì: Trịnh Bảo Ngọc Phối hợp: Lương Gia Bách (27/12/2024)" in said
    assert "Thời hạn: 03/01/2025 Ngày 24 tháng 12 năm 2024 Trần Minh Khôi" in said


def test_that_a_paper_was_printed_stands_in_the_history_of_the_arrival(desk: Desk, arrival: IncomingDocument) -> None:
    arrival_papers.tell_printed(desk, arrival.id)

    assert receiving.detail(desk, arrival.id).happenings[-1].act == "print"


def test_a_stamped_copy_stands_beside_the_scan_which_stays_as_it_was(
    desk: Desk, arrival: IncomingDocument, tmp_path: Path
) -> None:
    path = tmp_path / "quét 0412.pdf"
    path.write_bytes(SCAN)
    scan = attached(desk, arrival, path)
    copy = arrival_papers.stamped_copy(desk, scan.id, 20, 45)
    said = flat(files.open_file(desk, copy.id))

    assert files.files_of(desk, arrival.id) == (scan, copy)
    assert (copy.role, copy.name) == (FileRole.STAMPED, "quét 0412 (ĐẾN).pdf")
    assert files.open_file(desk, scan.id) == SCAN
    assert "So 145-CV/TU" in said
    assert "1245" in said
    assert verify_store(desk).fault is None


def test_a_picture_is_stamped_as_a_page(desk: Desk, arrival: IncomingDocument, tmp_path: Path) -> None:
    path = tmp_path / "quét.png"
    path.write_bytes(grey_png(100, 140))
    copy = arrival_papers.stamped_copy(desk, attached(desk, arrival, path).id, 20, 45)

    assert copy.media_type == "application/pdf"
    assert "1245" in flat(files.open_file(desk, copy.id))


def test_what_has_no_pages_is_not_stamped(desk: Desk, arrival: IncomingDocument, tmp_path: Path) -> None:
    added = attached(desk, arrival, docx(tmp_path / "văn bản.docx", "Kính gửi"))
    with pytest.raises(NotStampable):
        arrival_papers.stamped_copy(desk, added.id, 20, 45)
