"""The PDF and the screen draw every bar of a report from and to the same place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QApplication
from support.pictures import Region, ink_of, picture_of_pdf
from support.screen_pictures import on_screen

from vpdesk.domain.book import Keeper
from vpdesk.domain.reports import Bar, Column, Ground, Report, ReportKind, ReportRow, ReportScope, ReportTable
from vpdesk.layout.charts import BARS
from vpdesk.layout.frame import Page, Stroke
from vpdesk.services import reports
from vpdesk.services.desk import Desk
from vpdesk.ui.preview.painter import Glyphs

LIMIT = 1.5
"""Pixels at 144 dpi that a bar may begin or end apart."""
COUNTS = ((5866, 5927), (424, 457), (202, 32), (73, 0), (0, 16))


def a_report() -> Report:
    """A report of one table with long bars, short ones and none."""
    rows = tuple(ReportRow((f"Phần {now}", now), Bar(now, then)) for now, then in COUNTS)
    columns = (Column("Nội dung", 5), Column("Năm 2024", 2, Ground.COUNT))
    table = ReportTable("Tình hình chung", columns, rows, chart="Biểu đồ")
    scope = ReportScope(ReportKind.HANDLING)
    return Report(scope, Keeper("BAN TUYÊN GIÁO"), "Tình hình", "Năm 2024", "", (table,), date(2024, 12, 24))


def bars(page: Page) -> Iterator[Region]:
    """Where each bar of a page stands."""
    for x, y, line in page.lines():
        strokes = [(one, one.ink) for one in line.line.items if line.place == BARS and isinstance(one.ink, Stroke)]
        if strokes:
            left = min(one.x for one, _ in strokes)
            right = max(one.x + ink.width for one, ink in strokes)
            top = min(one.y - ink.thickness / 2 for one, ink in strokes)
            bottom = max(one.y + ink.thickness / 2 for one, ink in strokes)
            yield Region("", x + left, y + top, x + right, y + bottom)


def test_every_bar_begins_and_ends_at_the_same_place_on_paper_and_on_the_screen(desk: Desk, qapp: QApplication) -> None:
    document = reports.typeset(desk, a_report())
    (page,) = document.pages
    paper, screen = picture_of_pdf(desk.press.pdf(document), 0), on_screen(page, Glyphs(desk.fonts))
    found = list(bars(page))

    assert len(found) == sum(count > 0 for both in COUNTS for count in both)
    for region in found:
        printed, shown = ink_of(paper, region, margin=1), ink_of(screen, region, margin=1)
        assert printed is not None
        assert shown is not None
        assert abs(printed.left - shown.left) <= LIMIT
        assert abs(printed.right - shown.right) <= LIMIT
