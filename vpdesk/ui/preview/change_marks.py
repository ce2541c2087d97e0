"""Changes as marks on the pages of the dispatch they led to."""

from __future__ import annotations

from vpdesk.domain.changes import Change, ChangeKind
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.whereabouts import Whereabouts
from vpdesk.services.typesetting import LaidOut
from vpdesk.ui.preview.marks import Mark, MarkKind

_KINDS = {
    ChangeKind.ADDED: MarkKind.ADDED,
    ChangeKind.CHANGED: MarkKind.CHANGED,
    ChangeKind.REMOVED: MarkKind.REMOVED,
}


def marks_of(
    changes: tuple[Change, ...], laid_out: LaidOut, fonts: FontBook, chosen: int | None = None
) -> tuple[Mark, ...]:
    """A mark for each change, in their order; without areas where nothing of it is on the paper."""
    where = Whereabouts(laid_out.dispatch, Rulebook(laid_out.pack))
    return tuple(
        Mark(
            _KINDS[one.kind],
            where.areas(one.path, one.start, one.end, laid_out.document, fonts),
            is_chosen=number == chosen,
        )
        for number, one in enumerate(changes)
    )
