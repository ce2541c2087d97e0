"""Whole numbers as Vietnamese papers write them: in words, and in Roman figures."""

from __future__ import annotations

from typing import Final

_FIGURES: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_CLASSES: Final = ("", "nghìn", "triệu")
_BILLION: Final = 10**9


def in_words(number: int) -> str:
    """A number in words: 121 is `một trăm hai mươi mốt`. Raises ValueError for one below nought."""
    if number < 0:
        raise ValueError(number)
    if number == 0:
        return _FIGURES[0]
    billions, rest = divmod(number, _BILLION)
    said = [f"{in_words(billions)} tỷ"] if billions else []
    for place in (2, 1, 0):
        hundreds = rest // 1000**place % 1000
        if hundreds:
            said.append(f"{_up_to_999(hundreds, is_led=bool(said))} {_CLASSES[place]}".strip())
    return " ".join(said)


def _up_to_999(number: int, *, is_led: bool) -> str:
    """Three figures in words; behind a larger class the hundreds are said though they are nought."""
    hundreds, below = divmod(number, 100)
    said = [f"{_FIGURES[hundreds]} trăm"] if hundreds or is_led else []
    tens, units = divmod(below, 10)
    if tens == 0:
        said += [f"linh {_FIGURES[units]}" if said else _FIGURES[units]] if units else []
    else:
        said += ["mười" if tens == 1 else f"{_FIGURES[tens]} mươi"]
        said += [_behind_tens(tens, units)] if units else []
    return " ".join(said)


def _behind_tens(tens: int, units: int) -> str:
    """The last figure behind tens: mốt, tư and lăm where it is said otherwise than alone."""
    if units == 5:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(units, _FIGURES[units]) if tens > 1 else _FIGURES[units]


def roman(number: int) -> str:
    """A number in Roman figures: 14 is XIV. Raises ValueError for one that they cannot write."""
    if not 0 < number < 4000:
        raise ValueError(number)
    written = ""
    for value, figures in _ROMAN:
        count, number = divmod(number, value)
        written += figures * count
    return written


_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
