"""Texts of before Unicode, as old books have them: each letter in the place that a font of its day kept for it.

Such a text reads as letters of Western Europe (`Céng v¨n`) or as marks behind letters (`Co^ng va(n`). What is right
already comes out unchanged; a guess is made only where it makes words of what was none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from vpdesk.domain.text import nfc


class Legacy(Enum):
    """How texts were written before Unicode."""

    TCVN3 = "tcvn3"
    """Fonts of the ABC set, `.VnTime` and its like."""
    TCVN3_CAPITALS = "tcvn3_capitals"
    """Fonts of the ABC set that show capitals in the places of small letters, `.VnTimeH` and its like."""
    VNI = "vni"
    VPS = "vps"
    VIQR = "viqr"


_VOWELS: Final = "aâăeêioôơuưy"
_TONES: Final = "\u0301\u0300\u0309\u0303\u0323"
"""Acute, grave, hook, tilde, dot below, as they are composed with a vowel."""


def _letters() -> str:
    """Every small letter that is no letter of English, tone by tone, then đ."""
    toned = "".join(nfc(vowel + tone) for tone in _TONES for vowel in _VOWELS)
    return f"âăêôơư{toned}đ"


LETTERS: Final = _letters()
_CAPITALS: Final = LETTERS.upper()

_ANSI: Final = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def ansi(text: str) -> str:
    """A text that was read as ISO 8859-1 as Windows would have read it (code page 1252)."""
    return text.translate(_ANSI)


def _places(codes: str) -> list[str]:
    """The signs that Windows shows for places given in hexadecimal; `--` for a letter that had none."""
    return ["" if code == "--" else ansi(chr(int(code, 16))) for code in codes.split()]


_TCVN3_SMALL: Final = """
A9 A8 AA AB AC AD
B8 CA BE D0 D5 DD E3 E8 ED F3 F8 FD
B5 C7 BB CC D2 D7 DF E5 EA EF F5 FA
B6 C8 BC CE D3 D8 E1 E6 EB F1 F6 FB
B7 C9 BD CF D4 DC E2 E7 EC F2 F7 FC
B9 CB C6 D1 D6 DE E4 E9 EE F4 F9 FE
AE"""
_TCVN3_LARGE: Final = "A2 A1 A3 A4 A5 A6" + " --" * 60 + " A7"
_VPS_SMALL: Final = """
E2 E6 EA F4 D6 DC
E1 C3 A1 E9 89 ED F3 D3 A7 FA D9 9A
E0 C0 A2 E8 8A EC F2 D2 A9 F9 D8 FF
E4 C4 A3 C8 8B CC D5 B0 AA FB BA 9B
E3 C5 A4 EB CD EF F5 87 AB DB BB CF
E5 C6 A5 CB 8C CE 86 B6 AE F8 BF 9C
C7"""
_VPS_LARGE: Final = """
C2 88 CA D4 F7 D0
C1 83 8D C9 90 B4 B9 96 9D DA AD DD
80 84 8E D7 93 B5 BC 97 9E A8 AF B2
81 85 8F DE 94 B7 BD 98 9F D1 B1 FD
82 1C F0 FE 95 B8 BE 99 A6 AC 1D B3
02 03 04 05 06 10 11 12 13 14 15 19
F1"""
_VNI_SMALL: Final = """
aâ aê eâ oâ ô ö
aù aá aé eù eá í où oá ôù uù öù yù
aø aà aè eø eà ì oø oà ôø uø öø yø
aû aå aú eû eå æ oû oå ôû uû öû yû
aõ aã aü eõ eã ó oõ oã ôõ uõ öõ yõ
aï aä aë eï eä ò oï oä ôï uï öï î
ñ"""


def _table(*sides: tuple[str, list[str]]) -> Mapping[str, str]:
    return {sign: letter for letters, signs in sides for letter, sign in zip(letters, signs, strict=True) if sign}


_VNI_SIGNS: Final = _VNI_SMALL.split()
_TABLES: Final[Mapping[Legacy, Mapping[str, str]]] = {
    Legacy.TCVN3: _table((LETTERS, _places(_TCVN3_SMALL)), (_CAPITALS, _places(_TCVN3_LARGE))),
    Legacy.VPS: _table((LETTERS, _places(_VPS_SMALL)), (_CAPITALS, _places(_VPS_LARGE))),
    # A capital may bear a small mark.
    Legacy.VNI: _table(
        (_CAPITALS, [sign[0].upper() + sign[1:] for sign in _VNI_SIGNS]),
        (LETTERS, _VNI_SIGNS),
        (_CAPITALS, [sign.upper() for sign in _VNI_SIGNS]),
    ),
}


def _replacing(table: Mapping[str, str]) -> Callable[[str], str]:
    longest_first = sorted(table, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return lambda text: pattern.sub(lambda found: table[found.group()], text)


_VIQR: Final = re.compile(r"\\(.)|([aeiouy])([\^(+*]?)(['`?~.]?)|(dd)", re.IGNORECASE | re.DOTALL)
_VIQR_SHAPES: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_VIQR_TONES: Final = dict(zip("'`?~.", _TONES, strict=True))
_VIQR_SHAPED: Final = frozenset({"a^", "e^", "o^", "a(", "o+", "u+", "o*", "u*"})


def _from_viqr(text: str) -> str:
    return nfc(_VIQR.sub(lambda found: _viqr_letter(found, len(text)), text))


def _viqr_letter(found: re.Match[str], length: int) -> str:
    escaped, vowel, shape, tone, dd = found.groups()
    if escaped is not None:
        return str(escaped)
    if dd is not None:
        return "đ" if dd[0] == "d" else "Đ"
    if shape and (vowel + shape).lower() not in _VIQR_SHAPED:
        return found.group()
    if tone and tone in ".?" and found.end() == length:  # The end of the sentence, not of the word.
        return vowel + _VIQR_SHAPES.get(shape, "") + tone
    return vowel + _VIQR_SHAPES.get(shape, "") + _VIQR_TONES.get(tone, "")


_DECODERS: Final[Mapping[Legacy, Callable[[str], str]]] = {
    **{legacy: _replacing(table) for legacy, table in _TABLES.items()},
    Legacy.TCVN3_CAPITALS: lambda text: _DECODERS[Legacy.TCVN3](text).upper(),
    Legacy.VIQR: _from_viqr,
}
_BEYOND: Final = re.compile(f"[{''.join(one for one in LETTERS + _CAPITALS if ord(one) > 0xFF)}]")
"""Letters that no text of before Unicode has."""


def decode(text: str, legacy: Legacy) -> str:
    """A text that was written so, in Unicode; one with letters that only Unicode has is right already."""
    composed = nfc(text)
    return composed if _BEYOND.search(composed) else _DECODERS[legacy](_kept_marks(text))


def _kept_marks(text: str) -> str:
    """A text as it is but for what Unicode composes: the soft hyphen is a letter in the fonts of the ABC set."""
    return nfc(text.replace("\u00ad", "\ue000")).replace("\ue000", "\u00ad")


def to_unicode(text: str) -> str:
    """A text of any writing in composed Unicode."""
    legacy = detect(text)
    return nfc(text) if legacy is None else decode(text, legacy)


# --- which writing it is ------------------------------------------------------------------------------------------

_FONTS: Final = (
    (re.compile(r"\.vn.*h", re.IGNORECASE), Legacy.TCVN3_CAPITALS),
    (re.compile(r"\.vn.*", re.IGNORECASE), Legacy.TCVN3),
    (re.compile(r"vni[- ].*", re.IGNORECASE), Legacy.VNI),
    (re.compile(r"vps[- ].*", re.IGNORECASE), Legacy.VPS),
)


def of_font(name: str | None) -> Legacy | None:
    """The writing that a font was made for, by its name."""
    return next((legacy for form, legacy in _FONTS if form.fullmatch(name or "")), None)


_ENOUGH: Final = 0.75
_CLEARLY: Final = 0.25
"""The share of words that a guess must make sense of, and how many more of them than the text as it stands."""


def detect(text: str) -> Legacy | None:
    """How a text was written, where reading it so makes words of it; None for what is right already or nothing of it.

    The longer the text, the surer.
    """
    composed = nfc(text)
    if _BEYOND.search(composed):
        return None
    if text.isascii():
        return Legacy.VIQR if _is_viqr(text) else None
    as_it_is = _sense(_words(composed))
    best = max((Legacy.TCVN3, Legacy.VNI, Legacy.VPS), key=lambda legacy: _sense(_words(decode(text, legacy))))
    sense = _sense(_words(decode(text, best)))
    return best if sense >= _ENOUGH and sense >= as_it_is + _CLEARLY else None


def _words(text: str) -> list[str]:
    """The words of a text that have a letter of no English word."""
    return [word for word in _PARTS.split(text) if word and not word.isascii()]


_PARTS: Final = re.compile(r"[\s\x00-\x1f!-@\[-`{-~“”‘’–—…]+")


def _sense(words: list[str]) -> float:
    """The share of words that are syllables of Vietnamese."""
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _is_viqr(text: str) -> bool:
    """Whether several words bear marks that no other text puts behind letters, and make sense with them."""
    marked = [word for word in text.split() if _MARKED.search(word)]
    read = [word for one in marked for word in _words(_from_viqr(one + " "))]
    return len(set(marked)) > 1 and _sense(read) >= _ENOUGH


_MARKED: Final = re.compile(r"[aeo]\^|a\(|[ou][+*]|^dd", re.IGNORECASE)

_ONSETS: Final = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_OPEN: Final = """
a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên êng ênh êu i ia im in inh iu iêm iên iêng
iêu o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua uân uâng
uây uê uênh ui um un ung uơ uy uya uyên uyn uynh uyu uôi uôm uôn uông ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu y yêm
yên yêng yêu"""
_STOPPED: Final = """
ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oac oach oap oat oăc oăt oc oet ooc op ot ôc ôp
ôt ơp ơt uât uc uêch up ut uych uyêt uyp uyt uôc uôt ưc ưt ươc ươp ươt yêt"""
_SYLLABLE: Final = re.compile(
    f"(?:{'|'.join(_ONSETS.split())})?(?:(?:{'|'.join(_OPEN.split())})[{_TONES}]?"
    f"|(?:{'|'.join(_STOPPED.split())})[\u0301\u0323])"
)


def is_syllable(word: str) -> bool:
    """Whether a word is a syllable as Vietnamese has them, by its sounds."""
    bare, tone = [], ""
    for letter in nfc(word).lower():
        shape, mark = _SHAPES.get(letter, (letter, ""))
        if mark and tone:
            return False
        bare.append(shape)
        tone = mark or tone
    return _SYLLABLE.fullmatch("".join(bare) + tone) is not None


_SHAPES: Final = {nfc(vowel + tone): (vowel, tone) for vowel in _VOWELS for tone in _TONES}
