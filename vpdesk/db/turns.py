"""Whose turn it is to write to a file.

SQLite's lock goes to whoever asks in the right moment, and that is the program that let go of it just now: others may
wait for seconds. So whoever wants to write passes a turnstile first, and waits for SQLite's lock in it, alone.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REST = (0.0005, 0.003)
"""Seconds between two tries to pass, at the least and at the most: chance keeps programs out of step."""


@contextmanager
def in_turn(path: Path, end: float) -> Iterator[None]:
    """Be the only one that waits for the lock of a store, in a turnstile beside it.

    Nobody waits beyond `end`, a moment of `time.monotonic`. Where no turnstile can be had everybody passes: it makes
    waiting fair, and nothing else depends on it.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            turnstile = os.open(path.with_name(f"{path.name}-turn"), os.O_RDONLY | os.O_CREAT, 0o644)
            stack.callback(os.close, turnstile)
            while not _has_passed(turnstile) and time.monotonic() < end:
                time.sleep(random.uniform(*_REST))  # noqa: S311 -- no secret hangs on it
        yield


if sys.platform == "win32":
    import msvcrt

    def _has_passed(turnstile: int) -> bool:
        try:
            msvcrt.locking(turnstile, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _has_passed(turnstile: int) -> bool:
        try:
            fcntl.flock(turnstile, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
