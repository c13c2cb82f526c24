"""Verbs and reads of centers: the first run, the center's own data, its rules, its taxes."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import sqlalchemy as sa

from app.access import OWNER, checked_password, checked_pin, new_employee, seed_roles, unasked
from app.centers.rules import (
    CODE,
    COUNTRY,
    LOCATIONS,
    PROFILES,
    check_world,
    checked_policy,
    regime_of,
    usual_regime,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, NotAllowedError, invalid
from app.kernel.tx import Actor, Read, Shop, Tx, action
from app.kernel.typed import Typed
from models.access import SEED_ROLES, Permission
from models.base import new_id, table_of
from models.centers import Center, Policy
from models.inventory import Location
from models.ledger import ShopIdentity
from models.regimes import TaxRegime
from models.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCenter:
    """The first run: the center and its first owner. What is None or empty comes from the profile."""

    profile: str
    code: str
    name: str
    owner_login: str
    owner_name: str
    owner_password: str
    owner_pin: str | None = None
    legal_name: str = ""
    address: str = ""
    city: str = ""
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    country: str | None = None
    place: str = ""
    currency: str | None = None
    time_zone: str | None = None
    locale: str | None = None
    language: str | None = None
    tax_ids: Mapping[str, str | None] = field(default_factory=dict)
    bank: Mapping[str, str] = field(default_factory=dict)
    regime: str | Mapping[str, Any] | None = None
    policy: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCenter:
    """The center's own data; country, currency and code stay, because papers carry them."""

    version: int
    name: str
    legal_name: str = ""
    address: str = ""
    city: str = ""
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    place: str = ""
    time_zone: str = "UTC"
    locale: str = "en_US"
    language: str = "en"
    tax_ids: Mapping[str, str | None] = field(default_factory=dict)
    bank: Mapping[str, str] = field(default_factory=dict)
    logo: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPolicy:
    """Rules to change, by their names in ``Policy``; the others stay."""

    version: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRegime:
    """A tax regime of our own profiles by its code, or a whole one as JSON."""

    version: int
    regime: str | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CenterRow:
    """A center as screens see it, its rules read."""

    id: uuid.UUID
    version: int
    code: str
    name: str
    legal_name: str
    address: str
    city: str
    phone: str | None
    email: str | None
    website: str | None
    country: str
    place: str
    currency: str
    time_zone: str
    locale: str
    language: str
    profile: str
    tax_ids: Mapping[str, str]
    bank: Mapping[str, str]
    regime: TaxRegime
    policy: Policy
    logo: bytes | None


def create_center(shop: Shop, command: CreateCenter, *, actor: Actor | None = None) -> Actor:
    """Make a center with its roles, places and first owner, all or nothing; returns the owner.

    The first center needs nobody; a further one an actor who may edit centers (NotAllowedError).
    """
    owner = Actor(new_id(), new_id(), command.owner_name, SEED_ROLES[OWNER])
    with unasked(shop, owner, "centers.create") as tx:
        # two first runs at once: the second one waits here and finds the first one's center
        tx.connection.execute(sa.select(ShopIdentity.id).with_for_update()).all()
        taken = tx.connection.execute(sa.select(Center.code)).scalars().all()
        if taken and (actor is None or not actor.can(Permission.CENTERS_EDIT)):
            raise NotAllowedError(Permission.CENTERS_EDIT)
        center = _new_center(owner.center_id, command, set(taken))
        tx.add(center)
        tx.flush()
        seed_roles(tx, center.language)
        language = center.language
        for code, kind, names in LOCATIONS:
            tx.add(
                Location(
                    id=new_id(),
                    center_id=center.id,
                    kind=kind.value,
                    code=code,
                    name=names.get(language, names["en"]),
                    archived_at=None,
                )
            )
        first = new_employee(
            center.id,
            login=fold(command.owner_login.strip()),
            name=command.owner_name.strip(),
            role_codes=[OWNER],
            password=command.owner_password,
            pin=command.owner_pin,
        )
        first.id = owner.employee_id
        tx.add(first)
        tx.about("center", center.id)
    return owner


def _new_center(center_id: uuid.UUID, command: CreateCenter, taken: set[str]) -> Center:
    """The entity of a checked command."""
    typed = Typed()
    profile = PROFILES.get(command.profile)
    if profile is None:
        raise invalid(
            "profile",
            QT_TRANSLATE_NOOP("centers", "There is no profile “{name}”."),
            name=command.profile,
        )
    country = (command.country or profile.country).upper()
    if COUNTRY.fullmatch(country) is None:
        typed.wrong("country", QT_TRANSLATE_NOOP("centers", "A country is two letters (ISO 3166)."))
    code = typed.needed("code", command.code).upper()
    if CODE.fullmatch(code) is None:
        typed.wrong("code", QT_TRANSLATE_NOOP("centers", "A code is up to ten letters and digits."))
    if code in taken:
        typed.wrong("code", QT_TRANSLATE_NOOP("centers", "Another center has this code."))
    typed.needed("owner_login", command.owner_login, limit=100)
    typed.needed("owner_name", command.owner_name)
    checked_password(typed, "owner_password", command.owner_password)
    if command.owner_pin is not None:
        checked_pin(typed, "owner_pin", command.owner_pin)
    time_zone, locale = command.time_zone or profile.time_zone, command.locale or profile.locale
    check_world(typed, time_zone, locale)
    name = typed.needed("name", command.name)
    phone = typed.phone("phone", command.phone, country)
    tax_ids = typed.tax_ids(command.tax_ids)
    email = typed.email("email", command.email)
    typed.finish()
    currency = command.currency or profile.currency
    place = command.place or (_place_of(tax_ids["gstin"]) if "gstin" in tax_ids else "")
    regime = regime_of(
        command.regime or usual_regime(profile, country),
        country=country,
        currency=currency,
        place=place,
    )
    policy = checked_policy({**profile.policy, **command.policy}, code=code, country=country)
    return Center(
        id=center_id,
        code=code,
        name=name,
        legal_name=command.legal_name.strip() or name,
        address=command.address.strip(),
        city=command.city.strip(),
        phone=phone.e164 if phone else None,
        email=email,
        website=command.website,
        country=country,
        place=place,
        currency=currency,
        time_zone=time_zone,
        locale=locale,
        language=command.language or profile.language,
        profile=command.profile,
        tax_ids=tax_ids,
        bank=dict(command.bank),
        regime=regime.to_json(),
        policy=policy.to_json(),
        logo=None,
        archived_at=None,
    )


@action(
    "centers.update",
    permission=Permission.CENTERS_EDIT,
    label=QT_TRANSLATE_NOOP("centers", "Save center"),
)
def update_center(tx: Tx, command: UpdateCenter) -> None:
    """Change the center's own data; what papers said before stays on them."""
    center = tx.load(Center, tx.actor.center_id, version=command.version, lock=True)
    typed = Typed()
    check_world(typed, command.time_zone, command.locale)
    center.name = typed.needed("name", command.name)
    center.legal_name = typed.text("legal_name", command.legal_name) or command.name
    center.address = typed.text("address", command.address) or ""
    center.city = typed.text("city", command.city) or ""
    phone = typed.phone("phone", command.phone, center.country)
    center.phone = phone.e164 if phone else None
    center.email = typed.email("email", command.email)
    center.website = typed.text("website", command.website)
    center.tax_ids = typed.tax_ids(command.tax_ids)
    typed.finish()
    center.bank = dict(command.bank)
    center.logo = command.logo
    center.language = command.language
    center.locale = command.locale
    center.time_zone = command.time_zone
    if center.place != command.place:
        center.place = command.place
        center.regime = regime_of(
            center.regime, country=center.country, currency=center.currency, place=command.place
        ).to_json()
    tx.about("center", center.id)


@action(
    "centers.set_policy",
    permission=Permission.SETTINGS_EDIT,
    label=QT_TRANSLATE_NOOP("centers", "Save rules"),
)
def set_policy(tx: Tx, command: SetPolicy) -> None:
    """Change the rules by which the center works, from now on."""
    center = tx.load(Center, tx.actor.center_id, version=command.version, lock=True)
    policy = checked_policy(
        {**center.policy, **command.values}, code=center.code, country=center.country
    )
    center.policy = policy.to_json()
    tx.about("center", center.id)


@action(
    "centers.set_regime",
    permission=Permission.CENTERS_EDIT,
    label=QT_TRANSLATE_NOOP("centers", "Change taxes"),
)
def set_regime(tx: Tx, command: SetRegime) -> None:
    """Change how the center taxes what it sells from now on; sealed papers keep their taxes."""
    center = tx.load(Center, tx.actor.center_id, version=command.version, lock=True)
    regime = regime_of(
        command.regime, country=center.country, currency=center.currency, place=center.place
    )
    center.regime = regime.to_json()
    tx.about("center", center.id)


_CENTERS = table_of(Center)
_ROW = sa.select(_CENTERS)


def _center_row(row: Any) -> CenterRow:  # noqa: ANN401  a row's columns have no type
    values = {f.name: getattr(row, f.name) for f in fields(CenterRow)}
    values["regime"] = TaxRegime.from_json(row.regime)
    values["policy"] = Policy.from_json(row.policy)
    return CenterRow(**values)


def get_center(read: Read) -> CenterRow:
    """The reader's own center."""
    row = read.connection.execute(_ROW.where(_CENTERS.c.id == read.center_id)).one()
    return _center_row(row)


def list_centers(shop: Shop) -> tuple[CenterRow, ...]:
    """Every center of this database, the oldest first; empty before the first run."""
    with shop.database.reading() as connection:
        rows = connection.execute(
            _ROW.where(_CENTERS.c.archived_at.is_(None)).order_by(_CENTERS.c.id)
        ).all()
    return tuple(_center_row(row) for row in rows)


def _place_of(gstin: str) -> str:
    from models.identifiers import gstin_place  # noqa: PLC0415 - when a center is made

    return gstin_place(gstin)
