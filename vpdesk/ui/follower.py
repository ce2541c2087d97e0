"""Follows one file on disk, also through programs that save by putting a new file in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_PAUSE = 120
"""Milliseconds of quiet before a change counts: a program that saves touches the file several times."""


class Follower(QObject):
    """Tells when the followed file has changed, gone or come back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: tuple[int, int, int] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._watcher.fileChanged.connect(self._pause.start)
        self._watcher.directoryChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)

    def follow(self, path: Path | None) -> None:
        """Follow this file from now on, as it is now; None follows nothing."""
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        self._seen = _mark(path) if path else None
        self._watch()

    def _watch(self) -> None:
        """Watch the folder too: a file replaced by another is watched no longer."""
        if self._path is None:
            return
        wanted = {str(self._path), str(self._path.parent)}
        for one in wanted - {*self._watcher.files(), *self._watcher.directories()}:
            if Path(one).exists():
                self._watcher.addPath(one)

    def _look(self) -> None:
        self._watch()
        mark = _mark(self._path) if self._path else None
        if mark != self._seen:
            self._seen = mark
            self.changed.emit()


def _mark(path: Path) -> tuple[int, int, int] | None:
    """What changes whenever the file does; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
