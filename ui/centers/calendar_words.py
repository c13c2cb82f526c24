"""The words of the calendar's settings."""

from app.kernel.errors import QT_TRANSLATE_NOOP

WEEK = (
    QT_TRANSLATE_NOOP("CalendarSettings", "Monday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Tuesday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Wednesday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Thursday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Friday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Saturday"),
    QT_TRANSLATE_NOOP("CalendarSettings", "Sunday"),
)
HINT_OF_HOURS = QT_TRANSLATE_NOOP("CalendarSettings", "9–20, then breaks: 13–13:30. Empty: closed.")
CLOSED = QT_TRANSLATE_NOOP("CalendarSettings", "closed")
NAME = QT_TRANSLATE_NOOP("CalendarSettings", "Name")
DAY = QT_TRANSLATE_NOOP("CalendarSettings", "Day")
HOURS = QT_TRANSLATE_NOOP("CalendarSettings", "Hours")
WHO = QT_TRANSLATE_NOOP("CalendarSettings", "Who")
DEPARTMENT = QT_TRANSLATE_NOOP("CalendarSettings", "Department")
ABILITY = QT_TRANSLATE_NOOP("CalendarSettings", "Bay must have")
SKILL = QT_TRANSLATE_NOOP("CalendarSettings", "Who does it must know")
UNTIL = QT_TRANSLATE_NOOP("CalendarSettings", "Until")
FROM = QT_TRANSLATE_NOOP("CalendarSettings", "From")
REMOVE = QT_TRANSLATE_NOOP("CalendarSettings", "Remove")
BAY = QT_TRANSLATE_NOOP("CalendarSettings", "Bay")
WHY = QT_TRANSLATE_NOOP("CalendarSettings", "Why")
NOTE = QT_TRANSLATE_NOOP("CalendarSettings", "Note")
ORDER = QT_TRANSLATE_NOOP("CalendarSettings", "Place on the board")
CAN = QT_TRANSLATE_NOOP("CalendarSettings", "What can be done there")
CAN_HINT = QT_TRANSLATE_NOOP(
    "CalendarSettings", "lift, alignment, diagnosis, body … or a word of your own, by commas"
)
POSITION = QT_TRANSLATE_NOOP("CalendarSettings", "Position")
KNOWS = QT_TRANSLATE_NOOP("CalendarSettings", "Knows")
PAPER = QT_TRANSLATE_NOOP("CalendarSettings", "Certificate")
LENGTH = QT_TRANSLATE_NOOP("CalendarSettings", "How long")
CAP = QT_TRANSLATE_NOOP("CalendarSettings", "A day at most")
BEFORE = QT_TRANSLATE_NOOP("CalendarSettings", "Minutes free before")
AFTER = QT_TRANSLATE_NOOP("CalendarSettings", "Minutes free after")
ONLINE = QT_TRANSLATE_NOOP("CalendarSettings", "Online")
ONLINE_WORDS = QT_TRANSLATE_NOOP("CalendarSettings", "Owners may ask for it online")
ARCHIVE = QT_TRANSLATE_NOOP("CalendarSettings", "Archive")
RESTORE = QT_TRANSLATE_NOOP("CalendarSettings", "Bring back")
ARCHIVED = QT_TRANSLATE_NOOP("CalendarSettings", "archived")
PUBLIC = QT_TRANSLATE_NOOP("CalendarSettings", "Public holiday")
OWN = QT_TRANSLATE_NOOP("CalendarSettings", "Own day")
USES_PUBLIC = QT_TRANSLATE_NOOP("CalendarSettings", "Closed on public holidays")
STEP = QT_TRANSLATE_NOOP("CalendarSettings", "Step, minutes")
HOLD = QT_TRANSLATE_NOOP("CalendarSettings", "Hold, minutes")
LATE = QT_TRANSLATE_NOOP("CalendarSettings", "Late after, minutes")
TYPICAL = QT_TRANSLATE_NOOP("CalendarSettings", "Usual job, minutes")
FULL = QT_TRANSLATE_NOOP("CalendarSettings", "Full from, %")
CONTACT = QT_TRANSLATE_NOOP("CalendarSettings", "Callers are kept, days")
REGION = QT_TRANSLATE_NOOP("CalendarSettings", "Region of holidays")
WHOLE_COUNTRY = QT_TRANSLATE_NOOP("CalendarSettings", "whole country")
NUMBER = QT_TRANSLATE_NOOP("CalendarSettings", "Number of an appointment")
DRIVE_NUMBER = QT_TRANSLATE_NOOP("CalendarSettings", "Number of a drive")
RULE = QT_TRANSLATE_NOOP("CalendarSettings", "Rule")
VALUE = QT_TRANSLATE_NOOP("CalendarSettings", "Value")
YES = QT_TRANSLATE_NOOP("CalendarSettings", "yes")
NO = QT_TRANSLATE_NOOP("CalendarSettings", "no")
RULE_FIELDS = {
    "step_minutes": "step",
    "hold_minutes": "hold",
    "late_minutes": "late",
    "typical_minutes": "typical",
    "full_percent": "full",
    "contact_days": "contact",
    "holiday_region": "region",
    "appointment_number": "number",
    "transport_number": "drive",
}
