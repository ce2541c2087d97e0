"""The lines that were entered last, under the form: each is a way to its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vpdesk.domain.incoming import IncomingDocument
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _
from vpdesk.words.wording import moment_words

_EDGE, _LINE, _GAP = 8, 2, 12


class NewestLine(QPushButton):
    """A line: its number, who sent it, what it is about, when it was entered."""

    def __init__(self, look: Look, line: IncomingDocument, now: datetime) -> None:
        super().__init__()
        self._look = look
        self._number = line.written_number
        self._sender = line.sender
        self._about = " · ".join(" ".join(part.split()) for part in (line.reference, line.subject) if part)
        self._when = moment_words(line.entered_at, now)
        self.setProperty("role", "line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._number}, {self._sender}, {self._about}, {self._when}")

    def sizeHint(self) -> QSize:
        return QSize(240, self._high(10) + self._high(9) + 2 * _LINE + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        scale, middle = self._look.scale, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(scale.font(10, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text"))
        number = QRectF(_EDGE, 0, max(52, painter.fontMetrics().horizontalAdvance(self._number)), self.height())
        painter.drawText(number, middle, self._number)
        caption = scale.font(9)
        when_wide = QFontMetrics(caption).horizontalAdvance(self._when)
        right = self.width() - _EDGE
        left = number.right() + _GAP
        room = right - when_wide - _GAP - left
        painter.setFont(scale.font())
        top = (self.height() - self._high(10) - self._high(9)) / 2
        first = QRectF(left, top, room, self._high(10))
        painter.drawText(first, middle, self._elided(painter, self._sender, room))
        painter.setFont(caption)
        painter.setPen(self._look.colour("muted"))
        second = QRectF(left, first.bottom(), room, self._high(9))
        painter.drawText(second, middle, self._elided(painter, self._about, room))
        painter.drawText(QRectF(right - when_wide, 0, when_wide, self.height()), middle, self._when)
        painter.end()

    def _elided(self, painter: QPainter, words: str, room: float) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))

    def _high(self, token: float) -> int:
        return QFontMetrics(self._look.scale.font(token)).height() + _LINE


class NewestLines(QWidget):
    """The last lines of a book, the newest first, under their heading."""

    chosen = Signal(object)
    """The id of the arrival of a line."""

    def __init__(self, look: Look, now: Callable[[], datetime], *beside: QWidget) -> None:
        """`beside` stands at the right of the heading."""
        super().__init__()
        self._look, self._now = look, now
        self._heading = label(_("Just entered"), "field")
        self._heading.setIndent(0)
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        for one in beside:
            head.addWidget(one)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.lines: list[NewestLine] = []

    def show_lines(self, lines: tuple[IncomingDocument, ...]) -> None:
        """Show these lines."""
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [NewestLine(self._look, line, self._now()) for line in lines]
        for made, line in zip(self.lines, lines, strict=True):
            made.clicked.connect(lambda _checked=False, line=line: self.chosen.emit(line.id))
            self._column.addWidget(made)
        self.setVisible(bool(lines))
