"""Notices by e-mail: over TLS from the beginning, or after STARTTLS; in clear on loopback alone.

The id of a notice is the `Message-ID`, so that a mailbox which knows it may show it once.
"""

import asyncio
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from gql_api.domain.notice import Notice
from gql_api.notices.channel import NotDelivered
from gql_api.notices.outbound import SECONDS, Outbound
from gql_api.notices.texts import words_of

if TYPE_CHECKING:
    from aiosmtplib import SMTP

GOODBYE_SECONDS: Final = 2.0
_PORTS: Final = {"smtps": 465, "smtp": 587}


@dataclass(frozen=True, slots=True)
class EmailChannel:
    """Sends from one address to one address; `server` is smtps://user:password@host:465."""

    server: str = field(repr=False)
    sender: str = field(repr=False)
    receiver: str = field(repr=False)
    language: str
    outbound: Outbound
    in_clear: bool = False
    name: str = "email"

    async def send(self, notice: Notice) -> None:
        """Have a notice taken in; raises `NotDelivered`."""
        from aiosmtplib import SMTPException  # noqa: PLC0415 - loaded by whoever uses it

        with ExitStack() as held:
            try:
                async with asyncio.timeout(SECONDS):
                    server = await self._connected(held)
                    await server.send_message(self.message(notice))
            except TimeoutError:
                raise NotDelivered("timeout") from None
            except (SMTPException, OSError) as error:
                raise NotDelivered(type(error).__name__) from None
            # It is taken in, however they part: to say otherwise would send it twice.
            with suppress(SMTPException, OSError):
                async with asyncio.timeout(GOODBYE_SECONDS):
                    await server.quit()

    async def _connected(self, held: ExitStack) -> "SMTP":
        from aiosmtplib import SMTP  # noqa: PLC0415

        parts = urlsplit(self.server)
        host = parts.hostname or ""
        made = await self.outbound.socket_to(host, parts.port or _PORTS[parts.scheme])
        held.callback(made.close)
        server = SMTP(
            hostname=host,
            port=None,
            sock=made,
            timeout=SECONDS,
            local_hostname=self._domain,  # this machine's own name is nobody's business
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            use_tls=parts.scheme == "smtps",
            start_tls=parts.scheme == "smtp" and not self.in_clear,
            tls_context=None if self.in_clear else self.outbound.trust(),
        )
        held.callback(server.close)
        await server.connect()
        return server

    def message(self, notice: Notice) -> EmailMessage:
        """The notice as a message."""
        words = words_of(notice.kind, self.language)
        made = EmailMessage()
        made["From"], made["To"], made["Subject"] = self.sender, self.receiver, words.title
        made["Date"] = format_datetime(notice.at)
        made["Message-ID"] = f"<{notice.id}@{self._domain}>"
        made["Auto-Submitted"] = "auto-generated"
        made["Content-Language"] = self.language
        made.set_content(f"{words.body}\n\n{notice.link}\n")
        return made

    @property
    def _domain(self) -> str:
        return self.sender.rpartition("@")[2].strip("> ")
