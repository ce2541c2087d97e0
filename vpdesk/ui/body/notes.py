"""Footnotes in the editor: a raised number in the text, its words in a small pane at the mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPyTextObject, QTextDocument, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from vpdesk.ui.body.formats import FAMILY, POINTS
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.labels import label
from vpdesk.words.catalogue import _

_RAISED = 0.66


class NoteMark(QPyTextObject):
    """Paints the raised number that calls a note."""

    def __init__(self, document: QTextDocument, look: Look, number_at: Callable[[int], int]) -> None:
        super().__init__(document)
        self.figures = 1
        """How many figures the largest number has."""
        self._look = look
        self._number_at = number_at

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        # Asked in the middle of laying out, when nothing of the document may be read: that would lay it out again.
        metrics = QFontMetricsF(self._font())
        return QSizeF(metrics.horizontalAdvance("0") * self.figures + 2, metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,  # noqa: A002 -- Qt's name
    ) -> None:
        painter.save()
        painter.setFont(self._font())
        painter.setPen(self._look.colour("accent"))
        raised = QRectF(rect).translated(1, -0.5 * rect.height())
        painter.drawText(raised.bottomLeft(), str(self._number_at(posInDocument)))
        painter.restore()

    def _font(self) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(self._look.scale.size(POINTS) * _RAISED)
        font.setWeight(QFont.Weight.Bold)
        return font


class NotePane(QFrame):
    """A small pane over the text with the words of one note. Enter or a click elsewhere keeps them, Esc does not."""

    kept = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._number = label("", "caption")
        self.words = _NoteWords(self)
        self.words.setPlaceholderText(_("Words of the note. Leave them empty to take the note out."))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._number)
        column.addWidget(self.words)
        self._leaves = False

    def ask(self, number: int, words: str, at: QPoint) -> None:
        """Show the words of a note under a point of the screen, ready to be changed."""
        self._number.setText(_("Note {number}").format(number=number))
        self.words.setAccessibleName(self._number.text())
        self.words.setPlainText(words)
        self.words.selectAll()
        self.resize(340, 132)
        self.move(at)
        self.show()
        self.words.setFocus()

    def leave(self) -> None:
        """Close without keeping what was typed."""
        self._leaves = True
        self.close()

    def hideEvent(self, event: object) -> None:
        if not self._leaves:
            self._leaves = True
            self.kept.emit(self.words.toPlainText())
        self.closed.emit()


class _NoteWords(QPlainTextEdit):
    """The words of a note; Enter is done, Shift+Enter begins a line."""

    def __init__(self, pane: NotePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._pane.close()
        elif event.key() == Qt.Key.Key_Escape:
            self._pane.leave()
        else:
            super().keyPressEvent(event)
