"""The papers of an arrival: the acceptance act from a signed version or from the draft, and the slip."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import sqlalchemy as sa
from PIL import Image, ImageDraw

from app import files
from app.arrivals.reads import (
    ArrivalCard,
    SignatureRow,
    VersionRow,
    get_arrival,
    list_versions,
)
from app.arrivals.symptoms import symptoms
from app.kernel.clock import local_day
from app.kernel.errors import QT_TRANSLATE_NOOP, UserError, say
from app.kernel.store import FileStore, store_at
from app.kernel.tx import Read
from app.work_orders.paper_parts import customer_party, head_of, party, vehicle_on_paper
from models.access import Employee
from models.arrivals import ArrivalSignature, KitItem, SignerRole, SignMethod
from models.centers import Center, SigningKey
from models.customers import Customer, CustomerKind
from models.files import GRID, FileKind
from models.money import Money
from models.papers import (
    AcceptanceActPaper,
    CheckInSlipPaper,
    KitOnPaper,
    MarkOnPaper,
    OwnPart,
    PaperSize,
    Party,
    PhotoOnPaper,
    Seal,
    SignatureOnPaper,
    ThingOnPaper,
    VehicleOnPaper,
    kinds,
)
from models.vehicles import Vehicle
from models.work_orders import WorkOrder
from sync.wire.signing import key_id, to_base64url

_PICTURE = 320
_PAD = (900, 300)
_FINE = 3
_PEN = 5
_Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Source:
    """What an act is made of: its text, its people, and its signatures."""

    data: _Facts
    people: _Facts
    kind: str
    version: VersionRow | None


def acceptance_act_paper(
    read: Read,
    arrival_id: uuid.UUID,
    *,
    number: int | None = None,
    language: str | None = None,
    size: PaperSize = PaperSize.A4,
) -> AcceptanceActPaper:
    """The act of a signed version by its number; None: the present version, a draft until it is signed.

    Photos are small copies, made when they are wanted: call it in a worker. ``language`` None is the
    customer's, else the center's.
    """
    card = get_arrival(read, arrival_id)
    source = _source(read, card, number)
    data, people = source.data, source.people
    center = _center(read)
    signed = source.version
    head = head_of(
        center,
        number=card.row.number,
        issued_on=local_day(signed.made_at if signed else card.row.made_at, center["time_zone"]),
        language=language or _language(read, data.get("customer_id")),
        seal=_seal(read, center, signed) if signed else None,
        mark=kinds.Mark.NONE if signed else kinds.Mark.DRAFT,
        logo=center["logo"],
    )
    head = replace(head, size=size)
    photos = _photos(store_at(read.connection.engine.url), data)
    bringer = people.get("bringer")
    refused = next((s for s in _under(signed) if s.method is SignMethod.REFUSED), None)
    return AcceptanceActPaper(
        head=head,
        customer=_customer(source),
        vehicle=_vehicle(data),
        accepted_at=datetime.fromisoformat(data["accepted_at"]),
        signatures=_signatures(signed, people),
        version=int(data["version"]),
        order_number=data["order_number"] or "",
        bringer=party(str(bringer), phone=people.get("bringer_phone")) if bringer else None,
        authority=data["authority"] or "",
        authority_note=people.get("authority_note") or "",
        id_seen=data["id_seen"] or "",
        words=data["words"] or "",
        symptoms=_chips(data["symptoms"], head.language),
        fuel_eighths=data["fuel_eighths"],
        charge_percent=data["charge_percent"],
        is_engine_running=data["is_engine_running"],
        lamps=tuple(data["lamps"]),
        cleanliness=data["cleanliness"] or "",
        belongings=_things(data),
        kit=tuple(
            KitOnPaper(
                item=item.value,
                state=data["kit"][item]["state"],
                note=data["kit"][item].get("note") or "",
            )
            for item in KitItem
            if item in data["kit"]
        ),
        own_parts=tuple(_own_part(part, data["currency"]) for part in data["own_parts"]),
        marks=_marks(data, photos),
        photos=photos,
        amend_reason=data["amend_reason"] or "",
        refusal=(refused.note or "") if refused else "",
        note=data["note"] or "",
    )


def check_in_slip_paper(
    read: Read, arrival_id: uuid.UUID, *, language: str | None = None
) -> CheckInSlipPaper:
    """The slip of an arrival as it stands; no order is needed."""
    card = get_arrival(read, arrival_id)
    source = _draft(read, card)
    data, people = source.data, source.people
    center = _center(read)
    head = head_of(
        center,
        number=card.row.number,
        issued_on=local_day(card.row.checked_in_at or card.row.made_at, center["time_zone"]),
        language=language or _language(read, data.get("customer_id")),
        seal=None,
        mark=kinds.Mark.NONE,
        logo=center["logo"],
    )
    return CheckInSlipPaper(
        head=replace(head, size=PaperSize.A5),
        customer=_customer(source),
        vehicle=_vehicle(data),
        accepted_at=datetime.fromisoformat(data["accepted_at"]),
        signatures=_signatures(None, people),
        order_number=data["order_number"] or "",
        bringer=party(str(people["bringer"]), phone=people.get("bringer_phone"))
        if people.get("bringer")
        else None,
        words=data["words"] or "",
        fuel_eighths=data["fuel_eighths"],
        charge_percent=data["charge_percent"],
        belongings=_things(data),
        marks_count=len(data["marks"]),
        key_count=card.key_count,
        promised_at=_promised(read, card.row.order_id),
    )


def _source(read: Read, card: ArrivalCard, number: int | None) -> _Source:
    versions = list_versions(read, card.row.id)
    wanted = card.row.draft_number if number is None else number
    signed = next((version for version in versions if version.number == wanted), None)
    if signed is not None:
        kind = _kind_of(read, signed.content.get("customer_id"))
        return _Source(signed.content, signed.people, kind, signed)
    if number is not None and number != card.row.draft_number:
        raise UserError(
            say(QT_TRANSLATE_NOOP("arrivals", "There is no version {number}."), number=number)
        )
    return _draft(read, card)


def _draft(read: Read, card: ArrivalCard) -> _Source:
    """The present state in the shape of a signed text."""
    row = card.row
    car: Any = read.connection.execute(
        sa.select(Vehicle.__table__).where(Vehicle.id == row.vehicle_id)
    ).one()
    data = {
        "version": row.draft_number,
        "amend_reason": None,
        "order_number": row.order_number,
        "accepted_at": (row.checked_in_at or row.made_at).isoformat(),
        "vehicle": {
            name: getattr(car, name)
            for name in (
                "plate",
                "vin",
                "make",
                "model",
                "variant",
                "made_year",
                "color",
                "body_number",
                "engine_number",
            )
        },
        "customer_id": str(row.customer_id) if row.customer_id else None,
        "authority": card.authority,
        "id_seen": card.id_seen,
        "words": card.words,
        "symptoms": list(card.symptoms),
        "odometer": {"value": card.odometer_value, "unit": card.odometer_unit},
        "fuel_eighths": card.fuel_eighths,
        "charge_percent": card.charge_percent,
        "is_engine_running": card.is_engine_running,
        "lamps": list(card.lamps),
        "cleanliness": card.cleanliness,
        "belongings": list(card.belongings),
        "kit": card.kit,
        "own_parts": list(card.own_parts),
        "marks": list(card.marks),
        "note": card.note,
        "key_tag": row.key_tag,
        "currency": _center(read)["currency"],
        "photos": [
            {
                "sha256": photo.sha256,
                "slot": photo.slot,
                "kind": photo.kind.value,
                "taken_at": photo.taken_at.isoformat() if photo.taken_at else None,
            }
            for photo in card.photos
        ],
    }
    return _Source(data, _people(read, card), _kind_of(read, row.customer_id), None)


def _customer(source: _Source) -> Party:
    """Who hands the car over to be repaired; nobody yet is an empty place that the law asks about."""
    found = customer_party({"customer_kind": source.kind}, source.people)
    return found if source.data["customer_id"] else replace(found, name="")


def _vehicle(data: _Facts) -> VehicleOnPaper:
    car = data["vehicle"]
    found = vehicle_on_paper(
        {**car, "year": car["made_year"], "serials": {}},
        {
            "odometer_value": data["odometer"]["value"],
            "odometer_unit": data["odometer"]["unit"],
            "key_tag": data["key_tag"],
        },
    )
    return found if car["make"] or car["model"] else replace(found, make_model="")


def _people(read: Read, card: ArrivalCard) -> dict[str, Any]:
    people: dict[str, Any] = {
        "bringer": card.bringer,
        "bringer_phone": card.bringer_phone,
        "authority_note": card.authority_note,
    }
    if card.row.customer_id is not None:
        row = read.connection.execute(
            sa.select(
                Customer.name, Customer.phone, Customer.email, Customer.address, Customer.tax_ids
            ).where(Customer.id == card.row.customer_id)
        ).one()
        people |= dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    who = read.connection.execute(
        sa.select(Employee.name, Employee.position).where(Employee.id == read.actor.employee_id)
    ).one()
    return people | {"acceptor": who.name, "acceptor_position": who.position}


def _kind_of(read: Read, customer_id: uuid.UUID | str | None) -> str:
    if customer_id is None:
        return CustomerKind.PERSON.value
    found = read.connection.execute(
        sa.select(Customer.kind).where(Customer.id == uuid.UUID(str(customer_id)))
    ).scalar()
    return str(found or CustomerKind.PERSON.value)


def _language(read: Read, customer_id: str | None) -> str | None:
    if customer_id is None:
        return None
    found: str | None = read.connection.execute(
        sa.select(Customer.language).where(Customer.id == uuid.UUID(customer_id))
    ).scalar()
    return found


def _center(read: Read) -> dict[str, Any]:
    row = read.connection.execute(
        sa.select(Center.__table__).where(Center.id == read.center_id)
    ).one()
    return dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name


def _promised(read: Read, order_id: uuid.UUID | None) -> datetime | None:
    found: datetime | None = read.connection.execute(
        sa.select(WorkOrder.promised_at).where(WorkOrder.id == order_id)
    ).scalar()
    return found


def _seal(read: Read, center: _Facts, version: VersionRow) -> Seal:
    """What proves the version offline: its hash, and the workstation's signature of the first signature under it."""
    row = read.connection.execute(
        sa.select(ArrivalSignature.sha256, ArrivalSignature.signature, SigningKey.public_key)
        .join(SigningKey, SigningKey.id == ArrivalSignature.key_id)
        .where(ArrivalSignature.version_id == version.id)
        .order_by(ArrivalSignature.id)
        .limit(1)
    ).one()
    short = key_id(to_base64url(row.public_key))
    payload = "|".join(
        (
            "CPA1",
            str(center["code"]),
            str(version.content["number"]),
            f"v{version.number}",
            version.sha256,
            row.sha256,
            short,
            to_base64url(row.signature),
        )
    )
    return Seal(
        payload=payload, record_sha256=version.sha256, key_id=short, sealed_at=version.made_at
    )


def _under(version: VersionRow | None) -> Sequence[SignatureRow]:
    return version.signatures if version else ()


def _signatures(version: VersionRow | None, people: _Facts) -> tuple[SignatureOnPaper, ...]:
    """Both places: who accepts, who hands over; signed on the screen, or left open for the pen."""
    by_role = {signature.role: signature for signature in _under(version)}
    customer = by_role.get(SignerRole.CUSTOMER)
    acceptor = by_role.get(SignerRole.ACCEPTOR)
    return (
        SignatureOnPaper(
            role=kinds.SignatureRole.KEEPER,
            name=str(people.get("acceptor") or ""),
            position=str(people.get("acceptor_position") or ""),
            image=_pad(acceptor),
            signed_at=_moment(acceptor),
        ),
        SignatureOnPaper(
            role=kinds.SignatureRole.HANDER,
            name=str(people.get("bringer") or people.get("name") or ""),
            image=_pad(customer),
            signed_at=_moment(customer),
        ),
    )


def _moment(signature: SignatureRow | None) -> datetime | None:
    if signature is None or signature.method is not SignMethod.SCREEN:
        return None
    return signature.at


def _pad(signature: SignatureRow | None) -> bytes | None:
    """The strokes as a clear PNG, cut to what was written."""
    if signature is None or not signature.strokes:
        return None
    width, height = (side * _FINE for side in _PAD)
    picture = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(picture)
    for stroke in signature.strokes:
        points = [(p[0] * width / GRID, p[1] * height / GRID) for p in stroke]
        if len(points) == 1:
            x, y = points[0]
            draw.ellipse((x - _PEN, y - _PEN, x + _PEN, y + _PEN), fill=255)
        else:
            draw.line(points, fill=255, width=_PEN * _FINE, joint="curve")
    box = picture.getbbox()
    if box is None:
        return None
    margin = _PEN * _FINE
    cut = picture.crop((box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin))
    mask = cut.resize(
        (max(1, cut.width // _FINE), max(1, cut.height // _FINE)), Image.Resampling.LANCZOS
    )
    ink = Image.new("RGBA", mask.size, (20, 23, 29, 0))
    ink.putalpha(mask)
    made = BytesIO()
    ink.save(made, "PNG")
    return made.getvalue()


def _photos(store: FileStore, data: _Facts) -> tuple[PhotoOnPaper, ...]:
    """Photos in their order, each numbered; the films and recordings of an arrival stay off the paper."""
    marks = {mark["id"]: number for number, mark in enumerate(data["marks"], 1)}
    shown = [photo for photo in data["photos"] if photo["kind"] == FileKind.PHOTO.value]
    made = []
    for number, photo in enumerate(shown, 1):
        slot = str(photo["slot"])
        mark = marks.get(slot.removeprefix("mark:"), 0) if slot.startswith("mark:") else 0
        taken = photo["taken_at"]
        made.append(
            PhotoOnPaper(
                number=number,
                sha256=photo["sha256"],
                image=_small(store, photo["sha256"]),
                slot="" if slot.startswith("mark:") else slot,
                mark=mark,
                taken_at=datetime.fromisoformat(taken) if taken else None,
            )
        )
    return tuple(made)


def _small(store: FileStore, sha256: str) -> bytes | None:
    """The picture, or None when its bytes were erased: the act keeps the hash."""
    if not store.has(sha256):
        return None
    return files.small_copy(store, sha256, _PICTURE).read_bytes()


def _marks(data: _Facts, photos: Sequence[PhotoOnPaper]) -> tuple[MarkOnPaper, ...]:
    return tuple(
        MarkOnPaper(
            number=number,
            view=mark["view"],
            kind=mark["kind"],
            points=tuple((int(point[0]), int(point[1])) for point in mark["points"]),
            panel=mark["panel"] or "",
            size=mark["size"] or "",
            note=mark["note"] or "",
            photos=tuple(photo.number for photo in photos if photo.mark == number),
        )
        for number, mark in enumerate(data["marks"], 1)
    )


def _chips(codes: Sequence[str], language: str) -> tuple[str, ...]:
    by_code = {symptom.code: symptom for symptom in symptoms()}
    return tuple(by_code[code].word(language) for code in codes if code in by_code)


def _things(data: _Facts) -> tuple[ThingOnPaper, ...]:
    currency = data["currency"]
    return tuple(
        ThingOnPaper(
            name=thing["name"],
            place=thing.get("place") or "",
            value=Money(thing["value_amount"], currency)
            if thing.get("value_amount") is not None
            else None,
        )
        for thing in data["belongings"]
    )


def _own_part(part: _Facts, currency: str) -> OwnPart:
    number, _, unit = str(part["qty"] or "1").strip().partition(" ")
    try:
        quantity = Decimal(number.replace(",", "."))
    except ArithmeticError:
        quantity, unit = Decimal(1), str(part["qty"])
    return OwnPart(
        name=part["name"],
        quantity=quantity,
        unit=unit,
        price=Money(part["price_amount"], currency) if part["price_amount"] is not None else None,
        conformity=part.get("papers") or "",
    )
