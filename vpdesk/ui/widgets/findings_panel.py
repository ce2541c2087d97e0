"""What is worth a look: one row for each finding, with the component it is about."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vpdesk.domain.findings import Finding
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.announce import announce
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.ui.widgets.labels import key_cap, label
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.wording import cell_name, describe

_EDGE = 16
_ICON = 16
_GAP = 10
_SHOWN_ROWS = 3
_LOW = 800
"""In a window less high than this only one row shows: the page needs the room."""

_Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractListModel):
    """Findings as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings shown."""
        return self._findings

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """The finding of a row."""
        return self._findings[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return describe(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell_name(finding.component)}: {describe(finding)}"
        return None


class FindingDelegate(QStyledItemDelegate):
    """Paints a row: a warning sign, the component on a soft ground, the sentence, wrapped where it must."""

    def __init__(self, model: FindingsModel, view: QListView, look: Look, icons: Icons) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._look = look
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, width - self._words_start() - _EDGE, 10_000)
        words = QFontMetrics(self._look.scale.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(width, max(words.height() + 16, 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option, chosen=chosen)
        first_line = row.top() + 8 + QFontMetrics(self._look.scale.font()).height() / 2
        icon = QRectF(_EDGE, first_line - _ICON / 2, _ICON, _ICON)
        self._icons.draw(painter, "triangle-alert", "amber", icon)
        self._paint_component(painter, cell_name(self._model.finding(index.row()).component), first_line)
        painter.setFont(self._look.scale.font(10, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.setPen(self._look.colour("text"))
        words = row.adjusted(self._words_start(), 8, -_EDGE, 0)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, index.data())
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(row, self._look.colour("select"))
            painter.fillRect(row.left(), row.top(), 3, row.height(), self._look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, self._look.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus and option.widget.property("ring"):
            painter.setPen(self._look.focus_pen())
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_component(self, painter: QPainter, name: str, middle: float) -> None:
        painter.setFont(self._look.scale.font(9, QFont.Weight.Medium))
        metrics = painter.fontMetrics()
        ground = QRectF(_EDGE + _ICON + _GAP, 0, metrics.horizontalAdvance(name) + 16, metrics.height() + 4)
        ground.moveTop(middle - ground.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("amber_soft"))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self._look.colour("amber"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, name)

    def _words_start(self) -> int:
        """Where the sentences begin: after the widest component, so that they stand in a column."""
        metrics = QFontMetrics(self._look.scale.font(9, QFont.Weight.Medium))
        names = [cell_name(self._model.finding(row).component) for row in range(self._model.rowCount())]
        return _EDGE + _ICON + 2 * _GAP + 16 + max(map(metrics.horizontalAdvance, names), default=0)


class FindingsPanel(QWidget):
    """The findings under the page; hidden while there are none."""

    chosen = Signal(str)
    """The component of the finding in hand, to be shown on the page."""

    def __init__(self, look: Look, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = FindingsModel(self)
        self.list = self._make_list(look, icons)
        self._count = label("", "muted")
        self._words = ""
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 8, _EDGE, 4)
        head.setSpacing(8)
        head.addWidget(label(_("Worth a look"), "strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(key_cap("F8"))
        head.addWidget(label(_("next"), "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        self.hide()

    def _make_list(self, look: Look, icons: Icons) -> QListView:
        made = QListView()
        made.setModel(self._model)
        made.setItemDelegate(FindingDelegate(self._model, made, look, icons))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setMouseTracking(True)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(_("Worth a look"))
        made.selectionModel().currentChanged.connect(lambda current, _before: self._tell(current))
        made.clicked.connect(self._tell)
        follow_keyboard_focus(made)
        return made

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings in place of the last ones; the chosen row stays when they are the same."""
        if findings == self._model.findings:
            return
        self._model.set_findings(findings)
        count = len(findings)
        words = ngettext("{count} finding", "{count} findings", count).format(count=format_number(count))
        self._words = words
        self._show_place()
        if findings and not self.isVisible():
            announce(self, words)
        self.setVisible(bool(findings))
        self._fit()

    def step(self, direction: int) -> None:
        """Choose the next finding (+1) or the one before (-1), round and round."""
        count = self._model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            start = row if row >= 0 else (-1 if direction > 0 else 0)
            self.list.setCurrentIndex(self._model.index((start + direction) % count))

    def _show_place(self) -> None:
        """How many there are, and which of them is in hand."""
        row, count = self.list.currentIndex().row(), self._model.rowCount()
        place = f" · {format_number(row + 1)}/{format_number(count)}" if row >= 0 and count > 1 else ""
        self._count.setText(self._words + place)

    def _tell(self, current: QModelIndex) -> None:
        self._show_place()
        if current.isValid():
            self.chosen.emit(self._model.finding(current.row()).component)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as its first rows: the page is what people look at."""
        most = _SHOWN_ROWS if self.window().height() >= _LOW else 1
        rows = range(min(self._model.rowCount(), most))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in rows))
