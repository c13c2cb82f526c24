"""What must be calibrated after a repair: told by the line that causes it, from rules that are data.

Rules, named in their tests: K1 a line causes a need only for parts that the vehicle has. K2 of a vehicle whose
equipment is not known every part of the rule is asked about, and nothing is stopped. K3 a need is answered by a
report, or by a reason why it is not needed; until then quality check and completion wait. K4 a part that
calibrates itself is told, and stops nothing.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from app.kernel.errors import QT_TRANSLATE_NOOP, Blocker, Sentence, Source, say
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Permission
from models.files import StoredFile
from models.order_flow import DROPPED
from models.text import fold
from models.vehicle_profiles import AdasFeature, Calibration, CalibrationMethod, VehicleSensor
from models.vehicles import Vehicle
from models.work_orders import OrderLine, WorkOrder

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "profiles" / "calibration.json"
DONE: Final = "done"
NOT_NEEDED: Final = "not_needed"

FEATURES: Final[Mapping[str, Source]] = {
    AdasFeature.FRONT_CAMERA: QT_TRANSLATE_NOOP("calibration", "front camera"),
    AdasFeature.FRONT_RADAR: QT_TRANSLATE_NOOP("calibration", "front radar"),
    AdasFeature.CORNER_RADAR: QT_TRANSLATE_NOOP("calibration", "corner radars"),
    AdasFeature.LIDAR: QT_TRANSLATE_NOOP("calibration", "lidar"),
    AdasFeature.SURROUND_CAMERA: QT_TRANSLATE_NOOP("calibration", "surround cameras"),
    AdasFeature.REAR_CAMERA: QT_TRANSLATE_NOOP("calibration", "rear camera"),
    AdasFeature.PARK_SENSORS: QT_TRANSLATE_NOOP("calibration", "parking sensors"),
    AdasFeature.STEERING_ANGLE: QT_TRANSLATE_NOOP("calibration", "steering angle sensor"),
    AdasFeature.HEADLAMPS: QT_TRANSLATE_NOOP("calibration", "headlamp levelling"),
    AdasFeature.HEAD_UP: QT_TRANSLATE_NOOP("calibration", "head-up display"),
    AdasFeature.RAIN_SENSOR: QT_TRANSLATE_NOOP("calibration", "rain sensor"),
    AdasFeature.NIGHT_VISION: QT_TRANSLATE_NOOP("calibration", "night vision"),
    AdasFeature.DRIVER_CAMERA: QT_TRANSLATE_NOOP("calibration", "driver camera"),
}
"""What a person calls each part."""


@dataclass(frozen=True, slots=True)
class _Rule:
    cause: str
    words: tuple[str, ...]
    features: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[_Rule, ...]
    exempt: tuple[str, ...]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderNeed:
    """A part that a line of the order makes one calibrate. ``known``: the vehicle's equipment is noted."""

    feature: str
    cause: str
    method: str
    line_id: uuid.UUID
    line: str
    known: bool
    answer: str | None = None
    report: str | None = None

    @property
    def stops(self) -> bool:
        """Whether quality check and completion wait for an answer (K2, K4)."""
        return self.known and self.answer is None and self.method != CalibrationMethod.SELF


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCalibration:
    """A part was calibrated (``report`` names the report, ``file_id`` its file), or need not be, with a reason."""

    order_id: uuid.UUID
    feature: str
    outcome: str = DONE
    method: str | None = None
    report: str | None = None
    file_id: uuid.UUID | None = None
    reason: str | None = None


@cache
def _rules() -> _Rules:
    told = json.loads(_FILE.read_text("utf-8"))
    return _Rules(
        tuple(
            _Rule(one["cause"], tuple(map(fold, one["words"])), one["features"])
            for one in told["rules"]
        ),
        tuple(map(fold, told["exempt"])),
        tuple(map(fold, told["done"])),
    )


@lru_cache(maxsize=4096)
def causes_of(name: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Causes that the text of a line names, with the parts they touch and how those are calibrated; pure."""
    text, rules = fold(name), _rules()
    if any(word in text for word in (*rules.done, *rules.exempt)):
        return ()
    return tuple(
        (rule.cause, rule.features)
        for rule in rules.rules
        if any(word in text for word in rule.words)
    )


def needs_of(
    lines: Iterable[tuple[uuid.UUID, str]], sensors: Mapping[str, str]
) -> tuple[OrderNeed, ...]:
    """One need for each part, caused by the first line that names it; ``sensors``: feature → method."""
    found: dict[str, OrderNeed] = {}
    for line_id, name in lines:
        for cause, features in causes_of(name):
            for feature, method in features.items():
                if sensors and feature not in sensors:
                    continue
                how = sensors.get(feature, method)
                need = OrderNeed(feature, cause, how, line_id, name, known=bool(sensors))
                found.setdefault(feature, need)
    return tuple(found.values())


def order_needs(read: Read, order_id: uuid.UUID) -> tuple[OrderNeed, ...]:
    """What an order's lines make one calibrate, with the answers given so far."""
    lines = read.connection.execute(
        sa.select(OrderLine.id, OrderLine.name, WorkOrder.vehicle_id)
        .join(WorkOrder, WorkOrder.id == OrderLine.order_id)
        .where(
            OrderLine.order_id == order_id,
            WorkOrder.center_id == read.center_id,
            OrderLine.state.not_in(DROPPED),
        )
        .order_by(OrderLine.sort)
    ).all()
    if not lines:
        return ()
    return _needs(read, order_id, lines[0].vehicle_id, [(line.id, line.name) for line in lines])


def _needs(
    read: Read, order_id: uuid.UUID, vehicle_id: uuid.UUID, lines: Sequence[tuple[uuid.UUID, str]]
) -> tuple[OrderNeed, ...]:
    if not any(causes_of(name) for _, name in lines):
        return ()
    needs = needs_of(lines, _sensors(read, vehicle_id))
    answers = {
        row.feature: row
        for row in read.connection.execute(
            sa.select(Calibration.feature, Calibration.outcome, Calibration.report)
            .where(Calibration.order_id == order_id)
            .order_by(Calibration.id)
        )
    }
    return tuple(
        OrderNeed(
            need.feature,
            need.cause,
            need.method,
            need.line_id,
            need.line,
            need.known,
            answers[need.feature].outcome if need.feature in answers else None,
            answers[need.feature].report if need.feature in answers else None,
        )
        for need in needs
    )


def _sensors(read: Read, vehicle_id: uuid.UUID) -> dict[str, str]:
    rows = read.connection.execute(
        sa.select(VehicleSensor.feature, VehicleSensor.method).where(
            VehicleSensor.vehicle_id == vehicle_id
        )
    )
    return {row.feature: row.method for row in rows}


def need_sentence(need: OrderNeed) -> Sentence:
    """The need in words."""
    params = {"feature": say(FEATURES[need.feature]), "line": need.line}
    if need.answer is not None:
        done = QT_TRANSLATE_NOOP("calibration", "Calibrated after “{line}”: {feature}.")
        spared = QT_TRANSLATE_NOOP("calibration", "Not needed after “{line}”: {feature}.")
        return say(done if need.answer == DONE else spared, **params)
    if need.known:
        return say(
            QT_TRANSLATE_NOOP("calibration", "“{line}” wants a calibration: {feature}."), **params
        )
    return say(
        QT_TRANSLATE_NOOP("calibration", "“{line}”: if the car has it, calibrate: {feature}."),
        **params,
    )


def calibration_blockers(read: Read, order: WorkOrder) -> list[Blocker]:
    """Needs of a whole loaded order without an answer, as conditions of quality check and completion (K3)."""
    lines = [(line.id, line.name) for line in order.lines if line.state not in DROPPED]
    return [
        Blocker("calibration", need_sentence(need), need.feature)
        for need in _needs(read, order.id, order.vehicle_id, lines)
        if need.stops
    ]


@action(
    "vehicles.answer_calibration",
    permission=Permission.WORK_ORDERS_WORK,
    label=QT_TRANSLATE_NOOP("vehicles", "Note calibration"),
)
def answer_calibration(tx: Tx, command: AnswerCalibration) -> uuid.UUID:
    """Note that a part was calibrated, or why it need not be; a later answer stands before an earlier one."""
    order = tx.load(WorkOrder, command.order_id)
    typed = Typed()
    if command.feature not in set(AdasFeature):
        typed.wrong("feature", QT_TRANSLATE_NOOP("vehicles", "Which part was calibrated?"))
    if command.outcome not in {DONE, NOT_NEEDED}:
        typed.wrong("outcome", QT_TRANSLATE_NOOP("vehicles", "Calibrated, or not needed?"))
    if command.method is not None and command.method not in set(CalibrationMethod):
        typed.wrong("method", QT_TRANSLATE_NOOP("vehicles", "Before targets, or on the road?"))
    report = typed.text("report", command.report, limit=100)
    reason = typed.text("reason", command.reason, limit=1000)
    if command.outcome == DONE and report is None and command.file_id is None:
        typed.wrong("report", QT_TRANSLATE_NOOP("vehicles", "Name the report, or attach it."))
    if command.outcome == NOT_NEEDED and reason is None:
        typed.wrong("reason", QT_TRANSLATE_NOOP("vehicles", "Say why it is not needed."))
    typed.finish()
    if command.file_id is not None:
        tx.load(StoredFile, command.file_id)
    tx.load(Vehicle, order.vehicle_id)
    tx.about("work_order", order.id)
    tx.touch("work_order", order.id)
    return tx.append(
        Calibration,
        center_id=tx.actor.center_id,
        order_id=order.id,
        vehicle_id=order.vehicle_id,
        feature=command.feature,
        outcome=command.outcome,
        method=command.method,
        report=report,
        file_id=command.file_id,
        reason=reason,
        at=tx.now,
        by_id=tx.actor.employee_id,
    )
