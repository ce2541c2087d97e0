"""The days off and the days for handling, asked and kept: what deadlines are counted by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vpdesk.services import deadlines, numbers
from vpdesk.ui.forms.handling_days_dialog import HandlingDaysDialog
from vpdesk.ui.forms.public_holidays_dialog import PublicHolidaysDialog
from vpdesk.words.catalogue import _, format_number, ngettext
from vpdesk.words.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpdesk.domain.deadlines import DeadlineRules
    from vpdesk.domain.workdays import Holiday
    from vpdesk.ui.main_window import MainWindow


def ask_handling_days(window: MainWindow, types: dict[str, str]) -> None:
    """Show in how many workdays the office wants arrivals worked; `types` are names by their codes."""
    act = window.gateway.arrivals.act

    def show(rules: DeadlineRules) -> None:
        dialog = HandlingDaysDialog(rules, types, window.look, window.icons, window)

        def chosen(_nothing: None) -> None:
            dialog.accept()
            window.settle()
            window.notices.say(_("Proposed so from now on; deadlines that stand already stay."))

        def choose(now: DeadlineRules) -> None:
            act(
                partial(deadlines.set_deadline_rules, rules=now), chosen, lambda error: dialog.tell(str(explain(error)))
            )

        dialog.given.connect(choose)
        dialog.open()

    act(deadlines.deadline_rules, show, window.warn_of)


def propose_holidays(window: MainWindow, over: QWidget, renew: Callable[[], None]) -> None:
    """Propose the days off of a year by law `over` a dialog; `renew` is called when some were set down."""
    act, today = window.gateway.arrivals.act, window.gateway.desk.today
    dialog = PublicHolidaysDialog(today, window.look, window.icons, over)

    def put(holidays: tuple[Holiday, ...]) -> None:
        def done(_nothing: None) -> None:
            dialog.accept()
            renew()
            said = ngettext("{count} day was set down.", "{count} days were set down.", len(holidays))
            window.notices.say(said.format(count=format_number(len(holidays))))

        act(partial(numbers.put_holidays, holidays=holidays), done, lambda error: dialog.tell(str(explain(error))))

    def propose(year: int) -> None:
        act(lambda desk: numbers.propose_holidays(desk, year), dialog.show_proposed, window.warn_of)

    dialog.year_wanted.connect(propose)
    dialog.given.connect(put)
    dialog.ask()
    dialog.open()
