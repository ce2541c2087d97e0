"""Signing in: cards, boxes, lines, and what is said when it goes wrong."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.windows import press, type_text

from vpdesk.domain.credentials import Asked, Entrant, SecretKind
from vpdesk.domain.errors import OfficerLocked, WaitForNextTry, WrongSecret
from vpdesk.paths import resource
from vpdesk.ui.icons import Icons
from vpdesk.ui.pages.sign_in_page import SignInPage
from vpdesk.ui.style import Look
from vpdesk.ui.widgets.avatar import initials
from vpdesk.words.catalogue import choose_language

Key = Qt.Key
IDS = [UUID(int=number) for number in range(1, 7)]
PEOPLE = tuple(
    Entrant(officer, name, "Chuyên viên", asked)
    for officer, name, asked in zip(
        IDS,
        ("Vũ Thị Hạnh", "Lương Gia Bách", "Đỗ Khánh Linh", "Trần Minh Khôi", "Trịnh Bảo Ngọc", "Phan Đức Toàn"),
        (Asked.PIN, Asked.PASSWORD, Asked.INVITATION, Asked.CLOSED, Asked.CHOICE, Asked.NOTHING),
        strict=True,
    )
)
PIN, PASSWORD, CODE = "258074", "tre xanh đầu ngõ", "0J1K-9AZ8"


class Said:
    """What a page asked for."""

    def __init__(self, page: SignInPage) -> None:
        self.all: list[tuple[object, ...]] = []
        page.tried.connect(lambda *said: self.all.append(("try", *said)))
        page.first_time.connect(lambda *said: self.all.append(("first", *said)))
        page.recovering.connect(lambda *said: self.all.append(("recover", *said)))
        page.language_wanted.connect(lambda said: self.all.append(("speak", said)))


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SignInPage:
    """The page in English, with somebody of each kind."""
    choose_language("en", resource("locale"))
    icons = Icons(resource("icons"), look)
    made = SignInPage(look, icons, "Ban Tuyên giáo Huyện ủy", date(2024, 12, 24), PEOPLE, "/srv/vpdesk")
    qtbot.addWidget(made)
    made.resize(1180, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.take_keys()
    return made


@pytest.fixture
def said(page: SignInPage) -> Said:
    """What it asked for."""
    return Said(page)


def in_hand() -> QWidget:
    """Where the next key goes."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def choose(page: SignInPage, asked: Asked) -> UUID:
    """Choose who is asked for this; his id."""
    place = next(at for at, one in enumerate(PEOPLE) if one.asked is asked)
    page.choose(place)
    return PEOPLE[place].officer


def type_twice(page: SignInPage, secret: str) -> None:
    """Type a secret and once more the same."""
    for _line in range(2):
        type_text(in_hand(), secret)
        press(in_hand(), Key.Key_Return)


def test_the_sixth_digit_signs_in(page: SignInPage, said: Said) -> None:
    type_text(in_hand(), PIN[:5])
    assert not said.all

    type_text(in_hand(), PIN[5:])

    assert said.all == [("try", IDS[0], PIN)]


def test_backspace_takes_a_digit_back_and_letters_are_none(page: SignInPage, said: Said) -> None:
    type_text(in_hand(), "99a")
    press(in_hand(), Key.Key_Backspace)
    press(in_hand(), Key.Key_Backspace)
    type_text(in_hand(), PIN)

    assert said.all == [("try", IDS[0], PIN)]


def test_digits_go_to_the_boxes_from_a_card_too(page: SignInPage, said: Said) -> None:
    page.cards[0].setFocus()
    type_text(page.cards[0], PIN)

    assert said.all == [("try", IDS[0], PIN)]


def test_arrows_choose_a_name_and_nothing_typed_for_another_stays(page: SignInPage) -> None:
    type_text(in_hand(), "25")
    chosen = []
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Up, Key.Key_Left):
        press(in_hand(), key)
        entrant = page.entrant
        chosen.append(entrant.name.split()[-1] if entrant else "")

    assert chosen == ["Linh", "Khôi", "Bách", "Bách", "Hạnh"]
    assert page.boxes.count == 0


def test_a_password_is_typed_into_a_line_that_shows_none_of_it(page: SignInPage, said: Said) -> None:
    officer = choose(page, Asked.PASSWORD)
    type_text(in_hand(), PASSWORD)

    assert PASSWORD not in page.password.displayText()
    press(in_hand(), Key.Key_Return)
    assert said.all == [("try", officer, PASSWORD)]


def test_in_the_sample_office_enter_is_enough(page: SignInPage, said: Said) -> None:
    officer = choose(page, Asked.NOTHING)
    press(in_hand(), Key.Key_Return)

    assert said.all == [("try", officer, "")]


def test_one_try_is_asked_for_at_a_time(page: SignInPage, said: Said) -> None:
    choose(page, Asked.PASSWORD)
    type_text(in_hand(), PASSWORD)
    press(in_hand(), Key.Key_Return)
    press(in_hand(), Key.Key_Return)

    assert len(said.all) == 1


def test_a_wrong_pin_empties_the_boxes_and_says_how_many_tries_are_left(page: SignInPage, said: Said) -> None:
    type_text(in_hand(), PIN)
    page.tell(WrongSecret(3))

    assert page.boxes.count == 0
    assert page.boxes.hasFocus()
    assert page.message == "Name and secret do not belong together. Try again; 3 tries are left before a wait."
    type_text(in_hand(), PIN)
    assert len(said.all) == 2


def test_who_is_locked_is_told_whom_to_ask(page: SignInPage) -> None:
    page.tell(OfficerLocked())

    assert page.message == "This officer is locked. Ask the administrator to unlock him."


def test_a_wait_is_counted_down_and_takes_no_digits(page: SignInPage, said: Said, qtbot: QtBot) -> None:
    page.tell(WaitForNextTry(60))

    assert page.message == "That was tried too often. Try again in 1:00."
    type_text(page.boxes, PIN)
    page._try(PIN)
    assert not said.all
    page._waits_until -= 30
    page._count_down()
    assert page.message.endswith("0:30.")
    page._waits_until -= 30
    page._count_down()
    assert not page.message
    type_text(in_hand(), PIN)
    assert said.all == [("try", IDS[0], PIN)]


def test_another_officer_need_not_wait(page: SignInPage, said: Said) -> None:
    page.tell(WaitForNextTry(60))
    officer = choose(page, Asked.PASSWORD)

    assert not page.message
    type_text(in_hand(), PASSWORD)
    press(in_hand(), Key.Key_Return)
    assert said.all == [("try", officer, PASSWORD)]


def test_an_invitation_leads_to_a_secret_of_ones_own(page: SignInPage, said: Said) -> None:
    officer = choose(page, Asked.INVITATION)
    type_text(in_hand(), CODE)
    press(in_hand(), Key.Key_Return)
    page.ask_for_own_secret()
    type_twice(page, PASSWORD)

    assert said.all == [("try", officer, CODE), ("first", officer, CODE, PASSWORD, SecretKind.PASSWORD)]


def test_the_first_officer_of_an_office_without_secrets_chooses_one(page: SignInPage, said: Said) -> None:
    officer = choose(page, Asked.CHOICE)
    type_twice(page, PASSWORD)

    assert said.all == [("first", officer, "", PASSWORD, SecretKind.PASSWORD)]


def test_a_weak_secret_and_two_that_differ_are_told_at_once(page: SignInPage, said: Said) -> None:
    choose(page, Asked.CHOICE)
    type_twice(page, "Trịnh Bảo Ngọc")
    weak = page.own.first.accessibleDescription()
    page.own.first.setText(PASSWORD)
    page._choose_secret()

    assert weak == "This password is guessed at once. Choose another one."
    assert page.own.first.accessibleDescription() == "The two do not agree."
    assert not said.all


def test_who_was_not_invited_is_told_so(page: SignInPage) -> None:
    choose(page, Asked.CLOSED)

    assert "has no secret yet" in page._closed.text()


def test_a_forgotten_secret_is_replaced_by_the_recovery_code(page: SignInPage, said: Said) -> None:
    officer = choose(page, Asked.PASSWORD)
    page._help()
    type_text(in_hand(), "JKBK-9DWD")
    page.recovered.first.setFocus()
    type_twice(page, PASSWORD)

    assert said.all == [("recover", officer, "JKBK-9DWD", PASSWORD, SecretKind.PASSWORD)]


def test_who_hears_the_page_is_told_whose_pin_and_how_far(page: SignInPage) -> None:
    type_text(in_hand(), "25")

    assert page.boxes.accessibleName() == "PIN of Vũ Thị Hạnh"
    assert page.boxes.accessibleDescription() == "2 of 6 digits"
    assert [card.accessibleName() for card in page.cards] == [one.name for one in PEOPLE]


def test_an_office_without_anybody_shows_no_card(look: Look, qtbot: QtBot) -> None:
    page = SignInPage(look, Icons(resource("icons"), look), "Ban", date(2024, 12, 24), (), "")
    qtbot.addWidget(page)

    assert page.entrant is None


@pytest.mark.parametrize(("name", "letters"), [("Lê Thị Mai", "LM"), ("Đỗ", "Đ"), ("  ", "?"), ("ê a", "ÊA")])
def test_initials_are_those_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters
