"""Every paper the desk prints: what it is called, under which name it is saved, and how its bytes are made."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from app.arrivals.papers import acceptance_act_paper, check_in_slip_paper
from app.billing import billing_paper, cash_day_paper, draft_paper, payment_paper
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from app.kernel.tx import Read
from app.work_orders.papers import act_of_work_paper, work_order_paper
from models.papers import Copy, CreditNotePaper
from reports import (
    acceptance_act as acceptance_page,
)
from reports import (
    act_of_work as act_report,
)
from reports import (
    cash_day as cash_day_page,
)
from reports import (
    check_in_slip as slip_page,
)
from reports import (
    credit_note as credit_note_page,
)
from reports import (
    invoice as invoice_page,
)
from reports import (
    payment_receipt as receipt_page,
)
from reports import (
    work_order as order_page,
)

_UNSAFE: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that can be seen and printed.

    ``kind`` is the name under which the last printer is remembered, ``stem`` the file's name without its end;
    ``make`` renders the PDF inside a read transaction, off the drawing thread.
    """

    kind: str
    title: Source
    stem: str
    make: Callable[[Read], bytes]


_COPIES: Final[dict[Copy, Source]] = {
    Copy.CUSTOMER: QT_TRANSLATE_NOOP("Papers", "Customer's copy"),
    Copy.SHOP: QT_TRANSLATE_NOOP("Papers", "Shop's copy"),
    Copy.ARCHIVE: QT_TRANSLATE_NOOP("Papers", "Archive copy"),
}


def stem_of(*parts: str) -> str:
    """A file's name of these parts: no spaces and no signs that some system refuses."""
    return "-".join(filter(None, (_UNSAFE.sub("-", part).strip("-.") for part in parts))) or "paper"


def work_order(order_id: uuid.UUID, number: str, copy: Copy = Copy.CUSTOMER) -> Paper:
    """A work order in one of its three copies; an open one with today's content."""

    def make(read: Read) -> bytes:
        return order_page.render(work_order_paper(read, order_id), copy)

    return Paper(f"work_order.{copy.value}", _COPIES[copy], stem_of(number, copy.value), make)


def act_of_work(order_id: uuid.UUID, number: str) -> Paper:
    """The act of work done of a completed order."""

    def make(read: Read) -> bytes:
        return act_report.render(act_of_work_paper(read, order_id))

    return Paper("act", QT_TRANSLATE_NOOP("Papers", "Act of work"), stem_of(number, "act"), make)


def order_papers(order_id: uuid.UUID, number: str, *, is_sealed: bool) -> tuple[Paper, ...]:
    """All papers of an order: three copies, and the act when it is completed."""
    copies = tuple(work_order(order_id, number, copy) for copy in Copy)
    return (*copies, act_of_work(order_id, number)) if is_sealed else copies


def acceptance_act(arrival_id: uuid.UUID, number: str, version: int | None = None) -> Paper:
    """The acceptance act of an arrival: a signed version, or the present one."""

    def make(read: Read) -> bytes:
        return acceptance_page.render(acceptance_act_paper(read, arrival_id, number=version))

    title = QT_TRANSLATE_NOOP("Papers", "Acceptance act")
    return Paper(
        "acceptance_act", title, stem_of(number, f"v{version}" if version else "act"), make
    )


def check_in_slip(arrival_id: uuid.UUID, number: str) -> Paper:
    """The slip a customer takes along while the car is with us."""

    def make(read: Read) -> bytes:
        return slip_page.render(check_in_slip_paper(read, arrival_id))

    title = QT_TRANSLATE_NOOP("Papers", "Check-in slip")
    return Paper("check_in_slip", title, stem_of(number, "slip"), make)


def invoice(invoice_id: uuid.UUID, number: str, *, is_credit_note: bool = False) -> Paper:
    """An issued invoice or credit note."""

    def make(read: Read) -> bytes:
        paper = billing_paper(read, invoice_id)
        if isinstance(paper, CreditNotePaper):
            return credit_note_page.render(paper)
        return invoice_page.render(paper)

    if is_credit_note:
        title = QT_TRANSLATE_NOOP("Papers", "Credit note")
        return Paper("credit_note", title, stem_of(number), make)
    return Paper("invoice", QT_TRANSLATE_NOOP("Papers", "Invoice"), stem_of(number), make)


def coming_invoice(order_id: uuid.UUID, number: str, now: datetime) -> Paper:
    """The invoice that an order would get now, marked as a draft, with what the law still wants in red."""

    def make(read: Read) -> bytes:
        return invoice_page.render(draft_paper(read, order_id, now=now))

    title = QT_TRANSLATE_NOOP("Papers", "Invoice")
    return Paper("invoice", title, stem_of(number, "draft"), make)


def payment_receipt(payment_id: uuid.UUID, number: str) -> Paper:
    """The receipt of one payment or advance."""

    def make(read: Read) -> bytes:
        return receipt_page.render(payment_paper(read, payment_id))

    return Paper("receipt", QT_TRANSLATE_NOOP("Papers", "Receipt"), stem_of(number), make)


def cash_day_report(
    on: date, *, opening: int, counted: int | None, paid_in: int | None, paid_out: int | None
) -> Paper:
    """The cash day with what the cashier counted; amounts in minor units."""

    def make(read: Read) -> bytes:
        return cash_day_page.render(
            cash_day_paper(
                read, on, opening=opening, counted=counted, paid_in=paid_in, paid_out=paid_out
            )
        )

    title = QT_TRANSLATE_NOOP("Papers", "Cash day")
    return Paper("cash_day", title, stem_of("cash", on.isoformat()), make)
