"""Places of a board: where something first hangs, and whose lane it is."""

import uuid
from collections.abc import Sequence

from widgets.board import Cell, Place, Plan


def home(plan: Plan) -> Place | None:
    """Where something from beside the board first hangs: the first offered free time, else the first lane."""
    first: Sequence[Cell] = [cell for cell in plan.cells if cell.free is not None]
    if first:
        cell = min(first, key=lambda each: (each.day, each.free))
        return Place(cell.lane, cell.day, cell.free or plan.begin, 60)
    return Place(plan.lanes[0].key, 0, plan.begin, 60) if plan.lanes else None


def lane_id(key: object) -> uuid.UUID | None:
    """The bay's or person's id of a lane; None for the lane of what stands nowhere."""
    return key if isinstance(key, uuid.UUID) else None
