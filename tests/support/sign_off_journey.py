"""A dispatch on its way to the signature, and a pile of ten signed off: by keyboard only, in the real window.

Run as a program on a screen: `python -m support.sign_off_journey JOURNEY LANGUAGE THEME FOLDER`. The folder takes the
data and a picture of each stage.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

from PySide6.QtTest import QTest

from support.keyboard import Key, Keyboard, Modifier
from support.waiting import BY_THE_HEAD, a_waiting_dispatch
from support.windows import is_at_desk
from vpdesk.domain.organisation import Officer
from vpdesk.domain.workflow import Status
from vpdesk.paths import Places, resource
from vpdesk.services import drafting, office, signoff
from vpdesk.services.beginnings import begin_from
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import read_dispatch
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.sign_in_page import SignInPage
from vpdesk.ui.pages.signing_page import SigningPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language

CONTROL, ALT = Modifier.ControlModifier, Modifier.AltModifier
CHRISTMAS_EVE = datetime(2024, 12, 24, 1, 30, tzinfo=UTC)
PILE = 10
OFFICER, HEAD = "Ngọc", "Khôi"


def come_in(keyboard: Keyboard, window: MainWindow, name: str) -> None:
    """Choose a name at the door with the arrows, and Enter."""
    keyboard.wait("the door", lambda: isinstance(window.page, SignInPage))
    page = window.page
    assert isinstance(page, SignInPage)
    for key in [Key.Key_Left] * len(page.cards) + [Key.Key_Right] * len(page.cards):
        if page.entrant is not None and page.entrant.name.endswith(name):
            break
        keyboard.press(key)
    assert page.entrant is not None
    assert page.entrant.name.endswith(name), page.entrant.name
    keyboard.press(Key.Key_Return)
    keyboard.wait("the desk", lambda: is_at_desk(window) and window.acts["signing"].isEnabled())


def change_to(keyboard: Keyboard, window: MainWindow, name: str) -> None:
    """Leave the desk to somebody else."""
    keyboard.press(Key.Key_L, CONTROL)
    come_in(keyboard, window, name)


def what_waits(keyboard: Keyboard, window: MainWindow) -> SigningPage:
    """Go to what waits for its signature, and look at the first of it until it counts as read."""
    keyboard.press(Key.Key_3, ALT)
    keyboard.wait("what waits", lambda: isinstance(window.page, SigningPage) and window.page.queue.row is not None)
    page = window.page
    assert isinstance(page, SigningPage)
    look(keyboard, page)
    return page


def look(keyboard: Keyboard, page: SigningPage) -> None:
    """Look at what is in hand until it counts as read."""

    def is_read() -> bool:
        row, lying = page.queue.row, page.submitted
        return row is not None and lying is not None and row.id == lying.draft.id and row.read_version == row.version

    keyboard.wait("it read", is_read)


def open_draft(keyboard: Keyboard, window: MainWindow) -> DraftPage:
    """Open the first draft of the list."""
    room = window.room
    assert room is not None
    keyboard.press(Key.Key_2, ALT)
    keyboard.wait("a row", lambda: bool(room.list.chosen_rows()))
    keyboard.press(Key.Key_Return)
    keyboard.wait("the draft", lambda: room.draft is not None)
    page = room.draft
    assert page is not None
    keyboard.wait("its pages", lambda: page.laid_out is not None)
    return page


def submit(keyboard: Keyboard, window: MainWindow) -> None:
    """Ctrl+Enter."""
    room = window.room
    assert room is not None
    keyboard.press(Key.Key_Return, CONTROL)
    keyboard.wait("it submitted", lambda: room.draft is None and window.page is room.list)


def there_and_back(keyboard: Keyboard, window: MainWindow) -> None:
    """Officer, head, back with remarks, officer, head, signed off."""
    come_in(keyboard, window, OFFICER)
    keyboard.picture("desk")
    open_draft(keyboard, window)
    keyboard.picture("draft")
    submit(keyboard, window)
    change_to(keyboard, window, HEAD)
    page = what_waits(keyboard, window)
    keyboard.picture("waits")
    keyboard.press(Key.Key_M, CONTROL)
    keyboard.type("Neu ro thoi gian hoan thanh")
    keyboard.press(Key.Key_Return)
    keyboard.wait("the remark", lambda: bool(page.remarking.new))
    keyboard.press(Key.Key_T, CONTROL)
    keyboard.wait("it sent back", lambda: not page.queue.rows)
    keyboard.picture("sent-back")
    change_to(keyboard, window, OFFICER)
    draft = open_draft(keyboard, window)
    keyboard.wait("the remarks", lambda: draft.remarks.remark is not None)
    keyboard.press(Key.Key_M, CONTROL)
    keyboard.press(Key.Key_2, CONTROL)
    keyboard.press(Key.Key_Home, CONTROL)
    keyboard.type("Truoc ngay 31/12. ")
    keyboard.press(Key.Key_T, CONTROL)
    keyboard.wait("it followed", lambda: all(one.done_at is not None for one in draft.remarks.remarks))
    keyboard.picture("remarks")
    submit(keyboard, window)
    change_to(keyboard, window, HEAD)
    page = what_waits(keyboard, window)
    keyboard.picture("changes")
    keyboard.press(Key.Key_Return, CONTROL)
    keyboard.wait("it signed off", lambda: not page.queue.rows)
    keyboard.picture("signed-off")


def a_pile(keyboard: Keyboard, window: MainWindow) -> None:
    """Each of ten looked at with Space, then all of them signed off in one go."""
    come_in(keyboard, window, HEAD)
    page = what_waits(keyboard, window)
    assert len(page.queue.rows) == PILE
    for place in range(1, PILE):
        before = page.queue.row
        while page.queue.row is before or (page.queue.row and before and page.queue.row.id == before.id):
            keyboard.press(Key.Key_Space)
        look(keyboard, page)
        assert page.queue.rows[place] is not None
    keyboard.picture("read")
    keyboard.press(Key.Key_A, CONTROL)
    keyboard.picture("chosen")
    keyboard.press(Key.Key_Return, CONTROL)
    keyboard.wait("all signed off", lambda: not page.queue.rows)
    keyboard.picture("signed-off")


def prepare(desk: Desk, journey: str) -> list[UUID]:
    """The papers a journey begins with, in the sample office."""
    founded = office.found_sample(desk)
    sample = read_dispatch(sample_path())
    if journey == "pile":
        day, body = sample.date, sample.body
        drafts = [a_waiting_dispatch(desk, subject_summary=f"V/v số {n + 1}", body=body, date=day) for n in range(PILE)]
    else:
        text = begin_from(desk, sample, founded.bodies[0], desk.today())
        written = {name: getattr(sample, name) for name in ("body", "subject_summary", "addressees", "distribution")}
        fields = {**{name: getattr(text, name) for name in text.__dataclass_fields__}, **written}
        fields |= {"signing": BY_THE_HEAD, "date": sample.date, "number": None}
        drafts = [drafting.begin(desk, type(text)(**fields), founded.bodies[0].id).draft.id]
    desk.seat.officer = None
    return drafts


def main(journey: str, language: str, theme: str, folder: Path) -> None:
    """Make a journey and leave its pictures in a folder."""
    choose_language(language, resource("locale"))
    application = make_application()
    seconds = count()
    clock = lambda: CHRISTMAS_EVE + timedelta(seconds=next(seconds))  # noqa: E731
    settings = Settings(language=language, theme=theme)
    desk = Desk(Places(folder / "data"), settings, clock=clock)
    drafts = prepare(desk, journey)
    desk.close()
    window = make_window(application, desk, ThreadRunner(application), ThreadRunner(application))
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.begin()
    (a_pile if journey == "pile" else there_and_back)(Keyboard(window, folder), window)
    window.close()
    whole = Desk(Places(folder / "data"), settings, clock=clock)
    assert verify_store(whole).fault is None
    whole.seat.officer = next(one.id for one in founded_officers(whole) if one.name.endswith(HEAD))
    assert {signoff.look(whole, draft).draft.progress.status for draft in drafts} == {Status.SIGNED_OFF}
    whole.close()


def founded_officers(desk: Desk) -> tuple[Officer, ...]:
    """The officers of the office."""
    founded = office.office(desk)
    assert founded is not None
    return founded.officers


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))
