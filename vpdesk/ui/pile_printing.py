"""A pile on paper: what waits, each dispatch behind its slip, to the printer or to one PDF file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vpdesk.domain.drafts import Output
from vpdesk.ui.commands import ask_for_pdf, ask_printer
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.main_window import MainWindow


def print_pile(window: MainWindow, drafts: tuple[UUID, ...]) -> None:
    """Lay these dispatches out with their slips, then ask for the printer."""
    _lay_out(window, drafts, lambda pile: ask_printer(window, pile, partial(_export, window, drafts, pile)))


def export_pile(window: MainWindow, drafts: tuple[UUID, ...]) -> None:
    """Lay these dispatches out with their slips, then ask for the place of a PDF file."""

    def ask(pile: PagedDocument) -> None:
        ask_for_pdf(window, pile.description.title, partial(_export, window, drafts, pile))

    _lay_out(window, drafts, ask)


def _lay_out(window: MainWindow, drafts: tuple[UUID, ...], done: Callable[[PagedDocument], None]) -> None:
    def laid_out(pile: PagedDocument) -> None:
        window.work_ends()
        done(pile)

    if drafts:
        window.work_begins(_("Laying the pages out…"))
        window.gateway.records.take_pile(
            drafts, lambda submitted: window.gateway.pile(submitted, laid_out, window.warn_of), window.warn_of
        )


def _export(window: MainWindow, drafts: tuple[UUID, ...], pile: PagedDocument, out: Path) -> None:
    def exported(out: Path) -> None:
        window.exported(out)
        window.tell_output(drafts, Output.EXPORT)

    window.work_begins(_("Exporting…"))
    window.gateway.export_pile(pile, out, exported, window.warn_of_export)
