"""Insights: what a look at the shop tells, over all capabilities; reads only, written nowhere."""

from app.insights.debts import Owed, OwedRow
from app.insights.figures import (
    Comparison,
    LoadDay,
    MonthFigures,
    PersonHours,
    Turnover,
    TurnoverDay,
)
from app.insights.floor import (
    SHOP_STATES,
    ApprovalRow,
    ArrivalRow,
    CarRow,
    Floor,
    PromiseMark,
    PromiseRow,
    StateCount,
)
from app.insights.shelf import LowRow, LowStock
from app.insights.today import TodayView, owed, today

__all__ = [
    "SHOP_STATES",
    "ApprovalRow",
    "ArrivalRow",
    "CarRow",
    "Comparison",
    "Floor",
    "LoadDay",
    "LowRow",
    "LowStock",
    "MonthFigures",
    "Owed",
    "OwedRow",
    "PersonHours",
    "PromiseMark",
    "PromiseRow",
    "StateCount",
    "TodayView",
    "Turnover",
    "TurnoverDay",
    "owed",
    "today",
]
