"""Pages as the window paints them."""

from __future__ import annotations

from PIL import Image, ImageOps
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from support.pictures import SCALE
from vpdesk.layout.frame import Page
from vpdesk.ui.preview.painter import Glyphs, paint_page


def on_screen(page: Page, glyphs: Glyphs) -> Image.Image:
    """A page as the window paints it, in greys, the darker the more ink."""
    image = QImage(round(page.width * SCALE), round(page.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.scale(SCALE, SCALE)
        paint_page(painter, page, glyphs)
    finally:
        painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return ImageOps.invert(Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1))
