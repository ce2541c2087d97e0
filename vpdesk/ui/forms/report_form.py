"""Which report is wanted: what it tells of, how long its period is, which period, by its name or by a day in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal

from vpdesk.domain.errors import NoTermCovers
from vpdesk.domain.organisation import Term
from vpdesk.domain.periods import Period, PeriodKind, period_on
from vpdesk.domain.reports import OF_A_DAY, ReportKind, ReportScope
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.forms.period_field import PeriodField
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import _
from vpdesk.words.reports import length_name, report_name


class ReportForm(RecordForm):
    """Tells which report is asked for whenever it is another."""

    asked = Signal(object)

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._today = today
        self._told: ReportScope | None = None
        self.kind = Choice(icons, *((report_name(kind), kind) for kind in ReportKind))
        self.length = Choice(icons)
        self.period = PeriodField(icons)
        self.day = DateField(look, icons, today)
        super().__init__(
            {"kind": self.kind, "length": self.length, "period": self.period, "day": self.day},
            {
                "kind": _("Kind of report"),
                "length": _("Length"),
                "period": _("Period"),
                "day": _("The period that has"),
            },
            (("kind",), ("length",), ("period",), ("day",)),
            icons,
        )
        self.offer(())
        self.kind.show_value(ReportKind.DUE)
        self.length.show_value(PeriodKind.MONTH)
        self._show(period_on(PeriodKind.MONTH, today()))
        self.length.edited.connect(self._take_day)
        self.period.edited.connect(self._take_step)
        self.day.edited.connect(self._take_day)
        self.edited.connect(self._tell)

    def offer(self, terms: Iterable[Term]) -> None:
        """Offer these terms beside the periods of the calendar."""
        self.period.terms = tuple(terms)
        kinds = [kind for kind in PeriodKind if kind is not PeriodKind.TERM or self.period.terms]
        self.length.offer(*((length_name(kind), kind) for kind in kinds))
        self.period.show_value(self.period.value())

    def scope(self) -> ReportScope:
        """The report that is asked for."""
        kind = self.kind.value()
        assert isinstance(kind, ReportKind)  # noqa: S101 -- nothing else is offered
        return ReportScope(kind, None if kind in OF_A_DAY else self.period.value())

    def contradictions(self) -> dict[str, str]:
        if self._period_of(self.day.value() or self._today()) is None:
            return {"day": _("No term has this day.")}
        return {}

    def _period_of(self, day: date) -> Period | None:
        kind = self.length.value()
        assert isinstance(kind, PeriodKind)  # noqa: S101 -- nothing else is offered
        try:
            return period_on(kind, day, self.period.terms)
        except NoTermCovers:
            return None

    def _take_day(self) -> None:
        period = self._period_of(self.day.value() or self._today())
        if period is not None:
            self.period.show_value(period)
            self._tell()

    def _take_step(self) -> None:
        if (period := self.period.value()) is not None:
            self._show(period)

    def _show(self, period: Period) -> None:
        """Show a period and a day in it: today where it has today."""
        today = self._today()
        self.period.show_value(period)
        self.day.show_value(today if today in period.days else period.days.first or period.days.last)

    def _tell(self) -> None:
        scope = self.scope()
        for name in ("length", "period", "day"):
            self.fields[name].setVisible(scope.kind not in OF_A_DAY)
        is_sound = scope.kind in OF_A_DAY or not self.contradictions()
        if is_sound and scope != self._told:
            self._told = scope
            self.asked.emit(scope)

    def ask_again(self) -> None:
        """Ask for the report in hand once more."""
        self._told = None
        self._tell()
