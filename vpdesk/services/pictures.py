"""The pages of a file that came in, to be looked at. None of these touches the store: they run beside it."""

from __future__ import annotations

from pathlib import Path

from vpdesk.layout.geometry import Size


def sheets(path: Path) -> tuple[Size, ...]:
    """The pages of a PDF. Raises PdfBroken, FileNotUnderstood."""
    from vpdesk.reading.pictures import sizes_of

    return tuple(Size(width, height) for width, height in sizes_of(path))


def picture(path: Path, page: int, scale: float) -> bytes:
    """A page of a PDF as PPM, so many pixels to a point. Raises as `sheets`."""
    from vpdesk.reading.pictures import picture_of

    return picture_of(path, page, scale)
