"""Builders of values and files: each gives the smallest thing that works, and takes what matters to a test."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import EllipsisType
from typing import Any

from vpdesk.domain.body import Block, Paragraph, Run, Runs
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.dispatch_file import FORMAT
from vpdesk.domain.pack import RulePack, read_pack

LETTER: Mapping[str, Any] = {
    "issuing_body": "BAN TUYÊN GIÁO",
    "parent_body": "HUYỆN ỦY HÀ NINH",
    "number": 12,
    "place": "Hà Ninh",
    "date": date(2024, 12, 24),
    "subject_summary": "V/v mở lớp bồi dưỡng",
    "addressees": ("Các chi bộ, đảng bộ trực thuộc",),
    "body": (Paragraph((Run("Ban Tuyên giáo đề nghị các đồng chí cử người dự lớp."),)),),
    "distribution": ("Như trên", "Lưu Ban Tuyên giáo"),
    "signing": (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),),
}


def a_dispatch(type: str = "CV", **changes: Any) -> Dispatch:  # noqa: A002 -- reads as what it means
    """A complete small dispatch of this type, with these members in place of its own."""
    members = {**LETTER, "symbol": f"{type}/BTGHU", **changes}
    return Dispatch(document_type=type, **members)


def a_bare_dispatch(type: str = "CV", **changes: Any) -> Dispatch:  # noqa: A002 -- reads as what it means
    """A draft with nothing but what a dispatch must have, and these members."""
    return Dispatch(document_type=type, **{"issuing_body": "BAN TUYÊN GIÁO", **changes})


def runs(*texts: str | Run) -> Runs:
    """Runs from plain texts and runs."""
    return tuple(text if isinstance(text, Run) else Run(text) for text in texts)


def a_paragraph(*texts: str | Run) -> Paragraph:
    """A paragraph of these texts."""
    return Paragraph(runs(*texts))


def a_long_body(words: int) -> tuple[Block, ...]:
    """Paragraphs of forty different syllables each, `words` of them altogether."""
    syllables = _syllables()
    texts = [next(syllables) for _ in range(words)]
    return tuple(a_paragraph(" ".join(texts[start : start + 40]) + ".") for start in range(0, words, 40))


def _syllables() -> Iterator[str]:
    first, last = ("b", "c", "đ", "gi", "kh", "l", "ng", "ph", "th", "tr"), ("ấn", "ề", "ộng", "ữa", "ỷ", "ang", "ơi")
    number = 0
    while True:
        yield first[number % len(first)] + last[number // len(first) % len(last)]
        number += 1


def a_tree(**changes: Any) -> dict[str, Any]:
    """The object of the smallest dispatch file, with these members; `...` takes a member out."""
    tree = {"format": FORMAT, "document_type": "CV", "issuing_body": "BAN TUYÊN GIÁO", **changes}
    return {key: value for key, value in tree.items() if not isinstance(value, EllipsisType)}


def a_file(**changes: Any) -> bytes:
    """The smallest dispatch file, with these members; `...` takes a member out."""
    return json.dumps(a_tree(**changes)).encode()


def write_file(path: Path, **changes: Any) -> Path:
    """Write such a file and give its path back."""
    path.write_bytes(a_file(**changes))
    return path


def a_pack_tree(**changes: Any) -> dict[str, Any]:
    """The TOML tree of a small rule pack, with these members; `...` takes a member out."""
    tree = {
        "name": "party-1999",
        "title": "Hướng dẫn 1-HD/VPTW",
        "revision": 1,
        "valid_from": date(1999, 1, 1),
        "page": {"top_mm": {"value": 20, "source": "HD1"}},
        "words": {"star": {"value": "*", "source": "practice"}},
        "types": [a_type()],
        **changes,
    }
    return {key: value for key, value in tree.items() if not isinstance(value, EllipsisType)}


def a_type(**changes: Any) -> dict[str, Any]:
    """An entry of a pack's catalogue of types; `...` takes a member out."""
    entry = {
        "code": "CV",
        "name": "Công văn",
        "symbol": "CV",
        "group": "CV",
        "subject": "under_number",
        "issuers": ["committee", "advisory"],
        "source": "QĐ1",
        **changes,
    }
    return {key: value for key, value in entry.items() if not isinstance(value, EllipsisType)}


def a_pack(**changes: Any) -> RulePack:
    """Such a pack, read."""
    return read_pack(a_pack_tree(**changes), {})
