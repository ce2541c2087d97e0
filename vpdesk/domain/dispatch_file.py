"""The dispatch file, `vpdesk.dispatch/1`: text to Dispatch and back (spec/contract.md, section 2).

Reading refuses whatever it does not know, with the place: a key dropped in silence would be a word lost on paper.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Body,
    Bullet,
    Cell,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
)
from vpdesk.domain.catalog import Secrecy, Urgency
from vpdesk.domain.dispatch import (
    Appendix,
    CertifiedCopy,
    CopyKind,
    Dispatch,
    Orientation,
    PageSetup,
    PaperSize,
    Signing,
)
from vpdesk.domain.errors import Fault, FaultyDispatch
from vpdesk.domain.text import excerpt, forbidden_character, nfc

FORMAT = "vpdesk.dispatch/1"
MAX_BYTES = 8 * 1024 * 1024
"""Far above any real paper (a page is some 3 kB), far below what would stall the desk."""

_MAX_DEPTH = 16
_MAX_NUMBER = 999_999
_MAX_SPAN = 1000
_LINE_END = "\n"

E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def parse_dispatch(data: bytes) -> Dispatch:
    """Read a dispatch file.

    Raises FaultyDispatch with the place of the first fault. Strings come out as NFC.
    """
    if len(data) > MAX_BYTES:
        raise FaultyDispatch(Fault.TOO_LARGE, "1:1", f"{len(data) / 2**20:.1f} MB", f"{MAX_BYTES // 2**20} MB")
    return _dispatch(_Node(_load(_decode(data)), ""))


def format_dispatch(dispatch: Dispatch) -> str:
    """Write a dispatch file: the contract's order of keys, defaults left out, a line end at the end."""
    return json.dumps(_plain_dispatch(dispatch), ensure_ascii=False, indent=2) + "\n"


def _decode(data: bytes) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        place = f"{before.count(_LINE_END) + 1}:{len(before) - before.rfind(_LINE_END)}"
        raise FaultyDispatch(Fault.NOT_UTF8, place, f"0x{data[error.start]:02x}") from None


def _load(text: str) -> object:
    _refuse_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise FaultyDispatch(Fault.NOT_JSON, f"{error.lineno}:{error.colno}", error.msg) from None
    except ValueError:
        # A figure of more digits than Python converts.
        raise FaultyDispatch(Fault.OUT_OF_RANGE, "1:1", "…", str(_MAX_NUMBER)) from None


def _refuse_depth(text: str) -> None:
    """Refuse nesting that no dispatch has, before the parser's stack has to bear it."""
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', text, re.DOTALL):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        if depth > _MAX_DEPTH:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            raise FaultyDispatch(Fault.TOO_DEEP, f"{line}:{column}", str(depth), str(_MAX_DEPTH))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys: dict[str, object] = {}
    for key, value in pairs:
        if key in keys:
            raise FaultyDispatch(Fault.REPEATED_KEY, excerpt(key), excerpt(key))
        keys[key] = value
    return keys


def _refuse_constant(name: str) -> object:
    raise FaultyDispatch(Fault.NOT_JSON, name, name)


class _Node:
    """A value of the file with its place, read by asking it to be what it should be."""

    __slots__ = ("value", "where")

    def __init__(self, value: object, where: str) -> None:
        self.value = value
        self.where = where

    def refuse(self, fault: Fault, wanted: str = "", found: str | None = None) -> FaultyDispatch:
        shown = _shown(self.value) if found is None else excerpt(found)
        return FaultyDispatch(fault, self.where or "1:1", shown, wanted)

    def keys(self, known: Mapping[str, bool]) -> dict[str, _Node]:
        """The members of an object; `known` says which keys may stand and whether they must. Null is left out."""
        if not isinstance(self.value, dict):
            raise self.refuse(Fault.WRONG_TYPE, "object")
        for key in self.value:
            if key not in known:
                raise _Node(key, self.where).refuse(Fault.UNKNOWN_KEY, ", ".join(known), key)
        for key, required in known.items():
            if required and self.value.get(key) is None:
                raise _Node(key, self.where).refuse(Fault.MISSING_KEY, found=key)
        prefix = f"{self.where}." if self.where else ""
        return {key: _Node(value, prefix + key) for key, value in self.value.items() if value is not None}

    def items(self) -> list[_Node]:
        if not isinstance(self.value, list):
            raise self.refuse(Fault.WRONG_TYPE, "list")
        return [_Node(value, f"{self.where}[{index}]") for index, value in enumerate(self.value)]

    def text(self) -> str:
        """A text that may hold line feeds."""
        if not isinstance(self.value, str):
            raise self.refuse(Fault.WRONG_TYPE, "text")
        if forbidden := forbidden_character(self.value):
            raise self.refuse(Fault.CONTROL_CHARACTER, found=f"U+{ord(forbidden):04X}")
        return nfc(self.value)

    def line(self) -> str:
        """A text of one line that is not blank."""
        text = self.text()
        if "\n" in text:
            raise self.refuse(Fault.CONTROL_CHARACTER, found="U+000A")
        return self._not_blank(text)

    def lines(self) -> str:
        """A text of one or more lines that is not blank."""
        return self._not_blank(self.text())

    def _not_blank(self, text: str) -> str:
        if not text.strip():
            raise self.refuse(Fault.EMPTY)
        return text

    def whole(self, low: int, high: int) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.refuse(Fault.WRONG_TYPE, "whole number")
        if not low <= self.value <= high:
            raise self.refuse(Fault.OUT_OF_RANGE, f"{low}–{high}")
        return self.value

    def number(self, low: float, high: float) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.refuse(Fault.WRONG_TYPE, "number")
        if not (low <= self.value <= high and math.isfinite(self.value)):
            raise self.refuse(Fault.OUT_OF_RANGE, f"{low:g}–{high:g}")
        return float(self.value)

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.refuse(Fault.WRONG_TYPE, "true, false")
        return self.value

    def day(self) -> date:
        text = self.line()
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise self.refuse(Fault.NO_SUCH_DATE, "YYYY-MM-DD")
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.refuse(Fault.NO_SUCH_DATE, "YYYY-MM-DD") from None

    def choice(self, kinds: type[E]) -> E:
        """The member of an enumeration with this value."""
        text = self.line()
        for kind in kinds:
            if kind.value == text:
                return kind
        raise self.refuse(Fault.UNKNOWN_VALUE, ", ".join(str(kind.value) for kind in kinds))

    def printed_choice(self, kinds: type[E]) -> E:
        """The same for words as printed, whatever their case and tone style (ỦY, UỶ)."""
        text = self.line().upper().replace("HOẢ", "HỎA").strip()
        for kind in kinds:
            if kind.value == text:
                return kind
        raise self.refuse(Fault.UNKNOWN_VALUE, ", ".join(str(kind.value) for kind in kinds))


def _shown(value: object) -> str:
    """A value of the file as a sentence may quote it."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    return excerpt(value if isinstance(value, str) else json.dumps(value))


def _optional(members: Mapping[str, _Node], key: str, read: Callable[[_Node], T]) -> T | None:
    node = members.get(key)
    return None if node is None else read(node)


def _default(members: Mapping[str, _Node], key: str, read: Callable[[_Node], T], default: T) -> T:
    node = members.get(key)
    return default if node is None else read(node)


_DISPATCH_KEYS = {"format": True, "document_type": True, "issuing_body": True} | dict.fromkeys(
    (field.name for field in fields(Dispatch) if field.name not in {"document_type", "issuing_body"}), False
)


def _dispatch(node: _Node) -> Dispatch:
    members = node.keys(_DISPATCH_KEYS)
    if members["format"].text() != FORMAT:
        raise members["format"].refuse(Fault.UNKNOWN_VALUE, FORMAT)
    return Dispatch(
        document_type=members["document_type"].line(),
        issuing_body=members["issuing_body"].lines(),
        parent_body=_optional(members, "parent_body", _Node.lines),
        rules=_optional(members, "rules", _Node.line),
        number=_optional(members, "number", lambda number: number.whole(1, _MAX_NUMBER)),
        number_suffix=_optional(members, "number_suffix", _Node.line),
        symbol=_optional(members, "symbol", _Node.line),
        place=_optional(members, "place", _Node.line),
        date=_optional(members, "date", _Node.day),
        subject_summary=_optional(members, "subject_summary", _Node.lines),
        addressees=_default(members, "addressees", _lines, ()),
        body=_default(members, "body", _body, ()),
        distribution=_default(members, "distribution", _lines, ()),
        signing=_default(members, "signing", _signings, ()),
        secrecy=_optional(members, "secrecy", lambda level: level.printed_choice(Secrecy)),
        urgency=_optional(members, "urgency", lambda level: level.printed_choice(Urgency)),
        circulation_notice=_optional(members, "circulation_notice", _Node.line),
        draft_notice=_optional(members, "draft_notice", _Node.line),
        typist_mark=_optional(members, "typist_mark", _Node.line),
        copies=_optional(members, "copies", lambda copies: copies.whole(1, _MAX_NUMBER)),
        contact_line=_optional(members, "contact_line", _Node.line),
        appendices=_default(members, "appendices", _appendices, ()),
        certified_copy=_optional(members, "certified_copy", _certified_copy),
        page=_default(members, "page", _page, PageSetup()),
    )


def _lines(node: _Node) -> tuple[str, ...]:
    return tuple(item.line() for item in node.items())


def _signings(node: _Node) -> tuple[Signing, ...]:
    if isinstance(node.value, list):
        return tuple(_signing(item) for item in node.items())
    one = _signing(node)
    return () if one == Signing() else (one,)


def _signing(node: _Node) -> Signing:
    members = node.keys(dict.fromkeys(("authority", "position", "name"), False))
    return Signing(
        authority=_optional(members, "authority", _Node.lines),
        position=_optional(members, "position", _Node.lines),
        name=_optional(members, "name", _Node.line),
    )


def _page(node: _Node) -> PageSetup:
    members = node.keys(dict.fromkeys(("size", "orientation", "body_size", "leading", "gap"), False))
    return PageSetup(
        size=_optional(members, "size", lambda size: size.choice(PaperSize)),
        orientation=_optional(members, "orientation", lambda way: way.choice(Orientation)),
        body_size=_optional(members, "body_size", lambda size: size.number(6, 30)),
        leading=_optional(members, "leading", lambda leading: leading.number(6, 60)),
        gap=_optional(members, "gap", lambda gap: gap.number(0, 60)),
    )


def _appendices(node: _Node) -> tuple[Appendix, ...]:
    return tuple(_appendix(item) for item in node.items())


def _appendix(node: _Node) -> Appendix:
    members = node.keys({"title": True, "note": False, "body": True, "page": False})
    return Appendix(
        title=members["title"].lines(),
        note=_optional(members, "note", _Node.lines),
        body=_body(members["body"]),
        page=_default(members, "page", _page, PageSetup()),
    )


def _certified_copy(node: _Node) -> CertifiedCopy:
    members = node.keys({field.name: field.name in {"kind", "issuing_body"} for field in fields(CertifiedCopy)})
    return CertifiedCopy(
        kind=members["kind"].choice(CopyKind),
        issuing_body=members["issuing_body"].lines(),
        parent_body=_optional(members, "parent_body", _Node.lines),
        number=_optional(members, "number", lambda number: number.whole(1, _MAX_NUMBER)),
        symbol=_optional(members, "symbol", _Node.line),
        place=_optional(members, "place", _Node.line),
        date=_optional(members, "date", _Node.day),
        distribution=_default(members, "distribution", _lines, ()),
        signing=_default(members, "signing", _signings, ()),
    )


def _body(node: _Node) -> Body:
    return tuple(_block(item) for item in node.items())


def _block(node: _Node) -> Block:
    if not isinstance(node.value, dict):
        raise node.refuse(Fault.WRONG_TYPE, "object")
    kind = node.value.get("block")
    if kind is None:
        raise node.refuse(Fault.MISSING_KEY, found="block")
    read = _BLOCKS.get(kind) if isinstance(kind, str) else None
    if read is None:
        raise _Node(kind, f"{node.where}.block").refuse(Fault.UNKNOWN_VALUE, ", ".join(_BLOCKS))
    return read(node)


def _runs(node: _Node) -> Runs:
    return tuple(_run(item) for item in node.items())


def _run(node: _Node) -> Run:
    flags = ("bold", "italic", "underline", "super", "sub")
    members = node.keys({"text": True} | dict.fromkeys((*flags, "note"), False))
    marks = {flag: _default(members, flag, _Node.flag, False) for flag in flags}
    if marks["super"] and marks["sub"]:
        raise members["sub"].refuse(Fault.UNKNOWN_VALUE, "super | sub")
    elevation = Elevation.RAISED if marks["super"] else Elevation.LOWERED if marks["sub"] else Elevation.NORMAL
    return Run(
        text=members["text"].text(),
        bold=marks["bold"],
        italic=marks["italic"],
        underline=marks["underline"],
        elevation=elevation,
        note=_optional(members, "note", _Node.lines),
    )


def _paragraph_parts(node: _Node) -> tuple[Runs, Alignment | None, float | None]:
    members = node.keys({"block": True, "runs": True, "align": False, "indent": False})
    return (
        _runs(members["runs"]),
        _optional(members, "align", lambda align: align.choice(Alignment)),
        _optional(members, "indent", lambda indent: indent.number(0, 100)),
    )


def _division(node: _Node) -> Division:
    members = node.keys({"block": True, "kind": True, "number": True, "title": True})
    return Division(
        kind=members["kind"].choice(DivisionKind),
        number=members["number"].line(),
        title=members["title"].lines(),
    )


def _heading(node: _Node) -> Heading:
    members = node.keys({"block": True, "level": True, "runs": True})
    return Heading(members["level"].whole(1, 6), _runs(members["runs"]))


def _article(node: _Node) -> Article:
    return Article(_runs(node.keys({"block": True, "runs": True})["runs"]))


def _bullet(node: _Node) -> Bullet:
    members = node.keys({"block": True, "level": False, "runs": True})
    return Bullet(_default(members, "level", lambda level: level.whole(1, 6), 1), _runs(members["runs"]))


def _page_break(node: _Node) -> PageBreak:
    node.keys({"block": True})
    return PageBreak()


def _table(node: _Node) -> Table:
    members = node.keys({"block": True, "columns": True, "header_rows": False, "rows": True})
    columns = tuple(width.number(0.001, 10_000) for width in members["columns"].items())
    if not columns:
        raise members["columns"].refuse(Fault.EMPTY)
    row_nodes = members["rows"].items()
    rows = tuple(tuple(_cell(cell) for cell in row.items()) for row in row_nodes)
    _refuse_uneven(rows, row_nodes, len(columns))
    header_rows = _default(members, "header_rows", lambda count: count.whole(0, len(rows)), 0)
    return Table(columns, header_rows, rows)


def _cell(node: _Node) -> Cell:
    if isinstance(node.value, list):
        return Cell(_runs(node))
    members = node.keys({"runs": True, "columns": False, "rows": False, "align": False})
    return Cell(
        runs=_runs(members["runs"]),
        columns=_default(members, "columns", lambda span: span.whole(1, _MAX_SPAN), 1),
        rows=_default(members, "rows", lambda span: span.whole(1, _MAX_SPAN), 1),
        align=_optional(members, "align", lambda align: align.choice(Alignment)),
    )


def _refuse_uneven(rows: tuple[tuple[Cell, ...], ...], nodes: list[_Node], columns: int) -> None:
    """Every row must fill the columns, counting what spans from above leaves covered."""
    covered = [0] * columns
    for row, node in zip(rows, nodes, strict=True):
        column = 0
        for cell in row:
            while column < columns and covered[column]:
                column += 1
            if column + cell.columns > columns or any(covered[column : column + cell.columns]):
                raise node.refuse(Fault.UNEVEN_TABLE, str(columns))
            for spanned in range(column, column + cell.columns):
                covered[spanned] = cell.rows
            column += cell.columns
        if not all(covered):
            raise node.refuse(Fault.UNEVEN_TABLE, str(columns))
        covered = [rest - 1 for rest in covered]


_BLOCKS: dict[str, Callable[[_Node], Block]] = {
    "paragraph": lambda node: Paragraph(*_paragraph_parts(node)),
    "basis": lambda node: Basis(*_paragraph_parts(node)),
    "heading": _heading,
    "division": _division,
    "article": _article,
    "bullet": _bullet,
    "table": _table,
    "page_break": _page_break,
}


def _plain_dispatch(dispatch: Dispatch) -> dict[str, Any]:
    plain: dict[str, Any] = {"format": FORMAT}
    for name in (
        "document_type",
        "issuing_body",
        "parent_body",
        "rules",
        "number",
        "number_suffix",
        "symbol",
    ):
        plain[name] = getattr(dispatch, name)
    plain["place"] = dispatch.place
    plain["date"] = dispatch.date.isoformat() if dispatch.date else None
    plain["subject_summary"] = dispatch.subject_summary
    plain["addressees"] = list(dispatch.addressees)
    plain["body"] = [_plain_block(block) for block in dispatch.body]
    plain["distribution"] = list(dispatch.distribution)
    plain["signing"] = _plain_signing(dispatch.signing)
    plain["secrecy"] = dispatch.secrecy.value if dispatch.secrecy else None
    plain["urgency"] = dispatch.urgency.value if dispatch.urgency else None
    for name in ("circulation_notice", "draft_notice", "typist_mark", "copies", "contact_line"):
        plain[name] = getattr(dispatch, name)
    plain["appendices"] = [_plain_appendix(appendix) for appendix in dispatch.appendices]
    plain["certified_copy"] = _plain_copy(dispatch.certified_copy) if dispatch.certified_copy else None
    plain["page"] = _plain_page(dispatch.page)
    return _without_defaults(plain)


def _without_defaults(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if value is not None and value not in ([], {})}


def _plain_signing(signing: tuple[Signing, ...]) -> list[dict[str, Any]] | dict[str, Any]:
    blocks = [
        _without_defaults({"authority": one.authority, "position": one.position, "name": one.name}) for one in signing
    ]
    return blocks[0] if len(blocks) == 1 else blocks


def _plain_page(page: PageSetup) -> dict[str, Any]:
    return _without_defaults(
        {
            "size": page.size.value if page.size else None,
            "orientation": page.orientation.value if page.orientation else None,
            "body_size": page.body_size,
            "leading": page.leading,
            "gap": page.gap,
        }
    )


def _plain_appendix(appendix: Appendix) -> dict[str, Any]:
    return {
        "title": appendix.title,
        **({"note": appendix.note} if appendix.note is not None else {}),
        "body": [_plain_block(block) for block in appendix.body],
        **({"page": page} if (page := _plain_page(appendix.page)) else {}),
    }


def _plain_copy(copy: CertifiedCopy) -> dict[str, Any]:
    return _without_defaults(
        {
            "kind": copy.kind.value,
            "issuing_body": copy.issuing_body,
            "parent_body": copy.parent_body,
            "number": copy.number,
            "symbol": copy.symbol,
            "place": copy.place,
            "date": copy.date.isoformat() if copy.date else None,
            "distribution": list(copy.distribution),
            "signing": _plain_signing(copy.signing),
        }
    )


def _plain_runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {
            "text": run.text,
            **{mark: True for mark in ("bold", "italic", "underline") if getattr(run, mark)},
            **({run.elevation.value: True} if run.elevation is not Elevation.NORMAL else {}),
            **({"note": run.note} if run.note is not None else {}),
        }
        for run in runs
    ]


def _plain_cell(cell: Cell) -> list[dict[str, Any]] | dict[str, Any]:
    if cell == Cell(cell.runs):
        return _plain_runs(cell.runs)
    return {
        "runs": _plain_runs(cell.runs),
        **({"columns": cell.columns} if cell.columns != 1 else {}),
        **({"rows": cell.rows} if cell.rows != 1 else {}),
        **({"align": cell.align.value} if cell.align else {}),
    }


def _plain_block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs, align, indent) | Basis(runs, align, indent):
            return {
                "block": "basis" if isinstance(block, Basis) else "paragraph",
                "runs": _plain_runs(runs),
                **({"align": align.value} if align else {}),
                **({"indent": indent} if indent is not None else {}),
            }
        case Heading(level, runs):
            return {"block": "heading", "level": level, "runs": _plain_runs(runs)}
        case Division(kind, number, title):
            return {"block": "division", "kind": kind.value, "number": number, "title": title}
        case Article(runs):
            return {"block": "article", "runs": _plain_runs(runs)}
        case Bullet(level, runs):
            return {"block": "bullet", "level": level, "runs": _plain_runs(runs)}
        case Table(columns, header_rows, rows):
            return {
                "block": "table",
                "columns": list(columns),
                "header_rows": header_rows,
                "rows": [[_plain_cell(cell) for cell in row] for row in rows],
            }
        case PageBreak():
            return {"block": "page_break"}
