"""Completion, the heart: one use case, one transaction, all or nothing, and a repeated call changes nothing."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app import bookings, contacts, customers, inventory, passports, vehicles
from app.kernel.clock import local_day
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Reason,
    UserError,
    say,
)
from app.kernel.tx import Tx, action
from app.vehicles.calibration import calibration_blockers
from app.vehicles.profile import install_serials
from app.work_orders import aggregate
from app.work_orders.facts import missing_facts
from app.work_orders.flow import credited_labour, open_labour
from app.work_orders.passport_record import emit_record
from app.work_orders.snapshot import SNAPSHOT_LAYOUT, content
from models.access import Employee, Permission
from models.base import table_of
from models.catalog import STOCKED, ItemKind
from models.centers import Center, NegativeStock
from models.customers import Customer
from models.order_flow import DROPPED, ORDER_FLOW, SEALED, Approval, LineState, OrderEvent, Payer
from models.tax import TaxTotals
from models.vehicle_profiles import SERIALS
from models.vehicles import Vehicle, to_km
from models.work_orders import CompletedRecord, JobDecision, OrderLine, WorkOrder
from sync.wire.canonical import canonical, sha256_hex

_NAMES = sa.select(Employee.id, Employee.name).where(
    Employee.id.in_(sa.bindparam("ids", expanding=True))
)
# plain rows: what was decided is only read
_DECISIONS = (
    sa.select(table_of(JobDecision))
    .where(JobDecision.order_id == sa.bindparam("order"))
    .order_by(JobDecision.id)
)
_AROUND = (
    sa.select(Center, Vehicle, Customer, bookings.APPOINTMENT_OF.label("appointment_id"))
    .select_from(WorkOrder)
    .join(Center, Center.id == WorkOrder.center_id)
    .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
    .outerjoin(Customer, Customer.id == WorkOrder.customer_id)
    .where(WorkOrder.id == sa.bindparam("order"))
)
_WAITING_PARTS = frozenset({LineState.REQUESTED, LineState.ORDERED, LineState.BACKORDERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Complete:
    """Complete an order. ``finish_open_labour`` marks agreed labour done in the same step."""

    order_id: uuid.UUID
    version: int | None = None
    finish_open_labour: bool = False
    odometer_value: int | None = None
    odometer_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Completed:
    """The sealed order: its number, total in minor units, and the snapshot's hash."""

    order_id: uuid.UUID
    number: str
    total_amount: int
    currency: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What conditions are asked about and completion works with: read once, under the order's lock."""

    live: Sequence[OrderLine]
    wants: Sequence[inventory.Want]
    newest: vehicles.Newest
    promises: Mapping[uuid.UUID, Sequence[inventory.Promise]]


def _known_of(tx: Tx, order: WorkOrder) -> _Known:
    asked = order.odometer_value is not None
    live = aggregate.live_lines(order)
    wants = _wants(live)
    return _Known(
        live,
        wants,
        vehicles.newest_reading(tx.connection, order.vehicle_id)
        if asked
        else vehicles.Newest(None),
        # a line tells itself whether anything is reserved for it
        inventory.promises_of(tx.connection, [line.id for line in live if line.reserved_qty]),
    )


def completion_blockers(
    tx: Tx, order: WorkOrder, command: Complete, known: _Known | None = None
) -> list[Blocker]:
    """Every missing condition at once, each with the record or field to jump to."""
    known = known or _known_of(tx, order)
    return [*_conditions(tx, order, command, known), *_shortages(tx, known), *_over_limit(order)]


def _conditions(tx: Tx, order: WorkOrder, command: Complete, known: _Known) -> list[Blocker]:
    missing: list[Blocker] = []
    if OrderEvent.COMPLETE not in ORDER_FLOW[order.state]:
        missing.append(
            Blocker(
                "state",
                say(
                    QT_TRANSLATE_NOOP(
                        "work_orders", "An order in state “{state}” cannot be completed."
                    ),
                    state=order.state.value,
                ),
            )
        )
    elif tx.policy.uses_quality_check and OrderEvent.CHECK_QUALITY in ORDER_FLOW[order.state]:
        missing.append(
            Blocker(
                "quality", say(QT_TRANSLATE_NOOP("work_orders", "The quality check is missing."))
            )
        )
    missing += _missing_facts(tx, order)
    missing += _undecided(tx, order, known)
    if not command.finish_open_labour:
        missing += open_labour(tx.policy, order)
    missing += _parts_on_the_way(known)
    missing += _missing_serials(known)
    missing += calibration_blockers(tx.read, order)
    missing += _odometer(tx, order, command, known)
    return missing


def _over_limit(order: WorkOrder) -> list[Blocker]:
    if order.limit_amount is None or order.total_amount <= order.limit_amount:
        return []
    return [
        Blocker(
            "limit",
            say(
                QT_TRANSLATE_NOOP(
                    "work_orders", "The total is above what the customer authorised: ask again."
                )
            ),
            "limit_amount",
        )
    ]


def _missing_facts(tx: Tx, order: WorkOrder) -> list[Blocker]:
    vehicle = tx.load(Vehicle, order.vehicle_id)
    customer = tx.load(Customer, order.customer_id) if order.customer_id else None
    return missing_facts(
        tx.connection,
        tx.policy.required_to_complete,
        order=order,
        vehicle=vehicle,
        customer=customer,
    )


def _undecided(tx: Tx, order: WorkOrder, known: _Known) -> list[Blocker]:
    live = {line.job_id for line in known.live}
    if not live:
        return [
            Blocker(
                "lines", say(QT_TRANSLATE_NOOP("work_orders", "There is no work on the order."))
            )
        ]
    if not tx.policy.uses_approval:
        return []
    return [
        Blocker(
            "not_approved",
            say(
                QT_TRANSLATE_NOOP("work_orders", "The customer has not decided on “{job}”."),
                job=job.name,
            ),
            str(job.id),
        )
        for job in order.jobs
        if job.approval == Approval.PROPOSED and job.id in live
    ]


def _parts_on_the_way(known: _Known) -> list[Blocker]:
    return [
        Blocker(
            "part_waiting",
            say(QT_TRANSLATE_NOOP("work_orders", "“{name}” has not come yet."), name=line.name),
            str(line.id),
        )
        for line in known.live
        if line.state in _WAITING_PARTS
    ]


_UNKNOWN_NUMBER = {
    "batch": QT_TRANSLATE_NOOP("work_orders", "The batch of “{name}” is missing."),
    "tyre_dot": QT_TRANSLATE_NOOP("work_orders", "The DOT of “{name}” is missing."),
}
_UNKNOWN_SERIAL = QT_TRANSLATE_NOOP("work_orders", "The serial number of “{name}” is missing.")


def _missing_serials(known: _Known) -> list[Blocker]:
    wanted = [(line, line.price_why.get("required_serial")) for line in known.live]
    return [
        Blocker(
            "serial",
            say(_UNKNOWN_NUMBER.get(str(what), _UNKNOWN_SERIAL), name=line.name),
            str(line.id),
        )
        for line, what in wanted
        if what and not line.serial
    ]


def _installed(known: _Known) -> dict[str, list[str]]:
    """Numbers of the parts of an electric vehicle that this order put in, by what they are."""
    found: dict[str, list[str]] = {}
    for line in known.live:
        what = line.price_why.get("required_serial")
        if what in SERIALS and line.serial:
            found.setdefault(str(what), []).append(line.serial)
    return found


def _odometer(tx: Tx, order: WorkOrder, command: Complete, known: _Known) -> list[Blocker]:
    if order.odometer_value is None or command.odometer_reason or order.odometer_reason:
        return []
    unusual = known.newest.unusual(
        order.odometer_value, order.odometer_unit, tx.policy.odometer_jump_limit
    )
    return [Blocker("odometer_reason", unusual, "odometer_reason")] if unusual else []


def _wants(live: Sequence[OrderLine]) -> list[inventory.Want]:
    return [
        inventory.Want(
            line_id=line.id,
            product_id=line.product_id,
            location_id=line.location_id,
            qty=line.qty,
            issued_qty=line.issued_qty,
        )
        for line in live
        if line.kind in STOCKED and line.product_id is not None and line.location_id is not None
    ]


def _may_overdraw(tx: Tx) -> bool:
    rule = tx.policy.negative_stock
    return rule == NegativeStock.ALLOW.value or (
        rule == NegativeStock.WITH_PERMISSION.value and tx.actor.can(Permission.INVENTORY_NEGATIVE)
    )


def _shortages(tx: Tx, known: _Known) -> list[Blocker]:
    if _may_overdraw(tx):
        return []
    with_permission = tx.policy.negative_stock == NegativeStock.WITH_PERMISSION.value
    return [
        Blocker(
            "short",
            say(
                QT_TRANSLATE_NOOP("work_orders", "{sku}: {wanted} needed, {available} available."),
                sku=short.sku,
                wanted=short.wanted_qty,
                available=short.available_qty,
            ),
            str(short.line_id),
            Permission.INVENTORY_NEGATIVE if with_permission else None,
        )
        for short in inventory.shortages(tx.connection, known.wants, known.promises)
    ]


@action(
    "work_orders.complete",
    permission=Permission.WORK_ORDERS_COMPLETE,
    label=QT_TRANSLATE_NOOP("work_orders", "Complete work order"),
    shortcut="Ctrl+Return",
    from_states=tuple(s.value for s, events in ORDER_FLOW.items() if OrderEvent.COMPLETE in events),
)
def complete(tx: Tx, command: Complete) -> Completed:
    """Freeze the order, take its goods, write the owner's passport, tell the customer, seal, and queue for sync.

    Called again (double click, second PC) it returns the same result and creates nothing.
    """
    order = aggregate.load(tx, command.order_id)
    if order.state in SEALED:
        return _already(tx, order)
    if command.version is not None and order.version != command.version:
        raise tx.changed("work_order", order.id, command.version, order.version)
    if command.odometer_value is not None:
        order.odometer_value = command.odometer_value
    order.odometer_reason = command.odometer_reason or order.odometer_reason
    # read at once, and held here: the session itself remembers only what somebody holds
    around = tx.session.execute(_AROUND, {"order": order.id}).one()
    sums = aggregate.reprice(tx, order)
    known = _known_of(tx, order)
    if _conditions(tx, order, command, known) or _over_limit(order):
        raise BlockedError(completion_blockers(tx, order, command, known))
    reading_id = (
        vehicles.record_reading(
            tx,
            vehicle_id=order.vehicle_id,
            value=order.odometer_value or 0,
            unit=order.odometer_unit,
            source="work_order",
            source_id=order.id,
            reason=order.odometer_reason,
            newest=known.newest,
        )
        if order.odometer_value is not None
        else None
    )
    _finish_lines(known)
    _consume(tx, order, known)
    install_serials(tx, order.vehicle_id, _installed(known))
    for line in order.lines:
        line.is_sealed = True
    for job in order.jobs:
        job.is_sealed = True
    for concern in order.concerns:
        concern.is_sealed = True
    if tx.session.new or tx.collected(JobDecision.__tablename__):
        # a fee's new line goes in while the order is open, a decision is there to be sealed
        tx.flush()
    aggregate.step(tx, order, OrderEvent.COMPLETE)
    order.completed_at = tx.now
    if around.appointment_id is not None:
        bookings.finish_with_order(tx, around.appointment_id)
    return _seal(tx, order, known, sums, reading_id)


def _already(tx: Tx, order: WorkOrder) -> Completed:
    record = tx.session.scalars(
        sa.select(CompletedRecord).where(CompletedRecord.order_id == order.id)
    ).one()
    return Completed(order.id, order.number, order.total_amount, order.currency, record.sha256)


def _finish_lines(known: _Known) -> None:
    for line in known.live:
        if line.kind == ItemKind.LABOUR.value:
            line.state = LineState.DONE
        elif line.kind in STOCKED and line.state in {
            LineState.NEEDED,
            LineState.RECEIVED,
            LineState.ISSUED,
        }:
            line.state = LineState.INSTALLED


def _consume(tx: Tx, order: WorkOrder, known: _Known) -> None:
    """Take the goods and put what they cost on each line; labour carries what its technician is credited."""
    try:
        costs = inventory.consume(
            tx, known.wants, allow_negative=_may_overdraw(tx), promises=known.promises
        )
    except UserError as error:
        # the shelves are asked by taking; only when something is not there, what is missing is looked for as a whole
        short = _shortages(tx, known) if error.reason is Reason.SHORT else []
        if short:
            raise BlockedError(short) from error
        raise
    for line in order.lines:
        if line.id in costs:
            line.cost_amount = costs[line.id]
            if line.reserved_qty:
                line.reserved_qty = Decimal(0)
    for line, amount in credited_labour(order):
        line.credit_amount = amount
    order.cost_amount = sum(costs.values())


def _seal(
    tx: Tx, order: WorkOrder, known: _Known, sums: TaxTotals, reading_id: uuid.UUID | None
) -> Completed:
    vehicle = tx.load(Vehicle, order.vehicle_id)
    customer = tx.load(Customer, order.customer_id) if order.customer_id else None
    done_on = local_day(tx.now, tx.center.time_zone)
    due = _due_work(tx, order, known)
    expense_id, made = passports.write_completion(
        tx,
        passports.PassportFacts(
            order_id=order.id,
            vehicle_id=vehicle.id,
            done_on=done_on,
            reading_id=reading_id,
            odometer_value=order.odometer_value,
            odometer_unit=order.odometer_unit,
            odometer_km=to_km(order.odometer_value, order.odometer_unit)
            if order.odometer_value is not None
            else None,
            works=[line.name for line in known.live],
            labour_amount=_sum_of(known, labour=True),
            parts_amount=_sum_of(known, labour=False),
            total_amount=order.total_amount,
            currency=order.currency,
            due=due,
        ),
    )
    commitment = customers.seal_person(
        tx,
        customer=customer,
        document_kind="work_order",
        document_id=order.id,
        extra=_people(tx, order),
    )
    order.bringer_authority = None
    # the snapshot says what a paper says; what else stands in the rows is proved by the audit
    tx.seal(order.id, "concern", "job", "order_line", "work_order")
    data = content(
        order=order,
        center=tx.center,
        vehicle=vehicle,
        regime=tx.regime,
        sums=sums,
        decisions=_decisions(tx, order),
        recommendations=[
            {
                "id": str(r.id),
                "name": r.name,
                "kind": r.kind,
                "due_on": r.due_on.isoformat() if r.due_on else None,
                "due_value": r.due_value,
                "unit": r.from_unit,
                "old_price_amount": r.old_price_amount,
            }
            for r in made
        ],
        customer=customer,
        commitment=commitment,
        policy_terms=_terms(tx),
    )
    text = canonical(data)
    digest = sha256_hex(text)
    signature = tx.sign(digest)
    tx.append(
        CompletedRecord,
        center_id=order.center_id,
        order_id=order.id,
        layout=SNAPSHOT_LAYOUT,
        snapshot=text.decode("utf-8"),
        sha256=digest,
        key_id=tx.key_row(),
        signature=signature,
        completed_at=tx.now,
    )
    if customer is not None:
        contacts.queue(
            tx,
            customer_id=order.bringer_id or customer.id,
            order_id=order.id,
            template="order_completed",
            unique_key=f"order_completed:{order.id}",
            params={
                "number": order.number,
                "total_amount": order.total_amount,
                "currency": order.currency,
            },
        )
    emit_record(
        tx,
        order=order,
        live=known.live,
        vehicle=vehicle,
        sums=sums,
        recommendations=made,
        done_on=done_on,
        digest=digest,
        signature=signature,
        commitment=commitment,
        expense_id=expense_id,
    )
    return Completed(order.id, order.number, order.total_amount, order.currency, digest)


def _sum_of(known: _Known, *, labour: bool) -> int:
    return sum(
        line.total_amount for line in known.live if (line.kind == ItemKind.LABOUR.value) == labour
    )


def _people(tx: Tx, order: WorkOrder) -> dict[str, str | None]:
    """Names that stand on the paper beside the customer's: they go into the person seal too."""
    ids = {order.advisor_id, order.technician_id, *(line.technician_id for line in order.lines)}
    names = {
        str(key): name
        for key, name in tx.connection.execute(
            _NAMES, {"ids": sorted(key for key in ids if key is not None)}
        ).all()
    }
    bringer = tx.load(Customer, order.bringer_id) if order.bringer_id else None
    extra: dict[str, str | None] = {f"employee:{key}": name for key, name in sorted(names.items())}
    if bringer is not None:
        extra |= {
            "bringer": bringer.name,
            "bringer_phone": bringer.phone,
            "bringer_authority": order.bringer_authority,
        }
    return extra


def _decisions(tx: Tx, order: WorkOrder) -> Sequence[Any]:
    return tx.connection.execute(_DECISIONS, {"order": order.id}).all()


def _terms(tx: Tx) -> dict[str, Any]:
    policy = tx.policy
    return {
        "warranty_months": policy.warranty_months,
        "warranty_km": policy.warranty_km,
        **policy.terms,
    }


def _due_work(tx: Tx, order: WorkOrder, known: _Known) -> list[passports.DueWork]:
    """Intervals of completed lines, and declined jobs with their price of today."""
    due = [
        passports.DueWork(
            name=line.name,
            item_id=line.item_id,
            kind="interval",
            interval_km=line.next_service_km,
            interval_months=line.next_service_months,
        )
        for line in known.live
        if line.next_service_km or line.next_service_months
    ]
    for job in order.jobs:
        if job.approval != Approval.DECLINED:
            continue
        lines = [
            line for line in order.lines if line.job_id == job.id and line.state not in DROPPED
        ]
        due.append(
            passports.DueWork(
                name=job.name,
                item_id=None,
                kind="declined",
                old_price_amount=_price_of(tx, order, lines),
                lines=[_saved(line) for line in lines if line.kind != aggregate.FEE],
            )
        )
    return due


def _price_of(tx: Tx, order: WorkOrder, lines: list[OrderLine]) -> int:
    payers = {line.id: line.payer for line in lines}
    if any(payer != Payer.CUSTOMER for payer in payers.values()):
        return 0
    return aggregate.totals(tx.regime, order, lines).total_amount


def _saved(line: OrderLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "item_id": str(line.item_id) if line.item_id else None,
        "product_id": str(line.product_id) if line.product_id else None,
        "code": line.code,
        "name": line.name,
        "maker": line.maker,
        "unit": line.unit,
        "qty": f"{line.qty:.3f}",
        "price_amount": line.price_amount,
        "tax_code": line.tax_code,
        "hsn_sac": line.hsn_sac,
        "next_service_km": line.next_service_km,
        "next_service_months": line.next_service_months,
        "required_serial": line.price_why.get("required_serial"),
    }
