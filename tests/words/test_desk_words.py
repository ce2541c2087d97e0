"""What a desk says: every section, act and topic in both languages, rows that leave nothing empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from vpdesk.domain.deadlines import deadline_on
from vpdesk.domain.desks import DeskAct, DeskContents, DeskRow, DeskSection, SectionKind, Topic, section
from vpdesk.domain.workdays import Workdays
from vpdesk.paths import resource
from vpdesk.words.catalogue import choose_language
from vpdesk.words.desks import act_words, all_words, due_chip, more_words, row_words, section_name, sentence

TODAY = date(2024, 12, 24)
NOW = datetime(2024, 12, 24, 3, 42, tzinfo=UTC)
OF_OFFICE = tuple(one for one in Topic if one not in {Topic.VOIDED, Topic.DATED_BACK, Topic.HOLD_OVER})


@pytest.fixture(params=["vi", "en"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language."""
    choose_language(request.param, resource("locale"))
    yield request.param
    choose_language("en", resource("locale"))


@pytest.fixture
def vietnamese() -> Iterator[None]:
    """Vietnamese."""
    choose_language("vi", resource("locale"))
    yield
    choose_language("en", resource("locale"))


def a_row(**changes: object) -> DeskRow:
    members: dict[str, object] = {
        "act": DeskAct.OPEN_ARRIVAL,
        "record": UUID(int=1),
        "document_type": "CV",
        "reference": "12-CV/HU",
        "subject": "V/v họp giao ban",
        "person": "Lê Thị Mai",
        "number": "07",
        "at": NOW,
        "count": 2,
        "topic": Topic.VOIDED,
    }
    return DeskRow(**{**members, **changes})  # type: ignore[arg-type]


def test_every_name_is_there_in_both_languages() -> None:
    names = {}
    for language in ("vi", "en"):
        choose_language(language, resource("locale"))
        names[language] = [*map(section_name, SectionKind), *map(act_words, DeskAct)]

    assert all(names["en"][: len(SectionKind)])
    assert not {*names["en"]} & {*names["vi"]} - {""}


def test_every_row_has_a_title_and_chips_of_words(tongue: str) -> None:
    for kind in SectionKind:
        for row in (a_row(), a_row(person=None, quote="Cần sửa.", subject=None, reference=None, at=None)):
            topic = Topic.PAGES if kind in (SectionKind.KEEPING, SectionKind.SET_UP) else row.topic
            said = row_words(kind, replace(row, topic=topic), lambda code: "Công văn", NOW)
            assert said.title or kind in (SectionKind.HELD, SectionKind.ODDITIES), (tongue, kind)
            assert all(word and tone for word, tone in said.chips)


@pytest.mark.parametrize("topic", OF_OFFICE)
@pytest.mark.parametrize("count", [0, 1, 2025])
def test_every_topic_of_the_office_is_told(tongue: str, topic: Topic, count: int) -> None:
    row = a_row(topic=topic, count=count, people=("Lê Thị Mai",))
    said = row_words(SectionKind.SET_UP, row, str, NOW)

    assert said.title
    assert said.below
    assert "{" not in said.title + said.below


def test_the_sentence_says_all_that_waits_and_nothing_else(vietnamese: None) -> None:
    def of(kind: SectionKind, total: int) -> DeskSection:
        return section(kind, [a_row()], total)

    waits = (
        of(SectionKind.TO_NUMBER, 3),
        of(SectionKind.TO_HAND_ON, 5),
        of(SectionKind.DRAFTS, 4),
        of(SectionKind.HELD, 2),
    )

    assert sentence(DeskContents(TODAY, waits, late=1)) == "3 văn bản chờ cấp số, 5 văn bản đến chưa chuyển, 1 quá hạn."
    assert sentence(DeskContents(TODAY, waits[2:])) == "Không có việc nào chờ."


def test_what_leads_further_says_where(vietnamese: None) -> None:
    assert all_words(section(SectionKind.TO_NUMBER, [a_row()] * 3)) == "Cấp số cả 3"
    assert all_words(section(SectionKind.TO_NUMBER, [a_row()], 9)) == "Xem tất cả"
    assert all_words(section(SectionKind.TO_HAND_ON, [a_row()])) == "Vào sổ mới"
    assert all_words(section(SectionKind.KEEPING, [a_row()])) == ""
    assert more_words(section(SectionKind.DRAFTS, [a_row()], 1204)) == "còn 1.203"


@pytest.mark.parametrize(
    ("due_on", "chip"),
    [
        (date(2024, 12, 20), ("Quá 4 ngày", "red")),
        (date(2024, 12, 22), ("Quá 1 ngày", "red")),
        (date(2024, 12, 24), ("Hạn hôm nay", "amber")),
        (date(2024, 12, 26), ("Thứ Năm", "amber")),
        (date(2024, 12, 28), ("28/12", "muted")),
    ],
)
def test_a_deadline_is_told_by_how_near_it_is(vietnamese: None, due_on: date, chip: tuple[str, str]) -> None:
    assert due_chip(deadline_on(due_on, TODAY, Workdays())) == chip
