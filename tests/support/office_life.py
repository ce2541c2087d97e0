"""Days at an office as chance has them: every act of the services, by whoever may do it; some are refused."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from uuid import UUID

from support.builders import a_dispatch
from support.register_life import SOME_FILE, keep_registers
from vpdesk.db.files import keep_bytes
from vpdesk.db.store import UnitOfWork
from vpdesk.db.tables import CredentialRow, RecoveryCodeRow
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.drafts import TemplateChange
from vpdesk.domain.errors import DeskError
from vpdesk.domain.ids import new_id
from vpdesk.domain.organisation import Days, Officer, StandIn
from vpdesk.domain.signoff import NewRemark
from vpdesk.services import drafting, office, signoff
from vpdesk.services.desk import Desk

KHOI = Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
LINH = Signing("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Đỗ Khánh Linh")
OUTSIDE = Signing(None, "CHỦ NHIỆM", "Hoàng Thu Lê")


class OfficeLife:
    """The sample office at a desk, and what chance does there."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk, self._chance = desk, random.Random(seed)
        self._office = office.found_sample(desk)
        self._drafts: list[UUID] = []
        self._templates: list[TemplateChange] = []
        self._remarks: list[UUID] = []
        self._acts: tuple[Callable[[], object], ...] = (
            *[self._begin] * 2,
            *[self._save] * 6,
            *[self._submit] * 4,
            *[self._sign] * 6,
            *[self._send_back] * 2,
            self._check,
            self._keep,
            self._take_back,
            self._withdraw,
            self._follow,
            self._record_signature,
            self._choose,
            self._choose_for_office,
            self._put_in_bin,
            self._restore,
            self._empty_bin,
            *[self._save_template] * 2,
            self._rename_template,
            self._delete_template,
            self._undo,
            self._stand_in,
            self._secret,
            self._register,
        )

    def live(self, acts: int) -> None:
        """Do as many acts; those that are refused do not count."""
        done = 0
        while done < acts:
            self._desk.seat.officer = self._chance.choice(self._office.officers[:5]).id
            with suppress(DeskError):
                self._chance.choice(self._acts)()
                done += 1

    def _words(self) -> str:
        return " ".join(self._chance.choice(("mở", "lớp", "hội nghị", "Đảng ủy", "kế hoạch")) for _ in range(5))

    def _some_draft(self) -> UUID:
        # What was touched of late is touched again: so drafts come to their end.
        return self._chance.choice(self._drafts[-12:] or [self._begin()])

    def _begin(self) -> UUID:
        signing = self._chance.choice([(LINH,), (KHOI,), (KHOI, LINH), (LINH, OUTSIDE)])
        kind = self._chance.choice(("CV", "KH", "BC"))
        addressees = ("Các chi bộ",) if kind == "CV" else ()
        dispatch = a_dispatch(
            kind, number=None, date=None, subject_summary=self._words(), addressees=addressees, signing=signing
        )
        self._drafts.append(drafting.begin(self._desk, dispatch, self._office.bodies[0].id).draft.id)
        return self._drafts[-1]

    def _save(self) -> None:
        draft = drafting.open_draft(self._desk, self._some_draft()).draft
        self._desk.seat.officer = draft.owner
        drafting.save(self._desk, draft, replace(draft.dispatch, subject_summary=self._words()))

    def _keep(self) -> None:
        draft = drafting.open_draft(self._desk, self._some_draft()).draft
        drafting.keep(self._desk, draft.id, replace(draft.dispatch, subject_summary=self._words()))

    def _submit(self) -> None:
        signoff.submit(self._desk, self._owned())

    def _sign(self) -> None:
        draft = self._some_draft()
        self._desk.seat.officer = self._chance.choice(self._office.officers[3:5]).id
        signoff.sign(self._desk, draft, signoff.read(self._desk, draft).version.number)

    def _send_back(self) -> None:
        draft = self._some_draft()
        signoff.send_back(
            self._desk, draft, signoff.read(self._desk, draft).version.number, (NewRemark(self._words()),)
        )
        self._remarks += [one.id for one in signoff.remarks(self._desk, draft)]

    def _check(self) -> None:
        draft = self._some_draft()
        signoff.check_form(self._desk, draft, signoff.read(self._desk, draft).version.number)

    def _record_signature(self) -> None:
        draft = self._some_draft()
        signoff.record_signature(self._desk, draft, signoff.read(self._desk, draft).version.number, 1)

    def _take_back(self) -> None:
        signoff.take_back(self._desk, self._owned())

    def _withdraw(self) -> None:
        signoff.withdraw(self._desk, self._owned())

    def _follow(self) -> None:
        if self._remarks:
            signoff.mark_done(self._desk, self._chance.choice(self._remarks), done=self._chance.random() < 0.8)

    def _put_in_bin(self) -> None:
        drafting.delete(self._desk, self._owned())

    def _restore(self) -> None:
        drafting.restore(self._desk, self._owned())

    def _empty_bin(self) -> None:
        if self._chance.random() < 0.3:
            drafting.empty_bin(self._desk)

    def _choose(self) -> None:
        office.set_officer_setting(self._desk, self._chance.choice(("columns", "theme")), self._words())

    def _choose_for_office(self) -> None:
        key = self._chance.choice(("form_check", "unusual_types"))
        office.set_office_setting(self._desk, key, self._chance.choice(("true", "false")))

    def _save_template(self) -> None:
        change = drafting.save_template(self._desk, self._words(), a_dispatch(subject_summary=self._words()))
        self._templates.append(change)

    def _rename_template(self) -> None:
        if self._templates and (now := self._chance.choice(self._templates).now):
            self._templates.append(drafting.rename_template(self._desk, now.id, self._words()))

    def _delete_template(self) -> None:
        if len(self._templates) > 9 and (now := self._chance.choice(self._templates).now):
            self._templates.append(drafting.delete_template(self._desk, now.id))

    def _undo(self) -> None:
        if self._templates:
            drafting.undo_template_change(self._desk, self._templates[-1])

    def _owned(self) -> UUID:
        with self._desk.store.reading() as work:
            draft = work.drafts.get(self._some_draft())
        self._desk.seat.officer = draft.owner
        return draft.id

    def _stand_in(self) -> None:
        """A deputy stands in, and another term begins: the records of a body as a whole."""
        with self._desk.store.writing() as work:
            body = self._chance.choice(work.organisation.bodies())
            days = Days(date(2024, 1, 1 + self._chance.randrange(28)), None)
            one = StandIn(new_id(work.now), self._chance.choice(body.signatories).id, days)
            work.organisation.put_body(replace(body, stand_ins=(*body.stand_ins[-2:], one)))
            work.tell(self._desk.seat.officer, "change", "body", body.id)

    def _secret(self) -> None:
        """An officer's secret and a code, and the days of the officer himself."""
        with self._desk.store.writing() as work:
            officer = self._chance.choice(self._office.officers)
            keep_secret(work, officer, self._words())
            work.organisation.put_officer(replace(officer, position=self._words()))
            work.tell(officer.id, "change", "officer", officer.id)

    def _register(self) -> None:
        """Papers went out and came in."""
        draft = self._chance.choice(self._drafts) if self._drafts else None
        keep_bytes(self._desk.store.files, SOME_FILE)
        with self._desk.store.writing() as work:
            keep_registers(work, self._chance.choice(self._office.officers).id, self._words(), self._chance, draft)


def keep_secret(work: UnitOfWork, officer: Officer, secret: str) -> None:
    """Keep what an officer knows, and a code."""
    work._session.merge(
        CredentialRow(
            officer_id=officer.id, kind="pin", secret=secret, changed_at=work.now, failures=0, failed_at=work.now
        )
    )
    work._session.add(RecoveryCodeRow(id=new_id(work.now), secret=secret, made_at=work.now, used_at=None))
