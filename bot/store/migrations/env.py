"""What Alembic runs: the migrations, on the connection and in the transaction that ``migrating`` gives it."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from bot.store.migrating import is_described
from bot.store.tables import Base


def plain_type(kind: str, value: Any, _autogenerate: Any) -> str | Literal[False]:
    """Write a type of ours into a new migration as what it is in SQL: migrations outlive our code."""
    return f"sa.{value.impl!r}" if kind == "type" and isinstance(value, TypeDecorator) else False


context.configure(
    connection=context.config.attributes["connection"],
    on_version_apply=context.config.attributes["on_version_apply"],
    target_metadata=Base.metadata,
    include_name=is_described,
    render_as_batch=True,
    render_item=plain_type,
)
context.run_migrations()
