"""The exchange at the desk: what waits and why, pairing, sending, refusals, owners; against the real server."""

import threading
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app import passports, vehicles
from app.customers import CreateCustomer, create_customer
from app.kernel.secrets import SecretStore
from app.kernel.tx import act
from app.passports import Reached, Waiting, WaitingRecord
from models.passports import LinkState
from sync.wire.kinds import ChangeKind, Kind
from sync.worker import verbs
from tests.ui.sync.conftest import Boss, Landed
from tests.ui.sync.orders import complete_order
from ui.shell.desk import Desk
from ui.shell.window import Window
from ui.start import person, settle
from ui.sync.ask_dialog import AskDialog, QrCode
from ui.sync.day_line import DayLine
from ui.sync.page import SyncPage
from ui.sync.pair_dialog import PairDialog
from ui.sync.rows import SHOWN, More
from ui.sync.running import HUES, Phase, SyncService
from ui.sync.words import GROUPS, kind_word, to_do, why_text
from widgets.buttons import Button
from widgets.table import Group
from widgets.theme import theme

LONG = 20_000


def _records(page: SyncPage) -> list[WaitingRecord]:
    return [row for row in page.rows() if isinstance(row, WaitingRecord)]


def _offered(page: SyncPage) -> list[str]:
    return [button.text() for button in page.aside.buttons()]


def _press(page: SyncPage, words: str) -> None:
    (button,) = [each for each in page.aside.buttons() if each.text() == words]
    button.click()


def _type(edit: QLineEdit, text: str) -> None:
    """As a person does: what stood there goes."""
    edit.selectAll()
    QTest.keyClicks(edit, text)


def _pair(front: Window, page: SyncPage, boss: Boss, qtbot: QtBot) -> None:
    """By the dialog, as a person does."""
    page.pairs.click()
    (dialog,) = front.findChildren(PairDialog)
    dialog.address.setText(boss.server.url)
    dialog.code.setText(boss.code())
    with qtbot.waitSignal(dialog.paired, timeout=LONG):
        QTest.keyClick(dialog.code, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _until_sent(page: SyncPage, qtbot: QtBot) -> None:
    def is_sent() -> bool:
        view = page.service.view
        return view is not None and view.last_success_at is not None and not page.service.is_busy

    qtbot.waitUntil(is_sent, timeout=LONG)


def test_every_reason_has_its_group_its_words_and_its_remedy() -> None:
    grouped = [reason for _, _, reasons in GROUPS for reason in reasons]
    assert sorted(grouped) == sorted(set(Waiting) - {Waiting.DELIVERED})
    assert all(to_do(reason) for reason in Waiting)
    assert set(HUES) == set(Phase)
    assert kind_word("something_newer") == "Record"


def test_what_waits_is_grouped_and_only_begun(front: Window, page: SyncPage) -> None:
    assert page.service.phase() is Phase.NOT_PAIRED
    assert page.pairs.isVisible()
    assert not page.sends.isVisible()
    titles = [row.title for row in page.rows() if isinstance(row, Group)]
    assert titles[0].startswith("Waits for the owner's permission")
    (more,) = [row for row in page.rows() if isinstance(row, More)][:1]
    of_owner = [r for r in _records(page) if r.waiting is Waiting.AWAITING_OWNER]
    assert len(of_owner) == SHOWN
    page.table.opened.emit(more)
    settle(front)
    of_owner = [r for r in _records(page) if r.waiting is Waiting.AWAITING_OWNER]
    assert len(of_owner) == SHOWN + more.count
    assert "not paired" in page.summary.headline.text()


def test_beside_the_list_stands_what_happened_and_what_to_do(front: Window, page: SyncPage) -> None:
    record = next(r for r in _records(page) if r.order_id is not None)
    page.table.select(record.id)
    assert _offered(page) == ["Open the order", "Open the car"]
    _press(page, "Open the order")
    landed = front.page
    assert isinstance(landed, Landed)
    front.go_back()
    page.table.opened.emit(record)
    assert landed.opened == [record.order_id] * 2
    front.go_back()
    details = page.aside.details()
    assert str(record.id) in details
    assert record.label not in details
    assert record.plate is not None
    assert record.plate not in details
    asked = next(r for r in _records(page) if r.waiting is Waiting.NOT_PAIRED)
    settle(front)
    page.table.select(asked.id)
    settle(front)
    assert "Pair this desk" in _offered(page)


def test_a_wrong_code_is_said_at_its_field(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    page.pairs.click()
    (dialog,) = front.findChildren(PairDialog)
    _type(dialog.address, "ftp://somewhere")
    _type(dialog.code, "ABCD-EFGH")
    dialog.pair()
    qtbot.waitUntil(lambda: "https://" in dialog.form.field("server_url").message())
    _type(dialog.address, boss.server.url)
    _type(dialog.code, "12")
    dialog.pair()
    qtbot.waitUntil(lambda: "A pairing code has" in dialog.form.field("code").message())
    _type(dialog.code, "ABCD-EFGH")
    dialog.pair()
    qtbot.waitUntil(lambda: "did not take" in dialog.form.field("code").message(), timeout=LONG)
    assert dialog.isVisible(), "what was typed stays"
    _type(dialog.code, "ABCD-EFGH")
    _type(dialog.address, "http://127.0.0.1:9")
    dialog.pair()
    said = dialog.form.field("server_url")
    qtbot.waitUntil(lambda: "does not answer" in said.message(), timeout=LONG)
    dialog.cancel()
    assert page.service.phase() is Phase.NOT_PAIRED


def test_a_paired_desk_sends_by_itself_and_shows_what_went(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    words: list[tuple[str, str]] = []
    page.service.state_changed.connect(lambda hue, text: words.append((hue, text)))
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)
    qtbot.waitUntil(lambda: page.service.phase() is Phase.WAITING, timeout=LONG)
    settle(front)
    assert ("work", "Sync: sending") in words
    assert words[-1][0] == "good"
    assert {r.waiting for r in _records(page)} == {Waiting.AWAITING_OWNER}
    page.tabs.set_current("sent")
    page.tabs.changed.emit("sent")
    settle(front)
    kinds = {row.kind for row in page.history("sent").table.rows()}
    assert {"link_request", "center_profile"} <= kinds
    page.tabs.set_current("links")
    page.tabs.changed.emit("links")
    settle(front)
    assert {row.state for row in page.history("links").table.rows()} == {LinkState.REQUESTED}
    page.checks.click()
    qtbot.waitUntil(lambda: "answers in" in front.toasts.text(), timeout=LONG)


def test_a_new_question_leaves_at_once_and_the_owner_may_scan_it(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)
    record = _completed_of_nobody_asked(front, page, qtbot)
    page.table.select(record.id)
    settle(front)
    _press(page, "Ask the owner")
    qtbot.waitUntil(lambda: bool(front.findChildren(AskDialog)))
    (dialog,) = front.findChildren(AskDialog)
    dialog.prices.click()
    dialog.asks.click()
    qtbot.waitUntil(dialog.asks.isHidden)
    assert dialog.link.startswith(f"{boss.server.url}/claim/")
    (copy,) = [b for b in dialog.findChildren(Button) if b.text() == "Copy the link"]
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.link
    desk = front.desk
    assert record.vehicle_id is not None
    with desk.shop.reading(desk.actor) as read:
        link = passports.find_link(read, record.vehicle_id)
    assert link is not None
    assert link.scope == ("works",)

    def is_there() -> bool:
        with desk.shop.reading(desk.actor) as read:
            return any(row.label == record.plate for row in passports.list_sent(read))

    qtbot.waitUntil(is_there, timeout=LONG)
    boss.person.open(f"/claim/{dialog.link.rpartition('/')[2]}")
    dialog.cancel()


def _completed_of_nobody_asked(front: Window, page: SyncPage, qtbot: QtBot) -> WaitingRecord:
    """A completed order of a new car whose owner was not asked yet."""
    desk = front.desk

    def do(verb: object, command: object) -> uuid.UUID:
        made: uuid.UUID = act(desk.shop, desk.actor, verb, command).result  # type: ignore[arg-type]  # any verb
        return made

    owner = do(create_customer, CreateCustomer(name="Asked Nobody", phone="+7 916 000-99-88"))
    car = do(
        vehicles.create_vehicle,
        vehicles.CreateVehicle(plate="О777ОО77", make="Lada", model="Vesta", owner_id=owner),
    )

    complete_order(desk.shop, desk.actor, car)

    def there() -> bool:
        return any(r.waiting is Waiting.NOT_ASKED for r in _records(page))

    page.reload()
    qtbot.waitUntil(there, timeout=LONG)
    return next(r for r in _records(page) if r.waiting is Waiting.NOT_ASKED)


def test_without_a_connection_the_reason_and_the_next_try_are_told(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)
    # a button pressed while a round is under way asks for nothing more
    qtbot.waitUntil(lambda: not page.service.is_busy and page.sends.isEnabled(), timeout=LONG)
    boss.server.stop()
    try:
        page.sends.click()
        qtbot.waitUntil(lambda: page.service.phase() is Phase.TROUBLE, timeout=LONG)
        settle(front)
        assert "No connection since" in page.summary.headline.text()
        assert "Next try in" in page.summary.detail.text()
        assert page.summary.day.outage() is not None
        page.checks.click()
        qtbot.waitUntil(lambda: "does not answer" in front.toasts.text(), timeout=LONG)
        page.pauses.click()
        assert page.service.phase() is Phase.PAUSED
        assert page.pauses.text() == "Go on"
    finally:
        boss.server.start()
    page.pauses.click()
    qtbot.waitUntil(lambda: page.service.phase() is Phase.WAITING, timeout=LONG)


class Slow(SecretStore):
    """Exchanges that look for their token get it when the test says so; which threads asked so far."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, use_keyring=False)
        self.goes_on = threading.Event()
        self.asked: set[threading.Thread] = set()

    @override
    def get(self, name: str) -> bytes | None:
        self.asked.add(threading.current_thread())
        assert self.goes_on.wait(60)
        return super().get(name)


def test_go_on_right_after_pause_waits_for_the_round_under_way_and_no_longer(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    slow = desk.shop.secrets = Slow(tmp_path / "slow")
    service = SyncService(desk.shop, desk)
    service.attach(desk)
    service.send_now()
    qtbot.waitUntil(lambda: len(slow.asked) == 1, timeout=LONG)
    service.pause()
    service.resume()
    slow.goes_on.set()
    qtbot.waitUntil(lambda: len(slow.asked) == 2, timeout=LONG)
    service.stop()
    service.detach()
    assert len(slow.asked) == 2, "one worker before the pause, one after it"


def test_a_refused_record_needs_a_person_and_is_sent_again(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)
    page.service.pause()
    desk = front.desk
    record = next(r for r in _records(page) if r.order_id is not None)
    verdict = (record.id, "rejected", "signature_wrong", "it does not fit", None)
    act(desk.shop, desk.actor, verbs.record_verdicts, verbs.Verdicts(rows=[verdict], last=None))
    qtbot.waitUntil(lambda: _records(page)[0].waiting is Waiting.NEEDS_ATTENTION, timeout=LONG)
    settle(front)
    first = _records(page)[0]
    page.table.select(first.id)
    settle(front)
    assert why_text(first) == "Refused: the signature does not fit"
    assert _offered(page)[0] == "Send it again"
    view = page.service.view
    assert view is not None
    assert view.attention == 1
    _press(page, "Send it again")
    qtbot.waitUntil(
        lambda: all(r.waiting is not Waiting.NEEDS_ATTENTION for r in _records(page)), timeout=LONG
    )


def test_a_desk_that_leaves_the_server_keeps_what_waits(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)
    page.errands.unpair()
    (yes,) = [b for b in front.findChildren(Button) if b.text() == "Stop exchanging"]
    yes.click()
    qtbot.waitUntil(lambda: page.service.phase() is Phase.NOT_PAIRED, timeout=LONG)
    settle(front)
    assert len(_records(page)) > 0


def test_the_service_goes_on_in_another_persons_name(
    front: Window, page: SyncPage, boss: Boss, qtbot: QtBot
) -> None:
    """A receptionist has no right to exchange; the workstation exchanges all the same."""
    _pair(front, page, boss, qtbot)
    _until_sent(page, qtbot)

    desk = front.desk
    other = Desk(
        desk.shop, person(desk.shop, "dyomina"), language="en", drafts=desk.drafts, parent=front
    )
    service = page.service
    service.attach(other)
    act(desk.shop, desk.actor, create_customer, CreateCustomer(name="Somebody"))
    service.send_now()
    qtbot.waitUntil(lambda: not service.is_busy and service.phase() is not Phase.UNKNOWN)
    assert service.phase() in {Phase.WAITING, Phase.DONE, Phase.SENDING}
    service.attach(desk)
    other.close()


def test_the_line_of_the_day_speaks(front: Window) -> None:
    formats = front.desk.formats
    line = DayLine(formats)
    start = formats.local(front.desk.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    at = [start + timedelta(hours=hour) for hour in (9, 12, 13)]
    line.set_day(start, at[2], (), was_reached=None)
    assert line.words() == "nothing was exchanged today"
    line.set_day(start, at[2], (Reached(at[0], is_reached=True),), was_reached=None)
    assert line.words() == "the server was reached all day"
    lost = (Reached(at[0], is_reached=True), Reached(at[1], is_reached=False))
    line.set_day(start, at[2], lost, was_reached=True)
    assert line.outage() == timedelta(hours=1)
    assert "no connection for 1 h" in line.accessibleName()
    line.resize(800, 30)
    assert not line.grab().isNull()
    line.set_day(start, at[2], (), was_reached=None)
    assert not line.grab().isNull()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_symbol_on_the_screen_reads_as_the_link(front: Window, mode: str) -> None:
    theme().use(mode=mode)
    link = "https://desk.carpass.example/claim/Np_2-rdsCRaPDdyytQsiH1ISA4469O0y"
    symbol = QrCode(link)
    shot = symbol.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(shot.constBits()).cast("B", (shot.height(), shot.bytesPerLine()))
    (read,) = zxingcpp.read_barcodes(pixels)
    theme().use(mode="light")
    assert read.text == link
    assert symbol.accessibleName() == link
    assert front.isVisible()


def test_every_kind_of_record_has_a_name_of_its_own() -> None:
    kinds = [*Kind, *ChangeKind]
    assert kind_word("a newer one") not in {kind_word(kind) for kind in kinds}
    assert len({kind_word(kind) for kind in kinds}) == len(kinds)


@pytest.mark.parametrize("code", ["signature_wrong", "record_taken", "a_newer_code", None])
def test_a_refusal_is_always_a_sentence(page: SyncPage, code: str | None) -> None:

    record = replace(
        _records(page)[0], waiting=Waiting.NEEDS_ATTENTION, verdict_code=code, verdict_reason="x"
    )
    assert why_text(record).startswith("Refused: ")
    page.aside.show_record(record)
    shown = [found.text() for found in page.aside.findChildren(QLabel)]
    assert any("The server said: x" in text for text in shown)
