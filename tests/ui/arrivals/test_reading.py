"""An arrival as somebody sees it who moves cars and keys, and writes nothing down."""

import dataclasses

from models.access import Permission
from tests.ui.arrivals.begun import begin, page
from ui.arrivals.record import ArrivalRecord
from ui.shell.window import Window
from ui.start import settle
from ui.tour.hands import Hands


def test_who_only_moves_cars_reads_what_others_wrote(window: Window, hands: Hands) -> None:
    key = begin(window, hands).key
    desk = window.desk
    assert key is not None
    desk.actor = dataclasses.replace(desk.actor, permissions=frozenset({Permission.ARRIVALS_MOVE}))
    shown = ArrivalRecord(desk)
    shown.open(key)
    settle(window)
    written = (shown.state.inner, shown.side.pad, shown.damage.clean, shown.damage.kind)
    assert [part.isEnabled() for part in written] == [False] * len(written)
    assert shown.side.sign.isHidden()
    assert shown.photos.isEnabled()
    assert shown.head.more.isEnabled()
    shown.deleteLater()


def test_an_order_whose_arrival_nobody_wrote_down_begins_none_for_who_may_not(
    window: Window, hands: Hands
) -> None:
    bare = next(row for row in page(window).board.here.rows() if row.arrival is None)
    desk = window.desk
    desk.actor = dataclasses.replace(desk.actor, permissions=frozenset({Permission.ARRIVALS_MOVE}))
    desk.open("arrivals", None, order=bare.order_id)
    hands.calm()
    assert window.toasts.text() == "Nobody wrote down how the car came."
    assert not page(window).is_open
