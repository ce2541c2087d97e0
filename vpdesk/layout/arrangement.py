"""What holds before anything is measured: the gaps between items, the outline, what stands abreast.

The page and the editable copy both follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vpdesk.layout.content import Closing, Head, Item, NewPage, Rule, Salutation, Signature, Table, Text
from vpdesk.layout.norms import BODY_ROLES, Norms, Role

OUTLINE_LEVELS = {
    Role.DIVISION: 1,
    Role.HEADING_1: 1,
    Role.APPENDIX_TITLE: 1,
    Role.ARTICLE: 2,
    Role.HEADING_2: 2,
    Role.HEADING_3: 3,
    Role.HEADING_4: 4,
}
"""The roles that stand in the outline, and how deep."""

KEPT_WITH_NEXT = frozenset(
    {*OUTLINE_LEVELS, Role.DIVISION_TITLE, Role.TYPE_NAME, Role.SUBJECT, Role.SUBJECT_RULE, Role.APPENDIX_NOTE}
)
"""The roles that never stand at the foot of a page, parted from what follows."""

_ABREAST = 3
"""Signature blocks that stand side by side, at most."""


def leads_in(text: Text) -> bool:
    """Whether a text ends in a colon: what it leads in follows on the same page."""
    return bool(text.runs) and text.runs[-1].text.rstrip().endswith(":")


def gap_between(above: Item | None, item: Item, norms: Norms) -> float:
    """The gap between two items: the larger of what the one wants below and the other above."""
    begins_body = isinstance(above, Head) or (isinstance(above, Text) and above.role is Role.TYPE_NAME)
    if begins_body and isinstance(item, Text) and item.role in BODY_ROLES:
        return max(norms.body_before, norms.styles[item.role].before)
    return max(_wanted_below(above, norms), _wanted_above(item, norms))


def _wanted_above(item: Item, norms: Norms) -> float:
    match item:
        case Text(role=role):
            return norms.styles[role].before
        case Table():
            return norms.styles[Role.TABLE_CELL].before
        case Salutation():
            return norms.styles[Role.SALUTATION].before
        case Closing() | Rule():
            return norms.styles[Role.AUTHORITY].before
        case Head() | NewPage():
            return 0.0


def _wanted_below(item: Item | None, norms: Norms) -> float:
    match item:
        case Text(role=role):
            return norms.styles[role].after
        case Table():
            return norms.styles[Role.TABLE_CELL].after
        case Salutation():
            return norms.styles[Role.ADDRESSEE].after
        case Rule():
            return norms.styles[Role.AUTHORITY].before
        case _:
            return 0.0


def signature_rows(signatures: Sequence[Signature]) -> Iterator[Sequence[Signature]]:
    """Several signatures in rows from left to right, as many abreast as can be."""
    rest = signatures
    while rest:
        # Four stand better as two and two than as three and one.
        abreast = _ABREAST if len(rest) != _ABREAST + 1 else len(rest) // 2
        yield rest[:abreast]
        rest = rest[abreast:]
