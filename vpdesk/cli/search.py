"""The command that finds documents."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vpdesk.domain.finding import Hit
    from vpdesk.services.desk import Desk


def add_search(add: Callable[..., Any], common: argparse.ArgumentParser) -> None:
    """Let a command line understand `search`."""
    parser = add("search", parents=[common], help="find documents by words, numbers and days, the newest first")
    parser.add_argument("words", nargs="+", metavar="WORD", help="as in the window: 229cv, 'tinh gon', tháng 12/2024")
    parser.add_argument("--json", action="store_true", help="a list of objects in place of lines")
    parser.add_argument("--limit", type=_limit, default=100, metavar="N", help="at most so many (100)")


def _limit(text: str) -> int:
    """How many documents, from 1."""
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text} is no number of documents")
    return int(text)


def search(arguments: argparse.Namespace, desk: Desk) -> int:
    """Find documents and print them, one a line."""
    import json

    from vpdesk.cli.seat import sit_down
    from vpdesk.domain.search_query import Search
    from vpdesk.services import entrance, finding
    from vpdesk.words.finding import hit_line

    sit_down(desk, arguments.login)
    try:
        found = finding.find(desk, Search(" ".join(arguments.words) + " "), limit=arguments.limit)
    finally:
        entrance.sign_out(desk)
        desk.close()
    if arguments.json:
        print(json.dumps([_plain(hit) for hit in found.hits], ensure_ascii=False, indent=1))
    else:
        for hit in found.hits:
            print(hit_line(hit))
    return 0


def _plain(hit: Hit) -> dict[str, object]:
    """What was found as plain data; other programs rely on these names."""
    return {
        "record": str(hit.record),
        "kind": hit.kind.value,
        "state": hit.state,
        "date": hit.day.isoformat() if hit.day else None,
        "reference": hit.reference,
        "number": hit.number,
        "type": hit.document_type,
        "subject": hit.subject,
        "party": hit.party.split("\n") if hit.party else [],
        "person": hit.person,
        "due": hit.due_on.isoformat() if hit.due_on else None,
    }
