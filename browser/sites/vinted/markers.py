"""How obstacles show on Vinted: data for `browser.page.challenge`, texts in lower case.

Signs that ordinary pages carry too (the anti-bot script tag and cookie, `/cdn-cgi/` scripts, the
invisible reCAPTCHA, hidden consent dialogs) are left out on purpose.
"""

from typing import Final

from browser.errors import ChallengeKind
from browser.page.challenge import Markers, Sign

_CAPTCHA: Final = ChallengeKind.CAPTCHA
_BLOCKED: Final = ChallengeKind.BLOCKED
_HUMAN_CHECK: Final = ChallengeKind.HUMAN_CHECK
_INTERSTITIAL: Final = ChallengeKind.INTERSTITIAL
_VERIFICATION: Final = ChallengeKind.VERIFICATION
_RATE_LIMITED: Final = ChallengeKind.RATE_LIMITED

_TEXTS: Final = (
    # The guard's block page. vinted.fr, vinted.be, 2026-08 to 10, others' code, several sources, H:
    # in both forms of address.
    Sign(_BLOCKED, ("ta session a été bloquée",)),
    Sign(_BLOCKED, ("votre session a été bloquée",)),
    Sign(_BLOCKED, ("temporairement bloqué", "activité")),
    Sign(_BLOCKED, ("activité inhabituelle", "bloqué")),
    # The guard's supplier at other French shops, 2026, its own page, M that Vinted shows it.
    Sign(_BLOCKED, ("accès temporairement restreint",)),
    Sign(_BLOCKED, ("pourquoi ce blocage",)),
    Sign(_HUMAN_CHECK, ("pourquoi cette vérification",)),
    # vinted.de, 2026-05 and 2026-10, others' code, two sources, H; the formal address M.
    Sign(_BLOCKED, ("deine sitzung wurde blockiert",)),
    Sign(_BLOCKED, ("ihre sitzung wurde blockiert",)),
    Sign(_BLOCKED, ("ungewöhnliche", "automatisierte", "aktivitäten", "blockiert")),
    Sign(_BLOCKED, ("vorübergehend", "zugang", "gesperrt")),
    Sign(_HUMAN_CHECK, ("bist du ein mensch",)),
    Sign(_HUMAN_CHECK, ("sind sie ein mensch",)),
    Sign(_HUMAN_CHECK, ("ich bin kein roboter",)),
    # vinted.com, vinted.co.uk, 2026-05 to 10, others' code, several sources, H.
    Sign(_BLOCKED, ("your session has been blocked",)),
    Sign(_BLOCKED, ("your session was blocked",)),
    Sign(_BLOCKED, ("temporarily blocked your access",)),
    Sign(_HUMAN_CHECK, ("verify you are human",)),
    Sign(_HUMAN_CHECK, ("are you human",)),
    Sign(_HUMAN_CHECK, ("i'm not a robot",)),
    # vinted.pl and vinted.it, 2026, others' code, one source each, M. For ES, NL, PT and CZ no
    # text is known: there the frame, the headers and the missing form tell.
    Sign(_BLOCKED, ("twoja sesja została zablokowana",)),
    Sign(_BLOCKED, ("tymczasowo zablokowaliśmy ci dostęp",)),
    Sign(_BLOCKED, ("nietypową lub zautomatyzowaną aktywność",)),
    Sign(_BLOCKED, ("la tua sessione è stata bloccata",)),
    Sign(_BLOCKED, ("attività insolite o automatizzate",)),
    # The rate-limit page, English on foreign markets too and not the guard's: 2026, others' code,
    # several sources, M; the Dutch words 2026-05, L.
    Sign(_RATE_LIMITED, ("rate limited",)),
    Sign(_RATE_LIMITED, ("too many requests",)),
    Sign(_RATE_LIMITED, ("access to this site is blocked for this computer",)),
    Sign(_RATE_LIMITED, ("te veel verzoeken",)),
)

MARKERS: Final = Markers(
    frames=(
        Sign(_CAPTCHA, ("captcha-delivery.com",)),
        Sign(_CAPTCHA, ("google.com", "/recaptcha/"), unless=("size=invisible",)),
        Sign(_CAPTCHA, ("recaptcha.net", "/recaptcha/"), unless=("size=invisible",)),
        Sign(_CAPTCHA, ("hcaptcha.com",), unless=("invisible",)),
        Sign(_CAPTCHA, ("challenges.cloudflare.com",)),
        Sign(_CAPTCHA, ("arkoselabs.com",)),
    ),
    titles=(
        Sign(_INTERSTITIAL, ("just a moment...",)),
        Sign(_INTERSTITIAL, ("attention required!",)),
        Sign(_INTERSTITIAL, ("checking your browser",)),
    ),
    texts=_TEXTS,
    selectors=(
        Sign(_INTERSTITIAL, ("#challenge-running",)),
        Sign(_INTERSTITIAL, (".cf-browser-verification",)),
    ),
    paths=(Sign(_VERIFICATION, ("/users/verification",)),),
    login_paths=("/member/signup", "/member/login", "/member/general/login"),
    # The header's menu with the avatar: every market, 2026-05 to 10, others' code, several, H.
    member_selectors=("#user-menu-button", ".header-avatar"),
    # A link until the summer of 2026; the join page of vinted.com, 2026-10-06, live, one source, M.
    login_selectors=('[data-testid="header--login-button"]',),
    renewal_path="/session-refresh",
    api_prefixes=("/api/v2/", "/web/api/"),
    # A field's loader stands where its chevron is while data comes: sell page, 2026-08, several, H.
    waiting_selectors=("[data-testid$='--loader']", "[aria-busy=true]"),
    api_codes={115: _VERIFICATION, 168: _VERIFICATION},
    session_codes=frozenset({100}),
    # 106 `access_denied` beside a 403: signed out. vinted.pt, 2026-09-16, live capture, one, M.
    # Elsewhere than on a member's own calls such a 403 proves nothing (`colors`, 2026-09-07).
    guest_codes=frozenset({106}),
    member_paths=("/api/v2/item_upload/", "/api/v2/photos", "/api/v2/wardrobe/"),
    member_path="/api/v2/users/current",
    file_paths=("/api/v2/photos",),
    headers={"cf-mitigated": _INTERSTITIAL},
    # The guard's page; a 403 of the site itself is JSON with a code. 2026-09 to 10, several, H.
    refusals={"captcha-delivery.com": _CAPTCHA, "var dd=": _CAPTCHA},
    # All calls of the page carry them, reads too: vinted.fr 2026-08-12, .pt 2026-09-16, H. The
    # CSRF token: one capture of .pt, M.
    carried={"x-anon-id": "anon_id", "locale": None, "x-csrf-token": None},
)
