"""Verbs of access: taking people on, their roles and secrets, letting them go.

Nobody gives a right they do not hold, and the last owner who can sign in stays the owner.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from app.access.rows import permissions_of, role_code, roles_by_code
from app.access.secrets import checked_password, checked_pin, hash_secret, is_right
from app.access.sign_in import unasked
from app.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BlockedError,
    Blocker,
    NotAllowedError,
    Reason,
    Source,
    UserError,
    invalid,
    say,
)
from app.kernel.tx import Actor, Shop, Tx, action
from app.kernel.typed import Typed
from models.access import SEED_ROLES, Employee, Permission, Role
from models.base import new_id
from models.text import fold

OWNER = "owner"

ROLE_NAMES: dict[str, dict[str, str]] = {
    "ru": {
        "owner": "Владелец",
        "administrator": "Администратор",
        "manager": "Управляющий",
        "receptionist": "Приёмщик",
        "mechanic": "Механик",
        "storekeeper": "Кладовщик",
        "central_storekeeper": "Кладовщик центрального склада",
    },
    "en": {
        "owner": "Owner",
        "administrator": "Administrator",
        "manager": "Manager",
        "receptionist": "Service advisor",
        "mechanic": "Technician",
        "storekeeper": "Storekeeper",
        "central_storekeeper": "Central storekeeper",
    },
    "hi": {
        "owner": "स्वामी",
        "administrator": "प्रशासक",
        "manager": "प्रबंधक",
        "receptionist": "सेवा सलाहकार",
        "mechanic": "मैकेनिक",
        "storekeeper": "भंडारी",
        "central_storekeeper": "केंद्रीय भंडारी",
    },
}
"""What the seeds' roles are called in a new center; a center may rename them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEmployee:
    """A new employee; role names of other systems are understood."""

    login: str
    name: str
    position: str = ""
    role_codes: Sequence[str] = ()
    language: str | None = None
    phone: str | None = None
    password: str | None = None
    pin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateEmployee:
    """What an employee's card says; secrets are set apart."""

    employee_id: uuid.UUID
    version: int
    name: str
    position: str = ""
    role_codes: Sequence[str] = ()
    language: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSecret:
    """A new password or PIN for somebody; None leaves it, an empty PIN takes it away."""

    employee_id: uuid.UUID
    password: str | None = None
    pin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeOf:
    """Names an employee."""

    employee_id: uuid.UUID
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRole:
    """A role with what it allows; a new code makes a new role."""

    code: str
    name: str
    permissions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRole:
    """Names a role of the center's own making."""

    code: str


def _checked_roles(tx: Tx, typed: Typed, codes: Sequence[str]) -> list[str]:
    """Our codes of the roles; nobody gives a right that they do not hold themselves."""
    roles = roles_by_code(tx.connection, tx.actor.center_id)
    ours = list(dict.fromkeys(role_code(code) for code in codes))
    for code in ours:
        if code not in roles:
            typed.wrong(
                "role_codes", QT_TRANSLATE_NOOP("access", "There is no role “{code}”."), code=code
            )
            continue
        _refuse_more_than_own(tx, roles[code].permissions)
    if not ours:
        typed.wrong("role_codes", QT_TRANSLATE_NOOP("access", "Choose at least one role."))
    return ours


def _refuse_more_than_own(tx: Tx, permissions: frozenset[str]) -> None:
    more = sorted(permissions - tx.actor.permissions)
    if more:
        raise NotAllowedError(more[0])


def _refuse_stronger(tx: Tx, employee: Employee) -> None:
    """Nobody changes the secrets or roles of somebody who may do more than they may."""
    roles = roles_by_code(tx.connection, tx.actor.center_id)
    _refuse_more_than_own(tx, permissions_of(roles, employee.role_codes))


def _keep_an_owner(tx: Tx, leaving: Employee) -> None:
    """Refuse to lose the last owner who can sign in; two desks are told apart by the role's lock."""
    tx.connection.execute(
        sa.select(Role.id)
        .where(Role.center_id == tx.actor.center_id, Role.code == OWNER)
        .with_for_update()
    ).all()
    others = tx.connection.execute(
        sa.select(Employee.role_codes).where(
            Employee.center_id == tx.actor.center_id,
            Employee.id != leaving.id,
            Employee.archived_at.is_(None),
            Employee.password_hash.is_not(None),
        )
    ).scalars()
    if not any(OWNER in codes for codes in others):
        sentence = say(
            QT_TRANSLATE_NOOP("access", "The last owner stays the owner; name another one first.")
        )
        raise BlockedError([Blocker("last_owner", sentence, str(leaving.id))])


@action(
    "access.create_employee",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "New employee"),
)
def create_employee(tx: Tx, command: CreateEmployee) -> uuid.UUID:
    """Take somebody on; returns the id. UserError DUPLICATE when the login is taken."""
    typed = Typed()
    login = fold(typed.needed("login", command.login, limit=100))
    name = typed.needed("name", command.name)
    codes = _checked_roles(tx, typed, command.role_codes)
    phone = typed.phone("phone", command.phone, tx.center.country)
    if command.password is not None:
        checked_password(typed, "password", command.password)
    if command.pin is not None:
        checked_pin(typed, "pin", command.pin)
    typed.finish()
    _refuse_taken_login(tx, login)
    made = tx.add(
        new_employee(
            tx.actor.center_id,
            login=login,
            name=name,
            role_codes=codes,
            password=command.password,
            pin=command.pin,
        )
    )
    made.position = typed.text("position", command.position) or ""
    made.language = command.language
    made.phone = phone.e164 if phone else None
    tx.about("employee", made.id)
    return made.id


def _refuse_taken_login(tx: Tx, login: str) -> None:
    taken = tx.connection.execute(
        sa.select(Employee.id).where(
            Employee.center_id == tx.actor.center_id, Employee.login == login
        )
    ).first()
    if taken:
        raise UserError(
            say(QT_TRANSLATE_NOOP("access", "The login “{login}” is taken."), login=login),
            reason=Reason.DUPLICATE,
        )


def new_employee(
    center_id: uuid.UUID,
    *,
    login: str,
    name: str,
    role_codes: Sequence[str],
    password: str | None,
    pin: str | None,
) -> Employee:
    """The entity of somebody new, secrets hashed; everything is checked already."""
    return Employee(
        id=new_id(),
        center_id=center_id,
        login=login,
        name=name,
        position="",
        role_codes=list(role_codes),
        language=None,
        phone=None,
        password_hash=hash_secret(password) if password else None,
        pin_hash=hash_secret(pin) if pin else None,
        failed_count=0,
        locked_until_at=None,
        archived_at=None,
    )


def seed_roles(tx: Tx, language: str) -> None:
    """Give a new center its roles, named in its language."""
    names = ROLE_NAMES.get(language, ROLE_NAMES["en"])
    for code, permissions in SEED_ROLES.items():
        tx.add(
            Role(
                id=new_id(),
                center_id=tx.actor.center_id,
                code=code,
                name=names[code],
                permissions=sorted(permissions),
            )
        )


@action(
    "access.update_employee",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Save employee"),
)
def update_employee(tx: Tx, command: UpdateEmployee) -> None:
    """Change an employee's card and roles; the last owner keeps the role."""
    employee = tx.load(Employee, command.employee_id, version=command.version, lock=True)
    _refuse_stronger(tx, employee)
    typed = Typed()
    name = typed.needed("name", command.name)
    codes = _checked_roles(tx, typed, command.role_codes)
    phone = typed.phone("phone", command.phone, tx.center.country)
    position = typed.text("position", command.position) or ""
    typed.finish()
    if OWNER in employee.role_codes and OWNER not in codes:
        _keep_an_owner(tx, employee)
    employee.name = name
    employee.position = position
    employee.role_codes = codes
    employee.language = command.language
    employee.phone = phone.e164 if phone else None
    tx.about("employee", employee.id)


@action(
    "access.set_secret",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Set password or PIN"),
)
def set_secret(tx: Tx, command: SetSecret) -> None:
    """Give somebody a new password or PIN, and let them in at once."""
    employee = tx.load(Employee, command.employee_id, lock=True)
    _refuse_stronger(tx, employee)
    _put_secret(employee, command.password, command.pin)
    tx.about("employee", employee.id)


def _put_secret(employee: Employee, password: str | None, pin: str | None) -> None:
    typed = Typed()
    if password is not None:
        checked_password(typed, "password", password)
    if pin:
        checked_pin(typed, "pin", pin)
    typed.finish()
    if password is not None:
        employee.password_hash = hash_secret(password)
    if pin is not None:
        employee.pin_hash = hash_secret(pin) if pin else None
    employee.failed_count = 0
    employee.locked_until_at = None


def change_own_secret(
    shop: Shop,
    actor: Actor,
    *,
    old_password: str,
    password: str | None = None,
    pin: str | None = None,
) -> None:
    """Let anybody change their own password or PIN, who knows the old password."""
    with unasked(shop, actor, "access.change_own_secret") as tx:
        employee = tx.load(Employee, actor.employee_id, lock=True)
        if not is_right(employee.password_hash, old_password):
            raise invalid(
                "old_password", QT_TRANSLATE_NOOP("access", "The old password is not right.")
            )
        _put_secret(employee, password, pin)
        tx.about("employee", employee.id)


@action(
    "access.archive_employee",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Archive employee"),
)
def archive_employee(tx: Tx, command: EmployeeOf) -> None:
    """Let somebody go: they cannot sign in any more, what they did keeps their name."""
    employee = tx.load(Employee, command.employee_id, version=command.version, lock=True)
    _refuse_stronger(tx, employee)
    if OWNER in employee.role_codes:
        _keep_an_owner(tx, employee)
    employee.archived_at = tx.now
    tx.about("employee", employee.id)


@action(
    "access.restore_employee",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Take back"),
)
def restore_employee(tx: Tx, command: EmployeeOf) -> None:
    """Take an archived employee back, with the roles they had."""
    employee = tx.load(Employee, command.employee_id, version=command.version, lock=True)
    _refuse_stronger(tx, employee)
    employee.archived_at = None
    tx.about("employee", employee.id)


@action(
    "access.unlock_employee",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "End the wait"),
)
def unlock_employee(tx: Tx, command: EmployeeOf) -> None:
    """End the wait of somebody who mistyped too often."""
    employee = tx.load(Employee, command.employee_id, version=command.version, lock=True)
    employee.failed_count = 0
    employee.locked_until_at = None
    tx.about("employee", employee.id)


@action(
    "access.save_role",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Save role"),
)
def save_role(tx: Tx, command: SaveRole) -> uuid.UUID:
    """Change what a role allows, or make one; the owner's role always allows everything."""
    typed = Typed()
    code = role_code(typed.needed("code", command.code, limit=50))
    name = typed.needed("name", command.name)
    unknown = sorted(command.permissions - {p.value for p in Permission})
    if unknown:
        typed.wrong(
            "permissions",
            QT_TRANSLATE_NOOP("access", "There is no right “{name}”."),
            name=unknown[0],
        )
    if code == OWNER and command.permissions != {p.value for p in Permission}:
        typed.wrong(
            "permissions", QT_TRANSLATE_NOOP("access", "The owner's role allows everything.")
        )
    typed.finish()
    role = tx.session.scalars(
        sa.select(Role)
        .where(Role.center_id == tx.actor.center_id, Role.code == code)
        .with_for_update()
    ).one_or_none()
    _refuse_more_than_own(tx, command.permissions | frozenset(role.permissions if role else ()))
    if role is None:
        role = tx.add(
            Role(id=new_id(), center_id=tx.actor.center_id, code=code, name=name, permissions=[])
        )
    role.name = name
    role.permissions = sorted(command.permissions)
    tx.about("role", role.id)
    return role.id


@action(
    "access.remove_role",
    permission=Permission.EMPLOYEES_EDIT,
    label=QT_TRANSLATE_NOOP("access", "Remove role"),
)
def remove_role(tx: Tx, command: RemoveRole) -> None:
    """Remove a role of the center's own making that nobody holds, archived people included."""
    role = tx.session.scalars(
        sa.select(Role)
        .where(Role.center_id == tx.actor.center_id, Role.code == command.code)
        .with_for_update()
    ).one_or_none()
    if role is None or command.code in SEED_ROLES:
        raise BlockedError([_stays("seed", QT_TRANSLATE_NOOP("access", "This role stays."))])
    codes = tx.connection.execute(
        sa.select(Employee.role_codes).where(Employee.center_id == tx.actor.center_id)
    ).scalars()
    if any(command.code in held for held in codes):
        sentence = QT_TRANSLATE_NOOP("access", "Somebody holds this role; give them another first.")
        raise BlockedError([_stays("held", sentence)])
    _refuse_more_than_own(tx, frozenset(role.permissions))
    tx.session.delete(role)
    tx.about("role", role.id)


def _stays(code: str, sentence: Source) -> Blocker:
    return Blocker(f"role_{code}", say(sentence))
