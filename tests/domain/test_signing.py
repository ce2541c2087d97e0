"""A signature in the parts that a form shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import lines, texts

from vpdesk.domain.dispatch import Signing
from vpdesk.domain.signing import Authority, Signer, signer, signing_of

PARTS = [
    (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"), Authority.DEPUTY, "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    (Signing("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), Authority.ON_BEHALF, "BAN THƯỜNG VỤ", "BÍ THƯ"),
    (Signing("T/L BAN THƯỜNG VỤ\nHUYỆN ỦY", "CHÁNH VĂN PHÒNG"), Authority.DELEGATE, "BAN THƯỜNG VỤ\nHUYỆN ỦY", None),
    (Signing(None, "Q. TRƯỞNG BAN"), Authority.ACTING, "", "TRƯỞNG BAN"),
    (Signing(None, "TRƯỞNG BAN"), Authority.NONE, "", "TRƯỞNG BAN"),
    (
        Signing("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        Authority.NONE,
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
        None,
    ),
    (Signing(), Authority.NONE, "", ""),
]


@pytest.mark.parametrize(("signing", "authority", "principal", "position"), PARTS)
def test_the_letters_before_the_first_line_say_the_authority(
    signing: Signing, authority: Authority, principal: str, position: str | None
) -> None:
    parts = signer(signing)
    assert (parts.authority, parts.principal) == (authority, principal)
    assert position in {None, parts.position}


@given(st.builds(Signing, st.none() | texts, st.none() | texts, st.none() | lines))
def test_any_signature_is_made_again_from_its_parts(signing: Signing) -> None:
    assert signing_of(signer(signing)) == signing


def test_an_acting_head_without_a_position_yet_is_only_acting() -> None:
    assert signing_of(Signer(Authority.ACTING, "", "", "")) == Signing(None, "Q.")
