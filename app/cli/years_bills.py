"""Invoices of the N-year shop and the money that came for them: sealed like any other, written in bulk."""

import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from app.billing.invoicing import RECORD_LAYOUT, record_of
from app.billing.payments import payment_facts
from app.kernel.numbering import period_of, render
from app.kernel.tx import Shop
from app.work_orders import SealedOrder
from models.base import new_id
from models.billing import Invoice, InvoiceKind, InvoiceState, PaymentKind, PaymentMethod
from models.ledger import NumberSequence
from models.text import fold
from sync.wire.canonical import canonical, sha256_hex

_UNPAID = 0.02
_PART_PAID = 0.02
_TERM = timedelta(days=7)
Rows = dict[str, list[dict[str, Any]]]


@dataclass(slots=True)
class BillMaker:
    """Bills each sealed order on the day it was done; most are paid at once, some in part, some not yet."""

    shop: Shop
    center_id: uuid.UUID
    center_code: str
    owner_id: uuid.UUID
    key_id: uuid.UUID
    templates: Mapping[str, str]
    """By series: how a number is written."""
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    TABLES: ClassVar = ("invoice", "invoice_line", "payment", "allocation")

    def bill(
        self, chance: random.Random, order: Mapping[str, Any], sealed: SealedOrder, rows: Rows
    ) -> None:
        """The invoice of a sealed order, and what was paid for it."""
        day, at = order["supplied_on"], order["completed_at"]
        invoice_id, number, due = new_id(), self._number("invoice", day), day + _TERM
        record = record_of(sealed, number=number, issued_on=day, due_on=due, paid_before=0)
        record["people"] = {
            "customer_id": str(order["customer_id"]),
            "customer_kind": "person",
            "customer_place": None,
            "customer_country": None,
            "issuer_id": str(self.owner_id),
            "commitment": None,
        }
        text = canonical(record)
        digest = sha256_hex(text)
        sums = {name: order[name] for name in order if name in _SUMS}
        rows.setdefault("invoice", []).append(
            {
                "id": invoice_id,
                "center_id": self.center_id,
                "version": 1,
                "kind": InvoiceKind.INVOICE,
                "state": InvoiceState.DRAFT,
                "series": "invoice",
                "number": number,
                "order_id": order["id"],
                "vehicle_id": order["vehicle_id"],
                "customer_id": order["customer_id"],
                "currency": "RUB",
                "supplied_on": day,
                "issued_on": day,
                "issued_at": at,
                "due_on": due,
                **sums,
                "layout": RECORD_LAYOUT,
                "record": text.decode("utf-8"),
                "sha256": digest,
                "key_id": self.key_id,
                "signature": self.shop.signing_key().sign(bytes.fromhex(digest)),
                "made_at": at,
                "made_by_id": self.owner_id,
            }
        )
        self._lines(rows, invoice_id, record["lines"])
        rows["search_row"].append(
            {
                "center_id": self.center_id,
                "kind": "invoice",
                "subject_id": invoice_id,
                "folded": fold(f"{number} {order['number']} {record['vehicle']['plate']}"),
            }
        )
        drawn, total = chance.random(), order["total_amount"]
        if drawn >= _UNPAID:
            share = total // 2 if drawn < _UNPAID + _PART_PAID else total
            self._pay(chance, rows, invoice_id, order, share, at, day)

    def finish(self, connection: Connection, rows: Rows) -> None:
        """Make the portion's invoices final and move the last numbers along."""
        ids = [row["id"] for row in rows["invoice"]]
        for start in range(0, len(ids), 500):
            connection.execute(
                sa.update(Invoice)
                .where(Invoice.id.in_(ids[start : start + 500]))
                .values(state=InvoiceState.ISSUED)
            )
        for (series, period), value in self.numbers.items():
            here = (
                NumberSequence.center_id == self.center_id,
                NumberSequence.series == series,
                NumberSequence.period == period,
            )
            moved = sa.update(NumberSequence).where(*here).values(value=value)
            if not connection.execute(moved).rowcount:
                row = {"id": new_id(), "center_id": self.center_id, "series": series}
                connection.execute(
                    sa.insert(NumberSequence), {**row, "period": period, "value": value}
                )

    def _number(self, series: str, on: date) -> str:
        template = self.templates[series]
        period = period_of(template, on, 1)
        seq = self.numbers.get((series, period), 0) + 1
        self.numbers[series, period] = seq
        return render(template, seq=seq, on=on, center=self.center_code)

    def _lines(
        self,
        rows: Rows,
        invoice_id: uuid.UUID,
        lines: list[dict[str, Any]],
    ) -> None:
        """The order's own lines as they were sold; ``lines`` is what the record says of them."""
        sold = {str(line["id"]): line for line in rows["order_line"][-len(lines) :]}
        for place, line in enumerate(lines, start=1):
            own = sold[line["id"]]
            rows.setdefault("invoice_line", []).append(
                {
                    "id": new_id(),
                    "invoice_id": invoice_id,
                    "sort": place,
                    "line_key": line["id"],
                    "order_line_id": own["id"],
                    "kind": line["kind"],
                    "code": line["code"],
                    "name": line["name"],
                    "maker": "",
                    "unit": line["unit"],
                    "qty": own["qty"],
                    "price_amount": line["price_amount"],
                    "discount_percent": own["discount_percent"],
                    "tax_code": line["tax_code"],
                    "tax_percent": line["tax_percent"],
                    "payer": "customer",
                    "job_name": line["job"],
                    "list_amount": line["list_amount"],
                    "discount_amount": line["discount_amount"],
                    "net_amount": line["net_amount"],
                    "tax_amount": line["tax_amount"],
                    "total_amount": line["total_amount"],
                    "tax_parts": line["tax_parts"],
                }
            )

    def _pay(  # noqa: PLR0917 - the parts of one payment
        self,
        chance: random.Random,
        rows: Rows,
        invoice_id: uuid.UUID,
        order: Mapping[str, Any],
        amount: int,
        at: datetime,
        day: date,
    ) -> None:
        payment = {
            "id": new_id(),
            "center_id": self.center_id,
            "number": self._number("payment", day),
            "request_id": new_id(),
            "kind": PaymentKind.PAYMENT,
            "method": chance.choice((PaymentMethod.CASH, PaymentMethod.CARD)),
            "customer_id": order["customer_id"],
            "order_id": None,
            "currency": "RUB",
            "amount": amount,
            "at": at,
            "on_day": day,
            "by_id": self.owner_id,
            "reference": None,
            "reason": None,
            "refunds_id": None,
        }
        payment["sha256"] = sha256_hex(canonical(payment_facts(SimpleNamespace(**payment))))  # type: ignore[arg-type]  # a row by its names
        rows.setdefault("payment", []).append(payment)
        rows.setdefault("allocation", []).append(
            {
                "id": new_id(),
                "payment_id": payment["id"],
                "invoice_id": invoice_id,
                "amount": amount,
                "at": at,
                "by_id": self.owner_id,
            }
        )


_SUMS = frozenset(
    {"net_amount", "discount_amount", "tax_amount", "round_off_amount", "total_amount"}
)
