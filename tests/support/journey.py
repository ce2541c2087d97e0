"""An officer's first hour, by keyboard only: from the first run to the PDF of dispatch 229.

Run as a program on a screen: `python -m support.journey LANGUAGE THEME CASE FOLDER`. The folder takes the data, the PDF
and a picture of each stage.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from support.keyboard import Key, Keyboard, Modifier
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

CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)


def draft_229(keyboard: Keyboard, window: MainWindow, case: Dispatch, out: Path) -> Dispatch:
    """From the first run to the PDF; the dispatch as it stands in the draft then."""
    keyboard.wait("the first run", lambda: window.room is not None and window.page is window.room.first_run)
    assert window.room is not None
    room = window.room
    keyboard.picture("first-run")
    keyboard.press(Key.Key_Return)
    keyboard.wait("the templates", lambda: room.beginnings is not None and not room.beginnings.gallery.is_empty)
    keyboard.picture("templates")
    keyboard.type("cong van")
    keyboard.press(Key.Key_Return)
    keyboard.wait("a draft", lambda: room.draft is not None)
    page = room.draft
    assert page is not None
    keyboard.picture("begun")
    fill_form(keyboard, page, case)
    write_text(keyboard, page, case)
    keyboard.wait("the pages", lambda: page.laid_out is not None and page.laid_out.dispatch == page.dispatch())
    keyboard.wait("the text in the store", lambda: page.keeper.is_kept)
    keyboard.picture("written")
    written = page.dispatch()
    export(keyboard, window, out)
    keyboard.press(Key.Key_W, Modifier.ControlModifier)
    keyboard.wait("the list", lambda: window.page is room.list and len(room.list.model.rows) == 1)
    keyboard.picture("list")
    return written


def fill_form(keyboard: Keyboard, page: DraftPage, case: Dispatch) -> None:
    """Fill every field in, in the order of the form."""
    form, (signing,) = page.form, case.signing
    keyboard.press(Key.Key_1, Modifier.ControlModifier)
    keyboard.tab_to(form.choose_body)
    keyboard.press(Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, Key.Key_Up)
    press(menu, Key.Key_Return)
    keyboard.wait("the line of the body", form.issuing_body.hasFocus)
    keyboard.replace(case.issuing_body)
    keyboard.fill(form.subject_summary, case.subject_summary or "")
    keyboard.fill(form.place, case.place or "")
    keyboard.fill(form.date, "24/12/24")
    keyboard.fill_list(form.addressees, case.addressees)
    card = form.signing.cards[0]
    if card.details.isHidden():
        keyboard.tab_to(card.change)
        keyboard.press(Key.Key_Space)
    keyboard.tab_to(card.authority)
    keyboard.type("K")
    for widget, words in (
        (card.principal, (signing.authority or "").removeprefix("K/T ")),
        (card.position, signing.position),
        (card.name, signing.name),
    ):
        keyboard.fill(widget, words or "")
        keyboard.press(Key.Key_Escape)
    keyboard.fill_list(form.distribution, case.distribution)
    keyboard.tab_to(form.more)
    keyboard.press(Key.Key_Space)
    keyboard.fill(form.parent_body, case.parent_body or "")
    keyboard.fill(form.number, str(case.number))
    keyboard.fill(form.symbol, case.symbol or "")
    keyboard.press(Key.Key_Tab)


def write_text(keyboard: Keyboard, page: DraftPage, case: Dispatch) -> None:
    """Type the first paragraph, paste the others."""
    words = [plain_text(block.runs) for block in case.body]  # type: ignore[union-attr]  # paragraphs, all of them
    keyboard.press(Key.Key_2, Modifier.ControlModifier)
    keyboard.press(Key.Key_A, Modifier.ControlModifier)
    keyboard.press(Key.Key_Delete)
    keyboard.type(words[0])
    keyboard.press(Key.Key_Return)
    paste(keyboard.focus, "\n".join(words[1:]))
    keyboard.wait("what was pasted", lambda: len(page.dispatch().body) == len(words))


def export(keyboard: Keyboard, window: MainWindow, out: Path) -> None:
    """Ctrl+E, a name, Enter."""
    keyboard.press(Key.Key_E, Modifier.ControlModifier)
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

    keyboard.wait("the dialog gone", is_taken)
    keyboard.wait("the PDF", out.exists)
    # No window manager is here that would give the keys back.
    window.activateWindow()
    keyboard.wait("the keys back", lambda: QApplication.activeWindow() is window)


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
    written = draft_229(Keyboard(window, folder), window, wanted, folder / "229.pdf")
    differing = [name for name in Dispatch.__dataclass_fields__ if getattr(written, name) != getattr(wanted, name)]
    assert not differing, {name: (getattr(written, name), getattr(wanted, name)) for name in differing}
    window.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
