"""The rights as a person knows them: their groups and their words."""

from dataclasses import dataclass

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.access import Permission


@dataclass(frozen=True, slots=True)
class Right:
    """A right: what it allows in a few words, and in a sentence."""

    permission: Permission
    title: Source
    sentence: Source


@dataclass(frozen=True, slots=True)
class RightGroup:
    """Rights that belong together."""

    title: Source
    rights: tuple[Right, ...]


P = Permission

GROUPS: tuple[RightGroup, ...] = (
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Orders"),
        (
            Right(
                P.WORK_ORDERS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Create and change"),
                QT_TRANSLATE_NOOP("Rights", "Takes cars in, writes concerns, jobs and lines."),
            ),
            Right(
                P.WORK_ORDERS_APPROVE,
                QT_TRANSLATE_NOOP("Rights", "Note the customer's word"),
                QT_TRANSLATE_NOOP("Rights", "Notes who agreed to a job or declined it, and how."),
            ),
            Right(
                P.WORK_ORDERS_WORK,
                QT_TRANSLATE_NOOP("Rights", "Work on jobs"),
                QT_TRANSLATE_NOOP("Rights", "Starts and finishes labour, asks for parts."),
            ),
            Right(
                P.WORK_ORDERS_CHECK,
                QT_TRANSLATE_NOOP("Rights", "Pass the quality check"),
                QT_TRANSLATE_NOOP(
                    "Rights", "Lets a finished car through, or sends it back to work."
                ),
            ),
            Right(
                P.WORK_ORDERS_COMPLETE,
                QT_TRANSLATE_NOOP("Rights", "Complete"),
                QT_TRANSLATE_NOOP(
                    "Rights", "Seals the order; afterwards only a correction changes it."
                ),
            ),
            Right(
                P.WORK_ORDERS_CANCEL,
                QT_TRANSLATE_NOOP("Rights", "Cancel"),
                QT_TRANSLATE_NOOP("Rights", "Closes an order without work; its parts go back."),
            ),
            Right(
                P.CORRECTIONS_REQUEST,
                QT_TRANSLATE_NOOP("Rights", "Ask for a correction"),
                QT_TRANSLATE_NOOP("Rights", "Proposes to mend a sealed order, with a reason."),
            ),
            Right(
                P.CORRECTIONS_DECIDE,
                QT_TRANSLATE_NOOP("Rights", "Decide on corrections"),
                QT_TRANSLATE_NOOP("Rights", "Accepts or refuses what somebody else proposed."),
            ),
        ),
    ),
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Calendar and arrivals"),
        (
            Right(
                P.BOOKINGS_VIEW,
                QT_TRANSLATE_NOOP("Rights", "See the calendar"),
                QT_TRANSLATE_NOOP("Rights", "Appointments, bays and people, day and week."),
            ),
            Right(
                P.BOOKINGS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Book"),
                QT_TRANSLATE_NOOP("Rights", "Makes, moves and cancels appointments."),
            ),
            Right(
                P.BOOKINGS_OVERBOOK,
                QT_TRANSLATE_NOOP("Rights", "Book over what is booked"),
                QT_TRANSLATE_NOOP("Rights", "Puts two cars into one time, with a reason."),
            ),
            Right(
                P.BOOKINGS_SETTINGS,
                QT_TRANSLATE_NOOP("Rights", "Hours, bays and shifts"),
                QT_TRANSLATE_NOOP("Rights", "What the calendar counts with."),
            ),
            Right(
                P.REQUESTS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Requests"),
                QT_TRANSLATE_NOOP("Rights", "Takes requests, calls back, says why one is lost."),
            ),
            Right(
                P.ARRIVALS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Receive cars"),
                QT_TRANSLATE_NOOP("Rights", "Writes down the state of a car and has it signed."),
            ),
            Right(
                P.ARRIVALS_MOVE,
                QT_TRANSLATE_NOOP("Rights", "Move keys and cars"),
                QT_TRANSLATE_NOOP("Rights", "Says where a key hangs and where a car stands."),
            ),
            Right(
                P.FILES_ADD,
                QT_TRANSLATE_NOOP("Rights", "Add photos and documents"),
                QT_TRANSLATE_NOOP("Rights", "Keeps files at cars, customers and orders."),
            ),
            Right(
                P.FILES_REMOVE,
                QT_TRANSLATE_NOOP("Rights", "Remove photos and documents"),
                QT_TRANSLATE_NOOP("Rights", "Takes files away from where they are kept."),
            ),
        ),
    ),
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Customers and cars"),
        (
            Right(
                P.CUSTOMERS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Change customers"),
                QT_TRANSLATE_NOOP("Rights", "Adds customers, changes names, phones, discounts."),
            ),
            Right(
                P.VEHICLES_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Change cars"),
                QT_TRANSLATE_NOOP("Rights", "Adds cars, plates, owners, odometer readings."),
            ),
            Right(
                P.LINKS_REQUEST,
                QT_TRANSLATE_NOOP("Rights", "Ask for the car's passport"),
                QT_TRANSLATE_NOOP("Rights", "Asks the owner to show the history of other shops."),
            ),
            Right(
                P.CUSTOMERS_ERASE,
                QT_TRANSLATE_NOOP("Rights", "Erase personal data"),
                QT_TRANSLATE_NOOP("Rights", "Takes a person's name and phone out for good."),
            ),
        ),
    ),
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Prices and money"),
        (
            Right(
                P.PRICES_OVERRIDE,
                QT_TRANSLATE_NOOP("Rights", "Change the price of a line"),
                QT_TRANSLATE_NOOP("Rights", "Types another price or discount than the list says."),
            ),
            Right(
                P.COSTS_SEE,
                QT_TRANSLATE_NOOP("Rights", "See costs and margin"),
                QT_TRANSLATE_NOOP("Rights", "What parts cost the shop, and what is earned."),
            ),
            Right(
                P.MONEY_SEE,
                QT_TRANSLATE_NOOP("Rights", "See invoices and debts"),
                QT_TRANSLATE_NOOP("Rights", "What customers owe and what was paid."),
            ),
            Right(
                P.BILLING_ISSUE,
                QT_TRANSLATE_NOOP("Rights", "Issue invoices"),
                QT_TRANSLATE_NOOP("Rights", "An invoice has its number and stays as it is."),
            ),
            Right(
                P.BILLING_TAKE_MONEY,
                QT_TRANSLATE_NOOP("Rights", "Take money"),
                QT_TRANSLATE_NOOP("Rights", "Writes down cash, cards and transfers."),
            ),
            Right(
                P.BILLING_CREDIT,
                QT_TRANSLATE_NOOP("Rights", "Issue credit notes"),
                QT_TRANSLATE_NOOP("Rights", "Takes an invoice back, whole or in part."),
            ),
            Right(
                P.BILLING_REFUND,
                QT_TRANSLATE_NOOP("Rights", "Give money back"),
                QT_TRANSLATE_NOOP("Rights", "Returns what was paid."),
            ),
            Right(
                P.REPORTS_MONEY,
                QT_TRANSLATE_NOOP("Rights", "Reports with money"),
                QT_TRANSLATE_NOOP("Rights", "Turnover and profit of the whole shop."),
            ),
        ),
    ),
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Catalog and stock"),
        (
            Right(
                P.CATALOG_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Change the catalog"),
                QT_TRANSLATE_NOOP("Rights", "Labour, parts, packages, prices and price rules."),
            ),
            Right(
                P.INVENTORY_RECEIVE,
                QT_TRANSLATE_NOOP("Rights", "Receive goods"),
                QT_TRANSLATE_NOOP("Rights", "Puts what came onto the shelves, with its cost."),
            ),
            Right(
                P.INVENTORY_ISSUE,
                QT_TRANSLATE_NOOP("Rights", "Issue to orders"),
                QT_TRANSLATE_NOOP("Rights", "Reserves parts and hands them to work."),
            ),
            Right(
                P.INVENTORY_ADJUST,
                QT_TRANSLATE_NOOP("Rights", "Correct the stock"),
                QT_TRANSLATE_NOOP("Rights", "Counts, writes off, moves between stores."),
            ),
            Right(
                P.INVENTORY_NEGATIVE,
                QT_TRANSLATE_NOOP("Rights", "Use what is not on the shelf"),
                QT_TRANSLATE_NOOP(
                    "Rights", "Completes an order though the stock says there is too little."
                ),
            ),
        ),
    ),
    RightGroup(
        QT_TRANSLATE_NOOP("Rights", "Data and settings"),
        (
            Right(
                P.EXCHANGE_IMPORT,
                QT_TRANSLATE_NOOP("Rights", "Import files"),
                QT_TRANSLATE_NOOP("Rights", "Brings in price lists, customers, cars, stock."),
            ),
            Right(
                P.EXCHANGE_EXPORT,
                QT_TRANSLATE_NOOP("Rights", "Take lists out"),
                QT_TRANSLATE_NOOP(
                    "Rights", "Writes customers and prices into a file; the audit names who did."
                ),
            ),
            Right(
                P.SYNC,
                QT_TRANSLATE_NOOP("Rights", "Look after the exchange"),
                QT_TRANSLATE_NOOP("Rights", "Pairs the shop with the server, sends again."),
            ),
            Right(
                P.BACKUP,
                QT_TRANSLATE_NOOP("Rights", "Make backups"),
                QT_TRANSLATE_NOOP("Rights", "Writes the whole shop into a sealed file."),
            ),
            Right(
                P.SETTINGS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Rules and numbers"),
                QT_TRANSLATE_NOOP("Rights", "Steps of the work, limits, number templates."),
            ),
            Right(
                P.EMPLOYEES_EDIT,
                QT_TRANSLATE_NOOP("Rights", "People and rights"),
                QT_TRANSLATE_NOOP("Rights", "Takes people on, gives roles, sets passwords."),
            ),
            Right(
                P.CENTERS_EDIT,
                QT_TRANSLATE_NOOP("Rights", "Center and taxes"),
                QT_TRANSLATE_NOOP("Rights", "Name, address, bank, tax rates."),
            ),
        ),
    ),
)
RIGHTS: tuple[Right, ...] = tuple(right for group in GROUPS for right in group.rights)
WITHOUT_EFFECT = frozenset({P.PRICES_BELOW_FLOOR, P.WORK_ORDERS_DELIVER_UNPAID})
"""Rights that roles hold and no verb asks for: a switch that changes nothing is not shown."""
