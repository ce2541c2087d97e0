"""The officers of the office: taken in, changed, locked, invited, and how the office works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from support.seats import officer_named
from support.windows import part, press, type_text

from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.roles import Role
from vpdesk.paths import Places
from vpdesk.services import people
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.ways import way_of_working
from vpdesk.settings import Settings
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.code_page import CodePage
from vpdesk.ui.pages.officers_page import OfficersPage
from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

MakeWindow = Callable[..., MainWindow]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def own_desk(tmp_path: Path, desk: Desk) -> Iterator[Desk]:
    """The desk of the sample office, its administrator at it."""
    own = replace(desk, places=Places(tmp_path / "data"), settings=Settings())
    found_sample(own)
    yield own
    own.close()


@pytest.fixture
def window(make: MakeWindow, own_desk: Desk) -> MainWindow:
    """Its window, the officers in sight."""
    window = make("en", desk=own_desk)
    window.begin()
    press(window, Qt.Key.Key_9, ALT)
    return window


@pytest.fixture
def page(window: MainWindow) -> OfficersPage:
    """The page."""
    found = window.page
    assert isinstance(found, OfficersPage)
    return found


def choose(page: OfficersPage, name: str) -> None:
    """Choose an officer in the list."""
    place = next(at for at, one in enumerate(page.list.staff.entries) if one.officer.name.endswith(name))
    page.list.setCurrentIndex(page.list.staff.index(place))


def undo(window: MainWindow) -> None:
    """Press what the message bar offers."""
    part(window, MessageBar)._act.click()


def confirm(window: MainWindow) -> None:
    """Press the button of the question that names the act."""
    box = window.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if box.buttonRole(one) is QMessageBox.ButtonRole.AcceptRole).click()


def test_the_list_names_everybody_with_roles_and_state(page: OfficersPage) -> None:
    model = page.list.staff
    said = [str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]

    assert said[0] == "Trịnh Bảo Ngọc, Chuyên viên, Drafter, Administrator, Never signed in"
    assert len(said) == 6


def test_an_officer_is_taken_in_by_the_keys_and_his_code_is_shown(page: OfficersPage, own_desk: Desk) -> None:
    page.add.click()
    focus = QApplication.focusWidget()
    assert focus is page.name
    type_text(page.name, "Phạm Thu Hà")
    page.roles[Role.CLERK].click()
    press(page.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    taken = officer_named(own_desk, "Hà")
    assert taken.roles == {Role.DRAFTER, Role.CLERK}
    assert len(page._code.text()) == 9
    assert page._invitation.isVisible()
    page.copy.click()
    assert QApplication.clipboard().text() == page._code.text()


def test_the_code_is_gone_when_another_officer_is_looked_at(page: OfficersPage) -> None:
    page.add.click()
    type_text(page.name, "Phạm Thu Hà")
    page.save()
    choose(page, "Bách")

    assert not page._invitation.isVisible()


def test_an_officer_without_a_name_or_with_days_that_end_before_they_begin_is_not_taken_in(
    page: OfficersPage, own_desk: Desk
) -> None:
    page.add.click()
    page.first.show_value(date(2025, 1, 2))
    page.last.show_value(date(2025, 1, 1))
    page.save()

    assert page._fields["name"].message
    assert page._fields["last"].message
    assert len(people.officers(own_desk)) == 6


def test_a_change_is_kept_and_can_be_undone(page: OfficersPage, window: MainWindow, own_desk: Desk) -> None:
    choose(page, "Bách")
    page.roles[Role.HEAD].click()
    page.save()
    assert officer_named(own_desk, "Bách").roles == {Role.DRAFTER, Role.HEAD}

    undo(window)

    assert officer_named(own_desk, "Bách").roles == {Role.DRAFTER}


def test_the_last_administrator_keeps_the_role_and_it_is_told_why(
    page: OfficersPage, window: MainWindow, own_desk: Desk
) -> None:
    choose(page, "Ngọc")
    page.roles[Role.ADMINISTRATOR].click()
    page.save()

    assert part(window, Strip).isVisible()
    assert page.roles[Role.ADMINISTRATOR].isChecked()
    assert Role.ADMINISTRATOR in officer_named(own_desk, "Ngọc").roles


def test_an_officer_is_locked_and_unlocked(page: OfficersPage, window: MainWindow, own_desk: Desk) -> None:
    choose(page, "Bách")
    page.key.click()
    locked = people.officers(own_desk)[1].locked_at
    assert page.key.text() == "Unlock"
    undo(window)

    assert locked is not None
    assert people.officers(own_desk)[1].locked_at is None
    assert page.key.text() == "Lock"


def test_who_is_invited_anew_loses_his_secret_after_a_question(
    page: OfficersPage, window: MainWindow, own_desk: Desk
) -> None:
    choose(page, "Bách")
    page.invite.click()
    assert people.officers(own_desk)[1].kind is None

    confirm(window)

    assert people.officers(own_desk)[1].kind is SecretKind.INVITATION
    assert page._invitation.isVisible()


def test_another_recovery_code_is_made_after_a_question_and_leads_back_here(
    page: OfficersPage, window: MainWindow
) -> None:
    page.renew_code.click()
    confirm(window)
    shown = window.page
    assert isinstance(shown, CodePage)
    shown.put_by.click()
    shown.go_on.click()

    assert window.page is page


def test_the_way_of_working_is_chosen_here_and_can_be_undone(
    page: OfficersPage, window: MainWindow, own_desk: Desk
) -> None:
    page.form_check.click()
    assert way_of_working(own_desk) == WayOfWorking(form_check=True)
    undo(window)
    assert way_of_working(own_desk) == WayOfWorking()
    page.idle.setFocus()
    page.idle.selectAll()
    type_text(page.idle, "5")
    press(page.idle, Qt.Key.Key_Return)

    assert way_of_working(own_desk).idle_minutes == 5
    assert window.room is not None
    assert window.room.door._idle._timer.interval() == 5 * 60_000


def test_who_is_no_administrator_any_more_is_told_and_changes_nothing(
    page: OfficersPage, window: MainWindow, own_desk: Desk
) -> None:
    administrator = officer_named(own_desk, "Ngọc")
    with own_desk.store.writing() as work:
        work.organisation.put_officer(replace(administrator, roles=frozenset({Role.DRAFTER})))
        work.tell(None, "change", "officer", administrator.id)
    choose(page, "Bách")
    page.key.click()

    assert part(window, Strip).isVisible()
