"""What follows on an issued document: drafts that are linked with it from their first day, and certified copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.papers_out import HEAD, TEXT, issued, signed_off
from support.seats import seated, sit

from vpdesk.domain.blanks import find_blanks
from vpdesk.domain.body import Paragraph, plain_text
from vpdesk.domain.dispatch import CopyKind, Signing
from vpdesk.domain.drafts import Draft
from vpdesk.domain.errors import CopyDiffers, LineEnded, NotPermitted
from vpdesk.domain.issuing import Issued, IssueOrder
from vpdesk.domain.outgoing import LineState, LinkKind
from vpdesk.services import drafting, issued_papers, issuing, outgoing, signoff
from vpdesk.services.desk import Desk
from vpdesk.services.followups import begin_copy, begin_followup
from vpdesk.services.links import registered
from vpdesk.services.office import found_sample

TODAY = date(2024, 12, 24)


@pytest.fixture
def desk(store_desk: Desk) -> Desk:
    """A desk of the sample office, where Hạnh sits, its clerk."""
    found_sample(store_desk)
    sit(store_desk, "Hạnh")
    return store_desk


@pytest.fixture
def one(desk: Desk) -> Issued:
    """An issued letter."""
    return issued(desk, [signed_off(desk)])[0]


def sign(desk: Desk, draft: UUID) -> Draft:
    """Hạnh's draft, submitted and signed off."""
    signoff.submit(desk, draft)
    with seated(desk, "Khôi"):
        return signoff.sign(desk, draft, signoff.read(desk, draft).version.number)


@pytest.mark.parametrize("kind", [LinkKind.REPLACES, LinkKind.AMENDS])
def test_what_replaces_or_amends_begins_with_the_same_text_and_no_number(
    desk: Desk, one: Issued, kind: LinkKind
) -> None:
    text = begin_followup(desk, one.line.id, kind).dispatch

    assert (text.document_type, text.body, text.number, text.date) == ("CV", TEXT.body, None, None)
    assert text.signing[0].name == HEAD.name


@pytest.mark.parametrize(("kind", "word"), [(LinkKind.CORRECTS, "đính chính"), (LinkKind.RECALLS, "thu hồi")])
def test_what_corrects_or_recalls_is_a_letter_that_names_the_document(
    desk: Desk, one: Issued, kind: LinkKind, word: str
) -> None:
    text = begin_followup(desk, one.line.id, kind).dispatch
    words = " ".join(plain_text(block.runs) for block in text.body if isinstance(block, Paragraph))

    assert text.document_type == "CV"
    assert text.subject_summary == f"V/v {word} Công văn số 01-CV/BTGHU"
    assert "số 01-CV/BTGHU" in words
    assert word in words
    assert "24 tháng 12 năm 2024" in words
    assert text.addressees == one.line.recipients
    assert list(find_blanks(text)), "what only the drafter knows waits to be filled in"


def test_both_sides_show_the_link_before_the_draft_is_issued_and_after(desk: Desk, one: Issued) -> None:
    draft = begin_followup(desk, one.line.id, LinkKind.REPLACES).draft
    (before,) = outgoing.detail(desk, one.line.id).links
    assert (before.is_draft, before.is_passive, before.record) == (True, True, draft.id)
    assert [link.reference for link in registered(desk, draft.id).links] == [one.line.reference]
    (later,) = issuing.issue(desk, [_order(sign(desk, draft.id))])

    (of_old,) = outgoing.detail(desk, one.line.id).links
    (of_new,) = outgoing.detail(desk, later.line.id).links
    assert (of_old.reference, of_old.is_passive, of_old.is_draft) == ("02-CV/BTGHU", True, False)
    assert (of_new.reference, of_new.is_passive) == ("01-CV/BTGHU", False)
    assert registered(desk, draft.id).line == later.line


def test_a_draft_that_others_may_not_read_is_told_to_nobody_else(desk: Desk, one: Issued) -> None:
    begin_followup(desk, one.line.id, LinkKind.REPLACES)
    with seated(desk, "Khôi"):
        assert outgoing.detail(desk, one.line.id).links == ()


def test_a_draft_that_was_given_up_leaves_no_link(desk: Desk, one: Issued) -> None:
    draft = begin_followup(desk, one.line.id, LinkKind.AMENDS).draft
    drafting.delete(desk, draft.id)
    assert outgoing.detail(desk, one.line.id).links == ()
    drafting.empty_bin(desk)
    assert outgoing.detail(desk, one.line.id).links == ()


def test_a_void_number_has_nothing_to_follow_it(desk: Desk, one: Issued) -> None:
    outgoing.void(desk, one.line.id, one.line.version, "in sai")
    with pytest.raises(LineEnded):
        begin_followup(desk, one.line.id, LinkKind.REPLACES)


def test_another_drafter_replaces_no_text_that_he_may_not_read(desk: Desk, one: Issued) -> None:
    with seated(desk, "Bách"), pytest.raises(NotPermitted):
        begin_followup(desk, one.line.id, LinkKind.REPLACES)


def test_a_whole_copy_says_what_was_issued_under_a_number_of_its_own(desk: Desk, one: Issued) -> None:
    draft = begin_copy(desk, one.line.id, CopyKind.WHOLE).draft
    (copy,) = issuing.issue(desk, [_order(sign(desk, draft.id))])

    assert (copy.line.reference, copy.line.state) == ("01-BS/BTGHU", LineState.ISSUED)
    assert (copy.dispatch.number, copy.dispatch.date) == (1, TODAY)
    assert copy.dispatch.certified_copy is not None
    assert copy.dispatch.certified_copy.number == 1
    (link,) = outgoing.detail(desk, copy.line.id).links
    assert (link.link.kind, link.reference) == (LinkKind.COPY_OF, "01-CV/BTGHU")


def test_a_whole_copy_with_another_text_takes_no_number_an_extract_does(desk: Desk, one: Issued) -> None:
    for kind in (CopyKind.WHOLE, CopyKind.EXTRACT):
        draft = begin_copy(desk, one.line.id, kind).draft
        drafting.save(desk, draft, replace(draft.dispatch, body=draft.dispatch.body[:-1] or TEXT.body * 2))
        order = _order(sign(desk, draft.id))
        if kind is CopyKind.WHOLE:
            with pytest.raises(CopyDiffers):
                issuing.issue(desk, [order])
        else:
            assert issuing.issue(desk, [order])[0].line.reference == "01-BS/BTGHU"


def test_the_pages_of_an_issued_paper_are_pictures_of_what_was_stored(desk: Desk, one: Issued) -> None:
    pdf = outgoing.issued_pdf(desk, one.line.id)
    paper = issued_papers.read_paper(pdf)
    picture = issued_papers.picture_of(paper, 0, 1.0)

    assert paper.pdf == pdf
    assert [round(size.width) for size in paper.sizes] == [595]
    assert abs(picture.width - 595) <= 1
    assert len(picture.pixels) == 3 * picture.width * picture.height
    assert min(picture.pixels) < 100 < max(picture.pixels)


def test_envelopes_and_slips_name_each_recipient(desk: Desk) -> None:
    text = replace(TEXT, addressees=("Các chi bộ", "Đảng ủy xã Tân Liên"), distribution=("Như trên", "Lưu BTG"))
    (one,) = issued(desk, [signed_off(desk, text)])
    to_send = outgoing.detail(desk, one.line.id).deliveries[:2]

    for made in (issued_papers.envelopes, issued_papers.slips):
        document = made(desk, one.line.id, to_send)
        words = [
            " ".join(ink.text for _x, _y, ink, _c in page.inks() if hasattr(ink, "text")) for page in document.pages
        ]
        assert len(words) == 2
        assert "chi bộ" in words[0]
        assert "Tân Liên" in words[1]
        assert all("01-CV/BTGHU" in one for one in words)


def _order(draft: Draft) -> IssueOrder:
    return IssueOrder(draft.id, draft.version, TODAY)


def test_a_copy_is_signed_in_its_own_block(desk: Desk, one: Issued) -> None:
    draft = begin_copy(desk, one.line.id, CopyKind.WHOLE).draft
    assert draft.dispatch.certified_copy is not None
    assert draft.dispatch.certified_copy.signing == (Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi"),)
