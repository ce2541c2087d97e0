"""Ctrl+H from wherever documents are in sight: which case files are offered, what came of it, and where it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from support.case_keeper import ALT, CONTROL, CaseKeeper
from support.case_office import CaseOffice, outgoing
from support.papers_out import signed_off
from support.seats import seated

from vpdesk.domain.case_files import CaseState, PaperKind
from vpdesk.services import case_contents, case_files
from vpdesk.services.desk import Desk
from vpdesk.services.finding import rebuild
from vpdesk.ui.arrivals_room import ArrivalsRoom
from vpdesk.ui.forms.case_choice import CaseChoice
from vpdesk.ui.forms.case_dialog import CaseDialog
from vpdesk.ui.pages.arrival_page import ArrivalPage
from vpdesk.ui.pages.issued_page import IssuedPage
from vpdesk.ui.pages.search_page import SearchPage
from vpdesk.ui.widgets.side_line import SideLine

Open = Callable[..., CaseKeeper]


def choice(at: CaseKeeper) -> CaseChoice:
    """The dialog that Ctrl+H opens."""
    at.press(Qt.Key.Key_H, CONTROL)
    dialog = at.dialog()
    assert isinstance(dialog, CaseChoice)
    return dialog


def papers(desk: Desk, case_file: object) -> list[PaperKind]:
    """What lies in a case file."""
    return [one.paper.kind for one in case_files.file(desk, case_file).papers]  # type: ignore[arg-type] # an id


def test_several_lines_of_the_register_go_into_a_file_that_is_typed(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_4, ALT)
    at.page.lines.go_to(at_office.lines[1].id)
    at.press(Qt.Key.Key_A, CONTROL)
    chosen = len(at.page.documents())
    assert chosen > 2
    assert chosen < len(at.page.lines.chosen)  # the secret one stays where it is
    dialog = choice(at)
    at.type("nam bat")
    assert dialog.act.text() == f"Đưa {chosen} văn bản vào 02.TT"
    at.confirm()

    assert papers(own_desk, at_office.surveys.id) == [PaperKind.OUTGOING] * chosen
    assert at.said() == f"Đã đưa {chosen} văn bản vào 02.TT."
    at.take_up()
    assert papers(own_desk, at_office.surveys.id) == []


def test_one_document_lies_in_several_files_and_in_none_twice(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_4, ALT)
    at.page.lines.go_to(at_office.lines[1].id)
    dialog = choice(at)
    for words in ("01.llct", "02.tt"):
        dialog.filter.clear()
        at.type(words)
        at.press(Qt.Key.Key_Return)
    assert dialog.act.text() == "Đưa 1 văn bản vào 2 hồ sơ"
    at.confirm()
    dialog = choice(at)
    assert [row.case_file.symbol for row in dialog.table.rows][:2] == ["01.LLCT", "02.TT"]  # used last
    at.confirm()

    assert papers(own_desk, at_office.classes.id) == [PaperKind.OUTGOING]
    assert at.said() == "Đã có trong 01.LLCT: 1 văn bản."


def test_arrivals_go_in_from_their_list_and_from_the_page_of_one(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    at = keeper()
    at.press(Qt.Key.Key_5, ALT)
    room = cast("ArrivalsRoom", at.window.room_of("arrivals"))
    room.register.take_keys()
    choice(at)
    at.confirm()
    at.press(Qt.Key.Key_Return)
    page = at.window.page
    assert isinstance(page, ArrivalPage)

    assert papers(own_desk, at_office.classes.id) == [PaperKind.INCOMING]
    (told,) = [one for one in page.side.findChildren(SideLine) if "01.LLCT" in one.accessibleName()]
    told.click()
    assert at.window.page is at.files
    assert at.files.row is not None
    assert at.files.row.case_file.id == at_office.classes.id


def test_a_line_tells_in_which_files_it_lies_and_leads_there(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    case_contents.put_in(own_desk, [outgoing(at_office.lines[1])], [at_office.surveys.id])
    at = keeper()
    at.press(Qt.Key.Key_4, ALT)
    at.page.lines.go_to(at_office.lines[1].id)
    beside = [one.accessibleName() for one in at.page.side.findChildren(SideLine)]
    assert "02.TT · Nắm bắt dư luận xã hội năm 2024" in beside
    at.press(Qt.Key.Key_Return)
    page = at.window.page
    assert isinstance(page, IssuedPage)
    (told,) = [one for one in page.side.findChildren(SideLine) if "02.TT" in one.accessibleName()]
    told.click()

    assert at.files.row is not None
    assert at.files.row.case_file.symbol == "02.TT"


def test_what_was_found_goes_in_and_a_case_file_that_was_found_is_opened(
    keeper: Open, own_desk: Desk, at_office: CaseOffice
) -> None:
    rebuild(own_desk)
    at = keeper()
    at.press(Qt.Key.Key_K, CONTROL)
    page = at.window.page
    assert isinstance(page, SearchPage)
    at.type("01cv")
    page.ask()
    choice(at)
    at.confirm()
    assert papers(own_desk, at_office.classes.id) == [PaperKind.OUTGOING]
    at.press(Qt.Key.Key_A, CONTROL)
    at.type("cac ngay le lon")
    page.ask()
    assert not at.window.acts["put_in_case_file"].isEnabled()
    at.press(Qt.Key.Key_Return)

    assert at.window.page is at.files
    assert at.files.row is not None
    assert at.files.row.case_file.symbol == "01.TT"


def test_what_waits_for_its_number_goes_in_as_a_draft(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    with seated(own_desk, "Ngọc"):
        signed_off(own_desk)
    at = keeper()
    at.press(Qt.Key.Key_4, ALT)
    choice(at)
    at.confirm()

    assert papers(own_desk, at_office.classes.id) == [PaperKind.DRAFT]


def test_a_new_file_can_be_opened_on_the_way(keeper: Open, own_desk: Desk, at_office: CaseOffice) -> None:
    at = keeper()
    at.press(Qt.Key.Key_4, ALT)
    at.page.lines.go_to(at_office.lines[1].id)
    dialog = choice(at)
    at.type("Viec phat sinh")
    assert not dialog.act.isEnabled()
    dialog._begin()
    asked = at.dialog()
    assert isinstance(asked, CaseDialog)
    at.confirm()
    (row,) = case_files.holding(own_desk, at_office.lines[1].id)

    assert (row.case_file.title, row.case_file.state) == ("Viec phat sinh", CaseState.OPEN)
    assert at.window.page is at.page
