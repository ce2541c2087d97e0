"""The door to the services: on the window's thread, beside it, and never an answer nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.builders import a_dispatch, a_long_body

from vpdesk.domain.body import Cell, Division, DivisionKind, PageBreak, Run, Table
from vpdesk.domain.dispatch_file import format_dispatch
from vpdesk.domain.errors import DeskError, FileNotReadable, FileNotWritable
from vpdesk.paths import Places
from vpdesk.services.desk import Desk, load_settings
from vpdesk.services.typesetting import LaidOut, has_more_letters
from vpdesk.settings import Settings
from vpdesk.ui.gateway import Gateway
from vpdesk.ui.preferences import Preferences
from vpdesk.ui.runner import InlineRunner, ThreadRunner

T = TypeVar("T")


class HeldRunner:
    """A real runner that is told when to go on: calls wait in line until they are let go."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> None:
        self._waiting.append(lambda: InlineRunner().run(call, done, failed))

    def step(self) -> None:
        self._waiting.pop(0)()

    def finish(self, at_most: int = -1) -> None:
        while self._waiting:
            self.step()

    def beside(self) -> HeldRunner:
        return self


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[ThreadRunner]:
    runner = ThreadRunner()
    yield runner
    runner.finish()


def write(path: Path, words: int = 40) -> Path:
    path.write_text(format_dispatch(a_dispatch(body=a_long_body(words))), encoding="utf-8")
    return path


def refused(error: DeskError) -> None:
    raise error


def test_a_call_runs_beside_the_window_and_its_answer_comes_back(
    qapp: QApplication, runner: ThreadRunner, qtbot: QtBot
) -> None:
    threads: list[QThread] = []
    runner.run(
        lambda: threads.append(QThread.currentThread()), lambda _: threads.append(QThread.currentThread()), refused
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[1] == qapp.thread()
    assert threads[0] != threads[1]


def test_expected_trouble_comes_back_as_a_value(runner: ThreadRunner, qtbot: QtBot) -> None:
    told: list[DeskError] = []

    def fail() -> None:
        raise DeskError("Xyz")

    runner.run(fail, lambda _: None, told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert str(told[0]) == "Xyz"


def test_a_bug_beside_the_window_is_raised_on_the_windows_thread(runner: ThreadRunner, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        runner.run(lambda: 1 // 0, lambda _: None, refused)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_calls_run_one_after_another_in_their_order(runner: ThreadRunner, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        runner.run(partial(order.append, number), lambda _: None, refused)
    runner.finish()
    assert order == list(range(20))


@pytest.mark.parametrize(("words", "beside"), [(40, False), (20_000, True)])
def test_only_a_long_paper_is_laid_out_beside_the_window(desk: Desk, tmp_path: Path, words: int, beside: bool) -> None:
    runner = HeldRunner()
    shown: list[LaidOut] = []
    Gateway(desk, runner, runner).open(write(tmp_path / "paper", words), shown.append, refused)
    runner.step()
    assert (shown == []) is beside
    runner.finish()
    assert len(shown) == 1


def test_a_later_paper_makes_the_answer_of_an_earlier_one_void(desk: Desk, tmp_path: Path) -> None:
    runner = HeldRunner()
    gateway = Gateway(desk, runner, runner)
    shown: list[str] = []
    for name in ("first", "second"):
        gateway.open(write(tmp_path / name), lambda _: shown.append("too late"), refused)
    gateway.open(tmp_path / "not there", lambda _: None, lambda _: shown.append("missing"))
    gateway.open(write(tmp_path / "third"), lambda _: shown.append("third"), refused)
    runner.finish()
    assert shown == ["third"]


def test_a_short_paper_waits_in_line_while_a_long_one_has_the_typesetter(desk: Desk, tmp_path: Path) -> None:
    runner = HeldRunner()
    gateway = Gateway(desk, runner, runner)
    long, short = write(tmp_path / "long", 20_000), write(tmp_path / "short")
    shown: list[str] = []
    gateway.open(long, lambda _: shown.append("long"), refused)
    runner.step()
    gateway.open(short, lambda _: shown.append("short"), refused)
    runner.finish()
    assert shown == ["short"]
    gateway.open(short, lambda _: shown.append("at once"), refused)
    runner.finish()
    assert shown[-1] == "at once"


def test_nothing_comes_back_to_a_window_that_has_closed(desk: Desk, tmp_path: Path) -> None:
    runner = HeldRunner()
    gateway = Gateway(desk, runner, runner)
    shown: list[object] = []
    gateway.open(write(tmp_path / "paper"), shown.append, shown.append)
    gateway.finish()
    assert shown == []


def test_a_file_that_is_not_there_is_trouble_we_expect(desk: Desk, tmp_path: Path) -> None:
    told: list[DeskError] = []
    Gateway(desk, InlineRunner(), InlineRunner()).open(tmp_path / "none", lambda _: None, told.append)
    assert isinstance(told[0], FileNotReadable)


def test_letters_are_counted_in_every_block() -> None:
    text = (Run("bốn!"),)
    table = Table((1.0, 1.0), 0, ((Cell(text), Cell(text)),))
    dispatch = a_dispatch(body=(table, Division(DivisionKind.CHAPTER, "I", "Xyz"), PageBreak()))

    assert has_more_letters(dispatch, 7)
    assert not has_more_letters(dispatch, 8)


def test_a_changed_setting_is_kept_at_once(desk: Desk, tmp_path: Path) -> None:
    own = replace(desk, places=Places(tmp_path / "new folder"))
    preferences = Preferences(Settings(), Gateway(own, InlineRunner(), InlineRunner()))
    preferences.change(theme="dark")
    preferences.remember(tmp_path / "paper")
    assert load_settings(own.places.settings) == preferences.settings
    assert (preferences.settings.theme, preferences.settings.recent) == ("dark", (str(tmp_path / "paper"),))


def test_settings_that_cannot_be_kept_are_told_once(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    own = replace(desk, places=Places(tmp_path / "file" / "data"))
    preferences = Preferences(Settings(), Gateway(own, InlineRunner(), InlineRunner()))
    with qtbot.waitSignal(preferences.failed) as told:
        preferences.change(theme="dark")
    assert isinstance(told.args[0], FileNotWritable)
    with qtbot.assertNotEmitted(preferences.failed):
        preferences.change(theme="light")
    assert preferences.settings.theme == "light"


def test_the_newest_files_are_remembered_each_once(desk: Desk, tmp_path: Path) -> None:
    preferences = Preferences(
        Settings(), Gateway(replace(desk, places=Places(tmp_path)), InlineRunner(), InlineRunner())
    )
    for name in "abcdefga":
        preferences.remember(tmp_path / name)
    preferences.forget(tmp_path / "f")
    assert [Path(one).name for one in preferences.settings.recent] == ["a", "g", "e", "d", "c"]
