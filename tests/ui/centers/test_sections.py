"""Sections of the settings: they open, refuse in words, save by their verbs, keep what is typed, ask on leaving."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.access import get_employee, list_people, list_roles, sign_in_pin
from app.centers import get_center
from app.kernel.db import HEAD
from app.kernel.tx import Actor
from app.work_orders.facts import SENTENCES
from models.access import Permission
from models.arrivals import PlaceKind
from models.ledger import AuditEntry
from models.regimes import TaxRegime
from ui.centers.appearance import APPEARANCE, AppearanceSection
from ui.centers.arrivals import STANDS, TAGS, ArrivalsSection
from ui.centers.backup import BackupSection
from ui.centers.center import CenterSection
from ui.centers.frame import FormSection, Section
from ui.centers.leaving import LeaveDialog
from ui.centers.numbering import NumberingSection
from ui.centers.page import SettingsPage, draft_name
from ui.centers.people import PeopleSection
from ui.centers.person_dialog import PersonDialog
from ui.centers.policy import PolicySection
from ui.centers.printing import PRINTED, PrintingSection
from ui.centers.rate_dialog import RateDialog
from ui.centers.role_dialog import RoleDialog
from ui.centers.rules import NUMBERS, WORK
from ui.centers.sections import SECTIONS
from ui.centers.setting_row import Several
from ui.centers.station import StationSection
from ui.centers.tax_rates import in_order, with_new_rate
from ui.centers.taxes import TaxesSection
from ui.papers import (
    Paper,
    PaperPanel,
    acceptance_act,
    cash_day_report,
    check_in_slip,
    invoice,
    order_papers,
    payment_receipt,
)
from ui.shell.window import Window
from ui.start import settle
from widgets.theme import theme


def test_every_paper_has_a_printer_of_its_own() -> None:
    some, number = uuid.uuid4(), "1"
    papers = (
        *order_papers(some, number, is_sealed=True),
        acceptance_act(some, number),
        check_in_slip(some, number),
        invoice(some, number),
        invoice(some, number, is_credit_note=True),
        payment_receipt(some, number),
        cash_day_report(date(2026, 1, 5), opening=0, counted=None, paid_in=None, paid_out=None),
    )
    assert {paper.kind for paper in papers} == {printed.kind for printed in PRINTED}


def page_of(window: Window) -> SettingsPage:
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def opened(window: Window, name: str) -> Any:  # noqa: ANN401  each section has its own kind
    window.open("centers", None, {"section": name})
    settle(window)
    return page_of(window).section


def audited(window: Window) -> list[str]:
    with window.desk.shop.reading(window.desk.actor) as read:
        rows = read.connection.execute(sa.select(AuditEntry.action).order_by(AuditEntry.seq))
        return [str(action) for action in rows.scalars()]


def saved(window: Window, section: FormSection) -> None:
    section.save()
    settle(window)


@pytest.mark.parametrize("name", [spec.name for spec in SECTIONS])
def test_every_section_opens_and_is_clean(window: Window, name: str) -> None:
    section: Section = opened(window, name)
    assert not section.is_dirty
    assert any(label.text() for label in section.findChildren(QLabel))


def test_sections_are_shown_by_right(window: Window) -> None:
    desk = window.desk
    actor = desk.actor
    desk.actor = Actor(actor.employee_id, actor.center_id, actor.name, frozenset())
    page = SettingsPage(desk)
    assert [page.list.model().index(r, 0).data() for r in range(page.list.model().rowCount())] == [
        "Printing",
        "Appearance",
        "This computer",
    ]
    desk.actor = actor
    page.deleteLater()


def test_the_center_is_changed_and_its_paper_follows(window: Window) -> None:
    section: CenterSection = opened(window, "center")
    section.form.control("legal_name").setText("ООО «Новая линия»")
    assert section._pane.paper.rows()[0].left == "ООО «Новая линия»"  # noqa: SLF001  what the sample shows
    saved(window, section)
    assert not section.is_dirty
    assert window.desk.center.legal_name == "ООО «Новая линия»"
    assert window.desk.center.bank["account"] == "40702810000000000017"
    assert audited(window)[-1] == "centers.update"


def test_what_is_wrong_stands_under_its_field_and_nothing_is_saved(window: Window) -> None:
    section: CenterSection = opened(window, "center")
    before = window.desk.center
    section.form.control("tax_ids.inn").setText("5029217743")
    section.form.control("phone").setText("12")
    saved(window, section)
    assert "check digit" in section.form.field("tax_ids.inn").message()
    assert section.form.field("phone").message()
    assert section.is_dirty
    with window.desk.shop.reading(window.desk.actor) as read:
        assert get_center(read) == before


def test_a_sign_that_is_no_picture_is_refused_in_words(window: Window, tmp_path: Path) -> None:
    section: CenterSection = opened(window, "center")
    text = tmp_path / "sign.png"
    text.write_text("no picture", encoding="utf-8")
    row = section._logo_row  # noqa: SLF001  the row asks the system for a file
    row.read(text)
    assert "neither" in row.words.text()
    assert not section.is_dirty
    row.read(tmp_path / "absent.png")
    assert "cannot be read" in row.words.text()


def test_every_rule_has_a_row_with_its_sentence(window: Window) -> None:
    section: PolicySection = opened(window, "rules")
    texts = {label.text() for label in section.findChildren(QLabel)}
    for group in WORK:
        for rule in group.rules:
            assert {str(rule.title), str(rule.sentence)} <= texts


def test_rules_are_saved_and_the_usual_is_told(window: Window) -> None:
    section: PolicySection = opened(window, "rules")
    section._controls["lock_minutes"].set_text("25")  # noqa: SLF001  a control of the form
    section._controls["negative_stock"].set_value("allow")  # noqa: SLF001  a part of the screen
    section._terms["invoice"].set_value("Спасибо")  # noqa: SLF001  a part of the screen
    assert section._rows["lock_minutes"].usual.text() == "Usually: 10 minutes"  # noqa: SLF001  a part of the screen
    saved(window, section)
    policy = window.desk.center.policy
    assert (policy.lock_minutes, policy.negative_stock) == (25, "allow")
    assert policy.terms["invoice"] == "Спасибо"
    assert audited(window)[-1] == "centers.set_policy"


def test_a_rule_out_of_bounds_is_refused_in_its_row(window: Window) -> None:
    section: PolicySection = opened(window, "rules")
    section._controls["lock_minutes"].set_text("5000")  # noqa: SLF001  a part of the screen
    saved(window, section)
    assert "1440" in section._rows["lock_minutes"].problem.text()  # noqa: SLF001  a part of the screen
    assert window.desk.center.policy.lock_minutes == 10
    section._controls["lock_minutes"].set_text("ten")  # noqa: SLF001  a part of the screen
    saved(window, section)
    assert section._rows["lock_minutes"].problem.text()  # noqa: SLF001  a part of the screen


def test_templates_show_their_next_number_while_they_are_typed(window: Window) -> None:
    section: NumberingSection = opened(window, "numbers")
    control = section._controls["work_order_number"]  # noqa: SLF001  a part of the screen
    control.setText("ЗН-{yyyy}-{seq:05}")
    year = window.desk.formats.today().year
    shown = section._next.number("work_order_number")  # noqa: SLF001  a part of the screen
    assert shown == f"ЗН-{year}-00001"
    control.setText("ЗН-{yyyy}")
    assert section._next.number("work_order_number") == "—"  # noqa: SLF001  a part of the screen
    assert "running number" in section._rows["work_order_number"].problem.text()  # noqa: SLF001  a part of the screen
    assert {rule.name for rule in NUMBERS} <= set(section.values())


def test_a_new_rate_ends_the_one_before_and_the_sample_follows(window: Window) -> None:
    section: TaxesSection = opened(window, "taxes")
    before = section._pane.paper.rows()  # noqa: SLF001  a part of the screen
    today = window.desk.formats.today()
    regime = with_new_rate(window.desk.center.regime, "vat", Decimal(25), today, "НДС 25 %")
    section.take({"regime": regime.to_json()})
    assert section.is_dirty
    assert section._pane.paper.rows() != before  # noqa: SLF001  a part of the screen
    saved(window, section)
    kept = window.desk.center.regime
    assert kept.rate("vat", today).percent == Decimal(25)
    assert kept.rate("vat", today - timedelta(days=1)).percent == Decimal(22)
    assert audited(window)[-1] == "centers.set_regime"


def test_the_dialog_asks_for_what_is_missing_and_names_the_rate(window: Window) -> None:
    section: TaxesSection = opened(window, "taxes")
    made: list[TaxRegime] = []
    dialog = RateDialog(section, window.desk.center.regime, window.desk.formats, made.append)
    dialog.open()
    dialog.take()
    assert not made
    assert dialog.form.field("percent").message()
    dialog.form.control("percent").set_text("23,5")
    dialog.form.control("begins").set_text("2027-01-01")
    assert dialog.form.control("name").value() == "НДС 23.5%"
    dialog.take()
    assert made[0].rate("vat", date(2027, 1, 1)).percent == Decimal("23.5")


@pytest.mark.parametrize("begins", [date(2025, 6, 1), date(2026, 1, 1), date(2030, 1, 1)])
def test_rates_never_overlap(window: Window, begins: date) -> None:
    regime = with_new_rate(window.desk.center.regime, "vat", Decimal(9), begins, "9 %")
    assert regime.rate("vat", begins).percent == Decimal(9)
    assert [r.code for r in in_order(regime) if r.valid_to is None].count("vat") == 1


def test_what_is_typed_is_kept_and_offered_again(window: Window) -> None:
    section: PolicySection = opened(window, "rules")
    page = page_of(window)
    section._controls["warranty_months"].set_text("24")  # noqa: SLF001  a part of the screen
    page._keep_drafts()  # noqa: SLF001  the timer does it a moment later
    draft = window.desk.drafts.draft(draft_name("rules"))
    assert draft is not None
    assert draft.data["warranty_months"] == 24
    section.discard()
    other = SettingsPage(window.desk)
    window.desk.drafts.keep(draft_name("rules"), draft.data)
    other.go("rules")
    settle(window)
    fresh = other.section
    assert isinstance(fresh, PolicySection)
    notice = other._notices.itemAt(0)  # noqa: SLF001  a part of the screen
    assert notice is not None
    other._take_up(fresh, draft.data)  # noqa: SLF001  a part of the screen
    assert fresh.is_dirty
    assert fresh.values()["warranty_months"] == 24
    saved(window, fresh)
    other._keep_drafts()  # noqa: SLF001  a part of the screen
    assert window.desk.drafts.draft(draft_name("rules")) is None
    other.deleteLater()


def leaving(window: Window) -> LeaveDialog:
    (dialog,) = [d for d in window.findChildren(LeaveDialog) if d.isHidden() is False]
    return dialog


@pytest.mark.parametrize(
    ("answer", "name", "months", "is_dirty"),
    [
        ("save", "numbers", 18, False),
        ("safe", "numbers", 6, True),
        ("give up", "numbers", 6, False),
        ("cancel", "rules", 6, True),
    ],
)
def test_leaving_asks_about_what_is_not_saved(
    window: Window, answer: str, name: str, months: int, *, is_dirty: bool
) -> None:
    section: PolicySection = opened(window, "rules")
    page = page_of(window)
    section._controls["warranty_months"].set_text("18")  # noqa: SLF001  a part of the screen
    page.go("numbers")
    leaving(window).finish(answer)
    settle(window)
    assert page.section is page._made[name]  # noqa: SLF001  a part of the screen
    assert section.is_dirty is is_dirty
    assert window.desk.center.policy.warranty_months == months


def test_leaving_the_page_asks_too(window: Window) -> None:
    section: PolicySection = opened(window, "rules")
    section._controls["warranty_months"].set_text("18")  # noqa: SLF001  a part of the screen
    window.open("exchange", None, {})
    leaving(window).finish("save")
    settle(window)
    assert window.desk.center.policy.warranty_months == 18


def test_search_opens_the_section_that_holds_the_words(window: Window) -> None:
    opened(window, "center")
    page = page_of(window)
    page._find("margin to aim")  # noqa: SLF001  the search's own signal
    settle(window)
    assert isinstance(page.section, PolicySection)
    page._find("")  # noqa: SLF001  a part of the screen


def test_somebody_is_taken_on_changed_and_let_go(window: Window) -> None:
    section: PeopleSection = opened(window, "people")
    with window.desk.shop.reading(window.desk.actor) as read:
        roles = list_roles(read)
    dialog = PersonDialog(section, window.desk, roles)
    dialog.open()
    dialog.form.set_values({"name": "Юсупова Лия", "login": "yusupova", "phone": "8 916 000-00-11"})
    dialog.save()
    assert dialog._role_words.text()  # noqa: SLF001  a role must be chosen
    dialog._checks["mechanic"].set_value(True)  # noqa: SLF001  a part of the screen
    dialog.secrets.set_values({"pin": "12"})
    dialog.save()
    settle(window)
    assert dialog.secrets.field("pin").message()
    dialog.secrets.set_values({"pin": "4321"})
    dialog.save()
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as read:
        made = next(p.employee for p in list_people(read) if p.employee.login == "yusupova")
    assert (made.role_codes, made.phone, made.has_pin) == (("mechanic",), "+79160000011", True)
    assert sign_in_pin(window.desk.shop, made.id, "4321").name == "Юсупова Лия"
    changed = PersonDialog(section, window.desk, roles, made)
    changed.open()
    changed.form.set_values({"position": "мастер"})
    changed.secrets.set_values({"pin": "98765"})
    changed.save()
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as read:
        assert get_employee(read, made.id).position == "мастер"
    assert sign_in_pin(window.desk.shop, made.id, "98765").employee_id == made.id
    assert "access.set_secret" in audited(window)


def test_an_own_role_begins_with_anothers_rights(window: Window) -> None:
    section: PeopleSection = opened(window, "people")
    with window.desk.shop.reading(window.desk.actor) as read:
        roles = list_roles(read)
    dialog = RoleDialog(section, window.desk, roles)
    dialog.open()
    dialog.form.set_values({"name": "Старший приёмщик", "model": "receptionist"})
    dialog.save()
    settle(window)
    with window.desk.shop.reading(window.desk.actor) as read:
        made = next(role for role in list_roles(read) if role.name == "Старший приёмщик")
        model = next(role for role in list_roles(read) if role.code == "receptionist")
    assert made.permissions == model.permissions
    assert made.code.startswith("own_")


def test_a_backup_is_made_listed_and_proved(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section: BackupSection = opened(window, "backups")
    monkeypatch.setattr(section, "folder", tmp_path / "kept")
    section.make_one()
    settle(window)
    (row,) = section.table.rows()
    assert row.kept.reason == "manual"
    assert row.size > 1000
    section.table.select(row.kept.path)
    section.prove_current()
    settle(window)
    assert "rows" in section._proved[row.kept.path].text  # noqa: SLF001  a part of the screen
    row.kept.path.write_bytes(row.kept.path.read_bytes()[:-50])
    section.prove_current()
    settle(window)
    assert section._proved[row.kept.path].tone == "bad"  # noqa: SLF001  a part of the screen
    assert str(row.kept.path) in section._command.text()  # noqa: SLF001  a part of the screen


def test_a_printer_is_remembered_for_its_paper_here(window: Window) -> None:
    section: PrintingSection = opened(window, "printing")
    section.know(("Laser", ("Laser", "Receipts")))
    kind = next(p.kind for p in PRINTED if p.kind == "receipt")
    section._printers[kind].set_value("Receipts")  # noqa: SLF001  a part of the screen
    section._copies[kind].set_value(2)  # noqa: SLF001  a part of the screen
    settle(window)
    station = window.desk.shop.workstation
    assert window.desk.saved(f"printer.{station}.receipt") == "Receipts"
    assert window.desk.saved(f"copies.{station}.receipt") == 2
    panel = PaperPanel(window.desk)
    panel.set_papers([Paper("receipt", PRINTED[0].title, "X", lambda _read: b"")])
    assert panel.copies() == 2
    panel.deleteLater()
    section.know(("", ()))
    assert section._printers[kind].value() == "Receipts"  # noqa: SLF001  a part of the screen
    assert "not there now" in section._printers[kind].currentText()  # noqa: SLF001  a part of the screen


def test_looks_hold_at_once_and_are_remembered(window: Window) -> None:
    section: AppearanceSection = opened(window, "appearance")
    before = theme().wish
    try:
        section.mode.setFocus()
        section.mode.set_value("light")
        QTest.keyClick(section.mode, Qt.Key.Key_Right)
        assert theme().mode == "dark"
        assert window.desk.saved(APPEARANCE)["mode"] == "dark"
    finally:
        theme().use(mode=before)


def test_facts_of_the_computer_hold_no_secret(window: Window) -> None:
    section: StationSection = opened(window, "station")
    text = "\n".join(f"{k}: {v}" for k, v in section._facts)  # noqa: SLF001  a part of the screen
    assert window.desk.shop.workstation in text
    assert f"schema {HEAD}" in text
    assert section.table.count() >= 1


def test_whoever_may_not_change_sees_and_cannot_press(window: Window) -> None:
    desk = window.desk
    actor = desk.actor
    desk.actor = Actor(
        actor.employee_id, actor.center_id, actor.name, frozenset({Permission.SETTINGS_EDIT})
    )
    page = SettingsPage(desk)
    page.go("center")
    settle(window)
    section = page.section
    assert isinstance(section, CenterSection)
    assert not section.form.isEnabled()
    assert not section.can_save
    desk.actor = actor
    page.deleteLater()


def test_every_fact_that_completion_may_want_can_be_chosen(window: Window) -> None:
    section = opened(window, "rules")
    # what to do about new defects every order has from the center when it is opened
    wanted = SENTENCES.keys() - {"found_defects"}
    section.findChild(Several).set_value(sorted(wanted))
    section.touched()
    saved(window, section)
    with window.desk.shop.reading(window.desk.actor) as read:
        assert set(get_center(read).policy.required_to_complete) == wanted


def shown_labels(section: Section) -> list[QLabel]:
    return [each for each in section.findChildren(QLabel) if not each.isHidden()]


def test_tags_and_places_are_added_renamed_and_retired(window: Window) -> None:
    section = opened(window, "arrivals")
    assert isinstance(section, ArrivalsSection)

    def keep(row: Any, **values: Any) -> None:  # noqa: ANN401  rows and values of any list
        section.edit(row)
        assert section.dialog is not None
        section.dialog.form.set_values(values)
        section.dialog.save.click()
        settle(window)

    hints = [each for each in shown_labels(section) if each.text().startswith("The hooks of")]
    assert len(hints) == 1  # an empty list tells it once
    keep(None, text="61-63")
    keep(section.table.rows()[0], text="A1")
    section.perform(TAGS.acts[0], TAGS.acts[0].command(section.table.rows()[1]))
    settle(window)
    shown = [(row.tag, row.is_retired) for row in section.table.rows()]
    assert shown == [("62", False), ("A1", False), ("63", True)]
    section.show_part("places")
    settle(window)
    keep(None, code="Двор", name="За шлагбаумом", kind=PlaceKind.PARKING, capacity=6, sort=1)
    keep(section.table.rows()[-1], name="У ворот")
    section.perform(STANDS.acts[0], STANDS.acts[0].command(section.table.rows()[-1]))
    settle(window)
    (row,) = [row for row in section.table.rows() if row.code == "Двор"]
    assert (row.name, row.capacity, row.archived_at is None) == ("У ворот", 6, False)
