"""The files of records: what is refused with which words, what is kept, opened, taken off, lost and swept."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.foreign import BROKEN_PDF, LOCKED_PDF, docx, grey_png, sparse, words_pdf
from support.seats import sit
from support.stores import TickingClock

from vpdesk.db.files import FolderFiles, keep_bytes
from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.attachments import Attachment, FileRole, file_digest
from vpdesk.domain.errors import (
    ArrivalIsVoid,
    FileLost,
    FileNotReadable,
    FileTooLarge,
    NotPermitted,
    PdfBroken,
    PdfLocked,
    SecretFile,
    UnknownFileKind,
)
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.read_pages import ProposedField
from vpdesk.domain.search_query import Search
from vpdesk.services import files, finding, office, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

ENTRY = ArrivalEntry(sender="Huyện ủy", reference="12-CV/HU", document_date=date(2024, 12, 20))
PDF = words_pdf([(72, 100, "So 12-CV/HU"), (72, 300, "Chuyen doi so")])


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its clerk at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


@pytest.fixture
def arrival(desk: Desk) -> IncomingDocument:
    """An arrival without files."""
    return receiving.register(desk, ENTRY)


def scanned(folder: Path, content: bytes = PDF, name: str = "quét 0412.pdf") -> Path:
    """A file that somebody has scanned."""
    path = folder / name
    path.write_bytes(content)
    return path


def put(desk: Desk, record: IncomingDocument, path: Path) -> Attachment:
    """Put a file to a record as the window does."""
    (added,) = files.attach(desk, record.id, [files.take_in(desk, path, files.look_into(desk, path))])
    return added


def found(desk: Desk, words: str) -> bool:
    """Whether some document is found by these words; by none: whether there is one to find."""
    return bool(finding.find(desk, Search(words)).hits)


# --- looking into -------------------------------------------------------------------------------------------------


def test_a_scan_is_looked_into_before_it_is_kept(desk: Desk, tmp_path: Path) -> None:
    looked = files.look_into(desk, scanned(tmp_path))

    assert (looked.name, looked.media_type, looked.size) == ("quét 0412.pdf", "application/pdf", len(PDF))
    assert (looked.read.pages, looked.read.text) == (1, "So 12-CV/HU\nChuyen doi so")
    assert list(looked.proposals) == []


def test_what_our_own_paper_says_is_proposed(desk: Desk, tmp_path: Path) -> None:
    from vpdesk.services.typesetting import export, lay_out, read_dispatch

    paper = Path("tests/gallery/state-letter.dispatch.json")
    export(desk, lay_out(desk, read_dispatch(paper)), out := tmp_path / "công văn.pdf")
    by_field = {one.field: one.value for one in files.look_into(desk, out).proposals}

    assert by_field[ProposedField.REFERENCE] == "105/UBND-VX"
    assert by_field[ProposedField.DOCUMENT_TYPE] == "CV"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("scan.jpg", b"\xff\xd8\xff\xe0 JFIF", "image/jpeg"),
        ("scan.png", grey_png(), "image/png"),
        ("scan.tif", b"II*\x00", "image/tiff"),
        ("scan.tiff", b"MM\x00*", "image/tiff"),
        ("scan.dat", PDF, "application/pdf"),
        ("named.pdf", grey_png(), "image/png"),
    ],
)
def test_a_file_is_what_its_content_says_whatever_its_name(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    assert files.look_at(scanned(tmp_path, content, name)).media_type == kind


def test_the_words_of_a_docx_are_read(desk: Desk, tmp_path: Path) -> None:
    looked = files.look_into(desk, docx(tmp_path / "văn bản.docx", "Ban Tuyên giáo đề nghị"))

    assert looked.media_type.endswith("wordprocessingml.document")
    assert looked.read.text == "Ban Tuyên giáo đề nghị"


@pytest.mark.parametrize("content", [b"", b"MZ", b"PK\x03\x04 a package", b"<html>", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_scan_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnknownFileKind) as refused:
        files.look_at(scanned(tmp_path, content))
    assert refused.value.name == "quét 0412.pdf"


def test_a_scan_of_400_mb_is_refused_by_its_size_at_once(desk: Desk, tmp_path: Path) -> None:
    huge = sparse(tmp_path / "quét lớn.pdf", 400 * 2**20)
    with pytest.raises(FileTooLarge) as refused:
        files.look_into(desk, huge)

    assert (refused.value.name, refused.value.size, refused.value.limit) == ("quét lớn.pdf", 400 * 2**20, 200 * 2**20)
    assert huge.stat().st_size == 400 * 2**20


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        files.look_at(tmp_path / "không có.pdf")
    with pytest.raises(FileNotReadable):
        files.look_at(tmp_path)


def test_a_locked_or_broken_pdf_is_told_and_may_be_kept_unread(
    desk: Desk, arrival: IncomingDocument, tmp_path: Path
) -> None:
    locked, broken = scanned(tmp_path, LOCKED_PDF, "khóa.pdf"), scanned(tmp_path, BROKEN_PDF, "hỏng.pdf")
    with pytest.raises(PdfLocked):
        files.look_into(desk, locked)
    with pytest.raises(PdfBroken):
        files.look_into(desk, broken)
    kept = [files.take_in(desk, path, files.look_at(path)) for path in (locked, broken)]
    files.attach(desk, arrival.id, kept)

    assert [files.open_file(desk, one.id) for one in files.files_of(desk, arrival.id)] == [LOCKED_PDF, BROKEN_PDF]


def test_a_file_with_a_mark_of_secrecy_in_its_name_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(SecretFile):
        files.look_at(scanned(tmp_path, PDF, "CV 12 TỐI MẬT.pdf"))


# --- of a record --------------------------------------------------------------------------------------------------


def test_a_file_of_a_record_is_found_by_its_words_and_opened_as_it_was(
    desk: Desk, arrival: IncomingDocument, tmp_path: Path
) -> None:
    added = put(desk, arrival, scanned(tmp_path))

    assert (added.name, added.pages, added.role, added.digest) == ("quét 0412.pdf", 1, FileRole.SCAN, file_digest(PDF))
    assert found(desk, "chuyen doi so")
    assert files.open_file(desk, added.id) == PDF
    assert files.copy_to(desk, added.id, tmp_path / "xem").read_bytes() == PDF
    assert verify_store(desk).fault is None


def test_files_stand_in_the_order_in_which_they_came(desk: Desk, arrival: IncomingDocument, tmp_path: Path) -> None:
    for name in ("b.pdf", "a.png", "c.pdf"):
        put(desk, arrival, scanned(tmp_path, grey_png() if name == "a.png" else PDF, name))

    assert [one.name for one in files.files_of(desk, arrival.id)] == ["b.pdf", "a.png", "c.pdf"]


def test_a_file_that_was_taken_off_is_found_no_longer_and_can_be_given_back(
    desk: Desk, arrival: IncomingDocument, tmp_path: Path
) -> None:
    added = put(desk, arrival, scanned(tmp_path))
    files.remove(desk, added.id)
    assert files.files_of(desk, arrival.id) == ()
    assert not found(desk, "chuyen doi so")

    files.restore(desk, added.id)
    assert [one.id for one in files.files_of(desk, arrival.id)] == [added.id]
    assert found(desk, "chuyen doi so")
    assert verify_store(desk).fault is None


def test_what_was_issued_is_never_taken_off(desk: Desk, arrival: IncomingDocument, tmp_path: Path) -> None:
    path = scanned(tmp_path)
    (issued,) = files.attach(desk, arrival.id, [files.take_in(desk, path, files.look_at(path))], FileRole.ISSUED)
    with pytest.raises(NotPermitted):
        files.remove(desk, issued.id)


def test_a_void_and_a_secret_arrival_take_no_files(desk: Desk, arrival: IncomingDocument, tmp_path: Path) -> None:
    secret = receiving.register(desk, ENTRY)
    receiving.amend(desk, secret, replace(ENTRY, secrecy="MẬT"))
    receiving.void(desk, arrival.id, "Nhầm")
    new = files.take_in(desk, path := scanned(tmp_path), files.look_at(path))
    with pytest.raises(ArrivalIsVoid):
        files.attach(desk, arrival.id, [new])
    with pytest.raises(SecretFile):
        files.attach(desk, secret.id, [new])


def test_a_file_that_is_gone_behind_our_back_is_told_by_its_name(
    desk: Desk, arrival: IncomingDocument, tmp_path: Path
) -> None:
    added = put(desk, arrival, scanned(tmp_path))
    desk.store.files.drop(added.digest)
    with pytest.raises(FileLost) as opened:
        files.open_file(desk, added.id)
    with pytest.raises(FileLost) as copied:
        files.copy_to(desk, added.id, tmp_path / "xem")

    assert opened.value.name == copied.value.name == "quét 0412.pdf"
    assert not list((tmp_path / "xem").iterdir())
    assert receiving.detail(desk, arrival.id).files == (added,)


def test_a_file_that_was_changed_behind_our_back_is_told(file_desk: Desk, tmp_path: Path) -> None:
    office.found_sample(file_desk)
    sit(file_desk, "Hạnh")
    added = put(file_desk, receiving.register(file_desk, ENTRY), scanned(tmp_path))
    folder = file_desk.store.files
    assert isinstance(folder, FolderFiles)
    folder.path(added.digest).write_bytes(b"another")
    with pytest.raises(FileLost):
        files.open_file(file_desk, added.id)


def test_nothing_is_registered_with_a_file_whose_bytes_are_gone(desk: Desk, tmp_path: Path) -> None:
    new = files.take_in(desk, path := scanned(tmp_path), files.look_at(path))
    desk.store.files.drop(new.digest)
    with pytest.raises(FileLost):
        receiving.register(desk, ENTRY, [new])
    assert receiving.begin_entry(desk).next_number == 1


def test_the_name_of_a_copy_is_one_that_every_system_takes() -> None:
    assert files.safe_name('a/b\\c: "d"?.pdf') == "a-b-c- -d-.pdf"
    assert files.safe_name("..") == "file"


# --- sweeping -----------------------------------------------------------------------------------------------------


def grow_old(desk: Desk, clock: TickingClock) -> None:
    """Let the office be a year older, and its files too."""
    if isinstance(folder := desk.store.files, FolderFiles):
        for path in folder.folder.rglob("*"):
            os.utime(path, (clock.moment.timestamp(), clock.moment.timestamp()))
    else:
        with desk.store.database.writing() as connection:
            from sqlalchemy import text

            connection.execute(text("UPDATE file_chunk SET kept_at = :moment"), {"moment": clock.moment})
    clock.moment += timedelta(days=365)


def test_bytes_that_nobody_has_had_for_long_are_swept_and_others_never(
    desk: Desk, clock: TickingClock, arrival: IncomingDocument, tmp_path: Path
) -> None:
    had = put(desk, arrival, scanned(tmp_path))
    taken_off = put(desk, arrival, scanned(tmp_path, grey_png(), "b.png"))
    path = scanned(tmp_path, grey_png(9), "c.png")
    files.attach(desk, arrival.id, [files.take_in(desk, path, files.look_at(path))], FileRole.ISSUED)
    orphan = keep_bytes(desk.store.files, b"an entry that was given up")
    files.remove(desk, taken_off.id)
    assert files.sweep(desk) == 0

    grow_old(desk, clock)
    again = keep_bytes(desk.store.files, b"kept today")
    assert files.sweep(desk) == 2
    assert [desk.store.files.has(one) for one in (had.digest, file_digest(grey_png(9)), again.digest)] == [True] * 3
    assert not desk.store.files.has(orphan.digest)
    assert not desk.store.files.has(taken_off.digest)
    with pytest.raises(FileLost):
        files.restore(desk, taken_off.id)


def test_an_orphan_that_is_kept_again_is_no_old_one(desk: Desk, clock: TickingClock) -> None:
    keep_bytes(desk.store.files, b"given up")
    grow_old(desk, clock)
    keep_bytes(desk.store.files, b"given up")

    assert files.sweep(desk) == 0


def test_what_a_killed_program_left_half_written_is_swept(file_desk: Desk, clock: TickingClock) -> None:
    office.found_sample(file_desk)
    keep_bytes(file_desk.store.files, b"whole")
    folder = file_desk.store.files
    assert isinstance(folder, FolderFiles)
    half = folder.folder / ".new-half"
    half.write_bytes(b"ha")
    grow_old(file_desk, clock)
    files.sweep(file_desk)

    assert not half.exists()


def test_a_source_that_is_gone_is_not_taken_for_a_full_disk(desk: Desk, tmp_path: Path) -> None:
    looked = files.look_at(path := scanned(tmp_path))
    path.unlink()
    with pytest.raises(FileNotReadable) as refused:
        files.take_in(desk, path, looked)
    assert refused.value.path == path
