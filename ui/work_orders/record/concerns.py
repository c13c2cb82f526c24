"""What the customer came with: their words, the cause that was found, what was done; typed in place."""

import uuid
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.errors import QT_TRANSLATE_NOOP
from app.work_orders import OrderSheet, SetConcern, set_concern
from models.access import Permission
from models.order_flow import FINAL, Approval
from models.text import fold
from ui.shell.desk import Desk
from ui.shell.words import said
from ui.work_orders.record.edits import Edit, Edits
from widgets.buttons import hairline
from widgets.completion import CompletionPopup, Option
from widgets.lines import Line, LineColumn, LineGroup, LineTable
from widgets.theme import theme
from widgets.typed import Reading
from widgets.values import Badge, Mark

_ROW = 22
_NEW = "new"
_FIELDS = ("words", "cause", "correction")


@dataclass(frozen=True, slots=True)
class _View:
    key: Hashable
    number: str
    texts: dict[str, str]
    job: object
    can_edit: bool


class Concerns(QWidget):
    """The concerns above the jobs; hidden while there are none and none may be added."""

    half_typed = Signal(object)

    def __init__(self, desk: Desk, edits: Edits) -> None:
        super().__init__()
        self._desk = desk
        self._edits = edits
        self._sheet: OrderSheet | None = None
        self._has_draft = False
        self._overlay: dict[tuple[Hashable, str], str] = {}
        self.table = LineTable(
            _columns(),
            name=self.tr("Concerns"),
            search=self._search,
            popups={"job": partial(CompletionPopup, name=self.tr("Jobs of the order"), width=280)},
            grouped=False,
            row=_ROW,
        )
        self.table.committed.connect(self._committed)
        self.table.chosen.connect(self._chosen)
        self.table.given_up.connect(self._given_up)
        self.table.line_wanted.connect(lambda _key: self.new_concern())
        self.table.undo_wanted.connect(edits.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(2), 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.table)
        column.addWidget(hairline())

    def set_sheet(self, sheet: OrderSheet) -> None:
        """Show the concerns as they are."""
        self._sheet = sheet
        self._show()

    def forget(self) -> None:
        """Another order comes."""
        self.table.give_back()
        self._sheet, self._has_draft = None, False
        self._overlay.clear()
        self.table.set_groups(())

    def new_concern(self) -> None:
        """Open an empty row for the customer's words."""
        if self._may_edit() and self.table.commit():
            self._has_draft = True
            self._show()
            self.table.edit_cell(_NEW, "words")

    def _may_edit(self) -> bool:
        return (
            self._sheet is not None
            and self._sheet.card.state not in FINAL
            and self._desk.can(Permission.WORK_ORDERS_WORK)
        )

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        views = []
        for number, concern in enumerate(sheet.card.concerns, start=1):
            texts = {name: getattr(concern, name) or "" for name in _FIELDS}
            texts |= {c: text for (key, c), text in self._overlay.items() if key == concern.id}
            job = _job_badge(sheet, concern.job_id)
            views.append(_View(concern.id, str(number), texts, job, self._may_edit()))
        if self._has_draft or (not views and self._may_edit()):
            blank = dict.fromkeys(_FIELDS, "")
            views.append(_View(_NEW, str(len(views) + 1), blank, "", can_edit=True))
        self.setVisible(bool(views))
        self.table.set_groups((LineGroup("all", {}, tuple(Line(v.key, v) for v in views)),))

    def _search(
        self, _key: Hashable, _column: str, text: str, give: Callable[[Sequence[Option]], None]
    ) -> None:
        jobs = self._sheet.card.jobs if self._sheet else ()
        give([Option(job.id, job.name) for job in jobs if fold(text) in fold(job.name)])

    def _given_up(self, _key: Hashable, _column: str) -> None:
        self._has_draft = False
        self._show()

    def _committed(self, key: Hashable, column: str, value: Any) -> None:  # noqa: ANN401 - a reader's value
        self._set(key, column, value or "")

    def _chosen(self, key: Hashable, column: str, option_key: Any) -> None:  # noqa: ANN401 - an option's own key
        if column == "job" and isinstance(key, uuid.UUID):
            self._push(key, {"job_id": option_key}, None)

    def _set(self, key: Hashable, column: str, text: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._has_draft = False
        if not isinstance(key, uuid.UUID):
            if text:
                self._push(None, {"words": text}, None)
            self._show()
            return
        old = next((getattr(c, column) for c in sheet.card.concerns if c.id == key), None) or ""
        if old == text or (column == "words" and not text):
            self._show()
            return
        self._overlay[key, column] = text
        self._push(key, {column: text}, {column: old} if old else None)
        self._show()

    def _push(
        self, key: uuid.UUID | None, values: dict[str, Any], old: dict[str, Any] | None
    ) -> None:
        def edit(what: dict[str, Any]) -> Edit:
            return Edit(
                set_concern,
                lambda now: SetConcern(
                    order_id=now.card.id, version=now.card.version, concern_id=key, **what
                ),
                said(QT_TRANSLATE_NOOP("OrderConcerns", "Edit concern")),
                then=lambda _id: self._settled(key),
                back=(lambda _id: [edit(old)]) if old and what is values else None,
                refused=lambda _error: self._refused(key),
                holds=lambda _before, _after: key is None,
            )

        self._edits.push(edit(values))

    def _refused(self, key: Hashable) -> bool:
        self._settled(key)
        return False

    def _settled(self, key: Hashable) -> None:
        self._overlay = {at: text for at, text in self._overlay.items() if at[0] != key}


def _job_badge(sheet: OrderSheet, job_id: uuid.UUID | None) -> object:
    for number, job in enumerate(sheet.card.jobs, start=1):
        if job.id == job_id:
            words = said(QT_TRANSLATE_NOOP("OrderConcerns", "Job {n}")).format(n=number)
            if job.approval == Approval.DECLINED:
                return Badge(words, "circle-x", "bad")
            is_open = job.approval == Approval.PROPOSED and sheet.policy.uses_approval
            icon = "message-circle-question-mark" if is_open else "wrench"
            return Badge(words, icon, "wait" if is_open else "work")
    return ""


def _columns() -> tuple[LineColumn, ...]:
    def read(text: str) -> Reading:
        return Reading(" ".join(text.split()))

    def column(name: str, title: str, width: int, drop: int = 0) -> LineColumn:
        return LineColumn(
            name,
            title,
            lambda view: _shown(view, name),
            width,
            least=220,
            text=lambda view: view.texts[name],
            reader=read,
            editable=lambda view: view.can_edit and (name == "words" or view.key != _NEW),
            drop=drop,
        )

    return (
        LineColumn("number", "", lambda view: Mark(view.number, "", "muted"), 40),
        column("words", said(QT_TRANSLATE_NOOP("OrderConcerns", "Concern")), 0),
        column("cause", said(QT_TRANSLATE_NOOP("OrderConcerns", "Cause")), 0),
        column("correction", said(QT_TRANSLATE_NOOP("OrderConcerns", "Correction")), 210, 1),
        LineColumn(
            "job",
            "",
            lambda view: view.job,
            112,
            align="right",
            text=lambda _view: "",
            completes=lambda view: view.can_edit and view.key != _NEW,
            drop=2,
        ),
    )


def _shown(view: _View, name: str) -> object:
    text = view.texts[name]
    if view.key == _NEW and name == "words":
        words = said(QT_TRANSLATE_NOOP("OrderConcerns", "What does the customer say?"))
        return Mark(words, "", "muted")
    if name == "cause" and text:
        return Mark(text, "corner-down-right", "secondary")
    return text
