"""The words of case files: each has its own, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

import pytest

from vpdesk.domain.case_closing import Gap
from vpdesk.domain.case_files import PERMANENT, CaseState, PaperKind, Retention
from vpdesk.domain.case_forms import CaseForm
from vpdesk.domain.case_handing import Hindrance
from vpdesk.domain.finding import FoundKind
from vpdesk.paths import resource
from vpdesk.words.case_files import (
    case_form_name,
    case_state_name,
    gap_name,
    gap_remedy,
    hindrance_words,
    paper_kind_name,
    retention_words,
)
from vpdesk.words.catalogue import choose_language
from vpdesk.words.finding import found_kinds_name, found_state_name

NAMES: tuple[tuple[type[Enum], Callable[[Any], str]], ...] = (
    (CaseState, case_state_name),
    (CaseForm, case_form_name),
    (Gap, gap_name),
    (Gap, gap_remedy),
    (Hindrance, hindrance_words),
    (PaperKind, paper_kind_name),
    (FoundKind, found_kinds_name),
)


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    choose_language(request.param, resource("locale"))
    yield request.param
    choose_language("vi", resource("locale"))


@pytest.mark.parametrize(("kind", "name"), NAMES, ids=lambda one: getattr(one, "__name__", ""))
def test_each_has_words_of_its_own(kind: type[Enum], name: Callable[[Any], str], language: str) -> None:
    words = [name(one) for one in kind]

    assert len(set(words)) == len(words)
    assert not any("{" in one for one in words)


def test_how_long_a_file_is_kept_is_said(language: str) -> None:
    said = {
        "vi": ["Vĩnh viễn", "1 năm", "20 năm", "Chưa có thời hạn"],
        "en": ["Permanent", "1 year", "20 years", "No term yet"],
    }
    assert [retention_words(one) for one in (PERMANENT, Retention(1), Retention(20), None)] == said[language]


def test_a_case_file_that_was_found_says_how_it_stands(language: str) -> None:
    assert found_state_name(FoundKind.CASE_FILE, "set_aside") == {"vi": "Tạm đóng", "en": "Set aside"}[language]
