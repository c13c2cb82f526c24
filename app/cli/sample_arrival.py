"""The arrival that reception is writing down on the sample day: a car with marks, things left in it, and photos."""

import uuid
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import sqlalchemy as sa
from PIL import Image, ImageDraw

from app import arrivals, files
from app.cli.demo_orders import DemoDesk
from app.kernel.tx import Read
from models.text import plate_key
from models.vehicles import Vehicle
from models.work_orders import WorkOrder

_SIZE = (720, 496)
_PAINT, _EDGE = "#6d7d93", "#3f4a59"


def receive_car(desk: DemoDesk, told: Mapping[str, Any], order_id: uuid.UUID) -> uuid.UUID:
    """Write down how a car came, as the file tells; its order stands already. Returns the arrival."""
    for place, (code, name) in enumerate(told.get("places", ())):
        command = arrivals.SetPlace(code=code, name=name, sort=place)
        desk.do(desk.sample.owner, arrivals.set_place, command)
    key: uuid.UUID = desk.do(
        desk.advisor, arrivals.open_arrival, arrivals.OpenArrival(order_id=order_id), minutes=1
    )
    desk.do(
        desk.advisor,
        arrivals.save_arrival,
        arrivals.SaveArrival(arrival_id=key, values=told["values"]),
        minutes=1,
    )
    if told.get("tag"):
        hung = arrivals.HangKey(arrival_id=key, tag=told["tag"])
        desk.do(desk.advisor, arrivals.hang_key, hung, minutes=0)
    card = desk.see(arrivals.get_arrival, key)
    for slot, number in told.get("photos", ()):
        mark = str(card.marks[number - 1]["id"]) if number else None
        kind = str(card.marks[number - 1]["kind"]) if number else slot
        _photo(desk, key, slot, mark, _drawn(kind, told, slot))
    return key


def _photo(desk: DemoDesk, key: uuid.UUID, slot: str, mark: str | None, data: bytes) -> None:
    came = files.receive(desk.sample.shop.files, data, f"{slot}.jpg")
    desk.do(
        desk.advisor,
        arrivals.add_photo,
        arrivals.AddPhoto(
            arrival_id=key,
            sha256=came.sha256,
            name=came.name,
            slot="free" if mark else slot,
            mark_id=mark,
            taken_at=desk.clock(),
        ),
        minutes=0,
    )


# pictures: drawn here, so that nobody's car and no camera's data go along
def _drawn(kind: str, told: Mapping[str, Any], name: str) -> bytes:
    picture = Image.new("RGB", _SIZE, "#9aa3ad")
    draw = ImageDraw.Draw(picture)
    if kind in {"front", "rear"}:
        _face(draw, "#e9edf1" if kind == "front" else "#b8323d")
    elif kind in {"left", "right"}:
        _side(draw)
        if kind == "right":
            picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    elif kind == "dashboard":
        _dashboard(draw, str(told["values"].get("odometer_value", "")))
    else:
        _close(draw, kind)
    if name.endswith("2"):
        # another shot of the same place, from nearer by
        picture = picture.crop((120, 80, 600, 410)).resize(_SIZE)
    made = BytesIO()
    picture.save(made, "JPEG", quality=86)
    return made.getvalue()


def _face(draw: ImageDraw.ImageDraw, lamps: str) -> None:
    draw.rectangle((0, 360, 720, 496), "#5a6068")
    body: Sequence[tuple[int, int]] = (
        (150, 430), (150, 260), (210, 215), (270, 90),
        (450, 90), (510, 215), (570, 260), (570, 430),
    )  # fmt: skip  # rows read better
    draw.polygon(body, _PAINT, _EDGE, 5)
    draw.polygon(((232, 212), (282, 108), (438, 108), (488, 212)), "#1e2630")
    for left in (165, 470):
        draw.rounded_rectangle((left, 262, left + 85, 305), 14, lamps)
    draw.rounded_rectangle((280, 262, 440, 320), 12, "#2b333d")
    draw.rectangle((300, 348, 420, 378), "#f2f2f2")
    for left in (170, 480):
        draw.rectangle((left, 430, left + 70, 480), "#20252b")


def _side(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 370, 720, 496), "#5d646d")
    body: Sequence[tuple[int, int]] = (
        (60, 390), (60, 290), (210, 265), (310, 160),
        (560, 160), (640, 265), (670, 300), (670, 390),
    )  # fmt: skip  # rows read better
    draw.polygon(body, _PAINT, _EDGE, 5)
    draw.polygon(((250, 262), (325, 178), (550, 178), (612, 262)), "#1e2630")
    draw.line((425, 175, 425, 385), _EDGE, 4)
    for x in (180, 555):
        draw.ellipse((x - 62, 328, x + 62, 452), "#20252b")
        draw.ellipse((x - 34, 356, x + 34, 424), "#b4bac1")


def _dashboard(draw: ImageDraw.ImageDraw, reading: str) -> None:
    draw.rectangle((0, 0, *_SIZE), "#14181d")
    for x in (200, 520):
        draw.ellipse((x - 140, 100, x + 140, 380), outline="#aeb6c0", width=10)
        draw.line((x, 240, x - 90, 330), "#ff6a55", 12)
    draw.text((360, 400), reading, "#f4f5f7", anchor="mm", font_size=56)
    draw.ellipse((345, 230, 375, 260), "#f0a92b")


def _close(draw: ImageDraw.ImageDraw, kind: str) -> None:
    draw.rectangle((0, 0, *_SIZE), "#71829a")
    draw.polygon(((0, 0), (720, 0), (720, 150), (0, 260)), "#8798af")
    if kind == "scratch":
        for low in (0, 45):
            draw.line((150, 360 + low, 500 - low, 285 + low), "#dfe5ec", 9)
    elif kind == "dent":
        for step in range(70, 0, -5):
            shade = 70 + step
            box = (360 - 2.4 * step, 260 - 1.5 * step, 360 + 2.4 * step, 260 + 1.5 * step)
            draw.ellipse(box, (shade, shade + 14, shade + 34))
    elif kind == "chip":
        for x, y in ((200, 240), (310, 190), (470, 220)):
            draw.polygon(((x, y), (x + 30, y - 14), (x + 52, y + 10), (x + 8, y + 34)), "#e8ecf0")
    else:
        draw.rectangle((0, 0, *_SIZE), "#8aa0b2")
        draw.line((300, 60, 390, 190, 350, 280, 440, 400), "#ffffff", 11)
        draw.line((390, 190, 500, 150), "#ffffff", 9)
        draw.line((350, 280, 250, 330), "#ffffff", 9)


def order_of(read: Read, plate: str) -> uuid.UUID:
    """The newest order of a car by its plate."""
    found: uuid.UUID = read.connection.execute(
        sa.select(WorkOrder.id)
        .join(Vehicle, Vehicle.id == WorkOrder.vehicle_id)
        .where(WorkOrder.center_id == read.center_id, Vehicle.plate_key == plate_key(plate))
        .order_by(WorkOrder.id.desc())
        .limit(1)
    ).scalar_one()
    return found
