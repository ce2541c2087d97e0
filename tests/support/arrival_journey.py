"""An arrival on its way through the office to its answer: by keyboard only, in the real window, by four officers.

Run as a program on a screen: `python -m support.arrival_journey LANGUAGE THEME FOLDER`. The folder takes the data and a
picture of each stage.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from support.arrivals import ALT, CONTROL, Dialog
from support.keyboard import Key, Keyboard
from support.sign_off_journey import change_to, come_in, submit, what_waits
from vpdesk.domain.handling import AssigneeRole, HandlingState
from vpdesk.paths import Places, resource
from vpdesk.services import office, receiving, work_in_hand
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.issue_dialog import IssueDialog
from vpdesk.ui.forms.work_dialogs import SubmitDialog
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.outgoing_room import OutgoingRoom
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language

CHRISTMAS_EVE = datetime(2024, 12, 24, 1, 30, tzinfo=UTC)
CLERK, HEAD, LEAD, SUPPORT = "Hạnh", "Khôi", "Ngọc", "Bách"
REFERENCE = "2411-CV/BTGTU"


class Journey:
    """Somebody at the keyboard, whoever sits at the desk."""

    def __init__(self, keyboard: Keyboard, window: MainWindow) -> None:
        self._keyboard, self._window = keyboard, window

    @property
    def room(self) -> ArrivalsRoom:
        """The room of arrivals, which is another for each officer."""
        room = self._window.room_of("arrivals")
        assert isinstance(room, ArrivalsRoom)
        return room

    def whole(self) -> None:
        """From the entry in the register to the arrival that its answer has closed."""
        self.enter()
        self.direct()
        self.acknowledge()
        self.answer()
        self.sign()
        self.issue()
        self.see_it_closed()

    def enter(self) -> None:
        """The clerk enters the paper and submits it to the head."""
        keyboard, window = self._keyboard, self._window
        come_in(keyboard, window, CLERK)
        keyboard.press(Key.Key_F3)
        keyboard.wait("the form", lambda: window.page is self.room.entry)
        for value in ("Ban Tuyên giáo Tỉnh ủy", REFERENCE, "23/12", "V/v báo cáo kết quả tuyên truyền"):
            keyboard.type(value)
            keyboard.press(Key.Key_Return)
        keyboard.fill(self.room.entry.form.due_on, "27/12")
        keyboard.press(Key.Key_S, CONTROL)
        keyboard.wait("the line", lambda: window.page is self.room.register and bool(self.room.register.chosen_rows()))
        keyboard.press(Key.Key_Return, CONTROL)
        self.dialog(SubmitDialog)
        keyboard.picture("submitting")
        self.confirm("before the head")

    def direct(self) -> None:
        """The head names who leads and who supports."""
        keyboard, window = self._keyboard, self._window
        change_to(keyboard, window, HEAD)
        keyboard.wait("what waits, at the rail", lambda: window.rail.items["arrivals"].accessibleName().find("1") > 0)
        self.open_first()
        page = self.room.in_hand.page
        keyboard.wait("the form", lambda: page.directive is not None and page.directive.form.lead.hasFocus())
        keyboard.type("bao ngoc")
        keyboard.press(Key.Key_Return)
        keyboard.type("gia bach")
        keyboard.press(Key.Key_Return)
        keyboard.picture("directive")
        keyboard.press(Key.Key_Return, CONTROL)
        keyboard.wait("nothing left to direct", lambda: window.page is self.room.register)

    def acknowledge(self) -> None:
        """Lead and support say that they have it."""
        for name in (SUPPORT, LEAD):
            change_to(self._keyboard, self._window, name)
            self.open_first()
            self._keyboard.wait("it offered", self._window.acts["sign_for"].isEnabled)
            self._keyboard.press(Key.Key_M, CONTROL)
            self._keyboard.wait("it acknowledged", lambda: not self._window.acts["sign_for"].isEnabled())
        self._keyboard.picture("acknowledged")

    def answer(self) -> None:
        """The lead begins the answer, writes it and submits it."""
        keyboard, window = self._keyboard, self._window
        keyboard.press(Key.Key_R, CONTROL)
        keyboard.wait("the draft", lambda: isinstance(window.page, DraftPage))
        page = window.page
        assert isinstance(page, DraftPage)
        keyboard.wait("its pages", lambda: page.laid_out is not None)
        keyboard.press(Key.Key_2, CONTROL)
        keyboard.press(Key.Key_A, CONTROL)
        keyboard.type("Ban Tuyen giao Huyen uy da hoan thanh dot tuyen truyen.")
        keyboard.wait("the words", lambda: len(page.dispatch().body) == 1)
        keyboard.picture("answer")
        submit(keyboard, window)

    def sign(self) -> None:
        """The head signs it off."""
        change_to(self._keyboard, self._window, HEAD)
        page = what_waits(self._keyboard, self._window)
        self._keyboard.press(Key.Key_Return, CONTROL)
        self._keyboard.wait("it signed off", lambda: not page.queue.rows)

    def issue(self) -> None:
        """The clerk takes the number."""
        keyboard, window = self._keyboard, self._window
        change_to(keyboard, window, CLERK)
        keyboard.press(Key.Key_4, ALT)
        room = window.room_of("outgoing")
        assert isinstance(room, OutgoingRoom)
        keyboard.wait("what waits for its number", lambda: window.page is room.page and bool(room.page.chosen_waiting))
        keyboard.press(Key.Key_Return, CONTROL)
        dialog = self.dialog(IssueDialog)
        keyboard.tab_to(dialog.prints)
        keyboard.press(Key.Key_Space)
        keyboard.picture("issuing")
        self.confirm("issued")

    def see_it_closed(self) -> None:
        """The clerk sees in the register that the arrival is answered."""
        self.open_first()
        page = self.room.in_hand.page
        self._keyboard.wait("it answered", lambda: bool(page.arrival and page.arrival.answer))
        self._keyboard.picture("closed")

    # --- hands ----------------------------------------------------------------------------------------------------

    def open_first(self) -> None:
        """Open the first row of the register."""
        keyboard, window = self._keyboard, self._window
        keyboard.press(Key.Key_5, ALT)
        keyboard.wait(
            "the register", lambda: window.page is self.room.register and bool(self.room.register.chosen_rows())
        )
        keyboard.press(Key.Key_Return)
        keyboard.wait("the arrival", lambda: window.page is self.room.in_hand.page)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog that comes."""
        found: list[Dialog] = []

        def is_there() -> bool:
            found[:] = [one for one in self._window.findChildren(kind) if one.isVisible()]
            return bool(found) and QApplication.activeWindow() is found[0]

        self._keyboard.wait(kind.__name__, is_there)
        return found[0]

    def confirm(self, what: str) -> None:
        """Ctrl+Enter in the dialog that is open; without a window manager the window is given the keys back."""
        window = self._window
        self._keyboard.press(Key.Key_Return, CONTROL)
        self._keyboard.wait(what, lambda: not any(one.isVisible() for one in window.findChildren(QDialog)))
        window.activateWindow()
        self._keyboard.wait("the keys back", lambda: QApplication.activeWindow() is window)


def check(desk: Desk) -> None:
    """The arrival as the store has it: closed by its answer, with all who had it; and a whole history."""
    assert verify_store(desk).fault is None
    founded = office.office(desk)
    assert founded is not None
    desk.seat.officer = next(one.id for one in founded.officers if one.name.endswith(CLERK))
    (row,) = receiving.arrivals(desk).rows
    work = work_in_hand.work_of(desk, row.arrival.id)
    assert work.handling is not None
    assert work.handling.state is HandlingState.ANSWERED
    (answer,) = work.answers
    assert row.arrival.answer == answer.reference
    assert [(one.role, one.name.split()[-1]) for one in work.assignees] == [
        (AssigneeRole.LEAD, LEAD),
        (AssigneeRole.SUPPORT, SUPPORT),
    ]
    assert all(one.acknowledged_at for one in work.assignees)


def main(language: str, theme: str, folder: Path) -> None:
    """Make the journey and leave its pictures in a folder."""
    choose_language(language, resource("locale"))
    application = make_application()
    seconds = count()
    clock = lambda: CHRISTMAS_EVE + timedelta(seconds=next(seconds))  # noqa: E731
    settings = Settings(language=language, theme=theme)
    desk = Desk(Places(folder / "data"), settings, clock=clock)
    office.found_sample(desk)
    desk.seat.officer = None
    desk.close()
    window = make_window(application, desk, ThreadRunner(application), ThreadRunner(application))
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.begin()
    Journey(Keyboard(window, folder), window).whole()
    window.close()
    whole = Desk(Places(folder / "data"), settings, clock=clock)
    check(whole)
    whole.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
