"""Scans that wait for their entry: looked into and drawn beside the window, one of them in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageReader

from vpdesk.domain.errors import DeskError, FileNotUnderstood, PdfBroken
from vpdesk.domain.read_pages import LookedInto
from vpdesk.layout.geometry import Size
from vpdesk.words.catalogue import _, ngettext

if TYPE_CHECKING:
    from vpdesk.services.desk import Desk
    from vpdesk.ui.runner import Runner

PATTERNS = ("*.pdf", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.docx")
_ENDINGS = frozenset(pattern.removeprefix("*") for pattern in PATTERNS)
_PDF = "application/pdf"
_A4_WIDTH = 595.0
"""Points that a picture counts as wide: what scanners say of their resolution is often wrong."""

Failed = Callable[[DeskError], None]


@dataclass(frozen=True)
class Scan:
    """A file that waits; `looked` is what was read in it, `sheets` its pages, once they are known."""

    path: Path
    looked: LookedInto | None = None
    sheets: tuple[Size, ...] = ()
    identity: object = field(default_factory=object)


def are_scans(paths: Iterable[Path]) -> bool:
    """Whether these files may be scans, by their names: all of them, and at least one."""
    endings = {path.suffix.lower() for path in paths}
    return bool(endings) and endings <= _ENDINGS


def scans_taken(paths: Sequence[Path]) -> str:
    """What letting go of files over the registers of arrivals does; nothing where they are no scans."""
    if not are_scans(paths):
        return ""
    if len(paths) == 1:
        return _("Let go to enter “{name}” as an arrival").format(name=paths[0].name)
    words = ngettext("Let go to enter {count} scan", "Let go to enter {count} scans, one after another", len(paths))
    return words.format(count=len(paths))


class Scans(QObject):
    """The shelf of scans. `runner` does what takes long; trouble with a file takes it off the shelf."""

    changed = Signal()
    """Other scans wait, or another is in hand, or more is known of it."""
    failed = Signal(object, str)
    """A DeskError, and the name of the file."""
    drawn = Signal(int, QImage)
    """The picture of a page of the scan in hand."""

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self.waiting: tuple[Scan, ...] = ()
        self._place = 0

    @property
    def scan(self) -> Scan | None:
        """The scan in hand."""
        return self.waiting[self._place] if self.waiting else None

    @property
    def place(self) -> int:
        """Its place among those that wait, from 0."""
        return self._place

    def add(self, paths: Iterable[Path]) -> None:
        """Put files on the shelf; the first of them is in hand where none was."""
        known = {one.path for one in self.waiting}
        new = tuple(Scan(path) for path in paths if path not in known)
        self.waiting += new
        self.changed.emit()
        for one in new:
            self._look_into(one)

    def show(self, scans: Iterable[Scan]) -> None:
        """Let these be on the shelf, and no others; the one in hand stays so where it is among them."""
        in_hand = self.scan
        self.waiting = tuple(scans)
        places = [place for place, one in enumerate(self.waiting) if in_hand and one.path == in_hand.path]
        self._place = places[0] if places else 0
        self.changed.emit()

    def step(self, direction: int) -> None:
        """Take the next scan in hand (+1) or the one before (-1), round the shelf."""
        if self.waiting:
            self.take_in_hand((self._place + direction) % len(self.waiting))

    def take_in_hand(self, place: int) -> None:
        """Take a scan in hand."""
        self._place = place
        self.changed.emit()

    def drop(self, scan: Scan | None = None) -> None:
        """Take a scan off the shelf, the one in hand where none is named; the next comes in hand."""
        gone = scan or self.scan
        if gone is not None:
            self.waiting = tuple(one for one in self.waiting if one.identity is not gone.identity)
            self._place = min(self._place, max(len(self.waiting) - 1, 0))
            self.changed.emit()

    def draw(self, page: int, scale: float) -> None:
        """Draw a page of the scan in hand, so many pixels to a point."""
        scan = self.scan
        if scan is not None and page < len(scan.sheets):
            draw(self._runner, scan, page, scale, lambda picture: self._drawn(scan, page, picture), self._ignore)

    def _drawn(self, scan: Scan, page: int, picture: QImage) -> None:
        if self.scan is not None and self.scan.identity is scan.identity:
            self.drawn.emit(page, picture)

    def _ignore(self, _error: DeskError) -> None:
        """A page that cannot be drawn stays white; the file itself was told of, or is kept all the same."""

    def _look_into(self, scan: Scan) -> None:
        def look() -> Scan:
            from vpdesk.services import files

            looked = files.look_into(self._desk, scan.path)
            return replace(scan, looked=looked, sheets=sheets_of(scan.path, looked.media_type))

        def failed(error: DeskError) -> None:
            self.drop(scan)
            self.failed.emit(error, scan.path.name)

        self._runner.run(look, self._known, failed)

    def _known(self, scan: Scan) -> None:
        self.waiting = tuple(scan if one.identity is scan.identity else one for one in self.waiting)
        self.changed.emit()


def sheets_of(path: Path, media_type: str) -> tuple[Size, ...]:
    """The pages of a file; none for one that cannot be shown. Not for the window's thread."""
    if media_type == _PDF:
        from vpdesk.services import pictures

        try:
            return pictures.sheets(path)
        except (PdfBroken, FileNotUnderstood):
            return ()
    if not media_type.startswith("image/"):
        return ()
    reader = QImageReader(str(path))
    return tuple(_size_of(reader, page) for page in range(max(reader.imageCount(), 1 if reader.canRead() else 0)))


def _size_of(reader: QImageReader, page: int) -> Size:
    reader.jumpToImage(page)
    size = reader.size()
    width, height = max(size.width(), 1), max(size.height(), 1)
    points = _A4_WIDTH / width
    return Size(width * points, height * points)


def draw(runner: Runner, scan: Scan, page: int, scale: float, done: Callable[[QImage], None], failed: Failed) -> None:
    """Draw a page of a file beside the window."""
    kind = scan.looked.media_type if scan.looked else ""

    def paint() -> QImage:
        if kind == _PDF:
            from vpdesk.services import pictures

            return QImage.fromData(pictures.picture(scan.path, page, scale))
        reader = QImageReader(str(scan.path))
        reader.setAutoTransform(True)
        reader.jumpToImage(page)
        sheet = scan.sheets[page]
        reader.setScaledSize(QSize(round(sheet.width * scale), round(sheet.height * scale)))
        return reader.read()

    runner.run(paint, lambda picture: None if picture.isNull() else done(picture), failed)
