"""The card of an item at the right of the list: what it is, its fields in place, why it costs what it costs."""

import uuid
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.catalog import ArchiveItem, archive_item, item_card, item_choices
from app.inventory import get_product
from app.kernel.tx import Changes, Read
from models.access import Permission
from models.catalog import ItemKind
from ui.catalog.editor import ItemEditor, Shown
from ui.catalog.facts import ItemFacts
from ui.parts.units import kind_icon, kind_word
from ui.shell.desk import Desk
from widgets.badge import MarkLabel
from widgets.buttons import Button, hairline, label
from widgets.elided import ElidedLabel
from widgets.theme import theme
from widgets.values import Mark

WIDTH = 382


class ItemPanel(QWidget):
    """One item, read or edited. ``closed`` when it shall go away, ``made`` gives the id of a new item."""

    closed = Signal()
    made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Shown | None = None
        self.wanted: uuid.UUID | None = None
        """The item that was asked for last; it may still be on its way."""
        self._may_edit = desk.can(Permission.CATALOG_EDIT)
        self.editor = ItemEditor(desk)
        self.editor.touched.connect(self._tell)
        self.editor.made.connect(self.made)
        self.editor.saved.connect(self._again)
        self.facts = ItemFacts(desk)
        self.facts.product_asked.connect(lambda key: desk.open("inventory", key))
        self.facts.package_asked.connect(lambda key: desk.open("catalog", key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._middle(), 1)
        self._foot_box = QWidget()
        foot = QVBoxLayout(self._foot_box)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(hairline())
        foot.addLayout(self._foot())
        column.addWidget(self._foot_box)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.editor.save)
        self._tell()

    # parts
    def _head(self) -> QHBoxLayout:
        look = theme()
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(7), look.px(8), look.px(7))
        head.setSpacing(look.px(8))
        self._title = ElidedLabel("", "lead")
        self._kind = QLabel()
        self._state = MarkLabel(Mark(""))
        close = Button(icon="x", kind="quiet", name=self.tr("Close the card"))
        close.clicked.connect(self.closed)
        head.addWidget(self._kind)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        head.addWidget(close)
        return head

    def _middle(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme().px(12))
        column.setSpacing(0)
        column.addWidget(self.editor)
        column.addWidget(self.facts)
        column.addWidget(self.editor.more)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        return self._scroll

    def _foot(self) -> QHBoxLayout:
        look = theme()
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(7), look.px(16), look.px(8))
        foot.setSpacing(look.px(8))
        self._orders = label("", "hint", wrap=True)
        self._archive = Button(self.tr("Archive"), "archive", kind="quiet")
        self._archive.clicked.connect(self.archive)
        self._revert = Button(self.tr("Revert"))
        self._revert.clicked.connect(self.editor.revert)
        self._save = Button(self.tr("Save"), kind="primary")
        self._save.set_keys("Ctrl+S", install=False)
        self._save.clicked.connect(self.editor.save)
        foot.addWidget(self._orders, 1)
        for button in (self._archive, self._revert, self._save):
            foot.addWidget(button)
        return foot

    # showing
    @property
    def item_id(self) -> uuid.UUID | None:
        """The item that is shown; None for a new one or nothing."""
        return self.editor.item_id

    @property
    def is_new(self) -> bool:
        """Whether a new item is being written."""
        return self._shown is not None and self._shown.card is None

    def show_item(self, item_id: uuid.UUID) -> None:
        """Read an item and show it; what is being typed into it stays."""
        self.wanted = item_id
        if self.editor.is_dirty and item_id == self.item_id:
            return
        today = self._desk.formats.today()

        def ask(read: Read) -> Shown:
            card = item_card(read, item_id, on=today)
            product_id = card.detail.item.product_id
            product = get_product(read, product_id) if product_id is not None else None
            return Shown(card, item_choices(read, on=today), product)

        self._desk.read(self, ask, self._show, lane="item")

    def _again(self) -> None:
        if self.item_id is not None:
            self.show_item(self.item_id)

    def start_new(self, kind: str) -> None:
        """An empty form for a new item of that kind."""
        self.wanted = None
        today = self._desk.formats.today()
        self._desk.read(
            self,
            lambda read: Shown(None, item_choices(read, on=today), None),
            partial(self._show_new, kind),
            lane="item",
        )

    def _show_new(self, kind: str, shown: Shown) -> None:
        self._show(shown, kind)
        self.editor.focus_first()

    def duplicate(self) -> None:
        """A new item that begins as a copy of this one, without its code."""
        shown, form = self._shown, self.editor.form
        if shown is None or shown.card is None or form is None:
            return
        self.wanted = None
        draft = self.editor.draft()
        draft["values"] = {**draft["values"], "code": ""}
        self._show(Shown(None, shown.choices, None), form.kind)
        self.editor.restore(draft)
        self.editor.focus_code()

    def _show(self, shown: Shown, kind: str = "") -> None:
        before = self.item_id
        self._shown = shown
        detail = shown.detail
        kind = kind or (detail.item.kind if detail is not None else ItemKind.PART.value)
        self._title.setText(detail.item.name if detail is not None else self.tr("New item"))
        self._kind.setPixmap(theme().pixmap(kind_icon(kind), "text.muted"))
        self._kind.setToolTip(kind_word(kind))
        self.editor.show_item(shown, kind)
        self.facts.show_card(shown.card, shown.product)
        if detail is None or detail.item.id != before:
            self._scroll.verticalScrollBar().setValue(0)
        self._tell()

    def show_why(self) -> None:
        """Bring the steps of the price into sight."""
        self._scroll.ensureWidgetVisible(self.facts.why, 0, theme().px(24))

    def _tell(self) -> None:
        """The state, the buttons that fit it, and what open orders do."""
        shown, dirty = self._shown, self.editor.is_dirty
        card = shown.card if shown is not None else None
        state = Mark("")
        if dirty:
            state = Mark(self.tr("not saved"), "pencil", "wait")
        elif card is not None and self._may_edit:
            state = Mark(self.tr("saved"), "cloud-check", "muted")
        self._state.set_value(state)
        self._save.setVisible(self._may_edit and (dirty or self.is_new))
        self._revert.setVisible(self._may_edit and dirty)
        archived = card is not None and card.detail.item.is_archived
        self._archive.setText(self.tr("Bring back") if archived else self.tr("Archive"))
        self._archive.set_icon("archive-restore" if archived else "archive")
        self._archive.setVisible(self._may_edit and card is not None and not dirty)
        count = card.open_orders if card is not None else 0
        words = self.tr("%n open orders keep the old price", "", count) if count else ""
        self._orders.setText(words)
        self._foot_box.setVisible(self._may_edit or bool(words))

    # archive
    def archive(self) -> None:
        """Take the item out of the lists, or bring it back; it can be undone."""
        shown = self._shown
        if shown is None or shown.detail is None:
            return
        item = shown.detail.item
        command = ArchiveItem(
            item_id=item.id, version=item.version, is_archived=not item.is_archived
        )
        back = ArchiveItem(item_id=item.id, version=item.version + 1, is_archived=item.is_archived)
        words = self.tr("{name} is archived") if command.is_archived else self.tr("{name} is back")

        def done(_changes: Changes[None]) -> None:
            self._desk.toast(
                words.format(name=item.name),
                lambda: self._desk.act(self, archive_item, back),
            )

        self._desk.act(self, archive_item, command, done)
