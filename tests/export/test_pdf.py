"""The PDF: the same bytes, our faces, text that comes out again, an outline, a title."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import a_dispatch, a_long_body, a_paragraph
from support.golden import assert_golden
from support.needs import ROOT
from support.program import environment
from support.readers import READERS, WORD_READERS, catalog_of, fonts_of, glyphs

from vpdesk.domain.body import Article, Division, DivisionKind, Heading, PageBreak, Run
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup, PaperSize
from vpdesk.layout.fonts import Face
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch

ODD = "Ω Ж é ß ı ﬁ − ∑ ◊ 中 字 😀 👍🏽 ก"
"""Characters outside the fixed code page: some in the face, some in none."""


def pdf_of(desk: Desk, dispatch: Dispatch | None = None, *, duplex: bool = False) -> bytes:
    dispatch = read_dispatch(sample_path()) if dispatch is None else dispatch
    return desk.press.pdf(lay_out(desk, dispatch, duplex=duplex).document)


@pytest.fixture(scope="module")
def sample(desk: Desk) -> bytes:
    return pdf_of(desk)


# --- bytes --------------------------------------------------------------------------------------------------------


def test_the_same_dispatch_gives_the_same_bytes(desk: Desk, sample: bytes) -> None:
    pdf_of(desk, a_dispatch(body=(a_paragraph(ODD),)))

    assert pdf_of(desk) == sample


def test_characters_beyond_the_code_page_give_the_same_bytes_too(desk: Desk) -> None:
    dispatch = a_dispatch(body=(a_paragraph(ODD), a_paragraph(Run(ODD, bold=True))))

    assert pdf_of(desk, dispatch) == pdf_of(desk, dispatch)


def test_every_process_gives_the_same_bytes(tmp_path: Path) -> None:
    out = [tmp_path / f"{seed}.pdf" for seed in ("0", "1")]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "vpdesk", "render", sample_path(), "-o", path],
            env=environment(PYTHONHASHSEED=path.stem, TZ=zone, LC_ALL=locale, VPDESK_SEED=path.stem),
            cwd=ROOT,
        )
        for path, zone, locale in zip(out, ("UTC", "Asia/Ho_Chi_Minh"), ("C", "C.UTF-8"), strict=True)
    ]

    assert [process.wait(60) for process in running] == [0, 0]
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in out}) == 1


def test_another_dispatch_gives_other_bytes(desk: Desk, sample: bytes) -> None:
    assert pdf_of(desk, a_dispatch()) != sample


def test_a_page_of_text_is_a_small_file(desk: Desk) -> None:
    assert len(pdf_of(desk, a_dispatch())) < 60_000


# --- faces --------------------------------------------------------------------------------------------------------

OURS = {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"}
MIXED = a_dispatch(
    body=(
        a_paragraph(
            "thường ", Run("đậm ", bold=True), Run("nghiêng ", italic=True), Run("cả hai", bold=True, italic=True)
        ),
        a_paragraph(ODD, Run(ODD, bold=True)),
    )
)


def test_every_font_is_embedded_a_subset_and_ours(desk: Desk) -> None:
    fonts = fonts_of(pdf_of(desk, MIXED))

    for name, font in fonts.items():
        tag, _, family = font.base_font.partition("+")
        assert re.fullmatch("[A-Z]{6}", tag), name
        assert family in OURS, name
        assert font.subtype == "TrueType", name
        assert font.program, name
    assert {font.base_font.partition("+")[2] for font in fonts.values()} == OURS


def test_a_subset_holds_far_fewer_glyphs_than_its_face(desk: Desk) -> None:
    for font in fonts_of(pdf_of(desk, MIXED)).values():
        assert font.program is not None
        with TTFont(BytesIO(font.program)) as subset, TTFont(desk.fonts.path(Face.REGULAR)) as whole:
            assert subset["maxp"].numGlyphs < whole["maxp"].numGlyphs / 4


def test_two_subsets_of_one_face_have_names_of_their_own(desk: Desk) -> None:
    names = [font.base_font for font in fonts_of(pdf_of(desk, MIXED)).values()]

    assert len(names) == len(set(names)) > 4


@pytest.mark.parametrize("word", [b"Helvetica", b"Times", b"Courier", b"ZapfDingbats", b"Symbol"])
def test_no_font_of_the_reader_is_named(desk: Desk, sample: bytes, word: bytes) -> None:
    assert word not in sample
    assert word not in pdf_of(desk, MIXED)


def test_a_dispatch_brings_only_the_faces_it_uses(desk: Desk) -> None:
    dispatch = a_dispatch("KH", body=(a_paragraph("chữ đứng"),))
    faces = {font.base_font.partition("+")[2] for font in fonts_of(pdf_of(desk, dispatch)).values()}

    assert "LiberationSerif-BoldItalic" not in faces


def test_every_font_tells_the_text_of_its_codes(desk: Desk) -> None:
    for font in fonts_of(pdf_of(desk, MIXED)).values():
        assert font.to_unicode is not None
        pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", font.to_unicode)
        assert pairs
        texts = [bytes.fromhex(text).decode("utf-16-be") for _, text in pairs]
        assert len({code for code, _ in pairs}) == len(pairs)
        assert all(unicodedata.is_normalized("NFC", text) and len(text) == 1 for text in texts)


# --- text ---------------------------------------------------------------------------------------------------------

VIETNAMESE = "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "style", [Run("x"), Run("x", bold=True), Run("x", italic=True), Run("x", bold=True, italic=True)]
)
def test_every_letter_and_mark_comes_out_as_it_went_in(desk: Desk, reader: str, style: Run) -> None:
    letters = [*VIETNAMESE, *"đĐ", *map(chr, range(33, 127)), *"“”‘’–—…•·°§±×½«»₫²"]
    body = a_paragraph(Run("  ".join(letters), bold=style.bold, italic=style.italic))
    text = READERS[reader](pdf_of(desk, a_dispatch("KH", addressees=(), distribution=(), signing=(), body=(body,))))

    assert text.split("-----")[1].split() == letters


@pytest.mark.parametrize("reader", READERS)
def test_a_character_outside_the_code_page_comes_out_too_even_one_shown_as_a_box(desk: Desk, reader: str) -> None:
    dispatch = a_dispatch("KH", addressees=(), distribution=(), signing=(), body=(a_paragraph(ODD),))
    text = READERS[reader](pdf_of(desk, dispatch)).split("-----")[1]
    # Readers open a ligature into its letters, as they should.
    wanted = ODD.replace("ﬁ", "fi").split()

    assert text.replace("ﬁ", "fi").replace("\ufeff", "").split() == wanted


def test_more_characters_than_one_subset_holds_come_out_in_order(desk: Desk) -> None:
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 700)]
    body = tuple(a_paragraph(" ".join(letters[start : start + 25])) for start in range(0, 700, 25))
    pdf = pdf_of(desk, a_dispatch("KH", addressees=(), distribution=(), signing=(), body=body))

    for read in READERS.values():
        found = [word for word in read(pdf).split() if "\u4e00" <= word[0] <= "\u9fff"]
        assert found == letters


@pytest.mark.parametrize("reader", READERS)
def test_words_stay_apart_whatever_their_styles(desk: Desk, reader: str) -> None:
    body = a_paragraph(
        "một ", Run("hai", bold=True), " ba", Run(" bốn ", italic=True), "năm", Run("sáu", underline=True)
    )
    text = READERS[reader](pdf_of(desk, a_dispatch(body=(body,))))

    assert "một hai ba bốn nămsáu" in " ".join(text.split())


@pytest.mark.parametrize("reader", WORD_READERS)
def test_text_is_composed_when_it_comes_out(sample: bytes, reader: str) -> None:
    words = [word.text for word in WORD_READERS[reader](sample)]

    assert words == [unicodedata.normalize("NFC", word) for word in words]
    assert "THÀNH" not in words
    assert "Đảng" in words


@settings(max_examples=15)
@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zs", "Zl", "Zp", "Mn", "Mc", "Me")),
        min_size=1,
        max_size=12,
    )
)
def test_any_text_comes_out_of_the_font_maps(desk: Desk, text: str) -> None:
    """Held against the maps in the file, since readers change some characters on purpose."""
    text = unicodedata.normalize("NFC", text)
    dispatch = a_dispatch("KH", body=(a_paragraph(text),))
    found = "".join(one.text for one in glyphs(pdf_of(desk, dispatch)) if one.page == 0)

    assert set(text) <= set(found)


# --- pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "size"),
    [
        (PageSetup(), (595.28, 841.89)),
        (PageSetup(size=PaperSize.A4, orientation=Orientation.LANDSCAPE), (841.89, 595.28)),
        (PageSetup(size=PaperSize.A5), (419.53, 595.28)),
    ],
    ids=["A4", "A4 across", "A5"],
)
def test_pages_have_the_size_of_the_sheet(desk: Desk, page: PageSetup, size: tuple[float, float]) -> None:
    document = pypdfium2.PdfDocument(pdf_of(desk, a_dispatch(page=page, body=a_long_body(600))))

    assert len(document) > 1
    assert {tuple(round(side, 2) for side in document[n].get_size()) for n in range(len(document))} == {size}
    document.close()


@pytest.mark.parametrize("words", [0, 200, 1000, 20_000], ids=["no text", "a page", "pages", "fifty pages"])
def test_a_text_of_any_length_comes_out_whole_and_in_order(desk: Desk, words: int) -> None:
    body = a_long_body(words)
    pdf = pdf_of(desk, a_dispatch("BC", addressees=(), distribution=(), signing=(), body=body))
    wanted = [word for block in body for word in block.runs[0].text.split()]  # type: ignore[union-attr]
    for read in READERS.values():
        # The numbers of the pages stand between them, and nothing else does.
        found = [word for word in read(pdf).split("-----")[1].split() if not word.isdigit()]
        assert found == wanted


# --- what a document says of itself -------------------------------------------------------------------------------


def test_a_document_says_what_it_is(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    told = document.get_metadata_dict()
    document.close()

    assert told["Title"] == "Công văn số 229-CV/BTGHU"
    assert told["Author"] == "BAN TUYÊN GIÁO"
    assert told["Subject"].startswith("V/v tuyên truyền kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam")
    assert told["Creator"] == "vpdesk"
    assert told["CreationDate"] == told["ModDate"] == "D:20000101000000+00'00'"


def test_a_document_speaks_vietnamese_and_shows_its_title(sample: bytes) -> None:
    catalog = catalog_of(sample)

    assert catalog["Lang"] == b"vi"
    assert catalog["ViewerPreferences"]["DisplayDocTitle"] in (True, b"true") or "true" in str(
        catalog["ViewerPreferences"]
    )


def test_a_name_of_several_lines_is_one_line_of_description(desk: Desk) -> None:
    dispatch = a_dispatch(issuing_body="ĐẢNG ỦY\nCÁC CƠ QUAN", subject_summary="V/v mở\nlớp", number=None)
    document = pypdfium2.PdfDocument(pdf_of(desk, dispatch))
    told = document.get_metadata_dict()
    document.close()

    assert (told["Title"], told["Author"], told["Subject"]) == ("Công văn", "ĐẢNG ỦY CÁC CƠ QUAN", "V/v mở lớp")


HEADED = a_dispatch(
    "QC",
    body=(
        Division(DivisionKind.CHAPTER, "I", "Quy định chung"),
        Article((Run("Điều 1. "), Run("Phạm vi", italic=True))),
        a_paragraph("Quy chế này quy định việc ra văn bản."),
        Heading(1, (Run("I- Mục một"),)),
        Heading(3, (Run("a) Ý một"),)),
        a_paragraph("Lời."),
        PageBreak(),
        Heading(2, (Run("1. Ý hai (“đóng \\ mở”)"),)),
        a_paragraph("Lời."),
        *a_long_body(900),
        Heading(1, (Run("II- Mục hai"),)),
        a_paragraph("Lời."),
    ),
)


def outline(pdf: bytes) -> list[tuple[int, str, int, float]]:
    """Level, title, page and height of each entry of the outline."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        entries = []
        for mark in document.get_toc():
            target = mark.get_dest()
            index = target.get_index()
            entries.append(
                (mark.level, mark.get_title(), index, document[index].get_height() - target.get_view()[1][1])
            )
        return entries
    finally:
        document.close()


def test_headings_stand_in_the_outline_level_by_level(desk: Desk) -> None:
    lines = [f"{'  ' * level}{title} — page {page + 1}\n" for level, title, page, _ in outline(pdf_of(desk, HEADED))]

    assert_golden("outline.txt", "".join(lines))


@pytest.mark.parametrize("reader", WORD_READERS)
def test_an_entry_of_the_outline_leads_to_its_heading(desk: Desk, reader: str) -> None:
    pdf = pdf_of(desk, HEADED)
    words = WORD_READERS[reader](pdf)

    for _, title, page, y in outline(pdf):
        just_below = {word.text for word in words if word.page == page and y - 1 < word.y < y + 24}
        assert title.split()[0] in just_below, title


def test_a_text_without_headings_has_no_outline(desk: Desk) -> None:
    assert outline(pdf_of(desk, a_dispatch())) == []
