"""Who waits, in the words of the list: what it needs, when it suits."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.bookings.rows import WaitingRow
from ui.parts.bookings import ability_word, length, skill_word
from ui.parts.cells import plate_cell
from ui.shell.formats import Formats
from widgets.board import WaitingItem
from widgets.values import PlateText

_HOUR = 60


def waiting_item(row: WaitingRow, formats: Formats) -> WaitingItem:
    """Somebody who waits, as the list paints them."""
    need = [length(formats, row.minutes)]
    if row.ability:
        need.append(ability_word(row.ability))
    elif row.skill:
        need.append(skill_word(row.skill))
    return WaitingItem(
        key=row.id,
        plate=plate_cell(row.plate) or PlateText("—"),
        car=row.car or row.who,
        work=row.what,
        need=", ".join(need),
        wish=wish_words(row, formats),
        minutes=row.minutes,
    )


def wish_words(row: WaitingRow, formats: Formats) -> str:
    """When it suits somebody: ``by Fri``, ``mornings``, ``Thu or Fri``, ``after 17:00``."""
    wish = row.wish
    words = []
    if wish.weekdays:
        monday = date(2024, 1, 1)
        names = [formats.weekday(monday + timedelta(days=day)) for day in wish.weekdays]
        words.append(QCoreApplication.translate("CalendarPage", " or ").join(names))
    words += [_part_word(part) for part in wish.parts]
    if wish.earliest_minute is not None:
        clock = f"{wish.earliest_minute // _HOUR}:{wish.earliest_minute % _HOUR:02}"
        words.append(QCoreApplication.translate("CalendarPage", "after {time}").format(time=clock))
    if wish.from_on is not None:
        words.append(
            QCoreApplication.translate("CalendarPage", "from {day}").format(
                day=_near_day(wish.from_on, formats)
            )
        )
    if wish.until_on is not None:
        words.append(
            QCoreApplication.translate("CalendarPage", "by {day}").format(
                day=_near_day(wish.until_on, formats)
            )
        )
    return ", ".join(words) or QCoreApplication.translate("CalendarPage", "any day")


def _part_word(part: str) -> str:
    words = {
        "morning": QCoreApplication.translate("CalendarPage", "mornings"),
        "day": QCoreApplication.translate("CalendarPage", "in the day"),
        "evening": QCoreApplication.translate("CalendarPage", "evenings"),
    }
    return words.get(part, part)


def _near_day(day: date, formats: Formats) -> str:
    week = 7
    if 0 <= (day - formats.today()).days < week:
        return formats.weekday(day)
    return formats.day(day)
