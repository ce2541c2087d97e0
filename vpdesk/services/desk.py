"""The desk: what every act of the office needs at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vpdesk.domain.dispatch import Dispatch, PageSetup
from vpdesk.domain.errors import FaultySettings, FileNotReadable, Obstacle
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.compose import Composer
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.norms import Norms, read_norms
from vpdesk.paths import Places, resource
from vpdesk.services.rules import Packs, load_packs
from vpdesk.settings import BadSettings, Settings, parse_settings

if TYPE_CHECKING:
    from vpdesk.export.pdf import PdfWriter


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


class Compositor:
    """Sets dispatches by rule packs. What one pack needs is read once; successive layouts share what did not change."""

    def __init__(self, fonts: FontBook) -> None:
        self._typesetter = Typesetter(fonts)
        self._composers: dict[str, Composer] = {}
        self._norms: dict[tuple[str, PageSetup], Norms] = {}

    def set(self, dispatch: Dispatch, pack: RulePack, *, duplex: bool) -> PagedDocument:
        """The pages of a dispatch by a pack. Raises NotLaidOut for what cannot be set yet."""
        composer = self._composers.get(pack.name)
        if composer is None:
            composer = self._composers[pack.name] = Composer(Rulebook(pack))
        norms = self._norms.get((pack.name, dispatch.page))
        if norms is None:
            norms = self._norms[pack.name, dispatch.page] = read_norms(pack, dispatch.page)
        return self._typesetter.lay_out(composer.compose(dispatch), norms, duplex=duplex)


@dataclass(frozen=True, slots=True)
class Desk:
    """Settings, rules, faces, the compositor and the press."""

    places: Places
    settings: Settings
    packs: Packs
    fonts: FontBook
    compositor: Compositor
    press: Press


def open_desk(places: Places, settings: Settings) -> Desk:
    """Read the rules and the widths of the faces. Raises FaultyRules when a pack is broken."""
    fonts = FontBook(resource("fonts"))
    return Desk(places, settings, load_packs(resource("rules")), fonts, Compositor(fonts), Press(fonts))


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
