"""Text and HTML from other programs as blocks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.builders import a_paragraph, runs
from support.needs import ROOT

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Run,
    Table,
    plain_text,
)
from vpdesk.domain.copied import html_of, text_of
from vpdesk.domain.pasted import LONGEST, MOST_CELLS, PORTION, Losses, blocks_of_html, blocks_of_text

SAMPLES = ROOT / "tests" / "samples"


def from_html(html: str, losses: Losses | None = None) -> Body:
    """The blocks of a piece of HTML."""
    return tuple(block for block in blocks_of_html(html, losses or Losses()) if block is not None)


def from_text(text: str) -> Body:
    """The blocks of a text."""
    return tuple(block for block in blocks_of_text(text, Losses()) if block is not None)


def sample(name: str) -> str:
    """What a program put on the clipboard."""
    return (SAMPLES / name).read_text(encoding="utf-8")


WORD: Body = (
    Basis(runs("Căn cứ Quy chế làm việc của Ban Tuyên giáo Huyện ủy Hà Ninh")),
    a_paragraph(
        "Thực hiện ",
        Run("Kế hoạch", bold=True),
        " số 12-KH/HU ngày 03/02/2025, Ban Tuyên giáo đề nghị ",
        Run("các chi bộ", italic=True),
        Run(" trực thuộc", bold=True, italic=True),
        ": diện tích 40 m",
        Run("2", elevation=Elevation.RAISED),
        Run(".", note="Theo số liệu tháng 01/2025."),
    ),
    Heading(1, runs("I- MỤC ĐÍCH, YÊU CẦU")),
    a_paragraph("1. Mở lớp bồi dưỡng cho đội ngũ báo cáo viên."),
    a_paragraph("2. Nâng cao chất lượng sinh hoạt chi bộ."),
    Bullet(1, runs("Mỗi chi bộ cử 02 đồng chí;")),
    Bullet(2, runs("Danh sách gửi trước ngày 15.")),
    Bullet(1, runs("Tài liệu do Ban gửi.")),
    Table(
        (41.0, 300.0, 140.0),
        0,
        (
            (
                Cell(runs(Run("TT", bold=True)), align=Alignment.CENTRED),
                Cell(runs(Run("Nội dung", bold=True))),
                Cell(runs("Số buổi")),
            ),
            (
                Cell(runs("1")),
                Cell(runs("Nghị quyết của Đảng bộ huyện\nvà kế hoạch thực hiện")),
                Cell(runs("02"), rows=2),
            ),
            (Cell(runs("Cộng"), columns=2),),
        ),
    ),
)

LIBRE_OFFICE: Body = (
    Heading(1, runs("Nội dung")),
    a_paragraph("Ban đề nghị ", Run("các đơn vị", bold=True, underline=True), " thực hiện:"),
    Bullet(1, runs("Tuyên truyền trên trang tin;")),
    Bullet(2, runs("Mỗi tuần một bài;")),
    Bullet(1, runs("Báo cáo kết quả.")),
    a_paragraph("1. Việc thứ nhất."),
    a_paragraph("2. Việc thứ hai."),
    Table(
        (100.0, 300.0),
        1,
        (
            (Cell(runs("Ngày")), Cell(runs("Việc"))),
            (Cell(runs("03/02")), Cell(runs("Mít tinh"), align=Alignment.CENTRED)),
        ),
    ),
    a_paragraph(Run("Hết", note="Ghi chú cuối.")),
)


@pytest.mark.parametrize(("name", "body"), [("word.html", WORD), ("libreoffice.html", LIBRE_OFFICE)])
def test_what_a_program_copies_is_read(name: str, body: Body) -> None:
    found = from_html(sample(name))
    for one, other in zip(found, body, strict=False):
        assert one == other
    assert found == body


def test_pictures_are_counted_and_left_out() -> None:
    losses = Losses()
    assert from_html('<p>a<img src="data:image/png;base64,iVBORw0KGgo="> b</p><p><img src="x.png"></p>', losses) == (
        a_paragraph("a b"),
    )
    assert losses.pictures == 2


HTML: dict[str, tuple[str, Body]] = {
    "fonts and colours go": (
        '<p style="color:red"><font face="Arial" size="5">a</font> <a href="https://x.vn">b</a></p>',
        (a_paragraph("a b"),),
    ),
    "marks by style": (
        (
            '<p><span style="font-weight:700">a</span><span style="font-style:italic">b</span>'
            '<span style="text-decoration:underline">c</span><span style="vertical-align:sub">d</span></p>'
        ),
        (
            a_paragraph(
                Run("a", bold=True),
                Run("b", italic=True),
                Run("c", underline=True),
                Run("d", elevation=Elevation.LOWERED),
            ),
        ),
    ),
    "marks taken off": ('<b style="font-weight:normal"><p>a<b>b</b></p></b>', (a_paragraph("a", Run("b", bold=True)),)),
    "words that are hidden": (
        '<p>a<span style="display:none">x</span><script>y</script><style>z</style></p>',
        (a_paragraph("a"),),
    ),
    "space between words": (
        "<p> a\n  b <b> c</b>&nbsp;&nbsp;d </p>",
        (a_paragraph("a b ", Run("c", bold=True), " d"),),
    ),
    "line ends": ("<p>a <br> b</p>", (a_paragraph("a\nb"),)),
    "a new page": (
        '<p>a</p><br clear=all style="page-break-before:always"><p>b</p>',
        (a_paragraph("a"), PageBreak(), a_paragraph("b")),
    ),
    "words outside of paragraphs": ("a<p>b</p>c", (a_paragraph("a"), a_paragraph("b"), a_paragraph("c"))),
    "letters in parts": ("<p>tie\u0302\u0301n&#x200b;g</p>", (a_paragraph("tiếng"),)),
    "points and Roman numbers": (
        '<ol type="a"><li>một;</li><li>hai.</li></ol><ol type="I" start="3"><li>BA</li></ol>',
        (a_paragraph("a) một;"), a_paragraph("b) hai."), Heading(1, runs("III- BA"))),
    ),
    "a list in a list of numbers": (
        "<ol><li>một;<ul><li>hai;</li></ul></li><li>ba.</li></ol>",
        (a_paragraph("1. một;"), Bullet(1, runs("hai;")), a_paragraph("2. ba.")),
    ),
    "a heading": (
        "<h2><b>Mục</b></h2><h2>1. Tên</h2><h3>1. Câu.</h3>",
        (Heading(2, runs("Mục")), Heading(2, runs("1. Tên")), Heading(3, runs("1. Câu."))),
    ),
    "a chapter and its title": (
        "<p><b>Chương I</b></p><p><b>QUY ĐỊNH CHUNG</b></p><p><b>Điều 1. Phạm vi</b></p>",
        (Division(DivisionKind.CHAPTER, "I", "QUY ĐỊNH CHUNG"), Article(runs("Điều 1. Phạm vi"))),
    ),
    "a table with holes": (
        "<table><tr><td>a<td>b<tr><td>c</table>",
        (Table((1.0, 1.0), 0, ((Cell(runs("a")), Cell(runs("b"))), (Cell(runs("c")), Cell(())))),),
    ),
    "spans that run over": (
        "<table><tr><td rowspan=9 colspan=1>a<td>b<tr><td colspan=5>c</table>",
        (Table((1.0,) * 6, 0, ((Cell(runs("a"), 1, 2), Cell(runs("b")), *(Cell(()),) * 4), (Cell(runs("c"), 5),))),),
    ),
    "heads of a table": (
        "<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        (Table((1.0,), 1, ((Cell(runs("a")),), (Cell(runs("b")),))),),
    ),
    "a table in a table": (
        "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
        (Table((1.0,), 0, ((Cell(runs("a\nb\nc")),),)),),
    ),
    "paragraphs, items and cells left open": (
        "<p><b>a<p>b<ul><li>c;<li>d.</ul><table><tr><td>e<td>f</table>",
        (
            a_paragraph(Run("a", bold=True)),
            a_paragraph("b"),
            Bullet(1, runs("c;")),
            Bullet(1, runs("d.")),
            Table((1.0, 1.0), 0, ((Cell(runs("e")), Cell(runs("f"))),)),
        ),
    ),
    "what was never closed": ("<table><tr><td><b>a", (Table((1.0,), 0, ((Cell(runs(Run("a", bold=True))),),)),)),
    "ends of what never began": ("</table></li></ul></b>a", (a_paragraph("a"),)),
    "nothing": ("<p>&nbsp;</p><table></table>", ()),
}


@pytest.mark.parametrize(("html", "body"), HTML.values(), ids=HTML.keys())
def test_html_is_read(html: str, body: Body) -> None:
    assert from_html(html) == body


def test_the_portions_it_is_read_in_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vpdesk.domain.pasted.PORTION", 7)
    assert from_html(sample("word.html")) == WORD


def test_large_html_is_read_in_portions() -> None:
    html = "<p>" + "a " * PORTION * 3 + "</p>"
    assert sum(block is None for block in blocks_of_html(html, Losses())) > 5


DISPATCH = """Căn cứ Điều lệ Đảng Cộng sản Việt Nam;
Căn cứ Quy chế làm việc của Ban,

Ban Tuyên giáo đề nghị:
I- MỤC ĐÍCH
1. Yêu cầu chung
- Đúng thời gian;
+ Trước ngày 15.
2. Các chi bộ báo cáo kết quả.
Chương II
Tổ chức thực hiện
Điều 5. Hiệu lực
"""


def test_the_text_of_a_dispatch_is_recognised() -> None:
    assert from_text(DISPATCH) == (
        Basis(runs("Căn cứ Điều lệ Đảng Cộng sản Việt Nam")),
        Basis(runs("Căn cứ Quy chế làm việc của Ban")),
        a_paragraph("Ban Tuyên giáo đề nghị:"),
        Heading(1, runs("I- MỤC ĐÍCH")),
        Heading(2, runs("1. Yêu cầu chung")),
        Bullet(1, runs("Đúng thời gian;")),
        Bullet(2, runs("Trước ngày 15.")),
        a_paragraph("2. Các chi bộ báo cáo kết quả."),
        Division(DivisionKind.CHAPTER, "II", "Tổ chức thực hiện"),
        Article(runs("Điều 5. Hiệu lực")),
    )


def test_a_chapter_without_a_title_waits_for_one() -> None:
    chapter = Division(DivisionKind.CHAPTER, "I", "")
    assert from_text("Chương I\n1. Tên mục") == (chapter, Heading(2, runs("1. Tên mục")))
    assert from_text("Chương I") == (chapter,)


def test_a_paragraph_too_long_for_any_paper_is_parted_between_words() -> None:
    losses = Losses()
    words = "Đẩy mạnh tuyên truyền. " * 2000
    parts = [block for block in blocks_of_text(words, losses) if block is not None]
    assert losses.parted == 1
    texts = [plain_text(getattr(block, "runs")) for block in parts]  # noqa: B009
    assert "".join(texts) == words.strip()
    assert max(map(len, texts)) <= LONGEST
    assert all(text.endswith((". ", ".")) for text in texts)


def test_a_table_too_large_is_parted_between_rows() -> None:
    losses = Losses()
    html = "<table><tr><th>a<th>b" + "<tr><td rowspan=2>c<td>d<tr><td>e" * MOST_CELLS + "</table>"
    parts = [block for block in blocks_of_html(html, losses) if isinstance(block, Table)]
    assert losses.parted == 1
    assert sum(len(part.rows) for part in parts) == 2 * MOST_CELLS + 1
    assert [part.header_rows for part in parts[:2]] == [1, 0]


BLOCKS: tuple[Block, ...] = (
    *WORD[:1],
    Heading(2, runs("1. Tên", Run(" mục", italic=True))),
    *WORD[3:],
    *LIBRE_OFFICE[2:5],
    PageBreak(),
    a_paragraph("a & <b>\nc"),
)


def test_what_goes_out_as_html_comes_in_again_the_same() -> None:
    found = from_html(html_of(BLOCKS))
    widths = re.compile(r"columns=\([\d., ]+\)")
    assert widths.sub("", repr(found)) == widths.sub("", repr(BLOCKS))


def test_html_that_goes_out_carries_no_style_of_its_own() -> None:
    html = html_of(BLOCKS)
    assert "font" not in html
    assert "&amp; &lt;b&gt;<br>c" in html
    assert html_of((a_paragraph(Run("2", elevation=Elevation.RAISED, underline=True)),)) == "<p><sup><u>2</u></sup></p>"


def test_plain_text_that_goes_out_has_its_signs() -> None:
    chapter = Division(DivisionKind.CHAPTER, "I", "Chung")
    assert text_of((WORD[0], WORD[5], WORD[6], chapter, Article(runs("Điều 1. a")), WORD[8])) == (
        "- Căn cứ Quy chế làm việc của Ban Tuyên giáo Huyện ủy Hà Ninh;\n- Mỗi chi bộ cử 02 đồng chí;\n"
        "+ Danh sách gửi trước ngày 15.\nChương I\nChung\nĐiều 1. a\n"
        "TT\tNội dung\tSố buổi\n1\tNghị quyết của Đảng bộ huyện và kế hoạch thực hiện\t02\nCộng"
    )


def test_samples_are_of_our_own_making() -> None:
    assert isinstance(SAMPLES, Path)
    assert {path.name for path in SAMPLES.iterdir()} == {"word.html", "libreoffice.html"}
