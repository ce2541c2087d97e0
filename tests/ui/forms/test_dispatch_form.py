"""The form of a dispatch."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.builders import a_bare_dispatch, a_dispatch
from support.strategies import dispatches
from support.windows import compose, paste, press, type_text

from vpdesk.domain.catalog import Urgency
from vpdesk.domain.dispatch import Dispatch, Orientation, PageSetup, PaperSize, Signing
from vpdesk.domain.findings import Finding, FindingKind
from vpdesk.paths import resource
from vpdesk.ui.forms.dispatch_form import DispatchForm
from vpdesk.ui.forms.inputs import Choice
from vpdesk.ui.forms.known import BodyNames, Known
from vpdesk.ui.icons import Icons
from vpdesk.ui.style import Look
from vpdesk.words.catalogue import choose_language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so whenever something is put on top or takes the keyboard."""


@pytest.fixture
def paper(form: DispatchForm) -> Dispatch:
    """A dispatch shown in the form."""
    made = a_dispatch()
    form.show_dispatch(made)
    return made


@pytest.fixture
def changes(form: DispatchForm, paper: Dispatch) -> list[Dispatch]:
    """The dispatch after each change by hand."""
    told: list[Dispatch] = []
    form.edited.connect(lambda: told.append(form.dispatch(paper)))
    return told


# --- values -----------------------------------------------------------------------------------------------------


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dispatches)
def test_any_dispatch_comes_back_as_it_was(form: DispatchForm, dispatch: Dispatch) -> None:
    form.show_dispatch(dispatch)
    assert form.dispatch(dispatch) is dispatch
    other = a_bare_dispatch("XX", body=dispatch.body, appendices=dispatch.appendices, secrecy=dispatch.secrecy)
    laid = form.dispatch(replace(other, number_suffix=dispatch.number_suffix, page=dispatch.page))
    assert laid == dispatch


def test_walking_through_every_field_changes_nothing(
    form: DispatchForm, paper: Dispatch, changes: list[Dispatch]
) -> None:
    form.more.setChecked(True)
    form.document_type.setFocus()
    for _step in range(40):
        press(_in_hand(), Qt.Key.Key_Tab)
    assert not changes
    assert form.dispatch(paper) is paper


def test_what_was_not_edited_stays_the_very_same(form: DispatchForm, paper: Dispatch) -> None:
    type_text(form.place, "Tp ")
    edited = form.dispatch(paper)
    assert edited.place == "Tp Hà Ninh"
    kept = [one.name for one in fields(Dispatch) if one.name != "place"]
    assert all(getattr(edited, name) is getattr(paper, name) for name in kept)


def test_a_change_is_told_once_and_never_while_composing(
    form: DispatchForm, paper: Dispatch, changes: list[Dispatch]
) -> None:
    form.subject_summary.setFocus()
    for proposed in ("v", "vi", "việ"):
        compose(form.subject_summary, proposed)
    assert not changes
    compose(form.subject_summary, committed="việc ")
    assert [one.subject_summary for one in changes] == ["việc V/v mở lớp bồi dưỡng"]
    form.place.setFocus()
    compose(form.place, "x")
    compose(form.place, committed="x")
    assert len(changes) == 2


def test_what_is_shown_again_keeps_the_caret(form: DispatchForm, paper: Dispatch) -> None:
    form.subject_summary.setFocus()
    type_text(form.subject_summary, "abc")
    form.show_dispatch(form.dispatch(paper))
    assert form.subject_summary.textCursor().position() == 3
    assert form.subject_summary.document().isUndoAvailable()


def test_every_field_gives_its_member(form: DispatchForm, paper: Dispatch) -> None:
    _choose(form.urgency, 2)
    type_text(form.draft_notice, "DỰ THẢO")
    type_text(form.circulation_notice, "LƯU HÀNH NỘI BỘ")
    type_text(form.typist_mark, "ĐL")
    type_text(form.contact_line, "ĐT 0225")
    type_text(form.copies, "16")
    form.number.selectAll()
    type_text(form.number, "30")
    _choose(form.paper_size, 2)
    _choose(form.orientation, 2)
    _choose(form.rules, 1)
    edited = form.dispatch(paper)
    assert edited.urgency is Urgency.VERY_URGENT
    assert (edited.draft_notice, edited.circulation_notice) == ("DỰ THẢO", "LƯU HÀNH NỘI BỘ")
    assert (edited.typist_mark, edited.contact_line, edited.copies) == ("ĐL", "ĐT 0225", 16)
    assert edited.number == 30
    assert edited.page == PageSetup(PaperSize.A5, Orientation.LANDSCAPE)
    assert edited.rules == form.rules.itemData(1)


def test_a_page_keeps_what_the_form_does_not_show(form: DispatchForm) -> None:
    dispatch = a_dispatch(page=PageSetup(body_size=15.0))
    form.show_dispatch(dispatch)
    _choose(form.paper_size, 1)
    assert form.dispatch(dispatch).page == PageSetup(PaperSize.A4, body_size=15.0)


def test_many_pages_pasted_into_the_subject_leave_the_form_alive(form: DispatchForm, paper: Dispatch) -> None:
    form.subject_summary.setFocus()
    form.subject_summary.selectAll()
    paste(form.subject_summary, "tuyên truyền\t\x07 " * 20_000)
    edited = form.dispatch(paper)
    assert edited.subject_summary is not None
    assert "\x07" not in edited.subject_summary
    assert form.subject_summary.height() < 200


# --- the type ---------------------------------------------------------------------------------------------------


def test_a_type_is_found_by_its_initials(form: DispatchForm, paper: Dispatch, changes: list[Dispatch]) -> None:
    _type_anew(form.document_type, "kh")
    assert not changes
    press(form.document_type, Qt.Key.Key_Tab)
    assert [one.document_type for one in changes] == [form.document_type.value()]
    assert form.document_type.value() != "CV"


def test_a_type_typed_without_accents_is_written_with_them(form: DispatchForm, paper: Dispatch) -> None:
    _type_anew(form.document_type, "bao cao")
    assert form.document_type.value() == "BC"
    form.place.setFocus()
    assert form.document_type.currentText() == "Báo cáo"


def test_an_unknown_type_is_told_when_it_is_left_and_the_last_one_stands(form: DispatchForm, paper: Dispatch) -> None:
    _type_anew(form.document_type, "qqq")
    assert not _said(form, "document_type")
    form.place.setFocus()
    assert _said(form, "document_type")
    assert form.dispatch(paper).document_type == "CV"
    _type_anew(form.document_type, "cong van")
    assert not _said(form, "document_type")


def test_a_type_the_catalogue_lacks_is_shown_by_its_code(form: DispatchForm) -> None:
    dispatch = a_dispatch("ZZ")
    form.show_dispatch(dispatch)
    assert form.document_type.currentText() == "ZZ"
    assert form.dispatch(dispatch) is dispatch


# --- the issuing body -------------------------------------------------------------------------------------------


def test_the_issuing_body_follows_and_says_from_what(form: DispatchForm) -> None:
    form.show_dispatch(a_dispatch(), "theo ngày văn bản")
    assert form.issuing_body.isReadOnly()
    assert "theo ngày văn bản" in [one.text() for one in form.findChildren(QLabel)]


def test_another_body_is_chosen_with_its_superior(
    form: DispatchForm, known: Known, paper: Dispatch, changes: list[Dispatch]
) -> None:
    form.offer(replace(known, bodies=(BodyNames(None, "HUYỆN ỦY HÀ NINH"),)))
    menu = form.body_menu()
    menu.actions()[0].trigger()
    assert [(one.parent_body, one.issuing_body) for one in changes] == [(None, "HUYỆN ỦY HÀ NINH")]
    form.choose_body.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_a_body_without_a_name_is_told_and_the_last_one_stands(form: DispatchForm, paper: Dispatch) -> None:
    form.choose_body.click()
    assert form.issuing_body.hasFocus()
    press(form.issuing_body, Qt.Key.Key_Delete)
    form.place.setFocus()
    assert _said(form, "issuing_body") == "Cơ quan ban hành chưa có tên."
    assert form.dispatch(paper).issuing_body == "BAN TUYÊN GIÁO"
    form.issuing_body.setFocus()
    type_text(form.issuing_body, "CHI BỘ")
    assert form.dispatch(paper).issuing_body == "CHI BỘ"
    assert not form.faults()


# --- what is wrong or worth a look ------------------------------------------------------------------------------


def test_errors_show_on_leaving_and_go_while_they_are_mended(form: DispatchForm, paper: Dispatch) -> None:
    form.date.setFocus()
    form.date.selectAll()
    type_text(form.date, "32")
    assert not _said(form, "date")
    form.place.setFocus()
    assert _said(form, "date")
    assert QAccessible.queryAccessibleInterface(form.date).text(QAccessible.Text.Description)
    form.date.setFocus()
    press(form.date, Qt.Key.Key_Backspace)
    assert not _said(form, "date")
    assert form.dispatch(paper).date == date(2024, 12, 24)


@pytest.mark.parametrize("typed", ["0", "x", "-1", "1000000", "１２"])
def test_what_is_no_number_is_told_and_the_last_one_stands(form: DispatchForm, paper: Dispatch, typed: str) -> None:
    form.copies.setFocus()
    type_text(form.copies, "5")
    form.copies.selectAll()
    type_text(form.copies, typed)
    form.place.setFocus()
    assert "999.999" in _said(form, "distribution")
    assert form.dispatch(paper).copies in {5, 100_000}


def test_warnings_stand_under_the_field_of_their_component(form: DispatchForm, paper: Dispatch) -> None:
    form.show_findings(
        (
            Finding(FindingKind.ADDRESSEES_NOT_USUAL, "9a", "Báo cáo"),
            Finding(FindingKind.TYPE_UNKNOWN, "5b", "ZZ"),
            Finding(FindingKind.FITTED, "6", "18"),
        )
    )
    said = {name for name, field in form._fields.items() if field.message}
    assert said == {"addressees", "subject_summary"}
    form.show_findings(())
    assert not [field for field in form._fields.values() if field.message]


# --- the form and the page --------------------------------------------------------------------------------------


def test_the_field_in_hand_names_its_component(form: DispatchForm, paper: Dispatch) -> None:
    told: list[str] = []
    form.focused.connect(told.append)
    name = form.signing.cards[0].name
    for control in (form.subject_summary, form.date, form.addressees, name, form.distribution, form.copies):
        control.setFocus()
    assert told == ["5b", "4", "9a", "7c", "9b", "12"]
    form.show_dispatch(replace(paper, document_type="BC"))
    told.clear()
    form.subject_summary.setFocus()
    form.rules.setFocus()
    form.document_type.setFocus()
    assert told == ["5a", "5a"]


def test_a_component_of_the_page_leads_to_its_field(form: DispatchForm, paper: Dispatch) -> None:
    fields_of = {
        "2": form.issuing_body,
        "3": form.number,
        "4": form.place,
        "5b": form.subject_summary,
        "9b": form.distribution,
        "13": form.contact_line,
        "7": form.signing.cards[0].principal,
        "7b": form.signing.cards[0].position,
        "7c": form.signing.cards[0].name,
    }
    for component, control in fields_of.items():
        assert form.focus_component(component)
        assert control.hasFocus(), component
        assert not control.visibleRegion().isEmpty(), component
    assert not form.focus_component("6")


def test_an_entry_of_the_page_leads_to_its_line(form: DispatchForm, paper: Dispatch) -> None:
    form.focus_component("9b", 1)
    type_text(form.distribution, "!")
    assert form.dispatch(paper).distribution == ("Như trên", "Lưu Ban Tuyên giáo!")


def test_a_folded_signature_is_led_to_by_its_line(form: DispatchForm, known: Known, paper: Dispatch) -> None:
    form.offer(replace(known, signatories=paper.signing))
    form.show_dispatch(replace(paper, signing=()))
    form.show_dispatch(paper)
    assert form.focus_component("7c")
    assert form.signing.cards[0].chooser.hasFocus()


def test_the_caret_stays_in_sight_while_a_list_grows(form: DispatchForm, paper: Dispatch) -> None:
    form.resize(form.width(), 400)
    form.distribution.setFocus()
    form.distribution.begin_entry()
    for number in range(12):
        type_text(form.distribution, f"Chi bộ {number}")
        press(form.distribution, Qt.Key.Key_Return)
        QApplication.processEvents()
    place = form.distribution.viewport().mapTo(form, form.distribution.cursorRect().center())
    assert form.rect().contains(place)


# --- reading and hearing ----------------------------------------------------------------------------------------


def _in_hand() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _said(form: DispatchForm, member: str) -> str:
    return form._fields[member].message


def _type_anew(choice: Choice, text: str) -> None:
    line = choice.lineEdit()
    assert line is not None
    choice.setFocus()
    line.selectAll()
    type_text(choice, text)


def _choose(choice: Choice | QComboBox, place: int) -> None:
    choice.setFocus()
    for _step in range(place - choice.currentIndex()):
        press(choice, Qt.Key.Key_Down)


def _paper(form: DispatchForm) -> QWidget:
    paper = form.widget()
    assert paper is not None
    return paper


def _place_on_form(form: DispatchForm, widget: QWidget) -> tuple[int, int]:
    spot = widget.mapTo(_paper(form), widget.rect().topLeft())
    return spot.y() // 20, spot.x()


@pytest.mark.parametrize("count", [1, 2])
def test_tab_walks_in_reading_order(form: DispatchForm, paper: Dispatch, count: int) -> None:
    form.show_dispatch(replace(paper, signing=(*paper.signing, Signing(name="B"))[:count]))
    form.more.setChecked(True)
    QApplication.processEvents()
    form.document_type.setFocus()
    walked = [_in_hand()]
    while len(walked) < 60:
        press(_in_hand(), Qt.Key.Key_Tab)
        if _in_hand() is form.document_type:
            break
        walked.append(_in_hand())
    places = [_place_on_form(form, one) for one in walked]
    assert places == sorted(places)
    wanted = {one for one in _paper(form).findChildren(QWidget) if one.isVisible() and _takes_focus(one)}
    assert set(walked) == wanted


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_control_has_a_name_and_every_main_field_its_letter(
    look: Look, language: str, qtbot: QtBot, form: DispatchForm
) -> None:
    choose_language(language, resource("locale"))
    made = DispatchForm(look, Icons(resource("icons"), look), lambda: date(2024, 12, 18))
    qtbot.addWidget(made)
    made.show()
    made.more.setChecked(True)
    controls = [one for one in made.findChildren(QWidget) if one.isVisible() and _takes_focus(one)]
    named = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls]
    assert all(named)
    assert not [one for one in controls if min(one.width(), one.height()) < 28]
    letters = [label.text().partition("&")[2][:1].lower() for label in made.findChildren(QLabel) if "&" in label.text()]
    letters = [letter for letter in letters if letter]
    assert len(letters) == len(set(letters)) == 14
    assert all("a" <= letter <= "z" for letter in letters)


@pytest.mark.parametrize(("size", "width"), [(10, 340), (14, 476)])
def test_the_form_is_as_wide_as_its_letters_need(form: DispatchForm, look: Look, size: int, width: int) -> None:
    look.wear("dark", size)
    assert form.width() == width
    assert form.horizontalScrollBar().maximum() == 0
