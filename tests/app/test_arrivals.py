"""Arrivals: from a plate to a signed act; what is missing is said at once; a signed version never changes."""

import hashlib
import json
import uuid
from collections.abc import Mapping
from typing import Any

import pytest
import sqlalchemy as sa

from app import arrivals, centers, contacts, files, work_orders
from app.arrivals import (
    AddPhoto,
    AmendArrival,
    ArrivalOf,
    CheckIn,
    OpenArrival,
    RemovePhoto,
    SaveArrival,
    SignAct,
    VehicleCame,
)
from app.arrivals.papers import acceptance_act_paper
from app.customers import EraseCustomer, RunErasures, erase_customer, run_erasures
from app.kernel.errors import (
    BlockedError,
    ChangedError,
    ConfirmError,
    FinalError,
    InvalidError,
    NotAllowedError,
    NotFoundError,
    Reason,
    TransitionNotAllowedError,
    UserError,
)
from app.kernel.tx import Actor
from app.vehicles import AddReading, add_reading
from models.arrivals import (
    Arrival,
    ArrivalMode,
    ArrivalSignature,
    ArrivalState,
    ArrivalVersion,
    Authority,
    KitItem,
    Lamp,
    MarkKind,
    SignerRole,
    SignMethod,
    View,
)
from models.ledger import AuditEntry
from models.order_flow import OrderState
from models.vehicles import OdometerReading
from models.work_orders import WorkOrder
from reports import acceptance_act
from tests.build import pictures
from tests.build.arriving import STROKES, arrive, card, complete, order_of, save, sign
from tests.build.shops import TestShop
from tests.reports.pages import Pages

FULL: Mapping[str, Any] = {
    "words": "Скрипит при медленном торможении, в основном утром на холодную.",
    "symptoms": ["creak", "braking", "cold"],
    "odometer_value": 61_907,
    "fuel_eighths": 5,
    "charge_percent": 80,
    "is_engine_running": True,
    "lamps": ["tyres", "brakes"],
    "cleanliness": "dirty",
    "belongings": [
        {"name": "Детское кресло", "place": "сзади справа", "value_amount": 1_250_000},
        {"name": "Зонт", "place": "багажник"},
    ],
    "kit": {
        "spare_wheel": "present",
        "jack": "present",
        "wheel_lock": {"state": "missing", "note": None},
    },
    "own_parts": [{"name": "Колодки передние", "qty": "1 компл.", "price_amount": 420_000}],
    "marks": [
        {
            "view": "left",
            "kind": "scratch",
            "points": [[4000, 5600], [4600, 5500]],
            "size": "34 см, до краски",
        },
        {"view": "front", "kind": "crack", "points": [[5000, 3200]], "size": "11 см"},
    ],
    "note": "Оставить старые детали",
}


# opening
def test_a_plate_alone_is_enough_and_the_order_is_there(shop: TestShop) -> None:
    arrival = arrive(shop, words="Стучит слева")
    row = card(shop, arrival).row
    assert (row.plate, row.car, row.customer, row.state) == (
        "О284ТР 777",
        "",
        None,
        ArrivalState.DRAFT,
    )
    assert row.number == "SC001-A-2026-00001"
    order = order_of(shop, arrival)
    assert (order.state, order.customer_id) == (OrderState.DRAFT, None)
    sheet = shop.see(work_orders.get_sheet, order.id)
    assert [concern.words for concern in sheet.card.concerns] == ["Стучит слева"]


def test_nothing_at_all_is_not_enough(shop: TestShop) -> None:
    with pytest.raises(InvalidError, match="at least the plate"):
        shop.do(arrivals.open_arrival, OpenArrival())


def test_a_check_in_alone_makes_no_order_until_it_is_asked_to(shop: TestShop) -> None:
    arrival = arrive(shop, mode=ArrivalMode.CHECK_IN_ONLY)
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival))
    assert card(shop, arrival).row.order_id is None
    with shop.reading() as read:
        assert read.connection.execute(sa.select(sa.func.count(WorkOrder.id))).scalar_one() == 0
    made = shop.do(arrivals.become_order, ArrivalOf(arrival_id=arrival))
    assert shop.do(arrivals.become_order, ArrivalOf(arrival_id=arrival)) == made
    assert card(shop, arrival).row.mode is ArrivalMode.STAYS


def test_an_order_that_is_there_gets_its_arrival_once(shop: TestShop) -> None:
    customer = shop.customer()
    order = shop.do(
        work_orders.open_order, work_orders.OpenOrder(plate="А111АА77", customer_id=customer)
    )
    first = shop.do(arrivals.open_arrival, OpenArrival(order_id=order))
    assert shop.do(arrivals.open_arrival, OpenArrival(order_id=order)) == first
    assert card(shop, first).row.customer == "Ким Анна"
    assert shop.see(arrivals.arrival_of_order, order) == first


def test_an_absent_car_is_expected_and_then_comes(shop: TestShop) -> None:
    arrival = arrive(shop, mode=ArrivalMode.ABSENT)
    assert shop.do(arrivals.check_in, CheckIn(arrival_id=arrival)) is ArrivalState.EXPECTED
    assert order_of(shop, arrival).state is OrderState.AWAITING_VEHICLE
    with pytest.raises(BlockedError, match="not here"):
        sign(shop, arrival)
    shop.do(arrivals.vehicle_came, VehicleCame(arrival_id=arrival))
    assert card(shop, arrival).row.is_here
    assert order_of(shop, arrival).state is OrderState.CHECKED_IN


def test_checking_in_keeps_the_odometer_and_moves_the_order(shop: TestShop) -> None:
    arrival = arrive(shop)
    save(shop, arrival, odometer_value=61_907, fuel_eighths=5)
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival, key_tag="31"))
    order = order_of(shop, arrival)
    assert (order.state, order.odometer_value, order.fuel_percent, order.key_tag) == (
        OrderState.CHECKED_IN,
        61_907,
        62,
        "31",
    )
    with shop.reading() as read:
        kept = read.connection.execute(
            sa.select(OdometerReading.value, OdometerReading.source)
        ).one()
    assert tuple(kept) == (61_907, "arrival")
    with pytest.raises(TransitionNotAllowedError):
        shop.do(arrivals.check_in, CheckIn(arrival_id=arrival))


def test_a_cancelled_arrival_says_why_and_stays(shop: TestShop) -> None:
    arrival = arrive(shop)
    with pytest.raises(InvalidError):
        shop.do(arrivals.cancel_arrival, ArrivalOf(arrival_id=arrival))
    shop.do(arrivals.cancel_arrival, ArrivalOf(arrival_id=arrival, reason="не приехал"))
    with pytest.raises(FinalError):
        save(shop, arrival, note="ещё")
    assert shop.see(arrivals.list_arrivals) == []
    assert len(shop.see(arrivals.list_arrivals, in_shop=False)) == 1


# what is written down
def test_everything_that_was_seen_is_kept(shop: TestShop) -> None:
    arrival = arrive(shop)
    save(shop, arrival, **FULL)
    seen = card(shop, arrival)
    assert seen.lamps == ("brakes", "tyres")
    assert seen.fuel_eighths == 5
    assert seen.charge_percent == 80
    assert seen.cleanliness == "dirty"
    assert [mark["panel"] for mark in seen.marks] == ["door_front_left", "windscreen"]
    assert seen.belongings[0]["value_amount"] == 1_250_000
    assert seen.kit["jack"] == {"state": "present", "note": None}
    assert set(seen.symptoms) >= {"creak", "braking", "cold"}
    order = order_of(shop, arrival)
    assert order.belongings == "Детское кресло, Зонт"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fuel_eighths", 9),
        ("charge_percent", 101),
        ("odometer_value", -1),
        ("lamps", ["turbo"]),
        ("symptoms", ["sings"]),
        ("cleanliness", "shiny"),
        ("kit", {"anchor": "present"}),
        ("kit", {"jack": "perhaps"}),
        ("belongings", [{"name": ""}]),
        ("belongings", [{"name": "x", "value_amount": -1}]),
        ("own_parts", [{"name": " "}]),
        ("marks", [{"view": "below", "kind": "dent", "points": [[1, 1]]}]),
        ("marks", [{"view": "left", "kind": "dent", "points": [[1, 10_001]]}]),
        ("marks", [{"view": "left", "kind": "dream", "points": [[1, 1]]}]),
        ("id_seen", "diary"),
        ("is_engine_running", "yes"),
        ("wheels", 4),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(shop: TestShop, field: str, value: object) -> None:
    arrival = arrive(shop)
    with pytest.raises(InvalidError) as refused:
        save(shop, arrival, **{field: value})
    assert list(refused.value.problems) == [field]


def test_a_lower_odometer_is_asked_about(shop: TestShop) -> None:
    vehicle = shop.vehicle()
    shop.do(add_reading, AddReading(vehicle_id=vehicle, value=53_490))
    shop.clock.move(days=30)
    arrival = arrive(shop, plate="А123ВС77")
    with pytest.raises(ConfirmError) as asked:
        save(shop, arrival, odometer_value=5_349)
    assert asked.value.field == "odometer_reason"
    save(shop, arrival, odometer_value=5_349, odometer_reason="приборная панель заменена")
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival))
    with shop.reading() as read:
        last = read.connection.execute(
            sa.select(OdometerReading.is_anomaly).where(OdometerReading.source == "arrival")
        ).scalar_one()
    assert last is True


def test_marks_keep_their_ids_and_photos_through_edits(shop: TestShop) -> None:
    arrival = arrive(shop)
    save(shop, arrival, **FULL)
    first = card(shop, arrival).marks[0]
    came = files.receive(shop.shop.files, pictures.photo())
    shop.do(
        arrivals.add_photo,
        AddPhoto(arrival_id=arrival, sha256=came.sha256, mark_id=str(first["id"])),
    )
    save(shop, arrival, marks=[{**first, "size": "35 см"}])
    seen = card(shop, arrival)
    assert seen.marks[0]["id"] == first["id"]
    assert [photo.slot for photo in seen.photos] == [f"mark:{first['id']}"]
    with pytest.raises(InvalidError):
        shop.do(
            arrivals.add_photo,
            AddPhoto(arrival_id=arrival, sha256=came.sha256, mark_id=str(uuid.uuid4())),
        )
    with pytest.raises(InvalidError):
        shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=came.sha256, slot="sunset"))


def test_every_view_has_panels_and_every_list_its_words() -> None:
    for view in View:
        assert arrivals.svg_of(view).startswith(b"<svg")
        assert len(arrivals.panels()[view.value]) >= 12
    assert arrivals.panel_at(View.LEFT, [[9990, 10]]) is None
    assert arrivals.panel_at(View.TOP, [[5000, 2900]]) == "roof"
    assert arrivals.panel_at(View.RIGHT, [[8500, 5600]]) == "wing_front_right"
    assert arrivals.panel_at(View.REAR, [[1900, 5500]]) == "tail_lamp_left"
    assert {chip.group for chip in arrivals.symptoms()} >= {"noise", "smell", "vibration"}
    assert all(chip.words["en"] and chip.words["ru"] for chip in arrivals.symptoms())
    assert len(Lamp) == len(set(Lamp)) == 20
    assert {MarkKind.SCRATCH, MarkKind.MISSING} <= set(MarkKind)
    assert KitItem.WHEEL_LOCK in KitItem


@pytest.mark.parametrize(
    ("words", "chips"),
    [
        ("It squeals when I brake slowly, mostly in the morning.", ["squeal", "braking"]),
        ("Запах бензина и вибрация на скорости", ["fuel", "shake", "speed"]),
        ("Ничего", []),
    ],
)
def test_chips_are_heard_in_the_customers_words(words: str, chips: list[str]) -> None:
    heard = arrivals.suggested(words)
    assert set(chips) <= set(heard)
    assert bool(chips) == bool(heard)


# who brings it
def test_somebody_else_brings_the_car_and_gets_the_message(shop: TestShop) -> None:
    customer = shop.customer(phone="+79165510733")
    vehicle = shop.vehicle(make="Škoda", model="Kodiaq", owner_id=customer)
    arrival = shop.do(arrivals.open_arrival, OpenArrival(vehicle_id=vehicle))
    shop.do(
        arrivals.save_arrival,
        SaveArrival(
            arrival_id=arrival,
            values={"odometer_value": 100, "id_seen": "passport"},
            bringer_name="Беляев Пётр",
            bringer_phone="+7 926 551-07-33",
        ),
    )
    with pytest.raises(BlockedError, match="by what right"):
        sign(shop, arrival)
    save(
        shop,
        arrival,
        authority=Authority.POWER_OF_ATTORNEY.value,
        authority_note="№ 77 от 01.06.2026",
    )
    seen = card(shop, arrival)
    assert (seen.bringer, seen.bringer_phone) == ("Беляев Пётр", "+79265510733")
    sign(shop, arrival)
    act = Pages(acceptance_act.render(shop.see(acceptance_act_paper, arrival))).whole
    for words in ("Ким Анна", "Беляев Пётр", "926 551-07-33", "По доверенности", "№ 77 от 01.06"):
        assert words in act
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival))
    order = order_of(shop, arrival)
    assert order.bringer_id == seen.bringer_id
    complete(shop, order.id)
    told = shop.see(contacts.list_notifications, customer_id=seen.bringer_id)
    assert [note.template for note in told] == ["order_completed"]
    assert shop.see(contacts.list_notifications, customer_id=customer) == []


# what is missing
def test_gaps_are_listed_all_at_once_and_stop_only_the_close(shop: TestShop) -> None:
    arrival = arrive(shop)
    save(shop, arrival, kit={"wheel_lock": "missing"})
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival))
    order = order_of(shop, arrival)
    found = shop.see(arrivals.gaps, order.id)
    assert [gap.code for gap in found if gap.blocks] == ["customer", "vehicle", "odometer"]
    said = {gap.code: str(gap.sentence) for gap in found}
    assert said["vin"] == "The VIN is not read."
    assert {"acceptance_act", "fuel", "photos", "key_tag", "kit:wheel_lock"} <= set(said)
    assert all(gap.field for gap in found)
    assert shop.see(arrivals.arrival_gaps, arrival) == found
    with pytest.raises(BlockedError) as blocked:
        shop.do(work_orders.complete, work_orders.Complete(order_id=order.id))
    codes = {blocker.code for blocker in blocked.value.blockers}
    assert {"customer", "vehicle", "odometer"} <= codes


def test_a_center_may_want_a_signed_act_before_the_close(shop: TestShop) -> None:
    with shop.reading() as read:
        version = centers.get_center(read).version
    shop.do(
        centers.set_policy,
        centers.SetPolicy(
            version=version, values={"required_to_complete": ["acceptance_act", "vin"]}
        ),
    )
    arrival = arrive(shop)
    order = order_of(shop, arrival)
    blocking = [gap.code for gap in shop.see(arrivals.gaps, order.id) if gap.blocks]
    assert blocking == ["acceptance_act", "vin"]
    sign(shop, arrival)
    blocking = [gap.code for gap in shop.see(arrivals.gaps, order.id) if gap.blocks]
    assert blocking == ["vin"]
    with pytest.raises(BlockedError) as blocked:
        shop.do(work_orders.complete, work_orders.Complete(order_id=order.id))
    codes = {blocker.code for blocker in blocked.value.blockers}
    assert "vin" in codes
    assert "acceptance_act" not in codes


def test_a_center_may_want_what_was_seen_at_the_arrival(shop: TestShop) -> None:
    wanted = ["fuel", "photos", "key_tag", "authority"]
    with shop.reading() as read:
        version = centers.get_center(read).version
    shop.do(
        centers.set_policy,
        centers.SetPolicy(version=version, values={"required_to_complete": wanted}),
    )
    arrival = arrive(shop, customer_id=shop.customer())
    shop.do(
        arrivals.save_arrival,
        SaveArrival(arrival_id=arrival, bringer_name="Беляев Пётр", bringer_phone="+79265510733"),
    )
    order = order_of(shop, arrival)
    found = shop.see(arrivals.gaps, order.id)
    assert [gap.code for gap in found if gap.blocks] == wanted
    assert len({gap.code for gap in found}) == len(found)
    with pytest.raises(BlockedError) as blocked:
        shop.do(work_orders.complete, work_orders.Complete(order_id=order.id))
    assert set(wanted) <= {blocker.code for blocker in blocked.value.blockers}
    save(shop, arrival, fuel_eighths=0, authority="power_of_attorney")
    for place, slot in enumerate(("front", "left", "rear", "right")):
        came = files.receive(shop.shop.files, pictures.photo(tint=40 * place))
        shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=came.sha256, slot=slot))
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="4"))
    assert [gap.code for gap in shop.see(arrivals.gaps, order.id) if gap.blocks] == []


# signing
def test_a_signature_is_bound_to_what_was_shown(shop: TestShop) -> None:
    arrival = arrive(shop, customer_id=shop.customer(phone="+79165510733"))
    save(shop, arrival, **FULL)
    photo = files.receive(shop.shop.files, pictures.photo())
    shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=photo.sha256, slot="front"))
    signed = sign(shop, arrival)
    (version,) = shop.see(arrivals.list_versions, arrival)
    assert version.number == signed.number == 1
    with shop.reading() as read:
        text = read.connection.execute(sa.select(ArrivalVersion.content)).scalar_one()
        rows = read.connection.execute(sa.select(ArrivalSignature.__table__)).mappings().all()
    assert hashlib.sha256(text.encode()).hexdigest() == version.sha256 == signed.sha256
    assert rows[0]["content_sha256"] == version.sha256
    assert arrivals.signature_digest(dict(rows[0])) == rows[0]["sha256"]
    assert version.content["photos"][0]["sha256"] == photo.sha256
    assert version.content["fuel_eighths"] == 5
    assert version.people["name"] == "Ким Анна"
    (signature,) = version.signatures
    assert signature.signer == "Ким Анна"
    assert [list(map(list, stroke)) for stroke in signature.strokes] == STROKES
    assert "Ким" not in text


def test_what_somebody_changed_meanwhile_is_not_signed(shop: TestShop) -> None:
    arrival = arrive(shop)
    shown = card(shop, arrival).row.version
    save(shop, arrival, note="ещё царапина")
    with pytest.raises(ChangedError):
        shop.do(arrivals.sign_act, SignAct(arrival_id=arrival, version=shown, strokes=STROKES))


def test_an_edit_after_signing_makes_a_version_and_keeps_the_signed_one(shop: TestShop) -> None:
    arrival = arrive(shop, customer_id=shop.customer())
    save(shop, arrival, **FULL)
    first = sign(shop, arrival)
    with pytest.raises(UserError) as refused:
        save(shop, arrival, note="после подписи")
    assert refused.value.reason is Reason.FINAL
    assert "version 2" in str(refused.value.remedy)
    photo = files.receive(shop.shop.files, pictures.photo())
    adding = AddPhoto(arrival_id=arrival, sha256=photo.sha256)
    with pytest.raises(UserError, match="signed"):
        shop.do(arrivals.add_photo, adding)
    shop.do(
        arrivals.amend_arrival,
        AmendArrival(arrival_id=arrival, reason="нашли вторую вмятину", values={"note": "вмятина"}),
    )
    link = shop.do(arrivals.add_photo, adding)
    seen = card(shop, arrival)
    assert (seen.row.draft_number, seen.row.signed_number, seen.is_signed) == (2, 1, False)
    with pytest.raises(UserError, match="not signed yet"):
        shop.do(arrivals.amend_arrival, AmendArrival(arrival_id=arrival, reason="ещё"))
    shop.clock.move(hours=1)
    second = sign(shop, arrival, method=SignMethod.PAPER, strokes=())
    versions = shop.see(arrivals.list_versions, arrival)
    assert [version.number for version in versions] == [2, 1]
    assert versions[1].sha256 == first.sha256 != second.sha256
    assert versions[1].content["note"] == "Оставить старые детали"
    assert versions[0].content["amend_reason"] == "нашли вторую вмятину"
    with pytest.raises(UserError, match="signed"):
        shop.do(arrivals.remove_photo, RemovePhoto(arrival_id=arrival, link_id=link))


def test_both_sides_sign_one_version_and_nobody_twice(shop: TestShop) -> None:
    arrival = arrive(shop, customer_id=shop.customer())
    one = sign(shop, arrival)
    two = sign(shop, arrival, role=SignerRole.ACCEPTOR)
    assert one.sha256 == two.sha256
    (version,) = shop.see(arrivals.list_versions, arrival)
    assert [s.signer for s in version.signatures] == ["Ким Анна", "Серова Татьяна"]
    with pytest.raises(UserError) as refused:
        sign(shop, arrival)
    assert refused.value.reason is Reason.DUPLICATE


@pytest.mark.parametrize(
    "strokes",
    [
        (),
        [[[1, 1]]],
        [[[0, 0], [1, 1], [10_001, 5]]],
        [[[1], [2], [3]]],
        [[[1, 1], [2, 2], [-1, 3]]],
    ],
)
def test_a_tap_or_a_scribble_beside_the_pad_is_no_signature(
    shop: TestShop, strokes: list[list[list[int]]]
) -> None:
    arrival = arrive(shop)
    with pytest.raises(InvalidError):
        sign(shop, arrival, strokes=strokes)


def test_a_refusal_to_sign_is_written_down(shop: TestShop) -> None:
    arrival = arrive(shop)
    with pytest.raises(InvalidError, match="why"):
        sign(shop, arrival, method=SignMethod.REFUSED, strokes=())
    sign(shop, arrival, method=SignMethod.REFUSED, strokes=(), note="торопится")
    assert "refused" in {gap.code for gap in shop.see(arrivals.arrival_gaps, arrival)}


def test_the_database_itself_keeps_a_signed_act(shop: TestShop) -> None:
    arrival = arrive(shop)
    save(shop, arrival, **FULL)
    sign(shop, arrival)
    writes = (
        sa.update(ArrivalVersion).values(content="{}"),
        sa.delete(ArrivalVersion),
        sa.update(ArrivalSignature).values(note="x"),
        sa.delete(ArrivalSignature),
        sa.update(Arrival).values(fuel_eighths=8),
        sa.update(Arrival).values(signed_number=0),
        sa.delete(Arrival),
    )
    for statement in writes:
        with (
            pytest.raises(sa.exc.DBAPIError, match="final:"),
            shop.shop.database.writer.begin() as c,
        ):
            c.execute(statement)


def test_erasing_the_person_leaves_the_act_valid_and_nameless(shop: TestShop) -> None:
    customer = shop.customer(phone="+79165510733")
    arrival = arrive(shop, customer_id=customer, mode=ArrivalMode.CHECK_IN_ONLY)
    sign(shop, arrival)
    shop.do(erase_customer, EraseCustomer(customer_id=customer))
    (version,) = shop.see(arrivals.list_versions, arrival)
    # the books keep it until the term ends
    assert version.people["name"] == "Ким Анна"
    shop.clock.move(days=366 * 7)
    shop.do(run_erasures, RunErasures())
    (version,) = shop.see(arrivals.list_versions, arrival)
    assert version.people == {}
    assert version.signatures[0].signer == ""
    assert version.signatures[0].strokes == ()
    with shop.reading() as read:
        text = read.connection.execute(sa.select(ArrivalVersion.content)).scalar_one()
        said = "".join(read.connection.execute(sa.select(AuditEntry.changes)).scalars())
    assert hashlib.sha256(text.encode()).hexdigest() == version.sha256
    assert "1013,7319" not in said
    assert json.loads(text)["person"]


# rights
def test_a_mechanic_moves_cars_and_writes_no_act(shop: TestShop) -> None:
    arrival = arrive(shop)
    with pytest.raises(NotAllowedError):
        shop.do(
            arrivals.save_arrival,
            SaveArrival(arrival_id=arrival, values={"note": "x"}),
            actor=shop.mechanic,
        )
    shop.do(arrivals.hang_key, arrivals.HangKey(arrival_id=arrival, tag="5"), actor=shop.mechanic)
    assert card(shop, arrival).row.key_tag == "5"


def test_arrivals_of_another_center_are_not_there(shop: TestShop) -> None:
    arrival = arrive(shop)
    shop.do(arrivals.set_tag, arrivals.SetTag(text="1"))
    sign(shop, arrival)
    stranger = Actor(shop.owner.employee_id, uuid.uuid4(), "x", shop.owner.permissions)
    with shop.reading(stranger) as read:
        assert arrivals.list_arrivals(read, in_shop=False) == []
        assert arrivals.list_versions(read, arrival) == []
        assert arrivals.key_board(read) == []
        assert arrivals.cars_here(read) == []
        assert arrivals.free_tags(read) == []
        assert arrivals.list_places(read) == []
        for ask in (arrivals.get_arrival, arrivals.arrival_gaps, arrivals.gaps):
            with pytest.raises(NotFoundError):
                ask(read, arrival)
