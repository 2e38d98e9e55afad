"""Which notices a process sends, and where to: the channels that the settings name.

A part of the composition root. The webhook is the operator's own program and hears of everybody's
jobs; a topic and a mailbox are a person's, and hear of the operator's own.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from gql_api.db.notices.outbox import Audience
from gql_api.notices.channel import Channel
from gql_api.notices.email import EmailChannel
from gql_api.notices.ntfy import NtfyChannel
from gql_api.notices.outbound import Outbound
from gql_api.notices.webhook import WebhookChannel
from gql_api.settings import Settings, is_loopback


def audience(settings: Settings) -> Audience:
    """Who is told of whose jobs."""
    everybody = {"webhook": settings.notify_webhook_url}
    operator = {"ntfy": settings.notify_ntfy_url, "email": settings.notify_email_to}
    return Audience(
        tuple(name for name, set_ in everybody.items() if set_),
        tuple(name for name, set_ in operator.items() if set_),
    )


def channels(settings: Settings, now: Callable[[], datetime]) -> tuple[Channel, ...]:
    """Every channel that is set."""
    outbound = Outbound(frozenset(settings.notify_private_hosts))
    return tuple(_channels(settings, outbound, now))


def _channels(
    settings: Settings, outbound: Outbound, now: Callable[[], datetime]
) -> Iterator[Channel]:
    if address := settings.notify_webhook_url:
        secrets = tuple(each.get_secret_value() for each in settings.notify_webhook_secret)
        yield WebhookChannel(address.get_secret_value(), secrets, outbound, now)
    if topic := settings.notify_ntfy_url:
        token = settings.notify_ntfy_token
        yield NtfyChannel(
            topic.get_secret_value(),
            token.get_secret_value() if token else None,
            settings.notify_language,
            outbound,
        )
    if mail := _mail(settings, outbound):
        yield mail


def _mail(settings: Settings, outbound: Outbound) -> EmailChannel | None:
    server, sender = settings.notify_smtp_url, settings.notify_email_from
    receiver = settings.notify_email_to
    if not (server and sender and receiver):
        return None
    parts = urlsplit(server.get_secret_value())
    return EmailChannel(
        server.get_secret_value(),
        sender.get_secret_value(),
        receiver.get_secret_value(),
        settings.notify_language,
        outbound,
        in_clear=parts.scheme == "smtp" and is_loopback(parts.hostname or ""),
    )


def link_base(settings: Settings) -> str:
    """Where the console is, as whoever is told reaches it."""
    if settings.public_url:
        return settings.public_url
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
