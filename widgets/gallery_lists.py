"""The second half of the gallery: lists, tables, charts, panels, and the fields that understand what is typed."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from widgets.brief import OWN, Brief, BriefList, Piece
from widgets.buttons import Button
from widgets.cells import Badge, Figure, Mark, Meter, PlateText, Rich
from widgets.columns import Column, Group
from widgets.completion import Option
from widgets.controls import Area, SearchEdit, Switch
from widgets.date_edits import DateEdit, MomentEdit
from widgets.dialog import Dialog, ask
from widgets.facts import Fact, FactColumn, Facts
from widgets.fields import Field
from widgets.gallery_charts import chart_sections, sample_pdf
from widgets.headline import Headline, Headlines
from widgets.line_rows import Line, LineColumn, LineGroup
from widgets.lines import LineTable
from widgets.moments import Calendar
from widgets.palette import PaletteList, PaletteRow, PaletteSection
from widgets.pdf_view import PdfPreview
from widgets.picker import Picker
from widgets.segments import Segments
from widgets.table import Table
from widgets.tabs import SideTabs, TabPage
from widgets.theme import theme
from widgets.timeline import Entry, Timeline
from widgets.toast import Toasts
from widgets.totals import Total, TotalsBar
from widgets.typed_edits import MoneyEdit, PercentEdit, QuantityEdit

_Row = tuple[str, str, str, Badge, Figure, Meter]
_ORDERS: tuple[_Row, ...] = (
    (
        "0148",
        "А123ВС",
        "Škoda Octavia",
        Badge("In progress", "wrench", "work"),
        Figure("37,402", ".50"),
        Meter(0.39, "39%", "good", 0.33),
    ),
    (
        "0147",
        "К664АТ",
        "Renault Duster",
        Badge("Awaiting approval", "message-circle-question-mark", "wait"),
        Figure("38,400", ".00"),
        Meter(0.31, "31%", "wait", 0.33),
    ),
    (
        "0146",
        "Е731КМ",
        "Kia Rio",
        Badge("Ready", "circle-check", "good"),
        Figure("12,350", ".00"),
        Meter(0.44, "44%", "good", 0.33),
    ),
    (
        "0145",
        "Н417ОС",
        "Toyota Camry",
        Badge("Late", "alarm-clock", "bad"),
        Figure("6,240", ".00"),
        Meter(0.35, "35%", "good", 0.33),
    ),
)
_TODAY = date(2025, 12, 17)
_NOW = datetime(2025, 12, 17, 11, 32, tzinfo=UTC)


def list_sections() -> Sequence[tuple[str, QWidget]]:
    """Every part with its name, from top to bottom."""
    return (
        ("Fields that understand", _typed()),
        ("Table", _table()),
        ("Table: empty, loading, error", _table_states()),
        ("Lines of an order", _lines()),
        ("Totals and figures", _totals()),
        ("Tabs and timeline", _tabs()),
        ("Brief list, facts", _briefs()),
        ("Palette", _palette()),
        *chart_sections(),
        ("Dialog and toast", _dialogs()),
        ("Pages of a PDF", _pdf()),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", "Order", lambda row: row[0], 70, kind="code", sort="number"),
        Column("plate", "Plate", lambda row: PlateText(row[1], "777"), 110, kind="plate"),
        Column("car", "Vehicle", lambda row: row[2], 180, stretch=1, sort="car"),
        Column("state", "State", lambda row: row[3], 170, kind="state"),
        Column("sum", "Amount", lambda row: row[4], 110, align="right", kind="money"),
        Column("margin", "Margin", lambda row: row[5], 120),
    )


def _table() -> QWidget:
    table = Table(_columns(), key=lambda row: row[0], name="Work orders")
    table.set_rows(
        [
            Group("Today", {"sum": Figure("75,802", ".50")}),
            *_ORDERS[:2],
            Group("Tomorrow"),
            *_ORDERS[2:],
        ]
    )
    table.select("0148")
    table.setFixedHeight(theme().px(230))
    return table


def _table_states() -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(16))
    for name in ("empty", "loading", "error"):
        table = Table(_columns()[:3], key=lambda line: line[0], name=f"Work orders, {name}")
        table.setFixedHeight(theme().px(210))
        if name == "empty":
            button = Button("Work order", "plus", kind="primary")
            table.show_empty("clipboard-list", "No orders yet", "They begin at the gate.", button)
        elif name == "loading":
            table.show_loading()
        else:
            table.show_error("The database does not answer.", QApplication.beep)
        row.addWidget(table)
    return box


def _lines() -> QWidget:
    columns = (
        LineColumn("kind", "", lambda row: Mark("", row[0]), 40, kind="icon"),
        LineColumn("name", "Labour or part", lambda row: row[1], 0),
        LineColumn("code", "Code", lambda row: row[2], 110, kind="code"),
        LineColumn("qty", "Qty", lambda row: row[3], 60, align="right"),
        LineColumn("amount", "Amount", lambda row: row[4], 110, align="right"),
    )
    table = LineTable(columns, name="Jobs and lines")
    table.set_groups(
        [
            LineGroup(
                "1",
                {
                    "name": Rich((("1  90,000 km service", "strong"),)),
                    "amount": Figure("6,270", ".00", "strong"),
                },
                (
                    Line(
                        "a",
                        (
                            "wrench",
                            "Engine oil and filter, replace",
                            "M-0101",
                            "0.6",
                            Figure("1,440", ".00"),
                        ),
                    ),
                    Line(
                        "b",
                        (
                            "package",
                            "Castrol EDGE 5W-30 LL",
                            "15668E",
                            "4.2",
                            Figure("4,830", ".00"),
                        ),
                    ),
                ),
            ),
            LineGroup(
                "2",
                {
                    "name": Rich((("2  Anti-roll bar links", "strong"),)),
                    "amount": Figure("5,880", ".00", "strong"),
                },
                (
                    Line(
                        "c",
                        (
                            "package",
                            "Front anti-roll bar link",
                            "5Q0 411 315 A",
                            "2",
                            Figure("3,960", ".00"),
                        ),
                        muted=True,
                    ),
                ),
            ),
        ]
    )
    table.setFixedHeight(table.content_height() + theme().px(8))
    return table


def _typed() -> QWidget:
    calendar = Calendar()
    money = MoneyEdit(2, ".", name="Price", right=True)
    money.set_value(Decimal("1440.5"))
    qty = QuantityEdit(".", unit="l", name="Quantity", right=True)
    qty.set_value(Decimal("4.2"))
    off = PercentEdit(".", name="Discount", right=True)
    off.set_value(Decimal(5))
    day = DateEdit(lambda: _TODAY, calendar, name="Day")
    day.set_value(_TODAY)
    moment = MomentEdit(lambda: _NOW, UTC, calendar, name="Promised")
    moment.set_value(_NOW.replace(hour=17, minute=30))
    search = SearchEdit("Plate, VIN, phone, order", name="Search")
    search.set_count("12")
    switch = Switch("Quality check")
    switch.set_value(True)
    note = Area(name="Note")
    note.set_value("Knock at the front when braking")
    note.setFixedHeight(theme().px(56))
    segments = Segments([("m", "Month"), ("q", "Quarter"), ("y", "Year")], name="Period")
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px(10))
    grid.setVerticalSpacing(theme().px(8))
    places: Sequence[tuple[str, QWidget]] = (
        ("Price", money),
        ("Quantity", qty),
        ("Discount", off),
        ("Day", day),
        ("Promised", moment),
        ("Customer", _picker()),
        ("Search", search),
        ("Note", note),
    )
    for place, (caption, control) in enumerate(places):
        grid.addWidget(Field(caption, control), place // 4, place % 4)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(grid)
    row = QHBoxLayout()
    row.setSpacing(theme().px(18))
    row.addWidget(segments)
    row.addWidget(switch)
    row.addStretch(1)
    column.addLayout(row)
    return box


def _picker() -> Picker:
    people = (
        Option("1", "Marina Ivanova", "+7 916 204-18-74", "user"),
        Option("2", "Vektor LLC", "fleet, 12 cars", "building-2"),
    )

    def search(text: str, answer: Callable[[Sequence[Option]], None]) -> None:
        answer([each for each in people if text.lower() in each.title.lower()])

    return Picker(search, name="Customer", placeholder="Name, phone", create="New: {text}")


def _totals() -> QWidget:
    bar = TotalsBar()
    bar.set_figures(
        [
            Total("Labour", Figure("7,680", ".00")),
            Total("Parts", Figure("29,722", ".50")),
            Total("Discount", Figure("−367", ".50"), optional=True),
            Total("Margin", Meter(0.388, "38.8%", "good", 0.33), note="goal 33"),
            Total("Not approved", Figure("5,880", ".00", "wait"), side="right"),
            Total("Total", Figure("₽37,402", ".50"), side="right", big=True),
        ]
    )
    figures = Headlines("Stock card")
    figures.set_figures(
        [
            Headline("On hand", "11", ".5", "l", note="of 30 l"),
            Headline("Reserved", "4", ".2", "l"),
            Headline("Average cost", "₽710", ".00", tone="wait", note="+4% this month"),
        ]
    )
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(12))
    column.addWidget(bar)
    column.addWidget(figures)
    return box


def _tabs() -> QWidget:
    line = Timeline("History")
    line.set_entries(
        [
            Entry(
                "14:32", "Job 2 approved", "by phone, Marina Ivanova", "thumbs-up", "good", key=1
            ),
            Entry(
                "12:10", "Quotation sent", "₽5,880.00 by link, not opened", "send", "wait", key=2
            ),
            Entry(
                "09:14", "Checked in", "84,320 km, fuel one half, key 17", "log-in", "work", key=3
            ),
        ]
    )
    tabs = SideTabs(
        [
            TabPage("jobs", "Jobs", QLabel("The lines of the order stand here."), 3),
            TabPage("history", "History", line),
            TabPage("papers", "Documents", QLabel("Papers stand here."), 4),
        ]
    )
    tabs.set_current("history")
    tabs.setFixedHeight(theme().px(200))
    return tabs


def _briefs() -> QWidget:
    rows = [
        Brief(
            (
                Piece(PlateText(plate, "777"), 94),
                Piece(car),
                Piece(Figure(amount), OWN, right=True),
                Piece(Mark(age, "", "wait" if hot else "muted"), 66, right=True),
            ),
            key=plate,
            action="Call" if hot else "",
        )
        for plate, car, amount, age, hot in (
            ("Т218МР", "Hyundai Tucson", "46,200", "2 h 40 min", True),
            ("К664АТ", "Renault Duster", "38,400", "55 min", False),
        )
    ]
    brief = BriefList("Awaiting approval")
    brief.set_rows(rows)
    brief.show_count(2)
    facts = Facts([FactColumn(120, kind="muted"), FactColumn()], name="Vehicle", lined=True)
    facts.set_facts([Fact(("Engine", "CZDA, 1.4 l, 150 hp")), Fact(("Gearbox", "DSG-7, DQ200"))])
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(24))
    row.addWidget(brief, 1)
    row.addWidget(facts, 1)
    return box


def _palette() -> QWidget:
    palette = PaletteList("Find anything", "Plate, name, phone, number, or what to do")
    palette.set_sections(
        [
            PaletteSection(
                "Vehicles",
                (
                    PaletteRow(
                        "1", "car", (PlateText("А123ВС", "777"), "Škoda Octavia"), "Marina Ivanova"
                    ),
                ),
            ),
            PaletteSection(
                "Actions", (PaletteRow("2", "plus", ("New work order",), keys="Ctrl+N"),)
            ),
        ]
    )
    palette.set_foot((("Up+Down", "choose"), ("Return", "open")), "in plates, Latin = Cyrillic")
    palette.setFixedHeight(palette.wanted_height())
    palette.setMaximumWidth(theme().px(640))
    return palette


def _dialogs() -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    toasts = Toasts(box)

    def show_dialog() -> None:
        dialog = Dialog(box, "Not ready to complete yet", 640)
        dialog.set_sub("SC001-2025-12-0148, Škoda Octavia. Nothing has been changed.")
        dialog.body.addWidget(
            QLabel("Job 3, Anti-roll bar links, has no answer from the customer.")
        )
        dialog.set_hint("The list updates as you fix things.")
        dialog.add_button(Button("Close", keys="Esc"), "cancel")
        done = dialog.add_button(Button("Complete", "check-check", kind="primary"))
        done.setEnabled(False)
        dialog.open()

    for words, do in (
        ("Dialog", show_dialog),
        (
            "Question",
            lambda: ask(
                box,
                "Void this invoice?",
                "Its number stays used.",
                "Void",
                QApplication.beep,
                danger=True,
            ),
        ),
        ("Toast", lambda: toasts.show("Line “Oil filter” removed", QApplication.beep)),
    ):
        button = Button(words)
        button.clicked.connect(do)
        row.addWidget(button)
    row.addStretch(1)
    box.setMinimumHeight(theme().px(60))
    return box


def _pdf() -> QWidget:
    preview = PdfPreview(name="Sample paper")
    preview.show_pdf(sample_pdf("CarPass Desk"))
    preview.setFixedHeight(theme().px(360))
    return preview
