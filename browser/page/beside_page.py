"""What is remembered of a page, for as long as the page itself is.

A value may hold its page, as a handle or a session of it does: a dictionary with weak keys would
keep both for ever then, and everything that the page ever asked for. Which values there are is the
business of those who remember them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from playwright.async_api import Page

T = TypeVar("T")


class BesidePage(Generic[T]):
    """One value for each page, under a name that no other has; it goes with the page."""

    def __init__(self, name: str) -> None:
        self._name = f"_fripier_{name}"

    def get(self, page: Page) -> T | None:
        """The page's value; None without one."""
        found: T | None = vars(page).get(self._name)
        return found

    def put(self, page: Page, value: T) -> T:
        """Remember a value in place of the one before, and return it."""
        vars(page)[self._name] = value
        return value

    def drop(self, page: Page) -> None:
        """Forget the page's value; nothing happens without one."""
        vars(page).pop(self._name, None)
