"""Bodies as they were on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.organisation import (
    BodyVersion,
    Days,
    IssuingBody,
    Signatory,
    Spelling,
    StandIn,
    Term,
    begin_draft,
    bodies_on,
    signatories_on,
    signing_on,
    spelt,
    stand_ins_on,
    term_on,
    version_on,
)
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.signing import Authority
from vpdesk.services.rules import Packs

CHRISTMAS_EVE = date(2024, 12, 24)
MERGER = date(2025, 3, 1)
HEAD = Signatory(UUID(int=11), "Vũ Minh Khôi", "TRƯỞNG BAN", days=Days(last=date(2024, 6, 30)))
DEPUTY = Signatory(
    UUID(int=12),
    "Đỗ Khánh Linh",
    "PHÓ TRƯỞNG BAN",
    Authority.DEPUTY,
    "TRƯỞNG BAN",
    stands_in_for=HEAD.id,
)
NEW_HEAD = Signatory(UUID(int=13), "Lê Thị Mai", "TRƯỞNG BAN", days=Days(first=date(2024, 7, 1)))


def a_body(*signatories: Signatory, spelling: Spelling = Spelling.FIRST_VOWEL) -> IssuingBody:
    """A body that changed its name and its symbol at the merger."""
    return IssuingBody(
        UUID(int=1),
        (
            BodyVersion(
                UUID(int=2),
                "HUYỆN ỦY HÀ NINH",
                "BAN TUYÊN GIÁO",
                "BTGHU",
                "Hà Ninh",
                Days(last=date(2025, 2, 28)),
                spelling,
            ),
            BodyVersion(
                UUID(int=3),
                "HUYỆN ỦY HÀ NINH",
                "BAN TUYÊN GIÁO VÀ DÂN VẬN",
                "BTGDVHU",
                "Hà Ninh",
                Days(MERGER, date(2025, 6, 30)),
            ),
        ),
        signatories,
        (Term(UUID(int=4), "2020–2025", Days(date(2020, 8, 1), date(2025, 6, 30))),),
    )


@pytest.fixture
def rulebook(packs: Packs) -> Rulebook:
    return Rulebook(packs["party-2018"])


@pytest.mark.parametrize(
    ("day", "symbol"),
    [
        (date(1999, 1, 1), "BTGHU"),
        (date(2025, 2, 28), "BTGHU"),
        (MERGER, "BTGDVHU"),
        (date(2025, 6, 30), "BTGDVHU"),
        (date(2025, 7, 1), None),
    ],
)
def test_a_body_is_called_as_it_was_on_the_day(day: date, symbol: str | None) -> None:
    version = version_on(a_body(), day)

    assert (version.symbol if version else None) == symbol


def test_a_body_is_offered_only_in_its_days() -> None:
    assert bodies_on((a_body(),), MERGER) == (a_body(),)
    assert bodies_on((a_body(),), date(2025, 7, 1)) == ()


def test_a_term_covers_its_days() -> None:
    assert term_on(a_body(), CHRISTMAS_EVE) is not None
    assert term_on(a_body(), date(2020, 7, 31)) is None


@pytest.mark.parametrize(
    ("authority", "position", "principal", "block"),
    [
        (Authority.NONE, "TRƯỞNG BAN", None, Signing(None, "TRƯỞNG BAN", "Lê Thị Mai")),
        (Authority.ACTING, "TRƯỞNG BAN", None, Signing(None, "Q. TRƯỞNG BAN", "Lê Thị Mai")),
        (
            Authority.DEPUTY,
            "PHÓ TRƯỞNG BAN",
            "TRƯỞNG BAN",
            Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lê Thị Mai"),
        ),
        (
            Authority.ON_BEHALF,
            "PHÓ BÍ THƯ",
            "BAN THƯỜNG VỤ",
            Signing("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Mai"),
        ),
        (Authority.ON_BEHALF, None, "BAN THƯỜNG VỤ", Signing("T/M BAN THƯỜNG VỤ", None, "Lê Thị Mai")),
        (
            Authority.DELEGATE,
            "CHÁNH VĂN PHÒNG",
            "BAN THƯỜNG VỤ",
            Signing("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Thị Mai"),
        ),
    ],
)
def test_a_signature_block_says_by_what_right_somebody_signs(
    authority: Authority, position: str | None, principal: str | None, block: Signing
) -> None:
    signatory = Signatory(UUID(int=10), "Lê Thị Mai", position, authority, principal)

    assert signing_on(a_body(signatory), CHRISTMAS_EVE, signatory) == block


def test_the_head_signs_before_his_deputy_and_the_deputy_when_he_is_away() -> None:
    body = a_body(DEPUTY, HEAD)
    day = date(2024, 6, 30)

    assert signatories_on(body, day) == (HEAD, DEPUTY)
    assert signing_on(body, day).name == "Vũ Minh Khôi"
    assert stand_ins_on(body, day, HEAD) == (DEPUTY,)


def test_a_signatory_out_of_his_days_leaves_the_block_to_who_could_sign() -> None:
    body = a_body(HEAD, NEW_HEAD)

    assert signing_on(body, date(2024, 7, 1), HEAD).name == "Lê Thị Mai"
    assert signing_on(body, date(2024, 6, 30), NEW_HEAD).name == "Vũ Minh Khôi"


def test_a_body_without_signatories_has_an_empty_block(rulebook: Rulebook) -> None:
    assert signing_on(a_body(), CHRISTMAS_EVE) == Signing()
    assert begin_draft(a_body(), "CV", CHRISTMAS_EVE, rulebook).signing == ()


def test_a_draft_begins_with_the_head_of_its_body(rulebook: Rulebook) -> None:
    draft = begin_draft(a_body(NEW_HEAD, DEPUTY), "CV", CHRISTMAS_EVE, rulebook, DEPUTY)

    assert (draft.parent_body, draft.issuing_body) == ("HUYỆN ỦY HÀ NINH", "BAN TUYÊN GIÁO")
    assert (draft.symbol, draft.place, draft.date) == ("CV/BTGHU", "Hà Ninh", None)
    assert draft.signing == (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),)


def test_a_draft_after_the_merger_bears_the_new_symbol(rulebook: Rulebook) -> None:
    assert begin_draft(a_body(), "BC", MERGER, rulebook).symbol == "BC/BTGDVHU"
    assert begin_draft(a_body(), "BC", date(2026, 1, 1), rulebook).symbol == "BC/BTGDVHU"


def test_a_state_paper_joins_its_symbol_in_its_own_way(packs: Packs) -> None:
    assert begin_draft(a_body(), "BC", CHRISTMAS_EVE, Rulebook(packs["state-2020"])).symbol == "BC-BTGHU"


def test_a_body_writes_uy_in_its_own_way(rulebook: Rulebook) -> None:
    draft = begin_draft(a_body(spelling=Spelling.SECOND_VOWEL), "CV", CHRISTMAS_EVE, rulebook)

    assert draft.parent_body == "HUYỆN UỶ HÀ NINH"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Huyện ủy, Đảng ủy", "Huyện uỷ, Đảng uỷ"),
        ("ỦY BAN", "UỶ BAN"),
        ("Ủy viên", "Uỷ viên"),
        ("tùy, lũy, tụy, thúy", "tuỳ, luỹ, tuỵ, thuý"),
    ],
)
def test_every_open_uy_is_written_in_one_way(first: str, second: str) -> None:
    assert spelt(first, Spelling.SECOND_VOWEL) == second
    assert spelt(second, Spelling.FIRST_VOWEL) == first


@pytest.mark.parametrize("text", ["quý", "QUỸ", "huỳnh", "nguyễn", "thuyết"])
def test_other_words_keep_their_tone(text: str) -> None:
    assert spelt(text, Spelling.FIRST_VOWEL) == text
    assert spelt(text, Spelling.SECOND_VOWEL) == text


def test_in_the_days_in_which_a_deputy_stands_in_the_block_is_his_by_itself() -> None:
    body = a_body(NEW_HEAD, DEPUTY)
    away = replace(body, stand_ins=(StandIn(UUID(int=14), DEPUTY.id, Days(CHRISTMAS_EVE, CHRISTMAS_EVE)),))

    assert signing_on(away, CHRISTMAS_EVE).name == DEPUTY.person
    assert signing_on(away, CHRISTMAS_EVE + timedelta(days=1)).name == NEW_HEAD.person
