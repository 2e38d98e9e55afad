"""The options that a job's form has shown: one row for a field's list, packed.

Written anew with every form of a preparation and gone with its job. What is found in a list is
`gql_api.listings.form_options`' matter.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from pydantic import TypeAdapter

from browser.listing import Option
from gql_api.db.database import Database
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.tables import intents, option_lists

_NAME_LENGTH: Final = 200
"""What the column has room for: PostgreSQL refuses the whole row, SQLite none."""
_options = TypeAdapter(tuple[Option, ...])


@dataclass(frozen=True, slots=True)
class PackedList:
    """A field's options as they were read, in the language of the page."""

    language: str
    packed: bytes

    @property
    def options(self) -> tuple[Option, ...]:
        """The options; a whole tree of categories takes a while."""
        return _options.validate_json(zlib.decompress(self.packed))


class OptionListStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(
        self, job_id: str, language: str, lists: Mapping[str, tuple[Option, ...]]
    ) -> None:
        """Remember the lists of a job's form instead of those of the form before."""
        rows = [
            {"job_id": job_id, "field": name, "language": language, "options": _packed(options)}
            for name, options in lists.items()
            # No caller can ask for, or answer, a field of a longer name.
            if options and len(name) <= _NAME_LENGTH
        ]

        def work(tx: sa.Connection) -> None:
            tx.execute(sa.delete(option_lists).where(option_lists.c.job_id == job_id))
            if rows:
                tx.execute(sa.insert(option_lists), rows)

        await self._database.write(work)

    async def add(
        self, job_id: str, language: str, field: str, options: tuple[Option, ...]
    ) -> None:
        """Put what was found later in front of a field's list; a job that is gone keeps nothing."""
        here = (option_lists.c.job_id == job_id, option_lists.c.field == field)

        def work(tx: sa.Connection) -> None:
            row = tx.execute(sa.select(option_lists.c.options).where(*here)).one_or_none()
            if row is None:
                return
            known = PackedList(language, bytes(row.options)).options
            every = _packed(tuple(dict.fromkeys((*options, *known))))
            tx.execute(sa.update(option_lists).where(*here).values(options=every))

        await self._database.write(work)

    async def of(self, job_id: str, field: str) -> PackedList | None:
        """A field's list; None where the form has not shown it."""
        query = sa.select(option_lists.c.language, option_lists.c.options).where(
            option_lists.c.job_id == job_id, option_lists.c.field == field
        )
        row = await self._database.read(lambda tx: tx.execute(query).one_or_none())
        return PackedList(row.language, bytes(row.options)) if row else None

    async def fields(self, job_id: str) -> tuple[str, ...]:
        """The fields of which a job has lists, by name."""
        query = (
            sa.select(option_lists.c.field)
            .where(option_lists.c.job_id == job_id)
            .order_by(option_lists.c.field)
        )
        return await self._database.read(lambda tx: tuple(tx.scalars(query)))

    async def is_published(self, job_id: str) -> bool:
        """Whether the listing of a preparation is published: its lists go some time after that."""
        done = sa.exists().where(
            intents.c.prepare_id == job_id, intents.c.state == IntentState.DONE
        )
        return await self._database.read(lambda tx: bool(tx.scalar(sa.select(done))))


def _packed(options: tuple[Option, ...]) -> bytes:
    return zlib.compress(_options.dump_json(options))
