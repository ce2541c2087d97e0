"""The sheets of a file that came in, as pictures on their desk: zoom, turning, the place a proposal was read from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from vpdesk.layout.geometry import Size
from vpdesk.layout.spots import Area
from vpdesk.ui.preview.arrangement import GAP, Arrangement, Fit, Zoom, arrange, fitted, stepped
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.preview.stamp_mark import StampMark
from vpdesk.ui.style import LIGHT, Look
from vpdesk.ui.widgets.focus import follow_keyboard_focus
from vpdesk.words.catalogue import _

_LINE_STEP = 48
_WHEEL_STEP = 1.1
_QUIET = 80
"""Milliseconds that the zoom has to rest before sharper pictures are asked for."""
_NEAR = 2
"""Sheets beyond those in sight whose pictures are kept."""


class ScanView(QAbstractScrollArea):
    """Shows sheets by their size in points. Pictures come from elsewhere, those in sight first."""

    turned = Signal()
    """Another sheet is in hand, or there are others."""
    zoomed = Signal()
    """The zoom, or what it comes to, has changed."""
    wanted = Signal(int, float)
    """The picture of a sheet is wanted, so many pixels to a point."""
    stamped = Signal(object)
    """Enter on the stamp that is held over a sheet: the StampMark where it lies."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stamp: tuple[StampMark, Glyphs] | None = None
        self._grip: QPointF | None = None
        self._sizes: tuple[Size, ...] = ()
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: dict[int, float] = {}
        self._zoom: Zoom = Fit.WIDTH
        self._arrangement = Arrangement(1.0, (), 0, 0)
        self._current = 0
        self._outlined: Area | None = None
        self._rest = QTimer(self, interval=_QUIET, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages of the scan"))
        follow_keyboard_focus(self)
        look.changed.connect(self.viewport().update)

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_sheets(self, sizes: tuple[Size, ...]) -> None:
        """Show sheets of these sizes from the first on; their pictures are asked for."""
        self._sizes, self._pictures, self._asked = sizes, {}, {}
        self._current, self._outlined, self._stamp = 0, None, None
        self._rearrange()
        self.verticalScrollBar().setValue(0)
        self._tell()

    def put_picture(self, page: int, picture: QImage) -> None:
        """Show the picture of a sheet."""
        if page < len(self._sizes):
            scale = picture.width() / self._sizes[page].width
            self._pictures[page] = scale, picture
            self.viewport().update()

    def outline(self, area: Area | None) -> None:
        """Frame a place of a sheet and bring it into sight; None takes the frame away."""
        self._outlined = area
        self.viewport().update()
        if area is not None and area.page < len(self._arrangement.sheets):
            sheet, scale = self._arrangement.sheets[area.page], self._arrangement.scale
            top, shown = sheet.y + area.y * scale, self.verticalScrollBar().value()
            if not shown <= top <= shown + self.viewport().height() - area.height * scale - GAP:
                self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))
            self._make_current(area.page)

    def hold_stamp(self, stamp: StampMark, glyphs: Glyphs) -> None:
        """Hold a stamp over a sheet: arrows or the mouse move it, Enter puts it down."""
        self._stamp = stamp, glyphs
        self.outline(Area(stamp.page, stamp.left, stamp.top, stamp.size.width, stamp.size.height))
        self.outline(None)

    @property
    def stamp(self) -> StampMark | None:
        """The stamp that is held."""
        return self._stamp[0] if self._stamp else None

    def drop_stamp(self) -> None:
        """Take the stamp away."""
        self._stamp = self._grip = None
        self.viewport().update()

    def _move_stamp(self, stamp: StampMark) -> None:
        if self._stamp is not None:
            self.hold_stamp(stamp, self._stamp[1])

    @property
    def is_outlined(self) -> bool:
        """Whether a place is framed."""
        return self._outlined is not None

    @property
    def pictures(self) -> dict[int, QImage]:
        """The pictures that are there, by their sheets."""
        return {page: picture for page, (_scale, picture) in self._pictures.items()}

    @property
    def page_count(self) -> int:
        """How many sheets are shown."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The sheet in hand, counted from 0."""
        return self._current

    def turn_to(self, page: int) -> None:
        """Bring the top of a sheet into sight and take it in hand."""
        if self._sizes:
            page = min(max(page, 0), len(self._sizes) - 1)
            self.verticalScrollBar().setValue(round(self._arrangement.sheets[page].y - GAP))
            self._make_current(page)

    @property
    def zoom(self) -> Zoom:
        """The zoom that was chosen."""
        return self._zoom

    @property
    def factor(self) -> float:
        """What the zoom comes to; 1 is the size on paper."""
        return self._arrangement.factor

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom; what is in the middle stays there."""
        self._zoom = zoom
        self._rearrange()
        if zoom is Fit.PAGE:
            self.turn_to(self._current)

    def zoom_step(self, direction: int) -> None:
        """Zoom to the next usual size above (+1) or below (-1)."""
        self.set_zoom(stepped(self.factor, direction))

    def _make_current(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self._tell()

    def _tell(self) -> None:
        number = _("Page {number} / {count}").format(number=self._current + 1, count=len(self._sizes))
        self.setAccessibleDescription(number if self._sizes else "")
        self.turned.emit()

    # --- places ---------------------------------------------------------------------------------------------------

    def _rearrange(self) -> None:
        policy = Qt.ScrollBarPolicy
        keeps_bar = self._zoom is Fit.WIDTH and self._sizes
        # Were the bar to come and go with the height, so would the width, and the height with it.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if keeps_bar else policy.ScrollBarAsNeeded)
        room = Size(self.viewport().width(), self.viewport().height())
        before, middle = self._arrangement, self.verticalScrollBar().value() + room.height / 2
        factor = fitted(self._sizes, self._zoom, room) if self._sizes else 1.0
        self._arrangement = arrange(self._sizes, factor, room, self.devicePixelRatioF())
        for bar, extent, shown in (
            (self.horizontalScrollBar(), self._arrangement.width, room.width),
            (self.verticalScrollBar(), self._arrangement.height, room.height),
        ):
            bar.setRange(0, max(0, round(extent - shown)))
            bar.setPageStep(round(shown))
            bar.setSingleStep(_LINE_STEP)
        is_scrolled = self.verticalScrollBar().value() > 0
        if is_scrolled and before.height and self._sizes and before.factor != factor:
            share = middle / before.height
            self.verticalScrollBar().setValue(round(share * self._arrangement.height - room.height / 2))
        self._rest.start()
        self.viewport().update()
        if before.factor != factor:
            self.zoomed.emit()

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self._arrangement.between(top, top + self.viewport().height())

    def _ask(self) -> None:
        """Ask for the pictures in sight, and let go of those that are far away."""
        shown, scale = self._in_sight(), self._arrangement.scale * self.devicePixelRatioF()
        kept = range(shown.start - _NEAR, shown.stop + _NEAR)
        self._pictures = {page: one for page, one in self._pictures.items() if page in kept}
        self._asked = {page: one for page, one in self._asked.items() if page in kept}
        for page in (*shown, *(one for one in (shown.stop,) if one < len(self._sizes))):
            if self._asked.get(page) != scale:
                self._asked[page] = scale
                self.wanted.emit(page, scale)

    # --- Qt's events ----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(560, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rearrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._rest.start()
        if self._sizes:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 2
            self._make_current(self._arrangement.nearest(middle))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.factor * _WHEEL_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stamp = self.stamp
        if stamp is not None and (area := self._stamp_area(stamp)).contains(event.position()):
            self._grip = event.position() - area.topLeft()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stamp = self.stamp
        if stamp is not None and self._grip is not None:
            corner = event.position() - self._grip - self._paper(stamp.page).topLeft()
            scale = self._arrangement.scale
            moved = stamp.inside(self._sizes[stamp.page], corner.x() / scale, corner.y() / scale)
            self._move_stamp(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def _paper(self, page: int) -> QRectF:
        """Where a sheet lies in the viewport."""
        sheet = self._arrangement.sheets[page]
        origin = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(sheet.x, sheet.y, sheet.width, sheet.height).translated(-origin)

    def _stamp_area(self, stamp: StampMark) -> QRectF:
        return stamp.area(self._arrangement.scale).translated(self._paper(stamp.page).topLeft())

    def _obey_with_stamp(self, stamp: StampMark, event: QKeyEvent) -> bool:
        """Let a key move the stamp or put it down; whether it did."""
        leaps = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stamped.emit(stamp)
            return True
        moved = stamp.moved(Qt.Key(event.key()), self._sizes[stamp.page], leaps=leaps)
        if moved is not None:
            self._move_stamp(moved)
        return moved is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.stamp is not None and self._obey_with_stamp(self.stamp, event):
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            bar, step = self.verticalScrollBar(), self.viewport().height() - _LINE_STEP
            bar.setValue(bar.value() + (-step if event.modifiers() else step))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._look.colour("sunken"))
        for page in self._in_sight():
            paper = self._paper(page)
            painter.fillRect(paper.adjusted(-1, 0, 1, 2), self._look.colour("line"))
            painter.fillRect(paper, Qt.GlobalColor.white)
            if page in self._pictures:
                painter.drawImage(paper, self._pictures[page][1])
            self._paint_over(painter, page, paper)
        painter.end()

    def _paint_over(self, painter: QPainter, page: int, paper: QRectF) -> None:
        """Paint what lies over a sheet: the frame round a place."""
        area, scale = self._outlined, self._arrangement.scale
        if self._stamp is not None and self._stamp[0].page == page:
            self._stamp[0].paint(painter, paper, scale, self._stamp[1])
        if area is None or area.page != page:
            return
        tint = QColor(LIGHT.focus)  # the sheet is white in both looks
        painter.setPen(QPen(tint, 1.5))
        tint.setAlpha(28)
        painter.setBrush(tint)
        frame = QRectF(area.x * scale, area.y * scale, area.width * scale, area.height * scale)
        painter.drawRoundedRect(frame.translated(paper.topLeft()).adjusted(-4, -3, 4, 3), 3, 3)
