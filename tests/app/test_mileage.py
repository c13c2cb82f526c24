"""What the readings of a car say together: which hold, what a slip of the hand meant, how fast it is driven."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from app.vehicles.mileage import likely_value, mileage_of
from app.vehicles.odometer import ReadingRow

NOW = datetime(2025, 12, 17, 11, 32, tzinfo=UTC)


def read(day: str, value: int, unit: str = "km", **facts: object) -> ReadingRow:
    given: dict[str, object] = {
        "id": uuid.uuid4(),
        "value": value,
        "unit": unit,
        "read_at": datetime.fromisoformat(day).replace(tzinfo=UTC),
        "source": "desk",
        "source_id": None,
        "is_anomaly": False,
        "reason": None,
        "confirmed_by_id": None,
        "corrects_id": None,
        "corrected_by_id": None,
        **facts,
    }
    return ReadingRow(**given)  # type: ignore[arg-type]  # facts of the row by name


@pytest.mark.parametrize(
    ("seen", "low", "high", "meant"),
    [
        (36410, 60240, 66900, 63410),  # two digits changed places
        (7162, 71050, 73000, 71620),  # one digit is missing
        (711620, 71050, 73000, 71620),  # one digit too many
        (11620, 71050, 73000, 71620),  # one digit is wrong
        (5, 60000, 61000, None),
    ],
)
def test_a_slip_of_the_hand_is_guessed(seen: int, low: int, high: int, meant: int | None) -> None:
    assert likely_value(seen, low, high, (low + high) // 2 if meant is None else meant) == meant


def test_a_wrong_reading_stands_beside_the_line_with_its_likely_value() -> None:
    rows = [
        read("2023-11-19", 60240),
        read("2024-04-18", 36410, is_anomaly=True, reason="inspection"),
        read("2024-08-20", 66900),
        read("2025-12-17", 84320),
    ]
    found = mileage_of(rows, now=NOW)
    assert [mile.km for mile in found.miles] == [60240, 66900, 84320]
    (wrong,) = found.wrong
    assert (wrong.km, wrong.gap_km, wrong.likely) == (36410, -23830, 63410)


def test_a_corrected_reading_is_gone_and_the_correction_stands_in_its_place() -> None:
    right = read("2024-04-18", 63410, source="correction")
    wrong = read("2024-04-18", 36410, is_anomaly=True, corrected_by_id=right.id)
    found = mileage_of([read("2023-11-19", 60240), wrong, right], now=NOW)
    assert [mile.km for mile in found.miles] == [60240, 63410]
    assert found.wrong == ()


def test_the_last_reading_is_guessed_by_the_pace() -> None:
    rows = [
        read("2024-12-17", 70000),
        read("2025-06-17", 76000),
        read("2025-12-17", 28150, is_anomaly=True),
    ]
    (wrong,) = mileage_of(rows, now=NOW).wrong
    assert wrong.likely == 82150


def test_pace_and_forecast() -> None:
    rows = [read("2023-01-01", 10000), read("2024-12-17", 68600), read("2025-12-17", 84320)]
    found = mileage_of(rows, now=NOW)
    assert found.per_month == 1311
    assert found.ahead is not None
    at, km = found.ahead
    assert at == NOW + timedelta(days=60)
    assert 86500 < km < 87200


def test_one_reading_or_none_says_nothing_of_the_pace() -> None:
    assert mileage_of([], now=NOW).per_month is None
    one = mileage_of([read("2025-12-17", 84320)], now=NOW)
    assert (one.per_month, one.ahead) == (None, None)


def test_miles_are_compared_in_kilometres() -> None:
    found = mileage_of([read("2024-12-17", 50000, "mi"), read("2025-12-17", 60000, "mi")], now=NOW)
    assert [mile.km for mile in found.miles] == [80467, 96560]
