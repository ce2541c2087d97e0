"""One small function for each thing a person does with case files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow


def put_in_case_file(window: MainWindow) -> None:
    """Put the documents in hand in case files."""
    from vpdesk.ui.case_filing import Filing

    Filing(window).ask()


def begin_case_file(window: MainWindow) -> None:
    """Ask for a case file that is not in the yearly list."""
    _room(window).acts.begin()


def open_case_file(window: MainWindow) -> None:
    """Open the listed case file in hand."""
    _room(window).acts.open()


def put_paper_in(window: MainWindow) -> None:
    """Ask which documents lie in the case file in hand."""
    _room(window).contents.put_in()


def edit_case_file(window: MainWindow) -> None:
    """Ask what the case file in hand is to say."""
    _room(window).acts.edit()


def drop_case_file(window: MainWindow) -> None:
    """Take the listed case file in hand off its list."""
    _room(window).acts.drop()


def give_case_files(window: MainWindow) -> None:
    """Ask who is to keep the case files that are chosen."""
    _room(window).acts.give()


def open_case_paper(window: MainWindow) -> None:
    """Show the document in hand in its register."""
    _room(window).contents.open()


def edit_case_paper(window: MainWindow) -> None:
    """Ask what the case file is to say of the document in hand."""
    _room(window).contents.edit()


def move_paper_up(window: MainWindow) -> None:
    """Put the document in hand a place up."""
    _room(window).contents.move(-1)


def move_paper_down(window: MainWindow) -> None:
    """Put the document in hand a place down."""
    _room(window).contents.move(+1)


def take_paper_out(window: MainWindow) -> None:
    """Take the documents in hand out of the case file."""
    _room(window).contents.take_out()


def order_papers(window: MainWindow) -> None:
    """Put the documents into the order of their days."""
    _room(window).contents.order_in_time()


def count_sheets(window: MainWindow) -> None:
    """Ask how many sheets each document has."""
    _room(window).contents.count_sheets()


def close_case_file(window: MainWindow) -> None:
    """Go through what closing asks for, and close the case file in hand."""
    _room(window).acts.close()


def reopen_case_file(window: MainWindow) -> None:
    """Open the case file in hand again."""
    _room(window).acts.reopen()


def hand_over_cases(window: MainWindow) -> None:
    """Ask to which archive the case files go that are chosen."""
    _room(window).archive.hand_over()


def case_handovers(window: MainWindow) -> None:
    """Show what the archive was given."""
    _room(window).archive.show_handovers()


def print_case_papers(window: MainWindow) -> None:
    """Show the papers of the case file in hand."""
    _room(window).prints.show_file()


def export_case_papers(window: MainWindow) -> None:
    """Write the list of contents of the case file in hand to a file."""
    _room(window).prints.export_contents()


def case_list(window: MainWindow) -> None:
    """Show the yearly list."""
    _room(window).lists.show()


def retention_table(window: MainWindow) -> None:
    """Show how long files of which kinds are kept."""
    _room(window).archive.show_terms()


def undo_case_act(window: MainWindow) -> None:
    """Take back what was done last with case files."""
    _room(window).undo()


def copy_case_list(window: MainWindow) -> None:
    """Copy the list of the year before."""
    _room(window).lists.copy()


def list_case_file(window: MainWindow) -> None:
    """Ask for a case file that is to be listed."""
    _room(window).lists.list_file()


def new_case_heading(window: MainWindow) -> None:
    """Ask for a heading of the yearly list."""
    _room(window).lists.new_heading()


def edit_list_line(window: MainWindow) -> None:
    """Ask what the line in hand is to say."""
    _room(window).lists.edit()


def move_line_up(window: MainWindow) -> None:
    """Put the line in hand a place up."""
    _room(window).lists.move(-1)


def move_line_down(window: MainWindow) -> None:
    """Put the line in hand a place down."""
    _room(window).lists.move(+1)


def drop_list_line(window: MainWindow) -> None:
    """Take the line in hand out of the list."""
    _room(window).lists.drop()


def approve_case_list(window: MainWindow) -> None:
    """Ask who has approved the list, and when."""
    _room(window).lists.approve()


def withdraw_list_approval(window: MainWindow) -> None:
    """Take back that the list was approved."""
    _room(window).lists.withdraw_approval()


def print_case_list(window: MainWindow) -> None:
    """Show the yearly list as it is printed."""
    _room(window).lists.print()


def export_case_list(window: MainWindow) -> None:
    """Write the yearly list to a file."""
    _room(window).lists.export()


def print_case_form(window: MainWindow) -> None:
    """Print the paper in sight."""
    _room(window).prints.print()


def export_case_form(window: MainWindow) -> None:
    """Write the paper in sight to a file."""
    _room(window).prints.export_in_sight()


def _room(window: MainWindow) -> CaseFilesRoom:
    """The room of case files: its acts are offered in an office only."""
    from vpdesk.ui.case_files_room import CaseFilesRoom

    room = window.room_of("case_files")
    assert isinstance(room, CaseFilesRoom)  # noqa: S101
    return room
