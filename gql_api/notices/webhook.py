"""Notices to the operator's own program: signed as Standard Webhooks says.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
(1.0.0, read on 29 November 2026). Every secret that is set signs, so that one can be changed
while its receiver knows the other.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from standardwebhooks.webhooks import Webhook

from gql_api.domain.notice import Notice
from gql_api.notices.outbound import Outbound


@dataclass(frozen=True, slots=True)
class WebhookChannel:
    """Posts to one address; `now` is the clock that the signature names."""

    address: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)
    outbound: Outbound
    now: Callable[[], datetime]
    name: str = "webhook"

    async def send(self, notice: Notice) -> None:
        """Have a notice taken in; raises `NotDelivered`."""
        body, at = payload(notice), self.now()
        signed = (Webhook(secret).sign(notice.id, at, body) for secret in self.secrets)
        headers = {
            "content-type": "application/json",
            "webhook-id": notice.id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": " ".join(signed),
        }
        await self.outbound.post(self.address, body.encode(), headers)


def payload(notice: Notice) -> str:
    """The body: the same at every try."""
    of = "import" if notice.import_id else "job"
    named = {f"{of}_id": notice.import_id or notice.job_id}
    told = {"kind": notice.kind, **named, "link": notice.link}
    said = {"type": f"{of}.{notice.kind}", "timestamp": notice.at.isoformat(), "data": told}
    return json.dumps(said, separators=(",", ":"))
