"""The way of a dispatch from its drafter to the signatory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.builders import a_dispatch
from support.seats import an_officer, seated, sit, with_roles

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import DraftQuery
from vpdesk.domain.errors import (
    IncompleteDispatch,
    NothingRemarked,
    NotPermitted,
    NotRead,
    NotSignatory,
    NotSignedIn,
    NotWritable,
    StaleEdit,
    WrongStatus,
)
from vpdesk.domain.organisation import Days, IssuingBody
from vpdesk.domain.roles import Role
from vpdesk.domain.signoff import NewRemark, Place
from vpdesk.domain.workflow import Status, Step
from vpdesk.services import drafting, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_sample, set_office_setting
from vpdesk.services.verifying import verify_store

HEAD = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
DEPUTY = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
OUTSIDE = Signing(None, "GIÁM ĐỐC", "Lò Thị Xuyến")
TEXT = a_dispatch(number=None, date=None, signing=(HEAD,))
WHY = (NewRemark("Nói rõ hơn"),)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where Ngọc sits, who drafts."""
    found_sample(store_desk)
    return store_desk


@pytest.fixture
def other_desk(desk: Desk) -> Desk:
    """Another desk of the same office, where the clerk sits."""
    other = replace(desk, desk_name="máy 2", seat=type(desk.seat)())
    other.__dict__["store"] = desk.store
    sit(other, "Hạnh")
    return other


def begin(desk: Desk, text: Dispatch = TEXT) -> UUID:
    """A draft of the office's first body."""
    return drafting.begin(desk, text, _body(desk).id).draft.id


def _body(desk: Desk) -> IssuingBody:
    with desk.store.reading() as work:
        return work.organisation.bodies()[0]


def submitted(desk: Desk, text: Dispatch = TEXT) -> UUID:
    """A dispatch that was submitted."""
    return signoff.submit(desk, begin(desk, text)).id


def signed(desk: Desk, draft: UUID, name: str = "Khôi") -> Status:
    """Let somebody read and sign a dispatch; where it stands then."""
    with seated(desk, name):
        version = signoff.read(desk, draft).version.number
        return signoff.sign(desk, draft, version).progress.status


def check_form_first(desk: Desk) -> None:
    """Let the clerk check the form before the signatory reads."""
    set_office_setting(desk, "form_check", "true")


def status(desk: Desk, draft: UUID) -> Status:
    """Where a dispatch stands."""
    return drafting.open_draft(desk, draft).draft.progress.status


def acts(desk: Desk, draft: UUID) -> list[str]:
    """What was done to a dispatch."""
    return [one.act for one in signoff.timeline(desk, draft)]


# --- there and back ---------------------------------------------------------------------------------------------------


def test_a_dispatch_goes_to_the_head_comes_back_with_remarks_and_is_signed_off(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Khôi"):
        first = signoff.read(desk, draft).version.number
        signoff.send_back(
            desk, draft, first, (NewRemark("Thêm căn cứ", Place(("body", 0, "runs"), 0, 4), "Thực"), *WHY)
        )
    opened = drafting.open_draft(desk, draft).draft
    drafting.save(desk, opened, replace(opened.dispatch, subject_summary="V/v đã thêm căn cứ"))
    thema, rest = signoff.remarks(desk, draft)
    signoff.mark_done(desk, thema.id)
    signoff.submit(desk, draft)
    with seated(desk, "Khôi"):
        again = signoff.read(desk, draft)
    assert signed(desk, draft) is Status.SIGNED_OFF

    assert (thema.text, thema.quote, rest.place) == ("Thêm căn cứ", "Thực", None)
    assert again.seen is not None
    assert again.seen.dispatch == TEXT
    assert again.version.dispatch is not None
    assert again.version.dispatch.subject_summary == "V/v đã thêm căn cứ"
    assert [one.done_at is not None for one in again.remarks] == [True, False]
    assert [one.step for one in signoff.versions(desk, draft)] == [Step.SUBMIT, Step.SUBMIT, Step.SIGN_OFF]
    assert acts(desk, draft) == ["begin", "submit", "send_back", "save", "follow", "submit", "sign_off"]


def test_no_word_of_a_dispatch_or_a_remark_stands_in_the_history(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Khôi"):
        signoff.send_back(desk, draft, signoff.read(desk, draft).version.number, (NewRemark("Bí mật lắm"),))
    with desk.store.reading() as work:
        lines = [line.text for line in work.history.lines()]

    assert verify_store(desk).fault is None
    assert not any("Bí mật lắm" in line or str(TEXT.subject_summary) in line for line in lines)


def test_what_was_typed_and_not_saved_is_submitted_with_it(desk: Desk) -> None:
    draft = begin(desk)
    drafting.keep(desk, draft, replace(TEXT, subject_summary="V/v vừa gõ xong"))

    assert signoff.submit(desk, draft).dispatch.subject_summary == "V/v vừa gõ xong"


@pytest.mark.parametrize(
    ("members", "components"),
    [
        ({"subject_summary": None}, ("5b",)),
        ({"body": ()}, ("6",)),
        ({"signing": ()}, ("7",)),
        ({"signing": (Signing(None, "TRƯỞNG BAN", None),)}, ("7",)),
        ({"subject_summary": "V/v mở [tên lớp]"}, ("5b",)),
        ({"addressees": ("[tên cơ quan]",), "body": ()}, ("6", "9a")),
    ],
    ids=str,
)
def test_what_lacks_something_is_not_submitted_and_says_what(
    desk: Desk, members: dict[str, object], components: tuple[str, ...]
) -> None:
    draft = begin(desk, replace(TEXT, **members))  # type: ignore[arg-type]
    with pytest.raises(IncompleteDispatch) as refused:
        signoff.submit(desk, draft)

    assert refused.value.components == components
    assert status(desk, draft) is Status.DRAFT


def test_the_drafter_takes_back_what_nobody_has_signed_and_withdraws_it(desk: Desk) -> None:
    draft = submitted(desk)
    assert signoff.take_back(desk, draft).progress.status is Status.DRAFT
    signoff.submit(desk, draft)
    assert signoff.withdraw(desk, draft).progress.status is Status.WITHDRAWN

    with pytest.raises(WrongStatus):
        signoff.submit(desk, draft)


def test_after_the_sign_off_it_is_not_the_drafter_who_takes_it_back(desk: Desk) -> None:
    draft = submitted(desk)
    signed(desk, draft)
    for act in (signoff.take_back, signoff.withdraw):
        with pytest.raises((NotPermitted, WrongStatus)):
            act(desk, draft)

    with seated(desk, "Khôi"):
        assert signoff.take_back(desk, draft).progress.status is Status.SUBMITTED
    assert signed(desk, draft) is Status.SIGNED_OFF


def test_another_drafter_neither_reads_nor_touches_it(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Bách"):
        for act in (signoff.read, signoff.take_back, signoff.withdraw, drafting.open_draft, signoff.timeline):
            with pytest.raises(NotPermitted):
                act(desk, draft)
        assert signoff.queue(desk) == ()
        assert drafting.drafts(desk, DraftQuery()) == ()


# --- the check of the form --------------------------------------------------------------------------------------------


def test_where_the_form_is_checked_first_the_clerk_comes_before_the_head(desk: Desk) -> None:
    check_form_first(desk)
    draft = submitted(desk)
    assert status(desk, draft) is Status.TO_CHECK
    with pytest.raises(WrongStatus):
        signed(desk, draft)
    with seated(desk, "Hạnh"):
        (row,) = signoff.queue(desk)
        assert row.waits_for_me
        signoff.check_form(desk, draft, row.version)

    assert signed(desk, draft) is Status.SIGNED_OFF


def test_the_clerk_sends_back_what_has_a_faulty_form(desk: Desk) -> None:
    check_form_first(desk)
    draft = submitted(desk)
    with seated(desk, "Hạnh"):
        version = signoff.read(desk, draft).version.number
        assert signoff.send_back(desk, draft, version, WHY).progress.status is Status.SENT_BACK


def test_nothing_goes_back_without_a_word_why(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Khôi"):
        version = signoff.read(desk, draft).version.number
        for remarks in ((), (NewRemark("  \n"),)):
            with pytest.raises(NothingRemarked):
                signoff.send_back(desk, draft, version, remarks)

    assert status(desk, draft) is Status.SUBMITTED


# --- signing ----------------------------------------------------------------------------------------------------------


def test_nobody_signs_what_he_was_not_shown(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Khôi"):
        with pytest.raises(NotRead):
            signoff.sign(desk, draft, 1)
        signoff.read(desk, draft)
    signoff.take_back(desk, draft)
    drafting.save(desk, drafting.open_draft(desk, draft).draft, replace(TEXT, subject_summary="V/v khác"))
    signoff.submit(desk, draft)
    with seated(desk, "Khôi"):
        with pytest.raises(StaleEdit):
            signoff.sign(desk, draft, 1)
        with pytest.raises(NotRead):
            signoff.sign(desk, draft, 2)

    assert status(desk, draft) is Status.SUBMITTED


def test_a_head_signs_only_what_is_his_by_the_records(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, signing=(DEPUTY,)))
    with pytest.raises(NotSignatory) as refused:
        signed(desk, draft, "Khôi")

    assert refused.value.names == ("Đỗ Khánh Linh",)
    assert signed(desk, draft, "Linh") is Status.SIGNED_OFF


def test_a_block_that_the_records_do_not_have_is_nobodys_to_sign(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, signing=(replace(HEAD, position="PHÓ TRƯỞNG BAN"),)))
    with pytest.raises(NotSignatory):
        signed(desk, draft)


def test_a_type_that_is_not_his_is_not_signed(desk: Desk) -> None:
    draft = submitted(desk)
    body = _body(desk)
    only_plans = tuple(replace(one, types=frozenset({"KH"})) for one in body.signatories)
    with desk.store.writing() as work:
        work.organisation.put_body(replace(body, signatories=only_plans))
        work.tell(None, "change", "body", body.id)
    with pytest.raises(NotSignatory):
        signed(desk, draft)


def test_who_left_office_signs_no_more_and_the_paper_waits_for_his_successor(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, date=date(2024, 12, 24)))
    body = _body(desk)
    left = tuple(
        replace(one, days=Days(one.days.first, date(2024, 12, 23))) if one.person == HEAD.name else one
        for one in body.signatories
    )
    with desk.store.writing() as work:
        work.organisation.put_body(replace(body, signatories=left))
        work.tell(None, "change", "body", body.id)
    with pytest.raises(NotSignatory):
        signed(desk, draft)
    with seated(desk, "Linh"):
        (row,) = signoff.queue(desk)

    assert (row.signers, row.waits_for_me) == (("Trần Minh Khôi",), False)


def test_a_joint_dispatch_is_signed_off_with_its_last_signature(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, signing=(HEAD, OUTSIDE)))
    assert signed(desk, draft) is Status.SUBMITTED
    with seated(desk, "Hạnh"):
        waiting = signoff.read(desk, draft)
        assert (waiting.missing, waiting.outside) == ((1,), (1,))
        with pytest.raises(NotSignatory):
            signoff.record_signature(desk, draft, waiting.version.number, 0)
        done = signoff.record_signature(desk, draft, waiting.version.number, 1)

    assert done.progress.status is Status.SIGNED_OFF
    assert [(one.name, one.is_on_paper) for one in signoff.detail(desk, draft).signed] == [
        ("Trần Minh Khôi", False),
        ("Lò Thị Xuyến", True),
    ]


def test_two_of_the_office_each_sign_their_own_block(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, signing=(HEAD, DEPUTY)))

    assert signed(desk, draft, "Linh") is Status.SUBMITTED
    assert signed(desk, draft, "Khôi") is Status.SIGNED_OFF


def test_of_two_signatures_one_can_be_taken_back_before_the_other_is_given(desk: Desk) -> None:
    draft = submitted(desk, replace(TEXT, signing=(HEAD, DEPUTY)))
    signed(desk, draft, "Linh")
    with seated(desk, "Linh"):
        assert signoff.take_back(desk, draft).progress.status is Status.SUBMITTED

    assert signed(desk, draft, "Khôi") is Status.SUBMITTED
    assert signoff.detail(desk, draft).missing == ("Đỗ Khánh Linh",)


def test_nobody_of_the_office_is_signed_for_on_paper(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Hạnh"):
        version = signoff.read(desk, draft).version.number
        with pytest.raises(NotSignatory):
            signoff.record_signature(desk, draft, version, 0)


# --- after the sign-off -----------------------------------------------------------------------------------------------


def test_a_change_of_one_letter_after_the_sign_off_takes_it_back_to_the_signatory(desk: Desk) -> None:
    draft = submitted(desk)
    signed(desk, draft)
    opened = drafting.open_draft(desk, draft).draft
    assert drafting.save(desk, opened, opened.dispatch).progress.status is Status.SIGNED_OFF
    amended = drafting.save(desk, opened, replace(opened.dispatch, place="Hà Ninh."))
    with seated(desk, "Khôi"):
        shown = signoff.read(desk, draft)

    assert amended.progress.status is Status.SUBMITTED
    assert shown.missing == (0,)
    assert shown.seen is not None
    assert shown.seen.dispatch == TEXT
    assert [one.step for one in signoff.versions(desk, draft)] == [Step.SUBMIT, Step.SIGN_OFF, Step.AMEND]
    assert signed(desk, draft) is Status.SIGNED_OFF


def test_where_the_form_is_checked_an_amended_text_is_checked_again(desk: Desk) -> None:
    draft = submitted(desk)
    signed(desk, draft)
    check_form_first(desk)
    opened = drafting.open_draft(desk, draft).draft

    assert drafting.save(desk, opened, replace(opened.dispatch, place="Nơi khác")).progress.status is Status.TO_CHECK


def test_the_head_sends_back_what_he_has_signed(desk: Desk) -> None:
    draft = submitted(desk)
    signed(desk, draft)
    with seated(desk, "Khôi"):
        assert signoff.send_back(desk, draft, 1, WHY).progress.status is Status.SENT_BACK
    signoff.submit(desk, draft)

    assert signoff.detail(desk, draft).missing == ("Trần Minh Khôi",)


# --- lists ------------------------------------------------------------------------------------------------------------


def test_the_most_urgent_comes_first_then_what_has_waited_longest(desk: Desk) -> None:
    urgencies = (None, Urgency.URGENT, None, Urgency.EXPRESS)
    drafts = [submitted(desk, replace(TEXT, urgency=one, subject_summary=f"{n}")) for n, one in enumerate(urgencies)]
    with seated(desk, "Khôi"):
        signoff.read(desk, drafts[0])
        rows = signoff.queue(desk)

    assert [row.subject for row in rows] == ["3", "1", "0", "2"]
    assert [row.read_version for row in rows] == [None, None, 1, None]
    assert rows[2].readers == ("Trần Minh Khôi",)
    assert all(row.waits_for_me and row.signers == ("Trần Minh Khôi",) for row in rows)


def test_the_drafter_sees_his_own_and_who_has_opened_it(desk: Desk) -> None:
    draft = submitted(desk)
    with seated(desk, "Khôi"):
        signoff.read(desk, draft)
    (row,) = signoff.queue(desk)

    assert (row.waits_for_me, row.readers) == (False, ("Trần Minh Khôi",))


# --- two at one paper, and people who go ------------------------------------------------------------------------------


def test_two_who_write_on_one_draft_are_told_of_each_other_and_lose_nothing(desk: Desk, other_desk: Desk) -> None:
    draft = submitted(desk)
    signoff.send_back(other_desk, draft, signoff.read(other_desk, draft).version.number, WHY)
    mine, theirs = (drafting.open_draft(one, draft).draft for one in (desk, other_desk))
    drafting.keep(desk, draft, replace(TEXT, place="Chữ của tôi"))
    assert [one.officer_name for one in drafting.open_draft(other_desk, draft).others] == ["Trịnh Bảo Ngọc"]
    drafting.save(other_desk, theirs, replace(TEXT, place="Chữ của văn thư"))
    with pytest.raises(StaleEdit):
        drafting.save(desk, mine, replace(TEXT, place="Chữ của tôi"))
    opened = drafting.open_draft(desk, draft)

    assert opened.was_overtaken
    assert (opened.draft.dispatch.place, opened.dispatch.place) == ("Chữ của văn thư", "Chữ của tôi")
    assert drafting.give_up(desk, draft).dispatch.place == "Chữ của văn thư"


def test_a_role_that_is_taken_away_is_gone_at_once(desk: Desk) -> None:
    draft = submitted(desk)
    head = sit(desk, "Khôi")
    version = signoff.read(desk, draft).version.number
    with_roles(desk, head, Role.DRAFTER)
    with pytest.raises(NotPermitted):
        signoff.sign(desk, draft, version)
    with pytest.raises(NotPermitted):
        signoff.send_back(desk, draft, version, WHY)


def test_who_left_the_office_does_nothing_at_a_desk_left_open(desk: Desk) -> None:
    draft = begin(desk)
    with desk.store.writing() as work:
        me = work.organisation.officer(desk.seat.officer or UUID(int=0))
        work.organisation.put_officer(replace(me, days=Days(None, date(2024, 12, 23))))
        work.tell(None, "change", "officer", me.id)
    with pytest.raises(NotSignedIn):
        drafting.keep(desk, draft, TEXT)
    desk.seat.officer = None
    with pytest.raises(NotSignedIn):
        signoff.submit(desk, draft)


def test_what_was_signed_cannot_be_written_by_who_only_drafts_it_elsewhere(desk: Desk) -> None:
    draft = submitted(desk)
    signed(desk, draft)
    an_officer(desk, Role.DRAFTER)
    with seated(desk, "Mới"), pytest.raises(NotPermitted):
        drafting.keep(desk, draft, TEXT)


def test_what_waits_is_not_written(desk: Desk) -> None:
    draft = submitted(desk)
    with pytest.raises(NotWritable):
        drafting.keep(desk, draft, TEXT)


@pytest.mark.parametrize("words", ["'; DROP TABLE dispatch; --", '" OR 1=1', "%_\\", "{name}"])
def test_words_are_words_wherever_they_are_typed(desk: Desk, words: str) -> None:
    draft = submitted(desk, replace(TEXT, subject_summary=words))
    with seated(desk, "Khôi"):
        signoff.send_back(desk, draft, signoff.read(desk, draft).version.number, (NewRemark(words, None, words),))
    (remark,) = signoff.remarks(desk, draft)

    assert (remark.text, remark.quote) == (words, words)
    assert drafting.open_draft(desk, draft).draft.dispatch.subject_summary == words
    assert [row.subject for row in drafting.drafts(desk, DraftQuery())] == [words]
