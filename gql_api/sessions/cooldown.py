"""The rest of an account after a challenge: until when, and that its yeses wait as long."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from browser.errors import RATE_LIMITED
from gql_api.db.publishing.confirmations import ConfirmationStore
from gql_api.db.sessions import RestStore


@dataclass(frozen=True, slots=True)
class Cooldown:
    """Lets accounts rest for so long; none rests where that is nothing."""

    length: timedelta
    rests: RestStore
    confirmations: ConfirmationStore
    confirm_ttl: timedelta
    now: Callable[[], datetime]

    async def begin(self, account: str, reason: str, retry_at: datetime | None) -> None:
        """Until the cool-down ends, or as long as the site said; its yeses wait as long."""
        now = self.now()
        until = now + self.length
        if retry_at and reason == RATE_LIMITED and self.length:
            until = max(now, retry_at)
        if self.length:
            await self.rests.put(account, reason, until)
        await self.confirmations.prolong(account, until + self.confirm_ttl)
