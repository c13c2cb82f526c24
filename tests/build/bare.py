"""A shop of nothing but kernel rows: for tests that stand below every capability."""

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from app.kernel.db import Database
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.secrets import SecretStore
from app.kernel.tx import Actor, Shop, Tx, action
from models import base as t
from models.access import Employee, Permission, SavedSetting
from models.billing import Payment
from models.centers import Center, Policy
from models.customers import Customer
from models.ledger import ShopIdentity
from models.vehicles import Vehicle
from models.work_orders import Job, OrderLine, WorkOrder

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def row_of(entity: type[t.Base], **values: object) -> dict[str, Any]:
    """A row of the entity: what is given, and something harmless in every other column that must be filled."""
    row: dict[str, Any] = {}
    for column in entity.__table__.columns:
        if column.name in values:
            row[column.name] = values[column.name]
        elif column.name == "id":
            row["id"] = t.new_id()
        elif not column.nullable:
            row[column.name] = _harmless(column)
        else:
            row[column.name] = None
    return row


def _regime() -> dict[str, Any]:
    text = (ROOT / "resources/profiles/regimes/none.json").read_text(encoding="utf-8")
    regime: dict[str, Any] = json.loads(text)
    return regime


def _harmless(column: sa.ColumnElement[Any]) -> object:
    kinds: list[tuple[type[Any], Any]] = [
        (t.UtcTime, NOW),
        (t.DateOn, date(2026, 3, 2)),
        (t.Flag, False),
        (t.Thousandths, 1),
        (t.Whole, 1),
        (t.Blob, b"\x00\xff"),
        (t.Json, {}),
    ]
    for kind, value in kinds:
        if isinstance(column.type, kind):
            return value
    if isinstance(column.type, t.Choice):
        return next(iter(column.type.choices))
    return "–"


def bare_shop(url: str, secrets: Path) -> tuple[Shop, Actor]:
    """A migrated database with one center and its owner, opened."""
    database = Database(url, durable=False)
    shop = t.new_id()
    center = row_of(
        Center, code="SC001", policy=Policy().to_json(), regime=_regime(), time_zone="Europe/Moscow"
    )
    owner = row_of(Employee, center_id=center["id"], login="anna", name="Анна", role_codes=[])
    with database.writer.begin() as connection:
        connection.execute(sa.insert(ShopIdentity), row_of(ShopIdentity, id=shop))
        connection.execute(sa.insert(Center), center)
        connection.execute(sa.insert(Employee), owner)
    opened = Shop(
        database,
        SecretStore(secrets, use_keyring=False),
        "desk-1",
        clock=lambda: NOW,
        identity=shop,
    )
    actor = Actor(owner["id"], center["id"], "Анна", frozenset(Permission))
    return opened, actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Remember:
    """Keep a text under a name."""

    name: str
    text: str = ""


@action(
    "bare.remember",
    permission=Permission.SETTINGS_EDIT,
    label=QT_TRANSLATE_NOOP("bare", "Remember"),
)
def remember(tx: Tx, command: Remember) -> uuid.UUID:
    """Keep a text, findable by its name: audit, search and data in one transaction."""
    made = tx.add(
        SavedSetting(
            center_id=tx.actor.center_id,
            owner_key=tx.number("bare", "{seq}"),
            name=command.name,
            value={"text": command.text},
        )
    )
    tx.about("saved_setting", made.id)
    tx.findable("saved_setting", made.id, command.name)
    return made.id


def put_final_rows(shop: Shop, actor: Actor) -> None:
    """A completed order with a line, and a posted payment: rows that the guards protect."""
    mine: dict[str, Any] = {"center_id": actor.center_id}
    customer = row_of(Customer, **mine, name="Ёжиков Пётр", folded="ежиков")
    vehicle = row_of(Vehicle, **mine)
    order = row_of(
        WorkOrder,
        **mine,
        number="SC001-2026-03-0001",
        vehicle_id=vehicle["id"],
        advisor_id=actor.employee_id,
    )
    job = row_of(Job, order_id=order["id"])
    line = row_of(OrderLine, order_id=order["id"], job_id=job["id"], name="Замена масла")
    payment = row_of(
        Payment, **mine, number="P-1", request_id=t.new_id(), customer_id=customer["id"],
        by_id=actor.employee_id,
    )  # fmt: skip  # reads better side by side
    rows: list[tuple[type[t.Base], dict[str, Any]]] = [
        (Customer, customer),
        (Vehicle, vehicle),
        (WorkOrder, order),
        (Job, job),
        (OrderLine, line),
        (Payment, payment),
    ]
    with shop.database.writer.begin() as connection:
        for entity, row in rows:
            connection.execute(sa.insert(entity), row)
        connection.execute(
            sa.update(WorkOrder).where(WorkOrder.id == order["id"]).values(state="completed")
        )
