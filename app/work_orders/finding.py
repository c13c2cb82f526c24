"""Finding orders by what people remember of them: part of the number, the plate, the make and model."""

import sqlalchemy as sa

from app.kernel import search
from app.kernel.tx import Read
from app.work_orders.reads import OrderRow
from models.customers import Customer
from models.money import Money
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

KIND = "work_order"


def find_orders(read: Read, query: str, *, limit: int = 20) -> tuple[OrderRow, ...]:
    """Orders whose number, plate or car holds every word of the query; the newest of the best first."""
    hits = search.find(read.connection, read.center_id, query, kinds=(KIND,), limit=limit)
    if not hits:
        return ()
    rows = read.connection.execute(
        sa.select(
            WorkOrder.id,
            WorkOrder.number,
            WorkOrder.state,
            Vehicle.make,
            Vehicle.model,
            Vehicle.plate,
            Customer.name.label("customer_name"),
            WorkOrder.promised_at,
            WorkOrder.made_at,
            WorkOrder.total_amount,
            WorkOrder.currency,
            WorkOrder.version,
        )
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
        .where(
            WorkOrder.id.in_([hit.subject_id for hit in hits]),
            WorkOrder.center_id == read.center_id,
        )
    )
    found = {
        row.id: OrderRow(
            id=row.id,
            number=row.number,
            state=row.state,
            vehicle=f"{row.make} {row.model}".strip(),
            plate=row.plate,
            customer=row.customer_name,
            promised_at=row.promised_at,
            made_at=row.made_at,
            total=Money(row.total_amount, row.currency),
            version=row.version,
        )
        for row in rows
    }
    ranks = {hit.subject_id: hit.rank for hit in hits}
    newest = sorted(found.values(), key=lambda row: row.made_at, reverse=True)
    return tuple(sorted(newest, key=lambda row: ranks[row.id]))
