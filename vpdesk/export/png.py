"""A page as a picture: our own PDF, rasterised. Home of pypdfium2."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

DPI = 150


def png_of_page(pdf: bytes, page: int = 0, dpi: float = DPI) -> bytes:
    """One page of a PDF as PNG, on white, at `dpi` dots to the inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=dpi / 72, fill_color=(255, 255, 255, 255)).to_pil()
    finally:
        document.close()
    out = BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
