"""The printed pages of the books, and which rows stand on pages that were signed and locked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from vpdesk.db.register_records import CORRECTIONS, Column, Form
from vpdesk.db.register_tables import BookPageRow, CorrectionRow, LockedRow
from vpdesk.domain.book_pages import BookPage, page_content, page_rows
from vpdesk.domain.outgoing import Correction
from vpdesk.domain.register import BookKind, BookScope

_PAGES: Final = Form(
    BookPageRow,
    BookPage,
    {
        "kind": Column("book_kind", lambda kind: kind.value, BookKind),
        "key": Column("book_key"),
        "rows": Column("content", page_content, page_rows),
    },
)


class Books:
    """The printed pages."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def pages(self, scope: BookScope) -> tuple[BookPage, ...]:
        """The pages of a book that were printed, in their order."""
        rows = self._session.scalars(
            select(BookPageRow)
            .where(
                BookPageRow.book_kind == scope.kind.value,
                BookPageRow.book_key == scope.key,
                BookPageRow.year == scope.year,
            )
            .order_by(BookPageRow.number)
        )
        return tuple(map(_PAGES.value, rows))

    def put(self, page: BookPage) -> None:
        """Keep a page; one that is locked now keeps its rows from being changed in silence."""
        self._session.merge(_PAGES.row(page))
        self._session.flush()
        if page.locked_at is not None:
            locked = [{"row_id": row.id, "page_id": page.id} for row in page.rows]
            if locked:
                self._session.execute(insert(LockedRow), locked)

    def drop(self, pages: Iterable[UUID]) -> None:
        """Drop pages that were printed anew."""
        for page in pages:
            if (row := self._session.get(BookPageRow, page)) is not None:
                self._session.delete(row)
        self._session.flush()

    def is_locked(self, record: UUID) -> bool:
        """Whether a record stands on a page that was signed and locked, of any book."""
        return self._session.scalars(select(LockedRow.row_id).where(LockedRow.row_id == record)).first() is not None

    def late_corrections(self, scope: BookScope) -> tuple[Correction, ...]:
        """The changes that were made to rows of a book after their page was locked, the first first."""
        pages = select(BookPageRow.id).where(
            BookPageRow.book_kind == scope.kind.value,
            BookPageRow.book_key == scope.key,
            BookPageRow.year == scope.year,
        )
        rows = self._session.scalars(
            select(CorrectionRow)
            .where(
                CorrectionRow.after_lock.is_(True),
                CorrectionRow.record_id.in_(select(LockedRow.row_id).where(LockedRow.page_id.in_(pages))),
            )
            .order_by(CorrectionRow.made_at, CorrectionRow.id)
        )
        return tuple(map(CORRECTIONS.value, rows))
