"""A tab on a page that a test drew, with the market's own rules and without pauses.

A whole seller with a form is `seller`'s matter.
"""

from collections.abc import Sequence
from random import Random

from playwright.async_api import Page

from browser.page.conditions import Timeouts
from browser.page.interruptions import Interruption
from browser.page.pacing import Pacer, Profile
from browser.page.response_watch import ResponseWatch
from browser.page.tab import Tab
from browser.sites.vinted.marketplace import Vinted

QUICK = Timeouts(
    element=6.0, effect=1.0, answer=8.0, upload=12.0, publish=4.0, settle=2.0, between_looks=0.2
)
_SITE = Vinted().pages()


def tab_on(
    page: Page,
    *,
    watch: ResponseWatch | None = None,
    interruptions: Sequence[Interruption] = _SITE.interruptions,
    timeouts: Timeouts = QUICK,
) -> Tab:
    """The page as the driver looks at it; `watch` where the page was watched before."""
    return Tab(
        page,
        watch=watch or ResponseWatch(page, _SITE.markers),
        markers=_SITE.markers,
        interruptions=interruptions,
        pacer=Pacer(Profile.OFF, Random(1)),
        timeouts=timeouts,
    )
