"""A typist who is killed: a program that types into a draft, and what of it the store must still have.

Run as a program it opens a window without a screen at the data folder it is given, types letters at moments of chance
and says on standard output what it did; `typing_run` starts it, kills it at a moment of chance and looks.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from support.needs import ROOT
from support.program import environment

_LETTERS = "abcdefghiklmnopqrstuvxy "
_BEAT = 20
"""Milliseconds between two beats, by which the machine's own lateness is measured."""


class Killed(NamedTuple):
    """How a run ended: letters typed, those the store has, those it had to have; seconds of typing that are missing."""

    seed: int
    typed: int
    found: int
    owed: int
    missing: float
    lateness: float

    @property
    def lost(self) -> bool:
        """Whether something older than a second is missing."""
        return self.found < self.owed


def typing_run(seed: int, data: Path) -> Killed:
    """Let somebody type, kill the program, open the store again and compare.

    What was typed more than a second before the end is owed; where the machine was late with the program's own beats,
    or the store with its answers, by so much more than a second.
    """
    chance = random.Random(seed)
    command = [sys.executable, "-m", "support.typist", str(seed), str(data)]
    path = f"{ROOT}:{ROOT / 'tests'}"
    chosen = environment(QT_QPA_PLATFORM="offscreen", PYTHONPATH=path)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=chosen) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline().strip() == "ready"
        time.sleep(chance.uniform(1.2, 4.0))
        ended = time.monotonic()
        typist.send_signal(signal.SIGKILL)
        said = [line.split() for line in typist.stdout.read().splitlines() if line.endswith(".")]
    letters = [float(at) for kind, at, *_ in said if kind == "typed"]
    beats = [float(at) for kind, at, *_ in said if kind == "beat"]
    waits = [float(words[2]) for words in said if words[0] == "kept"]
    lateness = max([after - before for before, after in zip(beats, [*beats[1:], ended], strict=True)], default=0.0)
    lateness += max(waits, default=0.0)
    found = _letters_kept(data)
    owed = sum(at < ended - 1 - lateness for at in letters)
    missing = ended - letters[found] if found < len(letters) else 0.0
    return Killed(seed, len(letters), found, owed, missing, lateness)


def _letters_kept(data: Path) -> int:
    """How many letters of the typist the store has; those it has must be the first ones, in order."""
    from vpdesk.domain.drafts import DraftQuery
    from vpdesk.paths import Places
    from vpdesk.services import drafting, entrance
    from vpdesk.services.desk import Desk
    from vpdesk.settings import Settings

    desk = Desk(Places(data), Settings())
    try:
        (first, *_others) = entrance.door_plate(desk)
        entrance.sign_in(desk, first.officer)
        (row,) = drafting.drafts(desk, DraftQuery())
        (block, *_) = drafting.open_draft(desk, row.id).dispatch.body
        text = "".join(run.text for run in block.runs)  # type: ignore[union-attr]
    finally:
        desk.close()
    assert letters_of(int(text.partition(":")[0]), 10_000).startswith(text.partition(":")[2])
    return len(text.partition(":")[2])


def letters_of(seed: int, count: int) -> str:
    """What the typist of a seed types: never two spaces in a row, none at an end that a page would drop."""
    chance = random.Random(seed)
    return "".join(chance.choice(_LETTERS.strip()) for _letter in range(count))


def _begin_draft(seed: int, data: Path) -> UUID:
    """A store with one draft, whose text begins with the seed; its id."""
    from vpdesk.domain.body import Paragraph, Run
    from vpdesk.domain.dispatch import Dispatch
    from vpdesk.paths import Places
    from vpdesk.services import drafting, office
    from vpdesk.services.desk import Desk
    from vpdesk.settings import Settings

    desk = Desk(Places(data), Settings())
    founded = office.found_sample(desk)
    text = Dispatch("CV", "BAN TUYÊN GIÁO", body=(Paragraph((Run(f"{seed}:"),)),))
    draft = drafting.begin(desk, text, founded.bodies[0].id).draft.id
    desk.close()
    return draft


def _type(seed: int, data: Path) -> None:
    """Type until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from support.windows import sign_in
    from vpdesk.paths import Places
    from vpdesk.services.desk import Desk
    from vpdesk.settings import Settings
    from vpdesk.ui.runner import ThreadRunner
    from vpdesk.ui.start import make_application, make_window

    application = make_application()
    draft = _begin_draft(seed, data)
    window = make_window(
        application, Desk(Places(data), Settings()), ThreadRunner(application), ThreadRunner(application)
    )
    window.show()
    window.begin()
    chance = random.Random(seed + 1)
    letters = iter(letters_of(seed, 10_000))

    def say(kind: str, *facts: float) -> None:
        print(kind, time.monotonic(), *facts, ".", flush=True)

    def begin() -> None:
        if window.room is None or window.room.office is None:
            sign_in(window)
            QTimer.singleShot(_BEAT, begin)
            return
        if window.room.draft is None:
            window.room.open_draft(draft)
            QTimer.singleShot(_BEAT, begin)
            return
        page = window.room.draft
        page.editor.go_to(0, len(str(seed)) + 1)
        asked: list[float] = []
        keep = page.keeper._gateway.records.keep

        def watched(*arguments: object) -> None:
            asked.append(time.monotonic())
            keep(*arguments)  # type: ignore[arg-type]

        page.keeper._gateway.records.keep = watched  # type: ignore[method-assign, assignment]
        page.keeper.told.connect(lambda: say("kept", time.monotonic() - asked.pop()) if asked else None)
        print("ready", flush=True)
        beat = QTimer(window, interval=_BEAT)
        beat.timeout.connect(lambda: say("beat"))
        beat.start()
        press()

    def press() -> None:
        assert window.room is not None
        assert window.room.draft is not None
        QTest.keyClicks(window.room.draft.editor.text, next(letters))
        say("typed")
        # Now and then a pause for thought, longer than the program waits before it keeps.
        QTimer.singleShot(1200 if chance.random() < 0.02 else chance.randint(5, 90), press)

    QTimer.singleShot(0, begin)
    application.exec()


if __name__ == "__main__":
    _type(int(sys.argv[1]), Path(sys.argv[2]))
