"""The devices that notices are pushed to, each a channel that is made when something waits for it.

Owns that one which is gone is forgotten. Rows are `db.notices.devices`', what is sent `push`'s.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from gql_api.db.notices.devices import DeviceStore
from gql_api.domain.notice import Notice
from gql_api.domain.push import CHANNEL
from gql_api.notices.channel import Channel, NotDelivered
from gql_api.notices.outbound import Outbound
from gql_api.notices.push import PushChannel
from gql_api.notices.push_services import PushServices
from gql_api.security.vapid import Vapid

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A device whose address was sealed with another SECRET_KEY than those that are set."""

    name: str

    async def send(self, notice: Notice) -> None:
        """Never has it taken in: the key may be put back, or the device subscribed anew."""
        raise NotDelivered("another_secret_key")


@dataclass(frozen=True, slots=True)
class PushDevices:
    """Every device, as a channel by its name."""

    store: DeviceStore
    vapid: Vapid
    services: PushServices
    confirm_ttl: timedelta
    now: Callable[[], datetime]

    async def channel(self, name: str) -> Channel | None:
        """The device's channel; none, and it is forgotten, where what let it in is gone."""
        opened = await self.store.open(_id(name))
        if opened is None:
            await self.forget(name, "not_let_in")
            return None
        device, subscription = opened
        if subscription is None or not self.vapid.knows(subscription.key):
            return _Sealed(name)
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
