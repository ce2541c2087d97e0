"""Numbers are taken when a document is issued, each once, and every one of them is accounted for."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pdfplumber
import pytest
from support.builders import a_dispatch
from support.needs import ROOT
from support.papers_out import HEAD, TEXT, first_body, issued, signed_off
from support.seats import seated, sit
from support.stores import TickingClock

from vpdesk.domain.attachments import Attachment
from vpdesk.domain.errors import (
    DateInFuture,
    DateNeedsReason,
    FileLost,
    LettersNotUsed,
    LineEnded,
    NoTermCovers,
    NotPermitted,
    NotWritable,
    NumberUnavailable,
    ReasonMissing,
    RowInUse,
    SeriesClosed,
    StaleEdit,
    StillHeld,
    WrongStatus,
)
from vpdesk.domain.issuing import ExternalLetter, IssueOrder, Lettered
from vpdesk.domain.outgoing import LineState, LinkKind, Method
from vpdesk.domain.series import Numbering
from vpdesk.domain.verification import Fault, FaultKind
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, issuing, numbers, outgoing, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store

TODAY = date(2024, 12, 24)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where Hạnh sits, its clerk."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def order(draft_id: object, version: int, **changes: object) -> IssueOrder:
    return IssueOrder(**{"dispatch": draft_id, "version": version, "day": TODAY, **changes})  # type: ignore[arg-type]


def test_the_first_number_of_a_type_in_a_term_is_01(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])

    assert (one.line.number, one.line.reference, one.line.state) == (1, "01-CV/BTGHU", LineState.ISSUED)
    assert (one.dispatch.number, one.dispatch.date) == (1, TODAY)


def test_each_type_has_its_own_row_and_the_numbers_of_a_row_run_on(desk: Desk) -> None:
    letters = [signed_off(desk) for _ in range(2)]
    plan = signed_off(desk, a_dispatch("KH", number=None, date=None, signing=(HEAD,)))

    assert [one.line.reference for one in issued(desk, [*letters, plan])] == [
        "01-CV/BTGHU",
        "02-CV/BTGHU",
        "01-KH/BTGHU",
    ]


def test_decisions_and_regulations_share_a_row_unless_the_office_chooses_otherwise(desk: Desk) -> None:
    body = first_body(desk)
    shared = [outgoing.hold(desk, body, code, "Đ/c Ngọc", "in trước")[0] for code in ("QĐ", "QyĐ")]
    numbers.set_numbering(desk, Numbering(groups={"QyĐ": "QyĐ"}))
    apart = outgoing.hold(desk, body, "QyĐ", "Đ/c Ngọc", "in trước")[0]

    assert [line.number for line in (*shared, apart)] == [1, 2, 1]


def test_all_types_of_a_congress_share_one_row(desk: Desk) -> None:
    body = first_body(desk)
    numbers.set_numbering(desk, Numbering(one_row=frozenset({body})))
    lines = [outgoing.hold(desk, body, code, "Đ/c Ngọc", "in trước")[0] for code in ("NQ", "BC", "TB")]

    assert [line.number for line in lines] == [1, 2, 3]


def test_invitations_begin_anew_each_year(desk: Desk, clock: TickingClock) -> None:
    body = first_body(desk)
    this_year = outgoing.hold(desk, body, "GM", "Đ/c Ngọc", "in trước")[0]
    clock.moment += timedelta(days=10)
    next_year = outgoing.hold(desk, body, "GM", "Đ/c Ngọc", "in trước")[0]

    assert (this_year.number, next_year.number, this_year.series != next_year.series) == (1, 1, True)


def test_what_was_proposed_is_what_is_issued_when_nobody_comes_first(desk: Desk) -> None:
    draft = signed_off(desk)
    (proposed,) = issuing.propose(desk, [draft.id])
    (one,) = issued(desk, [draft])

    assert (proposed.number, proposed.reference, proposed.copies) == (1, "01-CV/BTGHU", 3)
    assert one.line.reference == proposed.reference


def test_without_the_recorded_sign_off_there_is_no_number(desk: Desk) -> None:
    with seated(desk, "Ngọc"):
        draft = signoff.submit(desk, drafting.begin(desk, TEXT, first_body(desk)).draft.id)

    with pytest.raises(WrongStatus):
        issuing.issue(desk, [order(draft.id, draft.version)])
    assert numbers.rows(desk) == ()


def test_of_several_documents_all_are_issued_or_none(desk: Desk) -> None:
    good, taken_back = signed_off(desk), signed_off(desk)
    with seated(desk, "Khôi"):
        signoff.take_back(desk, taken_back.id)

    with pytest.raises(WrongStatus):
        issuing.issue(desk, [order(good.id, good.version), order(taken_back.id, taken_back.version)])
    assert numbers.rows(desk) == ()
    assert issuing.propose(desk, [good.id])[0].number == 1


def test_a_text_that_changed_after_it_was_looked_at_is_not_issued(desk: Desk) -> None:
    draft = signed_off(desk)

    with pytest.raises(StaleEdit):
        issuing.issue(desk, [order(draft.id, draft.version - 1)])


def test_the_paper_on_the_disk_bears_the_number_and_is_the_one_of_the_register(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    pdf = outgoing.issued_pdf(desk, one.line.id)
    with pdfplumber.open(io.BytesIO(pdf)) as reader:
        words = (reader.pages[0].extract_text() or "").replace("\xa0", " ")

    assert "Số 01-CV/BTGHU" in words
    assert "ngày 24 tháng 12 năm 2024" in words
    assert [file.digest for file in outgoing.detail(desk, one.line.id).files] == [one.line.pdf]


def test_the_line_says_what_the_paper_says(desk: Desk) -> None:
    text = replace(TEXT, distribution=("Như trên", "Thường trực Huyện ủy (báo cáo)", "Lưu Ban Tuyên giáo"))
    line = issued(desk, [signed_off(desk, text)])[0].line
    deliveries = outgoing.detail(desk, line.id).deliveries

    assert (line.document_type, line.document_date, line.subject) == ("CV", TODAY, TEXT.subject_summary)
    assert line.signer == "Trần Minh Khôi"
    assert line.recipients == ("Các chi bộ, đảng bộ trực thuộc", "Thường trực Huyện ủy (báo cáo)")
    assert (line.file_copy_holder, line.copies) == ("Lưu Ban Tuyên giáo", 4)
    assert [(one.recipient, one.copies, one.method) for one in deliveries] == [
        ("Các chi bộ, đảng bộ trực thuộc", 1, Method.BY_HAND),
        ("Thường trực Huyện ủy (báo cáo)", 1, Method.BY_HAND),
        ("Lưu Ban Tuyên giáo", 2, Method.FILE),
    ]


def test_after_the_issue_the_text_is_locked(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    assert one.line.dispatch is not None
    with seated(desk, "Ngọc"), pytest.raises(NotWritable):
        drafting.keep(desk, one.line.dispatch, TEXT)


def test_a_date_yet_to_come_is_refused(desk: Desk) -> None:
    draft = signed_off(desk)

    with pytest.raises(DateInFuture):
        issuing.issue(desk, [order(draft.id, draft.version, day=TODAY + timedelta(days=1))])


def test_a_date_before_that_of_the_number_before_asks_for_a_reason(desk: Desk) -> None:
    issued(desk, [signed_off(desk)])
    draft = signed_off(desk)

    with pytest.raises(DateNeedsReason):
        issuing.issue(desk, [order(draft.id, draft.version, day=YESTERDAY)])
    (late,) = issuing.issue(
        desk, [order(draft.id, draft.version, day=YESTERDAY, date_reason="Văn bản ký hôm qua, cấp số muộn")]
    )
    assert (late.line.number, late.line.date_reason) == (2, "Văn bản ký hôm qua, cấp số muộn")
    _, answer = numbers.account_for(desk, late.line.series)
    assert [line.reference for line in answer.backdated] == ["02-CV/BTGHU"]


def test_a_date_that_no_term_covers_is_refused(desk: Desk) -> None:
    draft = signed_off(desk)

    with pytest.raises(NoTermCovers):
        issuing.issue(desk, [order(draft.id, draft.version, day=date(2019, 1, 2))])


def test_a_row_may_begin_with_another_number_once_and_with_a_reason(desk: Desk) -> None:
    body = first_body(desk)
    with pytest.raises(ReasonMissing):
        numbers.open_row(desk, body, "CV", TODAY, 229, " ")
    with pytest.raises(NumberUnavailable):
        numbers.open_row(desk, body, "CV", TODAY, 0, "sổ giấy đến số 228")
    numbers.open_row(desk, body, "CV", TODAY, 229, "sổ giấy đến số 228")

    assert issued(desk, [signed_off(desk)])[0].line.reference == "229-CV/BTGHU"
    with pytest.raises(RowInUse):
        numbers.open_row(desk, body, "CV", TODAY, 300, "nhầm")


def test_a_void_number_keeps_its_line_and_is_never_used_again(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    with pytest.raises(ReasonMissing):
        outgoing.void(desk, one.line.id, one.line.version, "")
    voided = outgoing.void(desk, one.line.id, one.line.version, "In sai trích yếu")
    (after,) = issued(desk, [signed_off(desk)])

    assert (voided.state, voided.reason, voided.number) == (LineState.VOID, "In sai trích yếu", 1)
    assert after.line.number == 2
    assert voided.dispatch is not None
    assert drafting.open_draft(desk, voided.dispatch).draft.progress.status is Status.VOID
    with pytest.raises(LineEnded):
        outgoing.void(desk, one.line.id, voided.version, "lần nữa")


def test_a_held_number_waits_for_its_paper_while_others_go_on(desk: Desk) -> None:
    (held,) = outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "văn bản hỏa tốc ký đêm")
    (other,) = issued(desk, [signed_off(desk)])
    draft = signed_off(desk)
    (one,) = issuing.issue(desk, [order(draft.id, draft.version, held=held.id, date_reason="giữ số từ sáng")])

    assert (held.number, other.line.number, one.line.number, one.line.id) == (1, 2, 1, held.id)
    assert outgoing.held(desk) == ()
    with pytest.raises(LineEnded):
        issuing.issue(desk, [order(signed_off(desk).id, draft.version, held=held.id)])


def test_a_hold_lasts_until_five_in_the_afternoon_of_the_next_workday(desk: Desk, clock: TickingClock) -> None:
    (line,) = outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    assert line.held_until is not None
    assert line.held_until.astimezone().isoformat(timespec="minutes").startswith("2024-12-25T10:00")
    assert not line.has_expired(clock())
    clock.moment += timedelta(days=2)

    assert [one.has_expired(clock()) for one in outgoing.held(desk)] == [True]
    assert outgoing.void(desk, line.id, line.version, "hết hạn giữ số").state is LineState.VOID


def test_a_hold_needs_a_person_and_a_reason(desk: Desk) -> None:
    for person, reason in (("", "chờ ký"), ("Đ/c Khôi", "")):
        with pytest.raises(ReasonMissing):
            outgoing.hold(desk, first_body(desk), "CV", person, reason)


def test_letters_from_outside_take_a_run_of_numbers_in_one_step(desk: Desk) -> None:
    letters = [ExternalLetter("QĐ", TODAY, f"Về việc công nhận đảng viên {n}") for n in range(1, 6)]
    lines = outgoing.register_external(desk, first_body(desk), letters, "Làm bằng Word theo lô")

    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert {line.state for line in lines} == {LineState.EXTERNAL}


def test_a_run_of_which_one_is_refused_takes_no_number(desk: Desk) -> None:
    letters = [ExternalLetter("QĐ", TODAY, "một"), ExternalLetter("QĐ", TODAY + timedelta(days=1), "hai")]

    with pytest.raises(DateInFuture):
        outgoing.register_external(desk, first_body(desk), letters, "theo lô")
    assert numbers.rows(desk) == ()


def test_a_secret_document_takes_its_number_and_leaves_nothing_else(desk: Desk) -> None:
    line = outgoing.withhold(desk, first_body(desk), "CV", TODAY)

    assert line.state is LineState.WITHHELD
    assert (line.number, line.subject, line.document_date, line.dispatch, line.pdf) == (1, None, None, None, None)


def test_letters_behind_a_number_are_off_until_the_office_chooses_them(desk: Desk) -> None:
    issued(desk, [signed_off(desk)])
    draft = signed_off(desk)
    with pytest.raises(LettersNotUsed):
        issuing.issue(desk, [order(draft.id, draft.version, suffix="a", notes="bổ sung")])
    numbers.set_numbering(desk, Numbering(lettered=True))
    with pytest.raises(ReasonMissing):
        issuing.issue(desk, [order(draft.id, draft.version, suffix="a")])
    (one,) = issuing.issue(desk, [order(draft.id, draft.version, suffix="a", notes="bổ sung")])

    assert one.line.reference == "01a-CV/BTGHU"
    second = signed_off(desk)
    (proposal,) = issuing.propose(desk, [second.id])
    assert proposal.lettered == Lettered("b", "01b-CV/BTGHU")
    with pytest.raises(NumberUnavailable):
        issuing.issue(desk, [order(second.id, second.version, suffix="a", notes="bổ sung")])


def test_a_line_is_corrected_with_its_history_but_not_what_the_paper_says(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    corrected = outgoing.correct(desk, replace(one.line, copies=9, subject="khác"), "đếm nhầm")

    assert (corrected.copies, corrected.subject) == (9, one.line.subject)
    (correction,) = outgoing.detail(desk, one.line.id).corrections
    assert correction.changes == (("copies", "3", "9"),)
    assert correction.reason == "đếm nhầm"


def test_both_documents_are_told_that_one_replaces_the_other(desk: Desk) -> None:
    old, new = issued(desk, [signed_off(desk), signed_off(desk)])
    outgoing.link(desk, new.line.id, old.line.id, LinkKind.REPLACES)

    (of_old,), (of_new,) = (outgoing.detail(desk, one.line.id).links for one in (old, new))
    assert (of_old.reference, of_old.is_passive) == ("02-CV/BTGHU", True)
    assert (of_new.reference, of_new.is_passive) == ("01-CV/BTGHU", False)
    outgoing.unlink(desk, of_old.link)
    assert outgoing.detail(desk, old.line.id).links == ()


def test_how_a_paper_went_out_and_came_in_is_followed(desk: Desk) -> None:
    (one,) = issued(desk, [signed_off(desk)])
    first, *_ = outgoing.detail(desk, one.line.id).deliveries
    outgoing.deliver(desk, one.line.id, [replace(first, sent_on=TODAY, received_by="Đ/c Lan", received_on=TODAY)])

    first, *_ = outgoing.detail(desk, one.line.id).deliveries
    assert (first.sent_on, first.received_by) == (TODAY, "Đ/c Lan")


def test_a_row_is_closed_for_good_once_nothing_of_it_is_held(desk: Desk) -> None:
    body = first_body(desk)
    (held,) = outgoing.hold(desk, body, "CV", "Đ/c Khôi", "chờ ký")
    (one,) = issued(desk, [signed_off(desk)])
    with pytest.raises(StillHeld):
        numbers.close_body(desk, body, TODAY)
    outgoing.void(desk, held.id, held.version, "không ký nữa")
    (closing,) = numbers.close_body(desk, body, TODAY)

    assert (closing.account.first, closing.account.last, closing.account.issued) == (1, 2, 1)
    assert [line.reason for line in closing.account.void] == ["không ký nữa"]
    assert closing.account.unexplained == ()
    draft = signed_off(desk)
    with pytest.raises(SeriesClosed):
        issuing.issue(desk, [order(draft.id, draft.version)])
    with pytest.raises(SeriesClosed):
        numbers.close_row(desk, one.line.series)


def test_who_is_no_clerk_takes_no_number(desk: Desk) -> None:
    draft = signed_off(desk)
    for name in ("Ngọc", "Khôi"):
        with seated(desk, name), pytest.raises(NotPermitted):
            issuing.issue(desk, [order(draft.id, draft.version)])


def test_after_all_of_that_the_store_is_whole(desk: Desk) -> None:
    issued(desk, [signed_off(desk)])
    (held,) = outgoing.hold(desk, first_body(desk), "CV", "Đ/c Khôi", "chờ ký")
    outgoing.void(desk, held.id, held.version, "không ký nữa")
    outgoing.withhold(desk, first_body(desk), "CV", TODAY)

    assert verify_store(desk).fault is None


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"other")], ids=["gone", "changed"])
def test_a_paper_that_was_changed_on_the_disk_is_found_and_never_given_out(
    file_desk: Desk, spoil: Callable[[Path], object]
) -> None:
    found_sample(file_desk)
    (one,) = issued(file_desk, [signed_off(file_desk)])
    (file,) = outgoing_file(file_desk, one.line.id)
    (path,) = (file_desk.places.data / "files").rglob(file.digest)
    assert verify_store(file_desk).fault is None
    spoil(path)

    with seated(file_desk, "Hạnh"), pytest.raises(FileLost):
        outgoing.issued_pdf(file_desk, one.line.id)
    assert verify_store(file_desk).fault == Fault(FaultKind.FILE_LOST, record=f"attachment:{file.id}")
    folder, script = file_desk.places.data / "files", ROOT / "tools/verify_history.py"
    alone = subprocess.run(
        [sys.executable, script, file_desk.places.database, "--files", folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (alone.returncode, f"attachment:{file.id}" in alone.stdout) == (1, True)


def outgoing_file(desk: Desk, line: UUID) -> tuple[Attachment, ...]:
    with seated(desk, "Hạnh"):
        return outgoing.detail(desk, line).files
