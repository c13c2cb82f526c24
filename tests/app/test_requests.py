"""Service requests on both databases: nothing is forgotten, nothing is counted twice, and a person can be forgotten."""

import itertools
import random
import uuid
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app import bookings as b
from app.access.staff import EmployeeOf, archive_employee
from app.bookings import request_reads as reads
from app.bookings import requests as r
from app.customers import (
    CreateCustomer,
    EraseCustomer,
    create_customer,
    erase_customer,
    export_person,
)
from app.kernel.errors import (
    ConfirmError,
    InvalidError,
    NotAllowedError,
    TransitionNotAllowedError,
    UserError,
)
from models.bookings import AppointmentState, EndedBy, EndReason
from models.money import Money
from models.requests import (
    OPEN,
    LossReason,
    RequestSource,
    RequestState,
    ServiceRequest,
    ServiceRequestStep,
)
from tests.build.calendars import Calendar, at, make_calendar
from tests.build.shops import TestShop

PHONE = "+7 916 204-18-99"
E164 = "+79162041899"


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def take(shop: TestShop, **told: Any) -> uuid.UUID:  # noqa: ANN401 - any field of TakeRequest
    told.setdefault("name", "Petrov")
    key: uuid.UUID = shop.do(r.take_request, r.TakeRequest(**told))
    return key


def row(shop: TestShop, key: uuid.UUID) -> reads.RequestRow:
    card: reads.RequestCard = shop.see(reads.get_service_request, key)
    return card.row


def lose(shop: TestShop, key: uuid.UUID, reason: LossReason, note: str | None = None) -> None:
    version = row(shop, key).version
    command = r.LoseRequest(request_id=key, version=version, reason=reason, note=note)
    shop.do(r.lose_request, command)


def book(shop: TestShop, key: uuid.UUID, **told: Any) -> uuid.UUID:  # noqa: ANN401 - any field of BookRequest
    held = row(shop, key)
    told = {"name": held.name or None, "phone": held.phone or None, "words": held.words} | told
    command = r.BookRequest(request_id=key, version=held.version, **told)
    made: uuid.UUID = shop.do(r.book_request, command)
    return made


def test_a_phone_alone_is_a_request_that_is_due_at_once(shop: TestShop) -> None:
    key = take(shop, name=None, phone=PHONE, words="Стучит спереди")
    card: reads.RequestCard = shop.see(reads.get_service_request, key)
    assert (card.row.phone, card.row.state, card.row.words) == (
        E164,
        RequestState.NEW,
        "Стучит спереди",
    )
    assert card.row.due_at == shop.clock.at
    assert [(step.event, step.to_state) for step in card.steps] == [("take", "new")]


def test_nobody_at_all_is_no_request(shop: TestShop) -> None:
    with pytest.raises(InvalidError):
        shop.do(r.take_request, r.TakeRequest(words="Стучит"))


def test_one_phone_twice_names_the_first_that_is_open(shop: TestShop) -> None:
    first = take(shop, name="Анна", phone=PHONE)
    with pytest.raises(ConfirmError, match="Анна") as asked:
        take(shop, name="Аня", phone=E164)
    assert asked.value.field == "second"
    take(shop, name="Аня", phone=E164, confirmed=b.Confirmed(second=True))
    lose(shop, first, LossReason.PRICE)
    second = shop.see(reads.list_service_requests)[0].id
    lose(shop, second, LossReason.TIME)
    take(shop, name="Анна", phone=PHONE)


def test_a_known_phone_brings_its_customer_and_names_them_when_it_rings_again(
    shop: TestShop,
) -> None:
    customer = shop.do(create_customer, CreateCustomer(name="Ирина Белова", phone=PHONE))
    key = take(shop, name="Ира", phone=PHONE)
    assert (row(shop, key).customer_id, row(shop, key).name) == (customer, "Ирина Белова")
    with pytest.raises(ConfirmError, match="Ирина Белова"):
        take(shop, name="Ира", phone=PHONE)


def test_a_talk_asks_when_the_next_is_due_and_keeps_what_was_said(shop: TestShop) -> None:
    key = take(shop)
    with pytest.raises(InvalidError):
        shop.do(r.contact_request, r.ContactRequest(request_id=key, version=1, due_at=None))
    past = shop.clock.at - timedelta(hours=1)
    with pytest.raises(InvalidError):
        shop.do(r.contact_request, r.ContactRequest(request_id=key, version=1, due_at=past))
    due = shop.clock.at + timedelta(hours=3)
    shop.do(
        r.contact_request,
        r.ContactRequest(request_id=key, version=1, due_at=due, note="Просит вечером"),
    )
    card: reads.RequestCard = shop.see(reads.get_service_request, key)
    assert (card.row.state, card.row.due_at) == (RequestState.CONTACTED, due)
    assert card.steps[-1].note == "Просит вечером"


def test_a_price_told_by_word_is_kept_with_its_words(shop: TestShop) -> None:
    key, due = take(shop), shop.clock.at + timedelta(days=1)
    with pytest.raises(InvalidError):
        shop.do(
            r.quote_request,
            r.QuoteRequest(request_id=key, version=1, amount=0, words="", due_at=due),
        )
    shop.do(
        r.quote_request,
        r.QuoteRequest(request_id=key, version=1, amount=1250000, words="Колодки", due_at=due),
    )
    held = row(shop, key)
    assert (held.state, held.quoted, held.quoted_words) == (
        RequestState.QUOTED,
        Money(1250000, "RUB"),
        "Колодки",
    )


def test_a_lost_one_needs_a_reason_and_another_reason_its_words(shop: TestShop) -> None:
    key = take(shop)
    with pytest.raises(InvalidError):
        shop.do(r.lose_request, r.LoseRequest(request_id=key, version=1, reason=None))
    with pytest.raises(InvalidError):
        lose(shop, key, LossReason.OTHER)
    lose(shop, key, LossReason.OTHER, "Продаёт машину")
    with pytest.raises(TransitionNotAllowedError):
        lose(shop, key, LossReason.PRICE)
    shop.do(r.reopen_request, r.ReopenRequest(request_id=key, version=2))
    held = row(shop, key)
    assert (held.state, held.loss_reason) == (RequestState.CONTACTED, None)
    assert held.due_at is not None


def test_booking_makes_one_appointment_that_has_everything(calendar: Calendar) -> None:
    shop = calendar.shop
    key = take(shop, name="Ольга", phone=PHONE, words="Замена масла", source=RequestSource.WEB)
    made = book(shop, key, starts_at=at("10:00"), bay_id=calendar.bays["Bay 1"], minutes=60)
    card = shop.see(b.get_appointment, made)
    assert (card.name, card.phone, card.words) == ("Ольга", E164, "Замена масла")
    held = row(shop, key)
    assert (held.state, held.appointment_id, held.due_at) == (RequestState.BOOKED, made, None)
    assert held.appointment == card.number
    with pytest.raises(TransitionNotAllowedError):
        book(shop, key, starts_at=at("12:00"), bay_id=calendar.bays["Bay 1"])


def test_a_taken_time_leaves_the_request_as_it_was(calendar: Calendar) -> None:
    shop = calendar.shop
    calendar.book("А001АА77", "9:00", 180)
    key = take(shop)
    with pytest.raises(UserError, match="taken"):
        book(shop, key, starts_at=at("10:00"), bay_id=calendar.bays["Bay 1"], minutes=60)
    assert row(shop, key).state is RequestState.NEW


def test_a_booked_one_opens_again_only_without_its_appointment(calendar: Calendar) -> None:
    shop = calendar.shop
    key = take(shop)
    made = book(shop, key, starts_at=at("10:00"), bay_id=calendar.bays["Bay 1"], minutes=60)
    again = r.ReopenRequest(request_id=key, version=row(shop, key).version)
    with pytest.raises(UserError, match="stands"):
        shop.do(r.reopen_request, again)
    shop.do(
        b.cancel_appointment,
        b.CancelAppointment(
            appointment_id=made,
            version=shop.see(b.get_appointment, made).version,
            reason=EndReason.CHANGED_MIND,
            ended_by=EndedBy.CUSTOMER,
        ),
    )
    assert shop.see(b.get_appointment, made).state is AppointmentState.CANCELLED
    shop.do(r.reopen_request, again)
    assert row(shop, key).state is RequestState.CONTACTED


def test_the_list_begins_with_what_is_due_first_and_keeps_those_of_who_left(
    shop: TestShop,
) -> None:
    later = take(shop, name="Later", due_at=shop.clock.at + timedelta(hours=5))
    hers = take(
        shop,
        name="Hers",
        owner_id=shop.receptionist.employee_id,
        due_at=shop.clock.at + timedelta(hours=1),
    )
    assert [each.id for each in shop.see(reads.list_service_requests)] == [hers, later]
    shop.do(archive_employee, EmployeeOf(employee_id=shop.receptionist.employee_id))
    first = shop.see(reads.list_service_requests)[0]
    assert (first.id, first.owner_left) == (hers, True)
    shop.do(
        r.assign_request,
        r.AssignRequest(request_id=hers, version=1, owner_id=shop.owner.employee_id),
    )
    assert not row(shop, hers).owner_left


def test_a_mechanic_neither_reads_nor_takes_requests(shop: TestShop) -> None:
    take(shop)
    with pytest.raises(NotAllowedError):
        shop.do(r.take_request, r.TakeRequest(name="X"), actor=shop.mechanic)
    with (
        shop.shop.reading(shop.mechanic) as read,
        pytest.raises(NotAllowedError),
    ):
        reads.list_service_requests(read)


def test_the_story_cannot_be_changed_past_the_desk(shop: TestShop) -> None:
    take(shop)
    writer = shop.shop.database.writer
    with pytest.raises(sa.exc.DatabaseError), writer.begin() as connection:
        connection.execute(sa.update(ServiceRequestStep).values(to_state="booked"))
    with pytest.raises(sa.exc.DatabaseError), writer.begin() as connection:
        connection.execute(sa.delete(ServiceRequestStep))


def test_the_report_is_the_sum_of_the_rows_whatever_was_done(calendar: Calendar) -> None:
    shop, chance, keys = calendar.shop, random.Random(105), []
    sources = itertools.cycle(RequestSource)
    for number in range(60):
        keys.append(take(shop, name=f"N{number}", source=next(sources)))
        key = chance.choice(keys)
        held = row(shop, key)
        named: dict[str, Any] = {"request_id": key, "version": held.version}
        due = shop.clock.at + timedelta(hours=number + 1)
        if held.state not in OPEN:
            if held.state is RequestState.LOST:
                shop.do(r.reopen_request, r.ReopenRequest(**named))
            continue
        match chance.randrange(4):
            case 0:
                shop.do(r.contact_request, r.ContactRequest(**named, due_at=due))
            case 1:
                shop.do(
                    r.quote_request,
                    r.QuoteRequest(**named, amount=100, words="work", due_at=due),
                )
            case 2:
                why = chance.choice([each for each in LossReason if each != LossReason.OTHER])
                shop.do(r.lose_request, r.LoseRequest(**named, reason=why))
            case _:
                book(shop, key)
    with shop.shop.reading(shop.owner) as read:
        report = reads.report_requests(
            read, shop.clock.at - timedelta(days=2), shop.clock.at + timedelta(days=2)
        )
        rows = reads.list_service_requests(read, states=frozenset(RequestState), limit=1000)
    assert report.total.taken == len(rows) == 60
    for each in report.sources:
        of = [one for one in rows if one.source is each.source]
        assert each.taken == len(of) == each.open + each.quoted + each.booked + each.lost
        assert each.booked == sum(one.state is RequestState.BOOKED for one in of)
        assert each.quoted == sum(one.state is RequestState.QUOTED for one in of)
        assert each.lost == sum(one.state is RequestState.LOST for one in of)
    lost = [one.loss_reason for one in rows if one.state is RequestState.LOST]
    assert dict(report.reasons) == {why: lost.count(why) for why in set(lost)}


def test_the_report_leaves_other_days_out(shop: TestShop) -> None:
    take(shop)
    with shop.shop.reading(shop.owner) as read:
        report = reads.report_requests(
            read, shop.clock.at + timedelta(days=1), shop.clock.at + timedelta(days=9)
        )
    assert report.sources == ()


def test_erasing_a_person_takes_their_words_out_of_requests(shop: TestShop) -> None:
    early = take(shop, name="Ира", phone=PHONE, words="Стучит")
    shop.do(
        r.contact_request,
        r.ContactRequest(
            request_id=early, version=1, due_at=shop.clock.at + timedelta(days=1), note="Ира ждёт"
        ),
    )
    customer = shop.do(create_customer, CreateCustomer(name="Ирина", phone=PHONE))
    later = take(
        shop, name=None, customer_id=customer, words="И масло", confirmed=b.Confirmed(second=True)
    )
    with shop.shop.reading(shop.owner) as read:
        told = export_person(read, customer)["requests"]
    assert [each["words"] for each in told] == ["И масло"]
    shop.do(erase_customer, EraseCustomer(customer_id=customer, version=1))
    for key in (early, later):
        card: reads.RequestCard = shop.see(reads.get_service_request, key)
        assert (card.row.name, card.row.phone, card.row.words) == ("", "", "")
        assert all(step.note is None for step in card.steps)
    with shop.shop.database.writer.begin() as connection:
        left = connection.execute(sa.select(ServiceRequest.contact_phone)).scalars().all()
    assert set(left) == {None}
