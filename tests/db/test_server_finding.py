"""What a server finds: the same, whether a walk comes upon it or the index of words is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from support.postgres import Cluster

from bench import office
from bench.finding import TYPED
from vpdesk.db import hits
from vpdesk.db.search import first_place
from vpdesk.domain.drafts import Reader
from vpdesk.domain.search_query import Inquiry, Search
from vpdesk.paths import Places
from vpdesk.services import finding
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

_PAGE = 7


@pytest.fixture(scope="module")
def server_desk(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with four hundred documents on a server."""
    desk = Desk(Places(tmp_path_factory.mktemp("server")), Settings(database=cluster.new_database()))
    office.invent(desk, 400)
    yield desk
    desk.close()


def _plainly(desk: Desk, inquiry: Inquiry) -> list[int]:
    """The places of all that has the words, the newest first, by a plain reading."""
    asked = "SELECT id FROM findable WHERE words @@ CAST(:words AS tsquery) AND id >= :first AND id < :behind"
    first, behind = inquiry.days.first, inquiry.days.last
    places = {
        "words": hits.tsquery(inquiry.groups),
        "first": first_place(first) if first else 0,
        "behind": first_place(behind) + 2**20 if behind else 2**62,
    }
    with desk.store.database.reading() as connection:
        return list(connection.execute(text(f"{asked} ORDER BY id DESC"), places).scalars())


def _page_by_page(desk: Desk, inquiry: Inquiry, reader: Reader) -> list[int]:
    places = list[int]()
    with desk.store.reading() as work:
        after = None
        while True:
            page = work.findings.page(inquiry, reader, after, _PAGE)
            places += [row.place for row in page.rows]
            if page.after is None:
                return places
            after = page.after


@pytest.mark.parametrize(
    ("near", "far", "worth"),
    [(1_000, 30_000, 5), (20, 60, 2), (20, 60, _PAGE), (1, 1, 1), (5, 400, 1)],
    ids=["all is near", "some of each", "never far", "nearly none is walked to", "the walk goes on to the end"],
)
def test_pages_are_those_of_a_plain_reading(
    server_desk: Desk, monkeypatch: pytest.MonkeyPatch, near: int, far: int, worth: int
) -> None:
    for name, value in (("NEAR", near), ("FAR", far), ("WORTH", worth)):
        monkeypatch.setattr(hits, name, value)
    assert server_desk.seat.officer is not None
    reader = Reader(server_desk.seat.officer, reads_submitted=True)
    found = dict[str, int]()
    for typed in TYPED:
        inquiry = finding.inquiry_at(server_desk, Search(typed))
        if inquiry.groups:
            places = _page_by_page(server_desk, inquiry, reader)
            assert places == _plainly(server_desk, inquiry), typed
            found[typed] = len(places)

    assert found["tuyen truyen"] > 3 * _PAGE
    assert found["xyzzyq"] == 0


def test_a_count_is_that_of_a_plain_reading(server_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hits, "NEAR", 20)
    monkeypatch.setattr(hits, "FAR", 60)
    inquiry = finding.inquiry_at(server_desk, Search("tuyen truyen"))

    assert finding.count(server_desk, Search("tuyen truyen")).total == len(_plainly(server_desk, inquiry))
