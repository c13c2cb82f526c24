"""Customers of a file: new ones are added at once, known ones get what they lack, nobody is made twice."""

import re
import secrets
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import sqlalchemy as sa

from app.customers.names import name_words
from app.exchange.people import People, Somebody, is_sole_trader, kind_of
from app.exchange.report import Ledger, Outcome
from app.exchange.rows import ParsedRow
from app.kernel.errors import QT_TRANSLATE_NOOP, say
from app.kernel.tx import Tx
from models.base import new_id
from models.customers import Consent, Customer, CustomerKind
from models.identifiers import gstin_place
from models.text import fold, phone_key

TAX_FIELDS: Final = ("inn", "kpp", "ogrn", "gstin", "pan", "eu_vat")
CONSENT: Final = "personal_data"
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_PLAIN: Final = (
    "phone",
    "other_phone",
    "email",
    "address",
    "place",
    "country",
    "price_group",
    "discount_percent",
    "payment_term_days",
    "note",
)
_DEFAULTS: Final[Mapping[str, object]] = {"price_group": "retail", "discount_percent": Decimal(0)}
_PORTION: Final = 500


@dataclass(slots=True)
class _Draft:
    """A customer that this file makes."""

    id: uuid.UUID
    values: dict[str, Any]
    has_consent: bool = False


@dataclass(slots=True)
class CustomerWriter:
    """Turns rows into customers. ``overwrite`` lets a file's values replace what is there, else they only fill."""

    tx: Tx
    people: People
    ledger: Ledger
    overwrite: bool = False
    _drafts: dict[uuid.UUID, _Draft] = field(default_factory=dict)
    _known: list[tuple[ParsedRow, uuid.UUID, dict[str, Any]]] = field(default_factory=list)
    _consents: dict[uuid.UUID, ParsedRow] = field(default_factory=dict)

    def take(self, row: ParsedRow) -> None:
        """Find out whom the row means."""
        values = self._values(row)
        phones = [p for p in (values.get("phone"), values.get("other_phone")) if p]
        met = self.people.find(values["name"], phones, values["tax_ids"])
        if met is None:
            if self.people.sharing_phone(phones):
                self.ledger.warn(
                    row,
                    "phone",
                    say(QT_TRANSLATE_NOOP("exchange", "Somebody else has this phone too.")),
                    value=phones[0],
                )
            draft = self.draft(values, row.number)
            draft.has_consent = bool(row.get("consent"))
            self.ledger.done(row, Outcome.ADDED, draft.id)
        elif met.id in self._drafts:
            draft = self._drafts[met.id]
            _fill(draft.values, values, overwrite=False)
            draft.has_consent |= bool(row.get("consent"))
            self.ledger.skip(
                row,
                say(
                    QT_TRANSLATE_NOOP("exchange", "The same customer as in row {row}."), row=met.row
                ),
                met.id,
            )
        else:
            self._known.append((row, met.id, values))
            if row.get("consent"):
                self._consents.setdefault(met.id, row)

    def draft(self, values: dict[str, Any], row: int | None) -> _Draft:
        """Somebody new, known to the rows that follow."""
        made = _Draft(new_id(), values)
        self._drafts[made.id] = made
        phones = frozenset(p for p in (values.get("phone"), values.get("other_phone")) if p)
        self.people.add(
            Somebody(made.id, name_words(values["name"]), phones, values["tax_ids"], row)
        )
        return made

    def named(self, name: str, phone: str | None, kind: str | None) -> dict[str, Any]:
        """The values of a customer of whom only a name and perhaps a telephone is known."""
        blank: dict[str, Any] = dict.fromkeys(_PLAIN)
        return {
            **blank,
            "name": name,
            "phone": phone,
            "tax_ids": {},
            "kind": kind or kind_of(name, {}),
        }

    def _values(self, row: ParsedRow) -> dict[str, Any]:
        values: dict[str, Any] = {name: row.get(name) for name in _PLAIN}
        values["name"] = row.get("name")
        values["tax_ids"] = {name: row.get(name) for name in TAX_FIELDS if row.get(name)}
        kind = row.get("kind") or kind_of(values["name"], values["tax_ids"])
        values["kind"] = CustomerKind.COMPANY.value if is_sole_trader(values["name"]) else kind
        country = (values["country"] or "").upper()
        if country and _COUNTRY.fullmatch(country) is None:
            self.ledger.warn(
                row,
                "country",
                say(
                    QT_TRANSLATE_NOOP(
                        "exchange", "A country is written with two letters (RU, IN, DE)."
                    )
                ),
                value=country,
            )
            country = ""
        values["country"] = country or None
        if "gstin" in values["tax_ids"] and not values["place"]:
            values["place"] = gstin_place(values["tax_ids"]["gstin"])
        return values

    def finish(self) -> None:
        """Write everybody: the new at once, the known where something changed."""
        for draft in self._drafts.values():
            self._insert(draft)
        self._change_known()
        self._give_consents()

    def _insert(self, draft: _Draft) -> None:
        values = {k: v for k, v in draft.values.items() if v is not None}
        self.tx.append(
            Customer,
            **{**_DEFAULTS, **values},
            id=draft.id,
            center_id=self.tx.actor.center_id,
            folded=fold(values["name"]),
            no_show_count=0,
            seal_salt=secrets.token_bytes(32),
            made_at=self.tx.now,
        )
        self._findable(draft.id, values)
        if draft.has_consent:
            self._consent(draft.id)

    def _findable(self, key: uuid.UUID, values: Mapping[str, Any]) -> None:
        phones = (values.get("phone"), values.get("other_phone"))
        self.tx.findable(
            "customer",
            key,
            values["name"],
            *(phone_key(phone) for phone in phones if phone),
            *values["tax_ids"].values(),
            values.get("email"),
        )

    def _change_known(self) -> None:
        for start in range(0, len(self._known), _PORTION):
            part = self._known[start : start + _PORTION]
            entities = _load(self.tx, {key for _, key, _ in part})
            for row, key, values in part:
                changed = self._change(entities[key], values)
                self.ledger.done(row, Outcome.CHANGED if changed else Outcome.SAME, key)

    def _change(self, entity: Customer, values: Mapping[str, Any]) -> bool:
        now: dict[str, Any] = {name: getattr(entity, name) for name in (*_PLAIN, "name", "kind")}
        now["tax_ids"] = dict(entity.tax_ids)
        before = {**now, "tax_ids": dict(now["tax_ids"])}
        _fill(now, values, overwrite=self.overwrite)
        if now == before:
            return False
        for name, value in now.items():
            if value != before[name]:
                setattr(entity, name, value)
        entity.folded = fold(entity.name)
        self._findable(entity.id, now)
        return True

    def _give_consents(self) -> None:
        if not self._consents:
            return
        held: set[uuid.UUID] = set()
        wanted = sorted(self._consents)
        for start in range(0, len(wanted), _PORTION):
            held.update(
                self.tx.connection.execute(
                    sa.select(Consent.customer_id).where(
                        Consent.customer_id.in_(wanted[start : start + _PORTION]),
                        Consent.purpose == CONSENT,
                        Consent.withdrawn_at.is_(None),
                    )
                ).scalars()
            )
        for key in wanted:
            if key not in held:
                self._consent(key)
                self.ledger.done(self._consents[key], Outcome.CHANGED, key)

    def _consent(self, key: uuid.UUID) -> None:
        self.tx.append(
            Consent, customer_id=key, purpose=CONSENT, source="import", given_at=self.tx.now
        )


def _load(tx: Tx, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, Customer]:
    rows = tx.session.scalars(
        sa.select(Customer)
        .where(Customer.id.in_(sorted(keys)))
        .order_by(Customer.id)
        .with_for_update()
    )
    return {entity.id: entity for entity in rows}


def _fill(now: dict[str, Any], values: Mapping[str, Any], *, overwrite: bool) -> None:
    """Put the file's values where nothing is; everywhere, when they may overwrite. An empty cell never erases."""
    for name in _PLAIN:
        value = values.get(name)
        is_free = now.get(name) in {None, "", _DEFAULTS.get(name)}
        if value is not None and (is_free or overwrite):
            now[name] = value
    if overwrite:
        now["name"], now["kind"] = values["name"], values["kind"]
    taxes = values["tax_ids"].items()
    now["tax_ids"] = {
        **now["tax_ids"],
        **{k: v for k, v in taxes if overwrite or k not in now["tax_ids"]},
    }
