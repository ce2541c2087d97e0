"""One small function for each thing a person does in the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow

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
    if window.path is not None:
        dialog.setDirectory(str(window.path.parent))
        dialog.selectFile(f"{bare_name(window.path)}.pdf")
    dialog.fileSelected.connect(lambda name: window.export(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _export_formats() -> tuple[tuple[str, str], ...]:
    """What pages may become: an ending and its name in the current language, the usual one first."""
    return ("pdf", _("PDF document")), ("docx", _("Word document")), ("png", _("Picture of the first page"))


def bare_name(path: Path) -> str:
    """The name of a dispatch file without its ending."""
    return path.name.removesuffix(_DISPATCH_ENDING).removesuffix(".json")


def show_folder(path: Path) -> None:
    """Open the folder of a file in the system's own program."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def print_pages(window: MainWindow) -> None:
    """Ask for printer, copies and pages, then print."""
    from PySide6.QtPrintSupport import QPrintDialog
    from PySide6.QtWidgets import QDialog

    from vpdesk.ui.preview.printing import is_plain_file, make_printer

    document = window.page.document
    if document is None:
        return
    printer = make_printer(document)
    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(document.pages))

    def finish(result: int) -> None:
        if result == QDialog.DialogCode.Accepted and is_plain_file(printer):
            window.export(Path(printer.outputFileName()))
        elif result == QDialog.DialogCode.Accepted:
            window.print(printer)
        dialog.deleteLater()

    dialog.finished.connect(finish)
    QDialog.open(dialog)  # the print dialog's own wants a slot by name


def next_page(window: MainWindow) -> None:
    """Go to the next page."""
    window.page.view.turn_to(window.page.view.current_page + 1)


def previous_page(window: MainWindow) -> None:
    """Go to the page before."""
    window.page.view.turn_to(window.page.view.current_page - 1)


def first_page(window: MainWindow) -> None:
    """Go to the first page."""
    window.page.view.turn_to(0)


def last_page(window: MainWindow) -> None:
    """Go to the last page."""
    window.page.view.turn_to(window.page.view.page_count - 1)


def zoom_in(window: MainWindow) -> None:
    """Show the pages larger."""
    window.page.view.zoom_step(+1)


def zoom_out(window: MainWindow) -> None:
    """Show the pages smaller."""
    window.page.view.zoom_step(-1)


def fit_width(window: MainWindow) -> None:
    """Show a page as wide as the window."""
    from vpdesk.ui.preview.arrangement import Fit

    window.page.view.set_zoom(Fit.WIDTH)


def fit_page(window: MainWindow) -> None:
    """Show a page whole."""
    from vpdesk.ui.preview.arrangement import Fit

    window.page.view.set_zoom(Fit.PAGE)


def next_finding(window: MainWindow) -> None:
    """Show the next finding and where it stands."""
    window.page.findings.step(+1)


def previous_finding(window: MainWindow) -> None:
    """Show the finding before and where it stands."""
    window.page.findings.step(-1)


def fold_page_list(window: MainWindow) -> None:
    """Show or hide the page list."""
    shown = not window.preferences.settings.page_list
    window.preferences.change(page_list=shown)
    window.page.show_page_list(shown=shown)


def next_pane(window: MainWindow) -> None:
    """Take the keys to the next pane."""
    window.step_pane(+1)


def previous_pane(window: MainWindow) -> None:
    """Take the keys to the pane before."""
    window.step_pane(-1)


def put_away(window: MainWindow) -> None:
    """Put messages and the outline on the page away."""
    window.notices.put_away()
    window.page.view.outline(None)


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
