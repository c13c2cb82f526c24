"""${message}"""

import sqlalchemy as sa
from alembic import op

import models.base

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    ${upgrades if upgrades else "raise AssertionError"}
