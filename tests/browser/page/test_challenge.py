"""Every obstacle of the market's facts is seen, and none of the decoys on ordinary pages is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import (
    BrowserCrashed,
    ChallengeKind,
    ChallengeRequired,
    Place,
    SessionExpired,
)
from browser.listing import Obstacle, ObstacleKind, Seller
from browser.page.challenge import Markers, ResponseWatch, probe
from browser.page.conditions import Condition
from browser.sites.vinted.markers import MARKERS
from tests.browser.local_site import Answer, Handler, LocalSite, local_site
from tests.browser.tabs import tab_on

JSON = "application/json; charset=utf-8"
ORDINARY = """<!doctype html><html lang="fr"><title>Vends ton article | Vinted</title>
<script src="/datadome/5.1/tags.js" async></script>
<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js" async></script>
<h1>Vends ton article</h1>
<div id="user-menu-button"><img alt="marie"></div>
<a href="/login" data-testid="header--login-button" style="display: none">Se connecter</a>
<div role="dialog" id="onetrust-pc-sdk" style="display: none">
  <h2>Too many requests</h2>verify you are human</div>
<div style="visibility: hidden"><iframe src="https://www.google.com/recaptcha/api2/bframe"
  width="400" height="580"></iframe></div>
<iframe src="https://www.google.com/recaptcha/api2/anchor?size=invisible" width="256" height="60">
</iframe>
<iframe src="https://geo.captcha-delivery.com/captcha/" width="0" height="0"></iframe>
<iframe src="https://geo.captcha-delivery.com/captcha/" style="display: none"></iframe>
<iframe src="https://geo.captcha-delivery.com/captcha/"
  style="position: absolute; top: -9999px"></iframe>
<iframe src="https://geo.captcha-delivery.com/captcha/" style="opacity: 0"></iframe>
<iframe src="https://captcha-delivery.com.example/" width="300" height="200"></iframe>
<div role="dialog"><h2>Article mis en ligne</h2><p>Just a moment... encore un article ?</p></div>
<p>%s</p>"""
DECOY_HEADERS = {
    "Set-Cookie": "datadome=x; Path=/",
    "cf-ray": "8f0-CDG",
    "server": "cloudflare",
}


@pytest.fixture(scope="module")
async def chromium() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


def ordinary(text: str = "") -> Answer:
    return Answer(ORDINARY % text, headers=DECOY_HEADERS)


@asynccontextmanager
async def opened(
    chromium: Chromium,
    answers: dict[str, Answer | Handler],
    path: str = "/items/new",
    markers: Markers = MARKERS,
) -> AsyncIterator[tuple[LocalSite, Page, ResponseWatch]]:
    async with local_site({"/items/new": ordinary(), **answers}) as site:
        page = await chromium.page(Seller("default", "http://127.0.0.1", "UA", 1, ()))
        # Nothing outside is ever asked; what a frame loads does not matter, only where from.
        await page.route(lambda url: not url.startswith(site.origin), lambda route: route.abort())
        watch = ResponseWatch(page, markers)
        await page.goto(site.origin + path)
        try:
            yield site, page, watch
        finally:
            await close_page(page)


async def seen(chromium: Chromium, body: str) -> tuple[ChallengeKind, str]:
    """What the probe says of a page."""
    async with opened(chromium, {"/items/new": Answer(body)}) as (_, page, watch):
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.AFTER_CATEGORY)
    assert raised.value.place is Place.AFTER_CATEGORY
    return raised.value.kind, raised.value.marker


async def call(page: Page, path: str, method: str = "GET") -> None:
    await page.evaluate(
        "([path, method]) => fetch(path, {method}).then(a => a.text())", [path, method]
    )


async def begin_call(page: Page, path: str) -> None:
    """Let the page call the API, and do not wait for the answer."""
    async with page.expect_request(f"**{path}"):
        await page.evaluate("(path) => void fetch(path, {method: 'POST'})", path)


LONG = "<p>" + "mot " * 400


@pytest.mark.parametrize("text", ["", LONG, LONG + "<p>too many requests, verify you are human"])
async def test_an_ordinary_page_with_every_decoy_passes(chromium: Chromium, text: str) -> None:
    answers: dict[str, Answer | Handler] = {
        "/items/new": ordinary(text),
        "/api/v2/users/current": Answer('{"user": {"id": 1}, "code": 0}', type=JSON),
        "/api/v2/photos": Answer('{"id": 1, "code": 0}', type=JSON),
        "/api/v2/item_upload/size_groups": Answer("<h1>404</h1>", status=404),
        "/api/v2/suggestions": Answer("<h1>502</h1>", status=502),
        "/tracker": Answer("slow down", status=429),
    }
    async with opened(chromium, answers) as (_, page, watch):
        for path in ("users/current", "item_upload/size_groups", "suggestions"):
            await call(page, f"/api/v2/{path}")
        await call(page, "/api/v2/photos", "POST")
        await call(page, "/tracker")
        await probe(page, watch, MARKERS, Place.AFTER_PUBLISH)


async def test_the_answer_to_a_call_under_way_is_waited_for(chromium: Chromium) -> None:
    refused = Answer('{"code": 115}', status=403, type=JSON, after=0.5)
    async with opened(chromium, {"/api/v2/pricing": refused}) as (_, page, watch):
        await begin_call(page, "/api/v2/pricing")
        with pytest.raises(ChallengeRequired):
            await probe(page, watch, MARKERS, Place.BEFORE_PUBLISH)


async def test_a_call_that_is_never_answered_says_nothing(chromium: Chromium) -> None:
    async with opened(chromium, {"/api/v2/pricing": Answer(hangs=True)}) as (_, page, watch):
        await begin_call(page, "/api/v2/pricing")
        await probe(page, watch, MARKERS, Place.BEFORE_PUBLISH)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (
            '<iframe src="https://geo.captcha-delivery.com/captcha/?cid=1" width=400 height=300>',
            ChallengeKind.CAPTCHA,
        ),
        (
            '<iframe src="https://www.google.com/recaptcha/api2/bframe?k=1" width=400 height=300>',
            ChallengeKind.CAPTCHA,
        ),
        (
            '<iframe src="https://newassets.hcaptcha.com/c/1" width=300 height=80>',
            ChallengeKind.CAPTCHA,
        ),
        (
            '<iframe src="https://challenges.cloudflare.com/cdn-cgi/1" width=300 height=65>',
            ChallengeKind.CAPTCHA,
        ),
        (
            '<iframe src="https://client-api.arkoselabs.com/fc/" width=300 height=300>',
            ChallengeKind.CAPTCHA,
        ),
        ("<title>Just a moment...</title><h1>www.vinted.fr</h1>", ChallengeKind.INTERSTITIAL),
        ("<title>Attention Required! | Cloudflare</title>", ChallengeKind.INTERSTITIAL),
        ("<title>Vinted</title><div id=challenge-running>...</div>", ChallengeKind.INTERSTITIAL),
        (
            f"<h1>Deine Sitzung wurde blockiert</h1>{LONG}<p>Wegen ungewöhnlicher (oder "
            "automatisierter) Aktivitäten",
            ChallengeKind.BLOCKED,
        ),
        (
            "<h1>Your session has been blocked</h1><p>We noticed unusual (or automated) activity.",
            ChallengeKind.BLOCKED,
        ),
        (f"<div role=dialog><h2>Verify you are human</h2></div>{LONG}", ChallengeKind.HUMAN_CHECK),
        ("<p>Too Many\nRequests", ChallengeKind.RATE_LIMITED),
        (f"<h1>Te veel verzoeken</h1>{LONG}", ChallengeKind.RATE_LIMITED),
    ],
)
async def test_an_obstacle_on_the_page_is_seen(
    chromium: Chromium, body: str, kind: ChallengeKind
) -> None:
    assert (await seen(chromium, f"<!doctype html><meta charset=utf-8>{body}"))[0] is kind


async def test_a_frame_in_a_closed_shadow_root_is_seen(chromium: Chromium) -> None:
    body = """<!doctype html><div id=host></div><script>
      const frame = document.createElement("iframe");
      frame.src = "https://challenges.cloudflare.com/turnstile";
      host.attachShadow({ mode: "closed" }).append(frame);
    </script>"""
    async with opened(chromium, {"/items/new": Answer(body)}) as (_, page, watch):
        await page.route(
            "https://challenges.cloudflare.com/**", lambda route: route.fulfill(body="x")
        )
        await page.reload()
        with pytest.raises(ChallengeRequired):
            await probe(page, watch, MARKERS, Place.NAVIGATION)


async def test_a_verification_page_is_seen_by_its_path(chromium: Chromium) -> None:
    async with opened(chromium, {}, "/users/verification/phone") as (_, page, watch):
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.AFTER_CATEGORY)
    assert raised.value.kind is ChallengeKind.VERIFICATION


@pytest.mark.parametrize(
    ("method", "answer", "kind"),
    [
        (
            "GET",
            Answer('{"url": "https://geo.captcha-delivery.com/captcha/?id=1"}', 403, type=JSON),
            ChallengeKind.CAPTCHA,
        ),
        ("POST", Answer('{"code": 115}', 403, type=JSON), ChallengeKind.VERIFICATION),
        ("POST", Answer('{"code": 168}', type=JSON), ChallengeKind.VERIFICATION),
        ("GET", Answer("{}", 429, type=JSON), ChallengeKind.RATE_LIMITED),
        ("GET", Answer("<h1>Hello</h1>"), ChallengeKind.UNEXPECTED_ANSWER),
        (
            "GET",
            Answer("{}", headers={"cf-mitigated": "challenge"}, type=JSON),
            ChallengeKind.INTERSTITIAL,
        ),
    ],
)
async def test_an_obstacle_in_an_answer_is_seen_once(
    chromium: Chromium, method: str, answer: Answer, kind: ChallengeKind
) -> None:
    async with opened(chromium, {"/api/v2/call": answer}) as (_, page, watch):
        await call(page, "/api/v2/call?q=planted", method)
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.WHILE_FILLING)
        assert raised.value.kind is kind
        assert "planted" not in repr(raised.value)
        await probe(page, watch, MARKERS, Place.WHILE_FILLING)


async def test_the_page_names_what_an_answer_only_shows_to_be_there(chromium: Chromium) -> None:
    pages = {
        "/items/new": Answer("<h1>Votre session a été bloquée</h1>"),
        "/api/v2/call": Answer("<h1>Hello</h1>"),
    }
    async with opened(chromium, pages) as (_, page, watch):
        await call(page, "/api/v2/call", "POST")
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.AFTER_PUBLISH)
    assert raised.value.obstacle == Obstacle(ObstacleKind.BLOCKED, "Votre session a été bloquée")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (
            Answer("<script src='https://ct.captcha-delivery.com/c.js'></script>", 403),
            ChallengeKind.CAPTCHA,
        ),
        (Answer("<h1>Forbidden</h1>", 403), ChallengeKind.BLOCKED),
        (Answer("<h1>Slow down</h1>", 429), ChallengeKind.RATE_LIMITED),
        (Answer(headers={"cf-mitigated": "challenge"}), ChallengeKind.INTERSTITIAL),
    ],
)
async def test_a_refused_page_is_seen(
    chromium: Chromium, answer: Answer, kind: ChallengeKind
) -> None:
    async with opened(chromium, {"/items/new": answer}) as (_, page, watch):
        with pytest.raises(ChallengeRequired) as raised:
            await probe(page, watch, MARKERS, Place.NAVIGATION)
    assert raised.value.kind is kind


@pytest.mark.parametrize("path", ["/member/signup/select_type", "/member/login/email"])
async def test_a_log_in_wall_is_an_expired_session(chromium: Chromium, path: str) -> None:
    async with opened(chromium, {}, path) as (_, page, watch):
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.NAVIGATION)


async def test_a_guests_header_is_an_expired_session(chromium: Chromium) -> None:
    body = '<a data-testid="header--login-button" href="/">Se connecter</a>'
    async with opened(chromium, {"/items/new": Answer(body)}) as (_, page, watch):
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.NAVIGATION)


async def test_a_guests_answer_is_an_expired_session_until_the_page_is_served(
    chromium: Chromium,
) -> None:
    refusal = Answer(
        '{"code": 100, "message_code": "invalid_authentication_token"}', 401, type=JSON
    )
    async with opened(chromium, {"/api/v2/call": refusal}) as (site, page, watch):
        await call(page, "/api/v2/call")
        for _ in range(2):
            with pytest.raises(SessionExpired):
                await probe(page, watch, MARKERS, Place.WHILE_FILLING)
        site.answers["/api/v2/call"] = Answer('{"code": 0}', type=JSON)
        await call(page, "/api/v2/call")
        await probe(page, watch, MARKERS, Place.WHILE_FILLING)


async def test_a_call_that_leads_to_the_log_in_wall_is_an_expired_session(
    chromium: Chromium,
) -> None:
    away = Answer("", 303, {"Location": "/member/signup/select_type"})
    async with opened(chromium, {"/api/v2/call": away}) as (_, page, watch):
        await call(page, "/api/v2/call")
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.WHILE_FILLING)


async def test_a_page_on_its_way_to_the_log_in_wall_is_an_expired_session(
    chromium: Chromium,
) -> None:
    """Until the wall is there, the page that was refused still stands; the next begins anew."""
    away = Answer("", 303, {"Location": "/member/signup/select_type"})
    answers: dict[str, Answer | Handler] = {"/api/v2/call": away, "/slow": Answer(hangs=True)}
    async with opened(chromium, answers) as (site, page, watch):
        await call(page, "/api/v2/call")
        async with page.expect_request("**/slow"):
            await page.evaluate("location.assign('/slow')")
        with pytest.raises(SessionExpired):
            await probe(page, watch, MARKERS, Place.AFTER_PHOTOS)
        await page.goto(f"{site.origin}/items/new")
        await probe(page, watch, MARKERS, Place.NAVIGATION)


async def test_a_session_renewal_is_waited_for(chromium: Chromium) -> None:
    renewal = Answer("<script>setTimeout(() => location.replace('/items/new'), 300)</script>")
    async with opened(chromium, {"/session-refresh": renewal}, "/session-refresh") as opening:
        _, page, watch = opening
        await probe(page, watch, MARKERS, Place.NAVIGATION)
        assert page.url.endswith("/items/new")


async def test_a_session_renewal_that_hangs_is_an_expired_session(chromium: Chromium) -> None:
    markers = replace(MARKERS, renewal_seconds=0.3)
    async with opened(chromium, {}, "/session-refresh", markers) as (_, page, watch):
        with pytest.raises(SessionExpired):
            await probe(page, watch, markers, Place.NAVIGATION)


async def test_a_closed_page_is_a_crash_and_not_a_challenge(chromium: Chromium) -> None:
    async with opened(chromium, {}) as (_, page, watch):
        await page.close()
        with pytest.raises(BrowserCrashed):
            await probe(page, watch, MARKERS, Place.WHILE_FILLING)


async def test_the_watch_keeps_nothing_of_an_answer(chromium: Chromium) -> None:
    answer = Answer('{"code": 115, "text": "planted"}', 403, {"x-planted": "planted"}, JSON)
    async with opened(chromium, {"/api/v2/call": answer}) as (_, page, watch):
        await call(page, "/api/v2/call?planted=1", "POST")
        kept = {
            name: value for name, value in vars(watch).items() if name not in {"_page", "_markers"}
        }
        assert "planted" not in repr(kept)


async def test_the_probe_changes_nothing_on_the_page(chromium: Chromium) -> None:
    async with opened(chromium, {}) as (_, page, watch):
        before = await page.content()
        await probe(page, watch, MARKERS, Place.NAVIGATION)
        assert await page.content() == before


FRAME = '<iframe src="https://geo.captcha-delivery.com/captcha/" style="{}"></iframe>'
OVER = "position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 9"
BANNER = '<div id="onetrust-banner-sdk"><button id="onetrust-reject-all-handler">Non</button></div>'
DIALOG = '<input><div role="dialog" style="position: fixed; inset: 0">Nouveau</div>'


@pytest.mark.parametrize("beside", [BANNER, DIALOG], ids=["banner", "dialog"])
async def test_what_stands_under_a_challenge_is_told_as_the_challenge(
    chromium: Chromium, beside: str
) -> None:
    body = beside + FRAME.format(OVER)
    async with opened(chromium, {"/items/new": Answer(body)}) as (_, page, watch):
        tab = tab_on(page, watch=watch)
        with pytest.raises(ChallengeRequired):
            await tab.until(Condition("() => false"))


MEMBERS = '<header><button id="user-menu-button">demo</button></header><h1>Confirme ton numéro</h1>'


@pytest.mark.parametrize(
    ("path", "heading"),
    [("/users/verification/phone", "Confirme ton numéro"), ("/items/new", None)],
)
async def test_a_page_that_is_an_obstacle_is_told_by_its_heading_though_it_has_the_menu(
    chromium: Chromium, path: str, heading: str | None
) -> None:
    """On the form the headings are the form's own."""
    async with opened(chromium, {path: Answer(MEMBERS)}, path=path) as (_, page, watch):
        tab = tab_on(page, watch=watch)
        assert await tab.capture.heading() == heading


def test_the_markers_texts_are_in_the_form_they_are_compared_in() -> None:
    for sign in (*MARKERS.titles, *MARKERS.texts):
        for needle in sign.needles:
            assert needle == needle.casefold()
