"""What changed in a dispatch since somebody saw it last."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import a_dispatch, a_long_body, a_pack, a_paragraph
from support.strategies import blocks, dispatches, lines

from vpdesk.domain.alignment import aligned
from vpdesk.domain.body import Alignment, Block, Cell, Heading, PageBreak, Paragraph, Run, Table
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.changes import Change, ChangeKind
from vpdesk.domain.comparison import find_changes, text_at
from vpdesk.domain.differences import compare_words, likeness
from vpdesk.domain.dispatch import Appendix, CertifiedCopy, CopyKind, Dispatch, Orientation, PageSetup, Signing
from vpdesk.domain.passages import MEMBERS, Passage, Path, Splice, passages_in, revised
from vpdesk.domain.rulebook import Rulebook

ADDED, CHANGED, REMOVED = ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.REMOVED
RULEBOOK = Rulebook(a_pack())


def changes(before: Dispatch, after: Dispatch) -> tuple[Change, ...]:
    return find_changes(before, after, RULEBOOK)


def said(before: Dispatch, after: Dispatch) -> list[tuple[ChangeKind, str, str]]:
    return [(one.kind, one.before, one.after) for one in changes(before, after)]


def in_text(before: str, after: str) -> list[tuple[ChangeKind, str, str]]:
    return said(a_dispatch(body=(a_paragraph(before),)), a_dispatch(body=(a_paragraph(after),)))


# --- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("là nhiệm vụ quan trọng, là", "là nhiệm vụ đặc biệt quan trọng, là", [(ADDED, "", "đặc biệt")]),
        ("theo số 18-NQ/TW ngày 1", "theo số 19-NQ/TW ngày 1", [(CHANGED, "18-NQ/TW", "19-NQ/TW")]),
        ("ngày 24/12/2024.", "ngày 25/12/2024.", [(CHANGED, "24/12/2024", "25/12/2024")]),
        ("Các chi bộ, đảng bộ trực thuộc", "Các đảng bộ trực thuộc", [(REMOVED, "chi bộ,", "")]),
        ("gửi về Ban trước ngày", "nộp cho Văn phòng trước ngày", [(CHANGED, "gửi về Ban", "nộp cho Văn phòng")]),
        ("một hai ba", "hai một ba", [(CHANGED, "một hai", "hai một")]),
        ("tinh, gọn, mạnh", "tinh, nhanh gọn, rất mạnh", [(ADDED, "", "nhanh"), (ADDED, "", "rất")]),
        ("một  hai", "một hai", []),
        ("một\nhai", "một hai", [(REMOVED, "\n", "")]),
        ("18-NQ/TW", "18 - NQ/TW", [(CHANGED, "18-NQ/TW", "18 - NQ/TW")]),
        ("xong.", "xong", [(REMOVED, ".", "")]),
    ],
)
def test_words_that_changed_are_told_and_no_others(
    before: str, after: str, expected: list[tuple[ChangeKind, str, str]]
) -> None:
    assert in_text(before, after) == expected


def test_a_text_written_anew_is_one_change() -> None:
    before = "Đề nghị các chi bộ, đảng bộ triển khai thực hiện và báo cáo kết quả trước ngày 20."
    after = "Trung tâm Văn hóa treo băng rôn tại các trục đường, khẩu hiệu do Ban gửi kèm."

    assert len(in_text(before, after)) == 1


def test_a_word_that_changed_is_pinned_to_its_place() -> None:
    (one,) = changes(
        a_dispatch(body=(a_paragraph("một"), a_paragraph("hai ba bốn"))),
        a_dispatch(body=(a_paragraph("một"), a_paragraph("hai năm bốn"))),
    )

    assert (one.path, one.start, one.end) == (("body", 1, "runs"), 4, 7)
    assert (one.component, one.block, one.appendix) == ("6", 1, None)


def test_removed_words_are_pinned_behind_the_word_before_them() -> None:
    (one,) = changes(a_dispatch(body=(a_paragraph("hai ba bốn"),)), a_dispatch(body=(a_paragraph("hai bốn"),)))

    assert (one.kind, one.start, one.end) == (REMOVED, 3, 3)


@given(lines, lines)
def test_the_differences_of_any_two_texts_lead_back(before: str, after: str) -> None:
    back = after
    for one in reversed(compare_words(before, after)):
        back = f"{back[: one.start]} {before[one.old_start : one.old_end]} {back[one.end :]}"
    assert letters(back) == letters(before)


# --- paragraphs and rows --------------------------------------------------------------------------------------------


def test_a_paragraph_put_in_is_one_addition() -> None:
    body = a_long_body(400)
    added = a_paragraph("Căn cứ Hướng dẫn số 61-HD/BTGHU")
    (one,) = changes(a_dispatch(body=body), a_dispatch(body=(*body[:3], added, *body[3:])))

    assert (one.kind, one.path, one.after) == (ADDED, ("body", 3), "Căn cứ Hướng dẫn số 61-HD/BTGHU")


@pytest.mark.parametrize(("place", "path", "offset"), [(2, ("body", 1, "runs"), 3), (0, ("body", 0, "runs"), 0)])
def test_a_paragraph_taken_out_is_pinned_to_its_neighbour(place: int, path: Path, offset: int) -> None:
    body = tuple(map(a_paragraph, ("một", "hai", "ba", "bốn")))
    (one,) = changes(a_dispatch(body=body), a_dispatch(body=(*body[:place], *body[place + 1 :])))

    assert (one.kind, one.path, one.start, one.end) == (REMOVED, path, offset, offset)
    assert one.component == "6"


def test_what_came_and_went_side_by_side_is_not_taken_for_a_change() -> None:
    before = tuple(map(a_paragraph, ("một đoạn đầu", "nói về việc cũ", "và thêm điều khác", "hết")))
    after = tuple(map(a_paragraph, ("một đoạn đầu", "nói về việc mới", "hết")))

    assert said(a_dispatch(body=before), a_dispatch(body=after)) == [
        (CHANGED, "cũ", "mới"),
        (REMOVED, "và thêm điều khác", ""),
    ]


def test_a_page_break_put_in_is_told() -> None:
    (one,) = changes(a_dispatch(body=a_long_body(80)), a_dispatch(body=(PageBreak(), *a_long_body(80))))

    assert (one.kind, one.path, one.after) == (ADDED, ("body", 0), "")


def a_table(*rows: Sequence[str]) -> Table:
    return Table((1,) * len(rows[0]), 0, tuple(tuple(Cell((Run(text),)) for text in row) for row in rows))


def test_a_row_put_into_a_table_is_one_addition_and_a_cell_is_compared_by_itself() -> None:
    before = a_table(("1", "Thị trấn", "45 tin"), ("2", "Xã Đông", "12 tin"))
    after = a_table(("1", "Thị trấn", "47 tin"), ("1a", "Xã Tây", "8 bài"), ("2", "Xã Đông", "12 tin"))
    found = changes(a_dispatch(body=(before,)), a_dispatch(body=(after,)))

    assert [(one.kind, one.path, one.before, one.after) for one in found] == [
        (CHANGED, ("body", 0, "rows", 0, 2, "runs"), "45", "47"),
        (ADDED, ("body", 0, "rows", 1), "", "1a\nXã Tây\n8 bài"),
    ]


def test_lines_of_lists_come_and_go_by_themselves() -> None:
    before = a_dispatch(distribution=("Như trên", "Thường trực Huyện ủy", "Lưu Ban"))
    after = a_dispatch(distribution=("Như trên", "Lưu Ban", "Website"))
    found = changes(before, after)

    assert [(one.kind, one.path, one.component) for one in found] == [
        (REMOVED, ("distribution", 0), "9b"),
        (ADDED, ("distribution", 2), "9b"),
    ]


def test_an_appendix_and_its_text_are_told() -> None:
    one, other = (Appendix(f"PHỤ LỤC {name}", None, (a_paragraph(f"đoạn {name} của bảng"),)) for name in ("I", "II"))
    (added,) = changes(a_dispatch(appendices=(one,)), a_dispatch(appendices=(one, other)))
    edited = replace(one, body=(a_paragraph("đoạn I của biểu"),))
    (changed,) = changes(a_dispatch(appendices=(one,)), a_dispatch(appendices=(edited,)))

    assert (added.kind, added.path, added.component) == (ADDED, ("appendices", 1), "appendix")
    assert (changed.before, changed.after, changed.block, changed.appendix) == ("bảng", "biểu", 0, 0)


def test_notes_come_go_and_change() -> None:
    def noted(*notes: str) -> Dispatch:
        return a_dispatch(body=(a_paragraph("một ", *(Run("hai ", note=note) for note in notes), "ba"),))

    (changed,) = changes(noted("lời chú cũ"), noted("lời chú mới"))
    assert (changed.path, changed.before, changed.component) == (("body", 0, "runs", 1, "note"), "cũ", "note")
    gone = a_dispatch(body=(a_paragraph("một hai ba"),))
    (removed,) = changes(noted("lời chú"), gone)
    assert (removed.kind, removed.path, removed.start, removed.component) == (REMOVED, ("body", 0, "runs"), 8, "note")
    (added,) = changes(gone, noted("lời chú"))
    assert (added.kind, added.after) == (ADDED, "lời chú")


# --- what is no text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("member", "before", "after", "expected"),
    [
        ("date", date(2024, 12, 3), date(2025, 1, 4), (CHANGED, "03/12/2024", "04/01/2025", "4")),
        ("date", None, date(2025, 1, 4), (ADDED, "", "04/01/2025", "4")),
        ("number", 12, None, (REMOVED, "12", "", "3")),
        ("number_suffix", None, "a", (CHANGED, "12", "12a", "3")),
        ("urgency", None, Urgency.URGENT, (ADDED, "", Urgency.URGENT.value, "10b")),
        ("secrecy", Secrecy.SECRET, None, (REMOVED, Secrecy.SECRET.value, "", "10a")),
        ("copies", 10, 12, (CHANGED, "10", "12", "12")),
        ("typist_mark", None, "LM", (ADDED, "", "LM", "12")),
        ("rules", None, "party-2018", (ADDED, "", "party-2018", "")),
        ("page", PageSetup(), PageSetup(orientation=Orientation.LANDSCAPE), (CHANGED, "", "", "")),
        ("subject_summary", "V/v mở lớp", "V/v mở lớp học", (ADDED, "", "học", "5b")),
        ("signing", (Signing("T/M", None, "A"),), (Signing("T/M", None, "B"),), (CHANGED, "A", "B", "7c")),
        ("certified_copy", None, CertifiedCopy(CopyKind.WHOLE, "BAN"), (ADDED, "", "BAN", "copy")),
    ],
)
def test_each_member_tells_that_it_changed(
    member: str, before: Any, after: Any, expected: tuple[ChangeKind, str, str, str]
) -> None:
    (one,) = changes(replace(a_dispatch(), **{member: before}), replace(a_dispatch(), **{member: after}))

    assert (one.kind, one.before, one.after, one.component) == expected


def test_words_that_only_look_otherwise_are_told_as_the_same_words() -> None:
    before = a_dispatch(body=(a_paragraph("trước ", Run("ngày 08/01", bold=True), " năm sau"),))
    after = a_dispatch(body=(a_paragraph("trước ngày 08/01 ", Run("năm", italic=True), " tới"),))
    found = changes(before, after)

    assert [(one.before, one.after, one.is_of_look) for one in found] == [
        ("ngày 08/01 năm", "ngày 08/01 năm", True),
        ("sau", "tới", False),
    ]


@pytest.mark.parametrize(
    "block",
    [Heading(1, (Run("một hai"),)), Paragraph((Run("một hai"),), Alignment.CENTRED), a_paragraph("một ", Run("hai"))],
)
def test_another_form_of_the_same_words_is_a_change_of_look_and_other_runs_are_none(block: Block) -> None:
    found = changes(a_dispatch(body=(a_paragraph("một hai"),)), a_dispatch(body=(block,)))
    looks_alike = isinstance(block, Paragraph) and block.align is None

    assert [one.is_of_look for one in found] == ([] if looks_alike else [True])


def test_another_type_is_told_and_so_is_its_symbol() -> None:
    assert said(a_dispatch("CV"), a_dispatch("TB")) == [(CHANGED, "CV/BTGHU", "TB/BTGHU"), (CHANGED, "CV", "TB")]


# --- properties -----------------------------------------------------------------------------------------------------


def letters(text: str) -> str:
    """A text without its spaces, which do not count."""
    return "".join(text.split())


def without_notes(value: Any) -> Any:
    """A part of a dispatch whose runs call no notes."""
    if isinstance(value, Run):
        return replace(value, note=None)
    if isinstance(value, tuple):
        return tuple(map(without_notes, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: without_notes(getattr(value, one.name)) for one in fields(value)})
    return value


_RANKS = {"title": 0, "note": 1, "body": 2}


def order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (_RANKS.get(step, 0), step) for step in path)


def undone(dispatch: Dispatch, member: str, found: Sequence[Change]) -> str:
    """What a member said before its changes: those from the last to the first, taken back."""
    starts, text = {}, ""
    for passage in passages_in(getattr(dispatch, member), (member,)):
        starts[passage.path] = len(text)
        text += passage.text + "\n"
    end = len(text)
    for one in reversed(found):
        inside = [path for path in starts if path[: len(one.path)] == one.path]
        behind = [start for path, start in starts.items() if order(path) >= order(one.path)]
        start = (starts[inside[0]] if inside else min(behind, default=end)) + one.start
        text = f"{text[:start]} {one.before} {text[start + one.end - one.start :]}"
    return text


def assert_true(before: Dispatch, after: Dispatch) -> None:
    """Every change says what stands at its place, and taking all back gives what stood before."""
    found = changes(before, after)
    for one in found:
        assert text_at(after, one.path)[one.start : one.end] == one.after
        assert (one.before == "", one.after == "") == (
            one.kind is ADDED,
            one.kind is REMOVED,
        ) or not one.before + one.after
    for member in MEMBERS:
        old = "\n".join(passage.text for passage in passages_in(getattr(before, member), (member,)))
        own = [one for one in found if one.path[0] == member and not one.is_of_look]
        assert letters(undone(after, member, own)) == letters(old)


@given(dispatches)
def test_a_dispatch_has_not_changed_from_itself(dispatch: Dispatch) -> None:
    assert changes(dispatch, replace(dispatch)) == ()


@settings(max_examples=50)
@given(dispatches.map(without_notes), dispatches.map(without_notes))
def test_the_changes_between_any_two_dispatches_lead_back(before: Dispatch, after: Dispatch) -> None:
    assert_true(before, after)


@given(st.lists(blocks.map(without_notes), max_size=8), st.data())
def test_the_changes_of_an_edited_body_lead_back(pool: list[Block], data: st.DataObject) -> None:
    before, after = (
        tuple(block for block in pool if data.draw(st.integers(0, 3))) + ((pool[-1],) if pool else ()) for _ in range(2)
    )
    assert_true(a_dispatch(body=before), a_dispatch(body=after))


@given(dispatches.map(without_notes), st.integers(0, 40), st.integers(0, 6), lines)
def test_the_changes_of_edited_texts_lead_back(dispatch: Dispatch, start: int, length: int, words: str) -> None:
    def edit(passage: Passage) -> list[Splice]:
        return [Splice(start, start + length, words)] if 0 < start + length < len(passage.text) else []

    assert_true(dispatch, revised(dispatch, edit))


@given(st.integers(0, 2399), st.sampled_from(["", "khác", "hoàn toàn khác"]))
def test_an_edit_of_one_word_in_a_long_dispatch_is_one_change(place: int, words: str) -> None:
    before = a_dispatch(body=a_long_body(2400))
    block, number = divmod(place, 40)
    edited = before.body[block]
    assert isinstance(edited, Paragraph)
    texts = edited.runs[0].text.split()
    texts[number] = words
    body = (*before.body[:block], a_paragraph(" ".join(filter(None, texts))), *before.body[block + 1 :])
    (one,) = changes(before, a_dispatch(body=body))

    assert one.after == words
    assert one.block == block


@given(st.lists(st.text("ab ", max_size=6), max_size=7), st.lists(st.text("ab ", max_size=6), max_size=7))
def test_rows_side_by_side_leave_nothing_out_and_keep_their_order(before: list[str], after: list[str]) -> None:
    pairs = list(aligned(before, after, likeness))

    assert [one for one, _ in pairs if one is not None] == list(range(len(before)))
    assert [other for _, other in pairs if other is not None] == list(range(len(after)))
    assert all(pair != (None, None) for pair in pairs)


def test_fifty_pages_are_compared_at_once() -> None:
    body = a_long_body(25_000)
    edited = tuple(
        a_paragraph("Thêm vào ", *block.runs) if k % 50 == 7 else block
        for k, block in enumerate(body)
        if isinstance(block, Paragraph)
    )
    before, after = a_dispatch(body=body), a_dispatch(body=edited)
    began = time.perf_counter()
    found = changes(before, after)

    assert len(found) == 13
    assert time.perf_counter() - began < 0.2  # a tenth of it on a quiet machine
