"""Every act of the services against every role: who may do it, and that the others are refused and change nothing."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest
from support.books import a_series
from support.builders import a_dispatch
from support.case_acts import CASE_ACTS, CASE_MODULES, CASE_PARTS, CasePapers, case_papers
from support.needs import ROOT
from support.seats import an_officer, officer_named, seated
from support.stores import TickingClock

from vpdesk.domain.arriving import FIRST_BOOK, ArrivalEntry
from vpdesk.domain.attachments import file_digest
from vpdesk.domain.book import Book, Keeper
from vpdesk.domain.book_pages import BookPage
from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.deadlines import DeadlineRules
from vpdesk.domain.dispatch import CopyKind, Signing
from vpdesk.domain.drafts import Draft, DraftQuery, Output, TemplateChange
from vpdesk.domain.errors import NoSuchRecord, NotPermitted, NotSignatory, NotSignedIn, TermInUse
from vpdesk.domain.handling import AssigneeEntry, DirectiveEntry, HandlingState
from vpdesk.domain.import_fields import BookField, ImportPlan
from vpdesk.domain.importing import Counts, ImportBatch, Report
from vpdesk.domain.incoming import ArrivalBook, IncomingDocument
from vpdesk.domain.issuing import ExternalLetter, IssueOrder
from vpdesk.domain.office import WayOfWorking
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Signatory, StandIn
from vpdesk.domain.outgoing import Delivery, LinkKind, RegisterLine
from vpdesk.domain.outgoing_list import OutgoingQuery
from vpdesk.domain.register import BookKind, BookScope, year_days
from vpdesk.domain.reorganising import Reorganised
from vpdesk.domain.reports import Column, ReportKind, ReportRow, ReportScope, ReportTable
from vpdesk.domain.reports import Report as RegisterReport
from vpdesk.domain.roles import Role
from vpdesk.domain.search_query import Search
from vpdesk.domain.series import Numbering
from vpdesk.domain.signoff import NewRemark
from vpdesk.domain.workdays import Holiday
from vpdesk.paths import Places
from vpdesk.services import (
    answers,
    arrival_papers,
    bodies,
    book_files,
    book_locks,
    books,
    deadlines,
    desks,
    drafting,
    entrance,
    file_copies,
    files,
    finding,
    followups,
    handling,
    import_files,
    importing,
    issued_papers,
    issuing,
    links,
    numbers,
    office,
    outgoing,
    people,
    phrases,
    receiving,
    report_drafts,
    report_files,
    reports,
    signatories,
    signoff,
    slips,
    verifying,
    ways,
    work_in_hand,
)
from vpdesk.services.desk import Desk
from vpdesk.settings import Settings

HEAD, OUTSIDE = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi"), Signing(None, "GIÁM ĐỐC", "Lò Thị Xuyến")
TEXT = a_dispatch(number=None, date=None, signing=(HEAD, OUTSIDE))
WHY = (NewRemark("Nói rõ hơn"),)
DAY = date(2024, 12, 30)
TODAY = date(2024, 12, 24)
LATER = datetime(2024, 12, 27, 10, tzinfo=UTC)
ARRIVING = ArrivalEntry(sender="Huyện ủy", reference="12-CV/HU")
PAPER = ROOT / "docs/pictures/page-1.png"
OTHER_BOOK = ArrivalBook(UUID(int=9), "Đơn, thư", 1)
STANDING_IN, STAND_IN = UUID(int=7), UUID(int=8)
"""Days of standing in: some on record, others that an act takes in."""
OTHER_NAME = BodyVersion(UUID(int=5), None, "BAN TUYÊN GIÁO VÀ DÂN VẬN", "BTGDVHU", "Hà Ninh")
SENT = (Delivery(UUID(int=9), UUID(int=10), 0, "Các chi bộ"),)

OLD_BOOK = ImportPlan(BookKind.OUTGOING, 0, 1, (BookField.REFERENCE, BookField.DOCUMENT_DATE, BookField.SUBJECT))
OLD_REPORT = Report("old.csv", OLD_BOOK, "", Counts())
BOOK = BookScope(BookKind.OUTGOING, year_days(2024))
REPORT = RegisterReport(
    ReportScope(ReportKind.DUE),
    Keeper("BAN TUYÊN GIÁO"),
    "Văn bản quá hạn",
    "Số liệu đến ngày 24/12/2024",
    "",
    (ReportTable("Văn bản quá hạn", (Column("Số đến", 1),), (ReportRow(("07",)),)),),
    TODAY,
)
FILES = "files"
"""The folder of the files beside a store."""

LATER_DAY = date(2025, 1, 6)
DONE = HandlingState.DONE
DIRECTIVE = DirectiveEntry("Tham mưu trả lời", AssigneeEntry("Phòng Tổng hợp"), due_on=DAY)
DRAFTER, CLERK, HEAD_ROLE, ADMINISTRATOR = Role.DRAFTER, Role.CLERK, Role.HEAD, Role.ADMINISTRATOR
DRAFTING = {DRAFTER, CLERK, HEAD_ROLE}
READING = {CLERK, HEAD_ROLE}
REGISTERS = {DRAFTER, CLERK, HEAD_ROLE}
EVERYBODY = set(Role)


@dataclass(frozen=True)
class Papers:
    """What the acts are tried on, all of it another officer's: a draft, and dispatches at each station."""

    body: UUID
    draft: Draft
    sent_back: Draft
    to_check: UUID
    submitted: UUID
    signed_off: Draft
    template: TemplateChange
    remark: UUID
    series: UUID
    page: BookPage
    """A page of a book that was printed."""
    line: RegisterLine
    held: RegisterLine
    lent: UUID
    arrival: IncomingDocument
    file: UUID
    before_head: UUID
    directed: UUID
    finished: UUID
    """Arrivals in work, none of them the officer's."""
    cases: CasePapers


def sign_what_was_read(desk: Desk, at: Papers) -> object:
    """Sign as whoever may read it would; the records say whose it is after that."""
    try:
        return signoff.sign(desk, at.submitted, signoff.read(desk, at.submitted).version.number)
    except NotSignatory:
        return None


def on_cases(act: Callable[[Desk, CasePapers], object]) -> Callable[[Desk, Papers], object]:
    """An act on case files, as the table has the others."""
    return lambda desk, at: act(desk, at.cases)


def old_book(desk: Desk) -> Path:
    """An old book of one line."""
    path = desk.places.data / "old.csv"
    path.write_text("Số,Ngày,Trích yếu\n09-CV/BTGHU,4/1/2021,Công văn\n", encoding="utf-8")
    return path


def take_in(desk: Desk) -> ImportBatch:
    """Take the old book in as it is counted."""
    path = old_book(desk)
    report = replace(OLD_REPORT, digest=file_digest(path.read_bytes()), counts=Counts(new=1))
    return importing.apply(desk, path, report)


def print_book(desk: Desk, _at: Papers) -> object:
    """Print a book that is in hand already: reading it takes a right of its own."""
    book = Book(BOOK, Keeper("BAN TUYÊN GIÁO"), (), "0-0")
    return books.print_pages(desk, books.typeset(desk, book))


def read_issued(desk: Desk, at: Papers) -> object:
    """Ask for the paper of a line that has none here: whoever may ask is told so."""
    with suppress(NoSuchRecord):
        return outgoing.issued_pdf(desk, at.line.id)
    return None


def copy_line(desk: Desk, at: Papers) -> object:
    """Begin a copy of a document whose text is not here: whoever may ask is told so."""
    with suppress(NoSuchRecord):
        return followups.begin_copy(desk, at.line.id, CopyKind.WHOLE)
    return None


def body_at(desk: Desk, at: Papers) -> IssuingBody:
    """The body of the papers, as the store has it."""
    with desk.store.reading() as work:
        return work.organisation.body(at.body)


def head_of(desk: Desk) -> UUID:
    """The head of the office."""
    return officer_named(desk, "Khôi").id


def drop_term(desk: Desk, at: Papers) -> object:
    """Drop a term in which numbers were taken: whoever may ask is told so."""
    with suppress(TermInUse):
        return bodies.drop_term(desk, at.body, body_at(desk, at).terms[0].id)
    return None


def succeed_head(desk: Desk, at: Papers) -> object:
    """Let somebody new be the head."""
    head, *_others = body_at(desk, at).signatories
    return signatories.succeed(desk, at.body, head.id, replace(head, id=UUID(int=1)), DAY)


def put_stand_in(desk: Desk, at: Papers) -> object:
    """Let the deputy stand in for a day."""
    _head, deputy = body_at(desk, at).signatories
    return signatories.put_stand_in(desk, at.body, StandIn(STAND_IN, deputy.id, Days(DAY, DAY)))


ACTS: dict[str, tuple[Callable[[Desk, Papers], object], set[Role]]] = {
    # Drafts of one's own, and lists: an act here is on nobody else's paper.
    "drafting.begin": (lambda desk, at: drafting.begin(desk, TEXT, at.body), DRAFTING),
    "drafting.drafts": (lambda desk, at: drafting.drafts(desk, DraftQuery()), EVERYBODY),
    "drafting.counts": (lambda desk, at: drafting.counts(desk), EVERYBODY),
    "drafting.earlier_values": (lambda desk, at: drafting.earlier_values(desk), DRAFTING),
    "drafting.empty_bin": (lambda desk, at: drafting.empty_bin(desk), DRAFTING),
    "drafting.templates": (lambda desk, at: drafting.templates(desk), DRAFTING),
    "drafting.save_template": (lambda desk, at: drafting.save_template(desk, "Mẫu", TEXT), DRAFTING),
    "drafting.delete_template": (lambda desk, at: drafting.delete_template(desk, UUID(int=0)), DRAFTING),
    "desks.desk_of": (lambda desk, at: desks.desk_of(desk), EVERYBODY),
    "signoff.queue": (lambda desk, at: signoff.queue(desk), EVERYBODY),
    "office.set_unusual_types": (lambda desk, at: office.set_unusual_types(desk, True), {ADMINISTRATOR}),
    "office.set_office_setting": (lambda desk, at: office.set_office_setting(desk, "x", "y"), {ADMINISTRATOR}),
    "office.officer_setting": (lambda desk, at: office.officer_setting(desk, "x"), EVERYBODY),
    "office.set_officer_setting": (lambda desk, at: office.set_officer_setting(desk, "x", "y"), EVERYBODY),
    "signatories.bodies": (lambda desk, at: signatories.bodies(desk), {ADMINISTRATOR}),
    "signatories.put_signatory": (
        lambda desk, at: signatories.put_signatory(desk, at.body, Signatory(UUID(int=1), "Người Mới", "TRƯỞNG BAN")),
        {ADMINISTRATOR},
    ),
    "signatories.succeed": (succeed_head, {ADMINISTRATOR}),
    "signatories.end": (
        lambda desk, at: signatories.end(desk, at.body, body_at(desk, at).signatories[0].id, DAY),
        {ADMINISTRATOR},
    ),
    "signatories.put_stand_in": (put_stand_in, {ADMINISTRATOR}),
    "signatories.drop_stand_in": (
        lambda desk, at: signatories.drop_stand_in(desk, at.body, STANDING_IN),
        {ADMINISTRATOR},
    ),
    "signatories.restore": (lambda desk, at: signatories.restore(desk, body_at(desk, at)), {ADMINISTRATOR}),
    "ways.set_way_of_working": (lambda desk, at: ways.set_way_of_working(desk, WayOfWorking()), {ADMINISTRATOR}),
    "people.officers": (lambda desk, at: people.officers(desk), {ADMINISTRATOR}),
    "people.add_officer": (
        lambda desk, at: people.add_officer(desk, "Người Sau", None, {DRAFTER}, Days()),
        {ADMINISTRATOR},
    ),
    "people.change_officer": (
        lambda desk, at: people.change_officer(desk, officer_named(desk, "Bách")),
        {ADMINISTRATOR},
    ),
    "people.invite_anew": (lambda desk, at: people.invite_anew(desk, officer_named(desk, "Bách").id), {ADMINISTRATOR}),
    "people.lock": (lambda desk, at: people.lock(desk, officer_named(desk, "Bách").id), {ADMINISTRATOR}),
    "people.unlock": (lambda desk, at: people.unlock(desk, officer_named(desk, "Bách").id), {ADMINISTRATOR}),
    "entrance.renew_recovery_code": (lambda desk, at: entrance.renew_recovery_code(desk), {ADMINISTRATOR}),
    "entrance.choose_secret": (
        lambda desk, at: entrance.choose_secret(desk, "", "730519", SecretKind.PIN),
        EVERYBODY,
    ),
    "verifying.verify": (lambda desk, at: verifying.verify(desk), {CLERK, HEAD_ROLE, ADMINISTRATOR}),
    "receiving.begin_entry": (lambda desk, at: receiving.begin_entry(desk), {CLERK}),
    "receiving.register": (lambda desk, at: receiving.register(desk, ARRIVING), {CLERK}),
    "receiving.earlier": (lambda desk, at: receiving.earlier(desk), {CLERK}),
    "receiving.amend": (lambda desk, at: receiving.amend(desk, at.arrival, replace(ARRIVING, pages=2)), {CLERK}),
    "receiving.void": (lambda desk, at: receiving.void(desk, at.arrival.id, "Nhầm"), {CLERK}),
    "receiving.hand_over": (lambda desk, at: receiving.hand_over(desk, [at.arrival.id], "Ai", TODAY), {CLERK}),
    "receiving.received": (lambda desk, at: receiving.received(desk, [at.arrival.id], "Ai", TODAY), {CLERK}),
    # Arrivals in work.
    "handling.submit": (lambda desk, at: handling.submit(desk, [at.arrival.id], head_of(desk)), {CLERK}),
    "handling.take_back": (lambda desk, at: handling.take_back(desk, [at.before_head]), {CLERK}),
    "handling.direct": (lambda desk, at: handling.direct(desk, at.arrival.id, DIRECTIVE), {HEAD_ROLE}),
    "handling.direct, from paper": (
        lambda desk, at: handling.direct(desk, at.arrival.id, replace(DIRECTIVE, directed_by=head_of(desk))),
        {CLERK},
    ),
    "handling.acknowledge": (lambda desk, at: handling.acknowledge(desk, [at.directed]), {CLERK}),
    "handling.extend": (lambda desk, at: handling.extend(desk, at.directed, LATER_DAY, "Ai", "Chờ"), READING),
    "handling.finish": (lambda desk, at: handling.finish(desk, [at.directed], DONE, TODAY), READING),
    "handling.finish_with": (lambda desk, at: handling.finish_with(desk, at.directed, at.line.id), READING),
    "handling.reopen": (lambda desk, at: handling.reopen(desk, at.finished, "Nhầm"), READING),
    "answers.begin_reply": (lambda desk, at: answers.begin_reply(desk, at.directed), DRAFTING),
    "work_in_hand.work_of": (lambda desk, at: work_in_hand.work_of(desk, at.directed), REGISTERS),
    "work_in_hand.heads": (lambda desk, at: work_in_hand.heads(desk), REGISTERS),
    "work_in_hand.handlers": (lambda desk, at: work_in_hand.handlers(desk), REGISTERS),
    "work_in_hand.open_counts": (lambda desk, at: work_in_hand.open_counts(desk), REGISTERS),
    "work_in_hand.reminders": (lambda desk, at: work_in_hand.reminders(desk), REGISTERS),
    "phrases.phrases": (lambda desk, at: phrases.phrases(desk), REGISTERS),
    "phrases.put_phrase": (lambda desk, at: phrases.put_phrase(desk, "Tham mưu"), READING),
    "phrases.drop_phrase": (
        lambda desk, at: phrases.drop_phrase(desk, phrases.put_phrase(desk, "Tham mưu")[-1].id),
        READING,
    ),
    "phrases.order_phrases": (lambda desk, at: phrases.order_phrases(desk, []), READING),
    "deadlines.deadline_rules": (lambda desk, at: deadlines.deadline_rules(desk), REGISTERS),
    "deadlines.set_deadline_rules": (
        lambda desk, at: deadlines.set_deadline_rules(desk, DeadlineRules(7)),
        {CLERK},
    ),
    "receiving.twins": (lambda desk, at: receiving.twins(desk, "Huyện ủy", "1-CV/HU", None), REGISTERS),
    "receiving.arrivals": (lambda desk, at: receiving.arrivals(desk), REGISTERS),
    "receiving.listed": (lambda desk, at: receiving.listed(desk, [at.arrival.id]), REGISTERS),
    "receiving.counts": (lambda desk, at: receiving.counts(desk), REGISTERS),
    "receiving.detail": (lambda desk, at: receiving.detail(desk, at.arrival.id), REGISTERS),
    "receiving.books": (lambda desk, at: receiving.books(desk), REGISTERS),
    "files.take_in": (lambda desk, at: files.take_in(desk, PAPER, files.look_at(PAPER)), {CLERK}),
    "files.attach": (lambda desk, at: files.attach(desk, at.arrival.id, []), {CLERK}),
    "files.remove": (lambda desk, at: files.remove(desk, at.file), {CLERK}),
    "files.restore": (lambda desk, at: files.restore(desk, at.file), {CLERK}),
    "files.files_of": (lambda desk, at: files.files_of(desk, at.arrival.id), REGISTERS),
    "files.open_file": (lambda desk, at: files.open_file(desk, at.file), REGISTERS),
    "files.copy_to": (lambda desk, at: files.copy_to(desk, at.file, desk.places.data / "viewed"), REGISTERS),
    "arrival_papers.stamp_of": (lambda desk, at: arrival_papers.stamp_of(desk, at.arrival.id), {CLERK}),
    "arrival_papers.arrival_label": (lambda desk, at: arrival_papers.arrival_label(desk, at.arrival.id), {CLERK}),
    "arrival_papers.handling_slip": (lambda desk, at: arrival_papers.handling_slip(desk, at.arrival.id), {CLERK}),
    "arrival_papers.tell_printed": (lambda desk, at: arrival_papers.tell_printed(desk, at.arrival.id), {CLERK}),
    "arrival_papers.stamped_copy": (lambda desk, at: arrival_papers.stamped_copy(desk, at.file, 20, 20), {CLERK}),
    "receiving.put_book": (lambda desk, at: receiving.put_book(desk, replace(FIRST_BOOK, name="Sổ")), {CLERK}),
    "receiving.open_year": (
        lambda desk, at: receiving.open_year(desk, OTHER_BOOK.id, 1312, "Sổ giấy đã đến số 1311"),
        {CLERK},
    ),
    "finding.find": (lambda desk, at: finding.find(desk, Search("lop")), REGISTERS),
    "finding.count": (lambda desk, at: finding.count(desk, Search("lop")), REGISTERS),
    "finding.passages": (lambda desk, at: finding.passages(desk, Search("lop"), ()), REGISTERS),
    "finding.rebuild": (lambda desk, at: finding.rebuild(desk), {CLERK}),
    "finding.views": (lambda desk, at: finding.views(desk), REGISTERS),
    "finding.save_view": (lambda desk, at: finding.save_view(desk, "Lớp", Search("lop")), REGISTERS),
    "finding.drop_view": (
        lambda desk, at: finding.drop_view(desk, finding.save_view(desk, "Lớp", Search("lop")).id),
        REGISTERS,
    ),
    "finding.restore_view": (
        lambda desk, at: finding.restore_view(desk, finding.save_view(desk, "Lớp", Search("lop"))),
        REGISTERS,
    ),
    # Another's draft that nobody has seen is nobody's business.
    "drafting.open_draft": (lambda desk, at: drafting.open_draft(desk, at.draft.id), set()),
    "drafting.keep": (lambda desk, at: drafting.keep(desk, at.draft.id, TEXT), set()),
    "drafting.save": (lambda desk, at: drafting.save(desk, at.draft, TEXT), set()),
    "drafting.give_up": (lambda desk, at: drafting.give_up(desk, at.draft.id), set()),
    "drafting.duplicate": (lambda desk, at: drafting.duplicate(desk, at.draft.id), set()),
    "drafting.tell_output": (lambda desk, at: drafting.tell_output(desk, (at.draft.id,), Output.PRINT), set()),
    "drafting.tell_output, submitted": (
        lambda desk, at: drafting.tell_output(desk, (at.submitted,), Output.EXPORT),
        READING,
    ),
    "drafting.delete": (lambda desk, at: drafting.delete(desk, at.draft.id), set()),
    "drafting.restore": (lambda desk, at: drafting.restore(desk, at.draft.id), set()),
    "drafting.rename_template": (lambda desk, at: drafting.rename_template(desk, own(at), "Tên"), set()),
    "drafting.undo_template_change": (lambda desk, at: drafting.undo_template_change(desk, at.template), set()),
    # Another's dispatch that was submitted once.
    "drafting.open_draft, sent back": (lambda desk, at: drafting.open_draft(desk, at.sent_back.id), READING),
    "drafting.keep, sent back": (lambda desk, at: drafting.keep(desk, at.sent_back.id, TEXT), READING),
    "drafting.save, sent back": (
        lambda desk, at: drafting.save(desk, at.sent_back, replace(TEXT, place="Nơi khác")),
        READING,
    ),
    "drafting.save, signed off": (
        lambda desk, at: drafting.save(desk, at.signed_off, replace(TEXT, place="Nơi khác")),
        READING,
    ),
    "drafting.duplicate, sent back": (lambda desk, at: drafting.duplicate(desk, at.sent_back.id), READING),
    "signoff.submit": (lambda desk, at: signoff.submit(desk, at.sent_back.id), READING),
    "signoff.mark_done": (lambda desk, at: signoff.mark_done(desk, at.remark), READING),
    "signoff.take_back": (lambda desk, at: signoff.take_back(desk, at.submitted), set()),
    "signoff.withdraw": (lambda desk, at: signoff.withdraw(desk, at.submitted), set()),
    "signoff.check_form": (lambda desk, at: signoff.check_form(desk, at.to_check, 1), {CLERK}),
    "signoff.send_back": (lambda desk, at: signoff.send_back(desk, at.submitted, 1, WHY), READING),
    "signoff.record_signature": (lambda desk, at: signoff.record_signature(desk, at.submitted, 1, 1), {CLERK}),
    "signoff.read": (lambda desk, at: signoff.read(desk, at.submitted), READING),
    "signoff.look": (lambda desk, at: signoff.look(desk, at.submitted), READING),
    "slips.take_pile": (lambda desk, at: slips.take_pile(desk, [at.submitted]), READING),
    "signoff.versions": (lambda desk, at: signoff.versions(desk, at.submitted), READING),
    "signoff.remarks": (lambda desk, at: signoff.remarks(desk, at.submitted), READING),
    "signoff.timeline": (lambda desk, at: signoff.timeline(desk, at.submitted), READING),
    "signoff.detail": (lambda desk, at: signoff.detail(desk, at.submitted), READING),
    "signoff.sign": (sign_what_was_read, {HEAD_ROLE}),
    # Old books.
    "importing.look": (lambda desk, at: importing.look(desk, old_book(desk)), {CLERK}),
    "importing.dry_run": (lambda desk, at: importing.dry_run(desk, old_book(desk), OLD_BOOK), {CLERK}),
    "importing.correction_sheet": (
        lambda desk, at: importing.correction_sheet(desk, old_book(desk), OLD_REPORT, desk.places.data / "sua.xlsx"),
        {CLERK},
    ),
    "importing.apply": (lambda desk, at: take_in(desk), {CLERK}),
    "import_files.match_folder": (lambda desk, at: import_files.match_folder(desk, desk.places.data / "none"), {CLERK}),
    "import_files.attach_matched": (lambda desk, at: import_files.attach_matched(desk, ()), {CLERK}),
    "importing.imports": (lambda desk, at: importing.imports(desk), {CLERK}),
    "importing.undo": (lambda desk, at: importing.undo(desk, take_in(desk).id), {CLERK}),
    # The registers and their books.
    "books.shelf": (lambda desk, at: books.shelf(desk), DRAFTING),
    "books.rows": (lambda desk, at: books.rows(desk, BOOK), DRAFTING),
    "books.read_book": (lambda desk, at: books.read_book(desk, BOOK), DRAFTING),
    "books.printed": (lambda desk, at: books.printed(desk, BOOK), DRAFTING),
    "books.closing_page": (lambda desk, at: books.closing_page(desk, at.series), DRAFTING),
    "books.print_pages": (print_book, {CLERK}),
    "books.lock": (lambda desk, at: books.lock(desk, BOOK, 1), {CLERK}),
    "books.locked_print": (lambda desk, at: books.locked_print(desk, at.page), DRAFTING),
    "book_files.export": (
        lambda desk, at: book_files.export(desk, BOOK, desk.places.data / "book.csv"),
        DRAFTING,
    ),
    # The reports on the registers.
    "reports.terms": (lambda desk, at: reports.terms(desk), REGISTERS),
    "reports.report": (lambda desk, at: reports.report(desk, ReportScope(ReportKind.HANDLING)), REGISTERS),
    "report_files.export": (
        lambda desk, at: report_files.export(desk, REPORT, desk.places.data / "report.xlsx"),
        REGISTERS,
    ),
    "report_drafts.begin_report_draft": (lambda desk, at: report_drafts.begin_report_draft(desk, REPORT), DRAFTING),
    # Numbers, and the lines of the register.
    "issuing.propose": (lambda desk, at: issuing.propose(desk, [at.signed_off.id]), {CLERK}),
    "issuing.issue": (
        lambda desk, at: issuing.issue(desk, [IssueOrder(at.signed_off.id, at.signed_off.version, TODAY)]),
        {CLERK},
    ),
    "outgoing.hold": (lambda desk, at: outgoing.hold(desk, at.body, "CV", "Đ/c Ngọc", "chờ ký"), {CLERK}),
    "outgoing.extend_hold": (lambda desk, at: outgoing.extend_hold(desk, at.held.id, LATER, "chờ ký"), {CLERK}),
    "outgoing.held": (lambda desk, at: outgoing.held(desk), DRAFTING),
    "outgoing.register_external": (
        lambda desk, at: outgoing.register_external(desk, at.body, [ExternalLetter("CV", TODAY, "x")], "ngoài"),
        {CLERK},
    ),
    "outgoing.withhold": (lambda desk, at: outgoing.withhold(desk, at.body, "CV", TODAY), {CLERK}),
    "outgoing.void": (lambda desk, at: outgoing.void(desk, at.held.id, at.held.version, "thôi"), {CLERK}),
    "outgoing.detail": (lambda desk, at: outgoing.detail(desk, at.line.id), DRAFTING),
    "outgoing.correct": (lambda desk, at: outgoing.correct(desk, replace(at.line, copies=9), "nhầm"), {CLERK}),
    "outgoing.deliver": (lambda desk, at: outgoing.deliver(desk, at.line.id, []), {CLERK}),
    "outgoing.link": (lambda desk, at: outgoing.link(desk, at.line.id, at.held.id, LinkKind.REPLACES), {CLERK}),
    "outgoing.unlink": (
        lambda desk, at: outgoing.unlink(desk, outgoing.detail(desk, at.line.id).links[0].link),
        {CLERK},
    ),
    "outgoing.issued_pdf": (read_issued, DRAFTING),
    "outgoing.lines": (lambda desk, at: outgoing.lines(desk, OutgoingQuery()), DRAFTING),
    "outgoing.counts": (lambda desk, at: outgoing.counts(desk), DRAFTING),
    "outgoing.next_number": (lambda desk, at: outgoing.next_number(desk, at.body, "CV", TODAY), DRAFTING),
    "followups.begin_followup": (
        lambda desk, at: followups.begin_followup(desk, at.line.id, LinkKind.RECALLS),
        DRAFTING,
    ),
    "followups.begin_copy": (copy_line, DRAFTING),
    "links.registered": (lambda desk, at: links.registered(desk, at.submitted), READING),
    "issued_papers.envelopes": (lambda desk, at: issued_papers.envelopes(desk, at.line.id, SENT), DRAFTING),
    "issued_papers.slips": (lambda desk, at: issued_papers.slips(desk, at.line.id, SENT), DRAFTING),
    "file_copies.lend": (lambda desk, at: file_copies.lend(desk, at.line.id, "Đ/c Bách", TODAY), {CLERK}),
    "file_copies.take_in": (lambda desk, at: file_copies.take_in(desk, at.lent, TODAY), {CLERK}),
    "file_copies.uses_of": (lambda desk, at: file_copies.uses_of(desk, at.line.id), DRAFTING),
    "file_copies.copies_out": (lambda desk, at: file_copies.copies_out(desk), DRAFTING),
    "numbers.numbering": (lambda desk, at: numbers.numbering(desk), DRAFTING),
    "numbers.set_numbering": (lambda desk, at: numbers.set_numbering(desk, Numbering()), {CLERK}),
    "numbers.holidays": (lambda desk, at: numbers.holidays(desk), DRAFTING),
    "numbers.propose_holidays": (lambda desk, at: numbers.propose_holidays(desk, 2025), {CLERK}),
    "numbers.put_holidays": (lambda desk, at: numbers.put_holidays(desk, [Holiday(DAY, "Nghỉ")]), {CLERK}),
    "numbers.put_holiday": (lambda desk, at: numbers.put_holiday(desk, Holiday(DAY, "Nghỉ bù")), {CLERK}),
    "numbers.drop_holiday": (lambda desk, at: numbers.drop_holiday(desk, DAY), {CLERK}),
    "numbers.rows": (lambda desk, at: numbers.rows(desk), DRAFTING),
    "numbers.account_for": (lambda desk, at: numbers.account_for(desk, at.line.series), DRAFTING),
    "numbers.open_row": (lambda desk, at: numbers.open_row(desk, at.body, "KH", TODAY, 61, "sổ giấy"), {CLERK}),
    "numbers.close_row": (lambda desk, at: numbers.close_row(desk, at.line.series), {CLERK}),
    # Bodies and their terms.
    "bodies.put_version": (
        lambda desk, at: bodies.put_version(desk, at.body, body_at(desk, at).versions[0]),
        {ADMINISTRATOR},
    ),
    "bodies.change_from": (lambda desk, at: bodies.change_from(desk, at.body, OTHER_NAME, DAY), {ADMINISTRATOR}),
    "bodies.end_body": (lambda desk, at: bodies.end_body(desk, at.body, DAY), {ADMINISTRATOR}),
    "bodies.found_successor": (
        lambda desk, at: bodies.found_successor(desk, at.body, OTHER_NAME, DAY, "2025 - 2030"),
        {ADMINISTRATOR},
    ),
    "bodies.open_term": (
        lambda desk, at: bodies.open_term(desk, at.body, "2025 - 2030", DAY),
        {CLERK, ADMINISTRATOR},
    ),
    "bodies.correct_term": (
        lambda desk, at: bodies.correct_term(desk, at.body, replace(body_at(desk, at).terms[0], name="Khóa X")),
        {CLERK, ADMINISTRATOR},
    ),
    "bodies.drop_term": (drop_term, {CLERK, ADMINISTRATOR}),
    "bodies.restore": (
        lambda desk, at: bodies.restore(desk, Reorganised(body_at(desk, at))),
        {CLERK, ADMINISTRATOR},
    ),
    "ways.secret_arrivals": (lambda desk, at: ways.secret_arrivals(desk), {ADMINISTRATOR}),
    "ways.set_secret_arrivals": (lambda desk, at: ways.set_secret_arrivals(desk, "12-QĐ/BTGHU"), {ADMINISTRATOR}),
    "numbers.close_body": (lambda desk, at: numbers.close_body(desk, at.body, date(2019, 8, 1)), {CLERK}),
    # Case files.
    **{name: (on_cases(act), roles) for name, (act, roles) in CASE_ACTS.items()},
}
"""Each act, as somebody does it whose the papers are not, with the roles that may do it."""

OPEN_TO_ANYBODY = {
    # Before anybody sits at the desk: whose names the sign-in shows, who founds the office, the program's own house.
    "office.office",
    "office.found_sample",
    "office.found_own",
    "office.office_setting",
    "drafting.sweep_bin",
    "files.sweep",
    "ways.way_of_working",
    # What somebody has on his own disk; nothing of it comes to the store.
    "files.look_at",
    "files.look_into",
    # The program itself, and the command line: they read what is set down and give nothing of it away.
    "office.clock_set_back",
    "verifying.verify_store",
    "verifying.head_value",
    # Whoever comes or goes proves who he is; tests/services/test_people.py.
    "entrance.door_plate",
    "entrance.sign_in",
    "entrance.sign_in_with_code",
    "entrance.begin_with",
    "entrance.recover",
    "entrance.sign_out",
}
PARTS = {"office.sample_office", "office.checks_form", "drafting.readable", "drafting.join", "drafting.put"} | {
    "drafting.tell_step",
    "drafting.reader_at",
    "office.way_of_working",
    "office.put_way_of_working",
    "entrance.seated",
    "signoff.queue_at",
    "issuing.proposal",
    "slips.slip_for",
    "slips.pile",
    "slips.export_pile",
    "slips.text_of",
    "drafting.begin_in",
    "followups.check_copy",
    "answers.close_answered",
    "answers.open_unanswered",
    "answers.settle_answers",
    "answers.answered_by",
    "deadlines.rules_at",
    "followups.pass_links_on",
    "links.linked_documents",
    "links.bind",
    "issued_papers.read_paper",
    "issued_papers.picture_of",
    "issued_papers.write_paper",
    "numbers.numbering_at",
    "numbers.row_for",
    "numbers.counter_for",
    "numbers.symbol_of",
    "numbers.written",
    "entrance.prove",
    "entrance.give_secret",
    "entrance.make_recovery_code",
    "entrance.administrators",
    "books.load_words",
    "books.typeset",
    "books.keeper_at",
    "reports.load_words",
    "reports.typeset",
    "book_files.check_ending",
    "book_locks.is_locked",
    "book_locks.put_deliveries",
    "book_locks.put_line",
    "finding.inquiry_at",
    "finding.index_line",
    "finding.index_arrival",
    "finding.index_draft",
    "finding.type_name",
    "files.safe_name",
    *CASE_PARTS,
}
"""Parts of acts, within the unit of work of one."""


def own(at: Papers) -> UUID:
    """The template of another officer."""
    assert at.template.now is not None
    return at.template.now.id


@pytest.fixture(scope="module")
def stations(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Papers]:
    """A store with the papers of Trịnh Bảo Ngọc at each station, made once."""
    desk = Desk(Places(tmp_path_factory.mktemp("stations")), Settings(), TickingClock(), "máy 1")
    papers = _papers(desk)
    desk.close()
    return desk.places.database, papers


@pytest.fixture
def papers(file_desk: Desk, stations: tuple[Path, Papers]) -> Papers:
    """The papers of another officer, in a store of the test's own."""
    store, papers = stations
    file_desk.places.data.mkdir()
    shutil.copy(store, file_desk.places.database)
    shutil.copytree(store.parent / FILES, file_desk.places.data / FILES)
    return papers


def _papers(desk: Desk) -> Papers:
    body = office.found_sample(desk).bodies[0].id

    def begun() -> Draft:
        return drafting.begin(desk, TEXT, body).draft

    def submitted() -> UUID:
        return signoff.submit(desk, begun().id).id

    back, waiting, done = submitted(), submitted(), submitted()
    with seated(desk, "Khôi"):
        signoff.send_back(desk, back, signoff.read(desk, back).version.number, WHY)
        signoff.sign(desk, done, signoff.read(desk, done).version.number)
    with seated(desk, "Hạnh"):
        signed_off = signoff.record_signature(desk, done, 1, 1)
        (line,) = outgoing.register_external(desk, body, [ExternalLetter("BC", TODAY, "Báo cáo năm")], "ngoài")
        (held,) = outgoing.hold(desk, body, "TB", "Đ/c Khôi", "chờ ký")
        outgoing.link(desk, line.id, held.id, LinkKind.AMENDS)
        lent = file_copies.lend(desk, line.id, "Đ/c Bách", TODAY).id
        arrival = receiving.register(desk, ARRIVING)
        (file,) = files.attach(desk, arrival.id, [files.take_in(desk, PAPER, files.look_at(PAPER))])
        receiving.put_book(desk, OTHER_BOOK)
        before_head, directed, finished = (receiving.register(desk, ARRIVING).id for _ in range(3))
        handling.submit(desk, [before_head], head_of(desk))
        handling.direct(desk, directed, replace(DIRECTIVE, directed_by=head_of(desk)))
        handling.finish(desk, [finished], DONE, TODAY)
        cases = case_papers(desk)
    template = drafting.save_template(desk, "Mẫu của Ngọc", TEXT)
    office.set_office_setting(desk, "form_check", "true")
    _put_deputy_in(desk, body)
    with seated(desk, "Hạnh"):
        series = a_series(desk)
        (page,) = books.print_pages(desk, books.typeset(desk, books.read_book(desk, BOOK)))
    return Papers(
        body=body,
        draft=begun(),
        sent_back=drafting.open_draft(desk, back).draft,
        to_check=submitted(),
        submitted=waiting,
        signed_off=signed_off,
        template=template,
        remark=signoff.remarks(desk, back)[0].id,
        series=series.id,
        page=page,
        line=line,
        held=held,
        lent=lent,
        arrival=arrival,
        file=file.id,
        before_head=before_head,
        directed=directed,
        finished=finished,
        cases=cases,
    )


def _put_deputy_in(desk: Desk, body: UUID) -> None:
    """Let the deputy stand in far from the days of the papers."""
    with desk.store.reading() as work:
        _head, deputy = work.organisation.body(body).signatories
    signatories.put_stand_in(desk, body, StandIn(STANDING_IN, deputy.id, Days(DAY, DAY)))


def lines(desk: Desk) -> list[str]:
    """The lines of the history."""
    with desk.store.reading() as work:
        return [line.text for line in work.history.lines()]


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_done_by_the_roles_that_may_and_refused_to_the_others(
    file_desk: Desk, papers: Papers, name: str, role: Role
) -> None:
    act, roles = ACTS[name]
    file_desk.seat.officer = an_officer(file_desk, role).id
    before = lines(file_desk)
    if role in roles:
        act(file_desk, papers)
        return
    with pytest.raises(NotPermitted):
        act(file_desk, papers)
    assert lines(file_desk) == before


@pytest.mark.parametrize("name", ACTS)
def test_nothing_is_done_where_nobody_sits(file_desk: Desk, papers: Papers, name: str) -> None:
    file_desk.seat.officer = None
    before = lines(file_desk)
    with pytest.raises(NotSignedIn):
        ACTS[name][0](file_desk, papers)
    assert lines(file_desk) == before


@pytest.mark.parametrize("name", ACTS)
def test_who_has_several_roles_may_do_what_any_of_them_may(file_desk: Desk, papers: Papers, name: str) -> None:
    act, roles = ACTS[name]
    file_desk.seat.officer = an_officer(file_desk, *Role).id
    if roles:
        act(file_desk, papers)
    else:
        with pytest.raises(NotPermitted):
            act(file_desk, papers)


@pytest.mark.parametrize(
    "module",
    [
        drafting,
        signoff,
        office,
        people,
        entrance,
        ways,
        slips,
        verifying,
        signatories,
        bodies,
        issuing,
        outgoing,
        numbers,
        file_copies,
        receiving,
        finding,
        files,
        arrival_papers,
        books,
        book_files,
        book_locks,
        reports,
        report_files,
        report_drafts,
        importing,
        followups,
        links,
        issued_papers,
        import_files,
        desks,
        handling,
        answers,
        work_in_hand,
        phrases,
        deadlines,
        *CASE_MODULES,
    ],
    ids=lambda module: module.__name__,
)
def test_no_act_is_left_out_of_the_table(module: ModuleType) -> None:
    short = module.__name__.removeprefix("vpdesk.services.")
    acts = {
        f"{short}.{name}"
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    tested = {name.partition(",")[0] for name in ACTS}

    assert acts - tested - OPEN_TO_ANYBODY - PARTS == set()
