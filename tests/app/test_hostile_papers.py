"""What people type comes out on papers and in messages as the text it is: nothing runs it, no file is read for it."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from app import work_orders
from app.billing.papers import billing_paper, payment_paper
from app.centers import SetPolicy, get_center, set_policy
from app.kernel.errors import InvalidError, UserError
from app.work_orders.papers import act_of_work_paper, work_order_paper
from models.contacts import Notification
from models.papers import Copy
from models.papers.documents import InvoicePaper
from reports import act_of_work, invoice, payment_receipt, work_order
from tests.build.orders import Garage
from tests.build.shops import make_shop
from tests.reports.pages import Pages

AS_TYPED = (
    "{0.__class__}{center.__init__.__globals__}",
    "%(center)s%n%s%x",
    "{{7*7}}${jndi:ldap://x}",
    "<para>x</para><b>y",
    "<img src=file:///etc/passwd>",
    "<font size=999>&lt;&xxe;&#0;",
    "\\x00\\u202e(Tj)BT/F1",
)
TURNED = "Иван\u202eавонавИ\u200f\u2066\u200b\u061c"
CONTROLS = "a\x01b\x1b[31mc\x7f"
BROKEN = ("a\0b", "\ud800")
MEGABYTE = "Ж" * 1_000_000
PLACES = ("payment", "warranty", "work_order", "act", "invoice")


@pytest.fixture
def garage(sqlite_url: str) -> Iterator[Garage]:
    """Papers are drawn from rows that both databases keep alike."""
    made = Garage(make_shop(sqlite_url))
    yield made
    made.on.close()


def set_terms(garage: Garage, text: str) -> None:
    version = garage.on.see(get_center).version
    terms = dict.fromkeys(PLACES, text)
    garage.on.do(set_policy, SetPolicy(version=version, values={"terms": terms}))


def typed_everywhere(garage: Garage, text: str) -> tuple[dict[str, bytes], list[str]]:
    """An order in which everything that can be typed says this; its papers, and its messages."""
    set_terms(garage, text)
    owner = garage.customer(text, address=text)
    car = garage.car(owner, make=text[:60], model=text[:60])
    order = garage.order(car)
    garage.job(order, text)
    garage.on.do(
        work_orders.set_concern,
        work_orders.SetConcern(order_id=order, words=text, cause=text, correction=text),
    )
    garage.typed(order, "labour", text, 120_000)
    garage.line(order, garage.part(text, 78_000), qty=Decimal(2))
    garage.start(order)
    garage.complete(order)
    bill = garage.invoice(order)
    paid = garage.pay(10_000, invoice_id=bill)
    of_invoice = garage.on.see(billing_paper, bill)
    assert isinstance(of_invoice, InvoicePaper)
    papers = {
        "work order": work_order.render(garage.on.see(work_order_paper, order), Copy.CUSTOMER),
        "act": act_of_work.render(garage.on.see(act_of_work_paper, order)),
        "invoice": invoice.render(of_invoice),
        "receipt": payment_receipt.render(garage.on.see(payment_paper, paid)),
    }
    return papers, [f"{row.template} {row.params}" for row in garage.rows(Notification)]


def test_a_hostile_text_stands_on_every_paper_as_it_was_typed(garage: Garage) -> None:
    text = " ".join(AS_TYPED)
    papers, messages = typed_everywhere(garage, text)
    for name, pdf in papers.items():
        pages = Pages(pdf)
        shown = pages.whole.replace(" ", "")
        assert [each for each in AS_TYPED if each.replace(" ", "") not in shown] == [], name
        assert "root:" not in shown
        # nothing but pages of text and marks: no link, no script, no file goes along
        for word in (b"/JavaScript", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction"):
            assert word not in pdf, (name, word)
    # messages hold numbers and dates alone; names are looked up when one is sent
    assert messages
    assert [each for each in messages if any(word in each for word in AS_TYPED)] == []


def test_a_text_that_turns_the_line_around_prints_without_its_marks(garage: Garage) -> None:
    papers, _ = typed_everywhere(garage, TURNED)
    for name, pdf in papers.items():
        whole = Pages(pdf).whole
        assert "ИванавонавИ" in whole, name
        assert not set(whole) & set("\u202e\u200f\u2066\u200b\u061c"), name

    papers, _ = typed_everywhere(garage, CONTROLS)
    for name, pdf in papers.items():
        whole = Pages(pdf).whole
        assert "ab[31mc" in whole, name
        assert whole.isprintable(), name


@pytest.mark.parametrize("text", [*BROKEN, MEGABYTE], ids=["NUL", "surrogate", "megabyte"])
def test_what_no_paper_can_hold_is_refused_where_it_is_typed(garage: Garage, text: str) -> None:
    with pytest.raises(InvalidError) as refused:
        set_terms(garage, text)
    assert "terms" in next(iter(refused.value.problems))
    order = garage.order()
    for typing in (
        lambda: garage.customer(text),
        lambda: garage.customer(address=text),
        lambda: garage.car(model=text),
        lambda: garage.job(order, text),
        lambda: garage.typed(order, "labour", text, 100),
        lambda: garage.part(text, 100),
        lambda: garage.on.do(
            work_orders.set_concern, work_orders.SetConcern(order_id=order, words=text)
        ),
    ):
        with pytest.raises(UserError):
            typing()
