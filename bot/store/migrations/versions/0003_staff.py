"""Staff at work: how they get in, what they did, groups of learners, digests, and what learners tell of themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

COUNTED = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

STAYS = "What was noted in the audit stays as it is"
ON_SQLITE = """
    CREATE TRIGGER audit_event_{when} BEFORE {when} ON audit_event
    BEGIN SELECT RAISE(ABORT, '{stays}'); END
"""
ON_POSTGRESQL = """
    CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '{stays}'; END $$;
    CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_stays();
"""


def upgrade() -> None:
    op.create_table(
        "audit_event",
        sa.Column("id", COUNTED, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("by", sa.String(24), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("about", sa.String(120), nullable=True),
        sa.Column("detail", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audit_event"),
    )
    op.create_index("ix_audit_event_about", "audit_event", ["about", "id"])
    op.create_index("ix_audit_event_organisation", "audit_event", ["organisation_id", "id"])
    op.create_table(
        "failed_try",
        sa.Column("id", COUNTED, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failed_try"),
    )
    op.create_index("ix_failed_try_key", "failed_try", ["key", "at"])
    op.create_table(
        "api_token",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("scopes", sa.String(200), nullable=False),
        sa.Column("made_by", sa.String(24), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["staff.id"], name="fk_api_token_made_by"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_api_token_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_api_token"),
        sa.UniqueConstraint("token_hash", name="uq_api_token_token_hash"),
    )
    op.create_index("ix_api_token_organisation", "api_token", ["organisation_id"])
    op.create_table(
        "credential",
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("totp_secret", sa.String(64), nullable=True),
        sa.Column("totp_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("totp_step", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_credential_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_credential"),
    )
    op.create_table(
        "digest_wish",
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("by_mail", sa.Boolean(), nullable=False),
        sa.Column("by_telegram", sa.Boolean(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_digest_wish_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_digest_wish"),
    )
    op.create_index("ix_digest_wish_due", "digest_wish", ["due_at"])
    op.create_table(
        "digest_mail",
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(200), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_digest_mail_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_digest_mail"),
    )
    op.create_table(
        "hand_over",
        sa.Column("id", COUNTED, nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("from_id", sa.String(24), nullable=True),
        sa.Column("to_id", sa.String(24), nullable=False),
        sa.Column("by_id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ref", sa.String(24), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["staff.id"], name="fk_hand_over_by_id"),
        sa.ForeignKeyConstraint(["from_id"], ["staff.id"], name="fk_hand_over_from_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_hand_over_learner_id"),
        sa.ForeignKeyConstraint(["to_id"], ["staff.id"], name="fk_hand_over_to_id"),
        sa.PrimaryKeyConstraint("id", name="pk_hand_over"),
    )
    op.create_index("ix_hand_over_from", "hand_over", ["from_id", "at"])
    op.create_index("ix_hand_over_learner", "hand_over", ["learner_id"])
    op.create_table(
        "learner_group",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_learner_group_organisation_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_learner_group_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_learner_group"),
    )
    op.create_index("ix_learner_group_organisation", "learner_group", ["organisation_id"])
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_recovery_code_staff_id"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_recovery_code"),
    )
    op.create_index("ix_recovery_code_staff", "recovery_code", ["staff_id"])
    op.create_table(
        "staff_code",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_code_staff_id"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_staff_code"),
    )
    op.create_index("ix_staff_code_staff", "staff_code", ["staff_id"])
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("browser", sa.String(200), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_session_staff_id"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_session"),
    )
    op.create_index("ix_staff_session_staff", "staff_session", ["staff_id"])
    op.create_table(
        "step_taken",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_step_taken_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_step_taken"),
    )
    op.create_index("ix_step_taken_day", "step_taken", ["day"])
    op.create_index("ix_step_taken_learner", "step_taken", ["learner_id"])
    op.create_table(
        "today_rule",
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("set_by", sa.String(24), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_today_rule_organisation_id"),
        sa.ForeignKeyConstraint(["set_by"], ["staff.id"], name="fk_today_rule_set_by"),
        sa.PrimaryKeyConstraint("organisation_id", "rule", name="pk_today_rule"),
    )
    op.create_table(
        "broadcast",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("group_id", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("said", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["learner_group.id"], name="fk_broadcast_group_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_broadcast_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_broadcast"),
    )
    op.create_index("ix_broadcast_group", "broadcast", ["group_id", "made_at"])
    op.create_index("ix_broadcast_send_at", "broadcast", ["send_at"])
    op.create_table(
        "group_member",
        sa.Column("group_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["learner_group.id"], name="fk_group_member_group_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_group_member_learner_id"),
        sa.PrimaryKeyConstraint("group_id", "learner_id", name="pk_group_member"),
    )
    op.create_index("ix_group_member_learner", "group_member", ["learner_id"])
    op.create_table(
        "spoken_message",
        sa.Column("message_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_spoken_message_learner_id"),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name="fk_spoken_message_message_id"),
        sa.PrimaryKeyConstraint("message_id", name="pk_spoken_message"),
    )
    op.create_index("ix_spoken_message_learner", "spoken_message", ["learner_id"])
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("for_learner_id", sa.String(24), nullable=True))
        table.create_index("ix_invitation_for_learner_id", ["for_learner_id"], unique=False)
        table.create_foreign_key("fk_invitation_for_learner_id", "learner", ["for_learner_id"], ["id"])

    with op.batch_alter_table("message") as table:
        table.add_column(sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("ref", sa.String(24), nullable=True))
        table.add_column(sa.Column("said", sa.JSON(none_as_null=True), nullable=True))

    waiting = sa.text("staff_id IS NULL AND answered_at IS NULL")
    op.create_index("ix_message_waiting", "message", ["learner_id"], sqlite_where=waiting, postgresql_where=waiting)

    with op.batch_alter_table("staff") as table:
        table.add_column(sa.Column("telegram_id", sa.BigInteger(), nullable=True))
        table.create_unique_constraint("uq_staff_telegram_id", ["telegram_id"])

    with op.batch_alter_table("work_word") as table:
        table.add_column(sa.Column("staff_id", sa.String(24), nullable=True))
        table.add_column(sa.Column("meaning", sa.Text(), nullable=True))
        table.add_column(sa.Column("picture", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("sound", sa.LargeBinary(), nullable=True))
        table.create_foreign_key("fk_work_word_staff_id", "staff", ["staff_id"], ["id"])

    _let_nobody_change(op.get_bind().dialect.name)


def _let_nobody_change(database: str) -> None:
    if database == "sqlite":
        for when in ("UPDATE", "DELETE"):
            op.execute(ON_SQLITE.format(when=when, stays=STAYS))
    else:
        op.execute(ON_POSTGRESQL.format(stays=STAYS))
