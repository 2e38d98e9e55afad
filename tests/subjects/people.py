"""Subjects of one service: who they are, how they name themselves, and how they call it."""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from joserfc import jwt
from joserfc.jwk import OctKey

ISSUER, AUDIENCE = "https://x.supabase.co/auth/v1", "authenticated"
SECRET = "a-shared-secret-of-more-than-32-characters"
OPERATOR_KEY = "the-key-of-the-operator"
PROVIDER = {
    "AUTH_ISSUER": ISSUER,
    "AUTH_AUDIENCE": AUDIENCE,
    "AUTH_JWT_SECRET": SECRET,
    "AUTH_SCOPE_CLAIM": "app_metadata.fripier",
    "API_KEYS": OPERATOR_KEY,
}
UA = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0"
LISTING: Mapping[str, Any] = {
    "title": "Timbre Semeuse",
    "price": 35,
    "description": "Bon état",
    "condition": "bon",
    "category_hint": "Loisirs et collections > Philatélie > Timbres",
    "photos": [],
    "dry_run": True,
}


def token(subject: str, *, seconds: float = 3600, **claims: Any) -> str:
    """A token as the identity provider gives it."""
    now = int(time.time())
    given = {"iss": ISSUER, "aud": AUDIENCE, "sub": subject, "iat": now, "exp": now + seconds}
    key = OctKey.import_key(SECRET)
    return jwt.encode({"alg": "HS256", "typ": "JWT"}, given | claims, key)


async def command(folder: Path, *arguments: str, **env: str) -> str:
    """What `fripier` prints for programs, run beside a service that keeps its data there."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "gql_api", *arguments,
        env=kept | {"DATA_DIR": str(folder), "MOCK_MODE": "true"} | env,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode().strip()


@dataclass
class Person:
    """Somebody with a key or token, and a client that sends it."""

    name: str
    credential: str
    http: httpx.AsyncClient

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = await self.http.post("/graphql", json={"query": query, "variables": variables})
        return dict(answer.json())

    async def upload(self, photo: bytes, path: str = "/vinted/photos/upload") -> dict[str, Any]:
        answer = await self.http.post(path, files={"file": ("photo.jpg", photo, "image/jpeg")})
        assert answer.status_code == 200, answer.text
        return dict(answer.json()["photo"])

    async def post(self, path: str, body: Mapping[str, Any], **headers: str) -> dict[str, Any]:
        answer = await self.http.post(path, json=body, headers=headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def sign_in(self) -> None:
        cookie = {"cookie": "access_token_web=demo", "user_agent": UA, "expires_at": None}
        await self.post("/vinted/auth/session", cookie)

    async def prepare(self, *, key: str = "", **more: Any) -> dict[str, Any]:
        headers = {"Idempotency-Key": key} if key else {}
        return await self.post("/vinted/listings/prepare", {**LISTING, **more}, **headers)

    async def snapshot(self, job_ids: list[str], photo_ids: list[str]) -> dict[str, Any]:
        """Everything that a stranger might have touched."""
        jobs = [(await self.http.get(f"/vinted/jobs/{each}")).json() for each in job_ids]
        photos = [await self.http.get(f"/vinted/photos/{each}") for each in photo_ids]
        return {
            "jobs": [{**job, "picture_url": None} for job in jobs],
            "photos": [photo.status_code for photo in photos],
            "aliases": (await self.http.get("/vinted/aliases")).json(),
            "accounts": (await self.ask("{ accounts { account username state savedAt } }")),
            "listings": (await self.ask("{ listings { id job { id } } }")),
        }


@asynccontextmanager
async def person(base: str, name: str, credential: str) -> AsyncIterator[Person]:
    headers = {"Authorization": f"Bearer {credential}"} if credential else {}
    async with httpx.AsyncClient(base_url=base, headers=headers, timeout=150) as client:
        yield Person(name, credential, client)


def found_in(answer: Any) -> str:
    """An answer as text, to look for what must not be in it."""
    return answer if isinstance(answer, str) else json.dumps(answer)
