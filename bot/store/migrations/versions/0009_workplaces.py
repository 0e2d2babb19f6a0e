"""Words of workplaces, and what is published of them for one team."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "workplace_page",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("team_id", sa.String(24), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("begun_by", sa.String(24), nullable=False),
        sa.Column("mentor", sa.Text(), nullable=True),
        sa.Column("link_hash", sa.String(64), nullable=True),
        sa.Column("link_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_by", sa.String(24), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.String(24), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(24), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("level", sa.String(8), nullable=True),
        sa.Column("can_do", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_workplace_page_team_id"),
        sa.ForeignKeyConstraint(["begun_by"], ["staff.id"], name="fk_workplace_page_begun_by"),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name="fk_workplace_page_changed_by"),
        sa.ForeignKeyConstraint(["sent_by"], ["staff.id"], name="fk_workplace_page_sent_by"),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name="fk_workplace_page_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_workplace_page"),
    )
    op.create_index("ix_workplace_page_team", "workplace_page", ["team_id"])
    op.create_index("ix_workplace_page_link", "workplace_page", ["link_hash"], unique=True)
    op.create_table(
        "workplace_word",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("page_id", sa.String(24), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("sound", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["workplace_page.id"], name="fk_workplace_word_page_id"),
        sa.PrimaryKeyConstraint("id", name="pk_workplace_word"),
        sa.UniqueConstraint("page_id", "number", name="uq_workplace_word_page_id"),
    )
    for table in ("entry", "studio_recording"):
        # In words that both databases take: SQLite would else write the whole table anew.
        named = f"CONSTRAINT fk_{table}_page_id REFERENCES workplace_page (id)"
        op.execute(f"ALTER TABLE {table} ADD COLUMN page_id VARCHAR(24) {named}")
        op.create_index(f"ix_{table}_page_id", table, ["page_id"])
