"""One small function for each thing a person does with arrivals in work."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vpdesk.domain.arriving import ArrivalView
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.main_window import MainWindow


def show_arrivals(window: MainWindow, view: ArrivalView) -> None:
    """Show the register with the arrivals of a view."""
    window.settle()
    _room(window).show_view(view)


def submit_arrivals(window: MainWindow) -> None:
    """Submit the arrivals in hand to the head."""
    room = _room(window)
    room.works.submit(room.chosen)


def take_back_arrivals(window: MainWindow) -> None:
    """Take the arrivals in hand back from the head."""
    room = _room(window)
    room.works.take_back(room.chosen)


def direct_arrival(window: MainWindow) -> None:
    """Show the form of the directive on the arrival in hand."""
    _room(window).direct()


def assign(window: MainWindow) -> None:
    """Assign the arrival in sight as the form says."""
    if (pane := _room(window).in_hand.page.directive) is not None:
        pane.assign()


def show_phrases(window: MainWindow) -> None:
    """Show the phrases of the officer."""
    _room(window).in_hand.directing.show_phrases()


def undo(window: MainWindow) -> None:
    """Undo the last act on arrivals that can be undone."""
    _room(window).undo()


def answer_arrival(window: MainWindow) -> None:
    """Begin the draft that answers the arrival in hand."""
    room = _room(window)
    room.works.answer(room.chosen[0])


def extend_deadline(window: MainWindow) -> None:
    """Ask for more time for the arrival in hand."""
    room = _room(window)
    room.works.extend(room.chosen[0])


def finish_arrivals(window: MainWindow) -> None:
    """Ask how the arrivals in hand ended without a reply."""
    room = _room(window)
    room.works.finish(room.chosen)


def answered_by(window: MainWindow) -> None:
    """Ask which document answers the arrival in hand."""
    room = _room(window)
    room.works.finish_with(room.chosen[0])


def reopen_arrival(window: MainWindow) -> None:
    """Ask why the arrival in hand is to go on."""
    room = _room(window)
    room.works.reopen(room.chosen[0])


def show_handling_days(window: MainWindow) -> None:
    """Show in how many workdays the office wants arrivals worked."""
    from vpdesk.ui.handling_days import ask_handling_days

    ask_handling_days(window, _room(window).type_names())


def _room(window: MainWindow) -> ArrivalsRoom:
    """The room of arrivals: its acts are offered in an office only."""
    from vpdesk.ui.arrivals_room import ArrivalsRoom

    room = window.room_of("arrivals")
    assert isinstance(room, ArrivalsRoom)  # noqa: S101
    return room
