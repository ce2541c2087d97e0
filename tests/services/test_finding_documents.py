"""Documents are found by what somebody types of them, on both engines, by whoever may see them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from threading import Timer
from uuid import UUID

import pytest
from sqlalchemy import text
from support.found_documents import BOOK, ENTERED, Registers
from support.seats import an_officer, seated

from vpdesk.domain.errors import CalledOff, NoSuchRecord
from vpdesk.domain.finding import FoundKind
from vpdesk.domain.outgoing import LineState, RegisterLine, ended
from vpdesk.domain.roles import Role
from vpdesk.domain.search_query import Deadline, Search
from vpdesk.domain.signoff import NewRemark
from vpdesk.domain.stopping import Stop
from vpdesk.services import drafting, finding, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.finding import count, drop_view, find, index_arrival, restore_view, save_view, views


@pytest.fixture
def registers(store_desk: Desk) -> Registers:
    """Registers on each engine."""
    return Registers(store_desk)


def records(desk: Desk, typed: str, **narrowed: object) -> list[UUID]:
    """The records that are found."""
    return [hit.record for hit in find(desk, Search(typed, **narrowed), limit=1000).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed", ["229cv", "229-CV/BTGHU", "229/CV-BTGHU", "229 cv btghu", "229", "tinh gon", "TINH G"]
)
def test_every_spelling_finds_the_document(registers: Registers, typed: str) -> None:
    line = registers.issue(229, "Tinh gọn tổ chức bộ máy")
    registers.issue(22, "Việc khác")
    registers.arrive(2290, "Tinh thần làm việc")

    assert records(registers.desk, typed)[-1] == line.id
    assert len(records(registers.desk, typed)) == (2 if typed == "229" else 1)


def test_all_there_is_is_listed_where_nothing_is_typed(registers: Registers) -> None:
    documents = {registers.issue(1).id, registers.arrive(1).id, registers.draft("Nháp").id}

    assert set(records(registers.desk, "")) == documents


def test_the_newest_day_comes_first_whenever_it_was_entered(registers: Registers) -> None:
    days = [date(2024, 3, 1), date(2024, 12, 1), date(2019, 5, 2), date(2024, 3, 1)]
    lines = [registers.issue(number, document_date=day) for number, day in enumerate(days, 1)]

    assert records(registers.desk, "viec chung") == [lines[place].id for place in (1, 3, 0, 2)]


def test_best_first_puts_the_number_before_what_only_cites_it(registers: Registers) -> None:
    meant = registers.issue(7, "Tinh gọn", document_date=date(2020, 1, 1))
    citing = registers.issue(8, "Thực hiện Công văn 07-CV/BTGHU")

    assert records(registers.desk, "7cv") == [citing.id, meant.id]
    assert records(registers.desk, "7cv", best_first=True) == [meant.id, citing.id]


def test_pages_follow_each_other_without_a_gap(registers: Registers) -> None:
    lines = [registers.issue(number) for number in range(1, 24)]
    seen, after = list[UUID](), None
    while True:
        found = find(registers.desk, Search("viec"), after, limit=5)
        seen += [hit.record for hit in found.hits]
        if (after := found.after) is None:
            break

    assert seen == [line.id for line in reversed(lines)]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("tháng 12/2024", {3, 4}),
        ("quý 4/2024", {2, 3, 4}),
        ("2024", {2, 3, 4}),
        (">=24/12/2024", {4, 5}),
        ("<24/12/2024", {1, 2, 3}),
        ("24/12/2024 viec", {4}),
    ],
)
def test_days_are_ranges(registers: Registers, typed: str, numbers: set[int]) -> None:
    days = date(2023, 6, 1), date(2024, 10, 1), date(2024, 12, 1), date(2024, 12, 24), date(2025, 1, 1)
    for number, day in enumerate(days, 1):
        registers.issue(number, document_date=day)

    assert {hit.number for hit in find(registers.desk, Search(typed)).hits} == numbers


def test_a_phrase_is_found_in_its_order_only(registers: Registers) -> None:
    said = registers.issue(1, "Tinh gọn tổ chức bộ máy")
    registers.issue(2, "Tổ chức lễ, tinh gọn")

    assert records(registers.desk, '"tinh gọn tổ chức"') == [said.id]
    assert count(registers.desk, Search('"tinh gọn tổ chức"')).total == 1
    assert len(records(registers.desk, "tinh gọn tổ chức")) == 2


@pytest.mark.parametrize("slip", ["tuyn truyen", "tuyeen truyen", "tuyen trueyn", "tuyem truyenn", "truyen tuyn"])
def test_a_slip_of_one_letter_still_finds_and_says_what_it_read(registers: Registers, slip: str) -> None:
    line = registers.issue(1, "Đẩy mạnh tuyên truyền")
    found = find(registers.desk, Search(slip))

    assert [hit.record for hit in found.hits] == [line.id]
    assert found.spelled
    assert set(found.spelled) <= {"tuyen", "truyen"}
    assert count(registers.desk, Search(slip)).total == 1


def test_a_slip_beside_a_short_word_and_a_number_is_found(registers: Registers) -> None:
    line = registers.issue(12, "Kế hoạch số 3 về tuyên truyền")

    assert records(registers.desk, "ke hoahc 12cv tuyn truyen") == [line.id]


def test_a_slip_that_is_another_word_is_found_too(registers: Registers) -> None:
    line = registers.issue(1, "Tinh gọn bộ máy")
    registers.issue(2, "Giữ gìn vệ sinh")

    assert records(registers.desk, "tinh gin may") == [line.id]


def test_nothing_is_found_of_what_nobody_wrote(registers: Registers) -> None:
    registers.issue(1)

    assert find(registers.desk, Search("xyzzyq")) == finding.Found(())
    assert count(registers.desk, Search("xyzzyq")).total == 0


def test_a_list_is_narrowed_to_values(registers: Registers) -> None:
    sent, came = registers.issue(1, signer="Trần Minh Khôi"), registers.arrive(2, document_type="KH", receiver="Lê Mai")
    draft = registers.draft("Việc chung nháp")

    def narrowed(**values: object) -> set[UUID]:
        return set(records(registers.desk, "viec", **values))

    assert narrowed(kind=FoundKind.OUTGOING) == {sent.id}
    assert narrowed(kind=FoundKind.DRAFT) == {draft.id}
    assert narrowed(book=str(BOOK)) == {came.id}
    assert narrowed(document_type="KH") == {came.id}
    assert narrowed(document_type="CV") == {sent.id, draft.id}
    assert narrowed(state="external") == {sent.id}
    assert narrowed(party="Ủy ban nhân dân xã Tân Liên") == {came.id}
    assert narrowed(person="Trần Minh Khôi") == {sent.id}
    assert narrowed(person="Trần Minh Khôi", kind=FoundKind.INCOMING) == set()


def test_deadlines_are_those_of_what_is_not_answered(registers: Registers) -> None:
    today = date(2024, 12, 24)
    late = registers.arrive(1, due_on=today - timedelta(2))
    soon = registers.arrive(2, due_on=today + timedelta(2))
    registers.arrive(3, due_on=today - timedelta(2), answer="229-CV/BTGHU")
    registers.arrive(4)

    assert records(registers.desk, "", deadline=Deadline.LATE) == [late.id]
    assert records(registers.desk, "", deadline=Deadline.WEEK) == [soon.id]
    assert records(registers.desk, "", deadline=Deadline.ANY) == [soon.id, late.id]
    assert records(registers.desk, "", deadline=Deadline.TODAY) == []


def test_counts_say_how_many_there_are_of_each_value(registers: Registers, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 4):
        registers.issue(number, signer="Trần Minh Khôi")
    registers.arrive(1)
    counts = count(registers.desk, Search("viec"))

    assert (counts.total, counts.is_capped) == (4, False)
    assert counts.kinds == {FoundKind.OUTGOING: 3, FoundKind.INCOMING: 1}
    assert counts.parties == {"Ủy ban nhân dân xã Tân Liên": 1}
    assert counts.persons == {"Trần Minh Khôi": 3}
    monkeypatch.setattr(finding, "CAP", 2)
    assert (count(registers.desk, Search("")).total, count(registers.desk, Search("")).is_capped) == (2, True)


def test_what_is_said_out_of_sight_is_told_with_the_words_around_it(registers: Registers) -> None:
    registers.issue(1, "Tinh gọn bộ máy")
    draft = registers.draft("Báo cáo", "Thực hiện chủ trương tinh gọn bộ máy của huyện.")
    hits = find(registers.desk, Search("tinh gon")).hits
    told = finding.passages(registers.desk, Search("tinh gon"), hits)

    assert list(told) == [draft.id]
    assert "chủ trương tinh gọn bộ máy" in told[draft.id]


# --- rights -------------------------------------------------------------------------------------------------------


def test_a_draft_is_its_owners_alone_until_it_is_submitted(registers: Registers) -> None:
    desk = registers.desk
    with seated(desk, "Ngọc"):
        draft = registers.draft("Chuyện riêng")
        assert records(desk, "chuyen rieng") == [draft.id]
    other = an_officer(desk, Role.DRAFTER)

    assert records(desk, "chuyen rieng") == []
    assert count(desk, Search("chuyen rieng")).total == 0
    with seated(desk, "Ngọc"):
        signoff.submit(desk, draft.id)
    assert records(desk, "chuyen rieng") == [draft.id]
    with seated(desk, "Ngọc"):
        signoff.take_back(desk, draft.id)
    assert records(desk, "chuyen rieng") == [draft.id]
    desk.seat.officer = other.id
    assert records(desk, "chuyen rieng") == []


def test_what_is_secret_is_never_found(registers: Registers) -> None:
    registers.arrive(1, "Việc kín", secrecy="MẬT")
    registers.issue(1, None, state=LineState.WITHHELD)  # type: ignore[arg-type]
    line = registers.issue(2, "Việc kín sau này")
    assert records(registers.desk, "viec kin") == [line.id]
    with registers.desk.store.writing() as work:
        registers.keep_line(work, replace(line, state=LineState.WITHHELD, subject=None))

    assert records(registers.desk, "viec kin") == []
    assert records(registers.desk, "1cv") == records(registers.desk, "2cv") == []


def test_a_draft_in_the_bin_is_not_found_and_one_that_is_taken_out_is(registers: Registers) -> None:
    draft = registers.draft("Bỏ đi", "Nội dung quý hiếm")
    assert records(registers.desk, "quy hiem") == [draft.id]

    drafting.delete(registers.desk, draft.id)
    assert records(registers.desk, "quy hiem") == []
    drafting.restore(registers.desk, draft.id)
    assert records(registers.desk, "quy hiem") == [draft.id]
    drafting.delete(registers.desk, draft.id)
    drafting.empty_bin(registers.desk)
    assert records(registers.desk, "quy hiem") == []


def test_what_was_changed_is_found_by_what_it_says_now(registers: Registers) -> None:
    line = registers.issue(5, "Chữ cũ")
    with registers.desk.store.writing() as work:
        line = registers.keep_line(work, replace(line, subject="Chữ mới", document_date=date(2023, 1, 1)))

    assert records(registers.desk, "chu cu") == []
    assert records(registers.desk, "chu moi 2023") == [line.id]


# --- the index is what the records say ----------------------------------------------------------------------------


def test_the_index_is_what_the_records_say_after_whatever_was_done(registers: Registers) -> None:
    desk, chance = registers.desk, random.Random(7)
    lines, drafts = list[RegisterLine](), list[UUID]()

    def change_line() -> None:
        with desk.store.writing() as work:
            place = chance.randrange(len(lines))
            day = date(2024, 1, 1) + timedelta(chance.randrange(300))
            changed = replace(lines[place], subject=chance.choice(_SUBJECTS), document_date=day)
            lines[place] = registers.keep_line(work, changed)

    def make_void() -> None:
        place = chance.randrange(len(lines))
        if lines[place].state is LineState.EXTERNAL:
            with desk.store.writing() as work:
                void = ended(lines[place], LineState.VOID, work.now, registers.clerk.id)
                lines[place] = registers.keep_line(work, void)

    def draft_again() -> None:
        draft = drafting.open_draft(desk, chance.choice(drafts)).draft
        drafting.save(desk, draft, replace(draft.dispatch, subject_summary=chance.choice(_SUBJECTS), date=None))

    def bin_and_back() -> None:
        draft = chance.choice(drafts)
        drafting.delete(desk, draft)
        if chance.random() < 0.7:
            drafting.restore(desk, draft)
        else:
            drafts.remove(draft)

    for number in range(60):
        lines.append(registers.issue(number + 1, chance.choice(_SUBJECTS)))
        drafts.append(registers.draft(chance.choice(_SUBJECTS)).id)
        chance.choice((change_line, make_void, draft_again, bin_and_back))()
        if number % 3 == 0:
            registers.arrive(number + 1, chance.choice(_SUBJECTS))
    before = {typed: set(records(desk, typed)) for typed in (*_TYPED, "")}
    rows = list(_findable(desk))
    finding.rebuild(desk)

    assert {typed: set(records(desk, typed)) for typed in (*_TYPED, "")} == before
    assert [row[1:] for row in _findable(desk)] == [row[1:] for row in rows]
    assert all(before[typed] for typed in _TYPED)


_SUBJECTS = ("Tinh gọn bộ máy", "Đẩy mạnh tuyên truyền", "Báo cáo quý 229-CV/BTGHU", "Mời họp", "Tinh thần đoàn kết")
_TYPED = ("tinh", "tinh gon", "229cv", "tuyen truyen", "mo", "2024", "5cv")


def _findable(desk: Desk) -> Iterator[tuple[object, ...]]:
    with desk.store.database.reading() as connection:
        yield from map(
            tuple, connection.execute(text("SELECT id, record_id, state, day, folded FROM findable ORDER BY record_id"))
        )


def test_a_store_that_lost_its_index_is_given_it_again(registers: Registers) -> None:
    line = registers.issue(229, "Tinh gọn")
    draft = registers.draft("Tinh thần")
    with registers.desk.store.database.writing() as connection:
        connection.execute(text("DELETE FROM findable"))
        connection.execute(text("DELETE FROM known_word"))
    assert records(registers.desk, "tinh") == []

    assert finding.rebuild(registers.desk) == 2
    assert set(records(registers.desk, "tinh")) == {line.id, draft.id}
    assert records(registers.desk, "tihn gon") == [line.id]


# --- a question that is called off --------------------------------------------------------------------------------


def test_a_question_that_was_called_off_is_not_asked(registers: Registers) -> None:
    stop = Stop()
    stop.call()

    with pytest.raises(CalledOff):
        find(registers.desk, Search("viec"), stop=stop)
    assert find(registers.desk, Search("viec")) == finding.Found(())


def test_a_question_that_runs_stops_when_it_is_called_off(registers: Registers) -> None:
    stop, desk = Stop(), registers.desk
    long = text(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 99999999) SELECT max(x) FROM n"
    )
    caller = Timer(0.2, stop.call)

    def ask() -> None:
        with desk.store.reading() as work, stop.over(work.findings.interrupt()):
            caller.start()
            work.findings._session.execute(long)

    with pytest.raises(CalledOff):
        ask()
    caller.join()

    assert find(desk, Search("viec")) == finding.Found(())


# --- saved views --------------------------------------------------------------------------------------------------


def test_a_saved_view_is_counted_and_belongs_to_its_officer(registers: Registers) -> None:
    desk = registers.desk
    registers.arrive(1, due_on=date(2024, 12, 1))
    late = save_view(desk, "Quá hạn", Search(deadline=Deadline.LATE))
    save_view(desk, "Tất cả", Search())

    assert [(view.name, counts.total) for view, counts in views(desk)] == [("Quá hạn", 1), ("Tất cả", 1)]
    renamed = save_view(desk, "quá hạn", Search("viec", deadline=Deadline.LATE))
    assert (renamed.id, len(views(desk))) == (late.id, 2)
    with seated(desk, "Ngọc"):
        assert views(desk) == ()
        with pytest.raises(NoSuchRecord):
            drop_view(desk, late.id)
        with pytest.raises(NoSuchRecord):
            restore_view(desk, late)
    before = drop_view(desk, late.id)
    assert [view.name for view, _counts in views(desk)] == ["Tất cả"]
    restore_view(desk, before)
    assert views(desk)[0][0] == renamed


def test_files_are_found_by_their_text(registers: Registers) -> None:
    from vpdesk.db.register_tables import FileTextRow
    from vpdesk.domain.attachments import Attachment, FileRole

    arrival = registers.arrive(1)
    with registers.desk.store.writing() as work:
        file = Attachment(
            UUID(int=5), arrival.id, 0, FileRole.SCAN, "a.pdf", "application/pdf", 9, "d", ENTERED, UUID(int=6)
        )
        work.attachments.put(replace(file, officer=registers.clerk.id))
        work._session.add(FileTextRow(digest="d", text="Một câu trong bản quét"))
        work._session.flush()
        index_arrival(registers.desk, work, arrival)
        work.tell(registers.clerk.id, "add_file", "incoming", arrival.id)

    assert records(registers.desk, '"trong bản quét"') == [arrival.id]


def test_a_remark_moves_a_draft_and_it_is_still_found(registers: Registers) -> None:
    draft = registers.draft("Trình bày lại")
    signoff.submit(registers.desk, draft.id)
    with seated(registers.desk, "Khôi"):
        number = signoff.read(registers.desk, draft.id).version.number
        signoff.send_back(registers.desk, draft.id, number, (NewRemark("Nói rõ hơn"),))

    assert records(registers.desk, "trinh bay", state="sent_back") == [draft.id]
