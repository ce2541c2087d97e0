"""What Qt's binding and the start of the program must not do."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.program import run_python

from vpdesk.services.demo import sample_path

_FIRST_FRAME = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from vpdesk.app import main

class FirstFrame(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(*sorted(sys.modules), flush=True)
            os._exit(0)
        return False

from vpdesk.ui.start import make_application
application = make_application()
frame = FirstFrame()
application.installEventFilter(frame)
main(sys.argv[1:])
"""
_WAIT = {
    *"reportlab fontTools pypdfium2 sqlalchemy babel socket".split(),
    *"vpdesk.domain.dispatch vpdesk.domain.pack vpdesk.layout vpdesk.export vpdesk.db".split(),
    *"vpdesk.services.typesetting vpdesk.ui.pages.dispatch_page vpdesk.ui.preview.painter".split(),
}
"""What is taken in behind the first frame, or when an act needs it."""

_SHOWN = """
import sys
from pathlib import Path
from vpdesk.paths import Places
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings
from vpdesk.ui.runner import InlineRunner
from vpdesk.ui.start import make_application, make_window
application = make_application()
desk = Desk(Places(Path(sys.argv[2])), Settings(theme="light"))
window = make_window(application, desk, InlineRunner(), InlineRunner())
window.show()
window.open(Path(sys.argv[1]))
application.processEvents()
assert window.paper.document is not None and not window.grab().isNull()
print(*sorted({name.partition(".")[0] for name in sys.modules} & {*"reportlab fontTools pypdfium2 sqlalchemy".split()}))
"""


def test_the_first_frame_waits_for_nothing_that_a_dispatch_needs(tmp_path: Path) -> None:
    done = run_python(_FIRST_FRAME, "--data", tmp_path, sample_path(), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert _WAIT & set(done.stdout.split()) == set()


def test_showing_a_dispatch_needs_no_library_that_writes_files(tmp_path: Path) -> None:
    done = run_python(_SHOWN, sample_path(), tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_calls_into_qt_keep_the_count_of_none(qtbot: QtBot) -> None:
    words = QLabel()
    qtbot.addWidget(words)
    before = sys.getrefcount(None)
    for number in range(2000):
        words.setEnabled(True)
        words.setText(str(number))
        words.update()
    assert abs(sys.getrefcount(None) - before) < 100
