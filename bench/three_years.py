"""A small office of three years: `python -m bench.three_years FOLDER [--arrivals-a-year N] [--database URL]`.

Invented from a seed, from January 2022 to the morning of 24 December 2024: what arrived and how it was worked, what
went out and to whom, the case files. It is a real store whose history answers for every record, and whose tables that
are made from others are as the program would make them; but the records are written straight into their tables, for an
act on each would take an hour. Left out are files and their bytes, earlier versions of dispatches and corrections.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from bench.bulk import fill, keep, record
from bench.years.arrivals import Arrivals, Worked, answered
from bench.years.calendar import DAYS_OFF, LAST_DAY, NOW, Chance
from bench.years.case_files import CaseFiles
from bench.years.outgoing import Outgoing, Sent
from bench.years.people import Staff, found
from bench.years.records import Office, derived, of_arrivals, of_case_files, of_files, of_lines, of_phrases
from vpdesk.db.files import keep_bytes
from vpdesk.db.register_records import (
    ARRIVAL_BOOKS,
    ARRIVAL_YEARS,
    HOLIDAYS,
    LINKS,
    SERIES,
)
from vpdesk.db.repositories import OFFICE
from vpdesk.domain.arriving import FIRST_BOOK, SECRET_ARRIVALS
from vpdesk.domain.body import Paragraph, Run
from vpdesk.domain.outgoing import Link, LinkKind
from vpdesk.paths import Places
from vpdesk.services import drafting, signoff
from vpdesk.services.beginnings import begin_from, pack_of_day
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out
from vpdesk.settings import Settings

ARRIVALS_A_YEAR: Final = 6_000
_DECIDED: Final = "Quyết định của Trưởng ban ngày 04/01/2022"


def invent(desk: Desk, arrivals_a_year: int = ARRIVALS_A_YEAR, seed: int = 229) -> Office:
    """Found the office in an empty store and let three years go by; a clerk sits at the desk then.

    The history tells of it at the moment of the desk's clock.
    """
    chance = Chance(seed)  # the same office each time, no secret
    staff = found(desk, chance)
    arrived = Arrivals(chance, staff, arrivals_a_year)
    worked = list(arrived.made())
    outgoing = Outgoing(chance, staff, pack_of_day(desk, LAST_DAY), arrivals_a_year * 5 // 12)
    lines = list(outgoing.made(one.reply for one in worked if one.reply))
    paper = keep_bytes(desk.store.files, _a_paper(desk, lines))
    lines = [replace(one, line=replace(one.line, pdf=paper.digest)) if one.draft else one for one in lines]
    worked, links = _linked(chance, worked, lines)
    invented = Office(staff, tuple(worked), tuple(lines), CaseFiles(chance, staff).made(worked, lines))
    keep(
        desk,
        staff.clerks[0].id,
        chain(
            map(partial(record, HOLIDAYS), DAYS_OFF),
            of_phrases(chance, staff),
            map(partial(record, SERIES), outgoing.series),
            [record(ARRIVAL_BOOKS, FIRST_BOOK)],
            map(partial(record, ARRIVAL_YEARS), arrived.years()),
            of_arrivals(desk, invented.arrivals),
            of_lines(desk, invented.lines),
            map(partial(record, LINKS), links),
            of_case_files(invented.kept, staff),
            of_files(chance, invented, paper),
        ),
    )
    fill(desk, derived(invented))
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


def _a_paper(desk: Desk, lines: Iterable[Sent]) -> bytes:
    dispatch = next(one.draft.dispatch for one in lines if one.draft)
    return desk.issuing.press.pdf(lay_out(desk, dispatch, compositor=desk.issuing.compositor).document)


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
