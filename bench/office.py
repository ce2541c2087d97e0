"""An office of many documents: `python -m bench.office FOLDER [--documents N] [--database URL]`.

The office is invented from a seed: outgoing and incoming documents of eleven years, in rows of numbers and in a book,
each findable, each a record that the history answers for. They are taken in as old books are, five hundred lines of one
act each; written straight into the tables, for an act on each would take hours. Left out are files and their text,
deliveries, links, drafts: a list and a search never read them but for what stands in the index.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Final
from uuid import UUID

from bench.bulk import Record, keep, record
from bench.invented import SENDERS, SYMBOLS, a_name, a_subject
from vpdesk.db.register_records import ARRIVAL_BOOKS, ARRIVAL_YEARS, INCOMING, LINES, SERIES
from vpdesk.domain.finding import of_arrival, of_line
from vpdesk.domain.incoming import ArrivalBook, ArrivalYear, IncomingDocument, twin_key
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2024, 12, 24)
_OF_A_TRANSACTION = 10_000
_TYPES: Final = {"CV": 45, "BC": 15, "KH": 10, "TB": 10, "GM": 8, "QĐ": 6, "HD": 3, "TTr": 3}
_NAMES: Final = dict(
    zip(_TYPES, "Công văn|Báo cáo|Kế hoạch|Thông báo|Giấy mời|Quyết định|Hướng dẫn|Tờ trình".split("|"), strict=True)
)


def invent(desk: Desk, documents: int, seed: int = 229) -> None:
    """Found the sample office in an empty store and give it so many documents."""
    founded = office.found_sample(desk)
    desk.seat.officer = founded.officers[0].id
    writer = _Writer(founded.officers[0].id, founded.bodies[0].id, seed, documents)
    keep(desk, writer.officer, writer.rows_of_numbers())
    kept, made = 0, writer.documents()
    while batch := list(islice(made, _OF_A_TRANSACTION)):
        keep(desk, writer.officer, batch)
        kept += len(batch)
        print(f"\r{kept:,} documents", end="", file=sys.stderr)
    print(file=sys.stderr)


class _Writer:
    """Invents the documents, the same of the same seed."""

    def __init__(self, officer: UUID, body: UUID, seed: int, documents: int) -> None:
        self.officer, self._body, self._seed, self._number = officer, body, seed, documents
        self._chance = random.Random(seed)  # noqa: S311 -- the same office each time, no secret
        self._people = [a_name(self._chance) for _ in range(120)]
        self._book = ArrivalBook(UUID(int=1), "Văn bản đến")
        self._series = dict[tuple[str, int], UUID]()

    def _plan(self) -> Iterator[tuple[date, str, bool]]:
        """The day and the type of each document, and whether it goes out."""
        chance, days = random.Random(self._seed), (LAST_DAY - FIRST_DAY).days + 1  # noqa: S311 -- as above
        types, weights = list(_TYPES), list(_TYPES.values())
        for number in range(self._number):
            day = FIRST_DAY + timedelta(number * days // self._number)
            yield day, chance.choices(types, weights)[0], chance.random() < 0.4

    def rows_of_numbers(self) -> Iterator[Record]:
        """The rows of numbers and the book, as they stand after the last document."""
        counts = Counter((code, day.year, goes_out) for day, code, goes_out in self._plan())
        arrived = Counter[int]()
        for (code, year, goes_out), last in sorted(counts.items()):
            if goes_out:
                self._series[code, year] = self._id()
                days = Days(date(year, 1, 1), date(year, 12, 31))
                yield record(SERIES, Series(self._series[code, year], self._body, code, days, last=last))
            else:
                arrived[year] += last
        yield record(ARRIVAL_BOOKS, self._book)
        for year, last in arrived.items():
            yield record(ARRIVAL_YEARS, ArrivalYear(self._book.id, year, last=last))

    def documents(self) -> Iterator[Record]:
        """Every document, the oldest first."""
        numbers = Counter[tuple[str, int]]()
        for day, code, goes_out in self._plan():
            kind = (code if goes_out else "", day.year)
            numbers[kind] += 1
            yield self._line(day, code, numbers[kind]) if goes_out else self._arrival(day, code, numbers[kind])

    def _line(self, day: date, code: str, number: int) -> Record:
        line = RegisterLine(
            id=self._id(),
            series=self._series[code, day.year],
            number=number,
            reference=f"{number:02d}-{code}/BTGHU",
            state=LineState.VOID if number % 250 == 0 else LineState.EXTERNAL,
            entered_at=_morning(day),
            entered_by=self.officer,
            document_type=code,
            document_date=day,
            subject=a_subject(self._chance),
            signer=self._chance.choice(self._people[:6]),
            recipients=tuple(self._chance.sample(SENDERS, 3)),
            copies=self._chance.randrange(3, 60),
            version=1,
        )
        return record(LINES, line, of_line(line, code, _NAMES[code]))

    def _arrival(self, day: date, code: str, number: int) -> Record:
        chance = self._chance
        arrival = IncomingDocument(
            id=self._id(),
            book=self._book.id,
            year=day.year,
            arrival_number=number,
            entered_at=_morning(day),
            entered_by=self.officer,
            arrived_on=day,
            sender=chance.choice(SENDERS),
            reference=f"{chance.randrange(1, 4000)}-{code}/{chance.choice(SYMBOLS)}",
            document_type=code,
            document_date=day,
            subject=a_subject(self._chance),
            pages=chance.randrange(1, 20),
            receiver=chance.choice(self._people),
            due_on=day + timedelta(chance.randrange(3, 20)) if number % 12 == 0 else None,
            answer=f"{number}-CV/BTGHU" if number % 24 == 0 else None,
            version=1,
        )
        key = twin_key(arrival.sender, arrival.reference, arrival.document_date)
        return record(INCOMING, arrival, of_arrival(arrival, _NAMES[code]), twin_key=key)

    def _id(self) -> UUID:
        return UUID(int=self._chance.getrandbits(128))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(1, 30), UTC)


def main() -> None:
    """Invent an office in a folder."""
    parser = argparse.ArgumentParser(prog="bench.office", description=__doc__)
    parser.add_argument("folder", type=Path, help="the data folder, empty or new")
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--database", default="", help="the address of a server's database, empty as well")
    chosen = parser.parse_args()
    desk = Desk(Places(chosen.folder), Settings(database=chosen.database))
    invent(desk, chosen.documents)
    desk.close()


if __name__ == "__main__":
    main()
