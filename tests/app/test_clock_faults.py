"""A clock ten years off, running backwards, or in the hour that comes twice: order and numbers stay right."""

import contextlib
import random
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from app.access import sign_in_password
from app.access.sign_in import LONGEST_WAIT
from app.cli import doctor
from app.cli.findings import Severity
from app.kernel.errors import UserError
from app.passports import RequestLink, Waiting, list_waiting, request_link
from models.billing import Invoice, Payment
from models.ledger import AuditEntry, OutboxEnvelope
from models.work_orders import CompletedRecord, WorkOrder
from sync.worker.verbs import CONSENT_PAUSE, Verdicts, record_verdicts
from tests.app.test_completion_faults import whole
from tests.app.test_guessing import quickly_compared
from tests.build.orders import Garage
from tests.build.shops import PASSWORD, START, TestShop

JUMPS = 30
TEN_YEARS = timedelta(days=3652)
# the hour that is left out and the hour that comes twice in Berlin and Sacramento
STRANGE_HOURS = (
    datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 9, 30, tzinfo=UTC),
)


def jump(garage: Garage, chance: random.Random) -> datetime:
    """Put the clock somewhere: years away, back a little, on a strange hour."""
    clock = garage.on.clock
    kind = chance.choice(("years", "years", "back", "strange", "honest"))
    if kind == "years":
        clock.at = START + chance.choice((-1, 1)) * TEN_YEARS * chance.random()
    elif kind == "back":
        clock.move(seconds=-chance.uniform(0.001, 90_000))
    elif kind == "strange":
        clock.at = chance.choice(STRANGE_HOURS)
    else:
        clock.at = START
    return clock.at


def leaps(garage: Garage, seed: int, times: int) -> None:
    """An order from opening to its money under a clock that leaps between all of its steps."""
    chance = random.Random(seed)
    part = garage.part("Фильтр", 78_000, stock="1000")
    # bought in the present: ten years ago nobody had made them yet
    cars = [garage.car(garage.customer()) for _ in range(times)]
    for car in cars:
        jump(garage, chance)
        order = garage.order(car)
        # typed: ten years ago the price list had no rate for an hour yet
        garage.typed(order, "labour", "Мойка", 120_000)
        garage.line(order, part)
        jump(garage, chance)
        garage.start(order)
        jump(garage, chance)
        garage.complete(order)
        jump(garage, chance)
        invoice = garage.invoice(order)
        jump(garage, chance)
        garage.pay(garage.bill(invoice).open.minor, invoice_id=invoice)


def in_order(garage: Garage) -> None:
    """Whatever the clock said: chains are whole, numbers without a gap in their period, nothing twice."""
    whole(garage)
    assert [
        row.seq for row in sorted(garage.rows(AuditEntry), key=lambda row: int(row.seq))
    ] == list(range(1, len(garage.rows(AuditEntry)) + 1))
    for entity in (WorkOrder, Invoice, Payment):
        numbers = [str(row.number) for row in garage.rows(entity)]
        assert max(Counter(numbers).values()) == 1
        series: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            head, _, tail = number.replace("/", "-").rpartition("-")
            series[head].append(int(tail))
        for head, drawn in series.items():
            assert sorted(drawn) == list(range(1, len(drawn) + 1)), (head, drawn)
    by_subject: dict[object, list[int]] = defaultdict(list)
    for row in garage.rows(OutboxEnvelope):
        by_subject[row.subject_id].append(row.subject_seq)
    for seqs in by_subject.values():
        # the outbox goes out by id: ids, too, are in the order in which they were made
        assert all(one < two for one, two in pairwise(seqs)), seqs


def test_a_leaping_clock_loses_no_order_and_no_number(shop: TestShop) -> None:
    garage = Garage(shop)
    leaps(garage, 20261121, JUMPS // 5)
    in_order(garage)
    assert len(garage.rows(CompletedRecord)) == JUMPS // 5
    shop.clock.at = START
    url = shop.shop.database.url.render_as_string(hide_password=False)
    chart = doctor.examine(shop.shop.database, url)
    assert [f for f in chart.findings if f.severity is not Severity.WARNING] == []


@pytest.mark.parametrize("years", [-10, 10])
def test_a_wrong_clock_locks_nobody_out_for_years(shop: TestShop, years: int) -> None:
    quickly_compared(shop)
    right = shop.clock.at
    shop.clock.at = right + years * timedelta(days=365.25)
    for _ in range(12):
        with pytest.raises(UserError):
            sign_in_password(shop.shop, "owner", "wrong password")
        shop.clock.move(minutes=70)
    with pytest.raises(UserError):
        sign_in_password(shop.shop, "owner", "wrong password")
    shop.clock.at = right
    with contextlib.suppress(UserError):
        # the lock that the wrong clock left is cut down to the longest wait, or has passed
        sign_in_password(shop.shop, "owner", PASSWORD)
    shop.clock.at += LONGEST_WAIT
    assert sign_in_password(shop.shop, "owner", PASSWORD).name == "Серова Татьяна"


def test_a_record_told_to_wait_by_a_wrong_clock_leaves_when_it_is_right_again(
    shop: TestShop,
) -> None:
    garage = Garage(shop)
    right = shop.clock.at
    customer = garage.customer()
    vehicle = garage.car(customer, vin="XTA21099999999999")
    garage.on.do(request_link, RequestLink(vehicle_id=vehicle, customer_id=customer))
    (envelope,) = garage.rows(OutboxEnvelope)
    shop.clock.at = right + TEN_YEARS
    rows = [(envelope.id, "rejected", "link_not_approved", "not yet", None)]
    garage.on.do(record_verdicts, Verdicts(rows=rows, last=None))
    soon = shop.clock.at + CONSENT_PAUSE / 2
    assert [row.waiting for row in garage.on.see(list_waiting, now=soon)] == [Waiting.BACKING_OFF]
    (row,) = garage.on.see(list_waiting, now=right)
    assert row.waiting is not Waiting.BACKING_OFF
