"""The calendar's verbs on both databases: who gets a time, who is told what, and what the story keeps."""

import pytest

from app import bookings as b
from app.kernel.errors import UserError
from tests.build.calendars import MONDAY, Calendar, at, make_calendar
from tests.build.shops import TestShop


@pytest.fixture
def calendar(shop: TestShop) -> Calendar:
    return make_calendar(shop)


def test_a_second_desk_is_told_who_has_the_bay(calendar: Calendar) -> None:
    calendar.book("Т218МР77", "10:30", 120)
    with pytest.raises(UserError) as refused:
        calendar.book("Н417ОС77", "12:00", 60)
    assert "Bay 1 is taken until 12:30: Т218МР77" in str(refused.value)
    assert "Серова" in str(refused.value)
    assert refused.value.reason.value == "taken"


def test_the_board_shows_where_cars_stand_and_how_full_it_is(calendar: Calendar) -> None:
    calendar.book("Т218МР77", "10:30", 120, person="Гусев", services=[calendar.services["Oil"]])
    calendar.absent("Кузнецов", MONDAY)

    board = calendar.shop.see(b.get_board, MONDAY, 2, by="bay", now=at("10:40"))

    assert [lane.name for lane in board.lanes] == ["Bay 1", "Bay 2", "Bay 4"]
    (item,) = board.items
    assert (item.plate, item.what, item.late_minutes) == ("Т218МР77", "Oil", 10)
    assert [(s.starts_at, s.ends_at) for s in item.segments] == [(at("10:30"), at("12:30"))]
    first = board.lanes[0].days[0]
    assert (first.busy_minutes, first.work_minutes, first.load_percent) == (120, 630, 19)
    assert [(c.kind, c.starts_at) for c in first.closed] == [("break", at("13:00"))]
    assert first.free_at == at("12:30")
    assert [gone.name for gone in board.days[0].missing] == ["Кузнецов Алексей"]
    people = calendar.shop.see(b.get_board, MONDAY, 1, by="employee", now=at("9:00"))
    assert [(lane.name, lane.days[0].work_minutes) for lane in people.lanes] == [
        ("Гусев", 630),
        ("Кузнецов Алексей", 0),
    ]
