"""Where a line of Vietnamese may not end.

Lines end at spaces only, so a reference (18-NQ/TW), a short date (25/10/2017) or T/M is never cut; syllables are
never hyphenated. What is said here is which spaces hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, count

OPENING = frozenset("“‘«([{„‹")
CLOSING = frozenset("”’»)]},.;:!?…›%‰°")
DASHES = frozenset(("-", "–", "—"))

# Words that a figure or numeral belongs to: "số 18-NQ/TW", "ngày 24 tháng 12 năm 2024", "khóa XII".
LABELS = frozenset(
    "số ngày tháng năm quý điều khoản điểm chương mục phần khóa khoá thứ tập trang tờ phụ_lục lúc đợt"
    " ngày, lần bước bậc cấp lớp tổ khu quận phường ô quyển bản_số".replace("_", " ").split()
)
# What a figure counts or measures: "10 mm", "14 giờ 30 phút", "120 đồng chí".
UNITS = frozenset(
    "% ‰ °c km hm dam m dm cm mm km2 m2 km² m² m3 m³ ha tấn tạ yến kg g mg lít ml đồng đ usd nghìn ngàn vạn triệu tỷ tỉ"
    " giờ phút giây ngày tuần tháng quý năm tuổi người lượt bản trang tờ bộ cuốn chiếc cái đồng_chí hộ cơ_sở điểm"
    " xã huyện tỉnh đảng_viên chi_bộ trường lớp buổi lần hội_nghị đợt".replace("_", " ").split()
)
_ROMAN = frozenset("IVXLCDM")
_TRAILING = ".,;:!?…”’)»]"
_LEADING = "“‘(«["


def held(words: Sequence[str]) -> Iterator[int]:
    """The words that no line may begin with."""
    last = len(words) - 1
    done = 0
    for marked in compress(count(), map(_may_hold, words)):
        for k in (marked, marked + 1):
            if done < k <= last:
                done = k
                if not may_part(words, k):
                    yield k


@cache
def _may_hold(word: str) -> bool:
    """Whether there are words this one is held to. Asked of every word, and Vietnamese has few syllables."""
    return word[0] in CLOSING or word[-1] in OPENING or word.rstrip(_TRAILING) in DASHES or _is_numeral(word)


def may_part(words: Sequence[str], k: int) -> bool:
    """Whether a line may end before word k."""
    before, after = words[k - 1], words[k]
    if before in DASHES and k > 1 and joins_range(words[k - 2], after):
        return False
    return not holds(before, after)


@lru_cache(maxsize=1 << 14)
def holds(before: str, after: str) -> bool:
    """Whether the space between these two words may not end a line."""
    first = after[0]
    if first in CLOSING or before[-1] in OPENING:
        return True
    if after.rstrip(_TRAILING) in DASHES:
        # A line that began with a dash would read as a list item.
        return True
    if first.isdigit() or first in _ROMAN:
        return before.lstrip(_LEADING).casefold() in LABELS and _is_numeral(after)
    return before[0].isdigit() and _is_figure(before) and _unit(after) in UNITS


def joins_range(start: str, end: str) -> bool:
    """Whether a dash between these two makes a range: years, dates, figures (03/02/1930 - 03/02/2025)."""
    return start.lstrip(_LEADING)[:1].isdigit() and end[:1].isdigit()


def _is_numeral(word: str) -> bool:
    """A word that begins with a figure, or a Roman numeral."""
    bare = word.rstrip(_TRAILING)
    return bare[:1].isdigit() or (bare != "" and _ROMAN.issuperset(bare.partition("/")[0]))


def _is_figure(word: str) -> bool:
    """A quantity: digits with separators. A closing mark ends the phrase, so nothing is counted after it."""
    return word.replace(".", "").replace(",", "").isdigit() and word[-1].isdigit()


def _unit(word: str) -> str:
    return word.rstrip(_TRAILING).casefold()
