"""A working day of the sample shop: what ``resources/sample/day.json`` tells, done by its people through the verbs.

Visits of the days before are finished, billed and mostly paid; the orders of the day stand where the file says.
"""

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from typing_extensions import override

from app import billing, inventory, work_orders
from app.cli.demo_orders import DemoClock, DemoDesk, DemoOrder
from app.cli.sample_arrival import order_of, receive_car
from app.cli.sample_calendar import Booked, SampleCalendar
from app.exchange.sample import SAMPLES, make_sample
from app.kernel.tx import Actor, Read, Shop
from models.billing import PaymentMethod
from models.inventory import Product
from models.order_flow import OrderEvent, OrderState

_E = OrderEvent
_S = OrderState

_ZONE = ZoneInfo("Europe/Moscow")
_STARTED = (_S.IN_PROGRESS, _S.QUALITY_CHECK, _S.READY)


class DayClock(DemoClock):
    """A clock that is set, and goes on by some seconds as people act, never past its end."""

    def __init__(self, end: datetime) -> None:
        super().__init__(end.astimezone(UTC))
        self.at = self.end

    @override
    def pass_minutes(self, minutes: int) -> None:
        """A person acted."""
        self.at = min(self.at + timedelta(seconds=10 * minutes), self.end)

    def set(self, day: int, at: str) -> None:
        """So many days from the end's day, at that wall-clock time; never past the end."""
        local = self.end.astimezone(_ZONE).date() + timedelta(days=day)
        moment = datetime.combine(local, time.fromisoformat(at), _ZONE)
        self.at = min(moment.astimezone(UTC), self.end)


def make_day(shop: Shop, clock: DayClock, folder: Path = SAMPLES) -> DemoDesk:
    """Fill an empty shop: people, goods, the visits of two weeks, and the orders of the day."""
    data = json.loads((folder / "day.json").read_text(encoding="utf-8"))
    clock.set(-17, "08:00")
    desk = DemoDesk(make_sample(shop, folder), clock)
    for delivery in data["deliveries"]:
        clock.set(delivery["day"], delivery["at"])
        _deliver(desk, delivery)
    moments: list[tuple[int, str, Callable[[DemoDesk, Any], None], Any]]
    moments = [(v["day"], v["at"], _visit, v) for v in data["visits"]]
    moments += [(*order["opened"], _order, order) for order in data["orders"]]
    moments += [(0, o["arrival"]["at"], _arrive, o) for o in data["orders"] if "arrival" in o]
    calendar = SampleCalendar(desk, clock, _ZONE, data["calendar"])
    calendar.settings()
    clock.set(-4, "17:30")
    booked = calendar.book()
    moments += [(day, at, _happen, what) for day, at, what in booked]
    clock.set(-17, "12:00")
    for day, at, do, told in sorted(moments, key=lambda moment: moment[:2]):
        clock.set(day, at)
        do(desk, told)
    clock.set(0, "11:10")
    calendar.ask()
    calendar.owners_ask()
    clock.at = clock.end
    return desk


def _arrive(desk: DemoDesk, told: Mapping[str, Any]) -> None:
    """Reception has begun to write down how a car came."""
    receive_car(desk, told["arrival"], desk.see(order_of, told["plate"]))


def _happen(_desk: DemoDesk, what: Booked) -> None:
    what.happen()


def _deliver(desk: DemoDesk, told: Mapping[str, Any]) -> None:
    """Goods come from a vendor: what the shelves had on the first day does not last two weeks."""
    lines = tuple(
        inventory.Arrived(
            product_id=desk.see(_product, sku), qty=Decimal(qty), cost_amount=int(cost)
        )
        for sku, qty, cost in told["lines"]
    )
    command = inventory.ReceiveGoods(lines=lines, document=told["document"])
    desk.do(desk.manager, inventory.receive_goods, command)


def _product(read: Read, sku: str) -> uuid.UUID:
    query = sa.select(Product.id).where(Product.center_id == read.center_id, Product.sku == sku)
    found: uuid.UUID = read.connection.execute(query).scalar_one()
    return found


def day_end(now: datetime) -> datetime:
    """The moment the sample day stands at when it is made ``now``: the file's hour, or now when that is later."""
    data = json.loads((SAMPLES / "day.json").read_text(encoding="utf-8"))
    local = now.astimezone(_ZONE).date()
    wanted = datetime.combine(local, time.fromisoformat(data["at"]), _ZONE)
    return min(wanted, now) if now.astimezone(_ZONE).date() == local else wanted


def _person(desk: DemoDesk, login: str | None, fallback: Actor) -> Actor:
    return desk.sample.people.get(login, fallback) if login else fallback


def _open(desk: DemoDesk, told: Mapping[str, Any], promised: datetime | None) -> DemoOrder:
    vehicle_id, customer_id = desk.car(told["plate"])
    reading = None
    if told.get("km"):
        reading = _reading(desk, vehicle_id) + told["km"]
    order_id = desk.do(
        _person(desk, told.get("by"), desk.advisor),
        work_orders.open_order,
        work_orders.OpenOrder(
            plate=told["plate"],
            odometer_value=reading,
            promised_at=promised,
            concerns=tuple(told.get("concerns", ())),
        ),
    )
    return DemoOrder(told["plate"], order_id, vehicle_id, customer_id)


def _reading(desk: DemoDesk, vehicle_id: uuid.UUID) -> int:
    from app.vehicles import last_reading  # noqa: PLC0415 - one name of a room that has many

    last = desk.see(lambda read: last_reading(read.connection, vehicle_id))
    return last.value if last else 40_000


def _jobs(desk: DemoDesk, order: DemoOrder, jobs: Sequence[Mapping[str, Any]]) -> list[uuid.UUID]:
    return [_job(desk, order, job) for job in jobs]


def _job(desk: DemoDesk, order: DemoOrder, told: Mapping[str, Any]) -> uuid.UUID:
    if "package" in told:
        return desk.package(order, told["package"])
    lines = [(line[0], line[1] if len(line) > 1 else None) for line in told["lines"]]
    job_id = desk.job(order, told["name"], *lines)
    for code, _, *discount in told["lines"]:
        if discount:
            _change(desk, order, job_id, code, discount_percent=Decimal(discount[0]))
    return job_id


def _change(desk: DemoDesk, order: DemoOrder, job_id: uuid.UUID, code: str, **values: Any) -> None:  # noqa: ANN401 - fields of ChangeLine
    card = desk.see(work_orders.get_order, order.order_id)
    line = next(line for line in card.lines if line.job_id == job_id and line.code == code)
    desk.do(
        desk.manager,
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order.order_id, line_id=line.id, **values),
        minutes=1,
    )


def _visit(desk: DemoDesk, told: Mapping[str, Any]) -> None:
    """A visit of a day before, from arrival to keys."""
    order = _open(desk, {"km": 700, **told}, desk.clock() + timedelta(hours=5))
    for job_id in _jobs(desk, order, told.get("jobs", ())):
        desk.decide(order, job_id)
    _assign(desk, order, told)
    _finish_labour(desk, order, told, None)
    desk.step(order, _E.CHECK_QUALITY, desk.mechanic)
    desk.step(order, _E.PASS, desk.manager)
    desk.complete(order)
    invoice_id = desk.bill(order, due_days=told.get("due_days"))
    if "pay" in told:
        desk.pay(order, invoice_id, (PaymentMethod(told["pay"]), None))
    desk.step(order, _E.DELIVER, desk.advisor)


def _assign(desk: DemoDesk, order: DemoOrder, told: Mapping[str, Any]) -> None:
    mechanic = _person(desk, told.get("technician"), desk.mechanic)
    desk.do(
        desk.advisor,
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=order.order_id, technician_id=mechanic.employee_id),
    )
    desk.step(order, _E.START, mechanic)


def _finish_labour(
    desk: DemoDesk,
    order: DemoOrder,
    told: Mapping[str, Any],
    only: frozenset[uuid.UUID] | None,
) -> None:
    mechanic = _person(desk, told.get("technician"), desk.mechanic)
    card = desk.see(work_orders.get_order, order.order_id)
    agreed = {job.id for job in card.jobs if job.approval == "approved"}
    for line in card.lines:
        wanted = line.job_id in agreed and (only is None or line.job_id in only)
        if line.kind == "labour" and wanted:
            desk.do(
                mechanic,
                work_orders.work_line,
                work_orders.LineWork(
                    order_id=order.order_id,
                    line_id=line.id,
                    event="finish",
                    technician_id=mechanic.employee_id,
                ),
            )


def _order(desk: DemoDesk, told: Mapping[str, Any]) -> None:
    """An order of the day, brought to the state that the file names."""
    order = _open(desk, told, _promise(desk, told.get("promised")))
    state = OrderState(told["state"])
    if told.get("tag"):
        _edit(desk, order, key_tag=told["tag"])
    jobs = _jobs(desk, order, told.get("jobs", ()))
    _causes(desk, order, told)
    if state is _S.DRAFT:
        return
    if state is _S.AWAITING_VEHICLE:
        desk.step(order, _E.EXPECT, desk.advisor)
        return
    desk.step(order, _E.CHECK_IN, desk.advisor)
    if told.get("deposit"):
        _deposit(desk, order, told["deposit"])
    if state in (_S.AWAITING_APPROVAL, _S.DECLINED, _S.NO_RESPONSE):
        desk.step(order, _E.PROPOSE, desk.advisor)
    for job_id, job in zip(jobs, told["jobs"], strict=True):
        if job["say"] in ("approve", "decline"):
            desk.decide(order, job_id, job["say"], job["how"])
    _onwards(desk, order, told, state, jobs)


def _onwards(
    desk: DemoDesk,
    order: DemoOrder,
    told: Mapping[str, Any],
    state: OrderState,
    jobs: Sequence[uuid.UUID],
) -> None:
    if state is _S.NO_RESPONSE:
        desk.step(order, _E.GIVE_UP, desk.advisor)
    if state in (_S.ASSIGNED, *_STARTED, _S.PARTS_PENDING, _S.ON_HOLD):
        if state is _S.ASSIGNED:
            mechanic = _person(desk, told.get("technician"), desk.mechanic)
            command = work_orders.AssignOrder(
                order_id=order.order_id, technician_id=mechanic.employee_id
            )
            desk.do(desk.advisor, work_orders.assign_order, command)
            return
        _assign(desk, order, told)
    _shop_floor(desk, order, told, jobs)
    if state is _S.PARTS_PENDING:
        desk.step(order, _E.WAIT_FOR_PARTS, desk.advisor)
    if state is _S.ON_HOLD:
        reason = work_orders.MoveOrder(order_id=order.order_id, reason=told["hold"])
        desk.do(desk.advisor, work_orders.move_order(_E.HOLD), reason)
    if state in (_S.QUALITY_CHECK, _S.READY):
        _finish_labour(desk, order, told, None)
        desk.step(order, _E.CHECK_QUALITY, desk.mechanic)
    if state is _S.READY:
        desk.step(order, _E.PASS, desk.manager)


def _shop_floor(
    desk: DemoDesk, order: DemoOrder, told: Mapping[str, Any], jobs: Sequence[uuid.UUID]
) -> None:
    """What the mechanics have done of it so far."""
    done = frozenset(key for key, job in zip(jobs, told["jobs"], strict=True) if job.get("done"))
    if done:
        _finish_labour(desk, order, told, done)
    codes = {code for job in told["jobs"] for code in job.get("issue", ())}
    card = desk.see(work_orders.get_order, order.order_id)
    for line in card.lines:
        if line.code in codes:
            desk.do(
                desk.sample.of_role("storekeeper"),
                work_orders.issue_line,
                work_orders.LineWork(order_id=order.order_id, line_id=line.id, event="issue"),
            )


def _promise(desk: DemoDesk, told: Sequence[Any] | None) -> datetime | None:
    if told is None:
        return None
    day, at = told
    end = desk.clock.end.astimezone(_ZONE).date() + timedelta(days=day)
    return datetime.combine(end, time.fromisoformat(at), _ZONE)


def _edit(desk: DemoDesk, order: DemoOrder, **values: Any) -> None:  # noqa: ANN401 - columns of the order
    card = desk.see(work_orders.get_order, order.order_id)
    command = work_orders.EditOrder(order_id=order.order_id, version=card.version, values=values)
    desk.do(desk.advisor, work_orders.edit_order, command, minutes=1)


def _causes(desk: DemoDesk, order: DemoOrder, told: Mapping[str, Any]) -> None:
    if not told.get("causes"):
        return
    card = desk.see(work_orders.get_order, order.order_id)
    for concern, cause, job in zip(card.concerns, told["causes"], (1, 0, 2), strict=False):
        job_id = card.jobs[job].id if job < len(card.jobs) else None
        desk.do(
            desk.advisor,
            work_orders.set_concern,
            work_orders.SetConcern(
                order_id=order.order_id, concern_id=concern.id, cause=cause, job_id=job_id
            ),
            minutes=1,
        )


def _deposit(desk: DemoDesk, order: DemoOrder, amount: int) -> None:
    desk.do(
        desk.advisor,
        billing.take_payment,
        billing.TakePayment(
            request_id=uuid.uuid4(),
            method=PaymentMethod.CARD,
            amount=amount,
            order_id=order.order_id,
        ),
    )
