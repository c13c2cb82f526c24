"""Settings: the tags of the key board and the places where cars stand."""

from typing import Any

from app.arrivals import (
    PlaceRow,
    RetireTag,
    SetPlace,
    SetTag,
    TagRow,
    list_places,
    list_tags,
    retire_tag,
    set_place,
    set_tag,
)
from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from models.access import Permission
from models.arrivals import PlaceKind
from ui.centers import calendar_words as words
from ui.centers.calendar import ListsSection
from ui.centers.calendar_fields import archive_word, name_field
from ui.centers.calendar_parts import Act, Entry, Part
from ui.parts.arrivals import PLACES
from ui.parts.fields import whole_edit
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.columns import Column
from widgets.fields import Choice
from widgets.values import Mark

_C = Column
_TAG = QT_TRANSLATE_NOOP("ArrivalSettings", "Tag")
_PLACE = QT_TRANSLATE_NOOP("ArrivalSettings", "Place")
_KIND = QT_TRANSLATE_NOOP("ArrivalSettings", "Kind")
_ROOM = QT_TRANSLATE_NOOP("ArrivalSettings", "Room for cars")
_ORDER = QT_TRANSLATE_NOOP("ArrivalSettings", "Place in the list")
_FREE = QT_TRANSLATE_NOOP("ArrivalSettings", "free")
_AGAIN = QT_TRANSLATE_NOOP("ArrivalSettings", "Use again")
_AWAY = QT_TRANSLATE_NOOP("ArrivalSettings", "Use no more")


def _hung(row: TagRow) -> object:
    if row.key is None:
        return Mark("" if row.is_retired else said(_FREE), "", "muted")
    return ", ".join(part for part in (row.key.plate, row.key.car, row.key.order_number) if part)


def _retire_word(row: TagRow) -> Source:
    return _AGAIN if row.is_retired else _AWAY


TAGS = Part(
    name="tags",
    title=QT_TRANSLATE_NOOP("ArrivalSettings", "Key tags"),
    one=QT_TRANSLATE_NOOP("ArrivalSettings", "Key tag"),
    hint=QT_TRANSLATE_NOOP(
        "ArrivalSettings",
        "The hooks of the key board. Once they are named here, reception chooses a free one;"
        " while none is named, any may be written.",
    ),
    read=lambda read, _desk: list_tags(read),
    key=lambda row: row.tag,
    columns=lambda _desk: (
        _C("tag", said(_TAG), lambda row: row.tag, width=160, kind="strong"),
        _C(
            "hangs", said(QT_TRANSLATE_NOOP("ArrivalSettings", "Whose key hangs")), _hung, stretch=1
        ),
        _C(
            "state",
            "",
            lambda row: said(words.ARCHIVED) if row.is_retired else "",
            width=120,
            kind="muted",
        ),
    ),
    entries=lambda _desk, row: (
        Entry(
            "text",
            _TAG,
            name_field(_TAG),
            lambda tag: tag.tag,
            span=2,
            required=True,
            hint=""
            if row
            else QT_TRANSLATE_NOOP("ArrivalSettings", "One, several with commas, or a row: 1–40"),
        ),
    ),
    verb=set_tag,
    command=lambda values, row, _desk: SetTag(text=values["text"], tag=row.tag if row else None),
    acts=(
        Act(
            _retire_word,
            "archive",
            retire_tag,
            lambda row: RetireTag(tag=row.tag, is_retired=not row.is_retired),
        ),
    ),
)


def _kind(_desk: Desk) -> Choice:
    return Choice([(kind, said(text)) for kind, text in PLACES.items()], name=said(_KIND))


def _saved(values: dict[str, Any], row: PlaceRow | None, _desk: Desk) -> SetPlace:
    return SetPlace(
        code=values["code"],
        name=values["name"],
        kind=PlaceKind(values["kind"]),
        capacity=values["capacity"] or 1,
        sort=values["sort"] or 0,
        place_id=row.id if row else None,
        version=row.version if row else None,
        is_archived=row is not None and row.archived_at is not None,
    )


def _retired(row: PlaceRow) -> SetPlace:
    return SetPlace(
        code=row.code,
        name=row.name,
        kind=row.kind,
        capacity=row.capacity,
        sort=row.sort,
        place_id=row.id,
        version=row.version,
        is_archived=row.archived_at is None,
    )


STANDS = Part(
    name="places",
    title=QT_TRANSLATE_NOOP("ArrivalSettings", "Places for cars"),
    one=_PLACE,
    hint=QT_TRANSLATE_NOOP(
        "ArrivalSettings", "Where cars stand: the yard, the street, bays. Cars are found by them."
    ),
    read=lambda read, _desk: list_places(read, with_archived=True),
    key=lambda row: row.id,
    columns=lambda _desk: (
        _C("code", said(_PLACE), lambda row: row.code, width=110, kind="strong"),
        _C("name", said(words.NAME), lambda row: row.name, width=160, stretch=2),
        _C("kind", said(_KIND), lambda row: said(PLACES[row.kind]), width=120),
        _C("room", said(_ROOM), lambda row: str(row.capacity), width=110, align="right"),
        _C(
            "cars",
            said(QT_TRANSLATE_NOOP("ArrivalSettings", "Stands there")),
            lambda row: ", ".join(car.plate or car.number for car in row.cars),
            width=120,
            stretch=2,
        ),
        _C(
            "state",
            "",
            lambda row: said(words.ARCHIVED) if row.archived_at else "",
            width=100,
            kind="muted",
        ),
    ),
    entries=lambda _desk, _row: (
        Entry("code", _PLACE, name_field(_PLACE), lambda row: row.code, required=True),
        Entry("name", words.NAME, name_field(words.NAME), lambda row: row.name),
        Entry("kind", _KIND, _kind, lambda row: row.kind),
        Entry(
            "capacity",
            _ROOM,
            lambda desk: whole_edit(desk, name=said(_ROOM)),
            lambda row: row.capacity,
        ),
        Entry(
            "sort", _ORDER, lambda desk: whole_edit(desk, name=said(_ORDER)), lambda row: row.sort
        ),
    ),
    verb=set_place,
    command=_saved,
    acts=(Act(archive_word, "archive", set_place, _retired),),
)


class ArrivalsSection(ListsSection):
    """Key tags and places: added, renamed, retired, brought back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            (TAGS, STANDS),
            Permission.SETTINGS_EDIT,
            said(QT_TRANSLATE_NOOP("ArrivalSettings", "Keys and places")),
            "key-round",
        )
