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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from vpdesk.db.register_records import ARRIVAL_BOOKS, ARRIVAL_YEARS, INCOMING, LINES, SERIES, Form
from vpdesk.db.sealing import plain_values
from vpdesk.db.store import UnitOfWork
from vpdesk.db.tables import new_salt
from vpdesk.domain.finding import Findable, of_arrival, of_line
from vpdesk.domain.history import Entry, record_digest
from vpdesk.domain.incoming import ArrivalBook, ArrivalYear, IncomingDocument, twin_key
from vpdesk.domain.organisation import Days
from vpdesk.domain.outgoing import LineState, RegisterLine
from vpdesk.domain.series import Series
from vpdesk.paths import Places
from vpdesk.services import office
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2024, 12, 24)
_OF_AN_ACT, _OF_A_TRANSACTION = 500, 10_000
_TYPES: Final = {"CV": 45, "BC": 15, "KH": 10, "TB": 10, "GM": 8, "QĐ": 6, "HD": 3, "TTr": 3}
_NAMES: Final = dict(
    zip(_TYPES, "Công văn|Báo cáo|Kế hoạch|Thông báo|Giấy mời|Quyết định|Hướng dẫn|Tờ trình".split("|"), strict=True)
)
_VERBS = (
    "đẩy mạnh tuyên truyền",
    "tổ chức học tập, quán triệt",
    "báo cáo kết quả thực hiện",
    "phối hợp triển khai",
    "kiểm tra, giám sát việc thực hiện",
    "sơ kết giữa nhiệm kỳ",
    "tổng kết công tác",
    "tăng cường lãnh đạo, chỉ đạo",
    "cử cán bộ tham gia lớp bồi dưỡng về",
    "góp ý dự thảo văn bản về",
    "lấy ý kiến nhân dân về",
    "chuẩn bị các điều kiện phục vụ",
)
_TOPICS = (
    "chủ trương sắp xếp, tinh gọn tổ chức bộ máy của hệ thống chính trị",
    "nghị quyết Đại hội Đảng bộ huyện",
    "phong trào xây dựng nông thôn mới",
    "công tác phòng, chống thiên tai và tìm kiếm cứu nạn",
    "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "chuyển đổi số trong các cơ quan Đảng",
    "công tác dân vận khéo ở cơ sở",
    "lễ kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam",
    "bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng",
    "công tác phát triển đảng viên mới",
    "đại hội chi bộ trực thuộc nhiệm kỳ mới",
    "dư luận xã hội và đời sống công nhân",
    "giáo dục lý luận chính trị cho học sinh, sinh viên",
    "bầu cử đại biểu Quốc hội và Hội đồng nhân dân các cấp",
    "công tác bảo hiểm y tế, khám bệnh và chăm sóc sức khỏe người cao tuổi",
    "dự án đường giao thông liên xã, giải phóng mặt bằng",
    "thu ngân sách, tiết kiệm điện và mua sắm tài sản công",
    "quy chế làm việc của Ban Chấp hành",
    "tuyển quân và diễn tập khu vực phòng thủ",
    "hoạt động văn nghệ, thể thao mừng Đảng, mừng xuân",
)
_WHERE = (
    "trên địa bàn huyện",
    "tại các xã, thị trấn",
    "trong cán bộ, đảng viên",
    "trong lực lượng vũ trang",
    "ở các trường học",
    "trong công nhân, viên chức, lao động",
)
_PLACES = "Tân Liên|Hòa Bình|An Khánh|Vĩnh Phong|Thắng Thủy|Cộng Hiền|Đồng Minh|Trấn Dương|Nhân Hòa|Tam Cường".split(
    "|"
)
_SENDERS = (
    *(f"Ủy ban nhân dân xã {place}" for place in _PLACES),
    *(f"Đảng ủy xã {place}" for place in _PLACES),
    "Ban Tuyên giáo Tỉnh ủy",
    "Văn phòng Huyện ủy",
    "Ban Tổ chức Huyện ủy",
    "Ủy ban nhân dân huyện",
    "Trung tâm Chính trị huyện",
    "Huyện đoàn",
    "Hội Nông dân huyện",
    "Liên đoàn Lao động huyện",
)
_SYMBOLS = "UBND ĐU BTGTU HU BTCHU VP TTCT HĐ HND LĐLĐ".split()
_FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
_MIDDLE = "Văn Thị Minh Hoàng Khánh Quốc Thanh Ngọc Đức Hữu".split()
_GIVEN = "Nam Linh Mai Phúc Thịnh Hà Lan Sơn Tùng Yến Quyên Bách Khôi Xuyến Đạt Giang Hằng Kiên Loan Nhung".split()


def invent(desk: Desk, documents: int, seed: int = 229) -> None:
    """Found the sample office in an empty store and give it so many documents."""
    founded = office.found_sample(desk)
    desk.seat.officer = founded.officers[0].id
    writer = _Writer(founded.officers[0].id, founded.bodies[0].id, seed, documents)
    _keep(desk, writer, writer.rows_of_numbers())
    kept, made = 0, writer.documents()
    while batch := list(islice(made, _OF_A_TRANSACTION)):
        _keep(desk, writer, batch)
        kept += len(batch)
        print(f"\r{kept:,} documents", end="", file=sys.stderr)
    print(file=sys.stderr)


@dataclass(frozen=True, slots=True)
class _Record:
    """A row of a table, and how it is found."""

    table: Table
    row: dict[str, Any]
    findable: Findable | None = None


def _record(form: Form[Any, Any], value: Any, findable: Findable | None = None, **others: object) -> _Record:
    row = form.row(value, **others)
    columns = {column.name: getattr(row, column.name) for column in row.__table__.columns}
    return _Record(row.__table__, columns | {"salt": new_salt()}, findable)


def _keep(desk: Desk, writer: _Writer, records: Iterable[_Record]) -> None:
    """Keep records in one transaction, with a line of the history for each five hundred."""
    with desk.store.database.writing() as connection, Session(connection) as session:
        work, rest = UnitOfWork(session, desk.store.now(connection)), iter(records)
        while batch := list(islice(rest, _OF_AN_ACT)):
            digests = dict[str, str | None]()
            for table in dict.fromkeys(record.table for record in batch):
                rows = [record.row for record in batch if record.table is table]
                connection.execute(insert(table), rows)
                for row in rows:
                    key = ":".join(str(row[column.name]) for column in table.primary_key)
                    digests[f"{table.name}:{key}"] = record_digest(plain_values(table, row))
            told = Entry(work.now, writer.officer, "import", "import_batch", None, None, {"lines": len(batch)})
            work.history.append([told], digests)
            work.finding.fill(record.findable for record in batch if record.findable)
        session.flush()


class _Writer:
    """Invents the documents, the same of the same seed."""

    def __init__(self, officer: UUID, body: UUID, seed: int, documents: int) -> None:
        self.officer, self._body, self._seed, self._number = officer, body, seed, documents
        self._chance = random.Random(seed)  # noqa: S311 -- the same office each time, no secret
        choice = self._chance.choice
        self._people = [f"{choice(_FAMILY)} {choice(_MIDDLE)} {choice(_GIVEN)}" for _ in range(120)]
        self._book = ArrivalBook(UUID(int=1), "Văn bản đến")
        self._series = dict[tuple[str, int], UUID]()

    def _plan(self) -> Iterator[tuple[date, str, bool]]:
        """The day and the type of each document, and whether it goes out."""
        chance, days = random.Random(self._seed), (LAST_DAY - FIRST_DAY).days + 1  # noqa: S311 -- as above
        types, weights = list(_TYPES), list(_TYPES.values())
        for number in range(self._number):
            day = FIRST_DAY + timedelta(number * days // self._number)
            yield day, chance.choices(types, weights)[0], chance.random() < 0.4

    def rows_of_numbers(self) -> Iterator[_Record]:
        """The rows of numbers and the book, as they stand after the last document."""
        counts = Counter((code, day.year, goes_out) for day, code, goes_out in self._plan())
        arrived = Counter[int]()
        for (code, year, goes_out), last in sorted(counts.items()):
            if goes_out:
                self._series[code, year] = self._id()
                days = Days(date(year, 1, 1), date(year, 12, 31))
                yield _record(SERIES, Series(self._series[code, year], self._body, code, days, last=last))
            else:
                arrived[year] += last
        yield _record(ARRIVAL_BOOKS, self._book)
        for year, last in arrived.items():
            yield _record(ARRIVAL_YEARS, ArrivalYear(self._book.id, year, last=last))

    def documents(self) -> Iterator[_Record]:
        """Every document, the oldest first."""
        numbers = Counter[tuple[str, int]]()
        for day, code, goes_out in self._plan():
            kind = (code if goes_out else "", day.year)
            numbers[kind] += 1
            yield self._line(day, code, numbers[kind]) if goes_out else self._arrival(day, code, numbers[kind])

    def _line(self, day: date, code: str, number: int) -> _Record:
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
            subject=self._subject(),
            signer=self._chance.choice(self._people[:6]),
            recipients=tuple(self._chance.sample(_SENDERS, 3)),
            copies=self._chance.randrange(3, 60),
            version=1,
        )
        return _record(LINES, line, of_line(line, code, _NAMES[code]))

    def _arrival(self, day: date, code: str, number: int) -> _Record:
        chance = self._chance
        arrival = IncomingDocument(
            id=self._id(),
            book=self._book.id,
            year=day.year,
            arrival_number=number,
            entered_at=_morning(day),
            entered_by=self.officer,
            arrived_on=day,
            sender=chance.choice(_SENDERS),
            reference=f"{chance.randrange(1, 4000)}-{code}/{chance.choice(_SYMBOLS)}",
            document_type=code,
            document_date=day,
            subject=self._subject(),
            pages=chance.randrange(1, 20),
            receiver=chance.choice(self._people),
            due_on=day + timedelta(chance.randrange(3, 20)) if number % 12 == 0 else None,
            answer=f"{number}-CV/BTGHU" if number % 24 == 0 else None,
            version=1,
        )
        key = twin_key(arrival.sender, arrival.reference, arrival.document_date)
        return _record(INCOMING, arrival, of_arrival(arrival, _NAMES[code]), twin_key=key)

    def _subject(self) -> str:
        choice, others = self._chance.choice, self._chance.sample(_TOPICS, 2)
        return f"{choice(_VERBS)} {others[0]} gắn với {others[1]} {choice(_WHERE)} {choice(_PLACES)}"

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
