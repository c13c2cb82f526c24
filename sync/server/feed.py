"""The changes feed: numbered per center without holes, read by opaque cursors."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

import sqlalchemy as sa

from models.base import new_id
from sync.server.problems import ProblemError
from sync.server.station import Row, Tx
from sync.server.tables import centers, changes
from sync.server.tenancy import CenterRows
from sync.wire.changes import Change, ChangesPage
from sync.wire.fields import Wire, utc_text
from sync.wire.kinds import CHANGE_CURRENT, ChangeKind
from sync.wire.push import Code


@dataclass(frozen=True, slots=True)
class News:
    """A fact for one center."""

    center_id: UUID
    kind: ChangeKind
    subject_id: UUID
    payload: Wire


def tell(tx: Tx, news: Sequence[News]) -> None:
    """Append facts to the feeds of their centers.

    Each number is drawn under the lock of the center's row, which is held until the commit: whoever
    reads number n has every smaller one before them, however many write at once.
    """
    by_center: dict[UUID, list[News]] = {}
    for item in news:
        by_center.setdefault(item.center_id, []).append(item)
    for center_id in sorted(by_center):
        _append(tx, center_id, by_center[center_id])


def page(mine: CenterRows, after: str | None, limit: int) -> ChangesPage:
    """Up to `limit` facts beyond the cursor.

    Raises:
        ProblemError: 409 when what the cursor names is not there (any more).
    """
    seq = _place(mine, after)
    beyond = mine.select(changes).where(changes.c.seq > seq)
    rows = mine.tx.all(beyond.order_by(changes.c.seq).limit(limit + 1))
    shown = rows[:limit]
    return ChangesPage(
        changes=[_change(row) for row in shown],
        next=_cursor(shown[-1]) if shown else after,
        more=len(rows) > limit,
    )


def _append(tx: Tx, center_id: UUID, news: list[News]) -> None:
    raised = (
        sa.update(centers)
        .where(centers.c.id == center_id)
        .values(change_head=centers.c.change_head + len(news))
        .returning(centers.c.change_head)
    )
    first = int(tx.value(raised)) - len(news) + 1
    rows = [
        {
            "seq": seq,
            "id": new_id(),
            "kind": item.kind.value,
            "schema_version": CHANGE_CURRENT[item.kind],
            "subject_id": item.subject_id,
            "payload": item.payload.plain(),
            "made_at": tx.now,
        }
        for seq, item in enumerate(news, first)
    ]
    CenterRows(tx, center_id).insert(changes, rows)


def _cursor(row: Row) -> str:
    return f"{row.seq}-{row.id.hex[-12:]}"


def _place(mine: CenterRows, after: str | None) -> int:
    if after is None:
        return 0
    number, _, mark = after.partition("-")
    if number.isdecimal() and len(number) < 19:  # noqa: PLR2004 - what 64 bits hold
        found = mine.tx.value(
            mine.select(changes, changes.c.id).where(changes.c.seq == int(number))
        )
        if found is not None and found.hex[-12:] == mark:
            return int(number)
    raise ProblemError(
        HTTPStatus.CONFLICT,
        Code.CURSOR_UNKNOWN,
        "this server has no such place in its feed: read from the beginning",
        field="after",
    )


def _change(row: Row) -> Change:
    return Change(
        id=row.id,
        kind=row.kind,
        schema_version=row.schema_version,
        subject_id=row.subject_id,
        made_at=utc_text(row.made_at),
        payload=row.payload,
    )
