"""Idempotency keys: which run of which job a key names, and for which request."""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from browser.messages import Message
from gql_api.db.tables import keys
from gql_api.domain.job import Job
from gql_api.domain.tenant import OPERATOR
from gql_api.errors import KeyReused

REUSED: Final = Message(
    "This Idempotency-Key was used with another request. Use a new key for a new request."
)


@dataclass(frozen=True, slots=True)
class Key:
    """An idempotency key with the fingerprint of the request that it names."""

    operation: str
    key: str
    fingerprint: str
    owner: str = OPERATOR


def put_key(tx: sa.Connection, key: Key, job: Job) -> None:
    """Let the key name the job at its revision."""
    tx.execute(
        sa.insert(keys).values(
            owner=key.owner,
            operation=key.operation,
            key=key.key,
            fingerprint=key.fingerprint,
            job_id=job.id,
            revision=job.revision,
        )
    )


def named(tx: sa.Connection, key: Key) -> tuple[str, int] | None:
    """The job and revision that the key names; `KeyReused` for another request."""
    mine = keys.c.owner == key.owner
    query = sa.select(keys).where(mine, keys.c.operation == key.operation, keys.c.key == key.key)
    row = tx.execute(query).one_or_none()
    if row is None:
        return None
    if row.fingerprint != key.fingerprint:
        raise KeyReused(REUSED)
    return row.job_id, row.revision
