"""Accounts that are being forgotten, and the clicks that are remembered without them"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "forgets",
        sa.Column("account", sa.String(length=128), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account"),
    )
    op.create_table(
        "forgotten_clicks",
        sa.Column("publish_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("acting_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("publish_id"),
    )
    with op.batch_alter_table("forgotten_clicks", schema=None) as batch_op:
        batch_op.create_index("forgotten_clicks_by_time", ["acting_at"], unique=False)
