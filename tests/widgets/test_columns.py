"""How columns share the room."""

from hypothesis import given
from hypothesis import strategies as st

from widgets.columns import Column, Wish, fit, wish


def column(**facts: object) -> Column:
    return Column("name", "Name", lambda row: row, **facts)  # type: ignore[arg-type]  # facts of one test


def test_stretching_columns_share_what_is_left() -> None:
    assert fit([Wish(100, 0, 100), Wish(50, 1, 30), Wish(50, 3, 30)], 400) == [100, 100, 200]


def test_without_a_stretching_column_the_last_takes_the_rest() -> None:
    assert fit([Wish(100, 0, 100), Wish(50, 0, 50)], 400) == [100, 300]


def test_texts_give_where_room_is_short_and_figures_do_not() -> None:
    text = wish(column(width=200), 200, scale=1, chosen=False)
    money = wish(column(width=100, kind="money", align="right"), 100, scale=1, chosen=False)
    assert fit([text, money], 250) == [150, 100]
    assert fit([text, money], 100) == [120, 100]


def test_a_narrow_column_gives_nothing() -> None:
    year = wish(column(width=48), 48, scale=1, chosen=False)
    text = wish(column(width=200), 200, scale=1, chosen=False)
    assert fit([year, text], 180) == [48, 132]


def test_a_chosen_width_stays() -> None:
    chosen = wish(column(width=200, stretch=1), 90, scale=1, chosen=True)
    other = wish(column(width=100, stretch=1), 100, scale=1, chosen=False)
    assert fit([chosen, other], 400) == [90, 310]
    assert fit([chosen, other], 170) == [90, 80]


def test_a_plate_an_amount_and_a_state_are_never_shortened() -> None:
    assert [column(kind=kind).whole for kind in ("plate", "money", "state", "text")] == [
        True,
        True,
        True,
        False,
    ]
    assert column(elide=False).whole


@given(
    st.lists(
        st.tuples(st.integers(10, 400), st.integers(0, 3), st.floats(0.1, 1)),
        min_size=1,
        max_size=12,
    ),
    st.integers(1, 3000),
)
def test_widths_fill_the_room_or_are_as_narrow_as_they_can_be(
    given_wishes: list[tuple[int, int, float]], room: int
) -> None:
    wishes = [Wish(width, stretch, width * least) for width, stretch, least in given_wishes]
    widths = fit(wishes, room)
    least = sum(w.least for w in wishes)
    assert abs(sum(widths) - max(room, least)) <= len(wishes)
    assert all(width >= int(w.least) for width, w in zip(widths, wishes, strict=True))
