"""From what was written down to the paper: signed versions, drafts, the slip; and cars that were booked."""

import uuid
from dataclasses import replace

import pytest

from app import arrivals, files
from app.arrivals import AddPhoto, AmendArrival, CheckIn, OpenArrival, SignAct
from app.arrivals.papers import acceptance_act_paper, check_in_slip_paper
from app.files import FileOf
from app.kernel.errors import NotFoundError, UserError
from models.arrivals import ArrivalMode, SignerRole, SignMethod
from models.papers import AcceptanceActPaper, Mark, SignatureRole
from models.profiles import law_profile, missing_fields
from reports import acceptance_act, check_in_slip
from tests.build import pictures
from tests.build.arriving import arrive, card, save, sign
from tests.build.calendars import make_calendar
from tests.build.shops import TestShop
from tests.reports.pages import Pages


def act_of(shop: TestShop, arrival: uuid.UUID, number: int | None = None) -> AcceptanceActPaper:
    return shop.see(acceptance_act_paper, arrival, number=number)


def test_a_signed_act_prints_what_was_signed_whatever_came_later(shop: TestShop) -> None:
    customer = shop.customer("Беляев Артём", phone="+79265510733", address="Мытищи, Мира, 12")
    vehicle = shop.vehicle("О284ТР777", make="Škoda", model="Kodiaq", owner_id=customer)
    arrival = shop.do(arrivals.open_arrival, OpenArrival(vehicle_id=vehicle))
    mark = {"view": "left", "kind": "dent", "points": [[7900, 5600]], "size": "6 см"}
    save(shop, arrival, fuel_eighths=3, kit={"jack": "present"}, marks=[mark], words="Стучит")
    front = files.receive(shop.shop.files, pictures.photo(), "a.jpg")
    shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=front.sha256, slot="front"))
    near = files.receive(shop.shop.files, pictures.photo(tint=60), "b.jpg")
    mark_id = str(card(shop, arrival).marks[0]["id"])
    shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=near.sha256, mark_id=mark_id))
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival, key_tag="31"))
    sign(shop, arrival)
    sign(shop, arrival, role=SignerRole.ACCEPTOR)
    shop.do(
        arrivals.amend_arrival,
        AmendArrival(arrival_id=arrival, reason="ошибка", values={"fuel_eighths": 8, "marks": []}),
    )
    first = act_of(shop, arrival, number=1)
    assert (first.version, first.head.mark, first.fuel_eighths) == (1, Mark.NONE, 3)
    assert first.customer.name == "Беляев Артём"
    assert first.marks[0].photos == (2,)
    assert [photo.image is not None for photo in first.photos] == [True, True]
    assert first.vehicle.key_tag == "31"
    keeper, hander = first.signatures
    assert (keeper.role, hander.role) == (SignatureRole.KEEPER, SignatureRole.HANDER)
    assert keeper.image is not None
    assert hander.signed_at is not None
    text = Pages(acceptance_act.render(first)).whole
    for words in ("Škoda Kodiaq", "Вмятина", "Заднее крыло, слева", "3/8", "Стучит"):
        assert words in text
    second = act_of(shop, arrival)
    assert (second.version, second.head.mark, second.fuel_eighths) == (2, Mark.DRAFT, 8)
    assert second.marks == ()
    assert "ЧЕРНОВИК" in Pages(acceptance_act.render(second)).whole
    with pytest.raises(UserError, match="no version 7"):
        act_of(shop, arrival, number=7)


def test_the_code_on_the_act_names_the_hash_that_was_signed(shop: TestShop) -> None:
    arrival = arrive(shop)
    signed = sign(shop, arrival)
    seal = act_of(shop, arrival).head.seal
    assert seal is not None
    kind, center, number, version, sha256, *_ = seal.payload.split("|")
    assert (kind, center, version, sha256) == ("CPA1", "SC001", "v1", signed.sha256)
    assert number == card(shop, arrival).row.number


def test_an_erased_photo_leaves_its_hash_on_the_act(shop: TestShop) -> None:
    arrival = arrive(shop)
    photo = files.receive(shop.shop.files, pictures.photo(), "a.jpg")
    link = shop.do(arrivals.add_photo, AddPhoto(arrival_id=arrival, sha256=photo.sha256))
    sign(shop, arrival)
    shop.do(files.erase_file, FileOf(link_id=link))
    (left,) = act_of(shop, arrival).photos
    assert (left.sha256, left.image) == (photo.sha256, None)
    assert photo.sha256[:8] in Pages(acceptance_act.render(act_of(shop, arrival))).whole


def test_a_refusal_stands_on_the_act(shop: TestShop) -> None:
    arrival = arrive(shop)
    shop.do(
        arrivals.sign_act,
        SignAct(
            arrival_id=arrival,
            version=card(shop, arrival).row.version,
            method=SignMethod.REFUSED,
            note="торопится",
        ),
    )
    assert act_of(shop, arrival).refusal == "торопится"


def test_the_decree_is_met_by_a_full_act_and_names_what_a_bare_one_lacks(shop: TestShop) -> None:
    law = law_profile("RU")
    bare = act_of(shop, arrive(shop))
    lacking = {each.number for each in missing_fields(bare, law)}
    assert {"780-П-3", "780-П-5"} <= lacking
    customer = shop.customer(phone="+79265510733", address="Мытищи")
    vehicle = shop.vehicle("В777ОР77", make="Škoda", model="Kodiaq", owner_id=customer)
    arrival = shop.do(arrivals.open_arrival, OpenArrival(vehicle_id=vehicle))
    save(shop, arrival, kit={"jack": "present"})
    full = act_of(shop, arrival)
    keeper = replace(full.signatures[0], position="мастер-приёмщик")
    full = replace(full, signatures=(keeper, *full.signatures[1:]))
    assert missing_fields(full, law) == ()


def test_a_check_in_alone_prints_its_slip_and_nothing_to_pay(shop: TestShop) -> None:
    arrival = arrive(shop, mode=ArrivalMode.CHECK_IN_ONLY)
    save(shop, arrival, belongings=[{"name": "Зонт"}], fuel_eighths=2)
    shop.do(arrivals.check_in, CheckIn(arrival_id=arrival, key_tag="5"))
    paper = shop.see(check_in_slip_paper, arrival)
    assert paper.order_number == ""
    text = Pages(check_in_slip.render(paper)).whole
    for words in ("Талон приёмки", "Зонт", "2/8", "О284ТР"):
        assert words in text


def test_acts_of_another_center_are_not_printed(shop: TestShop) -> None:
    arrival = arrive(shop)
    stranger = replace(shop.owner, center_id=shop.owner.employee_id)
    with shop.reading(stranger) as read:
        with pytest.raises(NotFoundError):
            acceptance_act_paper(read, arrival)
        with pytest.raises(NotFoundError):
            check_in_slip_paper(read, arrival)


# booked cars
def test_a_booked_car_has_one_order_and_one_arrival_however_often_it_comes(
    shop: TestShop,
) -> None:
    calendar = make_calendar(shop)
    booked = calendar.book("О284ТР777", "10:00", 60)
    first = shop.do(arrivals.open_arrival, OpenArrival(appointment_id=booked))
    again = shop.do(arrivals.open_arrival, OpenArrival(appointment_id=booked))
    assert first == again
    row = card(shop, first).row
    assert row.order_number is not None
    assert row.plate == "О284ТР 777"


def test_a_booked_check_in_opens_its_order_later(shop: TestShop) -> None:
    calendar = make_calendar(shop)
    booked = calendar.book("О284ТР777", "10:00", 60)
    arrival = shop.do(
        arrivals.open_arrival,
        OpenArrival(appointment_id=booked, mode=ArrivalMode.CHECK_IN_ONLY),
    )
    assert card(shop, arrival).row.order_id is None
    made = shop.do(arrivals.become_order, arrivals.ArrivalOf(arrival_id=arrival))
    assert card(shop, arrival).row.order_id == made
