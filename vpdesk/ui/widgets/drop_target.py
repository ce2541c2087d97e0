"""Says, while a file is held over the window, what letting go will do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.ui.widgets.labels import ElidedLabel
from vpdesk.words.catalogue import _


class DropTarget(QWidget):
    """A field over the whole window, shown while a file that can be opened is held over it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ElidedLabel()
        QVBoxLayout(self).addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def offer(self, path: Path) -> None:
        """Say that letting go opens this file."""
        self.setGeometry(self._over.rect())
        self._words.say(_("Let go to open “{name}”").format(name=path.name))
        self.show()
        self.raise_()


def dropped_file(data: QMimeData) -> Path | None:
    """The one dispatch file somebody brings; None for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".json" else None
