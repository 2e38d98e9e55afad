"""Subjects, and API keys that are managed"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ACCOUNTS = ("account_rests", "aliases", "examinations", "intents", "jobs", "sessions")
_OWNED = ("jobs", "photos", "receipts")


def upgrade() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("hint", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest", name="api_keys_by_digest"),
    )
    _owned_keys()
    for table in _ACCOUNTS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column(
                "account",
                existing_type=sa.String(length=64),
                type_=sa.String(length=128),
                existing_nullable=False,
            )
    for table in _OWNED:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(
                sa.Column("owner", sa.String(length=32), nullable=False, server_default="")
            )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index("jobs_by_owner", ["owner", "created_at"], unique=False)


def _owned_keys() -> None:
    """The owner joins the primary key, which a table that is written anew can have."""
    op.rename_table("idempotency_keys", "idempotency_keys_before")
    op.create_table(
        "idempotency_keys",
        sa.Column("owner", sa.String(length=32), nullable=False, server_default=""),
        sa.Column("operation", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("job_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["job_id"],
            ["jobs.id"],
        ),
        sa.PrimaryKeyConstraint("owner", "operation", "key"),
    )
    op.execute(
        "INSERT INTO idempotency_keys (owner, operation, key, fingerprint, job_id, revision) "
        "SELECT '', operation, key, fingerprint, job_id, revision FROM idempotency_keys_before"
    )
    op.drop_table("idempotency_keys_before")
