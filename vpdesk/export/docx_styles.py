"""The styles of the editable copy: one paragraph style of Word's for each role."""

from __future__ import annotations

from vpdesk.domain.body import Alignment
from vpdesk.export.docx_xml import Element, half_points, twips, w
from vpdesk.layout.arrangement import KEPT_WITH_NEXT, OUTLINE_LEVELS
from vpdesk.layout.norms import BODY_ROLES, Norms, Role, Style

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
BASELINE = 4 / 5
"""Where Word sets the baseline in a line of exact pitch, from its top."""
CALL = "FootnoteCall"
"""The style of the raised number that calls a note."""

# Word knows the names in English and shows them in its user's language; those in Vietnamese are ours.
_NAMES = {
    Role.PARTY_TITLE: "Tiêu đề Đảng",
    Role.MOTTO: "Tiêu ngữ",
    Role.PARENT_BODY: "Cơ quan cấp trên",
    Role.ISSUING_BODY: "Cơ quan ban hành",
    Role.STAR: "Dấu sao",
    Role.REFERENCE: "Số và ký hiệu",
    Role.PLACE_AND_DATE: "Địa danh và ngày tháng",
    Role.TYPE_NAME: "Tên loại văn bản",
    Role.SUBJECT: "Trích yếu",
    Role.SUBJECT_RULE: "Gạch dưới trích yếu",
    Role.LETTER_SUMMARY: "Trích yếu công văn",
    Role.SALUTATION: "Kính gửi",
    Role.ADDRESSEE: "Nơi kính gửi",
    Role.PARAGRAPH: "Body Text",
    Role.BASIS: "Căn cứ",
    Role.HEADING_1: "heading 1",
    Role.HEADING_2: "heading 2",
    Role.HEADING_3: "heading 3",
    Role.HEADING_4: "heading 4",
    Role.DIVISION: "Phần chương mục",
    Role.DIVISION_TITLE: "Tên phần chương mục",
    Role.ARTICLE: "Điều",
    Role.BULLET: "Gạch đầu dòng",
    Role.TABLE_HEADER: "Đầu bảng",
    Role.TABLE_CELL: "Ô bảng",
    Role.NOTE: "footnote text",
    Role.APPENDIX_TITLE: "Tên phụ lục",
    Role.APPENDIX_NOTE: "Ghi chú phụ lục",
    Role.AUTHORITY: "Thẩm quyền ký",
    Role.POSITION: "Chức vụ người ký",
    Role.SIGNATORY: "Họ tên người ký",
    Role.DISTRIBUTION_LABEL: "Nhãn nơi nhận",
    Role.RECIPIENT: "Nơi nhận",
    Role.SECRECY: "Mức độ mật",
    Role.URGENCY: "Mức độ khẩn",
    Role.CIRCULATION_NOTICE: "Phạm vi lưu hành",
    Role.DRAFT_NOTICE: "Dự thảo",
    Role.TYPIST_MARK: "Ký hiệu đánh máy",
    Role.CONTACT_LINE: "footer",
    Role.COPY_TITLE: "Hình thức sao",
    Role.PAGE_NUMBER: "header",
}

_CENTRED = frozenset(
    {
        Role.PARTY_TITLE,
        Role.MOTTO,
        Role.COPY_TITLE,
        Role.PARENT_BODY,
        Role.ISSUING_BODY,
        Role.STAR,
        Role.REFERENCE,
        Role.PLACE_AND_DATE,
        Role.LETTER_SUMMARY,
        Role.SECRECY,
        Role.URGENCY,
        Role.CIRCULATION_NOTICE,
        Role.DRAFT_NOTICE,
        Role.AUTHORITY,
        Role.POSITION,
        Role.SIGNATORY,
        Role.PAGE_NUMBER,
    }
)
"""The roles that are centred where they stand: in a column, over a signature, on the text."""

_GAP_ABOVE_THE_WHOLE = frozenset({Role.AUTHORITY, Role.SALUTATION, Role.TABLE_CELL, Role.TABLE_HEADER})
"""The roles whose gap stands above what they are part of, not above each of them."""

_JUSTIFICATIONS = {
    Alignment.JUSTIFIED: "both",
    Alignment.LEFT: "left",
    Alignment.CENTRED: "center",
    Alignment.RIGHT: "right",
}


def alignment_of(role: Role, style: Style) -> Alignment:
    """How the lines of a role meet its edges."""
    return Alignment.CENTRED if role in _CENTRED else style.align


def justification(alignment: Alignment) -> Element:
    """An alignment in Word's terms."""
    return w("jc", val=_JUSTIFICATIONS[alignment])


def space_above(role: Role, norms: Norms) -> float:
    """The gap above a paragraph that is part of its style.

    Gaps below are never part of one: Word adds what the page compares, so the paragraph that follows has them.
    """
    if role is Role.SIGNATORY:
        return norms.signature_space
    return 0.0 if role in _GAP_ABOVE_THE_WHOLE else norms.styles[role].before


class StyleSheet:
    """Gives each role its style. A section whose figures for a role are its own gets one more."""

    def __init__(self) -> None:
        self._ids: dict[tuple[Role, Style], str] = {}
        self._elements: list[Element] = []

    def id_of(self, role: Role, norms: Norms) -> str:
        """The id of the style of a role by these norms."""
        key = role, norms.styles[role]
        known = self._ids.get(key)
        if known is None:
            variant = 1 + sum(of_role is role for of_role, _ in self._ids)
            known = self._ids[key] = _id(role, variant)
            heads_text = role in KEPT_WITH_NEXT and role in BODY_ROLES
            following = self.id_of(Role.PARAGRAPH, norms) if heads_text else None
            self._elements.append(_paragraph_style(role, norms, variant, following))
        return known

    def element(self) -> Element:
        """The style part of the document."""
        return w("styles", _defaults(), *_fixed_styles(), *self._elements)


def _id(role: Role, variant: int) -> str:
    name = role.value.title().replace("_", "")
    return name if variant == 1 else f"{name}-{variant}"


def _paragraph_style(role: Role, norms: Norms, variant: int, following: str | None) -> Element:
    """The style; `following` is that of the paragraph which Enter begins behind it."""
    style = norms.styles[role]
    name = _NAMES[role] if variant == 1 else f"{_NAMES[role]} ({variant})"
    in_text = role in BODY_ROLES
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="Normal"),
        w("next", val=following) if following else None,
        w("uiPriority", val=1 if in_text else 99),
        w("qFormat") if in_text else None,
        _paragraph_properties(role, norms),
        w(
            "rPr",
            w("b") if style.bold else None,
            w("i") if style.italic else None,
            w("sz", val=half_points(style.size)),
            w("szCs", val=half_points(style.size)),
            w("u", val="single") if style.underline else None,
            w("bdr", val="single", sz=round(8 * norms.rule_thickness), space=round(style.box)) if style.box else None,
        ),
        type="paragraph",
        styleId=_id(role, variant),
        customStyle=None if _NAMES[role].isascii() and variant == 1 else 1,
    )


def _paragraph_properties(role: Role, norms: Norms) -> Element:
    style = norms.styles[role]
    kept = role in KEPT_WITH_NEXT
    level = OUTLINE_LEVELS.get(role)
    return w(
        "pPr",
        w("keepNext") if kept else None,
        w("keepLines") if kept else None,
        exact_spacing(style.leading, space_above(role, norms)),
        w("ind", firstLine=twips(style.indent)) if style.indent else None,
        justification(alignment_of(role, style)),
        w("outlineLvl", val=level - 1) if level else None,
    )


def exact_spacing(leading: float, before: float) -> Element:
    """Lines of exactly this pitch with this gap above them and none below."""
    return w("spacing", before=twips(before), after=0, line=max(1, twips(leading)), lineRule="exact")


def _defaults() -> Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts, w("sz", val=28), w("szCs", val=28), language)),
        w("pPrDefault", w("pPr", w("widowControl"))),
    )


def _fixed_styles() -> tuple[Element, ...]:
    """The styles that Word itself takes for granted, and the one of the calls of notes."""
    return (
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont"),
        w(
            "style",
            w("name", val="Normal Table"),
            w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(0.0)),
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList"),
        w(
            "style",
            w("name", val="footnote reference"),
            w("basedOn", val="DefaultFont"),
            w("rPr", w("vertAlign", val="superscript")),
            type="character",
            styleId=CALL,
        ),
    )


def cell_margins(padding: float) -> Element:
    """The space around the text of a cell: so much at either side, half of it above and below."""
    sides = {"top": padding / 2, "left": padding, "bottom": padding / 2, "right": padding}
    return w("tblCellMar", *(w(side, w=twips(width), type="dxa") for side, width in sides.items()))
