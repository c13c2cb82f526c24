"""The owner's passport as this desk keeps it: entries of completed work, recommendations, the owner's permission.

Nothing of a car leaves before its owner approved the link; approval releases what waited, in order;
revocation stops what has not left.
"""

from app.kernel.standing import SyncView, count_attention, get_sync
from app.passports.links import (
    LINK_DAYS,
    SCOPES,
    LinkRow,
    RequestLink,
    apply_link_decision,
    find_link,
    request_link,
)
from app.passports.overview import (
    InboxRow,
    OwnerLink,
    Reached,
    SentRow,
    WaitingList,
    WaitingRecord,
    count_links,
    exchange_of_day,
    list_inbox,
    list_links,
    list_sent,
    list_waiting_records,
)
from app.passports.records import (
    CorrectReading,
    DismissRecommendation,
    DueWork,
    NewWork,
    PassportFacts,
    RecommendationRow,
    add_months,
    correct_reading,
    dismiss_recommendation,
    list_recommendations,
    recommendations_of,
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
    "InboxRow",
    "LinkRow",
    "NewWork",
    "OwnerLink",
    "PassportFacts",
    "Reached",
    "RecommendationRow",
    "RequestLink",
    "SentRow",
    "SyncView",
    "Waiting",
    "WaitingList",
    "WaitingRecord",
    "WaitingRow",
    "add_months",
    "apply_link_decision",
    "correct_reading",
    "count_attention",
    "count_links",
    "dismiss_recommendation",
    "exchange_of_day",
    "find_link",
    "get_sync",
    "list_inbox",
    "list_links",
    "list_recommendations",
    "list_sent",
    "list_waiting",
    "list_waiting_records",
    "order_sync_state",
    "recommendations_of",
    "request_link",
    "write_completion",
]
