"""A folder of old papers, each put to the line it belongs to by its name or its first page.

A trial changes nothing. Each file is an act of its own: who stops leaves those that were put, each of them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vpdesk.domain.errors import DeskError, FileNotReadable, NotPermitted, NotSignedIn, Obstacle
from vpdesk.domain.import_files import Candidate, Clue, FileMatch, FileVerdict, clue_in_name, clue_in_words, fitting
from vpdesk.domain.read_pages import LookedInto, ProposedField
from vpdesk.domain.roles import Permission
from vpdesk.services import files
from vpdesk.services.desk import Desk
from vpdesk.services.seat import require

if TYPE_CHECKING:
    from vpdesk.db.store import UnitOfWork

Follow = Callable[[int], None]
"""Told how many files are done; it may raise to stop."""

_ENDINGS: Final = frozenset({".pdf", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})


def match_folder(desk: Desk, folder: Path, follow: Follow = lambda _files: None) -> tuple[FileMatch, ...]:
    """Which line each file of a folder and its folders belongs to; nothing is changed.

    Raises FileNotReadable for a folder that cannot be listed, as `seat.require`, and whatever `follow` raises.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
    matches: list[FileMatch] = []
    for path in _files_in(folder):
        matches.append(_match(desk, path))
        follow(len(matches))
    return tuple(matches)


def attach_matched(
    desk: Desk, matches: Sequence[FileMatch], follow: Follow = lambda _files: None
) -> tuple[FileMatch, ...]:
    """Put the files that were matched to their lines; what became of each.

    A file that cannot be read or kept is left out and told. Raises as `seat.require`, and whatever `follow` raises.
    """
    with desk.store.reading() as work:
        require(desk, work, Permission.KEEP_BOOKS)
    done: list[FileMatch] = []
    for one in matches:
        done.append(_attach(desk, one) if one.verdict is FileVerdict.MATCHED else one)
        follow(len(done))
    return tuple(done)


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    except OSError as error:
        raise FileNotReadable(folder, Obstacle.of(error), error.strerror or "") from None


def _match(desk: Desk, path: Path) -> FileMatch:
    by_name = clue_in_name(path.name)
    candidates = _candidates(desk, by_name) if by_name else ()
    if len(candidates) == 1:
        try:
            files.look_at(path)
        except DeskError:
            return FileMatch(path, FileVerdict.UNREADABLE, candidates)
        return _of(desk, path, candidates)
    try:
        on_page = _clue_on_page(files.look_into(desk, path))
    except DeskError:
        return FileMatch(path, FileVerdict.UNREADABLE, candidates)
    by_page = _candidates(desk, on_page) if on_page else ()
    agreed = tuple(one for one in candidates if one in by_page)
    # A name and a page that say different things are for somebody to look at.
    return _of(desk, path, agreed or (*candidates, *by_page))


def _clue_on_page(looked: LookedInto) -> Clue | None:
    said = {one.field: one.value for one in looked.proposals}
    reference, day = said.get(ProposedField.REFERENCE), said.get(ProposedField.DOCUMENT_DATE)
    if not isinstance(reference, str):
        return None
    return clue_in_words(reference, day if isinstance(day, date) else None)


def _candidates(desk: Desk, clue: Clue) -> tuple[Candidate, ...]:
    with desk.store.reading() as work:
        return fitting(clue, work.imports.numbered(clue.number))


def _of(desk: Desk, path: Path, candidates: tuple[Candidate, ...]) -> FileMatch:
    match candidates:
        case ():
            return FileMatch(path, FileVerdict.UNMATCHED)
        case (one,):
            with desk.store.reading() as work:
                there = _has(work, one, path)
            return FileMatch(path, FileVerdict.ATTACHED if there else FileVerdict.MATCHED, candidates)
        case _:
            return FileMatch(path, FileVerdict.AMBIGUOUS, candidates)


def _has(work: UnitOfWork, candidate: Candidate, path: Path) -> bool:
    """Whether a line has a file of this name and size."""
    size = path.stat().st_size
    return any(one.name == path.name and one.size == size for one in work.attachments.of(candidate.record))


def _attach(desk: Desk, match: FileMatch) -> FileMatch:
    (candidate,) = match.candidates
    try:
        looked = files.look_into(desk, match.path)
        kept = files.take_in(desk, match.path, looked)
        files.attach(desk, candidate.record, [kept])
    except (NotPermitted, NotSignedIn):
        raise
    except DeskError:
        return replace(match, verdict=FileVerdict.UNREADABLE)
    return replace(match, verdict=FileVerdict.ATTACHED)
