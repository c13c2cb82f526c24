"""Damage before work: the drawing, the kinds of marks, the list of what was marked."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.arrivals import ArrivalSheet, panel_at
from models.arrivals import Cleanliness, View
from models.base import new_id
from ui.arrivals.ask import AskDialog
from ui.arrivals.keeping import Keeper
from ui.arrivals.mark_list import MarkList
from ui.arrivals.parts import Heading
from ui.arrivals.words import kinds, views
from ui.parts.arrivals import paper_words
from ui.shell.desk import Desk
from widgets.fields import TextEdit
from widgets.figure import FigureMark, MarkedFigure
from widgets.links import TextButton
from widgets.segments import Segments
from widgets.theme import theme

_Marks = Sequence[Mapping[str, Any]]


class Damage(QWidget):
    """The upper middle of an arrival."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self._desk = desk
        self._keeper = keeper
        self._words = paper_words(desk)
        self._sheet: ArrivalSheet | None = None
        self._locked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        known = kinds(self._words)
        self.kind = Segments(
            [
                (kind.name, self.tr("Missing") if kind.name == "missing" else kind.title)
                for kind in known
            ],
            name=self.tr("Kind of mark"),
            small=True,
        )
        self.kind.edited.connect(self._kind_chosen)
        self.clean = TextButton("")
        self.clean.clicked.connect(self._next_clean)
        pad = theme().px(16)
        self._head = Heading(self.tr("Damage before work"), self.clean)
        self._head.setContentsMargins(pad, 0, pad, 0)
        top = QHBoxLayout()
        top.setSpacing(theme().px(4))
        top.addWidget(self._head, 1)
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._beside.setContentsMargins(0, 0, pad, 0)
        self._below.setContentsMargins(pad, 0, pad, 0)
        self._below.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._beside.addWidget(self.kind)
        top.addLayout(self._beside)
        column.addLayout(top)
        column.addLayout(self._below)
        panels = {
            name: self._words(f"panel.{name}")
            for view in views(self._words)
            for name in view.regions
        }
        self.figure = MarkedFigure(
            views(self._words),
            known,
            name=self.tr("Drawing of the car"),
            region_words=panels,
        )
        self.figure.added.connect(self._add)
        self.figure.moved.connect(self._move)
        self.figure.removed.connect(self.remove)
        self.figure.kind_chosen.connect(self.kind.set_value)
        column.addWidget(self.figure, 1)
        self.list = MarkList(self.tr("Marks"))
        self.list.opened.connect(self.describe)
        self.list.removed.connect(self.remove)
        self.list.selected.connect(self.figure.select)
        self.figure.selected.connect(self.list.select)
        column.addWidget(self.list)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The kinds stand beside the heading where there is room, else below it."""
        super().resizeEvent(event)
        words = self._head.title.sizeHint().width() + self.clean.sizeHint().width()
        fits = words + self.kind.sizeHint().width() + theme().px(80) <= self.width()
        to, off = (self._beside, self._below) if fits else (self._below, self._beside)
        if to.count() == 0:
            off.removeWidget(self.kind)
            to.addWidget(self.kind)

    @property
    def marks(self) -> _Marks:
        """The marks as they will be."""
        marks: _Marks = self._keeper.value("marks")
        return marks

    def set_locked(self, *, on: bool) -> None:
        """Only to be looked at: marks can be chosen, for their photos, and nothing else."""
        self._locked = on
        self.figure.set_locked(on)
        for control in (self.kind, self.clean):
            control.setEnabled(not on)

    def show_sheet(self, sheet: ArrivalSheet) -> None:
        """Show the marks of an arrival."""
        self._sheet = sheet
        self.refresh()

    def refresh(self) -> None:
        """Show what is marked now."""
        photos = self._sheet.card.photos if self._sheet else ()
        rows, shown = [], []
        for mark in self.marks:
            key = str(mark["id"])
            taken = sum(1 for photo in photos if photo.slot == f"mark:{key}")
            panel = mark.get("panel")
            where = self._words(f"panel.{panel}") if panel else self._words(f"view.{mark['view']}")
            kind = self._words(f"mark.{mark['kind']}")
            rows.append((key, (kind, where, str(mark.get("size") or ""), str(taken))))
            points = tuple((point[0], point[1]) for point in mark["points"])
            shown.append(FigureMark(key, str(mark["view"]), str(mark["kind"]), points))
        self.list.set_rows(rows)
        self.figure.set_marks(shown)
        self.list.select(self.figure.current())
        self._head.set_note(str(len(shown)))
        clean = self._keeper.value("cleanliness")
        known = self._words(f"clean.{clean.value if clean else 'clean'}") if clean else ""
        self.clean.setText(known or self.tr("clean?"))
        self.clean.setAccessibleName(self.clean.text())
        self.clean.updateGeometry()

    def _kind_chosen(self) -> None:
        self.figure.set_kind(self.kind.value())

    def _next_clean(self) -> None:
        states = (None, *Cleanliness)
        now = states.index(self._keeper.value("cleanliness"))
        self._keeper.edit({"cleanliness": states[(now + 1) % len(states)]})
        self.refresh()

    def _set(self, marks: _Marks) -> None:
        if self._locked:
            return
        self._keeper.edit({"marks": [dict(mark) for mark in marks]})
        self.refresh()

    def _add(self, mark: FigureMark) -> None:
        key = str(new_id())
        points = [list(point) for point in mark.points]
        fresh = {
            "id": key,
            "view": mark.view,
            "kind": mark.kind,
            "points": points,
            "panel": panel_at(View(mark.view), points),
            "size": None,
            "note": None,
        }
        self._set([*self.marks, fresh])
        self.figure.select(key)

    def _move(self, moved: FigureMark) -> None:
        points = [list(point) for point in moved.points]
        panel = panel_at(View(moved.view), points)
        self._set(
            [
                {**mark, "points": points, "panel": panel} if mark["id"] == moved.key else mark
                for mark in self.marks
            ]
        )

    def remove(self, key: str) -> None:
        """Take a mark away."""
        self._set([mark for mark in self.marks if mark["id"] != key])

    def describe(self, key: str) -> None:
        """Ask for the size of a mark and a word more."""
        mark = next((mark for mark in self.marks if mark["id"] == key), None)
        if mark is None or self._locked:
            return
        title = self._words(f"mark.{mark['kind']}")
        dialog = AskDialog(self._desk.front, title, self.tr("Keep"), partial(self._described, key))
        size, note = self.tr("Size"), self.tr("Note")
        dialog.form.add("size", size, TextEdit(name=size, placeholder=self.tr("34 cm, to paint")))
        dialog.form.add("note", note, TextEdit(name=note))
        dialog.form.set_values({"size": mark.get("size") or "", "note": mark.get("note") or ""})
        dialog.open()

    def _described(self, key: str, dialog: AskDialog, values: dict[str, Any]) -> None:
        dialog.finish()
        told = {name: values[name] or None for name in ("size", "note")}
        self._set([{**mark, **told} if mark["id"] == key else mark for mark in self.marks])
