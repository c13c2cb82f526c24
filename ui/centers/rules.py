"""The rules of a center as declarations: what each is called, what it does, and how it is asked for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.centers import NegativeStock


class Ask(StrEnum):
    """How a rule is asked for."""

    YES = "yes"
    WHOLE = "whole"
    CHOICE = "choice"
    SEVERAL = "several"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One field of ``Policy``: words, a sentence, and its control; ``unit`` stands behind a number."""

    name: str
    title: Source
    sentence: Source
    ask: Ask
    unit: Source | None = None
    choices: tuple[tuple[Any, Source], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that belong together."""

    title: Source
    rules: tuple[Rule, ...]


MONTHS = QT_TRANSLATE_NOOP("Rules", "months")
DAYS = QT_TRANSLATE_NOOP("Rules", "days")
YEARS = QT_TRANSLATE_NOOP("Rules", "years")
MINUTES = QT_TRANSLATE_NOOP("Rules", "minutes")
KM = QT_TRANSLATE_NOOP("Rules", "km")
PERCENT = QT_TRANSLATE_NOOP("Rules", "%")

WORK: tuple[RuleGroup, ...] = (
    RuleGroup(
        QT_TRANSLATE_NOOP("Rules", "Steps of an order"),
        (
            Rule(
                name="uses_approval",
                title=QT_TRANSLATE_NOOP("Rules", "The customer agrees before work starts"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "Each job waits for a yes, with who said it, when and how."
                ),
                ask=Ask.YES,
            ),
            Rule(
                name="uses_assignment",
                title=QT_TRANSLATE_NOOP("Rules", "Labour is given to a mechanic"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "An order starts when every labour line has somebody's name."
                ),
                ask=Ask.YES,
            ),
            Rule(
                name="uses_quality_check",
                title=QT_TRANSLATE_NOOP("Rules", "Somebody checks the finished car"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "A step between the work and handing over; it can send the car back."
                ),
                ask=Ask.YES,
            ),
            Rule(
                name="required_to_complete",
                title=QT_TRANSLATE_NOOP("Rules", "Needed to complete an order"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules",
                    "An arrival begins without them. What is missing is listed at completion, all at once.",
                ),
                ask=Ask.SEVERAL,
                choices=(
                    ("customer", QT_TRANSLATE_NOOP("Rules", "Customer")),
                    ("vehicle", QT_TRANSLATE_NOOP("Rules", "Car")),
                    ("plate_or_vin", QT_TRANSLATE_NOOP("Rules", "Plate or VIN")),
                    ("odometer", QT_TRANSLATE_NOOP("Rules", "Odometer")),
                    ("phone", QT_TRANSLATE_NOOP("Rules", "Phone")),
                    ("address", QT_TRANSLATE_NOOP("Rules", "Address")),
                    ("vin", QT_TRANSLATE_NOOP("Rules", "VIN")),
                    ("acceptance_act", QT_TRANSLATE_NOOP("Rules", "Signed acceptance act")),
                    ("fuel", QT_TRANSLATE_NOOP("Rules", "Fuel or charge")),
                    ("photos", QT_TRANSLATE_NOOP("Rules", "Photos around the car")),
                    ("key_tag", QT_TRANSLATE_NOOP("Rules", "Key tag")),
                    ("authority", QT_TRANSLATE_NOOP("Rules", "Right of who brings the car")),
                ),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Rules", "Parts and found defects"),
        (
            Rule(
                name="negative_stock",
                title=QT_TRANSLATE_NOOP("Rules", "A part is not on the shelf"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "What completing does when the stock says there is too little."
                ),
                ask=Ask.CHOICE,
                choices=(
                    (NegativeStock.REFUSE.value, QT_TRANSLATE_NOOP("Rules", "Refuse")),
                    (
                        NegativeStock.WITH_PERMISSION.value,
                        QT_TRANSLATE_NOOP("Rules", "With the right to"),
                    ),
                    (NegativeStock.ALLOW.value, QT_TRANSLATE_NOOP("Rules", "Let everybody")),
                ),
            ),
            Rule(
                name="found_defects_choice",
                title=QT_TRANSLATE_NOOP("Rules", "Another defect is found"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "What the customer usually wants; each order can say otherwise."
                ),
                ask=Ask.CHOICE,
                choices=(
                    ("ask", QT_TRANSLATE_NOOP("Rules", "Ask first")),
                    (
                        "repair_within_limit",
                        QT_TRANSLATE_NOOP("Rules", "Repair within the limit"),
                    ),
                    ("repair_safety", QT_TRANSLATE_NOOP("Rules", "Repair if unsafe")),
                    ("stop", QT_TRANSLATE_NOOP("Rules", "Stop and call")),
                ),
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Rules", "Warranty and money"),
        (
            Rule(
                name="warranty_months",
                title=QT_TRANSLATE_NOOP("Rules", "Warranty, time"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "Printed on the papers, unless the item has a warranty of its own."
                ),
                ask=Ask.WHOLE,
                unit=MONTHS,
            ),
            Rule(
                name="warranty_km",
                title=QT_TRANSLATE_NOOP("Rules", "Warranty, distance"),
                sentence=QT_TRANSLATE_NOOP("Rules", "Ends at whichever comes first."),
                ask=Ask.WHOLE,
                unit=KM,
            ),
            Rule(
                name="margin_goal_percent",
                title=QT_TRANSLATE_NOOP("Rules", "Margin to aim at"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "The tick on the margin bar of an order; seen by who may see costs."
                ),
                ask=Ask.WHOLE,
                unit=PERCENT,
            ),
            Rule(
                name="payment_term_days",
                title=QT_TRANSLATE_NOOP("Rules", "Time to pay an invoice"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "For customers without a term of their own; afterwards it is overdue."
                ),
                ask=Ask.WHOLE,
                unit=DAYS,
            ),
        ),
    ),
    RuleGroup(
        QT_TRANSLATE_NOOP("Rules", "Care"),
        (
            Rule(
                name="odometer_jump_limit",
                title=QT_TRANSLATE_NOOP("Rules", "A reading jumps too far"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "More than this since the last visit is asked about before it is kept."
                ),
                ask=Ask.WHOLE,
                unit=KM,
            ),
            Rule(
                name="lock_minutes",
                title=QT_TRANSLATE_NOOP("Rules", "The desk locks itself"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "After this time without a key or a click somebody signs in again."
                ),
                ask=Ask.WHOLE,
                unit=MINUTES,
            ),
            Rule(
                name="person_term_years",
                title=QT_TRANSLATE_NOOP("Rules", "Names on papers are kept"),
                sentence=QT_TRANSLATE_NOOP(
                    "Rules", "Full years after the paper's own; then they are erased by themselves."
                ),
                ask=Ask.WHOLE,
                unit=YEARS,
            ),
        ),
    ),
)

TERMS: tuple[tuple[str, Source, Source], ...] = (
    (
        "work_order",
        QT_TRANSLATE_NOOP("Rules", "On the work order"),
        QT_TRANSLATE_NOOP("Rules", "What the customer signs at intake."),
    ),
    (
        "act",
        QT_TRANSLATE_NOOP("Rules", "On the act of work done"),
        QT_TRANSLATE_NOOP("Rules", "What the customer signs when taking the car."),
    ),
    (
        "invoice",
        QT_TRANSLATE_NOOP("Rules", "On the invoice"),
        QT_TRANSLATE_NOOP("Rules", "Below the total."),
    ),
    (
        "payment",
        QT_TRANSLATE_NOOP("Rules", "How to pay"),
        QT_TRANSLATE_NOOP("Rules", "Ways and terms of payment, on both."),
    ),
)
"""Free texts that papers print: their names in ``Policy.terms``, what they are called, where they stand."""

NUMBERS: tuple[Rule, ...] = (
    Rule(
        name="work_order_number",
        title=QT_TRANSLATE_NOOP("Rules", "Work orders"),
        sentence=QT_TRANSLATE_NOOP("Rules", "Given when a car is taken in."),
        ask=Ask.TEXT,
    ),
    Rule(
        name="invoice_number",
        title=QT_TRANSLATE_NOOP("Rules", "Invoices"),
        sentence=QT_TRANSLATE_NOOP(
            "Rules", "Without gaps: the tax office asks about missing ones."
        ),
        ask=Ask.TEXT,
    ),
    Rule(
        name="credit_note_number",
        title=QT_TRANSLATE_NOOP("Rules", "Credit notes"),
        sentence=QT_TRANSLATE_NOOP("Rules", "A series of their own, never the invoices'."),
        ask=Ask.TEXT,
    ),
    Rule(
        name="payment_number",
        title=QT_TRANSLATE_NOOP("Rules", "Payments"),
        sentence=QT_TRANSLATE_NOOP("Rules", "On receipts and refunds."),
        ask=Ask.TEXT,
    ),
    Rule(
        name="correction_number",
        title=QT_TRANSLATE_NOOP("Rules", "Corrections"),
        sentence=QT_TRANSLATE_NOOP("Rules", "Counted within the order that they mend."),
        ask=Ask.TEXT,
    ),
)
FISCAL_MONTH = Rule(
    name="fiscal_year_starts_month",
    title=QT_TRANSLATE_NOOP("Rules", "The fiscal year begins in"),
    sentence=QT_TRANSLATE_NOOP("Rules", "Numbers with {fy} start again there."),
    ask=Ask.CHOICE,
)
PLACES: tuple[tuple[str, Source], ...] = (
    ("{center}", QT_TRANSLATE_NOOP("Rules", "code of the center")),
    ("{yyyy}", QT_TRANSLATE_NOOP("Rules", "year, four digits")),
    ("{yy}", QT_TRANSLATE_NOOP("Rules", "year, two digits")),
    ("{fy}", QT_TRANSLATE_NOOP("Rules", "fiscal year, 2526")),
    ("{mm}", QT_TRANSLATE_NOOP("Rules", "month")),
    ("{seq:04}", QT_TRANSLATE_NOOP("Rules", "running number, four digits")),
    ("{order}", QT_TRANSLATE_NOOP("Rules", "number of the order, in corrections")),
)
"""Places that a number template may hold."""
