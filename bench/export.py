"""A page out: from the dispatch to the bytes of its PDF, warm and cold, against Typst and Platypus."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

import pypdfium2

from bench import dispatches, platypus_peer, typst_peer
from bench.manuscript import Manuscript
from bench.measure import Round, Row, again, medians
from vpdesk.domain.dispatch import Dispatch
from vpdesk.layout.frame import GlyphRun, PagedDocument
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.typesetting import export, lay_out

_FONTS = resource("fonts")
_ROOT = Path(__file__).resolve().parent.parent

Peer = tuple[str, Callable[[Manuscript], Callable[[], bytes]]]


def rows(desk: Desk, *, rounds: int, documents: int, cold: int) -> Iterator[Row]:
    """Every row about export."""
    peers = _peers()
    short = dispatches.sample()
    yield from _warm(desk, short, peers, rounds)
    yield from _warm(desk, dispatches.of_pages(desk, 50), peers[:1], max(3, rounds // 8))
    if typst_peer.is_there():
        yield from _warm(desk, dispatches.rich(desk, 60), peers[:1], max(3, rounds // 12), "with tables and notes, ")
    if typst_peer.is_there():
        yield from _files(desk, short, documents)
    yield from _cold(desk, short, cold)
    if typst_peer.is_there():
        yield from _likeness(desk, short)


def _peers() -> list[Peer]:
    platypus_peer.use_fonts(_FONTS)
    peers: list[Peer] = [("Platypus", lambda text: lambda: platypus_peer.pdf_of(text))]
    if typst_peer.is_there():
        compile_source = typst_peer.compiler()

        def typst(text: Manuscript) -> Callable[[], bytes]:
            source = typst_peer.source_of(text)
            return lambda: compile_source(source)

        peers.insert(0, ("typst", typst))
    return peers


_TARGETS = {("typst", True): "≤ 0.50", ("Platypus", True): "≤ 0.25", ("typst", False): "≤ 0.55"}


def _warm(desk: Desk, dispatch: Dispatch, peers: list[Peer], rounds: int, kind: str = "") -> Iterator[Row]:
    """New text in every paragraph, in process: the whole, and its two halves against the first peer."""
    pages = len(lay_out(desk, dispatch).document.pages)
    (first, _), is_short = peers[0], pages < 10
    whole, layout, press, *theirs = medians(
        rounds, *ours(desk, dispatch), *(_peer_round(desk, dispatch, peer) for peer in peers)
    )
    for (name, _), time in zip(peers, theirs, strict=True):
        yield Row(
            f"{pages} pages, {kind}all new: dispatch → PDF", whole, name, time, _TARGETS.get((name, is_short), "")
        )
    yield Row(f"{pages} pages, {kind}the layout alone", layout, first, theirs[0])
    yield Row(f"{pages} pages, {kind}the PDF alone", press, first, theirs[0])


def ours(desk: Desk, dispatch: Dispatch) -> tuple[Round, Round, Round]:
    """Our own work on new text: the whole, the layout alone, the PDF alone."""

    def whole() -> Callable[[], object]:
        new = dispatches.renewed(dispatch)
        return lambda: desk.press.pdf(lay_out(desk, new).document)

    def layout() -> Callable[[], object]:
        new = dispatches.renewed(dispatch)
        return lambda: lay_out(desk, new)

    def press() -> Callable[[], object]:
        document = lay_out(desk, dispatches.renewed(dispatch)).document
        return lambda: desk.press.pdf(document)

    return whole, layout, press


def _peer_round(desk: Desk, dispatch: Dispatch, peer: Peer) -> Round:
    return lambda: peer[1](dispatches.manuscript(desk, dispatches.renewed(dispatch)))


def _files(desk: Desk, dispatch: Dispatch, count: int) -> Iterator[Row]:
    """Different dispatches one after another, each to its file; ours also with the safe writing of an export."""
    compile_source = typst_peer.compiler()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def new() -> list[Dispatch]:
            return [dispatches.renewed(dispatch) for _ in range(count)]

        def plain() -> Callable[[], object]:
            batch = new()
            return lambda: [
                (folder / f"{at}.pdf").write_bytes(desk.press.pdf(lay_out(desk, one).document))
                for at, one in enumerate(batch)
            ]

        def safe() -> Callable[[], object]:
            batch = new()

            def act() -> None:
                for at, one in enumerate(batch):
                    export(desk, lay_out(desk, one), folder / f"{at}.pdf")

            return act

        def typst() -> Callable[[], object]:
            sources = [typst_peer.source_of(dispatches.manuscript(desk, one)) for one in new()]
            return lambda: [
                (folder / f"{at}.pdf").write_bytes(compile_source(source)) for at, source in enumerate(sources)
            ]

        bare, full, theirs = (count * 1000 / time for time in medians(3, plain, safe, typst, warm=0))
    yield Row(f"{count} dispatches to files", bare, "typst", theirs, "≥ 2.0", "docs/s")
    yield Row(f"{count} dispatches to files, each synced to disk", full, "typst, not synced", theirs, "", "docs/s")


def _cold(desk: Desk, dispatch: Dispatch, rounds: int) -> Iterator[Row]:
    """Each as a process of its own that makes one PDF and ends."""
    text = dispatches.manuscript(desk, dispatch)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, script = folder / "text.typ", folder / "text.json"
        source.write_bytes(typst_peer.source_of(text))
        script.write_text(text.to_json(), encoding="utf-8")
        out = str(folder / "out.pdf")
        ours_cold = _process("main.py", "--data", name, "render", str(dispatches.SAMPLE), "-o", out)
        platypus = _process("-m", "bench.platypus_peer", str(script), str(_FONTS), out)
        typst = _process("-c", typst_peer.COLD, str(source), out, str(_FONTS))
        cold, platypus_time, *rest = medians(rounds, ours_cold, platypus, *([typst] if typst_peer.is_there() else []))
    for typst_time in rest:
        yield Row("cold process: render", cold, "typst in a cold Python", typst_time, "≤ 2.0")
    yield Row("cold process: render", cold, "Platypus", platypus_time, "≤ 0.5")


def _process(*arguments: str) -> Round:
    return again(lambda: subprocess.run([sys.executable, *arguments], cwd=_ROOT, check=True, capture_output=True))


def _likeness(desk: Desk, dispatch: Dispatch) -> Iterator[Row]:
    """How large the file is, and how many lines of the body end where Typst's do."""
    compile_source = typst_peer.compiler()
    text = dispatches.manuscript(desk, dispatch)
    document = lay_out(desk, dispatch).document
    size, their_size = len(desk.press.pdf(document)), len(compile_source(typst_peer.source_of(text)))
    yield Row("size of the PDF", size / 1000, "typst", their_size / 1000, "≤ 1.25", "KB")
    own = body_lines(document)
    theirs = set(lines_of_pdf(compile_source(typst_peer.source_of(text, body_only=True))))
    yield Row(
        "lines of the body that typst breaks alike",
        sum(line in theirs for line in own),
        "all",
        len(own),
        "1.00",
        "lines",
    )


def body_lines(document: PagedDocument) -> list[str]:
    """The lines of the body as they stand on our pages."""
    lines = []
    for page in document.pages:
        inks = (ink for ink in page.inks() if ink.place.component == "6" and isinstance(ink.ink, GlyphRun))
        for _, row in groupby(inks, key=lambda ink: round(ink.y, 1)):
            lines.append(_bare("".join(ink.ink.text for ink in row if isinstance(ink.ink, GlyphRun))))
    return lines


def lines_of_pdf(pdf: bytes) -> list[str]:
    """The lines of a PDF as its reader parts them; a hyphen at a line's end it takes for a soft one (U+FFFE)."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [_bare(line) for text in texts for line in re.split("\r\n|\ufffe", text)]


def _bare(text: str) -> str:
    """Letters only: readers see spaces, hyphens and joiners each in their own way."""
    return "".join(letter for letter in normalize("NFC", text) if letter.isalnum())
