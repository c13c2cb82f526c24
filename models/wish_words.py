"""Reading a wish for a slot from one typed line, in English and Russian, as a desk says it on the phone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from models.wishes import Chip, NotOn, Understood, Wish

_WEEKDAYS = (
    r"mon(?:days?)?|понедельник\w*|пн",
    r"tue(?:s|sdays?)?|вторник\w*|вт",
    r"wed(?:nesdays?)?|сред[аыуе]\w*|ср",
    r"thu(?:rs|rsdays?)?|четверг\w*|чт",
    r"fri(?:days?)?|пятниц\w*|пт",
    r"sat(?:urdays?)?|суббот\w*|сб",
    r"sun(?:days?)?|воскресень\w*|вс",
)
_PARTS = {
    "morning": r"mornings?|утр\w*|до обеда",
    "day": r"afternoons?|дн[её]м|после обеда",
    "evening": r"evenings?|вечер\w*",
}
_ABILITIES = {
    "alignment": r"(?:wheel )?alignment|развал\w*|схожд\w*|сход-развал\w*",
    "lift": r"lift|подъ[её]мник\w*",
    "paint_booth": r"paint booth|booth|окрасочн\w*|покрасочн\w*|малярн\w* камер\w*",
    "body": r"body(?:work)?|кузов\w*",
    "diagnosis": r"diagnos\w*|диагностик\w*",
    "tyres": r"tyres?|tires?|шиномонтаж\w*|шин\w*",
    "wash": r"wash|мойк\w*",
    "up_to_3_5_t": r"3[.,]5 ?(?:t|т)\b",
    "calibration": r"calibration|калибровк\w*",
}
_SKILLS = {
    "electrician": r"electrician|электрик\w*",
    "geometry": r"geometry|геометри\w*",
    "mechanic": r"mechanic|механик\w*|слесар\w*",
    "engine": r"engine|моторист\w*|двигател\w*",
    "gearbox": r"gearbox|transmission|акпп|кпп|коробк\w*",
    "brakes": r"brakes?|тормоз\w*",
    "air_conditioning": r"air ?con\w*|кондиционер\w*",
    "high_voltage": r"high voltage|высоковольт\w*",
    "paint": r"painter|маляр\w*",
}
_FILLERS = re.compile(
    r"^(?:earliest|soonest|first|next|ближайш\w*|скор\w*|перв\w*|bay|бокс\w*|пост\w*|with|and|и|с|со|на|в|во|"
    r"on|at|the|a|an|any|for|слот\w*|slot|time|врем\w*|окно|please|пожалуйста)$"
)
_HOURS = r"(?:h|hours?|hrs?|ч|час\w*)"
_MINUTES = r"(?:m|min|mins|minutes?|мин|минут\w*)"
_LENGTHS = (
    re.compile(rf"(\d+(?:[.,]\d+)?) ?{_HOURS}\b(?: ?(\d+) ?{_MINUTES}\b)?"),
    re.compile(rf"(\d+) ?{_MINUTES}\b"),
    re.compile(r"(?:half an hour|полчаса)\b"),
    re.compile(r"(?:полтора часа)\b"),
)
_NO = re.compile(r"(?:not(?: on| in)?|no|except|кроме|не|только не)(?: (?:в|во|on|in|the))* ")
_CLOCK = r"(\d{1,2})(?::(\d{2}))?"
_AFTER = re.compile(
    rf"(?:after|from|после|с) {_CLOCK}(?= ?(?:h|ч|час\w*|o'clock)?\b)(?! ?(?:мин|min))"
)
_BEFORE = re.compile(rf"(?:before|until|by|до) {_CLOCK}\b")
_DAY_OF = re.compile(r"\b(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\b")


@dataclass(slots=True)
class _Line:
    """What is left of the line, and what was read so far."""

    text: str
    today: date
    chips: list[Chip] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)

    def eat(self, pattern: re.Pattern[str] | str) -> re.Match[str] | None:
        """Take the first place that matches out of the text."""
        found = re.search(pattern, self.text)
        if found is not None:
            self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}"
        return found

    def note(self, kind: str, value: object, words: str) -> None:
        """A thing that was understood."""
        self.chips.append(Chip(kind, value, words.strip()))

    def add(self, name: str, value: object) -> None:
        """One more of a list."""
        self.lists.setdefault(name, []).append(value)


def parse_wish(text: str, *, today: date, zone: tzinfo, base: Wish | None = None) -> Understood:
    """The wish of a typed line over ``base``; words that were not understood are named, never guessed.

    ``today`` is the center's day, for "tomorrow" and dates without a year; times are those of ``zone``.
    """
    line = _Line(" ".join(text.casefold().replace("–", "-").split()), today)
    _length(line)
    _nots(line)
    _dates(line, zone)
    _clocks(line)
    for read in (_days, _parts, _codes):
        read(line)
    lists: dict[str, Any] = {name: tuple(values) for name, values in line.lists.items()}
    wish = replace(base or Wish(), **line.values, **lists)
    left = [word for word in re.split(r"[\s,;]+", line.text) if word and not _FILLERS.match(word)]
    return Understood(wish, tuple(line.chips), tuple(left))


def _length(line: _Line) -> None:
    for number, pattern in enumerate(_LENGTHS):
        found = line.eat(pattern)
        if found is None:
            continue
        if number == 0:
            hours = float(found[1].replace(",", "."))
            minutes = round(hours * 60) + int(found[2] or 0)
        else:
            minutes = (0, int(found[1]) if number == 1 else 0, 30, 90)[number]
        if minutes > 0:
            line.values["minutes"] = minutes
            line.note("length", minutes, found[0])
        return


def _nots(line: _Line) -> None:
    """Read what is not wanted, as in `not Monday morning` or `кроме пятницы`; several may follow one another."""
    part = "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items())
    day = "|".join(f"(?P<d{number}>{words})" for number, words in enumerate(_WEEKDAYS))
    pattern = re.compile(
        rf"{_NO.pattern}(?:(?:{day})\b(?: (?:in the |в |во )?(?:{part})\b)?"
        rf"|{part.replace('?P<', '?P<only_')}\b)"
    )
    while (found := line.eat(pattern)) is not None:
        groups = {name for name, value in found.groupdict().items() if value}
        weekday = next((n for n in range(7) if f"d{n}" in groups), None)
        name = next((p for p in _PARTS if p in groups or f"only_{p}" in groups), None)
        line.add("not_on", NotOn(weekday=weekday, part=name))
        line.note("not", NotOn(weekday=weekday, part=name), found[0])


def _dates(line: _Line, zone: tzinfo) -> None:
    words: Sequence[tuple[str, Callable[[], int]]] = (
        (r"day after tomorrow|послезавтра", lambda: 2),
        (r"tomorrow|завтра", lambda: 1),
        (r"today|сегодня", lambda: 0),
    )
    for pattern, ahead in words:
        found = line.eat(rf"\b(?:{pattern})\b")
        if found is not None:
            _on(line, line.today + timedelta(days=ahead()), found[0], zone)
            return
    found = re.search(_DAY_OF, line.text)
    if found is None:
        return
    try:
        on = date(int(found[3] or line.today.year), int(found[2]), int(found[1]))
    except ValueError:
        return
    if not found[3] and on < line.today:
        on = on.replace(year=on.year + 1)
    line.eat(_DAY_OF)
    _on(line, on, found[0], zone)


def _on(line: _Line, on: date, words: str, zone: tzinfo) -> None:
    start = datetime(on.year, on.month, on.day, tzinfo=zone)
    line.values["from_at"] = start
    line.values["until_at"] = start + timedelta(days=1) - timedelta(minutes=1)
    line.note("date", on, words)


def _clocks(line: _Line) -> None:
    for pattern, name in ((_AFTER, "earliest_minute"), (_BEFORE, "latest_minute")):
        found = re.search(pattern, line.text)
        if found is None or int(found[1]) > 24 or int(found[2] or 0) > 59:  # noqa: PLR2004 - of a clock
            continue
        line.eat(pattern)
        minute = int(found[1]) * 60 + int(found[2] or 0)
        line.values[name] = minute
        line.note(name, minute, found[0])


def _days(line: _Line) -> None:
    for number, pattern in enumerate(_WEEKDAYS):
        found = line.eat(rf"\b(?:{pattern})\b")
        if found is not None:
            line.add("weekdays", number)
            line.note("weekday", number, found[0])


def _parts(line: _Line) -> None:
    for name, pattern in _PARTS.items():
        found = line.eat(rf"\b(?:{pattern})\b")
        if found is not None:
            line.add("parts", name)
            line.note("part", name, found[0])


def _codes(line: _Line) -> None:
    for kind, codes in (("ability", _ABILITIES), ("skill", _SKILLS)):
        read = []
        for code, pattern in codes.items():
            found = line.eat(rf"(?<!\w)(?:{pattern})(?!\w)")
            if found is not None:
                read.append(code)
                line.note(kind, code, found[0])
        if read:
            line.values[kind] = ",".join(read)
