"""`fripier notify`: try every channel, say what waits, and make a secret for the webhook.

A test goes out from this process, and leaves nothing in the outbox.
"""

import base64
import secrets
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from gql_api.bootstrap.container import open_database
from gql_api.bootstrap.notices import channels, link_base
from gql_api.db.statistics import FigureStore
from gql_api.domain.notice import Notice, NoticeKind
from gql_api.notices.channel import NotDelivered
from gql_api.settings import SettingsError, load_settings

SECRET_BYTES = 32


def new_secret() -> str:
    """A fresh NOTIFY_WEBHOOK_SECRET."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


async def test() -> Mapping[str, str | None]:
    """By channel why its test notice was not taken in; None where it was."""
    settings = load_settings()
    set_ = channels(settings, lambda: datetime.now(UTC))
    if not set_:
        raise SettingsError(
            "No channel of notices is set: set NOTIFY_WEBHOOK_URL, NOTIFY_NTFY_URL or "
            "NOTIFY_EMAIL_TO."
        )
    notice = Notice(
        f"msg_{uuid.uuid4().hex}",
        NoticeKind.TEST,
        "test",
        f"{link_base(settings)}/fripier",
        datetime.now(UTC),
    )
    told: dict[str, str | None] = {}
    for channel in set_:
        try:
            await channel.send(notice)
        except NotDelivered as error:
            told[channel.name] = error.reason
        else:
            told[channel.name] = None
    return told


async def status() -> tuple[int, int]:
    """How many notices wait, and how many were given up; beside a service that runs, or not."""
    database = open_database(load_settings())
    try:
        await database.open()
        read = await FigureStore(database, lambda: datetime.now(UTC)).read()
    finally:
        await database.close()
    return read.notices_waiting, read.notices_failed
