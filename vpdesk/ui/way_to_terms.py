"""Where no term covers a day, the way to the page on which one is opened, for whoever may do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpdesk.domain.errors import NoTermCovers
from vpdesk.ui.acts.kinds import Where
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.domain.errors import DeskError
    from vpdesk.ui.forms.act_dialog import ActDialog
    from vpdesk.ui.main_window import MainWindow


def offer_term(window: MainWindow, dialog: ActDialog, error: DeskError) -> None:
    """Offer the way in a dialog that was refused for want of a term; after any other refusal offer none."""
    if _leads(window, error):
        dialog.offer(_("Open a term"), lambda: _show_new_term(window))
    else:
        dialog.offer("")


def warn_of_day(window: MainWindow, error: DeskError) -> None:
    """Tell in the window what went wrong, with the way where a term is wanting."""
    window.warn_of(error)
    if _leads(window, error):
        window.notices.offer(_("Open a term"), lambda: _show_new_term(window))


def _leads(window: MainWindow, error: DeskError) -> bool:
    return isinstance(error, NoTermCovers) and Where.BODIES in window.serves()


def _show_new_term(window: MainWindow) -> None:
    from vpdesk.ui.bodies_room import BodiesRoom

    room = window.room_of("bodies")
    assert isinstance(room, BodiesRoom)  # noqa: S101
    window.settle()
    room.show_new_term()
