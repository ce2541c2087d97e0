"""Ten arrivals, logged by keyboard only, in a real window on a virtual screen.

Counted is every key that goes down, Ctrl and Alt among them, but for the letters of words that completion cannot know:

- the subject of a paper;
- the figures of its number;
- the name of a sender from whom nothing came before, and the symbol behind such a sender's first number.

A sender, a symbol and a receiver that the register has are known, and so is the type that the symbol names: their keys
count, and so do those of every date and degree of urgency, and of going on from field to field. The clerk types the
initials of a known name one after another, looks at the list after each, and takes the name as soon as it stands first.

Run as a program it logs them and prints what was counted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.keyboard import Key, Keyboard, Modifier
from support.needs import ROOT
from support.program import environment
from support.screens import virtual_screen
from support.seats import seated

from vpdesk.domain.arriving import ArrivalEntry, entry_of
from vpdesk.domain.text import folded
from vpdesk.paths import Places, resource
from vpdesk.services import office, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings
from vpdesk.ui.forms.completion import CompletionPopup
from vpdesk.ui.main_window import MainWindow
from vpdesk.ui.pages.arrival_entry_page import ArrivalEntryPage
from vpdesk.ui.pages.arrivals_page import ArrivalsPage
from vpdesk.ui.pages.sign_in_page import SignInPage
from vpdesk.ui.runner import ThreadRunner
from vpdesk.ui.start import make_application, make_window
from vpdesk.words.catalogue import choose_language

MOST_KEYS = 12
TODAY = datetime(2024, 12, 24, 1, 30, tzinfo=UTC)
KHOI, LINH, BACH = "Trần Minh Khôi", "Đỗ Khánh Linh", "Lương Gia Bách"
PROVINCE, DISTRICT = "Ban Tuyên giáo Tỉnh ủy", "Thường trực Huyện ủy"
PEOPLES, YOUTH = "Ủy ban nhân dân huyện Hà Ninh", "Huyện đoàn Hà Ninh"
CADRES, BUREAU = "Ban Tổ chức Huyện ủy", "Văn phòng Huyện ủy"
INSPECTION, STUDIES = "Ủy ban Kiểm tra Huyện ủy", "Hội Khuyến học huyện Hà Ninh"


class Given(NamedTuple):
    """A paper as it lies on the desk, and as its days are typed."""

    sender: str
    number: str
    symbol: str
    dated: str
    day: date
    document_type: str
    subject: str
    urgency: str | None = None
    receiver: str = KHOI
    due: tuple[str, date] | None = None


GIVEN = (
    Given(
        PROVINCE, "2497", "-CV/BTGTU", "20", date(2024, 12, 20), "CV",
        "V/v đẩy mạnh tuyên truyền chủ trương sắp xếp, tinh gọn tổ chức bộ máy",
    ),
    Given(DISTRICT, "412", "-CV/HU", "hq", date(2024, 12, 23), "CV", "V/v họp giao ban tháng 12"),
    Given(PEOPLES, "1904", "/UBND-VP", "28/11", date(2024, 11, 28), "CV", "V/v dự toán chi thường xuyên năm 2025"),
    Given(YOUTH, "88", "-BC/HĐ", "20", date(2024, 12, 20), "BC", "kết quả tuyên truyền quý IV năm 2024", "KHẨN"),
    Given(CADRES, "61", "-HD/BTCHU", "12", date(2024, 12, 12), "HD", "đánh giá, xếp loại đảng viên năm 2024"),
    Given(
        BUREAU, "305", "-TB/VPHU", "9", date(2024, 12, 9), "TB", "kết luận của Thường trực Huyện ủy",
        due=("31", date(2024, 12, 31)),
    ),
    Given(STUDIES, "15", "-CV/HKH", "18", date(2024, 12, 18), "CV", "V/v phối hợp tổ chức ngày hội đọc sách"),
    Given(STUDIES, "16", "-CV/HKH", "hn", date(2024, 12, 24), "CV", "V/v mời dự lễ trao học bổng"),
    Given(INSPECTION, "77", "-QĐ/UBKTHU", "17", date(2024, 12, 17), "QĐ", "thành lập đoàn kiểm tra chuyên đề"),
    Given(
        PROVINCE, "118", "-BC/BTGTU", "5", date(2024, 12, 5), "BC", "công tác tuyên giáo năm 2024", receiver=LINH,
    ),
)  # fmt: skip
EARLIER = (
    *[(PROVINCE, "-CV/BTGTU", "CV", KHOI)] * 9,
    *[(PROVINCE, "-BC/BTGTU", "BC", KHOI)] * 2,
    *[(DISTRICT, "-CV/HU", "CV", KHOI)] * 7,
    *[(PEOPLES, "/UBND-VP", "CV", LINH)] * 6,
    *[(BUREAU, "-TB/VPHU", "TB", KHOI)] * 5,
    *[(CADRES, "-HD/BTCHU", "HD", BACH)] * 3,
    *[(INSPECTION, "-QĐ/UBKTHU", "QĐ", LINH)] * 3,
    *[(YOUTH, "-BC/HĐ", "BC", KHOI)] * 2,
    ("Hội Liên hiệp Phụ nữ huyện Hà Ninh", "-KH/HPN", "KH", KHOI),
    ("Ban Dân vận Tỉnh ủy", "-HD/BDVTU", "HD", KHOI),
)
"""What came in the weeks before: a sender, his symbol, its type, who got it."""


class CountingKeyboard(Keyboard):
    """A keyboard whose keys are counted, each as it goes down."""

    keys = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        held = sum(bool(modifier & one) for one in (Modifier.ControlModifier, Modifier.AltModifier))
        self.keys += 1 + held
        super().press(key, modifier)

    def type(self, words: str) -> None:
        self.keys += len(words)
        super().type(words)

    def type_unknown(self, words: str) -> None:
        """Type words that completion cannot know: they are not counted."""
        super().type(words)


class Clerk:
    """Somebody who logs papers, looking at the window as he types."""

    def __init__(self, keyboard: CountingKeyboard, page: ArrivalEntryPage, known: set[str]) -> None:
        self._keyboard, self._page, self._known = keyboard, page, known

    def log(self, paper: Given) -> int:
        """Log a paper; the keys it took."""
        keyboard, form = self._keyboard, self._page.form
        keyboard.keys = 0
        assert keyboard.focus is form.sender_line
        is_known = paper.sender in self._known
        if is_known:
            self._take(paper.sender)
        else:
            keyboard.type_unknown(paper.sender)
            keyboard.press(Key.Key_Return)
        self._refer(paper, is_known=is_known)
        keyboard.type(paper.dated)
        keyboard.press(Key.Key_Return)
        keyboard.type_unknown(paper.subject)
        if paper.urgency is not None:
            keyboard.press(Key.Key_Return)
            keyboard.press(Key.Key_Right)
        if form.receiver.value() != paper.receiver:
            keyboard.press(Key.Key_U, Modifier.AltModifier)
            self._take(paper.receiver)
        if paper.due is not None:
            keyboard.press(Key.Key_L, Modifier.AltModifier)
            keyboard.type(paper.due[0])
        before = self._page.number.text()
        keyboard.press(Key.Key_Return, Modifier.ControlModifier)
        keyboard.wait("the next number", lambda: self._page.number.text() != before)
        self._known.add(paper.sender)
        return keyboard.keys

    def _refer(self, paper: Given, *, is_known: bool) -> None:
        self._keyboard.type_unknown(paper.number)
        whole = paper.number + paper.symbol
        if not is_known:
            self._keyboard.type_unknown(paper.symbol)
        for letter in filter(str.isalpha, folded(paper.symbol) if is_known else ""):
            if self._first_offered() == whole:
                break
            self._keyboard.type(letter)
        self._keyboard.press(Key.Key_Return)
        assert self._page.form.reference.value() == whole

    def _take(self, name: str) -> None:
        """Type the initials of a name that is known until it stands first in the list, and take it."""
        for word in folded(name).split():
            self._keyboard.type(word[0])
            if self._first_offered() == name:
                break
        assert self._first_offered() == name
        self._keyboard.press(Key.Key_Return)

    def _first_offered(self) -> str | None:
        popups = self._page.findChildren(CompletionPopup)
        shown = next((one for one in popups if one.isVisible()), None)
        return str(shown.model().index(0, 0).data()) if shown is not None else None


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a program of Linux")
def test_ten_arrivals_are_logged_by_keyboard_with_twelve_keys_each_beside_unknown_words(tmp_path: Path) -> None:
    with virtual_screen(tmp_path, 1600, 1000) as (display, _framebuffer):
        chosen = environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}")
        command = [sys.executable, __file__, str(tmp_path)]
        done = subprocess.run(command, env=chosen, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    for paper, keys in zip(GIVEN, counts, strict=True):
        print(f"{keys:3} keys  {paper.number}{paper.symbol}, {paper.sender}")

    assert max(counts) <= MOST_KEYS


def office_with_a_past(desk: Desk) -> None:
    """The sample office after some weeks of arrivals."""
    office.found_sample(desk)
    with seated(desk, "Hạnh"):
        for number, (sender, symbol, kind, receiver) in enumerate(EARLIER, start=1):
            entry = ArrivalEntry(
                sender=sender, reference=f"{number}{symbol}", document_type=kind, document_date=date(2024, 11, 20),
                subject="V/v công tác tháng", receiver=receiver,
            )  # fmt: skip
            receiving.register(desk, entry)
        # The last one went to the head.
        receiving.register(desk, ArrivalEntry(sender=DISTRICT, reference="401-CV/HU", receiver=KHOI))
    desk.seat.officer = None


def come_in(keyboard: Keyboard, window: MainWindow) -> None:
    """Sign in as the clerk."""
    keyboard.wait("the door", lambda: isinstance(window.page, SignInPage))
    page = window.page
    assert isinstance(page, SignInPage)
    while page.entrant is None or not page.entrant.name.endswith("Hạnh"):
        keyboard.press(Key.Key_Right)
    keyboard.press(Key.Key_Return)
    keyboard.wait("the window", window.acts["new_arrival"].isEnabled)


def main(folder: Path) -> None:
    """Log the ten, look at the store, print the counts."""
    choose_language("vi", resource("locale"))
    application = make_application()
    seconds = count()
    clock = lambda: TODAY + timedelta(seconds=next(seconds))  # noqa: E731
    settings = Settings(language="vi", theme="light")
    desk = Desk(Places(folder / "data"), settings, clock=clock)
    office_with_a_past(desk)
    desk.close()
    window = make_window(application, desk, ThreadRunner(application), ThreadRunner(application))
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.begin()
    keyboard = CountingKeyboard(window, folder)
    come_in(keyboard, window)
    keyboard.press(Key.Key_F3)
    keyboard.wait("the form", lambda: isinstance(window.page, ArrivalEntryPage))
    page = window.page
    assert isinstance(page, ArrivalEntryPage)
    clerk = Clerk(keyboard, page, {sender for sender, *_others in EARLIER})
    counts = [clerk.log(paper) for paper in GIVEN]
    keyboard.picture("ten")
    keyboard.press(Key.Key_Escape)
    keyboard.wait("the register", lambda: isinstance(window.page, ArrivalsPage))
    window.close()
    assert_kept(Desk(Places(folder / "data"), settings, clock=clock))
    print(json.dumps(counts))


def assert_kept(desk: Desk) -> None:
    """The store holds the ten as they lay on the desk, and is whole."""
    assert verify_store(desk).fault is None
    with seated(desk, "Hạnh"):
        rows = receiving.arrivals(desk).rows[: len(GIVEN)]
    first = len(EARLIER) + 2
    for number, row, paper in zip(count(first), reversed(rows), GIVEN, strict=False):
        assert row.arrival.arrival_number == number
        assert entry_of(row.arrival) == ArrivalEntry(
            book=row.arrival.book, arrived_on=date(2024, 12, 24), sender=paper.sender,
            reference=paper.number + paper.symbol, document_date=paper.day, document_type=paper.document_type,
            subject=paper.subject, urgency=paper.urgency, receiver=paper.receiver,
            due_on=paper.due[1] if paper.due else None,
        )  # fmt: skip
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
