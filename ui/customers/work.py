"""The middle column: declined work with its old price, recommended work by date or reading, messages sent."""

import uuid
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from app.contacts import NotificationRow
from app.vehicles import OpenWork
from app.vehicles.mileage import Mile
from models.contacts import NotificationState
from models.money import Money
from ui.customers.actions import Actions
from ui.customers.pieces import Column, Elided, gap, heading, ruled
from ui.customers.record import Record
from ui.customers.rows import MessageRow, WorkRow
from ui.customers.words import message_words
from ui.parts.mileage import reading_words
from ui.shell.desk import Desk
from widgets.badge import FigureLabel
from widgets.buttons import Button, keys_text, label
from widgets.theme import theme
from widgets.values import Figure, Hue

_SOON_DAYS = 45
_SOON_SHARE = 0.85
_MESSAGE_ICONS = {
    NotificationState.QUEUED: "hourglass",
    NotificationState.SENDING: "send",
    NotificationState.DELIVERED: "message-square",
    NotificationState.RETRY: "rotate-cw",
    NotificationState.DEAD: "circle-x",
}
WIDTH = 306


class WorkColumn(Column):
    """Work that waits for this car, and what was written to its owner."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__(self.tr("Open work"), WIDTH)
        self._desk = desk
        self._actions = actions
        self.revive_buttons: list[Button] = []

    def show_record(self, record: Record) -> None:
        """Show the work of another car."""
        work = record.card.open_work if record.card is not None else ()
        declined = [each for each in work if each.kind == "declined"]
        due = [each for each in work if each.kind != "declined"]
        due.sort(key=lambda each: (not each.is_due, each.due_on or date.max))
        self.revive_buttons = []
        parts: list[QWidget] = []
        if declined:
            parts += [self._declined_head(declined), *map(self._declined, declined), gap(6)]
        parts.append(heading(self.tr("Recommended"), self.tr("by date or reading")))
        if due:
            parts += [self._recommended(each, record) for each in due]
        else:
            none = label(self.tr("Nothing is due: completed work brings its next date here."))
            none.setProperty("role", "hint")
            none.setWordWrap(True)
            parts.append(ruled(none, above=6))
        if record.messages:
            parts += [gap(6), heading(self.tr("Messages"))]
            parts += [self._message(each) for each in record.messages[:6]]
        self.fill(*parts)

    # declined
    def _declined_head(self, declined: list[OpenWork]) -> QWidget:
        prices = [each.old_price for each in declined if each.old_price is not None]
        note = str(len(declined))
        if prices:
            total = Money(sum(price.minor for price in prices), prices[0].currency)
            sums = self._desk.formats.short(total)
            note = self.tr("{count} for {sum}").format(count=len(declined), sum=sums)
        hint = (label(keys_text("Alt+R"), "caption"),) if self._actions.opens_orders else ()
        return heading(self.tr("Declined work"), note, *hint)

    def _declined(self, work: OpenWork) -> QWidget:
        formats = self._desk.formats
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Elided(work.name, "medium"), 0, 0)
        if work.old_price is not None:
            price = FigureLabel(Figure(formats.short(work.old_price)), name=self.tr("Then"))
            grid.addWidget(price, 0, 1, Qt.AlignmentFlag.AlignRight)
        day, age = formats.full_day(work.made_at), self._age(work.age_days)
        words = self.tr("declined {day}, {age}").format(day=day, age=age)
        grid.addWidget(Elided(words, "hint"), 1, 0)
        if self._actions.opens_orders:
            button = Button(self.tr("To order"), "undo-2", small=True)
            button.setAccessibleName(self.tr("{work} to the order").format(work=work.name))
            button.clicked.connect(lambda: self._actions.revive(work.id))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda spot: self.menu(work.id, work.name).popup(button.mapToGlobal(spot))
            )
            grid.addWidget(button, 1, 1, Qt.AlignmentFlag.AlignRight)
            self.revive_buttons.append(button)
        return ruled(made, above=5, below=6)

    def _age(self, days: int) -> str:
        if days >= 60:  # noqa: PLR2004  two months
            return self.tr("%n months", "", days // 30)
        return self.tr("%n days", "", days)

    # recommended
    def _recommended(self, work: OpenWork, record: Record) -> QWidget:
        when, left, hue, share = self.standing(work, record)
        row = WorkRow(work.name, when, left, hue, share)
        if self._actions.opens_orders:
            row.asked.connect(
                lambda: self.menu(work.id, work.name).popup(
                    row.mapToGlobal(QPoint(theme().px(24), row.height()))
                )
            )
        return row

    def menu(self, work: uuid.UUID, name: str) -> QMenu:
        """What can be done with recommended or declined work."""
        menu = QMenu(self)
        look = theme()
        menu.addAction(look.icon("undo-2"), self.tr("Put onto an order")).triggered.connect(
            lambda _on: self._actions.revive(work)
        )
        menu.addAction(look.icon("ban"), self.tr("Not wanted any more…")).triggered.connect(
            lambda _on: self._actions.dismiss(work, name)
        )
        return menu

    def standing(self, work: OpenWork, record: Record) -> tuple[str, str, Hue, float]:
        """When the work is due, how far off that is, its hue, and the share of the time that is gone."""
        formats, today = self._desk.formats, self._desk.formats.today()
        parts = []
        if work.due_on is not None:
            parts.append(formats.full_day(work.due_on))
        if work.due_value is not None and parts:
            parts.append(formats.number(work.due_value))
        elif work.due_value is not None:
            parts.append(reading_words(formats, work.due_value, work.unit))
        when = self.tr(" or ").join(parts)
        if len(parts) == 1:
            when = self.tr("until {when}").format(when=when)
        share, left = 0.0, ""
        if work.due_on is not None:
            whole = max((work.due_on - formats.local(work.made_at).date()).days, 1)
            days = (work.due_on - today).days
            share = 1 - days / whole
            left = self._days(days) if days < 100 else formats.day(work.due_on)  # noqa: PLR2004  as far as days are felt
            if days <= _SOON_DAYS:
                share = max(share, _SOON_SHARE)
        by_value = self._by_value(work, record)
        if by_value is not None and (by_value[0] >= share or not left):
            share, left = by_value
        if work.is_due:
            return when, self.tr("overdue"), "bad", 1.0
        return when, left, ("wait" if share >= _SOON_SHARE else "idle"), share

    def _by_value(self, work: OpenWork, record: Record) -> tuple[float, str] | None:
        last = record.card.last_reading if record.card is not None else None
        if work.due_value is None or last is None or last.unit != work.unit:
            return None
        rest = work.due_value - last.value
        at_begin = next(
            (mile.reading.value for mile in self._miles(record) if mile.at >= work.made_at), 0
        )
        whole = max(work.due_value - at_begin, 1)
        words = self.tr("in {value}").format(
            value=reading_words(self._desk.formats, max(rest, 0), work.unit)
        )
        return 1 - rest / whole, words

    def _miles(self, record: Record) -> tuple[Mile, ...]:
        return record.mileage.miles if record.mileage is not None else ()

    def _days(self, days: int) -> str:
        return self.tr("%n days", "", days)

    # messages
    def _message(self, row: NotificationRow) -> QWidget:
        made = MessageRow(
            _MESSAGE_ICONS[row.state],
            message_words(row.template),
            self._desk.formats.brief(row.made_at),
            is_bad=row.state == NotificationState.DEAD,
        )
        if row.order_id is not None:
            order = row.order_id
            made.asked.connect(lambda: self._desk.open("work_orders", order))
        return made
