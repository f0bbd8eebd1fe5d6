"""PostgreSQL's promise that no speaker is in two places; SQLite keeps it in the transaction instead."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class PostgresExclusion(ExclusionConstraint):
    """An exclusion constraint that other databases pass over."""

    def constraint_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        return super().constraint_sql(model, schema_editor) if on_postgres(schema_editor) else ""

    def create_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        return super().create_sql(model, schema_editor) if on_postgres(schema_editor) else None

    def remove_sql(self, model: Any, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        return super().remove_sql(model, schema_editor) if on_postgres(schema_editor) else None

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        if connections[using].vendor == "postgresql":
            super().validate(model, instance, exclude=exclude, using=using)


def on_postgres(schema_editor: BaseDatabaseSchemaEditor | None) -> bool:
    return schema_editor is not None and bool(schema_editor.connection.vendor == "postgresql")
