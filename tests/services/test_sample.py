"""The sample dispatch and what the demo makes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.accounts import an_open_folder, an_ordinary_account
from support.golden import assert_golden
from support.readers import READERS
from support.seats import sit

from vpdesk.domain.drafts import DraftQuery
from vpdesk.domain.errors import FileNotWritable, Obstacle
from vpdesk.domain.handling import HandlingState
from vpdesk.services import case_files, drafting, signoff, work_in_hand
from vpdesk.services.demo import (
    draft_sample,
    issue_sample,
    register_arrivals,
    sample_path,
    sign_sample,
    write_issued,
)
from vpdesk.services.demo_cases import list_case_files
from vpdesk.services.demo_work import work_on_arrivals, write_report
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out, read_dispatch


def issued_sample(desk: Desk, folder: Path) -> list[Path]:
    """What the demo writes of its dispatch, once it is issued."""
    drafted = draft_sample(desk, folder)
    sign_sample(drafted)
    paths = list(write_issued(drafted.desk, issue_sample(drafted), folder))
    drafted.desk.close()
    return paths


def test_the_demo_issues_its_dispatch_as_number_229_and_writes_it(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    paths = issued_sample(desk, out)

    assert [path.name for path in paths] == ["229-CV-BTGHU.pdf", "229-CV-BTGHU.docx", "229-CV-BTGHU.png"]
    assert {*paths} < {*out.iterdir()}


def test_the_demo_works_on_what_arrived_and_tells_of_it(desk: Desk, tmp_path: Path) -> None:
    drafted = draft_sample(desk, tmp_path)
    sign_sample(drafted)
    issue_sample(drafted)
    arrivals = register_arrivals(drafted.desk)
    work_on_arrivals(drafted.desk, arrivals)
    list_case_files(drafted.desk)
    (report,) = write_report(drafted.desk, tmp_path)
    work = [work_in_hand.work_of(drafted.desk, one) for one in arrivals]
    held = case_files.files(drafted.desk)

    assert [one.handling.state for one in work if one.handling] == [
        HandlingState.ASSIGNED,
        HandlingState.SUBMITTED,
        HandlingState.SUBMITTED,
    ]
    assert [row.papers for row in held if row.papers] == [4]
    assert report.read_bytes().startswith(b"%PDF")
    drafted.desk.close()


def test_what_is_issued_is_what_the_dispatch_file_would_print(desk: Desk, tmp_path: Path) -> None:
    pdf, *_ = issued_sample(desk, tmp_path)

    assert pdf.read_bytes() == desk.press.pdf(lay_out(desk, read_dispatch(sample_path())).document)


def test_the_demo_writes_over_what_it_wrote_before(desk: Desk, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in issued_sample(desk, tmp_path)]

    assert [path.read_bytes() for path in issued_sample(desk, tmp_path)] == first


def test_the_sample_is_drafted_from_a_template_in_a_store_of_its_own(desk: Desk, tmp_path: Path) -> None:
    drafted = draft_sample(desk, tmp_path)
    sample = read_dispatch(sample_path())
    draft = drafting.open_draft(drafted.desk, drafted.draft).dispatch
    rows = drafting.drafts(drafted.desk, DraftQuery())
    drafted.desk.close()

    assert (draft.body, draft.subject_summary, draft.signing) == (sample.body, sample.subject_summary, sample.signing)
    assert (draft.issuing_body, draft.parent_body, draft.symbol) == (
        sample.issuing_body,
        sample.parent_body,
        sample.symbol,
    )
    assert draft.number is None
    assert [row.document_type for row in rows] == ["CV", "TB", "BC", "KH"]


def test_the_sample_is_submitted_and_signed_off_by_whose_block_it_bears(desk: Desk, tmp_path: Path) -> None:
    drafted = draft_sample(desk, tmp_path)
    sign_sample(drafted)
    sit(drafted.desk, "Ngọc")
    happenings = [(one.act, one.officer_name) for one in signoff.timeline(drafted.desk, drafted.draft)]
    drafted.desk.close()

    assert happenings[-2:] == [("submit", "Trịnh Bảo Ngọc"), ("sign_off", "Đỗ Khánh Linh")]


def test_a_demo_made_again_begins_with_a_fresh_store(desk: Desk, tmp_path: Path) -> None:
    draft_sample(desk, tmp_path).desk.close()
    again = draft_sample(desk, tmp_path).desk
    rows = drafting.drafts(again, DraftQuery())
    again.close()

    assert len(rows) == 4


def test_a_file_where_the_folder_should_be_is_told_and_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")

    with pytest.raises(FileNotWritable) as caught:
        draft_sample(desk, tmp_path / "out")

    assert caught.value.obstacle is Obstacle.NO_FOLDER
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_folder_that_may_not_be_made_is_told(desk: Desk) -> None:
    with an_open_folder() as folder:
        folder.chmod(0o555)
        with an_ordinary_account(), pytest.raises(FileNotWritable) as caught:
            draft_sample(desk, folder / "new")

        assert (caught.value.path, caught.value.obstacle) == (folder / "new", Obstacle.NO_PERMISSION)
        assert list(folder.iterdir()) == []


def test_the_sample_has_nothing_worth_telling(desk: Desk) -> None:
    assert lay_out(desk, read_dispatch(sample_path())).findings == ()


@pytest.mark.parametrize("reader", READERS)
def test_the_sample_reads_as_an_office_would_send_it(desk: Desk, reader: str) -> None:
    pdf = desk.press.pdf(lay_out(desk, read_dispatch(sample_path())).document)
    lines = READERS[reader](pdf).replace("\f", "\n").replace("\u00a0", " ").splitlines()

    assert_golden("sample.text.txt", "".join(f"{line.rstrip()}\n" for line in lines if line.strip()))
