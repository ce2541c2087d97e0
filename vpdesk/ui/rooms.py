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


def open_record(kind: FoundKind, record: UUID, window: MainWindow) -> None:
    """Show a document that was found, in the place where it belongs."""
    if kind is FoundKind.DRAFT:
        window.open_draft(record)
    elif (place := _PLACES[kind]) in _ROOMS:
        window.enter(place)
        if isinstance(room := window.rooms[place], OpensRecords):
            room.open_record(record)


def _search(window: MainWindow) -> Room:
    from vpdesk.ui.search_room import SearchRoom

    return SearchRoom(window)


_PLACES: Final = {FoundKind.OUTGOING: "outgoing", FoundKind.INCOMING: "arrivals"}
_ROOMS: Final[dict[str, Callable[[MainWindow], Room]]] = {"search": _search}
"""How each room is made; what it needs is taken in then."""
