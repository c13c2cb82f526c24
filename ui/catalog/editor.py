"""An item being edited: its form and its package's lines, kept as a draft until they are saved or thrown away."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalog import (
    ItemCard,
    ItemChoices,
    ItemDetail,
    UpdateItem,
    create_item,
    update_item,
)
from app.inventory import ProductDetail
from app.kernel.errors import InvalidError, Reason, UserError
from app.kernel.tx import Changes
from models.access import Permission
from models.catalog import ItemKind
from ui.catalog.contents import Contents
from ui.catalog.form import ItemForm
from ui.parts.units import kind_word
from ui.shell.desk import Desk
from ui.shell.drafts import DraftLabel
from ui.shell.words import said
from widgets.theme import theme

_KEEP_MS = 400


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card read: the item (None for a new one), what its form offers, the product behind."""

    card: ItemCard | None
    choices: ItemChoices
    product: ProductDetail | None

    @property
    def detail(self) -> ItemDetail | None:
        """The item's form fields."""
        return None if self.card is None else self.card.detail


class ItemEditor(QWidget):
    """``touched`` tells whether something is typed that is not saved; ``made`` gives the id of a new item."""

    touched = Signal(bool)
    made = Signal(object)
    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Shown | None = None
        self._form: ItemForm | None = None
        self._filling = False
        self.is_dirty = False
        self._may_edit = desk.can(Permission.CATALOG_EDIT)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_MS)
        self._keep.timeout.connect(self._keep_draft)
        desk.leaving.connect(self._flush_draft)
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._form_box = QVBoxLayout()
        self._form_box.setContentsMargins(look.px(16), 0, look.px(16), look.px(4))
        self.contents = Contents(desk, may_edit=self._may_edit)
        self.contents.changed.connect(self._edited)
        self.contents.hide()
        column.addLayout(self._form_box)
        lines = QVBoxLayout()
        lines.setContentsMargins(look.px(16), look.px(4), look.px(16), 0)
        lines.addWidget(self.contents)
        column.addLayout(lines)
        self.more = QWidget()
        """Fields that are rarely changed; the card puts them last."""
        self._more_box = QVBoxLayout(self.more)
        self._more_box.setContentsMargins(look.px(16), look.px(4), look.px(16), 0)

    @property
    def form(self) -> ItemForm | None:
        """The fields; None for people who may only read."""
        return self._form

    @property
    def item_id(self) -> uuid.UUID | None:
        """The item that is shown; None for a new one or nothing."""
        detail = self._shown.detail if self._shown is not None else None
        return None if detail is None else detail.item.id

    # showing
    def show_item(self, shown: Shown, kind: str) -> None:
        """Show an item, or an empty form of that kind; a draft of it comes back as it was typed."""
        self._flush_draft()
        self._filling = True
        self._shown = shown
        self._make_form(kind)
        lines = []
        if shown.card is not None:
            by_id = {line.item.id: line for line in shown.card.contents}
            lines = [(by_id[part.item_id], part.qty) for part in shown.card.detail.lines]
        self.contents.show_lines(lines)
        self._filling = False
        self._set_dirty(dirty=False)
        draft = self._desk.drafts.find(self._draft_name()) if self._may_edit else None
        if draft is not None:
            self.restore(draft)

    def _make_form(self, kind: str) -> None:
        shown = self._shown
        self.contents.setVisible(kind == ItemKind.PACKAGE)
        form = self._form
        if (
            form is not None
            and shown is not None
            and shown.card is not None
            and form.fits(kind, shown.choices)
        ):
            # the fields of the same kind stand already: making them again takes a frame
            self._fill_form(form, shown)
            return
        if form is not None:
            form.leave()
            self._form = None
        if not self._may_edit or shown is None:
            return
        form = ItemForm(self._desk, kind, shown.choices, is_new=shown.card is None, parent=self)
        self._form_box.addWidget(form.main)
        self._more_box.addWidget(form.more)
        self._form = form
        if shown.card is not None:
            self._fill_form(form, shown)
        else:
            form.control("kind").edited.connect(self._kind_changed)
        form.changed.connect(self._edited)

    @staticmethod
    def _fill_form(form: ItemForm, shown: Shown) -> None:
        if shown.card is not None:
            form.show_item(shown.card.detail, shown.product.product.sku if shown.product else "")
            form.show_computed(shown.card.line.whole)

    def _kind_changed(self) -> None:
        form = self._form
        if form is None or self._filling:
            return
        kept = {name: text for name, text in form.draft().items() if name in {"name", "code"}}
        self._filling = True
        self._make_form(str(form.control("kind").value()))
        if self._form is not None:
            self._form.set_draft(kept)
            self._form.control("kind").setFocus(Qt.FocusReason.OtherFocusReason)
        self._filling = False

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        if self._form is not None:
            name = "name" if self._shown is not None and self._shown.card is not None else "kind"
            self._form.control(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_code(self) -> None:
        """Put the cursor into the code."""
        if self._form is not None:
            self._form.control("code").setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_lines(self) -> None:
        """Add a line to the package."""
        if self.contents.isVisible() and self._may_edit:
            self.contents.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # drafts
    def _draft_name(self) -> str:
        return f"catalog:{self.item_id}" if self.item_id is not None else "catalog"

    def _edited(self) -> None:
        if not self._filling:
            self._set_dirty(dirty=True)
            self._keep.start()

    def _set_dirty(self, *, dirty: bool) -> None:
        self.is_dirty = dirty
        self.touched.emit(dirty)

    def draft(self) -> dict[str, Any]:
        """What stands in the fields, as plain JSON."""
        form = self._form
        if form is None:
            return {}
        return {"kind": form.kind, "values": form.draft(), "lines": self.contents.draft()}

    def _keep_draft(self) -> None:
        form = self._form
        if form is None or not self.is_dirty:
            return
        title = str(form.control("name").value()) or self.tr("New item")
        mark = DraftLabel(title=title, detail=kind_word(form.kind), icon="book-open")
        self._desk.drafts.keep(self._draft_name(), self.draft(), mark)

    def _flush_draft(self) -> None:
        if self._keep.isActive():
            self._keep.stop()
            self._keep_draft()

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put typed fields back; they are not saved yet."""
        form = self._form
        if form is None:
            return
        kind = str(draft.get("kind", form.kind))
        self._filling = True
        if kind != form.kind:
            self._make_form(kind)
        if self._form is not None:
            self._form.set_draft(draft.get("values", {}))
        self._filling = False
        self.contents.set_draft(draft.get("lines", ()))
        self._set_dirty(dirty=True)
        self._keep.start()

    def _drop_draft(self) -> None:
        self._keep.stop()
        self._desk.drafts.drop(self._draft_name())

    def revert(self) -> None:
        """Throw away what was typed and show the item as it is."""
        self._drop_draft()
        shown, form = self._shown, self._form
        if shown is not None and form is not None:
            self.show_item(shown, form.kind)

    # saving
    def save(self) -> None:
        """Write what was typed; what is refused is said under its field."""
        form, shown = self._form, self._shown
        if form is None or shown is None or not form.check():
            return
        command = form.command(shown.detail, self.contents.lines())
        if isinstance(command, UpdateItem):
            self._desk.act(self, update_item, command, self._saved, failed=self._refused)
        else:
            self._desk.act(self, create_item, command, self._created, failed=self._refused)

    def _saved(self, _changes: Changes[None]) -> None:
        self._drop_draft()
        self._set_dirty(dirty=False)
        self.saved.emit()

    def _created(self, changes: Changes[uuid.UUID]) -> None:
        self._drop_draft()
        self._set_dirty(dirty=False)
        self.made.emit(changes.result)

    def _refused(self, error: UserError) -> bool:
        form = self._form
        if form is None:
            return False
        if isinstance(error, InvalidError):
            told = {name: said(sentence) for name, sentence in error.problems.items()}
            self.contents.say(told.pop("lines", ""))
            return form.show_refused(told)
        if error.reason is Reason.DUPLICATE:
            return form.show_refused({str(error.details.get("field")): said(error.sentence)})
        return False
