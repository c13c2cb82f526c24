"""The calendar's verbs on both databases: who gets a time, who is told what, and what the story keeps."""

from collections.abc import Iterator

import pytest

from app.kernel.errors import UserError
from tests.build.calendars import Calendar, make_calendar
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Iterator[Calendar]:
    return make_calendar(shop)


def test_a_second_desk_is_told_who_has_the_bay(calendar: Calendar) -> None:
    calendar.book("Т218МР77", "10:30", 120)
    with pytest.raises(UserError) as refused:
        calendar.book("Н417ОС77", "12:00", 60)
    assert "Bay 1 is taken until 12:30: Т218МР77" in str(refused.value)
    assert "Серова" in str(refused.value)
    assert refused.value.reason.value == "taken"
