"""The acts on pages in sight."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import commands
from vpdesk.ui.acts.kinds import PAGE, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("form", N_("To the form"), ("Ctrl+1",), commands.to_form, PAGE, "", Where.DRAFT),
    Act("text", N_("To the text"), ("Ctrl+2",), commands.to_text, PAGE, "", Where.DRAFT),
    Act("pages", N_("To the page"), ("Ctrl+3",), commands.to_pages, PAGE, "", Where.DRAFT),
    Act("to_queue", N_("To the list"), ("Ctrl+1",), commands.to_queue, PAGE, "", Where.QUEUE),
    Act("compare", N_("What changed"), ("Ctrl+2",), commands.compare, PAGE, "", Where.COMPARABLE),
    Act("plain_page", N_("To the page"), ("Ctrl+3",), commands.plain_page, PAGE, "", Where.QUEUE),
    Act("next_change", N_("Next change"), ("F4",), commands.next_change, PAGE, "", Where.COMPARABLE),
    Act("next_dispatch", N_("Next dispatch"), ("Ctrl+Down",), commands.next_dispatch, PAGE, "", Where.QUEUE),
    Act("previous_dispatch", N_("Previous dispatch"), ("Ctrl+Up",), commands.previous_dispatch, PAGE, "", Where.QUEUE),
    Act("previous_page", N_("Previous page"), ("PgUp",), commands.previous_page, PAGE, "chevron-up"),
    Act("next_page", N_("Next page"), ("PgDown",), commands.next_page, PAGE, "chevron-down"),
    Act("first_page", N_("First page"), ("Home",), commands.first_page, PAGE),
    Act("last_page", N_("Last page"), ("End",), commands.last_page, PAGE),
    Act("zoom_in", N_("Larger"), ("Ctrl++", "Ctrl+="), commands.zoom_in, PAGE, "zoom-in"),
    Act("zoom_out", N_("Smaller"), ("Ctrl+-",), commands.zoom_out, PAGE, "zoom-out"),
    Act("fit_width", N_("Fit the width"), ("Ctrl+0",), commands.fit_width, PAGE, "move-horizontal", checkable=True),
    Act("fit_page", N_("Fit the page"), ("Ctrl+9",), commands.fit_page, PAGE, "maximize", checkable=True),
    Act(
        "page_list",
        N_("Page list"),
        ("F9",),
        commands.fold_page_list,
        PAGE,
        "panel-left",
        Where.PAGE_LIST,
        checkable=True,
    ),
)
