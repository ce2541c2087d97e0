"""What an act of the window is: its words, icon and keys, what it needs, the command that does it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from vpdesk.words.catalogue import N_

if TYPE_CHECKING:
    from vpdesk.ui.main_window import MainWindow


class Where(Enum):
    """What an act needs before it can be done."""

    ANYWHERE = auto()
    PAGES = auto()
    """Pages that can be turned and enlarged: of a dispatch, or of a scan."""
    PAGE_LIST = auto()
    """Pages with a list of them beside."""
    PAPER = auto()
    """The pages of one dispatch, to be printed and exported as they are."""
    FINDINGS = auto()
    """Something worth a look in them."""
    FILE = auto()
    """The page of a dispatch file."""
    OFFICE = auto()
    """An office that drafts can be written for."""
    DRAFT = auto()
    """A draft in hand."""
    SUBMITTABLE = auto()
    """A draft that may be submitted."""
    REMARKED = auto()
    """A draft with remarks on it."""
    TAKABLE_BACK = auto()
    """A dispatch whose last step was the officer's, and may be taken back."""
    WITHDRAWABLE = auto()
    """A dispatch that may be given up."""
    AMENDABLE = auto()
    """A dispatch that was signed off and may be changed all the same."""
    CONFLICT = auto()
    """Two texts of one draft, of which one has to be chosen."""
    QUEUE = auto()
    """What was submitted, in a list."""
    PILE = auto()
    """What waits, for whoever may print it with its slips."""
    SIGNABLE = auto()
    """A dispatch that waits for the officer's signature."""
    SIGNABLE_PILE = auto()
    """Several of them, all of which he was shown."""
    CHECKABLE = auto()
    """A dispatch whose form waits to be checked."""
    RECORDABLE = auto()
    """A dispatch that somebody of another office signs on paper."""
    RETURNABLE = auto()
    """A dispatch that may be remarked and sent back."""
    COMPARABLE = auto()
    """A dispatch that the officer has read in an earlier version."""
    UNDOABLE = auto()
    """A signature that may be taken back."""
    DESK = auto()
    """The desk with something on it."""
    DESK_ROW = auto()
    """A row of the desk in hand that has an act."""
    NUMBERABLE_DESK = auto()
    """Several dispatches on the desk, all of which wait for their numbers."""
    ROWS = auto()
    """A list of drafts."""
    CHOSEN = auto()
    """A draft chosen in a list."""
    DELETED = auto()
    """A deleted draft: chosen in the bin, or one that was deleted a while ago from the list in sight."""
    MANAGED = auto()
    """An office whose officers who is signed in may manage."""
    OWN_TEMPLATE = auto()
    """A template of the officer's own in hand; the shipped ones stay as they are."""
    SIGNATORIES = auto()
    """An officer who may say who signs for the bodies."""
    SIGNING_RIGHTS = auto()
    """The page of those who sign."""
    SIGNATORY = auto()
    """A signatory in hand on it."""
    STAND_IN = auto()
    """Days of standing in in hand on it."""
    BODIES = auto()
    """An officer who may see to the bodies of the office or to their terms."""
    TERMS = auto()
    """The page of bodies and terms."""
    BODY_FORM = auto()
    """A record in its form that the officer may keep."""
    NAMES = auto()
    """The page of bodies and terms, for an officer who may change bodies."""
    NAME = auto()
    """What a body is called in hand on it, for him."""
    TERM = auto()
    """A term in hand on it."""
    CLOSABLE_TERM = auto()
    """A term that is over, with rows of numbers that are open, for an officer who keeps the books."""
    REGISTERS = auto()
    """An officer who may read the registers."""
    ARRIVING = auto()
    """An officer who enters arrivals."""
    ENTRY = auto()
    """The form of an arrival."""
    TWIN = auto()
    """An entry whose paper is in the register already."""
    REPEATABLE = auto()
    """An entry behind another, whose values may be repeated."""
    PROPOSED = auto()
    """Values that were read from a scan."""
    SCAN = auto()
    """A scan in hand that waits for its entry."""
    SCANS = auto()
    """Several of them."""
    ARRIVAL = auto()
    """An arrival in hand."""
    ARRIVAL_PAGE = auto()
    """The page of an arrival, for whoever may work on it."""
    STAMPABLE = auto()
    """A page of an arrival that may be stamped on a copy."""
    AMENDING = auto()
    """The form of a line that is being corrected."""
    LIVING_ARRIVAL = auto()
    """An arrival in hand that may be corrected."""
    LIVING_ARRIVALS = auto()
    """Arrivals that may be handed on."""
    SUBMITTABLE_ARRIVALS = auto()
    """Arrivals that may be submitted to the head."""
    SUBMITTED_ARRIVALS = auto()
    """Arrivals before the head, who has not written on them."""
    DIRECTABLE_ARRIVAL = auto()
    """An arrival on which the officer may write a directive, or set one down."""
    DIRECTING = auto()
    """The form of a directive."""
    RECEIVABLE_ARRIVALS = auto()
    """Arrivals that wait to be acknowledged, or signed for."""
    EXTENDABLE_ARRIVAL = auto()
    """An arrival whose deadline may be moved."""
    ANSWERABLE_ARRIVAL = auto()
    """An arrival that may be answered."""
    ANSWERED_ARRIVAL = auto()
    """An arrival that a document of the register may close."""
    FINISHABLE_ARRIVALS = auto()
    """Arrivals that may be finished without a reply."""
    FINISHED_ARRIVAL = auto()
    """An arrival that is finished and may be opened again."""
    UNDOABLE_WORK = auto()
    """An act on arrivals in work that was done a while ago and may be undone."""
    LINES = auto()
    """The outgoing register."""
    NUMBERING = auto()
    """The outgoing register, for an officer who takes numbers."""
    NUMBERABLE = auto()
    """Dispatches chosen there that wait for their numbers."""
    LINE = auto()
    """A line of the register in hand."""
    IN_LINES = auto()
    """A line in sight in large, with others before and behind it."""
    ISSUED_PAPER = auto()
    """A line whose issued paper is stored."""
    VOIDABLE = auto()
    """A line whose number may be made void."""
    HELD_LINE = auto()
    """A number that is held."""
    DELIVERABLE = auto()
    """A line whose papers go to recipients."""
    FOLLOWABLE = auto()
    """A document that another may replace, amend, correct or recall."""
    COPIABLE = auto()
    """A document whose text is there to be copied."""
    ROWS_OF_NUMBERS = auto()
    """The rows of numbers, for an officer who keeps the books."""
    ROW_OF_NUMBERS = auto()
    """A row of numbers in hand."""
    OPEN_ROW = auto()
    """One that is open."""
    BOOKS_PLACE = auto()
    """The books of the registers, or the reports on them."""
    REPORT = auto()
    """The pages of a report."""
    PERIOD = auto()
    """A report of a period, beside which there are others."""
    BOOK = auto()
    """A book of the registers that was asked for."""
    KEPT_BOOK = auto()
    """Its pages in sight, for an officer who keeps the books."""
    LOCKABLE = auto()
    """A book of which pages were printed and not locked yet."""
    OLD_BOOKS = auto()
    """The page on which old books are taken in, while nothing runs there."""
    TRIED_BOOK = auto()
    """An old book whose import was tried and would change something."""
    UNREAD_LINES = auto()
    """The same, with lines that could not be read."""
    UNDOABLE_IMPORT = auto()
    """An import that may be taken back."""
    RUNNING_IMPORT = auto()
    """An import, or the taking back of one, that runs."""
    CASES = auto()
    """An officer who keeps case files."""
    CASE_FILES = auto()
    """The page of case files."""
    CASE_LISTS = auto()
    """The same, for whoever keeps the yearly lists."""
    COPIED_CASE_LIST = auto()
    """A year that the list of an earlier one may be copied into."""
    CASE_FILE = auto()
    """A case file in hand."""
    CASES_OF_OTHERS = auto()
    """One that may be given to another keeper."""
    KEPT_CASE_FILE = auto()
    """One that the officer may change."""
    LISTED_CASE_FILE = auto()
    """One that is listed for the year and not opened yet."""
    DROPPABLE_CASE_FILE = auto()
    """One that may be taken off its list."""
    FILLABLE_CASE_FILE = auto()
    """One that takes documents."""
    CLOSABLE_CASE_FILE = auto()
    """One that was opened and not closed yet."""
    CLOSED_CASE_FILE = auto()
    """One that was closed or set aside, and may be opened again."""
    CASE_PAPER = auto()
    """A document of a case file in hand."""
    KEPT_CASE_PAPER = auto()
    """The same, with the keys on it, in a case file that is not closed."""
    CASE_HANDOVER = auto()
    """Case files that were closed and may go to the archive."""
    UNDOABLE_CASE = auto()
    """An act on case files that may be taken back."""
    CASE_LIST = auto()
    """The page of a yearly list."""
    CASE_LIST_DRAFT = auto()
    """A yearly list that is not approved yet."""
    CASE_LIST_LINE = auto()
    """A heading or a case file of it in hand."""
    CASE_LIST_DONE = auto()
    """A yearly list that was approved."""
    CASE_FORM = auto()
    """A paper of case files in sight."""
    FILABLE = auto()
    """Documents in hand that can be put in case files."""


class Act(NamedTuple):
    """Something a person can do in the window.

    `words` name it in English, to be translated when shown.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    command: Callable[[MainWindow], None]
    group: str
    icon: str = ""
    where: Where = Where.PAGES
    checkable: bool = False


class Hint(NamedTuple):
    """Keys worth knowing now, with a word for what they do."""

    keys: tuple[str, ...]
    word: str
    where: Where


FILE: Final = N_("Dispatch")
PAGE: Final = N_("Page")
WINDOW: Final = N_("Window")
PEOPLE: Final = N_("Signatories")
BODIES: Final = N_("Bodies and terms")
ARRIVALS: Final = N_("Arrivals")
OUTGOING: Final = N_("Outgoing")
CASES: Final = N_("Case files")
BOOKS: Final = N_("Books")
"""The groups of acts, as the key card names them."""
