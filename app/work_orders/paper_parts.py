"""Pieces that papers of orders and of billing share, filled from sealed facts."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.kernel.tx import Read
from models.centers import SigningKey
from models.money import Money
from models.papers import kinds, parts
from models.profiles import law_profile
from models.words import amount_in_words
from sync.wire.signing import key_id, to_base64url

_LINE_KIND = {"labour": kinds.LineKind.LABOUR, "fee": kinds.LineKind.FEE}
_COUNTRY_TAX_IDS = (
    "inn",
    "kpp",
    "ogrn",
    "ogrnip",
    "gstin",
    "pan",
    "cin",
    "vat",
    "reg",
    "ein",
    "bar",
    "epa",
)

_WARRANTY = {
    "ru": ("мес.", "км", "или"),
    "en": ("months", "km", "or"),
    "de": ("Monate", "km", "oder"),
}
"""Month, distance, and the word between."""
_WORDS = frozenset({"en", "hi", "ru"})
"""Languages whose amounts are written in words."""
_WITH_STATES = frozenset({"IN", "US"})
"""Countries whose papers name the state."""
_UNTAXED = frozenset({"E", "O", "AE", "G", "K"})
"""EN 16931 categories without a rate: a paper shows the reason, not 0 %."""
_BANK_CODES = {"bik": "bic", "bic": "swift", "swift": "swift", "ifsc": "ifsc", "routing": "routing"}
"""Under which key a center keeps its bank's code, and what papers call it."""

Facts = Mapping[str, Any]


def _percent(text: str, category: str) -> Decimal | None:
    return None if category in _UNTAXED or not category else Decimal(text)


def place_name(country: str, code: str | None) -> str:
    """The state's name where papers name it; the code itself where nobody gave it one."""
    if not code or country not in _WITH_STATES:
        return ""
    return law_profile(country).places.get(code, code)


def party(
    name: str, *, is_company: bool = False, tax_ids: Facts | None = None, **known: str | None
) -> parts.Party:
    """A party of the paper; unknown facts are empty."""
    return parts.Party(
        name=name,
        is_company=is_company,
        tax_ids=tuple(
            parts.TaxId(scheme=scheme, value=str(tax_ids[scheme]))
            for scheme in _COUNTRY_TAX_IDS
            if tax_ids and tax_ids.get(scheme)
        ),
        **{key: value or "" for key, value in known.items()},
    )


def customer_party(people: Facts, seal: Facts | None) -> parts.Party:
    """Who pays, from the person seal; an erased person is a dash."""
    data = seal or {}
    return party(
        str(data.get("name") or "—"),
        is_company=people.get("customer_kind") in {"company", "fleet"},
        tax_ids=data.get("tax_ids") or {},
        address=data.get("address"),
        phone=data.get("phone"),
        email=data.get("email"),
        state=place_name(people.get("customer_country") or "", people.get("customer_place")),
        state_code=people.get("customer_place")
        if people.get("customer_country") in _WITH_STATES
        else None,
        country=people.get("customer_country"),
    )


def _address(center: Facts) -> str:
    """Street and city, the city only once."""
    street, city = center["address"] or "", center["city"] or ""
    return street if city in street else ", ".join(t for t in (street, city) if t)


def center_on_paper(center: Facts, logo: bytes | None = None) -> parts.CenterOnPaper:
    """The center as it was when the record was made."""
    bank = center.get("bank") or {}
    return parts.CenterOnPaper(
        party=party(
            center["legal_name"],
            is_company=True,
            tax_ids=center["tax_ids"],
            address=_address(center),
            state_code=center["place"] if center["country"] in _WITH_STATES else "",
            state=place_name(center["country"], center["place"]),
            country=center["country"],
            phone=center["phone"],
            email=center["email"],
        ),
        brand=center["name"],
        website=center["website"] or "",
        logo=logo,
        bank=parts.BankAccount(
            bank=bank.get("name", ""),
            account=bank.get("account", ""),
            code=next((bank[k] for k in _BANK_CODES if bank.get(k)), ""),
            code_scheme=next((_BANK_CODES[k] for k in _BANK_CODES if bank.get(k)), "bic"),
            correspondent=bank.get("correspondent_account", ""),
        )
        if bank.get("account")
        else None,
    )


def vehicle_on_paper(vehicle: Facts, order: Facts | None = None) -> parts.VehicleOnPaper:
    """The vehicle as it was when the record was made."""
    order = order or {}
    return parts.VehicleOnPaper(
        make_model=" ".join(t for t in (vehicle["make"], vehicle["model"], vehicle["variant"]) if t)
        or "—",
        plate=vehicle["plate"] or "",
        vin=vehicle["vin"] or "",
        year=vehicle["year"],
        colour=vehicle["color"] or "",
        odometer=order.get("odometer_value"),
        odometer_unit=order.get("odometer_unit", "km"),
        engine_number=vehicle["engine_number"] or "",
        unit_numbers=tuple(
            parts.NamedValue(name=name, value=str(value))
            for name, value in sorted(vehicle["serials"].items())
            if value
        ),
        key_tag=order.get("key_tag") or "",
    )


def warranty_on_paper(line: Facts, terms: Facts, language: str) -> str:
    """The warranty in words: months or distance, whichever comes first."""
    months = line.get("warranty_months") or terms.get("warranty_months")
    km = line.get("warranty_km") or terms.get("warranty_km")
    month, distance, either = _WARRANTY.get(language[:2], _WARRANTY["en"])
    words = []
    if months:
        words.append(f"{months} {month}")
    if km:
        words.append(f"{km:,} {distance}".replace(",", "\u00a0"))
    return f" {either} ".join(words)


def line_on_paper(
    line: Facts, currency: str, terms: Facts, locale: str, names: Facts
) -> parts.PaperLine:
    """One sold line; money is the record's own."""
    tech = line.get("technician_id")
    return parts.PaperLine(
        key=line["id"],
        kind=_LINE_KIND.get(line["kind"], kinds.LineKind.PART),
        name=line["name"],
        quantity=Decimal(line["qty"]),
        unit=line["unit"],
        unit_price=Money(line["price_amount"], currency),
        list_amount=Money(line["list_amount"], currency),
        discount=Money(line["discount_amount"], currency),
        net=Money(line["net_amount"], currency),
        tax=Money(line["tax_amount"], currency),
        total=Money(line["total_amount"], currency),
        tax_name=line["tax_name"],
        tax_percent=_percent(line["tax_percent"], line["tax_category"]),
        tax_parts=_shares(line["tax_parts"], currency),
        discount_percent=Decimal(line["discount_percent"]),
        code=line["code"],
        maker=line["maker"],
        hsn=line["hsn_sac"] or "",
        payer=kinds.Payer(line["payer"]),
        warranty=warranty_on_paper(line, terms, locale) if line["kind"] != "fee" else "",
        serials=(line["serial"],) if line.get("serial") else (),
        technician=names.get(f"employee:{tech}", "") if tech else "",
        barcode=f"L{line['id'].replace('-', '')[-12:].upper()}",
    )


def _shares(rows: list[Any], currency: str) -> tuple[parts.TaxShare, ...]:
    return tuple(
        parts.TaxShare(name=name, percent=Decimal(percent), amount=Money(amount, currency))
        for name, percent, amount in rows
    )


def totals_on_paper(
    totals: Facts,
    currency: str,
    language: str,
    lines: list[parts.PaperLine],
    *,
    paid: int | None = None,
) -> parts.TotalsOnPaper:
    """The foot of the paper; ``paid`` is what came before it, in minor units."""
    total = Money(totals["total_amount"], currency)
    zero = Money(0, currency)

    def of(kind: kinds.LineKind) -> Money:
        amounts = [
            line.total if totals["inclusive"] else line.net for line in lines if line.kind == kind
        ]
        return sum(amounts[1:], amounts[0]) if amounts else zero

    def listed() -> Money:
        paying = [line for line in lines if line.payer == kinds.Payer.CUSTOMER]
        amounts = [line.list_amount for line in paying]
        return sum(amounts[1:], amounts[0]) if amounts else zero

    return parts.TotalsOnPaper(
        list_amount=listed(),
        discount=Money(totals["discount_amount"], currency),
        net=Money(totals["net_amount"], currency),
        tax=Money(totals["tax_amount"], currency),
        round_off=Money(totals["round_off_amount"], currency),
        total=total,
        inclusive=totals["inclusive"],
        taxes=tuple(
            parts.TaxRow(
                code=rate["code"],
                name=rate["name"],
                percent=_percent(rate["percent"], rate["category"]),
                net=Money(rate["net_amount"], currency),
                tax=Money(rate["tax_amount"], currency),
                total=Money(rate["net_amount"] + rate["tax_amount"], currency),
                parts=_shares(rate["parts"], currency),
            )
            for rate in totals["rates"]
        ),
        in_words=amount_in_words(total, language) if language in _WORDS else "",
        labour=of(kinds.LineKind.LABOUR),
        parts=of(kinds.LineKind.PART),
        fees=of(kinds.LineKind.FEE),
        paid=Money(paid, currency) if paid else None,
        due=Money(totals["total_amount"] - paid, currency) if paid else None,
    )


def seal_on_paper(
    read: Read,
    *,
    number: str,
    center: str,
    total: Money,
    sha256: str,
    key_row: uuid.UUID,
    signature: bytes,
    sealed_at: datetime,
) -> parts.Seal:
    """What goes into the QR code: enough to check the paper offline against the shop's public key."""
    public = read.connection.execute(
        sa.select(SigningKey.public_key).where(SigningKey.id == key_row)
    ).scalar_one()
    short = key_id(to_base64url(public))
    payload = "|".join(
        (
            "CP1",
            center,
            number,
            f"{total.minor}{total.currency}",
            sha256,
            short,
            to_base64url(signature),
        )
    )
    return parts.Seal(payload=payload, record_sha256=sha256, key_id=short, sealed_at=sealed_at)


def head_of(
    center: Facts,
    *,
    number: str,
    issued_on: date,
    language: str | None,
    seal: parts.Seal | None,
    mark: kinds.Mark,
    logo: bytes | None,
    layout: int = kinds.LAYOUT_VERSION,
) -> parts.PaperHead:
    """What every paper has."""
    return parts.PaperHead(
        number=number,
        issued_on=issued_on,
        language=language or center["language"],
        locale=center["locale"],
        zone=center["time_zone"],
        country=center["country"],
        center=center_on_paper(center, logo),
        seal=seal,
        mark=mark,
        layout=layout,
        author=center["name"],
    )
