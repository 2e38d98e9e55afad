"""The scenes of keys and tokens: who may call, and with what."""

import asyncio

import httpx
from playwright.async_api import expect

from tests.console.gallery.refusals import listed, refused
from tests.console.gallery.scenes import SERVICES, scene
from tests.console.gallery.stage import Stage
from tests.subjects.people import OPERATOR_KEY, PROVIDER, UA, token

KEYED = {"X-API-Key": OPERATOR_KEY}
TTL = 60
SERVICES["keys"] = {**PROVIDER, "MEDIA_TTL_SECONDS": str(TTL)}
SERVICES["provider away"] = {
    "AUTH_ISSUER": PROVIDER["AUTH_ISSUER"],
    "AUTH_AUDIENCE": PROVIDER["AUTH_AUDIENCE"],
    "AUTH_JWKS_URL": "https://127.0.0.1:1/keys",
}


async def signed_in(stage: Stage, key: str) -> None:
    """Give the console a key, as a person does."""
    await stage.page.context.clear_cookies()
    await stage.goto()
    await stage.page.get_by_label(stage.seller.say("key.label")).fill(key)
    await stage.press("key.send")


@scene("code.unauthenticated", service="keys", how="A wrong key is given to the console.")
async def unauthenticated(stage: Stage) -> None:
    await signed_in(stage, "not-the-key-of-anybody")
    await refused(stage)


@scene("code.token_expired", service="keys", how="A token of the identity provider that has ended.")
async def token_expired(stage: Stage) -> None:
    await signed_in(stage, token("anna", seconds=-3600))
    await refused(stage)


@scene("code.token_invalid", service="keys", how="A token that is meant for another service.")
async def token_invalid(stage: Stage) -> None:
    await signed_in(stage, token("anna", aud="another"))
    await refused(stage)


@scene(
    "code.identity_provider_unavailable", service="provider away",
    how="A token whose key nobody knows yet, while the provider's address does not answer.",
)  # fmt: skip
async def provider_away(stage: Stage) -> None:
    await signed_in(stage, UNKNOWN_KEY)
    await refused(stage)


UNKNOWN_KEY = (
    # {"alg": "RS256", "typ": "JWT", "kid": "another"} over {"sub": "anna"}, signed by nobody.
    "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImFub3RoZXIifQ."
    "eyJzdWIiOiJhbm5hIn0.c2lnbmVkIGJ5IG5vYm9keQ"
)


@scene(
    "code.missing_scope", service="keys", how="A listing is sent with a token that may only read."
)
async def missing_scope(stage: Stage) -> None:
    may_all = {"Authorization": f"Bearer {token('anna', app_metadata={'fripier': ['publish']})}"}
    cookie = {"cookie": "access_token_web=demo", "user_agent": UA, "expires_at": None}
    assert (await stage.ask("/vinted/auth/session", cookie, **may_all)).json()["ok"]
    await signed_in(stage, token("anna", app_metadata={"fripier": ["read"]}))
    await expect(stage.page.locator("form.sell")).to_be_visible()
    await listed(stage)


@scene(
    "code.console_page_required", service="keys", handed=True,
    how="A change with the console's cookie, from a page of another origin.",
)  # fmt: skip
async def console_page_required(stage: Stage) -> None:
    async with httpx.AsyncClient(base_url=stage.serving.url) as browser:
        own = {"Origin": stage.serving.url}
        await browser.post("/console/session", json={"key": OPERATOR_KEY}, headers=own)
        (cookie,) = browser.cookies.jar
        carried = {"Cookie": f"{cookie.name}={cookie.value}", "Origin": "https://evil.example"}
        answer = await browser.delete("/vinted/jobs/nope", headers=carried)
    await signed_in(stage, OPERATOR_KEY)
    await expect(stage.page.locator("form.sell")).to_be_visible()
    await stage.hand_on(answer)


@scene(
    "code.address_expired", service="keys", handed=True,
    how=f"A photo's address after its end (`MEDIA_TTL_SECONDS={TTL}`), asked for without a key.",
)  # fmt: skip
async def address_expired(stage: Stage) -> None:
    sent = {"file": ("photo.jpg", await stage.jpeg(), "image/jpeg")}
    answer = await stage.http.post("/vinted/photos/upload", files=sent, headers=KEYED)
    address = answer.json()["photo"]["url"]
    await signed_in(stage, OPERATOR_KEY)
    await expect(stage.page.locator("form.sell")).to_be_visible()
    async with asyncio.timeout(3 * TTL):
        while (answer := await stage.http.get(address)).status_code == 200:
            await asyncio.sleep(1)
    await stage.hand_on(answer)
