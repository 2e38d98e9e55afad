"""Waiting inside the page: a condition is watched by a MutationObserver, not polled from outside.

Also the time budgets of the browser half. What to wait for belongs to `locators` and the pages.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Upper bounds in seconds; reaching one means that the site did not do its part."""

    navigation: float = 30.0
    element: float = 10.0
    effect: float = 1.0
    answer: float = 15.0
    upload: float = 60.0
    renewal: float = 8.0
    publish: float = 45.0
    evaluate: float = 5.0
