"""One small function for each thing a person does in the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpdesk.domain.templates import Template
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.ui.arrivals_room import ArrivalsRoom
    from vpdesk.ui.drafting_room import DraftingRoom
    from vpdesk.ui.forms.name_dialog import NameDialog
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.draft_page import DraftPage
    from vpdesk.ui.signing_room import SigningRoom

_DISPATCH_ENDING = ".dispatch.json"


def choose_file(window: MainWindow) -> None:
    """Ask for a dispatch file and open it."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, _("Open a dispatch"), window.preferences.settings.last_folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Dispatches") + f" (*{_DISPATCH_ENDING})", _("All Files (*)")])
    dialog.fileSelected.connect(lambda name: window.open(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def renew(window: MainWindow) -> None:
    """Read the open file again."""
    window.renew()


def export_pages(window: MainWindow) -> None:
    """Ask for a place and write the pages there; the ending decides what the file becomes."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, _("Export the pages"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    endings = {f"{words} (*.{ending})": ending for ending, words in _export_formats()}
    dialog.setNameFilters(list(endings))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(window.preferences.settings.last_folder)
    if name := window.paper.file_name():
        dialog.selectFile(f"{name}.pdf")
    dialog.fileSelected.connect(lambda name: window.export(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_for_pdf(window: MainWindow, name: str, export: Callable[[Path], None]) -> None:
    """Ask for the place of a PDF file of this name and write it there."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(window, _("Export the pages"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_("PDF document") + " (*.pdf)"])
    dialog.setDefaultSuffix("pdf")
    dialog.setDirectory(window.preferences.settings.last_folder)
    dialog.selectFile(f"{name}.pdf")
    dialog.fileSelected.connect(lambda out: export(Path(out)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _export_formats() -> tuple[tuple[str, str], ...]:
    """What pages may become: an ending and its name in the current language, the usual one first."""
    return ("pdf", _("PDF document")), ("docx", _("Word document")), ("png", _("Picture of the first page"))


def show_folder(path: Path) -> None:
    """Open the folder of a file in the system's own program."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def print_pages(window: MainWindow) -> None:
    """Ask for printer, copies and pages, then print."""
    if (document := window.paper.document) is not None:
        ask_printer(window, document, window.export)


def ask_printer(
    window: MainWindow,
    document: PagedDocument,
    export: Callable[[Path], None],
    printed: Callable[[], None] = lambda: None,
) -> None:
    """Ask for printer, copies and pages of a document, then print; what is to be a plain file is exported instead.

    `printed` is called once the pages are with the printer, or on their way to the file.
    """
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QDialog

    from vpdesk.ui.preview.printing import is_plain_file, make_printer

    printer = make_printer(document)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(document.pages))

    def finish(result: int) -> None:
        if result == QDialog.DialogCode.Accepted and is_plain_file(printer):
            export(Path(printer.outputFileName()))
            printed()
        elif result == QDialog.DialogCode.Accepted and window.print(printer, document):
            printed()
        dialog.deleteLater()

    dialog.finished.connect(finish)
    QDialog.open(dialog)  # the print dialog's own wants a slot by name


def next_page(window: MainWindow) -> None:
    """Go to the next page."""
    window.sheets.turn_to(window.sheets.current_page + 1)


def previous_page(window: MainWindow) -> None:
    """Go to the page before."""
    window.sheets.turn_to(window.sheets.current_page - 1)


def first_page(window: MainWindow) -> None:
    """Go to the first page."""
    window.sheets.turn_to(0)


def last_page(window: MainWindow) -> None:
    """Go to the last page."""
    window.sheets.turn_to(window.sheets.page_count - 1)


def zoom_in(window: MainWindow) -> None:
    """Show the pages larger."""
    window.sheets.zoom_step(+1)


def zoom_out(window: MainWindow) -> None:
    """Show the pages smaller."""
    window.sheets.zoom_step(-1)


def fit_width(window: MainWindow) -> None:
    """Show a page as wide as the window."""
    from vpdesk.ui.preview.arrangement import Fit

    window.sheets.set_zoom(Fit.WIDTH)


def fit_page(window: MainWindow) -> None:
    """Show a page whole."""
    from vpdesk.ui.preview.arrangement import Fit

    window.sheets.set_zoom(Fit.PAGE)


def next_finding(window: MainWindow) -> None:
    """Show the next finding and where it stands."""
    window.paper.findings.step(+1)


def previous_finding(window: MainWindow) -> None:
    """Show the finding before and where it stands."""
    window.paper.findings.step(-1)


def fold_page_list(window: MainWindow) -> None:
    """Show or hide the page list; beside a draft, which needs the room, for this time only."""
    page = window.paper
    shown = page.thumbnails.isHidden()
    if not page.needs_width:
        window.preferences.change(page_list=shown)
    page.show_page_list(shown=shown)


def next_pane(window: MainWindow) -> None:
    """Take the keys to the next pane."""
    window.step_pane(+1)


def previous_pane(window: MainWindow) -> None:
    """Take the keys to the pane before."""
    window.step_pane(-1)


def put_away(window: MainWindow) -> None:
    """Put messages and the outline on the page away; where there are none, go back."""
    if not (window.notices.put_away() or window.page.put_away()):
        back(window)


def back(window: MainWindow) -> None:
    """Go back to where this page was opened from."""
    is_of_register = any(room.holds(window.page) for room in window.rooms.values())
    if window.room is not None and not (is_of_register and window.page.put_away()):
        window.room.go_back()


def fold_rail(window: MainWindow) -> None:
    """Show the places as icons alone, or with their names."""
    window.fold_rail()


def show_file(window: MainWindow) -> None:
    """Show the dispatch file that is open."""
    window.show_page(window.file_page)


def show_desk(window: MainWindow) -> None:
    """Show what waits on the officer's desk."""
    window.enter("desk")


def show_drafts(window: MainWindow) -> None:
    """Show the list of drafts."""
    if window.room is not None:
        window.room.show_list()


def begin_draft(window: MainWindow) -> None:
    """Show what a new dispatch can be started from."""
    if window.room is not None:
        window.room.offer_beginnings()


def draft_from_file(window: MainWindow) -> None:
    """Write on what a file holds, as a draft."""
    if window.room is not None and window.paper.laid_out is not None:
        window.room.begin(window.paper.laid_out.dispatch)


def open_chosen(window: MainWindow) -> None:
    """Open the draft chosen in the list."""
    _room(window).list.open_chosen()


def duplicate(window: MainWindow) -> None:
    """Begin a draft with the text of the chosen one."""
    _room(window).duplicate_chosen()


def start_from_chosen(window: MainWindow) -> None:
    """Begin a draft from the chosen one, what belonged to its day marked."""
    _room(window).start_from_chosen()


def delete_chosen(window: MainWindow) -> None:
    """Put the chosen drafts into the bin."""
    _room(window).delete_chosen()


def restore_chosen(window: MainWindow) -> None:
    """Take the chosen drafts out of the bin."""
    _room(window).restore_chosen()


def filter_rows(window: MainWindow) -> None:
    """Take the keys to the filter of the list."""
    window.page.to_filter()


def show_signing(window: MainWindow) -> None:
    """Show what waits for its signature."""
    _signing(window).show()


def sign(window: MainWindow) -> None:
    """Sign the dispatch in sight off."""
    _signing(window).sign()


def sign_pile(window: MainWindow) -> None:
    """Sign all off that are chosen."""
    _signing(window).sign_pile()


def check_form(window: MainWindow) -> None:
    """Pass the dispatch in sight on: its form is right."""
    _signing(window).check_form()


def record_signature(window: MainWindow) -> None:
    """Set down that somebody of another office has signed the dispatch in sight on paper."""
    _signing(window).record_signature()


def send_back(window: MainWindow) -> None:
    """Send the dispatch in sight back with the remarks on it; without any, ask for one."""
    _signing(window).send_back()


def begin_remark(window: MainWindow) -> None:
    """Begin a remark on the words that are chosen on the page, or on the whole."""
    _signing(window).page.remarking.begin()


def undo_signature(window: MainWindow) -> None:
    """Take back what was signed last."""
    _signing(window).undo()


def print_pile(window: MainWindow) -> None:
    """Print what is chosen, or all that waits, each dispatch behind its slip."""
    _signing(window).print_pile()


def export_pile(window: MainWindow) -> None:
    """Write what would be printed to one PDF file."""
    _signing(window).export_pile()


def to_queue(window: MainWindow) -> None:
    """Take the keys to the list of what waits."""
    _signing(window).page.take_keys()


def compare(window: MainWindow) -> None:
    """Show on the page what changed since the officer read it last."""
    _signing(window).page.remarking.show_changes(shown=True)


def plain_page(window: MainWindow) -> None:
    """Show the page as it is, and take the keys there."""
    page = _signing(window).page
    page.remarking.show_changes(shown=False)
    page.view.setFocus()


def next_change(window: MainWindow) -> None:
    """Show the next change where it stands."""
    _signing(window).page.remarking.step_change()


def next_dispatch(window: MainWindow) -> None:
    """Show the next dispatch of the list; the keys stay where they are."""
    _signing(window).page.queue.step(+1)


def previous_dispatch(window: MainWindow) -> None:
    """Show the dispatch before in the list; the keys stay where they are."""
    _signing(window).page.queue.step(-1)


def submit(window: MainWindow) -> None:
    """Hand the draft in sight to the head."""
    _room(window).submit(_draft(window))


def take_back(window: MainWindow) -> None:
    """Take the last step with the dispatch in sight back."""
    if _is_signing(window):
        _signing(window).take_back()
    else:
        _room(window).reading.take_back()


def withdraw(window: MainWindow) -> None:
    """Give the dispatch in sight up."""
    if _is_signing(window):
        _signing(window).withdraw()
    else:
        _room(window).reading.withdraw()


def amend(window: MainWindow) -> None:
    """Change the text of the dispatch in sight, though it was signed off."""
    _room(window).amend()


def take_theirs(window: MainWindow) -> None:
    """Go on with what the other has written."""
    _room(window).reading.conflict.take_theirs()


def keep_apart(window: MainWindow) -> None:
    """Go on with what the other has written, one's own text in a draft of its own."""
    _room(window).reading.conflict.keep_apart()


def keep_mine(window: MainWindow) -> None:
    """Go on with one's own text; the other stays in the history."""
    _room(window).reading.conflict.keep_mine()


def may_verify(window: MainWindow) -> bool:
    """Whether who is signed in may check the history, as far as the window knows."""
    from vpdesk.domain.roles import Permission

    return window.room is not None and window.room.may(Permission.VERIFY)


def verify(window: MainWindow) -> None:
    """Check that nothing was changed behind the office's back."""
    _room(window).verify()


def next_remark(window: MainWindow) -> None:
    """Go to the words of the next remark."""
    _draft(window).next_remark()


def follow_remark(window: MainWindow) -> None:
    """Say that the remark in hand was followed, or after all not."""
    _draft(window).follow_remark()


def save_draft(window: MainWindow) -> None:
    """Save the draft in sight now, and say so."""
    page = _draft(window)
    page.keeper.join(lambda _draft: window.notices.say(_("Saved.")))


def save_as_file(window: MainWindow) -> None:
    """Ask for a place and write the draft there as a dispatch file."""
    from PySide6.QtWidgets import QFileDialog

    page = _draft(window)
    dialog = QFileDialog(window, _("Save as a file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_("Dispatches") + f" (*{_DISPATCH_ENDING})"])
    dialog.setDefaultSuffix(_DISPATCH_ENDING.removeprefix("."))
    dialog.setDirectory(window.preferences.settings.last_folder)
    dialog.selectFile(f"{page.file_name()}{_DISPATCH_ENDING}")
    dialog.fileSelected.connect(lambda name: window.save_dispatch(page.file_of_draft(), Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_template(window: MainWindow) -> None:
    """Ask for a name and keep the draft as a template of the officer's own."""
    page = _draft(window)
    dialog = _ask_name(window, _("Save as a template"), _("Save the template"), page.title())
    dialog.named.connect(lambda name: _room(window).save_template(name, page.dispatch()))


def rename_template(window: MainWindow) -> None:
    """Ask for another name for the own template in hand."""
    room, template = _room(window), _own_template(window)
    dialog = _ask_name(window, _("Rename the template"), _("Rename"), template.name.vi)
    dialog.named.connect(lambda name: room.rename_template(template, name))


def delete_template(window: MainWindow) -> None:
    """Delete the own template in hand."""
    _room(window).delete_template(_own_template(window))


def _ask_name(window: MainWindow, title: str, act: str, name: str) -> NameDialog:
    from vpdesk.ui.forms.name_dialog import NameDialog

    dialog = NameDialog(title, _("Name of the template"), act, name, window.icons, window)
    dialog.open()
    return dialog


def mark_as_draft(window: MainWindow) -> None:
    """Print the words that mark a draft, or print them no longer."""
    _draft(window).mark_as_draft()


def next_blank(window: MainWindow) -> None:
    """Take the keys to the next place that waits to be filled in or confirmed."""
    _draft(window).next_blank()


def confirm_blank(window: MainWindow) -> None:
    """Leave the old value in hand as it is."""
    _draft(window).confirm_blank()


def to_form(window: MainWindow) -> None:
    """Take the keys to the form."""
    _draft(window).form.document_type.setFocus()


def to_text(window: MainWindow) -> None:
    """Take the keys to the text."""
    page = _draft(window)
    page.show_text()
    page.editor.setFocus()


def to_pages(window: MainWindow) -> None:
    """Take the keys to the page."""
    page = _draft(window)
    page.show_pages()
    page.view.setFocus()


def next_draft(window: MainWindow) -> None:
    """Show the next of the drafts that are open."""
    _room(window).next_draft()


def close_draft(window: MainWindow) -> None:
    """Close the draft in sight."""
    _room(window).close_draft()


def _room(window: MainWindow) -> DraftingRoom:
    """The drafting room: its acts are offered nowhere else."""
    assert window.room is not None  # noqa: S101
    return window.room


def _signing(window: MainWindow) -> SigningRoom:
    """The signing room: its acts are offered in an office only."""
    assert window.signing is not None  # noqa: S101
    return window.signing


def _is_signing(window: MainWindow) -> bool:
    return window.signing is not None and window.signing.holds(window.page)


def _draft(window: MainWindow) -> DraftPage:
    """The draft in sight: its acts are offered on no other page."""
    page = _room(window).draft
    assert page is not None  # noqa: S101
    return page


def _own_template(window: MainWindow) -> Template:
    """The own template in hand: its acts are offered for no other."""
    page = _room(window).beginnings
    assert page is not None  # noqa: S101
    assert page.own_template is not None  # noqa: S101
    return page.own_template


def show_signatories(window: MainWindow) -> None:
    """Show who signs for the bodies of the office."""
    _room(window).signatories.open()


def save_signatory(window: MainWindow) -> None:
    """Keep the record of those who sign that is in the form."""
    _room(window).signatories.page.save()


def new_signatory(window: MainWindow) -> None:
    """Ask for somebody who signs beside the others."""
    page = _room(window).signatories.page
    page.begin(page.take_in)


def succeed(window: MainWindow) -> None:
    """Ask who takes the place of the signatory in hand."""
    page = _room(window).signatories.page
    page.begin(page.succeed)


def stand_in(window: MainWindow) -> None:
    """Ask who stands in, from when to when."""
    page = _room(window).signatories.page
    page.begin(page.stand_in)


def end_signing(window: MainWindow) -> None:
    """Ask for the last day of the signatory in hand."""
    page = _room(window).signatories.page
    page.begin(page.end)


def drop_stand_in(window: MainWindow) -> None:
    """Let nobody stand in in the days in hand."""
    _room(window).signatories.page.drop_stand_in()


def show_outgoing(window: MainWindow) -> None:
    """Show the outgoing register."""
    window.enter("outgoing")


def show_arrivals(window: MainWindow) -> None:
    """Show the register of arrivals."""
    window.enter("arrivals")


def show_case_files(window: MainWindow) -> None:
    """Show the case files."""
    window.enter("case_files")


def show_search(window: MainWindow) -> None:
    """Show the field that finds everything."""
    window.enter("search")


def show_books(window: MainWindow) -> None:
    """Show the books of the registers."""
    window.enter("books")


def enter_arrival(window: MainWindow) -> None:
    """Show the form of an arrival."""
    _arrivals(window).entering.open()


def register_next(window: MainWindow) -> None:
    """Register the entry in hand and begin the next one."""
    _arrivals(window).entry.register(goes_on=True)


def register_only(window: MainWindow) -> None:
    """Register the entry in hand and go to the register."""
    _arrivals(window).entry.register(goes_on=False)


def repeat_row(window: MainWindow) -> None:
    """Repeat of the line before what the field in hand has there."""
    _arrivals(window).entry.repeat()


def show_twin(window: MainWindow) -> None:
    """Show the arrival that is the same paper."""
    _arrivals(window).show_twin()


def take_proposal(window: MainWindow) -> None:
    """Take what was read from the scan for the field in hand."""
    _arrivals(window).entry.proposals.take_in_hand()


def take_proposals(window: MainWindow) -> None:
    """Take all that was read from the scan for fields that are empty."""
    _arrivals(window).entry.proposals.take_all()


def add_scans(window: MainWindow) -> None:
    """Ask for scans that are to be entered."""
    _arrivals(window).ask_for_scans()


def save_amendment(window: MainWindow) -> None:
    """Keep the line as it was corrected."""
    _arrivals(window).amendment.register(goes_on=False)


def add_files(window: MainWindow) -> None:
    """Ask for files that belong to the arrival in sight."""
    _arrivals(window).in_hand.ask_for_files()


def print_arrival(window: MainWindow) -> None:
    """Ask which paper of the arrival in sight is to be printed."""
    _arrivals(window).in_hand.offer_papers()


def place_stamp(window: MainWindow) -> None:
    """Lay the stamp on the page in sight, to be moved and then put on a copy."""
    _arrivals(window).in_hand.place_stamp()


def next_scan(window: MainWindow) -> None:
    """Take the next file in hand."""
    _arrivals(window).scans_in_sight.step(+1)


def previous_scan(window: MainWindow) -> None:
    """Take the file before in hand."""
    _arrivals(window).scans_in_sight.step(-1)


def drop_scan(window: MainWindow) -> None:
    """Leave the scan in hand out."""
    _arrivals(window).entry.scans.drop()


def open_arrival(window: MainWindow) -> None:
    """Open the arrival in hand."""
    _arrivals(window).open_chosen()


def hand_over(window: MainWindow) -> None:
    """Ask to whom the arrivals in hand go, and on which day."""
    room = _arrivals(window)
    room.works.hand_over(room.chosen)


def sign_for(window: MainWindow) -> None:
    """Acknowledge the arrivals in hand; a clerk asks who signed for them, and on which day."""
    room = _arrivals(window)
    room.works.sign_for(room.chosen)


def amend_arrival(window: MainWindow) -> None:
    """Correct the line of the arrival in hand."""
    _arrivals(window).amend()


def void_arrival(window: MainWindow) -> None:
    """Ask why the arrival in hand is to be void."""
    room = _arrivals(window)
    room.works.void(room.chosen[0])


def _arrivals(window: MainWindow) -> ArrivalsRoom:
    """The room of arrivals: its acts are offered in an office only."""
    from vpdesk.ui.arrivals_room import ArrivalsRoom

    room = window.room_of("arrivals")
    assert isinstance(room, ArrivalsRoom)  # noqa: S101
    return room


def show_officers(window: MainWindow) -> None:
    """Show the officers of the office."""
    _room(window).door.show_officers()


def choose_secret(window: MainWindow) -> None:
    """Ask for another secret of the officer's own."""
    from vpdesk.ui.forms.secret_dialog import SecretDialog

    officer = _room(window).door.officer
    if officer is not None:
        dialog = SecretDialog(officer.name, window.gateway.people, window.icons, window)
        dialog.chosen.connect(lambda: window.notices.say(_("Changed. The new one holds from the next sign-in on.")))
        dialog.open()


def lock(window: MainWindow) -> None:
    """Put everything out of sight until somebody signs in."""
    _room(window).door.lock()


def show_keys(window: MainWindow) -> None:
    """Show the key card."""
    window.show_keys()


def close(window: MainWindow) -> None:
    """Close the window."""
    window.close()


def choose_theme(window: MainWindow, theme: str) -> None:
    """Wear a theme from now on: `system`, `light` or `dark`."""
    window.preferences.change(theme=theme)
    window.wear()


def choose_font_size(window: MainWindow, size: int) -> None:
    """Use this size of type, in points, from now on."""
    window.preferences.change(font_size=size)
    window.wear()


def choose_language(window: MainWindow, language: str) -> None:
    """Speak this language from now on: `vi` or `en`."""
    window.preferences.change(language=language)
    window.speak(language)


def allow_unusual_types(window: MainWindow, *, allowed: bool) -> None:
    """Offer also the types that a body does not usually issue, or no longer."""
    _room(window).allow_unusual_types(allowed=allowed)
