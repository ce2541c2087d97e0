"""Telling people: what was done at the foot of the window, what went wrong at its head."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vpdesk.ui.widgets.message_bar import MessageBar
from vpdesk.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from vpdesk.words.wording import Explanation


class Notices:
    """The two ways of telling; questions are not asked here, for nothing in this window needs one."""

    def __init__(self, bar: MessageBar, strip: Strip) -> None:
        self._bar = bar
        self._strip = strip

    def say(self, text: str, act: str = "", call: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer an act."""
        self._bar.say(text, act, call)

    def warn(self, explanation: Explanation, about: str = "") -> None:
        """Say what went wrong and what to do, and which file it is about; it stays until it is over or put away."""
        self._strip.tell(explanation, about)

    def offer(self, act: str, call: Callable[[], None]) -> None:
        """Offer a way out of the trouble told last."""
        self._strip.offer(act, call)

    def settle(self) -> None:
        """The trouble is over."""
        self._strip.hide()

    def put_away(self) -> bool:
        """Put both away; whether there was anything to put away."""
        was_told = not (self._bar.isHidden() and self._strip.isHidden())
        self._bar.hide()
        self._strip.hide()
        return was_told
