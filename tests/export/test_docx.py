"""The editable copy, read part by part against the content and the figures it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_bare_dispatch, a_dispatch, a_paragraph, runs
from support.papers import PAPERS, a_copied_letter, a_joint_paper, a_plan, a_regulation, a_table
from support.strategies import certified_copies, dispatches
from support.word_files import WordFile, Written, every, faults, find, notes, number, text_of, value, written

from vpdesk.domain.body import Alignment, Bullet, Elevation, PageBreak, Paragraph, Run, Table, plain_text
from vpdesk.domain.dispatch import CertifiedCopy, Dispatch, Signing
from vpdesk.domain.rulebook import Rulebook
from vpdesk.export.docx import DocxWriter
from vpdesk.layout import content as parts
from vpdesk.layout.arrangement import signature_rows
from vpdesk.layout.compose import compose_dispatch
from vpdesk.layout.content import Closing, Content, Head, Item, Salutation, Text
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.norms import Norms, Role, read_norms
from vpdesk.paths import resource
from vpdesk.services.rules import load_packs

PACKS = load_packs(resource("rules"))
PACK = PACKS["party-2018"]
WRITER = DocxWriter(FontBook(resource("fonts")))


def content_of(dispatch: Dispatch) -> Content:
    return compose_dispatch(dispatch, Rulebook(PACK))


def norms_of(dispatch: Dispatch) -> Norms:
    return read_norms(PACK, dispatch.page)


def data_of(dispatch: Dispatch, *, duplex: bool = False) -> bytes:
    return WRITER.write(content_of(dispatch), partial(read_norms, PACK), duplex=duplex)


def file_of(dispatch: Dispatch, *, duplex: bool = False) -> WordFile:
    return WordFile.read(data_of(dispatch, duplex=duplex))


def texts_in_order(content: Content) -> Iterator[Text]:
    """The texts of a content as a reader of the document meets them: row by row, cell by cell."""
    for section in content.sections:
        for item in section.items:
            yield from _texts_of(item)


def _texts_of(item: Item) -> Iterator[Text]:
    match item:
        case Text():
            yield item
        case Head():
            yield from (*item.names, *item.title)
            yield from (item.reference, *item.under_reference, item.place_and_date, *item.under_date)
        case Salutation():
            yield from (item.label, *item.addressees)
        case parts.Table():
            yield from (text for row in item.rows for cell in row for text in cell.texts)
        case Closing():
            listed = [text for text in (item.label, *item.recipients, item.typist_mark) if text]
            joint = len(item.signatures) > 1
            yield from [] if joint else listed
            for row in signature_rows(item.signatures):
                yield from (text for one in row for text in one.authority)
                yield from (one.signatory for one in row if one.signatory)
            yield from listed if joint else []


def words_of(text: Text) -> Written:
    """A text as it should be read."""
    return Written(text.sign, tuple(plain_text(text.runs).split()))


def expected(content: Content) -> list[Written]:
    return [one for text in texts_in_order(content) if (one := words_of(text)).words]


def paragraph_of(file: WordFile, text: str) -> ET.Element:
    """The paragraph with these words."""
    (found,) = [one for one in every(file.xml("document"), "p") if text_of(one) == text]
    return found


def section_properties(file: WordFile) -> list[ET.Element]:
    return every(file.xml("document"), "sectPr")


# --- every paper --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_word_has_nothing_to_mend(name: str) -> None:
    assert faults(file_of(PAPERS[name]())) == []


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_are_those_of_the_content_in_its_order(name: str) -> None:
    dispatch = PAPERS[name]()

    assert written(file_of(dispatch)) == expected(content_of(dispatch))


@given(dispatches, st.none() | certified_copies, st.booleans())
def test_any_dispatch_becomes_a_document_that_word_opens_with_all_its_words(
    dispatch: Dispatch, copy: CertifiedCopy | None, duplex: bool
) -> None:
    dispatch = replace(dispatch, certified_copy=copy)
    file = file_of(dispatch, duplex=duplex)
    content = content_of(dispatch)

    assert faults(file) == []
    assert written(file) == expected(content)
    called = [note.text for text in texts_in_order(content) for note in text.notes]
    assert [note.split() for note in notes(file)] == [plain_text(text.runs[1:]).split() for text in called]


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert data_of(PAPERS[name]()) == data_of(PAPERS[name]())


@pytest.mark.parametrize("name", PAPERS)
def test_python_docx_opens_it_too(name: str) -> None:
    document = docx.Document(BytesIO(data_of(PAPERS[name]())))

    assert document.core_properties.language == "vi-VN"
    assert {paragraph.style.font.name for paragraph in document.paragraphs if paragraph.style} == {None}
    assert b"Times New Roman" in file_of(PAPERS[name]()).parts["word/styles.xml"]


# --- styles -------------------------------------------------------------------------------------------------------


def test_each_role_has_the_figures_of_the_rules_in_a_style_of_its_own() -> None:
    norms = norms_of(a_joint_paper())
    seen = set()
    for name in ("a letter", "a plan", "a regulation", "a joint paper"):
        styles = {value(one, "styleId"): one for one in every(file_of(PAPERS[name]()).xml("styles"), "style")}
        for role in Role:
            style = styles.get(role.value.title().replace("_", ""))
            if style is None:
                continue
            seen.add(role)
            wanted, look = norms.styles[role], find(style, "rPr")
            assert look is not None
            assert number(find(look, "sz")) == 2 * wanted.size
            assert [find(look, mark) is not None for mark in "biu"] == [wanted.bold, wanted.italic, wanted.underline]
            spacing = find(style, "pPr", "spacing")
            assert (number(spacing, "line"), value(spacing, "lineRule")) == (20 * wanted.leading, "exact")

    assert len(seen) > 30


def test_the_font_is_named_for_every_script_and_the_language_is_vietnamese() -> None:
    defaults = find(file_of(a_dispatch()).xml("styles"), "docDefaults", "rPrDefault", "rPr")
    assert defaults is not None

    fonts = find(defaults, "rFonts")
    assert {value(fonts, kind) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert value(find(defaults, "lang")) == "vi-VN"


def test_headings_stand_in_the_navigation_pane_at_their_depth() -> None:
    levels = {}
    for dispatch in (a_plan(), a_regulation(), a_joint_paper()):
        for style in every(file_of(dispatch).xml("styles"), "style"):
            level = find(style, "pPr", "outlineLvl")
            if level is not None:
                levels[value(style, "styleId")] = number(level)
                assert find(style, "pPr", "keepNext") is not None

    assert levels == {
        "Division": 0,
        "AppendixTitle": 0,
        "Heading1": 0,
        "Article": 1,
        "Heading2": 1,
        "Heading3": 2,
        "Heading4": 3,
    }


def test_a_section_with_figures_of_its_own_has_styles_of_its_own() -> None:
    styles = every(file_of(a_joint_paper()).xml("styles"), "style")
    sizes = {value(one, "styleId"): number(find(one, "rPr", "sz")) for one in styles}

    assert (sizes["Paragraph"], sizes["Paragraph-2"]) == (28, 26)


# --- pages --------------------------------------------------------------------------------------------------------


def test_each_section_has_its_own_sheet_and_the_margins_of_the_rules() -> None:
    sections = section_properties(file_of(a_joint_paper()))

    sheets = [(number(find(one, "pgSz"), "w"), number(find(one, "pgSz"), "h")) for one in sections]
    assert sheets == [(11906, 16838), (16838, 11906), (11906, 16838)]
    assert [value(find(one, "pgSz"), "orient") for one in sections] == [None, "landscape", None]
    sides = ("top", "right", "bottom", "left")
    margins = {tuple(number(find(one, "pgMar"), side) for side in sides) for one in sections}
    assert margins == {(1134, 850, 1134, 1701)}


@pytest.mark.parametrize("duplex", [False, True])
def test_margins_are_mirrored_where_both_sides_are_printed(duplex: bool) -> None:
    assert (find(file_of(a_dispatch(), duplex=duplex).xml("settings"), "mirrorMargins") is not None) is duplex


def test_pages_are_numbered_from_the_second_on_through_all_sections() -> None:
    file = file_of(a_joint_paper())
    first, *others = section_properties(file)

    assert find(first, "titlePg") is not None
    assert [value(one, "type") for one in every(first, "headerReference")] == ["default", "first"]
    assert [value(field, "instr") for field in every(file.xml("header-default"), "fldSimple")] == [" PAGE "]
    assert every(file.xml("header-first"), "fldSimple") == []
    for section in others:
        assert find(section, "titlePg") is None
        assert every(section, "headerReference") == every(section, "pgNumType") == []


def test_a_contact_line_stands_at_the_foot_of_the_first_page_under_a_rule() -> None:
    file = file_of(a_plan())
    foot = file.xml("footer-first")

    assert text_of(foot) == a_plan().contact_line
    assert find(foot, "p", "pPr", "pBdr", "top") is not None
    assert text_of(file.xml("footer-default")) == ""
    assert "word/footer-first.xml" not in file_of(a_dispatch()).parts


def test_what_follows_a_page_break_begins_on_a_new_page() -> None:
    file = file_of(a_dispatch(body=(a_paragraph("Trước."), PageBreak(), a_paragraph("Sau."))))

    assert find(paragraph_of(file, "Trước."), "pPr", "pageBreakBefore") is None
    assert find(paragraph_of(file, "Sau."), "pPr", "pageBreakBefore") is not None


def test_two_page_breaks_leave_a_page_empty() -> None:
    file = file_of(a_dispatch(body=(PageBreak(), PageBreak(), a_table())))

    assert len(every(file.xml("document"), "pageBreakBefore")) == 2
    assert faults(file) == []


# --- paragraphs ---------------------------------------------------------------------------------------------------


def test_a_gap_is_the_larger_of_what_both_sides_want_and_never_the_sum() -> None:
    file = file_of(a_dispatch("KH", addressees=(), body=(a_paragraph("Một."), a_paragraph("Hai."))))

    assert number(find(paragraph_of(file, "Một."), "pPr", "spacing"), "before") == 20 * 12
    assert find(paragraph_of(file, "Hai."), "pPr", "spacing") is None
    assert {number(one, "after") for one in every(file.xml("styles"), "spacing")} == {0}


def test_a_paragraph_keeps_its_own_alignment_and_indent() -> None:
    body = (
        Paragraph(runs("Giữa."), Alignment.CENTRED),
        Paragraph(runs("Thụt."), Alignment.LEFT, 20),
        Paragraph(runs("Quá."), None, 900),
    )
    file = file_of(a_dispatch(body=body))

    def looks(text: str) -> tuple[str | None, int]:
        paragraph = paragraph_of(file, text)
        return value(find(paragraph, "pPr", "jc")), number(find(paragraph, "pPr", "ind"), "firstLine")

    assert looks("Giữa.") == ("center", 0)
    assert looks("Thụt.") == ("left", 1134)
    assert looks("Quá.") == (None, round(20 * norms_of(a_dispatch()).measure / 2))


def test_runs_keep_their_marks() -> None:
    body = (
        a_paragraph(
            Run("đậm", bold=True),
            Run("nghiêng", italic=True),
            Run("gạch", underline=True),
            Run("trên", elevation=Elevation.RAISED),
            Run("dưới", elevation=Elevation.LOWERED),
            "thường",
        ),
    )
    paragraph = paragraph_of(file_of(a_dispatch(body=body)), "đậmnghiênggạchtrêndướithường")
    marks = [[one.tag.rpartition("}")[2] for one in find(run, "rPr") or ()] for run in every(paragraph, "r")]

    assert marks == [["b"], ["i"], ["u"], ["vertAlign"], ["vertAlign"], []]
    assert [value(one) for one in every(paragraph, "vertAlign")] == ["superscript", "subscript"]


def test_a_line_feed_is_a_line_break() -> None:
    file = file_of(a_dispatch(body=(a_paragraph("Một\n\nhai"),)))

    assert len(every(paragraph_of(file, "Một\n\nhai"), "br")) == 2


def test_a_title_breaks_where_the_page_breaks_it() -> None:
    file = file_of(a_plan())

    assert paragraph_of(file, "BAN TUYÊN GIÁO\nVÀ DÂN VẬN HUYỆN ỦY") is not None


def test_lists_are_lists_of_word_s_with_their_signs_where_the_page_has_them() -> None:
    file = file_of(a_dispatch(body=(Bullet(1, runs("Một.")), Bullet(2, runs("Hai.")))))
    numbers = {value(find(paragraph_of(file, text), "pPr", "numPr", "numId")) for text in ("Một.", "Hai.")}
    places = {
        value(find(one, "lvl", "lvlText")): (number(ind, "left"), number(ind, "firstLine"), number(ind, "hanging"))
        for one in every(file.xml("numbering"), "abstractNum")
        if (ind := find(one, "lvl", "pPr", "ind")) is not None and not number(ind, "hanging")
    }

    assert len(numbers) == 2
    assert places == {"-": (0, 567, 0), "+": (0, 567, 0)}


def test_recipients_hang_behind_their_sign() -> None:
    file = file_of(a_dispatch())
    hanging = [one for one in every(file.xml("numbering"), "ind") if number(one, "hanging")]

    assert hanging
    assert all(number(one, "left") == number(one, "hanging") > 0 for one in hanging)


# --- head and closing ---------------------------------------------------------------------------------------------


def columns_of(table: ET.Element) -> list[int]:
    return [number(one, "w") for one in every(table, "gridCol")]


def rows_of(table: ET.Element) -> list[list[list[str]]]:
    """The rows of a table, each cell with its paragraphs that are not empty."""
    return [
        [[text for p in every(cell, "p") if (text := text_of(p))] for cell in every(row, "tc")]
        for row in every(table, "tr")
    ]


def test_the_head_has_two_columns_by_the_share_of_the_rules_and_the_date_beside_the_number() -> None:
    norms = norms_of(a_dispatch())
    head = every(file_of(a_dispatch()).xml("document"), "tbl")[0]
    left, right = columns_of(head)

    assert left == pytest.approx(20 * norms.left_share * norms.measure, abs=1)
    assert left + right == pytest.approx(20 * norms.measure, abs=1)
    assert rows_of(head) == [
        [["HUYỆN ỦY HÀ NINH", "BAN TUYÊN GIÁO", "*"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]],
        [["Số\u00a012-CV/BTGHU", "V/v mở lớp bồi dưỡng"], ["Hà Ninh, ngày 24 tháng 12 năm 2024"]],
    ]
    assert every(head, "tblBorders") == []


def test_the_rule_under_the_title_is_as_long_as_the_title() -> None:
    head = every(file_of(a_dispatch()).xml("document"), "tbl")[0]
    (rule,) = [one for one in every(head, "p") if find(one, "pPr", "pBdr", "top") is not None]
    ind = find(rule, "pPr", "ind")
    style = norms_of(a_dispatch()).styles[Role.PARTY_TITLE]
    fonts = FontBook(resource("fonts"))
    title = fonts.width("ĐẢNG CỘNG SẢN VIỆT NAM", style.face) * style.size / fonts.units_per_em

    assert columns_of(head)[1] - number(ind, "left") - number(ind, "right") == pytest.approx(20 * title, abs=2)
    assert number(find(rule, "pPr", "pBdr", "top"), "sz") == 6


def test_one_signature_stands_beside_the_recipients() -> None:
    closing = every(file_of(a_dispatch()).xml("document"), "tbl")[-1]

    assert rows_of(closing) == [
        [
            ["Nơi nhận:", "Như trên,", "Lưu Ban Tuyên giáo."],
            ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"],
        ]
    ]


def test_thirty_millimetres_are_left_for_the_signature() -> None:
    styles = every(file_of(a_dispatch()).xml("styles"), "style")
    (signatory,) = [one for one in styles if value(one, "styleId") == "Signatory"]

    assert number(find(signatory, "pPr", "spacing"), "before") == 1701


def test_several_sign_side_by_side_with_their_names_level_and_the_recipients_below() -> None:
    file = file_of(a_joint_paper())
    signing = every(file.xml("document"), "tbl")[3]

    assert rows_of(signing) == [
        [["T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM"], ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]],
        [["Trần Văn Bình"], ["Đỗ Khánh Linh"]],
    ]


def test_a_name_that_is_missing_has_its_line() -> None:
    file = file_of(a_bare_dispatch(signing=(Signing("BÍ THƯ"),)))
    closing = every(file.xml("document"), "tbl")[-1]
    styles = [value(find(one, "pPr", "pStyle")) for one in every(closing, "p")]

    assert styles[-2:] == ["Authority", "Signatory"]


def test_the_signature_block_never_leaves_the_last_paragraph() -> None:
    file = file_of(a_dispatch(body=(a_paragraph("Một."), a_paragraph("Hai."))))

    assert find(paragraph_of(file, "Một."), "pPr", "keepNext") is None
    assert find(paragraph_of(file, "Hai."), "pPr", "keepNext") is not None
    assert len(every(every(file.xml("document"), "tbl")[-1], "cantSplit")) == 1


def test_a_line_that_leads_in_a_list_stays_with_it() -> None:
    file = file_of(a_dispatch(body=(a_paragraph("Như sau:"), Bullet(1, runs("Một.")), a_paragraph("Hết."))))

    assert find(paragraph_of(file, "Như sau:"), "pPr", "keepNext") is not None
    assert find(paragraph_of(file, "Một."), "pPr", "keepNext") is None


def test_a_certified_copy_stands_below_a_rule() -> None:
    file = file_of(a_copied_letter())
    body = file.xml("document")[0]
    (rule,) = [one for one in body if find(one, "pPr", "pBdr", "top") is not None]
    below = body[list(body).index(rule) + 1 :]

    assert "SAO Y BẢN CHÍNH" in "".join(map(text_of, below))
    assert "Đỗ Khánh Linh" not in "".join(map(text_of, below))


# --- tables -------------------------------------------------------------------------------------------------------


def the_table(file: WordFile) -> ET.Element:
    (table,) = [one for one in every(file.xml("document"), "tbl") if find(one, "tblPr", "tblBorders") is not None]
    return table


def test_a_table_has_the_shares_of_its_columns_across_the_measure() -> None:
    columns = columns_of(the_table(file_of(a_dispatch(body=(a_table(),)))))

    assert sum(columns) == pytest.approx(20 * norms_of(a_dispatch()).measure, abs=1)
    assert [round(9 * column / sum(columns), 2) for column in columns] == [1, 4, 2, 2]


def test_header_rows_stand_again_on_each_page_and_no_row_is_parted() -> None:
    rows = every(the_table(file_of(a_dispatch(body=(a_table(),)))), "tr")

    assert [find(row, "trPr", "tblHeader") is not None for row in rows[:4]] == [True, True, False, False]
    assert all(find(row, "trPr", "cantSplit") is not None for row in rows)


def test_cells_that_span_are_merged_both_ways() -> None:
    rows = every(the_table(file_of(a_dispatch(body=(a_table(),)))), "tr")
    spans = [[number(find(cell, "tcPr", "gridSpan")) or 1 for cell in every(row, "tc")] for row in rows[:5]]
    merges = [
        [None if (merge := find(cell, "tcPr", "vMerge")) is None else value(merge) for cell in every(row, "tc")]
        for row in rows[:2]
    ]

    assert spans == [[1, 1, 2], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 2], [1, 1, 2]]
    assert merges == [["restart", "restart", None], [None, None, None, None]]
    assert len(every(rows[1], "vMerge")) == 2


def test_a_table_without_rows_is_left_out() -> None:
    file = file_of(a_dispatch(body=(a_paragraph("Trước."), Table((1.0,), 0, ()))))

    assert faults(file) == []
    assert written(file) == expected(content_of(a_dispatch(body=(a_paragraph("Trước."),))))


# --- notes and properties -----------------------------------------------------------------------------------------


def test_notes_are_called_where_they_belong_also_in_a_table() -> None:
    file = file_of(a_joint_paper())

    assert notes(file) == ["Chú thích đầu.", "Số liệu tháng 11.", "Chú thích cuối.", "Số liệu tháng 11."]
    assert len(every(the_table(file_of(a_dispatch(body=(a_table(),)))), "footnoteReference")) == 1
    assert [value(find(one, "rPr", "rStyle")) for one in calling_runs(file)] == ["FootnoteCall"] * 4


def calling_runs(file: WordFile) -> Sequence[ET.Element]:
    return [run for run in every(file.xml("document"), "r") if find(run, "footnoteReference") is not None]


def test_the_document_says_what_it_is() -> None:
    properties = docx.Document(BytesIO(data_of(a_dispatch()))).core_properties

    assert properties.title == content_of(a_dispatch()).title
    assert properties.author == "BAN TUYÊN GIÁO"
    assert properties.subject == "V/v mở lớp bồi dưỡng"


def test_a_property_too_long_for_word_is_cut() -> None:
    properties = docx.Document(BytesIO(data_of(a_dispatch(subject_summary="dài " * 200)))).core_properties

    assert len(properties.subject) == 255


# --- the reader itself --------------------------------------------------------------------------------------------

SPOILT = {
    "a paragraph's properties out of order": ("document", b"<w:keepNext/>", b'<w:jc w:val="left"/><w:keepNext/>'),
    "a style that is not there": ("document", b'w:val="Paragraph"', b'w:val="Nobody"'),
    "a list that is not there": ("document", b'<w:numId w:val="1"/>', b'<w:numId w:val="99"/>'),
    "a note that nobody calls": ("document", b'<w:footnoteReference w:id="1"/>', b""),
    "an id twice": ("footnotes", b'w:id="2"', b'w:id="1"'),
    "a span beyond the grid": ("document", b'<w:gridSpan w:val="2"/>', b'<w:gridSpan w:val="3"/>'),
    "a merge from nothing": ("document", b'<w:vMerge w:val="restart"/>', b""),
    "a header that is not there": ("document", b'r:id="rId1"', b'r:id="rId77"'),
    "a part without a type": ("../[Content_Types]", b"/word/footnotes.xml", b"/word/nothing.xml"),
    "an empty cell": ("document", b"</w:tcPr><w:p>", b"</w:tcPr></w:tc><w:tc><w:p>"),
    "a gap too large": ("document", b'w:before="240"', b'w:before="99999"'),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_reader_finds_what_is_spoilt_on_purpose(name: str) -> None:
    part, sound, spoilt = SPOILT[name]
    path = part.removeprefix("../") + ".xml" if part.startswith("../") else f"word/{part}.xml"
    file = file_of(a_joint_paper())
    assert sound in file.parts[path]

    assert faults(WordFile({**file.parts, path: file.parts[path].replace(sound, spoilt, 1)})) != []
