"""None, True and False outlive everything that Qt's binding takes from them."""

import sys

import pytest
from PySide6.QtCore import QObject

from widgets.lasting import RESERVE, make_lasting


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal there")
def test_ten_thousand_calls_do_not_use_up_none() -> None:
    make_lasting()
    thing = QObject()
    for _ in range(10_000):
        thing.setObjectName("x")
        thing.blockSignals(False)
    for single in (None, True, False):
        assert sys.getrefcount(single) > RESERVE // 2


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal there")
def test_the_reserve_is_given_once() -> None:
    make_lasting()
    before = sys.getrefcount(None)
    make_lasting()
    assert abs(sys.getrefcount(None) - before) < 10_000
