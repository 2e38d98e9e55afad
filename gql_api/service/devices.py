"""The devices that a caller is told on, by Web Push: subscribed, seen and taken out again.

Asks for the scope, reads what a browser gives, and never tells it again. What is sent is the matter
of `notices`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from browser.messages import Message
from gql_api.db.notices.devices import DeviceStore, Subscribed
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.push import Device, SubscribePushInput, Subscription
from gql_api.errors import InvalidInput
from gql_api.notices.push_message import KeyUnreadable, auth_secret, public_key
from gql_api.notices.push_services import PushServices
from gql_api.security.vapid import Vapid

_UNREADABLE: Final = Message("give the key as the browser gave it")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceService:
    store: DeviceStore
    services: PushServices
    vapid: Vapid
    caller: Caller = THE_OPERATOR

    def key(self) -> str:
        """Our public key, which a browser subscribes with."""
        self.caller.require(Scope.READ)
        return self.vapid.public

    async def all(self) -> Sequence[Device]:
        """The caller's devices, the newest first."""
        self.caller.require(Scope.READ)
        return await self.store.all(self.caller.owner)

    async def subscribe(self, given: SubscribePushInput, language: str) -> Device:
        """Tell this device from now on, in the `language` unless one is given or was.

        `InvalidInput` where it is no subscription, or one of a push service that is not known;
        `Conflict` where the caller has too many.
        """
        self.caller.require(Scope.PREPARE)
        _check(
            lambda: self.services.host_of(given.endpoint),
            lambda: _read("p256dh", public_key, given.p256dh),
            lambda: _read("auth", auth_secret, given.auth),
        )
        service = self.services.host_of(given.endpoint)
        subscription = Subscription(given.endpoint, given.p256dh, given.auth, self.vapid.public)
        return await self.store.put(
            Subscribed(
                self.caller.owner,
                subscription,
                service,
                self.caller.credential,
                given.language,
                otherwise=language,
                replaces=given.replaces,
            )
        )

    async def unsubscribe(self, device_id: str) -> bool:
        """Tell a device no more; whether it was told."""
        self.caller.require(Scope.PREPARE)
        return await self.store.remove(device_id, self.caller.owner)


def _check(*looks: Callable[[], object]) -> None:
    """Make every look; `InvalidInput` names all that is wrong."""
    problems = list[Mapping[str, str]]()
    for look in looks:
        try:
            look()
        except InvalidInput as error:
            problems.extend(error.problems)
    if problems:
        first = problems[0]
        raise InvalidInput(
            Message("{field}: {detail}", field=first["field"], detail=first["detail"]),
            field=first["field"],
            members={"errors": problems},
        )


def _read(field: str, reader: Callable[[str], object], text: str) -> None:
    try:
        reader(text)
    except KeyUnreadable:
        raise InvalidInput(
            Message("{field}: {detail}", field=field, detail=_UNREADABLE), field=field
        ) from None
