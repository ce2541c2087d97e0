"""The rooms of the registers: each holds the pages of one place of the rail, and is made when it is first entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from vpdesk.domain.finding import FoundKind

if TYPE_CHECKING:
    from uuid import UUID

    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page


class Room(Protocol):
    """What holds the pages of a place."""

    def show(self) -> None:
        """Show its first page, renewed."""

    def holds(self, page: Page) -> bool:
        """Whether a page is one of its own."""

    def rebuild(self, *, in_sight: bool) -> None:
        """Let its pages go, for the window is built anew; show one again where it was in sight."""


@runtime_checkable
class OpensRecords(Protocol):
    """A room that can show one of its records."""

    def open_record(self, record: UUID) -> None:
        """Show a record of its own, whatever its list shows."""


def make_room(name: str, window: MainWindow) -> Room:
    """The room of a place, by the name of its act."""
    return _ROOMS[name](window)


def _desk(window: MainWindow) -> Room:
    from vpdesk.ui.desk_room import DeskRoom

    return DeskRoom(window)


def _arrivals(window: MainWindow) -> Room:
    from vpdesk.ui.arrivals_room import ArrivalsRoom

    return ArrivalsRoom(window)


def _outgoing(window: MainWindow) -> Room:
    from vpdesk.ui.outgoing_room import OutgoingRoom

    return OutgoingRoom(window)


def _books(window: MainWindow) -> Room:
    from vpdesk.ui.books_room import BooksRoom

    return BooksRoom(window)


def open_record(kind: FoundKind, record: UUID, window: MainWindow) -> None:
    """Show a document that was found, in the place where it belongs."""
    if kind is FoundKind.DRAFT:
        window.open_draft(record)
    else:
        place = _PLACES[kind]
        window.enter(place)
        room = window.rooms[place]
        assert isinstance(room, OpensRecords)  # noqa: S101 -- all of them are
        room.open_record(record)


def _search(window: MainWindow) -> Room:
    from vpdesk.ui.search_room import SearchRoom

    return SearchRoom(window)


def _case_files(window: MainWindow) -> Room:
    from vpdesk.ui.case_files_room import CaseFilesRoom

    return CaseFilesRoom(window)


def _old_books(window: MainWindow) -> Room:
    from vpdesk.ui.import_room import ImportRoom

    return ImportRoom(window)


def _bodies(window: MainWindow) -> Room:
    from vpdesk.ui.bodies_room import BodiesRoom

    return BodiesRoom(window)


_PLACES: Final = {
    FoundKind.OUTGOING: "outgoing",
    FoundKind.INCOMING: "arrivals",
    FoundKind.CASE_FILE: "case_files",
}
_ROOMS: Final[dict[str, Callable[[MainWindow], Room]]] = {
    "desk": _desk,
    "outgoing": _outgoing,
    "arrivals": _arrivals,
    "case_files": _case_files,
    "search": _search,
    "books": _books,
    "import_book": _old_books,
    "bodies": _bodies,
}
"""How each room is made; what it needs is taken in then."""
