"""The pictures of the README: the draft page in both themes, the list, the templates, what waits, a page of the PDF.

python -m tools.screenshots
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPixmap

from vpdesk.export.png import png_of_page
from vpdesk.paths import Places
from vpdesk.services.demo import draft_sample, issue_sample, register_arrivals, sample_path, sign_submitted
from vpdesk.services.demo_cases import list_case_files
from vpdesk.services.demo_work import work_on_arrivals
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch
from vpdesk.settings import Settings
from vpdesk.ui.portrait import portrait_of_signing, portraits, register_portraits

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
PAGE_DPI = 100
REGISTERS = {"desk", "outgoing", "arrivals", "new-arrival", "case-files", "search", "books", "reports"}
SHOWN = {("draft", "light"), ("draft", "dark"), ("drafts", "light"), ("templates", "light")}
LARGEST = 200_000
"""Bytes of a picture: a README is read on slow lines too."""


def main() -> int:
    """Write every picture and say how large it is; 1 where one is too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        desk = Desk(Places(Path(scratch)), Settings())
        drafted = draft_sample(desk, Path(scratch))
        for theme in ("light", "dark"):
            for name, picture in portraits(drafted, theme, "vi"):
                if (name, theme) in SHOWN:
                    save(f"{name}-{theme}.png", png_of(picture))
        save("signing-light.png", png_of(portrait_of_signing(drafted, "light", "vi")))
        sign_submitted(drafted)
        issue_sample(drafted)
        work_on_arrivals(drafted.desk, register_arrivals(drafted.desk))
        list_case_files(drafted.desk)
        for name, picture in register_portraits(drafted.desk, "light", "vi"):
            if name in REGISTERS:
                save(f"{name}-light.png", png_of(picture))
        save("page-1.png", page_of_sample(desk))
    large = [path.name for path in PICTURES.glob("*.png") if path.stat().st_size > LARGEST]
    if large:
        print("too large:", *large, file=sys.stderr)
    return bool(large)


def page_of_sample(desk: Desk) -> bytes:
    """The first page of the sample dispatch."""
    document = lay_out(desk, read_dispatch(sample_path())).document
    return png_of_page(desk.press.pdf(document), dpi=PAGE_DPI)


def png_of(picture: QPixmap) -> bytes:
    """A picture of the window as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def save(name: str, png: bytes) -> None:
    """Write a picture in 256 colours: flat grounds and grey letters lose nothing to the eye."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)
    print(f"{PICTURES / name}  {(PICTURES / name).stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
