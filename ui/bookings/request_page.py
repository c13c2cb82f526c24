"""The page of service requests: what is due first, taken while the phone rings, booked with everything they said."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from app.access.people import PersonRow, list_people
from app.bookings.request_reads import (
    RequestCard,
    RequestRow,
    count_service_requests,
    get_service_request,
    list_service_requests,
)
from app.kernel.tx import Read
from models.requests import OPEN, RequestState
from ui.bookings.book import BookDialog
from ui.bookings.doing import Doer
from ui.bookings.request_card import RequestDialog
from ui.bookings.request_forms import RequestForm
from ui.bookings.request_report import RequestReportDialog
from ui.bookings.request_words import REQUEST_SOURCES, request_badge
from ui.parts.cells import plate_cell
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.columns import Column
from widgets.table import Table
from widgets.tabs import TabLine
from widgets.theme import theme
from widgets.values import Mark

_SHELVES = {
    "due": OPEN,
    "open": OPEN,
    "booked": frozenset({RequestState.BOOKED}),
    "lost": frozenset({RequestState.LOST}),
}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page read at once."""

    rows: Sequence[RequestRow]
    counts: dict[str, int]


class RequestsPage(Page):
    """A record is a request. Params: ``new`` opens the form, ``shelf`` one of due, open, booked, lost."""

    watches: ClassVar[Sequence[str]] = ("service_request", "appointment", "customer", "employee")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doer = Doer(desk, self)
        self.card: RequestDialog | None = None
        self.form: RequestForm | None = None
        self.booking: BookDialog | None = None
        self.toolbar.set_title(self.tr("Requests"))
        back = Button(icon="arrow-left", kind="quiet", name=self.tr("To the calendar"))
        back.clicked.connect(lambda: self.desk.open("calendar"))
        self.toolbar.add_first(back)
        report = Button(self.tr("What came of them"), "chart-column", kind="quiet")
        report.clicked.connect(self._report)
        self.toolbar.add(report)
        fresh = Button(self.tr("Request"), "plus", kind="primary", keys="Ctrl+N")
        fresh.clicked.connect(self.new)
        self.toolbar.add(fresh)
        self.tabs = TabLine(self.tr("What the list shows"))
        self._show_counts({})
        self.tabs.changed.connect(lambda _name: self.reload())
        self.table = Table(self._columns(), key=lambda row: row.id, name=self.tr("Requests"))
        self.table.opened.connect(lambda row: self.open_record(row.id))
        line = QHBoxLayout()
        line.setContentsMargins(theme().px(16), 0, theme().px(16), 0)
        line.addWidget(self.tabs, 1)
        self.body.addLayout(line)
        self.body.addWidget(hairline())
        self.body.addWidget(self.table, 1)

    def _columns(self) -> list[Column]:
        formats = self.desk.formats
        return [
            Column("due", self.tr("Due"), self._due, width=150, elide=False),
            Column(
                "state",
                self.tr("State"),
                lambda row: request_badge(row.state),
                width=150,
                kind="state",
            ),
            Column("who", self.tr("Who"), lambda row: row.name or "—", width=140),
            Column(
                "phone",
                self.tr("Phone"),
                lambda row: formats.phone(row.phone) if row.phone else "—",
                width=150,
                elide=False,
            ),
            Column(
                "plate",
                self.tr("Plate"),
                lambda row: plate_cell(row.plate),
                width=110,
                kind="plate",
            ),
            Column("words", self.tr("What they ask for"), lambda row: row.words, stretch=1),
            Column(
                "source",
                self.tr("How it came"),
                lambda row: said(REQUEST_SOURCES[row.source]),
                width=110,
            ),
            Column("owner", self.tr("Who sees to it"), self._owner, width=150),
        ]

    def _due(self, row: RequestRow) -> object:
        if row.due_at is None:
            return "—"
        words = self.desk.formats.moment(row.due_at)
        late = row.due_at <= self.desk.now()
        return Mark(words, "clock", "bad" if late else "")

    def _owner(self, row: RequestRow) -> object:
        if row.owner_left and row.state in OPEN:
            words = self.tr("{name}, works here no more").format(name=row.owner)
            return Mark(words, "triangle-alert", "bad")
        return row.owner

    def _show_counts(self, counts: dict[str, int]) -> None:
        opened = sum(counts.get(state.value, 0) for state in OPEN)
        self.tabs.set_tabs(
            [
                ("open", self.tr("Open"), opened),
                ("due", self.tr("Due now"), counts.get("due", 0)),
                ("booked", self.tr("Booked"), counts.get("booked", 0)),
                ("lost", self.tr("Lost"), counts.get("lost", 0)),
            ]
        )

    @override
    def load(self) -> None:
        shelf, now = self.tabs.current() or "open", self.desk.now()

        def ask(read: Read) -> _Read:
            rows = list_service_requests(
                read, states=_SHELVES[shelf], due_before=now if shelf == "due" else None
            )
            return _Read(rows, count_service_requests(read, now=now))

        self.desk.read(self, ask, self._show, lane="list")

    def _show(self, found: _Read) -> None:
        self._show_counts(found.counts)
        if found.rows:
            self.table.set_rows(found.rows)
            return
        shelf = self.tabs.current()
        words = {
            "due": self.tr("Nothing is due: everybody has been called"),
            "open": self.tr("Nobody waits for an answer"),
            "booked": self.tr("Nothing was booked of a request yet"),
            "lost": self.tr("No request was lost"),
        }
        hint = self.tr("Ctrl+N takes a request while the phone rings.")
        self.table.show_empty("inbox", words[shelf or "open"], hint)

    # doing

    @override
    def new(self) -> None:
        self.form = RequestForm(self.desk.front, self.desk, self.doer, self._taken)
        self.form.open()

    def _taken(self) -> None:
        self.desk.toast(self.tr("The request is kept"))

    def _report(self) -> None:
        RequestReportDialog(self.desk.front, self.desk).open()

    @override
    def open_record(self, key: uuid.UUID | None, **params: Any) -> None:
        if params.get("shelf") in _SHELVES:
            self.tabs.set_current(str(params["shelf"]))
        if params.get("new"):
            self.new()
        if key is None:
            return

        def ask(read: Read) -> tuple[RequestCard, Sequence[PersonRow]]:
            return get_service_request(read, key), list_people(read)

        self.desk.read(self, ask, self._open_card, lane="card")

    def _open_card(self, found: tuple[RequestCard, Sequence[PersonRow]]) -> None:
        card, people = found
        self.card = RequestDialog(self.desk.front, self.desk, self.doer, card, people)
        self.card.book.connect(self.book)
        self.card.open()

    def book(self, row: RequestRow) -> None:
        """The form of an appointment with everything that the request says."""
        self.booking = BookDialog(self.desk.front, self.desk, self.doer)
        self.booking.carry(row)
        self.booking.begin()

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return (("Return", self.tr("open")), ("Ctrl+N", self.tr("take a request")))
