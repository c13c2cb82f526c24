"""Indexes that the lists of money and the search of a ten-year shop are read from."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add indexes; no row is touched."""
    op.create_index(
        "ix_invoice_books",
        "invoice",
        ["center_id", "state", "kind", "id", "total_amount", "due_on", "corrects_id"],
    )
    op.create_index("ix_allocation_invoice_id_amount", "allocation", ["invoice_id", "amount"])
    refunds = sa.text("kind = 'refund'")
    op.create_index(
        "ix_payment_refunds", "payment", ["id"], sqlite_where=refunds, postgresql_where=refunds
    )
