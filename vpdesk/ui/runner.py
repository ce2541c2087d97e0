"""Work beside the window: calls that may take time or touch a disk, their results back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal, Slot

from vpdesk.domain.errors import DeskError

T = TypeVar("T")


class Runner(Protocol):
    """Runs a call and hands on what came of it; trouble we expect goes to `failed`, all else is raised."""

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> None:
        """Run `call`, then one of the other two on the window's thread."""

    def finish(self, at_most: int = -1) -> None:
        """Wait for what is still running, so many milliseconds, or until it is done."""


class ThreadRunner(QObject):
    """One worker thread: calls run one after another, in the order they were asked for."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._delivered.connect(self._deliver)

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> None:
        """Run `call` on the worker."""
        self._pool.start(lambda: self._delivered.emit(_outcome(call, done, failed)))

    def finish(self, at_most: int = -1) -> None:
        """Wait for the worker, and hand on what came of its calls."""
        self._pool.waitForDone(at_most)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    @Slot(object)
    def _deliver(self, outcome: Callable[[], None]) -> None:
        outcome()


class InlineRunner:
    """Runs at once, on the thread that asks: for pictures of the window and for tests."""

    def run(self, call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> None:
        """Run `call` here and now."""
        _outcome(call, done, failed)()

    def finish(self, at_most: int = -1) -> None:
        """Nothing is ever left running."""


def _outcome(
    call: Callable[[], T], done: Callable[[T], None], failed: Callable[[DeskError], None]
) -> Callable[[], None]:
    """Make the call; what is left to do on the window's thread."""
    try:
        return partial(done, call())
    except DeskError as error:
        return partial(failed, error)
    except Exception as error:  # noqa: BLE001 -- our own bug: it is raised on the window's thread, for the crash hook
        return partial(_raise, error)


def _raise(error: Exception) -> None:
    raise error
