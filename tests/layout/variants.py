"""Invented dispatches of every kind the office may write, and many it should not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle, islice
from typing import Any

from layout.figures import TYPE_NAMES

from vpdesk.domain.body import (
    Alignment,
    Article,
    Basis,
    Block,
    Bullet,
    Division,
    DivisionKind,
    Elevation,
    Heading,
    PageBreak,
    Paragraph,
    Run,
)
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup, PaperSize, Signing

DAYS = {"party-2018": date(2024, 12, 3), "party-2026": date(2026, 9, 24)}
LONG_PARENT = "ĐẢNG ỦY CÁC CƠ QUAN, DOANH NGHIỆP VÀ ĐƠN VỊ SỰ NGHIỆP CÔNG LẬP TRỰC THUỘC TỈNH HÀ NINH"
LONG_ISSUER = "BAN CHỈ ĐẠO TỔNG KẾT CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG NHÂN DÂN CHUNG SỨC XÂY DỰNG NÔNG THÔN MỚI"
LONG_PLACE = "Thành phố Hà Ninh Thượng"
TOKEN = "https://hanninh.example/van-ban/tuyen-truyen/2024/ke_hoach-tong_the-nam-2025.phu_luc.html?trang=12&muc=3"

SENTENCES = (
    "Thực hiện Kế hoạch số 192-KH/HU, ngày 16/12/2024 của Ban Thường vụ Huyện ủy, đề nghị các đơn vị phối hợp như sau.",
    "Các chi bộ tổ chức sinh hoạt trong tháng 01 năm 2025, dành ít nhất 45 phút để trao đổi, thảo luận.",
    "Trung tâm Văn hóa, Thông tin và Thể thao huyện treo 120 băng rôn, 35 cụm pa-nô tại các trục đường chính.",
    "Khẩu hiệu: “Ý Đảng, lòng dân cùng xây quê hương giàu đẹp”; khổ chữ không nhỏ hơn 30 cm, nền đỏ, chữ vàng.",
    "Theo Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII, việc sắp xếp phải bảo đảm tinh, gọn, mạnh.",
    "Tỷ lệ hộ nghèo còn 1,25 %, giảm 0,4 % so với năm 2023; thu nhập bình quân đạt 72,5 triệu đồng một người.",
    "Ủy ban nhân dân các xã, thị trấn báo cáo trước 15 giờ ngày 20 tháng 12 năm 2024 (qua thư điện tử).",
    "Cấp ủy cơ sở nắm chắc tình hình tư tưởng, dư luận xã hội; kịp thời phản ánh, đề xuất biện pháp giải quyết.",
    "Đồng chí ký phải ghi T/M hoặc K/T trước chức danh - không ghi học hàm, học vị - theo đúng hướng dẫn.",
    "Mỗi đảng viên là một tấm gương, mỗi chi bộ là một tập thể đoàn kết, mỗi thôn là một điểm sáng.",
    "Giao Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện.",
)


def words(count: int, start: int = 0) -> str:
    """So many words of running text."""
    stream = (word for sentence in cycle((*SENTENCES[start:], *SENTENCES[:start])) for word in sentence.split())
    return " ".join(islice(stream, count))


def paragraph(count: int, start: int = 0, **manner: Any) -> Paragraph:
    return Paragraph((Run(words(count, start)),), **manner)


def text(paragraphs: int, length: int = 45) -> tuple[Block, ...]:
    """So many paragraphs of about so many words."""
    return tuple(paragraph(length + 7 * (number % 5) - 14, number % len(SENTENCES)) for number in range(paragraphs))


def mixed(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(run if isinstance(run, Run) else Run(run) for run in runs))


def a_letter(pack: str = "party-2018", **changes: Any) -> Dispatch:
    """A usual letter of one page and a half."""
    letter = Dispatch(
        document_type="CV",
        issuing_body="BAN TUYÊN GIÁO",
        parent_body="HUYỆN ỦY HÀ NINH",
        number=7,
        symbol="CV/BTGHU",
        place="Hà Ninh",
        date=DAYS[pack],
        subject_summary="V/v tuyên truyền Đại hội đảng bộ các cấp, nhiệm kỳ 2025 - 2030",
        addressees=("Các chi bộ, đảng bộ trực thuộc Huyện ủy", "Các phòng, ban, ngành của huyện"),
        body=text(5),
        distribution=("Như trên", "Ban Tuyên giáo Tỉnh ủy (để báo cáo)", "Lưu Ban Tuyên giáo Huyện ủy"),
        signing=(Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh"),),
    )
    return replace(letter, **changes)


def a_named(kind: str, pack: str = "party-2018", **changes: Any) -> Dispatch:
    """A dispatch of a named type."""
    members: dict[str, Any] = {
        "document_type": kind,
        "symbol": f"{kind}/HU",
        "issuing_body": "HUYỆN ỦY HÀ NINH",
        "parent_body": "ĐẢNG BỘ TỈNH HÀ NINH",
        "subject_summary": "về công tác tư tưởng, văn hóa sáu tháng đầu năm 2025 trên địa bàn huyện",
        "addressees": ("Ban Thường vụ Tỉnh ủy",) if kind == "TTr" else (),
        "signing": (Signing("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Hoài An"),),
    }
    return a_letter(pack, **(members | changes))


@dataclass(frozen=True)
class Variant:
    """A dispatch with the rules it is set by."""

    name: str
    dispatch: Dispatch
    pack: str = "party-2018"
    duplex: bool = False


def of_every_type() -> Iterator[Variant]:
    for pack in DAYS:
        for kind in TYPE_NAMES:
            made = a_letter(pack, subject_summary="về việc họp") if kind == "CV" else a_named(kind, pack)
            yield Variant(f"{kind} by {pack}", made, pack)


def of_every_count() -> Iterator[Variant]:
    for count in (0, 1, 2, 3, 12, 36, 40, 43, 44, 45, 46, 47, 60, 100):
        names = tuple(f"Đảng ủy xã Hà Ninh {number}" for number in range(1, count + 1))
        long = tuple(f"{name} (để chỉ đạo các chi bộ trực thuộc thực hiện, tổng hợp kết quả)" for name in names)
        yield Variant(f"{count} recipients", a_letter(distribution=names))
        yield Variant(f"{count} recipients on two lines each", a_letter(distribution=long))
        yield Variant(
            f"{count} recipients after a last line", a_letter(body=(*text(1), mixed("Trân trọng.")), distribution=names)
        )
        yield Variant(f"{count} addressees", a_letter(addressees=names))
        yield Variant(f"{count} long addressees", a_letter("party-2026", addressees=long), "party-2026")


def of_every_name() -> Iterator[Variant]:
    names: dict[str, dict[str, Any]] = {
        "long issuer": {"issuing_body": LONG_ISSUER},
        "long parent": {"parent_body": LONG_PARENT},
        "both long": {"issuing_body": LONG_ISSUER, "parent_body": LONG_PARENT},
        "long place": {"place": LONG_PLACE},
        "all long": {"issuing_body": LONG_ISSUER, "parent_body": LONG_PARENT, "place": LONG_PLACE},
        "a city": {"parent_body": "ĐẢNG BỘ THÀNH PHỐ HẢI NINH", "issuing_body": "ĐẢNG ỦY XÃ HÀ NINH"},
        "one name": {"parent_body": None, "issuing_body": "TỈNH ỦY HÀ NINH"},
        "joint": {"issuing_body": "BAN TUYÊN GIÁO - BAN DÂN VẬN - BAN TỔ CHỨC", "symbol": "CV/BTGHU-BDVHU-BTCHU"},
        "long symbol": {"symbol": "CV/BTGHU-BDVHU-BTCHU-UBKTHU-VPHU"},
        "forced lines": {"issuing_body": "BAN CHỈ ĐẠO\nXÂY DỰNG NÔNG THÔN MỚI", "parent_body": "HUYỆN ỦY\nHÀ NINH"},
        "one letter": {"issuing_body": "A", "parent_body": "B", "place": "C", "symbol": "D/E"},
        "a name too wide": {"issuing_body": "BANTUYÊNGIÁO" * 4},
        "a place too wide": {"place": "Hàninhthượng" * 4},
        "a wide subject": {"subject_summary": "V/v " + words(60), "place": LONG_PLACE},
        "a wide subject in one word": {"subject_summary": f"V/v {TOKEN} {TOKEN}"},
        "long signing": {
            "signing": (
                Signing("T/L BAN CHẤP HÀNH ĐẢNG BỘ CÁC CƠ QUAN TỈNH HÀ NINH THƯỢNG", "CHÁNH VĂN PHÒNG", LONG_PLACE),
            )
        },
        "a suffix": {"number": 7, "number_suffix": "a"},
        "several places": {"place": "Hà Ninh, Hà Tân và Hà Bình"},
        "a long signatory": {
            "signing": (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "Công Tằng Tôn Nữ Thị Minh Nguyệt"),)
        },
        "authority on two lines": {
            "signing": (Signing("T/M BAN THƯỜNG VỤ\nĐẢNG ỦY XÃ HÀ NINH", "BÍ THƯ", "Lê Văn An"),)
        },
        "long subject over a wide date": {
            "parent_body": "ĐẢNG BỘ THÀNH PHỐ HẢI NINH",
            "place": "Thị xã Hà Ninh Thượng",
            "subject_summary": "V/v " + words(40, 3),
        },
    }
    for name, changes in names.items():
        yield Variant(name, a_letter(**changes))
        if name != "a wide subject in one word":
            yield Variant(f"{name} in a plan", a_named("KH", "party-2026", **changes), "party-2026")


def of_every_lack() -> Iterator[Variant]:
    lacks: dict[str, dict[str, Any]] = {
        "number": {"number": None},
        "number and symbol": {"number": None, "symbol": None},
        "date": {"date": None},
        "place": {"place": None},
        "place and date": {"place": None, "date": None},
        "subject": {"subject_summary": None},
        "addressees": {"addressees": ()},
        "body": {"body": ()},
        "body and addressees": {"body": (), "addressees": ()},
        "distribution": {"distribution": ()},
        "signing": {"signing": ()},
        "signing and distribution": {"signing": (), "distribution": ()},
        "authority": {"signing": (Signing(None, "TRƯỞNG BAN", "Lê An"),)},
        "position": {"signing": (Signing("T/M CHI BỘ", None, "Lê An"),)},
        "name": {"signing": (Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", None),)},
        "all but the name": {"signing": (Signing(None, None, "Lê An"),)},
        "parent": {"parent_body": None},
        "everything": {
            "number": None,
            "symbol": None,
            "date": None,
            "place": None,
            "subject_summary": None,
            "addressees": (),
            "body": (),
            "distribution": (),
            "signing": (),
            "parent_body": None,
        },
    }
    for name, changes in lacks.items():
        yield Variant(
            f"a letter without {name}",
            replace(a_letter(), **changes),
            "party-2018" if changes.get("date", 1) else "party-2026",
        )
        named = replace(a_named("BC", "party-2026"), **changes)
        yield Variant(f"a report without {name}", named, "party-2026")


def of_every_mark() -> Iterator[Variant]:
    for urgency in Urgency:
        yield Variant(f"{urgency.value} on a letter", a_letter(urgency=urgency))
        yield Variant(f"{urgency.value} on a plan", a_named("KH", urgency=urgency))
    notices: dict[str, Any] = {
        "circulation_notice": "XONG HỘI NGHỊ TRẢ LẠI",
        "draft_notice": "Dự thảo lần 2",
        "typist_mark": "VTH",
        "copies": 45,
    }
    yield Variant("all marks on a letter", a_letter(urgency=Urgency.EXPRESS, **notices))
    yield Variant("all marks on a plan", a_named("KH", urgency=Urgency.EXPRESS_AT_TIME, **notices))
    for name in ("circulation_notice", "draft_notice", "typist_mark"):
        yield Variant(f"{name} alone", a_letter(**{name: notices[name]}))
    yield Variant("a typist's mark and no list", a_letter(typist_mark="VTH", distribution=()))
    yield Variant(
        "a notice beside a long subject",
        a_letter(
            subject_summary="V/v " + words(45), circulation_notice="TÀI LIỆU HỘI NGHỊ, XEM XONG TRẢ LẠI BAN TỔ CHỨC"
        ),
    )
    many = tuple(f"Đảng ủy xã Hà Ninh {number}" for number in range(1, 47))
    for count in (43, 44, 45, 46):
        yield Variant(f"{count} recipients and a typist's mark", a_letter(distribution=many[:count], typist_mark="VTH"))


def of_every_block() -> Iterator[Variant]:
    numbered = (Heading(1, (Run("I- ĐẶC ĐIỂM, TÌNH HÌNH"),)), paragraph(40), Heading(2, (Run("1. Thuận lợi"),)))
    deep = (
        *numbered,
        Heading(3, (Run("1.1. Về kinh tế"),)),
        Heading(
            4,
            (Run("a) Nông nghiệp và những việc cần làm ngay trong vụ đông xuân để kịp thời vụ, không bỏ ruộng hoang"),),
        ),
        Heading(5, (Run("a1) Trồng trọt"),)),
        Heading(6, (Run("a1.1) Lúa"),)),
        *text(9),
    )
    yield Variant("headings of six levels", a_named("BC", body=deep))
    yield Variant(
        "headings only",
        a_named("BC", body=tuple(Heading(1 + k % 4, (Run(f"{k}. Mục {words(9)}"),)) for k in range(60))),
    )
    bases = tuple(
        Basis((Run(f"Căn cứ Quyết định số {k:02d}-QĐ/TU, ngày 0{k}/3/2024 của {words(12 * k)}"),)) for k in range(1, 6)
    )
    for pack in DAYS:
        yield Variant(f"bases by {pack}", a_named("QĐ", pack, body=(*bases, *text(3))), pack)
    yield Variant("bases alone", a_named("QĐ", body=bases))
    yield Variant("bases apart", a_named("QĐ", body=(bases[0], *text(1), bases[1], bases[2], *text(1), bases[3])))
    articles = tuple(
        block
        for k in range(1, 9)
        for block in (Article((Run(f"Điều {k}. Phạm vi điều chỉnh và đối tượng áp dụng {words(k * 3)}"),)), *text(2))
    )
    yield Variant("articles", a_named("QC", body=articles))
    divisions = tuple(
        block
        for k in range(1, 10)
        for block in (
            Division(tuple(DivisionKind)[k % 3], "II" if k % 2 else "thứ nhất", f"Những quy định {words(k * 2)}"),
            *text(2),
        )
    )
    yield Variant("divisions", a_named("QyĐ", body=divisions))
    yield Variant(
        "a division whose title has two lines",
        a_named("QC", body=(Division(DivisionKind.PART, "I", "Quy định\nchung"), *text(2))),
    )
    bullets = tuple(Bullet(1 + k % 4, (Run(words(6 + 9 * (k % 5), k % 11)),)) for k in range(24))
    yield Variant("bullets of four levels", a_letter(body=bullets))


def of_every_run() -> Iterator[Variant]:
    styles = (
        Run(words(9)),
        Run(" đậm " + words(9, 2), bold=True),
        Run(" nghiêng " + words(9, 3), italic=True),
        Run(" cả hai " + words(9, 4), bold=True, italic=True),
        Run(" "),
        Run("gạch chân " + words(9, 5), underline=True),
        Run(" "),
        Run("gạch đậm", bold=True, underline=True),
        Run(", 100 m"),
        Run("2", elevation=Elevation.RAISED),
        Run(" và H"),
        Run("2", elevation=Elevation.LOWERED),
        Run("O, " + words(20, 6)),
    )
    yield Variant("runs of every manner", a_letter(body=(Paragraph(styles), *text(2), Paragraph(styles * 3))))
    for align in Alignment:
        yield Variant(
            f"a paragraph set {align.value}",
            a_letter(body=(Paragraph(styles, align), paragraph(60, align=align), *text(1))),
        )
    for indent in (0.0, 5.0, 25.0, 60.0):
        yield Variant(f"a first line at {indent:g} mm", a_letter(body=(paragraph(50, indent=indent), *text(2))))
    odd = {
        "forced line ends": mixed("Nơi nhận hồ sơ:\n" + words(30) + "\nsố điện thoại 0225.000.000\n" + words(14)),
        "forced empty lines": mixed("Một dòng\n\n" + words(20) + "\n"),
        "a forced end at once": mixed("\n" + words(20)),
        "spaces doubled": mixed("Hai  dấu   cách " + words(20).replace(" ", "  ") + "   "),
        "spaces first": mixed("   ba dấu cách " + words(20)),
        "no-break spaces": mixed(
            words(9).replace(" ", "\u00a0") + " " + words(30) + "\u00a0\u00a0\u00a0rộng " + words(9)
        ),
        "only no-break spaces": mixed(words(120).replace(" ", "\u00a0")),
        "empty runs": Paragraph(
            (Run(""), Run(words(20)), Run("", bold=True), Run(" " + words(20), italic=True), Run(""))
        ),
        "runs that cut words": mixed(
            "Nghị quy", Run("ết số 1", bold=True), Run("8-NQ/", italic=True), "TW " + words(30)
        ),
        "a token wider than the line": mixed(words(8) + " " + TOKEN + " " + words(20)),
        "a token of one letter": mixed(words(8) + " " + "A" * 400 + " " + words(20)),
        "a token with a mark early": mixed(words(3) + " -" + "W" * 300 + " " + words(5)),
        "a token of many runs": Paragraph(tuple(Run("abcđê" * 12, bold=k % 2 == 0) for k in range(6))),
        "missing characters": mixed("Kýtự lạ: 中文 字 🙂 ☃ " + words(30)),
        "hyphens that do not break": mixed(words(30).replace(" ", " a\u2011b\u2010c ")),
        "a dash between words": mixed(words(40).replace(" ", " - ")),
        "long numbers": mixed("Số tiền " + "123.456.789 đồng, " * 30),
        "raised alone": Paragraph((Run(words(20), elevation=Elevation.RAISED),)),
        "underlined throughout": Paragraph((Run(words(60), underline=True),)),
        "underline with double spaces": Paragraph(
            (Run(words(10)), Run("  gạch  chân  ", underline=True), Run(words(30)))
        ),
    }
    for name, block in odd.items():
        yield Variant(name, a_letter(body=(block, *text(2))))
    yield Variant("empty paragraphs", a_letter(body=(mixed(""), *text(1), mixed(""), mixed(" "), *text(1), mixed())))
    yield Variant("only empty paragraphs", a_letter(body=(mixed(""), mixed(" "), mixed())))
    yield Variant("missing characters in the head", a_letter(issuing_body="BAN 中文", place="☃", subject_summary="🙂"))
    yield Variant("a token in every list", a_letter(addressees=(TOKEN, TOKEN), distribution=(TOKEN, TOKEN)))
    yield Variant("a token for a name", a_letter(signing=(Signing("TRƯỞNGBAN" * 9, "PHÓ" * 30, "Nguyễn" * 12),)))


def of_every_page() -> Iterator[Variant]:
    setups = {
        "A5": PageSetup(size=PaperSize.A5),
        "landscape": PageSetup(orientation=Orientation.LANDSCAPE),
        "A5 landscape": PageSetup(PaperSize.A5, Orientation.LANDSCAPE),
        "body of 15": PageSetup(body_size=15.0),
        "pitch of 22": PageSetup(leading=22.0),
        "gap of 10": PageSetup(gap=10.0),
        "gap of 15": PageSetup(gap=15.0),
        "no gap": PageSetup(gap=0.0),
        "all at their largest": PageSetup(body_size=15.0, leading=22.0, gap=10.0),
    }
    for name, setup in setups.items():
        yield Variant(f"a letter on {name}", a_letter(page=setup, body=text(14)))
        yield Variant(f"a plan on {name}", a_named("KH", page=setup, body=text(9)))
        if name != "A5 landscape":  # test_tall_head.py: there the head is taller than the page
            long_names = a_letter(page=setup, issuing_body=LONG_ISSUER, parent_body=LONG_PARENT, place=LONG_PLACE)
            yield Variant(f"long names on {name}", long_names)
        many = tuple(f"Đảng ủy xã Hà Ninh {number}" for number in range(1, 42))
        yield Variant(f"many recipients on {name}", a_letter(page=setup, distribution=many))
    yield Variant("duplex", a_letter(body=text(30)), duplex=True)
    yield Variant("duplex with a long list", a_letter(distribution=tuple(SENTENCES) * 6, body=text(9)), duplex=True)
    stop, two = PageBreak(), text(2)
    breaks: dict[str, tuple[Block, ...]] = {
        "in the middle": (*two, stop, *two),
        "doubled": (*two, stop, stop, *two),
        "first": (stop, *two),
        "last": (*two, stop),
        "before the last line": (*two, stop, mixed("Trân trọng.")),
        "after a heading": (*two, Heading(1, (Run("I- MỤC"),)), stop, *two),
        "before a heading": (*two, stop, Heading(1, (Run("I- MỤC"),)), *two),
        "before a division": (*two, stop, Division(DivisionKind.CHAPTER, "II", "Tổ chức"), *two),
        "thrice": (*two, stop, *two, stop, *two, stop, *two),
    }
    for name, body in breaks.items():
        yield Variant(f"a page break {name}", a_letter(body=body))
    yield Variant("a page break alone", a_letter(body=(stop,)))


def of_every_remainder() -> Iterator[Variant]:
    """Texts whose signature comes to stand at every distance from the foot of the page."""
    for lines in range(1, 42):
        yield Variant(f"{lines} short lines", a_letter(body=tuple(mixed(f"{k}. Việc cần làm.") for k in range(lines))))
    for count in range(300, 620, 8):
        ending = (mixed("Trân trọng."),) if count % 3 else ()
        yield Variant(
            f"{count} words",
            a_letter(body=(paragraph(count // 3), paragraph(count // 3, 2), paragraph(count // 3, 4), *ending)),
        )
    for count in range(4, 40, 3):
        body = tuple(
            block
            for k in range(count)
            for block in (Heading(2, (Run(f"{k + 1}. Mục"),)), paragraph(9 + 11 * (k % 4), k % 11))
        )
        yield Variant(f"{count} headings with their texts", a_named("HD", body=body))


def all_variants() -> list[Variant]:
    """Every variant, each with a name of its own."""
    return [
        *of_every_type(),
        *of_every_count(),
        *of_every_name(),
        *of_every_lack(),
        *of_every_mark(),
        *of_every_block(),
        *of_every_run(),
        *of_every_page(),
        *of_every_remainder(),
    ]
