"""The lock: what is typed is kept, nothing is in sight, and who comes next sees his own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch
from support.seats import officer_named
from support.windows import is_at_desk, press, sign_in, type_text

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.office import OfficeBeginning, WayOfWorking
from vpdesk.domain.organisation import Days
from vpdesk.domain.roles import Role
from vpdesk.paths import Places, resource
from vpdesk.services import drafting, entrance, people
from vpdesk.services.desk import Desk, Seat
from vpdesk.services.office import found_own, found_sample
from vpdesk.services.ways import set_way_of_working
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.code_page import CodePage
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.sign_in_page import SignInPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.start import make_window
from vpdesk.words.catalogue import choose_language

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
CHRISTMAS_EVE = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)
MakeWindow = Callable[..., MainWindow]
PASSWORD, PIN = "tre xanh đầu ngõ", "258074"


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office, where nobody sits."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), clock=lambda: CHRISTMAS_EVE)
    found_sample(own)
    own.seat.officer = None
    yield own
    own.close()


@pytest.fixture
def at_the_door(make: MakeWindow, own_desk: Desk) -> MainWindow:
    """The window of the sample office before anybody has signed in."""
    window = make(desk=own_desk)
    window.begin()
    return window


@pytest.fixture
def window(at_the_door: MainWindow) -> MainWindow:
    """The same with its first officer."""
    sign_in(at_the_door)
    return at_the_door


def door(window: MainWindow) -> SignInPage:
    """The page that asks who it is; it is in sight."""
    page = window.page
    assert isinstance(page, SignInPage)
    return page


def come_in(window: MainWindow, name: str) -> None:
    """Choose a name of the sample office and press Enter."""
    page = door(window)
    place = next(at for at, one in enumerate(page._entrants) if one.name.endswith(name))
    page.choose(place)
    press(page.cards[place], Key.Key_Return)


def begin(window: MainWindow) -> DraftPage:
    """A draft of the officer's own, open."""
    assert window.room is not None
    assert window.room.office is not None
    window.room.begin(replace(a_dispatch(), number=None), is_ready=True)
    assert window.room.draft is not None
    return window.room.draft


def lock(window: MainWindow) -> None:
    """Press Ctrl+L."""
    press(window, Key.Key_L, Control)


def in_hand(window: MainWindow) -> QWidget:
    """Where the next key goes."""
    found = QApplication.focusWidget() or window.focusWidget()
    assert found is not None
    return found


def test_before_somebody_has_signed_in_nothing_of_the_office_is_in_sight(at_the_door: MainWindow) -> None:
    page = door(at_the_door)

    assert at_the_door.rail.isHidden()
    assert at_the_door._top.isHidden()
    assert at_the_door.windowTitle() == "vpdesk"
    enabled = {name for name, action in at_the_door.acts.items() if action.isEnabled()}
    assert enabled <= {"next_pane", "previous_pane", "keys", "put_away", "close"}
    assert page.entrant is not None
    assert page.entrant.name == "Trịnh Bảo Ngọc"


def test_in_the_sample_office_enter_opens_the_door(at_the_door: MainWindow) -> None:
    press(in_hand(at_the_door), Key.Key_Return)

    assert at_the_door.room is not None
    assert is_at_desk(at_the_door)
    assert not at_the_door.rail.isHidden()
    assert at_the_door.acts["new"].isEnabled()


def test_the_lock_keeps_what_is_typed_and_puts_everything_out_of_sight(window: MainWindow, own_desk: Desk) -> None:
    page = begin(window)
    begin(window)
    assert window.room is not None
    window.room.open_draft(page.draft)
    page.form.place.setText("Vĩnh Lạc")
    page.form.place.textEdited.emit("Vĩnh Lạc")

    lock(window)

    assert isinstance(window.page, SignInPage)
    assert window.rail.isHidden()
    assert window._tabs.isHidden()
    assert own_desk.seat.officer is None
    entrance.sign_in(own_desk, officer_named(own_desk, "Ngọc").id)
    assert drafting.open_draft(own_desk, page.draft).dispatch.place == "Vĩnh Lạc"


def test_the_officer_who_comes_back_finds_his_desk_as_he_left_it(window: MainWindow) -> None:
    page = begin(window)
    lock(window)

    press(in_hand(window), Key.Key_Return)

    assert window.page is page
    assert window.room is not None
    assert [tab.draft for tab in window.room.tabs()] == [page.draft]


def test_another_officer_sees_none_of_it(window: MainWindow, paper: Path) -> None:
    window.open(paper)
    page = begin(window)
    lock(window)

    come_in(window, "Bách")

    assert window.room is not None
    assert is_at_desk(window)
    assert window.room.tabs() == ()
    assert window.room.list.model.rows == ()
    assert window.path is None
    assert not window.acts["file"].isEnabled()
    lock(window)
    come_in(window, "Ngọc")
    window.room.open_draft(page.draft)
    assert window.room.draft is not None


def test_a_message_that_offers_to_undo_goes_with_the_lock(window: MainWindow) -> None:
    window.notices.say("Đã xóa", "Hoàn tác", lambda: None)
    lock(window)

    assert window._message_bar.isHidden()


def test_a_dialog_that_is_open_goes_with_the_lock(window: MainWindow) -> None:
    from PySide6.QtWidgets import QFileDialog

    window.acts["open"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert window.room is not None
    window.room.door.lock()

    assert not dialog.isVisible()


def test_a_file_dropped_at_the_door_is_not_opened(at_the_door: MainWindow, paper: Path) -> None:
    from PySide6.QtCore import QMimeData, QPointF, QUrl
    from PySide6.QtGui import QDropEvent

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    QApplication.sendEvent(
        at_the_door,
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        ),
    )

    assert at_the_door.path is None


def test_a_desk_that_is_left_locks_itself(window: MainWindow, qtbot: QtBot) -> None:
    assert window.room is not None
    window.room.door._idle.watch(0.002)

    qtbot.waitUntil(lambda: isinstance(window.page, SignInPage), timeout=5000)


def test_a_desk_that_is_not_left_stays_open(window: MainWindow, qtbot: QtBot) -> None:
    assert window.room is not None
    window.room.door._idle.watch(0.01)
    for _beat in range(10):
        qtbot.wait(100)
        press(window.room.list, Key.Key_Shift)

    assert is_at_desk(window)


def test_an_office_may_never_lock_by_itself(make: MakeWindow, own_desk: Desk) -> None:
    entrance.sign_in(own_desk, officer_named(own_desk, "Ngọc").id)
    set_way_of_working(own_desk, WayOfWorking(idle_minutes=0))
    window = make(desk=own_desk)
    window.begin()

    assert window.room is not None
    assert not window.room.door._idle._timer.isActive()


def test_who_is_shut_out_while_he_is_signed_in_is_asked_who_he_is(window: MainWindow, own_desk: Desk) -> None:
    bach = officer_named(own_desk, "Bách")
    lock(window)
    come_in(window, "Bách")
    with_administrator(own_desk, lambda: people.lock(own_desk, bach.id))

    window.acts["drafts"].trigger()

    assert isinstance(window.page, SignInPage)
    come_in(window, "Bách")
    assert "khóa" in door(window).message.lower() or "locked" in door(window).message


def with_administrator(desk: Desk, act: Callable[[], None]) -> None:
    """Do something at another desk of the administrator."""
    here, desk.seat.officer = desk.seat.officer, officer_named(desk, "Ngọc").id
    act()
    desk.seat.officer = here


def test_a_paper_named_at_the_start_is_shown_and_the_door_waits(make: MakeWindow, own_desk: Desk, paper: Path) -> None:
    window = make(desk=own_desk)
    window.begin(paper)

    assert window.shows_file
    assert not window.acts["new"].isEnabled()
    lock(window)
    sign_in(window)
    assert window.acts["new"].isEnabled()


def test_the_language_is_changed_at_the_door(at_the_door: MainWindow, qtbot: QtBot) -> None:
    door(at_the_door).language_wanted.emit("en")

    qtbot.waitUntil(lambda: isinstance(at_the_door.page, SignInPage) and not at_the_door.rail.isVisible())
    assert at_the_door.preferences.settings.language == "en"


def test_the_language_may_change_while_the_desk_is_locked(window: MainWindow, qtbot: QtBot) -> None:
    page = begin(window)
    lock(window)
    before = window.page
    door(window).language_wanted.emit("en")

    qtbot.waitUntil(lambda: window.page is not before)
    sign_in(window)
    assert window.room is not None
    assert [tab.draft for tab in window.room.tabs()] == [page.draft]


# --- an office of one's own -----------------------------------------------------------------------------------------


@pytest.fixture
def strict_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of an own office, where nobody sits; its officers have a password, a PIN and an invitation."""
    own = replace(desk, places=Places(tmp_path / "own"), settings=Settings())
    beginning = OfficeBeginning("BAN TUYÊN GIÁO", "BTGHU", "Hà Ninh", "Trịnh Bảo Ngọc")
    found_own(own, beginning, PASSWORD, SecretKind.PASSWORD)
    officer, code = people.add_officer(own, "Lương Gia Bách", None, (Role.DRAFTER,), Days())
    entrance.sign_in_with_code(own, officer.id, code, PIN, SecretKind.PIN)
    entrance.sign_out(own)
    yield own
    own.close()


def choose(window: MainWindow, name: str) -> UUID:
    """Choose a name at the door."""
    page = door(window)
    page.choose(next(at for at, one in enumerate(page._entrants) if one.name.endswith(name)))
    assert page.entrant is not None
    return page.entrant.officer


@pytest.fixture
def strict(make: MakeWindow, strict_desk: Desk, tmp_path: Path) -> MainWindow:
    """Its window."""
    window = make(desk=strict_desk)
    # The window of a test has a data folder of its own; this one has an office already.
    window.gateway.desk.__dict__["store"] = strict_desk.store
    window.begin()
    return window


def test_a_pin_opens_the_door_and_a_wrong_one_does_not(strict: MainWindow) -> None:
    choose(strict, "Bách")
    type_text(in_hand(strict), "190826")
    assert door(strict).message

    type_text(in_hand(strict), PIN)

    assert strict.room is not None
    assert is_at_desk(strict)
    assert not strict.acts["officers"].isEnabled()


def test_an_administrator_sees_the_officers(strict: MainWindow) -> None:
    choose(strict, "Ngọc")
    type_text(in_hand(strict), PASSWORD)
    press(in_hand(strict), Key.Key_Return)

    assert strict.acts["officers"].isEnabled()


def test_an_invitation_opens_the_door_once_a_secret_is_chosen(strict: MainWindow, strict_desk: Desk) -> None:
    entrance.sign_in(strict_desk, officer_named(strict_desk, "Ngọc").id, PASSWORD)
    code = people.invite_anew(strict_desk, officer_named(strict_desk, "Bách").id)
    entrance.sign_out(strict_desk)
    assert strict.room is not None
    strict.room.door._ask()
    choose(strict, "Bách")
    type_text(in_hand(strict), code)
    press(in_hand(strict), Key.Key_Return)
    for _line in range(2):
        type_text(in_hand(strict), PASSWORD)
        press(in_hand(strict), Key.Key_Return)

    assert is_at_desk(strict)


def test_the_recovery_code_opens_the_door_and_the_next_one_is_shown(strict: MainWindow, strict_desk: Desk) -> None:
    entrance.sign_in(strict_desk, officer_named(strict_desk, "Ngọc").id, PASSWORD)
    code = entrance.renew_recovery_code(strict_desk)
    entrance.sign_out(strict_desk)
    choose(strict, "Ngọc")
    page = door(strict)
    page._help()
    page.recovery.setText(code)
    for line in (page.recovered.first, page.recovered.again):
        line.setText("mưa rào tháng bảy")
    page._recover()

    shown = strict.page
    assert isinstance(shown, CodePage)
    assert shown._code != code
    assert not shown.go_on.isEnabled()
    shown.put_by.click()
    shown.go_on.click()
    assert strict.room is not None
    assert is_at_desk(strict)


# --- with workers beside the window ---------------------------------------------------------------------------------


@pytest.fixture
def beside(application: QApplication, desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window whose store answers when it can, at its first run."""
    choose_language("vi", resource("locale"))
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings(), seat=Seat())
    window = make_window(application, own, ThreadRunner(application), ThreadRunner(application))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin()
    qtbot.waitUntil(lambda: window.room is not None and window.page is window.room.first_run, timeout=10_000)
    yield window
    window.gateway.finish()
    choose_language("en", resource("locale"))


def test_the_first_run_of_the_sample_office_leads_to_the_templates(beside: MainWindow, qtbot: QtBot) -> None:
    assert beside.room is not None
    room = beside.room
    assert room.first_run is not None
    room.first_run.sample.click()

    qtbot.waitUntil(lambda: room.beginnings is not None and not room.beginnings.gallery.is_empty, timeout=10_000)
    qtbot.wait(50)
    assert beside.page is room.beginnings


def test_the_lock_hides_everything_before_the_store_has_answered(beside: MainWindow, qtbot: QtBot) -> None:
    assert beside.room is not None
    room = beside.room
    assert room.first_run is not None
    room.first_run.sample.click()
    qtbot.waitUntil(lambda: room.beginnings is not None and beside.page is room.beginnings, timeout=10_000)
    room.show_list()
    lock(beside)
    hidden = beside.rail.isHidden() and beside.page.stands_alone and not isinstance(beside.page, SignInPage)
    room.show_list()

    assert hidden
    qtbot.waitUntil(lambda: isinstance(beside.page, SignInPage), timeout=10_000)
    sign_in(beside)
    qtbot.waitUntil(lambda: beside.page is room.list, timeout=10_000)


def test_an_own_office_begins_with_its_recovery_code_and_then_the_templates(beside: MainWindow, qtbot: QtBot) -> None:
    assert beside.room is not None
    room = beside.room
    beginning = OfficeBeginning("BAN TUYÊN GIÁO", "BTGHU", "Hà Ninh", "Trịnh Bảo Ngọc")
    room._found_own(beginning, PASSWORD, SecretKind.PASSWORD)
    qtbot.waitUntil(lambda: isinstance(beside.page, CodePage), timeout=10_000)
    page = beside.page
    assert isinstance(page, CodePage)
    page.put_by.click()
    page.go_on.click()

    qtbot.waitUntil(lambda: room.beginnings is not None and beside.page is room.beginnings, timeout=10_000)
    assert room.door.may_manage
