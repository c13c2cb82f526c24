"""Files, and the state in which a car arrives."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; no row of before is touched."""
