"""Invoice, tax invoice, bill (счёт, Rechnung)."""

from __future__ import annotations

from models.papers import BankAccount, InvoiceKind, InvoicePaper
from reports.layout.flow import Band, hold_last, hold_section
from reports.layout.items import Item, Qr, across, caption, paragraph, stack
from reports.layout.text import Spans, spans
from reports.layout.theme import BASE, QUIET, SMALL, SMALL_QUIET, SMALL_STRONG, STRONG
from reports.sections.closing import closing
from reports.sections.context import Context, finish, open_paper
from reports.sections.facts import Fact, facts, party, value, vehicle
from reports.sections.lines import line_table, warranty_note
from reports.sections.masthead import masthead
from reports.sections.notes import corrections, payments, text_section
from reports.sections.totals import invoice_sums, totals_band

_IRN_QR = 84.0


def render(paper: InvoicePaper) -> bytes:
    """Return the PDF of an invoice; the same paper always gives the same bytes.

    Raises UnknownLayout for a layout of a newer program.
    """
    context = open_paper(paper)
    word = context.word
    title = word(f"title.{paper.kind.value}")
    bands = [
        *masthead(context, title),
        *facts(context, _facts(context, paper)),
        *hold_last(
            line_table(context, "invoice", paper.lines, paper.totals),
            totals_band(
                context,
                paper.totals,
                invoice_sums(context, paper.totals),
                [
                    *warranty_note(context, paper.lines, paper.warranty_terms),
                    *_bank(context, paper),
                ],
            ),
        ),
        *_tax_notes(context, paper),
        *payments(context, word("sec.payments"), paper.payments),
        *corrections(context, paper.corrections),
        *text_section(context, word("sec.payment_terms"), paper.payment_terms),
        *text_section(context, word("sec.warranty"), paper.warranty_terms),
        *text_section(context, word("sec.note"), paper.note),
        *text_section(context, word("sec.terms"), paper.terms),
        *_irn(context, paper),
    ]
    bands = hold_section(bands, closing(context, paper.signatures))
    return finish(context, title, bands)


def _facts(context: Context, paper: InvoicePaper) -> list[list[Fact]]:
    word, fmt = context.word, context.fmt
    label = "recipient" if context.head.country == "IN" else "buyer"
    people = [Fact(word(label), party(context, paper.customer, "customer"), 1.5)]
    if paper.delivery is not None:
        people.append(Fact(word("delivery"), party(context, paper.delivery, "delivery")))
    representative = context.head.center.representative
    if representative is not None:
        lines = party(context, representative, "head.center.representative")
        people.append(Fact(word("representative"), lines))
    car = paper.vehicle
    dates = [
        Fact(word("supplied"), value(fmt.day(paper.supplied_on))),
        Fact(word("due"), _strong(fmt.day(paper.due_on) if paper.due_on else "")),
        Fact(word("place_of_supply"), _place(context, paper)),
    ]
    if paper.reverse_charge is not None and context.head.country == "IN":
        dates.append(
            Fact(word("reverse_charge"), value(word("yes" if paper.reverse_charge else "no")))
        )
    return [
        people,
        [Fact(word("vehicle"), vehicle(context, car) if car else (), 1.15)],
        [Fact(word("basis"), _basis(context, paper), 1.1), *dates],
    ]


def _strong(text: str) -> tuple[Spans, ...]:
    return (spans(text, STRONG),) if text else ()


def _basis(context: Context, paper: InvoicePaper) -> tuple[Spans, ...]:
    """The work order, and the customer's own order number."""
    word, fmt = context.word, context.fmt
    lines: list[Spans] = []
    if paper.order_number:
        lines.append(spans(word("order_ref", number=paper.order_number), BASE))
        if paper.order_on:
            lines.append(spans(word("of_date", date=fmt.day(paper.order_on)), QUIET))
    if paper.purchase_order:
        lines.append(spans(word("purchase_order", number=paper.purchase_order), QUIET))
    return tuple(lines)


def _place(context: Context, paper: InvoicePaper) -> tuple[Spans, ...]:
    place = context.place(paper.place_of_supply, paper.place_of_supply_code)
    line = context.or_gap(spans(place, BASE), "place_of_supply")
    return (line,) if line else ()


def _tax_notes(context: Context, paper: InvoicePaper) -> list[Band]:
    """The sentences which the law wants word for word."""
    word = context.word
    notes = []
    if paper.reverse_charge:
        notes.append(word("note.reverse_charge"))
    if paper.self_billing:
        notes.append(word("note.self_billing"))
    if paper.margin_scheme:
        notes.append(paper.margin_scheme)
    if paper.exemption:
        notes.append(word("note.exemption", text=paper.exemption))
    return [
        Band(paragraph(note, STRONG, context.width), before=0.0 if index else 8.0)
        for index, note in enumerate(notes)
    ]


def _bank(context: Context, paper: InvoicePaper) -> list[Item]:
    """Where to pay, unless nothing is left to pay."""
    bank = context.head.center.bank
    due = paper.totals.due
    if bank is None or (due is not None and due.minor <= 0):
        return []
    width = context.half
    lines: list[Item] = [caption(context.word("bank"), width)]
    lines += [
        paragraph((*spans(f"{name}  ", SMALL_QUIET), *spans(text, SMALL)), SMALL, width)
        for name, text in _bank_pairs(context, bank)
    ]
    return [stack(lines)]


def _bank_pairs(context: Context, bank: BankAccount) -> list[tuple[str, str]]:
    word = context.word
    holder = bank.holder or context.head.center.party.name
    pairs = (
        ("bank.holder", holder),
        ("bank.iban" if bank.account[:2].isalpha() else "bank.account", bank.account),
        ("bank.bank", bank.bank),
        ("bank.branch", bank.branch),
        (f"bank.{bank.code_scheme}", bank.code),
        ("bank.correspondent", bank.correspondent),
        ("bank.upi", bank.upi),
    )
    return [(word(key), text) for key, text in pairs if text]


def _irn(context: Context, paper: InvoicePaper) -> list[Band]:
    """The Indian e-invoice's number and signed code."""
    if not paper.irn or paper.kind is not InvoiceKind.TAX_INVOICE:
        return []
    width = context.width - _IRN_QR - 12.0
    lines = [
        paragraph(context.word("irn"), SMALL_STRONG, width),
        paragraph(paper.irn, SMALL, width),
    ]
    if not paper.irn_qr:
        return [Band(stack(lines), before=10.0)]
    cells = ((0.0, stack(lines)), (context.width - _IRN_QR + 4.0, Qr(paper.irn_qr, _IRN_QR)))
    return [Band(across(cells), before=10.0)]
