"""The editable copy: a dispatch as a document of Word's. With `export.docx_xml` the home of python-docx.

It is made from the content, not from the laid-out page: Word lays it out again, by the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from vpdesk.domain.dispatch import PageSetup
from vpdesk.export.docx_items import section_elements
from vpdesk.export.docx_styles import BASELINE, LANGUAGE
from vpdesk.export.docx_text import HAIR, Draft, Place, Scribe
from vpdesk.export.docx_xml import Element, text_run, twips, w
from vpdesk.layout.content import Content, Text
from vpdesk.layout.fonts import FontBook
from vpdesk.layout.norms import Norms, Role

_LONGEST_PROPERTY = 255
"""What a property of a document may hold, in characters."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time every part bears, so that the same content gives the same bytes: the first a zip file knows."""


class DocxWriter:
    """Writes documents for Word."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts

    def write(self, content: Content, norms_of: Callable[[PageSetup], Norms], *, duplex: bool = False) -> bytes:
        """The document of a content; `duplex` mirrors the margins of even pages."""
        draft = Draft(self._fonts)
        scribes = [Scribe(draft, norms_of(section.page)) for section in content.sections]
        parts = _Parts()
        body = w("body")
        last = len(scribes) - 1
        for number, (section, scribe) in enumerate(zip(content.sections, scribes, strict=True)):
            elements = section_elements(section, scribe)
            running = _running_lines(parts, scribe, content.contact_line) if number == 0 else []
            properties = w("sectPr", *running, *_page(scribe, content.contact_line), w("titlePg") if running else None)
            body.extend(elements)
            # The properties of the last section close the text; those of others stand in their last paragraph.
            (body if number == last else elements[-1][0]).append(properties)
        parts.add("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, draft.styles.element())
        parts.add("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, draft.lists.element())
        parts.add("footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, _footnotes(draft))
        parts.add("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, _settings(duplex=duplex))
        return parts.zipped(body, content)


class _Parts:
    """The parts of one document, and the package they go into."""

    def __init__(self) -> None:
        self._package = Package()
        self._document = self._part("word/document", CONTENT_TYPE.WML_DOCUMENT_MAIN, w("document"))
        self._package.relate_to(self._document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    def _part(self, name: str, content_type: str, root: Element) -> XmlPart:
        return XmlPart(PackURI(f"/{name}.xml"), content_type, root, self._package)

    def add(self, name: str, content_type: str, relationship: str, root: Element) -> str:
        """Add a part beside the text; the id of its relationship."""
        return self._document.relate_to(self._part(f"word/{name}", content_type, root), relationship)

    def zipped(self, body: Element, content: Content) -> bytes:
        """The whole as a file, without the time it was made."""
        self._document.element.append(body)
        self._package.relate_to(
            self._part("docProps/core", CONTENT_TYPE.OPC_CORE_PROPERTIES, _properties(content)),
            RELATIONSHIP_TYPE.CORE_PROPERTIES,
        )
        saved, dated = BytesIO(), BytesIO()
        self._package.save(saved)
        with ZipFile(saved) as made, ZipFile(dated, "w") as out:
            for name in made.namelist():
                out.writestr(ZipInfo(name, _FIRST_DAY), made.read(name), ZIP_DEFLATED)
        return dated.getvalue()


def _properties(content: Content) -> Element:
    properties = CT_CoreProperties.new()
    properties.title_text = content.title[:_LONGEST_PROPERTY]
    properties.author_text = content.author[:_LONGEST_PROPERTY]
    properties.subject_text = content.subject[:_LONGEST_PROPERTY]
    properties.language_text = LANGUAGE
    return properties


def _page(scribe: Scribe, contact_line: Text | None) -> Sequence[Element]:
    """Sheet and margins. A contact line stands on the lower margin and takes its room from the text."""
    norms = scribe.norms
    style = norms.styles[Role.PAGE_NUMBER]
    above_digits = style.leading * BASELINE - style.size * scribe.draft.fonts.metrics.digit_height
    width, height = norms.sheet
    return (
        w("pgSz", w=twips(width), h=twips(height), orient="landscape" if width > height else None),
        w(
            "pgMar",
            top=twips(norms.top),
            right=twips(norms.right),
            bottom=twips(norms.bottom),
            left=twips(norms.left),
            header=max(0, twips(norms.page_number_top - above_digits)),
            footer=twips(norms.bottom if contact_line else norms.bottom / 2),
            gutter=0,
        ),
    )


def _running_lines(parts: _Parts, scribe: Scribe, contact_line: Text | None) -> Sequence[Element]:
    """What stands outside the text: the page number, and on the first page the contact line.

    Further sections take them over from the first.
    """
    norms = scribe.norms
    unnumbered = norms.page_number_first > 1
    lines = [
        _running_line(parts, "header", "default", _page_number(scribe)),
        _running_line(parts, "header", "first", scribe.spacer(HAIR) if unnumbered else _page_number(scribe)),
    ]
    if contact_line:
        rule, place = scribe.border_above(norms.note_gap), Place(norms.note_gap)
        lines += [
            _running_line(parts, "footer", "default", scribe.spacer(HAIR)),
            _running_line(parts, "footer", "first", scribe.paragraph(contact_line, place, border=rule)),
        ]
    return lines


def _running_line(parts: _Parts, kind: str, pages: str, paragraph: Element) -> Element:
    """A header or footer of its own for these pages, and what calls it."""
    root = w("hdr" if kind == "header" else "ftr", paragraph)
    content_type, relationship = _RUNNING[kind]
    return w(f"{kind}Reference", type=pages, reference=parts.add(f"{kind}-{pages}", content_type, relationship, root))


_RUNNING = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def _page_number(scribe: Scribe) -> Element:
    style = w("pStyle", val=scribe.draft.styles.id_of(Role.PAGE_NUMBER, scribe.norms))
    return w("p", w("pPr", style), w("fldSimple", text_run("2"), instr=" PAGE "))


_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The two rules above notes, which Word keeps among them."""


def _footnotes(draft: Draft) -> Element:
    separators = (w("footnote", w("p", w("r", w(name))), type=name, id=number) for number, name in _SEPARATORS.items())
    return w("footnotes", *separators, *draft.notes)


def _settings(*, duplex: bool) -> Element:
    """How Word is to behave: as its release of 2013 and later does, and as the page does."""
    return w(
        "settings",
        w("mirrorMargins") if duplex else None,
        w("defaultTabStop", val=twips(36)),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", *(w("footnote", id=number) for number in _SEPARATORS)),
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
        ),
        w("themeFontLang", val=LANGUAGE),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )
