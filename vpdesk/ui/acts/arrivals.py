"""The acts on arrivals."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import commands, work_commands
from vpdesk.ui.acts.kinds import ARRIVALS, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("new_arrival", N_("Enter an arrival"), ("F3",), commands.enter_arrival, ARRIVALS, "inbox", Where.ARRIVING),
    Act(
        "register_next", N_("Register, next"), ("Ctrl+Return",), commands.register_next, ARRIVALS, "check", Where.ENTRY
    ),
    Act("register_only", N_("Register"), ("Ctrl+S",), commands.register_only, ARRIVALS, "inbox", Where.ENTRY),
    Act("repeat_row", N_("Repeat the row before"), ("Ctrl+D",), commands.repeat_row, ARRIVALS, "", Where.REPEATABLE),
    Act("show_twin", N_("Show what is there already"), ("F4",), commands.show_twin, ARRIVALS, "", Where.TWIN),
    Act(
        "take_proposal", N_("Take from the scan"), ("Alt+Return",), commands.take_proposal, ARRIVALS, "", Where.PROPOSED
    ),
    Act("take_proposals", N_("Take all from the scan"), ("F8",), commands.take_proposals, ARRIVALS, "", Where.PROPOSED),
    Act("add_scans", N_("Add scans"), ("Ins",), commands.add_scans, ARRIVALS, "file-plus", Where.ENTRY),
    Act(
        "save_amendment",
        N_("Save the correction"),
        ("Ctrl+Return",),
        commands.save_amendment,
        ARRIVALS,
        "check",
        Where.AMENDING,
    ),
    Act("add_files", N_("Add files"), ("Ins",), commands.add_files, ARRIVALS, "file-plus", Where.ARRIVAL_PAGE),
    Act("print_arrival", N_("Print"), ("Ctrl+P",), commands.print_arrival, ARRIVALS, "printer", Where.ARRIVAL_PAGE),
    Act("place_stamp", N_("Stamp a copy"), ("Ctrl+E",), commands.place_stamp, ARRIVALS, "stamp", Where.STAMPABLE),
    Act("next_scan", N_("Next scan"), ("Ctrl+PgDown",), commands.next_scan, ARRIVALS, "", Where.SCANS),
    Act("previous_scan", N_("Previous scan"), ("Ctrl+PgUp",), commands.previous_scan, ARRIVALS, "", Where.SCANS),
    Act("drop_scan", N_("Leave this scan out"), ("Ctrl+W",), commands.drop_scan, ARRIVALS, "x", Where.SCAN),
    Act("open_arrival", N_("Open the arrival"), (), commands.open_arrival, ARRIVALS, "file-text", Where.ARRIVAL),
    Act("hand_over", N_("Hand on"), ("Ctrl+T",), commands.hand_over, ARRIVALS, "send", Where.LIVING_ARRIVALS),
    Act("sign_for", N_("Signed for"), ("Ctrl+M",), commands.sign_for, ARRIVALS, "signature", Where.RECEIVABLE_ARRIVALS),
    Act(
        "submit_arrivals",
        N_("Submit to the head"),
        ("Ctrl+Return",),
        work_commands.submit_arrivals,
        ARRIVALS,
        "send",
        Where.SUBMITTABLE_ARRIVALS,
    ),
    Act(
        "take_back_arrivals",
        N_("Take back from the head"),
        ("Ctrl+U",),
        work_commands.take_back_arrivals,
        ARRIVALS,
        "undo-2",
        Where.SUBMITTED_ARRIVALS,
    ),
    Act(
        "direct_arrival",
        N_("Write the directive"),
        ("Ctrl+B",),
        work_commands.direct_arrival,
        ARRIVALS,
        "file-pen-line",
        Where.DIRECTABLE_ARRIVAL,
    ),
    Act("assign", N_("Assign"), ("Ctrl+Return",), work_commands.assign, ARRIVALS, "check", Where.DIRECTING),
    Act(
        "directive_phrases",
        N_("Phrases for directives"),
        ("Ctrl+;",),
        work_commands.show_phrases,
        ARRIVALS,
        "list",
        Where.DIRECTING,
    ),
    Act("undo_work", N_("Undo the last act"), ("Ctrl+Z",), work_commands.undo, ARRIVALS, "undo-2", Where.UNDOABLE_WORK),
    Act(
        "answer_arrival",
        N_("Compose the answer"),
        ("Ctrl+R",),
        work_commands.answer_arrival,
        ARRIVALS,
        "file-pen-line",
        Where.ANSWERABLE_ARRIVAL,
    ),
    Act(
        "extend_deadline",
        N_("Extend the deadline"),
        ("Ctrl+G",),
        work_commands.extend_deadline,
        ARRIVALS,
        "",
        Where.EXTENDABLE_ARRIVAL,
    ),
    Act(
        "finish_arrivals",
        N_("Finish without a reply"),
        ("Ctrl+J",),
        work_commands.finish_arrivals,
        ARRIVALS,
        "circle-check",
        Where.FINISHABLE_ARRIVALS,
    ),
    Act(
        "answered_by",
        N_("Answered by a document"),
        ("Ctrl+I",),
        work_commands.answered_by,
        ARRIVALS,
        "",
        Where.ANSWERED_ARRIVAL,
    ),
    Act(
        "reopen_arrival",
        N_("Open it again"),
        ("Ctrl+U",),
        work_commands.reopen_arrival,
        ARRIVALS,
        "undo-2",
        Where.FINISHED_ARRIVAL,
    ),
    Act(
        "amend_arrival", N_("Correct"), ("F2",), commands.amend_arrival, ARRIVALS, "file-pen-line", Where.LIVING_ARRIVAL
    ),
    Act("void_arrival", N_("Make void"), ("Del",), commands.void_arrival, ARRIVALS, "trash-2", Where.LIVING_ARRIVAL),
)
