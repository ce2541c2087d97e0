"""The acts on drafts and dispatches."""

from __future__ import annotations

from typing import Final

from vpdesk.ui import commands
from vpdesk.ui.acts.kinds import FILE, Act, Where
from vpdesk.words.catalogue import N_

ACTS: Final = (
    Act("new", N_("New dispatch"), ("Ctrl+N",), commands.begin_draft, FILE, "file-plus", Where.OFFICE),
    Act("open", N_("Open"), ("Ctrl+O",), commands.choose_file, FILE, "folder-open", Where.ANYWHERE),
    Act(
        "draft_from_file", N_("Write on"), ("Ctrl+Return",), commands.draft_from_file, FILE, "file-pen-line", Where.FILE
    ),
    Act("submit", N_("Submit"), ("Ctrl+Return",), commands.submit, FILE, "signature", Where.SUBMITTABLE),
    Act("take_back", N_("Take back"), ("Ctrl+Return",), commands.take_back, FILE, "undo-2", Where.TAKABLE_BACK),
    Act("sign", N_("Sign off"), ("Ctrl+Return",), commands.sign, FILE, "signature", Where.SIGNABLE),
    Act(
        "sign_pile",
        N_("Sign off all chosen"),
        ("Ctrl+Return",),
        commands.sign_pile,
        FILE,
        "signature",
        Where.SIGNABLE_PILE,
    ),
    Act("check_form", N_("Form right, pass on"), ("Ctrl+Return",), commands.check_form, FILE, "check", Where.CHECKABLE),
    Act(
        "record_signature",
        N_("Record a signature on paper"),
        ("Ctrl+Return",),
        commands.record_signature,
        FILE,
        "signature",
        Where.RECORDABLE,
    ),
    Act("send_back", N_("Send back with remarks"), ("Ctrl+T",), commands.send_back, FILE, "undo-2", Where.RETURNABLE),
    Act("remark", N_("Add a remark"), ("Ctrl+M",), commands.begin_remark, FILE, "", Where.RETURNABLE),
    Act("undo_signature", N_("Undo the sign-off"), ("Ctrl+Z",), commands.undo_signature, FILE, "", Where.UNDOABLE),
    Act("print_pile", N_("Print with slips"), ("Ctrl+P",), commands.print_pile, FILE, "printer", Where.PILE),
    Act("export_pile", N_("Export with slips"), ("Ctrl+E",), commands.export_pile, FILE, "file-down", Where.PILE),
    Act("withdraw", N_("Withdraw"), (), commands.withdraw, FILE, "", Where.WITHDRAWABLE),
    Act("amend", N_("Change the text all the same"), (), commands.amend, FILE, "", Where.AMENDABLE),
    Act("next_remark", N_("Next remark"), ("Ctrl+M",), commands.next_remark, FILE, "", Where.REMARKED),
    Act("follow_remark", N_("Remark followed"), ("Ctrl+T",), commands.follow_remark, FILE, "", Where.REMARKED),
    Act("take_theirs", N_("Take the other text"), (), commands.take_theirs, FILE, "", Where.CONFLICT),
    Act("keep_apart", N_("Keep mine as another draft"), (), commands.keep_apart, FILE, "copy", Where.CONFLICT),
    Act("keep_mine", N_("Keep mine"), ("Ctrl+Return",), commands.keep_mine, FILE, "check", Where.CONFLICT),
    Act("save", N_("Save now"), ("Ctrl+S",), commands.save_draft, FILE, "check", Where.DRAFT),
    Act("save_as", N_("Save as a file"), ("F12",), commands.save_as_file, FILE, "file-text", Where.DRAFT),
    Act("print", N_("Print"), ("Ctrl+P",), commands.print_pages, FILE, "printer", Where.PAPER),
    Act("export", N_("Export"), ("Ctrl+E",), commands.export_pages, FILE, "file-down", Where.PAPER),
    Act("open_draft", N_("Open the draft"), (), commands.open_chosen, FILE, "file-pen-line", Where.CHOSEN),
    Act("duplicate", N_("Duplicate"), ("Ctrl+D",), commands.duplicate, FILE, "copy", Where.CHOSEN),
    Act("start_from", N_("Start from this one"), ("Ctrl+R",), commands.start_from_chosen, FILE, "", Where.CHOSEN),
    Act("delete", N_("Delete"), ("Del",), commands.delete_chosen, FILE, "trash-2", Where.CHOSEN),
    Act("restore", N_("Restore"), ("Ctrl+Z",), commands.restore_chosen, FILE, "", Where.DELETED),
    Act("filter", N_("Find in the list"), ("Ctrl+F",), commands.filter_rows, FILE, "search", Where.ROWS),
    Act("save_template", N_("Save as a template"), (), commands.save_template, FILE, "layout-list", Where.DRAFT),
    Act("rename_template", N_("Rename the template"), ("F2",), commands.rename_template, FILE, "", Where.OWN_TEMPLATE),
    Act(
        "delete_template",
        N_("Delete the template"),
        ("Del",),
        commands.delete_template,
        FILE,
        "trash-2",
        Where.OWN_TEMPLATE,
    ),
    Act("draft_mark", N_("Mark as a draft"), (), commands.mark_as_draft, FILE, "", Where.DRAFT, checkable=True),
    Act("renew", N_("Read again"), ("F5",), commands.renew, FILE, "refresh-cw", Where.ANYWHERE),
    Act("next_finding", N_("Next finding"), ("F8",), commands.next_finding, FILE, "", Where.FINDINGS),
    Act("previous_finding", N_("Previous finding"), ("Shift+F8",), commands.previous_finding, FILE, "", Where.FINDINGS),
    Act("next_blank", N_("Next place to fill in"), ("F4",), commands.next_blank, FILE, "", Where.DRAFT),
    Act("confirm_blank", N_("Leave as it is"), ("Alt+Return",), commands.confirm_blank, FILE, "", Where.DRAFT),
)
