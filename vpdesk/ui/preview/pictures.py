"""Pictures of the pages in sight, so that scrolling is a blit. They are made when nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from vpdesk.layout.frame import Page
from vpdesk.ui.preview.painter import Glyphs, paint_page

BLEED = 4
"""Desk round the paper in its picture: there lies the shadow."""
_MOST_PIXELS = 16_000_000
"""64 MB. Beyond it, as where a page is shown much enlarged, pages are painted from their glyphs."""

PaintSheet = Callable[[QPainter, Page, QRectF], None]
"""Paints a page and its shadow; the rectangle is the paper's."""


class PagePictures:
    """Pictures at one scale and resolution. A page is known by its identity: it never changes."""

    def __init__(self, paint: PaintSheet) -> None:
        self._paint = paint
        self._made_for = (0.0, 0.0)
        self._pictures: dict[Page, QPixmap] = {}

    def of(self, page: Page, scale: float, ratio: float) -> QPixmap | None:
        """The picture of a page, `scale` units to a point and `ratio` pixels to a unit; None while there is none."""
        return self._pictures.get(page) if self._made_for == (scale, ratio) else None

    def make_one(self, pages: Iterable[Page], scale: float, ratio: float) -> bool:
        """Make the first picture of these pages that is missing and let go all others. False: nothing was missing.

        The pages come with the most wanted first: where the bound is reached, the last have no picture.
        """
        known = self._pictures if self._made_for == (scale, ratio) else {}
        self._made_for, self._pictures = (scale, ratio), {}
        has_made, room = False, _MOST_PIXELS
        for page in pages:
            # The same whole pixels as the arrangement has.
            width, height = round(page.width * scale * ratio), round(page.height * scale * ratio)
            room -= width * height
            if room < 0:
                break
            if page in known:
                self._pictures[page] = known[page]
            elif not has_made:
                self._pictures[page] = self._picture(page, width, height, ratio)
                has_made = True
        return has_made

    def forget(self) -> None:
        """Let all pictures go: the look is another one."""
        self._pictures = {}

    def _picture(self, page: Page, width: int, height: int, ratio: float) -> QPixmap:
        bleed = round(2 * BLEED * ratio)
        pixmap = QPixmap(width + bleed, height + bleed)
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        self._paint(painter, page, QRectF(BLEED, BLEED, width / ratio, height / ratio))
        painter.end()
        return pixmap


def picture_of(page: Page, room: QSize, ratio: float, glyphs: Glyphs) -> QPixmap:
    """A page on white paper, as large as a room of so many device-independent pixels lets it be, its foot cut off."""
    pixmap = QPixmap(room * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(room.width() / page.width, room.width() / page.width)
    paint_page(painter, page, glyphs)
    painter.end()
    return pixmap
