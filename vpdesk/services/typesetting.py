"""From a dispatch file to its pages, and from the pages to files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from pathlib import Path

from vpdesk.domain.body import Block, Division, PageBreak, Table, plain_text
from vpdesk.domain.dispatch import Dispatch
from vpdesk.domain.dispatch_file import MAX_BYTES, format_dispatch, parse_dispatch
from vpdesk.domain.errors import Fault, FaultyDispatch, FileNotReadable, Obstacle, UnknownEnding
from vpdesk.domain.findings import Figure, Finding, FindingKind, find_unusual
from vpdesk.domain.pack import RulePack
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.compose import compose_dispatch
from vpdesk.layout.content import Content
from vpdesk.layout.frame import Fitting, PagedDocument
from vpdesk.layout.norms import read_norms
from vpdesk.services.compositor import Compositor
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack

_NAME_WORDS = 8


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A dispatch with its pages, the rules they follow, and what is worth telling."""

    dispatch: Dispatch
    document: PagedDocument
    pack: RulePack
    findings: tuple[Finding, ...]
    duplex: bool = False


def read_dispatch(path: Path) -> Dispatch:
    """Read a dispatch file.

    Raises FileNotReadable when the system will not give it, FaultyDispatch with the place of what is wrong in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            size = max(os.fstat(file.fileno()).st_size, len(data))
    except OSError as error:
        raise FileNotReadable(path, Obstacle.of(error), error.strerror or "") from None
    if len(data) > MAX_BYTES:
        raise FaultyDispatch(Fault.TOO_LARGE, "1:1", f"{size / 2**20:.1f} MB", f"{MAX_BYTES // 2**20} MB")
    return parse_dispatch(data)


def write_dispatch(dispatch: Dispatch, out: Path) -> None:
    """Write a dispatch file. Raises FileNotWritable when the system will not have it."""
    from vpdesk.export.files import replace_file

    replace_file(out, format_dispatch(dispatch).encode())


def has_more_letters(dispatch: Dispatch, than: int) -> bool:
    """Whether its body has more letters than that: a measure of what laying it out takes."""
    return any(total > than for total in accumulate(map(_block_letters, dispatch.body)))


def _block_letters(block: Block) -> int:
    match block:
        case Table(rows=rows):
            return sum(len(plain_text(cell.runs)) for row in rows for cell in row)
        case Division() | PageBreak():
            return 0
        case _:
            return len(plain_text(block.runs))


def lay_out(
    desk: Desk,
    dispatch: Dispatch,
    rules: str | None = None,
    *,
    duplex: bool = False,
    pages: int | None = None,
    compositor: Compositor | None = None,
) -> LaidOut:
    """Lay a dispatch out by the rules of its date, or by those named, on at most so many pages where that can be.

    `compositor` is another than the desk's own, for what is laid out on another thread.

    Raises SecretDispatch where this machine may not handle it, UnknownRules for a pack that is not there.
    """
    desk.admit(dispatch)
    pack, findings = choose_pack(desk.packs, dispatch, rules)
    document = (compositor or desk.compositor).set(dispatch, pack, duplex=duplex, pages=pages)
    findings = (*findings, *find_unusual(dispatch, pack), *_fittings(document), *_missing(document))
    return LaidOut(dispatch, document, pack, findings, duplex)


def _fittings(document: PagedDocument) -> Iterator[Finding]:
    """What the fit moved, figure by figure, and where it could do nothing."""
    for fitting in document.fittings:
        component = "6" if fitting.appendix is None else "appendix"
        if fitting.after is None:
            yield _not_fitted(document, fitting, component)
            continue
        for figure in Figure:
            before, after = getattr(fitting.before, figure.value), getattr(fitting.after, figure.value)
            if before != after:
                yield Finding(FindingKind.FITTED, component, f"{before:g} → {after:g}", figure)


def _not_fitted(document: PagedDocument, fitting: Fitting, component: str) -> Finding:
    own = [number for number, page in enumerate(document.pages, start=1) if page.appendix == fitting.appendix]
    if fitting.most_pages is not None and len(own) > fitting.most_pages:
        return Finding(FindingKind.TOO_MANY_PAGES, component, f"{len(own)} (≤ {fitting.most_pages})")
    kind = FindingKind.MOVED_ALONG if fitting.moved_along else FindingKind.NOT_FITTED
    return Finding(kind, component, str(own[-1]))


def _missing(document: PagedDocument) -> tuple[Finding, ...]:
    """The characters no face has, component by component."""
    return tuple(
        Finding(FindingKind.MISSING_CHARACTERS, component, ", ".join(map(_named, sorted(characters))))
        for component, characters in document.missing.items()
    )


def _named(character: str) -> str:
    return f"{character} (U+{ord(character):04X})"


def export(desk: Desk, laid_out: LaidOut, out: Path) -> None:
    """Write the pages to a file; its ending decides what it becomes.

    Raises UnknownEnding for an ending that names no format, FileNotWritable when the system will not have the file.
    """
    from vpdesk.export.files import replace_file

    replace_file(out, _format_of(out)(desk, laid_out))


def file_name(dispatch: Dispatch) -> str:
    """What a file of a dispatch is called, without an ending: its number and symbol, or its type and first words."""
    if dispatch.number is not None:
        name = f"{dispatch.number}{dispatch.number_suffix or ''}-{dispatch.symbol or dispatch.document_type}"
    else:
        subject = re.sub(r"^V/v\s+|^về (?:việc )?", "", dispatch.subject_summary or "")
        name = " ".join([dispatch.document_type, *subject.split()[:_NAME_WORDS]])
    return re.sub(r'[<>:"/\\|?*\[\]\s]+', "-", name).strip("-. ")


def check_ending(out: Path) -> None:
    """Refuse an output file whose ending names no format, before any work is done. Raises UnknownEnding."""
    _format_of(out)


def _format_of(out: Path) -> Callable[[Desk, LaidOut], bytes]:
    for ending, make in _FORMATS.items():
        if out.name.lower().endswith(ending):
            return make
    raise UnknownEnding(out, tuple(_FORMATS))


def _pdf(desk: Desk, laid_out: LaidOut) -> bytes:
    return desk.press.pdf(laid_out.document)


def _png(desk: Desk, laid_out: LaidOut) -> bytes:
    from vpdesk.export.png import png_of_page

    return png_of_page(_pdf(desk, laid_out))


def _docx(desk: Desk, laid_out: LaidOut) -> bytes:
    """Made from the dispatch itself: Word lays it out again."""
    from vpdesk.export.docx import DocxWriter

    content = _fitted(compose_dispatch(laid_out.dispatch, Rulebook(laid_out.pack)), laid_out.document)
    return DocxWriter(desk.fonts).write(content, partial(read_norms, laid_out.pack), duplex=laid_out.duplex)


def _fitted(content: Content, document: PagedDocument) -> Content:
    """The content with the figures that the fit chose for its pages."""
    setups = {fitting.appendix: fitting.after for fitting in document.fittings if fitting.after}
    sections = (replace(section, page=setups.get(section.appendix, section.page)) for section in content.sections)
    return replace(content, sections=tuple(sections))


def _frames(_desk: Desk, laid_out: LaidOut) -> bytes:
    from vpdesk.export.frames import frames_json

    return frames_json(laid_out.document).encode()


_FORMATS: dict[str, Callable[[Desk, LaidOut], bytes]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".png": _png,
    ".frames.json": _frames,
}
