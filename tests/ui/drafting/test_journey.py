"""The first hour of an officer in the real window on a virtual screen, by keyboard only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.needs import ROOT, need_shared
from support.program import environment, run_program
from support.screens import virtual_screen

_STAGES = ["1-first-run", "2-templates", "3-begun", "4-written", "5-list"]


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a program of Linux")
@pytest.mark.parametrize(
    ("language", "theme", "scale"), [("vi", "light", 1), ("en", "dark", 1), ("vi", "dark", 2), ("en", "light", 2)]
)
def test_from_the_first_run_to_the_pdf_of_dispatch_229(tmp_path: Path, language: str, theme: str, scale: int) -> None:
    case = need_shared("cases/229-CV-BTGHU.dispatch.json")
    with virtual_screen(tmp_path, 1600 * scale, 1000 * scale) as (display, _framebuffer):
        chosen = environment(
            DISPLAY=display,
            QT_QPA_PLATFORM="xcb",
            QT_SCALE_FACTOR=str(scale),
            PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}",
        )
        command = [sys.executable, "-m", "support.journey", language, theme, str(case), str(tmp_path)]
        done = subprocess.run(command, env=chosen, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    rendered = tmp_path / "rendered.pdf"
    run_program("render", case, "-o", rendered)

    assert done.returncode == 0, done.stderr
    assert sorted(path.stem for path in tmp_path.glob("?-*.png")) == _STAGES
    assert (tmp_path / "229.pdf").read_bytes() == rendered.read_bytes()
