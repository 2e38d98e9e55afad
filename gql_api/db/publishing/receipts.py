"""The receipts of publishes: signed in the transaction that stores what became of the click.

A receipt is added and never changed: a person's later word is a further one. What it says is
`receipts`' matter.
"""

from datetime import datetime

import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.job_mapper import current
from gql_api.db.tables import intents, receipts
from gql_api.domain.job import Job, JobKind, Picture
from gql_api.domain.receipt import Passage, SignedReceipt, as_members, receipt_of
from gql_api.domain.tenant import OPERATOR
from gql_api.errors import NotFound
from gql_api.security.jws import PublicKeys, Signer


class ReceiptStore:
    """The receipts of one database; `signer` signs new ones.

    `locator_pack` is the digest of the pack that this process adds to its locators.
    """

    def __init__(self, database: Database, signer: Signer, locator_pack: str | None = None) -> None:
        self._database = database
        self._signer = signer
        self._locator_pack = locator_pack

    @property
    def keys(self) -> PublicKeys:
        """What its receipts are checked with."""
        return self._signer.public

    def write(self, tx: sa.Connection, job: Job, now: datetime) -> None:
        """Add the receipt of a result that is stored in this transaction.

        Only of a publish that passed the fence: before it nothing happened on the site.
        """
        passage = _passage(tx, job)
        if passage is None or job.prepare_id is None:
            return
        prepared = current(tx, job.prepare_id, job.prepare_revision)
        texts = _texts(tx, job.id, job.owner)
        number, before = len(texts) + 1, texts[-1] if texts else None
        receipt = receipt_of(
            job,
            prepared,
            passage,
            now,
            number=number,
            before=before,
            locator_pack=self._locator_pack,
        )
        text = self._signer.sign(as_members(receipt))
        tx.execute(
            sa.insert(receipts).values(
                job_id=job.id, number=number, text=text, created_at=now, owner=job.owner
            )
        )

    async def found(self, job_id: str, owner: str = OPERATOR) -> tuple[SignedReceipt, ...]:
        """The receipts of an owner's job, oldest first; the last one counts."""
        texts = await self._database.read(lambda tx: _texts(tx, job_id, owner))
        return tuple(SignedReceipt.read(text) for text in texts)

    async def of(self, job_id: str, owner: str = OPERATOR) -> tuple[SignedReceipt, ...]:
        """`found`, at least one; `NotFound` says whether the owner has no such job."""
        found = await self.found(job_id, owner)
        if not found:
            await self._database.read(lambda tx: current(tx, job_id, owner=owner))
            raise NotFound(
                "This job has no receipt: only a publish whose button was about to be pressed has "
                "one, once its outcome is stored.",
                code="receipt_not_found",
            )
        return found


def _texts(tx: sa.Connection, job_id: str, owner: str) -> list[str]:
    mine = receipts.c.job_id == job_id, receipts.c.owner == owner
    query = sa.select(receipts.c.text).where(*mine)
    return list(tx.scalars(query.order_by(receipts.c.number)))


def _passage(tx: sa.Connection, job: Job) -> Passage | None:
    if job.kind is not JobKind.PUBLISH:
        return None
    row = tx.execute(sa.select(intents).where(intents.c.publish_id == job.id)).one_or_none()
    if row is None or row.acting_at is None:
        return None
    before = Picture(row.picture_id, row.picture_digest) if row.picture_id else None
    return Passage(row.acting_at, before)
