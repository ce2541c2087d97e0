"""The field of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from support.windows import press, type_text

from vpdesk.ui.forms.date_field import CalendarPopup, DateField
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import format_weekday

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""

DAY = date(2024, 12, 24)


@pytest.fixture
def field(look: Look, icons: Icons, today: Callable[[], date], stand: Callable[..., QWidget]) -> DateField:
    """A field with a day in it, in hand, above another input."""
    made = DateField(look, icons, today)
    made.show_value(DAY)
    stand(made, QLineEdit())
    made.selectAll()
    return made


@pytest.mark.parametrize(
    ("typed", "day"), [("2", date(2024, 12, 2)), ("2512", date(2024, 12, 25)), ("+3", date(2024, 12, 21)), ("hn", None)]
)
def test_a_day_typed_short_is_written_in_full_when_it_is_left(field: DateField, typed: str, day: date | None) -> None:
    day = day or date(2024, 12, 18)
    type_text(field, typed)
    assert field.value() == DAY
    press(field, Qt.Key.Key_Tab)
    assert field.value() == day
    assert field.text() == f"{day:%d/%m/%Y}"


def test_a_day_counts_once(field: DateField) -> None:
    told: list[date | None] = []
    field.edited.connect(lambda: told.append(field.value()))
    type_text(field, "t6")
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Tab)
    assert told == [date(2024, 12, 20)]


def test_what_names_no_day_stays_and_is_told(field: DateField) -> None:
    type_text(field, "31/2")
    press(field, Qt.Key.Key_Tab)
    assert (field.text(), field.value()) == ("31/2", DAY)
    assert "18/12/2024" in field.fault()


def test_an_empty_field_is_no_day(field: DateField) -> None:
    press(field, Qt.Key.Key_Delete)
    press(field, Qt.Key.Key_Tab)
    assert field.value() is None
    assert not field.fault()


def test_arrows_step_by_days_and_pages_by_months(field: DateField) -> None:
    keys = [Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown]
    days = []
    for key in keys:
        press(field, key)
        day = field.value()
        assert day is not None
        days.append((day.day, day.month))
    assert days == [(25, 12), (26, 12), (25, 12), (25, 1), (25, 12), (25, 11)]


def test_an_arrow_in_an_empty_field_begins_today(field: DateField, today: Callable[[], date]) -> None:
    field.show_value(None)
    press(field, Qt.Key.Key_Up)
    assert field.value() == today()


def test_the_calendar_opens_on_the_day_and_gives_another(field: DateField) -> None:
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2024, 12, 24)
    popup.calendar.clicked.emit(QDate(2024, 12, 31))
    popup.calendar.activated.emit(QDate(2024, 12, 30))
    assert field.value() == date(2024, 12, 31)


def test_the_calendar_stays_on_the_screen(field: DateField) -> None:
    bounds = field.screen().availableGeometry()
    field.window().move(bounds.bottomRight())
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    assert popup.geometry().right() <= bounds.right()
    assert popup.geometry().bottom() <= bounds.bottom()
    popup.close()


def test_the_weekday_stands_beside_the_day(field: DateField) -> None:
    QApplication.processEvents()
    shown = field.grab().toImage()
    field.show_value(date(2024, 12, 25))
    end = range(shown.width() - 70, shown.width())
    other = field.grab().toImage()
    assert any(shown.pixel(x, y) != other.pixel(x, y) for x in end for y in range(shown.height()))
    assert format_weekday(DAY) == "Thứ Ba"
