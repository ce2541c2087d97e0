"""What the window asks of each of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vpdesk.ui.acts.kinds import Where

if TYPE_CHECKING:
    from vpdesk.domain.case_files import PaperKind
    from vpdesk.ui.preview.arrangement import Zoom


class Heading(NamedTuple):
    """What the top bar says of a page: a quiet name, what it is about, and chips of a word and its tone."""

    name: str
    subject: str = ""
    chips: tuple[tuple[str, str], ...] = ()


class Facts(NamedTuple):
    """What the status bar says of a page: where its data lie (`tip` in full), the rules, and when it was kept."""

    place: str = ""
    tip: str = ""
    rules: str = ""
    kept: str = ""


class Saving(NamedTuple):
    """What is said of keeping: a few words, in red where it is trouble."""

    words: str = ""
    is_trouble: bool = False


class Sheets(Protocol):
    """A view of pages that can be turned and enlarged."""

    @property
    def current_page(self) -> int:
        """The page in hand, counted from 0."""

    @property
    def page_count(self) -> int:
        """How many pages are shown."""

    def turn_to(self, page: int) -> None:
        """Take a page in hand."""

    def set_zoom(self, zoom: Zoom) -> None:
        """Enlarge."""

    def zoom_step(self, direction: int) -> None:
        """Zoom to the next usual size above (+1) or below (-1)."""


class Page(QWidget):
    """A page of the window. It tells when what the window says of it has changed."""

    renewed = Signal()
    stale = Signal()
    """F5: what it shows is to be read again; a page of a register has its room listen."""
    acts: tuple[str, ...] = ()
    """The acts that the top bar offers on it, the main one last."""

    has_main: bool = True
    """Whether the last of them is its filled button; False where that stands elsewhere on the page."""
    more: tuple[str, ...] = ()
    """Acts that stand in a menu beside them."""
    place: ClassVar[str] = "drafts"
    """The place of the rail that it belongs to."""
    is_first: ClassVar[bool] = False
    """Whether it is what its place shows first: nothing leads back from it."""
    needs_width: bool = False
    """Whether the rail starts folded beside it."""
    tells_deadlines: ClassVar[bool] = False
    """Whether it says itself what is late and soon due, so that nothing above it need."""
    stands_alone: ClassVar[bool] = False
    """Whether nothing else of the window is in sight with it: nobody has signed in."""

    def enter(self) -> None:
        """Bring the acts up to this page, which is in sight."""

    def saving(self) -> Saving:
        """How far what is typed on it is kept."""
        return Saving()

    def heading(self) -> Heading:
        """What the top bar says of it."""
        return Heading("vpdesk")

    def facts(self) -> Facts:
        """What the status bar says of it."""
        return Facts()

    def serves(self) -> frozenset[Where]:
        """The kinds of acts that can be done on it now."""
        return frozenset()

    def title(self) -> str:
        """What the window's title says of it."""
        return ""

    def panes(self) -> list[QWidget]:
        """The panes that F6 walks, in reading order."""
        return []

    def foot(self) -> int:
        """The height at its foot that messages must not cover."""
        return 0

    def aside(self) -> int:
        """The width at its right edge that messages must not cover."""
        return 0

    def sheets(self) -> Sheets | None:
        """The pages that the keys turn and enlarge."""
        return None

    def records(self) -> tuple[UUID, ...]:
        """The dispatches of the store whose pages it shows."""
        return ()

    def documents(self) -> tuple[tuple[PaperKind, UUID], ...]:
        """The documents in hand that can be put in case files: what each is, and its id."""
        return ()

    def to_filter(self) -> None:
        """Take the keys to the filter of its list."""

    def takes(self, paths: Sequence[Path]) -> str:
        """What letting go of files does here, in a sentence; nothing where it does not take them."""
        return ""

    def take(self, paths: Sequence[Path]) -> None:
        """Take files that were let go of."""

    def put_away(self) -> bool:
        """Put away what Esc puts away here; whether there was anything."""
        return False

    def take_keys(self) -> None:
        """Give the keys to what the page is about."""
        self.setFocus()
