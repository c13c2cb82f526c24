"""The right column: what will block closing, with a remedy beside each; the signature and what it is bound to."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.arrivals import ArrivalSheet, Gap, SignAct, sign_act
from app.kernel.errors import QT_TRANSLATE_NOOP, ChangedError, Sentence, Source, UserError
from app.kernel.tx import Changes
from models.access import Permission
from models.arrivals import SignerRole, SignMethod
from ui.arrivals.ask import AskDialog
from ui.arrivals.keeping import Keeper
from ui.arrivals.parts import Column, Heading, small
from ui.parts.arrivals import paper_words
from ui.shell.desk import Desk
from ui.shell.words import said
from widgets.badge import CellLabel
from widgets.buttons import Button, hairline, label, set_tone
from widgets.fields import Check, Choice, TextEdit
from widgets.links import TextButton
from widgets.sign_pad import SignaturePad
from widgets.theme import theme
from widgets.values import Mark

_REMEDIES: Mapping[str, Source] = {
    "vin": QT_TRANSLATE_NOOP("ArrivalSide", "Scan"),
    "address": QT_TRANSLATE_NOOP("ArrivalSide", "Type"),
    "phone": QT_TRANSLATE_NOOP("ArrivalSide", "Type"),
    "customer": QT_TRANSLATE_NOOP("ArrivalSide", "Name"),
    "vehicle": QT_TRANSLATE_NOOP("ArrivalSide", "Type"),
    "plate_or_vin": QT_TRANSLATE_NOOP("ArrivalSide", "Type"),
    "found_defects": QT_TRANSLATE_NOOP("ArrivalSide", "Choose"),
    "acceptance_act": QT_TRANSLATE_NOOP("ArrivalSide", "Sign"),
    "odometer": QT_TRANSLATE_NOOP("ArrivalSide", "Type"),
    "fuel_eighths": QT_TRANSLATE_NOOP("ArrivalSide", "Note"),
    "photos": QT_TRANSLATE_NOOP("ArrivalSide", "Add"),
    "key_tag": QT_TRANSLATE_NOOP("ArrivalSide", "Hang"),
    "kit": QT_TRANSLATE_NOOP("ArrivalSide", "Note"),
    "authority": QT_TRANSLATE_NOOP("ArrivalSide", "Choose"),
    "signature": QT_TRANSLATE_NOOP("ArrivalSide", "See"),
}
_OTHER = QT_TRANSLATE_NOOP("ArrivalSide", "Open")


class GapRow(QWidget):
    """What is missing, how much it matters, and the remedy."""

    def __init__(
        self, sentence: Sentence, under: str, remedy: str, press: Callable[[], object]
    ) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme().px(4), 0, theme().px(5))
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(0)
        text = said(sentence)
        grid.addWidget(
            CellLabel(Mark("", "triangle-alert", "wait")), 0, 0, Qt.AlignmentFlag.AlignTop
        )
        words = label(text.removesuffix("."), wrap=True)
        words.setFont(theme().font("base", weight=500))
        grid.addWidget(words, 0, 1)
        grid.addWidget(label(under, "hint", wrap=True), 1, 1)
        self.remedy = Button(remedy, small=True, name=f"{remedy}: {text}")
        self.remedy.clicked.connect(press)
        grid.addWidget(self.remedy, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)


class SideColumn(Column):
    """Gaps and signature. ``remedy`` names the field of a gap; ``scan_wanted`` asks for a file of the signed paper."""

    remedy = Signal(str, str)
    signed = Signal()
    scan_wanted = Signal()

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Gaps and signature"))
        self._desk = desk
        self._keeper = keeper
        self._words = paper_words(desk)
        self._sheet: ArrivalSheet | None = None
        self.rows: list[GapRow] = []
        self._locked = False
        self._head = Heading(self.tr("Will block closing"))
        self.box.addWidget(self._head)
        self._say = small("")
        self.box.addWidget(self._say)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.box.addLayout(self._list)
        self.passed = CellLabel(Mark("", "circle-check", "good"))
        self.box.addWidget(self.passed)
        self.box.addStretch(1)
        self._clear = TextButton(self.tr("Clear"), name=self.tr("Clear the signature"))
        self.box.addWidget(Heading(self.tr("Signature"), self._clear))
        self.pad = SignaturePad(name=self.tr("Signature of the customer"))
        self._clear.clicked.connect(self.pad.clear)
        self.pad.edited.connect(self._drawn)
        self.pad.asked.connect(self.sign_otherwise)
        self.box.addWidget(self.pad)
        self.bound = small("")
        self.box.addWidget(self.bound)
        row = QHBoxLayout()
        self.other = Button(self.tr("Otherwise…"), small=True, name=self.tr("Signed otherwise"))
        self.other.clicked.connect(self.sign_otherwise)
        self.sign = Button(self.tr("Sign"), "signature", small=True)
        self.sign.set_keys("Ctrl+S")
        self.sign.clicked.connect(self.sign_on_screen)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.sign)
        self.box.addLayout(row)

    # gaps
    def show_sheet(self, sheet: ArrivalSheet) -> None:
        """Show what is missing, and the signature of the present version."""
        self._sheet = sheet
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        blocking = sum(gap.blocks for gap in sheet.gaps)
        for gap in sheet.gaps:
            self._list.addWidget(hairline())
            row = GapRow(
                gap.sentence, self._under(gap), self._remedy(gap), partial(self._press, gap)
            )
            self.rows.append(row)
            self._list.addWidget(row)
        self._list.addWidget(hairline())
        title = self.tr("Will block closing") if blocking else self.tr("Still missing")
        self._head.title.setText(title)
        self._head.set_note(str(blocking or len(sheet.gaps) or ""))
        self._say.setText(
            self.tr(
                "The car can be checked in now. These must be there before the order is completed."
            )
            if blocking
            else self.tr("Nothing of it stops the order; the act is better with it.")
        )
        self._say.setVisible(bool(sheet.gaps))
        words = self.tr("%n other checks pass", "", sheet.passed)
        self.passed.set_value(Mark(words, "circle-check", "good"))
        self._show_signature(sheet)

    def _under(self, gap: Gap) -> str:
        return self.tr("stops the completion") if gap.blocks else self.tr("advised")

    @staticmethod
    def _remedy(gap: Gap) -> str:
        return said(_REMEDIES.get(gap.field, _OTHER))

    def _press(self, gap: Gap) -> None:
        self.remedy.emit(gap.field, gap.code)

    # signature
    def _show_signature(self, sheet: ArrivalSheet) -> None:
        card = sheet.card
        formats = self._desk.formats
        who = card.bringer or card.row.customer or self.tr("The customer")
        at = self._desk.now()
        present = next(
            (v for v in sheet.versions if v.number == card.row.draft_number and v.signatures), None
        )
        done = None
        if present is not None:
            done = next((s for s in present.signatures if s.role is SignerRole.CUSTOMER), None)
        may = self._desk.can(Permission.ARRIVALS_EDIT)
        for widget in (self._clear, self.sign, self.other):
            widget.setVisible(may and done is None)
        if done is None:
            if self.pad.points() and self._locked:
                self.pad.show_strokes((), locked=False)
            self._locked = False
            self.pad.show_strokes(self.pad.strokes(), locked=False)
            self.pad.set_foot(f"{who}, {formats.moment(at)}")
            self.bound.setText(self._binding(sheet))
            set_tone(self.bound, "")
        else:
            self._locked = True
            self.pad.show_strokes(done.strokes, locked=True)
            ways = {
                SignMethod.SCREEN: f"{done.signer or who}, {formats.moment(done.at)}",
                SignMethod.PAPER: self.tr("Signed on paper, {when}").format(
                    when=formats.moment(done.at)
                ),
                SignMethod.REFUSED: self.tr("Not signed: {why}").format(why=done.note or ""),
            }
            self.pad.set_foot(ways[done.method])
            number = card.row.signed_number
            digest = present.sha256[:8] if present is not None else ""
            words = self.tr(
                "Version {number} is signed, {hash}. A later edit makes version {next} and asks again."
            )
            self.bound.setText(words.format(number=number, hash=digest, next=number + 1))
        self._drawn()

    def _binding(self, sheet: ArrivalSheet) -> str:
        marks = len(sheet.card.marks)
        number = sheet.card.row.draft_number
        said_of = (
            self.tr("“Condition, marks 1–{count} and belongings are as written.”")
            if marks > 1
            else self.tr("“Condition and belongings are as written.”")
        ).format(count=marks)
        bound = self.tr(
            "Bound to version {number}; a later edit makes version {next} and asks again."
        )
        return f"{said_of} {bound.format(number=number, next=number + 1)}"

    def _drawn(self) -> None:
        self.sign.setEnabled(not self._locked)

    def sign_on_screen(self) -> None:
        """Write what waits, then put the drawn signature under it; with none the pad is where one goes on."""
        if self.pad.points() > 2:  # noqa: PLR2004 - a tap is none
            self._keeper.flush(lambda: self._sign(SignMethod.SCREEN, None, None))
        else:
            # drawn with a pen, or Enter: signed otherwise
            self.pad.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _sign(self, method: SignMethod, note: str | None, dialog: AskDialog | None) -> None:
        card = self._keeper.card
        if card is None:
            return
        command = SignAct(
            arrival_id=card.row.id,
            version=card.row.version,
            method=method,
            strokes=self.pad.strokes() if method is SignMethod.SCREEN else (),
            note=note,
        )

        def done(_changes: Changes[Any]) -> None:
            if dialog is not None:
                dialog.finish()
            self.signed.emit()

        def failed(error: UserError) -> bool:
            if isinstance(error, ChangedError):
                # the signer reads what is there now; the strokes stay
                self.signed.emit()
            return dialog.refuse(error) if dialog is not None else False

        self._desk.act(self, sign_act, command, done, failed=failed)

    def sign_otherwise(self) -> None:
        """Signed on paper, with a scan if one likes, or refused with a reason."""
        if self._locked:
            return

        def answer(dialog: AskDialog, values: dict[str, Any]) -> None:
            method = SignMethod(values["method"])

            def go() -> None:
                self._sign(method, values["note"] or None, dialog)

            if values["scan"] and method is SignMethod.PAPER:
                dialog.finish()
                self.scan_wanted.emit()
                return
            self._keeper.flush(go)

        dialog = AskDialog(
            self._desk.front,
            self.tr("Signed otherwise"),
            self.tr("Keep"),
            answer,
            sentence=self.tr("Print the act first: what is signed is the present version."),
        )
        way, note = self.tr("How"), self.tr("Note, or why it is not signed")
        choice = Choice(
            [
                (SignMethod.PAPER.value, self.tr("Signed on paper")),
                (SignMethod.REFUSED.value, self.tr("The customer does not sign")),
            ],
            name=way,
        )
        dialog.form.add("method", way, choice)
        dialog.form.add("note", note, TextEdit(name=note))
        dialog.form.add("scan", "", Check(self.tr("Add the scan first")))
        dialog.open()
