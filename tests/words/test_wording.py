"""Every error and every finding has its sentence, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vpdesk.domain.case_closing import Gap
from vpdesk.domain.case_files import CaseState
from vpdesk.domain.catalog import Urgency
from vpdesk.domain.changes import change_at, look_changed
from vpdesk.domain.credentials import WeakFault
from vpdesk.domain.errors import (
    AlreadyDirected,
    ArchiveMissing,
    ArrivalFinished,
    ArrivalIsVoid,
    ArrivalNotFinished,
    ArrivalSecret,
    ArrivalTakenOver,
    BookPageChanged,
    BookPageNotPrinted,
    BookTooLong,
    CalledOff,
    CaseFileInState,
    CaseListApproved,
    CaseNotReady,
    ColumnsMissing,
    CopyDiffers,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseTooNew,
    DatabaseUnavailable,
    DateInFuture,
    DateNeedsReason,
    DeskError,
    EndsBeforeBeginning,
    Fault,
    FaultyDispatch,
    FaultyRules,
    FaultySettings,
    FileLost,
    FileNotReadable,
    FileNotUnderstood,
    FileNotWritable,
    FileTooLarge,
    HandoverOnPaper,
    HeadingInUse,
    ImportBuiltOn,
    ImportStale,
    ImportTooOld,
    ImportUndone,
    IncompleteArrival,
    IncompleteDispatch,
    IncompletePhrase,
    LastAdministrator,
    LeadMissing,
    LettersNotUsed,
    LineEnded,
    MeetingAfterCongress,
    MustChooseSecret,
    NamelessOfficer,
    NoBodyThen,
    NoRegisterFound,
    NoSuchRecord,
    NotAnAnchor,
    NotDeletable,
    NoTermCovers,
    NotForArchive,
    NotGiven,
    NotHead,
    NothingListed,
    NothingRemarked,
    NotLater,
    NotPermitted,
    NotRead,
    NotSignatory,
    NotSignedIn,
    NotSigningThen,
    NotStampable,
    NotSubmitted,
    NotWritable,
    NumbersTaken,
    NumberUnavailable,
    Obstacle,
    OfficerLocked,
    OfficerNotNamed,
    PasswordInAddress,
    PdfBroken,
    PdfLocked,
    ReasonMissing,
    RowInUse,
    SecretDispatch,
    SecretFile,
    SecretMissing,
    SecretsNotDecided,
    SeriesClosed,
    SheetBroken,
    SheetLocked,
    SheetTooOld,
    StaleEdit,
    StillHeld,
    StoreOnNetwork,
    SymbolTaken,
    TermInUse,
    TermsOverlap,
    TermUnnamed,
    TitleMissing,
    UnknownEnding,
    UnknownFileKind,
    UnknownOfficer,
    UnknownRules,
    VersionInUse,
    WaitForNextTry,
    WeakSecret,
    WrongSecret,
    WrongStatus,
)
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.domain.outgoing import LineState
from vpdesk.domain.roles import Permission
from vpdesk.domain.verification import Fault as StoreFault
from vpdesk.domain.verification import FaultKind
from vpdesk.domain.workflow import Status, Step
from vpdesk.paths import resource
from vpdesk.words.catalogue import choose_language
from vpdesk.words.wording import (
    Explanation,
    cell_name,
    change_words,
    describe,
    explain,
    explain_fault,
    status_name,
    urgency_name,
)

PAPER = Path("văn bản.dispatch.json")
KINDS = ("object", "list", "text", "one line of text", "whole number", "number", "true, false")
COMPONENTS = "1 2 3 4 5a 5b 6 7 7a 7b 7c 8 9a 9b 10a 10b 11a 11b 12 13".split()

WORK_REFUSED = (
    AlreadyDirected, ArrivalFinished, ArrivalNotFinished, ArrivalSecret, ArrivalTakenOver, NotGiven, NotSubmitted
)  # fmt: skip
ERRORS: tuple[DeskError, ...] = (
    *(FaultyDispatch(fault, "body[3].runs[0]", "Xyz", "Uvw, Xyz") for fault in Fault),
    *(FaultyDispatch(Fault.WRONG_TYPE, "number", "Xyz", kind) for kind in KINDS),
    *(FileNotReadable(PAPER, obstacle, "Xyz") for obstacle in Obstacle),
    *(FileNotWritable(PAPER, obstacle, "Xyz") for obstacle in Obstacle),
    UnknownEnding(Path("out.odt"), (".pdf", ".png")),
    UnknownRules("party-1999", ("party-2018", "party-2026")),
    FaultyRules("party-2018", "page.top_mm", "missing"),
    FaultySettings(Path("settings.toml"), "theme", '"blue"'),
    SecretDispatch("MẬT"),
    *(WrongStatus(step, status) for step in Step for status in Status),
    NotWritable(Status.SIGNED_OFF),
    NotDeletable(),
    StaleEdit(),
    EndsBeforeBeginning(date(2024, 12, 24), date(2024, 12, 1)),
    NotSigningThen("Đỗ Khánh Linh"),
    NoSuchRecord("dispatch", "1"),
    NotAnAnchor("229"),
    TitleMissing(),
    CaseListApproved(2024),
    NothingListed(2024),
    HeadingInUse("Tuyên truyền"),
    SymbolTaken("TT"),
    *(CaseFileInState("01.TT", state) for state in CaseState),
    CaseNotReady("01.TT", tuple(Gap)),
    *map(NotForArchive, ((), ("01.TT", "02.TT"))),
    HandoverOnPaper(),
    ArchiveMissing(),
    NoTermCovers(date(2024, 12, 24)),
    NoBodyThen(date(2024, 12, 24)),
    VersionInUse("Ban Tuyên giáo Huyện ủy"),
    TermUnnamed(),
    TermsOverlap("2020 - 2025"),
    MeetingAfterCongress(date(2024, 12, 24)),
    TermInUse("2020 - 2025"),
    NumbersTaken(("229-CV/BTGHU", "230-CV/BTGHU")),
    SeriesClosed("CV"),
    *(LineEnded("229-CV/BTGHU", state) for state in LineState),
    DateInFuture(date(2024, 12, 25)),
    DateNeedsReason("228-CV/BTGHU", date(2024, 12, 24)),
    ReasonMissing(),
    NumberUnavailable("229-CV/BTGHU"),
    RowInUse("229-CV/BTGHU"),
    LettersNotUsed(),
    StillHeld(("228-CV/BTGHU", "229-CV/BTGHU")),
    CopyDiffers("229-CV/BTGHU"),
    FileLost("scan.pdf"),
    BookTooLong(20_000),
    BookPageChanged(3),
    BookPageNotPrinted(3),
    OfficerNotNamed(("Vũ Thị Hạnh",)),
    UnknownOfficer("Hạnh", ("Vũ Thị Hạnh", "Lê Thị Hạnh")),
    SecretMissing("Vũ Thị Hạnh", "VPDESK_PIN"),
    SheetBroken("sổ.xlsx"),
    SheetLocked("sổ.xlsx"),
    SheetTooOld("sổ.xls"),
    NoRegisterFound("sổ.xlsx"),
    ColumnsMissing(("reference", "document_date")),
    ImportStale(),
    ImportUndone(),
    ImportTooOld(30),
    ImportBuiltOn("230-CV/BTGHU"),
    IncompleteArrival(),
    ArrivalIsVoid("1312"),
    *(kind("1312") for kind in WORK_REFUSED),
    NotLater(date(2024, 12, 24), date(2024, 12, 31)),
    NotLater(date(2024, 12, 24), None),
    NotHead("Lò Văn Bách"),
    LeadMissing(),
    IncompletePhrase(),
    SecretsNotDecided("MẬT"),
    SecretFile("MẬT"),
    FileTooLarge("quét.pdf", 400 * 2**20, 200 * 2**20),
    UnknownFileKind("quét.pdf"),
    NotStampable("văn bản.docx"),
    PdfLocked("quét.pdf"),
    PdfBroken("quét.pdf"),
    FileNotUnderstood("quét.pdf"),
    DatabaseTooNew("vpdesk.db", "0099"),
    DatabaseDamaged("vpdesk.db"),
    DatabaseDamaged("vpdesk.db", Path("vpdesk-20241224.db")),
    DatabaseBusy("vpdesk.db"),
    CalledOff(),
    DatabaseUnavailable("vpdesk.db", "Xyz"),
    PasswordInAddress(),
    StoreOnNetwork("/srv/office/vpdesk.sqlite3"),
    NotSignedIn(),
    *map(NotPermitted, Permission),
    IncompleteDispatch(("2", "7")),
    NotSignatory(("Xyz",)),
    NotSignatory(()),
    NotRead(),
    NothingRemarked(),
    *map(WrongSecret, (None, 1, 4)),
    WaitForNextTry(61),
    *map(WeakSecret, WeakFault),
    OfficerLocked(),
    MustChooseSecret(),
    LastAdministrator(),
    NamelessOfficer(),
)


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    choose_language(request.param, resource("locale"))
    yield request.param
    choose_language("vi", resource("locale"))


@pytest.fixture
def _vietnamese() -> None:
    choose_language("vi", resource("locale"))


def kinds_of(kind: type[DeskError]) -> set[type[DeskError]]:
    return {kind, *(one for child in kind.__subclasses__() for one in kinds_of(child))}


def test_every_kind_of_error_is_among_those_tried_here() -> None:
    own = {kind for kind in kinds_of(DeskError) if kind.__module__ == "vpdesk.domain.errors"}
    assert {type(error) for error in ERRORS} == own - {DeskError}


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_says_what_happened_and_what_to_do(error: DeskError, language: str) -> None:
    explanation = explain(error)
    assert all(re.fullmatch(r"[A-ZĐa-z“].*[.?]", sentence) for sentence in explanation), explanation
    assert "{" not in str(explanation)
    assert "\n" not in str(explanation)


@pytest.mark.parametrize("error", ERRORS)
def test_no_english_is_left_in_vietnamese(error: DeskError) -> None:
    choose_language("en", resource("locale"))
    english = explain(error)
    choose_language("vi", resource("locale"))
    vietnamese = explain(error)
    assert vietnamese.what != english.what
    assert vietnamese.remedy != english.remedy
    assert not re.search(r"\b(the|a|an|of|is|not|file|there|at)\b", str(vietnamese))


@pytest.mark.parametrize("kind", FindingKind, ids=lambda kind: kind.name)
def test_a_finding_has_its_sentence(kind: FindingKind, language: str) -> None:
    tells_a_day = kind in {FindingKind.NO_RULES_FOR_DATE, FindingKind.BODY_NOT_OF_DATE}
    sentence = describe(Finding(kind, "6", "2016-01-02" if tells_a_day else "Xyz"))
    assert ("02/01/2016" if tells_a_day else "Xyz") in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("kind", FaultKind, ids=lambda kind: kind.name)
def test_a_fault_of_a_store_has_its_sentence(kind: FaultKind, language: str) -> None:
    what, remedy = explain_fault(StoreFault(kind, 12, "officer:1\n"))
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in (what, remedy))
    assert ("12" in what) is not ("officer:1\\u000a" in what) or kind is FaultKind.UNGUARDED


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_has_its_own_name(component: str, language: str) -> None:
    others = {cell_name(one) for one in COMPONENTS if one != component}
    assert cell_name(component) not in others


def test_what_has_no_number_is_the_page(language: str) -> None:
    assert cell_name("page") == {"vi": "Trang", "en": "Page"}[language]


def test_a_degree_of_urgency_has_its_name(language: str) -> None:
    names = [urgency_name(urgency) for urgency in Urgency]
    assert len(set(names)) == len(Urgency)


def test_where_a_dispatch_stands_has_its_name(language: str) -> None:
    assert len({status_name(status) for status in Status}) == len(Status)


@pytest.mark.usefixtures("_vietnamese")
@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("", "đặc biệt", "Thêm: đặc biệt"),
        ("chi bộ,", "", "Bỏ: chi bộ,"),
        ("24/12", "25/12", "“24/12” → “25/12”"),
        ("", "một\nhai", "Thêm: một hai"),
    ],
)
def test_a_change_is_one_short_line(before: str, after: str, line: str) -> None:
    assert change_words(change_at(("body", 0, "runs"), 0, len(after), before, after)) == line


def test_long_words_of_a_change_keep_their_beginning_and_their_end(language: str) -> None:
    line = change_words(change_at(("body", 0, "runs"), 0, 400, "", " ".join(f"từ{k}" for k in range(90))))

    assert len(line) < 90
    assert re.search(r": từ0 từ1 .* … .*từ88 từ89$", line)


def test_words_that_look_otherwise_and_a_page_set_up_otherwise_are_told(language: str) -> None:
    words, page = change_words(look_changed(("body", 0, "runs"), "một")), change_words(look_changed(("page",), ""))

    assert words.endswith(": một")
    assert page != words


@pytest.mark.usefixtures("_vietnamese")
def test_a_secret_dispatch_is_refused_with_the_sentence_of_the_office() -> None:
    told = "Máy này không dùng cho văn bản mật. Chỉ ghi số, ngày và nơi gửi."
    assert str(explain(SecretDispatch("MẬT"))) == told


@pytest.mark.usefixtures("_vietnamese")
@pytest.mark.parametrize(
    ("where", "place"),
    [("3:17", "dòng 3, cột 17"), ("1:1", "đầu tệp"), ("", "đầu tệp"), ("body[3].level", "body[3].level")],
)
def test_a_place_is_said_as_a_reader_finds_it(where: str, place: str) -> None:
    assert explain(FaultyDispatch(Fault.NOT_JSON, where)).what == f"Không hiểu được tệp văn bản ở {place}."


@pytest.mark.usefixtures("_vietnamese")
def test_a_short_list_of_keys_is_offered_and_a_long_one_is_not() -> None:
    short = explain(FaultyDispatch(Fault.UNKNOWN_KEY, "page", "colour", "size, gap"))
    long = explain(FaultyDispatch(Fault.UNKNOWN_KEY, "", "colour", ", ".join(["document_type"] * 20)))
    assert short.remedy == "Bỏ khóa này, hoặc dùng một trong các khóa: size, gap."
    assert long.remedy == "Sửa lại, hoặc bỏ đi."


def test_trouble_nobody_has_worded_yet_still_says_something() -> None:
    assert explain(DeskError("Xyz")) == Explanation("Xyz", "")
