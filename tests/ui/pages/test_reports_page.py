"""The reports in the window: chosen by keys, shown as they are printed, exported, begun as a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from support.books import words_of
from support.reported_office import a_reported_office
from support.seats import sit
from support.stores import TickingClock
from support.windows import part, press, type_text

from vpdesk.domain.periods import Period, PeriodKind, period_on
from vpdesk.domain.reports import ReportKind, ReportScope
from vpdesk.paths import Places
from vpdesk.services import reports
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.books_room import BooksRoom
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.books_page import BooksPage
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.reports_page import ReportsPage
from vpdesk.ui.widgets.strip import Strip

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """A desk with the sample office and registers of a quarter."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=TickingClock())
    a_reported_office(own, seed=3, arrivals=36, lines=24)
    yield own
    own.close()


@pytest.fixture
def at(make: Callable[..., MainWindow], own_desk: Desk) -> Callable[..., ReportsPage]:
    """Opens the reports by their keys, for an officer and in a language."""

    def open_for(name: str = "Hạnh", language: str = "vi") -> ReportsPage:
        sit(own_desk, name)
        window = make(language, desk=own_desk)
        window.begin()
        press(in_hand(), Key.Key_8, Modifier.AltModifier)
        press(in_hand(), Key.Key_2, CONTROL)
        assert isinstance(window.page, ReportsPage)
        return window.page

    return open_for


def in_hand() -> QWidget:
    """What has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def window_of(page: QWidget) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def said(page: ReportsPage) -> list[str]:
    """What the page says beside the paper."""
    widgets = [item.widget() for place in range(page.said.count()) if (item := page.said.itemAt(place))]
    return [one.text() for one in widgets if isinstance(one, QLabel)]


def choose(page: ReportsPage, kind: ReportKind) -> None:
    """Choose a report by the arrow keys."""
    page.form.kind.setFocus()
    for _ in ReportKind:
        press(page.form.kind, Key.Key_Up)
    for _ in range(list(ReportKind).index(kind)):
        press(page.form.kind, Key.Key_Down)


def choose_term(page: ReportsPage) -> None:
    """Choose a term, which is offered last, by the arrow keys."""
    page.form.length.setFocus()
    for _ in range(page.form.length.count()):
        press(page.form.length, Key.Key_Down)


def month(number: int) -> Period:
    return period_on(PeriodKind.MONTH, date(2024, number, 1))


def test_two_keys_lead_to_what_is_late_and_soon_due(at: Callable[..., ReportsPage]) -> None:
    page = at()

    assert page.scope == ReportScope(ReportKind.DUE)
    assert page.document is not None
    assert "VĂN BẢN ĐẾN QUÁ HẠN VÀ SẮP ĐẾN HẠN" in words_of(page.document)
    assert not page.form.fields["period"].isVisible()
    assert window_of(page).rail.items["books"].isChecked()
    assert page.heading().name == "Sổ và báo cáo"


@pytest.mark.parametrize("kind", ReportKind, ids=lambda kind: kind.value)
def test_each_report_is_chosen_by_the_arrows_and_shown_as_it_is_printed(
    at: Callable[..., ReportsPage], own_desk: Desk, kind: ReportKind
) -> None:
    page = at()
    choose(page, kind)

    assert page.scope == ReportScope(kind, None if kind is ReportKind.DUE else month(12))
    assert page.document is not None
    again = reports.typeset(own_desk, reports.report(own_desk, page.scope))
    assert words_of(page.document) == words_of(again)


def test_the_arrows_lead_to_the_period_before_and_behind(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.HANDLING)
    page.form.period.setFocus()
    press(page.form.period, Key.Key_Left)
    assert page.scope.period == month(11)
    assert page.form.day.value() == date(2024, 11, 1)
    press(page.form.period, Key.Key_Left)
    press(page.form.period, Key.Key_Right)

    assert page.scope.period == month(11)
    assert page.document is not None
    assert "Tháng 11 năm 2024 (từ ngày 01/11/2024" in words_of(page.document)
    press(page.form.period, Key.Key_Right)
    assert page.form.day.value() == date(2024, 12, 24)


def test_the_period_is_stepped_from_anywhere_on_the_page(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.OUTGOING)
    page.view.setFocus()
    press(in_hand(), Key.Key_Up, CONTROL)
    assert page.scope.period == month(11)
    press(in_hand(), Key.Key_Down, CONTROL)

    assert page.scope.period == month(12)


def test_a_day_that_is_typed_leads_to_its_period(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.TRAFFIC)
    page.form.day.setFocus()
    page.form.day.selectAll()
    type_text(page.form.day, "15/10/2024")
    press(page.form.day, Key.Key_Return)

    assert page.scope.period == month(10)


def test_another_length_keeps_the_day(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.TRAFFIC)
    page.form.length.setFocus()
    press(page.form.length, Key.Key_Down)

    assert page.scope.period == period_on(PeriodKind.QUARTER, date(2024, 12, 24))
    choose_term(page)
    term = page.scope.period
    assert term is not None
    assert term.kind is PeriodKind.TERM
    while page.form.period.behind.isEnabled():
        press(in_hand(), Key.Key_Down, CONTROL)
    assert page.scope.period != term


def test_a_day_of_no_term_is_told_and_asks_for_nothing(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.TRAFFIC)
    choose_term(page)
    before = page.document
    page.form.day.setFocus()
    page.form.day.selectAll()
    type_text(page.form.day, "1/1/1990")
    press(page.form.day, Key.Key_Tab)

    assert page.form.fields["day"].message == "Không nhiệm kỳ nào có ngày này."
    assert page.document is before


def test_the_segments_lead_there_and_back(at: Callable[..., ReportsPage]) -> None:
    page = at()
    window = window_of(page)
    page.choice.segments.setFocus()
    press(page.choice.segments, Key.Key_Left)
    books = part(window, BooksPage)
    assert books.isVisible()
    books.choice.segments.setFocus()
    press(books.choice.segments, Key.Key_Right)
    assert page.isVisible()

    press(in_hand(), Key.Key_1, CONTROL)
    assert books.isVisible()


def test_the_place_remembers_which_of_both_was_in_hand(at: Callable[..., ReportsPage]) -> None:
    page = at()
    window = window_of(page)
    choose(page, ReportKind.LOOSE)
    press(in_hand(), Key.Key_2, Modifier.AltModifier)
    press(in_hand(), Key.Key_8, Modifier.AltModifier)

    assert window.page is page
    assert page.scope.kind is ReportKind.LOOSE


def test_who_is_told_of_what_is_said_in_both_languages(at: Callable[..., ReportsPage]) -> None:
    assert said(at()) == ["Gồm văn bản của cả cơ quan.", "Số liệu đến ngày 24/12/2024."]
    assert said(at("Bách", "en")) == ["Of one’s own documents alone.", "As it stood on 24/12/2024."]


def test_ctrl_e_writes_the_format_that_is_chosen(at: Callable[..., ReportsPage], tmp_path: Path) -> None:
    page = at()
    choose(page, ReportKind.HANDLING)
    window = window_of(page)
    press(in_hand(), Key.Key_E, CONTROL)
    dialog = part(window, QFileDialog)
    assert [one.rpartition("*")[2] for one in dialog.nameFilters()] == [".pdf)", ".xlsx)"]
    assert Path(dialog.selectedFiles()[0]).name == "Tình-hình-giải-quyết-văn-bản-đến-Tháng-12-2024.pdf"
    dialog.fileSelected.emit(str(tmp_path / "báo cáo.xlsx"))
    dialog.reject()

    assert openpyxl.load_workbook(tmp_path / "báo cáo.xlsx").sheetnames[0] == "Tình hình chung"


def test_ctrl_p_prints_what_is_in_sight(at: Callable[..., ReportsPage], tmp_path: Path) -> None:
    page = at("Bách")
    press(in_hand(), Key.Key_P, CONTROL)
    dialog = part(window_of(page), QPrintDialog)
    dialog.printer().setOutputFileName(str(tmp_path / "in.pdf"))
    dialog.done(1)

    assert (tmp_path / "in.pdf").exists()


def test_one_key_begins_the_paper_and_opens_it(at: Callable[..., ReportsPage], own_desk: Desk) -> None:
    page = at()
    choose(page, ReportKind.HANDLING)
    window = window_of(page)
    press(in_hand(), Key.Key_D, CONTROL)
    draft = window.page

    assert isinstance(draft, DraftPage)
    assert draft.opened().dispatch.document_type == "BC"
    assert draft.opened().dispatch.subject_summary == "tình hình giải quyết văn bản đến, tháng 12 năm 2024"
    press(in_hand(), Key.Key_Left, Modifier.AltModifier)
    assert not isinstance(window.page, DraftPage)


def test_f5_reads_the_report_again(at: Callable[..., ReportsPage], own_desk: Desk) -> None:
    page = at()
    before = page.report
    with own_desk.store.writing() as work:
        waiting = work.handlings.open()[0]
        work.arrivals.put(replace(work.arrivals.get(waiting.arrival), answer="15-CV/BTGHU"))
        work.tell(own_desk.seat.officer, "answer", "incoming", waiting.arrival)
    press(in_hand(), Key.Key_F5)

    assert page.report is not None
    assert before is not None
    assert len(list(page.report.rows())) == len(list(before.rows())) - 1


def test_what_cannot_be_read_is_told(at: Callable[..., ReportsPage], own_desk: Desk) -> None:
    page = at("Bách")
    officer_id = own_desk.seat.officer
    assert officer_id is not None
    with own_desk.store.writing() as work:
        officer = work.organisation.officer(officer_id)
        work.organisation.put_officer(replace(officer, roles=frozenset()))
        work.tell(None, "change", "officer", officer.id)
    press(in_hand(), Key.Key_F5)

    assert page.document is None
    assert part(window_of(page), Strip).isVisible()
    assert not window_of(page).acts["print_report"].isEnabled()


def test_the_page_comes_back_in_another_language(at: Callable[..., ReportsPage]) -> None:
    page = at()
    choose(page, ReportKind.UNSIGNED)
    window = window_of(page)
    window.speak("en")
    QApplication.processEvents()

    assert isinstance(window.page, ReportsPage)
    assert window.page is not page
    assert window.page.heading().subject == "Handed over, not signed for"


def test_a_report_can_be_asked_for_from_elsewhere(at: Callable[..., ReportsPage]) -> None:
    window = window_of(at())
    press(in_hand(), Key.Key_2, Modifier.AltModifier)
    room = window.room_of("books")
    assert isinstance(room, BooksRoom)
    room.show_reports(ReportKind.OUTGOING)

    assert isinstance(window.page, ReportsPage)
    assert window.page.report is not None
    assert window.page.report.scope.kind is ReportKind.OUTGOING
