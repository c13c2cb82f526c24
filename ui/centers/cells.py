"""What a role may, cell by cell, as the matrix shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.access import OWNER, RoleRow
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.access import SEED_ROLES, Permission
from models.centers import NegativeStock, Policy


class State(StrEnum):
    """What stands in a cell of the matrix."""

    YES = "yes"
    NO = "no"
    LIMIT = "limit"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class CellOf:
    """A cell: its state, the words of a limit, and whether it differs from what the program came with."""

    state: State
    words: Source | None = None
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A rule of the center that holds a right back for everybody who has it."""

    words: Source
    sentence: Source
    rule: str


_STEP_OFF = QT_TRANSLATE_NOOP("Rights", "no such step")
_STEP_OFF_SENTENCE = QT_TRANSLATE_NOOP(
    "Rights", "The rules of this center leave this step out, so nobody is asked for it."
)


def limit_of(permission: Permission, policy: Policy) -> Limit | None:
    """What the center's rules make of a right, beside any role; None when they leave it alone."""
    stock = policy.negative_stock
    if permission is Permission.INVENTORY_NEGATIVE and stock == NegativeStock.REFUSE:
        return Limit(
            QT_TRANSLATE_NOOP("Rights", "rule: nobody"),
            QT_TRANSLATE_NOOP(
                "Rights", "The rule for missing parts refuses everybody, whatever their role."
            ),
            "negative_stock",
        )
    if permission is Permission.INVENTORY_NEGATIVE and stock == NegativeStock.ALLOW:
        return Limit(
            QT_TRANSLATE_NOOP("Rights", "rule: all"),
            QT_TRANSLATE_NOOP(
                "Rights", "The rule for missing parts lets everybody, whatever their role."
            ),
            "negative_stock",
        )
    if permission is Permission.WORK_ORDERS_APPROVE and not policy.uses_approval:
        return Limit(_STEP_OFF, _STEP_OFF_SENTENCE, "uses_approval")
    if permission is Permission.WORK_ORDERS_CHECK and not policy.uses_quality_check:
        return Limit(_STEP_OFF, _STEP_OFF_SENTENCE, "uses_quality_check")
    return None


KEPT_BY_OWNER = frozenset(
    {Permission.CENTERS_EDIT, Permission.EMPLOYEES_EDIT, Permission.SETTINGS_EDIT}
)
"""Rights whose cell shows a lock: a shop without them could not be put right again."""


def cell_of(role: RoleRow, permission: Permission, policy: Policy) -> CellOf:
    """What the matrix shows for a role and a right."""
    held = permission in role.permissions
    factory = SEED_ROLES.get(role.code)
    changed = factory is not None and (permission in factory) != held
    if role.code == OWNER and permission in KEPT_BY_OWNER:
        return CellOf(State.LOCKED)
    limit = limit_of(permission, policy)
    if held and limit is not None:
        return CellOf(State.LIMIT, limit.words, changed)
    return CellOf(State.YES if held else State.NO, None, changed)


def differences(roles: Iterable[RoleRow]) -> int:
    """How many cells differ from what the program came with."""
    return sum(
        len(role.permissions.symmetric_difference(SEED_ROLES[role.code]))
        for role in roles
        if role.code in SEED_ROLES
    )
