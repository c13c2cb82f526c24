"""Why a price is what it is: the explanation that the catalogue made, as a list of steps, the last one the price."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.money import Money, half_up
from models.pricing import PriceBase
from ui.shell.formats import Formats
from widgets.facts import Fact
from widgets.values import Figure, Rich

_CONTEXT = "WhyPrice"


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


def tr(text: str) -> str:
    """A word of the explanation in the person's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def group_word(price_group: str) -> str:
    """A customer group as people call it; groups of the center keep their own name."""
    known = {"retail": tr("retail"), "wholesale": tr("wholesale"), "fleet": tr("fleet")}
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
        "general": tr("general work"),
        "diagnostics": tr("diagnostics"),
        "electrics": tr("electrics"),
        "alignment": tr("wheel alignment"),
        "tyres": tr("tyres"),
        "air_conditioning": tr("air conditioning"),
        "body": tr("body work"),
        "paint": tr("painting"),
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
        steps.append(WhyStep("badge-percent", tr("Customer's discount"), shown))
    tax = why.get("tax")
    if tax:
        steps.append(_tax(tax, price, formats))
    package = why.get("package")
    if package:
        steps.append(
            WhyStep(
                "package-plus",
                tr("Its share of the package"),
                formats.amount(Money(package["price_amount"], price.currency)),
                package["code"],
            )
        )
    return (*steps, WhyStep("tag", tr("Price"), formats.amount(price, "strong")))


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
                tr("Rate of one hour, {kind}").format(kind=kind),
                listed,
                tr("{group}, since {day}").format(group=group, day=since),
            ),
            WhyStep("clock", tr("Norm hours"), f"× {formats.qty(Decimal(why['norm_hours']))}"),
        ]
    if base == PriceBase.MARKUP:
        return _markup(why, price, formats, group)
    words = {
        PriceBase.FIXED.value: tr("Fixed price"),
        PriceBase.PRICE_LIST.value: tr("Price of the list"),
        PriceBase.TYPED.value: tr("Price typed by hand"),
    }
    icon = "pencil" if base == PriceBase.TYPED else "table-2"
    return [WhyStep(icon, words.get(str(base), str(base)), listed or "")]


def _markup(why: Mapping[str, Any], price: Money, formats: Formats, group: str) -> list[WhyStep]:
    if "markup" not in why:
        return [WhyStep("coins", tr("Made of the cost by the table of markups"), "", group)]
    markup = why["markup"]
    begins = Money(markup["from_cost_amount"], price.currency)
    percent = formats.percent(Decimal(markup["percent"]))
    return [
        WhyStep(
            "coins",
            tr("Last cost, without tax"),
            formats.amount(Money(why["cost_amount"], price.currency)),
        ),
        WhyStep(
            "table-2",
            tr("Markup of costs from {cost}").format(cost=formats.short(begins)),
            f"+{percent}",
            group,
        ),
    ]


def _tax(tax: Mapping[str, Any], price: Money, formats: Formats) -> WhyStep:
    percent = Decimal(tax["percent"])
    if not tax["is_inside"]:
        words = tr("{tax} comes on top, on the bill").format(tax=tax["name"])
        return WhyStep("percent", words, f"+{formats.percent(percent)}")
    inside = price.minor - half_up(Decimal(price.minor * 100) / (100 + percent))
    amount = formats.amount(Money(inside, price.currency), "muted")
    return WhyStep("percent", tr("{tax} included").format(tax=tax["name"]), amount)


_WORDS = (
    QCoreApplication.translate("WhyPrice", "retail"),
    QCoreApplication.translate("WhyPrice", "wholesale"),
    QCoreApplication.translate("WhyPrice", "fleet"),
    QCoreApplication.translate("WhyPrice", "general work"),
    QCoreApplication.translate("WhyPrice", "diagnostics"),
    QCoreApplication.translate("WhyPrice", "electrics"),
    QCoreApplication.translate("WhyPrice", "wheel alignment"),
    QCoreApplication.translate("WhyPrice", "tyres"),
    QCoreApplication.translate("WhyPrice", "air conditioning"),
    QCoreApplication.translate("WhyPrice", "body work"),
    QCoreApplication.translate("WhyPrice", "painting"),
    QCoreApplication.translate("WhyPrice", "Customer's discount"),
    QCoreApplication.translate("WhyPrice", "Its share of the package"),
    QCoreApplication.translate("WhyPrice", "Price"),
    QCoreApplication.translate("WhyPrice", "Rate of one hour, {kind}"),
    QCoreApplication.translate("WhyPrice", "{group}, since {day}"),
    QCoreApplication.translate("WhyPrice", "Norm hours"),
    QCoreApplication.translate("WhyPrice", "Fixed price"),
    QCoreApplication.translate("WhyPrice", "Price of the list"),
    QCoreApplication.translate("WhyPrice", "Price typed by hand"),
    QCoreApplication.translate("WhyPrice", "Made of the cost by the table of markups"),
    QCoreApplication.translate("WhyPrice", "Last cost, without tax"),
    QCoreApplication.translate("WhyPrice", "Markup of costs from {cost}"),
    QCoreApplication.translate("WhyPrice", "{tax} comes on top, on the bill"),
    QCoreApplication.translate("WhyPrice", "{tax} included"),
)
"""Named here so that lupdate finds them."""
