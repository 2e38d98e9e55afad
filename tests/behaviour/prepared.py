"""What is prepared once for several tests of a transport, and the listing that it is made of."""

from dataclasses import dataclass
from typing import Any

from tests.behaviour.clients import Answer, Client

PLAIN: dict[str, Any] = {
    "title": "Timbre Semeuse",
    "price": "35",
    "description": "Bon état",
    "condition": "bon",
    "category_hint": "Loisirs et collections > Philatélie > Timbres",
    "photos": [],
    "dry_run": True,
}
"""The plainest form that the site has, where no more of it is asked about."""
STAMPS = "4889"


@dataclass(frozen=True)
class Preparation:
    """What was given, under which key, and what came of it."""

    listing: dict[str, Any]
    key: str
    answer: Answer


@dataclass(frozen=True)
class Unclear:
    """A category in words that say nothing, asked about, and then answered."""

    listing: dict[str, Any]
    asked: Answer
    answered: Answer


Made = dict[tuple[type[Client], str], Any]
"""What was prepared once, by transport."""


async def photographed(client: Client, account: str, photo: bytes) -> dict[str, Any]:
    """A plain listing with a photo, of an account that gets a session."""
    await client.save_session("access_token_web=demo", account)
    return PLAIN | {"account": account, "photos": [await client.upload(photo)]}
