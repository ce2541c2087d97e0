"""The passages of a dispatch and their revision."""

from __future__ import annotations

from support.builders import a_bare_dispatch, a_dispatch, a_paragraph, runs

from vpdesk.domain.body import Bullet, Cell, Division, DivisionKind, PageBreak, Run, Table
from vpdesk.domain.dispatch import Appendix, Dispatch, PageSetup, PaperSize, Signing
from vpdesk.domain.passages import Passage, Splice, passages, revised


def texts(dispatch: Dispatch) -> list[str]:
    return [passage.text for passage in passages(dispatch)]


def replacing(old: str, new: str, dispatch: Dispatch) -> Dispatch:
    def revision(passage: Passage) -> list[Splice]:
        start = passage.text.find(old)
        return [Splice(start, start + len(old), new)] if start >= 0 else []

    return revised(dispatch, revision)


def test_every_text_of_the_form_is_a_passage_in_its_order() -> None:
    dispatch = a_dispatch(
        body=(
            Division(DivisionKind.PART, "I", "MỞ ĐẦU"),
            a_paragraph("Một ", Run("hai", bold=True, note="ghi chú"), " ba."),
            Table((1, 1), 0, ((Cell(runs("ô một")), Cell(runs("ô hai"))),)),
            PageBreak(),
        ),
        appendices=(Appendix("PHỤ LỤC", "(Kèm theo)", (Bullet(1, runs("mục")),)),),
    )

    assert texts(dispatch) == [
        "HUYỆN ỦY HÀ NINH",
        "BAN TUYÊN GIÁO",
        "CV/BTGHU",
        "Hà Ninh",
        "V/v mở lớp bồi dưỡng",
        "Các chi bộ, đảng bộ trực thuộc",
        *("I", "MỞ ĐẦU", "Một hai ba.", "ghi chú", "ô một", "ô hai"),
        *("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),
        *("Như trên", "Lưu Ban Tuyên giáo"),
        *("PHỤ LỤC", "(Kèm theo)", "mục"),
    ]


def test_a_path_leads_to_its_passage() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("một", Run("hai", note="ba")),), signing=(Signing(name="Lê Thu Mai"),))

    assert {passage.text: passage.path for passage in passages(dispatch)} == {
        "BAN TUYÊN GIÁO": ("issuing_body",),
        "mộthai": ("body", 0, "runs"),
        "ba": ("body", 0, "runs", 1, "note"),
        "Lê Thu Mai": ("signing", 0, "name"),
    }


def test_new_words_take_the_style_of_the_first_letter_they_replace() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("trước ", Run("ngày 08", bold=True), Run("/01", italic=True), "."),))

    assert replacing("ngày 08/01", "ngày 09/02", dispatch).body == (
        a_paragraph("trước ", Run("ngày 09/02", bold=True), "."),
    )


def test_a_run_that_calls_a_note_stays_when_its_words_go() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph("một ", Run("hai", note="ba")),))

    assert replacing("một hai", "bốn", dispatch).body == (a_paragraph("bốn", Run("", note="ba")),)


def test_a_note_is_revised_with_its_text() -> None:
    dispatch = a_bare_dispatch(body=(a_paragraph(Run("hai", note="ghi chú")),))

    assert replacing("ghi", "lời", dispatch).body == (a_paragraph(Run("hai", note="lời chú")),)


def test_what_a_revision_leaves_alone_stays_the_same_object() -> None:
    dispatch = a_dispatch(
        body=(a_paragraph("một"), a_paragraph("hai")),
        appendices=(Appendix("PHỤ LỤC", None, (a_paragraph("ba"),), PageSetup(PaperSize.A4)),),
    )
    revised_one = replacing("hai", "bốn", dispatch)

    assert revised_one.body[0] is dispatch.body[0]
    assert revised_one.body[1] == a_paragraph("bốn")
    assert revised_one.appendices is dispatch.appendices
    assert replacing("không có", "", dispatch) == dispatch
