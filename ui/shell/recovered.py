"""Drafts offered again at the start: what was typed and not saved, each by its name."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP, Source
from ui.shell.desk import Desk
from ui.shell.drafts import Draft
from ui.shell.words import said
from widgets.badge import PlateLabel
from widgets.buttons import Button, hairline, label
from widgets.cells import PlateText
from widgets.dialog import Dialog
from widgets.theme import theme

_ROW = 52

_NAMES: dict[str, tuple[str, Source, Source]] = {
    "work_orders": (
        "clipboard-list",
        QT_TRANSLATE_NOOP("Recovered", "New work order"),
        QT_TRANSLATE_NOOP("Recovered", "Work order"),
    ),
    "customers": (
        "user",
        QT_TRANSLATE_NOOP("Recovered", "New customer"),
        QT_TRANSLATE_NOOP("Recovered", "Customer"),
    ),
    "vehicles": (
        "car",
        QT_TRANSLATE_NOOP("Recovered", "New vehicle"),
        QT_TRANSLATE_NOOP("Recovered", "Vehicle"),
    ),
    "catalog": (
        "book-open",
        QT_TRANSLATE_NOOP("Recovered", "New item"),
        QT_TRANSLATE_NOOP("Recovered", "Catalogue item"),
    ),
    "inventory": (
        "boxes",
        QT_TRANSLATE_NOOP("Recovered", "New goods document"),
        QT_TRANSLATE_NOOP("Recovered", "Product"),
    ),
    "billing": (
        "receipt-text",
        QT_TRANSLATE_NOOP("Recovered", "New invoice"),
        QT_TRANSLATE_NOOP("Recovered", "Invoice"),
    ),
}
_NEW: dict[str, str] = {"customers": "customer", "vehicles": "car"}
"""What a page that makes several kinds of records is asked for."""

_OTHER = (
    "file-pen",
    QT_TRANSLATE_NOOP("Recovered", "Draft"),
    QT_TRANSLATE_NOOP("Recovered", "Draft"),
)


def name_of(draft: Draft) -> tuple[str, str]:
    """Icon and title of a draft: its own, else those of its page."""
    icon, fresh, known = _NAMES.get(draft.place, _OTHER)
    title = draft.label.title or said(known if _uuid_of(draft.key) else fresh)
    return draft.label.icon or icon, title


def open_draft(desk: Desk, draft: Draft) -> None:
    """Go to where the draft was typed: the record, the part of the page, or the page's new record.

    The page finds what was typed by its name.
    """
    key = _uuid_of(draft.key)
    part = draft.name.split(":", 2)[2:]
    if key is not None:
        desk.open(draft.place, key, draft=draft.name)
    elif part:
        desk.open(draft.place, section=part[0], draft=draft.name)
    else:
        desk.open(draft.place, new=_NEW.get(draft.place, True), draft=draft.name)


def _uuid_of(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


class RecoveredDialog(Dialog):
    """The list of drafts: open one, throw one away, or leave them for later."""

    def __init__(
        self, front: QWidget, desk: Desk, open_one: Callable[[Desk, Draft], object] = open_draft
    ) -> None:
        self._desk = desk
        self._open_one = open_one
        drafts = desk.drafts.all()
        title = (
            self.tr("Drafts are back")
            if desk.drafts.after_crash
            else self.tr("You have unfinished drafts")
        )
        super().__init__(front, title, 640)
        self.flush()
        if drafts:
            at = desk.formats.brief(drafts[0].kept_at)
            self.set_sub(
                self.tr(
                    "The program was stopped in the middle of work. Everything typed until {at} is here."
                ).format(at=at)
                if desk.drafts.after_crash
                else self.tr("The newest is of {at}. Nothing of them is saved yet.").format(at=at)
            )
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for draft in drafts:
            rows.addWidget(hairline())
            rows.addWidget(self._row_of(draft))
        self.body.addLayout(rows)
        self.set_hint(self.tr("They stay until they are saved or thrown away."))
        self.add_button(Button(self.tr("Later")), "cancel")

    def _row_of(self, draft: Draft) -> QWidget:
        look = theme()
        icon, title = name_of(draft)
        row = QWidget()
        row.setFixedHeight(look.px(_ROW))
        line = QHBoxLayout(row)
        line.setContentsMargins(look.px(24), 0, look.px(24), 0)
        line.setSpacing(look.px(10))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, "text.muted", 16))
        name = label(title, "code")
        name.setMinimumWidth(look.px(170))
        line.addWidget(picture)
        line.addWidget(name)
        if draft.label.plate:
            line.addWidget(PlateLabel(PlateText(draft.label.plate, draft.label.region)))
        detail = label(draft.label.detail or self._desk.formats.moment(draft.kept_at), "small")
        line.addWidget(detail, 1)
        back = Button(self.tr("Keep it"), small=True)
        back.hide()
        open_it = Button(
            self.tr("Open"), small=True, name=self.tr("Open {name}").format(name=title)
        )
        away = Button(
            icon="trash-2",
            kind="quiet",
            small=True,
            name=self.tr("Throw away {name}").format(name=title),
        )
        for button in (back, open_it, away):
            line.addWidget(button)

        def opened() -> None:
            self.finish("opened")
            self._open_one(self._desk, draft)

        def thrown() -> None:
            self._desk.drafts.drop(draft.name)
            self._mark(detail, self.tr("thrown away"), shown=back, hidden=(open_it, away))

        def kept() -> None:
            self._desk.drafts.keep(draft.name, draft.data, draft.label)
            self._mark(detail, draft.label.detail, shown=open_it, hidden=(back,))
            away.show()

        open_it.clicked.connect(opened)
        away.clicked.connect(thrown)
        back.clicked.connect(kept)
        return row

    def _mark(
        self, detail: QLabel, words: str, *, shown: Button, hidden: tuple[Button, ...]
    ) -> None:
        detail.setText(words)
        shown.show()
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in hidden:
            button.hide()


def offer_drafts(front: QWidget, desk: Desk) -> RecoveredDialog | None:
    """Offer the drafts again, when there are any."""
    if not desk.drafts.all():
        return None
    dialog = RecoveredDialog(front, desk)
    dialog.open()
    return dialog
