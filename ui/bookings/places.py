"""Places of a board: where something first hangs, and whose lane it is."""

import uuid
from collections.abc import Collection, Sequence

from app.bookings.rows import BoardItem, BoardLane, WaitingRow
from widgets.board import Cell, Place, Plan


def home(plan: Plan, unfit: Collection[uuid.UUID]) -> Place | None:
    """Where something from beside the board first hangs: the first offered free time, else the first lane.

    ``unfit``: lanes that cannot take it.
    """
    first: Sequence[Cell] = [
        cell for cell in plan.cells if cell.free is not None and cell.lane not in unfit
    ]
    if first:
        cell = min(first, key=lambda each: (each.day, each.free))
        return Place(cell.lane, cell.day, cell.free or plan.begin, 60)
    return Place(plan.lanes[0].key, 0, plan.begin, 60) if plan.lanes else None


def lane_id(key: object) -> uuid.UUID | None:
    """The bay's or person's id of a lane; None for the lane of what stands nowhere."""
    return key if isinstance(key, uuid.UUID) else None


def unfit_lanes(
    lanes: Sequence[BoardLane], need: BoardItem | WaitingRow, by: str
) -> list[uuid.UUID]:
    """Bays without what a job needs, or people who do not know it: they are shown as such while it is carried."""
    text = need.ability if by == "bay" else need.skill
    wanted = {code.strip() for code in (text or "").split(",") if code.strip()}
    return [lane.id for lane in lanes if not wanted <= set(lane.abilities)]
