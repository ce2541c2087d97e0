"""From a dispatch file to its pages and to files."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support.accounts import an_open_folder, an_ordinary_account
from support.builders import a_bare_dispatch, a_dispatch, a_paragraph, write_file
from support.needs import need_shared
from support.readers import READERS, WORD_READERS, Word, by_component, frame_lines, plain_words

from vpdesk.domain.body import (
    Article,
    Basis,
    Bullet,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Run,
)
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.dispatch_file import MAX_BYTES, parse_dispatch
from vpdesk.domain.errors import (
    Fault,
    FaultyDispatch,
    FileNotReadable,
    FileNotWritable,
    Obstacle,
    SecretDispatch,
    UnknownEnding,
)
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.export.frames import frames_json
from vpdesk.layout.frame import PagedDocument
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import check_ending, export, lay_out, read_dispatch


def frames_of(document: PagedDocument) -> dict[str, Any]:
    frames: dict[str, Any] = json.loads(frames_json(document))
    return frames


def printed(desk: Desk, dispatch: Dispatch, component: str) -> list[str]:
    """The lines of a component as they stand on the paper."""
    frames = frames_of(lay_out(desk, dispatch).document)
    return [line.replace("\u00a0", " ").strip() for _, cell, line in frame_lines(frames) if cell == component]


# --- reading ------------------------------------------------------------------------------------------------------


def test_a_dispatch_is_read_from_its_file(tmp_path: Path) -> None:
    assert read_dispatch(write_file(tmp_path / "a.json", place="Hà Ninh")) == a_bare_dispatch(place="Hà Ninh")


@pytest.mark.parametrize(
    ("name", "obstacle"),
    [
        (".", Obstacle.IS_FOLDER),
        ("nothing.json", Obstacle.NOT_FOUND),
        ("nowhere/nothing.json", Obstacle.NOT_FOUND),
        ("file/inside.json", Obstacle.NO_FOLDER),
        ("n" * 300, Obstacle.NAME_TOO_LONG),
    ],
    ids=["a folder", "no file", "no folder", "a file for a folder", "a long name"],
)
def test_a_file_that_cannot_be_opened_is_told_by_its_path(tmp_path: Path, name: str, obstacle: Obstacle) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FileNotReadable) as caught:
        read_dispatch(tmp_path / name)

    assert (caught.value.path, caught.value.obstacle) == (tmp_path / name, obstacle)


def test_a_file_far_too_large_is_refused_with_its_own_size_and_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "sparse.dispatch.json"
    with path.open("wb") as file:
        file.truncate(2**40)

    with pytest.raises(FaultyDispatch) as caught:
        read_dispatch(path)

    assert caught.value.fault is Fault.TOO_LARGE
    assert caught.value.found == f"{2**20}.0 MB"


def test_a_file_that_never_ends_is_refused() -> None:
    with pytest.raises(FaultyDispatch) as caught:
        read_dispatch(Path("/dev/zero"))

    assert caught.value.fault is Fault.TOO_LARGE


def test_a_file_of_the_largest_size_is_read_whole(tmp_path: Path) -> None:
    path = write_file(tmp_path / "a.json")
    path.write_bytes(path.read_bytes().ljust(MAX_BYTES))

    assert read_dispatch(path) == a_bare_dispatch()


# --- secrecy ------------------------------------------------------------------------------------------------------


def with_decision(desk: Desk, decision: str) -> Desk:
    return replace(desk, settings=replace(desk.settings, stand_alone_decision=decision))


@pytest.mark.parametrize("level", Secrecy, ids=lambda level: level.name)
def test_a_secret_dispatch_is_refused_on_a_usual_machine(desk: Desk, level: Secrecy) -> None:
    with pytest.raises(SecretDispatch) as caught:
        lay_out(desk, a_dispatch(secrecy=level))

    assert caught.value.level == level.value


def test_a_decision_without_a_number_is_none(desk: Desk) -> None:
    with pytest.raises(SecretDispatch):
        lay_out(with_decision(desk, "  "), a_dispatch(secrecy=Secrecy.SECRET))


@pytest.mark.parametrize("level", Secrecy, ids=lambda level: level.name)
def test_a_secret_dispatch_is_laid_out_on_a_machine_set_up_for_it(desk: Desk, level: Secrecy) -> None:
    assert printed(with_decision(desk, "12-QĐ/HU"), a_dispatch(secrecy=level), "10a") == [level.value]


def test_a_dispatch_without_a_level_shows_none_on_any_machine(desk: Desk) -> None:
    assert printed(with_decision(desk, "12-QĐ/HU"), a_dispatch(), "10a") == []


# --- what is laid out ---------------------------------------------------------------------------------------------


def test_every_member_of_a_dispatch_stands_in_its_own_component(desk: Desk) -> None:
    dispatch = a_dispatch(
        "KH",
        urgency=Urgency.EXPRESS,
        circulation_notice="XONG HỘI NGHỊ TRẢ LẠI",
        draft_notice="Dự thảo lần 2",
        typist_mark="VTH",
        copies=45,
        subject_summary="mở lớp bồi dưỡng",
    )
    frames = frames_of(lay_out(desk, dispatch).document)
    words: dict[str, list[str]] = {}
    for _, component, line in frame_lines(frames):
        words.setdefault(component, []).extend(line.split())

    assert {component: " ".join(found) for component, found in words.items()} == {
        "2": "HUYỆN ỦY HÀ NINH BAN TUYÊN GIÁO *",
        "3": "Số 12-KH/BTGHU",
        "10b": "HỎA TỐC",
        "1": "ĐẢNG CỘNG SẢN VIỆT NAM",
        "4": "Hà Ninh, ngày 24 tháng 12 năm 2024",
        "11a": "XONG HỘI NGHỊ TRẢ LẠI",
        "11b": "Dự thảo lần 2",
        "5a": "KẾ HOẠCH mở lớp bồi dưỡng -----",
        "9a": "Kính gửi: Các chi bộ, đảng bộ trực thuộc.",
        "6": "Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp.",
        "9b": "Nơi nhận: - Như trên, - Lưu Ban Tuyên giáo.",
        "12": "VTH-45",
        "7a": "K/T TRƯỞNG BAN",
        "7b": "PHÓ TRƯỞNG BAN",
        "7c": "Đỗ Khánh Linh",
    }


@pytest.mark.parametrize(
    ("addressees", "lines"),
    [
        ((), []),
        (("Thường trực Huyện ủy",), ["Kính gửi: Thường trực Huyện ủy."]),
        (("A", "B"), ["Kính gửi: - A,", "- B."]),
        (("A", "B", "C"), ["Kính gửi: - A,", "- B,", "- C."]),
    ],
    ids=["none", "one", "two", "three"],
)
def test_addressees_are_listed_as_their_number_asks(desk: Desk, addressees: tuple[str, ...], lines: list[str]) -> None:
    assert printed(desk, a_dispatch(addressees=addressees), "9a") == lines


@pytest.mark.parametrize(
    ("rules", "line"),
    [("party-2018", "Kính gửi: Thường trực Huyện ủy."), ("party-2026", "Kính trình: Thường trực Huyện ủy.")],
)
def test_a_submission_is_addressed_as_its_pack_says(desk: Desk, rules: str, line: str) -> None:
    dispatch = a_dispatch("TTr", rules=rules, addressees=("Thường trực Huyện ủy",))

    assert printed(desk, dispatch, "9a") == [line]


@pytest.mark.parametrize(
    ("signing", "cells"),
    [
        ((), {}),
        ((Signing("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "A"),), {"7a": "T/M BAN THƯỜNG VỤ", "7b": "BÍ THƯ", "7c": "A"}),
        ((Signing(position="TRƯỞNG BAN", name="A"),), {"7a": "TRƯỞNG BAN", "7c": "A"}),
        ((Signing("T/M BAN THƯỜNG VỤ", None, "A"),), {"7a": "T/M BAN THƯỜNG VỤ", "7c": "A"}),
        ((Signing(name="A"),), {"7c": "A"}),
        ((Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),), {"7a": "K/T TRƯỞNG BAN", "7b": "PHÓ TRƯỞNG BAN"}),
    ],
    ids=["nobody", "on behalf", "the head himself", "a member", "a name only", "a draft"],
)
def test_a_signature_prints_what_it_has(desk: Desk, signing: tuple[Signing, ...], cells: dict[str, str]) -> None:
    dispatch = a_dispatch(signing=signing)

    assert {cell: " ".join(lines) for cell in ("7a", "7b", "7c") if (lines := printed(desk, dispatch, cell))} == cells


def test_every_kind_of_block_prints_its_words_with_the_signs_of_the_pack(desk: Desk) -> None:
    body = (
        Basis((Run("Căn cứ Điều lệ Đảng"),)),
        Basis((Run("Căn cứ Quy chế làm việc"),)),
        Division(DivisionKind.CHAPTER, "I", "Quy định chung"),
        Article((Run("Điều 1. Phạm vi"),)),
        Heading(1, (Run("I- MỤC TIÊU"),)),
        Heading(4, (Run("a) Nhỏ"),)),
        Bullet(1, (Run("một;"),)),
        Bullet(2, (Run("hai."),)),
        a_paragraph("x", Run("2", elevation=Elevation.RAISED), " và y", Run("0", elevation=Elevation.LOWERED)),
        PageBreak(),
        a_paragraph("Trang sau."),
    )
    lines = printed(desk, a_dispatch("QC", body=body), "6")

    assert lines == [
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy chế làm việc,",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "I- MỤC TIÊU",
        "a) Nhỏ",
        "- một;",
        "+ hai.",
        "x2 và y0",
        "Trang sau.",
    ]


def test_a_bare_draft_is_laid_out_on_one_page(desk: Desk) -> None:
    assert len(lay_out(desk, a_bare_dispatch()).document.pages) == 1


def test_characters_that_no_face_has_are_told_component_by_component(desk: Desk) -> None:
    dispatch = a_dispatch(place="Hà 中", body=(a_paragraph("Ω và Ж, 文 hay 😀, lại 文"),))
    findings = lay_out(desk, dispatch).findings

    assert set(findings) == {
        Finding(FindingKind.MISSING_CHARACTERS, "4", "中 (U+4E2D)"),
        Finding(FindingKind.MISSING_CHARACTERS, "6", "文 (U+6587), 😀 (U+1F600)"),
    }


def test_findings_of_pack_type_and_page_come_together(desk: Desk) -> None:
    findings = lay_out(desk, a_dispatch("NQ", rules="party-2026", addressees=())).findings

    assert [one.kind for one in findings] == [FindingKind.RULES_NOT_OF_DATE, FindingKind.TYPE_NOT_USUAL]


def test_laying_out_twice_gives_the_same_page_and_leaves_nothing_behind(desk: Desk) -> None:
    first = frames_json(lay_out(desk, a_dispatch()).document)
    lay_out(desk, a_dispatch("KH", body=(a_paragraph("khác"),)))

    assert frames_json(lay_out(desk, a_dispatch()).document) == first


# --- files --------------------------------------------------------------------------------------------------------

MAGIC: dict[str, Callable[[bytes], bool]] = {
    ".pdf": lambda data: data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"),
    ".docx": lambda data: data.startswith(b"PK\x03\x04"),
    ".png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    ".frames.json": lambda data: list(json.loads(data)) == ["pages"],
}


@pytest.mark.parametrize("ending", MAGIC)
@pytest.mark.parametrize("shout", [False, True], ids=["small", "capital"])
def test_the_ending_decides_what_a_file_becomes(desk: Desk, tmp_path: Path, ending: str, shout: bool) -> None:
    out = tmp_path / f"công văn{ending.upper() if shout else ending}"
    check_ending(out)
    export(desk, lay_out(desk, a_dispatch()), out)

    assert MAGIC[ending](out.read_bytes())
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["a", "a.odt", "a.txt", "a.pdf.zip", "a.json", "pdf", "frames.json", ""])
def test_an_ending_that_names_no_format_is_refused_with_those_that_do(desk: Desk, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    with pytest.raises(UnknownEnding) as caught:
        check_ending(out)
    with pytest.raises(UnknownEnding):
        export(desk, lay_out(desk, a_dispatch()), out)

    assert set(caught.value.known) == MAGIC.keys()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_by_its_path(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritable) as caught:
        export(desk, lay_out(desk, a_dispatch()), tmp_path / "nowhere" / "a.pdf")

    assert caught.value.path == tmp_path / "nowhere" / "a.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
@pytest.mark.parametrize("ending", MAGIC)
def test_a_folder_that_may_only_be_read_keeps_its_old_file(desk: Desk, ending: str) -> None:
    laid_out = lay_out(desk, a_dispatch())
    with an_open_folder() as folder:
        out = folder / f"a{ending}"
        export(desk, laid_out, out)
        old = out.read_bytes()
        folder.chmod(0o555)
        with an_ordinary_account(), pytest.raises(FileNotWritable) as caught:
            export(desk, lay_out(desk, a_dispatch("KH")), out)

        assert (caught.value.path, caught.value.obstacle) == (out, Obstacle.NO_PERMISSION)
        assert [path.read_bytes() for path in folder.iterdir()] == [old]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_file_that_this_account_may_not_read_is_told() -> None:
    with an_open_folder() as folder:
        path = write_file(folder / "a.dispatch.json")
        path.chmod(0o000)
        with an_ordinary_account(), pytest.raises(FileNotReadable) as caught:
            read_dispatch(path)

    assert caught.value.obstacle is Obstacle.NO_PERMISSION


# --- the case -----------------------------------------------------------------------------------------------------


def issued_components(text: str) -> dict[str, str]:
    """The issued paper's text by component: its parts stand in the order of the two-column head."""
    head, rest = text.split("\nKính gửi:", 1)
    names, title, star, reference, day = head.strip().split("\n\n")
    addressees, rest = rest.split("\n\n", 1)
    body, rest = rest.split("Nơi nhận:")
    recipients, signature = rest.split("**", 1)
    authority, rest = signature.split("\n", 1)
    position, name = rest.split("**")
    number, subject = reference.split("\n", 1)
    return {
        "1": title,
        "2": f"{names} {star}",
        "3": number,
        "4": day,
        "5b": subject,
        "9a": f"Kính gửi: {addressees}",
        "6": body,
        "7a": authority,
        "7b": position,
        "7c": name,
        "9b": f"Nơi nhận: {recipients}",
    }


@pytest.fixture(scope="module")
def case(desk: Desk) -> PagedDocument:
    data = need_shared("cases/229-CV-BTGHU.dispatch.json").read_bytes()
    return lay_out(desk, parse_dispatch(data)).document


@pytest.mark.parametrize("reader", WORD_READERS)
def test_the_case_says_what_the_issued_paper_says_component_by_component(
    desk: Desk, case: PagedDocument, reader: str
) -> None:
    issued = issued_components(need_shared("cases/229-CV-BTGHU.txt").read_text(encoding="utf-8"))
    words: list[Word] = WORD_READERS[reader](desk.press.pdf(case))
    found = by_component(frames_of(case), words)
    found.pop("page")

    assert found.keys() == issued.keys()
    for component, text in issued.items():
        assert plain_words(" ".join(found[component])) == plain_words(text), component


@pytest.mark.parametrize("reader", WORD_READERS)
def test_a_word_moved_into_another_component_is_caught(desk: Desk, case: PagedDocument, reader: str) -> None:
    words: list[Word] = WORD_READERS[reader](desk.press.pdf(case))
    word = next(word for word in words if word.text == "229-CV/BTGHU")
    moved = [word._replace(x=word.x + 300) if other is word else other for other in words]

    assert by_component(frames_of(case), moved) != by_component(frames_of(case), words)


@pytest.mark.parametrize("reader", READERS)
def test_the_case_is_read_in_the_order_of_its_frames(desk: Desk, case: PagedDocument, reader: str) -> None:
    lines = [line for _, _, line in frame_lines(frames_of(case))]

    assert READERS[reader](desk.press.pdf(case)).split() == " ".join(lines).split()
