"""A window up to a painted frame, as a process of its own.

    python -m bench.first_paint bare | desk FOLDER | filled FOLDER OFFICER | found FOLDER OFFICER

The first two stop at their first frame, `filled` at the one with all that waits on the desk, `found` at the one with
the newest of all documents on the page that finds, both before an officer who sits there by his id. Prints its memory
in KB once the frame is on the screen, and is gone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Waits until a window has been painted, its children too."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 -- Qt's
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _report)
        return False


def _report() -> None:
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 -- loads nothing more
        print(next(line.split()[1] for line in status if line.startswith("VmRSS")), flush=True)
    os._exit(0)


def _watch(window: QWidget) -> None:
    watcher = FirstPaint(window)
    window.installEventFilter(watcher)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: PLC0415 -- each pays for its own

    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1440, 900)
    _watch(window)
    window.show()
    application.exec()


def _watch_filled(window: QWidget) -> None:
    """Watch the desk of an officer from when all that waits for him stands on it, also where nothing does."""
    window.gateway.desk.seat.officer = UUID(sys.argv[3])  # type: ignore[attr-defined]
    add = window.add  # type: ignore[attr-defined]

    def added(page: QWidget) -> QWidget:
        if (show := getattr(page, "show_contents", None)) is not None:

            def shown(contents: object) -> None:
                show(contents)
                _watch(page)
                page.update()

            page.show_contents = shown  # type: ignore[attr-defined]
        return add(page)  # type: ignore[no-any-return]

    window.add = added  # type: ignore[attr-defined]


def _watch_found(window: QWidget) -> None:
    """Go to the page that finds as soon as the desk is open, and watch its list from when it is filled."""
    window.gateway.desk.seat.officer = UUID(sys.argv[3])  # type: ignore[attr-defined]

    def enter() -> None:
        room = window.room  # type: ignore[attr-defined]
        if room is None or room.office is None or not room.door.is_open:
            QTimer.singleShot(2, window, enter)
            return
        window.enter("search")  # type: ignore[attr-defined]
        page = window.page  # type: ignore[attr-defined]
        show = page.show_counts

        def shown(counts: object) -> None:
            show(counts)
            _watch(page)
            page.update()

        page.show_counts = shown
        page.ask()

    QTimer.singleShot(0, window, enter)


def _desk(data: str, watch: Callable[[QWidget], None]) -> None:
    from vpdesk.app import main  # noqa: PLC0415 -- each pays for its own
    from vpdesk.ui import start  # noqa: PLC0415

    make_window = start.make_window

    def watched(*arguments: object) -> QWidget:
        window = make_window(*arguments)  # type: ignore[arg-type]
        watch(window)
        return window

    start.make_window = watched  # type: ignore[assignment]
    main(["--data", data])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _desk(sys.argv[2], {"desk": _watch, "filled": _watch_filled, "found": _watch_found}[sys.argv[1]])
