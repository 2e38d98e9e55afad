"""What an account's listings have where their seller left it out: one row for an account.

What is filled in from them is said by `domain.defaults`; who plans by the pause is told in the
transaction that sets it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa
from pydantic import TypeAdapter

from gql_api.db.database import Database
from gql_api.db.forgotten_accounts import require_not_forgotten
from gql_api.db.publishing.publish_intents import ADMISSION
from gql_api.db.tables import account_defaults
from gql_api.domain.defaults import AccountDefaults

_values: TypeAdapter[AccountDefaults] = TypeAdapter(AccountDefaults)


class DefaultsStore:
    """`follow` is told of an account whose defaults were set, in the same transaction."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        *,
        follow: Callable[[sa.Connection, str], None] = lambda tx, account: None,
    ) -> None:
        self._database = database
        self._now = now
        self._follow = follow

    async def get(self, account: str) -> AccountDefaults:
        """Those of the account; nothing where none were set."""
        return await self._database.read(lambda tx: defaults_of(tx, account))

    async def put(self, account: str, given: AccountDefaults) -> None:
        """Set them; with nothing in them the row goes."""

        def work(tx: sa.Connection) -> None:
            require_not_forgotten(tx, account)
            mine = account_defaults.c.account == account
            tx.execute(sa.delete(account_defaults).where(mine))
            if given != AccountDefaults():
                values = {"account": account, "updated_at": self._now()}
                text = _values.dump_json(given).decode()
                tx.execute(sa.insert(account_defaults).values(**values, given=text))
            self._follow(tx, account)

        await self._database.write(work, turn=ADMISSION)


def defaults_of(tx: sa.Connection, account: str) -> AccountDefaults:
    mine = account_defaults.c.account == account
    text = tx.execute(sa.select(account_defaults.c.given).where(mine)).scalar_one_or_none()
    return _values.validate_json(text) if text else AccountDefaults()


def pause_of(tx: sa.Connection, account: str) -> timedelta:
    """At least so long between the beginnings of two rows of the account's imports."""
    return timedelta(minutes=defaults_of(tx, account).pause_minutes or 0)
