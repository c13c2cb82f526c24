"""An owner who asks for a visit on their page, as the exchange brings it to the desk."""

import uuid
from datetime import datetime

from app.kernel.tx import Actor, Shop, act
from models.base import new_id
from sync.wire.bookings import AppointmentRequest
from sync.wire.changes import Change, ChangesPage
from sync.wire.kinds import CHANGE_CURRENT
from sync.wire.moments import utc_text
from sync.wire.names import ChangeKind
from sync.worker.verbs import ApplyPage, apply_page


def ask_as_owner(
    shop: Shop,
    actor: Actor,
    service: tuple[uuid.UUID, str],
    wished: datetime,
    *,
    plate: str,
    asked: datetime,
    words: str = "",
) -> None:
    """Apply the change that tells of the request: ``service`` by its id and its name."""
    service_id, service_name = service
    told = AppointmentRequest(
        request_id=new_id(),
        number=1,
        service_id=service_id,
        service_name=service_name,
        starts_at=utc_text(wished),
        words=words,
        label="Škoda Karoq",
        plate=plate,
        name="Irina",
        asked_at=utc_text(asked),
    )
    change = Change(
        id=new_id(),
        kind=ChangeKind.APPOINTMENT_REQUEST,
        schema_version=CHANGE_CURRENT[ChangeKind.APPOINTMENT_REQUEST],
        subject_id=told.request_id,
        made_at=told.asked_at,
        payload=told.plain(),
    )
    page = ChangesPage(changes=[change], next=None, more=False)
    act(shop, actor, apply_page, ApplyPage(page=page))
