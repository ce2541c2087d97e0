"""What a person does with the bodies of the office and their terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vpdesk.ui.bodies_room import BodiesRoom
    from vpdesk.ui.main_window import MainWindow


def show_bodies(window: MainWindow) -> None:
    """Show the bodies of the office and their terms."""
    window.enter("bodies")


def choose_secrets(window: MainWindow) -> None:
    """Ask by which decision secret papers are registered here."""
    _room(window).choose_secrets()


def save(window: MainWindow) -> None:
    """Keep the record in the form."""
    _room(window).page.save()


def new_term(window: MainWindow) -> None:
    """Ask for the congress after which a term begins."""
    page = _room(window).page
    page.begin(page.new_term)


def close_rows(window: MainWindow) -> None:
    """Lead through the closing of the rows of the term in hand."""
    _room(window).close_rows()


def drop_term(window: MainWindow) -> None:
    """Let the term in hand be none."""
    _room(window).page.drop_term()


def rename(window: MainWindow) -> None:
    """Ask what the body in hand is called from a day on."""
    page = _room(window).page
    page.begin(page.rename)


def found(window: MainWindow) -> None:
    """Ask for the body that takes the place of the one in hand."""
    page = _room(window).page
    page.begin(page.found)


def end(window: MainWindow) -> None:
    """Ask for the last day of the body in hand."""
    page = _room(window).page
    page.begin(page.end)


def _room(window: MainWindow) -> BodiesRoom:
    """The room of the bodies: its acts are offered in an office only."""
    from vpdesk.ui.bodies_room import BodiesRoom

    room = window.room_of("bodies")
    assert isinstance(room, BodiesRoom)  # noqa: S101
    return room
