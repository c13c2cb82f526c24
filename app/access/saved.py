"""What the program remembers for a person: filters, layouts, the last printer. No business facts, so no audit."""

import uuid
from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app.kernel.refusals import translated
from app.kernel.tx import Actor, Read, Shop
from models.access import SavedSetting
from models.base import new_id, table_of

_SAVED: Final = table_of(SavedSetting)
_WRAPPED = "value"


def saved_settings(read: Read) -> Mapping[str, Any]:
    """Everything remembered for the reader, by name."""
    rows = read.connection.execute(
        sa.select(_SAVED.c.name, _SAVED.c.value).where(
            _SAVED.c.center_id == read.center_id,
            _SAVED.c.owner_key == _owner(read.actor.employee_id),
        )
    )
    return {row.name: row.value.get(_WRAPPED) for row in rows}


def remember_setting(shop: Shop, actor: Actor, name: str, value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Keep a JSON value under ``name`` for the actor; the newest counts, whoever wrote it last."""
    keep = {_WRAPPED: value}
    where = (
        _SAVED.c.center_id == actor.center_id,
        _SAVED.c.owner_key == _owner(actor.employee_id),
        _SAVED.c.name == name,
    )
    try:
        with shop.database.writer.begin() as connection:
            changed = connection.execute(sa.update(_SAVED).where(*where).values(value=keep))
            if not changed.rowcount:
                connection.execute(
                    sa.insert(_SAVED).values(
                        id=new_id(),
                        center_id=actor.center_id,
                        owner_key=_owner(actor.employee_id),
                        name=name,
                        value=keep,
                    )
                )
    except DBAPIError as error:
        raise translated(error) from error


def _owner(employee_id: uuid.UUID) -> str:
    return f"person:{employee_id}"
