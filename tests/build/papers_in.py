"""The Indian shop, in Gurugram: GST inside the State and across, customers' names in Hindi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.papers import (
    BankAccount,
    CenterOnPaper,
    CreditNotePaper,
    InvoiceKind,
    InvoicePaper,
    JobOnPaper,
    PaperHead,
    Party,
    PaymentMethod,
    PaymentOnPaper,
    PaymentReceiptPaper,
    SignatureOnPaper,
    SignatureRole,
    TaxId,
    VehicleOnPaper,
    WorkOrderPaper,
)
from tests.build.papers import Shop, Sold, at, regime, seal, words

CENTER = CenterOnPaper(
    brand="Aravalli Auto Care",
    website="aravalliauto.example",
    party=Party(
        name="Aravalli Auto Care Private Limited",
        is_company=True,
        address="Plot 114, Udyog Vihar Phase IV, Gurugram 122015",
        state="Haryana",
        state_code="06",
        country="IN",
        phone="+91 124 400 1180",
        email="service@aravalliauto.example",
        tax_ids=(
            TaxId(scheme="gstin", value="06AABCA1234F1Z5"),
            TaxId(scheme="cin", value="U50200HR2016PTC066112"),
        ),
    ),
    bank=BankAccount(
        bank="HDFC Bank",
        account="50200031245678",
        code="HDFC0000572",
        code_scheme="ifsc",
        branch="Udyog Vihar, Gurugram",
        upi="aravalliauto@hdfcbank",
    ),
)
CUSTOMER = Party(
    name="श्री राजेश कुमार शर्मा (Rajesh Kumar Sharma)",
    address="मकान नं. 27, सेक्टर 14, गुरुग्राम 122001",
    state="Haryana",
    state_code="06",
    country="IN",
    phone="+91 98110 42217",
)
COMPANY = Party(
    name="Bharat Fleet Services LLP",
    is_company=True,
    address="B-42, Okhla Industrial Area Phase II, New Delhi 110020",
    state="Delhi",
    state_code="07",
    country="IN",
    phone="+91 11 4055 2210",
    tax_ids=(TaxId(scheme="gstin", value="07AADFB9912K1ZP"),),
)
CAR = VehicleOnPaper(
    make_model="Maruti Suzuki Swift VXi",
    plate="HR 26 DK 8337",
    vin="MA3FHEB1S00123456",
    year=2021,
    colour="white",
    odometer=45200,
    engine_number="K12MN1234567",
)
STORY = (
    Sold(
        "Front brake pads, set",
        "1499.00",
        "2",
        "SET",
        code="BP-SW-F",
        maker="Brembo",
        discount="10",
        hsn="8708",
        tax="gst18",
    ),
    Sold("Brake service, front", "650.00", "1.5", "HRS", labour=True, hsn="998714"),
    Sold(
        "Engine oil 5W-30, 1 litre",
        "425.50",
        "4",
        "LTR",
        code="5W30-1",
        maker="Castrol",
        hsn="2710",
        tax="gst18",
    ),
)


def indian_shop() -> Shop:
    """Inside Haryana (06)."""
    head = PaperHead(
        number="SC001/2627/00001",
        issued_on=date(2026, 11, 20),
        language="en",
        locale="en_IN",
        zone="Asia/Kolkata",
        country="IN",
        center=CENTER,
        seal=seal("SC001/2627/00001", "634300"),
    )
    return Shop(head, replace(regime("in_gst"), home_place="06"), date(2026, 11, 20), "06")


def indian_invoice(*, across: bool = False, sold: Sequence[Sold] = STORY) -> InvoicePaper:
    """Story S3: 6,343.00 inside the State with CGST and SGST, or to Delhi with IGST."""
    shop = indian_shop()
    figures, lines = shop.price(sold, "07" if across else "06")
    return InvoicePaper(
        head=shop.head,
        kind=InvoiceKind.TAX_INVOICE,
        customer=COMPANY if across else CUSTOMER,
        lines=tuple(lines),
        totals=shop.totals(figures),
        supplied_on=shop.supplied_on,
        due_on=date(2026, 12, 5) if across else None,
        order_number="SC001-2026-11-0088",
        order_on=date(2026, 11, 19),
        vehicle=CAR,
        place_of_supply="Delhi" if across else "Haryana",
        place_of_supply_code="07" if across else "06",
        reverse_charge=False,
        irn=""
        if not across
        else "a5c12dca80e743321740b001fd70953e8738d109865d28ba4013750f2046f229",
        irn_qr="" if not across else "eyJhbGciOiJSUzI1NiJ9." + "A7b2" * 40,
        warranty_terms="Parts: 6 months or 10,000 km. Labour: 3 months or 5,000 km.",
        terms="Subject to Gurugram jurisdiction. Old parts are returned on request at delivery.",
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.AUTHORISED, name="Anita Verma", position="Accounts manager"
            ),
            SignatureOnPaper(role=SignatureRole.CONSUMER, name="राजेश कुमार शर्मा"),
        ),
    )


def indian_order() -> WorkOrderPaper:
    """The job card behind the invoice."""
    shop = indian_shop()
    figures, lines = shop.price(STORY)
    zero = shop.of("0.00")
    jobs = (
        JobOnPaper(
            number="1",
            title="Front brakes",
            lines=tuple(replace(line, barcode=f"0088-0{line.key}") for line in lines[:2]),
            total=sum((line.total for line in lines[:2]), zero),
            approved_how="by phone, 11:20 am",
        ),
        JobOnPaper(number="2", title="Engine oil", lines=tuple(lines[2:]), total=lines[2].total),
    )
    number = "SC001-2026-11-0088"
    return WorkOrderPaper(
        head=replace(shop.head, number=number, seal=seal(number, "634300")),
        customer=CUSTOMER,
        vehicle=CAR,
        accepted_at=at("2026-11-19T04:30"),
        promised_at=at("2026-11-20T11:30"),
        jobs=jobs,
        totals=shop.totals(figures),
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.ACCEPTOR, name="Vikram Singh", position="Service advisor"
            ),
            SignatureOnPaper(role=SignatureRole.CONSUMER, name="राजेश कुमार शर्मा"),
        ),
        advisor="Vikram Singh",
        payment_terms="Payable on delivery by UPI, card or cash.",
        warranty_terms="Parts: 6 months or 10,000 km. Labour: 3 months or 5,000 km.",
    )


def indian_credit_note() -> CreditNotePaper:
    """One brake pad set goes back."""
    shop = indian_shop()
    figures, lines = shop.price([replace(STORY[0], quantity="1")])
    number = "SC001/2627/C0001"
    return CreditNotePaper(
        head=replace(shop.head, number=number, seal=seal(number, "159200")),
        invoice_number="SC001/2627/00001",
        invoice_on=date(2026, 11, 20),
        reason="Unused part returned",
        customer=CUSTOMER,
        lines=tuple(lines),
        totals=shop.totals(figures),
        supplied_on=date(2026, 11, 20),
        place_of_supply="Haryana",
        place_of_supply_code="06",
        reverse_charge=False,
        signatures=(SignatureOnPaper(role=SignatureRole.AUTHORISED, name="Anita Verma"),),
    )


def indian_receipt() -> PaymentReceiptPaper:
    """A receipt voucher for an advance of ₹1,180.00 with its tax."""
    shop = indian_shop()
    figures, _ = shop.price([Sold("Advance", "1000.00", "1", "NOS", labour=True, hsn="998714")])
    totals = shop.totals(figures)
    number = "SC001/2627/R0007"
    return PaymentReceiptPaper(
        head=replace(shop.head, number=number, seal=seal(number, "118000")),
        payer=CUSTOMER,
        received_at=at("2026-11-19T05:05"),
        amount=totals.total,
        in_words=words(totals.total, "en"),
        payments=(
            PaymentOnPaper(
                number=number,
                paid_on=date(2026, 11, 19),
                method=PaymentMethod.INSTANT,
                amount=totals.total,
                reference="UPI 632418827101",
            ),
        ),
        signatures=(SignatureOnPaper(role=SignatureRole.AUTHORISED, name="Anita Verma"),),
        is_deposit=True,
        purpose="Advance for job card SC001-2026-11-0088, front brakes",
        tax_rows=totals.taxes,
    )
