"""Pages of a PDF that was made elsewhere, as pictures: drawn in a process apart, as all that reads foreign files is."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from vpdesk.reading.apart import run_apart

_DRAWING: Final = "vpdesk.reading.drawing"


def sizes_of(path: Path) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points. Raises PdfBroken, FileNotUnderstood."""
    told = run_apart(_DRAWING, ("sheets", str(path.resolve())), path.name)
    return tuple((width, height) for width, height in told["sheets"])


def picture_of(path: Path, page: int, scale: float) -> bytes:
    """A page as PPM, so many pixels to a point, fewer where it is very large. Raises PdfBroken, FileNotUnderstood."""
    with tempfile.TemporaryDirectory(prefix="vpdesk-") as folder:
        out = Path(folder) / "page.ppm"
        run_apart(_DRAWING, ("picture", str(path.resolve()), str(page), str(scale), str(out)), path.name)
        return out.read_bytes()
