"""Import and export: from a file to its report, and lists taken out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.exchange import (
    ImportKind,
    ImportReport,
    Outcome,
    Problem,
)
from ui.exchange.columns_pane import ColumnsPane
from ui.exchange.dialogs import MannerDialog, ValueDialog
from ui.exchange.lists import FOLDER, Lists
from ui.exchange.pieces import Steps
from ui.exchange.progress_row import ProgressRow
from ui.exchange.recipes import Recipes
from ui.exchange.result_pane import ResultPane
from ui.exchange.session import ImportSession, Manner, to_write
from ui.exchange.start_pane import StartPane
from ui.exchange.words import TITLES, begun
from ui.shell.desk import Desk
from ui.shell.page import Page
from ui.shell.words import said
from widgets.buttons import Button, hairline
from widgets.dialog import ask
from widgets.notice import Notice
from widgets.segments import Segments
from widgets.theme import theme

_LEFT = 556
_BESIDE = 1080
_NO_LIMIT = 16_777_215


class ExchangePage(Page):
    """Start, then file, columns, dry run, import: one page, nothing written before the last step."""

    watches: ClassVar[Sequence[str]] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.session = ImportSession(desk, self)
        self.session.changed.connect(self._refresh)
        self.session.stepped.connect(self._stepped)
        self.session.ended.connect(self._ended)
        self._done = (0, 0)
        self.lists = Lists(desk, self)
        self.recipes = Recipes(desk, self.session, self)
        self._build_toolbar()
        self._build_body()
        self._refresh()

    def _build_toolbar(self) -> None:
        self._back = Button(icon="arrow-left", kind="quiet", name=self.tr("Back to the start"))
        self._back.clicked.connect(self.back)
        self.steps = Steps(
            [self.tr("File"), self.tr("Columns"), self.tr("Dry run"), self.tr("Import")]
        )
        self._recipe = Button(self.tr("Save as recipe"), "bookmark", kind="quiet")
        self._recipe.clicked.connect(self.recipes.ask)
        self.import_button = Button("", "upload", kind="primary", keys="Ctrl+Return")
        self.import_button.clicked.connect(self.ask_import)
        row = self.toolbar.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, self._back)
        self.toolbar.add_left(self.steps)
        self.toolbar.add(self._recipe)
        self.toolbar.add(self.import_button)

    def _build_body(self) -> None:
        self._row = ProgressRow()
        self._row.cancelled.connect(self.session.stop)
        self._notices = QVBoxLayout()
        self.body.addWidget(hairline())
        self.body.addWidget(self._row)
        self.body.addLayout(self._notices)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.start = StartPane(self.desk)
        self.start.chosen.connect(self.open_file)
        self.start.asked.connect(self._ask_file)
        self.start.export_asked.connect(self.lists.export)
        self._stack.addWidget(self.start)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._panes = Segments(
            [("columns", self.tr("Columns")), ("results", self.tr("Dry run"))],
            name=self.tr("What shows"),
            small=True,
        )
        self._panes.set_value("results")
        self._panes.edited.connect(self._share)
        self._switch = QWidget()
        switch = QHBoxLayout(self._switch)
        switch.setContentsMargins(theme().px(16), theme().px(6), theme().px(16), theme().px(6))
        switch.addWidget(self._panes)
        switch.addStretch(1)
        column.addWidget(self._switch)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        self.columns = ColumnsPane(self.session, self.desk.formats)
        self.columns.manner_asked.connect(self.ask_manner)
        row.addWidget(self.columns)
        self._between = hairline(vertical=True)
        row.addWidget(self._between)
        self.results = ResultPane(self.desk, self.session)
        self.results.value_asked.connect(self._ask_value)
        self.results.list_asked.connect(self._save_lines)
        row.addWidget(self.results, 1)
        self._work = work
        self._stack.addWidget(work)

    def _share(self) -> None:
        """Side by side where there is room, else one of the two at a time."""
        look = theme()
        wide = self.width() >= look.px(_BESIDE)
        self._switch.setVisible(not wide)
        self._between.setVisible(wide)
        self.columns.setMaximumWidth(look.px(_LEFT) if wide else _NO_LIMIT)
        self.columns.setMinimumWidth(look.px(_LEFT) if wide else 0)
        self.columns.setVisible(wide or self._panes.value() == "columns")
        self.results.setVisible(wide or self._panes.value() == "results")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    @override
    def load(self) -> None:
        if self.session.source is not None and not self.session.busy:
            self.session.check()

    @override
    def back(self) -> bool:
        if self.session.busy in {"check", "run"}:
            self.session.stop()
            return True
        if self.session.source is None:
            return False
        self.session.close()
        self._clear_notice()
        return True

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        if self.session.source is None:
            return (("Ctrl+O", self.tr("choose a file")),)
        return (
            ("Return", self.tr("take the remedy")),
            ("F5", self.tr("check again")),
            ("Esc", self.tr("back")),
        )

    @override
    def open_record(self, key: Any, **params: Any) -> None:
        if "file" in params:
            self.open_file(Path(str(params["file"])))

    def _refresh(self) -> None:
        session = self.session
        open_ = session.source is not None
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self._work if open_ else self.start)
        if before is not self._stack.currentWidget() and self.isVisible():
            # the window asks for the hints of what shows now
            self.desk.open("exchange")
        title = said(TITLES[session.kind]) if session.kind else self.tr("Import and export")
        self.toolbar.set_title(title)
        for widget in (self._back, self.steps, self._recipe, self.import_button):
            widget.setVisible(open_)
        self._row.setVisible(bool(session.busy))
        if session.busy:
            self._say_progress()
        if not open_:
            return
        self.columns.refresh()
        self.results.refresh()
        if session.kind is None:
            self._ask_kind()
        self._dress_button()

    def _dress_button(self) -> None:
        session = self.session
        report = session.report
        done = report is not None and not report.is_dry
        count = to_write(report) if report is not None else 0
        number = self.desk.formats.number(count)
        text = self.tr("Imported") if done else self.tr("Import %n rows", "", count)
        self.import_button.setText(text.replace(str(count), number) if not done else text)
        self.import_button.updateGeometry()
        ready = report is not None and report.is_dry and session.is_fresh and not session.busy
        self.import_button.setEnabled(ready and count > 0)
        self._recipe.setEnabled(session.kind is not None and not done)
        if done:
            step = 4
        elif session.busy == "run":
            step = 3
        else:
            step = 2 if session.kind is not None else 1
        self.steps.set_step(step)

    def _stepped(self, done: int, total: int) -> None:
        self._done = (done, total)
        self._say_progress()

    def _say_progress(self) -> None:
        session = self.session
        self._row.tell(session.busy, session.checked_at, self._done, self.desk.formats)

    def _ended(self, report: ImportReport) -> None:
        number = self.desk.formats.number
        count, bad = to_write(report), report.count(Outcome.REFUSED)
        text = self.tr("%n rows are in the shop.", "", count).replace(str(count), number(count))
        if bad:
            left = self.tr("%n rows with errors were left out and are listed below.", "", bad)
            text = f"{text} {left}"
        self._say(Notice("wait" if bad else "good", "circle-check", text, square=True))

    def _say(self, notice: Notice) -> None:
        self._clear_notice()
        self._notices.addWidget(notice)

    def _clear_notice(self) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _ask_file(self) -> None:
        self.lists.ask_file(self.open_file)

    def _save_lines(self) -> None:
        self.lists.ask_lines(self.results.tabs.current(), self.results.list.lines())

    def open_file(self, path: Path) -> None:
        """Read a file and try it out."""
        self._clear_notice()
        self._done = (0, 0)
        self.desk.save(FOLDER, str(path.parent))
        self.session.open(path)

    def _ask_kind(self) -> None:
        """No heading was known: a person says what the file is about."""
        text = self.tr("What this file is about could not be found out from its columns.")
        self._say(
            Notice("wait", "circle-help", text, [(self.tr("Say it"), self.ask_manner)], square=True)
        )

    def ask_manner(self) -> None:
        """How the file is read, and what it is about."""
        session = self.session
        if session.source is not None:
            MannerDialog(
                self, session.source, session.manner, session.kind, self._take_manner
            ).open()

    def _take_manner(self, manner: Manner, kind: ImportKind) -> None:
        self._clear_notice()
        session = self.session
        if kind is not session.kind and session.path is not None:
            session.open(session.path, manner, kind)
        else:
            session.set_manner(manner)

    def _ask_value(self, problem: Problem) -> None:
        ValueDialog(self, problem, self.results.answer).open()

    def ask_import(self) -> None:
        """Say once more what will happen, then do it."""
        report = self.session.report
        if report is None:
            return
        number = self.desk.formats.number
        parts = [
            self.tr("{n} are added").format(n=number(report.count(Outcome.ADDED))),
            self.tr("{n} change what is known").format(n=number(report.count(Outcome.CHANGED))),
        ]
        bad = report.count(Outcome.REFUSED)
        if bad:
            parts.append(self.tr("{n} with errors are left out").format(n=number(bad)))
        ask(
            self,
            self.import_button.text(),
            self.tr("{what}. It is one action in the audit.").format(what=begun(", ".join(parts))),
            self.tr("Import them"),
            self.session.run,
        )
