"""Devices that are told by Web Push: what a browser gives to be reached by, and what is shown.

An address and its secret are capabilities: whoever has them can push, so that they are told to
nobody again. Rows are `db.notices.devices`' matter, messages `notices.push`'s.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator, Field, StringConstraints

from gql_api.domain.inputs import Input
from gql_api.texts import LANGUAGES

CHANNEL: Final = "push:"
"""The beginning of a device's channel of notices; its id follows."""
MOST: Final = 10
"""Devices of one owner."""


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError("must be de, en or fr")
    return value


class SubscribePushInput(Input):
    """What a browser has subscribed with."""

    endpoint: Annotated[str, StringConstraints(min_length=1, max_length=2000)] = Field(
        repr=False, description="The `endpoint` of the subscription."
    )
    p256dh: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        repr=False, description="Its `keys.p256dh`."
    )
    auth: Annotated[str, StringConstraints(min_length=1, max_length=100)] = Field(
        repr=False, description="Its `keys.auth`."
    )
    language: Annotated[str, AfterValidator(_language)] | None = Field(
        None, description="What notices are said in."
    )
    replaces: Annotated[str, StringConstraints(max_length=100)] | None = Field(
        None, description="The id of a subscription that this one comes in the place of."
    )


@dataclass(frozen=True, slots=True)
class Subscription:
    """A browser's address at its push service, its keys, and our own that it was made with."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)
    key: str

    @property
    def id(self) -> str:
        """The same for whoever knows the address, and nothing of it."""
        return hashlib.sha256(self.endpoint.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Device:
    """A device as its owner sees it; `service` is the host of its push service."""

    id: str
    owner: str
    service: str
    language: str
    created_at: datetime
    renewed_at: datetime
    given_at: datetime | None

    @property
    def channel(self) -> str:
        """Its channel of notices."""
        return CHANNEL + self.id
