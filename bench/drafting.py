"""Typing in the window: a key to its painted page, with the form, the list and the keeper there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench import dispatches
from bench.keystroke import QtTyping, Typing
from bench.measure import Done, Row, again, alternate, p95
from vpdesk.domain.body import plain_text
from vpdesk.domain.dispatch import Dispatch
from vpdesk.paths import Places
from vpdesk.services import drafting, office
from vpdesk.services.desk import Desk
from vpdesk.ui.pages.draft_page import DraftPage
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.start import make_application, make_window

_WORD = "nghiêm"


def rows(desk: Desk, *, rounds: int) -> Iterator[Row]:
    """Every row about typing in the window."""
    application = make_application()
    typed = []
    for dispatch in (dispatches.sample(), dispatches.of_pages(desk, 50)):
        alone = Typing(desk, dispatch)
        with TemporaryDirectory() as data:
            window = WindowTyping(application, replace(desk, places=Places(Path(data))), dispatch)
            keys, again_painted, bare, qt = alternate(
                rounds,
                window.keystroke,
                again(window.repaint),
                alone.bare,
                QtTyping(desk, dispatch).keystroke,
                warm=12,
            )
            window.close()
        pages = f"{alone.pages} pages"
        typed.append(median(keys))
        yield Row(f"{pages}: key in the window → page painted", median(keys), "bare repaint", median(bare), "≤ 1.6")
        yield Row(f"{pages}: the same, p95", p95(keys), "bare repaint, median", median(bare), "≤ 2.5")
        yield Row(f"{pages}: key in the window → page painted", median(keys), "QTextDocument", median(qt), "≤ 1.0")
        yield Row(f"{pages}: text and page painted again", median(again_painted), "bare repaint", median(bare))
    yield Row("key in the window, 50 pages", typed[1], "in 2 pages", typed[0], "≤ 1.5")


class WindowTyping:
    """A person typing in the middle of a draft, in the window as it stands on the screen."""

    def __init__(self, application: QApplication, desk: Desk, dispatch: Dispatch) -> None:
        body = office.found_sample(desk).bodies[0]
        draft = drafting.begin(desk, replace(dispatch, number=None), body.id).draft
        self._window = make_window(application, desk, InlineRunner(), InlineRunner())
        self._window.resize(1440, 900)
        self._window.show()
        self._window.begin()
        assert self._window.room is not None  # noqa: S101 -- the desk was opened at once
        self._window.room.open_draft(draft.id)
        page = self._window.page
        assert isinstance(page, DraftPage)  # noqa: S101 -- it was opened at once
        self._page = page
        at = dispatches.middle(dispatch)
        page.editor.go_to(at, len(plain_text(dispatch.body[at].runs)) // 2)  # type: ignore[union-attr]
        page.editor.setFocus()
        self._painted = _Painted(self._window, page)
        self._letters = count()
        application.processEvents()

    def keystroke(self) -> Callable[[], object]:
        """A round: a word comes letter by letter, then goes as it came."""
        self._rest()
        number = next(self._letters) % (2 * len(_WORD))
        letter = _WORD[number] if number < len(_WORD) else ""
        return lambda: self._press(letter)

    def _rest(self) -> None:
        """Let the pictures of the pages come: they are made one by one, when nobody waits."""
        for _ in range(8):
            QApplication.processEvents()

    def _press(self, letter: str) -> Done:
        key = Qt.Key(ord(letter.upper())) if letter else Qt.Key.Key_Backspace
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._page.editor.text, event)
        return self._painted.wait()

    def repaint(self) -> Done:
        """The text and the page as they are, again."""
        self._page.editor.text.viewport().update()
        self._page.view.viewport().update()
        return self._painted.wait_for_any()

    def close(self) -> None:
        """Close the window, the draft joined."""
        self._window.close()
        self._window.deleteLater()


class _Painted(QObject):
    """Waits until the window has painted pages that were laid out since it waited last."""

    def __init__(self, window: QWidget, page: DraftPage) -> None:
        super().__init__(window)
        self._page = page
        self._loop = QEventLoop(self)
        self._seen: object = page.laid_out
        self._at = 0.0
        window.installEventFilter(self)

    def wait(self) -> Done:
        """Let Qt do what it has to do until then."""
        self._loop.exec()
        self._seen = self._page.laid_out
        return Done(self._at)

    def wait_for_any(self) -> Done:
        """The same for pages that may have been painted before."""
        self._seen = None
        return self.wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's
        if event.type() != QEvent.Type.UpdateRequest or not self._loop.isRunning():
            return False
        watched.event(event)  # paints all that is to be painted, and the loop may do more before it ends
        if self._page.laid_out is not self._seen:
            self._at = perf_counter()
            self._loop.quit()
        return True
