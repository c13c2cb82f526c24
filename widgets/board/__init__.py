"""Boards of time: lanes beside days or hours, entries that are moved, stretched and dropped."""

from widgets.board.answers import Answer, Line, Question
from widgets.board.day import DayBoard
from widgets.board.values import (
    Block,
    Cell,
    Closed,
    Day,
    Entry,
    Lane,
    Move,
    Place,
    Plan,
    Proposal,
    range_text,
)
from widgets.board.waiting import WaitingItem, WaitingList
from widgets.board.week import WeekBoard

__all__ = [
    "Answer",
    "Block",
    "Cell",
    "Closed",
    "Day",
    "DayBoard",
    "Entry",
    "Lane",
    "Line",
    "Move",
    "Place",
    "Plan",
    "Proposal",
    "Question",
    "WaitingItem",
    "WaitingList",
    "WeekBoard",
    "range_text",
]
