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

from .faults import Place
from .labels import HTML_LANG, texts
from .web import (
    SIGNUP_WALL,
    UNREADABLE,
    Answer,
    faults_of,
    locale_of,
    problem,
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
SIZED = "width:min(100%,420px);height:480px;border:0;display:block;margin:10vh auto"


def meet(request: Request, place: Place) -> None:
    """Ends an API call with the obstacle that waits at this place, if one does."""
    faults = faults_of(request)
    if faults.challenge != "none" and faults.challenge_at == place:
        raise Answer(for_call(request))


def for_call(request: Request) -> Response:
    kind = faults_of(request).challenge
    if kind in FRAMES:
        return JSONResponse({"url": FRAMES[kind]}, 403)
    if kind in VERIFICATION:
        return problem(403, VERIFICATION[kind], kind, "Verification required")
    if kind == "login_wall":
        return RedirectResponse(f"{SIGNUP_WALL}?ref_url=/items/new", 303)
    if kind == "rate_limit":
        return problem(429, 429, "too_many_requests", "Too many requests")
    return HTMLResponse(UNREADABLE) if kind == "non_json" else _document(request, kind)


def for_page(request: Request) -> Response:
    kind = faults_of(request).challenge
    if kind in VERIFICATION:
        phone = "/phone" if kind == "phone_verification" else ""
        return RedirectResponse(f"/users/verification{phone}", 302)
    return wall(request) if kind == "login_wall" else _document(request, kind)


def _document(request: Request, kind: str) -> HTMLResponse:
    words = texts(locale_of(request), faults_of(request))
    if kind in FRAMES:
        script = DATADOME_SCRIPT if kind == "datadome" else ""
        frame = f'<iframe src="{escape(FRAMES[kind])}" title="{kind}" style="{SIZED}"></iframe>'
        return _page(request, "vinted.fr", script + frame)
    if kind == "cloudflare":
        body = (
            '<div id="challenge-running" class="cf-browser-verification"><h1>Just a moment...</h1>'
            "<p>Checking your browser</p></div>"
            "<script>window._cf_chl_opt={cType:'managed'}</script>"
        )
        return _page(request, "Just a moment...", body, {"cf-mitigated": "challenge"})
    if kind == "rate_limit":
        body = f"<h1>429</h1><p>{words['too_many']}</p>"
        return _page(request, "429", body, {"Retry-After": "900"}, status=429)
    name = "blocked" if kind == "hard_block" else "human"
    title, text = words[f"{name}_title"], words[f"{name}_text"]
    return _page(request, "Vinted", f"<h1>{escape(title)}</h1><p>{escape(text)}</p>")


def _page(
    request: Request,
    title: str,
    body: str,
    headers: dict[str, str] | None = None,
    status: int = 403,
) -> HTMLResponse:
    lang = HTML_LANG[locale_of(request)]
    html = f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title></head>'
    return HTMLResponse(f"{html}<body>{body}</body></html>", status, headers)
