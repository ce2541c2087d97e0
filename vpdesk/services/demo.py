"""The main job with no screen and no question: a fresh store with the sample office, drafts in it, the papers made."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from vpdesk.domain.arriving import ArrivalEntry
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.domain.issuing import Issued, IssueOrder
from vpdesk.domain.organisation import IssuingBody, bodies_on
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.domain.roles import Role
from vpdesk.domain.signoff import blocks_of
from vpdesk.domain.templates import Template
from vpdesk.paths import Places, resource
from vpdesk.services import book_files, drafting, entrance, issuing, numbers, office, outgoing, receiving, signoff
from vpdesk.services.beginnings import begin_from
from vpdesk.services.desk import Desk, Seat
from vpdesk.services.rules import read_tree
from vpdesk.services.typesetting import export, file_name, lay_out, read_dispatch

SAMPLE = "sample/229-CV-BTGHU.dispatch.json"
ARRIVALS = "sample/arrivals.toml"
DATA = "demo-data"
"""The folder of the demo's own store, inside the one it writes to."""
BEGINS = datetime(2024, 12, 24, 1, 5, tzinfo=UTC)
"""The morning of the sample dispatch, on the demo's clock."""

OPENING_NUMBER = 229
"""The number that the sample office has come to with its official letters."""

_SAMPLE_TEMPLATE = "cong-van-tuyen-truyen-ky-niem"
_OTHERS = (
    ("ke-hoach-tuyen-truyen", "tuyên truyền kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam"),
    ("bao-cao", "kết quả công tác tuyên giáo năm 2024"),
    ("thong-bao", "lịch giao ban dư luận xã hội tháng 01/2025"),
)
"""Templates that the demo begins other drafts from, and what those are about."""


class DraftedSample(NamedTuple):
    """The desk of the demo, and the draft of the sample dispatch in its store."""

    desk: Desk
    draft: UUID


def sample_path() -> Path:
    """The sample dispatch file."""
    return resource(SAMPLE)


def draft_sample(desk: Desk, folder: Path) -> DraftedSample:
    """Draft the sample dispatch from a template in a fresh store with the sample office, and begin some others.

    The clock is the demo's own: a minute goes by with each look at it. The desk is to be closed by whoever asked.
    Raises FileNotWritable when the folder will not have a store.
    """
    places = Places(folder / DATA)
    _make(folder)
    shutil.rmtree(places.data, ignore_errors=True)
    demo = replace(
        desk, places=places, settings=replace(desk.settings, database=""), clock=_Clock(), desk_name="demo", seat=Seat()
    )
    day = demo.today()
    body = next(iter(bodies_on(office.found_sample(demo).bodies, day)))
    _open_row(demo, body, day)
    for key, subject in _OTHERS:
        begun = begin_from(demo, _template(demo, key), body, day)
        drafting.begin(demo, replace(begun, subject_summary=subject), body.id)
    return DraftedSample(demo, _draft(demo, body))


def _open_row(demo: Desk, body: IssuingBody, day: date) -> None:
    """Let the official letters go on from the paper register, so that the sample dispatch is number 229."""
    drafter = demo.seat.officer
    sit_as(demo, Role.CLERK)
    numbers.open_row(demo, body.id, "CV", day, OPENING_NUMBER, "Số 01 đến 228 đã ghi trong sổ giấy")
    demo.seat.officer = drafter


def submit_sample(drafted: DraftedSample) -> None:
    """Let the drafter submit the sample dispatch and leave the desk to whose signature block it bears."""
    demo = drafted.desk
    people = {one.name: one.officer for one in entrance.door_plate(demo)}
    dispatch = signoff.submit(demo, drafted.draft).dispatch
    entrance.sign_out(demo)
    entrance.sign_in(demo, people[blocks_of(dispatch)[0].name or ""])


def sign_sample(drafted: DraftedSample) -> None:
    """Let the sample dispatch go its way: submitted by its drafter, read and signed off by whose block it bears."""
    submit_sample(drafted)
    sign_submitted(drafted)


def sign_submitted(drafted: DraftedSample) -> None:
    """Let whose block it bears, who sits at the desk, read the sample dispatch, sign it off and leave."""
    demo = drafted.desk
    signoff.sign(demo, drafted.draft, signoff.read(demo, drafted.draft).version.number)
    entrance.sign_out(demo)


def issue_sample(drafted: DraftedSample) -> Issued:
    """Let the clerk number and issue the sample dispatch, which was signed off; he stays at the desk."""
    demo = drafted.desk
    sit_as(demo, Role.CLERK)
    (proposed,) = issuing.propose(demo, [drafted.draft])
    (issued,) = issuing.issue(demo, [IssueOrder(proposed.id, proposed.version, proposed.day)])
    return issued


def register_arrivals(demo: Desk) -> tuple[UUID, ...]:
    """Let the clerk at the desk register what arrives at the sample office that morning."""
    tree: Mapping[str, Any] = read_tree(resource(ARRIVALS))
    return tuple(receiving.register(demo, ArrivalEntry(**entry)).id for entry in tree["arrivals"])


def write_books(demo: Desk, folder: Path) -> Iterator[Path]:
    """Write both registers of the year as PDF; each path as it is written. Raises FileNotWritable."""
    for kind in (BookKind.OUTGOING, BookKind.INCOMING):
        path = folder / f"{kind.value}-{demo.today().year}.pdf"
        book_files.export(demo, BookScope(kind, year_days(demo.today().year)), path)
        yield path


def sit_as(demo: Desk, role: Role) -> None:
    """Let the first officer with a role sit at the desk of the demo."""
    with demo.store.reading() as work:
        officers = work.organisation.officers()
    entrance.sign_in(demo, next(one.id for one in officers if role in one.roles))


def write_issued(demo: Desk, issued: Issued, folder: Path) -> Iterator[Path]:
    """Write the dispatch as it was issued: its PDF as the store has it, an editable copy, a picture of its first page.

    Each path as it is written. Raises FileNotWritable when the folder will not have them, FileLost.
    """
    from vpdesk.export.files import replace_file

    _make(folder)
    name = file_name(issued.dispatch)
    replace_file(folder / f"{name}.pdf", outgoing.issued_pdf(demo, issued.line.id))
    yield folder / f"{name}.pdf"
    laid_out = lay_out(demo, issued.dispatch)
    for ending in (".docx", ".png"):
        path = folder / f"{name}{ending}"
        export(demo, laid_out, path)
        yield path


def _draft(demo: Desk, body: IssuingBody) -> UUID:
    """The sample dispatch, written on from a template; it has no number before it is issued."""
    opened = drafting.begin(demo, begin_from(demo, _template(demo, _SAMPLE_TEMPLATE), body, demo.today()), body.id)
    sample = read_dispatch(sample_path())
    written: Dispatch = replace(
        opened.dispatch,
        date=sample.date,
        subject_summary=sample.subject_summary,
        addressees=sample.addressees,
        body=sample.body,
        distribution=sample.distribution,
        signing=sample.signing,
    )
    drafting.keep(demo, opened.draft.id, written)
    return drafting.save(demo, opened.draft, written).id


def _template(demo: Desk, key: str) -> Template:
    return next(one for one in demo.templates if one.key == key)


class _Clock:
    """The morning of the sample dispatch: a minute passes with each look at it."""

    def __init__(self) -> None:
        self._now = BEGINS

    def __call__(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise FileNotWritable(folder, Obstacle.NO_FOLDER) from None
    except OSError as error:
        raise FileNotWritable(folder, Obstacle.of(error), error.strerror or "") from None
