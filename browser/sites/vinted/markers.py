"""How obstacles show on Vinted: data for `browser.challenge`, texts in lower case.

Signs that ordinary pages carry too (the anti-bot script tag and cookie, `/cdn-cgi/` scripts, the
invisible reCAPTCHA, hidden consent dialogs) are left out on purpose.
"""

from typing import Final

from browser.challenge import Markers, Sign
from browser.errors import ChallengeKind

_CAPTCHA: Final = ChallengeKind.CAPTCHA
_BLOCKED: Final = ChallengeKind.BLOCKED
_HUMAN_CHECK: Final = ChallengeKind.HUMAN_CHECK
_INTERSTITIAL: Final = ChallengeKind.INTERSTITIAL
_VERIFICATION: Final = ChallengeKind.VERIFICATION
_RATE_LIMITED: Final = ChallengeKind.RATE_LIMITED

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
    texts=(
        Sign(_BLOCKED, ("deine sitzung wurde blockiert", "automatisierte")),
        Sign(_BLOCKED, ("your session has been blocked", "unusual", "activity")),
        Sign(_BLOCKED, ("your session was blocked", "unusual", "activity")),
        Sign(_HUMAN_CHECK, ("bist du ein mensch",)),
        Sign(_HUMAN_CHECK, ("verify you are human",)),
        Sign(_RATE_LIMITED, ("rate limited",)),
        Sign(_RATE_LIMITED, ("too many requests",)),
        Sign(_RATE_LIMITED, ("te veel verzoeken",)),
    ),
    selectors=(
        Sign(_INTERSTITIAL, ("#challenge-running",)),
        Sign(_INTERSTITIAL, (".cf-browser-verification",)),
    ),
    paths=(Sign(_VERIFICATION, ("/users/verification",)),),
    login_paths=("/member/signup", "/member/login", "/member/general/login"),
    login_selectors=('a[data-testid="header--login-button"]',),
    renewal_path="/session-refresh",
    api_prefixes=("/api/v2/", "/web/api/"),
    api_codes={115: _VERIFICATION, 168: _VERIFICATION},
    session_codes=frozenset({100}),
    headers={"cf-mitigated": _INTERSTITIAL},
    refusal_hosts={"captcha-delivery.com": _CAPTCHA},
)
