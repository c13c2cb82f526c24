"""Money in and money back: posted once, whatever is pressed twice, and never below zero."""

import uuid
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.billing.balance import balance_of, free_of_payment
from app.billing.open_bills import keep_open
from app.kernel.errors import QT_TRANSLATE_NOOP, Reason, UserError, invalid, say
from app.kernel.merging import standing_id
from app.kernel.tx import Tx, action, cleaned
from models.access import Permission
from models.base import new_id
from models.billing import (
    Allocation,
    Invoice,
    InvoiceKind,
    InvoiceState,
    Payment,
    PaymentKind,
    PaymentMethod,
)
from models.customers import Customer
from models.money import Money
from models.order_flow import FINAL
from models.work_orders import WorkOrder
from sync.wire.canonical import canonical, sha256_hex


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePayment:
    """Money for an invoice, or a deposit for an order that is not billed yet.

    ``request_id`` is made when the dialog opens: a second press with the same id posts nothing.
    """

    request_id: uuid.UUID
    method: PaymentMethod
    amount: int
    invoice_id: uuid.UUID | None = None
    order_id: uuid.UUID | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money back: what a credit note freed on an invoice, or an unused deposit."""

    request_id: uuid.UUID
    method: PaymentMethod
    amount: int
    reason: str
    invoice_id: uuid.UUID | None = None
    deposit_id: uuid.UUID | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseDeposit:
    """Put what is free of a deposit against an invoice of the same customer."""

    deposit_id: uuid.UUID
    invoice_id: uuid.UUID
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleInvoice:
    """Several ways of paying at once: all of them are posted, or none."""

    payments: tuple[TakePayment, ...] = ()
    deposits: tuple[UseDeposit, ...] = ()


def payment_facts(row: Payment | sa.Row[*tuple[Any, ...]]) -> dict[str, Any]:
    """What a payment's hash covers."""
    return {
        "id": str(row.id),
        "number": row.number,
        "kind": str(row.kind.value),
        "method": str(row.method.value),
        "customer_id": str(row.customer_id),
        "order_id": str(row.order_id) if row.order_id else None,
        "currency": row.currency,
        "amount": row.amount,
        "at": row.at.isoformat(),
        "on_day": row.on_day.isoformat(),
        "by_id": str(row.by_id),
        "reference": row.reference,
        "reason": row.reason,
        "refunds_id": str(row.refunds_id) if row.refunds_id else None,
    }


def _known(tx: Tx, request_id: uuid.UUID) -> uuid.UUID | None:
    return tx.session.scalar(
        sa.select(Payment.id).where(
            Payment.request_id == request_id, Payment.center_id == tx.actor.center_id
        )
    )


def _positive(amount: int) -> None:
    if amount <= 0:
        raise invalid("amount", QT_TRANSLATE_NOOP("billing", "The amount must be above zero."))


def _post(tx: Tx, command: TakePayment | Refund, kind: PaymentKind, **known: Any) -> Payment:  # noqa: ANN401 - the entity's own columns
    payment = Payment(
        id=new_id(),
        center_id=tx.actor.center_id,
        number=tx.number("payment", tx.policy.payment_number),
        request_id=command.request_id,
        kind=kind,
        method=command.method,
        currency=tx.center.currency,
        amount=command.amount,
        at=tx.now,
        on_day=tx.today,
        by_id=tx.actor.employee_id,
        reference=cleaned(command.reference),
        **known,
    )
    payment.sha256 = sha256_hex(canonical(payment_facts(payment)))
    tx.add(payment)
    tx.about("payment", payment.id)
    return payment


def _put(tx: Tx, payment: Payment, invoice: Invoice, amount: int) -> None:
    """Against an invoice that is locked."""
    tx.append(
        Allocation,
        payment_id=payment.id,
        invoice_id=invoice.id,
        amount=amount,
        at=tx.now,
        by_id=tx.actor.employee_id,
    )
    keep_open(tx, invoice)


@action(
    "billing.take_payment",
    permission=Permission.BILLING_TAKE_MONEY,
    label=QT_TRANSLATE_NOOP("billing", "Take payment"),
    shortcut="Ctrl+Shift+P",
)
def take_payment(tx: Tx, command: TakePayment) -> uuid.UUID:
    """Post money that came in; more than is owed is refused, a second press returns the first result."""
    known = _known(tx, command.request_id)
    if known is not None:
        return known
    _positive(command.amount)
    if command.invoice_id is not None:
        invoice = tx.load(Invoice, command.invoice_id, lock=True)
        known = _known(tx, command.request_id)  # the other press may have waited at the same lock
        if known is not None:
            return known
        _refuse_unpayable(tx, invoice, command.amount)
        payment = _post(
            tx,
            command,
            PaymentKind.PAYMENT,
            customer_id=invoice.customer_id,
            order_id=invoice.order_id,
            reason=None,
            refunds_id=None,
        )
        _put(tx, payment, invoice, command.amount)
        tx.touch("invoice", invoice.id)
        return payment.id
    return _deposit(tx, command)


def _refuse_unpayable(tx: Tx, invoice: Invoice, amount: int) -> None:
    if invoice.kind != InvoiceKind.INVOICE or invoice.state != InvoiceState.ISSUED:
        raise UserError(
            say(QT_TRANSLATE_NOOP("billing", "Money is taken for an issued invoice.")),
            reason=Reason.TRANSITION,
        )
    owed = balance_of(tx.connection, invoice.id).open
    if amount > owed:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("billing", "Only {owed} is owed on invoice {number}."),
                owed=Money(max(owed, 0), invoice.currency).format(tx.center.locale),
                number=invoice.number,
            ),
            reason=Reason.INVALID,
            remedy=say(
                QT_TRANSLATE_NOOP(
                    "billing", "Enter at most that amount; give change from the rest."
                )
            ),
        )


def _deposit(tx: Tx, command: TakePayment) -> uuid.UUID:
    if command.order_id is None:
        raise invalid("order_id", QT_TRANSLATE_NOOP("billing", "Choose an invoice or an order."))
    order = tx.load(WorkOrder, command.order_id, lock=True)
    known = _known(tx, command.request_id)
    if known is not None:
        return known
    if order.state in FINAL:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP(
                    "billing", "This order is finished: take the money for its invoice."
                )
            ),
            reason=Reason.TRANSITION,
        )
    if order.customer_id is None:
        raise invalid("customer", QT_TRANSLATE_NOOP("billing", "A deposit needs the customer."))
    payment = _post(
        tx,
        command,
        PaymentKind.DEPOSIT,
        customer_id=order.customer_id,
        order_id=order.id,
        reason=None,
        refunds_id=None,
    )
    tx.touch("work_order", order.id)
    return payment.id


@action(
    "billing.use_deposit",
    permission=Permission.BILLING_TAKE_MONEY,
    label=QT_TRANSLATE_NOOP("billing", "Use advance"),
)
def use_deposit(tx: Tx, command: UseDeposit) -> uuid.UUID:
    """Put a deposit's free money against an invoice: never more than is free, or owed."""
    _positive(command.amount)
    invoice = tx.load(Invoice, command.invoice_id, lock=True)
    _refuse_unpayable(tx, invoice, command.amount)
    deposit = tx.load(Payment, command.deposit_id, lock=True)
    whose = {standing_id(tx.read, Customer, row.customer_id) for row in (deposit, invoice)}
    if deposit.kind != PaymentKind.DEPOSIT or len(whose) > 1:
        raise invalid(
            "deposit_id",
            QT_TRANSLATE_NOOP("billing", "This is no advance of the invoice's customer."),
        )
    free = free_of_payment(tx.connection, deposit.id)
    if command.amount > free:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("billing", "Only {free} of the advance is free."),
                free=Money(max(free, 0), deposit.currency).format(tx.center.locale),
            ),
            reason=Reason.INVALID,
        )
    _put(tx, deposit, invoice, command.amount)
    tx.touch("invoice", invoice.id)
    tx.touch("payment", deposit.id)
    tx.about("payment", deposit.id)
    return deposit.id


@action(
    "billing.settle",
    permission=Permission.BILLING_TAKE_MONEY,
    label=QT_TRANSLATE_NOOP("billing", "Take payment"),
)
def settle_invoice(tx: Tx, command: SettleInvoice) -> tuple[uuid.UUID, ...]:
    """Post advances and payments together; the ids of the new payments, in their order."""
    if not command.payments and not command.deposits:
        raise invalid("amount", QT_TRANSLATE_NOOP("billing", "The amount must be above zero."))
    fresh = tuple(each for each in command.payments if _known(tx, each.request_id) is None)
    if command.payments and not fresh:
        return tuple(take_payment(tx, each) for each in command.payments)
    for each in command.deposits:
        use_deposit(tx, each)
    return tuple(take_payment(tx, payment) for payment in command.payments)


@action(
    "billing.refund",
    permission=Permission.BILLING_REFUND,
    label=QT_TRANSLATE_NOOP("billing", "Refund"),
)
def refund(tx: Tx, command: Refund) -> uuid.UUID:
    """Give money back: at most what a credit note freed, or what of a deposit is unused."""
    known = _known(tx, command.request_id)
    if known is not None:
        return known
    _positive(command.amount)
    reason = cleaned(command.reason)
    if reason is None:
        raise invalid("reason", QT_TRANSLATE_NOOP("billing", "Say why money goes back."))
    if command.invoice_id is not None:
        invoice = tx.load(Invoice, command.invoice_id, lock=True)
        known = _known(tx, command.request_id)  # as in take_payment
        if known is not None:
            return known
        _refuse_over(tx, command.amount, -balance_of(tx.connection, invoice.id).open)
        payment = _post(
            tx,
            command,
            PaymentKind.REFUND,
            customer_id=invoice.customer_id,
            order_id=invoice.order_id,
            reason=reason,
            refunds_id=None,
        )
        _put(tx, payment, invoice, command.amount)
        tx.touch("invoice", invoice.id)
        return payment.id
    if command.deposit_id is None:
        raise invalid("deposit_id", QT_TRANSLATE_NOOP("billing", "Choose what is given back."))
    deposit = tx.load(Payment, command.deposit_id, lock=True)
    known = _known(tx, command.request_id)
    if known is not None:
        return known
    _refuse_over(tx, command.amount, free_of_payment(tx.connection, deposit.id))
    payment = _post(
        tx,
        command,
        PaymentKind.REFUND,
        customer_id=deposit.customer_id,
        order_id=deposit.order_id,
        reason=reason,
        refunds_id=deposit.id,
    )
    return payment.id


def _refuse_over(tx: Tx, amount: int, free: int) -> None:
    if amount > free:
        raise UserError(
            say(
                QT_TRANSLATE_NOOP("billing", "At most {free} can be given back."),
                free=Money(max(free, 0), tx.center.currency).format(tx.center.locale),
            ),
            reason=Reason.INVALID,
            remedy=say(QT_TRANSLATE_NOOP("billing", "Issue a credit note first.")),
        )
