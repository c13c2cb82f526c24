"""The calendar: hours, bays, people at work, services, appointments."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no row of before is touched."""
