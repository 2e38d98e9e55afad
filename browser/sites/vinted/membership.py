"""Who is signed in, by the site's own word.

Owns how the answer is read. Where a page is only just opened, what it was itself told is taken,
since that needs no call of ours; when to open it once more belongs to the driver.
"""

import asyncio
from typing import Any, Final

from browser.errors import Place, SiteUnreachable
from browser.page.response_watch import Answer
from browser.page.site_calls import ask, settled
from browser.page.tab import Tab
from browser.site import Member
from browser.sites.vinted.answers import PREFIX
from browser.sites.vinted.markers import MARKERS

_PATH: Final = f"{PREFIX}users/current"
# 401 without cookies: every market, H. 403 signed out with JSON: vinted.pt, 2026-09-16, live, M.
# 200 without a login was one source's precaution and never seen (2026-08), L.
# 404 is how withdrawn addresses answer (`items/{id}`, 2026-08-05), and no word about the caller.
_SIGNED_OUT: Final = frozenset({401})
_RENEWAL: Final = 5.0
"""How long a page that was told of a guest may take to renew, in units of `Timeouts.effect`."""


async def member(tab: Tab, *, arriving: bool) -> Member | None:
    """The member of the tab's session; None for a guest.

    `arriving` is right after a page was opened: its own call is awaited, and heard, first. Raises
    what `Tab.probe` raises, and SiteUnreachable for an answer that tells neither.
    """
    if arriving:
        if found := _member(await tab.watch.member()):
            return _known(tab, found)
        # The page may renew the session before it asks, or ask again with the renewed one.
        await settled(tab)
        if found := await _renewed(tab):
            return _known(tab, found)
    answer = await ask(tab, _PATH)
    if found := _member(answer):
        return _known(tab, found)
    if answer.status in _SIGNED_OUT or _is_guests(answer):
        return None
    await tab.probe(Place.NAVIGATION)
    raise SiteUnreachable(f"the site does not say who is signed in ({answer.status})")


async def _renewed(tab: Tab) -> Member | None:
    """The member by the page's own word, within the time that it takes to renew a session.

    Asked straight after the document came, 7 of 15 sessions were taken for guests' that were none
    (others' service in production, vinted.de, 2026-10-01, one source, M).
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + _RENEWAL * tab.timeouts.effect
    while not (found := _member(await tab.watch.member())):
        if not await tab.watch.told_again(seconds=end - loop.time()):
            return None
    return found


def _known(tab: Tab, found: Member) -> Member:
    tab.capture.secrets.add(found.username)
    return found


def _member(answer: Answer | None) -> Member | None:
    """A member has an id and a login: a guest may be answered without."""
    user = _object(answer.body).get("user") if answer and answer.status == 200 else None
    user = _object(user)
    if not user.get("id") or not user.get("login"):
        return None
    return Member(str(user["id"]), str(user["login"]))


def _is_guests(answer: Answer) -> bool:
    """Served without a member, or refused in the site's own words; the guard has none of these."""
    told = _object(answer.body)
    if answer.status == 200:
        return "user" in told or told.get("code") == 0
    is_own_word = "code" in told and "message_code" in told and "url" not in told
    if told.get("code") in MARKERS.api_codes:  # the site's own word too, and for a person
        return False
    return answer.status == 403 and is_own_word


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
