"""The page while typing: a changed word to its painted page, and scrolling, against bare painting and QTextDocument."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from statistics import median

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QPaintEvent, QPixmap, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from bench import dispatches
from bench.manuscript import Piece
from bench.measure import Round, Row, again, alternate, medians, p95
from vpdesk.domain.body import plain_text
from vpdesk.domain.dispatch import Dispatch
from vpdesk.layout.fonts import Face
from vpdesk.layout.frame import Page, PagedDocument
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack
from vpdesk.ui.preview.painter import Glyphs, paint_page
from vpdesk.ui.preview.preview_view import PreviewView
from vpdesk.ui.start import make_application
from vpdesk.ui.style import Look

_SCALE = 150 / 72
_VIEW = (1000, 800)
_NOTCH = 144  # three lines of the view: what a wheel turns by at a time


def rows(desk: Desk, *, rounds: int) -> Iterator[Row]:
    """Every row about typing and scrolling."""
    application = make_application()
    typed = []
    for dispatch in (dispatches.sample(), dispatches.of_pages(desk, 50)):
        bench = Typing(desk, dispatch)
        keys, bare, qt, again_whole = alternate(
            rounds, bench.keystroke, bench.bare, QtTyping(desk, dispatch).keystroke, bench.layout, warm=5
        )
        pages = f"{bench.pages} pages"
        typed.append(median(keys))
        yield Row(f"{pages}: keystroke → page painted", median(keys), "bare repaint", median(bare), "≤ 1.6")
        yield Row(f"{pages}: the same, p95", p95(keys), "bare repaint, median", median(bare), "≤ 2.5")
        yield Row(f"{pages}: keystroke → page painted", median(keys), "QTextDocument", median(qt), "≤ 1.0")
        yield Row(f"{pages}: keystroke → layout alone", median(again_whole), "bare repaint", median(bare))
    yield Row("keystroke in 50 pages", typed[1], "in 2 pages", typed[0], "≤ 1.5")
    yield from _scrolling(application, desk, rounds)


class Typing:
    """A person typing in the middle of a dispatch, its pages laid out and the page in hand painted each time."""

    def __init__(self, desk: Desk, dispatch: Dispatch) -> None:
        self._desk = desk
        self._dispatch = dispatch
        self._at = dispatches.middle(dispatch)
        self._pack = choose_pack(desk.packs, dispatch, None)[0]
        self._glyphs = Glyphs(desk.fonts)
        self._letters = count()
        document = self._lay_out(dispatch)
        self.pages = len(document.pages)
        self._page = self._page_in_hand(document)
        self._image = _sheet(self._page)

    def keystroke(self) -> Callable[[], object]:
        """A round: the word grows by a letter, every eighth time it begins anew."""
        changed = self._changed()
        return lambda: self._paint(self._page_in_hand(self._lay_out(changed)))

    def layout(self) -> Callable[[], object]:
        """A round of the same without the painting."""
        changed = self._changed()
        return lambda: self._lay_out(changed)

    def bare(self) -> Callable[[], object]:
        """A round: the page again, all of it prepared."""
        return lambda: self._paint(self._page)

    def _changed(self) -> Dispatch:
        return dispatches.with_word(self._dispatch, self._at, "nghiêm"[: 1 + next(self._letters) % 6])

    def _lay_out(self, dispatch: Dispatch) -> PagedDocument:
        return self._desk.compositor.set(dispatch, self._pack, duplex=False)

    def _page_in_hand(self, document: PagedDocument) -> Page:
        return next(page for page in document.pages if any(frame.block == self._at for frame in page.frames))

    def _paint(self, page: Page) -> None:
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        painter.scale(_SCALE, _SCALE)
        paint_page(painter, page, self._glyphs)
        painter.end()


class QtTyping:
    """The same letters typed in a QTextDocument of the same pages, by its own cursor: it too keeps what it can."""

    def __init__(self, desk: Desk, dispatch: Dispatch) -> None:
        text = dispatches.manuscript(desk, dispatch)
        before = [*text.left, *text.right, *text.addressees]
        pieces = (piece for piece in text.body if isinstance(piece, Piece))
        bodies = ["".join(stretch.text for stretch in piece.stretches) for piece in pieces]
        QFontDatabase.addApplicationFont(str(resource("fonts") / Face.REGULAR.value))
        font = QFont("Liberation Serif")
        font.setPixelSize(14)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._document = QTextDocument()
        self._document.setDefaultFont(font)
        self._document.setDocumentMargin(50)
        self._document.setPageSize(QSizeF(595, 842))
        self._document.setPlainText("\n".join([*before, *bodies, *text.recipients, *text.signing]))
        at = dispatches.middle(dispatch)
        block = self._document.findBlockByNumber(len(before) + at)
        self._cursor = QTextCursor(block)
        self._cursor.movePosition(
            QTextCursor.MoveOperation.Right,
            n=len(plain_text(dispatch.body[at].runs)) // 2,  # type: ignore[union-attr]
        )
        self._letters = count()
        self._image = QImage(1240, 1754, QImage.Format.Format_RGB32)

    def keystroke(self) -> Callable[[], object]:
        """A round: a letter comes, every sixth time they all go."""
        number = next(self._letters) % 6
        return lambda: self._type(number)

    def _type(self, number: int) -> None:
        if number:
            self._cursor.insertText("g")
        else:
            for _ in range(min(5, self._letters_typed)):
                self._cursor.deletePreviousChar()
        self._typed = number
        top = self._document.documentLayout().blockBoundingRect(self._cursor.block()).top()
        page = int(top // 842)
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        painter.scale(_SCALE, _SCALE)
        painter.translate(0, -842 * page)
        self._document.drawContents(painter, QRectF(0, 842 * page, 595, 842))
        painter.end()

    _typed = 0

    @property
    def _letters_typed(self) -> int:
        return self._typed


def _sheet(page: Page) -> QImage:
    return QImage(round(page.width * _SCALE), round(page.height * _SCALE), QImage.Format.Format_RGB32)


class _Blit(QWidget):
    """The floor: a picture of the page, moved."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.top = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 -- Qt's
        painter = QPainter(self)
        painter.drawPixmap(QPoint(0, -self.top), self._picture)
        painter.end()


def _scrolling(application: QApplication, desk: Desk, rounds: int) -> Iterator[Row]:
    """A notch of the wheel in the view, and the whole page painted again, each against a blit of its picture."""
    document = desk.compositor.set(
        dispatches.sample(), choose_pack(desk.packs, dispatches.sample(), None)[0], duplex=False
    )
    glyphs = Glyphs(desk.fonts)
    page = document.pages[0]
    image, picture = _sheet(page), _sheet(page)

    def whole() -> None:
        painter = QPainter(image)
        painter.fillRect(image.rect(), Qt.GlobalColor.white)
        painter.scale(_SCALE, _SCALE)
        paint_page(painter, page, glyphs)
        painter.end()

    def blit() -> None:
        painter = QPainter(image)
        painter.drawImage(0, 0, picture)
        painter.end()

    ours, floor = medians(rounds, again(whole), again(blit), warm=3)
    look = Look(application, resource("style") / "vpdesk.qss")
    look.wear(desk.settings.theme, desk.settings.font_size)
    view = PreviewView(look, glyphs)
    view.resize(*_VIEW)
    view.set_zoom(1.5)
    view.show_document(document)
    view.show()
    whole_view = QPixmap(_VIEW[0], _VIEW[1] * 2)
    whole_view.fill(Qt.GlobalColor.white)
    other = _Blit(whole_view)
    other.resize(*_VIEW)
    other.show()
    application.processEvents()
    notch, blitted = medians(rounds, _scroll(application, view), _move(application, other), warm=3)
    view.close()
    other.close()
    yield Row("scrolling by a notch in the view", notch, "blit of the view", blitted, "≤ 1.2")
    yield Row("a whole page painted before, again", ours, "blit of the page", floor)


def _scroll(application: QApplication, view: PreviewView) -> Round:
    bar = view.verticalScrollBar()
    places = count()

    def scroll() -> None:
        bar.setValue(_NOTCH * (1 + next(places) % 4))
        application.processEvents()

    return again(scroll)


def _move(application: QApplication, widget: _Blit) -> Round:
    places = count()

    def move() -> None:
        widget.top = _NOTCH * (1 + next(places) % 4)
        widget.update()
        application.processEvents()

    return again(move)
