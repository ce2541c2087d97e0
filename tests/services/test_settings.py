"""This machine's choices as text."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpdesk.settings import BadSettings, Settings, format_settings, parse_settings

_texts = st.text(st.characters(codec="utf-8"), max_size=20)


def test_the_usual_settings_are_an_empty_file() -> None:
    assert format_settings(Settings()) == ""
    assert parse_settings("") == Settings()


def test_only_what_was_chosen_is_written() -> None:
    assert format_settings(Settings(theme="dark")) == 'theme = "dark"\n'


@given(
    st.builds(
        Settings,
        language=st.sampled_from(("vi", "en")),
        theme=st.sampled_from(("system", "light", "dark")),
        font_size=st.sampled_from((10, 11, 12, 14)),
        zoom=st.sampled_from(("width", "page", "125")),
        page_list=st.booleans(),
        window=_texts,
        last_folder=_texts,
        recent=st.lists(_texts, max_size=3).map(tuple),
        stand_alone_decision=_texts,
    )
)
def test_settings_come_back_from_their_text_as_they_went_in(settings: Settings) -> None:
    assert parse_settings(format_settings(settings)) == settings


def test_a_folder_whose_name_is_no_text_does_not_keep_settings_from_being_saved() -> None:
    """A file name of another encoding reaches Python with lone surrogates in it."""
    format_settings(Settings(last_folder="/home/\udcff")).encode()


OTHERS: dict[str, Any] = {
    "words": {"printer": "máy in tầng 2"},
    "figures": {"copies": 3, "scale": 1.25},
    "a list": {"columns": [1, 2, 3]},
    "a day": {"since": date(2024, 12, 24)},
    "a table": {"printer": {"name": "máy in", "tray": 2}},
    "tables": {"desks": [{"name": "a"}, {"name": "b"}]},
    "an odd key": {"a b": 1},
    "infinity": {"limit": float("inf")},
}


@pytest.mark.parametrize("others", OTHERS.values(), ids=OTHERS.keys())
def test_what_a_newer_program_wrote_is_kept(others: dict[str, Any]) -> None:
    text = format_settings(Settings(theme="dark", others=others))

    assert tomllib.loads(text) == {"theme": "dark", **others}
    assert parse_settings(text) == Settings(theme="dark", others=others)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("language", "TOML"),
        ("a = 1\na = 2", "TOML"),
        ('language = "de"', "language"),
        ("language = 1", "language"),
        ('theme = "blue"', "theme"),
        ("font_size = 9", "font_size"),
        ("font_size = true", "font_size"),
        ('page_list = "yes"', "page_list"),
        ('recent = "a"', "recent"),
        ("recent = [1, 2]", "recent"),
        ('zoom = "as you like"', "zoom"),
        ('zoom = "0"', "zoom"),
    ],
)
def test_a_choice_that_is_none_is_refused_with_its_key(text: str, key: str) -> None:
    with pytest.raises(BadSettings) as caught:
        parse_settings(text)

    assert caught.value.key == key
