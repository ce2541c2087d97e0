"""An arrival becomes late: the window reminds of it; list, report and the paper that is begun from it tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.arrivals import LETTER
from support.books import words_of
from support.keyboard import Key, Keyboard, Modifier
from support.seats import sit
from support.stores import CHRISTMAS_EVE, TickingClock

from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.body import Paragraph, Table, plain_text
from vpdesk.domain.reports import ReportKind
from vpdesk.paths import Places
from vpdesk.services import drafting, office, receiving
from vpdesk.services.desk import Desk, Seat
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.arrivals_page import ArrivalsPage
from vpdesk.ui.pages.desk_page import DeskPage
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.reports_page import ReportsPage

ALT, CONTROL = Modifier.AltModifier, Modifier.ControlModifier
SENDER = "Ban Tuyên giáo Tỉnh ủy"


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The sample office at Christmas Eve; a letter came on the 9th and was due on the 19th."""
    clock = TickingClock(CHRISTMAS_EVE - timedelta(days=15))
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=clock, seat=Seat())
    office.found_sample(own)
    sit(own, "Hạnh")
    receiving.register(own, replace(LETTER, document_date=date(2024, 12, 5), due_on=date(2024, 12, 19)))
    clock.moment = CHRISTMAS_EVE
    yield own
    own.close()


def test_a_late_arrival_is_reminded_of_listed_reported_and_told_in_a_paper_without_the_mouse(
    make: Callable[..., MainWindow], own_desk: Desk, tmp_path: Path
) -> None:
    window = make(desk=own_desk)
    window.begin()
    keyboard = Keyboard(window, tmp_path)

    # The desk tells of it in its first sentence; elsewhere the strip reminds of it and leads to the list of the late.
    desk = window.page
    assert isinstance(desk, DeskPage)
    assert desk.sentence.text() == "1 văn bản đến chưa chuyển, 1 quá hạn."
    keyboard.press(Key.Key_2, ALT)
    assert window.reminder.words == "1 văn bản quá hạn."
    keyboard.tab_to(window.reminder._act)
    keyboard.press(Key.Key_Space)
    register = window.page
    assert isinstance(register, ArrivalsPage)
    assert register.view is ArrivalView.OVERDUE
    assert [row.arrival.sender for row in register.model.rows] == [SENDER]

    # The report says how many days.
    keyboard.press(Key.Key_8, ALT)
    keyboard.press(Key.Key_2, CONTROL)
    page = window.page
    assert isinstance(page, ReportsPage)
    assert page.scope.kind is ReportKind.DUE
    assert page.document is not None
    assert "Có 1 văn bản đến quá hạn, chưa giải quyết xong." in words_of(page.document)
    assert f"1 01 {SENDER}" in words_of(page.document)
    assert page.report is not None
    (row,) = page.report.tables[0].rows
    assert row.cells[4:6] == (date(2024, 12, 19), 5)

    # One key begins the paper, which is written on and kept as any other.
    keyboard.press(Key.Key_D, CONTROL)
    draft = window.page
    assert isinstance(draft, DraftPage)
    (table,) = (one for one in draft.opened().dispatch.body if isinstance(one, Table))
    assert [plain_text(cell.runs) for cell in table.rows[-1]][:3] == ["1", "01", SENDER]
    keyboard.press(Key.Key_F4)
    keyboard.type("Đề nghị đôn đốc.")
    keyboard.press(Key.Key_S, CONTROL)
    kept = drafting.open_draft(own_desk, draft.draft)
    assert kept.draft.owner == own_desk.seat.officer
    assert "Đề nghị đôn đốc" in " ".join(
        plain_text(one.runs) for one in kept.dispatch.body if isinstance(one, Paragraph)
    )
