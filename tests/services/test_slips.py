"""The slips of what waits, and the pile of both."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from support.builders import a_long_body
from support.seats import seated, sit
from support.waiting import a_waiting_dispatch, comes_back

from vpdesk.domain.errors import NotPermitted
from vpdesk.domain.roles import Permission
from vpdesk.layout.frame import GlyphRun, Page, PagedDocument
from vpdesk.services import office, signoff, slips
from vpdesk.services.desk import Desk


@pytest.fixture
def head(store_desk: Desk) -> Desk:
    """The desk of the sample office, the head at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Khôi")
    return store_desk


def words(page: Page) -> str:
    return " ".join(" ".join(one.ink.text for one in page.inks() if isinstance(one.ink, GlyphRun)).split())


def titles(document: PagedDocument) -> list[str]:
    return [mark.title for mark in document.bookmarks if mark.level == 0]


def test_a_slip_says_what_is_submitted_to_whom_and_by_whom(head: Desk) -> None:
    draft = a_waiting_dispatch(head, drafter="Bách", subject_summary="V/v mở lớp bồi dưỡng")
    (page,) = slips.slip_for(head, signoff.look(head, draft)).pages

    said = words(page)
    assert "PHIẾU TRÌNH" in said
    assert "Kính trình: Đồng chí Trần Minh Khôi, Trưởng ban" in said
    assert "Dự thảo Công văn về việc mở lớp bồi dưỡng." in said
    assert "Lương Gia Bách" in said
    assert "ngày 24 tháng 12 năm 2024" in said


def test_the_slip_of_a_second_round_says_so_and_carries_what_was_remarked(head: Desk) -> None:
    draft = a_waiting_dispatch(head)
    comes_back(head, draft, "Nêu rõ thời gian.")
    (page,) = slips.slip_for(head, signoff.look(head, draft)).pages

    assert "(trình lần 2)" in words(page)
    assert "Trần Minh Khôi: Nêu rõ thời gian." in words(page)


def test_in_a_pile_each_dispatch_stands_behind_its_slip(head: Desk) -> None:
    drafts = [
        a_waiting_dispatch(head, subject_summary="V/v một trang"),
        a_waiting_dispatch(head, subject_summary="V/v nhiều trang", body=a_long_body(900)),
    ]
    document = slips.pile(head, slips.take_pile(head, drafts))

    slip_pages = [number for number, page in enumerate(document.pages) if "PHIẾU TRÌNH" in words(page)]
    assert slip_pages == [0, 2]
    assert "V/v một trang" in words(document.pages[1])
    assert "V/v nhiều trang" in words(document.pages[3])
    assert len(document.pages) > 4
    assert [mark.page for mark in document.bookmarks if mark.level == 0] == [1, 3]


def test_a_pile_is_read_and_laid_out_without_its_being_read(head: Desk) -> None:
    draft = a_waiting_dispatch(head)
    slips.pile(head, slips.take_pile(head, [draft]))

    (row,) = signoff.queue(head)
    assert row.read_version is None


@pytest.mark.parametrize(("name", "may"), [("Hạnh", True), ("Linh", True), ("Bách", False)])
def test_clerk_and_head_print_slips_and_nobody_else(head: Desk, name: str, may: bool) -> None:
    draft = a_waiting_dispatch(head)
    with seated(head, name):
        if may:
            assert len(slips.take_pile(head, [draft])) == 1
            return
        with pytest.raises(NotPermitted) as refused:
            slips.take_pile(head, [draft])
        assert refused.value.permission is Permission.PRINT_SLIPS


def test_a_pile_becomes_one_pdf(head: Desk, tmp_path: Path) -> None:
    drafts = [a_waiting_dispatch(head), a_waiting_dispatch(head)]
    document = slips.pile(head, slips.take_pile(head, drafts))
    out = tmp_path / "pile.pdf"
    slips.export_pile(head, document, out)

    pdf = pypdfium2.PdfDocument(out)
    count = len(pdf)
    pdf.close()
    assert count == 4
