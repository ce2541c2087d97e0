"""The compositor: from a dispatch and a rule pack to pages."""

from __future__ import annotations

from functools import partial

from vpdesk.domain.dispatch import Dispatch, PageSetup
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.compose import Composer
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.fit import read_fit_rules
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.norms import Norms, read_norms


class Compositor:
    """Sets dispatches by rule packs. What one pack needs is read once; successive layouts share what did not change."""

    def __init__(self, fonts: FontBook) -> None:
        self._typesetter = Typesetter(fonts)
        self._composers: dict[str, Composer] = {}
        self._norms: dict[tuple[str, PageSetup], Norms] = {}

    def set(
        self, dispatch: Dispatch, pack: RulePack, *, duplex: bool = False, pages: int | None = None
    ) -> PagedDocument:
        """The pages of a dispatch by a pack, fitted to so many pages where that many are asked for."""
        composer = self._composers.get(pack.name)
        if composer is None:
            composer = self._composers[pack.name] = Composer(Rulebook(pack))
        fit = read_fit_rules(pack, pages)
        content = composer.compose(dispatch)
        return self._typesetter.lay_out(content, partial(self._norms_of, pack), fit, duplex=duplex)

    def _norms_of(self, pack: RulePack, setup: PageSetup) -> Norms:
        norms = self._norms.get((pack.name, setup))
        if norms is None:
            norms = self._norms[pack.name, setup] = read_norms(pack, setup)
        return norms
