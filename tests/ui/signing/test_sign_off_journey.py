"""To the signature and back in the real window on a virtual screen, by keyboard only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.needs import ROOT
from support.program import environment
from support.screens import virtual_screen

THERE_AND_BACK = ["desk", "draft", "waits", "sent-back", "remarks", "changes", "signed-off"]
PILE = ["read", "chosen", "signed-off"]


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a program of Linux")
@pytest.mark.parametrize(
    ("journey", "language", "theme", "stages"),
    [
        ("there-and-back", "vi", "light", THERE_AND_BACK),
        ("there-and-back", "en", "dark", THERE_AND_BACK),
        ("pile", "vi", "light", PILE),
    ],
)
def test_a_dispatch_comes_back_and_is_signed_off_and_so_is_a_pile_of_ten(
    tmp_path: Path, journey: str, language: str, theme: str, stages: list[str]
) -> None:
    with virtual_screen(tmp_path, 1600, 1000) as (display, _framebuffer):
        chosen = environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}")
        command = [sys.executable, "-m", "support.sign_off_journey", journey, language, theme, str(tmp_path)]
        done = subprocess.run(command, env=chosen, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)

    assert done.returncode == 0, done.stderr
    assert sorted(path.stem for path in tmp_path.glob("?-*.png")) == [f"{n}-{s}" for n, s in enumerate(stages, 1)]
