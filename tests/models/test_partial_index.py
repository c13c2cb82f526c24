"""An index over some rows covers the same ones on both databases."""

import pytest
import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex

from models.base import table_of
from models.ledger import OutboxEnvelope


@pytest.mark.parametrize("url", ["sqlite://", "postgresql+psycopg://"])
def test_what_is_pending_is_indexed_on_both_databases(url: str) -> None:
    indexes = {str(index.name): index for index in table_of(OutboxEnvelope).indexes}
    create = CreateIndex(indexes["ix_outbox_envelope_pending"])
    made = str(create.compile(sa.create_engine(url)))
    assert made.endswith("(center_id, id) WHERE state <> 'delivered'")
