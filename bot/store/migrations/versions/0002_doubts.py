"""Words of the course that sounded wrong to somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "doubt",
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("entry_id", sa.String(120), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_doubt_learner_id"),
        sa.PrimaryKeyConstraint("learner_id", "entry_id", "language", name="pk_doubt"),
    )
