"""Why a price is what it is: the explanation that the catalogue made, as a list of steps, the last one the price."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.kernel.errors import QT_TRANSLATE_NOOP
from models.money import Money, half_up
from models.pricing import PriceBase
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.facts import Fact
from widgets.values import Figure, Rich


@dataclass(frozen=True, slots=True)
class WhyStep:
    """A step: what was taken, a word more, and the figure it gave."""

    icon: str
    words: str
    value: str | Figure
    detail: str = ""

    def fact(self, *, strong: bool = False) -> Fact:
        """As a row of two columns."""
        spans = ((self.words, "strong" if strong else ""), (f"   {self.detail}", "muted"))
        return Fact(
            (Rich(spans if self.detail else spans[:1]), self.value), self.icon, strong=strong
        )


def group_word(price_group: str) -> str:
    """A customer group as people call it; groups of the center keep their own name."""
    known = {
        "retail": said(QT_TRANSLATE_NOOP("WhyPrice", "retail")),
        "wholesale": said(QT_TRANSLATE_NOOP("WhyPrice", "wholesale")),
        "fleet": said(QT_TRANSLATE_NOOP("WhyPrice", "fleet")),
    }
    return known.get(price_group, price_group)


LABOUR_TYPES: tuple[str, ...] = (
    "general",
    "diagnostics",
    "electrics",
    "alignment",
    "tyres",
    "air_conditioning",
    "body",
    "paint",
)
"""Kinds of labour that are offered where the center has not named its own."""


def labour_word(labour_type: str) -> str:
    """A kind of labour as people call it; kinds of the center keep their own name."""
    known = {
        "general": said(QT_TRANSLATE_NOOP("WhyPrice", "general work")),
        "diagnostics": said(QT_TRANSLATE_NOOP("WhyPrice", "diagnostics")),
        "electrics": said(QT_TRANSLATE_NOOP("WhyPrice", "electrics")),
        "alignment": said(QT_TRANSLATE_NOOP("WhyPrice", "wheel alignment")),
        "tyres": said(QT_TRANSLATE_NOOP("WhyPrice", "tyres")),
        "air_conditioning": said(QT_TRANSLATE_NOOP("WhyPrice", "air conditioning")),
        "body": said(QT_TRANSLATE_NOOP("WhyPrice", "body work")),
        "paint": said(QT_TRANSLATE_NOOP("WhyPrice", "painting")),
    }
    return known.get(labour_type, labour_type)


def why_steps(why: Mapping[str, Any], price: Money, formats: Formats) -> tuple[WhyStep, ...]:
    """The steps from an explanation as ``visible_why`` gives it to ``price``, the item's price once.

    What the person may not see is not in ``why``, and so not in the steps.
    """
    steps = [*_base(why, price, formats)]
    discount = Decimal(why.get("discount_percent") or 0)
    if discount:
        shown = f"−{formats.percent(discount)}"
        steps.append(
            WhyStep(
                "badge-percent", said(QT_TRANSLATE_NOOP("WhyPrice", "Customer's discount")), shown
            )
        )
    tax = why.get("tax")
    if tax:
        steps.append(_tax(tax, price, formats))
    package = why.get("package")
    if package:
        steps.append(
            WhyStep(
                "package-plus",
                said(QT_TRANSLATE_NOOP("WhyPrice", "Its share of the package")),
                formats.amount(Money(package["price_amount"], price.currency)),
                package["code"],
            )
        )
    return (
        *steps,
        WhyStep(
            "tag", said(QT_TRANSLATE_NOOP("WhyPrice", "Price")), formats.amount(price, "strong")
        ),
    )


def _base(why: Mapping[str, Any], price: Money, formats: Formats) -> list[WhyStep]:
    base = why.get("base")
    group = group_word(str(why.get("price_group", "")))
    amount = why.get("base_amount")
    listed = None if amount is None else formats.amount(Money(amount, price.currency))
    if base == PriceBase.HOUR_RATE and listed is not None:
        since = formats.full_day(date.fromisoformat(why["rate_from_on"]))
        kind = labour_word(str(why["labour_type"]))
        return [
            WhyStep(
                "coins",
                said(QT_TRANSLATE_NOOP("WhyPrice", "Rate of one hour, {kind}")).format(kind=kind),
                listed,
                said(QT_TRANSLATE_NOOP("WhyPrice", "{group}, since {day}")).format(
                    group=group, day=since
                ),
            ),
            WhyStep(
                "clock",
                said(QT_TRANSLATE_NOOP("WhyPrice", "Norm hours")),
                f"× {formats.qty(Decimal(why['norm_hours']))}",
            ),
        ]
    if base == PriceBase.MARKUP:
        return _markup(why, price, formats, group)
    words = {
        PriceBase.FIXED.value: said(QT_TRANSLATE_NOOP("WhyPrice", "Fixed price")),
        PriceBase.PRICE_LIST.value: said(QT_TRANSLATE_NOOP("WhyPrice", "Price of the list")),
        PriceBase.TYPED.value: said(QT_TRANSLATE_NOOP("WhyPrice", "Price typed by hand")),
    }
    icon = "pencil" if base == PriceBase.TYPED else "table-2"
    return [WhyStep(icon, words.get(str(base), str(base)), listed or "")]


def _markup(why: Mapping[str, Any], price: Money, formats: Formats, group: str) -> list[WhyStep]:
    if "markup" not in why:
        return [
            WhyStep(
                "coins",
                said(QT_TRANSLATE_NOOP("WhyPrice", "Made of the cost by the table of markups")),
                "",
                group,
            )
        ]
    markup = why["markup"]
    begins = Money(markup["from_cost_amount"], price.currency)
    percent = formats.percent(Decimal(markup["percent"]))
    return [
        WhyStep(
            "coins",
            said(QT_TRANSLATE_NOOP("WhyPrice", "Last cost, without tax")),
            formats.amount(Money(why["cost_amount"], price.currency)),
        ),
        WhyStep(
            "table-2",
            said(QT_TRANSLATE_NOOP("WhyPrice", "Markup of costs from {cost}")).format(
                cost=formats.short(begins)
            ),
            f"+{percent}",
            group,
        ),
    ]


def _tax(tax: Mapping[str, Any], price: Money, formats: Formats) -> WhyStep:
    percent = Decimal(tax["percent"])
    if not tax["is_inside"]:
        words = said(QT_TRANSLATE_NOOP("WhyPrice", "{tax} comes on top, on the bill")).format(
            tax=tax["name"]
        )
        return WhyStep("percent", words, f"+{formats.percent(percent)}")
    inside = price.minor - half_up(Decimal(price.minor * 100) / (100 + percent))
    amount = formats.amount(Money(inside, price.currency), "muted")
    return WhyStep(
        "percent",
        said(QT_TRANSLATE_NOOP("WhyPrice", "{tax} included")).format(tax=tax["name"]),
        amount,
    )
