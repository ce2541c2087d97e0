"""Replies: letters that are linked with the arrival they answer, and close it when they are issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from support.papers_out import first_body, issued, signed_off
from support.seats import officer_named, seated, sit
from support.stores import TickingClock

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.blanks import find_blanks
from vpdesk.domain.body import Paragraph, Run, plain_text
from vpdesk.domain.drafts import Draft, OpenDraft
from vpdesk.domain.errors import ArrivalFinished
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry, Handling, HandlingState
from vpdesk.domain.incoming import IncomingDocument
from vpdesk.domain.issuing import ExternalLetter, Issued, IssueOrder
from vpdesk.domain.outgoing import LinkKind
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.services import (
    answers,
    books,
    drafting,
    followups,
    handling,
    issuing,
    office,
    outgoing,
    receiving,
    signoff,
    work_in_hand,
)
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

TODAY = date(2024, 12, 24)
LETTER = ArrivalEntry(
    sender="Ban Tuyên giáo Tỉnh ủy",
    reference="2497-CV/BTGTU",
    document_date=date(2024, 12, 20),
    document_type="CV",
    subject="V/v tuyên truyền Tết Nguyên đán Ất Tỵ",
    due_on=date(2024, 12, 27),
)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its clerk at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


@pytest.fixture
def arrival(desk: Desk) -> IncomingDocument:
    """A letter that Ngọc has in work."""
    arrived = receiving.register(desk, LETTER)
    with seated(desk, "Khôi"):
        ngoc = AssigneeEntry(officer=officer_named(desk, "Ngọc").id)
        handling.direct(desk, arrived.id, DirectiveEntry("Tham mưu trả lời", ngoc))
    with seated(desk, "Ngọc"):
        return handling.acknowledge(desk, [arrived.id])[0]


def reply_to(desk: Desk, arrival: IncomingDocument) -> OpenDraft:
    """A reply that Ngọc has begun."""
    with seated(desk, "Ngọc"):
        return answers.begin_reply(desk, arrival.id)


def signed(desk: Desk, reply: OpenDraft) -> Draft:
    """A reply that was written, and that its head has signed off."""
    draft, text = reply.draft.id, reply.draft.dispatch
    with seated(desk, "Ngọc"):
        drafting.save(desk, reply.draft, replace(text, body=(text.body[0], Paragraph((Run("Nhất trí."),)))))
        signoff.submit(desk, draft)
    with seated(desk, "Khôi"):
        return signoff.sign(desk, draft, signoff.read(desk, draft).version.number)


def answer(desk: Desk, arrival: IncomingDocument, day: date = TODAY) -> Issued:
    """A reply from its beginning to its issue."""
    draft = signed(desk, reply_to(desk, arrival))
    return issuing.issue(desk, [IssueOrder(draft.id, draft.version, day, date_reason="Ký hôm trước")])[0]


def handling_of(desk: Desk, arrival: UUID) -> Handling:
    """The work on an arrival."""
    found = work_in_hand.work_of(desk, arrival).handling
    assert found is not None
    return found


def answer_of(desk: Desk, arrival: IncomingDocument) -> str | None:
    """What the register says that an arrival was answered with."""
    return receiving.detail(desk, arrival.id).arrival.answer


def test_a_reply_is_a_letter_to_the_sender_that_names_what_it_answers(desk: Desk, arrival: IncomingDocument) -> None:
    text = reply_to(desk, arrival).dispatch
    words = " ".join(plain_text(block.runs) for block in text.body if isinstance(block, Paragraph))

    assert (text.document_type, text.addressees) == ("CV", ("Ban Tuyên giáo Tỉnh ủy",))
    assert text.subject_summary == "V/v trả lời Công văn số 2497-CV/BTGTU của Ban Tuyên giáo Tỉnh ủy"
    assert text.distribution == ("Như trên", "Lưu Ban Tuyên giáo Huyện ủy")
    assert words.startswith(
        "Trả lời Công văn số 2497-CV/BTGTU, ngày 20 tháng 12 năm 2024 của Ban Tuyên giáo Tỉnh ủy về việc tuyên truyền "
        "Tết Nguyên đán Ất Tỵ, Ban Tuyên giáo Huyện ủy có ý kiến như sau:"
    )
    assert list(find_blanks(text)), "what only the drafter knows waits to be filled in"


def test_of_an_arrival_that_says_little_the_reply_has_no_gaps(desk: Desk) -> None:
    bare = receiving.register(desk, ArrivalEntry(sender="UBND xã Tân Liên"))
    text = answers.begin_reply(desk, bare.id).dispatch
    (first, *_rest) = [plain_text(block.runs) for block in text.body if isinstance(block, Paragraph)]

    assert text.subject_summary == "V/v trả lời Công văn của UBND xã Tân Liên"
    assert first == "Trả lời Công văn của UBND xã Tân Liên, Ban Tuyên giáo Huyện ủy có ý kiến như sau:"


def test_both_sides_know_of_a_reply_from_its_first_day(desk: Desk, arrival: IncomingDocument) -> None:
    draft = reply_to(desk, arrival).draft
    with seated(desk, "Ngọc"):
        (link,) = work_in_hand.work_of(desk, arrival.id).answers

    assert (link.record, link.is_draft, link.is_passive) == (draft.id, True, True)
    assert handling_of(desk, arrival.id).state is HandlingState.UNDER_WAY
    assert [one.act for one in receiving.detail(desk, arrival.id).happenings][-1] == "begin_reply"


def test_the_issue_of_its_reply_closes_an_arrival_with_the_day_of_the_document(
    desk: Desk, arrival: IncomingDocument, clock: TickingClock
) -> None:
    clock.moment += timedelta(days=6)
    reply = answer(desk, arrival, date(2024, 12, 27))
    work = handling_of(desk, arrival.id)

    assert answer_of(desk, arrival) == reply.line.reference == "01-CV/BTGHU"
    assert (work.state, work.finished_on) == (HandlingState.ANSWERED, date(2024, 12, 27))
    assert work_in_hand.open_counts(desk).all_late == 0
    with pytest.raises(ArrivalFinished):
        answers.begin_reply(desk, arrival.id)
    assert verify_store(desk).fault is None


def test_an_arrival_is_open_again_when_its_reply_is_void(desk: Desk, arrival: IncomingDocument) -> None:
    reply = answer(desk, arrival)
    outgoing.void(desk, reply.line.id, reply.line.version, "In sai tên")
    work = handling_of(desk, arrival.id)

    assert (answer_of(desk, arrival), work.state, work.finished_on) == (None, HandlingState.UNDER_WAY, None)
    assert work_in_hand.open_counts(desk).all_soon == 1
    assert verify_store(desk).fault is None


def test_what_two_documents_answer_stays_answered_until_both_are_void(desk: Desk, arrival: IncomingDocument) -> None:
    drafts = [signed(desk, one) for one in (reply_to(desk, arrival), reply_to(desk, arrival))]
    first, second = issued(desk, drafts)
    assert answer_of(desk, arrival) == "01-CV/BTGHU; 02-CV/BTGHU"
    outgoing.void(desk, first.line.id, first.line.version, "In sai")
    assert answer_of(desk, arrival) == "02-CV/BTGHU"
    assert handling_of(desk, arrival.id).state is HandlingState.ANSWERED
    outgoing.void(desk, second.line.id, second.line.version, "In sai")

    assert handling_of(desk, arrival.id).state is HandlingState.UNDER_WAY


def test_what_replaces_an_answer_answers_too(desk: Desk, arrival: IncomingDocument) -> None:
    first = answer(desk, arrival)
    with seated(desk, "Ngọc"):
        replacement = followups.begin_followup(desk, first.line.id, LinkKind.REPLACES)
    issued(desk, [signed(desk, replacement)])
    outgoing.void(desk, first.line.id, first.line.version, "Đã có văn bản thay thế")

    assert answer_of(desk, arrival) == "02-CV/BTGHU"
    assert handling_of(desk, arrival.id).state is HandlingState.ANSWERED


def test_one_document_answers_two_arrivals(desk: Desk, arrival: IncomingDocument) -> None:
    other = receiving.register(desk, replace(LETTER, reference="12-CV/HU", sender="Huyện ủy"))
    draft = reply_to(desk, arrival)
    with desk.store.writing() as work:
        (link,) = work.numbers.links(draft.draft.id)
        work.numbers.put_link(replace(link, id=UUID(int=5), target=other.id))
        work.tell(None, "link", "outgoing", draft.draft.id)
    issued(desk, [signed(desk, draft)])

    assert {answer_of(desk, one) for one in (arrival, other)} == {"01-CV/BTGHU"}


def test_an_arrival_that_was_closed_otherwise_stays_so_when_a_line_is_void(
    desk: Desk, arrival: IncomingDocument
) -> None:
    reply = answer(desk, arrival)
    handling.reopen(desk, arrival.id, "Phải trả lời tiếp")
    handling.finish(desk, [arrival.id], HandlingState.DONE, TODAY)
    outgoing.void(desk, reply.line.id, reply.line.version, "In sai")

    assert handling_of(desk, arrival.id).state is HandlingState.DONE


def test_a_link_that_says_so_closes_an_arrival_and_without_it_it_is_open(desk: Desk, arrival: IncomingDocument) -> None:
    letter = ExternalLetter("CV", TODAY, "V/v tuyên truyền")
    (line,) = outgoing.register_external(desk, first_body(desk), [letter], "Làm trên giấy")
    made = outgoing.link(desk, line.id, arrival.id, LinkKind.ANSWERS)
    assert (answer_of(desk, arrival), handling_of(desk, arrival.id).state) == (line.reference, HandlingState.ANSWERED)
    outgoing.unlink(desk, made)

    assert (answer_of(desk, arrival), handling_of(desk, arrival.id).state) == (None, HandlingState.UNDER_WAY)
    assert verify_store(desk).fault is None


def test_a_line_that_answers_a_line_closes_nothing(desk: Desk) -> None:
    first, second = issued(desk, [signed_off(desk), signed_off(desk)])
    made = outgoing.link(desk, second.line.id, first.line.id, LinkKind.ANSWERS)
    outgoing.unlink(desk, made)

    assert outgoing.detail(desk, first.line.id).links == ()


def test_a_void_arrival_is_not_closed_by_its_reply(desk: Desk, arrival: IncomingDocument) -> None:
    draft = signed(desk, reply_to(desk, arrival))
    receiving.void(desk, arrival.id, "Vào sổ hai lần")
    issued(desk, [draft])

    assert answer_of(desk, arrival) is None


def test_the_answer_on_a_locked_page_is_a_correction(desk: Desk, arrival: IncomingDocument) -> None:
    book = BookScope(BookKind.FOLLOW_UP, year_days(2024))
    (row,) = books.read_book(desk, book).rows()
    assert row.cells[4:6] == ("Đang xử lý", None)
    incoming = BookScope(BookKind.INCOMING, year_days(2024))
    books.print_pages(desk, books.typeset(desk, books.read_book(desk, incoming)))
    books.lock(desk, incoming, 1)
    answer(desk, arrival)
    (row,) = books.read_book(desk, book).rows()

    assert row.cells[4:6] == ("Đã trả lời (ngày 24/12/2024)", "01-CV/BTGHU")
    assert [one.changes for one in receiving.detail(desk, arrival.id).corrections] == [
        (("answer", None, "01-CV/BTGHU"),)
    ]


def test_the_book_that_follows_arrivals_tells_how_far_each_has_come(desk: Desk, arrival: IncomingDocument) -> None:
    def progress() -> list[object]:
        return [row.cells[4] for row in books.read_book(desk, BookScope(BookKind.FOLLOW_UP, year_days(2024))).rows()]

    other = receiving.register(desk, replace(LETTER, reference="1-CV/HU", due_on=None))
    assert progress() == ["Đang xử lý"], "of what nobody is asked about there is nothing to follow"
    handling.submit(desk, [other.id], officer_named(desk, "Khôi").id)
    handling.extend(desk, arrival.id, date(2025, 1, 3), "Đ/c Khôi", "Chờ số liệu")
    assert progress() == ["Đang xử lý; gia hạn từ 27/12/2024 đến 03/01/2025", "Đã trình"]
    handling.finish(desk, [other.id], HandlingState.PASSED_ON, TODAY, "Phòng Nội vụ")
    handling.finish(desk, [arrival.id], HandlingState.DONE, TODAY)
    assert progress() == [
        "Xong, không cần trả lời (ngày 24/12/2024); gia hạn từ 27/12/2024 đến 03/01/2025",
        "Chuyển nơi khác: Phòng Nội vụ (ngày 24/12/2024)",
    ]
