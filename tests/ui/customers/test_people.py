"""Profiles, doubles, whom to call and erasure, as a person at the desk does it."""

import json
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QRadioButton

from app.contacts import list_calls
from app.customers import CreateCustomer, create_customer, get_customer
from app.customers.doubles import find_double_customers
from app.exchange import ImportFile, ImportKind, read_bytes, run_import
from app.kernel.merging import list_merges
from app.vehicles.profile import SaveProfile, get_profile, list_papers, save_profile
from app.vehicles.recalls import recalls_of
from tests.ui.customers.conftest import Reception
from tests.ui.customers.test_record import words_of
from ui.customers.doubles import DoublesPane
from ui.customers.dues import DuesPane
from ui.customers.erasure import ErasureDialog
from ui.customers.merge_dialog import MergeDialog
from ui.customers.person_file import KEYS
from ui.customers.pieces import Link


def open_car(reception: Reception) -> uuid.UUID:
    reception.show_car("А123ВС")
    vehicle = reception.record.vehicle
    assert vehicle is not None
    return vehicle.id


def press(reception: Reception, name: str) -> None:
    """Press the link of that name on the profile."""
    links = reception.car_view.profile.findChildren(Link)
    next(link for link in links if link.accessibleName() == name).click()
    reception.settle()


def twins(reception: Reception) -> tuple[uuid.UUID, uuid.UUID]:
    one = reception.do(
        create_customer, CreateCustomer(name="Орлова Вера Павловна", phone="+7 916 000-14-22")
    )
    other = reception.do(
        create_customer,
        CreateCustomer(name="ОРЛОВА В. П.", phone="8 916 000 14 22", email="o@example.org"),
    )
    return one, other


def pane(reception: Reception, name: str) -> DuesPane | DoublesPane:
    reception.page.open_record(None, pane=name)
    reception.settle()
    shown = reception.page.stack.currentWidget()
    assert isinstance(shown, DuesPane | DoublesPane)
    return shown


def test_the_profile_is_typed_and_shown(reception: Reception) -> None:
    car = open_car(reception)
    reception.page.view.open_tab("profile")
    reception.car_view.profile.edit(reception.record)
    reception.fill(paint_code="LF9E", storage_place="Двор, 7", options="Фаркоп, Люк")
    reception.form.form.control("sensor_front_camera").set_value("dynamic")
    reception.save()

    told = reception.ask(lambda read: get_profile(read, car))
    assert (told.paint_code, told.storage_place) == ("LF9E", "Двор, 7")
    assert told.options == ("Фаркоп", "Люк")
    assert dict(told.sensors) == {"front_camera": "dynamic"}
    assert reception.record.profile == told
    until = reception.desk.formats.today() + timedelta(days=8)
    vehicle = reception.record.vehicle
    assert vehicle is not None
    reception.do(
        save_profile,
        SaveProfile(vehicle_id=car, version=vehicle.version, insurance_until_on=until),
    )
    reception.page.resize(860, 600)
    reception.settle()
    middle = reception.car_view.profile.middle
    content = middle.widget()
    assert content is not None
    assert content.width() <= middle.viewport().width(), "no date is cut where letters are large"


def test_what_the_vin_tells_is_said_in_the_language_of_the_desk(reception: Reception) -> None:
    open_car(reception)
    told = words_of(reception.car_view.profile)
    assert "Volkswagen Group" in told
    assert "Russia, Kaluga, Nizhny Novgorod" in told


def test_what_is_wrong_in_the_profile_is_said_at_its_field(reception: Reception) -> None:
    car = open_car(reception)
    reception.car_view.profile.edit(reception.record)
    reception.fill(curb_mass_kg="2000", max_mass_kg="1500")
    reception.save()
    assert reception.form.form.problems() or reception.dialogs()
    assert reception.ask(lambda read: get_profile(read, car)).curb_mass_kg is None


def test_a_paper_is_added_and_removed(reception: Reception) -> None:
    car = open_car(reception)
    press(reception, "Add a paper")
    reception.fill(number="99 41 602718")
    reception.save()
    (paper,) = reception.ask(lambda read: list_papers(read, car))
    assert paper.number == "99 41 602718"
    press(reception, "Remove: Registration certificate")
    assert reception.record.papers == ()


def test_a_recall_of_the_list_shows_on_the_car_and_is_marked_done(reception: Reception) -> None:
    car = open_car(reception)
    vehicle = reception.record.vehicle
    assert vehicle is not None
    text = f"Номер отзыва;Марка;Описание\nR-1;{vehicle.make};Датчик давления\n"
    run_import(
        reception.desk.shop,
        reception.desk.actor,
        ImportFile(kind=ImportKind.RECALLS, source=read_bytes(text.encode(), "r.csv")),
    )
    reception.page.load()
    reception.settle()
    (row,) = reception.record.recalls
    assert row.is_open
    press(reception, "Done: R-1")
    assert not reception.ask(lambda read: recalls_of(read, car))[0].is_open


def test_two_records_are_compared_merged_and_taken_apart(reception: Reception) -> None:
    one, other = twins(reception)
    shown = pane(reception, "doubles")
    assert isinstance(shown, DoublesPane)
    assert {shown.table.current().one.id, shown.table.current().other.id} == {one, other}
    shown.open_pair()
    reception.settle()
    (dialog,) = [d for d in reception.page.findChildren(MergeDialog) if d.isVisible()]
    names = [d for d in dialog.findChildren(QRadioButton) if "ОРЛОВА" in d.text()]
    names[0].click()
    assert "name" in dialog.taken or dialog.swap.isVisible()
    dialog.merge()
    reception.settle()

    assert reception.ask(find_double_customers) == ()
    (merge,) = reception.ask(lambda read: list_merges(read, "customer"))
    survivor = reception.ask(lambda read: get_customer(read, merge.survivor_id))
    assert survivor.email == "o@example.org"
    reception.page.open_record(merge.gone_id, place="customers")
    reception.settle()
    assert reception.record.customer is not None
    assert reception.record.customer.id == merge.survivor_id


def test_two_that_are_not_the_same_are_not_shown_again(reception: Reception) -> None:
    twins(reception)
    shown = pane(reception, "doubles")
    assert isinstance(shown, DoublesPane)
    shown.tell_apart()
    reception.settle()
    assert reception.ask(find_double_customers) == ()
    assert shown.table.count() == 0
    assert reception.page.back()
    assert reception.page.stack.currentWidget() is reception.page.listing


def test_whom_to_call_and_a_call_that_is_noted(reception: Reception) -> None:
    car = open_car(reception)
    today = reception.desk.formats.today()
    reception.do(
        save_profile, SaveProfile(vehicle_id=car, inspection_until_on=today + timedelta(days=3))
    )
    shown = pane(reception, "dues")
    assert isinstance(shown, DuesPane)
    shown.tabs.set_current("inspection")
    shown.table.select_first()
    row = shown.table.current()
    assert (row.vehicle_id, row.days) == (car, 3)
    shown.note()
    reception.form.form.control("outcome").set_value("call_back")
    reception.fill(words="после обеда")
    reception.save()
    (talk,) = reception.ask(lambda read: list_calls(read, row.customer_id))
    assert (talk.outcome, talk.words) == ("call_back", "после обеда")


def test_before_erasing_one_sees_what_goes_and_ticks(reception: Reception) -> None:
    one, _other = twins(reception)
    reception.page.open_record(one, place="customers")
    reception.settle()
    customer = reception.record.customer
    assert customer is not None
    reception.page.actions_of.personal.erase(customer)
    reception.settle()
    (dialog,) = [d for d in reception.page.findChildren(ErasureDialog) if d.isVisible()]
    assert not dialog.erase.isEnabled()
    dialog.sure.setChecked(True)
    dialog.erase.click()
    reception.settle()
    assert reception.ask(lambda read: get_customer(read, one)).erased_at is not None


@pytest.mark.parametrize("suffix", ["html", "json"])
def test_everything_kept_is_one_file_that_people_and_programs_read(
    reception: Reception, tmp_path: Path, suffix: str
) -> None:
    one, _other = twins(reception)
    customer = reception.ask(lambda read: get_customer(read, one))
    path = tmp_path / f"person.{suffix}"
    reception.page.actions_of.personal.export_to(customer, path)
    reception.settle()
    text = path.read_text(encoding="utf-8")
    assert "Орлова Вера Павловна" in text
    if suffix == "html":
        assert "<table>" in text
        text = text.split("id='data'>")[1].split("</script>")[0]
    told = json.loads(text)
    assert told["person"]["phone"] == "+79160001422"
    rows = [row for each in told.values() if isinstance(each, list) for row in each]
    keys = {*told, *told["person"], *(key for row in rows for key in row)} - {"format", "id"}
    assert keys <= KEYS.keys(), "every key has its words on the page"
