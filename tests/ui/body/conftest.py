"""The text of a body without a window round it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from vpdesk.domain.body import Block
from vpdesk.ui.body.body_text import BodyText
from vpdesk.ui.style import Look

MakeText = Callable[..., BodyText]


@pytest.fixture
def write_text(look: Look, qtbot: QtBot) -> MakeText:
    """Makes a text with these blocks in it and the caret at the end of the last."""

    def make(*blocks: Block) -> BodyText:
        made = BodyText(look)
        qtbot.addWidget(made)
        made.resize(560, 640)
        made.show_body(blocks)
        made.go_to(len(blocks) - 1, 10_000)
        return made

    return make
