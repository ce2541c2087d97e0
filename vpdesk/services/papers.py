"""The papers of an office: from their values to their pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from vpdesk.domain.pack import RulePack, read_pack
from vpdesk.domain.papers import (
    ArrivalStamp,
    Envelope,
    ForwardingSlip,
    HandlingSlip,
    IntroductionLetter,
    Letterhead,
    SubmissionSlip,
    TransmittalSlip,
)
from vpdesk.domain.rulebook import Rulebook
from vpdesk.layout import papers
from vpdesk.layout.content import Content
from vpdesk.layout.engine import Typesetter
from vpdesk.layout.frame import PagedDocument
from vpdesk.layout.geometry import mm
from vpdesk.layout.norms import read_norms
from vpdesk.layout.papers import Forms
from vpdesk.paths import resource
from vpdesk.services.desk import Desk
from vpdesk.services.rules import choose_pack, read_tree

P = TypeVar("P", IntroductionLetter, TransmittalSlip, ForwardingSlip, SubmissionSlip, HandlingSlip)


def introduction_letter(desk: Desk, letter: IntroductionLetter) -> PagedDocument:
    """Giấy giới thiệu."""
    return _lay_out(desk, letter, papers.introduction_letter)


def transmittal_slip(desk: Desk, slip: TransmittalSlip) -> PagedDocument:
    """Phiếu gửi."""
    return _lay_out(desk, slip, papers.transmittal_slip)


def forwarding_slip(desk: Desk, slip: ForwardingSlip) -> PagedDocument:
    """Phiếu chuyển."""
    return _lay_out(desk, slip, papers.forwarding_slip)


def submission_slip(desk: Desk, slip: SubmissionSlip) -> PagedDocument:
    """Phiếu trình."""
    return _lay_out(desk, slip, papers.submission_slip)


def handling_slip(desk: Desk, slip: HandlingSlip) -> PagedDocument:
    """Phiếu giải quyết văn bản đến."""
    return _lay_out(desk, slip, papers.handling_slip)


def envelope(desk: Desk, envelope: Envelope) -> PagedDocument:
    """The address side of an envelope."""
    return papers.envelope(envelope, load_words(), desk.fonts)


def arrival_label(desk: Desk, stamp: ArrivalStamp) -> PagedDocument:
    """The stamp ĐẾN on a label of its own size."""
    words = load_words()
    return papers.stamp_alone(papers.arrival_stamp(stamp, words, desk.fonts), words, stamp.body, desk.fonts)


def stamp_arrival(desk: Desk, document: PagedDocument, stamp: ArrivalStamp, left: float, top: float) -> PagedDocument:
    """A document with the stamp ĐẾN on its first page, so many millimetres from its left and its upper edge."""
    return papers.stamped(document, papers.arrival_stamp(stamp, load_words(), desk.fonts), mm(left), mm(top))


def load_words() -> RulePack:
    """The words and figures of the papers.

    Raises FaultyRules with the key that is wrong, FileNotReadable when the file cannot be read.
    """
    return read_pack(read_tree(resource("papers.toml")), {})


def _lay_out(desk: Desk, paper: P, compose: Callable[[P, Forms], Content]) -> PagedDocument:
    pack = _pack_of(desk, paper.letterhead)
    content = compose(paper, Forms(load_words(), Rulebook(pack)))
    return Typesetter(desk.fonts).lay_out(content, partial(read_norms, pack))


def _pack_of(desk: Desk, letterhead: Letterhead) -> RulePack:
    pack, _ = choose_pack(desk.packs, letterhead.cover(""), None)
    return pack
