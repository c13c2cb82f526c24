"""Papers of three shops with figures from the real tax engine: Mytishchi, Gurugram, Leipzig."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from models.money import Money
from models.papers import (
    LineKind,
    PaperHead,
    PaperLine,
    PartCondition,
    Payer,
    Seal,
    TaxRow,
    TaxShare,
    TotalsOnPaper,
)
from models.tax import RateTotals, TaxLine, TaxPart, TaxRegime, TaxTotals, compute
from models.words import WordsRefused, amount_in_words

REGIMES = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "regimes"
SHA = "9f3a77c1d2b84e60a1c5f0e7b3d9482c6e1f50a7948b2d3c7e6f1a0b9c8d7e6f"
SIGNATURE = "Zx9kQ2mP" * 10 + "abcdef12"


def regime(code: str) -> TaxRegime:
    """Read a regime that ships with the program."""
    return TaxRegime.from_json(json.loads((REGIMES / f"{code}.json").read_text("utf-8")))


@dataclass(frozen=True)
class Sold:
    """A line to sell, in short."""

    name: str
    price: str
    quantity: str = "1"
    unit: str = "шт"
    labour: bool = False
    kind: LineKind | None = None
    code: str = ""
    maker: str = ""
    discount: str = "0"
    hsn: str = ""
    tax: str = ""
    payer: Payer = Payer.CUSTOMER
    warranty: str = ""
    technician: str = ""
    barcode: str = ""
    condition: PartCondition = PartCondition.NEW


@dataclass(frozen=True)
class Shop:
    """A center with its language, regime and place."""

    head: PaperHead
    regime: TaxRegime
    supplied_on: date
    place: str | None = None
    warranty_word: str = ""

    def money(self, minor: int) -> Money:
        return Money(minor, self.regime.currency)

    def of(self, amount: str) -> Money:
        return Money.of(amount, self.regime.currency)

    def price(
        self, sold: Sequence[Sold], place: str | None = None
    ) -> tuple[TaxTotals, list[PaperLine]]:
        """Run the tax engine and write its figures into paper lines."""
        wanted = [
            TaxLine(
                key=str(at),
                group="labour" if one.labour else "part",
                quantity=Decimal(one.quantity),
                unit_price_amount=0
                if one.payer is not Payer.CUSTOMER
                else self.of(one.price).minor,
                discount_percent=Decimal(one.discount),
                tax_code=one.tax,
            )
            for at, one in enumerate(sold)
        ]
        totals = compute(self.regime, wanted, self.supplied_on, place or self.place)
        fees = [
            Sold(
                line.key.removeprefix("fee:").replace("_", " ").capitalize(),
                str(self.money(line.list_amount).decimal),
                unit="",
                kind=LineKind.FEE,
            )
            for line in totals.lines
            if line.group == "fee"
        ]
        keys = [line.key for line in totals.lines]
        return totals, [
            self.line(one, totals, key) for one, key in zip([*sold, *fees], keys, strict=True)
        ]

    def line(self, one: Sold, totals: TaxTotals, key: str) -> PaperLine:
        done = totals.line(key)
        taxed = done.category in "SZ"
        return PaperLine(
            key=key,
            kind=one.kind or (LineKind.LABOUR if one.labour else LineKind.PART),
            name=one.name,
            quantity=Decimal(one.quantity),
            unit=one.unit,
            unit_price=self.money(0) if one.payer is not Payer.CUSTOMER else self.of(one.price),
            list_amount=self.money(done.list_amount),
            discount=self.money(done.discount_amount),
            discount_percent=Decimal(one.discount),
            net=self.money(done.net_amount),
            tax=self.money(done.tax_amount),
            total=self.money(done.total_amount),
            tax_name=done.rate_name,
            tax_percent=done.percent if taxed else None,
            tax_parts=self.parts(done.parts) if self.regime.split == "gst" else (),
            code=one.code,
            maker=one.maker,
            hsn=one.hsn,
            payer=one.payer,
            warranty=one.warranty,
            technician=one.technician,
            barcode=one.barcode,
            condition=one.condition,
        )

    def parts(self, parts: Sequence[TaxPart]) -> tuple[TaxShare, ...]:
        return tuple(
            TaxShare(name=part.name, percent=part.percent, amount=self.money(part.amount))
            for part in parts
        )

    def totals(self, figures: TaxTotals, paid: str | None = None) -> TotalsOnPaper:
        total = self.money(figures.total_amount)
        groups = {
            group: self.money(
                sum(
                    line.total_amount if self.regime.inclusive else line.net_amount
                    for line in figures.lines
                    if line.group == group
                )
            )
            for group in ("labour", "part", "fee")
        }
        given = None if paid is None else self.of(paid)
        return TotalsOnPaper(
            list_amount=self.money(sum(line.list_amount for line in figures.lines)),
            discount=self.money(figures.discount_amount),
            net=self.money(figures.net_amount),
            tax=self.money(figures.tax_amount),
            round_off=self.money(figures.round_off_amount),
            total=total,
            inclusive=self.regime.inclusive,
            taxes=tuple(self.rate(rate) for rate in figures.rates),
            in_words=words(total, self.head.language),
            labour=groups["labour"],
            parts=groups["part"],
            fees=groups["fee"],
            paid=given,
            due=None if given is None else total - given,
        )

    def rate(self, rate: RateTotals) -> TaxRow:
        return TaxRow(
            code=rate.code,
            name=rate.name,
            percent=rate.percent if rate.category in "SZ" else None,
            net=self.money(rate.net_amount),
            tax=self.money(rate.tax_amount),
            total=self.money(rate.net_amount + rate.tax_amount),
            parts=self.parts(rate.parts) if self.regime.split == "gst" else (),
        )


def words(amount: Money, language: str) -> str:
    """Write the amount in words, or nothing where the language has none."""
    try:
        return amount_in_words(amount, language)
    except WordsRefused:
        return ""


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """Make a small picture: a logo, or a signature on a pad."""
    rows = b""
    for y in range(height):
        row = b""
        for x in range(width):
            wave = (
                abs((x * 7 + y * 11) % 97 - 48) < 22 or y in {0, height - 1} or x in {0, width - 1}
            )
            row += bytes((*colour, 255 if wave else 0))
        rows += b"\0" + row
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def at(text: str) -> datetime:
    """Read a UTC moment."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def seal(number: str, total: str) -> Seal:
    """Make a seal with the compact signed text of a sealed record."""
    return Seal(
        payload=f"https://carpass.example/v/1#{number}|SC001|{total}|{SHA}|k7f2|{SIGNATURE}",
        record_sha256=SHA,
        key_id="k7f2",
        verify_url="carpass.example/v",
    )
