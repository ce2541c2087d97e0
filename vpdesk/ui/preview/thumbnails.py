"""The list of pages: each page small, with its number."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vpdesk.layout.frame import Page, PagedDocument
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.catalogue import _

LIST_WIDTH = 176
_PAPER_WIDTH = 112
_PADDING = 12

_Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """The pages of a document as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self._pages: tuple[Page, ...] = ()

    def set_document(self, document: PagedDocument | None) -> None:
        """Take over a document; while the number of pages stays, so does the chosen row."""
        pages = document.pages if document else ()
        self._title = document.description.title if document else ""
        if len(pages) == len(self._pages):
            self._pages = pages
            self.dataChanged.emit(self.index(0), self.index(len(pages) - 1))
        else:
            self.beginResetModel()
            self._pages = pages
            self.endResetModel()

    def page(self, row: int) -> Page:
        """The page of a row."""
        return self._pages[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {number} of {count}, {title}").format(
                number=index.row() + 1, count=len(self._pages), title=self._title
            )
        return None


class PageDelegate(QStyledItemDelegate):
    """Paints a row: the paper, its number, an edge round the chosen one."""

    def __init__(self, model: PageModel, look: Look, glyphs: Glyphs) -> None:
        super().__init__(model)
        self._model = model
        self._look = look
        self._glyphs = glyphs
        self._pictures: dict[int, tuple[Page, QPixmap]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        page = self._model.page(index.row())
        caption = option.fontMetrics.height()
        return QSize(LIST_WIDTH - 16, round(_PAPER_WIDTH * _ratio(page)) + caption + 3 * _PADDING - 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: QRect = option.rect
        page = self._model.page(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        paper = QRectF(0, row.top() + _PADDING, _PAPER_WIDTH, round(_PAPER_WIDTH * _ratio(page)))
        paper.moveLeft(row.center().x() - _PAPER_WIDTH / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(row), option, chosen=chosen)
        painter.drawPixmap(paper.topLeft(), self._picture(index.row(), page, painter.device().devicePixelRatioF()))
        painter.setPen(QPen(self._look.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-1, -1, 1, 1) if chosen else paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(self._look.scale.font(9, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(self._look.colour("text" if chosen else "muted"))
        caption = QRectF(row.left(), paper.bottom() + 4, row.width(), row.bottom() - paper.bottom() - 4)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, index.data())
        if focused and option.widget.property("ring"):
            painter.setPen(self._look.focus_pen())
            painter.drawRoundedRect(QRectF(row).adjusted(3, 3, -3, -3), 6, 6)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("select" if chosen else "hover"))
            painter.drawRoundedRect(row.adjusted(2, 2, -2, -2), 6, 6)

    def _picture(self, row: int, page: Page, ratio: float) -> QPixmap:
        """The small picture of a page; kept while its frames stay the same."""
        known = self._pictures.get(row)
        if known and known[0].frames == page.frames and known[1].devicePixelRatioF() == ratio:
            return known[1]
        pixmap = QPixmap(round(_PAPER_WIDTH * ratio), round(_PAPER_WIDTH * _ratio(page) * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        painter.scale(_PAPER_WIDTH / page.width, _PAPER_WIDTH / page.width)
        paint_page(painter, page, self._glyphs)
        painter.end()
        self._pictures[row] = page, pixmap
        return pixmap


class Thumbnails(QListView):
    """The page list at the left of the pages."""

    chosen = Signal(int)
    """The page somebody chose here, counted from 0."""

    def __init__(self, look: Look, glyphs: Glyphs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = PageModel(self)
        self.setModel(self._pages)
        self.setItemDelegate(PageDelegate(self._pages, look, glyphs))
        self.setFixedWidth(LIST_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Pages"))
        follow_keyboard_focus(self)
        self.selectionModel().currentChanged.connect(lambda current, _before: self._announce(current))
        self._quiet = False

    def show_document(self, document: PagedDocument | None) -> None:
        """Show the pages of a document."""
        self._pages.set_document(document)

    def mark(self, page: int) -> None:
        """Choose a page without telling anyone."""
        self._quiet = True
        self.setCurrentIndex(self._pages.index(page))
        self._quiet = False

    def _announce(self, current: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(current.row())


def _ratio(page: Page) -> float:
    return page.height / page.width
