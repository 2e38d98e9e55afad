"""Every obstacle in the form that the market gives it, for a page load and for an API call.

Owns the look of obstacles; the place where one appears is the caller's: gate.py for page loads,
the API routes for the rest. Frames keep the foreign address that makes them recognisable, and the
Content-Security-Policy of every answer (gate.py) keeps the browser from loading them, so that no
request leaves the machine.
"""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from .block_pages import BLOCKED, HUMAN, RATE_LIMITED, SUPPLIER, SUPPLIER_WHY, BlockPage
from .catalogue.labels import html_lang, texts
from .switches.faults import Faults, Place
from .web import (
    SIGNUP_WALL,
    UNREADABLE,
    Answer,
    faults_of,
    locale_of,
    problem,
    state_of,
    wall,
)

FRAMES = {
    "datadome": "https://geo.captcha-delivery.com/captcha/?initialCid=AHrlqAAAAAMA&hash=8B9F&t=fe",
    "recaptcha": "https://www.google.com/recaptcha/api2/bframe?k=6LdStandIn&v=1",
    "hcaptcha": "https://newassets.hcaptcha.com/captcha/v1/stand-in/static/hcaptcha.html",
    "turnstile": "https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/b/turnstile/if/",
    "arkose": "https://client-api.arkoselabs.com/fc/gc/?token=stand-in",
}
VERIFICATION = {"verification": 115, "phone_verification": 168}
DATADOME_SCRIPT = '<script src="https://ct.captcha-delivery.com/c.js"></script>'
# The guard's interstitial as an answer to a call: general form, 2026-11-28, audit, M.
CAPTCHA_HTML = (
    "<p>Please enable JS and disable any ad blocker</p>"
    "<script>var dd={'rt':'c','cid':'AHrlqAAAAAMA','host':'geo.captcha-delivery.com'}</script>"
)
# A photo upload answered 200 with bytes that are no JSON: 2026-11-28, audit, M. In front of a page
# or as the answer to another call nobody has told of them.
BINARY = bytes(range(256))
SIZED = "width:min(100%,420px);height:480px;border:0;display:block;margin:10vh auto"


def meet(request: Request, place: Place) -> None:
    """Ends an API call with the obstacle that waits at this place, if one does."""
    faults = faults_of(request)
    if faults.challenge != "none" and faults.challenge_at == place:
        raise Answer(for_call(request))


def for_call(request: Request) -> Response:
    """The obstacle as the answer of an API call."""
    kind = _met(request).challenge
    if kind in FRAMES:
        return JSONResponse({"url": FRAMES[kind]}, 403)
    if kind in VERIFICATION:
        return problem(403, VERIFICATION[kind], kind, "Verification required")
    if kind == "login_wall":
        return RedirectResponse(f"{SIGNUP_WALL}?ref_url=/items/new", 303)
    if kind == "rate_limit":
        refused = problem(429, 429, "too_many_requests", "Too many requests")
        refused.headers.update(_retry_after(request))
        return refused
    if kind == "binary":
        return _bytes()
    return HTMLResponse(UNREADABLE) if kind == "non_json" else _document(request, kind)


def for_member(request: Request) -> Response | None:
    """The obstacle in place of who-am-I, by `who_refused`."""
    kind = faults_of(request).who_refused
    if kind == "no":
        return None
    _met(request)
    if kind == "captcha_data":
        return JSONResponse({"url": FRAMES["datadome"]}, 403)
    if kind == "captcha_page":
        return _document(request, "captcha_html")
    if kind == "verification":
        return problem(403, VERIFICATION[kind], kind, "Verification required")
    return _bytes()


def for_page(request: Request) -> Response:
    """The obstacle in place of a page."""
    kind = _met(request).challenge
    if kind == "binary":
        return _bytes()
    if kind in VERIFICATION:
        phone = "/phone" if kind == "phone_verification" else ""
        return RedirectResponse(f"/users/verification{phone}", 302)
    return wall(request) if kind == "login_wall" else _document(request, kind)


def _bytes() -> Response:
    return Response(BINARY, media_type="application/octet-stream")


def _met(request: Request) -> Faults:
    """The faults; the first obstacle that is met marks its moment in the ledger."""
    state = state_of(request)
    state.ledger.marks.setdefault("challenge", state.elapsed)
    return state.faults


def _retry_after(request: Request) -> dict[str, str]:
    seconds = faults_of(request).retry_after
    return {"Retry-After": str(seconds)} if seconds else {}


def _document(request: Request, kind: str) -> HTMLResponse:
    if kind in FRAMES:
        script = DATADOME_SCRIPT if kind == "datadome" else ""
        frame = f'<iframe src="{escape(FRAMES[kind])}" title="{kind}" style="{SIZED}"></iframe>'
        return _page(request, "vinted.fr", script + frame)
    if kind == "captcha_html":
        return _page(request, "vinted.fr", CAPTCHA_HTML + DATADOME_SCRIPT)
    if kind == "cloudflare":
        return _cloudflare(request)
    if kind in ("rate_limit", "rate_limited"):
        return _rate_limit(request, kind)
    return _block(request, _block_page(request, kind))


def _cloudflare(request: Request) -> HTMLResponse:
    body = (
        '<div id="challenge-running" class="cf-browser-verification"><h1>Just a moment...</h1>'
        "<p>Checking your browser</p></div>"
        "<script>window._cf_chl_opt={cType:'managed'}</script>"
    )
    return _page(request, "Just a moment...", body, {"cf-mitigated": "challenge"})


def _rate_limit(request: Request, kind: str) -> HTMLResponse:
    headers = _retry_after(request)
    if kind == "rate_limited":
        return _block(request, RATE_LIMITED, faults_of(request).rate_limit_status, headers)
    words = texts(locale_of(request), faults_of(request))
    return _page(request, "429", f"<h1>429</h1><p>{words['too_many']}</p>", headers, status=429)


def _block_page(request: Request, kind: str) -> BlockPage:
    faults, locale = faults_of(request), locale_of(request)
    if kind == "supplier_block":
        return SUPPLIER
    known = BLOCKED if kind == "hard_block" else HUMAN
    if found := known.get(faults.block_words):
        return found
    words, name = texts(locale, faults), "blocked" if kind == "hard_block" else "human"
    return BlockPage(html_lang(locale), words[f"{name}_title"], words[f"{name}_text"])


def _block(
    request: Request, page: BlockPage, status: int = 403, headers: dict[str, str] | None = None
) -> HTMLResponse:
    more = f"<p>{escape(SUPPLIER_WHY)}</p>" if page is SUPPLIER else ""
    body = f"<h1>{escape(page.title)}</h1><p>{escape(page.text)}</p>{more}"
    return _page(request, "Vinted", body, headers, status=status, language=page.language)


def _page(
    request: Request,
    title: str,
    body: str,
    headers: dict[str, str] | None = None,
    *,
    status: int = 403,
    language: str = "",
) -> HTMLResponse:
    lang = language or html_lang(locale_of(request))
    html = f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title></head>'
    return HTMLResponse(f"{html}<body>{body}</body></html>", status, headers)
