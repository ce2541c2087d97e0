"""Says, while a file is held over the window, what letting go will do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.ui.widgets.labels import ElidedLabel


class DropTarget(QWidget):
    """A field over the whole window, shown while files that can be taken are held over it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ElidedLabel()
        QVBoxLayout(self).addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def say(self, words: str) -> None:
        """Say what letting go will do."""
        self.setGeometry(self._over.rect())
        self._words.say(words)
        self.show()
        self.raise_()


def dropped_file(data: QMimeData) -> Path | None:
    """The one dispatch file somebody brings; None for anything else."""
    files = dropped_files(data)
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".json" else None


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that somebody brings."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
