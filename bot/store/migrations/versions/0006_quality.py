"""How items do, added up; and that an item was said to be too hard."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("showing") as showing:
        showing.add_column(sa.Column("too_hard", sa.Boolean(), nullable=False, server_default=sa.false()))
    # By item too: whether a learner met one before is asked for every showing that is counted.
    op.drop_index("ix_showing_learner", "showing")
    op.create_index("ix_showing_learner", "showing", ["learner_id", "item_id"])
    op.create_index("ix_lesson_started", "lesson", ["started_at", "id"])
    op.create_table(
        "item_sum",
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("waiting", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("item_id", "revision", "language", name="pk_item_sum"),
    )
    op.create_index("ix_item_sum_language", "item_sum", ["language", "people"])
    op.create_table(
        "counted_until",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lesson_id", sa.String(24), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_counted_until"),
    )
