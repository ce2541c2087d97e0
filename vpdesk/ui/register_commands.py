"""One small function for each thing a person does with the outgoing register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.outgoing import LinkKind

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.outgoing_room import OutgoingRoom
    from vpdesk.ui.rows_of_numbers import RowsOfNumbers


def issue_numbers(window: MainWindow) -> None:
    """Ask for the numbers of what is chosen, and issue it."""
    _room(window).acts.issue()


def number_all(window: MainWindow) -> None:
    """Ask for the numbers of all that the desk shows waiting, and issue it."""
    from vpdesk.ui.desk_room import DeskRoom

    room = window.room_of("desk")
    assert isinstance(room, DeskRoom)  # noqa: S101 -- the act is offered on the desk only
    room.number_all()


def open_line(window: MainWindow) -> None:
    """Show the line in hand in large."""
    _room(window).open_detail()


def next_line(window: MainWindow) -> None:
    """Show the next line of the list in large."""
    _room(window).step(+1)


def previous_line(window: MainWindow) -> None:
    """Show the line before in the list in large."""
    _room(window).step(-1)


def print_issued(window: MainWindow) -> None:
    """Print the issued paper of the line in hand."""
    _room(window).papers.print_line()


def export_issued(window: MainWindow) -> None:
    """Write the issued paper of the line in hand to a file."""
    _room(window).papers.export_line()


def deliver(window: MainWindow) -> None:
    """Set down how the papers of the line in hand went out and came in."""
    _room(window).acts.deliver()


def correct(window: MainWindow) -> None:
    """Correct the line in hand."""
    _room(window).acts.correct()


def hold(window: MainWindow) -> None:
    """Hold numbers for somebody."""
    _room(window).acts.hold()


def extend_hold(window: MainWindow) -> None:
    """Hold the number in hand longer."""
    _room(window).acts.extend_hold()


def lend(window: MainWindow) -> None:
    """Lend the file copy of the line in hand, or take it in."""
    _room(window).acts.lend()


def register_external(window: MainWindow) -> None:
    """Enter documents that were made outside the program."""
    _room(window).acts.register_external()


def withhold(window: MainWindow) -> None:
    """Take the number of a secret document."""
    _room(window).acts.withhold()


def void(window: MainWindow) -> None:
    """Make the number in hand void."""
    _room(window).acts.void()


def replace(window: MainWindow) -> None:
    """Begin what replaces the document in hand."""
    _room(window).acts.follow_up(LinkKind.REPLACES)


def amend_line(window: MainWindow) -> None:
    """Begin what amends the document in hand."""
    _room(window).acts.follow_up(LinkKind.AMENDS)


def correct_line(window: MainWindow) -> None:
    """Begin the letter that corrects the document in hand."""
    _room(window).acts.follow_up(LinkKind.CORRECTS)


def recall(window: MainWindow) -> None:
    """Begin the letter that recalls the document in hand."""
    _room(window).acts.follow_up(LinkKind.RECALLS)


def copy_whole(window: MainWindow) -> None:
    """Begin a certified copy of the whole document in hand."""
    from vpdesk.domain.dispatch import CopyKind

    _room(window).acts.copy(CopyKind.WHOLE)


def extract(window: MainWindow) -> None:
    """Begin a certified extract of the document in hand."""
    from vpdesk.domain.dispatch import CopyKind

    _room(window).acts.copy(CopyKind.EXTRACT)


def show_rows_of_numbers(window: MainWindow) -> None:
    """Show the rows of numbers."""
    _room(window).show_rows_of_numbers()


def open_row(window: MainWindow) -> None:
    """Let a row of numbers begin with another number."""
    _rows(window).open_row()


def close_row(window: MainWindow) -> None:
    """Close the row of numbers in hand."""
    _rows(window).close_row()


def close_term(window: MainWindow) -> None:
    """Close every row of a body that runs on a day."""
    _rows(window).close_term()


def print_closing(window: MainWindow) -> None:
    """Print what the row of numbers in hand accounts for."""
    _rows(window).print_closing()


def show_holidays(window: MainWindow) -> None:
    """Show the days on which the office does not work."""
    _rows(window).show_holidays()


def show_numbering(window: MainWindow) -> None:
    """Show how the numbers of the office run."""
    _rows(window).show_numbering()


def _room(window: MainWindow) -> OutgoingRoom:
    """The room of the register: its acts are offered in an office only."""
    from vpdesk.ui.outgoing_room import OutgoingRoom

    room = window.room_of("outgoing")
    assert isinstance(room, OutgoingRoom)  # noqa: S101
    return room


def _rows(window: MainWindow) -> RowsOfNumbers:
    return _room(window).rows_of_numbers
