"""The devices that notices are pushed to, each a channel that is made when something waits for it.

Owns that one which is gone is forgotten. Rows are `db.notices.devices`', what is sent `push`'s.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from gql_api.db.notices.devices import DeviceStore
from gql_api.domain.push import CHANNEL
from gql_api.notices.outbound import Outbound
from gql_api.notices.push import PushChannel
from gql_api.notices.push_services import PushServices
from gql_api.security.vapid import Vapid

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class PushDevices:
    """Every device, as a channel by its name."""

    store: DeviceStore
    vapid: Vapid
    services: PushServices
    confirm_ttl: timedelta
    now: Callable[[], datetime]

    async def channel(self, name: str) -> PushChannel | None:
        """The device's channel; none, and it is forgotten, where nothing can reach it any more."""
        opened = await self.store.open(_id(name))
        if opened is None or not self.vapid.knows(opened[1].key):
            await self.forget(name, "not_let_in" if opened is None else "key_changed")
            return None
        device, subscription = opened
        outbound = Outbound(self.services.private)
        return PushChannel(
            name, subscription, device.language, self.vapid, outbound, self.confirm_ttl, self.now
        )

    async def forget(self, name: str, reason: str) -> None:
        """A device is told no more, and what waits for it is dropped."""
        if await self.store.remove(_id(name)):
            log.info("push_device_forgotten", device=_id(name), reason=reason)

    async def note_given(self, name: str) -> None:
        """Note that its push service has taken a notice in."""
        await self.store.note_given(_id(name))


def _id(name: str) -> str:
    return name.removeprefix(CHANNEL)
