"""The issued paper of a line in a view: its pages as they were stored, drawn as they come into sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from vpdesk.domain.errors import DeskError
    from vpdesk.layout.geometry import Picture
    from vpdesk.services.issued_papers import IssuedPaper
    from vpdesk.ui.outgoing import Outgoing
    from vpdesk.ui.preview.scan_view import ScanView


class StoredPaper(QObject):
    """Feeds a view with the pages of one line at a time."""

    def __init__(self, view: ScanView, outgoing: Outgoing, warn: Callable[[DeskError], None]) -> None:
        super().__init__(view)
        self._view, self._outgoing, self._warn = view, outgoing, warn
        self._line: UUID | None = None
        self._paper: IssuedPaper | None = None
        view.wanted.connect(self._draw)

    def show(self, line: UUID | None) -> None:
        """Show the paper of a line; the one in sight stays as it is. None for no paper."""
        if line == self._line:
            return
        self._line, self._paper = line, None
        self._view.show_sheets(())
        if line is not None:
            self._outgoing.paper(line, partial(self._take, line), self._warn)

    def _take(self, line: UUID, paper: IssuedPaper) -> None:
        if line == self._line:
            self._paper = paper
            self._view.show_sheets(paper.sizes)

    def _draw(self, page: int, scale: float) -> None:
        paper = self._paper
        if paper is None:
            return

        def show(picture: Picture) -> None:
            if self._paper is paper:
                self._view.put_picture(page, image_of(picture))

        self._outgoing.picture(paper, page, scale, show, self._warn)


def image_of(picture: Picture) -> QImage:
    """A picture as Qt paints it."""
    return QImage(picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888).copy()
