"""A page as a picture: our own PDF, rasterised. Home of pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pypdfium2

from vpdesk.layout.geometry import Picture, Size

DPI = 150
_WHITE = (255, 255, 255, 255)


def png_of_page(pdf: bytes, page: int = 0, dpi: float = DPI) -> bytes:
    """One page of a PDF as PNG, on white, at `dpi` dots to the inch."""
    with _opened(pdf) as document:
        picture = document[page].render(scale=dpi / 72, fill_color=_WHITE).to_pil()
    out = BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def picture_of_page(pdf: bytes, page: int, scale: float) -> Picture:
    """One page of a PDF on white, so many pixels to a point."""
    with _opened(pdf) as document:
        picture = document[page].render(scale=scale, fill_color=_WHITE).to_pil().convert("RGB")
    return Picture(picture.width, picture.height, picture.tobytes())


def page_sizes(pdf: bytes) -> tuple[Size, ...]:
    """The sizes of the pages of a PDF, in points."""
    with _opened(pdf) as document:
        return tuple(Size(*page.get_size()) for page in document)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
