"""The acts on those who sign."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import commands
from vpdesk.ui.acts.kinds import PEOPLE, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("save_signatory", N_("Save"), ("Ctrl+Return",), commands.save_signatory, PEOPLE, "check", Where.SIGNING_RIGHTS),
    Act("new_signatory", N_("New signatory"), ("Ins",), commands.new_signatory, PEOPLE, "", Where.SIGNING_RIGHTS),
    Act("succeed", N_("Somebody new from a day on"), ("Ctrl+R",), commands.succeed, PEOPLE, "", Where.SIGNATORY),
    Act("stand_in", N_("Standing in from … to …"), ("Ctrl+T",), commands.stand_in, PEOPLE, "", Where.SIGNING_RIGHTS),
    Act("end_signing", N_("Signs no longer"), ("Del",), commands.end_signing, PEOPLE, "", Where.SIGNATORY),
    Act("drop_stand_in", N_("No standing in after all"), ("Del",), commands.drop_stand_in, PEOPLE, "", Where.STAND_IN),
)
