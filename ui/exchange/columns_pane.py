"""The left side: the file, what each of its columns means, and what there will be afterwards."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.exchange import Column, ImportReport, SheetMapping, Sure
from ui.exchange.pieces import ShortText
from ui.exchange.session import ImportSession
from ui.exchange.words import RECORDS, SHAPES, SURE
from ui.shell.formats import Formats
from ui.shell.words import said
from widgets.buttons import hairline, label, set_tone
from widgets.fields import Choice
from widgets.links import TextButton
from widgets.theme import theme
from widgets.values import Mark

_ROW = 33


def sure_mark(column: Column) -> Mark:
    """How sure it is that a column means its field, in an icon and a few words."""
    words = said(SURE[column.sure])
    if column.field is None:
        if column.sure is Sure.CHOSEN:
            return Mark(words, "hand", "work")
        return Mark(words, "", "muted")
    if column.filled and column.fits < column.filled:
        return Mark(f"{column.fits} / {column.filled}", "triangle-alert", "wait")
    if column.sure is Sure.CHOSEN:
        return Mark(words, "hand", "work")
    return Mark(words, "check", "good")


class SureLabel(QWidget):
    """How sure a column is: the icon has the hue, the words stay quiet unless they ask for a look."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        self._icon = QLabel()
        self._words = label("", "hint")
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)

    def set_mark(self, mark: Mark) -> None:
        """Show another degree of sureness."""
        look = theme()
        self._icon.setVisible(bool(mark.icon))
        if mark.icon:
            self._icon.setPixmap(look.pixmap(mark.icon, f"status.{mark.tone}.fg", 14))
        self._words.setText(mark.text)
        set_tone(self._words, "wait" if mark.tone == "wait" else "")


class ColumnsPane(QWidget):
    """Columns with a choice each; ``manner_asked`` when somebody wants the file read otherwise."""

    manner_asked = Signal()

    def __init__(self, session: ImportSession, formats: Formats) -> None:
        super().__init__()
        self._session = session
        self._formats = formats
        self._shown: tuple[Any, ...] = ()
        self._rows: dict[tuple[str, str], tuple[Choice, SureLabel]] = {}
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(hairline())
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)
        column.addWidget(hairline())
        self._after = QWidget()
        self._after_grid = QGridLayout(self._after)
        self._after_grid.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self._after_grid.setHorizontalSpacing(look.px(10))
        self._after_grid.setVerticalSpacing(0)
        self._after_grid.setColumnStretch(0, 1)
        column.addWidget(self._after)

    def _head(self) -> QWidget:
        look = theme()
        head = QWidget()
        head.setFixedHeight(look.px(36))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(16), 0, look.px(13), 0)
        row.setSpacing(look.px(8))
        picture = QLabel()
        picture.setPixmap(look.pixmap("file-spreadsheet", "text.secondary"))
        self._name = label("", "strong")
        self._manner = ShortText(ink="text.muted")
        self._change = TextButton(self.tr("Change"), name=self.tr("Change how the file is read"))
        self._change.clicked.connect(self.manner_asked)
        row.addWidget(picture)
        row.addWidget(self._name)
        row.addWidget(self._manner, 1)
        row.addWidget(self._change)
        return head

    def refresh(self) -> None:
        """Show the session's file, its columns and its report."""
        session = self._session
        if session.source is None:
            return
        self._name.setText(session.source.name)
        self._manner.set_text(self._manner_words())
        mappings = session.mappings()
        # the same columns are dressed anew, not made anew: one of them may have the focus
        which = tuple((m.sheet, m.shape.name, tuple(c.letter for c in m.columns)) for m in mappings)
        if (session.source.sha256, which) != self._shown:
            self._shown = (session.source.sha256, which)
            self._rows = {}
            self._scroll.setWidget(self._table(mappings))
        for mapping in mappings:
            for column in mapping.columns:
                self._dress(mapping, column)
        self._show_after(session.report)

    def _dress(self, mapping: SheetMapping, column: Column) -> None:
        choice, mark = self._rows[mapping.sheet, column.letter]
        choice.blockSignals(True)
        choice.set_value(column.field)
        choice.blockSignals(False)
        mark.set_mark(sure_mark(column))
        choice.setToolTip(choice.currentText())
        mark.setToolTip(self._sure_words(column))

    def _manner_words(self) -> str:
        source = self._session.source
        if source is None:
            return ""
        signs = {";": self.tr("semicolon"), ",": self.tr("comma"), "\t": self.tr("tab")}
        parts = []
        if source.encoding:
            parts.append(source.encoding)
        if source.delimiter:
            parts.append(signs.get(source.delimiter, source.delimiter))
        if len(source.sheets) > 1:
            parts.append(self.tr("%n sheets", "", len(source.sheets)))
        mark = self._session.manner.decimal_mark
        if mark:
            parts.append(self.tr("decimal comma") if mark == "," else self.tr("decimal point"))
        rows = sum(len(sheet.rows) for sheet in source.sheets)
        parts.append(self.tr("%n rows", "", rows))
        return ", ".join(parts)

    # columns

    def _table(self, mappings: tuple[SheetMapping, ...]) -> QWidget:
        look = theme()
        table = QWidget()
        high = look.px(22)
        # once for all of them: a sheet for each would be read anew for each
        table.setStyleSheet(
            f"QComboBox, QComboBox:focus {{ min-height: {high}px; max-height: {high}px; }}"
        )
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, look.px(8))
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(look.px(6))
        for at, (wide, stretch) in enumerate(((10, 0), (0, 5), (0, 4), (20, 0), (172, 0), (2, 0))):
            grid.setColumnMinimumWidth(at, look.px(wide))
            grid.setColumnStretch(at, stretch)
        grid.setColumnMinimumWidth(6, look.px(116))
        titles = {1: self.tr("File column"), 2: self.tr("First row"), 4: self.tr("Field")}
        titles[6] = self.tr("How sure")
        grid.setRowMinimumHeight(0, look.height("table_header"))
        for at, title in titles.items():
            grid.addWidget(label(title, "caption"), 0, at, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(hairline(role="divider"), 1, 0, 1, 7)
        row = 2
        for mapping in mappings:
            if len(mappings) > 1:
                row = self._sheet_row(grid, row, mapping)
            for column in mapping.columns:
                self._column_row(grid, row, mapping, column)
                row += 2
        grid.setRowStretch(row, 1)
        return table

    def _sheet_row(self, grid: QGridLayout, row: int, mapping: SheetMapping) -> int:
        look = theme()
        band = QFrame()
        band.setProperty("surface", "sunken")
        band.setFixedHeight(look.px(29))
        inner = QHBoxLayout(band)
        inner.setContentsMargins(look.px(16), 0, look.px(16), 0)
        inner.addWidget(label(mapping.sheet, "strong"))
        inner.addWidget(label(said(SHAPES[mapping.shape.name]), "hint"), 1)
        grid.addWidget(band, row, 0, 1, 7)
        grid.addWidget(hairline(), row + 1, 0, 1, 7)
        return row + 2

    def _column_row(
        self, grid: QGridLayout, row: int, mapping: SheetMapping, column: Column
    ) -> None:
        look = theme()
        grid.setRowMinimumHeight(row, look.px(_ROW))
        heading = ShortText(column.heading or column.letter, codes=True)
        heading.set_weight(500)
        grid.addWidget(heading, row, 1)
        grid.addWidget(ShortText(column.sample, ink="text.secondary"), row, 2)
        arrow = QLabel()
        arrow.setPixmap(look.pixmap("arrow-right", "text.muted", 14))
        grid.addWidget(arrow, row, 3, Qt.AlignmentFlag.AlignCenter)
        fields: list[tuple[str | None, str]] = [(None, self.tr("(leave out)"))]
        fields += [(field.name, said(field.label)) for field in mapping.shape.fields.values()]
        shown = column.heading or column.letter
        choice = Choice(fields, name=self.tr("What “{column}” means").format(column=shown))
        choice.edited.connect(
            lambda: self._session.choose(mapping.sheet, column.letter, choice.value())
        )
        grid.addWidget(choice, row, 4, Qt.AlignmentFlag.AlignVCenter)
        mark = SureLabel()
        self._rows[mapping.sheet, column.letter] = choice, mark
        grid.addWidget(mark, row, 6, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(hairline(), row + 1, 0, 1, 7)

    def _sure_words(self, column: Column) -> str:
        if column.field is None:
            return self.tr("This column is left out.")
        words = self.tr("{fits} of {filled} looked-at values can be read.")
        return words.format(fits=column.fits, filled=column.filled)

    # afterwards

    def _show_after(self, report: ImportReport | None) -> None:
        grid = self._after_grid
        while (item := grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        counted: Mapping[str, tuple[int, int]] = report.counted if report else {}
        self._after.setVisible(bool(counted))
        if not counted or report is None:
            return
        look, number = theme(), self._formats.number
        title = (
            self.tr("After the import") if report.is_dry else self.tr("After the import, as it is")
        )
        grid.addWidget(label(title, "strong"), 0, 0)
        grid.setRowMinimumHeight(0, look.px(26))
        for row, (name, (before, after)) in enumerate(counted.items(), start=1):
            grid.setRowMinimumHeight(row, look.px(25))
            grid.addWidget(label(said(RECORDS[name]), "secondary"), row, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label(number(before), "muted"), row, 1, right)
            arrow = QLabel()
            arrow.setPixmap(look.pixmap("arrow-right", "text.muted", 14))
            grid.addWidget(arrow, row, 2)
            grid.addWidget(label(number(after), "medium"), row, 3, right)
            change = after - before
            text = f"+{number(change)}" if change > 0 else "—"
            tone = "good" if change > 0 else "muted"
            grid.addWidget(label(text, "small", tone=tone), row, 4, right)
