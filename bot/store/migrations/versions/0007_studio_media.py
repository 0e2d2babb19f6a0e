"""Pictures and recordings that are put in in the studio."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "studio_file",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("added_by", sa.String(24), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name="fk_studio_file_added_by"),
        sa.PrimaryKeyConstraint("digest", name="pk_studio_file"),
    )
    op.create_table(
        "studio_recording",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("slow", sa.Boolean(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("licence", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("added_by", sa.String(24), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["studio_file.digest"], name="fk_studio_recording_digest"),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name="fk_studio_recording_added_by"),
        sa.PrimaryKeyConstraint("key", name="pk_studio_recording"),
    )
    op.create_index("ix_studio_recording_added", "studio_recording", ["added_at"])
    op.create_index("ix_studio_recording_digest", "studio_recording", ["digest"])
