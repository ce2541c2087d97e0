"""Arrivals: registered under numbers that nobody else has, corrected with what stood there before, handed on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.seats import sit
from support.stores import TickingClock

from vpdesk.db.files import keep_bytes
from vpdesk.domain.arriving import (
    FIRST_BOOK,
    SECRET_ARRIVALS,
    ArrivalEntry,
    ArrivalQuery,
    ArrivalView,
    Oddity,
    entry_of,
    oddities,
    symbol_of,
)
from vpdesk.domain.attachments import NewFile, file_digest
from vpdesk.domain.errors import (
    ArrivalIsVoid,
    DateInFuture,
    IncompleteArrival,
    NoSuchRecord,
    ReasonMissing,
    RowInUse,
    SecretFile,
    SecretsNotDecided,
    StaleEdit,
)
from vpdesk.domain.ids import new_id
from vpdesk.domain.incoming import ArrivalBook, ArrivalState, IncomingDocument
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.domain.search_query import Search
from vpdesk.domain.workdays import Holiday, Workdays
from vpdesk.services import books, finding, office, receiving
from vpdesk.services.desk import Desk
from vpdesk.services.verifying import verify_store

TODAY = date(2024, 12, 24)
TOMORROW = date(2024, 12, 25)
FROM_PROVINCE = ArrivalEntry(
    sender="Ban Tuyên giáo Tỉnh ủy",
    reference="2497-CV/BTGTU",
    document_date=date(2024, 12, 20),
    document_type="CV",
    subject="V/v tuyên truyền Tết Nguyên đán Ất Tỵ",
    receiver="Trịnh Bảo Ngọc",
)
SCANNED = b"%PDF"


def scan(desk: Desk) -> NewFile:
    """A scan that the store keeps."""
    kept = keep_bytes(desk.store.files, SCANNED)
    return NewFile("quét 0412.pdf", "application/pdf", kept.size, kept.digest, 2, "chống lãng phí, thực hành tiết kiệm")


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk at the sample office, on each engine, with its clerk at it."""
    office.found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


def found(desk: Desk, words: str) -> bool:
    """Whether some document is found by these words; by none: whether there is one to find."""
    return bool(finding.find(desk, Search(words)).hits)


def is_whole(desk: Desk) -> bool:
    """Whether the history answers for everything."""
    return verify_store(desk).fault is None


def other_book(desk: Desk, name: str = "Đơn, thư") -> ArrivalBook:
    """Another book of the office."""
    book = ArrivalBook(new_id(desk.clock()), name, 1)
    receiving.put_book(desk, book)
    return book


# --- numbers ------------------------------------------------------------------------------------------------------


def test_numbers_go_on_by_one_and_the_first_is_one(desk: Desk) -> None:
    assert receiving.begin_entry(desk).next_number == 1
    numbers = [receiving.register(desk, FROM_PROVINCE).arrival_number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert receiving.begin_entry(desk).next_number == 4
    assert is_whole(desk)


def test_the_first_book_stands_there_by_itself_and_is_kept_with_its_first_line(desk: Desk) -> None:
    beginning = receiving.begin_entry(desk)
    arrival = receiving.register(desk, replace(FROM_PROVINCE, book=beginning.book.id))

    assert beginning.books == receiving.books(desk) == (FIRST_BOOK,)
    assert arrival.book == FIRST_BOOK.id


def test_every_book_has_numbers_of_its_own(desk: Desk) -> None:
    petitions = other_book(desk)
    receiving.register(desk, FROM_PROVINCE)

    assert receiving.register(desk, replace(FROM_PROVINCE, book=petitions.id)).arrival_number == 1
    assert receiving.books(desk) == (FIRST_BOOK, petitions)


def test_a_retired_book_takes_no_line(desk: Desk) -> None:
    petitions = other_book(desk)
    receiving.put_book(desk, replace(petitions, retired_on=TODAY))

    assert receiving.begin_entry(desk).books == (FIRST_BOOK,)
    with pytest.raises(NoSuchRecord):
        receiving.register(desk, replace(FROM_PROVINCE, book=petitions.id))


def test_a_number_belongs_to_the_year_of_registration(desk: Desk, clock: TickingClock) -> None:
    receiving.register(desk, FROM_PROVINCE)
    clock.moment += timedelta(days=9)
    arrival = receiving.register(desk, replace(FROM_PROVINCE, arrived_on=date(2024, 12, 31)))

    assert (arrival.year, arrival.arrival_number, arrival.arrived_on) == (2025, 1, date(2024, 12, 31))


def test_an_office_that_starts_in_mid_year_begins_with_the_next_number_of_its_paper_book(desk: Desk) -> None:
    receiving.open_year(desk, FIRST_BOOK.id, 1312, "Sổ giấy đã đến số 1311")

    assert receiving.register(desk, FROM_PROVINCE).arrival_number == 1312
    with pytest.raises(RowInUse):
        receiving.open_year(desk, FIRST_BOOK.id, 1400, "Nhầm")


def test_an_opening_number_needs_a_reason(desk: Desk) -> None:
    with pytest.raises(ReasonMissing):
        receiving.open_year(desk, FIRST_BOOK.id, 1312, "  ")


def test_the_number_of_a_void_line_is_never_used_again(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE)
    struck = receiving.void(desk, arrival.id, "Vào sổ hai lần")

    assert (struck.state, struck.reason) == (ArrivalState.VOID, "Vào sổ hai lần")
    assert receiving.register(desk, FROM_PROVINCE).arrival_number == 2
    with pytest.raises(ArrivalIsVoid):
        receiving.void(desk, arrival.id, "Lại")
    with pytest.raises(ReasonMissing):
        receiving.void(desk, arrival.id, "")


# --- what is typed ------------------------------------------------------------------------------------------------


def test_what_was_typed_stands_in_the_register_bare_of_space(desk: Desk) -> None:
    arrival = receiving.register(desk, replace(FROM_PROVINCE, sender=" Ban Tuyên giáo Tỉnh ủy ", notes="  "))

    assert entry_of(arrival) == replace(FROM_PROVINCE, book=FIRST_BOOK.id, arrived_on=TODAY)


def test_an_arrival_without_a_sender_is_refused(desk: Desk) -> None:
    with pytest.raises(IncompleteArrival):
        receiving.register(desk, ArrivalEntry(sender=" "))


def test_nothing_arrives_tomorrow(desk: Desk) -> None:
    with pytest.raises(DateInFuture):
        receiving.register(desk, replace(FROM_PROVINCE, arrived_on=TOMORROW))
    assert receiving.begin_entry(desk).next_number == 1


def test_whom_the_last_arrival_went_to_is_remembered(desk: Desk) -> None:
    receiving.register(desk, FROM_PROVINCE)
    beginning = receiving.begin_entry(desk)

    assert beginning.receiver == "Trịnh Bảo Ngọc"
    assert [one.arrival_number for one in beginning.last] == [1]


def test_what_is_registered_after_the_next_workday_is_told() -> None:
    friday = ArrivalEntry(sender="Huyện ủy", arrived_on=date(2024, 12, 20))

    assert oddities(friday, date(2024, 12, 23), Workdays()) == ()
    assert oddities(friday, date(2024, 12, 24), Workdays()) == (Oddity.REGISTERED_LATE,)
    assert oddities(friday, date(2024, 12, 24), Workdays([Holiday(date(2024, 12, 23), "Nghỉ bù")])) == ()


def test_a_paper_dated_after_its_arrival_is_told_and_urgent_ones_go_on_at_once() -> None:
    entry = ArrivalEntry(sender="Huyện ủy", document_date=TOMORROW, due_on=date(2024, 12, 1), urgency="KHẨN")

    assert oddities(entry, TODAY, Workdays()) == (
        Oddity.DATED_AFTER_ARRIVAL,
        Oddity.DUE_BEFORE_ARRIVAL,
        Oddity.URGENT_NOT_HANDED_ON,
    )
    assert oddities(replace(entry, handed_on=TODAY), TODAY, Workdays())[-1] is not Oddity.URGENT_NOT_HANDED_ON


def test_a_twin_is_found_whatever_the_spelling(desk: Desk) -> None:
    first = receiving.register(desk, FROM_PROVINCE)
    again = receiving.twins(desk, "BAN TUYÊN GIÁO TỈNH UỶ", "2497 - CV/BTGTU", date(2024, 1, 3))

    assert again == (first,)
    assert receiving.twins(desk, "Sở Nội vụ", "2497-CV/BTGTU", date(2024, 1, 3)) == ()
    receiving.void(desk, first.id, "Nhầm")
    assert receiving.twins(desk, first.sender, first.reference, first.document_date) == ()


def test_an_arrival_is_found_by_what_it_says_and_by_what_its_files_say(desk: Desk) -> None:
    receiving.register(desk, FROM_PROVINCE, [scan(desk)])

    assert found(desk, " nguyen dan ")
    assert found(desk, " lang phi ")
    assert not found(desk, " hoa binh ")


# --- completing ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reference", "symbol"),
    [
        ("229-CV/BTGHU", "-CV/BTGHU"),
        ("63/2025/QĐ-UBND", "/{year}/QĐ-UBND"),
        ("1904/UBND-VP", "/UBND-VP"),
        ("CV/BTGHU", None),
        ("229", None),
        (None, None),
    ],
)
def test_what_stands_behind_the_number_is_the_symbol(reference: str | None, symbol: str | None) -> None:
    assert symbol_of(reference) == symbol


def test_what_was_typed_before_is_offered_with_its_uses(desk: Desk) -> None:
    for number in (1, 2):
        receiving.register(desk, replace(FROM_PROVINCE, reference=f"{number}-CV/BTGTU"))
    receiving.register(desk, replace(FROM_PROVINCE, reference="3-BC/BTGTU", document_type="BC", receiver=None))
    receiving.register(desk, ArrivalEntry(sender="UBND huyện", reference="63/2024/QĐ-UBND", document_type="QĐ"))
    values = receiving.earlier(desk)

    assert values.senders == {FROM_PROVINCE.sender: 3, "UBND huyện": 1}
    assert values.receivers == {"Trịnh Bảo Ngọc": 2}
    assert values.types == {"CV": 2, "BC": 1, "QĐ": 1}
    assert values.of_sender[FROM_PROVINCE.sender].symbols == {"-CV/BTGTU": 2, "-BC/BTGTU": 1}
    assert values.of_sender["UBND huyện"].symbols == {"/{year}/QĐ-UBND": 1}
    assert values.usual_type(FROM_PROVINCE.sender) == "CV"
    assert values.usual_type("Ai đó") is None


def test_what_was_corrected_or_struck_is_offered_no_longer(desk: Desk) -> None:
    arrival = receiving.register(desk, replace(FROM_PROVINCE, sender="Ban Tuyen giao"))
    corrected = receiving.amend(desk, arrival, FROM_PROVINCE)
    assert receiving.earlier(desk).senders == {FROM_PROVINCE.sender: 1}
    receiving.void(desk, corrected.id, "Nhầm")
    assert receiving.earlier(desk).senders == {}


# --- what becomes of a line ---------------------------------------------------------------------------------------


def test_a_correction_says_what_stood_there_before(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE)
    fixed = replace(entry_of(arrival), subject="V/v tuyên truyền Tết", due_on=date(2024, 12, 31))
    corrected = receiving.amend(desk, arrival, fixed, "Gõ nhầm")
    (correction,) = receiving.detail(desk, arrival.id).corrections

    assert (corrected.subject, corrected.version) == ("V/v tuyên truyền Tết", 2)
    assert (correction.reason, correction.book_kind) == ("Gõ nhầm", "incoming")
    assert correction.changes == (
        ("subject", "V/v tuyên truyền Tết Nguyên đán Ất Tỵ", "V/v tuyên truyền Tết"),
        ("due_on", None, "2024-12-31"),
    )
    assert is_whole(desk)


def test_who_corrects_what_was_changed_meanwhile_is_told_and_overwrites_nothing(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE)
    receiving.amend(desk, arrival, replace(FROM_PROVINCE, pages=2))
    with pytest.raises(StaleEdit):
        receiving.amend(desk, arrival, replace(FROM_PROVINCE, pages=3))

    assert receiving.detail(desk, arrival.id).arrival.pages == 2


def test_a_correction_that_changes_nothing_is_none(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE)

    assert receiving.amend(desk, arrival, entry_of(arrival)) == arrival
    assert receiving.detail(desk, arrival.id).corrections == ()


def test_arrivals_are_handed_on_together_and_signed_for(desk: Desk) -> None:
    first, second = (receiving.register(desk, FROM_PROVINCE) for _ in range(2))
    receiving.hand_over(desk, [first.id, second.id], "Đỗ Khánh Linh", TODAY)
    receiving.received(desk, [first.id], None, TODAY)
    receiving.received(desk, [second.id], "Lò Văn Bách", TODAY)
    signed = [receiving.detail(desk, one.id).arrival for one in (first, second)]

    assert [one.receiver for one in signed] == ["Đỗ Khánh Linh"] * 2
    assert [one.received_by for one in signed] == ["Đỗ Khánh Linh", "Lò Văn Bách"]
    assert {one.handed_on for one in signed} == {one.received_on for one in signed} == {TODAY}
    assert is_whole(desk)


def test_where_one_of_several_cannot_be_handed_on_none_is(desk: Desk) -> None:
    first, second = (receiving.register(desk, FROM_PROVINCE) for _ in range(2))
    receiving.void(desk, second.id, "Nhầm")
    with pytest.raises(ArrivalIsVoid):
        receiving.hand_over(desk, [first.id, second.id], None, TODAY)
    with pytest.raises(DateInFuture):
        receiving.hand_over(desk, [first.id], None, TOMORROW)

    assert receiving.detail(desk, first.id).arrival.handed_on is None


def test_all_that_happened_to_an_arrival_is_told(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE, [scan(desk)])
    twin = receiving.register(desk, FROM_PROVINCE)
    receiving.hand_over(desk, [arrival.id], None, TODAY)
    detail = receiving.detail(desk, arrival.id)

    assert [one.act for one in detail.happenings] == ["register", "hand_over"]
    assert [one.name for one in detail.files] == ["quét 0412.pdf"]
    assert (detail.book, detail.twins) == (FIRST_BOOK, (twin,))
    assert detail.entered_by_name.endswith("Hạnh")


# --- secrets ------------------------------------------------------------------------------------------------------

SECRET = replace(FROM_PROVINCE, secrecy="MẬT", copies=1, notes="Không được chép", pages=3, due_on=TOMORROW)


def decide(desk: Desk) -> None:
    """Let the office decide that secret papers are registered here."""
    office.set_office_setting(desk, SECRET_ARRIVALS, "12-QĐ/BTGHU")


def test_a_secret_paper_is_not_registered_before_the_office_has_decided_so(desk: Desk) -> None:
    assert not receiving.begin_entry(desk).takes_secrets
    with pytest.raises(SecretsNotDecided):
        receiving.register(desk, SECRET)


def test_of_a_secret_paper_nothing_is_kept_that_must_not_be(store_desk: Desk) -> None:
    office.found_sample(store_desk)
    decide(store_desk)
    sit(store_desk, "Hạnh")
    arrival = receiving.register(store_desk, SECRET)

    assert entry_of(arrival) == ArrivalEntry(
        book=FIRST_BOOK.id,
        arrived_on=TODAY,
        sender=FROM_PROVINCE.sender,
        reference=FROM_PROVINCE.reference,
        document_date=FROM_PROVINCE.document_date,
        secrecy="MẬT",
        copies=1,
        receiver=FROM_PROVINCE.receiver,
    )
    assert not found(store_desk, "")
    assert receiving.earlier(store_desk).senders == {}
    with pytest.raises(SecretFile):
        receiving.register(store_desk, SECRET, [scan(store_desk)])


def test_where_a_paper_turns_out_to_be_secret_its_words_are_erased_from_the_register(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE, [scan(desk)])
    corrected = receiving.amend(desk, arrival, replace(FROM_PROVINCE, subject="V/v sửa"))
    secret = receiving.amend(desk, corrected, replace(entry_of(corrected), secrecy="MẬT"))
    detail = receiving.detail(desk, arrival.id)

    assert (secret.subject, secret.secrecy) == (None, "MẬT")
    assert detail.files == ()
    assert "tuyên truyền" not in repr(detail)
    assert not desk.store.files.has(file_digest(SCANNED))
    assert ("subject", None, None) in detail.corrections[0].changes
    assert not found(desk, "")
    assert is_whole(desk)


# --- lists --------------------------------------------------------------------------------------------------------


def numbers(desk: Desk, query: ArrivalQuery) -> list[int]:
    """The numbers that a list shows."""
    return [row.arrival.arrival_number for row in receiving.arrivals(desk, query).rows]


def test_a_list_goes_on_where_its_last_page_ended_whatever_came_meanwhile(desk: Desk) -> None:
    for _ in range(5):
        receiving.register(desk, FROM_PROVINCE, [scan(desk)])
    first = receiving.arrivals(desk, ArrivalQuery(limit=2))
    receiving.register(desk, FROM_PROVINCE)
    second = receiving.arrivals(desk, ArrivalQuery(limit=2, after=first.rows[-1].arrival.id))
    last = receiving.arrivals(desk, ArrivalQuery(limit=2, after=second.rows[-1].arrival.id))

    shown = [row.arrival.arrival_number for page in (first, second, last) for row in page.rows]
    assert shown == [5, 4, 3, 2, 1]
    assert (first.has_more, second.has_more, last.has_more) == (True, True, False)
    assert {row.files for row in first.rows} == {1}


def test_each_view_shows_what_it_says(desk: Desk) -> None:
    def registered(**others: object) -> IncomingDocument:
        return receiving.register(desk, replace(FROM_PROVINCE, **others))  # type: ignore[arg-type]

    registered(receiver="Vũ Thị Hạnh", handed_on=TODAY)
    registered(due_on=date(2024, 12, 27), handed_on=TODAY)
    registered(due_on=date(2024, 12, 23))
    registered(due_on=date(2025, 1, 15), handed_on=TODAY)
    void = registered(due_on=date(2024, 12, 23))
    receiving.void(desk, void.id, "Nhầm")

    assert {view: numbers(desk, ArrivalQuery(view)) for view in ArrivalView} == {
        ArrivalView.ALL: [5, 4, 3, 2, 1],
        ArrivalView.WAITING: [3],
        ArrivalView.SUBMITTED: [],
        ArrivalView.UNASSIGNED: [3],
        ArrivalView.UNDER_WAY: [4, 2, 1],
        ArrivalView.MINE: [1],
        ArrivalView.DUE_SOON: [2],
        ArrivalView.OVERDUE: [3],
    }
    assert receiving.counts(desk) == {
        ArrivalView.WAITING: 1,
        ArrivalView.SUBMITTED: 0,
        ArrivalView.UNASSIGNED: 1,
        ArrivalView.UNDER_WAY: 3,
        ArrivalView.MINE: 1,
        ArrivalView.DUE_SOON: 1,
        ArrivalView.OVERDUE: 1,
    }


def test_a_list_shows_one_book_or_one_year(desk: Desk, clock: TickingClock) -> None:
    petitions = other_book(desk)
    receiving.register(desk, FROM_PROVINCE)
    receiving.register(desk, FROM_PROVINCE)
    receiving.register(desk, replace(FROM_PROVINCE, book=petitions.id))
    clock.moment += timedelta(days=30)
    receiving.register(desk, FROM_PROVINCE)

    assert numbers(desk, ArrivalQuery(book=petitions.id)) == [1]
    assert numbers(desk, ArrivalQuery(year=2024)) == [1, 2, 1]
    assert numbers(desk, ArrivalQuery(view=ArrivalView.ALL, year=2025)) == [1]


# --- pages that were signed and locked ----------------------------------------------------------------------------


def test_what_comes_to_stand_on_a_locked_page_is_a_correction(desk: Desk) -> None:
    arrival = receiving.register(desk, FROM_PROVINCE)
    book = BookScope(BookKind.INCOMING, year_days(2024))
    books.print_pages(desk, books.typeset(desk, books.read_book(desk, book)))
    books.lock(desk, book, 1)
    receiving.hand_over(desk, [arrival.id], None, TODAY)
    (late,) = receiving.detail(desk, arrival.id).corrections

    assert (late.after_lock, late.changes) == (True, (("handed_on", None, "2024-12-24"),))


# --- several desks ------------------------------------------------------------------------------------------------


def test_desks_that_register_at_once_never_get_one_number_twice(desk: Desk) -> None:
    first = receiving.register(desk, FROM_PROVINCE)

    def register(count: int) -> list[int]:
        other = replace(desk, seat=replace(desk.seat))
        try:
            return [receiving.register(other, FROM_PROVINCE).arrival_number for _ in range(count)]
        finally:
            other.close()

    with ThreadPoolExecutor(4) as workers:
        numbers = [number for given in workers.map(register, [10] * 4) for number in given]

    assert sorted([first.arrival_number, *numbers]) == list(range(1, 42))
    assert is_whole(desk)
