"""Jobs and lines of an order: from the catalog or typed in, with prices that say where they come from."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app import catalog, inventory
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    Reason,
    TransitionNotAllowedError,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Tx, action, cleaned
from app.work_orders import aggregate
from models.access import Permission
from models.catalog import STOCKED, CatalogItem, ItemKind
from models.customers import Customer
from models.order_flow import LABOUR_FLOW, PART_FLOW, Approval, LineState, Payer
from models.passports import Recommendation, RecommendationState
from models.work_orders import Job, OrderLine, WorkOrder

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddJob:
    """A new group of lines the customer decides on as one."""

    order_id: uuid.UUID
    name: str
    version: int | None = None
    payer: Payer = Payer.CUSTOMER


@action(
    "work_orders.add_job",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Add job"),
)
def add_job(tx: Tx, command: AddJob) -> uuid.UUID:
    """Put an empty job on the order."""
    order = aggregate.editable(tx, command.order_id, command.version)
    return _new_job(tx, order, command.name, payer=command.payer).id


def _new_job(tx: Tx, order: WorkOrder, name: str, *, payer: Payer = Payer.CUSTOMER) -> Job:
    text = cleaned(name)
    if text is None:
        raise invalid("name", QT_TRANSLATE_NOOP("work_orders", "A job needs a name."))
    job = tx.add(
        Job(
            order_id=order.id,
            sort=max((j.sort for j in order.jobs), default=0) + 1,
            name=text,
            approval=Approval.PROPOSED,
            approved_amount=None,
            total_amount=0,
            payer=payer,
            package_id=None,
            package_amount=None,
            recommendation_id=None,
            is_sealed=False,
        )
    )
    order.jobs.append(job)
    aggregate.touch(order)
    return job


def _customer_terms(tx: Tx, order: WorkOrder) -> tuple[str, Decimal]:
    if order.customer_id is None:
        return "retail", Decimal(0)
    customer = tx.load(Customer, order.customer_id)
    return customer.price_group, customer.discount_percent


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLine:
    """A line from the catalog (``item_id``), or typed in (``kind``, ``name``, ``price_amount``).

    ``qty``: norm hours for labour (None: the catalog's), else units. ``price_amount`` given beside an item
    overrides its price and needs that permission. ``is_customers_own``: brought by the customer, not sold.
    """

    order_id: uuid.UUID
    job_id: uuid.UUID
    item_id: uuid.UUID | None = None
    version: int | None = None
    qty: Decimal | None = None
    price_amount: int | None = None
    discount_percent: Decimal | None = None
    kind: str | None = None
    name: str | None = None
    code: str = ""
    maker: str = ""
    unit: str = "pc"
    tax_code: str | None = None
    technician_id: uuid.UUID | None = None
    is_customers_own: bool = False


@action(
    "work_orders.add_line",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Add line"),
    shortcut="Ins",
)
def add_line(tx: Tx, command: AddLine) -> uuid.UUID:
    """Put one line on a job; everything is copied, so that a later change of the catalog never alters it."""
    order = aggregate.editable(tx, command.order_id, command.version)
    job = aggregate.job_of(order, command.job_id)
    if command.qty is not None and command.qty <= 0:
        raise invalid("qty", QT_TRANSLATE_NOOP("work_orders", "The quantity must be above zero."))
    line = (
        _from_catalog(tx, order, job, command)
        if command.item_id
        else _typed(tx, order, job, command)
    )
    aggregate.refuse_strangers(tx, staff=(command.technician_id,))
    line.technician_id = command.technician_id
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return line.id


def _from_catalog(tx: Tx, order: WorkOrder, job: Job, command: AddLine) -> OrderLine:
    if command.item_id is None:
        raise invalid("item_id", QT_TRANSLATE_NOOP("work_orders", "Choose an item."))
    group, discount = _customer_terms(tx, order)
    priced = catalog.priced(
        tx,
        command.item_id,
        qty=command.qty,
        price_group=group,
        customer_discount=discount,
        on=order.supplied_on,
    )
    if priced.kind == ItemKind.PACKAGE.value:
        raise invalid("item_id", QT_TRANSLATE_NOOP("work_orders", "A package is added as a job."))
    line = _priced_line(tx, order, job, priced)
    if command.price_amount is not None and command.price_amount != priced.price_amount:
        tx.require(Permission.PRICES_OVERRIDE)
        line.price_why = {**line.price_why, "overridden_from": priced.price_amount}
        line.price_amount = command.price_amount
    if command.discount_percent is not None:
        line.discount_percent = _discount(command.discount_percent)
    line.is_customers_own = command.is_customers_own
    return line


def _why(why: Mapping[str, object], required_serial: str | None) -> dict[str, object]:
    """Why the line costs what it costs, and which number of the part must be noted before completion."""
    return {**why, "required_serial": required_serial} if required_serial else dict(why)


def _priced_line(tx: Tx, order: WorkOrder, job: Job, priced: catalog.PricedItem) -> OrderLine:
    line = aggregate.new_line(
        tx,
        order,
        job,
        kind=priced.kind,
        item_id=priced.item_id,
        product_id=priced.product_id,
        code=priced.code,
        name=priced.name,
        maker=priced.maker,
        unit=priced.unit,
        qty=priced.qty,
        price_amount=priced.price_amount,
        price_why=_why(priced.why, priced.required_serial),
        discount_percent=priced.discount_percent,
        tax_code=priced.tax_code,
        hsn_sac=priced.hsn_sac,
        next_service_km=priced.next_service_km,
        next_service_months=priced.next_service_months,
        warranty_km=priced.warranty_km,
        warranty_months=priced.warranty_months,
        serial=None,
    )
    if priced.product_id is not None:
        line.location_id = inventory.default_store(tx.connection, tx.actor.center_id)
    if priced.fixed_amount is not None:
        listed = int((priced.qty * priced.price_amount).to_integral_value("ROUND_HALF_UP"))
        line.off_amount = listed - priced.fixed_amount
        line.discount_percent = Decimal(0)
    return line


def _typed(tx: Tx, order: WorkOrder, job: Job, command: AddLine) -> OrderLine:
    name = cleaned(command.name)
    if name is None or command.kind not in set(ItemKind) - {ItemKind.PACKAGE}:
        raise invalid(
            "name",
            QT_TRANSLATE_NOOP("work_orders", "Choose an item, or type the line's name and kind."),
        )
    if command.price_amount is None and not command.is_customers_own:
        raise invalid(
            "price_amount", QT_TRANSLATE_NOOP("work_orders", "A typed line needs its price.")
        )
    if not command.is_customers_own:
        tx.require(Permission.PRICES_OVERRIDE)
    line = aggregate.new_line(
        tx,
        order,
        job,
        kind=command.kind,
        code=command.code,
        name=name,
        maker=command.maker,
        unit=command.unit,
        qty=command.qty or Decimal(1),
        price_amount=command.price_amount or 0,
        price_why={"typed": True},
        tax_code=command.tax_code or tx.regime.usual(aggregate.group_of(command.kind)),
        is_customers_own=command.is_customers_own,
    )
    if command.discount_percent is not None:
        line.discount_percent = _discount(command.discount_percent)
    return line


def _discount(percent: Decimal) -> Decimal:
    if not 0 <= percent <= _HUNDRED:
        raise invalid(
            "discount_percent",
            QT_TRANSLATE_NOOP("work_orders", "A discount is between 0 and 100 per cent."),
        )
    return percent


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPackage:
    """A package of the catalog, as a job of its own."""

    order_id: uuid.UUID
    package_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.add_package",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Add package"),
    shortcut="Ctrl+P",
)
def add_package(tx: Tx, command: AddPackage) -> uuid.UUID:
    """Expand a package into a job: its price lies on the lines so that they add up to it exactly."""
    order = aggregate.editable(tx, command.order_id, command.version)
    group, _discount_percent = _customer_terms(tx, order)
    lines = catalog.expand(tx, command.package_id, price_group=group, on=order.supplied_on)
    job = _new_job(tx, order, tx.load(CatalogItem, command.package_id).name)
    job.package_id = command.package_id
    for priced in lines:
        _priced_line(tx, order, job, priced)
    job.package_amount = sum(p.fixed_amount for p in lines if p.fixed_amount is not None) or None
    aggregate.reprice(tx, order)
    return job.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """New values of a line; None leaves a value as it is. A new price needs that permission."""

    order_id: uuid.UUID
    line_id: uuid.UUID
    version: int | None = None
    qty: Decimal | None = None
    price_amount: int | None = None
    discount_percent: Decimal | None = None
    technician_id: uuid.UUID | None = None
    serial: str | None = None
    name: str | None = None


@action(
    "work_orders.change_line",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Change line"),
    shortcut="F2",
)
def change_line(tx: Tx, command: ChangeLine) -> uuid.UUID:
    """Change a line of an order that is not final."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    if command.qty is not None and command.qty != line.qty:
        if command.qty <= 0:
            raise invalid(
                "qty", QT_TRANSLATE_NOOP("work_orders", "The quantity must be above zero.")
            )
        if command.qty < line.issued_qty:
            raise invalid(
                "qty",
                QT_TRANSLATE_NOOP(
                    "work_orders", "{issued} are issued already: take goods back first."
                ),
                issued=line.issued_qty,
            )
        aggregate.release_line(tx, line)
        line.qty = command.qty
    if command.price_amount is not None and command.price_amount != line.price_amount:
        tx.require(Permission.PRICES_OVERRIDE)
        line.price_why = {**line.price_why, "overridden_from": line.price_amount}
        line.price_amount = command.price_amount
        line.off_amount = 0
    if command.discount_percent is not None:
        line.discount_percent = _discount(command.discount_percent)
    aggregate.refuse_strangers(tx, staff=(command.technician_id,))
    line.technician_id = command.technician_id or line.technician_id
    line.serial = cleaned(command.serial) or line.serial
    line.name = cleaned(command.name) or line.name
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLine:
    """A line that is not wanted any more."""

    order_id: uuid.UUID
    line_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.remove_line",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Remove line"),
    shortcut="Del",
)
def remove_line(tx: Tx, command: RemoveLine) -> uuid.UUID:
    """Cancel a line: reserved goods are free again; issued goods must come back first."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    if line.issued_qty:
        raise BlockedError(
            [
                Blocker(
                    "issued",
                    say(
                        QT_TRANSLATE_NOOP("work_orders", "“{name}” is issued: take it back first."),
                        name=line.name,
                    ),
                    str(line.id),
                )
            ]
        )
    aggregate.release_line(tx, line)
    line.state = LineState.CANCELLED
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWork:
    """Something that happens to a line: an event of its own table."""

    order_id: uuid.UUID
    line_id: uuid.UUID
    event: str = ""
    version: int | None = None
    technician_id: uuid.UUID | None = None


@action(
    "work_orders.work_line",
    permission=Permission.WORK_ORDERS_WORK,
    label=QT_TRANSLATE_NOOP("work_orders", "Work on line"),
)
def work_line(tx: Tx, command: LineWork) -> LineState:
    """Start, finish, install …; work the customer has not agreed to cannot start."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    if command.event in {"issue", "return_to_stock", "cancel"}:
        raise TransitionNotAllowedError(line.state.value, command.event, ())
    _refuse_unapproved(tx, order, line)
    line.state = next_line_state(line, command.event)
    aggregate.refuse_strangers(tx, staff=(command.technician_id,))
    if command.technician_id:
        line.technician_id = command.technician_id
    elif line.technician_id is None and line.kind == ItemKind.LABOUR.value:
        line.technician_id = tx.actor.employee_id
    aggregate.touch(order)
    return line.state


def next_line_state(line: OrderLine, event: str) -> LineState:
    """The state after the event; TransitionNotAllowedError when the table has none."""
    table = LABOUR_FLOW if line.kind == ItemKind.LABOUR.value else PART_FLOW
    allowed = table.get(line.state, {})
    if event not in allowed:
        raise TransitionNotAllowedError(line.state.value, event, list(allowed))
    return allowed[event]


def _refuse_unapproved(tx: Tx, order: WorkOrder, line: OrderLine) -> None:
    job = aggregate.job_of(order, line.job_id)
    refused = job.approval == Approval.DECLINED or (
        tx.policy.uses_approval and job.approval != Approval.APPROVED
    )
    if refused:
        raise BlockedError(
            [
                Blocker(
                    "not_approved",
                    say(
                        QT_TRANSLATE_NOOP("work_orders", "The customer has not agreed to “{job}”."),
                        job=job.name,
                    ),
                    str(job.id),
                )
            ]
        )


def _stocked(line: OrderLine) -> tuple[uuid.UUID, uuid.UUID]:
    if (
        line.product_id is None
        or line.location_id is None
        or line.kind not in STOCKED
        or line.is_customers_own
    ):
        raise UserError(
            say(QT_TRANSLATE_NOOP("work_orders", "“{name}” is not kept in stock."), name=line.name),
            reason=Reason.INVALID,
        )
    return line.product_id, line.location_id


@action(
    "work_orders.reserve_line",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Reserve"),
)
def reserve_line(tx: Tx, command: LineWork) -> uuid.UUID:
    """Keep the line's goods for this order; more than is free is refused."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    product_id, location_id = _stocked(line)
    wanted = line.qty - line.issued_qty - line.reserved_qty
    if wanted > 0:
        inventory.reserve(
            tx, line_id=line.id, product_id=product_id, location_id=location_id, qty=wanted
        )
        line.reserved_qty += wanted
        aggregate.touch(order)
    return line.id


@action(
    "work_orders.issue_line",
    permission=Permission.INVENTORY_ISSUE,
    label=QT_TRANSLATE_NOOP("work_orders", "Issue part"),
)
def issue_line(tx: Tx, command: LineWork) -> uuid.UUID:
    """Hand the line's goods to the shop floor: they leave the shelf and stand as work in progress."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    _refuse_unapproved(tx, order, line)
    product_id, location_id = _stocked(line)
    wanted = line.qty - line.issued_qty
    if wanted <= 0:
        raise TransitionNotAllowedError(line.state.value, "issue", ())
    following = next_line_state(line, "issue")
    line.issued_amount += inventory.issue(
        tx, line_id=line.id, product_id=product_id, location_id=location_id, qty=wanted
    )
    line.issued_qty += wanted
    line.reserved_qty = Decimal(0)
    line.state = following
    aggregate.touch(order)
    return line.id


@action(
    "work_orders.take_back_line",
    permission=Permission.INVENTORY_ISSUE,
    label=QT_TRANSLATE_NOOP("work_orders", "Take back to stock"),
)
def take_back_line(tx: Tx, command: LineWork) -> uuid.UUID:
    """Issued goods come back to the shelf with exactly the value that went."""
    order = aggregate.editable(tx, command.order_id, command.version)
    line = aggregate.line_of(order, command.line_id)
    _stocked(line)
    following = next_line_state(line, "return_to_stock")
    inventory.take_back(tx, line_id=line.id)
    line.issued_qty = Decimal(0)
    line.issued_amount = 0
    line.state = following
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPayer:
    """Who pays a job: the customer, the warranty, goodwill, or the shop itself."""

    order_id: uuid.UUID
    job_id: uuid.UUID
    payer: Payer
    version: int | None = None


@action(
    "work_orders.set_payer",
    permission=Permission.WORK_ORDERS_APPROVE,
    label=QT_TRANSLATE_NOOP("work_orders", "Who pays"),
)
def set_payer(tx: Tx, command: SetPayer) -> uuid.UUID:
    """Make a job warranty, goodwill or internal: the customer pays 0.00, stock and labour still count."""
    order = aggregate.editable(tx, command.order_id, command.version)
    job = aggregate.job_of(order, command.job_id)
    job.payer = command.payer
    aggregate.reprice(tx, order)
    aggregate.touch(order)
    return job.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviveRecommendation:
    """Declined or due work comes onto today's order."""

    order_id: uuid.UUID
    recommendation_id: uuid.UUID
    version: int | None = None


@action(
    "work_orders.revive",
    permission=Permission.WORK_ORDERS_EDIT,
    label=QT_TRANSLATE_NOOP("work_orders", "Add recommended work"),
)
def revive_recommendation(tx: Tx, command: ReviveRecommendation) -> uuid.UUID:
    """Make a job of a recommendation; declined work keeps its old prices, marked as of that day."""
    order = aggregate.editable(tx, command.order_id, command.version)
    old = tx.load(Recommendation, command.recommendation_id, lock=True)
    if old.state != RecommendationState.OPEN or old.vehicle_id != order.vehicle_id:
        raise TransitionNotAllowedError(old.state.value, "revive", ())
    job = _new_job(tx, order, old.name)
    job.recommendation_id = old.id
    for saved in old.lines:
        values = dict(saved)
        product = uuid.UUID(values["product_id"]) if values.get("product_id") else None
        line = aggregate.new_line(
            tx,
            order,
            job,
            kind=values["kind"],
            item_id=uuid.UUID(values["item_id"]) if values.get("item_id") else None,
            product_id=product,
            code=values["code"],
            name=values["name"],
            maker=values["maker"],
            unit=values["unit"],
            qty=Decimal(values["qty"]),
            price_amount=values["price_amount"],
            price_why=_why(
                {"old_price_of": old.made_at.date().isoformat()}, values.get("required_serial")
            ),
            tax_code=values["tax_code"],
            hsn_sac=values.get("hsn_sac"),
            next_service_km=values.get("next_service_km"),
            next_service_months=values.get("next_service_months"),
        )
        if product is not None:
            line.location_id = inventory.default_store(tx.connection, tx.actor.center_id)
    if not old.lines and old.item_id:
        group, discount = _customer_terms(tx, order)
        priced = catalog.priced(
            tx,
            old.item_id,
            qty=None,
            price_group=group,
            customer_discount=discount,
            on=order.supplied_on,
        )
        _priced_line(tx, order, job, priced)
    old.state = RecommendationState.REVIVED
    old.closed_at = tx.now
    old.closed_reason = str(order.id)
    aggregate.reprice(tx, order)
    return job.id
