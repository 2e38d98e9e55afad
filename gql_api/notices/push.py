"""Notices to a device by Web Push (RFC 8030): sealed for its browser, signed as ours.

A push service keeps what it cannot deliver at once, for as long as it is true, and a newer notice
of the same job takes the older one's place there.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from gql_api.domain.notice import AWAITED, Notice, NoticeKind
from gql_api.domain.push import Subscription
from gql_api.notices.channel import NotDelivered, ReceiverGone
from gql_api.notices.outbound import Outbound
from gql_api.notices.push_message import seal
from gql_api.notices.texts import words_of
from gql_api.security.vapid import Vapid

KEPT: Final = timedelta(days=1)
"""As long as notices are tried."""
_TOPIC_BYTES: Final = 24
_GONE: Final = frozenset({404, 410})
"""RFC 8030, 7.3: the subscription has ended."""
_URGENT: Final = frozenset(
    {
        *AWAITED,
        NoticeKind.NEEDS_MANUAL,
        NoticeKind.NOT_READY,
        NoticeKind.REJECTED_BY_SITE,
        NoticeKind.DUPLICATED,
        NoticeKind.SESSION_EXPIRED,
    }
)
"""What asks for an act; the rest may wait while a telephone saves its battery (RFC 8030, 5.3)."""


@dataclass(frozen=True, slots=True)
class PushChannel:
    """Pushes to one device; a yes is awaited for `confirm_ttl`, `now` is the clock."""

    name: str
    subscription: Subscription = field(repr=False)
    language: str
    vapid: Vapid = field(repr=False)
    outbound: Outbound
    confirm_ttl: timedelta
    now: Callable[[], datetime]

    async def send(self, notice: Notice) -> None:
        """Have a notice taken in; raises `NotDelivered`, `ReceiverGone` where nobody will."""
        given = self.subscription
        parts = urlsplit(given.endpoint)
        headers = {
            "authorization": self.vapid.authorization(
                f"{parts.scheme}://{parts.netloc}", given.key
            ),
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            "ttl": str(self._seconds(notice)),
            "urgency": "high" if notice.kind in _URGENT else "normal",
            "topic": self._topic(notice),
        }
        body = seal(payload(notice, self.language).encode(), given.p256dh, given.auth)
        try:
            await self.outbound.post(given.endpoint, body, headers)
        except NotDelivered as error:
            if error.status in _GONE:
                raise ReceiverGone(error.reason, error.status) from None
            raise

    def _seconds(self, notice: Notice) -> int:
        """How long the push service may keep it: as long as it is worth telling."""
        lasting = self.confirm_ttl if notice.kind is NoticeKind.READY_FOR_YES else KEPT
        return max(0, int((notice.at + lasting - self.now()).total_seconds()))

    def _topic(self, notice: Notice) -> str:
        """The same for the notices of one job: a name of it that says nothing to the service."""
        of = notice.job_id or notice.import_id or notice.kind
        digest = hmac.digest(self.subscription.auth.encode(), of.encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest[:_TOPIC_BYTES]).decode()


def payload(notice: Notice, language: str) -> str:
    """What the device shows: words by the kind alone, and what they lead to."""
    words = words_of(notice.kind, language)
    of = {"job_id": notice.job_id, "import_id": notice.import_id}
    named = {name: value for name, value in of.items() if value}
    said = {"title": words.title, "body": words.body, "language": language}
    told = {"id": notice.id, "kind": notice.kind, **named, "link": notice.link, **said}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
