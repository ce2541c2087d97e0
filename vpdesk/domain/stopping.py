"""A question to the store that can be called off from another thread: its answer is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from vpdesk.domain.errors import CalledOff


class Stop:
    """Calls a question off while it runs, or before it begins."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._interrupt: Callable[[], None] | None = None
        self._is_called = False

    def call(self) -> None:
        """Call the question off."""
        with self._lock:
            self._is_called = True
            if self._interrupt is not None:
                self._interrupt()

    def check(self) -> None:
        """Raise CalledOff where it was."""
        if self._is_called:
            raise CalledOff

    @contextmanager
    def over(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Ask meanwhile; `interrupt` lets go of what is asked. Raises CalledOff in place of the trouble that makes."""
        with self._lock:
            self.check()
            self._interrupt = interrupt
        try:
            yield
        except Exception as error:
            if self._is_called:
                raise CalledOff from error
            raise
        finally:
            with self._lock:
                self._interrupt = None
