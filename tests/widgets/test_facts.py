"""Facts, headlines and balances: what they say, what opens, what has room, and that they paint in every state."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.balance import Balance, Level
from widgets.facts import Fact, FactColumn, Facts
from widgets.headline import Headline, Headlines
from widgets.theme import install
from widgets.values import Figure, Rich, clip_text

LEVELS = (
    Level(0, 0, "1 Nov", "0 pc"),
    Level(10, 22, "11 Nov", "22 pc"),
    Level(30, 20, "1 Dec", "20 pc"),
)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


@pytest.fixture
def facts(qtbot: QtBot) -> Facts:
    made = Facts(
        (FactColumn(title="Place"), FactColumn(60, "right", title="Free")),
        name="Levels",
        lined=True,
    )
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.set_facts(
        [
            Fact(("Main", "21"), "boxes", key="main"),
            Fact((Rich((("All", "strong"),)), Figure("23", ",50"))),
            Fact(("Van", "2"), key="van", tip="The car"),
        ]
    )
    made.show()
    return made


def paints(widget: QWidget) -> bool:
    """Whether anything but one colour is on it."""
    image = widget.grab().toImage()
    seen = {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    return len(seen) > 1


def test_facts_are_said_and_painted(facts: Facts) -> None:
    assert facts.accessibleName() == "Levels"
    assert facts.accessibleDescription() == "Main 21; All 23,50; Van 2"
    assert paints(facts)


def test_rows_that_open_are_walked_and_opened_by_keys(facts: Facts) -> None:
    facts.setFocus()
    opened: list[object] = []
    facts.opened.connect(opened.append)
    QTest.keyClick(facts, Qt.Key.Key_Return)
    QTest.keyClick(facts, Qt.Key.Key_Down)
    QTest.keyClick(facts, Qt.Key.Key_Return)
    QTest.keyClick(facts, Qt.Key.Key_Down)
    QTest.keyClick(facts, Qt.Key.Key_Return)
    assert opened == ["main", "van", "van"]


def test_a_click_opens_only_what_can_be_opened(facts: Facts) -> None:
    opened: list[object] = []
    facts.opened.connect(opened.append)
    for y in (30, 55, 80):
        QTest.mouseClick(facts, Qt.MouseButton.LeftButton, pos=QPoint(40, y))
    assert opened == ["main", "van"]


def test_facts_without_keys_take_no_focus(facts: Facts) -> None:
    facts.set_facts([Fact(("Main", "21"))])
    assert facts.focusPolicy() == Qt.FocusPolicy.NoFocus
    facts.set_facts([])
    assert facts.accessibleDescription() == ""
    assert facts.sizeHint().height() == 22


def test_a_figure_is_never_cut(facts: Facts) -> None:
    before = facts._places()[1][1]  # noqa: SLF001 - the width of the column of figures
    facts.set_facts([Fact(("Main", Figure("1 234 567 890", ",50")))])
    assert facts._places()[1][1] > before  # noqa: SLF001 - as above


def test_headlines_give_way_where_it_is_narrow(qtbot: QtBot) -> None:
    line = Headlines("Figures")
    qtbot.addWidget(line)
    line.set_figures(
        [
            Headline("On hand", "23", unit="pc"),
            Headline("Available", "2", note="minimum 10", tone="wait"),
            Headline("Price", "780", ".00"),
            Headline("Margin", "44%", optional=True),
            Headline("Value", "9 913", ".00", optional=True),
        ]
    )
    line.resize(1200, 80)
    line.show()
    assert len(line.shown()) == 5
    assert paints(line)
    line.resize(330, 80)
    assert [figure.caption for figure in line.shown()] == ["On hand", "Available", "Price"]
    assert "Available 2, minimum 10" in line.accessibleDescription()


@pytest.fixture
def balance(qtbot: QtBot) -> Balance:
    made = Balance("On hand", ("When", "On hand"))
    qtbot.addWidget(made)
    made.resize(520, 174)
    made.show()
    return made


def test_a_balance_without_levels_is_painted(balance: Balance) -> None:
    assert balance.spots() == []
    assert paints(balance)


def test_a_balance_is_a_table_behind_its_picture(balance: Balance) -> None:
    balance.set_levels(
        LEVELS,
        across=[(0, "1 Nov"), (30, "1 Dec")],
        up=[(0, "0"), (25, "25")],
        least=(10, "minimum 10"),
    )
    assert paints(balance)
    cells = [balance.table().item(row, 1) for row in range(3)]
    assert [cell.text() for cell in cells if cell is not None] == ["0 pc", "22 pc", "20 pc"]
    assert [spot.text for spot in balance.spots()] == [
        "1 Nov: 0 pc",
        "11 Nov: 22 pc",
        "1 Dec: 20 pc",
    ]
    balance.setFocus()
    QTest.keyClick(balance, Qt.Key.Key_End)
    assert balance.accessibleDescription() == "1 Dec: 20 pc"


def test_levels_stand_where_they_belong(balance: Balance) -> None:
    balance.set_levels(LEVELS, across=[], up=[(0, "0"), (25, "25")])
    first, last = balance.place(0, 0), balance.place(30, 25)
    assert first.x() < last.x()
    assert first.y() > last.y()
    below = (*LEVELS, Level(40, -5, "11 Dec", "−5 pc"))
    balance.set_levels(below, across=[], up=[(0, "0"), (25, "25")])
    assert balance.place(0, -5).y() > balance.place(0, 0).y()
    assert paints(balance)


def test_the_dot_before_a_quantity_is_not_copied() -> None:
    assert clip_text(Rich((("●  ", "good"), ("142.4 l", "secondary")))) == "142.4 l"
