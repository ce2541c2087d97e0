"""What waits for the officer at the desk: counted on the rail, and said in the strip where a deadline presses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vpdesk.domain.arriving import ArrivalView
from vpdesk.domain.roles import Permission
from vpdesk.ui.work_commands import show_arrivals
from vpdesk.words.arrival_work import reminder_words, waits_for

if TYPE_CHECKING:
    from vpdesk.domain.arrival_work import OpenCounts
    from vpdesk.domain.errors import DeskError
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.widgets.reminder_strip import ReminderStrip

_LOOKS_EVERY = 180_000
"""Milliseconds between two looks at what others have done, and at the day."""


class WorkWatch(QObject):
    """Looks when somebody comes in, after each act, and every few minutes; nothing in sight moves for the last.

    The strip stands over the first pages of the places alone: a draft or a scan needs the room.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counts: OpenCounts | None = None
        self._words = ""
        self._again = QTimer(self, interval=_LOOKS_EVERY)
        self._again.timeout.connect(lambda: self.look(moves=False))
        self._again.start()
        self._listened: ReminderStrip | None = None

    def look(self, *, moves: bool = True) -> None:
        """Count again what waits for the officer at the desk, where somebody sits there who may read it.

        Where it `moves` nothing, the strip comes or goes with the next page; one that is there says what is so now.
        """
        room = self._window.room
        if room is not None and room.may(Permission.READ_REGISTERS):
            counted = partial(self._counted, moves=moves)
            self._window.gateway.arrivals.open_counts(counted, self._ignore)
        else:
            self.forget()

    def forget(self) -> None:
        """Somebody else comes in: what waited was another's."""
        self._counts, self._words = None, ""
        self._window.rail.items["arrivals"].show_count(0)
        self._window.reminder.remind("")

    def show_again(self) -> None:
        """Show what is known already: the window was built anew."""
        if self._counts is not None:
            self._counted(self._counts, moves=True)

    def _counted(self, counts: OpenCounts, *, moves: bool) -> None:
        room = self._window.room
        if room is None or not room.door.is_open:
            return
        self._counts = counts
        self._listen()
        late, soon = self._pressing(counts)
        self._window.rail.items["arrivals"].show_count(waits_for(counts), is_urgent=bool(late))
        is_away = self._mark() in self._window.preferences.settings.reminders_away
        self._words = "" if is_away else reminder_words(late, soon)
        if moves or (self._words and self._window.reminder.isVisible()):
            self.show_strip()

    def show_strip(self) -> None:
        """Show the strip over the first page of a place, and over no other."""
        room, page = self._window.room, self._window.page
        is_first = room is not None and not room.leads_back(page) and not page.stands_alone
        self._window.reminder.remind(self._words if is_first else "")

    def _listen(self) -> None:
        """Do what the strip asks for; there is another one where the window was built anew."""
        if self._listened is not self._window.reminder:
            self._listened = self._window.reminder
            self._listened.wanted.connect(self.show_pressing)
            self._listened.put_away.connect(self.put_away)

    def _ignore(self, _error: DeskError) -> None:
        """A count that cannot be read is no trouble of its own: the register tells it."""

    def _follows_all(self) -> bool:
        """Whether the officer follows the deadlines of the whole office."""
        room = self._window.room
        return room is not None and (room.may(Permission.REGISTER_ARRIVALS) or room.may(Permission.DIRECT))

    def _pressing(self, counts: OpenCounts) -> tuple[int, int]:
        """How many deadlines are over and how many near, of those that the officer follows."""
        return (counts.all_late, counts.all_soon) if self._follows_all() else (counts.late, counts.soon)

    # --- the reminder ---------------------------------------------------------------------------------------------

    def show_pressing(self) -> None:
        """Show the arrivals that the strip speaks of: what is late, or else what is soon due."""
        if self._counts is None:
            return
        late, _soon = self._pressing(self._counts)
        view = ArrivalView.OVERDUE if late else ArrivalView.DUE_SOON
        show_arrivals(self._window, view if self._follows_all() else ArrivalView.MINE)

    def put_away(self) -> None:
        """Let the strip stay away for this officer today; what was put away on days before is forgotten."""
        self._words = ""
        today = f"{self._window.gateway.desk.today():%Y-%m-%d}"
        kept = [one for one in self._window.preferences.settings.reminders_away if one.startswith(today)]
        self._window.preferences.change(reminders_away=(*kept, self._mark()))

    def _mark(self) -> str:
        """The officer and the day, as the settings keep them."""
        room, today = self._window.room, self._window.gateway.desk.today()
        officer = room.door.officer if room is not None else None
        return f"{today:%Y-%m-%d} {officer.id if officer else ''}"
