"""A small office of three years: `python -m bench.three_years FOLDER [--arrivals-a-year N] [--database URL]`.

Invented from a seed, from January 2022 to the morning of 24 December 2024: what arrived and how it was worked, what
went out and to whom, the case files. It is a real store whose history answers for every record, and whose tables that
are made from others are as the program would make them; but the records are written straight into their tables, for an
act on each would take an hour. Left out are files and their bytes, earlier versions of dispatches and corrections.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Final

from bench.bulk import Record, fill, keep, record, record_of
from bench.years.arrivals import Arrivals, Worked, answered
from bench.years.calendar import DAYS_OFF, LAST_DAY, NOW, Chance
from bench.years.case_files import CaseFiles, Kept
from bench.years.outgoing import Outgoing, Sent
from bench.years.people import Staff, found
from vpdesk.db.records import draft_row, signing_value
from vpdesk.db.register_records import (
    ARRIVAL_BOOKS,
    ARRIVAL_YEARS,
    DELIVERIES,
    HOLIDAYS,
    INCOMING,
    LINES,
    LINKS,
    SERIES,
)
from vpdesk.db.register_tables import ArrivalValueRow
from vpdesk.db.repositories import ADDRESSEE, OFFICE, PLACE, RECIPIENT, SIGNATORY
from vpdesk.db.tables import MentionRow, Row
from vpdesk.db.work_records import (
    ASSIGNEES,
    CASE_FILES,
    CASE_HANDOVERS,
    CASE_HEADINGS,
    CASE_LISTS,
    CASE_PAPERS,
    EXTENSIONS,
    HANDLINGS,
    OPEN_ARRIVALS,
    PHRASES,
    RETENTION_RULES,
)
from vpdesk.domain.arriving import FIRST_BOOK, SECRET_ARRIVALS, mentioned
from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.drafts import Draft, mentions
from vpdesk.domain.finding import of_arrival, of_line
from vpdesk.domain.handling import DirectivePhrase
from vpdesk.domain.incoming import twin_key
from vpdesk.domain.outgoing import Link, LinkKind
from vpdesk.paths import Places
from vpdesk.services import drafting, signoff
from vpdesk.services.beginnings import begin_from, pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.finding import type_name
from vpdesk.settings import Settings

ARRIVALS_A_YEAR: Final = 6_000
_PHRASES: Final = (
    "Chủ trì, tham mưu thực hiện",
    "Nghiên cứu, báo cáo đề xuất",
    "Tham mưu văn bản trả lời",
    "Theo dõi, tổng hợp chung",
    "Phối hợp thực hiện",
    "Lưu hồ sơ",
)
_DECIDED: Final = "Quyết định của Trưởng ban ngày 04/01/2022"


@dataclass(frozen=True, slots=True)
class Office:
    """What was invented."""

    staff: Staff
    arrivals: tuple[Worked, ...]
    lines: tuple[Sent, ...]
    kept: Kept


def invent(desk: Desk, arrivals_a_year: int = ARRIVALS_A_YEAR, seed: int = 229) -> Office:
    """Found the office in an empty store and let three years go by; a clerk sits at the desk then.

    The history tells of it at the moment of the desk's clock.
    """
    chance = Chance(seed)  # the same office each time, no secret
    staff = found(desk, chance)
    arrived = Arrivals(chance, staff, arrivals_a_year)
    worked = list(arrived.made())
    outgoing = Outgoing(chance, staff, pack_of_day(desk, LAST_DAY), arrivals_a_year * 5 // 12)
    lines = tuple(outgoing.made(one.reply for one in worked if one.reply))
    worked, links = _linked(chance, worked, lines)
    invented = Office(staff, tuple(worked), lines, CaseFiles(chance, staff).made(worked, lines))
    keep(
        desk,
        staff.clerks[0].id,
        chain(
            map(partial(record, HOLIDAYS), DAYS_OFF),
            _phrases(chance, staff),
            map(partial(record, SERIES), outgoing.series),
            [record(ARRIVAL_BOOKS, FIRST_BOOK)],
            map(partial(record, ARRIVAL_YEARS), arrived.years()),
            _of_arrivals(desk, invented.arrivals),
            _of_lines(desk, invented.lines),
            map(partial(record, LINKS), links),
            _of_case_files(invented.kept),
        ),
    )
    fill(desk, _derived(invented))
    with desk.store.writing() as work:
        work.organisation.put_setting(OFFICE, SECRET_ARRIVALS, _DECIDED)
        work.tell(staff.clerks[0].id, "choose", "setting", None, key=SECRET_ARRIVALS, value=_DECIDED)
    _begin_drafts(desk, staff, min(24, arrivals_a_year // 20))
    return invented


def _linked(chance: Chance, worked: list[Worked], lines: Iterable[Sent]) -> tuple[list[Worked], list[Link]]:
    """The arrivals with the numbers of their replies, and the links between both."""
    by_reply = {id(one.reply): one.line for one in lines if one.reply}
    made, links = [], []
    for one in worked:
        line = by_reply.get(id(one.reply)) if one.reply else None
        if line is None:
            made.append(one)
            continue
        made.append(answered(one, line.reference, line.entered_by))
        at = line.entered_at
        links.append(Link(chance.new_id(at), line.id, one.arrival.id, LinkKind.ANSWERS, at, line.entered_by))
    return made, links


# --- the records --------------------------------------------------------------------------------------------------


def _phrases(chance: Chance, staff: Staff) -> Iterator[Record]:
    for head in (staff.head, *staff.deputies):
        for place, text in enumerate(_PHRASES):
            yield record(PHRASES, DirectivePhrase(chance.new_id(NOW), head.id, place, text))


def _of_arrivals(desk: Desk, arrivals: Iterable[Worked]) -> Iterator[Record]:
    called = cache(partial(type_name, desk))
    for one in arrivals:
        line = one.arrival
        key = twin_key(line.sender, line.reference, line.document_date)
        yield record(INCOMING, line, of_arrival(line, called(line.document_type)), twin_key=key)
    yield from (record(HANDLINGS, one.handling) for one in arrivals if one.handling)
    yield from (record(ASSIGNEES, assignee) for one in arrivals for assignee in one.assignees)
    yield from (record(EXTENSIONS, extension) for one in arrivals for extension in one.extensions)


def _of_lines(desk: Desk, lines: Iterable[Sent]) -> Iterator[Record]:
    called = cache(partial(type_name, desk))
    for one in lines:
        if one.draft:
            yield record_of(draft_row(one.draft, called(one.line.document_type)))
    for one in lines:
        dispatch, name = one.draft.dispatch if one.draft else None, called(one.line.document_type)
        yield record(LINES, one.line, of_line(one.line, one.group, name, dispatch=dispatch))
    yield from (record(DELIVERIES, delivery) for one in lines for delivery in one.deliveries)


def _of_case_files(kept: Kept) -> Iterator[Record]:
    for form, values in (
        (CASE_LISTS, kept.lists),
        (CASE_HEADINGS, kept.headings),
        (CASE_HANDOVERS, kept.handovers),
        (CASE_FILES, kept.files),
        (CASE_PAPERS, kept.papers),
        (RETENTION_RULES, kept.rules),
    ):
        yield from (record(form, value) for value in values)


# --- what is made from them ---------------------------------------------------------------------------------------


def _derived(invented: Office) -> Iterator[Row]:
    uses = Counter(mention for one in invented.arrivals for mention in mentioned(one.arrival))
    for (kind, sender, value), number in uses.items():
        yield ArrivalValueRow(kind=kind.value, sender=sender, value=value, uses=number)
    for one in invented.arrivals:
        if (waits := one.open) is not None:
            yield OPEN_ARRIVALS.row(waits)
    for sent in invented.lines:
        if sent.draft is not None:
            yield from _mentions(sent.draft)


def _mentions(draft: Draft) -> Iterator[Row]:
    found = mentions(draft.dispatch)
    kinds = {
        PLACE: found.places,
        ADDRESSEE: found.addressees,
        RECIPIENT: found.recipients,
        SIGNATORY: tuple(map(signing_value, found.signatories)),
    }
    for kind, values in kinds.items():
        yield from (MentionRow(dispatch_id=draft.id, kind=kind, value=value) for value in values)


# --- what is in hand ----------------------------------------------------------------------------------------------


def _begin_drafts(desk: Desk, staff: Staff, count: int) -> None:
    """Let some drafts be in hand, half of them before the head: by the acts of the program itself."""
    template = next(one for one in desk.templates if one.key == "bao-cao")
    for place in range(count):
        desk.seat.officer = staff.drafters[place % len(staff.drafters)].id
        begun = begin_from(desk, template, staff.body, LAST_DAY)
        subject = f"kết quả công tác tuyên giáo tháng {place % 12 + 1:02d}/2024"
        body = (Paragraph((Run(f"Ban Tuyên giáo Huyện ủy báo cáo {subject}."),)),)
        written = replace(begun, subject_summary=subject, body=body, distribution=("Huyện ủy (để báo cáo)", "Lưu VT"))
        draft = drafting.begin(desk, written, staff.body.id).draft
        if place % 2:
            signoff.submit(desk, draft.id)
    desk.seat.officer = staff.clerks[0].id


def main() -> None:
    """Invent the office in a folder."""
    parser = argparse.ArgumentParser(prog="bench.three_years", description=__doc__)
    parser.add_argument("folder", type=Path, help="the data folder, empty or new")
    parser.add_argument("--arrivals-a-year", type=int, default=ARRIVALS_A_YEAR)
    parser.add_argument("--database", default="", help="the address of a server's database, empty as well")
    chosen = parser.parse_args()
    desk = Desk(Places(chosen.folder), Settings(database=chosen.database), lambda: NOW)
    invented = invent(desk, chosen.arrivals_a_year)
    desk.close()
    print(f"{len(invented.arrivals):,} arrivals, {len(invented.lines):,} numbers, {len(invented.kept.files)} files")


if __name__ == "__main__":
    main()
