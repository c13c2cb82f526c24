"""An owner asks for a visit on the server's page, the desk answers, the owner sees it; nobody else learns of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from app import bookings as b
from app import passports
from app.kernel.standing import count_attention
from models.base import new_id
from models.bookings import (
    AppointmentState,
    EndedBy,
    EndReason,
    OnlineTakes,
)
from models.ledger import InboxChange
from sync.server import tables
from sync.wire.bookings import AppointmentAnswer
from sync.wire.envelope import Envelope
from sync.wire.fields import utc_text
from sync.wire.kinds import Kind
from sync.worker import pair
from tests.build.orders import Garage
from tests.sync.conftest import Here
from tests.sync.people import Car, Desk, Person, forget, rows
from tests.sync.running import Server
from tests.sync.visiting import (
    OIL,
    Shop,
    a_free_day,
    ask,
    asked,
    book_path,
    garage,
    open_to_owners,
    owner,
    shop,
    times,
    told,
    with_car,
)

__all__ = ["garage", "owner", "shop"]


# the whole way, between processes
def test_an_owner_books_the_desk_confirms_the_owner_sees_it(
    server: Server, new_person: Callable[[], Person], garage: Garage
) -> None:
    shop = open_to_owners(garage)
    pair(
        garage.on.shop,
        garage.on.owner,
        server_url=server.url,
        code=new_person().pairing_code(),
    )
    shop.round()
    owner, car = new_person(), Car()
    car_id = with_car(owner, car)
    owner.open("/book")
    assert f'href="/book/{shop.center_id}"' in str(owner.page and owner.page.text)
    path, wished = ask(owner, shop, car_id)
    assert "Ждёт ответа" in owner.open(path)

    shop.round()
    row = shop.one()
    assert (row.starts_at, row.services, row.plate, row.words) == (
        wished,
        OIL,
        car.plate,
        "Скрипит слева",
    )
    assert row.who == "Ирина Снегирёва"
    assert not row.was_taken
    assert "держит это время" in owner.open(path)

    version = row.version
    shop.do(b.confirm, b.AppointmentOf(appointment_id=row.appointment_id, version=version))
    assert "Подтверждён" not in owner.open(path)
    shop.round()
    page = owner.open(path)
    assert "Подтверждён" in page
    assert wished.strftime("%H:%M") in page
    assert shop.requests() == ()
    assert "Подтверждён" in owner.open("/")


def test_another_time_is_offered_with_words_and_taken(
    here: Here, shop: Shop, owner: Person
) -> None:
    path, wished = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    shop.do(b.offer_time, shop.elsewhere(shop.one(), 3, "В одиннадцать свободен подъёмник"))
    assert shop.one().is_offered
    shop.round()
    page = owner.open(path)
    later = wished + timedelta(hours=3)
    assert "Предложено другое время" in page
    assert "В одиннадцать свободен подъёмник" in page
    assert later.strftime("%H:%M") in page
    owner.send(f"{path}/accept")
    assert "Ждём сервис" in owner.open(path)
    shop.round()
    (appointment,) = shop.appointments()
    assert (appointment.state, appointment.starts_at) == (AppointmentState.CONFIRMED, later)
    page = owner.open(path)
    assert "Подтверждён" in page
    assert later.strftime("%H:%M") in page
    assert len(asked(here)) == 1


def test_a_drag_on_the_board_offers_and_no_is_a_cancellation(shop: Shop, owner: Person) -> None:
    path, _ = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    offer = shop.elsewhere(shop.one(), 2)
    shop.do(
        b.move,
        b.MoveAppointment(
            appointment_id=offer.appointment_id,
            version=offer.version,
            starts_at=offer.starts_at,
            bay_id=offer.bay_id,
            employee_id=None,
        ),
    )
    shop.round()
    assert "Предложено другое время" in owner.open(path)
    owner.send(f"{path}/decline")
    shop.round()
    (appointment,) = shop.appointments()
    assert appointment.state == AppointmentState.CANCELLED
    assert appointment.ended_by == EndedBy.CUSTOMER
    assert "Отменён" in owner.open(path)
    assert f'action="{path}/cancel"' not in owner.open(path)


def test_no_comes_with_its_reason_and_words(shop: Shop, owner: Person) -> None:
    path, _ = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    row = shop.one()
    shop.do(
        b.decline_request,
        b.DeclineRequest(
            appointment_id=row.appointment_id,
            version=row.version,
            reason=EndReason.NO_PARTS,
            words="Фильтр придёт через неделю",
        ),
    )
    shop.round()
    page = owner.open(path)
    assert "Отказано" in page
    assert "нет запчастей" in page
    assert "Фильтр придёт через неделю" in page


def test_an_answer_that_the_server_knows_nobody_for_is_no_alarm(
    here: Here, shop: Shop, owner: Person
) -> None:
    ask(owner, shop, with_car(owner, Car()))
    shop.round()
    row = shop.one()
    # the operator put back a backup from before the question
    forget(here.database_url, sa.delete(tables.appointments))
    shop.do(b.confirm, b.AppointmentOf(appointment_id=row.appointment_id, version=row.version))
    shop.round()
    on = shop.garage.on
    assert on.see(count_attention) == 0
    assert Kind.APPOINTMENT_ANSWER not in {
        row.kind for row in on.see(passports.list_waiting, now=on.shop.clock())
    }


def test_the_calendars_own_cancel_and_move_are_told_too(shop: Shop, owner: Person) -> None:
    path, wished = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    row = shop.one()
    shop.do(b.confirm, b.AppointmentOf(appointment_id=row.appointment_id, version=row.version))
    (appointment,) = shop.appointments()
    shop.do(
        b.move,
        b.MoveAppointment(
            appointment_id=appointment.id,
            version=appointment.version,
            starts_at=wished + timedelta(hours=1),
            bay_id=appointment.bay_id,
            employee_id=appointment.employee_id,
        ),
    )
    shop.round()
    page = owner.open(path)
    assert (wished + timedelta(hours=1)).strftime("%H:%M") in page
    assert "Подтверждён" in page
    (appointment,) = shop.appointments()
    shop.do(
        b.cancel_appointment,
        b.CancelAppointment(
            appointment_id=appointment.id,
            version=appointment.version,
            reason=EndReason.BAY_BROKEN,
            ended_by=EndedBy.CENTER,
        ),
    )
    shop.round()
    page = owner.open(path)
    assert "Отменён" in page
    assert "подъёмник или пост не работает" in page


def test_an_owner_who_does_not_come_frees_the_time(here: Here, shop: Shop, owner: Person) -> None:
    free = told(here, shop)
    path, _ = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    assert told(here, shop) != free
    owner.open(path)
    owner.send(f"{path}/cancel")
    owner.page = None
    shop.round()
    (appointment,) = shop.appointments()
    assert (appointment.state, appointment.end_reason, appointment.ended_by) == (
        AppointmentState.CANCELLED,
        EndReason.CHANGED_MIND,
        EndedBy.CUSTOMER,
    )
    assert told(here, shop) == free


# requests
def test_sp82_a_form_sent_twice_asks_once(here: Here, shop: Shop, owner: Person) -> None:
    car_id = with_car(owner, Car())
    a_free_day(owner, shop, car_id)
    action = f"/book/{shop.center_id}"
    data = owner.forms()[action] | {"starts_at": times(owner)[0]}
    first = owner.browser.post(action, data=data)
    again = owner.browser.post(action, data=data)
    assert first.url == again.url
    # a second window with the same wish is the same request too
    a_free_day(owner, shop, car_id)
    other = owner.forms()[action]
    assert other["press"] != data["press"]
    third = owner.browser.post(action, data=other | {"starts_at": data["starts_at"]})
    assert third.url == first.url
    assert len(asked(here)) == 1
    shop.round()
    shop.round()
    assert len(shop.appointments()) == 1


def test_sp82_requests_are_counted(shop: Shop, owner: Person) -> None:
    car_id = with_car(owner, Car())
    statuses = []
    for _ in range(11):
        a_free_day(owner, shop, car_id)
        action = f"/book/{shop.center_id}"
        data = owner.forms()[action] | {"starts_at": times(owner)[0]}
        statuses.append(owner.browser.post(action, data=data).status_code)
    assert statuses == [200] * 10 + [429]


def test_sp83_a_time_that_is_gone_is_told_with_others(
    here: Here, shop: Shop, owner: Person
) -> None:
    other = here.person()
    car_id, theirs = with_car(owner, Car()), with_car(other, Car())
    a_free_day(owner, shop, car_id)
    wished = times(owner)[2]
    a_free_day(other, shop, theirs)
    other.send(f"/book/{shop.center_id}", starts_at=wished)
    page = owner.send(f"/book/{shop.center_id}", 409, starts_at=wished, words="мои слова")
    assert "только что заняли" in page
    assert "мои слова" in page
    left = times(owner)
    assert wished not in left
    assert left
    owner.send(f"/book/{shop.center_id}", starts_at=left[-1])
    assert len(asked(here)) == 2


def test_sp83_a_time_that_the_desk_gave_away_meanwhile_comes_without_one(
    shop: Shop, owner: Person
) -> None:
    path, wished = ask(owner, shop, with_car(owner, Car()))
    local = wished.astimezone(shop.calendar.zone)
    shop.calendar.book("А001АА77", local.strftime("%H:%M"), 60, day=local.date())
    shop.round()
    row = shop.one()
    assert (row.was_taken, row.starts_at, row.wished_at) == (True, None, wished)
    assert "успели занять" in owner.open(path)
    shop.do(b.offer_time, shop.elsewhere(row, 2))
    shop.round()
    assert "Предложено другое время" in owner.open(path)


def test_sp83_nobody_else_gets_the_time_of_a_request(shop: Shop, owner: Person) -> None:
    _, wished = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    local = wished.astimezone(shop.calendar.zone)
    with pytest.raises(Exception, match="taken until"):
        shop.calendar.book("А001АА77", local.strftime("%H:%M"), 60, day=local.date())


def test_sp84_what_the_owner_did_since_counts_more_than_a_late_answer(
    shop: Shop, owner: Person
) -> None:
    path, _ = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    row = shop.one()
    owner.open(path)
    owner.send(f"{path}/cancel")
    # the desk has not heard of it, and says yes
    shop.do(b.confirm, b.AppointmentOf(appointment_id=row.appointment_id, version=row.version))
    shop.round()
    assert "Отменён" in owner.open(path)
    (appointment,) = shop.appointments()
    assert appointment.state == AppointmentState.CANCELLED
    # on the telephone they come after all: that is told
    shop.do(
        b.reopen_appointment,
        b.ReopenAppointment(appointment_id=appointment.id, version=appointment.version),
    )
    shop.round()
    assert "Подтверждён" in owner.open(path)


def test_sp84_a_yes_to_an_offer_that_was_replaced_binds_nobody(shop: Shop, owner: Person) -> None:
    path, wished = ask(owner, shop, with_car(owner, Car()))
    shop.round()
    shop.do(b.offer_time, shop.elsewhere(shop.one(), 2))
    shop.round()
    owner.open(path)
    owner.send(f"{path}/accept")
    shop.do(b.offer_time, shop.elsewhere(shop.one(), 4))
    shop.round()
    (appointment,) = shop.appointments()
    assert appointment.state == AppointmentState.REQUESTED
    page = owner.open(path)
    assert "Предложено другое время" in page
    assert (wished + timedelta(hours=4)).strftime("%H:%M") in page


def test_sp85_name_and_phone_travel_only_when_ticked(here: Here, shop: Shop, owner: Person) -> None:
    car = Car()
    ask(owner, shop, with_car(owner, car), contact=False)
    (change,) = rows(
        here.database_url,
        sa.select(tables.changes).where(tables.changes.c.kind == "appointment_request"),
    )
    assert (change.payload["name"], change.payload["phone"]) == (None, None)
    shop.round()
    assert shop.one().who == ""
    (appointment,) = shop.appointments()
    assert (appointment.contact_name, appointment.contact_phone) == (None, None)


def test_sp85_the_desk_keeps_name_and_phone_where_they_can_be_erased(
    shop: Shop, owner: Person
) -> None:
    car = Car()
    ask(owner, shop, with_car(owner, car))
    shop.round()
    (appointment,) = shop.appointments()
    assert appointment.contact_name == "Ирина Снегирёва"
    assert appointment.contact_phone.endswith(car.tail)
    kept = [row for row in shop.garage.rows(InboxChange) if row.kind == "appointment_request"]
    assert len(kept) == 1
    assert "Ирина" not in kept[0].payload
    assert car.tail not in kept[0].payload.replace(car.vin, "").replace(car.plate, "")


def test_sp85_a_plate_names_a_car_and_a_link_its_customer(
    here: Here, shop: Shop, owner: Person
) -> None:
    car, linked = Car(), Car()
    stranger = shop.garage.customer("Чужой Хозяин", phone="+7 916 555-44-33", email=None)
    shop.garage.car(stranger, car.plate)
    known = shop.garage.customer("Свой Клиент", phone=linked.phone, email=None)
    vehicle = shop.garage.car(known, linked.plate, vin=linked.vin)
    shop.do(passports.request_link, passports.RequestLink(vehicle_id=vehicle, customer_id=known))
    shop.round()
    friend = here.person()
    friend_car = with_car(friend, linked)
    friend.approve()
    shop.round()
    ask(owner, shop, with_car(owner, car), contact=False)
    ask(friend, shop, friend_car, place=6, contact=False)
    shop.round()
    by_plate, by_link = shop.requests()
    assert (by_plate.known_by, by_plate.customer_id, by_plate.who) == ("plate", None, "")
    assert by_plate.vehicle_id is not None
    assert (by_link.known_by, by_link.customer_id) == ("link", known)
    assert by_link.vehicle_id == vehicle


def test_sp85_another_center_reads_and_answers_nothing_of_it(
    here: Here, shop: Shop, owner: Person
) -> None:
    path, wished = ask(owner, shop, with_car(owner, Car()))
    request_id = path.rsplit("/", 1)[-1]
    other = here.desk()
    assert other.changes() == []
    (verdict,) = other.push(answer(other, request_id, wished))
    assert (verdict.verdict, verdict.code) == ("rejected", "request_unknown")
    assert "Ждёт ответа" in owner.open(path)
    stranger = here.person()
    stranger.open(path, 404)
    own = {"form_token": _token(stranger)}
    assert stranger.browser.post(f"{path}/cancel", data=own).status_code == 404
    assert stranger.browser.post(f"{path}/accept", data=own).status_code == 404
    assert "Ждёт ответа" in owner.open(path)
    car_id = owner.all(r'href="/cars/([0-9a-f-]{36})"') or [str(new_id())]
    page = stranger.browser.post(
        f"/book/{shop.center_id}",
        data={
            **own,
            "press": "p" * 43,
            "car": car_id[0],
            "service": str(shop.oil),
            "starts_at": wished.isoformat(),
        },
    )
    assert page.status_code == 404
    assert len(asked(here)) == 1


def _token(person: Person) -> str:
    person.open("/profile")
    return person.forms()["/profile"]["form_token"]


def answer(desk: Desk, request_id: str, wished: datetime) -> Envelope:
    payload = AppointmentAnswer.model_validate_json(
        json.dumps(
            {
                "request_id": request_id,
                "heard": 1,
                "state": "confirmed",
                "starts_at": utc_text(wished),
                "answered_at": utc_text(datetime.now(UTC)),
            }
        )
    )
    return desk.seal(Kind.APPOINTMENT_ANSWER, payload, payload.request_id)


def test_sp85_a_center_for_linked_owners_is_not_shown_to_strangers(
    here: Here, shop: Shop, owner: Person
) -> None:
    car_id = with_car(owner, Car())
    shop.do(b.set_online_booking, b.SetOnlineBooking(version=0, takes=OnlineTakes.LINKED))
    shop.round()
    assert str(shop.center_id) not in owner.open("/book")
    owner.open(book_path(shop, car_id), 404)
    shop.do(b.set_online_booking, b.SetOnlineBooking(version=1, takes=OnlineTakes.EVERYBODY))
    shop.round()
    assert str(shop.center_id) in owner.open("/book")
    assert here.url


def test_a_form_without_a_time_says_so_and_a_foreign_form_is_refused(
    here: Here, shop: Shop, owner: Person
) -> None:
    a_free_day(owner, shop, with_car(owner, Car()))
    action = f"/book/{shop.center_id}"
    data = owner.forms()[action]
    page = owner.browser.post(action, data=data)
    assert page.status_code == 422
    assert "Выберите время" in page.text
    data |= {"starts_at": times(owner)[0]}
    forged = owner.browser.post(action, data=data | {"form_token": "x" * 43})
    assert forged.status_code == 403
    foreign = owner.browser.post(action, data=data, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403
    assert asked(here) == []
