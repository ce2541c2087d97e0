"""Qt's own words from the same catalogue as ours: no wheel of Qt speaks Vietnamese."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from vpdesk.words.catalogue import N_, lookup

_KEY_NAMES = "QShortcut"
"""Qt's context for the names of keys: they stay as they are printed on keyboards."""


class GettextTranslator(QTranslator):
    """Answers Qt from the current catalogue; what it does not know stays as Qt has it."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The sentence, or None: an empty string would blank a menu."""
        return lookup(sourceText) if sourceText and context != _KEY_NAMES else None

    def isEmpty(self) -> bool:
        return False


def install_translator(application: QApplication) -> None:
    """Let Qt speak the current language, whichever it will be."""
    application.installTranslator(GettextTranslator(application))


QT_WORDS: Final = (
    # buttons of message boxes
    N_("OK"),
    N_("Open"),
    N_("Save"),
    N_("Save All"),
    N_("Cancel"),
    N_("Close"),
    N_("Discard"),
    N_("Apply"),
    N_("Reset"),
    N_("Restore Defaults"),
    N_("Help"),
    N_("&Yes"),
    N_("Yes to &All"),
    N_("&No"),
    N_("N&o to All"),
    N_("Abort"),
    N_("Retry"),
    N_("Ignore"),
    # context menus of inputs
    N_("&Undo"),
    N_("&Redo"),
    N_("Cu&t"),
    N_("&Copy"),
    N_("&Paste"),
    N_("Delete"),
    N_("Select All"),
    # the file dialog where the system has none of its own
    N_("&Open"),
    N_("&Save"),
    N_("Save As"),
    N_("&Look in:"),
    N_("File &name:"),
    N_("Files of &type:"),
    N_("All Files (*)"),
    N_("Files"),
    N_("Folder"),
    N_("Drive"),
    N_("Computer"),
    N_("Sidebar"),
    N_("List of places and bookmarks"),
    N_("Back"),
    N_("Go back"),
    N_("Forward"),
    N_("Go forward"),
    N_("Parent Directory"),
    N_("Go to the parent directory"),
    N_("Create New Folder"),
    N_("Create a New Folder"),
    N_("&New Folder"),
    N_("New Folder"),
    N_("List View"),
    N_("Change to list view mode"),
    N_("Detail View"),
    N_("Change to detail view mode"),
    N_("Show &hidden files"),
    N_("Show "),
    N_("&Rename"),
    N_("&Delete"),
    N_("Name"),
    N_("Size"),
    N_("Type"),
    N_("Date Modified"),
    N_("%1 already exists.\nDo you want to replace it?"),
    N_("%1\nFile not found.\nPlease verify the correct file name was given."),
    # the print dialog where the system has none of its own
    N_("Print"),
    N_("&Print"),
    N_("Printer"),
    N_("&Name:"),
    N_("P&roperties"),
    N_("Location:"),
    N_("Type:"),
    N_("Preview"),
    N_("Output &file:"),
    N_("Print to File (PDF)"),
    N_("Local file"),
    N_("Write PDF file"),
    N_("&Options >>"),
    N_("&Options <<"),
    N_("Options"),
    N_("Output Settings"),
    N_("Print range"),
    N_("Print all"),
    N_("Pages from"),
    N_("to"),
    N_("Pages"),
    N_("Current Page"),
    N_("Selection"),
    N_(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    N_("Page &Set:"),
    N_("All Pages"),
    N_("Odd Pages"),
    N_("Even Pages"),
    N_("Copies"),
    N_("Copies:"),
    N_("Collate"),
    N_("Reverse"),
    N_("Color Mode"),
    N_("Color"),
    N_("Grayscale"),
    N_("Double Sided Printing"),
    N_("Off"),
    N_("Long side binding"),
    N_("Short side binding"),
    N_("Form"),
    N_("Scroll Left"),
    N_("Scroll Right"),
    N_("%1 already exists.\nDo you want to overwrite it?"),
    N_("%1 is a directory.\nPlease choose a different file name."),
    N_("The 'From' value cannot be greater than the 'To' value."),
)
"""What Qt's own controls and dialogs ask for, marked here so that the catalogue holds it."""
