"""Justified paragraphs: no other way to break them has fewer demerits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout.setting import SPACE, broken, set_text, width
from layout.variants import SENTENCES

from vpdesk.layout.nobreak import holds

SHRINK, STRETCH = SPACE / 3, SPACE / 2
NEVER = float("inf")

WORDS = st.sampled_from(
    [*sorted({word for sentence in SENTENCES for word in sentence.split()}), "a", "i", "-", "nghiêng"]
)


def demerits(words: Sequence[str], cuts: Sequence[int], measure: float, indent: float = 0) -> float:
    """What these line ends cost: the square of ten and the badness of every line, as TeX counts."""
    return sum(
        own_demerits(words[start:end], measure - (0 if start else indent), last=end == len(words), first=start == 0)
        for start, end in pairwise(cuts)
    )


def own_demerits(line: Sequence[str], measure: float, *, last: bool, first: bool) -> float:
    gaps = len(line) - 1
    slack = measure - width(" ".join(line))
    if slack < 0:
        ratio = -slack / (gaps * SHRINK) if gaps else NEVER
        return (10 + 100 * ratio**3) ** 2 if ratio <= 1 + 1e-9 else NEVER
    if last:
        return (10 + (0 if gaps or first else 150)) ** 2
    ratio = slack / (gaps * STRETCH) if gaps else slack
    return (10 + 100 * ratio**3) ** 2


def least_demerits(words: Sequence[str], measure: float, indent: float) -> float:
    """The best of all ways there are, tried one by one."""
    places = [k for k in range(1, len(words)) if not holds(words[k - 1], words[k])]
    return min(
        demerits(words, [0, *cuts, len(words)], measure, indent)
        for count in range(len(places) + 1)
        for cuts in combinations(places, count)
    )


def cuts_of(lines: Sequence[str]) -> list[int]:
    cuts = [0]
    for line in lines:
        cuts.append(cuts[-1] + len(line.split()))
    return cuts


def widest_held(words: Sequence[str]) -> float:
    """The width of the widest stretch that may not be parted."""
    stretches = [[words[0]]]
    for before, after in pairwise(words):
        if holds(before, after):
            stretches[-1].append(after)
        else:
            stretches.append([after])
    return max(width(" ".join(stretch)) for stretch in stretches)


@given(st.lists(WORDS, min_size=2, max_size=11), st.floats(0.1, 3), st.sampled_from([0.0, 28.35]))
def test_no_way_to_break_a_paragraph_is_better(words: list[str], room: float, indent: float) -> None:
    measure = indent + widest_held(words) + room * room * 40
    cuts = cuts_of(broken(" ".join(words), measure, indent=indent))

    assert demerits(words, cuts, measure, indent) == pytest.approx(least_demerits(words, measure, indent))


@given(st.lists(WORDS, min_size=30, max_size=120), st.floats(200, 500), st.sampled_from([0.0, 28.35]))
def test_no_single_line_end_can_be_moved_for_the_better(words: list[str], measure: float, indent: float) -> None:
    cuts = cuts_of(broken(" ".join(words), measure, indent=indent))
    best = demerits(words, cuts, measure, indent)
    for number in range(1, len(cuts) - 1):
        for step in (-2, -1, 1, 2):
            other = [*cuts[:number], cuts[number] + step, *cuts[number + 1 :]]
            if other != sorted(set(other)) or holds(words[other[number] - 1], words[other[number]]):
                continue
            assert demerits(words, other, measure, indent) >= best - 1e-6


def test_the_paragraph_is_better_as_a_whole_than_line_by_line() -> None:
    words = SENTENCES[0].split()
    better = 0
    for measure in range(180, 480, 4):
        whole = demerits(words, cuts_of(broken(" ".join(words), measure)), measure)
        greedy = demerits(words, greedy_cuts(words, measure), measure)
        assert whole <= greedy + 1e-6
        better += whole < greedy - 1
    assert better > 20


def greedy_cuts(words: Sequence[str], measure: float) -> list[int]:
    cuts = [0]
    while cuts[-1] < len(words):
        start = end = cuts[-1]
        fitting = start + 1
        while end < len(words):
            end += 1
            if width(" ".join(words[start:end])) > measure:
                break
            if end == len(words) or not holds(words[end - 1], words[end]):
                fitting = end
        cuts.append(fitting)
    return cuts


@pytest.mark.parametrize("indent", [0, 28.35])
def test_justified_lines_fill_their_measure_and_the_last_does_not(indent: float) -> None:
    lines = set_text(SENTENCES[0], 300, indent=indent)

    assert [line.width for line in lines[:-1]] == pytest.approx([300 - indent, *[300] * (len(lines) - 2)])
    assert 0 < lines[-1].width < 300


def test_spaces_lose_at_most_a_third() -> None:
    for measure in range(150, 480, 3):
        for line in set_text(" ".join(SENTENCES), measure):
            for item in line.items:
                assert getattr(item.ink, "word_gap", 0.0) >= -SHRINK - 1e-9


def test_a_lone_word_on_the_last_line_is_rarer_than_line_by_line() -> None:
    words = " ".join(SENTENCES[:4]).split()
    measures = range(300, 480, 2)
    whole = sum(len(broken(" ".join(words), measure)[-1].split()) == 1 for measure in measures)
    greedy = sum(len(words) - greedy_cuts(words, measure)[-2] == 1 for measure in measures)

    assert whole < greedy
