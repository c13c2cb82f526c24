"""S13: United States, Sacramento: labour untaxed, shop supplies as a fee with a cap, and the authorised estimate."""

from decimal import Decimal

import pytest

from app import billing, work_orders
from app.kernel.errors import BlockedError
from models.billing import Settlement
from models.money import Money
from tests.build.orders import Garage
from tests.stories.conftest import Open

PERSON = {"phone": "+1 916 555 0142", "email": None, "address": "1500 K St, Sacramento, CA 95814"}


def _garage(open_garage: Open) -> Garage:
    return open_garage(
        "us",
        address="1801 L St",
        legal_name="Capitol Auto LLC",
        phone="+19165550100",
        tax_ids={"bar": "ARD00123456"},
    )


def test_supplies_follow_the_lines_and_the_bill_goes_back_whole(open_garage: Open) -> None:
    garage = _garage(open_garage)
    owner = garage.customer("Maria Lopez", **PERSON)
    order = garage.order(garage.car(owner, "8ABC123", make="Ford", model="F-150"))
    garage.job(order, "Front brakes")
    garage.line(order, garage.labour("Replace pads", "1.5", rate=16_500))
    pads = garage.line(order, garage.part("Brake pads", 16_848, stock="3", cost=9_000))
    card = garage.card(order)
    fee = next(line for line in card.lines if line.kind == "fee")
    assert (fee.total.minor, fee.net.minor, card.tax.minor) == (2_912 + fee.tax.minor, 2_912, 1_433)
    assert (card.net.minor, card.total.minor) == (44_510, 45_943)

    # without the part the fee is smaller; with a second one it meets its cap
    garage.on.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=pads, qty=Decimal(2)),
    )
    fee = next(line for line in garage.card(order).lines if line.kind == "fee")
    assert fee.net.minor == 3_500
    garage.on.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=order, line_id=pads, qty=Decimal(1)),
    )
    assert garage.card(order).total.minor == 45_943
    assert len([line for line in garage.card(order).lines if line.kind == "fee"]) == 1

    garage.start(order)
    assert garage.complete(order).total_amount == 45_943
    invoice = garage.invoice(order)
    assert garage.bill(invoice).row.total == Money(45_943, "USD")
    note = garage.on.do(
        billing.credit_invoice,
        billing.CreditInvoice(invoice_id=invoice, reason="Wrong car", restock=True),
    )
    assert garage.bill(note).row.total == Money(45_943, "USD")
    assert garage.bill(invoice).settlement is Settlement.CREDITED


def test_one_cent_above_the_authorised_estimate_is_not_completed(open_garage: Open) -> None:
    garage = _garage(open_garage)
    owner = garage.customer("Maria Lopez", **PERSON)
    order = garage.order(garage.car(owner, "8ABC123", make="Ford", model="F-150"))
    garage.line(order, garage.labour("Replace pads", "1.5", rate=16_500))
    garage.line(order, garage.part("Brake pads", 16_848, cost=9_000))
    garage.start(order)
    for limit in (45_942, 45_943):
        garage.on.do(
            work_orders.edit_order,
            work_orders.EditOrder(
                order_id=order,
                version=garage.card(order).version,
                values={"limit_amount": limit},
            ),
        )
        if limit == 45_942:
            with pytest.raises(BlockedError) as told:
                garage.complete(order)
            assert [b.code for b in told.value.blockers] == ["limit"]
    assert garage.complete(order).total_amount == 45_943
