"""An officer's first hour, by keyboard only: from the first run to the PDF of dispatch 229.

Run as a program on a screen: `python -m support.journey LANGUAGE THEME CASE FOLDER`. The folder takes the data, the PDF
and a picture of each stage.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from support.windows import paste, press, type_text
from vpdesk.domain.body import plain_text
from vpdesk.domain.dispatch import Dispatch
from vpdesk.paths import Places, resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import read_dispatch
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)
_PATIENCE = 30
"""Seconds after which a stage that does not come is missed."""


class Officer:
    """Somebody at the keyboard of a window: every key goes where the focus is."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._pictures = 0

    @property
    def focus(self) -> QWidget:
        """Where the next key goes."""
        focus = QApplication.focusWidget() or self._window.focusWidget()
        assert focus is not None, "the keys go nowhere"
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key."""
        press(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words."""
        type_text(self.focus, words)
        QApplication.processEvents()

    def replace(self, words: str) -> None:
        """Type words in place of all that stands there."""
        self.press(Key.Key_A, Modifier.ControlModifier)
        self.type(words)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until the keys are in a widget."""
        for _press in range(80):
            if widget is self.focus:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName() or widget}")

    def fill(self, widget: QWidget, words: str) -> None:
        """Go to an input and type words in place of what it has."""
        self.tab_to(widget)
        self.replace(words)

    def fill_list(self, widget: QWidget, entries: tuple[str, ...]) -> None:
        """Go to a list and type its entries, Enter between them."""
        self.tab_to(widget)
        self.press(Key.Key_A, Modifier.ControlModifier)
        for number, entry in enumerate(entries):
            if number:
                self.press(Key.Key_Return)
            self.type(entry)
        self.press(Key.Key_Escape)

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        """Look at the screen until something is there."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"not there: {what}"
            QTest.qWait(10)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        QTest.qWait(50)
        self._pictures += 1
        self._window.grab().save(str(self._folder / f"{self._pictures}-{name}.png"))


def draft_229(officer: Officer, window: MainWindow, case: Dispatch, out: Path) -> Dispatch:
    """From the first run to the PDF; the dispatch as it stands in the draft then."""
    officer.wait("the first run", lambda: window.room is not None and window.page is window.room.first_run)
    assert window.room is not None
    room = window.room
    officer.picture("first-run")
    officer.press(Key.Key_Return)
    officer.wait("the templates", lambda: room.beginnings is not None and not room.beginnings.gallery.is_empty)
    officer.picture("templates")
    officer.type("cong van")
    officer.press(Key.Key_Return)
    officer.wait("a draft", lambda: room.draft is not None)
    page = room.draft
    assert page is not None
    officer.picture("begun")
    fill_form(officer, page, case)
    write_text(officer, page, case)
    officer.wait("the pages", lambda: page.laid_out is not None and page.laid_out.dispatch == page.dispatch())
    officer.wait("the text in the store", lambda: page.keeper.is_kept)
    officer.picture("written")
    written = page.dispatch()
    export(officer, window, out)
    officer.press(Key.Key_W, Modifier.ControlModifier)
    officer.wait("the list", lambda: window.page is room.list and len(room.list.model.rows) == 1)
    officer.picture("list")
    return written


def fill_form(officer: Officer, page: DraftPage, case: Dispatch) -> None:
    """Fill every field in, in the order of the form."""
    form, (signing,) = page.form, case.signing
    officer.press(Key.Key_1, Modifier.ControlModifier)
    officer.tab_to(form.choose_body)
    officer.press(Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, Key.Key_Up)
    press(menu, Key.Key_Return)
    officer.wait("the line of the body", form.issuing_body.hasFocus)
    officer.replace(case.issuing_body)
    officer.fill(form.subject_summary, case.subject_summary or "")
    officer.fill(form.place, case.place or "")
    officer.fill(form.date, "24/12/24")
    officer.fill_list(form.addressees, case.addressees)
    card = form.signing.cards[0]
    if card.details.isHidden():
        officer.tab_to(card.change)
        officer.press(Key.Key_Space)
    officer.tab_to(card.authority)
    officer.type("K")
    for widget, words in (
        (card.principal, (signing.authority or "").removeprefix("K/T ")),
        (card.position, signing.position),
        (card.name, signing.name),
    ):
        officer.fill(widget, words or "")
        officer.press(Key.Key_Escape)
    officer.fill_list(form.distribution, case.distribution)
    officer.tab_to(form.more)
    officer.press(Key.Key_Space)
    officer.fill(form.parent_body, case.parent_body or "")
    officer.fill(form.number, str(case.number))
    officer.fill(form.symbol, case.symbol or "")
    officer.press(Key.Key_Tab)


def write_text(officer: Officer, page: DraftPage, case: Dispatch) -> None:
    """Type the first paragraph, paste the others."""
    words = [plain_text(block.runs) for block in case.body]  # type: ignore[union-attr]  # paragraphs, all of them
    officer.press(Key.Key_2, Modifier.ControlModifier)
    officer.press(Key.Key_A, Modifier.ControlModifier)
    officer.press(Key.Key_Delete)
    officer.type(words[0])
    officer.press(Key.Key_Return)
    paste(officer.focus, "\n".join(words[1:]))
    officer.wait("what was pasted", lambda: len(page.dispatch().body) == len(words))


def export(officer: Officer, window: MainWindow, out: Path) -> None:
    """Ctrl+E, a name, Enter."""
    officer.press(Key.Key_E, Modifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.selectAll()
    type_text(name, str(out))

    def is_taken() -> bool:
        """Press Enter; where the dialog has just proposed something, put that away and press Enter again."""
        if dialog.isVisible():
            popup = QApplication.activePopupWidget()
            press(popup or name, Key.Key_Escape if popup else Key.Key_Return)
        return not dialog.isVisible()

    officer.wait("the dialog gone", is_taken)
    officer.wait("the PDF", out.exists)
    # No window manager is here that would give the keys back.
    window.activateWindow()
    officer.wait("the keys back", lambda: QApplication.activeWindow() is window)


def main(language: str, theme: str, case: Path, folder: Path) -> None:
    """Make the journey and leave what came of it in a folder."""
    choose_language(language, resource("locale"))
    application = make_application()
    desk = Desk(Places(folder / "data"), Settings(language=language, theme=theme), clock=lambda: CHRISTMAS_EVE)
    window = make_window(application, desk, ThreadRunner(application), ThreadRunner(application))
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.begin()
    wanted = read_dispatch(case)
    written = draft_229(Officer(window, folder), window, wanted, folder / "229.pdf")
    differing = [name for name in Dispatch.__dataclass_fields__ if getattr(written, name) != getattr(wanted, name)]
    assert not differing, {name: (getattr(written, name), getattr(wanted, name)) for name in differing}
    window.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
