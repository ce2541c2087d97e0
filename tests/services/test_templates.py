"""The shipped templates: each parses, is named, and sets without a finding for every body that is offered it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from support.builders import a_dispatch, a_paragraph, write_file

from vpdesk.domain.blanks import BLANK, BODY, COMMITTEE, find_blanks
from vpdesk.domain.body import Basis, Bullet, plain_text
from vpdesk.domain.catalog import SubjectPlace
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.dispatch_file import format_dispatch
from vpdesk.domain.errors import FaultyDispatch, FaultyRules, FileNotReadable
from vpdesk.domain.pack import RulePack
from vpdesk.domain.passages import passages
from vpdesk.domain.rulebook import Rulebook
from vpdesk.domain.templates import NO_BODY, Template, offered
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.rules import Packs
from vpdesk.services.templates import load_templates, start_from
from vpdesk.services.typesetting import lay_out

TEMPLATES = load_templates(resource("templates"))
ASKED_FOR = "CV KH HD BC TB QĐ TTr GM CTr BB NQ KL GGT PG PC".split()
OLD, NEW = ("party-2018", date(2025, 3, 4)), ("party-2026", date(2026, 9, 3))

each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)


@dataclass(frozen=True)
class Office:
    """An invented body with what its records would give."""

    issuing_body: str
    parent_body: str
    symbol: str
    named: str
    committee: str
    signing: Signing

    def fill(self, draft: Dispatch, pack: RulePack, day: date) -> Dispatch:
        """The draft as it stands when the officer begins."""
        kind = Rulebook(pack).document_type(draft.document_type)
        assert kind is not None
        return replace(
            draft,
            issuing_body=self.issuing_body,
            parent_body=self.parent_body,
            symbol=f"{kind.symbol}/{self.symbol}",
            place="Hà Ninh",
            date=day,
            signing=draft.signing or (self.signing,),
        )

    @property
    def known(self) -> dict[str, str]:
        return {BODY: self.named, COMMITTEE: self.committee}


DEPUTY = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
HEAD = Signing(None, "TRƯỞNG BAN", "Lê Thu Mai")
SECRETARY = Signing("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Hoàng Văn Sơn")
OFFICES = (
    Office("BAN TUYÊN GIÁO", "HUYỆN ỦY HÀ NINH", "BTGHU", "Ban Tuyên giáo Huyện ủy", "Huyện ủy", DEPUTY),
    Office("BAN XÂY DỰNG ĐẢNG", "ĐẢNG ỦY XÃ HÀ NINH", "BXDĐ", "Ban Xây dựng Đảng", "Đảng ủy", HEAD),
    Office("HUYỆN ỦY HÀ NINH", "ĐẢNG BỘ TỈNH BẮC HÀ", "HU", "Huyện ủy", "Tỉnh ủy", SECRETARY),
    Office("ĐẢNG ỦY XÃ HÀ NINH", "ĐẢNG BỘ TỈNH BẮC HÀ", "ĐU", "Đảng ủy", "Tỉnh ủy", SECRETARY),
    Office(
        "CHI BỘ THÔN ĐÔNG", "ĐẢNG BỘ XÃ HÀ NINH", "CB", "Chi bộ", "Đảng ủy", Signing("T/M CHI BỘ", "BÍ THƯ", "Vũ An")
    ),
)


def test_every_type_that_was_asked_for_has_a_template() -> None:
    assert set(ASKED_FOR) <= {template.document_type for template in TEMPLATES}


def test_every_file_of_the_folder_is_in_the_index() -> None:
    files = {path.name.removesuffix(".dispatch.json") for path in resource("templates").glob("*.dispatch.json")}

    assert len(TEMPLATES) == len(files)
    assert {template.key for template in TEMPLATES} == files


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_templates_have_one_name(language: str) -> None:
    assert len({template.name.in_language(language) for template in TEMPLATES}) == len(TEMPLATES)


@each_template
def test_what_the_records_give_is_left_out(template: Template) -> None:
    dispatch = template.dispatch

    assert dispatch.issuing_body == NO_BODY
    for member in ("parent_body", "number", "symbol", "place", "date", "rules"):
        assert getattr(dispatch, member) is None
    assert all(one.name is None for one in dispatch.signing)


def test_minutes_are_signed_by_two() -> None:
    (minutes,) = [template for template in TEMPLATES if template.document_type == "BB"]

    assert [one.position for one in minutes.dispatch.signing] == ["NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"]


@each_template
def test_a_text_has_blanks_with_hints_and_no_bracket_besides(template: Template) -> None:
    assert all(blank.words and not blank.to_confirm for blank in find_blanks(template.dispatch))
    assert len(find_blanks(template.dispatch)) > 3
    for text in texts(template):
        assert not set("[]") & set(BLANK.sub("", text)), text


def texts(template: Template) -> Iterator[str]:
    return (passage.text for passage in passages(template.dispatch))


@each_template
def test_a_text_is_in_the_forms_of_the_party(template: Template) -> None:
    for text in texts(template):
        assert "./." not in text
        assert not re.search(r"\b(?:TM|KT|TL|TUQ)\.|V/v|Như kính gửi|Lưu: |VT[,.]", text), text
        assert text == text.strip(), text
        assert "  " not in text, text


@each_template
def test_signs_and_closing_marks_of_lists_are_left_to_the_rules(template: Template) -> None:
    dispatch = template.dispatch
    bases = [plain_text(block.runs) for block in dispatch.body if isinstance(block, Basis)]
    for line in (*dispatch.addressees, *dispatch.distribution, *bases):
        assert not line.endswith((",", ";", ".")), line
        assert not line.startswith(("-", "+")), line
    for block in dispatch.body:
        if isinstance(block, Bullet):
            assert not plain_text(block.runs).startswith(("-", "+"))


@each_template
def test_a_letter_says_as_above_first(template: Template) -> None:
    if template.dispatch.addressees:
        assert template.dispatch.distribution[0] == "Như trên"


@each_template
@pytest.mark.parametrize("rules", [OLD, NEW], ids=["party-2018", "party-2026"])
def test_a_template_sets_without_a_finding_for_every_body_offered_it(
    desk: Desk, template: Template, rules: tuple[str, date]
) -> None:
    pack, day = desk.packs[rules[0]], rules[1]
    offices = [office for office in OFFICES if offered([template], office.issuing_body, pack)]

    assert offices
    for office in offices:
        laid_out = lay_out(desk, office.fill(start_from(template, desk.packs, pack, office.known), pack, day))
        assert (laid_out.pack, laid_out.findings) == (pack, ()), office.issuing_body


def test_a_board_is_not_offered_what_only_a_committee_or_a_cell_issues(packs: Packs) -> None:
    board = {template.document_type for template in offered(TEMPLATES, "BAN TUYÊN GIÁO", packs[OLD[0]])}
    everything = {template.document_type for template in TEMPLATES}

    assert everything - board == {"NQ", "KL"}
    assert offered(TEMPLATES, "BAN TUYÊN GIÁO", packs[OLD[0]], unusual=True) == TEMPLATES


def test_a_cell_is_offered_its_own_resolution_and_no_guidance(packs: Packs) -> None:
    cell = offered(TEMPLATES, "CHI BỘ THÔN ĐÔNG", packs[NEW[0]])

    assert [template.key for template in cell if template.document_type == "NQ"] == ["nghi-quyet-chi-bo"]
    assert not [template for template in cell if template.document_type == "HD"]


@pytest.mark.parametrize(("rules", "prefix"), [("party-2018", "V/v "), ("party-2026", "về việc ")])
def test_a_draft_from_a_template_follows_the_rules_and_names_the_body(packs: Packs, rules: str, prefix: str) -> None:
    letters = [template for template in TEMPLATES if template.document_type == "CV"]
    for template in letters:
        draft = start_from(template, packs, packs[rules], OFFICES[0].known)

        assert (draft.subject_summary or "").startswith(prefix)
        assert draft.distribution[-1] == "Lưu Ban Tuyên giáo Huyện ủy"
        assert not {BODY, COMMITTEE} & {blank.words for blank in find_blanks(draft) if blank.path[0] == "body"}


def test_only_letters_get_a_prefix(packs: Packs) -> None:
    for template in TEMPLATES:
        kind = Rulebook(packs["party-2018"]).document_type(template.document_type)
        assert kind is not None
        draft = start_from(template, packs, packs["party-2018"])
        changed = draft.subject_summary != template.dispatch.subject_summary
        assert changed == (kind.subject is SubjectPlace.UNDER_NUMBER)


def test_a_draft_from_an_earlier_dispatch_marks_its_day_and_follows_the_new_rules(packs: Packs) -> None:
    earlier = a_dispatch(rules="party-2018", body=(a_paragraph("Báo cáo trước ngày 10/3/2025."),))
    draft = start_from(earlier, packs, packs["party-2026"])

    assert (draft.number, draft.date, draft.rules) == (None, None, None)
    assert draft.subject_summary == "về việc mở lớp bồi dưỡng"
    assert [blank.words for blank in find_blanks(draft)] == ["10/3/2025", "Đỗ Khánh Linh"]


@pytest.mark.parametrize("rules", ["state-2020", "party-1997", None])
def test_rules_that_no_day_chooses_stay_with_the_draft(packs: Packs, rules: str | None) -> None:
    draft = start_from(a_dispatch(rules=rules), packs, packs["state-2020"])

    assert draft.rules == rules


def test_an_officers_own_folder_needs_no_index(tmp_path: Path) -> None:
    (tmp_path / "Giấy mời giao ban.dispatch.json").write_text(format_dispatch(a_dispatch("GM")), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    (own,) = load_templates(tmp_path)

    assert (own.key, own.name.vi, own.document_type) == ("Giấy mời giao ban", "Giấy mời giao ban", "GM")


def test_a_folder_that_is_not_there_has_no_templates(tmp_path: Path) -> None:
    assert load_templates(tmp_path / "none") == ()


def test_a_template_that_is_broken_is_told_of(tmp_path: Path) -> None:
    write_file(tmp_path / "broken.dispatch.json", colour="red")

    with pytest.raises(FaultyDispatch):
        load_templates(tmp_path)


def test_an_index_without_its_file_or_without_sense_is_told_of(tmp_path: Path) -> None:
    caption = '{ vi = "Mẫu", en = "Template" }'
    entry = f'group = "a"\nname = {caption}\ndescription = {caption}\n'
    (tmp_path / "index.toml").write_text(f"[groups]\na = {caption}\n[templates.none]\n{entry}", encoding="utf-8")
    with pytest.raises(FileNotReadable):
        load_templates(tmp_path)

    (tmp_path / "index.toml").write_text("[groups", encoding="utf-8")
    with pytest.raises(FaultyRules):
        load_templates(tmp_path)
