"""The page of a dispatch file: it shows the file's pages and follows the file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vpdesk.domain.errors import DeskError, SecretDispatch
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.acts.kinds import Where
from vpdesk.ui.follower import Follower
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.page import Facts, Heading
from vpdesk.ui.pages.paper_page import PaperPage, side_by_side
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _
from vpdesk.words.wording import urgency_name

_ENDING = ".dispatch.json"


class FilePage(PaperPage):
    """Reads a dispatch file, shows it, and reads it again when it changes."""

    acts = ("open", "print", "export", "draft_from_file")
    opened = Signal(Path)
    """Another file than before is in sight."""
    missed = Signal(Path, object)
    """A file that could not be opened, and the DeskError that says why; the last good pages stay."""
    settled = Signal()
    """The file was read and nothing is wrong with it."""

    def __init__(
        self, look: Look, icons: Icons, glyphs: Glyphs, actions: Mapping[str, QAction], gateway: Gateway
    ) -> None:
        super().__init__(look, icons, glyphs, actions)
        self.path: Path | None = None
        self._gateway = gateway
        self._read_at = ""
        self._follower = Follower(self)
        self._follower.changed.connect(self.renew)
        self.findings.chosen.connect(self.view.outline)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.view, 1)
        right.addWidget(self.findings)
        row = side_by_side(self)
        row.addWidget(self.thumbnails)
        row.addLayout(right, 1)

    def open(self, path: Path) -> None:
        """Read a dispatch file and show it; from then on follow it."""
        path = path.absolute()
        self._follower.follow(path)
        self._gateway.open(path, lambda laid_out: self._opened(path, laid_out), lambda error: self._missed(path, error))

    def take_over(self, other: FilePage) -> None:
        """Show what another page showed, where it was."""
        self.path, self._read_at = other.path, other._read_at
        self._follower.follow(self.path)
        self.view.set_zoom(other.view.zoom)
        self.show_laid_out(other.laid_out)
        spot = other.view.top
        # The new parts get their sizes with the next turn of the event loop.
        QTimer.singleShot(0, self.view, lambda: self.view.show_from(spot))

    def renew(self) -> None:
        """Read the file again."""
        if self.path is not None:
            self.open(self.path)

    def _opened(self, path: Path, laid_out: LaidOut) -> None:
        is_other = path != self.path
        self.path = path
        self._read_at = QTime.currentTime().toString("HH:mm")
        self.show_laid_out(laid_out)
        self.settled.emit()
        self.renewed.emit()
        if is_other:
            self.view.turn_to(0)
            self.opened.emit(path)

    def _missed(self, path: Path, error: DeskError) -> None:
        self.missed.emit(path, error)
        if isinstance(error, SecretDispatch) and path == self.path:
            self.show_laid_out(None)
            self.renewed.emit()
        if self.laid_out is None:
            self.path = path
        self._follower.follow(self.path)

    def heading(self) -> Heading:
        if self.laid_out is None:
            return Heading("vpdesk")
        description, dispatch = self.laid_out.document.description, self.laid_out.dispatch
        chips = [] if dispatch.urgency is None else [(urgency_name(dispatch.urgency), "red")]
        if dispatch.number is None:
            chips.append((_("Draft"), "accent"))
        return Heading(description.title, " ".join(description.subject.split()), tuple(chips))

    def facts(self) -> Facts:
        if self.laid_out is None or self.path is None:
            return Facts()
        place = f"{self.path.parent.name}/{self.path.name}"
        read = _("Read at {time}").format(time=self._read_at)
        return Facts(place, str(self.path), self.laid_out.pack.title, read)

    def title(self) -> str:
        return self.path.name if self.laid_out and self.path else ""

    def file_name(self) -> str:
        return bare_name(self.path) if self.path else ""

    def serves(self) -> frozenset[Where]:
        return super().serves() | {Where.FILE}

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.thumbnails, self.view, self.findings.list]
        return [pane for pane in panes if pane.isVisible()] if self.laid_out else []

    def foot(self) -> int:
        return self.findings.height() if self.findings.isVisible() else 0

    def take_keys(self) -> None:
        self.view.setFocus()


def bare_name(path: Path) -> str:
    """The name of a dispatch file without its ending."""
    return path.name.removesuffix(_ENDING).removesuffix(".json")
