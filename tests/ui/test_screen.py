"""One real window on a virtual screen, as people start it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from support.needs import ROOT
from support.program import MODULE, environment
from support.screens import virtual_screen

from vpdesk.services.demo import sample_path

_SIZE = (1440, 900)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A virtual screen of its own."""
    with virtual_screen(tmp_path, *_SIZE) as screen:
        yield screen


def _screenshot(framebuffer: Path) -> Image.Image:
    """What the screen shows: a dump in the format of xwd, its header first."""
    data = framebuffer.read_bytes()
    field = [int.from_bytes(data[at : at + 4], "big") for at in range(0, 100, 4)]
    start = field[0] + field[19] * 12  # the header, then the colours of a palette that nobody uses
    stride = field[12]
    return Image.frombuffer("RGB", _SIZE, data[start : start + stride * _SIZE[1]], "raw", "BGRX", stride, 1)


def _share_of_white(picture: Image.Image) -> float:
    white = sum(pixels for pixels, colour in picture.getcolors(1 << 24) or [] if colour == (255, 255, 255))
    return white / (picture.width * picture.height)


@pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a program of Linux")
def test_the_program_shows_its_pages_on_a_real_screen(screen: tuple[str, Path], tmp_path: Path) -> None:
    display, framebuffer = screen
    chosen = environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", XDG_DATA_HOME=str(tmp_path / "data"))
    program = subprocess.Popen([*MODULE, str(sample_path())], env=chosen, cwd=ROOT, stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 10
        while _share_of_white(_screenshot(framebuffer)) < 0.3:
            assert program.poll() is None, program.stderr and program.stderr.read()
            assert time.monotonic() < deadline, "no page in sight after ten seconds"
            time.sleep(0.1)
    finally:
        program.terminate()
        program.communicate()
    _screenshot(framebuffer).save(tmp_path / "screen.png")
