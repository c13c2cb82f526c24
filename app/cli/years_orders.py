"""Orders of the N-year shop: ten lines each, sealed like any other, written in bulk."""

import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.cli.years_bills import BillMaker
from app.exchange.sample import SampleShop
from app.kernel import audit
from app.kernel.clock import local_day
from app.kernel.tx import Shop
from app.work_orders import SealedOrder
from app.work_orders.snapshot import SNAPSHOT_LAYOUT, center_facts, totals_facts
from models.base import new_id
from models.centers import Center, SigningKey
from models.ledger import AuditHead, NumberSequence
from models.order_flow import Approval, LineState, OrderState, Payer
from models.tax import LineTotals, TaxLine, TaxRegime, TaxTotals, compute
from models.text import fold
from models.work_orders import WorkOrder
from sync.wire.canonical import canonical, sha256_hex
from sync.wire.pairing import key_digest
from sync.wire.signing import to_base64url

_RATE = 240_000
_LABOUR = (
    "Замена масла и фильтра",
    "Замена передних колодок",
    "Диагностика подвески",
    "Прокачка тормозов",
)
_PARTS = ("Масло 5W-30", "Фильтр масляный", "Очиститель тормозов", "Салфетки")


@dataclass(slots=True)
class Ware:
    """A product with its balance while the years are made."""

    product_id: uuid.UUID
    sku: str
    name: str
    cost: int
    center: uuid.UUID
    owner: uuid.UUID
    store: uuid.UUID
    customer: uuid.UUID
    vendor: uuid.UUID
    on_hand: int = 0
    value: int = 0


@dataclass(slots=True)
class Car:
    """A car and its owner."""

    customer_id: uuid.UUID
    vehicle_id: uuid.UUID
    make: str
    model: str
    plate: str
    vin: str
    km: int


Rows = dict[str, list[dict[str, Any]]]
Consume = Callable[[Ware, int, uuid.UUID, datetime], dict[str, Any]]


@dataclass(slots=True)
class OrderMaker:
    """Makes sealed orders of one center; remembers the last number of each month and the chain's head."""

    shop: Shop
    sample: SampleShop
    wares: list[Ware]
    center: dict[str, Any]
    regime: TaxRegime
    zone: str
    key_id: uuid.UUID
    chain: list[Any]
    numbers: dict[str, int]
    bills: BillMaker

    TABLES: ClassVar = (
        "work_order", "job", "order_line", "order_transition", "stock_move", "odometer_reading",
        "completed_record", *BillMaker.TABLES, "audit_entry", "search_row",
    )  # fmt: skip  # in the order of their foreign keys

    @classmethod
    def of(cls, connection: Connection, shop: Shop, sample: SampleShop, wares: list[Ware]) -> Self:
        """A maker that goes on where the database stands."""
        with connection.begin():
            row = connection.execute(
                sa.select(Center.__table__).where(Center.id == sample.owner.center_id)
            ).one()
            head = connection.execute(
                sa.select(AuditHead.seq, AuditHead.hash).where(AuditHead.center_id == row.id)
            ).one()
            key = _key(connection, shop, row.id)
            numbers = connection.execute(
                sa.text("SELECT period, value FROM number_sequence WHERE series = 'work_order'")
            ).all()
            money = connection.execute(
                sa.text(
                    "SELECT series, period, value FROM number_sequence "
                    "WHERE series IN ('invoice', 'payment')"
                )
            ).all()
        facts = center_facts(Center(**row._mapping))  # noqa: SLF001 - SQLAlchemy's public name
        return cls(
            shop,
            sample,
            wares,
            facts,
            TaxRegime.from_json(row.regime),
            row.time_zone,
            key,
            [head.seq, head.hash],
            {n.period: n.value for n in numbers},
            BillMaker(
                shop,
                row.id,
                row.code,
                sample.owner.employee_id,
                key,
                {
                    "invoice": row.policy["invoice_number"],
                    "payment": row.policy["payment_number"],
                },
                {(n.series, n.period): n.value for n in money},
            ),
        )

    def order(
        self, chance: random.Random, car: Car, at: datetime, rows: Rows, consume: Consume
    ) -> None:
        """One visit: four labour lines, six of goods, two of them from the shelf."""
        done_at = at + timedelta(hours=2)
        day = local_day(at, self.zone)
        period = f"{day.year:04}-{day.month:02}"
        self.numbers[period] = self.numbers.get(period, 0) + 1
        number = f"{self.center['code']}-{period}-{self.numbers[period]:04}"
        order_id, job_id = new_id(), new_id()
        car.km += chance.randrange(500, 15_000)
        lines = [self._line(chance, order_id, job_id, place) for place in range(10)]
        sums = compute(self.regime, [self._taxed(line) for line in lines], day)
        for line in lines:
            self._price(line, sums.line(str(line["id"])))
            ware = line.pop("ware")
            if ware is not None:
                move = consume(ware, 1, line["id"], done_at)
                line["cost_amount"] = move["value_amount"]
                _put(rows, "stock_move", move)
            _put(rows, "order_line", line)
        self._head(rows, order_id, number, car, at, done_at, day, sums, lines)
        _put(
            rows, "job", id=job_id, order_id=order_id, sort=1, name="Обслуживание",
            approval=Approval.APPROVED, approved_amount=sums.total_amount, total_amount=sums.total_amount,
            payer=Payer.CUSTOMER, is_sealed=True,
        )  # fmt: skip  # columns read better in a block
        sealed = self._seal(rows, order_id, job_id, number, car, done_at, sums, lines)
        self.bills.bill(chance, rows["work_order"][-1], sealed, rows)

    def _line(
        self, chance: random.Random, order_id: uuid.UUID, job_id: uuid.UUID, place: int
    ) -> dict[str, Any]:
        labour = place < len(_LABOUR)
        ware = None
        for _ in range(20 if place in {8, 9} else 0):
            candidate = chance.choice(self.wares)
            if candidate.on_hand > 1:
                ware = candidate
                break
        name = (
            _LABOUR[place]
            if labour
            else ware.name
            if ware
            else _PARTS[place - len(_LABOUR)]
            if place - len(_LABOUR) < len(_PARTS)
            else "Материалы"
        )
        return {
            "id": new_id(), "order_id": order_id, "job_id": job_id, "sort": place + 1,
            "kind": "labour" if labour else "part", "code": ware.sku if ware else f"Z-{place}",
            "name": name, "maker": "", "unit": "н/ч" if labour else "шт",
            "product_id": ware.product_id if ware else None,
            "location_id": ware.store if ware else None,
            "qty": Decimal(chance.randrange(3, 25)).scaleb(-1) if labour else Decimal(1),
            "price_amount": _price_of(chance, ware, labour=labour),
            "price_why": {}, "discount_percent": Decimal(0), "off_amount": 0,
            "tax_code": self.regime.usual("labour" if labour else "part"),
            "state": LineState.DONE if labour else LineState.INSTALLED, "payer": Payer.CUSTOMER,
            "is_customers_own": False, "reserved_qty": Decimal(0), "issued_qty": Decimal(0),
            "issued_amount": 0, "is_sealed": True, "ware": ware,
        }  # fmt: skip  # as above

    def _taxed(self, line: dict[str, Any]) -> TaxLine:
        return TaxLine(
            key=str(line["id"]),
            group="labour" if line["kind"] == "labour" else "part",
            quantity=line["qty"],
            unit_price_amount=line["price_amount"],
            tax_code=line["tax_code"],
        )

    def _price(self, line: dict[str, Any], found: LineTotals) -> None:
        line["list_amount"] = found.list_amount
        line["discount_amount"] = found.discount_amount
        line["net_amount"] = found.net_amount
        line["tax_amount"] = found.tax_amount
        line["total_amount"] = found.total_amount
        line["taxed"] = found

    def _head(  # noqa: PLR0917 - one row and its history
        self,
        rows: Rows,
        order_id: uuid.UUID,
        number: str,
        car: Car,
        at: datetime,
        done_at: datetime,
        day: Any,  # noqa: ANN401 - a date
        sums: TaxTotals,
        lines: list[dict[str, Any]],
    ) -> None:
        owner = self.sample.owner
        _put(
            rows, "work_order", id=order_id, center_id=owner.center_id, version=5, number=number,
            source="walk_in", state=OrderState.READY, vehicle_id=car.vehicle_id, customer_id=car.customer_id,
            advisor_id=owner.employee_id, priority=0, odometer_value=car.km, odometer_unit="km",
            found_defects_choice="ask", currency="RUB", supplied_on=day, net_amount=sums.net_amount,
            discount_amount=sums.discount_amount, tax_amount=sums.tax_amount, round_off_amount=sums.round_off_amount,
            total_amount=sums.total_amount, proposed_amount=0, rework_count=0, made_at=at, checked_in_at=at,
            cost_amount=sum(line.get("cost_amount") or 0 for line in lines), started_at=at,
            completed_at=done_at, delivered_at=done_at,
        )  # fmt: skip  # as above
        steps = (
            ("open", None, "draft", at),
            ("start", "draft", "in_progress", at),
            ("complete", "in_progress", "completed", done_at),
            ("deliver", "completed", "delivered", done_at),
        )
        for event, before, after, when in steps:
            _put(
                rows, "order_transition", id=new_id(), order_id=order_id, event=event,
                from_state=before, to_state=after, at=when, by_id=owner.employee_id,
            )  # fmt: skip  # as above
        _put(
            rows, "odometer_reading", id=new_id(), vehicle_id=car.vehicle_id, value=car.km, unit="km",
            read_at=done_at, source="work_order", source_id=order_id, is_anomaly=False,
        )  # fmt: skip  # as above
        _put(
            rows, "search_row", center_id=owner.center_id, kind="work_order", subject_id=order_id,
            folded=fold(f"{number} {car.plate} {car.make} {car.model}"),
        )  # fmt: skip  # as above

    def _seal(  # noqa: PLR0917 - the parts of one record
        self,
        rows: Rows,
        order_id: uuid.UUID,
        job_id: uuid.UUID,
        number: str,
        car: Car,
        done_at: datetime,
        sums: TaxTotals,
        lines: list[dict[str, Any]],
    ) -> SealedOrder:
        owner = self.sample.owner
        facts = [_line_facts(line, line.pop("taxed")) for line in lines]
        head = rows["work_order"][-1]
        content = {
                "layout": SNAPSHOT_LAYOUT,
                "number": number,
                "center": self.center,
                "vehicle": {
                    "id": str(car.vehicle_id), "vin": car.vin, "plate": car.plate, "make": car.make,
                    "model": car.model, "variant": "", "year": None, "color": None,
                    "engine_number": None, "body_number": None, "serials": {},
                },
                "order": _order_facts(head),
                "people": {
                    "customer_id": str(car.customer_id), "customer_kind": "person", "customer_place": None,
                    "customer_country": None, "bringer_id": None, "advisor_id": str(owner.employee_id),
                    "technician_id": None, "commitment": None,
                },
                "concerns": [],
                "jobs": [
                    {
                        "id": str(job_id), "name": "Обслуживание", "approval": "approved",
                        "approved_amount": sums.total_amount, "payer": "customer",
                        "total_amount": sums.total_amount, "lines": facts,
                    }
                ],
                "decisions": [],
                "recommendations": [],
                "totals": totals_facts(sums, self.regime),
                "terms": {},
            }  # fmt: skip  # as above
        text = canonical(content)
        digest = sha256_hex(text)
        signature = self.shop.signing_key().sign(bytes.fromhex(digest))
        snapshot = text.decode("utf-8")
        _put(
            rows, "completed_record", id=new_id(), center_id=owner.center_id, order_id=order_id,
            layout=SNAPSHOT_LAYOUT, snapshot=snapshot, sha256=digest, key_id=self.key_id,
            signature=signature, completed_at=done_at,
        )  # fmt: skip  # as above
        self._audit(rows, order_id, number, done_at)
        return SealedOrder(order_id, content, snapshot, digest, self.key_id, signature, done_at)

    def _audit(self, rows: Rows, order_id: uuid.UUID, number: str, at: datetime) -> None:
        owner = self.sample.owner
        fact = audit.Fact(
            center_id=owner.center_id,
            at=at,
            actor_id=owner.employee_id,
            workstation=self.shop.workstation,
            action="work_orders.complete",
            subject_kind="work_order",
            subject_id=order_id,
            changes=canonical({"number": number}).decode("utf-8"),
        )
        entry_id = new_id()
        seq = self.chain[0] + 1
        made = audit.link_hash(fact, entry_id, seq, self.chain[1])
        _put(
            rows, "audit_entry", id=entry_id, center_id=fact.center_id, seq=seq, at=at,
            actor_id=fact.actor_id, workstation=fact.workstation, action=fact.action,
            subject_kind=fact.subject_kind, subject_id=order_id, changes=fact.changes,
            prev_hash=self.chain[1], hash=made,
        )  # fmt: skip  # as above
        self.chain[:] = [seq, made]

    def finish(self, connection: Connection, rows: Rows) -> None:
        """Seal the portion's orders and bills, and move the chain's head and the last numbers along."""
        self.bills.finish(connection, rows)
        ids = [row["id"] for row in rows["work_order"]]
        for start in range(0, len(ids), 500):
            connection.execute(
                sa.update(WorkOrder)
                .where(WorkOrder.id.in_(ids[start : start + 500]))
                .values(state=OrderState.DELIVERED)
            )
        connection.execute(
            sa.update(AuditHead)
            .where(AuditHead.center_id == self.sample.owner.center_id)
            .values(seq=self.chain[0], hash=self.chain[1])
        )
        table = sa.table(
            "number_sequence", *(sa.column(name) for name in ("series", "period", "value"))
        )
        for period, value in self.numbers.items():
            done = connection.execute(
                sa.update(table)
                .where(table.c.series == "work_order", table.c.period == period)
                .values(value=value)
            )
            if not done.rowcount:
                connection.execute(
                    sa.insert(NumberSequence),
                    {
                        "id": new_id(),
                        "center_id": self.sample.owner.center_id,
                        "series": "work_order",
                        "period": period,
                        "value": value,
                    },
                )


def _price_of(chance: random.Random, ware: Ware | None, *, labour: bool) -> int:
    if labour:
        return _RATE
    return ware.cost * 3 // 2 if ware else chance.randrange(9_000, 400_000, 100)


def _put(rows: Rows, table: str, row: dict[str, Any] | None = None, **values: object) -> None:
    rows.setdefault(table, []).append(row if row is not None else dict(values))


def _order_facts(head: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(head["id"]), "source": "walk_in", "state": "completed",
        "made_at": head["made_at"].isoformat(), "checked_in_at": head["made_at"].isoformat(),
        "promised_at": None, "started_at": head["made_at"].isoformat(),
        "completed_at": head["completed_at"].isoformat(), "supplied_on": head["supplied_on"].isoformat(),
        "place_of_supply": None, "currency": "RUB", "odometer_value": head["odometer_value"],
        "odometer_unit": "km", "odometer_reason": None, "fuel_percent": None, "belongings": None,
        "visible_damage": None, "found_defects_choice": "ask", "old_parts_choice": None,
        "limit_amount": None, "rework_count": 0, "key_tag": None,
    }  # fmt: skip  # columns read better in a block


def _line_facts(line: dict[str, Any], taxed: LineTotals) -> dict[str, Any]:
    return {
        "id": str(line["id"]), "kind": line["kind"], "code": line["code"], "name": line["name"],
        "maker": "", "unit": line["unit"], "qty": f"{line['qty']:.3f}", "price_amount": line["price_amount"],
        "discount_percent": "0.000", "list_amount": taxed.list_amount,
        "discount_amount": taxed.discount_amount, "net_amount": taxed.net_amount,
        "tax_amount": taxed.tax_amount, "total_amount": taxed.total_amount, "tax_code": taxed.tax_code,
        "tax_name": taxed.rate_name, "tax_percent": f"{taxed.percent:.3f}",
        "tax_category": taxed.category.value,
        "tax_parts": [[p.name, f"{p.percent:.3f}", p.amount] for p in taxed.parts], "hsn_sac": None,
        "payer": "customer", "own": False, "state": line["state"].value, "serial": None,
        "technician_id": None, "next_service_km": None, "next_service_months": None,
        "warranty_km": None, "warranty_months": None,
    }  # fmt: skip  # as above


def _key(connection: Connection, shop: Shop, center_id: uuid.UUID) -> uuid.UUID:
    """The workstation's key row; made when the sample needed no signature yet."""
    public = shop.signing_key().public_key().public_bytes_raw()
    found: uuid.UUID | None = connection.execute(
        sa.select(SigningKey.id).where(SigningKey.public_key == public)
    ).scalar()
    if found is not None:
        return found
    made = new_id()
    digest = key_digest(center_id, to_base64url(public))
    connection.execute(
        sa.insert(SigningKey),
        {
            "id": made,
            "center_id": center_id,
            "workstation": shop.workstation,
            "public_key": public,
            "proof": shop.signing_key().sign(bytes.fromhex(digest)),
            "made_at": shop.clock(),
            "retired_at": None,
        },
    )
    return made
