"""Every paper of the demo as a PDF in one folder."""

import re
import uuid
from pathlib import Path

from app.billing.papers import billing_paper, payment_paper
from app.cli.demo_orders import DemoDesk, DemoOrder
from app.work_orders.papers import act_of_work_paper, work_order_paper
from models.papers.documents import CreditNotePaper
from models.papers.kinds import Copy
from reports import act_of_work, credit_note, invoice, payment_receipt, work_order


def _name(number: str) -> str:
    return re.sub(r"[^0-9A-Za-z.-]+", "-", number)


def _write(folder: Path, name: str, data: bytes) -> str:
    path = folder / f"{name}.pdf"
    path.write_bytes(data)
    return str(path)


def print_order(desk: DemoDesk, order: DemoOrder, folder: Path) -> list[str]:
    """The order's three copies and the act of work done."""
    paper = desk.see(work_order_paper, order.order_id)
    name = _name(paper.head.number)
    printed = [
        _write(folder, f"{name}-{copy.value}", work_order.render(paper, copy)) for copy in Copy
    ]
    act = desk.see(act_of_work_paper, order.order_id)
    printed.append(_write(folder, f"{name}-act", act_of_work.render(act)))
    return printed


def print_invoice(desk: DemoDesk, invoice_id: uuid.UUID, folder: Path) -> str:
    """An invoice or a credit note."""
    paper = desk.see(billing_paper, invoice_id)
    data = (
        credit_note.render(paper) if isinstance(paper, CreditNotePaper) else invoice.render(paper)
    )
    return _write(folder, _name(paper.head.number), data)


def print_payment(desk: DemoDesk, payment_id: uuid.UUID, folder: Path) -> str:
    """A receipt."""
    paper = desk.see(payment_paper, payment_id)
    return _write(folder, _name(paper.head.number), payment_receipt.render(paper))
