"""Rows and values: whatever is kept comes back as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from support.builders import a_dispatch
from support.strategies import dispatches

from vpdesk.db.records import (
    dispatch_of,
    draft_of,
    draft_row,
    signing_of_value,
    signing_value,
    template_of,
    template_row,
    text_of,
    version_of,
    version_row,
    working_copy_of,
    working_copy_row,
)
from vpdesk.db.store import Store
from vpdesk.domain.dispatch import Dispatch, Signing
from vpdesk.domain.drafts import Draft, DraftVersion, OwnTemplate, WorkingCopy
from vpdesk.domain.organisation import BodyVersion, Days, IssuingBody, Officer, Signatory, Spelling, Term
from vpdesk.domain.signing import Authority
from vpdesk.domain.workflow import Progress, Status, Step

NOON = datetime(2024, 12, 24, 12, 0, 0, 123456, UTC)
ids = st.uuids()
moments = st.datetimes(timezones=st.just(UTC))
progress = st.builds(Progress, st.sampled_from(Status), st.integers(0, 9))
drafts = st.builds(
    Draft,
    id=ids,
    body=ids,
    body_version=ids,
    rules=st.sampled_from(["party-2018", "state-2020"]),
    dispatch=dispatches,
    owner=ids,
    created_at=moments,
    updated_at=moments,
    progress=progress,
    deleted_at=st.none() | moments,
    version=st.integers(1, 99),
)


@given(dispatches)
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_dispatch_comes_back_from_its_text(dispatch: Dispatch) -> None:
    assert dispatch_of(text_of(dispatch)) == dispatch


@given(drafts)
@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_draft_comes_back_from_its_row(draft: Draft) -> None:
    assert draft_of(draft_row(draft, "Công văn")) == draft


def test_a_working_copy_a_version_and_a_template_come_back_from_their_rows() -> None:
    one, two = UUID(int=1), UUID(int=2)
    copy = WorkingCopy(one, two, "máy 1", 3, a_dispatch(), NOON)
    version = DraftVersion(one, 1, Step.SUBMIT, two, NOON, a_dispatch(), "0" * 64)
    erased = DraftVersion(one, 2, Step.SIGN_OFF, two, NOON, None, "1" * 64)
    template = OwnTemplate(one, "Mẫu của tôi", two, a_dispatch(), NOON)

    assert working_copy_of(working_copy_row(copy)) == copy
    assert version_of(version_row(version, b"salt")) == version
    assert version_of(version_row(erased, b"")) == erased
    assert template_of(template_row(template)) == template


@given(st.builds(Signing, st.none() | st.text(), st.none() | st.text(), st.none() | st.text()))
def test_a_signature_of_composed_letters_comes_back_from_its_value(signing: Signing) -> None:
    value = signing_value(signing)

    assert signing_value(signing_of_value(value)) == value


def test_the_office_comes_back_from_its_tables(store: Store) -> None:
    deputy, head = UUID(int=21), UUID(int=22)
    later = IssuingBody(
        UUID(int=11),
        (BodyVersion(UUID(int=12), None, "BAN XÂY DỰNG ĐẢNG", "BXDĐ", "Hà Ninh", Days(date(2025, 7, 1))),),
    )
    body = IssuingBody(
        UUID(int=1),
        (
            BodyVersion(
                UUID(int=2),
                "HUYỆN ỦY HÀ NINH",
                "BAN TUYÊN GIÁO",
                "BTGHU",
                "Hà Ninh",
                Days(last=date(2025, 6, 30)),
                Spelling.SECOND_VOWEL,
                later.id,
            ),
            BodyVersion(UUID(int=3), None, "BAN KHÁC", "BK", "Hà Ninh"),
        ),
        # Whoever stands in may stand before the one he stands in for.
        (
            Signatory(deputy, "Đỗ Khánh Linh", "PHÓ TRƯỞNG BAN", Authority.DEPUTY, "TRƯỞNG BAN", stands_in_for=head),
            Signatory(head, "Trần Minh Khôi", "TRƯỞNG BAN", days=Days(date(2020, 1, 1), date(2025, 6, 30))),
        ),
        (Term(UUID(int=31), "2020 - 2025", Days(date(2020, 7, 1))), Term(UUID(int=32), "2025 - 2030", Days())),
    )
    officers = (Officer(UUID(int=41), "Mai", None), Officer(UUID(int=42), "Lan", "Văn thư", Days(date(2024, 1, 1))))

    with store.writing() as work:
        for one in (body, later):
            work.organisation.put_body(one)
        for officer in officers:
            work.organisation.put_officer(officer)
        work.tell(None, "found", "office", None)

    with store.reading() as work:
        assert work.organisation.bodies() == (body, later)
        assert work.organisation.body(body.id) == body
        assert work.organisation.officers() == officers


def test_a_body_that_lost_a_part_is_kept_without_it(store: Store) -> None:
    version = BodyVersion(UUID(int=2), None, "BAN TUYÊN GIÁO", "BTGHU", "Hà Ninh")
    terms = tuple(Term(UUID(int=number), str(number), Days()) for number in (3, 4, 5))

    for kept in (terms, terms[::-1], terms[1:]):
        body = IssuingBody(UUID(int=1), (version,), terms=kept)
        with store.writing() as work:
            work.organisation.put_body(body)
            work.tell(None, "change", "body", body.id)
        with store.reading() as work:
            assert work.organisation.bodies() == (body,)


def test_a_moment_of_any_zone_is_kept_to_the_microsecond(store: Store) -> None:
    officer, moment = Officer(UUID(int=1), "Mai"), NOON.astimezone(timezone(timedelta(hours=7)))
    template = OwnTemplate(UUID(int=2), "Mẫu", officer.id, a_dispatch(), moment)
    with store.writing() as work:
        work.organisation.put_officer(officer)
        work.templates.put(template)
        work.tell(None, "save", "template", template.id)

    with store.reading() as work:
        kept = work.templates.get(template.id).updated_at
    assert (kept, kept.utcoffset()) == (moment, timedelta(0))
