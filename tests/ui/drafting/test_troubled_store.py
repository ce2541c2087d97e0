"""A store that cannot be opened: said plainly, never overwritten, with a way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QLabel, QPushButton
from support.windows import is_at_desk, part

from vpdesk.domain.catalog import Secrecy
from vpdesk.domain.office import Office
from vpdesk.services import drafting
from vpdesk.services.desk import Desk
from vpdesk.services.store import back_up
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.pages.welcome_page import WelcomePage
from vpdesk.ui.widgets.strip import Strip

MakeWindow = Callable[..., MainWindow]


def _said(window: MainWindow) -> str:
    return " ".join(label.text() for label in part(window, Strip).findChildren(QLabel))


def test_a_damaged_store_is_told_and_files_can_still_be_opened(make: MakeWindow, own_desk: Desk) -> None:
    own_desk.places.data.mkdir()
    garbage = b"no database at all " * 500
    own_desk.places.database.write_bytes(garbage)
    window = make(desk=own_desk)
    window.begin()

    assert isinstance(window.page, WelcomePage)
    assert part(window, Strip).isVisible()
    assert str(own_desk.places.database) in _said(window)
    assert own_desk.places.database.read_bytes() == garbage


def test_the_newest_copy_takes_the_place_of_a_damaged_store_when_asked(
    make: MakeWindow, own_desk: Desk, sample_office: Office, begun: Callable[..., UUID]
) -> None:
    draft = begun(subject_summary="V/v việc cần giữ")
    back_up(own_desk)
    own_desk.close()
    own_desk.places.database.write_bytes(b"no database at all " * 500)
    window = make(desk=own_desk)
    window.begin()
    button = next(one for one in part(window, Strip).findChildren(QPushButton) if one.isVisible())
    button.click()

    assert window.room is not None
    assert is_at_desk(window)
    assert [row.id for row in window.room.list.model.rows] == [draft]


def test_the_store_of_a_newer_program_is_left_alone(make: MakeWindow, own_desk: Desk, sample_office: Office) -> None:
    own_desk.close()
    with closing(sqlite3.connect(own_desk.places.database)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = own_desk.places.database.read_bytes()
    window = make(desk=own_desk)
    window.begin()

    assert isinstance(window.page, WelcomePage)
    assert own_desk.places.database.read_bytes() == before


def _made_secret(make: MakeWindow, desk: Desk, draft: UUID) -> tuple[MainWindow, DraftPage]:
    """A window with a draft in it that has just been given a level this machine may not hold."""
    window = make(desk=desk)
    window.begin()
    assert window.room is not None
    window.room.open_draft(draft)
    page = window.room.draft
    assert page is not None
    page.replace(replace(page.dispatch(), secrecy=Secrecy.SECRET))
    return window, page


def test_a_secret_level_is_refused_and_the_text_stays_on_the_screen(
    make: MakeWindow, own_desk: Desk, begun: Callable[..., UUID]
) -> None:
    draft = begun()
    _window, page = _made_secret(make, own_desk, draft)
    page.keeper.keep()

    assert page.saving().is_trouble
    assert drafting.open_draft(own_desk, draft).dispatch.secrecy is None
    assert not (own_desk.places.data / "unsaved").exists()


def test_a_window_whose_text_would_be_lost_stays_and_says_why(
    make: MakeWindow, own_desk: Desk, begun: Callable[..., UUID]
) -> None:
    window, page = _made_secret(make, own_desk, begun())
    assert window.room is not None
    window.room.show_list()
    window.notices.put_away()

    assert not window.close()
    assert window.page is page
    assert part(window, Strip).isVisible()
    page.replace(replace(page.dispatch(), secrecy=None))
    assert window.close()
