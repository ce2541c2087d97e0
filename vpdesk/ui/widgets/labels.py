"""Words in their places: labels by kind, elided ones, key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vpdesk.ui.icons import Icons


def label(text: str, kind: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of a kind the style sheet knows: caption, muted, strong, section, detail, title or key."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("type", kind)
    return made


def key_cap(key: str) -> QLabel:
    """The name of a key as it stands on the keyboard, in a small frame."""
    made = label(key_name(key), "key")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def key_name(key: str) -> str:
    """A key as keyboards write it."""
    return key.replace("PgDown", "PgDn").replace("Return", "Enter").replace("+-", "+−")


def chip(text: str, tone: str) -> QLabel:
    """A word on a soft ground of its tone."""
    made = label(text)
    made.setProperty("chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


_LEAN = 2


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit ends in an ellipsis, the whole is in the tooltip."""

    def __init__(self, kind: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self._whole = ""
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40)
        if kind:
            self.setProperty("type", kind)

    def say(self, text: str, tip: str = "") -> None:
        """Show this text; `tip` says more than it does."""
        self._whole = text
        self._tip = tip
        self.setAccessibleName(tip or text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2 * _LEAN, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The last dot of an ellipsis may lean out of its box.
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width() - _LEAN)
        self.setText(shown)
        self.setToolTip(self._tip or (self._whole if shown != self._whole else ""))


class IconLabel(QWidget):
    """An icon that is a sign, not a button."""

    def __init__(self, icons: Icons, name: str, tone: str, side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._name = name
        self._tone = tone
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icons.draw(painter, self._name, self._tone, QRectF(self.rect()))
        painter.end()
