"""Notices to a topic of ntfy, as its JSON publishing takes them.

https://docs.ntfy.sh/publish/#publish-as-json (read on 29 November 2026). ntfy knows no ids of
senders: a notice whose answer was lost is shown twice there.
"""

import json
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from gql_api.domain.notice import Notice
from gql_api.notices.outbound import Outbound
from gql_api.notices.texts import words_of


@dataclass(frozen=True, slots=True)
class NtfyChannel:
    """Publishes on one topic: `address` ends in its name."""

    address: str = field(repr=False)
    token: str | None = field(repr=False)
    language: str
    outbound: Outbound
    name: str = "ntfy"

    async def send(self, notice: Notice) -> None:
        """Have a notice taken in; raises `NotDelivered`."""
        parts = urlsplit(self.address)
        before, _, topic = parts.path.rpartition("/")
        server = urlunsplit((parts.scheme, parts.netloc, f"{before}/", "", ""))
        words = words_of(notice.kind, self.language)
        said = {"topic": unquote(topic), "title": words.title, "message": words.body}
        content = json.dumps({**said, "click": notice.link}).encode()
        headers = {"content-type": "application/json"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        await self.outbound.post(server, content, headers)
