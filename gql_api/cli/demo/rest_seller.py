"""A seller's front end over REST: the six calls of `docs/curl.md`, in their order."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from browser.standin import DEMO_COOKIE
from gql_api.cli.demo.seller import USER_AGENT, DemoFailed, Sold

LISTING = {
    "title": "Hoodie Diesel",
    "price": 35,
    "description": "Bon état",
    "brand": "Diesel",
    "size": "L",
    "condition": "bon",
    "color": "noir",
    "category_hint": "Homme > Sweats",
}


@dataclass
class RestSeller:
    """Calls `/vinted/*` on one service."""

    http: httpx.AsyncClient

    async def sign_in(self) -> str:
        """Save the session; the seller's name on the market."""
        session = {"cookie": DEMO_COOKIE, "user_agent": USER_AGENT, "expires_at": None}
        await self._call("POST", "/vinted/auth/session", json=session)
        answer = await self._call("GET", "/vinted/auth/check")
        if not answer["authenticated"]:
            raise DemoFailed(f"the session is not usable: {answer}")
        return str(answer["username"])

    async def upload(self, photos: Sequence[bytes]) -> list[str]:
        """Upload photos; their ids, in order."""
        ids = []
        for number, photo in enumerate(photos, 1):
            files = {"file": (f"hoodie-{number}.jpg", photo, "image/jpeg")}
            answer = await self._call("POST", "/vinted/photos/upload", files=files)
            ids.append(answer["photo"]["temp_id"])
        return ids

    async def prepare(self, photos: Sequence[str]) -> Mapping[str, Any]:
        """Fill the form; the answer with its confirm token."""
        listing = LISTING | {"photos": list(photos), "dry_run": True}
        return await self._call("POST", "/vinted/listings/prepare", json=listing)

    async def publish(self, prepared: Mapping[str, Any]) -> Sold:
        """Check the yes, mean it, and show that asking again changes nothing."""
        token = prepared["confirm_token"]
        await self._publish(token, dry_run=True, key=None)
        key = str(uuid.uuid4())
        first = await self._publish(token, dry_run=False, key=key)
        if await self._publish(token, dry_run=False, key=key) != first:
            raise DemoFailed("the repeated publish was answered differently")
        return Sold("REST", first["listing_id"], first["listing_url"])

    async def _publish(self, token: str, *, dry_run: bool, key: str | None) -> Mapping[str, Any]:
        headers = {"Idempotency-Key": key} if key else {}
        body = {"confirm_token": token, "dry_run": dry_run}
        return await self._call("POST", "/vinted/listings/publish", json=body, headers=headers)

    async def _call(self, method: str, path: str, **parts: Any) -> Mapping[str, Any]:
        response = await self.http.request(method, path, **parts)
        answer: Mapping[str, Any] = response.json()
        if response.status_code != httpx.codes.OK or answer.get("ok") is False:
            raise DemoFailed(f"{method} {path} answered {response.status_code}: {answer}")
        return answer
