"""A stamped copy of what came in: the stamp laid over its first page, all else as it was. The original is only read.

What is stamped was made elsewhere, so this runs in a process of its own, as reading does:
`python -m vpdesk.export.stamping KIND FILE STAMP OUT LEFT TOP`.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, ImageSequence

from vpdesk.domain.errors import FileNotUnderstood, PdfBroken, PdfLocked
from vpdesk.reading.apart import run_apart
from vpdesk.reading.worker import bound_memory, tell

PDF: Final = "pdf"
PICTURE: Final = "picture"
_FINENESS: Final = 100
"""Parts of a point in which places are asked for."""
_SHORT, _LONG = 595.28, 841.89
"""A4, in points."""
_LEAST, _MOST = 200.0, 1250.0
"""Points between which the longer side of a paper may lie that was scanned at the resolution the file names."""


def stamp_apart(kind: str, original: Path, name: str, stamp: Path, out: Path, place: tuple[float, float]) -> None:
    """Write a stamped copy of a PDF or a picture (`kind`); `place` is in points from the first page's upper left.

    `name` is what to call the file. Raises PdfLocked, PdfBroken, FileNotUnderstood.
    """
    left, top = place
    arguments = (kind, str(original), str(stamp), str(out), str(left), str(top))
    run_apart("vpdesk.export.stamping", arguments, name)


def stamped(original: bytes, stamp: bytes, left: float, top: float) -> bytes:
    """A PDF with another PDF's first page over its first, so many points from the left and upper edge as shown.

    Raises PdfLocked, PdfBroken.
    """
    document = _opened(original)
    over = pypdfium2.PdfDocument(stamp)
    try:
        page = document[0]
        thing = over.page_as_xobject(0, document).as_pageobject()
        thing.set_matrix(_laid(page, left, top, over[0].get_height()))
        page.insert_obj(thing)
        page.gen_content()
        out = BytesIO()
        document.save(out)
    except pypdfium2.PdfiumError:
        raise PdfBroken("") from None
    finally:
        over.close()
        document.close()
    return out.getvalue()


def _opened(original: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(original)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise (PdfLocked if locked else PdfBroken)("") from None
    if len(document) == 0:
        raise PdfBroken("")
    return document


def _laid(page: pypdfium2.PdfPage, left: float, top: float, height: float) -> pypdfium2.PdfMatrix:
    """How what is drawn upright from its lower left comes to stand upright on a page that is shown turned or cut."""
    x, y = _inside(page, left, top + height)
    across_x, across_y = _inside(page, left + 1, top + height)
    up_x, up_y = _inside(page, left, top + height - 1)
    return pypdfium2.PdfMatrix(across_x - x, across_y - y, up_x - x, up_y - y, x, y)


def _inside(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page as it is shown lies in its own measure."""
    width, height = page.get_size()
    size = round(width * _FINENESS), round(height * _FINENESS)
    own_x, own_y = ctypes.c_double(), ctypes.c_double()
    at = round(x * _FINENESS), round(y * _FINENESS)
    pdfium.FPDF_DeviceToPage(page, 0, 0, *size, 0, *at, own_x, own_y)
    return own_x.value, own_y.value


# --- pictures -----------------------------------------------------------------------------------------------------


def pdf_of_picture(picture: bytes) -> bytes:
    """A picture as a PDF, a page for each that it holds. Raises FileNotUnderstood."""
    document = pypdfium2.PdfDocument.new()
    try:
        with Image.open(BytesIO(picture)) as opened:
            for frame in ImageSequence.Iterator(opened):
                _add_page(document, frame)
        out = BytesIO()
        document.save(out)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise FileNotUnderstood("") from None
    finally:
        document.close()
    return out.getvalue()


def _add_page(document: pypdfium2.PdfDocument, frame: Image.Image) -> None:
    upright = ImageOps.exif_transpose(frame)
    shown = upright.convert("L" if upright.mode in {"1", "L", "I;16"} else "RGB")
    width, height = _paper(shown, frame.info.get("dpi"))
    page = document.new_page(width, height)
    thing = pypdfium2.PdfImage.new(document)
    thing.set_bitmap(pypdfium2.PdfBitmap.from_pil(shown))
    thing.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(thing)
    page.gen_content()


def _paper(picture: Image.Image, resolution: tuple[float, float] | None) -> tuple[float, float]:
    """The size of a scanned paper in points: by its resolution where that can be, else as large as A4 takes it."""
    across, down = (float(one) for one in resolution or (0.0, 0.0))
    if across > 0 and down > 0:
        width, height = picture.width * 72 / across, picture.height * 72 / down
        if _LEAST <= max(width, height) <= _MOST:
            return width, height
    room = (_SHORT, _LONG) if picture.height >= picture.width else (_LONG, _SHORT)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    return picture.width * scale, picture.height * scale


# --- the process --------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Write a stamped copy, or tell what is wrong with the file."""
    kind, original, stamp, out, left, top = arguments
    bound_memory()

    def stamp_it() -> dict[str, object]:
        content = Path(original).read_bytes()
        paper = pdf_of_picture(content) if kind == PICTURE else content
        Path(out).write_bytes(stamped(paper, Path(stamp).read_bytes(), float(left), float(top)))
        return {"done": True}

    return tell(stamp_it)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
