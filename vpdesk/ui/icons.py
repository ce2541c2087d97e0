"""Icons by name, drawn in the colours of the look at the size and resolution asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vpdesk.ui.style import Look

_STROKE_WIDTH = "1.75"


class Icons:
    """The icons of one look. The colour is asked for at each painting, so a change of theme needs no new icons."""

    def __init__(self, folder: Path, look: Look) -> None:
        self._folder = folder
        self._look = look
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """The icon `name` in the colour of a token; it follows a change of theme by itself."""
        return QIcon(_Engine(self, name, tone))

    def draw(self, painter: QPainter, name: str, tone: str, target: QRectF) -> None:
        """Draw an icon into a rectangle."""
        self.renderer(name, self._look.colour(tone)).render(painter, target)

    def renderer(self, name: str, colour: QColor) -> QSvgRenderer:
        """What draws the icon `name` in this colour."""
        key = name, colour.name()
        known = self._renderers.get(key)
        if known is None:
            source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            source = source.replace('stroke-width="2"', f'stroke-width="{_STROKE_WIDTH}"')
            source = source.replace("currentColor", colour.name())
            known = self._renderers[key] = QSvgRenderer(QByteArray(source.encode()))
        return known


class _Engine(QIconEngine):
    """An icon that is drawn anew for each size, resolution and theme."""

    def __init__(self, icons: Icons, name: str, tone: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        target = QRectF(0, 0, side, side)
        target.moveCenter(QRectF(rect).center())
        self._icons.draw(painter, self._name, self._tone_of(mode, state), target)

    def _tone_of(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return "faint"
        return "accent" if state is QIcon.State.On else self._tone

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # `size` counts device-independent pixels, `scale` says how many real ones make one of them.
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._tone)
