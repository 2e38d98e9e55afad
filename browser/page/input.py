"""Pressing and typing with trusted input, until what was meant shows in the page.

Checks what a press changed, and repeats it when nothing did. Where things are is found by `tab`.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from unicodedata import category

from browser.errors import NotText
from browser.page.conditions import Condition, either
from browser.page.locators import Field, Match, focused, holding, present
from browser.page.tab import PATIENCE, REPLACED, Tab
from browser.playwright_calls import click
from browser.playwright_errors import Error

_MISSES: Final = 8
"""How often what moves away under a press is aimed at again before that counts as a try."""
_AGAIN_SECONDS: Final = 2.5
"""How long to wait for what a press changes, try by try, in units of `Timeouts.effect`."""


async def press(
    tab: Tab,
    field: Field,
    done: Condition,
    *,
    seconds: float | None = None,
    patience: Sequence[float] = PATIENCE,
    at: Match | None = None,
) -> Match:
    """Press the field until `done` holds; never again once it does.

    `seconds` is how long the field may take to be there, `patience` how long each press may
    take to show, in units of `Timeouts.effect`: longer where a second one undoes the first.
    `at` is where a look of just now found it. What `done` gave is `met` by the match.
    """
    match = at or await tab.find(field, seconds=seconds)
    misses = attempt = 0
    while attempt < len(patience):
        await _press(tab, field, match, attempt)
        shown = await tab.until(_shows(done), seconds=tab.timeouts.effect * patience[attempt])
        if shown and shown["met"]:
            return replace(match, met=shown["met"])
        if shown and misses < _MISSES:
            misses += 1
        else:
            attempt += 1
        # A late effect may take the field away, so that both are waited for; not for long,
        # since a field that another thing closed comes back only when it is opened again.
        sight = await tab.until(either(done, present(field)), seconds=_AGAIN_SECONDS)
        if sight is True:
            return match
        if sight is None:
            break
        match = Match(**sight)
    if await tab.late(done):
        return match
    raise await tab.lost(field)


def _shows(done: Condition) -> Condition:
    """Holds with what is `met` once `done` holds; without, once the press is known to have missed.

    What moved away under the press was not pressed, nor was what came in its place.
    """
    script = f"""(argument) => {{
      const met = ({done.script})(argument);
      return met || missed() ? {{met}} : null;
    }}"""
    return Condition(script, done.argument)


async def strike(tab: Tab, field: Field, *, beside: bool = False, at: Match | None = None) -> Match:
    """Press the field once; what it changes is for the caller to see.

    With `beside` a label is pressed where the control in it does not lie, if there is room.
    `at` is where a look of just now found it.
    """
    match = at or await tab.find(field, beside=beside)
    await _press(tab, field, match, attempt=0)
    return match


async def type_text(
    tab: Tab,
    field: Field,
    text: str,
    *,
    keys: bool = False,
    lines: bool = False,
    seconds: float | None = None,
) -> Match:
    """Replace a field's text, by `keys` where the page listens for them.

    Line breaks are for a field of several `lines`, which is never typed by keys.
    """
    require_text(field.name, text, lines=lines and not keys)
    for _ in PATIENCE:
        match = await press(tab, field, focused(field), seconds=seconds)
        if keys:
            await tab.page.keyboard.press("ControlOrMeta+A")
            await _type(tab, text)
        else:
            await _fill(tab, field, text)
        if await tab.until(holding(field, text), seconds=tab.timeouts.effect):
            return match
    raise await tab.lost(field)


def require_text(name: str, text: str, *, lines: bool = False) -> None:
    """Raise for a text that holds what a page takes for a key: Enter, Tab, Escape and the like.

    A field of several lines is filled as a whole, where breaks and tabs are only text.
    """
    if any(category(sign) == "Cc" and not (lines and sign in "\n\t") for sign in text):
        raise NotText(name)


async def _type(tab: Tab, text: str) -> None:
    """Everything at once but for the last sign, whose key the page hears; else sign by sign.

    Sign by sign a slow machine leaves a page time to ask its site for half a word.
    """
    at_once = text[:-1] if text[-1:].isascii() else ""
    if at_once:
        await tab.page.keyboard.insert_text(at_once)
    await tab.page.keyboard.type(text.removeprefix(at_once))


async def _fill(tab: Tab, field: Field, text: str) -> None:
    try:
        await (await tab.handle(field)).fill(text, timeout=tab.timeouts.element * 1000)
    except Error as error:
        if REPLACED not in error.message:
            raise


async def _press(tab: Tab, field: Field, match: Match, attempt: int) -> None:
    """By coordinates, which is fastest; each second try with Playwright's own checks.

    Never where something else would be hit: what lies there may be another field.
    """
    if attempt % 2 == 0 and match.clear:
        await click(tab.page, match.x, match.y)
    else:
        await tab.click(field)
