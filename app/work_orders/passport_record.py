"""What the owner's passport is told of a completed order: the record, and its money apart."""

import re
import uuid
from collections.abc import Sequence
from datetime import date

from app.kernel.tx import Tx
from app.passports import NewWork
from app.work_orders import aggregate
from models.base import new_id
from models.catalog import ItemKind
from models.tax import TaxTotals
from models.vehicles import Vehicle
from models.work_orders import OrderLine, WorkOrder
from sync.wire import work_orders as wire
from sync.wire.fields import utc_text
from sync.wire.kinds import Kind
from sync.wire.passports import Odometer
from sync.wire.passports import Recommendation as WireRecommendation
from sync.wire.signing import key_id, public_text, to_base64url

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")


def _odometer(order: WorkOrder) -> Odometer | None:
    if order.odometer_value is None:
        return None
    return Odometer(value=order.odometer_value, unit="mi" if order.odometer_unit == "mi" else "km")


def _service(line: OrderLine) -> wire.Service:
    due = line.next_service_km or line.next_service_months
    return wire.Service(
        line_id=line.id,
        kind="labour" if line.kind == ItemKind.LABOUR.value else "fee",
        code=line.code or None,
        name=line.name,
        norm_hours=f"{line.qty:.3f}" if line.kind == ItemKind.LABOUR.value else None,
        next_service=wire.NextService(
            km=line.next_service_km or None, months=line.next_service_months or None
        )
        if due
        else None,
    )


def _part(line: OrderLine) -> wire.Part:
    return wire.Part(
        line_id=line.id,
        kind=line.kind,
        sku=line.code or None,
        name=line.name,
        maker=line.maker or None,
        quantity=f"{line.qty:.3f}",
        unit=line.unit,
        serial=line.serial,
    )


def _recommendation(due: NewWork) -> WireRecommendation:
    return WireRecommendation(
        recommendation_id=due.id,
        name=due.name,
        due_on=due.due_on.isoformat() if due.due_on else None,
        due_odometer=Odometer(value=due.due_value, unit="mi" if due.from_unit == "mi" else "km")
        if due.due_value is not None
        else None,
        reason="declined" if due.kind == "declined" else "interval",
    )


def emit_record(
    tx: Tx,
    *,
    order: WorkOrder,
    live: Sequence[OrderLine],
    vehicle: Vehicle,
    sums: TaxTotals,
    recommendations: Sequence[NewWork],
    done_on: date,
    digest: str,
    signature: bytes,
    commitment: str | None,
    expense_id: uuid.UUID,
) -> None:
    """Leave two envelopes, held back until the vehicle's owner agreed: the record, and its prices."""
    record_id = new_id()
    label = f"{vehicle.make} {vehicle.model}".strip() or vehicle.plate or vehicle.vin or "—"
    tx.emit(
        Kind.COMPLETED_WORK_ORDER,
        vehicle.id,
        wire.CompletedWorkOrder(
            record_id=record_id,
            work_order_id=order.id,
            vehicle_id=vehicle.id,
            number=order.number,
            center_name=tx.center.name,
            vin=vehicle.vin if vehicle.vin and _VIN.fullmatch(vehicle.vin) else None,
            plate=vehicle.plate,
            label=label,
            completed_at=utc_text(tx.now),
            completed_on=done_on.isoformat(),
            odometer=_odometer(order),
            services=[_service(line) for line in live if line.kind == ItemKind.LABOUR.value],
            parts=[
                _part(line)
                for line in live
                if line.kind not in {ItemKind.LABOUR.value, aggregate.FEE}
            ],
            recommendations=[_recommendation(due) for due in recommendations],
            snapshot_sha256=digest,
            snapshot_signature=to_base64url(signature),
            snapshot_key_id=key_id(public_text(tx.shop.signing_key())),
            person_commitment=commitment,
        ),
        gate_vehicle_id=vehicle.id,
    )
    labour = sum(line.total_amount for line in live if line.kind == ItemKind.LABOUR.value)
    tx.emit(
        Kind.WORK_ORDER_PRICES,
        vehicle.id,
        wire.WorkOrderPrices(
            record_id=record_id,
            work_order_id=order.id,
            vehicle_id=vehicle.id,
            number=order.number,
            currency=order.currency,
            lines=[
                wire.LineAmount(line_id=line.id, total_amount=line.total_amount) for line in live
            ],
            labour_amount=labour,
            parts_amount=sum(line.total_amount for line in live) - labour,
            discount_amount=sums.discount_amount,
            net_amount=sums.net_amount,
            tax_amount=sums.tax_amount,
            round_off_amount=sums.round_off_amount,
            total_amount=sums.total_amount,
            expense=wire.Expense(
                expense_id=expense_id,
                category="service",
                spent_on=done_on.isoformat(),
                amount=sums.total_amount,
            ),
        ),
        gate_vehicle_id=vehicle.id,
    )
