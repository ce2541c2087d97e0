"""The acts on the outgoing register."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import register_commands
from vpdesk.ui.acts.kinds import OUTGOING, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act(
        "issue_numbers",
        N_("Number and issue"),
        ("Ctrl+Return",),
        register_commands.issue_numbers,
        OUTGOING,
        "stamp",
        Where.NUMBERABLE,
    ),
    Act("open_line", N_("See it in the register"), (), register_commands.open_line, OUTGOING, "file-text", Where.LINE),
    Act("next_line", N_("Next line"), ("Ctrl+Down",), register_commands.next_line, OUTGOING, "", Where.IN_LINES),
    Act(
        "previous_line", N_("Line before"), ("Ctrl+Up",), register_commands.previous_line, OUTGOING, "", Where.IN_LINES
    ),
    Act(
        "print_issued",
        N_("Print the issued paper"),
        ("Ctrl+P",),
        register_commands.print_issued,
        OUTGOING,
        "printer",
        Where.ISSUED_PAPER,
    ),
    Act(
        "export_issued",
        N_("Export the issued paper"),
        ("Ctrl+E",),
        register_commands.export_issued,
        OUTGOING,
        "file-down",
        Where.ISSUED_PAPER,
    ),
    Act("deliver", N_("Delivery"), ("Ctrl+G",), register_commands.deliver, OUTGOING, "send", Where.DELIVERABLE),
    Act("correct_line", N_("Correct the line"), ("F2",), register_commands.correct, OUTGOING, "", Where.DELIVERABLE),
    Act("lend_copy", N_("File copy lent, or back"), (), register_commands.lend, OUTGOING, "", Where.DELIVERABLE),
    Act("hold_number", N_("Hold a number"), ("Ins",), register_commands.hold, OUTGOING, "lock", Where.NUMBERING),
    Act("extend_hold", N_("Hold it longer"), ("Ctrl+T",), register_commands.extend_hold, OUTGOING, "", Where.HELD_LINE),
    Act(
        "register_external",
        N_("Document made outside"),
        ("Ctrl+I",),
        register_commands.register_external,
        OUTGOING,
        "file-plus",
        Where.NUMBERING,
    ),
    Act(
        "withhold_number",
        N_("Number for a secret document"),
        (),
        register_commands.withhold,
        OUTGOING,
        "",
        Where.NUMBERING,
    ),
    Act("void_line", N_("Make the number void"), ("Del",), register_commands.void, OUTGOING, "x", Where.VOIDABLE),
    Act("replace_line", N_("Begin its replacement"), (), register_commands.replace, OUTGOING, "", Where.FOLLOWABLE),
    Act("amend_line", N_("Begin its amendment"), (), register_commands.amend_line, OUTGOING, "", Where.FOLLOWABLE),
    Act(
        "correct_by_letter",
        N_("Begin a correction"),
        (),
        register_commands.correct_line,
        OUTGOING,
        "",
        Where.FOLLOWABLE,
    ),
    Act("recall_line", N_("Begin its recall"), (), register_commands.recall, OUTGOING, "", Where.FOLLOWABLE),
    Act("copy_line", N_("Begin a true copy"), (), register_commands.copy_whole, OUTGOING, "copy", Where.COPIABLE),
    Act("extract_line", N_("Begin an extract"), (), register_commands.extract, OUTGOING, "", Where.COPIABLE),
    Act(
        "rows_of_numbers",
        N_("Rows of numbers"),
        ("Ctrl+B",),
        register_commands.show_rows_of_numbers,
        OUTGOING,
        "list",
        Where.LINES,
    ),
    Act(
        "open_row",
        N_("Begin with another number"),
        ("Ctrl+Return",),
        register_commands.open_row,
        OUTGOING,
        "file-plus",
        Where.ROWS_OF_NUMBERS,
    ),
    Act("close_row", N_("Close the row"), ("Del",), register_commands.close_row, OUTGOING, "lock", Where.OPEN_ROW),
    Act(
        "close_term",
        N_("Close a term or a body"),
        ("Ctrl+T",),
        register_commands.close_term,
        OUTGOING,
        "lock",
        Where.ROWS_OF_NUMBERS,
    ),
    Act(
        "print_closing",
        N_("Print the closing page"),
        ("Ctrl+P",),
        register_commands.print_closing,
        OUTGOING,
        "printer",
        Where.ROW_OF_NUMBERS,
    ),
    Act("holidays", N_("Days off"), (), register_commands.show_holidays, OUTGOING, "", Where.ROWS_OF_NUMBERS),
    Act(
        "numbering",
        N_("How numbers run"),
        ("F2",),
        register_commands.show_numbering,
        OUTGOING,
        "settings",
        Where.ROWS_OF_NUMBERS,
    ),
)
