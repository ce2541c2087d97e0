"""Pages on a screen nobody sees, with the real typesetter behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vpdesk.domain.dispatch import Dispatch
from vpdesk.layout.frame import PagedDocument
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import lay_out
from vpdesk.ui.icons import Icons
from vpdesk.ui.preview.painter import Glyphs
from vpdesk.ui.style import Look


@pytest.fixture
def icons(look: Look) -> Icons:
    """The icons of the look."""
    return Icons(resource("icons"), look)


@pytest.fixture
def glyphs(desk: Desk) -> Glyphs:
    """The faces of the page."""
    return Glyphs(desk.fonts)


@pytest.fixture
def pages_of(desk: Desk) -> Callable[[Dispatch], PagedDocument]:
    """Lays a dispatch out."""
    return lambda dispatch: lay_out(desk, dispatch).document
