"""The studio: drafts beside what is published, what colleagues say of them, and what is planned."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("entry") as entry:
        entry.add_column(sa.Column("in_studio", sa.Boolean(), nullable=False, server_default=sa.false()))
        entry.add_column(sa.Column("file_digest", sa.String(64), nullable=True))
    # Until now everything came from files.
    op.execute(
        "UPDATE entry SET file_digest = (SELECT digest FROM revision"
        " WHERE revision.entry_id = entry.id AND revision.number = entry.revision) WHERE retired_at IS NULL"
    )
    with op.batch_alter_table("revision") as revisions:
        revisions.add_column(sa.Column("staff_id", sa.String(24), nullable=True))
        revisions.add_column(sa.Column("why", sa.Text(), nullable=True))
        revisions.create_foreign_key("fk_revision_staff_id", "staff", ["staff_id"], ["id"])
    op.create_table(
        "draft",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("entry_id", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(10), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.String(24), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reader_id", sa.String(24), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name="fk_draft_changed_by"),
        sa.ForeignKeyConstraint(["reader_id"], ["staff.id"], name="fk_draft_reader_id"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
    )
    for name, origin in {"uq_draft_of_staff": "<>", "uq_draft_of_files": "="}.items():
        which = sa.text(f"origin {origin} 'files'")
        op.create_index(name, "draft", ["entry_id"], unique=True, sqlite_where=which, postgresql_where=which)
    op.create_table(
        "remark",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("draft_id", sa.String(24), nullable=False),
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_remark_draft_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_remark_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_remark"),
    )
    op.create_index("ix_remark_draft", "remark", ["draft_id"])
    op.create_table(
        "planned",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entry_ids", sa.JSON(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("start_again", sa.JSON(), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(200), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_planned_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_planned"),
    )
    waiting = sa.text("ended_at IS NULL")
    op.create_index("ix_planned_due", "planned", ["at"], sqlite_where=waiting, postgresql_where=waiting)
