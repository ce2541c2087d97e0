"""Which book is wanted: its kind, the book of arrivals or the type, the days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from typing import Final

from PySide6.QtCore import Signal

from vpdesk.domain.organisation import Days
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.services.books import Shelf
from vpdesk.ui.forms.date_field import DateField
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.forms.record_form import RecordForm
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.books import book_name
from vpdesk.words.catalogue import _

_ARRIVALS: Final = frozenset({BookKind.INCOMING, BookKind.FOLLOW_UP, BookKind.HAND_OVER_IN})
_OWN_DAYS: Final = "days"
"""The period that is none of those offered: the days as they are typed."""
_FEWEST_YEARS: Final = 3


class BookForm(RecordForm):
    """Tells which book is asked for whenever it is another."""

    asked = Signal(object)

    def __init__(self, look: Look, icons: Icons, today: Callable[[], date]) -> None:
        self._today = today
        self.kind = Choice(icons, *((book_name(kind), kind) for kind in BookKind))
        self.book, self.type, self.period = Choice(icons), Choice(icons), Choice(icons)
        self.first, self.last = DateField(look, icons, today), DateField(look, icons, today)
        super().__init__(
            {
                "kind": self.kind,
                "book": self.book,
                "type": self.type,
                "period": self.period,
                "first": self.first,
                "last": self.last,
            },
            {
                "kind": _("Book"),
                "book": _("Book of arrivals"),
                "type": _("Type"),
                "period": _("Period"),
                "first": _("From"),
                "last": _("To"),
            },
            (("kind",), ("book",), ("type",), ("period",), ("first", "last")),
            icons,
        )
        self.kind.show_value(BookKind.OUTGOING)
        self.book.offer((_("All of them"), None))
        self.type.offer((_("All of them"), None))
        self._told: BookScope | None = None
        self.period.edited.connect(self._take_period)
        for field in (self.first, self.last):
            field.edited.connect(lambda: self.period.show_value(self._period()))
        self.edited.connect(self._tell)

    def offer(self, shelf: Shelf, types: Iterable[tuple[str, str]]) -> None:
        """Offer these books and types (name and code); at first the outgoing register of this year is asked for."""
        self.book.offer((_("All of them"), None), *((one.name, one.id) for one in shelf.books))
        self.type.offer((_("All of them"), None), *types)
        terms = [(_("Term {name}").format(name=one.name), one.days) for one in shelf.terms]
        firsts = [one.days.first.year for one in shelf.terms if one.days.first]
        now = self._today().year
        years = range(now, min(chain(firsts, [now - _FEWEST_YEARS + 1])) - 1, -1)
        named = [(_("Year {year}").format(year=year), year_days(year)) for year in years]
        self.period.offer(*named, *terms, (_("Everything"), Days()), (_("Days of one's own"), _OWN_DAYS))
        self._has_books = len(shelf.books) > 1
        if self.period.value() is None:
            self.period.show_value(year_days(now))
            self._take_period()
        self._tell()

    _has_books = False

    def scope(self) -> BookScope:
        """The book that is asked for."""
        kind = self.kind.value()
        assert isinstance(kind, BookKind)  # noqa: S101 -- nothing else is offered
        of_arrivals = kind in _ARRIVALS
        book, code = self.book.value(), self.type.value()
        types = frozenset({str(code)}) if code is not None else frozenset[str]()
        return BookScope(
            kind,
            Days(self.first.value(), self.last.value()),
            types,
            book if of_arrivals and self._has_books else None,  # type: ignore[arg-type] # an id of the shelf, or None
        )

    def contradictions(self) -> dict[str, str]:
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            return {"last": _("The last day is before the first.")}
        return {}

    def _period(self) -> object:
        """The period whose days are in hand."""
        days = Days(self.first.value(), self.last.value())
        offered = (self.period.itemData(place) for place in range(self.period.count()))
        return next((one for one in offered if one == days), _OWN_DAYS)

    def _take_period(self) -> None:
        days = self.period.value()
        if isinstance(days, Days):
            self.first.show_value(days.first)
            self.last.show_value(days.last)
            self._tell()

    def _tell(self) -> None:
        self.fields["book"].setVisible(self._has_books and self.kind.value() in _ARRIVALS)
        scope = self.scope()
        if not self.contradictions() and scope != self._told:
            self._told = scope
            self.asked.emit(scope)

    def ask_again(self) -> None:
        """Ask for the book in hand once more."""
        self._told = None
        self._tell()
