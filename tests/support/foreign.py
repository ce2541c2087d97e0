"""Files as others send them: PDFs with these words at these places, locked ones, broken ones, pictures, packages."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

LOCKED_PDF = (
    b"%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
    b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
    b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj\n"
    b"4 0 obj << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> endobj\n"
    b"trailer << /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\n%%%%EOF\n"
) % (b"11" * 32, b"22" * 32)
"""A PDF that asks for a password which nobody knows."""
BROKEN_PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >>\nnothing follows"


def words_pdf(words: Iterable[tuple[float, float, str]], size: tuple[int, int] = (595, 842), turned: int = 0) -> bytes:
    """A PDF with words of plain letters at points from the upper left edge, on a page that is shown turned."""
    shown = b"".join(
        b"BT /F1 12 Tf 1 0 0 1 %.1f %.1f Tm (%b) Tj ET\n" % (x, size[1] - y, text.encode("ascii"))
        for x, y, text in words
    )
    return (
        b"%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
        b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >> endobj\n"
        b"4 0 obj << /Length %d >> stream\n%b\nendstream endobj\n"
        b"5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> endobj\n"
        b"trailer << /Root 1 0 R >>\n%%%%EOF\n"
    ) % (*size, turned, len(shown), shown)


def grey_png(width: int = 8, height: int = 8) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def docx(path: Path, *paragraphs: str) -> Path:
    """A package of Word's with these paragraphs, written to a path."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    said = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{said}</w:body></w:document>')
    return path


def sparse(path: Path, size: int, beginning: bytes = b"%PDF-1.4\n") -> Path:
    """A file of any size that takes no room."""
    with path.open("wb") as file:
        file.write(beginning)
        file.truncate(size)
    return path
