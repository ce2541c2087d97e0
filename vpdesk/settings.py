"""This machine's choices, in one small TOML file that a person can read and edit."""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """What this machine remembers. `others` are keys of a newer program, kept as they are."""

    language: str = "vi"
    theme: str = "system"
    font_size: int = 10
    zoom: str = "width"
    """`width`, `page`, or a percentage such as `125`."""
    page_list: bool = True
    rail_folded: bool = False
    rail_folded_beside_text: bool = True
    """The rail beside a draft, which needs the room."""
    draft_columns: str = ""
    """The columns of the list of drafts, as the window system packs them."""
    window: str = ""
    """Place and state of the window, as the window system packs it."""
    last_folder: str = ""
    recent: tuple[str, ...] = ()
    reminders_away: tuple[str, ...] = ()
    """Who has put the reminder of deadlines away, each with the day for which it stays away."""
    case_files_used: tuple[str, ...] = ()
    """The ids of the case files that documents were put in last, the last first."""
    stand_alone_decision: str = ""
    """The number of the decision that sets this machine up as stand-alone for secret papers."""
    database: str = ""
    """The address of the office's PostgreSQL, such as `postgresql://host/office`; empty for a file beside this one."""
    others: Mapping[str, Any] = field(default_factory=dict)


class BadSettings(ValueError):
    """A settings text that cannot be understood; the arguments are the key and what is wrong with it."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(key, problem)
        self.key = key
        self.problem = problem


_CHOICES = {"language": ("vi", "en"), "theme": ("system", "light", "dark"), "font_size": (10, 11, 12, 14)}


def parse_settings(text: str) -> Settings:
    """Settings from TOML. Raises BadSettings with the key that is wrong."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadSettings("TOML", str(error)) from None
    known = {one.name: one for one in fields(Settings) if one.name != "others"}
    values: dict[str, Any] = {}
    for key in tree.keys() & known.keys():
        value = tuple(tree[key]) if isinstance(tree[key], list) else tree[key]
        default = known[key].default
        if type(value) is not type(default) or not _may_be(key, value):
            raise BadSettings(key, json.dumps(tree[key], ensure_ascii=False, default=str))
        values[key] = value
    return Settings(**values, others={key: value for key, value in tree.items() if key not in known})


def _may_be(key: str, value: object) -> bool:
    """Whether a value of the right kind is one of those a key may have."""
    if key == "zoom":
        zoom = str(value)
        return zoom in ("width", "page") or (zoom.isdecimal() and 10 <= int(zoom) <= 1000)
    if isinstance(value, tuple):
        return all(isinstance(one, str) for one in value)
    return key not in _CHOICES or value in _CHOICES[key]


def format_settings(settings: Settings) -> str:
    """Settings as TOML, defaults left out."""
    lines = [
        f"{one.name} = {_toml(getattr(settings, one.name))}"
        for one in fields(Settings)
        if one.name != "others" and getattr(settings, one.name) != one.default
    ]
    lines += [f"{_toml_key(key)} = {_toml(value)}" for key, value in settings.others.items()]
    return "".join(f"{line}\n" for line in lines)


def _toml(value: object) -> str:
    """A value in TOML: tables inline, so that each key stands on one line."""
    if isinstance(value, str):
        # What is no text, such as a file name in another encoding, cannot be kept as text.
        text = value.encode("utf-8", "replace").decode("utf-8")
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_toml_key(key)} = {_toml(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} does not come out of TOML")


def _toml_key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9_-]+", key) else _toml(key)
