"""From counts to the tables of a report, in the words of the paper: numbers beside those of the period before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from vpdesk.domain.periods import Period
from vpdesk.domain.report_figures import NONE_WORKED, Apart, HandlingFigures, OutgoingFigures, TrafficFigures, Worked
from vpdesk.domain.reports import Bar, Column, Ground, ReportRow, ReportTable, ReportWords

K = TypeVar("K", bound=str | None)


@dataclass(frozen=True, slots=True)
class Beside:
    """The words of a report, its period, and the period before it where there is one."""

    words: ReportWords
    period: Period
    before: Period | None

    @property
    def now(self) -> str:
        """What the period is called."""
        return self.words.period(self.period)

    @property
    def then(self) -> str:
        """What the period before is called."""
        return self.words.period(self.before) if self.before else ""


# --- how arrivals were worked -----------------------------------------------------------------------------------------

_PARTS: Final = ("arrived", "on_time", "finished_late", "in_work", "unassigned", "late")


def handling_tables(now: HandlingFigures, then: HandlingFigures | None, beside: Beside) -> Iterator[ReportTable]:
    """How the arrivals of a period were worked: all of them, by who leads, by sender."""
    words = beside.words
    yield ReportTable(
        words.filled("handling.all"),
        _compared_columns(words.filled("handling.part"), beside),
        tuple(_compared(words.filled(f"handling.{part}"), *_both(part, now, then)) for part in _PARTS),
        said=tuple(_handling_said(now, then, beside)),
        chart=words.filled("report.chart"),
    )
    people = {name or words.filled("handling.nobody"): one for name, one in now.by_person.items()}
    people_then = {
        name or words.filled("handling.nobody"): one for name, one in (then.by_person if then else {}).items()
    }
    yield _worked_table("person", people, people_then if then else None, words)
    yield _worked_table("sender", now.by_sender, then.by_sender if then else None, words)


def _both(part: str, now: HandlingFigures, then: HandlingFigures | None) -> tuple[int, int | None]:
    return getattr(now.all, part), getattr(then.all, part) if then else None


def _worked_table(
    key: str, now: Mapping[str, Worked], then: Mapping[str, Worked] | None, words: ReportWords
) -> ReportTable:
    """How arrivals were worked by names, the most first; a name of the period before alone stands with 0."""
    before = {name: one.arrived for name, one in (then or {}).items()}
    counts = {name: now.get(name, NONE_WORKED) for name in {**before, **now}}
    order = sorted(counts, key=lambda name: (-counts[name].arrived, -before.get(name, 0), name))
    rows = [_worked_row(name, counts[name], None if then is None else before.get(name, 0)) for name in order]
    if rows:
        everything = sum(counts.values(), NONE_WORKED)
        total = _worked_row(words.filled("report.sum"), everything, None if then is None else sum(before.values()))
        rows.append(replace(total, bar=None, is_sum=True))
    return ReportTable(
        words.filled(f"handling.by_{key}"),
        tuple(_worked_columns(words.filled(f"handling.{key}"), words, is_compared=then is not None)),
        tuple(rows),
        chart=words.filled("handling.arrived"),
        empty=words.filled("report.nothing"),
    )


def _worked_columns(head: str, words: ReportWords, *, is_compared: bool) -> Iterator[Column]:
    arrived, finished, still = (words.filled(f"handling.{key}") for key in ("arrived", "finished", "open"))
    yield Column(head, 4.6)
    if is_compared:
        yield Column(words.filled("report.now"), 1.4, Ground.COUNT, arrived)
        yield Column(words.filled("report.then"), 1.4, Ground.COUNT, arrived)
    else:
        yield Column(arrived, 1.4, Ground.COUNT)
    for part, group, share in (
        ("on_time", finished, 1.4),
        ("finished_late", finished, 1.4),
        ("in_work", still, 1.5),
        ("unassigned", still, 1.5),
        ("late", still, 1.4),
    ):
        yield Column(words.filled(f"handling.head.{part}"), share, Ground.COUNT, group)


def _worked_row(name: str, one: Worked, before: int | None) -> ReportRow:
    arrived = (one.arrived,) if before is None else (one.arrived, before)
    return ReportRow((name, *arrived, *(getattr(one, part) for part in _PARTS[1:])), Bar(one.arrived, before))


def _handling_said(now: HandlingFigures, then: HandlingFigures | None, beside: Beside) -> Iterator[str]:
    words, counts = beside.words, now.all
    facts = {part: getattr(counts, part) for part in (*_PARTS, "finished")}
    yield words.filled("handling.said", period=beside.now, **facts)
    if counts.finished:
        yield words.filled("handling.rate", rate=_rate(counts.on_time, counts.finished))
    if then is not None:
        before = then.all
        yield words.filled("handling.said_before", period=beside.then, arrived=before.arrived, finished=before.finished)
    yield from apart_said(now.apart, words, "handling")


def _rate(part: int, whole: int) -> str:
    """A part of a whole, as Vietnamese writes it: 97,5%."""
    return f"{100 * part / whole:.1f}%".replace(".", ",").replace(",0%", "%")


def apart_said(apart: Apart, words: ReportWords, key: str) -> Iterator[str]:
    """What stands beside the counts: secret documents and lines of old books, as numbers."""
    if apart.secret:
        yield words.filled(f"{key}.secret", count=apart.secret)
    if apart.imported:
        yield words.filled(f"{key}.imported", count=apart.imported)


# --- how many there were ----------------------------------------------------------------------------------------------


def outgoing_tables(
    now: OutgoingFigures, then: OutgoingFigures | None, beside: Beside, *, of_one: bool
) -> Iterator[ReportTable]:
    """What went out: by type, by who signed, and by who drafted where it is not of one drafter alone."""
    words = beside.words
    said = [words.filled("outgoing.said", period=beside.now, issued=now.all)]
    if then is not None:
        said.append(words.filled("outgoing.said_before", period=beside.then, issued=then.all))
    said += apart_said(now.apart, words, "outgoing")
    types, types_then = _typed(now.by_type, words), _typed(then.by_type, words) if then else None
    yield counted_table(words.filled("outgoing.by_type"), words.filled("report.type"), types, types_then, beside, said)
    for part in ("signer",) if of_one else ("signer", "drafter"):
        counts, before = getattr(now, f"by_{part}"), getattr(then, f"by_{part}") if then else None
        unknown = words.filled(f"outgoing.no_{part}")
        yield counted_table(
            words.filled(f"outgoing.by_{part}"),
            words.filled(f"outgoing.{part}"),
            _named(counts, unknown),
            None if before is None else _named(before, unknown),
            beside,
        )


def traffic_tables(now: TrafficFigures, then: TrafficFigures | None, beside: Beside) -> Iterator[ReportTable]:
    """What came and went, by type and by sender, beside the period before."""
    words = beside.words
    said = [_traffic_said("said", beside.now, now, words)]
    if then is not None:
        said.append(_traffic_said("said_before", beside.then, then, words))
    said += apart_said(now.arrived.apart, words, "traffic.arrived")
    said += apart_said(now.issued.apart, words, "traffic.issued")
    of_type = words.filled("report.type")
    yield counted_table(
        words.filled("traffic.arrived_by_type"),
        of_type,
        _typed(now.arrived.by_type, words),
        _typed(then.arrived.by_type, words) if then else None,
        beside,
        said,
    )
    yield counted_table(
        words.filled("traffic.arrived_by_sender"),
        words.filled("handling.sender"),
        now.arrived.by_sender,
        then.arrived.by_sender if then else None,
        beside,
    )
    yield counted_table(
        words.filled("traffic.issued_by_type"),
        of_type,
        _typed(now.issued.by_type, words),
        _typed(then.issued.by_type, words) if then else None,
        beside,
    )


def _traffic_said(key: str, period: str, figures: TrafficFigures, words: ReportWords) -> str:
    return words.filled(f"traffic.{key}", period=period, arrived=figures.arrived.all, issued=figures.issued.all)


def _typed(counts: Mapping[K, int], words: ReportWords) -> Mapping[str, int]:
    """Counts by codes of types as counts by their names; two codes of one name are one."""
    named: dict[str, int] = {}
    for code, count in counts.items():
        name = words.type_name(code) or words.filled("report.no_type")
        named[name] = named.get(name, 0) + count
    return named


def _named(counts: Mapping[str | None, int], unknown: str) -> Mapping[str, int]:
    named: dict[str, int] = {}
    for name, count in counts.items():
        named[name or unknown] = named.get(name or unknown, 0) + count
    return named


def counted_table(
    title: str,
    head: str,
    now: Mapping[str, int],
    then: Mapping[str, int] | None,
    beside: Beside,
    said: Sequence[str] = (),
) -> ReportTable:
    """Counts by names, the largest first, beside those of the period before; a name of then alone stands with 0."""
    before = then or {}
    order = sorted({**before, **now}, key=lambda name: (-now.get(name, 0), -before.get(name, 0), name))
    rows = [_compared(name, now.get(name, 0), None if then is None else then.get(name, 0)) for name in order]
    words = beside.words
    if rows:
        total = _compared(
            words.filled("report.sum"), sum(now.values()), None if then is None else sum(then.values()), is_sum=True
        )
        rows.append(total)
    return ReportTable(
        title,
        _compared_columns(head, beside),
        tuple(rows),
        tuple(said),
        words.filled("report.chart"),
        words.filled("report.nothing"),
    )


def _compared_columns(head: str, beside: Beside) -> tuple[Column, ...]:
    columns = (Column(head, 5.6), Column(beside.now, 2.0, Ground.COUNT))
    if beside.before is None:
        return columns
    change = Column(beside.words.filled("report.change"), 1.5, Ground.CHANGE)
    return (*columns, Column(beside.then, 2.0, Ground.COUNT), change)


def _compared(name: str, now: int, then: int | None, *, is_sum: bool = False) -> ReportRow:
    cells = (name, now) if then is None else (name, now, then, now - then)
    return ReportRow(cells, None if is_sum else Bar(now, then), is_sum)
