"""The cookies of Vinted's log-in and language; no clearance cookie is among them."""

from typing import Final

from browser.pasted_session import CookieRules
from browser.sites.vinted.markets import MARKETS

COOKIES: Final = CookieRules(
    access="access_token_web",
    refresh="refresh_token_web",
    kept=frozenset(
        {
            *("_vinted_fr_session", "anon_id", "v_uid", "v_sid", "v_udt"),
            *("anonymous-locale", "domain_selected"),
        }
    ),
    hosts=tuple(MARKETS),
)
