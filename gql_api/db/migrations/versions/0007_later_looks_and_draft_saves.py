"""Later looks for clicks, and the drafts that are about to be saved"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "later_looks",
        sa.Column("publish_id", sa.String(length=64), nullable=False),
        sa.Column("clicked_at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("earlier_id", sa.String(length=64), nullable=True),
        sa.Column("sought", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["publish_id"], ["jobs.id"]),
        sa.ForeignKeyConstraint(["earlier_id"], ["jobs.id"]),
        sa.PrimaryKeyConstraint("publish_id"),
    )
    with op.batch_alter_table("later_looks", schema=None) as batch_op:
        batch_op.create_index("later_looks_by_time", ["next_at"], unique=False)
    op.create_table(
        "draft_saves",
        sa.Column("prepare_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("saving_at", sa.BigInteger(), nullable=False),
        sa.Column("draft_id", sa.String(length=64), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["prepare_id"], ["jobs.id"]),
        sa.PrimaryKeyConstraint("prepare_id"),
    )
    with op.batch_alter_table("draft_saves", schema=None) as batch_op:
        batch_op.create_index("draft_saves_by_account", ["account", "state"], unique=False)
