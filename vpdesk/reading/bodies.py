"""The names of bodies as heads print them, in capitals, and as a sentence writes them."""

from __future__ import annotations

import re
from typing import Final

from vpdesk.domain.text import folded

_BEGINNINGS: Final = (
    "Ban",
    "Bộ",
    "Bệnh viện",
    "Chi bộ",
    "Chi cục",
    "Công an",
    "Công đoàn",
    "Công ty",
    "Cục",
    "Cơ quan",
    "Đảng bộ",
    "Đảng ủy",
    "Đặc khu ủy",
    "Đại hội",
    "Đoàn",
    "HĐND",
    "Hội",
    "Hội đồng nhân dân",
    "Huyện đoàn",
    "Huyện ủy",
    "Kho bạc",
    "Liên đoàn",
    "Mặt trận",
    "Ngân hàng",
    "Phòng",
    "Quận ủy",
    "Sở",
    "Thành đoàn",
    "Thành ủy",
    "Thanh tra",
    "Thị ủy",
    "Tỉnh đoàn",
    "Tỉnh ủy",
    "Tòa án",
    "Tổng cục",
    "Trung tâm",
    "Trung ương",
    "Trường",
    "UBND",
    "Ủy ban",
    "Văn phòng",
    "Viện",
)
"""With what the name of a body begins."""

_PHRASES: Final = (
    *_BEGINNINGS,
    "Ban Chấp hành",
    "Ban Chỉ đạo",
    "Ban Chỉ huy Quân sự",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ban Thường vụ",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "Ban Tuyên giáo và Dân vận",
    "Ban Xây dựng Đảng",
    "Giáo dục và Đào tạo",
    "Hội Cựu chiến binh",
    "Hội Liên hiệp Phụ nữ",
    "Hội Nông dân",
    "Liên đoàn Lao động",
    "Mặt trận Tổ quốc",
    "Tài chính - Kế hoạch",
    "Trung tâm Chính trị",
    "Ủy ban Kiểm tra",
    "Ủy ban nhân dân",
    "Văn hóa và Thông tin",
    "Kinh tế và Hạ tầng",
    "Nội vụ",
    "Y tế",
    "Thanh niên Cộng sản Hồ Chí Minh",
    "Việt Nam",
)
_PLACES: Final = ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "đặc khu", "và")
"""Words that stay small before a name, but at the beginning."""


def begins_body(text: str) -> bool:
    """Whether a line begins the name of a body, and does not go on with one."""
    said = f"{folded(text)} "
    return any(said.startswith(f"{folded(one)} ") for one in _BEGINNINGS)


def written_body(text: str) -> str:
    """The name of a body in small letters where one writes them small; what is unknown is taken for names.

    What is not in capitals throughout stays as it is.
    """
    if not text.isupper():
        return text
    words = [_capital(word) for word in text.split()]
    plain = [folded(word) for word in words]
    place = 0
    while place < len(words):
        phrase = next(
            (one for one in _KNOWN if plain[place : place + len(one)] == [folded(word) for word in one]), None
        )
        if phrase is None:
            place += 1
            continue
        for word in phrase:
            words[place] = _in_case_of(words[place], word)
            place += 1
    first, *rest = words
    return " ".join([first[:1].upper() + first[1:], *rest])


def _capital(word: str) -> str:
    if word in {"UBND", "HĐND", "TW", "TP", "TP."}:
        return word
    return re.sub(r"[^\W\d_]+", lambda found: found[0][:1] + found[0][1:].lower(), word)


def _in_case_of(word: str, known: str) -> str:
    """A word with the capitals of a known one; its accents may stand on another vowel."""
    return (
        known
        if len(known) != len(word)
        else "".join(
            letter.upper() if pattern.isupper() else letter.lower() for letter, pattern in zip(word, known, strict=True)
        )
    )


_KNOWN: Final = sorted((one.split() for one in (*_PHRASES, *_PLACES)), key=len, reverse=True)
