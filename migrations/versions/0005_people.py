"""More about cars and people: profiles, recalls, merges, requests."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no row of before is touched."""
