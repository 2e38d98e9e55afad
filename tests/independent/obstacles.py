"""The pages and answers that stand in the way: block pages, human checks, rate limits, walls.

Owns their texts and statuses. Where one appears is a switch of `page`.
"""

from typing import Any

CAPTCHA = "https://geo.captcha-delivery.com/captcha/?initialCid=abc"
# kind: (status, heading, text, iframe)
PAGES: dict[str, tuple[int, str, str, str | None]] = {
    "captcha": (403, "", "", CAPTCHA),
    "human_en": (403, "Are you human?", "Please verify you are human to go on.", CAPTCHA),
    "human_de": (403, "Sind Sie ein Mensch?", "Ich bin kein Roboter", CAPTCHA),
    "block_fr": (403, "Ta session a été bloquée",
                 "Nous avons remarqué une activité inhabituelle. Ton accès est temporairement "
                 "bloqué.", None),
    "block_fr_vous": (403, "Votre session a été bloquée",
                      "Activité inhabituelle. Votre accès est temporairement bloqué.", None),
    "block_fr_general": (403, "Accès temporairement restreint", "Pourquoi ce blocage ?", None),
    "block_de": (403, "Deine Sitzung wurde blockiert",
                 "Wir haben ungewöhnliche (oder automatisierte) Aktivitäten festgestellt und dir "
                 "vorübergehend den Zugang gesperrt.", None),
    "block_de_sie": (403, "Ihre Sitzung wurde blockiert",
                     "Ungewöhnliche oder automatisierte Aktivitäten.", None),
    "block_en": (403, "Your session has been blocked",
                 "We noticed unusual (or automated) activity and have temporarily blocked your "
                 "access.", None),
    "block_pl": (403, "Twoja sesja została zablokowana",
                 "Wykryliśmy nietypową lub zautomatyzowaną aktywność, dlatego tymczasowo "
                 "zablokowaliśmy Ci dostęp.", None),
    "block_it": (403, "La tua sessione è stata bloccata",
                 "Abbiamo rilevato attività insolite o automatizzate.", None),
    "block_unknown": (403, "Vaša sejtuna je blokarena", "Neka aktivnostim pretolta.", None),
    "rate_200": (200, "You are rate limited",
                 "Access to this site is blocked for this computer: too many requests.", None),
    "rate_429": (429, "You are rate limited", "Too many requests.", None),
    "cloudflare": (403, "Just a moment...", "Checking your browser", None),
}  # fmt: skip


def page(kind: str) -> tuple[int, str]:
    """The status and the HTML of an obstacle that takes the whole page."""
    status, heading, text, frame = PAGES[kind]
    inner = f'<iframe src="{frame}" width="600" height="400"></iframe>' if frame else ""
    script = "<script>var dd={'rt':'c','cid':'abc','host':'geo.captcha-delivery.com'}</script>"
    title = heading if kind == "cloudflare" else "vinted.fr"
    mark = '<div id="challenge-running"></div>' if kind == "cloudflare" else ""
    return status, (
        f"<!doctype html><html><head><title>{title}</title></head><body>{mark}"
        f"{script if frame else ''}<h1>{heading}</h1><p>{text}</p>{inner}</body></html>"
    )


def answer(kind: str) -> tuple[int, str, bytes | dict[str, Any]]:
    """The status, content type and body of an obstacle that answers a call."""
    status, _heading, _text, frame = PAGES.get(kind, (200, "", "", None))
    if kind == "bytes":
        return 200, "application/octet-stream", bytes(range(256)) * 4
    if kind == "captcha_json" or frame:
        return 403, "application/json", {"url": CAPTCHA}
    return status, "text/html", page(kind)[1].encode()
