"""Where the passages of a dispatch stand on its paper: from a path to a spot, and back.

Most of the paper is printed as it is typed. The rest is told here: which cell a member makes, what the rules print
before its words, and the numbers of the notes that are called among them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from vpdesk.domain.body import Body, Division, PageBreak, Run, Table, plain_text
from vpdesk.domain.dates import written_date
from vpdesk.domain.dispatch import Appendix, Dispatch, Signing
from vpdesk.domain.passages import Path
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.spots import Area, Spot, areas_of


class _Printed(NamedTuple):
    """A text as it is printed: where its first character stands, how many it has, and the notes called in it.

    `calls` are the places of the calls, `digits` how many characters their numbers take.
    """

    path: Path
    spot: Spot
    length: int
    calls: tuple[int, ...] = ()
    digits: tuple[int, ...] = ()

    def at(self, offset: int, *, closes: bool = False) -> Spot:
        """The spot of a character, or of what ends before it: the number of a note stands between the two."""
        before = (bisect_left if closes else bisect_right)(self.calls, offset)
        return self.spot._replace(offset=self.spot.offset + offset + sum(self.digits[:before]))

    def offset(self, spot: Spot) -> int:
        """Which character stands at a spot; the nearest where the rules print something else there."""
        printed = spot.offset - self.spot.offset
        for call, digits in zip(self.calls, self.digits, strict=True):
            if printed > call:
                printed = max(printed - digits, call)
        return min(max(printed, 0), self.length)


class Whereabouts:
    """Where every passage of a dispatch stands, and what else of it is printed by itself, such as its date."""

    def __init__(self, dispatch: Dispatch, rulebook: Rulebook) -> None:
        self._printed = {one.path: one for one in _printed(dispatch, rulebook)}

    def spot(self, path: Path, offset: int = 0, *, closes: bool = False) -> Spot | None:
        """The spot of a character of a passage; `closes` means the end of what stands before it.

        None where there is no such passage, or it is not printed.
        """
        printed = self._printed.get(path)
        return printed.at(offset, closes=closes) if printed else None

    def passage(self, spot: Spot) -> tuple[Path, int] | None:
        """The passage that is printed at a spot and which of its characters stands there; None for the rules' words."""
        place = spot._replace(offset=0)
        ones = [one for one in self._printed.values() if one.spot._replace(offset=0) == place]
        found = next((one for one in reversed(ones) if one.spot.offset <= spot.offset), next(iter(ones), None))
        return (found.path, found.offset(spot)) if found else None

    def areas(self, path: Path, start: int, end: int, document: PagedDocument, fonts: FontBook) -> tuple[Area, ...]:
        """What some characters of a passage cover on the pages; of a part with several passages, all that it holds."""
        if path in self._printed:
            return _areas(self._printed[path], start, end, document, fonts)
        parts = (one for one in self._printed.values() if one.path[: len(path)] == path)
        return tuple(area for one in parts for area in _areas(one, 0, one.length, document, fonts))


def _areas(printed: _Printed, start: int, end: int, document: PagedDocument, fonts: FontBook) -> tuple[Area, ...]:
    first = printed.at(start, closes=start == end)
    return areas_of(document, first, printed.at(end, closes=True).offset, fonts)


def _printed(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[_Printed]:
    yield from _lines_of_cell(
        Spot("2"), (("parent_body", dispatch.parent_body), ("issuing_body", dispatch.issuing_body))
    )
    yield from _reference(dispatch, rulebook)
    yield from _place_and_date(dispatch, rulebook)
    yield from _type_and_subject(dispatch, rulebook)
    yield from _marks(dispatch)
    for member, component in (("addressees", "9a"), ("distribution", "9b")):
        for entry, line in enumerate(getattr(dispatch, member)):
            yield _Printed((member, entry), Spot(component, entry), len(line))
    for number, signing in enumerate(dispatch.signing):
        yield from _signature(signing, number, number if len(dispatch.signing) > 1 else None)
    notes = count()
    yield from _body(dispatch.body, ("body",), None, notes)
    for number, appendix in enumerate(dispatch.appendices):
        yield from _appendix(appendix, number, notes)


def _lines_of_cell(spot: Spot, members: tuple[tuple[str, str | None], ...], path: Path = ()) -> Iterator[_Printed]:
    """Members that are the lines of one cell; those that are missing have none."""
    offset = 0
    for member, text in members:
        if text:
            yield _Printed((*path, member), spot._replace(offset=offset), len(text))
            offset += len(text) + 1


def _reference(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[_Printed]:
    whole = rulebook.reference(dispatch)
    if dispatch.number is not None:
        before, joint = len(rulebook.word("number").rstrip()) + 1, rulebook.word("number_joint")
        yield _Printed(("number",), Spot("3", offset=before), whole.index(joint, before) - before)
    if dispatch.symbol is not None:
        length = len(dispatch.symbol)
        yield _Printed(("symbol",), Spot("3", offset=len(whole) - length), length)


def _place_and_date(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[_Printed]:
    if dispatch.place:
        yield _Printed(("place",), Spot("4"), len(dispatch.place))
    if dispatch.date:
        length = len(written_date(dispatch.date))
        yield _Printed(("date",), Spot("4", offset=len(rulebook.place_and_date(dispatch)) - length), length)


def _type_and_subject(dispatch: Dispatch, rulebook: Rulebook) -> Iterator[_Printed]:
    if rulebook.prints_subject_under_number(dispatch.document_type):
        yield from _lines_of_cell(Spot("5b"), (("subject_summary", dispatch.subject_summary),))
        return
    members = ("document_type", rulebook.type_name(dispatch)), ("subject_summary", dispatch.subject_summary)
    yield from _lines_of_cell(Spot("5a"), members)


def _marks(dispatch: Dispatch) -> Iterator[_Printed]:
    """What stands in a cell of its own."""
    members = {
        "secrecy": ("10a", dispatch.secrecy.value if dispatch.secrecy else None),
        "urgency": ("10b", dispatch.urgency.value if dispatch.urgency else None),
        "circulation_notice": ("11a", dispatch.circulation_notice),
        "draft_notice": ("11b", dispatch.draft_notice),
        "typist_mark": ("12", dispatch.typist_mark),
        "contact_line": ("13", dispatch.contact_line),
    }
    for member, (component, text) in members.items():
        yield from _lines_of_cell(Spot(component), ((member, text),))


def _signature(signing: Signing, number: int, entry: int | None) -> Iterator[_Printed]:
    components = {"authority": "7a", "position": "7b" if signing.authority else "7a", "name": "7c"}
    for member, component in components.items():
        yield from _lines_of_cell(Spot(component, entry), ((member, getattr(signing, member)),), ("signing", number))


def _appendix(appendix: Appendix, number: int, notes: Iterator[int]) -> Iterator[_Printed]:
    path: Path = ("appendices", number)
    lines = ("title", appendix.title), ("note", appendix.note)
    yield from _lines_of_cell(Spot("appendix", appendix=number), lines, path)
    yield from _body(appendix.body, (*path, "body"), number, notes)


def _body(body: Body, path: Path, appendix: int | None, notes: Iterator[int]) -> Iterator[_Printed]:
    for number, block in enumerate(body):
        spot, way = Spot("6", None, number, appendix), (*path, number)
        match block:
            case Division(kind, numeral, title):
                before = len(kind.value) + 1
                yield _Printed((*way, "number"), spot._replace(offset=before), len(numeral))
                yield _Printed((*way, "title"), spot._replace(offset=before + len(numeral) + 1), len(title))
            case Table(rows=rows):
                cells = count()
                for row, of_row in enumerate(rows):
                    for column, cell in enumerate(of_row):
                        yield from _runs(
                            cell.runs, (*way, "rows", row, column, "runs"), spot._replace(entry=next(cells)), notes
                        )
            case PageBreak():
                pass
            case _:
                yield from _runs(block.runs, (*way, "runs"), spot, notes)


def _runs(runs: tuple[Run, ...], path: Path, spot: Spot, notes: Iterator[int]) -> Iterator[_Printed]:
    """Some runs, and the notes they call."""
    calls: list[int] = []
    digits: list[int] = []
    printed: list[_Printed] = []
    offset = 0
    for number, run in enumerate(runs):
        offset += len(run.text)
        if run.note is not None:
            entry = next(notes)
            calls.append(offset)
            digits.append(len(str(entry + 1)))
            place = Spot("note", entry, None, spot.appendix, digits[-1] + 1)
            printed.append(_Printed((*path, number, "note"), place, len(run.note)))
    yield _Printed(path, spot, len(plain_text(runs)), tuple(calls), tuple(digits))
    yield from printed
