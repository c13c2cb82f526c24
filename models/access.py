"""Employees, roles and the permissions a role is made of."""

import uuid
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from models.base import Base, Key, Retention, Versioned, ref, table_args


class Permission(StrEnum):
    """Everything that may be allowed or refused; a role is a set of these."""

    CENTERS_EDIT = "centers.edit"
    EMPLOYEES_EDIT = "employees.edit"
    SETTINGS_EDIT = "settings.edit"
    CUSTOMERS_EDIT = "customers.edit"
    CUSTOMERS_ERASE = "customers.erase"
    VEHICLES_EDIT = "vehicles.edit"
    CATALOG_EDIT = "catalog.edit"
    PRICES_OVERRIDE = "prices.override"
    PRICES_BELOW_FLOOR = "prices.below_floor"
    COSTS_SEE = "costs.see"
    MONEY_SEE = "money.see"
    INVENTORY_RECEIVE = "inventory.receive"
    INVENTORY_ISSUE = "inventory.issue"
    INVENTORY_ADJUST = "inventory.adjust"
    INVENTORY_NEGATIVE = "inventory.negative"
    WORK_ORDERS_EDIT = "work_orders.edit"
    WORK_ORDERS_APPROVE = "work_orders.approve"
    WORK_ORDERS_WORK = "work_orders.work"
    WORK_ORDERS_CHECK = "work_orders.check"
    WORK_ORDERS_COMPLETE = "work_orders.complete"
    WORK_ORDERS_CANCEL = "work_orders.cancel"
    WORK_ORDERS_DELIVER_UNPAID = "work_orders.deliver_unpaid"
    CORRECTIONS_REQUEST = "corrections.request"
    CORRECTIONS_DECIDE = "corrections.decide"
    BILLING_ISSUE = "billing.issue"
    BILLING_CREDIT = "billing.credit"
    BILLING_TAKE_MONEY = "billing.take_money"
    BILLING_REFUND = "billing.refund"
    REPORTS_MONEY = "reports.money"
    LINKS_REQUEST = "links.request"
    FILES_ADD = "files.add"
    FILES_REMOVE = "files.remove"
    ARRIVALS_EDIT = "arrivals.edit"
    ARRIVALS_MOVE = "arrivals.move"
    EXCHANGE_IMPORT = "exchange.import"
    EXCHANGE_EXPORT = "exchange.export"
    BACKUP = "backup.make"
    SYNC = "sync.run"
    BOOKINGS_VIEW = "bookings.view"
    BOOKINGS_EDIT = "bookings.edit"
    BOOKINGS_OVERBOOK = "bookings.overbook"
    BOOKINGS_SETTINGS = "bookings.settings"
    REQUESTS_EDIT = "requests.edit"


_DESK = frozenset(
    {
        Permission.CUSTOMERS_EDIT,
        Permission.VEHICLES_EDIT,
        Permission.WORK_ORDERS_EDIT,
        Permission.WORK_ORDERS_APPROVE,
        Permission.WORK_ORDERS_WORK,
        Permission.WORK_ORDERS_COMPLETE,
        Permission.CORRECTIONS_REQUEST,
        Permission.BILLING_ISSUE,
        Permission.BILLING_TAKE_MONEY,
        Permission.LINKS_REQUEST,
        Permission.MONEY_SEE,
        Permission.INVENTORY_ISSUE,
        Permission.FILES_ADD,
        Permission.FILES_REMOVE,
        Permission.ARRIVALS_EDIT,
        Permission.ARRIVALS_MOVE,
        Permission.BACKUP,
        Permission.BOOKINGS_VIEW,
        Permission.BOOKINGS_EDIT,
        Permission.REQUESTS_EDIT,
    }
)
_STORE = frozenset(
    {
        Permission.CATALOG_EDIT,
        Permission.COSTS_SEE,
        Permission.INVENTORY_RECEIVE,
        Permission.INVENTORY_ISSUE,
        Permission.INVENTORY_ADJUST,
        Permission.FILES_ADD,
        Permission.EXCHANGE_IMPORT,
        Permission.EXCHANGE_EXPORT,
        Permission.BOOKINGS_VIEW,
    }
)
_MANAGER = frozenset(Permission) - {
    Permission.CENTERS_EDIT,
    Permission.EMPLOYEES_EDIT,
    Permission.SETTINGS_EDIT,
    Permission.CUSTOMERS_ERASE,
}

SEED_ROLES: dict[str, frozenset[Permission]] = {
    "owner": frozenset(Permission),
    "administrator": frozenset(Permission),
    "manager": _MANAGER,
    "receptionist": _DESK,
    "mechanic": frozenset(
        {
            Permission.WORK_ORDERS_WORK,
            Permission.BOOKINGS_VIEW,
            Permission.FILES_ADD,
            Permission.ARRIVALS_MOVE,
        }
    ),
    "storekeeper": _STORE,
    "central_storekeeper": _STORE | {Permission.INVENTORY_NEGATIVE},
}
"""What a new center starts with; the center may change each of them."""

ROLE_ALIASES: dict[str, str] = {
    "admin": "administrator",
    "super_admin": "administrator",
    "sc_manager": "manager",
    "service_engineer": "mechanic",
    "service_advisor": "receptionist",
    "call_center": "receptionist",
    "inventory_manager": "storekeeper",
    "central_inventory_manager": "central_storekeeper",
}
"""Role names of the other systems a shop may come from, onto ours."""


class Role(Base):
    """A named set of permissions of one center."""

    __tablename__ = "role"
    __table_args__ = table_args(sa.UniqueConstraint("center_id", "code"), retention=Retention.SHOP)

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    code: Mapped[str]
    name: Mapped[str]
    permissions: Mapped[list[str]]


class Employee(Versioned, Base):
    """Somebody who acts: every record knows who. Secrets are Argon2id hashes, never texts."""

    __tablename__ = "employee"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "login"),
        sa.CheckConstraint("failed_count >= 0", name="failed_count"),
        retention=Retention.PERSON,
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    login: Mapped[str]
    name: Mapped[str]
    position: Mapped[str]
    role_codes: Mapped[list[str]]
    language: Mapped[str | None]
    phone: Mapped[str | None]
    password_hash: Mapped[str | None]
    pin_hash: Mapped[str | None]
    failed_count: Mapped[int] = sa.orm.mapped_column(default=0)
    locked_until_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]


class SignIn(Base):
    """One try to sign in, good or bad; append-only."""

    __tablename__ = "sign_in"
    __table_args__ = table_args(
        sa.Index("ix_sign_in_employee_id_at", "employee_id", "at"), retention=Retention.TRANSPORT
    )

    id: Mapped[Key]
    employee_id: Mapped[uuid.UUID] = ref("employee")
    at: Mapped[datetime]
    workstation: Mapped[str]
    method: Mapped[str]
    succeeded: Mapped[bool]


class SavedSetting(Base):
    """A remembered choice of a center or a person: import mappings, filters, window layouts."""

    __tablename__ = "saved_setting"
    __table_args__ = table_args(
        sa.UniqueConstraint("center_id", "owner_key", "name"), retention=Retention.SHOP
    )

    id: Mapped[Key]
    center_id: Mapped[uuid.UUID] = ref("center")
    owner_key: Mapped[str]
    name: Mapped[str]
    value: Mapped[dict[str, Any]]
