"""Drafts: begun, typed, saved, found again, handed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from support.builders import a_dispatch, a_paragraph
from support.seats import seated
from support.stores import TickingClock

from vpdesk.domain.body import Paragraph
from vpdesk.domain.catalog import Secrecy
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import BIN_KEEPS, Draft, DraftQuery, OpenDraft, OwnTemplate, SortKey, TemplateChange
from vpdesk.domain.errors import (
    DeskError,
    NoSuchRecord,
    NotDeletable,
    NotWritable,
    SecretDispatch,
    StaleEdit,
)
from vpdesk.domain.workflow import Status
from vpdesk.services import drafting, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample
from vpdesk.services.verifying import verify_store
from vpdesk.settings import Settings

UNSTARTED = a_dispatch(number=None, date=None)
TYPED = replace(UNSTARTED, subject_summary="V/v mở lớp bồi dưỡng nghiệp vụ")
NOBODY = UUID(int=0)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office."""
    found_sample(store_desk)
    return store_desk


@pytest.fixture
def other_desk(desk: Desk) -> Desk:
    """Another desk of the same office: the same store, another machine."""
    other = replace(desk, desk_name="máy 2")
    other.__dict__["store"] = desk.store
    return other


def begin(desk: Desk, subject: str = "", body: int = 0, **changes: object) -> OpenDraft:
    """A draft of one of the office's bodies."""
    with desk.store.reading() as work:
        of = work.organisation.bodies()[body]
    dispatch = replace(UNSTARTED, **({"subject_summary": subject} if subject else {}), **changes)  # type: ignore[arg-type]
    return drafting.begin(desk, dispatch, of.id)


def history(desk: Desk) -> list[str]:
    """The lines of the history."""
    with desk.store.reading() as work:
        return [line.text for line in work.history.lines()]


# --- begun, typed, saved ------------------------------------------------------------------------------------------


def test_a_draft_is_found_again_as_it_was_begun(desk: Desk) -> None:
    begun = begin(desk)

    assert begun.dispatch == UNSTARTED
    assert begun.working_copy is None
    assert drafting.open_draft(desk, begun.draft.id) == begun


def test_a_draft_pins_the_rules_and_the_body_of_its_day(desk: Desk) -> None:
    with desk.store.reading() as work:
        old, _, new = work.organisation.bodies()
    today, later = begin(desk).draft, begin(desk, body=2, date=date(2026, 6, 1)).draft

    assert (today.rules, today.body_version) == ("party-2018", old.versions[0].id)
    assert (later.rules, later.body_version) == ("party-2026", new.versions[0].id)
    assert begin(desk, rules="state-2020").draft.rules == "state-2020"


def test_a_draft_of_a_body_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(NoSuchRecord):
        drafting.begin(desk, UNSTARTED, NOBODY)


def test_what_was_typed_is_there_after_a_crash(desk: Desk) -> None:
    draft = begin(desk).draft
    kept_at = drafting.keep(desk, draft.id, TYPED)
    found = drafting.open_draft(desk, draft.id)

    assert found.dispatch == TYPED
    assert found.working_copy is not None
    assert found.working_copy.saved_at == kept_at
    assert found.draft == draft
    assert not found.was_overtaken


def test_what_was_typed_last_is_what_is_there(desk: Desk) -> None:
    draft = begin(desk).draft
    for number in range(5):
        drafting.keep(desk, draft.id, replace(TYPED, body=(a_paragraph(f"Lần {number}"),)))

    assert drafting.open_draft(desk, draft.id).dispatch.body == (a_paragraph("Lần 4"),)


def test_typing_makes_neither_a_version_nor_a_line_of_history(desk: Desk) -> None:
    draft = begin(desk).draft
    before = history(desk)
    drafting.keep(desk, draft.id, TYPED)

    assert history(desk) == before
    assert drafting.open_draft(desk, draft.id).draft.version == draft.version


def test_saving_joins_what_was_typed_to_the_draft(desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.keep(desk, draft.id, TYPED)
    saved = drafting.save(desk, draft, TYPED)
    found = drafting.open_draft(desk, draft.id)

    assert (saved.dispatch, saved.version) == (TYPED, draft.version + 1)
    assert saved.updated_at > draft.updated_at
    assert (found.draft, found.working_copy) == (saved, None)


def test_what_was_typed_and_undone_is_no_working_copy(desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.keep(desk, draft.id, TYPED)
    drafting.keep(desk, draft.id, UNSTARTED)

    assert drafting.open_draft(desk, draft.id).working_copy is None


def test_what_is_typed_at_one_desk_is_not_seen_at_another(desk: Desk, other_desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.keep(desk, draft.id, TYPED)

    assert drafting.open_draft(other_desk, draft.id).dispatch == UNSTARTED


def test_whoever_saves_second_is_told_and_overwrites_nothing(desk: Desk, other_desk: Desk) -> None:
    draft = begin(desk).draft
    theirs = drafting.save(other_desk, draft, TYPED)
    mine = replace(TYPED, place="Nơi khác")
    drafting.keep(desk, draft.id, mine)

    with pytest.raises(StaleEdit):
        drafting.save(desk, draft, mine)

    assert drafting.open_draft(other_desk, draft.id).draft == theirs


def test_what_changes_nothing_makes_no_version(desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.keep(desk, draft.id, TYPED)

    assert drafting.save(desk, draft, UNSTARTED) == draft
    assert drafting.open_draft(desk, draft.id).working_copy is None


def test_what_was_typed_before_another_saved_is_known_as_overtaken(desk: Desk, other_desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.keep(desk, draft.id, replace(TYPED, place="Nơi khác"))
    theirs = drafting.save(other_desk, draft, TYPED)
    drafting.keep(desk, draft.id, replace(TYPED, place="Nơi khác nữa"))
    found = drafting.open_draft(desk, draft.id)

    assert found.was_overtaken
    assert (found.draft, found.dispatch.place) == (theirs, "Nơi khác nữa")


def test_a_duplicate_has_the_newest_text_and_no_number(desk: Desk) -> None:
    draft = begin(desk, number=7, date=date(2024, 12, 20)).draft
    drafting.keep(desk, draft.id, replace(TYPED, number=7, date=date(2024, 12, 20)))
    copy = drafting.duplicate(desk, draft.id)

    assert copy.draft.id != draft.id
    assert copy.dispatch == TYPED


@pytest.mark.parametrize("act", ["open", "keep", "save", "duplicate", "delete", "restore", "submit"])
def test_a_draft_that_is_not_there_is_told(desk: Desk, act: str) -> None:
    gone = replace(begin(desk).draft, id=NOBODY)
    acts: dict[str, Callable[[], object]] = {
        "open": lambda: drafting.open_draft(desk, NOBODY),
        "keep": lambda: drafting.keep(desk, NOBODY, TYPED),
        "save": lambda: drafting.save(desk, gone, TYPED),
        "duplicate": lambda: drafting.duplicate(desk, NOBODY),
        "delete": lambda: drafting.delete(desk, NOBODY),
        "restore": lambda: drafting.restore(desk, NOBODY),
        "submit": lambda: signoff.submit(desk, NOBODY),
    }

    with pytest.raises(NoSuchRecord):
        acts[act]()


# --- secret papers ------------------------------------------------------------------------------------------------


def test_nothing_of_a_secret_paper_reaches_the_disk(file_desk: Desk) -> None:
    found_sample(file_desk)
    draft = begin(file_desk).draft
    secret = replace(TYPED, secrecy=Secrecy.CONFIDENTIAL, subject_summary="Điều không ai được biết")
    with file_desk.store.reading() as work:
        body = work.organisation.bodies()[0].id
    acts: list[Callable[[], object]] = [
        lambda: drafting.begin(file_desk, secret, body),
        lambda: drafting.keep(file_desk, draft.id, secret),
        lambda: drafting.save(file_desk, draft, secret),
        lambda: drafting.save_template(file_desk, "Mẫu", secret),
    ]
    for act in acts:
        with pytest.raises(SecretDispatch):
            act()

    file_desk.close()
    written = b"".join(path.read_bytes() for path in file_desk.places.data.rglob("*") if path.is_file())
    assert "bồi dưỡng".encode() in written
    assert "không ai được biết".encode() not in written


def test_a_machine_set_up_for_it_keeps_a_secret_paper(file_desk: Desk) -> None:
    desk = replace(file_desk, settings=Settings(stand_alone_decision="12-QĐ/HU"))
    found_sample(desk)
    draft = begin(desk, secrecy=Secrecy.SECRET).draft

    assert drafting.open_draft(desk, draft.id).dispatch.secrecy is Secrecy.SECRET
    desk.close()


# --- the bin ------------------------------------------------------------------------------------------------------


def test_a_deleted_draft_lies_in_the_bin_and_can_be_restored(desk: Desk) -> None:
    draft = begin(desk).draft
    drafting.delete(desk, draft.id)

    assert drafting.drafts(desk, DraftQuery()) == ()
    assert [row.id for row in drafting.drafts(desk, DraftQuery(in_bin=True))] == [draft.id]
    with pytest.raises(NoSuchRecord):
        drafting.keep(desk, draft.id, TYPED)
    drafting.restore(desk, draft.id)
    drafting.restore(desk, draft.id)

    assert drafting.open_draft(desk, draft.id).dispatch == UNSTARTED
    assert drafting.counts(desk).in_bin == 0


def test_the_bin_keeps_a_draft_for_thirty_days(desk: Desk, clock: TickingClock) -> None:
    old, new = begin(desk).draft, begin(desk).draft
    drafting.delete(desk, old.id)
    clock.moment += BIN_KEEPS - timedelta(hours=1)
    drafting.delete(desk, new.id)

    assert drafting.sweep_bin(desk) == 0
    clock.moment += timedelta(hours=2)
    assert drafting.sweep_bin(desk) == 1
    assert [row.id for row in drafting.drafts(desk, DraftQuery(in_bin=True))] == [new.id]


def test_emptying_the_bin_leaves_nothing_but_the_history(desk: Desk) -> None:
    draft, stays = begin(desk).draft, begin(desk).draft
    drafting.keep(desk, draft.id, TYPED)
    drafting.delete(desk, draft.id)

    assert drafting.empty_bin(desk) == 1
    assert [row.id for row in drafting.drafts(desk, DraftQuery())] == [stays.id]
    with pytest.raises(NoSuchRecord):
        drafting.open_draft(desk, draft.id)
    lines = history(desk)
    assert [act for act in ("begin", "delete", "erase") if any(f'"act":"{act}"' in line for line in lines)] == [
        "begin",
        "delete",
        "erase",
    ]
    assert verify_store(desk).fault is None


# --- handed on ----------------------------------------------------------------------------------------------------


def test_what_was_submitted_is_neither_written_nor_deleted(desk: Desk) -> None:
    draft = signoff.submit(desk, begin(desk).draft.id)
    acts: list[tuple[type[DeskError], Callable[[], object]]] = [
        (NotWritable, lambda: drafting.keep(desk, draft.id, TYPED)),
        (NotWritable, lambda: drafting.save(desk, draft, TYPED)),
        (NotDeletable, lambda: drafting.delete(desk, draft.id)),
    ]
    for error, act in acts:
        with pytest.raises(error):
            act()

    assert drafting.open_draft(desk, draft.id).draft == draft


def test_what_was_taken_back_is_written_again_but_never_deleted(desk: Desk) -> None:
    draft = begin(desk).draft
    signoff.submit(desk, draft.id)
    draft = signoff.take_back(desk, draft.id)
    saved = drafting.save(desk, draft, TYPED)

    assert drafting.open_draft(desk, draft.id).draft == saved
    with pytest.raises(NotDeletable):
        drafting.delete(desk, draft.id)


# --- lists --------------------------------------------------------------------------------------------------------

SUBJECTS = ("Đón Tết Ất Tỵ", "Ăn Tết tiết kiệm", "Tuyên truyền Đại hội", "100% đảng viên học Nghị quyết")


@pytest.fixture
def four(desk: Desk) -> list[Draft]:
    """Four drafts, the last of them changed first."""
    return [begin(desk, subject).draft for subject in SUBJECTS]


def subjects(desk: Desk, query: DraftQuery) -> list[str | None]:
    """The subjects of the drafts that a query finds."""
    return [row.subject for row in drafting.drafts(desk, query)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [3, 2, 1, 0]),
        ("tet", [1, 0]),
        ("TẾT  đón t", [1, 0]),
        ("ết", []),
        ("Tết, tỵ", [0]),
        ("cv/btghu", [3, 2, 1, 0]),
        ("tuyen giao", [3, 2, 1, 0]),
        ("dai hoi", [2]),
        ("100%", [3]),
        ("1_0", []),
        ("%", [3, 2, 1, 0]),
        ("cong van", [3, 2, 1, 0]),
        ("đỗ khánh linh", [3, 2, 1, 0]),
        ("không có", []),
        ("tết\x00", [1, 0]),
    ],
    ids=repr,
)
def test_a_draft_is_found_by_all_words_without_their_marks(
    desk: Desk, four: list[Draft], text: str, found: list[int]
) -> None:
    assert subjects(desk, DraftQuery(text)) == [SUBJECTS[number] for number in found]


def test_a_row_says_of_a_draft_what_a_list_shows(desk: Desk) -> None:
    draft = begin(desk, SUBJECTS[0]).draft
    (row,) = drafting.drafts(desk, DraftQuery())

    assert (row.id, row.document_type, row.subject, row.issuing_body) == (
        draft.id,
        "CV",
        SUBJECTS[0],
        "BAN TUYÊN GIÁO",
    )
    assert (row.status, row.rounds, row.owner, row.owner_name) == (Status.DRAFT, 0, draft.owner, "Trịnh Bảo Ngọc")
    assert (row.updated_at, row.deleted_at) == (draft.updated_at, None)


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        (SortKey.UPDATED, [0, 1, 2, 3]),
        (SortKey.SUBJECT, [3, 1, 0, 2]),
        (SortKey.TYPE, [3, 0, 1, 2]),
        (SortKey.STATUS, [3, 1, 0, 2]),
        (SortKey.OWNER, [3, 2, 1, 0]),
    ],
)
def test_a_list_is_sorted_both_ways_alike_on_both_engines(
    desk: Desk, four: list[Draft], sort: SortKey, ascending: list[int]
) -> None:
    # Báo cáo < Công văn < Kế hoạch < Tờ trình; the drafts that are left level stand with the last changed first.
    if sort is SortKey.TYPE:
        for draft, code in zip(four, ("CV", "KH", "TTr", "BC"), strict=True):
            drafting.save(desk, draft, replace(draft.dispatch, document_type=code))
    if sort is SortKey.STATUS:
        signoff.submit(desk, four[2].id)
        signoff.submit(desk, four[0].id)
        with seated(desk, "Linh"):
            version = signoff.read(desk, four[2].id).version.number
            signoff.sign(desk, four[2].id, version)

    def sorted_by(*, descending: bool) -> list[str | None]:
        return subjects(desk, DraftQuery(sort=sort, descending=descending))

    assert sorted_by(descending=False) == [SUBJECTS[number] for number in ascending]
    if sort is not SortKey.STATUS and sort is not SortKey.OWNER:
        assert sorted_by(descending=True) == [SUBJECTS[number] for number in reversed(ascending)]


def test_a_list_holds_the_states_and_the_owner_asked_for(desk: Desk, four: list[Draft]) -> None:
    signoff.submit(desk, four[2].id)

    assert subjects(desk, DraftQuery(statuses=frozenset({Status.SUBMITTED, Status.VOID}))) == [SUBJECTS[2]]
    assert len(subjects(desk, DraftQuery(owner=four[0].owner))) == 4
    assert subjects(desk, DraftQuery(owner=NOBODY)) == []


def test_the_counts_are_those_of_the_lists(desk: Desk, four: list[Draft]) -> None:
    signoff.submit(desk, four[2].id)
    drafting.delete(desk, four[0].id)
    counts = drafting.counts(desk)

    assert (dict(counts.statuses), counts.in_bin) == ({Status.DRAFT: 2, Status.SUBMITTED: 1}, 1)


# --- earlier values -----------------------------------------------------------------------------------------------


def test_what_was_written_before_is_offered_by_its_uses(desk: Desk) -> None:
    begin(desk, addressees=("Các chi bộ", "Huyện đoàn"), distribution=("Như trên",))
    begin(desk, addressees=("Các chi bộ",), place="Hà Trung", signing=(Signing(None, "TRƯỞNG BAN", "Lê Thu Mai"),))
    values = drafting.earlier_values(desk)

    assert values.addressees == {"Các chi bộ": 2, "Huyện đoàn": 1}
    assert values.recipients == {"Như trên": 2, "Lưu Ban Tuyên giáo": 1}
    assert values.places == {"Hà Ninh": 1, "Hà Trung": 1}
    assert values.names == {"Trần Minh Khôi": 0, "Đỗ Khánh Linh": 1, "Lê Thu Mai": 1}
    assert [signing.name for signing in values.signatories] == ["Trần Minh Khôi", "Đỗ Khánh Linh", "Lê Thu Mai"]


def test_before_anything_was_written_the_records_are_offered(desk: Desk) -> None:
    values = drafting.earlier_values(desk)

    assert values.places == {"Hà Ninh": 0}
    assert values.signatories == (
        Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi"),
        Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),
    )


def test_what_waits_to_be_filled_lies_in_the_bin_or_is_too_long_is_not_offered(desk: Desk) -> None:
    begin(
        desk,
        addressees=("[tên cơ quan nhận]", "Ban [Tổ chức?]", "x" * 4000),
        signing=(Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "[họ và tên]"),),
    )
    drafting.delete(desk, begin(desk, addressees=("Nơi không còn",)).draft.id)
    values = drafting.earlier_values(desk)

    assert values.addressees == {}
    assert len(values.signatories) == 2


def test_a_value_that_is_no_longer_written_is_no_longer_offered(desk: Desk) -> None:
    draft = begin(desk, addressees=("Nơi cũ",)).draft
    drafting.save(desk, draft, replace(draft.dispatch, addressees=("Nơi mới",)))

    assert drafting.earlier_values(desk).addressees == {"Nơi mới": 1}


# --- own templates ------------------------------------------------------------------------------------------------


def test_an_officer_saves_templates_of_his_own(desk: Desk) -> None:
    last = save_template(desk, "Thư mời", a_dispatch())
    first = save_template(desk, "Đề nghị", TYPED)

    assert drafting.templates(desk) == (first, last)
    assert (last.dispatch.number, last.dispatch.date) == (None, None)
    renamed = drafting.rename_template(desk, first.id, "Yêu cầu").now
    assert [one.name for one in drafting.templates(desk)] == ["Thư mời", "Yêu cầu"]
    assert renamed is not None
    assert renamed.dispatch == TYPED
    drafting.delete_template(desk, last.id)
    drafting.delete_template(desk, last.id)
    assert drafting.templates(desk) == (renamed,)
    with pytest.raises(NoSuchRecord):
        drafting.rename_template(desk, last.id, "Tên")


def test_a_template_always_has_a_name(desk: Desk) -> None:
    template = save_template(desk, " \x00", TYPED)
    drafting.rename_template(desk, template.id, "")

    assert [one.name for one in drafting.templates(desk)] == ["CV"]


def test_a_template_saved_under_a_name_that_is_there_takes_its_place(desk: Desk) -> None:
    first, other = save_template(desk, "Thư mời", UNSTARTED), save_template(desk, "Thư mời họp", UNSTARTED)
    change = drafting.save_template(desk, " thư Mời ", TYPED)

    assert change.now is not None
    assert (change.now.id, change.now.name, change.before) == (first.id, "thư Mời", (first,))
    assert drafting.templates(desk) == (change.now, other)
    assert len(acts(desk, "template")) == 3


def test_a_template_renamed_to_a_name_that_is_there_takes_its_place(desk: Desk) -> None:
    first, other = save_template(desk, "Thư mời", UNSTARTED), save_template(desk, "Đề nghị", TYPED)
    change = drafting.rename_template(desk, other.id, "Thư mời")

    assert change.before == (other, first)
    assert drafting.templates(desk) == (change.now,)
    assert acts(desk, "template")[2:] == [("delete", str(first.id)), ("rename", str(other.id))]


def test_every_change_of_a_template_can_be_undone(desk: Desk) -> None:
    before = first, other = save_template(desk, "Đề nghị", UNSTARTED), save_template(desk, "Thư mời", UNSTARTED)
    changes: tuple[Callable[[], TemplateChange], ...] = (
        lambda: drafting.save_template(desk, "Thư mời", TYPED),
        lambda: drafting.save_template(desk, "Mẫu mới", TYPED),
        lambda: drafting.rename_template(desk, first.id, "Yêu cầu"),
        lambda: drafting.rename_template(desk, first.id, "Thư mời"),
        lambda: drafting.delete_template(desk, other.id),
    )
    for change in changes:
        done = change()
        assert drafting.templates(desk) != before
        drafting.undo_template_change(desk, done)
        assert drafting.templates(desk) == before


def test_each_act_on_a_template_is_a_line_of_the_history(desk: Desk) -> None:
    template = save_template(desk, "Thư mời", TYPED)
    drafting.rename_template(desk, template.id, "Đề nghị")
    drafting.undo_template_change(desk, drafting.delete_template(desk, template.id))
    drafting.undo_template_change(desk, drafting.save_template(desk, "Mẫu mới", TYPED))

    assert [act for act, _ in acts(desk, "template")] == ["save", "rename", "delete", "restore", "save", "delete"]
    assert verify_store(desk).fault is None
    assert not any("Thư mời" in line for line in history(desk))


def acts(desk: Desk, kind: str) -> list[tuple[str, str]]:
    """What the history tells was done to records of a kind, and to which."""
    told = map(json.loads, history(desk))
    return [(one["act"], one["record"]) for one in told if one["kind"] == kind]


def save_template(desk: Desk, name: str, dispatch: Dispatch) -> OwnTemplate:
    """A template that was saved."""
    saved = drafting.save_template(desk, name, dispatch).now
    assert saved is not None
    return saved


# --- large texts --------------------------------------------------------------------------------------------------


def test_a_text_of_many_pages_is_kept_whole(desk: Desk) -> None:
    draft = begin(desk).draft
    body: tuple[Paragraph, ...] = tuple(a_paragraph(f"Đoạn {number}. " + "chữ " * 250) for number in range(1000))
    drafting.keep(desk, draft.id, replace(TYPED, body=body))

    assert drafting.open_draft(desk, draft.id).dispatch.body == body


def test_a_desk_that_was_closed_opens_its_store_again(file_desk: Desk, tmp_path: Path) -> None:
    found_sample(file_desk)
    draft = begin(file_desk).draft
    file_desk.close()
    file_desk.close()

    assert drafting.open_draft(file_desk, draft.id).draft == draft
    assert file_desk.places.database.exists()
