"""The vehicle's profile, its papers, what must be calibrated, recalls, and whom to call."""

import uuid
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.contacts import NoteCall, list_calls, note_call
from app.customers import EraseCustomer, erase_customer, preview_erasure
from app.exchange import ImportFile, ImportKind, check_import, read_bytes, run_import
from app.insights.dues import DueKind, list_dues
from app.kernel.errors import BlockedError, FinalError, InvalidError
from app.vehicles import get_vehicle
from app.vehicles.calibration import (
    AnswerCalibration,
    answer_calibration,
    causes_of,
    order_needs,
)
from app.vehicles.profile import (
    ProfileData,
    RemovePaper,
    SavePaper,
    SaveProfile,
    get_profile,
    list_papers,
    remove_paper,
    save_paper,
    save_profile,
)
from app.vehicles.recalls import (
    NOT_CONCERNED,
    MarkRecall,
    WithdrawMark,
    mark_recall,
    recall_sentences,
    recalls_of,
    withdraw_recall_mark,
)
from models.ledger import AuditEntry
from models.vehicle_profiles import SERIALS
from tests.build.orders import Garage
from tests.build.shops import TestShop

VIN = "XW8AN4NE3KH012845"
WHOLE = ProfileData(
    body_style="лифтбек",
    doors_count=5,
    drive="front",
    engine_cc=1395,
    power_kw=110,
    options=("Ambition", "фаркоп"),
    sensors={"front_camera": "dynamic", "front_radar": "static"},
    paint_code="LF9E",
    paint_kind="metallic",
    materials=("steel", "aluminium"),
    tyres_front="205/55 R16",
    tyres_rear="205/55 R16",
    wheel_torque_nm=120,
    tyre_store="Стеллаж 4",
    battery_kwh=Decimal("75.5"),
    battery_health_percent=Decimal("91.25"),
    serials=dict.fromkeys(SERIALS, "SN-1"),
    ownership="leased",
    lender="ВТБ Лизинг",
    value_amount=145_000_000,
    value_currency="RUB",
    valued_on=date(2026, 5, 1),
    insurance_company="Ингосстрах",
    insurance_policy="ХХХ 0123456789",
    insurance_from_on=date(2025, 7, 1),
    insurance_until_on=date(2026, 6, 30),
    inspection_until_on=date(2026, 6, 20),
    curb_mass_kg=1_300,
    max_mass_kg=1_800,
    storage_place="Двор, место 7",
)


@pytest.fixture
def garage(shop: TestShop) -> Garage:
    return Garage(shop)


def profiled(car: uuid.UUID, **changes: object) -> SaveProfile:
    values = {**{f: getattr(WHOLE, f) for f in asdict(WHOLE)}, **changes}
    return SaveProfile(vehicle_id=car, **values)


def test_a_whole_profile_is_kept_as_it_was_typed(garage: Garage) -> None:
    shop, car = garage.on, garage.car(garage.customer())
    assert shop.see(get_profile, car) == ProfileData()
    shop.do(save_profile, profiled(car))
    assert shop.see(get_profile, car) == WHOLE
    shop.do(save_profile, profiled(car, sensors={"lidar": "static"}, options=()))
    told = shop.see(get_profile, car)
    assert told.sensors == {"lidar": "static"}
    assert told.options == ()
    with shop.reading() as read:
        entries = read.connection.execute(sa.select(AuditEntry.changes)).scalars().all()
    assert not any("0123456789" in entry for entry in entries)


def test_everything_wrong_is_told_at_once(garage: Garage) -> None:
    shop, car = garage.on, garage.car()
    wrong = profiled(
        car,
        drive="sideways",
        doors_count=0,
        battery_health_percent=Decimal(140),
        sensors={"crystal_ball": "static"},
        materials=("gold",),
        curb_mass_kg=2_000,
        insurance_from_on=date(2027, 1, 1),
        value_currency="rubles",
        valued_on=date(2030, 1, 1),
    )
    with pytest.raises(InvalidError) as refused:
        shop.do(save_profile, wrong)
    assert set(refused.value.problems) == {
        "drive", "doors_count", "battery_health_percent", "sensors", "materials", "max_mass_kg",
        "insurance_until_on", "value_currency", "valued_on",
    }  # fmt: skip  # one line reads better
    assert shop.see(get_profile, car) == ProfileData()


def test_papers_come_and_go_and_their_numbers_stand_in_no_audit(garage: Garage) -> None:
    shop, owner = garage.on, garage.customer()
    car = garage.car(owner)
    paper = shop.do(
        save_paper,
        SavePaper(vehicle_id=car, kind="registration", number="99 41 602718", until_on=None),
    )
    (row,) = shop.see(list_papers, car)
    assert (row.id, row.number) == (paper, "99 41 602718")
    with pytest.raises(InvalidError):
        shop.do(save_paper, SavePaper(vehicle_id=car, kind="poem"))
    with shop.reading() as read:
        entries = read.connection.execute(sa.select(AuditEntry.changes)).scalars().all()
    assert not any("602718" in entry for entry in entries)
    shop.do(erase_customer, EraseCustomer(customer_id=owner))
    assert shop.see(list_papers, car)[0].number is None
    shop.do(remove_paper, RemovePaper(paper_id=paper))
    assert shop.see(list_papers, car) == ()


# calibration
@pytest.mark.parametrize(
    ("line", "causes"),
    [
        ("Замена лобового стекла", {"windscreen"}),
        ("Бампер передний, снятие и установка", {"front_bumper"}),
        ("Развал-схождение", {"alignment"}),
        ("Windscreen, replace", {"windscreen"}),
        ("Рулевая рейка", {"steering"}),
        ("Полировка фар", set()),
        ("Калибровка камеры лобового стекла", set()),
        ("Замена масла", set()),
    ],
)
def test_a_line_names_what_it_moves(line: str, causes: set[str]) -> None:
    assert {cause for cause, _ in causes_of(line)} == causes


def test_k1_a_repair_waits_for_the_report_of_the_sensor_it_moved(garage: Garage) -> None:
    shop, car = garage.on, garage.car(garage.customer())
    shop.do(save_profile, profiled(car))
    order = garage.order(car)
    garage.typed(order, "labour", "Замена лобового стекла", 900_000)
    garage.start(order)
    (need,) = shop.see(order_needs, order)
    assert (need.feature, need.method, need.stops) == ("front_camera", "dynamic", True)

    with pytest.raises(BlockedError) as refused:
        garage.complete(order)
    assert [b.code for b in refused.value.blockers] == ["calibration"]
    with pytest.raises(InvalidError):
        shop.do(answer_calibration, AnswerCalibration(order_id=order, feature="front_camera"))
    shop.do(
        answer_calibration,
        AnswerCalibration(order_id=order, feature="front_camera", report="ADAS-2026-118"),
        actor=shop.mechanic,
    )
    garage.complete(order)
    assert shop.see(order_needs, order)[0].report == "ADAS-2026-118"


def test_k2_unknown_equipment_is_asked_about_and_stops_nothing(garage: Garage) -> None:
    shop = garage.on
    order = garage.order()
    garage.typed(order, "labour", "Замена лобового стекла", 900_000)
    garage.start(order)
    needs = shop.see(order_needs, order)
    assert {need.feature for need in needs} == {"front_camera", "rain_sensor", "head_up"}
    assert not any(need.stops for need in needs)
    assert garage.complete(order).total_amount > 0


def test_k3_a_reason_answers_too_and_k4_a_part_that_calibrates_itself_waits_for_nobody(
    garage: Garage,
) -> None:
    shop, car = garage.on, garage.car(garage.customer())
    shop.do(save_profile, profiled(car, sensors={"front_radar": "static", "park_sensors": "self"}))
    order = garage.order(car)
    garage.typed(order, "labour", "Передний бампер, снятие", 300_000)
    garage.start(order)
    assert [n.feature for n in shop.see(order_needs, order) if n.stops] == ["front_radar"]
    shop.do(
        answer_calibration,
        AnswerCalibration(
            order_id=order, feature="front_radar", outcome="not_needed", reason="радар не снимали"
        ),
    )
    garage.complete(order)


# recalls and dues
LIST = (
    "Номер отзыва;Марка;Описание;Модели;Год от;Год до;VIN;Что сделать;Дата;Безопасность\n"
    "R-2026-11;Škoda;Подушка безопасности Takata;Octavia;2017;2020;;Заменить;01.04.2026;да\n"
    f"R-2026-12;Škoda;Топливная трубка;;;;{VIN};Проверить;02.04.2026;нет\n"
    "R-2026-12;Škoda;Топливная трубка;;;;WVWZZZ1KZAW000001;Проверить;02.04.2026;нет\n"
    "R-2026-13;BMW;Болт вала;X5;2015;2016;;Заменить;03.04.2026;да\n"
)


def imported(shop: TestShop, text: str = LIST) -> None:
    command = ImportFile(
        kind=ImportKind.RECALLS, source=read_bytes(text.encode("utf-8"), "recalls.csv")
    )
    trial = check_import(shop.shop, shop.owner, command)
    assert trial.errors == ()
    run_import(shop.shop, shop.owner, command)


def test_an_imported_list_tells_which_cars_are_concerned_without_a_net(garage: Garage) -> None:
    shop, owner = garage.on, garage.customer()
    car = garage.car(owner, vin=VIN)
    other = garage.car(owner, make="BMW", model="X5", made_year=2019)
    imported(shop)
    imported(shop)

    found = shop.see(recalls_of, car)
    assert [row.number for row in found] == ["R-2026-11", "R-2026-12"]
    assert "Takata" in str(recall_sentences(found)[0])
    assert shop.see(recalls_of, other) == ()

    mark = shop.do(mark_recall, MarkRecall(recall_id=found[0].id, vehicle_id=car))
    assert [row.number for row in shop.see(recalls_of, car) if row.is_open] == ["R-2026-12"]
    shop.do(withdraw_recall_mark, WithdrawMark(mark_id=mark))
    assert len([row for row in shop.see(recalls_of, car) if row.is_open]) == 2
    with pytest.raises(InvalidError):
        shop.do(
            mark_recall,
            MarkRecall(recall_id=found[0].id, vehicle_id=car, outcome=NOT_CONCERNED),
        )


def test_days_of_an_imported_list_reach_the_cars(garage: Garage) -> None:
    shop = garage.on
    car = garage.car(garage.customer(), plate="А123ВС77")
    text = "Госномер;Техосмотр до;ОСАГО до\nА123ВС77;20.06.2026;01.09.2026\n"
    command = ImportFile(
        kind=ImportKind.VEHICLES, source=read_bytes(text.encode("utf-8"), "dues.csv")
    )
    run_import(shop.shop, shop.owner, command)
    row = shop.see(get_vehicle, car, now=shop.clock()).vehicle
    assert (row.inspection_until_on, row.insurance_until_on) == (
        date(2026, 6, 20),
        date(2026, 9, 1),
    )


def test_whom_to_call_with_the_days_that_are_left(garage: Garage) -> None:
    shop, owner = garage.on, garage.customer()
    car = garage.car(owner, vin=VIN)
    shop.do(save_profile, profiled(car))
    imported(shop)
    today = shop.clock().date()

    dues = shop.see(list_dues, today=today)
    days = {row.kind: row.days for row in dues}
    assert days[DueKind.INSPECTION] == 5
    assert days[DueKind.INSURANCE] == 15
    assert len([row for row in dues if row.kind == DueKind.RECALL]) == 2
    assert all((row.customer_id, row.phone) == (owner, "+79160001422") for row in dues)
    assert [r.kind for r in shop.see(list_dues, today=today, kinds=frozenset({"insurance"}))] == [
        DueKind.INSURANCE
    ]
    later = shop.see(list_dues, today=today - timedelta(days=90))
    assert DueKind.INSPECTION not in {row.kind for row in later}

    shop.do(
        note_call,
        NoteCall(
            customer_id=owner,
            vehicle_id=car,
            outcome="call_back",
            about="inspection",
            words="просила после обеда",
            again_on=today + timedelta(days=1),
        ),
    )
    (called, *_) = shop.see(list_dues, today=today)
    assert (called.last_outcome, called.again_on) == ("call_back", today + timedelta(days=1))
    (talk,) = shop.see(list_calls, owner)
    assert talk.words == "просила после обеда"
    with shop.reading() as read:
        entries = read.connection.execute(sa.select(AuditEntry.changes)).scalars().all()
    assert not any("после обеда" in entry for entry in entries)


def test_erasing_says_before_what_goes_and_what_the_law_keeps(garage: Garage) -> None:
    shop, owner = garage.on, garage.customer()
    car = garage.car(owner)
    order = garage.order(car, customer_id=owner)
    garage.typed(order, "labour", "Диагностика", 150_000)
    assert shop.see(preview_erasure, owner, today=shop.clock().date()).blockers
    garage.start(order)
    garage.complete(order)
    garage.invoice(order)
    shop.do(note_call, NoteCall(customer_id=owner, outcome="reached", words="о цене"))

    told = shop.see(preview_erasure, owner, today=shop.clock().date())
    assert told.blockers == ()
    assert dict(told.goes)["call"] == 1
    assert {kept.kind for kept in told.kept} >= {"invoice", "work_order"}
    assert all(kept.until_on >= date(2030, 12, 31) for kept in told.kept)
    left = shop.do(erase_customer, EraseCustomer(customer_id=owner))
    assert left == sum(kept.count for kept in told.kept)
    assert shop.see(list_calls, owner)[0].words is None
    with pytest.raises(FinalError):
        shop.do(note_call, NoteCall(customer_id=owner, outcome="reached"))
