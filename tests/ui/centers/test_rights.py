"""The rights matrix: every right once, what a cell shows, keys that move, say yes and no, fold and find."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from app.access import RoleRow, list_roles
from models.access import SEED_ROLES, Permission
from models.centers import NegativeStock, Policy
from ui.centers.cells import State, cell_of, differences, limit_of
from ui.centers.matrix import RightsMatrix
from ui.centers.matrix_model import Cross
from ui.centers.people import PeopleSection
from ui.centers.rights import GROUPS, RIGHTS, WITHOUT_EFFECT
from ui.shell.window import Window
from ui.start import settle
from widgets.theme import theme

POLICY = Policy()


def role(code: str, *rights: Permission) -> RoleRow:
    return RoleRow(uuid4(), code, code.title(), frozenset(rights))


def seed(code: str) -> RoleRow:
    return role(code, *SEED_ROLES[code])


@pytest.fixture
def people(window: Window) -> PeopleSection:
    window.open("centers", None, {"section": "people"})
    settle(window)
    section = window.page.section  # type: ignore[union-attr]  # the settings are open
    assert isinstance(section, PeopleSection)
    return section


def rights_of(window: Window, code: str) -> frozenset[str]:
    with window.desk.shop.reading(window.desk.actor) as read:
        return next(found.permissions for found in list_roles(read) if found.code == code)


def test_every_right_stands_in_the_matrix_once() -> None:
    shown = set(Permission) - WITHOUT_EFFECT
    assert sorted(right.permission for right in RIGHTS) == sorted(shown)
    assert len({str(right.title) for right in RIGHTS}) == len(RIGHTS)
    assert all(str(right.sentence).endswith(".") for right in RIGHTS)


def test_a_cell_is_a_check_a_dash_a_limit_or_a_lock() -> None:
    desk = seed("receptionist")
    assert cell_of(desk, Permission.WORK_ORDERS_EDIT, POLICY).state is State.YES
    assert cell_of(desk, Permission.COSTS_SEE, POLICY).state is State.NO
    store = seed("central_storekeeper")
    assert cell_of(store, Permission.INVENTORY_NEGATIVE, POLICY).state is State.LIMIT
    by_right = replace(POLICY, negative_stock=NegativeStock.WITH_PERMISSION.value)
    assert cell_of(store, Permission.INVENTORY_NEGATIVE, by_right).state is State.YES
    assert cell_of(seed("owner"), Permission.CENTERS_EDIT, POLICY).state is State.LOCKED


@pytest.mark.parametrize(
    ("permission", "rule", "value"),
    [
        (Permission.INVENTORY_NEGATIVE, "negative_stock", NegativeStock.REFUSE.value),
        (Permission.INVENTORY_NEGATIVE, "negative_stock", NegativeStock.ALLOW.value),
        (Permission.WORK_ORDERS_APPROVE, "uses_approval", False),
        (Permission.WORK_ORDERS_CHECK, "uses_quality_check", False),
    ],
)
def test_a_rule_that_holds_a_right_back_is_named(
    permission: Permission, rule: str, value: object
) -> None:
    changed = Policy.from_json({**POLICY.to_json(), rule: value})
    limit = limit_of(permission, changed)
    assert limit is not None
    assert limit.rule == rule


def test_changes_from_the_factory_are_marked_and_counted() -> None:
    desk = role("receptionist", *SEED_ROLES["receptionist"], Permission.COSTS_SEE)
    assert cell_of(desk, Permission.COSTS_SEE, POLICY).is_changed
    assert not cell_of(desk, Permission.WORK_ORDERS_EDIT, POLICY).is_changed
    own = role("washer", Permission.COSTS_SEE)
    assert not cell_of(own, Permission.COSTS_SEE, POLICY).is_changed
    assert differences((desk, own, seed("mechanic"))) == 1


def test_the_model_keeps_the_promises_of_models(qtbot: QtBot) -> None:
    matrix = RightsMatrix()
    qtbot.addWidget(matrix)
    tester = QAbstractItemModelTester(
        matrix.rights, QAbstractItemModelTester.FailureReportingMode.Warning, matrix
    )
    matrix.rights.show([seed(code) for code in SEED_ROLES], {"mechanic": 6}, POLICY)
    matrix.rights.search("price")
    matrix.rights.search("")
    matrix.rights.fold(0)
    assert tester.model() is matrix.rights
    assert matrix.rights.rowCount() == len(GROUPS) + len(RIGHTS) - len(GROUPS[0].rights)


def test_every_cell_is_read_aloud(qtbot: QtBot) -> None:
    matrix = RightsMatrix()
    qtbot.addWidget(matrix)
    matrix.rights.show([seed("owner"), seed("mechanic")], {}, POLICY)
    place = matrix.rights.place("mechanic", Permission.COSTS_SEE)
    aloud = place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Mechanic, See costs and margin: no"


def test_space_says_yes_and_undo_takes_it_back(people: PeopleSection, window: Window) -> None:
    matrix = people.matrix
    matrix.setFocus()
    matrix.setCurrentIndex(matrix.rights.place("receptionist", Permission.COSTS_SEE))
    QTest.keyClick(matrix, Qt.Key.Key_Space)
    settle(window)
    assert Permission.COSTS_SEE in rights_of(window, "receptionist")
    assert "1" in people.changed_label.text()
    here = matrix.current_cross()
    assert here is not None
    assert (here.role.code, here.right.permission) == ("receptionist", Permission.COSTS_SEE)
    people.undo()
    settle(window)
    assert Permission.COSTS_SEE not in rights_of(window, "receptionist")
    assert people.changed_label.text() == ""


def test_the_owner_keeps_every_right(people: PeopleSection, window: Window) -> None:
    matrix = people.matrix
    matrix.setCurrentIndex(matrix.rights.place("owner", Permission.CENTERS_EDIT))
    cross = matrix.current_cross()
    assert cross is not None
    people.flip(cross)
    settle(window)
    assert rights_of(window, "owner") == frozenset(Permission)
    assert "owner" in window.toasts.text()


def test_back_to_the_factory_mends_every_seed_role(people: PeopleSection, window: Window) -> None:
    for code in ("mechanic", "receptionist"):
        known = next(found for found in people.matrix.rights.roles if found.code == code)
        right = next(r for r in RIGHTS if r.permission is Permission.REPORTS_MONEY)
        people.allow(Cross(known, right), yes=True)
        settle(window)
    assert people.factory.isEnabled()
    changed = [r for r in people.matrix.rights.roles if differences((r,))]
    assert sorted(r.code for r in changed) == ["mechanic", "receptionist"]
    people.to_factory(changed)
    settle(window)
    assert rights_of(window, "mechanic") == SEED_ROLES["mechanic"]
    assert not people.factory.isEnabled()


def test_f2_asks_beside_the_cell(people: PeopleSection, window: Window) -> None:
    matrix = people.matrix
    matrix.setCurrentIndex(matrix.rights.place("mechanic", Permission.COSTS_SEE))
    QTest.keyClick(matrix, Qt.Key.Key_F2)
    popup = people.popup
    assert popup is not None
    assert popup.isVisible()
    assert popup.choice.value() is False
    QTest.keyClick(popup.choice, Qt.Key.Key_Right)
    settle(window)
    assert Permission.COSTS_SEE in rights_of(window, "mechanic")


def test_a_chosen_person_shades_their_roles(people: PeopleSection, window: Window) -> None:
    for row in range(people.list.people.rowCount()):
        index = people.list.people.index(row)
        person = people.list.people.person(index)
        assert person is not None
        if "mechanic" in person.employee.role_codes and len(person.employee.role_codes) == 1:
            people.list.setCurrentIndex(index)
    settle(window)
    codes = [known.code for known in people.matrix.rights.roles]
    assert people.matrix.hot_columns() == {codes.index("mechanic") + 1}


def test_a_right_without_effect_is_not_shown_and_one_with_effect_is() -> None:
    """The list is checked against the verbs and screens, so that it is kept."""
    root = Path(__file__).parents[3]
    files = [
        *(root / "app").rglob("*.py"),
        *(root / "ui").rglob("*.py"),
        *(root / "sync").rglob("*.py"),
    ]
    text = "\n".join(
        path.read_text("utf-8") for path in files if path.name not in {"rights.py", "cells.py"}
    )
    asked = {right for right in Permission if f"Permission.{right.name}" in text}
    assert set(Permission) - asked == WITHOUT_EFFECT


def test_a_changed_cell_with_the_ring_stays_readable(people: PeopleSection, window: Window) -> None:
    """The dot of a change must not colour the cell."""
    matrix = people.matrix
    matrix.setFocus()
    place = matrix.rights.place("receptionist", Permission.COSTS_SEE)
    matrix.setCurrentIndex(place)
    people.allow(matrix.current_cross() or pytest.fail("no cell"), yes=True)
    settle(window)
    box = matrix.visualRect(matrix.currentIndex())
    picture = matrix.viewport().grab(box).toImage()
    corner = picture.pixelColor(5, picture.height() - 6).name()
    assert corner == theme().colour("surface.selected").name()
