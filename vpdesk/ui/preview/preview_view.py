"""The pages of a document on their desk: zoom, turning pages, outlines. Only what shows is painted."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from vpdesk.layout import spots
from vpdesk.layout.frame import Page, PagedDocument
from vpdesk.layout.geometry import Size
from vpdesk.layout.spots import Area, Caret
from vpdesk.ui.preview.arrangement import GAP, Arrangement, Fit, Zoom, arrange, fitted, stepped
from vpdesk.ui.preview.marks import Mark, Marks, paint_selection
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.ui.preview.pictures import BLEED, PagePictures
from vpdesk.ui.preview.reading import extent_of, page_text
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus

_LINE_STEP = 48
_WHEEL_STEP = 1.1


class Spot(NamedTuple):
    """A place in the document: a page and points from its top left."""

    page: int
    x: float
    y: float


_CARET = QColor("#2F6FBF")
"""The page stays white in both looks, and so does what stands on it."""
_BEGINNING = Spot(0, 0, -1000)


class PreviewView(QAbstractScrollArea):
    """Shows a paged document and keeps its place while the document, the zoom or the window change."""

    turned = Signal()
    """Another page is the current one, or the number of pages has changed."""
    zoomed = Signal()
    """The zoom, or what it comes to, has changed."""

    ran_out = Signal(int)
    """The space bar asks for more behind the end (+1) or before the beginning (-1)."""
    clicked = Signal(int, float, float)
    """A page was clicked: its number from 0, and the place in points from its top left."""

    mark_chosen = Signal(int)
    """The badge of a remark was clicked: its number."""
    words_chosen = Signal(object, object)
    """Words of one text were chosen with the mouse: the `layout.spots.Spot` they begin at, and that they end before."""

    def __init__(self, look: Look, glyphs: Glyphs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._glyphs = glyphs
        self._pictures = PagePictures(self._paint_whole_sheet)
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self._make_picture)
        self._document: PagedDocument | None = None
        self._pages: tuple[Page, ...] = ()
        self._zoom: Zoom = Fit.WIDTH
        self._arrangement = Arrangement(1.0, (), 0, 0)
        self._current = 0
        self._outlined: str | None = None
        self._caret: Caret | None = None
        self._marks = Marks()
        self._chooses_words = False
        self._pressed: QPointF | None = None
        self._choice: tuple[spots.Spot, spots.Spot] | None = None
        self._chosen: tuple[Area, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        follow_keyboard_focus(self)
        look.changed.connect(self._dress)

    def show_document(self, document: PagedDocument | None) -> None:
        """Show a document in place of the last one, at the same place and without its marks."""
        spot = self.top if self._pages else _BEGINNING
        self._document = document
        self._pages = document.pages if document else ()
        self._current = min(self._current, max(len(self._pages) - 1, 0))
        self._caret = None
        self._marks = Marks()
        self._choice, self._chosen = None, ()
        self.show_from(spot)
        self._tell()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    @property
    def current_page(self) -> int:
        """The page in hand, counted from 0."""
        return self._current

    @property
    def zoom(self) -> Zoom:
        """The zoom that was chosen."""
        return self._zoom

    @property
    def factor(self) -> float:
        """What the zoom comes to; 1 is the size on paper."""
        return self._arrangement.factor

    def set_zoom(self, zoom: Zoom, about: QPointF | None = None) -> None:
        """Zoom, keeping the place at `about` in the viewport where it is (its middle when None)."""
        at = about if about is not None else QPointF(self.viewport().rect().center())
        spot = self._spot(at)
        self._zoom = zoom
        self._rearrange(spot, at)
        if zoom is Fit.PAGE:
            self.turn_to(self._current)

    def zoom_step(self, direction: int) -> None:
        """Zoom to the next usual size above (+1) or below (-1)."""
        self.set_zoom(stepped(self.factor, direction))

    def turn_to(self, page: int) -> None:
        """Bring the top of a page into sight and make it the current one."""
        if self._pages:
            page = min(max(page, 0), len(self._pages) - 1)
            self._reveal(self._arrangement.sheets[page].y)
            self._make_current(page)

    @property
    def top(self) -> Spot:
        """What of the document stands at the top of the window."""
        return self._spot(QPointF())

    def show_from(self, spot: Spot) -> None:
        """Bring a place of the document to the top of the window."""
        self._rearrange(spot, QPointF())

    def scroll_screen(self, direction: int) -> None:
        """Move on by nearly the height of the window; at the end, tell that there is no more."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * (bar.pageStep() - _LINE_STEP))
        if bar.value() == before:
            self.ran_out.emit(direction)

    @property
    def is_outlined(self) -> bool:
        """Whether a component is framed."""
        return self._outlined is not None

    def mark(self, caret: Caret | None) -> None:
        """Mark on the page where the caret of an editor stands, in sight; None takes the mark away."""
        self._caret = caret
        if caret is not None and caret.page < len(self._pages):
            self.reveal(Area(caret.page, caret.x, caret.baseline - caret.size, 0.0, caret.size))
        self.viewport().update()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these marks over the pages, and none of the last ones. They go with the document."""
        self._marks = Marks(marks)
        self.viewport().update()

    def reveal(self, area: Area) -> None:
        """Bring a place of the pages into sight and make its page the current one."""
        if area.page >= len(self._pages):
            return
        sheet, scale = self._arrangement.sheets[area.page], self._arrangement.scale
        top, left = sheet.y + area.y * scale, sheet.x + area.x * scale
        bottom, right = top + area.height * scale, left + area.width * scale
        shown, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        if top < shown or bottom > shown + self.viewport().height() - GAP:
            self._reveal(bottom - self.viewport().height() / 2)
        if left < across or right > across + self.viewport().width():
            self.horizontalScrollBar().setValue(round((left + right - self.viewport().width()) / 2))
        self._make_current(area.page)

    def let_choose_words(self) -> None:
        """Let words be chosen by dragging the mouse over them."""
        self._chooses_words = True
        self.viewport().setMouseTracking(True)

    def forget_choice(self) -> None:
        """Take the tint off the words that were chosen."""
        self._choose(None)

    def outline(self, component: str | None) -> None:
        """Frame a numbered component of the form and bring it into sight; None takes the frame away."""
        if component is None and not self.is_outlined:
            return
        self._outlined = component
        self.viewport().update()
        for index, page in enumerate(self._pages):
            if component is not None and (extent := extent_of(page, component)):
                top = self._arrangement.sheets[index].y + extent.top() * self._arrangement.scale
                bottom = top + extent.height() * self._arrangement.scale
                shown = self.verticalScrollBar().value()
                if top < shown or bottom > shown + self.viewport().height():
                    self._reveal(top - _LINE_STEP)
                self._make_current(index)
                return

    def _dress(self) -> None:
        self._pictures.forget()
        self.viewport().update()

    def _reveal(self, y: float) -> None:
        self.verticalScrollBar().setValue(round(y - GAP))

    def _make_current(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(page_text(self._pages[self._current]) if self._pages else "")
        self.turned.emit()

    # --- places -------------------------------------------------------------------------------------------------

    def _origin(self) -> QPointF:
        """What of the desk lies at the viewport's top left."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _spot(self, at: QPointF) -> Spot:
        """The place in the document under a point of the viewport."""
        place = at + self._origin()
        if not self._arrangement.sheets:
            return Spot(0, 0, 0)
        page = self._arrangement.nearest(place.y())
        sheet, scale = self._arrangement.sheets[page], self._arrangement.scale
        return Spot(page, (place.x() - sheet.x) / scale, (place.y() - sheet.y) / scale)

    def _rearrange(self, spot: Spot, at: QPointF) -> None:
        """Lay the pages out anew so that `spot` comes to lie at the point `at` of the viewport."""
        if self._zoom is Fit.WIDTH and self._pages:
            # Were the bar to come and go with the height, so would the width, and the height with it.
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        else:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        sizes = [Size(page.width, page.height) for page in self._pages]
        room = Size(self.viewport().width(), self.viewport().height())
        factor = fitted(sizes, self._zoom, room) if sizes else 1.0
        changed = factor != self._arrangement.factor
        self._arrangement = arrange(sizes, factor, room, self.devicePixelRatioF())
        self._set_ranges(room)
        if spot.page < len(self._arrangement.sheets):
            sheet, scale = self._arrangement.sheets[spot.page], self._arrangement.scale
            self.horizontalScrollBar().setValue(round(sheet.x + spot.x * scale - at.x()))
            self.verticalScrollBar().setValue(round(sheet.y + spot.y * scale - at.y()))
        self.viewport().update()
        if changed:
            self.zoomed.emit()

    def _set_ranges(self, room: Size) -> None:
        for bar, extent, shown in (
            (self.horizontalScrollBar(), self._arrangement.width, room.width),
            (self.verticalScrollBar(), self._arrangement.height, room.height),
        ):
            bar.setRange(0, max(0, round(extent - shown)))
            bar.setPageStep(round(shown))
            bar.setSingleStep(_LINE_STEP)

    # --- marks and chosen words ---------------------------------------------------------------------------------

    def _badge_at(self, at: QPointF) -> int | None:
        """The number of the badge under a point of the viewport."""
        if not self._pages:
            return None
        page = self._spot(at).page
        sheet = self._arrangement.sheets[page]
        place = at + self._origin() - QPointF(sheet.x, sheet.y)
        return self._marks.number_at(page, place, sheet.width, self._arrangement.scale)

    def _is_drag(self, at: QPointF) -> bool:
        """Whether the mouse went far enough from where it was pressed."""
        far = QApplication.startDragDistance() / 2
        return self._pressed is not None and (self._choice is not None or (at - self._pressed).manhattanLength() > far)

    def _choose_between(self, first: QPointF, last: QPointF) -> None:
        """Choose the words between two points of the viewport, in the text under the first."""
        if self._document is not None:
            ends = self._spot(first), self._spot(last)
            self._choose(spots.words_between(self._document, *ends, self._glyphs.fonts))

    def _choose(self, choice: tuple[spots.Spot, spots.Spot] | None) -> None:
        """Tint these words."""
        chosen: tuple[Area, ...] = ()
        if choice is not None and self._document is not None and choice[0].offset < choice[1].offset:
            chosen = spots.areas_of(self._document, choice[0], choice[1].offset, self._glyphs.fonts)
        self._choice = choice if chosen else None
        if chosen != self._chosen:
            self._chosen = chosen
            self.viewport().update()

    # --- Qt's events --------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(640, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:
        middle = QPointF(event.oldSize().width() / 2, 0)
        spot = self._spot(middle)
        self._rearrange(spot, QPointF(self.viewport().width() / 2, 0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if self._pages:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 2
            self._make_current(self._arrangement.nearest(middle))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            self.set_zoom(self.factor * _WHEEL_STEP**turns, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._choose(None)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is not None and self._chooses_words and self._is_drag(at):
            self._choose_between(self._pressed, at)
        elif not event.buttons():
            over = self._badge_at(at) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pages:
            badge = self._badge_at(event.position())
            if self._choice is not None:
                self.words_chosen.emit(*self._choice)
            elif badge is not None:
                self.mark_chosen.emit(badge)
            else:
                spot = self._spot(event.position())
                self.clicked.emit(spot.page, spot.x, spot.y)
            self._pressed = None
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.scroll_screen(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.show_from(self.top)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        exposed = QRectF(event.rect())
        painter.fillRect(exposed, self._look.colour("sunken"))
        origin = self._origin()
        top = origin.y() + exposed.top()
        for index in self._arrangement.between(top - BLEED, top + exposed.height() + BLEED):
            page, sheet = self._pages[index], self._arrangement.sheets[index]
            paper = _on_pixels(painter, QRectF(*sheet).translated(-origin))
            picture = self._pictures.of(page, self._arrangement.scale, self.devicePixelRatioF())
            if picture is not None:
                painter.drawPixmap(paper.topLeft() - QPointF(BLEED, BLEED), picture)
            else:
                self._paint_sheet(painter, page, paper, exposed)
            self._marks.paint(painter, index, page, paper, self._arrangement.scale)
            paint_selection(painter, self._chosen, index, paper, self._arrangement.scale)
            if self._outlined is not None and (extent := extent_of(page, self._outlined)):
                self._paint_outline(painter, extent, paper)
            if self._caret is not None and self._caret.page == index:
                self._paint_caret(painter, self._caret, paper)
        painter.end()
        self._idle.start()

    def _make_picture(self) -> None:
        """Picture a page in sight, or one beyond them on either side, that has no picture yet; then the next."""
        top = self._origin().y()
        shown = self._arrangement.between(top, top + self.viewport().height())
        beyond = [index for index in (shown.stop, shown.start - 1) if 0 <= index < len(self._pages)]
        wanted = [self._pages[index] for index in (*shown, *beyond)]
        if self._pictures.make_one(wanted, self._arrangement.scale, self.devicePixelRatioF()):
            self._idle.start()

    def _paint_whole_sheet(self, painter: QPainter, page: Page, paper: QRectF) -> None:
        whole = paper.adjusted(-BLEED, -BLEED, BLEED, BLEED)
        painter.fillRect(whole, self._look.colour("sunken"))
        self._paint_sheet(painter, page, paper, whole)

    def _paint_sheet(self, painter: QPainter, page: Page, paper: QRectF, exposed: QRectF) -> None:
        scale = self._arrangement.scale
        self._paint_edge(painter, paper)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.save()
        painter.setClipRect(paper & exposed)
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        shown = (paper & exposed).translated(-paper.topLeft())
        paint_page(painter, page, self._glyphs, QRectF(shown.topLeft() / scale, shown.size() / scale))
        painter.restore()

    def _paint_edge(self, painter: QPainter, paper: QRectF) -> None:
        """A soft shadow: paper lies on the desk, it is not framed."""
        shadow, desk = self._look.colour("text" if not self._look.is_dark else "rail"), self._look.colour("sunken")
        for spread, strength in ((1, 46), (2, 24), (3, 10)):
            # Opaque, and in strips: a rectangle drawn with a pen that lets the desk through costs more than the words.
            shade = _mixed(shadow, desk, strength / 255)
            ring = paper.adjusted(-spread, -spread + 1, spread, spread + 1)
            inner = ring.adjusted(1, 1, -1, -1)
            for top, bottom in ((ring.top(), inner.top()), (inner.bottom(), ring.bottom())):
                painter.fillRect(QRectF(ring.left(), top, ring.width(), bottom - top), shade)
            for left, right in ((ring.left(), inner.left()), (inner.right(), ring.right())):
                painter.fillRect(QRectF(left, inner.top(), right - left, inner.height()), shade)

    def _paint_caret(self, painter: QPainter, caret: Caret, paper: QRectF) -> None:
        scale = self._arrangement.scale
        at = paper.topLeft() + QPointF(caret.x, caret.baseline - 0.8 * caret.size) * scale
        painter.fillRect(QRectF(at.x() - 0.75, at.y(), 1.5, 1.05 * caret.size * scale), _CARET)

    def _paint_outline(self, painter: QPainter, extent: QRectF, paper: QRectF) -> None:
        scale = self._arrangement.scale
        painter.save()
        painter.setClipRect(paper)
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = self._look.colour("focus")
        pen = QPen(tint, 1.5 / scale)
        tint.setAlpha(20)
        painter.setPen(pen)
        painter.setBrush(tint)
        painter.drawRoundedRect(extent.adjusted(-4, -2, 4, 2), 3, 3)
        painter.restore()


def _mixed(over: QColor, under: QColor, share: float) -> QColor:
    """The colour seen where one lies over another and covers this share of it."""
    pairs = ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
    return QColor(*(round(share * upper + (1 - share) * lower) for upper, lower in pairs))


def _on_pixels(painter: QPainter, paper: QRectF) -> QRectF:
    """The paper moved to whole pixels: a place of the scroll bar may lie between them."""
    to_device = painter.deviceTransform()
    corner = to_device.map(paper.topLeft())
    return QRectF(to_device.inverted()[0].map(QPointF(round(corner.x()), round(corner.y()))), paper.size())
