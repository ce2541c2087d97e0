"""The passages of a dispatch: every text an officer writes in it, in the order of the form, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeGuard

from vpdesk.domain.body import Run, Runs, plain_text
from vpdesk.domain.dispatch import Dispatch

Path = tuple[str | int, ...]
"""The way to a passage: members by name, items by number, as `("body", 3, "runs")`."""

MEMBERS = (
    "parent_body",
    "issuing_body",
    "symbol",
    "place",
    "subject_summary",
    "circulation_notice",
    "draft_notice",
    "addressees",
    "body",
    "signing",
    "distribution",
    "contact_line",
    "appendices",
)
"""The members of a dispatch that hold text, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The text at a path; the runs of a paragraph, a heading or a cell are one passage, each note another."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Splice:
    """These words instead of what stands from `start` to `end`."""

    start: int
    end: int
    words: str


Revision = Callable[[Passage], Sequence[Splice]]
"""What is to change in a passage: splices from its first to its last, none over another."""


def passages(dispatch: Dispatch) -> Iterator[Passage]:
    """Every passage, in the order of the form."""
    for member in MEMBERS:
        yield from passages_in(getattr(dispatch, member), (member,))


def revised(dispatch: Dispatch, revision: Revision) -> Dispatch:
    """The dispatch with its passages revised. What a revision leaves alone stays the same object."""
    members = {name: _revised(getattr(dispatch, name), (name,), revision) for name in MEMBERS}
    return replace(dispatch, **members)


def passages_in(value: object, path: Path) -> Iterator[Passage]:
    """Every passage of a part of a dispatch that stands at a path."""
    if isinstance(value, str):
        yield Passage(path, value)
    elif _are_runs(value):
        yield Passage(path, plain_text(value))
        for number, run in enumerate(value):
            if run.note is not None:
                yield Passage((*path, number, "note"), run.note)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from passages_in(item, (*path, number))
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages_in(getattr(value, field.name), (*path, field.name))


def _revised(value: Any, path: Path, revision: Revision) -> Any:
    if isinstance(value, str):
        splices = revision(Passage(path, value))
        return _spliced(value, splices) if splices else value
    if _are_runs(value):
        return _revised_runs(value, path, revision)
    if isinstance(value, tuple):
        items = tuple(_revised(item, (*path, number), revision) for number, item in enumerate(value))
        return value if _same(items, value) else items
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        before = tuple(getattr(value, name) for name in names)
        after = tuple(_revised(member, (*path, name), revision) for name, member in zip(names, before, strict=True))
        return value if _same(after, before) else replace(value, **dict(zip(names, after, strict=True)))
    return value


def _revised_runs(runs: Runs, path: Path, revision: Revision) -> Runs:
    notes = tuple(
        run if run.note is None else replace(run, note=_revised(run.note, (*path, number, "note"), revision))
        for number, run in enumerate(runs)
    )
    splices = revision(Passage(path, plain_text(runs)))
    if not splices:
        return runs if notes == runs else notes
    return _spliced_runs(notes, splices)


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    for splice in reversed(splices):
        text = text[: splice.start] + splice.words + text[splice.end :]
    return text


def _spliced_runs(runs: Runs, splices: Sequence[Splice]) -> Runs:
    """The runs after the splices; new words take the style of the first letter they replace."""
    spliced, start = [], 0
    for run in runs:
        end = start + len(run.text)
        own = [
            Splice(max(one.start, start) - start, min(one.end, end) - start, one.words if one.start >= start else "")
            for one in splices
            if one.start < end and one.end > start
        ]
        spliced.append(replace(run, text=_spliced(run.text, own)))
        start = end
    return tuple(run for run in spliced if run.text or run.note is not None)


def _are_runs(value: object) -> TypeGuard[Runs]:
    return isinstance(value, tuple) and value != () and all(isinstance(item, Run) for item in value)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))
