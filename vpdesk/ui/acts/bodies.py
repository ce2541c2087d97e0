"""The acts on the bodies of the office and their terms, and on its choice about secret papers."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import body_commands as commands
from vpdesk.ui.acts.kinds import BODIES, Act, Where
from vpdesk.words.catalogue import N_

_CLOSING: Final = Where.CLOSABLE_TERM

ACTS: Final = (
    Act("bodies", N_("Bodies and terms"), (), commands.show_bodies, BODIES, "layout-list", Where.BODIES),
    Act("secret_arrivals", N_("Secret arrivals"), (), commands.choose_secrets, BODIES, "lock", Where.SIGNATORIES),
    Act("save_body", N_("Save"), ("Ctrl+Return",), commands.save, BODIES, "check", Where.BODY_FORM),
    Act("new_term", N_("New term"), ("Ins",), commands.new_term, BODIES, "file-plus", Where.TERMS),
    Act("close_rows", N_("Close its rows of numbers"), ("Ctrl+G",), commands.close_rows, BODIES, "", _CLOSING),
    Act("drop_term", N_("No term after all"), ("Del",), commands.drop_term, BODIES, "", Where.TERM),
    Act("rename_body", N_("New name from a day on"), ("Ctrl+R",), commands.rename, BODIES, "", Where.NAMES),
    Act("found_successor", N_("A new body in its place"), ("Ctrl+T",), commands.found, BODIES, "", Where.NAMES),
    Act("end_body", N_("The body ends"), ("Del",), commands.end, BODIES, "", Where.NAME),
)
