"""Devices that are told by Web Push, in GraphQL: input, service call, output.

The address and keys of a subscription go in and never come out. Who may is said by
`service.devices`.
"""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from gql_api.domain import push
from gql_api.domain.inputs import read
from gql_api.schema import inputs
from gql_api.schema.context import Info
from gql_api.schema.errors import Failure
from gql_api.schema.resolvers import Given, field, mutation, union
from gql_api.texts import speech


@strawberry.type(description="A browser that notices are pushed to.")
class PushDevice:
    id: strawberry.ID = strawberry.field(description="Opaque: of its address.")
    service: str = strawberry.field(description="The host of its browser's push service.")
    language: str = strawberry.field(description="What notices are said in: `de`, `en` or `fr`.")
    created_at: datetime = strawberry.field(description="When it was subscribed first.")
    renewed_at: datetime = strawberry.field(
        description="When it was subscribed last; 90 days later it is forgotten."
    )
    given_at: datetime | None = strawberry.field(
        description="When its push service took a notice in last; null before the first."
    )

    @classmethod
    def of(cls, device: push.Device) -> Self:
        return cls(
            id=strawberry.ID(device.id),
            service=device.service,
            language=device.language,
            created_at=device.created_at,
            renewed_at=device.renewed_at,
            given_at=device.given_at,
        )


@strawberry.input(description="What a browser has subscribed with: a `PushSubscription`.")
class SubscribePushInput:
    endpoint: str = strawberry.field(description="Its `endpoint`: a secret, told to nobody again.")
    p256dh: str = strawberry.field(description="Its `keys.p256dh`.")
    auth: str = strawberry.field(description="Its `keys.auth`: a secret too.")
    language: str | None = strawberry.field(
        default=None,
        description="What notices are said in: `de`, `en` or `fr`; else as before, or as the "
        "request asks to be answered.",
    )
    replaces: strawberry.ID | None = strawberry.field(
        default=None, description="A device of yours that this one comes in the place of."
    )


@strawberry.type(description="The device is told from now on; one that is new is told so.")
class SubscribePushSuccess:
    device: PushDevice = strawberry.field(description="The device.")


@strawberry.input(description="Which device.")
class UnsubscribePushInput:
    id: strawberry.ID = strawberry.field(description="Its id.")


@strawberry.type(description="The device is told no more.")
class UnsubscribePushSuccess:
    id: strawberry.ID = strawberry.field(description="Its former id.")
    forgotten: bool = strawberry.field(description="False when there was none.")


SubscribePushResult = Annotated[SubscribePushSuccess | Failure, union("SubscribePushResult")]
UnsubscribePushResult = Annotated[UnsubscribePushSuccess | Failure, union("UnsubscribePushResult")]


@strawberry.type
class DeviceQueries:
    @field(
        "The public key that a browser subscribes with: its `applicationServerKey`, a point of "
        "P-256 in base64url (RFC 8292)."
    )
    def push_key(self, info: Info) -> str:
        return info.context.service.devices.key()

    @field("The devices that notices of your jobs are pushed to, newest first.")
    async def push_devices(self, info: Info) -> list[PushDevice]:
        return [PushDevice.of(each) for each in await info.context.service.devices.all()]


@strawberry.type
class DeviceMutations:
    @mutation(
        "Pushes notices of your jobs to a browser that has subscribed with `pushKey`. Said again "
        "it notes that they are still wanted."
    )
    async def subscribe_push(
        self, info: Info, input: Given[SubscribePushInput]
    ) -> SubscribePushResult:
        given = read(push.SubscribePushInput, inputs.given(input))
        device = await info.context.service.devices.subscribe(given, speech().language)
        return SubscribePushSuccess(device=PushDevice.of(device))

    @mutation("Pushes no more notices to a device.")
    async def unsubscribe_push(
        self, info: Info, input: Given[UnsubscribePushInput]
    ) -> UnsubscribePushResult:
        forgotten = await info.context.service.devices.unsubscribe(input.id)
        return UnsubscribePushSuccess(id=input.id, forgotten=forgotten)
