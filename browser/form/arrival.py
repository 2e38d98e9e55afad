"""Who is signed in on a page that was just opened, and whether that is who it should be.

Owns the second try before a log-out is believed. How the site tells its member is the site's, what
a log-out means for a job the caller's.
"""

from collections.abc import Awaitable, Callable

from browser.errors import AccountMismatch, SessionExpired
from browser.page.tab import Tab
from browser.sell_form import SellForm
from browser.site import Member, Pages


async def arrived(pages: Pages, tab: Tab, open_page: Callable[[], Awaitable[None]]) -> Member:
    """Open a page, and say who is signed in there.

    A page may be there before it has renewed its session, so that it is opened once more before a
    log-out is believed.
    """
    for is_last in (False, True):
        try:
            await open_page()
            return signed_in(await pages.member(tab, arriving=True))
        except SessionExpired:
            if is_last:
                raise
    raise AssertionError("the last try returns or raises")


def signed_in(member: Member | None) -> Member:
    """The member; raises SessionExpired for a guest."""
    if member is None:
        raise SessionExpired("the site answers as to a guest")
    return member


async def require_same(form: SellForm, member: Member, expected: str | None) -> None:
    """Who is signed in, by the site's answer and by the page; before anything is filled."""
    shown = await form.shown_member()
    names = {member.username, shown or member.username, expected or member.username}
    if len(names) > 1:
        raise AccountMismatch(expected or member.username)
