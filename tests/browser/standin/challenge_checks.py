"""Checks of the obstacles: every kind, at every place, and that nothing leaves this machine."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.standin.checks import Scene, attributes, publish, switch
from tests.browser.standin.seller import Seller

FRAME_HOSTS = {
    "datadome": "https://geo.captcha-delivery.com/",
    "recaptcha": "https://www.google.com/recaptcha/",
    "hcaptcha": "hcaptcha.com/",
    "turnstile": "https://challenges.cloudflare.com/",
    "arkose": "arkoselabs.com/",
}
TEXTS = {
    "hard_block": "unusual (or automated) activity",
    "cloudflare": "Checking your browser",
    "human_check": "verify you are human",
    "rate_limit": "Too many requests",
}
PATHS = {
    "verification": "/users/verification",
    "phone_verification": "/users/verification/phone",
    "login_wall": "/member/signup/select_type",
}
CALL_STATUS = dict.fromkeys((*FRAME_HOSTS, *TEXTS, *PATHS), 403) | {
    "rate_limit": 429,
    "login_wall": 303,
    "non_json": 200,
}


async def shown(seller: Seller, kind: str) -> None:
    if kind in FRAME_HOSTS:
        frame = seller.page.locator(f"iframe[src*='{FRAME_HOSTS[kind]}']")
        await expect(frame).to_be_visible()
        box = await frame.bounding_box()
        assert box and box["width"] > 200
    elif kind in TEXTS:
        await expect(seller.page.get_by_text(TEXTS[kind])).to_be_visible()
    elif kind in PATHS:
        await seller.page.wait_for_url(f"**{PATHS[kind]}**")
    else:
        await expect(seller.page.locator(".form-problem")).to_be_visible()


@switch("challenge")
async def _(scene: Scene) -> None:
    """Every kind in front of the page, with the status and headers of the real thing."""
    for kind in (*FRAME_HOSTS, *TEXTS, *PATHS, "non_json"):
        seller = await scene.open(challenge=kind)
        await shown(seller, kind)
    assert (await scene.api.get("/items/new")).status_code == 200
    scene.market.state.patch_faults({"challenge": "cloudflare"})
    answer = await scene.api.get("/items/new")
    assert (answer.status_code, answer.headers["cf-mitigated"]) == (403, "challenge")
    scene.market.state.patch_faults({"challenge": "datadome"})
    answer = await scene.api.get("/items/new")
    assert (answer.status_code, "ct.captcha-delivery.com/c.js" in answer.text) == (403, True)


@switch("challenge_at")
async def _(scene: Scene) -> None:
    kinds = (*FRAME_HOSTS, *TEXTS, *PATHS, "non_json")
    for kind in kinds:
        scene.market.state.patch_faults({"challenge": kind, "challenge_at": "after_publish"})
        answer = await publish(scene.api)
        assert answer.status_code == CALL_STATUS[kind], kind
        scene.market.state.patch_faults({"challenge_at": "after_category"})
        assert (await attributes(scene.api)).status_code == CALL_STATUS[kind], kind
    assert scene.market.state.items == {}
    await _in_the_page(scene)


async def _in_the_page(scene: Scene) -> None:
    for kind in ("datadome", "hard_block", "phone_verification", "login_wall", "non_json"):
        seller = await scene.open(challenge=kind, challenge_at="after_category")
        await seller.choose_category()
        await shown(seller, kind)
    seller = await scene.open(challenge="arkose", challenge_at="after_photos")
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no matter"}
    await seller.at("add-photos-input").set_input_files([file])
    await shown(seller, "arkose")
    seller = await scene.open(challenge="cloudflare", challenge_at="before_publish")
    await seller.enter_price("9")
    await shown(seller, "cloudflare")
    seller = await scene.open(challenge="human_check", challenge_at="after_publish")
    await seller.publish()
    await shown(seller, "human_check")
