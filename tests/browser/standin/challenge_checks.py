"""Checks of the obstacles: every kind, at every place, and that nothing leaves this machine."""

from __future__ import annotations

from html import unescape

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
    "rate_limited": "access to this site is blocked for this computer",
    "supplier_block": "Pourquoi ce blocage",
    "captcha_html": "Please enable JS",
}
BLOCKS = {
    "plain": ("Your session was blocked", "unusual (or automated) activity", "fr"),
    "fr": ("Ta session a été bloquée", "Ton accès est temporairement bloqué", "fr"),
    "fr_formal": ("Votre session a été bloquée", "activité inhabituelle", "fr"),
    "de": ("Deine Sitzung wurde blockiert", "ungewöhnliche oder automatisierte", "de"),
    "de_formal": ("Ihre Sitzung wurde blockiert", "Ihnen vorübergehend den Zugang", "de"),
    "en": ("Your session has been blocked", "temporarily blocked your access", "en"),
    "pl": ("Twoja sesja została zablokowana", "tymczasowo zablokowaliśmy Ci dostęp", "pl"),
    "it": ("La tua sessione è stata bloccata", "attività insolite o automatizzate", "it"),
    "unknown": ("Zurla meko trepada", "vanelo grumido", "es"),
}
HUMANS = {
    "plain": "Please verify you are human",
    "de": "Bist du ein Mensch",
    "de_formal": "Sind Sie ein Mensch",
    "en": "I'm not a robot",
    "unknown": "Zurla meko humado",
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
    "binary": 200,
    "rate_limited": 429,
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
    scene.market.state.patch_faults({"challenge": "captcha_html"})
    assert "var dd=" in (await scene.api.get("/items/new")).text
    scene.market.state.patch_faults({"challenge": "binary"})
    answer = await scene.api.get("/items/new")
    told = (answer.status_code, answer.headers["content-type"])
    assert told == (200, "application/octet-stream")
    assert "challenge" in scene.market.state.ledger.marks


@switch("challenge_at")
async def _(scene: Scene) -> None:
    kinds = (*FRAME_HOSTS, *TEXTS, *PATHS, "non_json", "binary")
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
    seller = await scene.open(challenge="binary", challenge_at="after_photos")
    async with seller.page.expect_response("**/api/v2/photos") as answered:
        await seller.at("add-photos-input").set_input_files([file])
    answer = await answered.value
    assert (answer.status, answer.headers["content-type"]) == (200, "application/octet-stream")
    await expect(seller.page.locator(".c-input__note [role=alert]")).to_be_visible()
    seller = await scene.open(challenge="cloudflare", challenge_at="before_publish")
    await seller.enter_price("9")
    await shown(seller, "cloudflare")
    seller = await scene.open(challenge="human_check", challenge_at="after_publish")
    await seller.publish()
    await shown(seller, "human_check")


@switch("block_words")
async def _(scene: Scene) -> None:
    """Every language and form of address, heading and reason, in place of the page."""
    for words, (title, reason, lang) in BLOCKS.items():
        scene.market.state.patch_faults({"challenge": "hard_block", "block_words": words})
        answer = await scene.api.get("/items/new", headers={"Accept": "text/html"})
        assert answer.status_code == 403
        assert f"<h1>{title}</h1>" in unescape(answer.text)
        assert reason in unescape(answer.text)
        assert f'lang="{lang}"' in answer.text
    for words, text in HUMANS.items():
        scene.market.state.patch_faults({"challenge": "human_check", "block_words": words})
        assert text in unescape((await scene.api.get("/items/new")).text)
    seller = await scene.open(challenge="hard_block", block_words="fr", challenge_at="after_photos")
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no matter"}
    await seller.at("add-photos-input").set_input_files([file])
    await expect(seller.page.get_by_role("heading")).to_have_text("Ta session a été bloquée")


@switch("rate_limit_status")
async def _(scene: Scene) -> None:
    state = scene.market.state
    for status in (200, 429):
        state.patch_faults({"challenge": "rate_limited", "rate_limit_status": status})
        answer = await scene.api.get("/items/new")
        assert (answer.status_code, "You are rate limited" in answer.text) == (status, True)
        state.patch_faults({"challenge_at": "after_publish"})
        answer = await publish(scene.api)
        assert (answer.status_code, answer.headers["content-type"][:9]) == (status, "text/html")
        state.patch_faults({"challenge_at": "navigation"})
    assert state.items == {}


@switch("retry_after")
async def _(scene: Scene) -> None:
    for kind in ("rate_limit", "rate_limited"):
        for seconds, header in ((120, "120"), (0, None)):
            faults = {"challenge": kind, "retry_after": seconds, "challenge_at": "navigation"}
            scene.market.state.patch_faults(faults)
            page = await scene.api.get("/items/new")
            scene.market.state.patch_faults({"challenge_at": "after_category"})
            call = await attributes(scene.api)
            found = [(row.status_code, row.headers.get("retry-after")) for row in (page, call)]
            assert found == [(429, header)] * 2, kind


@switch("blocked_notice")
async def _(scene: Scene) -> None:
    seller = await scene.open(blocked_notice=True, path="/")
    await expect(seller.page.locator("#help-notice")).to_contain_text("Ta session a été bloquée")
    await expect(seller.page.locator("#user-menu-button")).to_be_visible()
    await seller.open()
    await expect(seller.page.locator("#help-notice")).to_contain_text("activité inhabituelle")
    await expect(seller.page.locator("#title")).to_be_visible()
