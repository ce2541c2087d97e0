"""Case files on their way to the archive, what it was given before, and the office's table of terms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.roles import Permission
from vpdesk.services import case_handovers, case_terms
from vpdesk.ui.forms.archive_dialogs import HandoverDialog, HandoversDialog, Known
from vpdesk.words.cases import case_files_words
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from vpdesk.domain.case_files import CaseHandover, RetentionRule
    from vpdesk.domain.case_handing import HandoverDetail, HandoverEntry, HandoverPlan
    from vpdesk.domain.case_terms import ProposedRule
    from vpdesk.services.desk import Desk
    from vpdesk.ui.case_files_room import CaseFilesRoom
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.main_window import MainWindow


class CaseArchive:
    """Opens the dialogs and hands what they are given to the services."""

    def __init__(self, window: MainWindow, room: CaseFilesRoom) -> None:
        self._window, self._room = window, room
        self._cases = window.gateway.case_files

    # --- handing over -----------------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Ask to which archive the chosen case files go."""
        files = [row.case_file.id for row in self._room.page.list.chosen]

        def plan(earlier: tuple[HandoverDetail, ...]) -> None:
            self._cases.plan(files, partial(self._ask, earlier), self._window.warn_of)

        self._cases.handovers(plan, self._window.warn_of)

    def _ask(self, earlier: tuple[HandoverDetail, ...], plan: HandoverPlan) -> None:
        window = self._window
        officer = self._room.officer
        known = Known(earlier[0].handover.archive if earlier else None, officer.name if officer else "")
        dialog = HandoverDialog(plan, known, window.gateway.desk.today, window.look, window.icons, window)

        def hand_over(entry: HandoverEntry) -> None:
            def done(made: CaseHandover) -> None:
                dialog.accept()
                self._room.after_act()
                said = _("{files} handed over to {archive}.").format(
                    files=case_files_words(len(entry.files)), archive=made.archive
                )
                undo = None if made.received_by else partial(case_handovers.take_back, handover=made.id)
                self._room.tell(said, undo)

            act = partial(case_handovers.hand_over, entry=entry)
            self._cases.act(act, done, partial(self._room.refuse, dialog))

        dialog.given.connect(hand_over)
        dialog.open()

    def show_handovers(self) -> None:
        """Show what the archive was given."""
        window = self._window
        dialog = HandoversDialog(window.look, window.icons, window)

        def receive(handover: UUID, by: str) -> None:
            self._keep_open(dialog, partial(case_handovers.receive, handover=handover, by=by), renew)

        def undo(handover: UUID) -> None:
            self._keep_open(dialog, partial(case_handovers.take_back, handover=handover), renew)

        def renew() -> None:
            self._cases.handovers(dialog.show_handovers, window.warn_of)

        dialog.received.connect(receive)
        dialog.undone.connect(undo)
        dialog.papers_wanted.connect(self._room.prints.show_handover)
        renew()
        dialog.open()

    def _keep_open(self, dialog: ActDialog, act: Callable[[Desk], object], renew: Callable[[], None]) -> None:
        """Do an act of a dialog that stays open, and show what it left."""

        def done(_answer: object) -> None:
            self._room.after_act()
            renew()

        self._cases.act(act, done, partial(self._room.refuse, dialog))

    # --- terms ------------------------------------------------------------------------------------------------------

    def show_terms(self) -> None:
        """Show how long files of which kinds are kept."""
        from vpdesk.ui.forms.case_list_dialogs import RetentionDialog

        window, officer = self._window, self._room.officer
        may_change = officer is not None and officer.may(Permission.KEEP_ALL_CASE_FILES)
        dialog = RetentionDialog(window.look, window.icons, window, may_change=may_change)

        def put(values: Mapping[str, Any], changed: RetentionRule | None) -> None:
            def keep(desk: Desk) -> object:
                said = values["kinds"], values["retention"], values["source"] or ""
                return case_terms.put_rule(desk, *said, changed.id if changed else None)

            self._keep_open(dialog, keep, renew)

        def drop(rule: UUID) -> None:
            def done(dropped: RetentionRule) -> None:
                renew()
                undo = partial(case_terms.restore_rule, rule=dropped)
                self._room.tell(_("The line is dropped."), undo)

            self._cases.act(partial(case_terms.drop_rule, rule=rule), done, partial(self._room.refuse, dialog))

        def renew() -> None:
            self._cases.act(_terms, lambda found: dialog.show_rules(*found), window.warn_of)

        dialog.put.connect(put)
        dialog.dropped.connect(drop)
        dialog.proposals_wanted.connect(lambda: self._keep_open(dialog, case_terms.take_proposals, renew))
        renew()
        dialog.open()


def _terms(desk: Desk) -> tuple[tuple[RetentionRule, ...], tuple[ProposedRule, ...]]:
    return case_terms.rules(desk), case_terms.proposals(desk)
