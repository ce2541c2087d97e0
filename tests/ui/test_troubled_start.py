"""What keeps the window from opening is told on standard error and to the person before the screen."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from support.needs import ROOT
from support.program import run_program, run_python

_ANSWERED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from vpdesk.app import main
from vpdesk.ui.start import make_application

def answer():
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            print(box.text(), box.informativeText(), *(button.text() for button in box.buttons()), sep="|")
            box.accept()

application = make_application()
timer = QTimer(interval=20)
timer.timeout.connect(answer)
timer.start()
QTimer.singleShot(20_000, application.quit)
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def broken_rules(tmp_path: Path) -> Path:
    """A copy of the program in which a rule pack is broken."""
    copy = tmp_path / "program"
    shutil.copytree(ROOT / "vpdesk", copy / "vpdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", copy / "resources")
    next((copy / "resources/rules").glob("*.toml")).write_text("title = ", encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("language", "said"),
    [(["--lang", "en"], "settings.toml has a wrong value at theme."), ([], "settings.toml")],
    ids=["English", "Vietnamese"],
)
def test_settings_nobody_understands_are_told_in_a_box_too(tmp_path: Path, language: list[str], said: str) -> None:
    (tmp_path / "settings.toml").write_text('theme = "pink"', encoding="utf-8")
    done = run_python(_ANSWERED, "--data", tmp_path, *language, QT_QPA_PLATFORM="offscreen")
    what, remedy, *buttons = done.stdout.strip().split("|")

    assert done.returncode == 2
    assert said in what
    assert f"vpdesk: {what} {remedy}\n" in done.stderr
    assert len(buttons) == 1


@pytest.mark.parametrize("file", [[], ["a.dispatch.json"]], ids=["no file", "a file"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_broken_rule_pack_closes_the_window_and_is_told_in_a_box_too(
    tmp_path: Path, broken_rules: Path, language: str, file: list[str]
) -> None:
    data = tmp_path / "data"
    done = run_program(
        "--data",
        data,
        "--lang",
        language,
        *file,
        start=(sys.executable, "-c", _ANSWERED),
        cwd=broken_rules,
        PYTHONPATH=str(broken_rules),
        QT_QPA_PLATFORM="offscreen",
    )
    what, remedy, *_ = done.stdout.strip().split("|")

    assert done.returncode == 2
    assert "TOML" in what
    assert f"vpdesk: {what} {remedy}\n" in done.stderr


def test_a_broken_rule_pack_is_a_sentence_of_the_command_line(tmp_path: Path, broken_rules: Path) -> None:
    sample = broken_rules / "resources/sample/229-CV-BTGHU.dispatch.json"
    out = tmp_path / "a.pdf"
    done = run_program(
        *("--data", tmp_path, "--lang", "en", "render", sample, "-o", out),
        cwd=broken_rules,
        PYTHONPATH=str(broken_rules),
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "TOML" in done.stderr
    assert not out.exists()
