"""Finding: documents by what somebody types of them, saved views, and the index kept and made anew.

A question reads the store and may run beside its worker, on a connection of its own; the other acts run on the worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final
from uuid import UUID

from vpdesk.domain.access import may_read
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.drafts import Reader
from vpdesk.domain.errors import NoSuchRecord
from vpdesk.domain.finding import FoundKind, Hit, of_arrival, of_case_file, of_draft, of_line, text_of_dispatch
from vpdesk.domain.finding_words import glued, is_plain_word
from vpdesk.domain.hit_marks import marked
from vpdesk.domain.ids import new_id
from vpdesk.domain.roles import Permission
from vpdesk.domain.search_query import (
    Counts,
    Inquiry,
    SavedView,
    Search,
    Typed,
    closest_first,
    inquiry_of,
    understand,
)
from vpdesk.domain.stopping import Stop
from vpdesk.domain.text import entered
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork
    from vpdesk.domain.case_files import CaseFile
    from vpdesk.domain.drafts import Draft
    from vpdesk.domain.incoming import IncomingDocument
    from vpdesk.domain.organisation import Officer
    from vpdesk.domain.outgoing import RegisterLine

CAP: Final = 1_000
"""Documents that are counted, and put into an order other than the newest first."""

_VIEW: Final = "saved_view"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `spelled` are the words that documents have, where those that were typed are in none."""

    hits: tuple[Hit, ...]
    after: int | None = None
    spelled: tuple[str, ...] = ()


def find(desk: Desk, search: Search, after: int | None = None, limit: int = 100, *, stop: Stop | None = None) -> Found:
    """The documents that fit, the newest first, those behind a place where one is given.

    Best first, the newest thousand are put in order. Where nothing fits, words one letter away are looked for. Raises
    CalledOff where `stop` was called.
    """
    stop, typed = stop or Stop(), _understood(desk, search)
    with desk.store.reading() as work:
        reader = _reader(desk, work)
        inquiry = inquiry_of(search, typed, desk.today())
        with stop.over(work.findings.interrupt()):
            if search.best_first:
                page = work.findings.page(inquiry, reader, None, CAP)
                return Found(closest_first(page.rows, typed)[:limit], None, ())
            found = work.findings.page(inquiry, reader, after, limit)
            if found.rows or found.after is not None:
                return Found(found.rows, found.after)
            for nearer, words in _nearer(work, inquiry, typed):
                stop.check()
                found = work.findings.page(nearer, reader, after, limit)
                if found.rows:
                    return Found(found.rows, found.after, words)
    return Found(())


def _nearer(work: UnitOfWork, inquiry: Inquiry, typed: Typed) -> Iterator[tuple[Inquiry, tuple[str, ...]]]:
    """What may have been meant: first all words that nobody has written are spelled otherwise, then each by itself."""
    plain = [term for term in typed.terms if is_plain_word(term.word)]
    unknown = [term for term in plain if not work.findings.knows(term)]
    tries = [unknown, *([term] for term in plain)] if len(unknown) != 1 else [unknown]
    for terms in tries:
        near = {term: work.findings.near(term.word) for term in terms}
        if near and all(near.values()):
            groups = tuple(
                tuple(replace(term, word=word) for word in near[term]) if term in near else (term, *others)
                for term, *others in inquiry.groups
            )
            meant = {term.word for term in near}
            phrases = tuple(phrase for phrase in inquiry.phrases if meant.isdisjoint(phrase.split()))
            yield replace(inquiry, groups=groups, phrases=phrases), tuple(chain(*near.values()))


def count(desk: Desk, search: Search, *, stop: Stop | None = None) -> Counts:
    """How many documents fit, up to a thousand, and of which kinds. Raises CalledOff where `stop` was called."""
    stop, typed = stop or Stop(), _understood(desk, search)
    with desk.store.reading() as work:
        reader, inquiry = _reader(desk, work), inquiry_of(search, typed, desk.today())
        with stop.over(work.findings.interrupt()):
            counts = work.findings.counts(inquiry, reader, CAP)
            for nearer, _words in _nearer(work, inquiry, typed) if counts.total == 0 else ():
                stop.check()
                if (near := work.findings.counts(nearer, reader, CAP)).total:
                    return near
            return counts


def passages(desk: Desk, search: Search, hits: Iterable[Hit], *, stop: Stop | None = None) -> Mapping[UUID, str]:
    """Of documents that do not say in sight all that was typed, the words around the first place that says more.

    Raises CalledOff where `stop` was called.
    """
    stop, terms, told = stop or Stop(), _understood(desk, search).terms, dict[UUID, str]()
    with desk.store.reading() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        for hit in hits:
            stop.check()
            in_sight = " ".join(filter(None, (hit.reference, hit.subject, hit.party, hit.person)))
            if missing := [term for term in terms if not marked(in_sight, [term])]:
                text = " ".join(_text_of(work, officer, hit).split())
                if spans := marked(text, missing):
                    told[hit.record] = text[max(0, spans[0][0] - _AROUND) : spans[0][1] + 2 * _AROUND]
    return told


_AROUND: Final = 200
"""Letters before a place that says what was typed; behind it stand twice as many."""


def _text_of(work: UnitOfWork, officer: Officer, hit: Hit) -> str:
    """The text of a document behind what lists show, where the officer may read it."""
    if hit.kind is FoundKind.DRAFT:
        draft = work.drafts.get(hit.record)
        return text_of_dispatch(draft.dispatch) if may_read(officer, draft.owner, draft.progress) else ""
    of_files = work.finding.words_of_files(hit.record)
    if hit.kind is FoundKind.OUTGOING and (dispatch := work.numbers.line(hit.record).dispatch) is not None:
        return f"{text_of_dispatch(work.drafts.get(dispatch).dispatch)} {of_files}"
    return of_files


def inquiry_at(desk: Desk, search: Search) -> Inquiry:
    """What the store is asked for a search today."""
    return inquiry_of(search, _understood(desk, search), desk.today())


def _understood(desk: Desk, search: Search) -> Typed:
    """What was typed, with the symbols that numbers bear in any rules."""
    symbols = (one.symbol for pack in desk.packs.values() for one in pack.types if one.symbol)
    return understand(search.text, frozenset(map(glued, symbols)))


def _reader(desk: Desk, work: UnitOfWork) -> Reader:
    officer = require(desk, work, Permission.READ_REGISTERS)
    return Reader(officer.id, reads_submitted=officer.may(Permission.READ_SUBMITTED))


# --- the index ----------------------------------------------------------------------------------------------------


def index_line(desk: Desk, work: UnitOfWork, line: RegisterLine, dispatch: Dispatch | None = None) -> None:
    """Let a line of a row of numbers be found as it is now, in the act that changed it.

    `dispatch` is its own, where whoever asks has it at hand.
    """
    if dispatch is None and line.dispatch is not None:
        dispatch = work.drafts.get(line.dispatch).dispatch
    group, of_files = work.numbers.series(line.series).group, work.finding.words_of_files(line.id)
    called = type_name(desk, line.document_type)
    work.finding.keep(line.id, of_line(line, group, called, dispatch=dispatch, of_files=of_files))


def index_arrival(desk: Desk, work: UnitOfWork, arrival: IncomingDocument) -> None:
    """Let an arrival be found as it is now, in the act that changed it, the work on it or its files."""
    called, of_files = type_name(desk, arrival.document_type), work.finding.words_of_files(arrival.id)
    handling = work.handlings.of(arrival.id)
    work.finding.keep(arrival.id, of_arrival(arrival, called, handling, of_files=of_files))


def index_case_file(work: UnitOfWork, case_file: CaseFile) -> None:
    """Let a case file be found as it is now, in the act that changed it."""
    heading = work.case_files.heading(case_file.heading).name if case_file.heading else None
    keeper = work.organisation.officer(case_file.keeper).name if case_file.keeper else None
    work.finding.keep(case_file.id, of_case_file(case_file, heading, keeper))


def type_name(desk: Desk, code: str | None) -> str:
    """The name of a type by its code in any catalogue; what is no code is a name."""
    names = (one.name for pack in desk.packs.values() for one in pack.types if one.code == code)
    return next(names, code or "")


def index_draft(work: UnitOfWork, draft: Draft, called: str) -> None:
    """Let a draft be found as it is now, in the act that changed it; `called` is what its type is called."""
    work.finding.keep(draft.id, of_draft(draft, called))


def rebuild(desk: Desk) -> int:
    """Make the index anew from the records; how many documents can be found."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.KEEP_BOOKS)
        number = work.finding.rebuild(partial(type_name, desk))
        work.tell(officer.id, "rebuild", "index", None, documents=number)
        return number


# --- saved views --------------------------------------------------------------------------------------------------


def views(desk: Desk) -> tuple[tuple[SavedView, Counts], ...]:
    """The officer's saved views, each with its counts."""
    with desk.store.reading() as work:
        officer, reader = require(desk, work, Permission.READ_REGISTERS), _reader(desk, work)
        return tuple(
            (view, work.findings.counts(inquiry_at(desk, view.search), reader, CAP))
            for view in work.views.of(officer.id)
        )


def save_view(desk: Desk, name: str, search: Search) -> SavedView:
    """Keep a search by a name; it takes the place of the officer's view of that name."""
    with desk.store.writing() as work:
        officer, called = require(desk, work, Permission.READ_REGISTERS), entered(name) or search.text
        own = work.views.of(officer.id)
        there = next((view for view in own if view.name.casefold() == called.casefold()), None)
        view = SavedView(
            id=there.id if there else new_id(work.now),
            owner=officer.id,
            place=there.place if there else max((one.place for one in own), default=0) + 1,
            name=called,
            search=search,
        )
        work.views.put(view)
        work.tell(officer.id, "save", _VIEW, view.id)
        return view


def drop_view(desk: Desk, view: UUID) -> SavedView:
    """Forget a view of one's own; what it was, so that `restore_view` can bring it back. Raises NoSuchRecord."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        own = next((one for one in work.views.of(officer.id) if one.id == view), None)
        if own is None:
            raise NoSuchRecord(_VIEW, str(view))
        work.views.drop(view)
        work.tell(officer.id, "delete", _VIEW, view)
        return own


def restore_view(desk: Desk, view: SavedView) -> None:
    """Bring a view of one's own back. Raises NoSuchRecord for another's."""
    with desk.store.writing() as work:
        officer = require(desk, work, Permission.READ_REGISTERS)
        if view.owner != officer.id:
            raise NoSuchRecord(_VIEW, str(view.id))
        work.views.put(view)
        work.tell(officer.id, "restore", _VIEW, view.id)
