"""What a page asks for and is answered, told to each of us by one handler an event.

A page has hundreds of events, and several of us listen. What is made of them is the listeners'
business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from weakref import ReferenceType, WeakKeyDictionary, ref

from browser.playwright_calls import handler

if TYPE_CHECKING:
    from playwright.async_api import Page, Request, Response

Asked = Callable[["Request"], None]
Answered = Callable[["Response"], None]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Traffic:
    """Who is told of the requests of a page, of their answers, and of their ends.

    The page's own handlers hold it, and nothing else: its listeners hold the page in turn.
    """

    asked: list[Asked] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    ended: list[Asked] = field(default_factory=list)


_known: Final[WeakKeyDictionary[Page, ReferenceType[Traffic]]] = WeakKeyDictionary()


def listen(
    page: Page,
    *,
    asked: Asked | None = None,
    answered: Answered | None = None,
    ended: Asked | None = None,
) -> None:
    """Be told of what happens on a page from now on; an end is an answer's, or a failure."""
    known = _known.get(page)
    traffic = (known and known()) or _begun(page)
    if asked:
        traffic.asked.append(asked)
    if answered:
        traffic.answered.append(answered)
    if ended:
        traffic.ended.append(ended)


def _begun(page: Page) -> Traffic:
    traffic = Traffic()
    _known[page] = ref(traffic)
    page.on("request", _teller(lambda: traffic.asked))
    page.on("response", _teller(lambda: traffic.answered))
    page.on("requestfinished", _teller(lambda: traffic.ended))
    page.on("requestfailed", _teller(lambda: traffic.ended))
    return traffic


def _teller(listeners: Callable[[], list[Any]]) -> Callable[[Any], None]:
    def tell(happened: Any) -> None:
        for listener in listeners():
            listener(happened)

    return handler(tell)
