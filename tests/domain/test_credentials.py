"""What an officer proves himself by: which secrets are none, how often they may be tried, codes on paper."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from vpdesk.domain.credentials import (
    LOCK_AFTER,
    Credential,
    SecretKind,
    WeakFault,
    admit_try,
    check_secret,
    code_of,
    failed,
    prepared,
    proved,
    read_code,
    seconds_to_wait,
    tries_left,
    wait_after,
)
from vpdesk.domain.errors import OfficerLocked, WaitForNextTry, WeakSecret

NOON = datetime(2024, 12, 24, 5, tzinfo=UTC)
NAME = "Trịnh Bảo Ngọc"
FRESH = Credential(UUID(int=1), SecretKind.PIN, "", NOON)


@pytest.mark.parametrize("pin", ["258074", "190826", "112358"])
def test_six_digits_that_nobody_tries_first_are_a_pin(pin: str) -> None:
    check_secret(SecretKind.PIN, pin, NAME)


@pytest.mark.parametrize("pin", ["000000", "123456", "654321", "789012", "210987", "121212", "123123", "112233"])
def test_a_pin_that_everybody_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(WeakSecret) as refused:
        check_secret(SecretKind.PIN, pin, NAME)

    assert refused.value.fault is WeakFault.GUESSABLE


@pytest.mark.parametrize("pin", ["", "25807", "2580741", "25807a", "٢٥٨٠٧٤", "²58074", " 25807"])
def test_a_pin_is_six_plain_digits(pin: str) -> None:
    with pytest.raises(WeakSecret) as refused:
        check_secret(SecretKind.PIN, pin, NAME)

    assert refused.value.fault is WeakFault.NOT_DIGITS


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("ngắn", WeakFault.TOO_SHORT),
        ("Trịnh Bảo Ngọc", WeakFault.IS_NAME),
        ("trinhbaongoc", WeakFault.IS_NAME),
        ("aaaaaaaaaa", WeakFault.IS_NAME),
        (unicodedata.normalize("NFD", "ộộộệ"), WeakFault.TOO_SHORT),
    ],
)
def test_a_password_is_long_enough_and_not_the_name(password: str, fault: WeakFault) -> None:
    with pytest.raises(WeakSecret) as refused:
        check_secret(SecretKind.PASSWORD, password, NAME)

    assert refused.value.fault is fault


def test_a_password_is_the_same_however_the_keyboard_composes_it() -> None:
    typed = "Đường lộ mới"

    assert prepared(unicodedata.normalize("NFD", typed)) == prepared(typed)


def test_four_failures_cost_nothing_and_the_fifth_a_minute_doubled_up_to_an_hour() -> None:
    assert [wait_after(number) // timedelta(minutes=1) for number in range(13)] == [0] * 5 + [
        1,
        2,
        4,
        8,
        16,
        32,
        60,
        60,
    ]
    assert wait_after(10_000) == timedelta(hours=1)
    assert [tries_left(number) for number in (0, 1, 4, 5, 20)] == [5, 4, 1, 0, 0]


def test_who_has_to_wait_is_told_how_long() -> None:
    waiting = replace(FRESH, failures=5, failed_at=NOON)

    with pytest.raises(WaitForNextTry) as refused:
        admit_try(waiting, NOON + timedelta(seconds=0.5))

    assert refused.value.seconds == 60
    admit_try(waiting, NOON + timedelta(minutes=1))


def test_a_clock_that_is_set_back_makes_no_wait_longer() -> None:
    assert seconds_to_wait(replace(FRESH, failures=5, failed_at=NOON), NOON - timedelta(days=400)) == 60


def test_the_fifteenth_failure_locks() -> None:
    locked = FRESH
    for _ in range(LOCK_AFTER):
        assert locked.locked_at is None
        locked = failed(locked, NOON, may_be_locked=True)

    with pytest.raises(OfficerLocked):
        admit_try(locked, NOON + timedelta(days=1))


def test_the_only_administrator_waits_the_longest_and_is_never_locked() -> None:
    tried = FRESH
    for _ in range(LOCK_AFTER + 5):
        tried = failed(tried, NOON, may_be_locked=False)

    assert tried.locked_at is None
    assert seconds_to_wait(tried, NOON) == 3600


def test_the_right_secret_wipes_the_failures_out() -> None:
    assert proved(failed(FRESH, NOON, may_be_locked=True)) == FRESH


def test_a_code_holds_all_the_chance_in_groups_of_four() -> None:
    recovery, invitation = code_of(bytes(range(241, 256))), code_of(b"\xff" * 5)

    assert [len(group) for group in recovery.split("-")] == [4] * 6
    assert invitation == "ZZZZ-ZZZZ"
    assert code_of(bytes(15)) == "-".join(["0000"] * 6)
    assert not set("OILU") & set(recovery)


@pytest.mark.parametrize("typed", ["0j1k-9az8", "OJIK 9AZ8", " oJlK9aZ8 ", "0J1K–9AZ8"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "0J1K-9AZ8"
