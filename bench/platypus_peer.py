"""ReportLab's Platypus setting a manuscript on the same page. As a program: `manuscript.json fonts out.pdf`."""

from __future__ import annotations

import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from bench.manuscript import Manuscript, Piece, Stretch, from_json

_MEASURE = 165 * mm
_BODY = ParagraphStyle(
    "body", fontName="peer", fontSize=14, leading=18, alignment=TA_JUSTIFY, firstLineIndent=10 * mm, spaceBefore=6
)
_CENTRED = ParagraphStyle("centred", parent=_BODY, alignment=TA_CENTER, firstLineIndent=0)
_LIST = ParagraphStyle("list", parent=_BODY, alignment=0, firstLineIndent=0, spaceBefore=0)


def use_fonts(folder: Path) -> None:
    """Register the faces. To be called once."""
    for name, file in (("peer", "Regular"), ("peer-b", "Bold"), ("peer-i", "Italic"), ("peer-bi", "BoldItalic")):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"LiberationSerif-{file}.ttf")))
    pdfmetrics.registerFontFamily("peer", "peer", "peer-b", "peer-i", "peer-bi")


def pdf_of(text: Manuscript) -> bytes:
    """The manuscript as PDF."""
    out = BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, topMargin=20 * mm, bottomMargin=20 * mm, leftMargin=30 * mm, rightMargin=15 * mm
    )
    flow: list[Any] = [
        Table([[_lines(text.left), _lines(text.right)]], colWidths=[0.47 * _MEASURE, 0.53 * _MEASURE]),
        Spacer(1, 6),
        Paragraph("<i>Kính gửi:</i>", _LIST),
        *_lines(tuple(f"- {line}" for line in text.addressees), _LIST),
        *(_paragraph(piece) for piece in text.body if isinstance(piece, Piece)),
        Table(
            [[_lines(("Nơi nhận:", *(f"- {line}" for line in text.recipients)), _LIST), _lines(text.signing)]],
            colWidths=[0.47 * _MEASURE, 0.53 * _MEASURE],
        ),
    ]
    document.build(flow, onLaterPages=_number)
    return out.getvalue()


def _number(canvas: Any, document: Any) -> None:
    canvas.setFont("peer", 14)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 15 * mm, str(document.page))


def _lines(lines: tuple[str, ...], style: ParagraphStyle = _CENTRED) -> list[Any]:
    return list(map(partial(Paragraph, style=style), map(escape, lines)))


def _paragraph(piece: Piece) -> Any:
    sign = f"{piece.sign.strip()} " if piece.sign else ""
    return Paragraph(sign + "".join(map(_stretch, piece.stretches)), _BODY)


def _stretch(stretch: Stretch) -> str:
    text = escape(stretch.text)
    if stretch.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if stretch.italic else text


if __name__ == "__main__":
    source, fonts, target = map(Path, sys.argv[1:])
    use_fonts(fonts)
    target.write_bytes(pdf_of(from_json(source.read_text(encoding="utf-8"))))
