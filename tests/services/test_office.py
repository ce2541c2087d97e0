"""The office: founded once, kept, and asked for its bodies of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.stores import CHRISTMAS_EVE

from vpdesk.domain.catalog import BodyKind, body_kind
from vpdesk.domain.credentials import SecretKind
from vpdesk.domain.dispatch import Signing
from vpdesk.domain.errors import NotSignedIn
from vpdesk.domain.history import verify
from vpdesk.domain.office import OfficeBeginning
from vpdesk.domain.organisation import Spelling, bodies_on, signing_on, term_on, version_on
from vpdesk.services import office as office_service
from vpdesk.services.demo import sample_path
from vpdesk.services.desk import Desk
from vpdesk.services.drafting import sweep_bin
from vpdesk.services.office import (
    found_own,
    found_sample,
    office,
    officer_setting,
    sample_office,
    set_officer_setting,
    set_unusual_types,
)
from vpdesk.services.typesetting import read_dispatch

BEGINNING = OfficeBeginning(
    parent_line="HUYỆN UỶ HÀ NINH",
    name_line="BAN TUYÊN GIÁO",
    symbol="BTGHU",
    place="Hà Ninh",
    officer_name="Trịnh Bảo Ngọc",
    spelling=Spelling.SECOND_VOWEL,
    head_name="Trần Minh Khôi",
    head_position="TRƯỞNG BAN",
    term_name="2020 - 2025",
    term_first=date(2020, 8, 1),
)
PASSWORD = "tre xanh đầu ngõ"


def test_a_new_store_has_no_office(store_desk: Desk) -> None:
    assert office(store_desk) is None


def test_the_sample_office_is_kept_as_it_was_founded(store_desk: Desk) -> None:
    founded = found_sample(store_desk)

    assert office(store_desk) == founded
    assert founded.is_sample
    assert [officer.name for officer in founded.officers][:2] == ["Trịnh Bảo Ngọc", "Lương Gia Bách"]
    assert [body.versions[0].symbol for body in founded.bodies] == ["BTGHU", "BTGDVHU", "BXDĐ"]


def test_an_office_of_ones_own_is_made_of_what_was_said(store_desk: Desk) -> None:
    founded = found_own(store_desk, BEGINNING, PASSWORD, SecretKind.PASSWORD).office
    (body,), (officer,) = founded.bodies, founded.officers

    assert office(store_desk) == founded
    assert not founded.is_sample
    assert officer.name == "Trịnh Bảo Ngọc"
    assert (body.versions[0].name_line, body.versions[0].spelling) == ("BAN TUYÊN GIÁO", Spelling.SECOND_VOWEL)
    assert signing_on(body, date(2024, 12, 24)) == Signing(None, "TRƯỞNG BAN", "Trần Minh Khôi")
    assert [term.name for term in body.terms] == ["2020 - 2025"]


def test_an_office_without_a_head_or_a_term_has_none(store_desk: Desk) -> None:
    bare = replace(BEGINNING, head_name="", term_name="", parent_line="")
    (body,) = found_own(store_desk, bare, PASSWORD, SecretKind.PASSWORD).office.bodies

    assert (body.signatories, body.terms, body.versions[0].parent_line) == ((), (), None)


def test_an_office_is_founded_once(store_desk: Desk) -> None:
    founded = found_own(store_desk, BEGINNING, PASSWORD, SecretKind.PASSWORD).office

    assert found_sample(store_desk) == founded
    assert office(store_desk) == founded


def test_the_choice_of_unusual_types_is_kept_and_told(store_desk: Desk) -> None:
    founded = found_sample(store_desk)

    assert not founded.unusual_types
    assert set_unusual_types(store_desk, True) == replace(founded, unusual_types=True)
    assert set_unusual_types(store_desk, False) == founded == office(store_desk)
    with store_desk.store.reading() as work:
        lines = list(work.history.lines())
    assert verify(lines) is None
    assert [text.count('"act":"choose"') for text in lines] == [0, 1, 1]


def test_a_choice_of_the_officer_is_kept(store_desk: Desk) -> None:
    found_sample(store_desk)

    assert officer_setting(store_desk, "columns") is None
    set_officer_setting(store_desk, "columns", "[1, 2]")
    set_officer_setting(store_desk, "columns", "[2, 1]")
    assert officer_setting(store_desk, "columns") == "[2, 1]"


def test_nothing_can_be_chosen_before_there_is_an_office(store_desk: Desk) -> None:
    with pytest.raises(NotSignedIn):
        set_unusual_types(store_desk, True)

    assert sweep_bin(store_desk) == 0
    assert office_service.office_setting(store_desk, "unusual_types") is None


# --- the sample ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "name", "term"),
    [
        (date(2024, 12, 24), "BAN TUYÊN GIÁO", "2020 - 2025"),
        (date(2025, 2, 28), "BAN TUYÊN GIÁO", "2020 - 2025"),
        (date(2025, 3, 1), "BAN TUYÊN GIÁO VÀ DÂN VẬN", "2020 - 2025"),
        (date(2025, 6, 30), "BAN TUYÊN GIÁO VÀ DÂN VẬN", "2020 - 2025"),
        (date(2025, 7, 1), "BAN XÂY DỰNG ĐẢNG", "2020 - 2025"),
        (date(2025, 12, 31), "BAN XÂY DỰNG ĐẢNG", "2025 - 2030"),
    ],
    ids=str,
)
def test_on_each_day_the_sample_has_one_body_in_one_term(day: date, name: str, term: str) -> None:
    (body,) = bodies_on(sample_office(CHRISTMAS_EVE)[0], day)
    version, its_term = version_on(body, day), term_on(body, day)

    assert version is not None
    assert its_term is not None
    assert (version.name_line, its_term.name) == (name, term)
    assert body_kind(name) is BodyKind.ADVISORY


def test_each_body_of_the_sample_names_what_took_its_place() -> None:
    bodies, _ = sample_office(CHRISTMAS_EVE)

    assert [body.versions[0].successor for body in bodies] == [bodies[1].id, bodies[2].id, None]


@pytest.mark.parametrize("day", [date(2024, 12, 24), date(2025, 5, 20), date(2025, 12, 1)], ids=str)
def test_somebody_signs_for_the_sample_on_every_day(day: date) -> None:
    (body,) = bodies_on(sample_office(CHRISTMAS_EVE)[0], day)

    assert signing_on(body, day).name


def test_the_sample_dispatch_is_one_of_the_sample_office() -> None:
    sample = read_dispatch(sample_path())
    assert sample.date is not None
    (body,) = bodies_on(sample_office(CHRISTMAS_EVE)[0], sample.date)
    version = version_on(body, sample.date)

    assert version is not None
    assert (version.parent_line, version.name_line) == (sample.parent_body, sample.issuing_body)
    assert sample.symbol == f"CV/{version.symbol}"
    assert sample.signing[0] in [signing_on(body, sample.date, one) for one in body.signatories]
