"""What people type for a day or a moment, in English and Russian at once: "завтра 15", "fri 10", "+2h".

No Qt here, and no clock: the present moment, the zone and the language come as arguments.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from widgets.typed import EMPTY, QT_TRANSLATE_NOOP, Reading

_HOW_DAY: Final = QT_TRANSLATE_NOOP("typed", "Type a day: today, fri, 17.12 or 17 dec.")
_HOW_MOMENT: Final = QT_TRANSLATE_NOOP(
    "typed", "Type a time: 17:30, tomorrow 15, fri 10, +2h or 17.12 9:00."
)
_NO_DAY: Final = QT_TRANSLATE_NOOP("typed", "There is no such day: check the day and the month.")
_NO_HOUR: Final = QT_TRANSLATE_NOOP(
    "typed", "There is no such time: hours go to 23, minutes to 59."
)
_PAST: Final = QT_TRANSLATE_NOOP("typed", "This moment is already past.")
_SKIPPED: Final = QT_TRANSLATE_NOOP(
    "typed", "That hour does not exist: the clocks go forward then."
)

_MONTHS: Final = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
}
_NAMED: Final = {
    "en": {0: "today", 1: "tomorrow", -1: "yesterday"},
    "ru": {0: "сегодня", 1: "завтра", -1: "вчера"},
}
_MONTH_STARTS: Final[dict[str, int]] = {
    start: number
    for number, starts in enumerate(
        (
            "jan янв",
            "feb фев",
            "mar мар",
            "apr апр",
            "may май мая мае",
            "jun июн",
            "jul июл",
            "aug авг",
            "sep сен",
            "oct окт",
            "nov ноя",
            "dec дек",
        ),
        1,
    )
    for start in starts.split()
}
_WEEKDAYS: Final[dict[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            "mon monday пн пон понедельник",
            "tue tues tuesday вт втор вторник",
            "wed weds wednesday ср сред среда среду",
            "thu thur thurs thursday чт чет четверг",
            "fri friday пт пят пятница пятницу",
            "sat saturday сб суб суббота субботу",
            "sun sunday вс воск воскресенье",
        )
    )
    for word in words.split()
}
_OFFSETS: Final[dict[str, int]] = {
    word: offset
    for offset, words in (
        (0, "today tod сегодня сег сёдня"),
        (1, "tomorrow tom tmr tmrw завтра завт зав"),
        (2, "overmorrow послезавтра"),
        (-1, "yesterday вчера"),
        (-2, "позавчера"),
    )
    for word in words.split()
}
_NOW: Final = frozenset({"now", "сейчас", "щас"})
_FILLERS: Final = frozenset(
    {"at", "в", "во", "on", "к", "by", "до", "г", "года", "year", "около", "the"}
)
_EVENING: Final = frozenset({"pm", "p", "вечера", "дня"})
_MORNING: Final = frozenset({"am", "a", "утра", "ночи"})
_HOURS: Final = frozenset({"h", "hr", "hrs", "hour", "hours", "ч", "час", "часа", "часов"})
_MINUTES: Final = frozenset(
    {"m", "min", "mins", "minutes", "м", "мин", "минут", "минуты", "минуту"}
)
_DAYS: Final = frozenset({"d", "day", "days", "д", "дн", "день", "дня", "дней"})
_WEEKS: Final = frozenset({"w", "wk", "week", "weeks", "н", "нед", "неделю", "недели", "недель"})
_SPANS: Final = re.compile(r"(\d{1,4})\s*(?::(\d{2}))?\s*([^\W\d_]*)\.?")
_AHEAD: Final = re.compile(r"^(?:\+|через\s+|in\s+)(.+)$")
_BEHIND: Final = re.compile(r"^-(.+)$")
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+(?:[.:/\-]\d+)*|[^\w\s]")
_NOON: Final = 12
_CENTURY: Final = 100
_HALF_YEAR: Final = 183
_MOST_SPAN: Final = timedelta(days=3660)


class _NotReadError(Exception):
    """The text is no day or moment; the argument is the sentence that says what to type."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How days are read and written here.

    ``language``: of the words written ("ru", else English). ``month_first``: 12/17 is December (USA).
    ``lean``: a day without its year is the next one ("ahead"), the last one ("back"), or the "near" one.
    """

    language: str = "en"
    month_first: bool = False
    lean: str = "near"


def read_day(text: str, *, today: date, calendar: Calendar) -> Reading:
    """A day as a ``date``: "сегодня", "пт", "17.12", "17 дек 25", "+3", "in 2 weeks"."""
    plain = _tidy(text)
    if not plain:
        return EMPTY
    try:
        day = _span_day(plain, today) or _whole_day(plain, today, calendar)
    except _NotReadError as told:
        return Reading(None, problem=str(told))
    return Reading(day, write_day(day, today=today, calendar=calendar))


def read_moment(
    text: str, *, now: datetime, zone: tzinfo, calendar: Calendar, usual: time = time(18)
) -> Reading:
    """A moment as an aware ``datetime`` in UTC: "завтра 15", "today 17:30", "fri 10", "+2ч", "17.12 9:00".

    ``now`` is aware; a time alone is today's, or tomorrow's when it is past; a day alone is at ``usual``.
    What lies behind ``now`` is kept, with a warning.
    """
    plain = _tidy(text)
    if not plain:
        return EMPTY
    here = now.astimezone(zone).replace(second=0, microsecond=0)
    try:
        meant = _span_moment(plain, here)
        if meant is None:
            meant = _wall(plain, here.replace(tzinfo=None), calendar, usual).replace(tzinfo=zone)
    except _NotReadError as told:
        return Reading(None, problem=str(told))
    value = meant.astimezone(UTC)
    back = value.astimezone(zone)
    warning = _PAST if value < now.replace(second=0, microsecond=0) else ""
    if back.replace(tzinfo=None) != meant.replace(tzinfo=None):
        warning = _SKIPPED
    return Reading(
        value, write_moment(value, now=now, zone=zone, calendar=calendar), warning=warning
    )


def write_day(day: date, *, today: date, calendar: Calendar) -> str:
    """The day as the field shows it: "сегодня", "17 дек", "17 дек 2026"; the readers read it back."""
    language = "ru" if calendar.language.startswith("ru") else "en"
    named = _NAMED[language].get((day - today).days)
    if named:
        return named
    month = _MONTHS[language][day.month - 1]
    written = f"{month} {day.day}" if calendar.month_first else f"{day.day} {month}"
    # the year stands there whenever the day without it would be read as another year's
    return written if _leans_to(day, today, calendar) else f"{written} {day.year}"


def write_moment(value: datetime, *, now: datetime, zone: tzinfo, calendar: Calendar) -> str:
    """The moment as the field shows it: "сегодня, 17:30", "19 дек, 10:00"."""
    here = value.astimezone(zone)
    day = write_day(here.date(), today=now.astimezone(zone).date(), calendar=calendar)
    return f"{day}, {here:%H:%M}"


def _tidy(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(plain.translate(str.maketrans("−–—‐‑", "-----")).split())


def _tokens(plain: str) -> list[str]:
    return [
        each for each in _TOKEN.findall(plain) if each not in {",", "."} and each not in _FILLERS
    ]


# spans: +2h, +1ч30, через 3 дня
def _span(plain: str) -> tuple[timedelta, bool] | None:
    """The span and whether it counts whole days; None when the text is no span."""
    ahead, behind = _AHEAD.match(plain), _BEHIND.match(plain)
    body = ahead[1] if ahead else behind[1] if behind else ""
    if not body:
        return None
    found = list(_SPANS.finditer(body))
    left = _SPANS.sub("", body).replace("и", "").replace("and", "").strip(" ,")
    if not found or left:
        raise _NotReadError(_HOW_MOMENT)
    total, whole_days, after_hours = timedelta(), True, False
    for each in found:
        span, is_days = _one_span(int(each[1]), each[2], each[3], after_hours=after_hours)
        after_hours = each[3] in _HOURS
        total, whole_days = total + span, whole_days and is_days
    if total > _MOST_SPAN:
        raise _NotReadError(_NO_DAY)
    return (-total if behind else total), whole_days


def _one_span(
    number: int, minutes: str | None, word: str, *, after_hours: bool
) -> tuple[timedelta, bool]:
    if minutes is not None:
        return timedelta(hours=number, minutes=int(minutes)), False
    if word in _HOURS:
        return timedelta(hours=number), False
    if word in _MINUTES or (not word and after_hours):
        return timedelta(minutes=number), False
    if word in _DAYS:
        return timedelta(days=number), True
    if word in _WEEKS:
        return timedelta(weeks=number), True
    if not word:
        return timedelta(hours=number), False
    raise _NotReadError(_HOW_MOMENT)


def _span_day(plain: str, today: date) -> date | None:
    bare = re.fullmatch(r"([+-])(\d{1,3})", plain)
    if bare:
        return today + timedelta(days=int(bare[1] + bare[2]))
    try:
        found = _span(plain)
    except _NotReadError as told:
        raise _NotReadError(_HOW_DAY) from told
    if found is None:
        return None
    if not found[1]:
        raise _NotReadError(_HOW_DAY)
    return today + found[0]


def _span_moment(plain: str, here: datetime) -> datetime | None:
    found = _span(plain)
    if found is None:
        return None
    # hours pass on the clock of the world, days on the wall
    if found[1]:
        return here + found[0]
    return (here.astimezone(UTC) + found[0]).astimezone(here.tzinfo)


# days and times
def _wall(plain: str, here: datetime, calendar: Calendar, usual: time) -> datetime:
    if plain in _NOW:
        return here
    tokens = _tokens(plain)
    clock, rest = _whole_time(tokens)
    if clock is not None and not rest:
        meant = datetime.combine(here.date(), clock)
        return meant if meant >= here else meant + timedelta(days=1)
    day, rest = _take_day(tokens, here.date(), calendar, start=0)
    if day is None:
        raise _NotReadError(_HOW_MOMENT)
    clock, left = _take_time(rest)
    if left:
        raise _NotReadError(_HOW_MOMENT)
    meant = datetime.combine(day, clock or usual)
    if tokens[0] in _WEEKDAYS and meant < here:
        return meant + timedelta(days=7)
    return meant


def _whole_time(tokens: list[str]) -> tuple[time | None, list[str]]:
    """A text that is nothing but a time; "17.12" is a day first, "9.30" can only be a time."""
    if not tokens or not tokens[0][0].isdecimal():
        return None, tokens
    if "." in tokens[0] or "/" in tokens[0] or "-" in tokens[0]:
        parts = re.split(r"[./\-]", tokens[0])
        if len(parts) != 2 or 1 <= int(parts[1]) <= _NOON:  # noqa: PLR2004  day and month
            return None, tokens
    if len(tokens) > 1 and _month_of(tokens[1]):
        return None, tokens
    return _take_time(tokens)


def _take_time(tokens: list[str]) -> tuple[time | None, list[str]]:
    if not tokens:
        return None, []
    found = re.fullmatch(r"(\d{1,2})(?:[:.\-](\d{2}))?|(\d{1,2})(\d{2})", tokens[0])
    if found is None:
        return None, tokens
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    rest = tokens[1:]
    if rest and rest[0] in _HOURS:
        rest = rest[1:]
        if rest and rest[0].isdecimal() and not found[2]:
            minute, rest = int(rest[0]), rest[1:]
            rest = rest[1:] if rest and rest[0] in _MINUTES else rest
    if rest and (rest[0] in _EVENING or rest[0] in _MORNING):
        if not 1 <= hour <= _NOON:
            raise _NotReadError(_NO_HOUR)
        hour = hour % _NOON + (_NOON if rest[0] in _EVENING else 0)
        rest = [each for each in rest[1:] if each != "m"]
    if hour > 23 or minute > 59:  # noqa: PLR2004  a clock
        raise _NotReadError(_NO_HOUR)
    return time(hour, minute), rest


def _whole_day(plain: str, today: date, calendar: Calendar) -> date:
    day, rest = _take_day(_tokens(plain), today, calendar, start=1)
    if day is None or rest:
        raise _NotReadError(_HOW_DAY)
    return day


def _take_day(
    tokens: list[str], today: date, calendar: Calendar, *, start: int
) -> tuple[date | None, list[str]]:
    """The day at the head of the text and what is left; ``start``: how far off a bare weekday is at least."""
    if not tokens:
        return None, []
    first, rest = tokens[0], tokens[1:]
    if first in _WEEKDAYS and len(rest) > 1 and rest[0].isdecimal() and _month_of(rest[1]):
        first, rest = rest[0], rest[1:]  # "fri 19 dec": the date says which Friday
    if first in _OFFSETS or first in _WEEKDAYS:
        ahead = _OFFSETS.get(first)
        if ahead is None:
            ahead = (_WEEKDAYS[first] - today.weekday() - start) % 7 + start
        return today + timedelta(days=ahead), rest
    if _month_of(first) and rest and rest[0].isdecimal():
        return _with_year(int(rest[0]), _month_of(first), rest[1:], today, calendar)
    if first.isdecimal() and rest and _month_of(rest[0]):
        return _with_year(int(first), _month_of(rest[0]), rest[1:], today, calendar)
    return _numbered_day(first, rest, tokens, today, calendar, bare=bool(start))


def _numbered_day(
    first: str, rest: list[str], tokens: list[str], today: date, calendar: Calendar, *, bare: bool
) -> tuple[date | None, list[str]]:
    """A day of digits: 17.12, 2025-12-17, 171225; ``bare``: 17 alone is a day of this month or the next."""
    numbers = re.fullmatch(r"(\d{1,4})([./\-])(\d{1,2})(?:\2(\d{1,4}))?", first)
    if numbers:
        return _by_numbers(numbers, today, calendar), rest
    packed = re.fullmatch(r"(\d{2})(\d{2})(\d{2}|\d{4})", first)
    if packed and len(first) in {6, 8}:
        return _day(_year(int(packed[3])), int(packed[2]), int(packed[1])), rest
    if first.isdecimal() and bare:
        return _in_month(int(first), today), rest
    return None, tokens


def _by_numbers(numbers: re.Match[str], today: date, calendar: Calendar) -> date:
    first, mark, second, third = int(numbers[1]), numbers[2], int(numbers[3]), numbers[4]
    if len(numbers[1]) == 4 and third is not None:  # noqa: PLR2004  a year stands first
        return _day(first, second, int(third))
    day, month = (second, first) if calendar.month_first and mark == "/" else (first, second)
    if third is not None:
        return _day(_year(int(third)), month, day)
    return _lean(day, month, today, calendar.lean)


def _with_year(
    day: int, month: int, rest: list[str], today: date, calendar: Calendar
) -> tuple[date, list[str]]:
    """Day and month are known; a year may follow: 2026, or 26 when a time follows that."""
    if rest and rest[0].isdecimal():
        is_year = len(rest[0]) == 4 and 1900 <= int(rest[0]) <= 2199  # noqa: PLR2004  a year, no time 1530
        is_short = len(rest[0]) == 2 and int(rest[0]) > 23  # noqa: PLR2004  no hour
        if is_year or is_short:
            return _day(_year(int(rest[0])), month, day), rest[1:]
    return _lean(day, month, today, calendar.lean), rest


def _month_of(word: str) -> int:
    """1 to 12, or 0 when the word is no month."""
    return _MONTH_STARTS.get(word[:3], 0) if word[:1].isalpha() else 0


def _year(number: int) -> int:
    return number + 2000 if number < _CENTURY else number


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _NotReadError(_NO_DAY) from error


def _lean(day: int, month: int, today: date, lean: str) -> date:
    """The year that fits: the next such day, the last one, or the nearest."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # 29 February is not in every year
    if lean == "ahead":
        found = [each for each in found if each >= today]
    elif lean == "back":
        found = [each for each in found if each <= today]
    if not found:
        raise _NotReadError(_NO_DAY)
    return min(found, key=lambda each: abs((each - today).days))


def _leans_to(day: date, today: date, calendar: Calendar) -> bool:
    try:
        return day.year == today.year and _lean(day.day, day.month, today, calendar.lean) == day
    except _NotReadError:
        return False


def _in_month(day: int, today: date) -> date:
    """The next month's day of that number, this month's when it is not past."""
    for ahead in range(12):
        month = today.month - 1 + ahead
        try:
            found = date(today.year + month // 12, month % 12 + 1, day)
        except ValueError:
            continue  # the month is too short
        if found >= today:
            return found
    raise _NotReadError(_NO_DAY)
