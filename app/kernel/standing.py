"""Where the shop stands with its server: what has not left, and how the last exchange went.

Apart from the passports' own reads, because the first page and the status bar show it and nothing else of them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from app.kernel.tx import Read
from models.base import table_of
from models.ledger import OutboxEnvelope, OutboxState, SyncState

_ENVELOPES: Final = table_of(OutboxEnvelope)
_STANDINGS: Final = table_of(SyncState)


@dataclass(frozen=True, slots=True)
class SyncView:
    """Where the shop stands with its server. ``undelivered`` counts envelopes the server does not have."""

    server_url: str
    device_id: str | None
    paired_at: datetime | None
    last_success_at: datetime | None
    last_try_at: datetime | None
    failures: int
    next_try_at: datetime | None
    problem: str | None
    undelivered: int
    attention: int

    @property
    def is_paired(self) -> bool:
        """Whether this computer is a device of the center."""
        return self.paired_at is not None


def get_sync(read: Read) -> SyncView:
    """The shop's standing; an empty address while it was never paired."""
    counted = read.connection.execute(
        sa.select(
            sa.func.count(),
            sa.func.coalesce(
                sa.func.sum(
                    sa.case((_ENVELOPES.c.state == OutboxState.NEEDS_ATTENTION, 1), else_=0)
                ),
                0,
            ),
        ).where(
            _ENVELOPES.c.center_id == read.center_id,
            _ENVELOPES.c.state != OutboxState.DELIVERED,
            _ENVELOPES.c.state != OutboxState.SUPERSEDED,
        )
    ).one()
    row = read.connection.execute(
        sa.select(_STANDINGS).where(_STANDINGS.c.center_id == read.center_id)
    ).one_or_none()
    if row is None:
        return SyncView("", None, None, None, None, 0, None, None, int(counted[0]), int(counted[1]))
    return SyncView(
        row.server_url,
        row.device_id,
        row.paired_at,
        row.last_success_at,
        row.last_try_at,
        row.failures,
        row.next_try_at,
        row.problem,
        int(counted[0]),
        int(counted[1]),
    )


def count_attention(read: Read) -> int:
    """How many records the server refused: a person has to look at them."""
    return int(
        read.connection.execute(
            sa.select(sa.func.count()).where(
                _ENVELOPES.c.center_id == read.center_id,
                _ENVELOPES.c.state != OutboxState.DELIVERED,
                _ENVELOPES.c.state == OutboxState.NEEDS_ATTENTION,
            )
        ).scalar_one()
    )
