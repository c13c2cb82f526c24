"""An open shop, who acts in it, who reads, and what an action changed: what ``tx`` hands to verbs and listeners."""

import logging
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy.engine import Connection

from app.kernel.clock import Clock, system_clock
from app.kernel.db import Database
from app.kernel.errors import NotAllowedError
from app.kernel.secrets import SecretStore
from app.kernel.store import FileStore, store_of
from models.centers import Center, Policy
from models.tax import TaxRegime

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_log = logging.getLogger(__name__)

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an employee of one center with the permissions of their roles."""

    employee_id: uuid.UUID
    center_id: uuid.UUID
    name: str
    permissions: frozenset[str]

    def can(self, permission: str) -> bool:
        """Whether the roles hold the permission."""
        return permission in self.permissions


@dataclass(slots=True)
class Shop:
    """An open shop: its database, clock, secrets, and the name of this workstation."""

    database: Database
    secrets: SecretStore
    workstation: str
    clock: Clock = system_clock
    identity: uuid.UUID | None = None
    _key: "Ed25519PrivateKey | None" = field(default=None, repr=False)
    _key_rows: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict, repr=False)
    _parsed: dict[tuple[uuid.UUID, int], tuple[Policy, TaxRegime]] = field(
        default_factory=dict, repr=False
    )
    listeners: list[Callable[["Changes[Any]"], None]] = field(default_factory=list, repr=False)

    @contextmanager
    def reading(self, actor: Actor) -> Iterator["Read"]:
        """A short read transaction on behalf of ``actor``."""
        with self.database.reading() as connection:
            yield Read(connection, actor)

    @property
    def files(self) -> FileStore:
        """The store of photos and documents that belongs to this shop."""
        return store_of(self.database)

    def signing_key(self) -> "Ed25519PrivateKey":
        """This workstation's private key; made at its first use, kept in the secret store."""
        if self._key is None:
            from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - when something is signed
                Ed25519PrivateKey,
            )

            name = f"signing-key:{self.identity}:{self.workstation}"
            raw = self.secrets.get(name)
            if raw is None:
                made = Ed25519PrivateKey.generate()
                raw = made.private_bytes_raw()
                self.secrets.put(name, raw)
            self._key = Ed25519PrivateKey.from_private_bytes(raw)
        return self._key

    def rules_of(self, center: Center) -> tuple[Policy, TaxRegime]:
        """The center's policy and tax regime, parsed once for each version of its row."""
        mark = (center.id, center.version)
        found = self._parsed.get(mark)
        if found is None:
            found = (Policy.from_json(center.policy), TaxRegime.from_json(center.regime))
            self._parsed[mark] = found
        return found

    def close(self) -> None:
        """Give back the database."""
        self.database.close()


@dataclass(frozen=True, slots=True)
class Read:
    """A read transaction and who reads: reads give frozen rows and hide what the actor may not see."""

    connection: Connection
    actor: Actor

    @property
    def center_id(self) -> uuid.UUID:
        """The actor's center: nothing of another one is shown."""
        return self.actor.center_id

    def can(self, permission: str) -> bool:
        """Whether the actor holds the permission."""
        return permission in self.actor.permissions

    def require(self, permission: str) -> None:
        """Raise NotAllowedError unless the actor holds the permission."""
        if permission not in self.actor.permissions:
            raise refused(self.actor, permission)


@dataclass(frozen=True, slots=True)
class Changes(Generic[_R]):
    """What a committed action touched, and what its verb returned."""

    action: str
    result: _R
    touched: Mapping[str, frozenset[uuid.UUID]]
    emitted: int = 0


def refused(actor: Actor, permission: str) -> NotAllowedError:
    """The refusal, written down: who tried what they may not, by ids alone."""
    _log.warning("refused: %s wanted %s", actor.employee_id, str(permission))
    return NotAllowedError(permission)
