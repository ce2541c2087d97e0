"""The number and symbol of a paper as its sender writes them: 2497-CV/BTGTU, 1904/UBND-VP, 63/2025/QĐ-UBND."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vpdesk.domain.completion import MOST
from vpdesk.domain.text import folded

_WRITTEN = re.compile(r"\s*(?:số\s*:?\s*)?(\d{1,7})([a-zđ]?)(?=\W|$)(.*)", re.IGNORECASE | re.DOTALL)
_TYPED = re.compile(r"\s*(\d{1,7})(.*)", re.DOTALL)
_LETTER, _DOUBTFUL = "CV", "CT"
_LETTERS = re.compile(r"[^0-9a-z]+")
_PARTY = re.compile(r"\s*-\s*([^\W\d_]+)\s*/")
_STATE = re.compile(r"\s*/\s*(?:\d{4}\s*/\s*)?([^\W\d_]+)\s*-")


def completed(typed: str, symbols: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """The references that what was typed may become: its number with what the sender writes behind it.

    `symbols` are what stood behind his numbers (`-CV/BTGHU`), the usual one first. Signs, accents and capitals do not
    matter: `229cv` may become 229-CV/BTGHU. What is written in full asks for nothing.
    """
    found = _TYPED.fullmatch(typed)
    if found is None:
        return ()
    number, wanted = found[1], _letters(found[2])
    meant = [number + one for one in dict.fromkeys(symbols) if _letters(one).startswith(wanted)]
    return () if typed.strip() in meant else tuple(meant[:most])


def type_code(reference: str, codes: Iterable[str]) -> str | None:
    """The type that a reference names by its symbol, of these codes; None where it names none.

    In the State's way a number without a type is an official letter: 1904/UBND-VP. `CT` there is a directive or a tax
    office, so it names nothing (clerical rules, 2.6).
    """
    written = _WRITTEN.fullmatch(reference)
    if written is None:
        return None
    known = tuple(codes)
    if party := _PARTY.match(written[3]):
        return _code(party[1], known)
    if (state := _STATE.match(written[3])) and state[1].upper() != _DOUBTFUL:
        return _code(state[1], known) or _code(_LETTER, known)
    return None


def _code(symbol: str, known: tuple[str, ...]) -> str | None:
    """The code that a symbol is, capitals aside; accents too, where only one is like it."""
    exact = [code for code in known if code.lower() == symbol.lower()]
    alike = exact or [code for code in known if folded(code) == folded(symbol)]
    return alike[0] if len(alike) == 1 else None


def _letters(text: str) -> str:
    return _LETTERS.sub("", folded(text))
