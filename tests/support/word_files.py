"""A reader of DOCX that knows what Word insists on, beside what LibreOffice and python-docx forgive.

The sequences are those of ECMA-376, part 1, in the transitional form that Word writes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

SEQUENCES: Mapping[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "numPr": "ilvl numId",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins alignBordersAndEdges"
    " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors"
    " defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat rsids"
    " themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}
"""The order of the children of an element. Each stands once, unless it is one of the repeated."""

REPEATED = frozenset("headerReference footerReference tr tc style abstractNum num lvl tblStylePr".split())

LIMITS: Mapping[str, tuple[int, int]] = {
    "before": (0, 31680),
    "after": (0, 31680),
    "line": (1, 31680),
    "left": (0, 31680),
    "right": (0, 31680),
    "firstLine": (0, 31680),
    "hanging": (0, 31680),
    "space": (0, 31),
    "header": (0, 31680),
    "footer": (0, 31680),
}
"""What a measure may be, in its own unit."""


def _tree(part: bytes) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314 -- we wrote it ourselves


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a DOCX."""

    parts: Mapping[str, bytes]

    @classmethod
    def read(cls, data: bytes) -> WordFile:
        """Open a file."""
        with ZipFile(BytesIO(data)) as file:
            assert file.testzip() is None
            return cls({name: file.read(name) for name in file.namelist()})

    def xml(self, name: str) -> ET.Element:
        """A part of Word's own, such as `document`."""
        return _tree(self.parts[f"word/{name}.xml"])

    def trees(self) -> Iterator[tuple[str, ET.Element]]:
        """Every part of Word's own with its name."""
        for name, part in self.parts.items():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, _tree(part)


def name_of(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def value(element: ET.Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own; None where element or attribute is missing."""
    return None if element is None else element.get(f"{_W}{name}")


def number(element: ET.Element | None, name: str = "val") -> int:
    """A number, 0 where it is missing."""
    return int(value(element, name) or 0)


def find(element: ET.Element, *path: str) -> ET.Element | None:
    """The element at a path of names."""
    return element.find("/".join(f"{_W}{name}" for name in path))


def every(element: ET.Element, name: str) -> list[ET.Element]:
    """Every element of a name below this one, in order."""
    return list(element.iter(f"{_W}{name}"))


class Written(NamedTuple):
    """A paragraph as it is read: its list sign and its words."""

    sign: str
    words: tuple[str, ...]


def written(file: WordFile) -> list[Written]:
    """The paragraphs of the text that have words, in order."""
    signs = _signs(file)
    found = [
        Written(signs.get(value(find(paragraph, "pPr", "numPr", "numId")) or "", ""), tuple(text_of(paragraph).split()))
        for paragraph in every(file.xml("document"), "p")
    ]
    return [one for one in found if one.words]


def _signs(file: WordFile) -> dict[str, str]:
    numbering = file.xml("numbering")
    kinds = {value(one, "abstractNumId"): find(one, "lvl") for one in every(numbering, "abstractNum")}
    signs = {}
    for one in every(numbering, "num"):
        level = kinds[value(find(one, "abstractNumId"))]
        assert level is not None
        gap = " " if value(find(level, "suff")) == "space" else ""
        signs[value(one, "numId") or ""] = f"{value(find(level, 'lvlText'))}{gap}"
    return signs


def notes(file: WordFile) -> list[str]:
    """The texts of the notes in the order of their calls."""
    texts = {value(note, "id"): text_of(note).strip() for note in every(file.xml("footnotes"), "footnote")}
    return [texts[value(call, "id")] for call in every(file.xml("document"), "footnoteReference")]


def text_of(element: ET.Element) -> str:
    """The text below an element: line breaks as line feeds, calls of notes as the numbers Word gives them."""
    return "".join(map(_shown, element.iter()))


def _shown(element: ET.Element) -> str:
    match name_of(element):
        case "t":
            return element.text or ""
        case "br":
            return "\n"
        case "footnoteReference":
            return value(element, "id") or ""
        case _:
            return ""


# --- what Word insists on -----------------------------------------------------------------------------------------


def faults(file: WordFile) -> list[str]:
    """Everything Word would refuse or mend."""
    return [
        *_faults_of_package(file),
        *_faults_of_order(file),
        *_faults_of_tables(file),
        *_faults_of_references(file),
        *_faults_of_text(file),
    ]


def _faults_of_package(file: WordFile) -> Iterator[str]:
    types = _tree(file.parts["[Content_Types].xml"])
    overrides = {one.get("PartName") for one in types.iter(f"{_TYPES}Override")}
    defaults = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    yield from (f"no part {name}" for name in overrides if (name or "").lstrip("/") not in file.parts)
    for name, part in file.parts.items():
        if name.startswith("word/") and name.endswith(".xml") and f"/{name}" not in overrides:
            yield f"{name} has no content type"
        if name.rpartition(".")[2] not in defaults and f"/{name}" not in overrides:
            yield f"{name} has no content type"
        if name.endswith(".rels"):
            yield from _faults_of_relationships(file, PurePosixPath(name), _tree(part))
    for name, tree in file.trees():
        path = PurePosixPath(name)
        called = {one.get(f"{_R}id") for one in tree.iter()} - {None}
        known = _relationship_ids(file, f"{path.parent}/_rels/{path.name}.rels")
        yield from (f"{name} calls {one}, which leads nowhere" for one in called - known)


def _faults_of_relationships(file: WordFile, path: PurePosixPath, tree: ET.Element) -> Iterator[str]:
    yield from _doubled("relationship", [one.get("Id") for one in tree])
    for one in tree:
        target = one.get("Target") or ""
        place = target.lstrip("/") if target.startswith("/") else str(path.parent.parent / target)
        if place not in file.parts:
            yield f"{path} leads to {place}, which is not there"


def _relationship_ids(file: WordFile, name: str) -> set[str | None]:
    return {one.get("Id") for one in _tree(file.parts[name])} if name in file.parts else set()


def _faults_of_order(file: WordFile) -> Iterator[str]:
    for part, tree in file.trees():
        for element in tree.iter():
            sequence = SEQUENCES.get(name_of(element), "").split()
            if not sequence:
                continue
            children = [name_of(child) for child in element]
            where = f"{part}: {name_of(element)}"
            yield from (f"{where} may not hold {child}" for child in children if child not in sequence)
            places = [sequence.index(child) for child in children if child in sequence]
            if places != sorted(places):
                yield f"{where} holds {' '.join(children)} in this order"
            yield from _doubled(where, [child for child in children if child not in REPEATED])


def _faults_of_tables(file: WordFile) -> Iterator[str]:
    for part, tree in file.trees():
        for table in every(tree, "tbl"):
            widths = [number(column, "w") for column in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
            rows = table.findall(f"{_W}tr")
            if not rows or not widths:
                yield f"{part}: a table without rows or columns"
            if number(find(table, "tblPr", "tblW"), "w") != sum(widths) or min(widths, default=0) < 1:
                yield f"{part}: the columns {widths} do not make up the table"
            spans: dict[int, tuple[int, str | None]] = {}
            for row in rows:
                spots = _spots(row)
                yield from _faults_of_row(part, spots, widths, spans)
                spans = {spot.column: (spot.columns, spot.merge) for spot in spots}
        for cell in every(tree, "tc"):
            if not len(cell) or name_of(cell[-1]) != "p":
                yield f"{part}: a cell that does not end in a paragraph"


class _Spot(NamedTuple):
    """A cell in its row; `merge` is "restart" or "continue" where it spans rows."""

    column: int
    columns: int
    width: int
    merge: str | None


def _spots(row: ET.Element) -> list[_Spot]:
    spots = []
    column = 0
    for cell in row.findall(f"{_W}tc"):
        span, merged = find(cell, "tcPr", "gridSpan"), find(cell, "tcPr", "vMerge")
        columns = 1 if span is None else number(span)
        merge = None if merged is None else value(merged) or "continue"
        spots.append(_Spot(column, columns, number(find(cell, "tcPr", "tcW"), "w"), merge))
        column += columns
    return spots


def _faults_of_row(
    part: str, spots: list[_Spot], widths: list[int], above: Mapping[int, tuple[int, str | None]]
) -> Iterator[str]:
    if sum(spot.columns for spot in spots) != len(widths):
        yield f"{part}: a row of {[spot.columns for spot in spots]} in a grid of {len(widths)}"
    for spot in spots:
        if spot.width != sum(widths[spot.column : spot.column + spot.columns]):
            yield f"{part}: a cell of {spot.width} in the columns {widths}"
        if spot.merge == "continue" and above.get(spot.column, (0, None)) not in {
            (spot.columns, "restart"),
            (spot.columns, "continue"),
        }:
            yield f"{part}: a cell that goes on from nothing in column {spot.column}"


def _faults_of_references(file: WordFile) -> Iterator[str]:
    styles = _ids(file, "styles", "style", "styleId")
    lists = _ids(file, "numbering", "num", "numId")
    kinds = _ids(file, "numbering", "abstractNum", "abstractNumId")
    yield from _doubled("style", styles)
    yield from _doubled("style name", [value(find(one, "name")) for one in every(file.xml("styles"), "style")])
    yield from _doubled("list", lists)
    yield from _doubled("kind of list", kinds)
    named = dict.fromkeys(("pStyle", "rStyle", "basedOn", "next", "tblStyle"), styles)
    named |= {"numId": lists, "abstractNumId": kinds}
    for part, tree in file.trees():
        for name, known in named.items():
            yield from (f"{part}: no {name} {value(one)}" for one in every(tree, name) if value(one) not in known)
        for name in ("bookmarkStart", "docPr"):
            ids = [value(one, "id") or one.get("id") for one in tree.iter() if name_of(one) == name]
            yield from _doubled(f"{part}: {name}", ids)
    yield from _faults_of_notes(file)


def _faults_of_notes(file: WordFile) -> Iterator[str]:
    notes = every(file.xml("footnotes"), "footnote")
    yield from _doubled("note", [value(one, "id") for one in notes])
    separators = {value(one, "id"): value(one, "type") for one in notes if value(one, "type")}
    if list(separators.values()) != ["separator", "continuationSeparator"]:
        yield f"the separators are {separators}"
    if _ids(file, "settings", "footnote", "id") != list(separators):
        yield "the settings name other separators"
    own = [value(one, "id") for one in notes if not value(one, "type")]
    calls = _ids(file, "document", "footnoteReference", "id")
    if calls != own or calls != [str(count) for count in range(1, len(own) + 1)]:
        yield f"the calls {calls} are not those of the notes {own}"


def _ids(file: WordFile, part: str, name: str, attribute: str) -> list[str | None]:
    return [value(one, attribute) for one in every(file.xml(part), name)]


def _faults_of_text(file: WordFile) -> Iterator[str]:
    document = file.xml("document")
    body = document[0]
    children = [name_of(child) for child in body]
    if children[-1:] != ["sectPr"] or children[-2:-1] != ["p"] or set(children[:-1]) - {"p", "tbl"}:
        yield "the text does not end in a paragraph and the properties of its section"
    if "tbl tbl" in " ".join(children):
        yield "two tables touch"
    for part, tree in file.trees():
        for text in every(tree, "t"):
            if (text.text or "") != (text.text or "").strip() and text.get(f"{_XML}space") != "preserve":
                yield f"{part}: the spaces around {text.text!r} would be lost"
        for element in tree.iter():
            for name, (least, most) in LIMITS.items():
                found = value(element, name)
                if found is not None and name_of(element) != "rFonts" and not least <= int(found) <= most:
                    yield f"{part}: {name} of {name_of(element)} is {found}"


def _doubled(what: str, names: list[str | None] | list[str]) -> Iterator[str]:
    yield from (f"{what}: {name} stands {times} times" for name, times in Counter(names).items() if times > 1)
