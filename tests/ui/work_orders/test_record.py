"""The order's page: typing in lines, adding, taking back, refusals, conflicts, drafts, steps, details."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app import catalog, customers, vehicles, work_orders
from app.access import CreateEmployee, actor_of, create_employee
from app.kernel.tx import Read, Tx, act
from models.access import Permission
from models.order_flow import Approval, LineState, OrderEvent, OrderState, Payer
from tests.ui.work_orders.keys import CTRL, Fingers
from ui.shell.conflict import MINE, THEIRS, ConflictDialog
from ui.shell.window import Window
from ui.work_orders.completion import CompletionDialog
from ui.work_orders.record import OrderEditor
from ui.work_orders.record.ask import DecisionDialog, FirstDialog, FormDialog
from ui.work_orders.record.details import DetailsDialog
from ui.work_orders.record.intake import NewOrderDialog
from ui.work_orders.record.rows import NEW
from widgets.dialog import Dialog

_C = TypeVar("_C")
_R = TypeVar("_R")


@dataclass(slots=True)
class Desk:
    """The window with an order open, fingers, and the shop behind it."""

    window: Window
    fingers: Fingers
    order_id: uuid.UUID

    @property
    def editor(self) -> OrderEditor:
        found = self.window.page.editor if self.window.page is not None else None  # type: ignore[attr-defined]  # the orders' page
        assert isinstance(found, OrderEditor)
        return found

    def card(self) -> work_orders.OrderCard:
        return self.see(lambda read: work_orders.get_order(read, self.order_id))

    def see(self, ask: Callable[[Read], _R]) -> _R:
        with self.window.desk.shop.reading(self.window.desk.actor) as read:
            return ask(read)

    def do(self, verb: Callable[[Tx, _C], _R], command: _C) -> _R:
        """Somebody else does it, at another desk."""
        return act(self.window.desk.shop, self.window.desk.actor, verb, command).result

    def item(self, text: str) -> catalog.ItemView:
        return self.see(lambda read: catalog.find_items(read, text, limit=1))[0]

    def open(self) -> None:
        self.window.open("work_orders", self.order_id, {})
        self.window.activateWindow()
        self.fingers.wait()

    def dialog(self, kind: type[Dialog] = Dialog) -> Dialog:
        found = [d for d in self.window.findChildren(kind) if d.isVisible()]
        assert found, f"no {kind.__name__} is open"
        return found[-1]

    def no_dialog(self) -> bool:
        return not [d for d in self.window.findChildren(Dialog) if d.isVisible()]

    def line(self, name: str) -> work_orders.LineRow:
        return next(line for line in self.card().lines if name in line.name)


@pytest.fixture
def at(window: Window) -> Iterator[Desk]:
    desk = Desk(window, Fingers(window), uuid.UUID(int=0))
    car = desk.see(lambda read: vehicles.find_vehicles(read, "Octavia", limit=1))[0]
    desk.order_id = desk.do(
        work_orders.open_order,
        work_orders.OpenOrder(vehicle_id=car.id, odometer_value=90_000, concerns=("Плановое ТО",)),
    )
    job = desk.do(work_orders.add_job, work_orders.AddJob(order_id=desk.order_id, name="ТО"))
    for text in ("Замена масла и масляного фильтра", "W 712/95"):
        desk.do(
            work_orders.add_line,
            work_orders.AddLine(order_id=desk.order_id, job_id=job, item_id=desk.item(text).id),
        )
    desk.open()
    yield desk
    for dialog in window.findChildren(Dialog):
        if dialog.isVisible():
            dialog.finish("test over")


def test_the_cursor_waits_in_the_lines(at: Desk) -> None:
    assert at.fingers.held is at.editor.lines.table


def test_a_typed_quantity_is_written_at_once_and_undone(at: Desk) -> None:
    part = at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("2")
    at.fingers.enter()
    assert at.line("Фильтр масляный").qty == Decimal(2)
    assert at.editor.lines.table.current_key() == part.id
    at.fingers.key(Qt.Key.Key_Z, CTRL)
    assert at.line("Фильтр масляный").qty == Decimal(1)
    assert at.editor.edits.undo_words == ""


def test_the_cell_shows_what_was_typed_before_the_shop_answers(at: Desk) -> None:
    part = at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("3")
    at.editor.lines.table.commit()
    row = next(
        line for g in at.editor.lines.table.groups for line in g.lines if line.key == part.id
    )
    assert row.row.cells["qty"] == "3"
    at.fingers.wait()
    assert at.line("Фильтр масляный").qty == Decimal(3)


def test_a_refused_value_stays_under_its_sentence(at: Desk) -> None:
    part = at.line("Фильтр масляный")
    decide_all(at)
    at.do(work_orders.issue_line, work_orders.LineWork(order_id=at.order_id, line_id=part.id))
    at.fingers.wait()
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("0,5")
    at.fingers.enter()
    table = at.editor.lines.table
    assert at.line("Фильтр масляный").qty == Decimal(1)
    assert table.editing == (part.id, "qty")
    assert table.editor is not None
    assert "issued" in table.editor.problem
    at.fingers.key(Qt.Key.Key_Escape)
    assert table.editor is None


def test_an_item_is_found_while_typing_and_its_quantity_follows_by_tab(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_Insert)
    at.fingers.type("cuk 26")
    popup = at.editor.lines.table.popup("name")
    assert popup is not None
    assert popup.isVisible()
    at.fingers.key(Qt.Key.Key_Tab)
    assert at.editor.lines.table.editing is not None
    at.fingers.type("2")
    at.fingers.enter()
    added = at.line("салона")
    assert added.qty == Decimal(2)
    assert at.editor.lines.table.current_key() == added.id
    assert at.editor.lines.adding.draft is None


def test_esc_takes_the_empty_line_away(at: Desk) -> None:
    before = len(at.card().lines)
    at.fingers.key(Qt.Key.Key_Insert)
    assert at.editor.lines.table.editing == (NEW, "name")
    at.fingers.key(Qt.Key.Key_Escape)
    assert at.editor.lines.adding.draft is None
    assert len(at.card().lines) == before


def test_a_package_becomes_a_job_and_undo_takes_it_away(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_P, CTRL)
    at.fingers.type("зим")
    at.fingers.enter()
    assert len(at.card().jobs) == 2
    live = [line for line in at.card().lines if line.state != LineState.CANCELLED]
    assert len(live) > 2
    at.fingers.key(Qt.Key.Key_Z, CTRL)
    live = [line for line in at.card().lines if line.state != LineState.CANCELLED]
    assert len(live) == 2
    assert len(at.editor.lines.table.groups) == 1


def test_a_job_is_named_and_its_first_line_opens(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_J, CTRL)
    at.fingers.type("Тормоза")
    at.fingers.enter()
    assert [job.name for job in at.card().jobs] == ["ТО", "Тормоза"]
    draft = at.editor.lines.adding.draft
    assert draft is not None
    assert draft.job_id == at.card().jobs[1].id
    at.fingers.type("Замена передних дисков")
    at.fingers.enter()
    assert at.card().lines[-1].job_id == at.card().jobs[1].id


def test_a_free_text_asks_its_price_and_takes_both(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_Insert)
    at.fingers.type("Мойка двигателя особая")
    at.fingers.enter()
    assert at.editor.lines.table.editing == (NEW, "price")
    at.fingers.type("1500")
    at.fingers.enter()
    added = at.line("Мойка двигателя особая")
    assert (added.kind, added.price.minor) == ("labour", 150_000)


def test_a_removed_line_comes_back_from_the_toast(at: Desk) -> None:
    part = at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id)
    at.fingers.key(Qt.Key.Key_Delete)
    assert at.line("Фильтр масляный").state == LineState.CANCELLED
    top = at.window.undo_stack.top
    assert top is not None
    at.window.undo_stack.undo()
    at.fingers.wait()
    assert at.line("Фильтр масляный").state == LineState.NEEDED
    assert not at.editor.edits.undo()


def test_a_change_of_another_line_elsewhere_is_no_conflict(at: Desk) -> None:
    labour, part = at.line("Замена масла"), at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("4")
    at.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=at.order_id, line_id=labour.id, qty=Decimal("0.7")),
    )
    at.fingers.enter()
    assert at.line("Фильтр масляный").qty == Decimal(4)
    assert at.line("Замена масла").qty == Decimal("0.7")
    assert at.no_dialog()


def _both_change_the_filter(at: Desk) -> ConflictDialog:
    """Here somebody types 4; before it is written, the other desk makes it 9."""
    part = at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("4")
    at.editor.edits._waits = True  # noqa: SLF001 - the other desk is quicker than this one
    at.editor.lines.table.commit()
    at.do(
        work_orders.change_line,
        work_orders.ChangeLine(order_id=at.order_id, line_id=part.id, qty=Decimal(9)),
    )
    at.editor.edits._waits = False  # noqa: SLF001 - as above
    at.editor.edits._next()  # noqa: SLF001 - as above
    at.fingers.wait()
    dialog = at.dialog(ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    return dialog


def test_the_same_cell_changed_elsewhere_asks_whose_holds_theirs(at: Desk) -> None:
    dialog = _both_change_the_filter(at)
    dialog.choose_all(THEIRS)
    at.fingers.go()
    assert at.line("Фильтр масляный").qty == Decimal(9)
    assert at.no_dialog()


def test_the_same_cell_changed_elsewhere_asks_whose_holds_mine(at: Desk) -> None:
    _both_change_the_filter(at)
    at.fingers.go()
    assert at.line("Фильтр масляный").qty == Decimal(4)
    assert at.no_dialog()


def test_details_of_two_desks_are_put_together(at: Desk) -> None:
    dialog = at.editor.acts.details("key_tag")
    assert isinstance(dialog, DetailsDialog)
    at.fingers.type("23")
    at.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=at.order_id, version=at.card().version, values={"odometer_value": 90_500}
        ),
    )
    at.fingers.go()
    assert (at.card().key_tag, at.card().odometer_value) == ("23", 90_500)
    assert at.no_dialog()


def test_the_same_detail_of_two_desks_is_asked(at: Desk) -> None:
    dialog = at.editor.acts.details("key_tag")
    assert isinstance(dialog, DetailsDialog)
    at.fingers.type("23")
    at.do(
        work_orders.edit_order,
        work_orders.EditOrder(
            order_id=at.order_id, version=at.card().version, values={"key_tag": "7"}
        ),
    )
    at.fingers.go()
    clash = at.dialog(ConflictDialog)
    assert isinstance(clash, ConflictDialog)
    assert clash.choice() == {"key_tag": MINE}
    at.fingers.go()
    assert at.card().key_tag == "23"
    assert at.no_dialog()


def test_half_typed_text_survives_the_program(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_Insert)
    at.fingers.type("cuk 2")
    name = f"work_orders:{at.order_id}"
    assert at.window.desk.drafts.find(name) is not None
    fresh = OrderEditor(at.window.desk, at.window)
    fresh.open_order(at.order_id)
    at.fingers.wait()
    assert fresh.lines.table.editing == (NEW, "name")
    assert fresh.lines.table.editor is not None
    assert fresh.lines.table.editor.text == "cuk 2"
    fresh.lines.table.give_back()
    assert at.window.desk.drafts.find(name) is None
    fresh.deleteLater()


def test_a_concern_is_typed_in_place(at: Desk) -> None:
    concerns = at.editor.concerns
    concern = at.card().concerns[0]
    assert concerns.table.edit_cell(concern.id, "cause")
    at.fingers.type("Пробег 90 000 км")
    at.fingers.enter()
    assert at.card().concerns[0].cause == "Пробег 90 000 км"
    concerns.new_concern()
    at.fingers.type("Скрип справа")
    at.fingers.enter()
    assert [c.words for c in at.card().concerns] == ["Плановое ТО", "Скрип справа"]


def decide_all(at: Desk) -> None:
    for job in at.card().jobs:
        at.do(
            work_orders.decide_job,
            work_orders.DecideJob(order_id=at.order_id, job_id=job.id, decision="approve"),
        )
    at.fingers.wait()


def test_the_customer_s_word_by_phone_needs_a_note(at: Desk) -> None:
    at.fingers.go()
    dialog = at.dialog(DecisionDialog)
    assert isinstance(dialog, DecisionDialog)
    dialog.form.set_values({"method": "phone"})
    at.fingers.enter()
    assert at.card().jobs[0].approval == Approval.PROPOSED
    assert dialog.isVisible()
    dialog.form.set_values({"note": "Орлова, +7 916 000-14-22, согласна"})
    dialog.yes.click()
    at.fingers.wait()
    assert at.card().jobs[0].approval == Approval.APPROVED
    assert at.no_dialog()


def test_a_new_price_takes_consent_back_and_says_so(at: Desk) -> None:
    decide_all(at)
    at.editor.lines.table.select(at.line("Замена масла").id, "price")
    at.fingers.type("3000")
    at.fingers.enter()
    assert at.card().jobs[0].approval == Approval.PROPOSED
    group = at.editor.lines.table.groups[0]
    assert "To be agreed" in str(group.cells["code"])


def test_who_pays_is_chosen_in_the_menu_of_the_job(at: Desk) -> None:
    menu = QMenu(at.window)
    at.editor._menu.fill(menu, at.card().jobs[0].id)  # noqa: SLF001 - the menu a right click opens
    payers = next(act.menu() for act in menu.actions() if isinstance(act.menu(), QMenu))
    assert isinstance(payers, QMenu)
    payers.actions()[list(Payer).index(Payer.WARRANTY)].trigger()
    at.fingers.wait()
    assert at.card().jobs[0].payer == Payer.WARRANTY
    assert at.card().total.minor == 0
    assert at.editor.edits.undo()
    at.fingers.wait()
    assert at.card().jobs[0].payer == Payer.CUSTOMER


def test_space_takes_the_next_thing_of_a_line(at: Desk) -> None:
    decide_all(at)
    labour, part = at.line("Замена масла"), at.line("Фильтр масляный")
    for expected in (LineState.IN_PROGRESS, LineState.DONE):
        at.editor.lines.table.select(labour.id)
        at.fingers.key(Qt.Key.Key_Space)
        assert at.line("Замена масла").state == expected
    at.editor.lines.table.select(part.id)
    at.fingers.key(Qt.Key.Key_Space)
    assert at.line("Фильтр масляный").state == LineState.ISSUED


def test_open_works_are_finished_before_the_step(at: Desk) -> None:
    decide_all(at)
    at.do(
        work_orders.assign_order,
        work_orders.AssignOrder(order_id=at.order_id, technician_id=at.editor.staff[0].id),
    )
    at.do(work_orders.move_order(OrderEvent.START), work_orders.MoveOrder(order_id=at.order_id))
    at.fingers.wait()
    event = OrderEvent.FINISH
    if at.editor.sheet is not None and at.editor.sheet.policy.uses_quality_check:
        event = OrderEvent.CHECK_QUALITY
    at.editor.press(event.value)
    at.fingers.wait()
    assert isinstance(at.dialog(FirstDialog), FirstDialog)
    at.fingers.enter()
    at.fingers.wait()
    assert at.line("Замена масла").state == LineState.DONE
    assert at.line("Замена масла").technician_id == at.editor.staff[0].id
    assert at.card().state in {OrderState.READY, OrderState.QUALITY_CHECK}


def test_holding_wants_a_reason(at: Desk) -> None:
    at.editor.press(OrderEvent.HOLD.value)
    dialog = at.dialog(FormDialog)
    assert isinstance(dialog, FormDialog)
    at.fingers.enter()
    assert at.card().state != OrderState.ON_HOLD
    at.fingers.type("Ждём доверенность")
    at.fingers.enter()
    assert at.card().state == OrderState.ON_HOLD
    assert at.card().hold_reason == "Ждём доверенность"
    assert at.no_dialog()


def test_details_write_only_what_changed(at: Desk) -> None:
    dialog = at.editor.acts.details("key_tag")
    assert isinstance(dialog, DetailsDialog)
    at.fingers.wait()
    at.fingers.type("23")
    at.fingers.go()
    assert at.card().key_tag == "23"
    assert at.card().odometer_value == 90_000
    assert at.no_dialog()


def test_a_customer_nobody_knows_is_made_in_the_details(at: Desk) -> None:
    dialog = at.editor.acts.details("bringer_id")
    assert isinstance(dialog, DetailsDialog)
    at.fingers.type("Никанор Новый")
    at.fingers.enter()
    at.fingers.type("8 916 000 14 77")
    at.fingers.enter()
    assert dialog.form.control("bringer_id").text() == "Никанор Новый"
    at.fingers.go()
    bringer = at.card().bringer_id
    assert bringer is not None
    row = at.see(lambda read: customers.get_customer(read, bringer))
    assert (row.name, row.phone) == ("Никанор Новый", "+79160001477")


def test_why_a_price_ends_with_the_price(at: Desk) -> None:
    at.editor.lines.table.select(at.line("Замена масла").id)
    at.fingers.key(Qt.Key.Key_G, CTRL)
    dialog = at.dialog()
    assert "Замена масла" in dialog.accessibleName()


def test_completion_names_everything_and_each_remedy_leads_on(at: Desk) -> None:
    dialog = at.editor.acts.complete()
    assert isinstance(dialog, CompletionDialog)
    at.fingers.wait()
    codes = {blocker.code for blocker in dialog._blockers or ()}  # noqa: SLF001 - what the rows are made of
    assert {"state", "not_approved"} <= codes
    assert not dialog.go.isEnabled()
    assert all(row.buttons for row in dialog.rows)
    assert dialog.rows[0].buttons[0].hasFocus()
    decide_all(at)
    at.fingers.wait()
    codes = {blocker.code for blocker in dialog._blockers or ()}  # noqa: SLF001 - as above
    assert "not_approved" not in codes


def test_tabs_read_when_they_are_opened(at: Desk) -> None:
    for name in ("history", "papers", "recommendations", "corrections", "audit"):
        at.editor.tabs.set_current(name)
        at.fingers.wait()
        assert at.editor.panels.named()[name].isVisible()
    assert at.editor.panels.history.timeline.model().rowCount() >= 1
    audit = at.editor.panels.audit
    assert audit.timeline.model().rowCount() >= 3
    at.fingers.key(Qt.Key.Key_Escape)
    assert at.editor.tabs.current() == "works"


def test_facts_of_an_order_that_can_no_more_be_changed_are_only_read(at: Desk) -> None:
    facts = at.editor.head.facts
    assert [name for name in facts if facts[name].isEnabled()] == list(facts)
    at.do(
        work_orders.move_order(OrderEvent.CANCEL),
        work_orders.MoveOrder(order_id=at.order_id, reason="gone"),
    )
    at.fingers.wait()
    assert [name for name in facts if facts[name].isEnabled()] == ["vehicle", "customer"]


def test_reception_sees_no_costs(at: Desk) -> None:
    person = at.do(
        create_employee,
        CreateEmployee(
            login="front2",
            name="Приёмщик Второй",
            position="",
            role_codes=("receptionist",),
            password="correct horse",
        ),
    )
    actor = actor_of(at.window.desk.shop, person)
    assert not actor.can(Permission.COSTS_SEE)
    at.window.desk.actor = actor
    fresh = OrderEditor(at.window.desk, at.window)
    fresh.open_order(at.order_id)
    at.fingers.wait()
    names = [column.name for column in fresh.lines.table._rows.columns]  # noqa: SLF001 - the declared columns
    assert "margin" not in names
    assert "price" in names
    line = fresh.lines.table.groups[0].lines[0]
    assert "price" not in line.row.opens
    assert "Margin" not in {total.caption for total in fresh.totals.figures()}
    fresh.deleteLater()


def test_a_wide_window_puts_the_tabs_beside(at: Desk) -> None:
    at.window.resize(1920, 1080)
    at.fingers.wait()
    assert at.editor.tabs.is_wide()
    at.window.resize(1366, 768)
    at.fingers.wait()
    assert not at.editor.tabs.is_wide()


def test_everything_has_a_name(at: Desk) -> None:
    silent = [
        type(widget).__name__
        for widget in at.editor.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.accessibleName()
        and widget.focusProxy() is None
    ]
    assert silent == []


def test_a_stranger_comes_with_plate_name_and_phone(at: Desk) -> None:
    dialog = at.editor.new_order()
    assert isinstance(dialog, NewOrderDialog)
    at.fingers.wait()
    at.fingers.type("х999хх99")
    at.fingers.key(Qt.Key.Key_Down)
    at.fingers.enter()
    values: dict[str, Any] = dialog.stranger.values()
    if not dialog.stranger.isVisible():
        at.fingers.enter()
    assert dialog.stranger.isVisible(), values
    dialog.stranger.set_values({"car": "Kia Rio", "name": "Орлов Пётр"})
    dialog.stranger.control("phone").set_text("8 916 000 14 55")
    dialog.form.set_values({"odometer_value": 12_000, "concern": "Стук"})
    dialog.go.click()
    at.fingers.wait()
    sheet = at.editor.sheet
    assert sheet is not None
    assert (sheet.card.vehicle, sheet.card.customer) == ("Kia Rio", "Орлов Пётр")
    assert at.editor.lines.table.editing == (NEW, "name")


def test_the_next_step_waits_for_what_was_just_typed(at: Desk) -> None:
    part = at.line("Фильтр масляный")
    at.editor.lines.table.select(part.id, "qty")
    at.fingers.type("2")
    at.editor.press("decide")
    at.fingers.wait()
    dialog = at.dialog(DecisionDialog)
    assert isinstance(dialog, DecisionDialog)
    assert at.line("Фильтр масляный").qty == Decimal(2)
    assert dialog._jobs[0][2] == at.card().jobs[0].total  # noqa: SLF001 - the sum the customer is told


def test_a_second_press_of_a_step_changes_nothing(at: Desk) -> None:
    decide_all(at)
    at.editor.press(OrderEvent.PROPOSE.value)
    at.editor.press(OrderEvent.PROPOSE.value)
    at.fingers.wait()
    assert at.card().state == OrderState.AWAITING_APPROVAL
    assert at.no_dialog()


def test_a_half_typed_choice_holds_the_step_back_and_says_why(at: Desk) -> None:
    at.fingers.key(Qt.Key.Key_Insert)
    at.fingers.type("cuk")
    at.fingers.go()
    assert at.no_dialog()
    editor = at.editor.lines.table.editor
    assert editor is not None
    assert editor.text == "cuk"
    assert "Choose" in editor.problem
