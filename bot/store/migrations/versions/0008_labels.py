"""What is seen of entries in the studio's lists; it is written when the files are read next."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "label",
        sa.Column("entry_id", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("pack", sa.String(120), nullable=False),
        sa.Column("unit", sa.String(120), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_label"),
    )
    op.create_index("ix_label_kind", "label", ["kind", "place", "entry_id"])
    op.create_index("ix_label_pack", "label", ["pack", "place", "entry_id"])
    op.create_index("ix_label_unit", "label", ["unit", "place", "entry_id"])
    op.create_index("ix_label_state", "label", ["state", "place", "entry_id"])
    op.create_index("ix_label_counts", "label", ["kind", "pack", "state"])
    op.create_table(
        "searched",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(120), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searched"),
        sa.UniqueConstraint("entry_id", name="uq_searched_entry_id"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _index_words_of_sqlite()
    else:
        _index_words_of_postgres()


def _index_words_of_sqlite() -> None:
    """A table of trigrams beside the words, which holds none itself (sqlite.org/fts5.html, 4.4.3)."""
    options = "content='searched', content_rowid='id', tokenize='trigram'"
    op.execute(f"CREATE VIRTUAL TABLE searched_index USING fts5(words, {options})")
    put = "INSERT INTO searched_index(rowid, words) VALUES (new.id, new.words);"
    drop = "INSERT INTO searched_index(searched_index, rowid, words) VALUES ('delete', old.id, old.words);"
    op.execute(f"CREATE TRIGGER searched_put AFTER INSERT ON searched BEGIN {put} END")
    op.execute(f"CREATE TRIGGER searched_dropped AFTER DELETE ON searched BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER searched_changed AFTER UPDATE ON searched BEGIN {drop} {put} END")


def _index_words_of_postgres() -> None:
    """An index of trigrams; without the extension, or the right to add it, a search reads the words of all."""
    connection = op.get_bind()
    may = "has_database_privilege(current_database(), 'CREATE')"
    available = f"SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm' AND {may}"
    schema = "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'pg_trgm'"
    if connection.scalar(sa.text(schema)) is None and connection.scalar(sa.text(available)):
        op.execute("CREATE EXTENSION pg_trgm SCHEMA public")
    if there := connection.scalar(sa.text(schema)):
        op.execute(f"CREATE INDEX searched_index ON searched USING gin (words {there}.gin_trgm_ops)")
