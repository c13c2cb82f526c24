"""Fields, forms, picker and completion: what was typed is never lost, and everything works by keyboard."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.completion import CompletionPopup, Hint, Option, PopupColumn, comparable
from widgets.controls import Area, Check, Choice, Line, SearchEdit, Switch, TextEdit
from widgets.fields import (
    Calendar,
    Control,
    DateEdit,
    Field,
    MomentEdit,
    MoneyEdit,
    PercentEdit,
    QuantityEdit,
    WholeEdit,
)
from widgets.forms import Form
from widgets.picker import Answer, Picker
from widgets.theme import install, theme

NOW = datetime(2025, 12, 17, 11, 32, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
RU = Calendar("ru", lean="ahead")


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    """A window with a column to put things into."""
    install(qapp, "light", 1.0)
    made = QWidget()
    QVBoxLayout(made)
    made.resize(640, 480)
    qtbot.addWidget(made)
    yield made
    theme().use(mode="light", scale=1.0)


def put(qtbot: QtBot, page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    widgets[0].setFocus()


def type_in(widget: QWidget, text: str) -> None:
    """Type letters of any script; QTest knows Latin ones only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def leave(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_money_is_understood_when_the_field_is_left(qtbot: QtBot, page: QWidget) -> None:
    money, other = MoneyEdit(2, ",", name="Price"), TextEdit(name="Other")
    put(qtbot, page, money, other)
    heard: list[object] = []
    money.read.connect(heard.append)
    type_in(money, "1234.5")
    assert heard == []
    leave(money)
    assert money.text() == "1\u00a0234,50"
    assert heard == [Decimal("1234.50")]
    assert money.minor() == 123450


def test_what_cannot_be_read_stays_and_says_what_to_type(qtbot: QtBot, page: QWidget) -> None:
    money = MoneyEdit(2, ",", name="Price")
    field = Field("Price", money)
    put(qtbot, page, field)
    money.setFocus()
    type_in(money, "сто")
    QTest.keyClick(money, Qt.Key.Key_Return)
    assert money.text() == "сто"
    assert money.value() is None
    assert "Type digits" in field.message()
    assert money.property("state") == "bad"
    assert money.accessibleDescription() == money.problem()
    type_in(money, "1")
    assert field.message() == ""
    assert money.property("state") == ""


def test_the_value_is_there_before_the_field_is_left(qtbot: QtBot, page: QWidget) -> None:
    qty = QuantityEdit(",", unit="л", name="Quantity")
    put(qtbot, page, qty)
    type_in(qty, "500 мл")
    assert qty.value() == Decimal("0.5")
    assert qty.text() == "0,5"


@pytest.mark.parametrize(
    ("control", "value", "text"),
    [
        (lambda: MoneyEdit(2, ","), Decimal("37402.5"), "37\u00a0402,50"),
        (lambda: MoneyEdit(0, "."), Decimal(1200), "1,200"),
        (lambda: QuantityEdit(","), Decimal("4.200"), "4,2"),
        (lambda: PercentEdit(","), Decimal(5), "5"),
        (lambda: WholeEdit(",", unit="км"), 84320, "84\u00a0320"),
        (lambda: WholeEdit(",", grouped=False), 2019, "2019"),
        (lambda: DateEdit(lambda: date(2025, 12, 17), RU), date(2025, 12, 18), "завтра"),
        (
            lambda: MomentEdit(lambda: NOW, MOSCOW, RU),
            datetime(2025, 12, 17, 14, 30, tzinfo=UTC),
            "сегодня, 17:30",
        ),
    ],
)
def test_values_are_shown_and_given_back(
    qtbot: QtBot,
    page: QWidget,
    control: "type[MoneyEdit]",
    value: object,
    text: str,
) -> None:
    made = control()  # type: ignore[call-arg]  # a factory of any typed field
    put(qtbot, page, made)
    made.set_value(value)
    assert made.text() == text
    assert made.value() == value
    made.set_value(None)
    assert made.text() == ""
    assert made.value() is None


def test_a_past_moment_warns_and_is_kept(qtbot: QtBot, page: QWidget) -> None:
    moment = MomentEdit(lambda: NOW, MOSCOW, RU, name="Promised")
    field = Field("Promised", moment)
    put(qtbot, page, field)
    moment.setFocus()
    type_in(moment, "сегодня 9")
    QTest.keyClick(moment, Qt.Key.Key_Return)
    assert moment.value() == datetime(2025, 12, 17, 6, tzinfo=UTC)
    assert "past" in field.message()
    assert moment.property("state") != "bad"


def test_a_month_opens_by_keyboard_and_gives_its_day(qtbot: QtBot, page: QWidget) -> None:
    moment = MomentEdit(lambda: NOW, MOSCOW, RU, name="Promised")
    put(qtbot, page, moment)
    type_in(moment, "завтра 15")
    QTest.keyClick(moment, Qt.Key.Key_F4)
    popup = moment.month()
    assert popup is not None
    assert moment.hasFocus()
    assert popup.day == date(2025, 12, 18)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(moment, key)
    assert popup.day == date(2026, 1, 26)
    assert "2026" in popup.accessibleName()
    popup.grab()
    QTest.keyClick(moment, Qt.Key.Key_Return)
    assert moment.month() is None
    assert moment.value() == datetime(2026, 1, 26, 12, tzinfo=UTC)
    assert moment.text() == "26 янв 2026, 15:00"


def test_the_month_opens_by_its_icon(qtbot: QtBot, page: QWidget) -> None:
    day = DateEdit(lambda: date(2025, 12, 17), RU, name="Day")
    put(qtbot, page, day)
    spot = QPoint(day.width() - 12, day.height() // 2)
    QTest.mouseClick(day, Qt.MouseButton.LeftButton, pos=spot)
    assert day.month() is not None
    QTest.keyClick(day, Qt.Key.Key_Escape)
    assert day.month() is None
    assert day.value() is None
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = day.month()
    assert popup is not None
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(24, 90))
    assert day.value() == date(2025, 12, 1)


def test_search_clears_by_escape_and_waits_for_a_pause(qtbot: QtBot, page: QWidget) -> None:
    search = SearchEdit("Name or plate")
    put(qtbot, page, search)
    with qtbot.waitSignal(search.searched) as heard:
        type_in(search, "ива")
    assert heard.args == ["ива"]
    search.set_count("12 found")
    assert search.textMargins().right() > theme().px(20)
    with qtbot.waitSignal(search.searched) as heard:
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert heard.args == [""]
    assert search.text() == ""


def test_a_choice_ignores_the_wheel_until_it_is_asked(qtbot: QtBot, page: QWidget) -> None:
    first, choice = TextEdit(name="First"), Choice([(1, "one"), (2, "two")], name="Which")
    put(qtbot, page, first, choice)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == 1
    choice.set_value(2)
    choice.set_choices([(2, "two"), (3, "three")])
    assert choice.value() == 2
    with pytest.raises(ValueError, match="not in list"):
        choice.set_value(9)


def test_a_form_tells_its_problems_and_goes_to_the_first(qtbot: QtBot, page: QWidget) -> None:
    form = Form(2)
    form.section("Customer")
    form.add("name", "Name", TextEdit(), required=True)
    form.add("limit", "Limit", MoneyEdit(2, ","))
    form.add("note", "Note", Area(), span=2)
    form.add("kind", "Kind", Choice([("p", "Person"), ("c", "Company")]))
    form.add("sms", "", Check("Messages"))
    form.add("on", "", Switch("At once"))
    put(qtbot, page, form)
    assert not form.check()
    assert form.control("name").hasFocus()
    assert form.field("name").message() == "Fill this in."
    form.show_problems({"limit": "Over the limit.", "note": "Too long."})
    assert form.field("name").message() == ""
    assert form.control("limit").hasFocus()
    assert form.field("note").message() == "Too long."
    changes: list[None] = []
    form.changed.connect(lambda: changes.append(None))
    form.set_values({"name": "Иванова", "limit": Decimal(5), "kind": "c", "sms": True})
    assert form.values() == {
        "name": "Иванова",
        "limit": Decimal(5),
        "note": "",
        "kind": "c",
        "sms": True,
        "on": False,
    }
    assert changes
    assert form.check()
    assert form.field("note").message() == ""


def test_a_draft_keeps_what_cannot_be_read(qtbot: QtBot, page: QWidget) -> None:
    def made() -> Form:
        form = Form()
        form.add("limit", "Limit", MoneyEdit(2, ","))
        form.add("note", "Note", Area())
        form.add("kind", "Kind", Choice([("p", "Person"), ("c", "Company")]))
        form.add("sms", "", Check("Messages"))
        return form

    first, second = made(), made()
    put(qtbot, page, first, second)
    first.control("limit").setFocus()
    type_in(first.control("limit"), "сто")
    first.control("note").set_value("скрип")
    first.control("kind").set_value("c")
    first.control("sms").set_value(True)
    draft = first.draft()
    assert draft == {"limit": "сто", "note": "скрип", "kind": "Company", "sms": True}
    second.set_draft(draft)
    assert second.control("limit").text() == "сто"
    assert "digits" in second.field("limit").message()
    assert second.control("kind").value() == "c"
    assert second.control("sms").value() is True


def test_every_control_has_the_same_face(qtbot: QtBot, page: QWidget) -> None:
    controls = [
        TextEdit(name="a"),
        SearchEdit("b"),
        Area(name="c"),
        Choice(name="d"),
        Check("e"),
        Switch("f"),
        MoneyEdit(2, ",", name="g"),
        Picker(lambda _text, _answer: None, name="h"),
    ]
    put(qtbot, page, *controls)
    for control in controls:
        assert isinstance(control, Control)
        assert control.accessibleName()
        control.tell("Wrong.")
        assert control.problem() == "Wrong."
        assert control.accessibleDescription() == "Wrong."
        control.grab()
    with pytest.raises(TypeError):
        Form().add("x", "X", QLabel())


def test_captions_name_their_controls_and_fields_are_30_high(qtbot: QtBot, page: QWidget) -> None:
    edit = TextEdit()
    field = Field("Phone", edit, required=True, hint="With its code")
    put(qtbot, page, field)
    assert edit.accessibleName() == "Phone"
    assert edit.height() == theme().height("control") == 30
    assert field.message() == "With its code"
    field.set_warning("Nobody knows this code.")
    assert field.message() == "Nobody knows this code."
    type_in(edit, "7")
    assert field.message() == "With its code"
    theme().use(scale=1.5)
    QApplication.processEvents()
    assert edit.sizeHint().height() == 45


def options(count: int) -> list[Option]:
    return [Option(i, f"CUK 26 00{i}", f"Filter {i}") for i in range(count)]


def test_the_popup_is_driven_from_its_field(qtbot: QtBot, page: QWidget) -> None:
    edit = TextEdit(name="Part")
    popup = CompletionPopup(hints=[Hint("Ctrl+I", "card", acts=True)], back="go back")
    put(qtbot, page, edit)
    chosen: list[Option] = []
    acted: list[tuple[str, Option]] = []
    closed: list[None] = []
    popup.chosen.connect(chosen.append)
    popup.acted.connect(lambda keys, option: acted.append((keys, option)))
    popup.closed.connect(lambda: closed.append(None))
    popup.show_for(edit, options(3), "cuk 26")
    assert popup.isVisible()
    assert edit.hasFocus()
    assert popup.geometry().top() >= edit.geometry().bottom()
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    current = popup.current()
    assert current is not None
    assert current.key == 2
    QTest.keyClick(edit, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert [(keys, option.key) for keys, option in acted] == [("Ctrl+I", 2)]
    popup.show_for(edit, options(3))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [option.key for option in chosen] == [0]
    assert not popup.isVisible()
    popup.show_for(edit, options(3))
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert len(closed) == 1
    popup.show_for(edit, [])
    assert not popup.isVisible()


def test_the_popup_opens_upward_when_there_is_no_room_below(qtbot: QtBot, page: QWidget) -> None:
    spacer, edit = QWidget(), TextEdit(name="Part")
    put(qtbot, page, spacer, edit)
    spacer.setMinimumHeight(400)
    edit.setFocus()
    QApplication.processEvents()
    popup = CompletionPopup([PopupColumn("Code", 118), PopupColumn("Name")])
    popup.show_for(edit, options(5))
    assert popup.geometry().bottom() <= edit.geometry().top()
    spot = QRect(page.mapToGlobal(QPoint(20, 20)), edit.size())
    popup.show_for(spot, options(5))
    assert popup.geometry().top() >= 20 + edit.height()
    popup.move_by(8)
    current = popup.current()
    assert current is not None
    assert current.key == 4


def test_the_popup_paints_its_matches_and_speaks(qtbot: QtBot, page: QWidget) -> None:
    edit = TextEdit(name="Part")
    put(qtbot, page, edit)
    popup = CompletionPopup([PopupColumn("Code", 118), PopupColumn("Name")], back="go back")
    popup.show_for(edit, options(3), "cuk 26")
    model = popup.list.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "CUK 26 001, Filter 1"
    match = theme().colour("surface.match").rgb()
    image = popup.list.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).rgb() for x in range(12, 60) for y in range(16, 22)}
    assert match in seen


def test_look_alikes_compare_equal() -> None:
    assert comparable("А123ВС") == comparable("a123bc")
    assert len(comparable("İstanbul")) == len("İstanbul")


def test_a_picker_finds_chooses_and_forgets(qtbot: QtBot, page: QWidget) -> None:
    asked: list[tuple[str, Answer]] = []

    def search(text: str, answer: Answer) -> None:
        asked.append((text, answer))

    picker = Picker(search, name="Customer", create="New customer “{text}”")
    other = TextEdit(name="Other")
    put(qtbot, page, picker, other)
    picked: list[Option | None] = []
    created: list[str] = []
    picker.picked.connect(picked.append)
    picker.create_asked.connect(created.append)
    type_in(picker, "ив")
    qtbot.waitUntil(lambda: len(asked) == 1)
    type_in(picker, "ан")
    qtbot.waitUntil(lambda: len(asked) == 2)
    found: Sequence[Option] = [Option(7, "Иванова М. С.", "+7 916 204-18-73")]
    asked[0][1]([Option(1, "too late")])
    assert not picker.popup.isVisible()
    asked[1][1](found)
    assert [option.title for option in picker.popup.options] == [
        "Иванова М. С.",
        "New customer “иван”",
    ]
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == 7
    assert picker.text() == "Иванова М. С."
    type_in(picker, "x")
    assert picker.value() is None
    assert picked[-1] is None
    qtbot.waitUntil(lambda: len(asked) == 3)
    asked[2][1]([])
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert created == ["x"]


def test_a_picker_left_with_a_name_of_nobody_says_so(qtbot: QtBot, page: QWidget) -> None:
    picker = Picker(lambda _text, answer: answer([]), name="Customer")
    field, other = Field("Customer", picker), TextEdit(name="Other")
    put(qtbot, page, field, other)
    picker.setFocus()
    type_in(picker, "никто")
    other.setFocus()
    assert picker.text() == "никто"
    assert "Choose one" in field.message()
    picker.set_value(3, "Somebody")
    assert field.message() == ""
    draft = picker.draft()
    assert draft == {"text": "Somebody", "key": "3"}


def test_down_looks_without_typing(qtbot: QtBot, page: QWidget) -> None:
    picker = Picker(lambda _text, answer: answer(options(2)), name="Part")
    put(qtbot, page, picker)
    QTest.keyClick(picker, Qt.Key.Key_Down)
    assert picker.popup.isVisible()
    QTest.mouseClick(picker.popup.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    assert picker.value() == 1


def test_fields_paint_in_every_state(qtbot: QtBot, page: QWidget) -> None:
    edit = Line(name="Odometer", suffix="km", icon="gauge")
    put(qtbot, page, edit)
    edit.setText("48 210")
    for mode in ("light", "dark", "high_contrast"):
        theme().use(mode=mode)
        edit.clearFocus()
        edit.tell("Last known is 54 821 km.")
        QApplication.sendPostedEvents(None, QEvent.Type.Paint)
        image = edit.grab().toImage()
        bad = theme().colour("status.bad.mark")
        assert image.pixelColor(edit.width() // 2, 1).rgb() == bad.rgb()
        edit.tell("", "Doubtful.")
        assert image != edit.grab().toImage()
        edit.tell()
