"""The desk: what every act of the office needs at hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.domain.errors import FaultySettings, FileNotReadable, Obstacle
from vpdesk.paths import Places, resource
from vpdesk.settings import BadSettings, Settings, parse_settings

if TYPE_CHECKING:
    from vpdesk.export.pdf import PdfWriter
    from vpdesk.layout.fonts import FontBook
    from vpdesk.layout.frame import PagedDocument
    from vpdesk.services.compositor import Compositor
    from vpdesk.services.rules import Packs


class Press:
    """Makes PDFs. ReportLab is taken in with the first one, so that opening the desk does not wait for it."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._writer: PdfWriter | None = None

    def pdf(self, document: PagedDocument) -> bytes:
        """The PDF of a laid-out document."""
        if self._writer is None:
            from vpdesk.export.pdf import PdfWriter

            self._writer = PdfWriter(self._fonts)
        return self._writer.write(document)


@dataclass(frozen=True)
class Desk:
    """Settings, rules, faces, the compositor and the press.

    Each is taken in hand when it is first asked for: the window stands on the screen before the rules are read.
    """

    places: Places
    settings: Settings

    @cached_property
    def packs(self) -> Packs:
        """Every rule pack. Raises FaultyRules when one is broken, FileNotReadable when one cannot be read."""
        from vpdesk.services.rules import load_packs

        return load_packs(resource("rules"))

    @cached_property
    def fonts(self) -> FontBook:
        """The faces of the page and their widths."""
        from vpdesk.layout.fonts import FontBook

        return FontBook(resource("fonts"))

    @cached_property
    def compositor(self) -> Compositor:
        """What sets dispatches."""
        from vpdesk.services.compositor import Compositor

        return Compositor(self.fonts)

    @cached_property
    def press(self) -> Press:
        """What makes PDFs."""
        return Press(self.fonts)

    def open(self) -> None:
        """Take in hand what every dispatch needs. Raises as `packs` does."""
        _ = self.packs, self.compositor


def load_settings(path: Path) -> Settings:
    """This machine's settings; the defaults where it has none yet.

    Raises FaultySettings with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    try:
        return parse_settings(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    except UnicodeDecodeError as error:
        raise FaultySettings(path, "UTF-8", str(error)) from None
    except BadSettings as error:
        raise FaultySettings(path, error.key, error.problem) from None
