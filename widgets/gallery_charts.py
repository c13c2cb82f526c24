"""The charts of the gallery, and the smallest PDF that a viewer opens."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.balance import Balance, Level
from widgets.charts import Bar, Bars, Columns, Line, Pillar, Point, Span
from widgets.marks import Chart
from widgets.strip import Due, Strip
from widgets.theme import theme

_WEEK = (
    ("Mon", 46, 54),
    ("Tue", 51, 54),
    ("Wed", 44, 46),
    ("Thu", 52, 54),
    ("Fri", 38, 54),
    ("Sat", 19, 30),
)
_MONTH = (184, 212, 176, 231, 248, 97, 0, 203, 219, 190, 226, 262, 104, 0, 214, 238, 131)


def chart_sections() -> Sequence[tuple[str, QWidget]]:
    """Every kind of chart with data."""
    return (
        ("Promise strip", _strip()),
        ("Columns and bars", _side_by_side(_load(), _revenue(), _hours(), height=150)),
        ("Odometer and balance", _side_by_side(_odometer(), _balance(), height=190)),
    )


def _side_by_side(*charts: Chart, height: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(24))
    for chart in charts:
        row.addWidget(chart, 1)
    box.setFixedHeight(theme().px(height))
    return box


def _strip() -> Strip:
    strip = Strip("Promised today", ("Car", "When"))
    due = [
        Due(11.5, "Р908ТУ", "Solaris", "circle-check", "good", "11:30, ready", 1),
        Due(13, "Н417ОС", "Camry +1:32", "alarm-clock", "bad", "13:00, late", 2),
        Due(14, "В052ХА", "Polo +0:32", "alarm-clock", "bad", "14:00, late", 3),
        Due(16, "К664АТ", "Duster", "hourglass", "wait", "16:00, at risk", 4),
        Due(17.5, "А123ВС", "Octavia", text="17:30", key=5),
        Due(18, "У385ЕК", "Granta", text="18:00", key=6),
    ]
    ticks = [(float(hour), f"{hour}:00") for hour in range(11, 24)]
    strip.set_due(due, begin=11, end=20, ticks=ticks, now=14.53, now_text="14:32")
    return strip


def _load() -> Columns:
    load = Columns("Load this week", ("Day", "Hours"))
    load.set_pillars(
        [
            Pillar(
                day,
                hours,
                f"{hours} h",
                capacity,
                f"{hours * 100 // capacity}%",
                hours * 10 > capacity * 9,
                day == "Wed",
            )
            for day, hours, capacity in _WEEK
        ]
    )
    return load


def _revenue() -> Columns:
    revenue = Columns("Revenue", ("Day", "Sum"), edges=True)
    last = len(_MONTH) - 1
    revenue.set_pillars(
        [
            Pillar(f"{at + 1} Dec", value, f"₽{value},000", strong=at == last)
            for at, value in enumerate(_MONTH)
        ]
    )
    return revenue


def _hours() -> Bars:
    hours = Bars("Hours", ("Person", "Sold", "In hand"), row_height=30)
    hours.set_bars(
        [
            Bar("Kuznetsov", (5.4, 4.6), ("5.4 h", "4.6 h"), "117%"),
            Bar("Malinin", (4.8, 5.1), ("4.8 h", "5.1 h"), "94%"),
            Bar("Aslanov", (6.1, 5.2), ("6.1 h", "5.2 h"), "117%"),
            Bar("Gusev", (3.2, 3.9), ("3.2 h", "3.9 h"), "82%"),
        ]
    )
    return hours


def _odometer() -> Line:
    line = Line("Odometer", ("Reading", "Remark"), opens=True)
    line.set_points(
        [
            Point(0, 0.1, "100 km", "open", key=1),
            Point(10, 14.9, "14,900 km", key=2),
            Point(23, 27.4, "27,400 km", key=3),
            Point(41, 46.2, "46,200 km", "other", key=4),
            Point(55, 60.2, "60,200 km", key=5),
            Point(
                61, 36.41, "36,410 km", "wrong", "36,410 km, −23,830", "inspection, 18 Apr 2024", 6
            ),
            Point(65, 66.9, "66,900 km", "open", key=7),
            Point(80.5, 84.32, "84,320 km", key=8),
        ],
        across=[(9, "2020"), (33, "2022"), (57, "2024"), (81, "2026")],
        up=[(0, "0"), (30, "30"), (60, "60"), (90, "90")],
        spans=[Span(0, 37, "Rent-Line LLC"), Span(37, 84, "Marina Ivanova", strong=True)],
        ahead=(84, 87.6),
    )
    return line


def _balance() -> Balance:
    balance = Balance("Stock", ("When", "On hand"))
    balance.set_levels(
        [
            Level(0, 24, "1 Dec", "24"),
            Level(4, 12, "5 Dec", "12"),
            Level(9, 30, "10 Dec", "30"),
            Level(15, 11.5, "16 Dec", "11.5"),
        ],
        across=[(0, "1 Dec"), (15, "16 Dec")],
        up=[(0, "0"), (15, "15"), (30, "30")],
        least=(10, "least 10"),
    )
    return balance


def sample_pdf(text: str) -> bytes:
    """One A5 page with one line of text in Helvetica."""
    drawn = f"BT /F1 24 Tf 40 500 Td ({text}) Tj ET".encode("ascii")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    )
