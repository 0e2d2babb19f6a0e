"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger()),
        sa.Column("payload", sa.JSON(none_as_null=True)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(200)),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("bot_id", "update_id", name="uq_inbox_bot_id"),
    )
    op.create_index("ix_inbox_chat", "inbox", ["chat_id", "state"])
    op.create_index("ix_inbox_state", "inbox", ["state", "id"])

    op.create_table(
        "organisation",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )
    op.create_table(
        "item_difficulty",
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("item_id", name="pk_item_difficulty"),
    )
    op.create_table(
        "sent_file",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "bot_id", name="pk_sent_file"),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entry_id", sa.String(120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_revision_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.UniqueConstraint("entry_id", "number", name="uq_revision_entry_id"),
    )
    op.create_table(
        "team",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_team_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
    )
    op.create_table(
        "learner",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("team_id", sa.String(24)),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), nullable=False),
        sa.Column("script", sa.String(8), nullable=False),
        sa.Column("listens", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("sector", sa.String(40)),
        sa.Column("level", sa.String(8), nullable=False),
        sa.Column("target_job", sa.String(120)),
        sa.Column("last_wording", sa.String(40)),
        sa.Column("expects", sa.String(20), nullable=False),
        sa.Column("asked", sa.String(40)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True)),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_days", sa.String(7), nullable=False),
        sa.Column("practice_at", sa.String(5), nullable=False),
        sa.Column("next_due_at", sa.DateTime(timezone=True)),
        sa.Column("last_invited_at", sa.DateTime(timezone=True)),
        sa.Column("check_in_due_at", sa.DateTime(timezone=True)),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True)),
        sa.Column("blocked_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_learner_organisation_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_learner_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_learner"),
        sa.UniqueConstraint("telegram_id", name="uq_learner_telegram_id"),
    )
    op.create_index("ix_learner_next_due_at", "learner", ["next_due_at"])
    op.create_index("ix_learner_check_in_due_at", "learner", ["check_in_due_at"])

    op.create_table(
        "staff",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("team_id", sa.String(24)),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(320), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("language", sa.String(8), nullable=False, server_default="nl"),
        sa.Column("stand_in_id", sa.String(24)),
        sa.Column("absent_until", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_staff_organisation_id"),
        sa.ForeignKeyConstraint(["stand_in_id"], ["staff.id"], name="fk_staff_stand_in_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_staff_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("flag", sa.String(20), nullable=False),
        sa.Column("shows", sa.String(20), nullable=False),
        sa.Column("shared_with", sa.String(20)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True)),
        sa.Column("acknowledged_by", sa.String(24)),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["staff.id"], name="fk_alert_acknowledged_by"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_alert_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
    )
    op.create_index("ix_alert_learner", "alert", ["learner_id"])
    not_closed = sa.text("closed_at IS NULL")
    op.create_index("ix_alert_open", "alert", ["at"], sqlite_where=not_closed, postgresql_where=not_closed)
    op.create_table(
        "alert_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("alert_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.String(24)),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name="fk_alert_event_alert_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_alert_event_learner_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_alert_event_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alert_event"),
    )
    op.create_index("ix_alert_event_alert", "alert_event", ["alert_id"])
    op.create_index("ix_alert_event_learner", "alert_event", ["learner_id"])
    op.create_table(
        "alert_notice",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("alert_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(200)),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["alert_id"], ["alert.id"], name="fk_alert_notice_alert_id"),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_alert_notice_learner_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_alert_notice_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alert_notice"),
        sa.UniqueConstraint("alert_id", "staff_id", "at", "how", name="uq_alert_notice_alert_id"),
    )
    op.create_index("ix_alert_notice_learner", "alert_notice", ["learner_id"])
    waits = sa.text("sent_at IS NULL")
    op.create_index("ix_alert_notice_waiting", "alert_notice", ["id"], sqlite_where=waits, postgresql_where=waits)

    op.create_table(
        "card",
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer()),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_review_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_card_learner_id"),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name="pk_card"),
    )
    op.create_index("ix_card_due", "card", ["learner_id", "due_at"])

    op.create_table(
        "caseload",
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_caseload_learner_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_caseload_staff_id"),
        sa.PrimaryKeyConstraint("staff_id", "learner_id", name="pk_caseload"),
    )
    op.create_index("ix_caseload_learner", "caseload", ["learner_id"])

    op.create_table(
        "consent",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("notice", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_consent_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_learner_kind", "consent", ["learner_id", "kind"])

    op.create_table(
        "invitation",
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("organisation_id", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.String(24)),
        sa.Column("language", sa.String(8)),
        sa.Column("sector", sa.String(40)),
        sa.Column("script", sa.String(8)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("learner_id", sa.String(24)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_invitation_learner_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_invitation_organisation_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_invitation_staff_id"),
        sa.PrimaryKeyConstraint("code", name="pk_invitation"),
    )
    op.create_index("ix_invitation_learner_id", "invitation", ["learner_id"])

    op.create_table(
        "lesson",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("new_types", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("kind", sa.String(10), nullable=False, server_default="lesson"),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_lesson_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lesson"),
    )
    op.create_index("ix_lesson_learner", "lesson", ["learner_id", "started_at"])

    op.create_table(
        "placement",
        sa.Column("lesson_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ability", sa.Float(), nullable=False),
        sa.Column("error", sa.Float(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(8)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_placement_learner_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="fk_placement_lesson_id"),
        sa.PrimaryKeyConstraint("lesson_id", name="pk_placement"),
    )
    op.create_index("ix_placement_learner", "placement", ["learner_id", "at"])

    op.create_table(
        "message",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("staff_id", sa.String(24)),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("voice_file_id", sa.Text()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_message_learner_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_message_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
    )
    op.create_index("ix_message_learner", "message", ["learner_id", "at"])

    op.create_table(
        "mission",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("taken_on_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True)),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        sa.Column("link_hash", sa.String(64)),
        sa.Column("link_expires_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_mission_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_mission"),
        sa.UniqueConstraint("link_hash", name="uq_mission_link_hash"),
    )
    op.create_index("ix_mission_learner", "mission", ["learner_id", "taken_on_at"])

    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.String(24)),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("ref", sa.String(24)),
        sa.Column("edits", sa.String(24)),
        sa.Column("campaign", sa.String(60)),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(200)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("expires_at", sa.DateTime(timezone=True)),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("message_id", sa.BigInteger()),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_outbox_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("ref", name="uq_outbox_ref"),
    )
    of_campaigns = sa.text("campaign IS NOT NULL")
    op.create_index(
        "ix_outbox_campaign",
        "outbox",
        ["campaign", "learner_id"],
        unique=True,
        sqlite_where=of_campaigns,
        postgresql_where=of_campaigns,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat_id", "state", "kind", "id"])
    op.create_index("ix_outbox_learner", "outbox", ["learner_id"])
    new = sa.text("state = 'new'")
    op.create_index("ix_outbox_new", "outbox", ["kind", "id"], sqlite_where=new, postgresql_where=new)
    op.create_index("ix_outbox_state", "outbox", ["state", "kind", "id"])

    op.create_table(
        "skill",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("skill_id", sa.String(120)),
        sa.Column("words", sa.Text()),
        sa.Column("voice_file_id", sa.Text()),
        sa.Column("source", sa.String(10), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_skill_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_skill"),
        sa.UniqueConstraint("learner_id", "skill_id", name="uq_skill_learner_id"),
    )

    op.create_table(
        "tip_shown",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("tip_id", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_tip_shown_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_tip_shown"),
    )
    op.create_index("ix_tip_shown_learner", "tip_shown", ["learner_id"])

    op.create_table(
        "work_word",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("voice_file_id", sa.Text()),
        sa.Column("photo_file_id", sa.Text()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("item_id", sa.String(120)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_work_word_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_work_word"),
    )
    op.create_index("ix_work_word_learner", "work_word", ["learner_id"])
    op.create_index("ix_work_word_state", "work_word", ["state", "at"])

    op.create_table(
        "not_understood",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("guessed", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.String(60)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("learner_id", sa.String(24)),
        sa.Column("words", sa.Text()),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_not_understood_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_not_understood"),
    )
    op.create_index("ix_not_understood_learner", "not_understood", ["learner_id"])

    op.create_table(
        "voice",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("voice_file_id", sa.Text()),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_voice_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_voice"),
    )
    op.create_index("ix_voice_learner", "voice", ["learner_id"])

    op.create_table(
        "check_in",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mood", sa.Integer()),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_check_in_learner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_check_in"),
    )
    op.create_index("ix_check_in_learner", "check_in", ["learner_id", "asked_at"])

    op.create_table(
        "assigned_unit",
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("unit_id", sa.String(120), nullable=False),
        sa.Column("staff_id", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_assigned_unit_learner_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_assigned_unit_staff_id"),
        sa.PrimaryKeyConstraint("learner_id", "unit_id", name="pk_assigned_unit"),
    )

    op.create_table(
        "showing",
        sa.Column("id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("lesson_id", sa.String(24), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order", sa.JSON(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_showing_learner_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="fk_showing_lesson_id"),
        sa.PrimaryKeyConstraint("id", name="pk_showing"),
    )
    op.create_index("ix_showing_learner", "showing", ["learner_id"])
    op.create_index("ix_showing_lesson", "showing", ["lesson_id"])

    op.create_table(
        "recording",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("showing_id", sa.String(24), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_recording_learner_id"),
        sa.ForeignKeyConstraint(["showing_id"], ["showing.id"], name="fk_recording_showing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_recording"),
    )
    op.create_index("ix_recording_learner", "recording", ["learner_id", "at"])

    op.create_table(
        "attempt",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("showing_id", sa.String(24), nullable=False),
        sa.Column("learner_id", sa.String(24), nullable=False),
        sa.Column("item_id", sa.String(120), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("grade", sa.String(10), nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name="fk_attempt_learner_id"),
        sa.ForeignKeyConstraint(["showing_id"], ["showing.id"], name="fk_attempt_showing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("showing_id", name="uq_attempt_showing_id"),
    )
    op.create_index("ix_attempt_learner", "attempt", ["learner_id", "at"])
