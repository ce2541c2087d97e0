"""An arrival from the register to its answer in the real window on a virtual screen, by keyboard only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.needs import ROOT
from support.program import environment
from support.screens import virtual_screen

STAGES = ["submitting", "directive", "acknowledged", "answer", "issuing", "closed"]


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a program of Linux")
@pytest.mark.parametrize(("language", "theme"), [("vi", "light"), ("en", "dark")])
def test_an_arrival_is_directed_acknowledged_answered_and_closed_by_its_answer(
    tmp_path: Path, language: str, theme: str
) -> None:
    with virtual_screen(tmp_path, 1600, 1000) as (display, _framebuffer):
        chosen = environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}")
        command = [sys.executable, "-m", "support.arrival_journey", language, theme, str(tmp_path)]
        done = subprocess.run(command, env=chosen, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)

    assert done.returncode == 0, done.stderr
    assert sorted(path.stem for path in tmp_path.glob("?-*.png")) == [f"{n}-{s}" for n, s in enumerate(STAGES, 1)]
