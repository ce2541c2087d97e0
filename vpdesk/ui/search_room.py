"""The room that finds: its page, asked as it is typed; what was found is opened where it belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpdesk.domain.finding import Hit
from vpdesk.domain.search_query import SavedView, Search
from vpdesk.services.beginnings import pack_of_day
from vpdesk.services.finding import Found
from vpdesk.ui.rooms import open_record
from vpdesk.words.catalogue import _

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow
    from vpdesk.ui.pages.page import Page
    from vpdesk.ui.pages.search_page import SearchPage


class SearchRoom(QObject):
    """Holds the page that finds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._finder = window.gateway.finder
        self._page: SearchPage | None = None

    @property
    def page(self) -> SearchPage:
        """The page, made when it is first shown."""
        if self._page is None:
            from vpdesk.ui.pages.search_page import SearchPage

            window = self._window
            page = SearchPage(window.look, window.icons, window.gateway.desk.today)
            desk = window.gateway.desk
            page.name_types({one.code: one.name for one in pack_of_day(desk, desk.today()).types})
            page.asked.connect(self._ask)
            page.more_wanted.connect(self._more)
            page.opened.connect(self._open)
            page.save_wanted.connect(self._name_view)
            page.dropped.connect(self._drop_view)
            self._page = window.add(page)
        return self._page

    def show(self) -> None:
        """Show the page, what it found found anew."""
        self._window.show_page(self.page)
        self.page.ask()
        self._show_views()

    def holds(self, page: Page) -> bool:
        """Whether a page is the one of this room."""
        return page is self._page

    def rebuild(self, *, in_sight: bool) -> None:
        """Let the page go; the new one looks for what it looked for."""
        search = self._page.search if self._page is not None else Search()
        self._page = None
        if in_sight:
            self.show()
            self.page.show_search(search)

    def _ask(self, search: Search) -> None:
        self._finder.find(search, partial(self._found, search), self.page.show_counts, self._window.warn_of)

    def _found(self, search: Search, found: Found) -> None:
        self.page.show_found(found)
        self._look_into(search, found)

    def _more(self, after: int) -> None:
        search = self.page.search
        self._finder.find_more(search, after, partial(self._found_more, search), self._window.warn_of)

    def _found_more(self, search: Search, found: Found) -> None:
        self.page.show_more(found)
        self._look_into(search, found)

    def _look_into(self, search: Search, found: Found) -> None:
        if search.text.strip() and found.hits and not found.spelled:
            self._finder.passages(search, found.hits, self.page.list.show_passages, self._window.warn_of)

    def _open(self, hit: Hit) -> None:
        open_record(hit.kind, hit.record, self._window)

    # --- saved views ----------------------------------------------------------------------------------------------

    def _show_views(self) -> None:
        self._finder.views(self.page.show_views, self._window.warn_of)

    def _name_view(self, search: Search) -> None:
        from vpdesk.ui.forms.name_dialog import NameDialog

        window, name = self._window, search.text.strip()
        dialog = NameDialog(_("Save this search"), _("Name"), _("Save"), name, window.icons, window)
        dialog.named.connect(partial(self._save_view, search))
        dialog.open()

    def _save_view(self, search: Search, name: str) -> None:
        self._finder.save_view(name, search, self._saved, self._window.warn_of)

    def _saved(self, view: SavedView) -> None:
        self._show_views()
        undo = partial(self._finder.drop_view, view.id, lambda _view: self._show_views(), self._window.warn_of)
        self._window.notices.say(_("Saved: {name}.").format(name=view.name), _("&Undo"), undo)

    def _drop_view(self, view: SavedView) -> None:
        self._finder.drop_view(view.id, self._dropped, self._window.warn_of)

    def _dropped(self, view: SavedView) -> None:
        self._show_views()
        undo = partial(self._finder.restore_view, view, lambda _nothing: self._show_views(), self._window.warn_of)
        self._window.notices.say(_("Forgotten: {name}.").format(name=view.name), _("&Undo"), undo)
