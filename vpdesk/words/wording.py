"""The sentence for an error, a finding, a component of the form.

Errors and findings carry facts; here they become words: what happened and where, then what to do.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.changes import Change, ChangeKind
from vpdesk.domain.credentials import PASSWORD_LEAST, PIN_DIGITS, WeakFault
from vpdesk.domain.errors import (
    CalledOff,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseTooNew,
    DatabaseUnavailable,
    DeskError,
    EndsBeforeBeginning,
    Fault,
    FaultyDispatch,
    FaultyRules,
    FaultySettings,
    FileNotReadable,
    FileNotWritable,
    IncompleteDispatch,
    LastAdministrator,
    MustChooseSecret,
    NamelessOfficer,
    NoSuchRecord,
    NotAnAnchor,
    NotDeletable,
    NothingRemarked,
    NotPermitted,
    NotRead,
    NotSignatory,
    NotSignedIn,
    NotSigningThen,
    NotWritable,
    Obstacle,
    OfficerLocked,
    PasswordInAddress,
    SecretDispatch,
    StaleEdit,
    StoreOnNetwork,
    UnknownEnding,
    UnknownRules,
    WaitForNextTry,
    WeakSecret,
    WrongSecret,
    WrongStatus,
)
from vpdesk.domain.findings import Figure, Finding, FindingKind
from vpdesk.domain.roles import Permission, Role
from vpdesk.domain.text import printable
from vpdesk.domain.verification import Fault as StoreFault
from vpdesk.domain.verification import FaultKind, Verification
from vpdesk.domain.workflow import Status, Step
from vpdesk.words.arrivals import arrival_sentences
from vpdesk.words.case_files import case_sentences
from vpdesk.words.catalogue import N_, _, format_day, format_long_day, format_weekday, ngettext
from vpdesk.words.files import file_sentences
from vpdesk.words.importing import import_sentences
from vpdesk.words.registers import register_sentences
from vpdesk.words.work_errors import work_sentences


class Explanation(NamedTuple):
    """What happened, and what to do about it: one sentence each."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


def explain(error: DeskError) -> Explanation:
    """Say in the current language what an error means and what to do."""
    match error:
        case FaultyDispatch():
            return _explain_fault(error)
        case FileNotReadable(path=path, obstacle=obstacle, detail=detail):
            return _filled(_READING.get(obstacle, _NOT_READ), path=path, detail=detail or obstacle.name)
        case FileNotWritable(path=path, obstacle=obstacle, detail=detail):
            return _filled(_WRITING.get(obstacle, _NOT_WRITTEN), path=path, detail=detail or obstacle.name)
        case UnknownEnding(path=path, known=known):
            return _filled(_UNKNOWN_ENDING, name=path.name, known=", ".join(known))
        case UnknownRules(name=name, known=known):
            return _filled(_UNKNOWN_RULES, name=name, known=", ".join(known))
        case DatabaseDamaged(place=place, backup=Path() as backup):
            return _filled((_DAMAGED[0], _FROM_BACKUP), place=place, backup=backup)
        case _:
            return _explain_refusal(error)


def _explain_refusal(error: DeskError) -> Explanation:
    """Say why an act of the office was refused."""
    match error:
        case WrongStatus(step=step, status=status):
            return _filled((_STEPS[step], _SEE_STATUS), status=status_name(status))
        case NotWritable(status=status):
            return _filled(_NOT_WRITABLE, status=status_name(status))
        case NotPermitted(permission=permission):
            return _filled((_PERMISSIONS[permission], _NOT_PERMITTED))
        case IncompleteDispatch(components=components):
            return _filled(_INCOMPLETE, cells=", ".join(map(cell_name, components)))
        case EndsBeforeBeginning(first=first, last=last):
            return _filled(_ENDS_BEFORE, first=format_day(first), last=format_day(last))
        case NotSignatory(names=names):
            return _filled(_NOT_SIGNATORY, names=", ".join(names) or "–")
        case WrongSecret() | WaitForNextTry() | WeakSecret():
            return _explain_secret(error)
        case _ if (sentences := _of_registers(error)) is not None:
            return Explanation(*sentences)
        case _:
            plain = _PLAIN.get(type(error))
            return _filled(plain, **vars(error)) if plain else Explanation(str(error), "")


def _of_registers(error: DeskError) -> tuple[str, str] | None:
    of_subjects = (
        register_sentences,
        arrival_sentences,
        work_sentences,
        file_sentences,
        import_sentences,
        case_sentences,
    )
    return next((sentences for explained in of_subjects if (sentences := explained(error))), None)


def _explain_secret(error: WrongSecret | WaitForNextTry | WeakSecret) -> Explanation:
    match error:
        case WaitForNextTry(seconds=seconds):
            return Explanation(_("That was tried too often."), wait_words(seconds))
        case WeakSecret(fault=fault):
            return _filled(_WEAK[fault], digits=PIN_DIGITS, least=PASSWORD_LEAST)
        case WrongSecret(left=None):
            return Explanation(_("Name and code do not belong together."), _("Check both, then try again."))
    tries = ngettext(
        "Try again; {count} try is left before a wait.",
        "Try again; {count} tries are left before a wait.",
        error.left or 0,
    )
    return Explanation(_("Name and secret do not belong together."), tries.format(count=error.left))


def wait_words(seconds: int) -> str:
    """How long the next try has to wait: `Try again in 0:59.`."""
    return _("Try again in {time}.").format(time=f"{seconds // 60}:{seconds % 60:02}")


def role_name(role: Role) -> str:
    """The name of a role."""
    return _(_ROLES[role])


def describe(finding: Finding) -> str:
    """Say in the current language what a finding found."""
    detail = finding.detail
    if finding.kind in (FindingKind.NO_RULES_FOR_DATE, FindingKind.BODY_NOT_OF_DATE):
        detail = format_day(date.fromisoformat(detail))
    figure = _(_FIGURES[finding.figure]) if finding.figure else ""
    return _(_FINDINGS[finding.kind]).format(detail=detail, figure=figure)


def change_words(change: Change) -> str:
    """Say in one line what changed, long words elided in their middle."""
    before, after = _elided(change.before), _elided(change.after)
    match change.kind:
        case ChangeKind.ADDED:
            return _("Added: {words}").format(words=after or _("an empty line or a page break"))
        case ChangeKind.REMOVED:
            return _("Removed: {words}").format(words=before or _("an empty line or a page break"))
        case _ if change.is_of_look:
            return _("Looks otherwise: {words}").format(words=after) if after else _("The setup of the page changed")
        case _:
            return _("“{before}” → “{after}”").format(before=before, after=after)


def _elided(text: str) -> str:
    """A text on one line, short enough for it: its beginning and its end, parted between words."""
    words = printable(" ".join(text.split()))
    if len(words) <= _LONGEST_WORDS:
        return words
    first, last = words[: _LONGEST_WORDS // 2], words[-_LONGEST_WORDS // 2 :]
    return f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"


def explain_fault(fault: StoreFault) -> Explanation:
    """Say what is wrong with a store, and what to do."""
    return _filled((_STORE_FAULTS[fault.kind], _KEEP_STORE), line=fault.line, record=printable(fault.record))


def explain_clock(last: datetime) -> Explanation:
    """Say that the clock of the machine was set back since the last act."""
    moment = f"{clock_words(last)}, {format_day(day_of(last))}"
    return _filled(_CLOCK_SET_BACK, moment=moment)


def verified(verification: Verification) -> str:
    """Say that a store is whole."""
    return _("The store is whole. Lines of history: {lines}. Value: {value}").format(
        lines=verification.lines, value=verification.head_value
    )


def cell_name(component: str) -> str:
    """The name of a numbered component of the form; the page for what has no number."""
    return _(_CELLS.get(component, N_("Page")))


def urgency_name(urgency: Urgency) -> str:
    """The name of a degree of urgency."""
    return _(_URGENCIES[urgency])


def _filled(sentences: tuple[str, str], **facts: object) -> Explanation:
    what, remedy = sentences
    return Explanation(_(what).format(**facts), _(remedy).format(**facts))


def status_name(status: Status) -> str:
    """The name of where a dispatch stands."""
    return _(_STATUSES[status])


def status_tone(status: Status) -> str:
    """The tone of a status: what a chip of it looks like."""
    return _TONES[status]


_ZONE = timezone(timedelta(hours=7))
"""Vietnam's time, on every screen and paper, whatever the machine says."""


def clock_words(moment: datetime) -> str:
    """The time of day of a moment: `10:42`."""
    return moment.astimezone(_ZONE).strftime("%H:%M")


def day_of(moment: datetime) -> date:
    """The day of a moment in Vietnam."""
    return moment.astimezone(_ZONE).date()


def long_day(day: date) -> str:
    """A day in words: `Thứ Ba, ngày 24 tháng 12 năm 2024`."""
    weekday = format_weekday(day)
    return _("{weekday}, {day}").format(weekday=weekday, day=format_long_day(day))


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment as somebody says it now: its time today, `yesterday`, the day before that."""
    day, today = day_of(moment), day_of(now)
    if day == today:
        return clock_words(moment)
    if day == today - timedelta(days=1):
        return _("yesterday")
    return format_day(day)


def _explain_fault(error: FaultyDispatch) -> Explanation:
    wanted = _(_KINDS.get(error.wanted, error.wanted)) if error.wanted else ""
    sentences = _FAULTS[error.fault]
    if error.fault in _LISTING and (not wanted or len(wanted) > _LONGEST_LIST):
        sentences = (sentences[0], _UNLISTED)
    return _filled(sentences, place=_place(error.where), found=error.found, wanted=wanted)


def _place(where: str) -> str:
    """A place in a file as a reader finds it: by line and column, or by the path of its keys."""
    if where in {"", "1:1"}:
        return _("the beginning of the file")
    if spot := re.fullmatch(r"(\d+):(\d+)", where):
        return _("line {line}, column {column}").format(line=spot[1], column=spot[2])
    return where


_LONGEST_WORDS = 72
"""Characters of words that changed which a line still bears."""
_LONGEST_LIST = 120
"""Characters of a list of choices that a sentence still bears."""
_LISTING = frozenset({Fault.UNKNOWN_KEY, Fault.UNKNOWN_VALUE})
_UNLISTED = N_("Correct it, or take it out.")

_FAULTS: dict[Fault, tuple[str, str]] = {
    Fault.NOT_UTF8: (
        N_("The dispatch file is not UTF-8 at {place}."),
        N_("Save it again with the encoding UTF-8."),
    ),
    Fault.NOT_JSON: (
        N_("The dispatch file cannot be understood at {place}."),
        N_("Check the quotation marks, commas and brackets there."),
    ),
    Fault.TOO_LARGE: (
        N_("The dispatch file is too large: {found}, where {wanted} is the most."),
        N_("Shorten the text, or split it into several dispatches."),
    ),
    Fault.TOO_DEEP: (
        N_("The dispatch file is nested deeper than {wanted} levels at {place}."),
        N_("Check the brackets there."),
    ),
    Fault.UNKNOWN_KEY: (
        N_("The dispatch file has an unknown key “{found}” at {place}."),
        N_("Take it out, or use one of these: {wanted}."),
    ),
    Fault.REPEATED_KEY: (
        N_("The key “{found}” stands twice in the dispatch file."),
        N_("Keep one of them."),
    ),
    Fault.MISSING_KEY: (
        N_("The dispatch file lacks the key “{found}” at {place}."),
        N_("Add it."),
    ),
    Fault.WRONG_TYPE: (
        N_("The value at {place} is “{found}”, where {wanted} belongs."),
        N_("Correct it in the file."),
    ),
    Fault.UNKNOWN_VALUE: (
        N_("The value “{found}” at {place} is not known."),
        N_("Use one of these: {wanted}."),
    ),
    Fault.OUT_OF_RANGE: (
        N_("The number {found} at {place} is outside {wanted}."),
        N_("Choose a number within these limits."),
    ),
    Fault.NO_SUCH_DATE: (
        N_("There is no day “{found}”, as {place} says."),
        N_("Write an existing day in the form 2024-12-24."),
    ),
    Fault.CONTROL_CHARACTER: (
        N_("The text at {place} holds the character {found}, which may not stand there."),
        N_("Remove that character."),
    ),
    Fault.EMPTY: (
        N_("There is nothing at {place}."),
        N_("Fill it in, or take the key out."),
    ),
    Fault.UNEVEN_TABLE: (
        N_("The table row at {place} does not fill its {wanted} columns."),
        N_("Check its cells and their spans."),
    ),
}

_KINDS = {
    "object": N_("a group of keys"),
    "list": N_("a list"),
    "text": N_("a text"),
    "one line of text": N_("one line of text"),
    "whole number": N_("a whole number"),
    "number": N_("a number"),
    "true, false": N_("true or false"),
}

_ENDS_BEFORE = (
    N_("The last day, {last}, comes before the first, {first}."),
    N_("Correct one of the two days."),
)
_NOT_SIGNING_THEN = (
    N_("By the records of the body, {person} does not sign on each of these days."),
    N_("Choose other days, or correct those in which {person} signs."),
)
_NOT_READ = (
    N_("The file {path} cannot be read: {detail}."),
    N_("Try again, or choose another file."),
)
_READING: dict[Obstacle, tuple[str, str]] = {
    Obstacle.NOT_FOUND: (
        N_("There is no file {path}."),
        N_("Check the name, or choose another file."),
    ),
    Obstacle.NO_PERMISSION: (
        N_("This account may not read the file {path}."),
        N_("Ask for the right to read it, or choose another file."),
    ),
    Obstacle.IS_FOLDER: (
        N_("{path} is a folder."),
        N_("Choose a file in it."),
    ),
    Obstacle.NO_FOLDER: (
        N_("There is no folder for {path}."),
        N_("Check the name, or choose another file."),
    ),
    Obstacle.NAME_TOO_LONG: (
        N_("The name {path} is too long."),
        N_("Use a shorter name."),
    ),
}

_NOT_WRITTEN = (
    N_("Cannot write the file {path}: {detail}."),
    N_("Try again, or choose another place."),
)
_ELSEWHERE = N_("Choose another place.")
_WRITING: dict[Obstacle, tuple[str, str]] = {
    Obstacle.NOT_FOUND: (
        N_("Cannot write the file {path}: the folder does not exist."),
        N_("Make the folder first, or choose another place."),
    ),
    Obstacle.NO_FOLDER: (
        N_("Cannot write the file {path}: the folder does not exist."),
        N_("Make the folder first, or choose another place."),
    ),
    Obstacle.NO_PERMISSION: (
        N_("Cannot write the file {path}: this account may not write there."),
        _ELSEWHERE,
    ),
    Obstacle.IS_FOLDER: (
        N_("Cannot write the file {path}: a folder has this name."),
        N_("Use another name."),
    ),
    Obstacle.DISK_FULL: (
        N_("Cannot write the file {path}: the drive is full."),
        _ELSEWHERE,
    ),
    Obstacle.READ_ONLY: (
        N_("Cannot write the file {path}: the drive is read-only."),
        _ELSEWHERE,
    ),
    Obstacle.NAME_TOO_LONG: (
        N_("Cannot write the file {path}: the name is too long."),
        N_("Use a shorter name."),
    ),
}

_UNKNOWN_ENDING = (
    N_("The ending of “{name}” names no format."),
    N_("Use one of these: {known}."),
)
_UNKNOWN_RULES = (
    N_("There is no rule pack “{name}”."),
    N_("Use one of these: {known}."),
)
_FAULTY_RULES = (
    N_("The rule pack {pack} has a wrong value at {key}."),
    N_("Install the program again, or put the value right."),
)
_FAULTY_SETTINGS = (
    N_("The settings file {path} has a wrong value at {key}."),
    N_("Put it right, or delete the file to start with the usual settings."),
)
_SECRET = (
    N_("This machine is not for secret papers."),
    N_("Enter number, date and sender only."),
)
_STATUSES = {
    Status.DRAFT: N_("Draft"),
    Status.TO_CHECK: N_("To be checked"),
    Status.SUBMITTED: N_("Submitted"),
    Status.SENT_BACK: N_("Sent back"),
    Status.SIGNED_OFF: N_("Signed off"),
    Status.ISSUED: N_("Issued"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.VOID: N_("Void"),
}
_TONES = {
    Status.DRAFT: "accent",
    Status.TO_CHECK: "amber",
    Status.SUBMITTED: "amber",
    Status.SENT_BACK: "red",
    Status.SIGNED_OFF: "amber",
    Status.ISSUED: "green",
    Status.WITHDRAWN: "muted",
    Status.VOID: "red",
}
_STEPS = {
    Step.SUBMIT: N_("A dispatch with the status “{status}” cannot be submitted."),
    Step.CHECK: N_("The form of a dispatch with the status “{status}” is not to be checked."),
    Step.TAKE_BACK: N_("A dispatch with the status “{status}” cannot be taken back."),
    Step.SEND_BACK: N_("A dispatch with the status “{status}” cannot be sent back."),
    Step.SIGN_OFF: N_("A dispatch with the status “{status}” cannot be signed off."),
    Step.AMEND: N_("A dispatch with the status “{status}” cannot be amended."),
    Step.WITHDRAW: N_("A dispatch with the status “{status}” cannot be withdrawn."),
    Step.ISSUE: N_("A dispatch with the status “{status}” cannot be issued."),
    Step.VOID: N_("A dispatch with the status “{status}” cannot be declared void."),
}
_SEE_STATUS = N_("Open it again to see where it stands now.")
_NOT_WRITABLE = (
    N_("The text of a dispatch with the status “{status}” cannot be changed."),
    N_("Take it back first, or start a new one from it."),
)
_NOT_DELETABLE = (
    N_("A dispatch that was submitted once stays."),
    N_("Withdraw it instead."),
)
_STALE = (
    N_("Somebody else has saved this dispatch in the meantime."),
    N_("Compare both texts, then keep one of them."),
)
_NOT_SIGNED_IN = (
    N_("Nobody is signed in at this desk."),
    N_("Sign in, then do it again; what was typed is kept."),
)
_LOCKED = (
    N_("This officer is locked."),
    N_("Ask the administrator to unlock him."),
)
_MUST_CHOOSE = (
    N_("A secret of one’s own comes first."),
    N_("Choose a PIN or a password."),
)
_LAST_ADMINISTRATOR = (
    N_("This is the only administrator, and the office needs one."),
    N_("Make another officer administrator first, and let him sign in once."),
)
_NAMELESS = (
    N_("An officer needs a name."),
    N_("Write the first and last name."),
)
_WEAK = {
    WeakFault.NOT_DIGITS: (N_("A PIN has {digits} digits."), N_("Choose {digits} digits.")),
    WeakFault.GUESSABLE: (N_("This PIN is among the first that anybody tries."), N_("Choose another one.")),
    WeakFault.TOO_SHORT: (N_("A password has at least {least} letters."), N_("A few words make a good one.")),
    WeakFault.IS_NAME: (N_("This password is guessed at once."), N_("Choose another one.")),
}
_ROLES = {
    Role.DRAFTER: N_("Drafter"),
    Role.CLERK: N_("Clerk"),
    Role.HEAD: N_("Head or deputy"),
    Role.ADMINISTRATOR: N_("Administrator"),
}
_NOT_PERMITTED = N_("Ask whoever may do it, or the administrator for the role.")
_PERMISSIONS = {
    Permission.DRAFT: N_("Only the officer whose dispatch it is, and who drafts, can do this."),
    Permission.READ_SUBMITTED: N_("This dispatch of another officer cannot be read."),
    Permission.CORRECT: N_("The text of another officer’s dispatch cannot be changed here."),
    Permission.CHECK_FORM: N_("Only the clerk checks the form."),
    Permission.SIGN_OFF: N_("Only a head or deputy signs off or sends back."),
    Permission.RECORD_SIGNATURE: N_("Only the clerk records signatures on paper."),
    Permission.PRINT_SLIPS: N_("Only clerk and head print what waits with its slips."),
    Permission.ISSUE: N_("Only the clerk takes numbers and issues."),
    Permission.REGISTER_ARRIVALS: N_("Only the clerk enters arrivals in the register."),
    Permission.READ_REGISTERS: N_("The registers are for those who draft, issue and sign."),
    Permission.KEEP_BOOKS: N_("Only the clerk closes, locks and takes in books."),
    Permission.DIRECT: N_("Only a head or deputy writes directives."),
    Permission.HANDLE_ARRIVALS: N_("Only those who were given the arrival, the clerk and a head do this."),
    Permission.MANAGE_OFFICERS: N_("Only an administrator changes officers and their roles."),
    Permission.MANAGE_OFFICE: N_("Only an administrator changes the records of the office."),
    Permission.KEEP_CASE_FILES: N_("Case files are for those who draft, issue and sign."),
    Permission.KEEP_ALL_CASE_FILES: N_("Only its keeper and the clerk change a case file; the list is the clerk’s."),
    Permission.VERIFY: N_("Only clerk, head and administrator check the history."),
}
_INCOMPLETE = (
    N_("This dispatch cannot be submitted yet; still missing: {cells}."),
    N_("Fill in what is missing, then submit again."),
)
_NOT_SIGNATORY = (
    N_("By the records of the body, this is not yours to sign on this day; it waits for {names}."),
    N_("Send it back for another signature block, or correct the records of who signs."),
)
_NOT_SHOWN = (
    N_("The text as it is now was not shown to you yet."),
    N_("Read it, then sign it off."),
)
_NOTHING_REMARKED = (
    N_("Nothing is said of what should change."),
    N_("Write at least one remark, then send it back."),
)
_CLOCK_SET_BACK = (
    N_("The clock of this machine is behind: the last act in the history is of {moment}."),
    N_("Set date and time right before you go on; the history will note it."),
)
_NO_SUCH_RECORD = (
    N_("This record is no longer in the store."),
    N_("Renew the list."),
)
_TOO_NEW = (
    N_("The store {place} was written by a newer version of the program."),
    N_("Install that version here too; the store was left as it is."),
)
_DAMAGED = (
    N_("The store {place} is damaged and cannot be read."),
    N_("Ask for help before you go on; the store was left as it is."),
)
_FROM_BACKUP = N_("The newest backup is {backup}; the store was left as it is.")
_CALLED_OFF = N_("The search was called off."), N_("Search again.")
_BUSY = (
    N_("Another program is holding the store {place}."),
    N_("Close it there, then try again."),
)
_UNAVAILABLE = (
    N_("The store {place} cannot be reached: {detail}."),
    N_("Check the place and the network, then try again."),
)
_PASSWORD = (
    N_("The address of the store holds a password."),
    N_("Take it out of the address, and put it into the password file of PostgreSQL."),
)
_ON_NETWORK = (
    N_("The store {place} lies on a network share, where it can be damaged."),
    N_("Keep it on this machine, or let several desks share a PostgreSQL database."),
)
_NOT_AN_ANCHOR = (
    N_("“{text}” is no value of the history."),
    N_("Copy it as it was printed: a number, a dash, and the letters and figures behind it."),
)
_KEEP_STORE = N_("Keep the store as it is, and compare it with its backups and with what was printed.")
_STORE_FAULTS: dict[FaultKind, str] = {
    FaultKind.NOT_CANONICAL: N_("Line {line} of the history is not written as the program writes lines."),
    FaultKind.OUT_OF_ORDER: N_("At line {line} of the history a line was taken out, put in or moved."),
    FaultKind.BROKEN: N_("Line {line} of the history does not follow from the one before; one of the two was changed."),
    FaultKind.LINE_CHANGED: N_("Line {line} of the history was changed."),
    FaultKind.ANCHOR_DIFFERS: N_(
        "The history up to line {line} is not the one whose value was printed: a line in it was changed."
    ),
    FaultKind.CUT_OFF: N_("The history ends before the printed value; it lacks line {line} and what follows."),
    FaultKind.RECORD_CHANGED: N_("The record {record} was changed behind the history’s back."),
    FaultKind.RECORD_REMOVED: N_("The record {record} was removed behind the history’s back."),
    FaultKind.RECORD_INSERTED: N_("The record {record} was put in behind the history’s back."),
    FaultKind.INDEX_DIFFERS: N_("The index of the history differs from line {line}."),
    FaultKind.BROKEN_REFERENCE: N_("A row of the table {record} belongs to a record that is not there."),
    FaultKind.FILE_LOST: N_("The file of the record {record} is gone, or its bytes were changed."),
    FaultKind.UNGUARDED: N_("The triggers that protect the history are missing; its lines are whole."),
}
_PLAIN: dict[type[DeskError], tuple[str, str]] = {
    FaultyRules: _FAULTY_RULES,
    FaultySettings: _FAULTY_SETTINGS,
    SecretDispatch: _SECRET,
    NotDeletable: _NOT_DELETABLE,
    StaleEdit: _STALE,
    NotSignedIn: _NOT_SIGNED_IN,
    NotSigningThen: _NOT_SIGNING_THEN,
    OfficerLocked: _LOCKED,
    MustChooseSecret: _MUST_CHOOSE,
    LastAdministrator: _LAST_ADMINISTRATOR,
    NamelessOfficer: _NAMELESS,
    NotRead: _NOT_SHOWN,
    NothingRemarked: _NOTHING_REMARKED,
    NoSuchRecord: _NO_SUCH_RECORD,
    NotAnAnchor: _NOT_AN_ANCHOR,
    DatabaseTooNew: _TOO_NEW,
    DatabaseDamaged: _DAMAGED,
    DatabaseBusy: _BUSY,
    CalledOff: _CALLED_OFF,
    DatabaseUnavailable: _UNAVAILABLE,
    PasswordInAddress: _PASSWORD,
    StoreOnNetwork: _ON_NETWORK,
}
"""The sentences that need no more than the error's own facts."""

_FIGURES: dict[Figure, str] = {
    Figure.BODY_SIZE: N_("The size of the text"),
    Figure.LEADING: N_("The pitch of the lines"),
    Figure.GAP: N_("The gap between paragraphs"),
}

_FINDINGS: dict[FindingKind, str] = {
    FindingKind.MISSING_CHARACTERS: N_("These characters are not in the typeface and print as boxes: {detail}."),
    FindingKind.TYPE_UNKNOWN: N_("The type “{detail}” is not in the catalogue of types."),
    FindingKind.TYPE_NOT_USUAL: N_("A body of this kind does not usually issue the type “{detail}”."),
    FindingKind.TYPE_NOT_OF_DATE: N_("The type “{detail}” was not in the catalogue on the day of this paper."),
    FindingKind.ADDRESSEES_NOT_USUAL: N_("By its form the type “{detail}” has no addressees."),
    FindingKind.OUTSIDE_LIMITS: N_("{figure} is outside the limits of the guidance: {detail} pt."),
    FindingKind.FITTED: N_("{figure} was moved so that the last page is not left with a line or two: {detail} pt."),
    FindingKind.MOVED_ALONG: N_("A line more was moved along to page {detail}, so that it is not left with two."),
    FindingKind.NOT_FITTED: N_(
        "Page {detail} is left with a line or two, and nothing inside the limits of the guidance mends it; shorten the"
        " text or add to it."
    ),
    FindingKind.TOO_MANY_PAGES: N_("More pages than asked for, even at the tightest the guidance allows: {detail}."),
    FindingKind.RULES_NOT_OF_DATE: N_("The day of this paper calls for other rules than “{detail}”."),
    FindingKind.NO_RULES_FOR_DATE: N_("No rules are known for {detail}; the oldest are used."),
    FindingKind.BODY_NOT_OF_DATE: N_("On {detail} the issuing body was called otherwise, or was another."),
    FindingKind.SIGNING_FORM_NOT_OF_RULES: N_("These rules do not know the authority “{detail}”."),
    FindingKind.SIGNING_FOR_COLLECTIVE: N_("A committee decides together: it is signed T/M, not “{detail}”."),
    FindingKind.SIGNATORY_NOT_KNOWN: N_("The records of the body do not have {detail} as a signatory."),
    FindingKind.SIGNATORY_NOT_OF_DATE: N_("By the records {detail} does not sign in this way on this day."),
    FindingKind.SIGNATORY_NOT_OF_TYPE: N_("By the records {detail} does not sign dispatches of this type."),
}

_URGENCIES = {
    Urgency.URGENT: N_("Urgent"),
    Urgency.VERY_URGENT: N_("Very urgent"),
    Urgency.EXPRESS: N_("Express"),
    Urgency.EXPRESS_AT_TIME: N_("Express, by the hour"),
}

_CELLS = {
    "1": N_("Party title"),
    "2": N_("Issuing body"),
    "3": N_("Number and symbol"),
    "4": N_("Place and date"),
    "5a": N_("Type and subject"),
    "5b": N_("Subject"),
    "6": N_("Text"),
    "7": N_("Signature"),
    "7a": N_("Authority"),
    "7b": N_("Position"),
    "7c": N_("Signatory"),
    "8": N_("Seal"),
    "9a": N_("Addressees"),
    "9b": N_("Distribution"),
    "10a": N_("Secrecy"),
    "10b": N_("Urgency"),
    "11a": N_("Circulation"),
    "11b": N_("Draft notice"),
    "12": N_("Typist and copies"),
    "13": N_("Contact"),
    "appendix": N_("Appendix"),
    "note": N_("Footnote"),
    "copy": N_("Certified copy"),
}
