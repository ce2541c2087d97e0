"""A day, typed in any short way and shown in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from vpdesk.domain.typed_dates import days_later, months_later, read_day
from vpdesk.ui.forms.inputs import leaves
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _, format_day, format_weekday, language

_EDGE = 10
_STEPS: dict[int, Callable[[date], date]] = {
    Qt.Key.Key_Up: lambda day: days_later(day, 1),
    Qt.Key.Key_Down: lambda day: days_later(day, -1),
    Qt.Key.Key_PageUp: lambda day: months_later(day, 1),
    Qt.Key.Key_PageDown: lambda day: months_later(day, -1),
}


class DateField(QLineEdit):
    """A day or none. What is typed counts when the field is left or by Enter, and is then shown in full."""

    edited = Signal()
    """Another day, or none, by hand."""

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date], *, is_past: bool = False) -> None:
        """Where the day `is_past`, what is left out of it is never meant to be yet to come."""
        super().__init__()
        self._is_past = is_past
        self._look = look
        self._icons = icons
        self._today = today
        self._day: date | None = None
        look.changed.connect(self.update)
        self.setPlaceholderText(_("day/month/year"))
        self.returnPressed.connect(self.settle)

    def show_value(self, day: date | None) -> None:
        """Show a day, or that there is none. What is being typed for the day in hand stays."""
        if day != self._day:
            self._show(day)

    def forget(self) -> None:
        """Show no day, and let go of what is being typed."""
        self._show(None)

    def value(self) -> date | None:
        """The day in hand; what names no day leaves the last one standing."""
        return self._day

    def fault(self) -> str:
        """What is wrong with what was typed, or nothing."""
        if not self.text().strip() or self._typed() is not None:
            return ""
        return _("This is no day. Write it as {example}.").format(example=format_day(self._today()))

    def _typed(self) -> date | None:
        text = self.text().strip()
        if self._day is not None and text == format_day(self._day):
            return self._day
        return read_day(text, self._today(), is_past=self._is_past)

    def settle(self) -> None:
        """Let what is typed count now, where it names a day."""
        if not self.fault():
            self._take(self._typed())

    def _take(self, day: date | None) -> None:
        another = day != self._day
        self._show(day)
        if another:
            self.edited.emit()

    def _show(self, day: date | None) -> None:
        self._day = day
        self.setText(format_day(day) if day else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            CalendarPopup(self, self._look, self._icons, self._typed() or self._today()).chosen.connect(self._take)
        elif step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            shown = self._typed()
            self._take(step(shown) if shown else self._today())
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if leaves(event):
            self.settle()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._day is None or self.text() != format_day(self._day):
            return
        metrics = QFontMetrics(self.font())
        room = self.width() - metrics.horizontalAdvance(self.text()) - 3 * _EDGE
        names = (format_weekday(self._day), format_weekday(self._day, short=True))
        name = next((name for name in names if metrics.horizontalAdvance(name) <= room), "")
        painter = QPainter(self)
        painter.setPen(self._look.colour("muted"))
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -_EDGE, 0), end, name)
        painter.end()


class CalendarPopup(QWidget):
    """A month to choose a day from; Enter or a click takes it, Esc puts it away."""

    chosen = Signal(date)

    def __init__(self, field: QWidget, look: Look, icons: Icons, day: date) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale("vi" if language() == "vi" else "en_GB"))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(_("Calendar"))
        # `activated` comes with Enter and the second click, `clicked` with the first.
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self._dress(look, icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self._open_at(field)

    def _dress(self, look: Look, icons: Icons) -> None:
        """Give it our colours and arrows in place of Qt's red weekends and black ones."""
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(look.colour("text"))
        head.setForeground(look.colour("text"))
        head.setFontWeight(QFont.Weight.DemiBold)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.setHeaderTextFormat(head)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            for arrow in self.calendar.findChildren(QToolButton, name):
                arrow.setIcon(icons.icon(icon, "muted"))

    def _open_at(self, field: QWidget) -> None:
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 3))
        bounds = field.screen().availableGeometry()
        if place.y() + self.height() > bounds.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 3))
        place.setX(max(bounds.left(), min(place.x(), bounds.right() - self.width())))
        place.setY(max(bounds.top(), min(place.y(), bounds.bottom() - self.height())))
        self.setGeometry(QRect(place, self.size()))
        self.show()
        self.calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(date(day.year(), day.month(), day.day()))
