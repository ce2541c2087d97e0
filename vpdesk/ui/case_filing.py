"""Putting documents in case files from wherever they are in sight: which files, what came of it, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.case_files import CaseState
from vpdesk.domain.case_views import NewPaper
from vpdesk.ui.case_paper_acts import undo_of
from vpdesk.ui.forms.case_choice import CaseChoice
from vpdesk.words.cases import put_in_words
from vpdesk.words.catalogue import _
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from vpdesk.domain.case_files import CaseFile
    from vpdesk.domain.case_views import CaseRow, PutIn
    from vpdesk.domain.organisation import Officer
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.main_window import MainWindow

_RECENT = 6
"""Case files that were used last and are offered first."""


class Filing:
    """Puts the documents that are chosen on the page in sight in case files."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._cases = window.gateway.case_files
        self._papers = tuple(NewPaper(kind, record) for kind, record in window.page.documents())

    def ask(self) -> None:
        """Ask in which case files the documents lie from now on."""
        if self._papers:
            self._window.gateway.records.seated(self._ask_for, self._window.warn_of)

    def _ask_for(self, officer: Officer) -> None:
        self._cases.fillable(partial(self._offer, officer), self._window.warn_of)

    def _offer(self, officer: Officer, rows: tuple[CaseRow, ...]) -> None:
        window = self._window
        ordered = likeliest_first(rows, officer.id, window.preferences.settings.case_files_used)
        dialog = CaseChoice(ordered, len(self._papers), window.look, window.icons, window)
        dialog.given.connect(partial(self._put_in, dialog))
        dialog.new_wanted.connect(self._begin)
        dialog.open()

    def _put_in(self, dialog: CaseChoice, rows: Sequence[CaseRow]) -> None:
        files = [row.case_file for row in rows]

        def done(put: PutIn) -> None:
            dialog.accept()
            self._done(files, put)

        ids = [one.id for one in files]
        self._cases.put_in(self._papers, ids, done, lambda error: dialog.tell(str(explain(error))))

    def _begin(self, title: str) -> None:
        """Open another case file, and put the documents in that."""

        def put(opened: CaseFile) -> None:
            self._cases.put_in(self._papers, (opened.id,), partial(self._done, (opened,)), self._window.warn_of)

        _room(self._window).begin_elsewhere(title, put)

    def _done(self, files: Sequence[CaseFile], put: PutIn) -> None:
        window = self._window
        used = [*(str(one.id) for one in files), *window.preferences.settings.case_files_used]
        window.preferences.change(case_files_used=tuple(dict.fromkeys(used))[:_RECENT])
        window.settle()
        window.renew()
        if (undo := undo_of(put)) is None:
            window.notices.say(put_in_words(put, files))
            return

        def undone(_papers: object) -> None:
            window.renew()
            window.notices.say(_("Undone."))

        window.notices.say(put_in_words(put, files), _("&Undo"), lambda: self._cases.act(undo, undone, window.warn_of))


def likeliest_first(rows: Sequence[CaseRow], officer: UUID, used: Sequence[str]) -> tuple[CaseRow, ...]:
    """Case files that take documents: those that were used last first, then one's own, then the newest years."""
    last = {one: place for place, one in enumerate(used)}

    def key(row: CaseRow) -> tuple[int, bool, bool, int, str]:
        one = row.case_file
        is_begun = one.state is not CaseState.LISTED
        return last.get(str(one.id), len(last)), one.keeper != officer, not is_begun, -one.year, one.symbol

    return tuple(sorted(rows, key=key))


def _room(window: MainWindow) -> CaseFilesRoom:
    from vpdesk.ui.case_files_room import CaseFilesRoom

    room = window.room_of("case_files")
    assert isinstance(room, CaseFilesRoom)  # noqa: S101
    return room
