"""Open bills: what is owed is read from the few bills that are open, however many stand in the books."""

import sqlalchemy as sa
from alembic import op

from models import base as t

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_FILL = """
INSERT INTO open_bill (id, center_id, order_id, issued_at, due_on, open_amount)
SELECT bill.id, bill.center_id, bill.order_id, bill.issued_at, bill.due_on, bill.open_amount
FROM (
    SELECT i.id, i.center_id, i.order_id, i.issued_at, i.due_on,
        i.total_amount
        - (SELECT COALESCE(SUM(n.total_amount), 0) FROM invoice n
           WHERE n.corrects_id = i.id AND n.state = 'issued')
        - (SELECT COALESCE(SUM(CASE WHEN p.kind = 'refund' THEN -a.amount ELSE a.amount END), 0)
           FROM allocation a JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = i.id)
        AS open_amount
    FROM invoice i
    WHERE i.kind = 'invoice' AND i.state = 'issued'
) AS bill
WHERE bill.open_amount > 0
"""


def upgrade() -> None:
    """Add the table, fill it from the books, and let a record's history be read in its order."""
    op.create_table(
        "open_bill",
        sa.Column("id", t.Id(), nullable=False),
        sa.Column("center_id", t.Id(), nullable=False),
        sa.Column("order_id", t.Id(), nullable=True),
        sa.Column("issued_at", t.UtcTime(), nullable=False),
        sa.Column("due_on", t.DateOn(), nullable=True),
        sa.Column("open_amount", t.Amount(), nullable=False),
        sa.CheckConstraint("open_amount > 0", name=op.f("ck_open_bill_open")),
        sa.ForeignKeyConstraint(["id"], ["invoice.id"], name=op.f("fk_open_bill_id")),
        sa.ForeignKeyConstraint(["center_id"], ["center.id"], name=op.f("fk_open_bill_center_id")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["work_order.id"], name=op.f("fk_open_bill_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_bill")),
        info={"retention": "books", "synced": False},
        sqlite_strict=True,
    )
    op.create_index("ix_open_bill_center_id_due_on", "open_bill", ["center_id", "due_on"])
    op.create_index(
        "ix_open_bill_center_id_issued_at_id", "open_bill", ["center_id", "issued_at", "id"]
    )
    op.execute(_FILL)
    op.drop_index("ix_audit_entry_subject_id", "audit_entry")
    op.create_index("ix_audit_entry_subject_id_seq", "audit_entry", ["subject_id", "seq"])
