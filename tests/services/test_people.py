"""Officers: taken in, let in, shut out. Real argon2id, made cheap; the clock is the test's."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from support.builders import a_dispatch
from support.seats import officer_named, sit
from support.stores import TickingClock

from vpdesk.domain.credentials import LOCK_AFTER, Asked, Hardness, SecretKind
from vpdesk.domain.errors import (
    DeskError,
    LastAdministrator,
    MustChooseSecret,
    NamelessOfficer,
    NoSuchRecord,
    NotPermitted,
    NotSignedIn,
    OfficerLocked,
    WaitForNextTry,
    WeakSecret,
    WrongSecret,
)
from vpdesk.domain.office import OfficeBeginning, WayOfWorking
from vpdesk.domain.organisation import Days, Officer
from vpdesk.domain.roles import Role
from vpdesk.services import drafting, entrance, people, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.office import found_own, found_sample, set_unusual_types
from vpdesk.services.verifying import verify_store
from vpdesk.services.ways import set_way_of_working, way_of_working

BEGINNING = OfficeBeginning("BAN TUYÊN GIÁO", "BTGHU", "Hà Ninh", "Trịnh Bảo Ngọc")
PASSWORD, OTHER = "tre xanh đầu ngõ", "mưa rào tháng bảy"
PIN, WRONG = "258074", "190826"
DRAFTER, CLERK, HEAD, ADMINISTRATOR = Role


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """The desk of an office of one's own; its first officer has signed in."""
    found_own(store_desk, BEGINNING, PASSWORD, SecretKind.PASSWORD)
    return store_desk


def administrator(desk: Desk) -> Officer:
    """The first officer."""
    return officer_named(desk, "Ngọc")


def colleague(desk: Desk, *roles: Role, name: str = "Lương Gia Bách") -> Officer:
    """An officer who was taken in and has chosen a PIN; the administrator sits at the desk again."""
    officer, code = people.add_officer(desk, name, "Chuyên viên", roles or (DRAFTER,), Days())
    entrance.sign_in_with_code(desk, officer.id, code, PIN, SecretKind.PIN)
    entrance.sign_in(desk, administrator(desk).id, PASSWORD)
    return officer


def fail(desk: Desk, officer: Officer, times: int, clock: TickingClock) -> DeskError:
    """Try a wrong secret so often, each time after the wait; what was said last."""
    said: DeskError | None = None
    for _ in range(times):
        clock.moment += timedelta(hours=1)
        with pytest.raises((WrongSecret, WaitForNextTry, OfficerLocked)) as refused:
            entrance.sign_in(desk, officer.id, WRONG)
        said = refused.value
    assert said is not None
    return said


def lines(desk: Desk) -> list[str]:
    """The history."""
    with desk.store.reading() as work:
        return [line.text for line in work.history.lines()]


def acts(desk: Desk) -> list[str]:
    """What was done, the first first."""
    return [json.loads(line)["act"] for line in lines(desk)]


# --- coming in ------------------------------------------------------------------------------------------------------


def test_an_officer_comes_in_by_his_own_secret(desk: Desk) -> None:
    bach = colleague(desk)

    assert entrance.sign_in(desk, bach.id, PIN) == bach
    assert desk.seat.officer == bach.id
    assert drafting.counts(desk).in_bin == 0


def test_nobody_does_anything_before_he_has_signed_in(desk: Desk) -> None:
    entrance.sign_out(desk)

    with pytest.raises(NotSignedIn):
        drafting.counts(desk)
    with pytest.raises(NotSignedIn):
        people.officers(desk)


def test_a_wrong_secret_is_told_with_the_tries_that_are_left_and_then_with_the_wait(
    desk: Desk, clock: TickingClock
) -> None:
    bach = colleague(desk)
    left = []
    for _ in range(4):
        with pytest.raises(WrongSecret) as wrong:
            entrance.sign_in(desk, bach.id, WRONG)
        left.append(wrong.value.left)
    with pytest.raises(WaitForNextTry) as wait:
        entrance.sign_in(desk, bach.id, WRONG)

    assert left == [4, 3, 2, 1]
    assert wait.value.seconds == 60
    with pytest.raises(WaitForNextTry):
        entrance.sign_in(desk, bach.id, PIN)
    clock.moment += timedelta(minutes=1)
    assert entrance.sign_in(desk, bach.id, PIN) == bach


def test_the_right_secret_gives_all_tries_back(desk: Desk) -> None:
    bach = colleague(desk)
    for _ in range(2):
        with pytest.raises(WrongSecret):
            entrance.sign_in(desk, bach.id, WRONG)
    entrance.sign_in(desk, bach.id, PIN)

    with pytest.raises(WrongSecret) as wrong:
        entrance.sign_in(desk, bach.id, WRONG)
    assert wrong.value.left == 4


def test_fifteen_failures_lock_until_the_administrator_unlocks(desk: Desk, clock: TickingClock) -> None:
    bach = colleague(desk)

    assert isinstance(fail(desk, bach, LOCK_AFTER, clock), OfficerLocked)
    with pytest.raises(OfficerLocked):
        entrance.sign_in(desk, bach.id, PIN)
    people.unlock(desk, bach.id)
    assert entrance.sign_in(desk, bach.id, PIN) == bach


def test_the_only_administrator_is_never_locked(desk: Desk, clock: TickingClock) -> None:
    said = fail(desk, administrator(desk), LOCK_AFTER + 3, clock)

    assert isinstance(said, WaitForNextTry)
    assert said.seconds == 3600
    clock.moment += timedelta(hours=1)
    entrance.sign_in(desk, administrator(desk).id, PASSWORD)


def test_one_of_two_administrators_is_locked_like_everybody(desk: Desk, clock: TickingClock) -> None:
    bach = colleague(desk, ADMINISTRATOR)

    assert isinstance(fail(desk, bach, LOCK_AFTER, clock), OfficerLocked)


def test_a_failure_stays_however_often_the_program_is_started(desk: Desk) -> None:
    bach = colleague(desk)
    other, left = replace(desk), []
    try:
        for each in (desk, other, desk):
            with pytest.raises(WrongSecret) as wrong:
                entrance.sign_in(each, bach.id, WRONG)
            left.append(wrong.value.left)
    finally:
        other.close()
    assert left == [4, 3, 2]


@pytest.mark.parametrize("typed", ["' OR '1'='1", "258074' --", "\x00", "\ud800", "'; DROP TABLE credential; --", "%"])
def test_sql_and_odd_characters_in_a_secret_are_letters(desk: Desk, typed: str) -> None:
    with pytest.raises(WrongSecret):
        entrance.sign_in(desk, administrator(desk).id, typed)

    entrance.sign_in(desk, administrator(desk).id, PASSWORD)


def test_sql_in_a_name_is_a_name(desk: Desk) -> None:
    name = "Robert'); DROP TABLE officer;--"

    officer = colleague(desk, name=name)

    assert [one.officer.name for one in people.officers(desk)] == ["Trịnh Bảo Ngọc", name]
    assert entrance.sign_in(desk, officer.id, PIN).name == name


def test_somebody_unknown_is_refused_with_the_same_words_as_a_wrong_secret(desk: Desk) -> None:
    refusals = []
    for officer in (UUID(int=7), administrator(desk).id):
        with pytest.raises(WrongSecret) as refused:
            entrance.sign_in(desk, officer, WRONG)
        refusals.append((type(refused.value), refused.value.left))

    assert refusals[0] == refusals[1]


def test_somebody_unknown_costs_the_time_of_a_wrong_secret(store_desk: Desk) -> None:
    # Hard enough that the try itself is what is measured.
    desk = replace(store_desk, hardness=Hardness(memory_kib=16_384, passes=2, lanes=1))
    found_own(desk, BEGINNING, PASSWORD, SecretKind.PASSWORD)

    def seconds(officer: UUID) -> float:
        # The thread's own time: what others do on the machine, and the disk, are not what is measured.
        began = time.thread_time()
        with pytest.raises(WrongSecret):
            entrance.sign_in(desk, officer, WRONG)
        return time.thread_time() - began

    try:
        known = min(seconds(administrator(desk).id) for _ in range(3))
        unknown = min(seconds(UUID(int=7)) for _ in range(3))
    finally:
        desk.close()
    assert 0.5 < unknown / known < 2


def test_an_officer_whose_days_are_over_is_refused_like_one_who_is_unknown(desk: Desk) -> None:
    bach = colleague(desk)
    people.change_officer(desk, replace(bach, days=Days(last=date(2024, 12, 23))))

    with pytest.raises(WrongSecret):
        entrance.sign_in(desk, bach.id, PIN)
    assert [one.name for one in entrance.door_plate(desk)] == ["Trịnh Bảo Ngọc"]


def test_a_digest_follows_when_tries_are_made_harder(desk: Desk) -> None:
    harder = replace(desk, hardness=Hardness(memory_kib=128, passes=2, lanes=1))
    try:
        entrance.sign_in(harder, administrator(desk).id, PASSWORD)
        with harder.store.reading() as work:
            credential = work.credentials.find(administrator(desk).id)
        assert credential is not None
        assert "m=128,t=2,p=1" in credential.digest
        entrance.sign_in(harder, administrator(desk).id, PASSWORD)
    finally:
        harder.close()


def test_the_usual_cost_of_a_try_is_the_second_choice_of_the_standard(store_desk: Desk) -> None:
    assert Hardness() == Hardness(memory_kib=65_536, passes=3, lanes=4)


# --- secrets of one's own -------------------------------------------------------------------------------------------


def test_an_officer_changes_his_secret_who_knows_the_old_one(desk: Desk) -> None:
    with pytest.raises(WrongSecret):
        entrance.choose_secret(desk, WRONG, OTHER, SecretKind.PASSWORD)
    entrance.choose_secret(desk, PASSWORD, OTHER, SecretKind.PASSWORD)

    with pytest.raises(WrongSecret):
        entrance.sign_in(desk, administrator(desk).id, PASSWORD)
    entrance.sign_in(desk, administrator(desk).id, OTHER)


def test_a_weak_secret_is_nobodys(desk: Desk) -> None:
    officer, code = people.add_officer(desk, "Lương Gia Bách", None, (DRAFTER,), Days())

    with pytest.raises(WeakSecret):
        entrance.choose_secret(desk, PASSWORD, "123456", SecretKind.PIN)
    with pytest.raises(WeakSecret):
        entrance.sign_in_with_code(desk, officer.id, code, "LuongGiaBach", SecretKind.PASSWORD)
    entrance.sign_in_with_code(desk, officer.id, code, PIN, SecretKind.PIN)


def test_an_invitation_is_for_once_and_for_choosing_a_secret(desk: Desk) -> None:
    officer, code = people.add_officer(desk, "Lương Gia Bách", None, (DRAFTER,), Days())

    with pytest.raises(MustChooseSecret):
        entrance.sign_in(desk, officer.id, code.lower())
    entrance.sign_in_with_code(desk, officer.id, code, PIN, SecretKind.PIN)
    with pytest.raises(WrongSecret):
        entrance.sign_in_with_code(desk, officer.id, code, "190826", SecretKind.PIN)
    with pytest.raises(WrongSecret):
        entrance.sign_in(desk, officer.id, code)


def test_codes_are_tried_no_faster_than_secrets(desk: Desk) -> None:
    officer, _code = people.add_officer(desk, "Lương Gia Bách", None, (DRAFTER,), Days())
    for _ in range(4):
        with pytest.raises(WrongSecret):
            entrance.sign_in_with_code(desk, officer.id, "0000-0000", PIN, SecretKind.PIN)

    with pytest.raises(WaitForNextTry):
        entrance.sign_in_with_code(desk, officer.id, "0000-0000", PIN, SecretKind.PIN)


def test_who_is_invited_anew_loses_the_old_secret_and_his_seat(desk: Desk) -> None:
    bach, here = colleague(desk), administrator(desk)
    entrance.sign_in(desk, bach.id, PIN)
    desk.seat.officer = here.id
    code = people.invite_anew(desk, bach.id)
    desk.seat.officer = bach.id

    with pytest.raises(NotSignedIn):
        drafting.counts(desk)
    with pytest.raises(WrongSecret):
        entrance.sign_in(desk, bach.id, PIN)
    assert entrance.sign_in_with_code(desk, bach.id, code, OTHER, SecretKind.PASSWORD) == bach


def test_the_recovery_code_lets_an_administrator_in_once(store_desk: Desk) -> None:
    code = found_own(store_desk, BEGINNING, PASSWORD, SecretKind.PASSWORD).recovery_code
    assert code is not None
    entrance.sign_out(store_desk)

    again = entrance.recover(store_desk, administrator(store_desk).id, code.lower(), OTHER, SecretKind.PASSWORD)

    assert store_desk.seat.officer == administrator(store_desk).id
    entrance.sign_in(store_desk, administrator(store_desk).id, OTHER)
    with pytest.raises(WrongSecret):
        entrance.recover(store_desk, administrator(store_desk).id, code, PASSWORD, SecretKind.PASSWORD)
    entrance.recover(store_desk, administrator(store_desk).id, again, PASSWORD, SecretKind.PASSWORD)


def test_the_recovery_code_ends_the_wait_and_is_for_administrators_only(desk: Desk, clock: TickingClock) -> None:
    bach, code = colleague(desk), entrance.renew_recovery_code(desk)
    fail(desk, administrator(desk), 8, clock)

    with pytest.raises(WrongSecret):
        entrance.recover(desk, bach.id, code, OTHER, SecretKind.PASSWORD)
    entrance.recover(desk, administrator(desk).id, code, OTHER, SecretKind.PASSWORD)
    entrance.sign_in(desk, administrator(desk).id, OTHER)


def test_a_renewed_recovery_code_takes_the_place_of_the_one_before(desk: Desk) -> None:
    old, new = entrance.renew_recovery_code(desk), entrance.renew_recovery_code(desk)

    with pytest.raises(WrongSecret):
        entrance.recover(desk, administrator(desk).id, old, OTHER, SecretKind.PASSWORD)
    entrance.recover(desk, administrator(desk).id, new, OTHER, SecretKind.PASSWORD)


# --- without secrets ------------------------------------------------------------------------------------------------


def test_in_the_sample_office_a_name_is_enough(store_desk: Desk) -> None:
    found_sample(store_desk)

    assert {one.asked for one in entrance.door_plate(store_desk)} == {Asked.NOTHING}
    assert entrance.sign_in(store_desk, officer_named(store_desk, "Hạnh").id).name == "Vũ Thị Hạnh"


def test_in_the_sample_office_too_a_secret_is_asked_for_once_it_was_chosen(store_desk: Desk) -> None:
    found_sample(store_desk)
    entrance.choose_secret(store_desk, "", PIN, SecretKind.PIN)

    with pytest.raises(WrongSecret):
        entrance.sign_in(store_desk, administrator(store_desk).id)
    entrance.sign_in(store_desk, administrator(store_desk).id, PIN)


def test_in_the_sample_office_too_an_officer_can_be_locked(store_desk: Desk) -> None:
    found_sample(store_desk)
    hanh = officer_named(store_desk, "Hạnh")
    people.lock(store_desk, hanh.id)

    with pytest.raises(OfficerLocked):
        entrance.sign_in(store_desk, hanh.id)
    people.unlock(store_desk, hanh.id)
    entrance.sign_in(store_desk, hanh.id)


@pytest.fixture
def earlier(desk: Desk) -> Desk:
    """An own office of a program that knew no secrets: two officers, each in every role, none with a secret."""
    from sqlalchemy import delete

    from vpdesk.db.tables import CredentialRow, RecoveryCodeRow

    people.add_officer(desk, "Lương Gia Bách", None, Role, Days())
    with desk.store.database.writing() as connection:
        connection.execute(delete(CredentialRow))
        connection.execute(delete(RecoveryCodeRow))
    entrance.sign_out(desk)
    return desk


def test_in_an_office_that_knew_no_secrets_the_first_officer_chooses_one_before_anybody_comes_in(earlier: Desk) -> None:
    first, second = entrance.door_plate(earlier)

    assert (first.asked, second.asked) == (Asked.CHOICE, Asked.CLOSED)
    with pytest.raises(MustChooseSecret):
        entrance.sign_in(earlier, first.officer)
    for refused in (
        lambda: entrance.sign_in(earlier, second.officer, ""),
        lambda: entrance.begin_with(earlier, second.officer, PIN, SecretKind.PIN),
    ):
        with pytest.raises(WrongSecret):
            refused()
    code = entrance.begin_with(earlier, first.officer, PASSWORD, SecretKind.PASSWORD)

    assert earlier.seat.officer == first.officer
    assert len(code.split("-")) == 6
    with pytest.raises(WrongSecret):
        entrance.begin_with(earlier, first.officer, OTHER, SecretKind.PASSWORD)
    invitation = people.invite_anew(earlier, second.officer)
    entrance.sign_in_with_code(earlier, second.officer, invitation, PIN, SecretKind.PIN)


# --- the officers of the office -------------------------------------------------------------------------------------


def test_a_role_that_is_taken_is_gone_at_the_next_act_of_its_holder(desk: Desk) -> None:
    bach = colleague(desk, DRAFTER, ADMINISTRATOR)
    entrance.sign_in(desk, bach.id, PIN)
    set_unusual_types(desk, True)
    desk.seat.officer = administrator(desk).id
    people.change_officer(desk, replace(bach, roles=frozenset({DRAFTER})))
    desk.seat.officer = bach.id

    with pytest.raises(NotPermitted):
        set_unusual_types(desk, False)
    with pytest.raises(NotPermitted):
        people.officers(desk)


def test_who_is_locked_while_he_is_signed_in_does_nothing_more(desk: Desk) -> None:
    bach = colleague(desk)
    people.lock(desk, bach.id)
    desk.seat.officer = bach.id

    with pytest.raises(NotSignedIn):
        drafting.counts(desk)


@pytest.mark.parametrize(
    "act",
    [
        people.officers,
        lambda desk: people.add_officer(desk, "Ai Đó", None, (ADMINISTRATOR,), Days()),
        lambda desk: people.change_officer(desk, replace(officer_named(desk, "Bách"), roles=frozenset(Role))),
        lambda desk: people.invite_anew(desk, administrator(desk).id),
        lambda desk: people.lock(desk, administrator(desk).id),
        lambda desk: people.unlock(desk, administrator(desk).id),
        entrance.renew_recovery_code,
        lambda desk: set_way_of_working(desk, WayOfWorking(form_check=True)),
    ],
    ids="officers add change invite lock unlock renew way".split(),
)
def test_only_the_administrator_manages_officers(desk: Desk, act: Callable[[Desk], object]) -> None:
    bach = colleague(desk, DRAFTER, CLERK, HEAD)
    entrance.sign_in(desk, bach.id, PIN)
    told = len(lines(desk))

    with pytest.raises(NotPermitted):
        act(desk)
    assert len(lines(desk)) == told


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, one: people.change_officer(desk, replace(one, roles=frozenset({DRAFTER}))),
        lambda desk, one: people.change_officer(desk, replace(one, days=Days(last=date(2025, 1, 31)))),
        lambda desk, one: people.lock(desk, one.id),
        lambda desk, one: people.invite_anew(desk, one.id),
    ],
    ids="role days lock invite".split(),
)
def test_the_last_administrator_stays(desk: Desk, act: Callable[[Desk, Officer], object]) -> None:
    before = administrator(desk)
    # Somebody who was invited and never came does not count.
    people.add_officer(desk, "Lương Gia Bách", None, (ADMINISTRATOR,), Days())

    with pytest.raises(LastAdministrator):
        act(desk, before)
    assert entrance.sign_in(desk, before.id, PASSWORD) == before


def test_an_administrator_may_go_when_another_stays(desk: Desk) -> None:
    bach = colleague(desk, ADMINISTRATOR)

    people.change_officer(desk, replace(administrator(desk), roles=frozenset({DRAFTER})))

    with pytest.raises(NotPermitted):
        people.officers(desk)
    entrance.sign_in(desk, bach.id, PIN)
    assert len(people.officers(desk)) == 2


def test_the_list_of_officers_tells_how_each_comes_in_and_when_he_did(desk: Desk, clock: TickingClock) -> None:
    bach = colleague(desk)
    invited, _code = people.add_officer(desk, "Vũ Thị Hạnh", " Văn thư ", (CLERK,), Days(date(2025, 1, 1)))
    people.lock(desk, bach.id)

    own, locked, new = people.officers(desk)

    assert [one.kind for one in (own, locked, new)] == [SecretKind.PASSWORD, SecretKind.PIN, SecretKind.INVITATION]
    assert [one.locked_at is not None for one in (own, locked, new)] == [False, True, False]
    assert new.officer == invited
    assert (invited.position, invited.days) == ("Văn thư", Days(date(2025, 1, 1)))
    assert [one.last_sign_in is not None for one in (own, locked, new)] == [True, True, False]


def test_an_officer_has_a_name(desk: Desk) -> None:
    with pytest.raises(NamelessOfficer):
        people.add_officer(desk, " \u200b ", None, (DRAFTER,), Days())
    with pytest.raises(NamelessOfficer):
        people.change_officer(desk, replace(administrator(desk), name=""))


def test_an_officer_who_is_not_there_is_not_changed(desk: Desk) -> None:
    nobody = Officer(UUID(int=7), "Không Ai")

    for act in (people.change_officer, lambda one, who: people.lock(one, who.id)):
        with pytest.raises(NoSuchRecord):
            act(desk, nobody)


# --- the history ----------------------------------------------------------------------------------------------------


def test_every_act_at_the_door_is_a_line(desk: Desk, clock: TickingClock) -> None:
    bach = colleague(desk)
    fail(desk, bach, 1, clock)
    people.unlock(desk, bach.id)
    entrance.sign_out(desk)

    assert acts(desk) == [
        *("found", "choose_secret", "make_recovery_code"),
        *("take_in", "invite", "choose_secret", "sign_in", "sign_in"),
        *("fail_sign_in", "unlock", "sign_out"),
    ]
    assert verify_store(desk).fault is None


def test_no_line_and_no_row_holds_a_secret_or_a_code(desk: Desk, clock: TickingClock) -> None:
    officer, code = people.add_officer(desk, "Lương Gia Bách", None, (DRAFTER,), Days())
    entrance.sign_in_with_code(desk, officer.id, code, PIN, SecretKind.PIN)
    fail(desk, officer, 1, clock)
    entrance.sign_in(desk, administrator(desk).id, PASSWORD)
    recovery = entrance.renew_recovery_code(desk)
    with desk.store.reading() as work:
        digests = [one.digest for one in work.credentials.all().values()] + [
            *work.credentials.recovery_codes().values()
        ]

    assert all(digest.startswith("$argon2id$") for digest in digests)
    for told in (*lines(desk), *digests):
        for secret in (PASSWORD, PIN, WRONG, code, recovery, code.replace("-", ""), recovery.replace("-", "")):
            assert secret not in told
    assert not any("$argon2" in line for line in lines(desk))


# --- the way of working ---------------------------------------------------------------------------------------------


def test_an_office_that_chose_nothing_works_as_usual(desk: Desk) -> None:
    assert way_of_working(desk) == WayOfWorking(form_check=False, pin_at_sign_off=False, idle_minutes=15)


def test_the_way_of_working_is_the_offices(desk: Desk) -> None:
    chosen = WayOfWorking(form_check=True, pin_at_sign_off=True, idle_minutes=0)

    assert set_way_of_working(desk, chosen) == chosen == way_of_working(desk)
    assert set_way_of_working(desk, replace(chosen, idle_minutes=9999)).idle_minutes == 240


def submitted(desk: Desk) -> UUID:
    """A dispatch of the sample office that its head may sign, submitted by officer 1."""
    from vpdesk.domain.organisation import begin_draft
    from vpdesk.domain.rulebook import Rulebook

    with desk.store.reading() as work:
        body = work.organisation.bodies()[0]
    text = begin_draft(body, "CV", desk.today(), Rulebook(desk.packs["party-2018"]))
    ready = a_dispatch(number=None, date=None, signing=text.signing, issuing_body=text.issuing_body)
    sit(desk, "Ngọc")
    draft = drafting.begin(desk, ready, body.id).draft.id
    signoff.submit(desk, draft)
    return draft


def test_what_waits_for_a_check_goes_on_when_forms_are_checked_no_longer(store_desk: Desk) -> None:
    found_sample(store_desk)
    set_way_of_working(store_desk, WayOfWorking(form_check=True))
    draft = submitted(store_desk)
    assert signoff.timeline(store_desk, draft)[-1].facts["status"] == "to_check"

    set_way_of_working(store_desk, WayOfWorking(form_check=False))

    last = signoff.timeline(store_desk, draft)[-1]
    assert (last.act, last.facts["status"], last.facts["unchecked"]) == ("check", "submitted", True)


def test_a_sign_off_asks_for_the_secret_again_where_the_office_wants_it(store_desk: Desk) -> None:
    found_sample(store_desk)
    set_way_of_working(store_desk, WayOfWorking(pin_at_sign_off=True))
    draft = submitted(store_desk)
    sit(store_desk, "Khôi")
    entrance.choose_secret(store_desk, "", PIN, SecretKind.PIN)
    version = signoff.read(store_desk, draft).version.number

    with pytest.raises(WrongSecret) as first:
        signoff.sign(store_desk, draft, version)
    with pytest.raises(WrongSecret) as second:
        signoff.sign(store_desk, draft, version, WRONG)
    assert (first.value.left, second.value.left) == (4, 3)
    assert signoff.sign(store_desk, draft, version, PIN).progress.status.value == "signed_off"


def test_where_nobody_has_a_secret_none_is_asked_for_at_a_sign_off(store_desk: Desk) -> None:
    found_sample(store_desk)
    set_way_of_working(store_desk, WayOfWorking(pin_at_sign_off=True))
    draft = submitted(store_desk)
    sit(store_desk, "Khôi")
    version = signoff.read(store_desk, draft).version.number

    assert signoff.sign(store_desk, draft, version).progress.status.value == "signed_off"
