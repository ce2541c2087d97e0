"""Colours, type and the one style sheet.

Two frozen palettes of named colours feed Qt's own palette, the style sheet and whatever is painted by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette, QPen
from PySide6.QtWidgets import QApplication

INTERFACE_FAMILY = "IBM Plex Sans"
_INTERFACE_FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-Italic.ttf",
    "IBMPlexSans-Medium.ttf",
    "IBMPlexSans-SemiBold.ttf",
)
_SUBSTITUTES = ("Segoe UI", "Noto Sans", "Liberation Sans")


class Palette(NamedTuple):
    """The colours by what they are for, each `#RRGGBB`."""

    window: str
    rail: str
    surface: str
    raised: str
    sunken: str
    hover: str
    select: str
    line: str
    edge: str
    scroll: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    toast: str
    on_toast: str


LIGHT = Palette(
    window="#F5F4F0",
    rail="#ECEAE4",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#E4E1D9",
    hover="#EFEDE7",
    select="#D5E4F5",
    line="#DDD9D0",
    edge="#7F7B72",
    scroll="#8F8A80",
    text="#1F2124",
    muted="#57564F",
    faint="#64625B",
    accent="#1D4E89",
    accent_hover="#163E6E",
    on_accent="#FFFFFF",
    accent_soft="#E2ECF7",
    focus="#2F6FBF",
    red="#B0271F",
    red_soft="#FBE7E3",
    amber="#8A5200",
    amber_soft="#FBEFD5",
    green="#1F6B47",
    green_soft="#E0F1E7",
    toast="#1F2124",
    on_toast="#F5F4F0",
)

DARK = Palette(
    window="#1A1B1E",
    rail="#141517",
    surface="#222428",
    raised="#2A2D32",
    sunken="#121315",
    hover="#2B2E33",
    select="#263C5B",
    line="#383B42",
    edge="#868A93",
    scroll="#747881",
    text="#E9E7E2",
    muted="#B8B5AD",
    faint="#A9A69E",
    accent="#8DB8F2",
    accent_hover="#A9CAF6",
    on_accent="#0F2440",
    accent_soft="#233650",
    focus="#8DB8F2",
    red="#F3978D",
    red_soft="#4A2521",
    amber="#E5B75F",
    amber_soft="#41331A",
    green="#7FCB9F",
    green_soft="#1E3B2C",
    toast="#E9E7E2",
    on_toast="#1A1B1E",
)


def system_colours(system: QPalette) -> Palette:
    """The colours of the system's own palette, for those who set a high contrast there."""
    role = QPalette.ColorRole

    def name(of: QPalette.ColorRole) -> str:
        return system.color(of).name().upper()

    ground, words, accent = name(role.Window), name(role.WindowText), name(role.Highlight)
    grounds = dict.fromkeys(("window", "rail", "surface", "raised", "sunken", "hover", "toast"), ground)
    soft = dict.fromkeys(("accent_soft", "red_soft", "amber_soft", "green_soft", "select"), ground)
    drawn = dict.fromkeys(("line", "edge", "scroll", "text", "muted", "faint", "on_toast"), words)
    states = dict.fromkeys(("red", "amber", "green", "focus"), words)
    acts = {"accent": accent, "accent_hover": accent, "on_accent": name(role.HighlightedText)}
    return Palette(**grounds, **soft, **drawn, **states, **acts)


def qt_palette(colours: Palette) -> QPalette:
    """Qt's palette with every role filled, the disabled group too."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for roles, name in (
        ((role.Window, role.Light, role.Midlight), colours.window),
        ((role.Base, role.AlternateBase), colours.surface),
        ((role.Button, role.ToolTipBase), colours.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), colours.text),
        ((role.PlaceholderText,), colours.faint),
        ((role.Mid, role.Dark), colours.edge),
        ((role.Shadow,), colours.line),
        ((role.Highlight,), colours.select),
        ((role.HighlightedText,), colours.text),
        ((role.Accent, role.Link), colours.accent),
        ((role.LinkVisited,), colours.accent_hover),
    ):
        for one in roles:
            palette.setColor(one, QColor(name))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, one, QColor(colours.faint))
    for one in (role.Button, role.Base, role.Highlight):
        palette.setColor(group.Disabled, one, QColor(colours.window))
    return palette


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of type in points, all moved by the one setting."""

    body: float = 10

    def size(self, token: float) -> float:
        """The size of a token that is meant for a body of 10 pt."""
        return token * self.body / 10

    @property
    def tokens(self) -> dict[str, str]:
        """The sizes as the style sheet names them, and the height inside a control's border."""
        names = {"caption": 9, "body": 10, "section": 11, "detail": 13, "title": 15, "number": 22}
        sizes = {name: f"{self.size(token):g}pt" for name, token in names.items()}
        inside = control_height(self) - 2
        return sizes | {"inside": f"{inside}px", "inside_focused": f"{inside - 2}px"}

    def font(self, token: float = 10, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface face in the size of a token."""
        font = QFont([INTERFACE_FAMILY, *_SUBSTITUTES])
        font.setPointSizeF(self.size(token))
        font.setWeight(weight)
        return font


def control_height(scale: TypeScale) -> int:
    """The height of a button or an input, in device-independent pixels."""
    return max(32, QFontMetrics(scale.font()).height() + 12)


def load_interface_fonts(folder: Path) -> None:
    """Make the shipped interface face known, so that no window depends on what the machine has."""
    for name in _INTERFACE_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def fill_sheet(template: str, tokens: Mapping[str, str]) -> str:
    """The style sheet with its `@tokens` replaced. Raises KeyError for a token nobody knows."""
    return re.sub(r"@(\w+)", lambda found: tokens[found[1]], template)


def sheet_tokens(colours: Palette, scale: TypeScale) -> dict[str, str]:
    """All that the style sheet may name."""
    return colours._asdict() | scale.tokens


class Look(QObject):
    """The look of the program now: its colours and sizes. Everything painted by hand asks here."""

    changed = Signal()

    def __init__(self, application: QApplication, sheet: Path) -> None:
        super().__init__(application)
        self._application = application
        self._template = sheet.read_text(encoding="utf-8")
        self._theme = "system"
        self.colours = LIGHT
        self.scale = TypeScale()
        self._system = QPalette(application.palette())
        application.styleHints().colorSchemeChanged.connect(self._renew)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._renew)

    def wear(self, theme: str, font_size: float) -> None:
        """Put on a theme (`system`, `light` or `dark`) and a size of type in points."""
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._theme = theme
        self.scale = TypeScale(font_size)
        self._application.styleHints().setColorScheme(scheme.get(theme, Qt.ColorScheme.Unknown))
        self._renew()

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.colours, token))

    def focus_pen(self) -> QPen:
        """The pen of the focus ring, 2 pixels wide."""
        return QPen(self.colour("focus"), 2)

    @property
    def is_dark(self) -> bool:
        """Whether the grounds are dark now."""
        return QColor(self.colours.window).lightness() < 128

    def _renew(self) -> None:
        self.colours = self._choice()
        self._application.setPalette(qt_palette(self.colours))
        self._application.setFont(self.scale.font())
        self._application.setStyleSheet(fill_sheet(self._template, sheet_tokens(self.colours, self.scale)))
        self.changed.emit()

    def _choice(self) -> Palette:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return system_colours(self._system)
        if self._theme in {"light", "dark"}:
            return DARK if self._theme == "dark" else LIGHT
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
