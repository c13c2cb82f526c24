"""An arrival as somebody sees it who moves cars and keys, and writes nothing down."""

import dataclasses

from models.access import Permission
from tests.ui.arrivals.begun import begin
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
