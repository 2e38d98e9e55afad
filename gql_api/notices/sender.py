"""Delivers what the outbox holds: each notice at least once, under the same id at every try.

Owns the timetable of tries and when one is given up. Every channel has a loop of its own, so that
a slow receiver keeps no other waiting. Any number of processes may deliver: each takes a row over.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import structlog

from gql_api.db.notices.outbox import Delivery, DeliveryState, NoticeStore
from gql_api.domain.notice import Notice
from gql_api.notices.channel import Channel, NotDelivered

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 2.0
_SECONDS: Final = (5, 30, 120, 300, 300, 300, 600, 600, 1800, 3600)
PAUSES: Final = tuple(timedelta(seconds=each) for each in _SECONDS)
"""Before each further try; the last one is kept to."""
GIVEN_UP: Final = timedelta(days=1)
"""After that nobody is told any more."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends notices over `channels`; a link begins with `base`."""

    store: NoticeStore
    channels: Sequence[Channel]
    base: str
    now: Callable[[], datetime]

    def loops(self) -> list[Coroutine[Any, Any, None]]:
        """What delivers until it is cancelled, a loop for each channel."""
        return [self._keep_sending(channel) for channel in self.channels]

    async def send_due(self) -> None:
        """Try what is due now, on every channel."""
        await asyncio.gather(*(self._send_due(channel) for channel in self.channels))

    async def _keep_sending(self, channel: Channel) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self._send_due(channel)
            except Exception:
                log.exception("notices_not_sent", channel=channel.name)

    async def _send_due(self, channel: Channel) -> None:
        for delivery in await self.store.due(channel.name):
            if not await self.store.claim(delivery):
                continue
            if self.now() > delivery.created_at + GIVEN_UP + PAUSES[-1]:  # all was off meanwhile
                await self._give_up(delivery, "too_old", delivery.tries)
            else:
                await self._try(channel, delivery)

    async def _try(self, channel: Channel, delivery: Delivery) -> None:
        told = {"channel": channel.name, "kind": delivery.kind, **_named(delivery)}
        try:
            await channel.send(self._notice(delivery))
        except NotDelivered as error:
            await self._later(delivery, error.reason)
        except Exception:
            # Our own fault: it is tried again as any other, and keeps no further one waiting.
            log.exception("notices_not_sent", channel=channel.name)
            await self._later(delivery, "internal")
        else:
            log.info("notice_sent", **told)
            await self.store.end(delivery, DeliveryState.SENT)

    async def _later(self, delivery: Delivery, reason: str) -> None:
        until = self.now() + PAUSES[min(delivery.tries, len(PAUSES) - 1)]
        told = {"channel": delivery.channel, "kind": delivery.kind, "reason": reason}
        if until > delivery.created_at + GIVEN_UP:
            await self._give_up(delivery, reason, delivery.tries + 1)
            return
        log.warning("notice_not_taken_in", **_named(delivery), **told)
        await self.store.postpone(delivery, until)

    async def _give_up(self, delivery: Delivery, reason: str, tries: int) -> None:
        told = {"channel": delivery.channel, "kind": delivery.kind, "reason": reason}
        log.error("notice_given_up", **_named(delivery), tries=tries, **told)
        await self.store.end(delivery, DeliveryState.FAILED)

    def _notice(self, delivery: Delivery) -> Notice:
        return Notice(
            delivery.id,
            delivery.kind,
            delivery.job_id,
            link_to(self.base, delivery.job_id),
            delivery.created_at,
            delivery.import_id,
        )


def link_to(base: str, job_id: str | None) -> str:
    """A job's page in the console, which is there too where a host application has the root.

    What tells of no job asks for a session: its page then.
    """
    page = "connect" if job_id is None else f"jobs/{quote(job_id, safe='')}"
    return f"{base}/fripier#/{page}"


def _named(delivery: Delivery) -> dict[str, str]:
    """What it tells of, for the log."""
    named = {"job_id": delivery.job_id, "import_id": delivery.import_id}
    return {name: value for name, value in named.items() if value}
