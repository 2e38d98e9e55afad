"""Delivers what the outbox holds: each notice at least once, under the same id at every try.

Owns the timetable of tries and when one is given up. Every channel has a loop of its own, and every
device a task, so that a slow receiver keeps no other waiting. Any number of processes may deliver:
each takes a row over.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import structlog

from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.notices.outbox import Delivery, DeliveryState, NoticeStore
from gql_api.domain.notice import Notice, NoticeKind
from gql_api.domain.push import CHANNEL
from gql_api.domain.session import VaultError
from gql_api.notices.channel import Channel, NotDelivered, ReceiverGone
from gql_api.notices.push_devices import PushDevices
from gql_api.storage_errors import StorageUnavailable

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 2.0
_SECONDS: Final = (5, 30, 120, 300, 300, 300, 600, 600, 1800, 3600)
PAUSES: Final = tuple(timedelta(seconds=each) for each in _SECONDS)
"""Before each further try; the last one is kept to."""
GIVEN_UP: Final = timedelta(days=1)
"""After that nobody is told any more."""
DEVICES_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends notices over `channels` and to `devices`; a link begins with `base`.

    `saved_at` tells when an account's session was saved: a fresh one is not asked for any more.
    """

    store: NoticeStore
    channels: Sequence[Channel]
    base: str
    now: Callable[[], datetime]
    saved_at: Callable[[str], Awaitable[datetime | None]]
    devices: PushDevices | None = None

    def loops(self, regular: RegularLooks) -> list[Coroutine[Any, Any, None]]:
        """What delivers until it is cancelled, a loop for each channel, and one for devices."""
        pushing = [self._keep_pushing(self.devices, regular)] if self.devices else []
        return [*(self._keep_sending(channel, regular) for channel in self.channels), *pushing]

    async def send_due(self) -> None:
        """Try what is due now, on every channel and to every device."""
        names = await self.store.due_devices() if self.devices else ()
        pushes = (self._push_due(self.devices, name) for name in names if self.devices)
        await asyncio.gather(*(self._send_due(channel) for channel in self.channels), *pushes)

    async def _keep_pushing(self, devices: PushDevices, regular: RegularLooks) -> None:
        """A task for each device for which something is due, so many at once."""
        busy = set[str]()
        places = asyncio.Semaphore(DEVICES_AT_ONCE)

        async def push(name: str) -> None:
            try:
                async with places:
                    await self._push_due(devices, name)
            except Exception:
                log.exception("notices_not_sent", channel=name)
            finally:
                busy.discard(name)

        async def look() -> datetime | None:
            try:
                at = await self.store.next_at()
                if at is not None and at <= self.now():
                    due = set(await self.store.due_devices()) - busy
                    busy.update(due)
                    for name in due:
                        tasks.create_task(push(name))
                return at
            except Exception:
                log.exception("notices_not_sent", channel="push")
                return self.now()

        async with asyncio.TaskGroup() as tasks:
            await regular.keep(EVERY_SECONDS, look)

    async def _push_due(self, devices: PushDevices, name: str) -> None:
        if channel := await devices.channel(name):
            await self._send_due(channel)

    async def _keep_sending(self, channel: Channel, regular: RegularLooks) -> None:
        async def look() -> datetime | None:
            try:
                await self._send_due(channel)
                return await self.store.next_at(channel.name)
            except Exception:
                log.exception("notices_not_sent", channel=channel.name)
                return self.now()

        await regular.keep(EVERY_SECONDS, look)

    async def _send_due(self, channel: Channel) -> None:
        for delivery in await self.store.due(channel.name):
            try:
                await self._deliver(channel, delivery)
            except StorageUnavailable:
                raise
            except Exception:
                # Our own fault: it is tried again as any other, and keeps no further one waiting.
                log.exception("notices_not_sent", channel=channel.name)
                await self._later(delivery, "internal")

    async def _deliver(self, channel: Channel, delivery: Delivery) -> None:
        if await self._was_saved_anew(delivery):
            await self.store.end(delivery, DeliveryState.DROPPED)
        elif await self.store.claim(delivery):
            if self.now() > delivery.created_at + GIVEN_UP + PAUSES[-1]:  # all was off meanwhile
                await self._give_up(delivery, "too_old", delivery.tries)
            else:
                await self._try(channel, delivery)

    async def _was_saved_anew(self, delivery: Delivery) -> bool:
        """Whether it asks for a session, and its person has saved one meanwhile.

        What cannot be opened, since SECRET_KEY is another one by now, was not.
        """
        if delivery.kind is not NoticeKind.SESSION_EXPIRED:
            return False
        account = await self.store.account_of(delivery)
        try:
            saved_at = await self.saved_at(account) if account is not None else None
        except VaultError:
            return False
        return saved_at is not None and saved_at > delivery.created_at

    async def _try(self, channel: Channel, delivery: Delivery) -> None:
        told = {"channel": channel.name, "kind": delivery.kind, **_named(delivery)}
        try:
            await channel.send(self._notice(delivery))
        except ReceiverGone as error:
            await self._forget(delivery, error.reason)
        except NotDelivered as error:
            await self._later(delivery, error.reason)
        else:
            log.info("notice_sent", **told)
            await self.store.end(delivery, DeliveryState.SENT)
            if self.devices and delivery.channel.startswith(CHANNEL):
                await self.devices.note_given(delivery.channel)

    async def _forget(self, delivery: Delivery, reason: str) -> None:
        """The device is there no more, and with it goes all that waits for it."""
        await self.store.end(delivery, DeliveryState.DROPPED)
        if self.devices:
            await self.devices.forget(delivery.channel, reason)

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
        is_test = delivery.kind is NoticeKind.TEST
        return Notice(
            delivery.id,
            delivery.kind,
            delivery.job_id,
            f"{self.base}/fripier" if is_test else link_to(self.base, delivery),
            delivery.created_at,
            delivery.import_id,
        )


def link_to(base: str, delivery: Delivery) -> str:
    """The console's page of a job or import, which is there too where a host has the root.

    From there it leads on to the session of its account, which no notice names.
    """
    named = delivery.job_id or delivery.import_id or ""
    return f"{base}/fripier#/{'jobs' if delivery.job_id else 'imports'}/{quote(named, safe='')}"


def _named(delivery: Delivery) -> dict[str, str]:
    """What it tells of, for the log."""
    named = {"job_id": delivery.job_id, "import_id": delivery.import_id}
    return {name: value for name, value in named.items() if value}
