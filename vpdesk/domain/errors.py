"""Trouble the desk expects. Errors carry facts; `words.wording` makes the sentences."""

from __future__ import annotations

import errno
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vpdesk.domain.case_closing import Gap
    from vpdesk.domain.case_files import CaseState
    from vpdesk.domain.credentials import WeakFault
    from vpdesk.domain.outgoing import LineState
    from vpdesk.domain.roles import Permission
    from vpdesk.domain.workflow import Status, Step


class DeskError(Exception):
    """Anything that may go wrong without being our bug."""


class Fault(Enum):
    """What is wrong with a dispatch file."""

    NOT_UTF8 = auto()
    NOT_JSON = auto()
    TOO_LARGE = auto()
    TOO_DEEP = auto()
    UNKNOWN_KEY = auto()
    REPEATED_KEY = auto()
    MISSING_KEY = auto()
    WRONG_TYPE = auto()
    UNKNOWN_VALUE = auto()
    OUT_OF_RANGE = auto()
    NO_SUCH_DATE = auto()
    CONTROL_CHARACTER = auto()
    EMPTY = auto()
    UNEVEN_TABLE = auto()


class FaultyDispatch(DeskError):
    """A dispatch file that cannot be understood.

    `where` is the place, as `body[3].runs[0].text` or `3:17` (line and column);
    `found` is the offending piece, shortened; `wanted` is what is allowed there, if that can be said.
    """

    def __init__(self, fault: Fault, where: str, found: str = "", wanted: str = "") -> None:
        super().__init__(f"{fault.name} at {where}: {found}")
        self.fault = fault
        self.where = where
        self.found = found
        self.wanted = wanted


class Obstacle(Enum):
    """Why the system would not read or write a file."""

    NOT_FOUND = auto()
    NO_PERMISSION = auto()
    IS_FOLDER = auto()
    NO_FOLDER = auto()
    DISK_FULL = auto()
    READ_ONLY = auto()
    NAME_TOO_LONG = auto()
    OTHER = auto()

    @classmethod
    def of(cls, error: OSError) -> Obstacle:
        """The obstacle behind an operating system error."""
        return _OBSTACLES.get(error.errno or 0, cls.OTHER)


_OBSTACLES = {
    errno.ENOENT: Obstacle.NOT_FOUND,
    errno.EACCES: Obstacle.NO_PERMISSION,
    errno.EPERM: Obstacle.NO_PERMISSION,
    errno.EISDIR: Obstacle.IS_FOLDER,
    errno.ENOTDIR: Obstacle.NO_FOLDER,
    errno.ENOSPC: Obstacle.DISK_FULL,
    errno.EDQUOT: Obstacle.DISK_FULL,
    errno.EFBIG: Obstacle.DISK_FULL,
    errno.EROFS: Obstacle.READ_ONLY,
    errno.ENAMETOOLONG: Obstacle.NAME_TOO_LONG,
}


class FileNotReadable(DeskError):
    """A file that cannot be read; `detail` is the system's own word for it."""

    def __init__(self, path: Path, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(f"{path}: {obstacle.name} {detail}")
        self.path = path
        self.obstacle = obstacle
        self.detail = detail


class FileNotWritable(DeskError):
    """A file that cannot be written; nothing was left in its place."""

    def __init__(self, path: Path, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(f"{path}: {obstacle.name} {detail}")
        self.path = path
        self.obstacle = obstacle
        self.detail = detail


class UnknownEnding(DeskError):
    """An output file whose ending names no format; `known` are the endings that do."""

    def __init__(self, path: Path, known: tuple[str, ...]) -> None:
        super().__init__(f"{path}: not one of {known}")
        self.path = path
        self.known = known


class UnknownRules(DeskError):
    """A rule pack that is not there; `known` are the packs that are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{name}: not one of {known}")
        self.name = name
        self.known = known


class FaultyRules(DeskError):
    """A rule pack file with a missing or impossible value at `key`."""

    def __init__(self, pack: str, key: str, problem: str) -> None:
        super().__init__(f"{pack}, {key}: {problem}")
        self.pack = pack
        self.key = key
        self.problem = problem


class FaultySettings(DeskError):
    """A settings file that cannot be understood at `key`."""

    def __init__(self, path: Path, key: str, problem: str) -> None:
        super().__init__(f"{path}, {key}: {problem}")
        self.path = path
        self.key = key
        self.problem = problem


class SecretDispatch(DeskError):
    """A dispatch with a secrecy level on a machine that is not set up for it."""

    def __init__(self, level: str) -> None:
        super().__init__(level)
        self.level = level


class WrongStatus(DeskError):
    """A step that a dispatch may not take where it stands."""

    def __init__(self, step: Step, status: Status) -> None:
        super().__init__(f"{step.name} at {status.name}")
        self.step = step
        self.status = status


class NotWritable(DeskError):
    """A dispatch whose text is no longer the drafter's."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.name)
        self.status = status


class NotDeletable(DeskError):
    """A dispatch that was submitted once and therefore stays."""


class StaleEdit(DeskError):
    """A dispatch that somebody else saved in the meantime; nothing of his was overwritten."""


class CalledOff(DeskError):
    """A question whose answer was not waited for."""


class NotSignedIn(DeskError):
    """An act at a desk where nobody sits, or no longer."""


class UnknownOfficer(DeskError):
    """A name by which nobody of the office can be told from the others; `names` are whose it could be."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class OfficerNotNamed(DeskError):
    """A command that needs an officer and names none; `names` are those there are."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class SecretMissing(DeskError):
    """The secret of an officer is asked for where nobody can type it; `variable` is where it may stand."""

    def __init__(self, name: str, variable: str) -> None:
        super().__init__(name)
        self.name = name
        self.variable = variable


class WrongSecret(DeskError):
    """A secret that is not that of the officer, or no officer who could have one.

    `left` tries come before a wait; None for what need not wait.
    """

    def __init__(self, left: int | None) -> None:
        super().__init__(str(left))
        self.left = left


class WaitForNextTry(DeskError):
    """A secret that was tried too often to be tried now; `seconds` until the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds


class OfficerLocked(DeskError):
    """An officer who cannot come in before an administrator has unlocked him."""


class WeakSecret(DeskError):
    """A PIN or password that others would guess."""

    def __init__(self, fault: WeakFault) -> None:
        super().__init__(fault.name)
        self.fault = fault


class MustChooseSecret(DeskError):
    """An officer who may come in once he has chosen a secret of his own."""


class LastAdministrator(DeskError):
    """The only administrator was to lose the role, be locked or leave."""


class NamelessOfficer(DeskError):
    """An officer without a name."""


class NotPermitted(DeskError):
    """An act that the officer's roles do not grant, or that is another's to do."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(permission.name)
        self.permission = permission


class IncompleteDispatch(DeskError):
    """A dispatch that cannot be submitted yet; `components` are the numbered cells where something is missing."""

    def __init__(self, components: tuple[str, ...]) -> None:
        super().__init__(", ".join(components))
        self.components = components


class NotSignatory(DeskError):
    """A dispatch that this officer may not sign: by the records, none of its missing signatures is his on this day."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class NotRead(DeskError):
    """A dispatch that was to be signed before the officer saw the text as it is now."""


class NothingRemarked(DeskError):
    """A dispatch that was to be sent back without a word why."""


class EndsBeforeBeginning(DeskError):
    """Days of which the last comes before the first."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} to {last}")
        self.first = first
        self.last = last


class NotSigningThen(DeskError):
    """Somebody who was to stand in on a day on which, by the records of the body, he does not sign."""

    def __init__(self, person: str) -> None:
        super().__init__(person)
        self.person = person


class NoBodyThen(DeskError):
    """A change of a body on a day on which it does not exist."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class VersionInUse(DeskError):
    """A name or a body that was to go, and on which dispatches were begun; `name` is what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TermUnnamed(DeskError):
    """A term without a name."""


class TermsOverlap(DeskError):
    """A term that was to have days of another; `name` is the other's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class MeetingAfterCongress(DeskError):
    """A first meeting that was said to have begun during a congress, later than this day of its closing."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class TermInUse(DeskError):
    """A term that was to go, and in which rows of numbers have begun; `name` is the term's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NumbersTaken(DeskError):
    """Days that a term was to lose, and for which numbers of it were taken: `references` are some of them."""

    def __init__(self, references: tuple[str, ...]) -> None:
        super().__init__(", ".join(references))
        self.references = references


class NoTermCovers(DeskError):
    """A day that belongs to no term: no number can be taken for it."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class SeriesClosed(DeskError):
    """A number that was to be taken in a row which was closed; `group` is its group of types."""

    def __init__(self, group: str) -> None:
        super().__init__(group)
        self.group = group


class LineEnded(DeskError):
    """A line of the register whose number can come to no other end; `state` is the one it has."""

    def __init__(self, reference: str, state: LineState) -> None:
        super().__init__(f"{reference}: {state.value}")
        self.reference = reference
        self.state = state


class DateInFuture(DeskError):
    """A document that was to be dated later than today."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


class DateNeedsReason(DeskError):
    """A document dated before the number that comes before its own, without a word why."""

    def __init__(self, reference: str, day: date) -> None:
        super().__init__(f"{reference} {day}")
        self.reference = reference
        self.day = day


class ReasonMissing(DeskError):
    """An act on a number that has to say why, and did not."""


class NumberUnavailable(DeskError):
    """A number that a row has given already, or that it does not come to."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class LettersNotUsed(DeskError):
    """A number that was to bear a letter, in an office that does not use them."""


class RowInUse(DeskError):
    """A row of numbers that was to begin with another number, and has given one already."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class StillHeld(DeskError):
    """A row that was to be closed while numbers of it are held."""

    def __init__(self, references: tuple[str, ...]) -> None:
        super().__init__(", ".join(references))
        self.references = references


class CopyDiffers(DeskError):
    """A certified copy of the whole text that does not say what the issued document says."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class FileLost(DeskError):
    """A file that the store speaks of and that is gone, or no longer what it was; `name` is its name or its digest."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class IncompleteArrival(DeskError):
    """An arrival that says not even from whom it came."""


class ArrivalIsVoid(DeskError):
    """An arrival that was made void: its line stays as it is."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class ArrivalSecret(DeskError):
    """Work on a secret arrival, of which nothing is kept here (clerical rules, 5.3)."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class ArrivalTakenOver(DeskError):
    """Work on an arrival that was taken over from an old book, and is nobody's work here."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class ArrivalFinished(DeskError):
    """Work on an arrival that is finished."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class ArrivalNotFinished(DeskError):
    """An arrival that was to be opened again, and is open."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class AlreadyDirected(DeskError):
    """An arrival that was to be submitted, or its submission taken back, and has its directive."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NotSubmitted(DeskError):
    """An arrival whose submission was to be taken back, and that was not submitted."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NotGiven(DeskError):
    """An arrival that was to be acknowledged, and was given to nobody who could."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class LeadMissing(DeskError):
    """A directive that names nobody who leads."""


class IncompletePhrase(DeskError):
    """A phrase for directives that says nothing."""


class NotHead(DeskError):
    """Somebody whose directive was asked, or set down, and who writes none."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotLater(DeskError):
    """A deadline that was to be moved to a day that is not later."""

    def __init__(self, day: date, before: date | None) -> None:
        super().__init__(f"{day} after {before}")
        self.day = day
        self.before = before


class SecretsNotDecided(DeskError):
    """A secret paper that was to be registered at an office whose head has not decided so."""

    def __init__(self, level: str) -> None:
        super().__init__(level)
        self.level = level


class SecretFile(DeskError):
    """A file of a secret paper, or one that bears the mark; none may be kept here."""

    def __init__(self, level: str) -> None:
        super().__init__(level)
        self.level = level


class FileTooLarge(DeskError):
    """A file that is too large to be kept; sizes are in bytes."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(f"{name}: {size} > {limit}")
        self.name = name
        self.size = size
        self.limit = limit


class UnknownFileKind(DeskError):
    """A file whose content is none of the kinds that belong to a record, whatever its name ends in."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PdfLocked(DeskError):
    """A PDF that opens with a password only."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PdfBroken(DeskError):
    """A PDF that no reader opens."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotStampable(DeskError):
    """A file that has no pages on which a stamp could stand."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class FileNotUnderstood(DeskError):
    """A file in which nothing could be read: it is broken, or reading it took too long."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SheetBroken(DeskError):
    """A file with sheets that cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SheetLocked(DeskError):
    """A file with sheets that opens by a password only."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SheetTooOld(DeskError):
    """A file with sheets in a form of before 2007, or a document of those days."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoRegisterFound(DeskError):
    """A file in which no sheet looks like a register."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ColumnsMissing(DeskError):
    """Columns without which no line of a register can be made; `fields` are their names."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class ImportStale(DeskError):
    """A file or a register that has changed since the import was tried."""


class ImportUndone(DeskError):
    """An import that was to be taken back, and was already."""


class ImportTooOld(DeskError):
    """An import that was to be taken back after its days were over; `days` is how many it has."""

    def __init__(self, days: int) -> None:
        super().__init__(str(days))
        self.days = days


class ImportBuiltOn(DeskError):
    """An import that was to be taken back, and on which something later stands; `reference` is the line."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class NoSuchRecord(DeskError):
    """A record that is not in the store, or no longer."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind} {name}")
        self.kind = kind
        self.name = name


class DatabaseTooNew(DeskError):
    """A store that a later version of the program has written; `revision` is its schema."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(f"{place}: {revision}")
        self.place = place
        self.revision = revision


class DatabaseDamaged(DeskError):
    """A store that cannot be read any more; `backup` is the newest copy of it, if there is one."""

    def __init__(self, place: str, backup: Path | None = None) -> None:
        super().__init__(place)
        self.place = place
        self.backup = backup


class DatabaseBusy(DeskError):
    """A store that another program held for longer than one can wait."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class DatabaseUnavailable(DeskError):
    """A store that cannot be reached; `detail` is the system's own word for it."""

    def __init__(self, place: str, detail: str) -> None:
        super().__init__(f"{place}: {detail}")
        self.place = place
        self.detail = detail


class StoreOnNetwork(DeskError):
    """The file of a store on a network share, where its locks cannot be trusted."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class PasswordInAddress(DeskError):
    """The address of a store with a password in it, where everybody can read it."""


class BookTooLong(DeskError):
    """A book with more rows than its format bears, which are at most `most`."""

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class BookPageChanged(DeskError):
    """Rows of a printed page that are others by now: what is signed on paper is no longer what the register says."""

    def __init__(self, page: int) -> None:
        super().__init__(str(page))
        self.page = page


class BookPageNotPrinted(DeskError):
    """A page of a book to be locked that was not printed, or is locked already."""

    def __init__(self, page: int) -> None:
        super().__init__(str(page))
        self.page = page


class NotAnAnchor(DeskError):
    """A value of the history that is none: `number-digest` is, with at least 16 letters of the digest."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class TitleMissing(DeskError):
    """A case file or a heading without a title, or a heading without its letters."""


class CaseListApproved(DeskError):
    """The list of a year that the head has approved: what it lists stays as it was approved."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


class NothingListed(DeskError):
    """A year whose list of case files is empty, so that it can neither be copied nor approved."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


class HeadingInUse(DeskError):
    """A heading that case files stand under, and that was to be dropped."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SymbolTaken(DeskError):
    """Letters that another heading of the year has, so that symbols would be the same."""

    def __init__(self, symbol: str) -> None:
        super().__init__(symbol)
        self.symbol = symbol


class CaseFileInState(DeskError):
    """A case file that stands where this cannot be done: closed, handed over, or not begun."""

    def __init__(self, symbol: str, state: CaseState) -> None:
        super().__init__(f"{symbol}: {state.name}")
        self.symbol = symbol
        self.state = state


class CaseNotReady(DeskError):
    """A case file that was to be closed, and what is missing for it."""

    def __init__(self, symbol: str, gaps: tuple[Gap, ...]) -> None:
        super().__init__(f"{symbol}: {', '.join(gap.name for gap in gaps)}")
        self.symbol = symbol
        self.gaps = gaps


class NotForArchive(DeskError):
    """Case files that the archive does not take; `symbols` are theirs."""

    def __init__(self, symbols: tuple[str, ...]) -> None:
        super().__init__(", ".join(symbols))
        self.symbols = symbols


class HandoverOnPaper(DeskError):
    """A handing over that cannot be undone: its papers were printed, or somebody has received the files."""


class ArchiveMissing(DeskError):
    """A handing over without the archive, or without who gives the files."""
