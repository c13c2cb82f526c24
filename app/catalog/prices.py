"""The price tables: money for a norm hour from a day on, and markup by what a part costs."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from app.catalog.pricing import hour_rates, price_tables
from app.kernel.errors import QT_TRANSLATE_NOOP, InvalidError, NotFoundError, Sentence, say
from app.kernel.tx import Read, Tx, action, cleaned
from models.access import Permission
from models.base import milli
from models.catalog import LabourRate, MarkupBand
from models.pricing import GENERAL, RETAIL, HourRate, MarkupRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLabourRate:
    """Money (minor units) for one norm hour; another rate of the same day is replaced."""

    rate_amount: int
    from_on: date
    labour_type: str = GENERAL
    price_group: str = RETAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMarkup:
    """The whole markup matrix of a customer group: pairs of lowest cost (minor units) and percent."""

    bands: tuple[tuple[int, Decimal], ...]
    price_group: str = RETAIL


@action(
    "catalog.set_labour_rate",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "Labour rate"),
)
def set_labour_rate(tx: Tx, command: SetLabourRate) -> uuid.UUID:
    """Set a rate from a day on; older rates stay for the days before."""
    problems: dict[str, Sentence] = {}
    labour_type, group = cleaned(command.labour_type), cleaned(command.price_group)
    if command.rate_amount < 0:
        problems["rate_amount"] = say(QT_TRANSLATE_NOOP("catalog", "A rate is nothing or more."))
    if not labour_type or not group:
        problems["labour_type"] = say(
            QT_TRANSLATE_NOOP("catalog", "A rate needs a kind of labour and a customer group.")
        )
    if problems:
        raise InvalidError(problems)
    found = tx.session.execute(
        sa.select(LabourRate)
        .where(
            LabourRate.center_id == tx.actor.center_id,
            LabourRate.labour_type == labour_type,
            LabourRate.price_group == group,
            LabourRate.from_on == command.from_on,
        )
        .with_for_update()
    ).scalar_one_or_none()
    if found is None:
        found = tx.add(
            LabourRate(
                center_id=tx.actor.center_id,
                labour_type=labour_type,
                price_group=group,
                rate_amount=command.rate_amount,
                from_on=command.from_on,
            )
        )
    else:
        found.rate_amount = command.rate_amount
    tx.about("labour_rate", found.id)
    return found.id


@action(
    "catalog.remove_labour_rate",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "Remove rate"),
)
def remove_labour_rate(tx: Tx, command: SetLabourRate) -> None:
    """Take a rate out; order lines keep what they were priced with."""
    gone = tx.connection.execute(
        sa.delete(LabourRate)
        .where(
            LabourRate.center_id == tx.actor.center_id,
            LabourRate.labour_type == command.labour_type,
            LabourRate.price_group == command.price_group,
            LabourRate.from_on == command.from_on,
            LabourRate.rate_amount == command.rate_amount,
        )
        .returning(LabourRate.id)
    ).scalar()
    if gone is None:
        raise NotFoundError(say(QT_TRANSLATE_NOOP("catalog", "This rate does not exist any more.")))
    tx.about("labour_rate", gone)
    tx.touch("labour_rate", gone)
    tx.note(
        f"labour_rate/{gone}",
        {
            "gone": True,
            "labour_type": command.labour_type,
            "price_group": command.price_group,
            "from_on": command.from_on,
            "rate_amount": command.rate_amount,
        },
    )


@action(
    "catalog.set_markup",
    permission=Permission.CATALOG_EDIT,
    label=QT_TRANSLATE_NOOP("catalog", "Markup"),
)
def set_markup(tx: Tx, command: SetMarkup) -> None:
    """Replace the markup matrix of a group; no bands: the group takes the retail ones."""
    group = cleaned(command.price_group)
    if not group or not all(_is_band(cost, percent) for cost, percent in command.bands):
        raise InvalidError(
            {
                "bands": say(
                    QT_TRANSLATE_NOOP(
                        "catalog", "A band has a cost of nothing or more and a markup above −100 %."
                    )
                )
            }
        )
    if len({cost for cost, _ in command.bands}) != len(command.bands):
        raise InvalidError(
            {"bands": say(QT_TRANSLATE_NOOP("catalog", "Two bands begin at the same cost."))}
        )
    rows = tx.session.execute(
        sa.select(MarkupBand)
        .where(MarkupBand.center_id == tx.actor.center_id, MarkupBand.price_group == group)
        .with_for_update()
    ).scalars()
    old = {row.from_cost_amount: row for row in rows}
    new = dict(command.bands)
    for cost, row in old.items():
        if cost not in new:
            tx.session.delete(row)
        elif row.markup_percent != new[cost]:
            row.markup_percent = new[cost]
    for cost, percent in new.items():
        if cost not in old:
            tx.add(
                MarkupBand(
                    center_id=tx.actor.center_id,
                    price_group=group,
                    from_cost_amount=cost,
                    markup_percent=percent,
                )
            )
    tx.about("center", tx.actor.center_id)


def _is_band(cost: int, percent: Decimal) -> bool:
    try:
        milli(percent)
    except (ValueError, ArithmeticError):
        return False
    return cost >= 0 and percent > -100  # noqa: PLR2004 - percent


def list_labour_rates(read: Read, *, on: date | None = None) -> tuple[HourRate, ...]:
    """Every labour rate, or those that count on a day."""
    rates = price_tables(read.connection, read.center_id).rates
    if on is not None:
        return tuple(hour_rates(rates, on))
    return tuple(sorted(rates, key=lambda r: (r.labour_type, r.price_group, r.from_on)))


def list_markup(read: Read) -> tuple[MarkupRow, ...]:
    """The markup matrix, by group and cost; NotAllowedError without the right to see costs."""
    read.require(Permission.COSTS_SEE)
    bands = price_tables(read.connection, read.center_id).bands
    return tuple(sorted(bands, key=lambda b: (b.price_group, b.from_cost_amount)))
