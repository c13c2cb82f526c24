"""The demo's orders: the main job, done as people do it, for every kind of visit a shop knows."""

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

import sqlalchemy as sa

from app import billing, passports, vehicles, work_orders
from app.exchange.sample import SampleShop
from app.kernel.tx import Actor, Read, Tx, act
from models.billing import PaymentMethod
from models.catalog import CatalogItem
from models.order_flow import OrderEvent, Payer
from sync.wire.canonical import sha256_hex

_C = TypeVar("_C")
_R = TypeVar("_R")


class DemoClock:
    """The demo's day: every step takes some minutes of a working day, and never more than the present."""

    def __init__(self, end: datetime) -> None:
        self.at = (end - timedelta(days=3)).replace(hour=6, minute=10, second=0, microsecond=0)
        self.end = end

    def __call__(self) -> datetime:
        """The present of the demo."""
        return self.at

    def pass_minutes(self, minutes: int) -> None:
        """Time goes on; after closing time the next thing happens the next morning."""
        self.at += timedelta(minutes=minutes)
        if self.at.astimezone(UTC).hour >= 16:  # noqa: PLR2004 - 19:00 in Moscow
            self.at = (self.at + timedelta(days=1)).replace(hour=6, minute=10)
        self.at = min(self.at, self.end)


@dataclass(slots=True)
class DemoOrder:
    """One order of the demo and what it is about."""

    story: str
    order_id: uuid.UUID
    vehicle_id: uuid.UUID
    customer_id: uuid.UUID
    invoices: list[uuid.UUID] = field(default_factory=list)
    payments: list[uuid.UUID] = field(default_factory=list)


@dataclass(slots=True)
class DemoDesk:
    """The people of the sample shop at work."""

    sample: SampleShop
    clock: DemoClock
    claims: dict[uuid.UUID, str] = field(default_factory=dict)
    orders: list[DemoOrder] = field(default_factory=list)

    @property
    def advisor(self) -> Actor:
        """Who stands at reception."""
        return self.sample.of_role("receptionist")

    @property
    def manager(self) -> Actor:
        """Who approves and issues credit notes."""
        return self.sample.of_role("manager")

    @property
    def mechanic(self) -> Actor:
        """Who works."""
        return self.sample.of_role("mechanic")

    def do(
        self, actor: Actor, verb: Callable[[Tx, _C], _R], command: _C, *, minutes: int = 4
    ) -> _R:
        """One action of a person; some minutes pass."""
        self.clock.pass_minutes(minutes)
        return act(self.sample.shop, actor, verb, command).result

    def see(self, read: Callable[..., _R], *args: object, **named: object) -> _R:
        """One read on behalf of the owner."""
        with self.sample.shop.reading(self.sample.owner) as reading:
            return read(reading, *args, **named)

    def car(self, plate: str) -> tuple[uuid.UUID, uuid.UUID]:
        """The imported car of that plate and its owner."""

        def look(read: Read) -> tuple[uuid.UUID, uuid.UUID]:
            found = vehicles.find_by_plate(read, plate)
            if found is None:
                message = f"the sample has no car {plate}"
                raise LookupError(message)
            card = vehicles.get_vehicle(read, found, now=self.clock())
            owner = next(p for p in card.people if p.role == "owner" and p.until_at is None)
            return found, owner.customer_id

        return self.see(look)

    def item(self, code: str) -> uuid.UUID:
        """The catalog item of that code."""

        def look(read: Read) -> uuid.UUID:
            table = CatalogItem.__table__
            query = sa.select(table.c.id).where(
                table.c.center_id == read.center_id, table.c.code == code
            )
            found: uuid.UUID = read.connection.execute(query).scalar_one()
            return found

        return self.see(look)

    def open(self, story: str, plate: str, km_more: int, **more: object) -> DemoOrder:
        """A car arrives: an order from its plate, with the reading of the day."""
        vehicle_id, customer_id = self.car(plate)
        last = self.see(lambda read: vehicles.last_reading(read.connection, vehicle_id))
        order_id = self.do(
            self.advisor,
            work_orders.open_order,
            work_orders.OpenOrder(
                plate=plate,
                odometer_value=(last.value if last else 20_000) + km_more,
                promised_at=self.clock() + timedelta(hours=5),
                **more,  # type: ignore[arg-type]  # fields of OpenOrder
            ),
            minutes=20,
        )
        order = DemoOrder(story, order_id, vehicle_id, customer_id)
        self.orders.append(order)
        return order

    def job(
        self,
        order: DemoOrder,
        name: str,
        *lines: tuple[str, str | None],
        payer: Payer = Payer.CUSTOMER,
    ) -> uuid.UUID:
        """A job of catalog items: (code, quantity or None for the catalog's own)."""
        job_id = self.do(
            self.advisor,
            work_orders.add_job,
            work_orders.AddJob(order_id=order.order_id, name=name, payer=payer),
        )
        for code, qty in lines:
            self.do(
                self.advisor,
                work_orders.add_line,
                work_orders.AddLine(
                    order_id=order.order_id,
                    job_id=job_id,
                    item_id=self.item(code),
                    qty=Decimal(qty) if qty else None,
                ),
                minutes=1,
            )
        return job_id

    def package(self, order: DemoOrder, code: str) -> uuid.UUID:
        """A package of the catalog as a job."""
        return self.do(
            self.advisor,
            work_orders.add_package,
            work_orders.AddPackage(order_id=order.order_id, package_id=self.item(code)),
        )

    def decide(
        self,
        order: DemoOrder,
        job_id: uuid.UUID,
        decision: str = "approve",
        method: str = "in_person",
    ) -> None:
        """What the customer said."""
        note = {"phone": "Согласовано по телефону, перезвонили на номер из карточки."}.get(method)
        self.do(
            self.advisor,
            work_orders.decide_job,
            work_orders.DecideJob(
                order_id=order.order_id,
                job_id=job_id,
                decision=decision,
                method=method,
                note=note if decision == "approve" else "Пока не готов, вернёмся в следующий раз.",
            ),
        )

    def work(self, order: DemoOrder) -> None:
        """Assign, start, finish every agreed labour line, check, pass."""
        self.do(
            self.advisor,
            work_orders.assign_order,
            work_orders.AssignOrder(
                order_id=order.order_id, technician_id=self.mechanic.employee_id
            ),
        )
        self.step(order, OrderEvent.START, self.mechanic)
        card = self.see(work_orders.get_order, order.order_id)
        agreed = {job.id for job in card.jobs if job.approval == "approved"}
        for line in card.lines:
            if line.kind == "labour" and line.job_id in agreed:
                self.do(
                    self.mechanic,
                    work_orders.work_line,
                    work_orders.LineWork(
                        order_id=order.order_id,
                        line_id=line.id,
                        event="finish",
                        technician_id=self.mechanic.employee_id,
                    ),
                    minutes=25,
                )
        self.step(order, OrderEvent.CHECK_QUALITY, self.mechanic)
        self.step(order, OrderEvent.PASS, self.manager)

    def step(self, order: DemoOrder, event: OrderEvent, actor: Actor) -> None:
        """One step of the table."""
        self.do(
            actor, work_orders.move_order(event), work_orders.MoveOrder(order_id=order.order_id)
        )

    def complete(self, order: DemoOrder) -> None:
        """Complete the order."""
        self.do(self.advisor, work_orders.complete, work_orders.Complete(order_id=order.order_id))

    def bill(self, order: DemoOrder, due_days: int | None = None) -> uuid.UUID:
        """Issue the invoice."""
        invoice_id = self.do(
            self.advisor,
            billing.issue_invoice,
            billing.IssueInvoice(order_id=order.order_id, due_days=due_days),
        )
        order.invoices.append(invoice_id)
        return invoice_id

    def pay(
        self, order: DemoOrder, invoice_id: uuid.UUID, *parts: tuple[PaymentMethod, int | None]
    ) -> None:
        """Take the money; None: all that is still owed."""
        for method, amount in parts:
            owed = self.see(billing.open_amount, invoice_id).minor
            order.payments.append(
                self.do(
                    self.advisor,
                    billing.take_payment,
                    billing.TakePayment(
                        request_id=uuid.uuid4(),
                        method=method,
                        amount=amount if amount is not None else owed,
                        invoice_id=invoice_id,
                    ),
                )
            )

    def finish(self, order: DemoOrder, *parts: tuple[PaymentMethod, int | None]) -> uuid.UUID:
        """From agreed to handed over: work, completion, invoice, money, keys."""
        self.work(order)
        self.complete(order)
        invoice_id = self.bill(order)
        self.pay(order, invoice_id, *(parts or ((PaymentMethod.CARD, None),)))
        self.step(order, OrderEvent.DELIVER, self.advisor)
        return invoice_id

    def ask(self, order: DemoOrder) -> None:
        """Ask the car's owner once, with a claim link for the paper."""
        if order.vehicle_id in self.claims:
            return
        secret = secrets.token_urlsafe(24)
        self.claims[order.vehicle_id] = secret
        self.do(
            self.advisor,
            passports.request_link,
            passports.RequestLink(
                vehicle_id=order.vehicle_id,
                customer_id=order.customer_id,
                claim_sha256=sha256_hex(secret.encode()),
            ),
        )


def run_orders(desk: DemoDesk) -> None:
    """Fourteen visits of different kinds, all at the same shop within three days."""
    _oil_walk_in(desk)
    _brakes(desk)
    _booked(desk)
    _warranty(desk)
    _declined(desk)
    _partly(desk)
    _company(desk)
    _fleet_invoice_open(desk)
    _own_part(desk)
    _returned_part(desk)
    _wrong_reading(desk)
    _never_asked_twice(desk)
    _sold_on(desk)


def _oil_walk_in(desk: DemoDesk) -> None:
    order = desk.open("walk-in", "А123ВС777", 12_700, concerns=("Плановое ТО по пробегу",))
    desk.decide(order, desk.package(order, "P-OIL-5990"))
    desk.ask(order)
    desk.finish(order, (PaymentMethod.CASH, None))


def _brakes(desk: DemoDesk) -> None:
    order = desk.open(
        "deposit and two payments",
        "К664АТ77",
        8_400,
        concerns=("Стук и вибрация спереди при торможении",),
    )
    job = desk.job(
        order,
        "Передние тормоза",
        ("B-0212", None),
        ("09.9772.11", "2"),
        ("GDB1956", "1"),
        ("0890 108 7", "1"),
    )
    desk.decide(order, job)
    desk.ask(order)
    order.payments.append(
        desk.do(
            desk.advisor,
            billing.take_payment,
            billing.TakePayment(
                request_id=uuid.uuid4(),
                method=PaymentMethod.CARD,
                amount=1_000_000,
                order_id=order.order_id,
            ),
        )
    )
    desk.finish(order, (PaymentMethod.CARD, 500_000), (PaymentMethod.CASH, None))


def _booked(desk: DemoDesk) -> None:
    order = desk.open("booked", "E731KM197", 5_100, source="booked", concerns=("ТО по записи",))
    desk.decide(order, desk.package(order, "P-OIL-SOL"))
    desk.ask(order)
    desk.finish(order)


def _warranty(desk: DemoDesk) -> None:
    order = desk.open("warranty", "в052ха777", 2_300, concerns=("Снова скрипят передние колодки",))
    claim = desk.job(
        order,
        "Гарантия: замена передних колодок",
        ("B-0211", None),
        ("GDB1956", "1"),
        payer=Payer.WARRANTY,
    )
    desk.decide(order, claim)
    desk.decide(order, desk.job(order, "Диагностика подвески", ("S-0401", None)))
    desk.ask(order)
    desk.finish(order)


def _declined(desk: DemoDesk) -> None:
    order = desk.open("declined job", "M118РС799", 9_900, concerns=("Скрип справа на неровностях",))
    agreed = desk.job(order, "Тормозная жидкость", ("B-0202", None), ("03.9901-5802.2", "1"))
    refused = desk.job(order, "Стойки стабилизатора", ("S-0418", None))
    desk.decide(order, agreed)
    desk.decide(order, refused, "decline")
    desk.ask(order)
    desk.finish(order)


def _partly(desk: DemoDesk) -> None:
    order = desk.open(
        "partial approval", "X007OP199", 7_000, concerns=("Проверить перед поездкой",)
    )
    in_person = desk.job(order, "Диагностика подвески", ("S-0401", None))
    by_phone = desk.job(order, "Свечи зажигания", ("M-0115", None), ("04E 905 601 B", "4"))
    refused = desk.job(order, "Стойки стабилизатора, задняя ось", ("S-0419", None))
    desk.decide(order, in_person)
    desk.decide(order, by_phone, method="phone")
    desk.decide(order, refused, "decline")
    desk.ask(order)
    desk.finish(order)


def _company(desk: DemoDesk) -> None:
    order = desk.open("company customer", "t218mp777", 11_000)
    desk.decide(order, desk.package(order, "P-BRKFL"))
    desk.ask(order)
    desk.finish(order, (PaymentMethod.TRANSFER, None))


def _fleet_invoice_open(desk: DemoDesk) -> None:
    order = desk.open("company, part paid", "К902СМ777", 6_500)
    desk.decide(order, desk.job(order, "Диагностика тормозов", ("B-0201", None)))
    desk.decide(order, desk.package(order, "P-BRKFL"))
    desk.ask(order)
    desk.work(order)
    desk.complete(order)
    invoice_id = desk.bill(order, due_days=10)
    desk.pay(order, invoice_id, (PaymentMethod.TRANSFER, 150_000))


def _own_part(desk: DemoDesk) -> None:
    order = desk.open("customer's own part", "Х541АС77", 4_200)
    job_id = desk.job(order, "Замена передних колодок", ("B-0211", None))
    desk.do(
        desk.advisor,
        work_orders.add_line,
        work_orders.AddLine(
            order_id=order.order_id,
            job_id=job_id,
            kind="part",
            name="Колодки передние, принесены клиентом",
            maker="ATE",
            qty=Decimal(1),
            unit="компл",
            is_customers_own=True,
        ),
    )
    desk.decide(order, job_id)
    desk.ask(order)
    desk.finish(order, (PaymentMethod.INSTANT, None))


def _returned_part(desk: DemoDesk) -> None:
    order = desk.open("part returned by credit note", "О512КХ799", 3_000)
    job = desk.job(order, "Фильтр салона", ("M-0111", None), ("CUK 26 009", "1"))
    desk.decide(order, job)
    desk.ask(order)
    invoice_id = desk.finish(order, (PaymentMethod.CASH, None))
    part = next(line for line in desk.see(billing.invoice_lines, invoice_id) if line.kind == "part")
    order.invoices.append(
        desk.do(
            desk.manager,
            billing.credit_invoice,
            billing.CreditInvoice(
                invoice_id=invoice_id,
                reason="Клиент вернул фильтр: не подошёл по исполнению",
                quantities={part.id: part.qty},
                restock=True,
            ),
        )
    )
    desk.do(
        desk.manager,
        billing.refund,
        billing.Refund(
            request_id=uuid.uuid4(),
            method=PaymentMethod.CASH,
            amount=part.total.minor,
            reason="Возврат фильтра",
            invoice_id=invoice_id,
        ),
    )


def _wrong_reading(desk: DemoDesk) -> None:
    order = desk.open("correction", "у385ек50", 18_330)
    desk.decide(order, desk.job(order, "Диагностика подвески", ("S-0401", None)))
    desk.ask(order)
    desk.finish(order)


def _never_asked_twice(desk: DemoDesk) -> None:
    order = desk.open("link not approved", "e208pt197", 4_500)
    desk.decide(order, desk.job(order, "Прокачка тормозов", ("B-0203", None)))
    desk.ask(order)
    desk.finish(order)


def _sold_on(desk: DemoDesk) -> None:
    order = desk.open("link revoked, before", "р336хо50", 2_000)
    desk.decide(order, desk.job(order, "Диагностика ABS и ESP", ("D-0705", None)))
    desk.ask(order)
    desk.finish(order)


def second_visit(desk: DemoDesk) -> None:
    """After the owner took the permission back: the record stays in the shop."""
    order = desk.open("link revoked, after", "р336хо50", 150)
    desk.decide(order, desk.job(order, "Регулировка ручного тормоза", ("B-0231", None)))
    desk.finish(order)


def dispute(desk: DemoDesk) -> uuid.UUID:
    """Digits were swapped when the reading was typed: ask the owner."""
    order = next(o for o in desk.orders if o.story == "correction")
    card = desk.see(work_orders.get_order, order.order_id)
    return desk.do(
        desk.advisor,
        work_orders.request_correction,
        work_orders.RequestCorrection(
            order_id=order.order_id,
            reason="Цифры переставлены при вводе пробега",
            corrected={"odometer": str((card.odometer_value or 0) - 900)},
        ),
    )
