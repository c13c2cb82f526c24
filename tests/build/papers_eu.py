"""The European shops: Leipzig, in German (long words) and in English; and one in Sacramento."""

from __future__ import annotations

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
    PaperSize,
    PartCondition,
    Party,
    SignatureOnPaper,
    SignatureRole,
    TaxId,
    VehicleOnPaper,
    WorkOrderPaper,
)
from tests.build.papers import Shop, Sold, at, png, regime, seal, words

LEIPZIG = CenterOnPaper(
    brand="Kfz-Meisterbetrieb Lindenau",
    website="lindenau.example",
    logo=png(300, 80, (36, 87, 214)),
    party=Party(
        name="Kfz-Meisterbetrieb Lindenau GmbH",
        is_company=True,
        address="Karl-Heine-Straße 112, 04229 Leipzig",
        country="DE",
        phone="+49 341 555 0112",
        email="werkstatt@lindenau.example",
        tax_ids=(
            TaxId(scheme="vat", value="DE811907980"),
            TaxId(scheme="reg", value="HRB 31882, Amtsgericht Leipzig"),
        ),
    ),
    bank=BankAccount(
        bank="Sparkasse Leipzig",
        account="DE12 8605 5592 1100 2233 44",
        code="WELADE8LXXX",
        code_scheme="swift",
    ),
)
GERMAN = Party(
    name="Donaudampfschifffahrtsgesellschaft Bergmann & Söhne mbH",
    is_company=True,
    address="Rechtsanwaltsfachangestelltenweg 14, 04109 Leipzig",
    country="DE",
    phone="+49 341 555 7781",
    tax_ids=(TaxId(scheme="vat", value="DE136695976"),),
)
CAR = VehicleOnPaper(
    make_model="Volkswagen Passat Variant 2.0 TDI",
    plate="L KM 4471",
    vin="WVWZZZ3CZKE012345",
    year=2019,
    odometer=128450,
)
WORK = (
    Sold(
        "Bremsscheiben und Bremsbeläge vorn ersetzen",
        "98.00",
        "1.8",
        "Std.",
        labour=True,
        code="46-0114",
    ),
    Sold("Bremsscheibe vorn, innenbelüftet", "84.90", "2", "Stk.", code="DF6184", maker="TRW"),
    Sold(
        "Bremsbelagsatz mit Verschleißanzeige",
        "72.50",
        "1",
        "Satz",
        code="GDB1763",
        maker="TRW",
        discount="5",
    ),
    Sold("Bremsflüssigkeit DOT 4", "13.80", "0.5", "l", code="PFB450", maker="TRW"),
    Sold("Fachbuch Wartungsnachweis", "19.00", "1", "Stk.", tax="reduced"),
)


def european_shop(language: str = "de", locale: str = "de_DE") -> Shop:
    """Leipzig, prices without tax."""
    number = "RE-2026-00418"
    head = PaperHead(
        number=number,
        issued_on=date(2026, 11, 20),
        language=language,
        locale=locale,
        zone="Europe/Berlin",
        country="DE",
        center=LEIPZIG,
        seal=seal(number, "52731"),
    )
    plain = regime("eu_vat_de")
    return Shop(head, replace(plain, inclusive=False), date(2026, 11, 20))


def european_invoice(
    language: str = "de", locale: str = "de_DE", *, reverse: bool = False
) -> InvoicePaper:
    """A full invoice with two rates; or one to Austria under reverse charge."""
    shop = european_shop(language, locale)
    sold = [replace(one, tax="reverse") for one in WORK] if reverse else WORK
    figures, lines = shop.price(sold)
    totals = shop.totals(figures)
    if not totals.in_words and language == "en":
        totals = replace(totals, in_words=words(totals.total, "en"))
    buyer = GERMAN
    if reverse:
        buyer = replace(GERMAN, country="AT", tax_ids=(TaxId(scheme="vat", value="ATU12345675"),))
    return InvoicePaper(
        head=shop.head,
        customer=buyer,
        lines=tuple(lines),
        totals=totals,
        supplied_on=date(2026, 11, 19),
        due_on=date(2026, 12, 4),
        order_number="LE-2026-11-0077",
        order_on=date(2026, 11, 18),
        purchase_order="4500118822",
        vehicle=CAR,
        reverse_charge=reverse,
        payment_terms="Zahlbar innerhalb von 14 Tagen ohne Abzug."
        if language == "de"
        else "Payable within 14 days without deduction.",
        signatures=(),
    )


def european_credit_note(language: str = "de", locale: str = "de_DE") -> CreditNotePaper:
    """The pads come back."""
    shop = european_shop(language, locale)
    figures, lines = shop.price([WORK[2]])
    number = "GS-2026-00019"
    return CreditNotePaper(
        head=replace(shop.head, number=number, seal=seal(number, "8196")),
        invoice_number="RE-2026-00418",
        invoice_on=date(2026, 11, 20),
        reason="Rückgabe eines nicht verbauten Teils",
        customer=GERMAN,
        lines=tuple(lines),
        totals=shop.totals(figures),
        supplied_on=date(2026, 11, 19),
        vehicle=CAR,
        signatures=(),
    )


def european_order(language: str = "de", locale: str = "de_DE") -> WorkOrderPaper:
    """The order behind the invoice."""
    shop = european_shop(language, locale)
    figures, lines = shop.price(WORK)
    number = "LE-2026-11-0077"
    job = JobOnPaper(
        number="1",
        title="Bremsanlage Vorderachse",
        lines=tuple(replace(line, barcode=f"0077-{line.key}") for line in lines),
        total=sum((line.total for line in lines), shop.of("0.00")),
        approved_how="persönlich, 08:10",
    )
    return WorkOrderPaper(
        head=replace(shop.head, number=number, seal=seal(number, "52731")),
        customer=GERMAN,
        vehicle=CAR,
        accepted_at=at("2026-11-18T07:05"),
        promised_at=at("2026-11-19T15:00"),
        jobs=(job,),
        totals=shop.totals(figures),
        signatures=(
            SignatureOnPaper(
                role=SignatureRole.ACCEPTOR, name="Jana Köhler", position="Serviceberaterin"
            ),
            SignatureOnPaper(role=SignatureRole.CONSUMER),
        ),
        payment_terms="Zahlbar bei Abholung.",
        warranty_terms="Es gilt die gesetzliche Gewährleistung.",
    )


SACRAMENTO = CenterOnPaper(
    brand="River City Auto Repair",
    party=Party(
        name="River City Auto Repair Inc.",
        is_company=True,
        address="2210 J Street, Sacramento, CA 95816",
        country="US",
        phone="+1 916 555 0148",
        tax_ids=(TaxId(scheme="bar", value="ARD00271182"),),
    ),
)


def american_invoice() -> InvoicePaper:
    """Story S13: labour 247.50, parts 168.48, shop supplies, sales tax on parts; on Letter."""
    head = PaperHead(
        number="INV-2026-0932",
        issued_on=date(2026, 11, 20),
        language="en",
        locale="en_US",
        zone="America/Los_Angeles",
        country="US",
        center=SACRAMENTO,
        size=PaperSize.LETTER,
        seal=seal("INV-2026-0932", "45943"),
    )
    shop = Shop(head, regime("us_ca_sacramento"), date(2026, 11, 20))
    figures, lines = shop.price(
        [
            Sold("Replace front brake pads and rotors", "165.00", "1.5", "hr", labour=True),
            Sold("Brake pad set", "88.48", "1", "ea", code="D1047", maker="Akebono"),
            Sold(
                "Brake rotor",
                "40.00",
                "2",
                "ea",
                code="980-412",
                maker="Centric",
                condition=PartCondition.REBUILT,
            ),
        ]
    )
    return InvoicePaper(
        head=head,
        kind=InvoiceKind.INVOICE,
        customer=Party(
            name="Dana Whitfield",
            address="1419 K Street, Sacramento, CA 95814",
            country="US",
            phone="+1 916 555 0190",
        ),
        lines=tuple(lines),
        totals=shop.totals(figures),
        supplied_on=date(2026, 11, 20),
        vehicle=VehicleOnPaper(
            make_model="Toyota Camry LE",
            plate="8ABC123",
            plate_region="CA",
            vin="4T1B11HK5JU012345",
            year=2018,
            odometer=61220,
            odometer_unit="mi",
        ),
        signatures=(SignatureOnPaper(role=SignatureRole.CONSUMER),),
    )
