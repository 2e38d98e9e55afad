"""What imports tell of their rows, and the requests that they came by"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.add_column(sa.Column("title", sa.String(length=200), nullable=True))
        batch_op.add_column(
            sa.Column("changed_at", sa.BigInteger(), server_default="0", nullable=False)
        )

    with op.batch_alter_table("imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("digest", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("key", sa.String(length=255), nullable=True))
        batch_op.add_column(sa.Column("asked", sa.String(length=64), nullable=True))
        batch_op.create_index("imports_by_digest", ["account", "digest"], unique=False)
        batch_op.create_index("imports_by_key", ["owner", "key"], unique=True)

    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("import_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("import_line", sa.Integer(), nullable=True))

    rows = sa.table("import_rows", *map(sa.column, ("import_id", "line", "job_id")))
    jobs = sa.table("jobs", *map(sa.column, ("id", "prepare_id", "import_id", "import_line")))
    its = rows.c.job_id.in_((jobs.c.id, jobs.c.prepare_id))
    for member, told in ((jobs.c.import_id, rows.c.import_id), (jobs.c.import_line, rows.c.line)):
        found = sa.select(told).where(its).limit(1).scalar_subquery()
        op.execute(sa.update(jobs).values({member: found}))
