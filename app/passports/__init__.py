"""The owner's passport as this desk keeps it: entries of completed work, recommendations, the owner's permission.

Nothing of a car leaves before its owner approved the link; approval releases what waited, in order;
revocation stops what has not left.
"""

from app.passports.links import (
    LINK_DAYS,
    SCOPES,
    LinkRow,
    RequestLink,
    apply_link_decision,
    find_link,
    request_link,
)
from app.passports.records import (
    CorrectReading,
    DismissRecommendation,
    DueWork,
    PassportFacts,
    RecommendationRow,
    add_months,
    correct_reading,
    dismiss_recommendation,
    list_recommendations,
    write_completion,
)
from app.passports.waiting import (
    WAITING_TEXT,
    Waiting,
    WaitingRow,
    list_waiting,
    order_sync_state,
)

__all__ = [
    "LINK_DAYS",
    "SCOPES",
    "WAITING_TEXT",
    "CorrectReading",
    "DismissRecommendation",
    "DueWork",
    "LinkRow",
    "PassportFacts",
    "RecommendationRow",
    "RequestLink",
    "Waiting",
    "WaitingRow",
    "add_months",
    "apply_link_decision",
    "correct_reading",
    "dismiss_recommendation",
    "find_link",
    "list_recommendations",
    "list_waiting",
    "order_sync_state",
    "request_link",
    "write_completion",
]
