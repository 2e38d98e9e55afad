"""What stands in front of a form: what is known of such things, and what is to be done with each.

A banner or a known dialog is answered; what is `told` only once, with a warning. Pressing, and
looking in the page, are `tab`'s; which interruptions there are is the marketplace's to say.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from browser.errors import NeedsPerson, Place, UnknownDialog
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.locators import Field
from browser.page.page_scripts import PAGE, library

_WATCHING: Final = """({{own, left, told, argument}}) => {{
  {signs}
  const met = all(ANY_SIGN).length ? standing({{left, told, own: () => ({own})(own)}}) : null;
  if (met) return met;
  const value = ({script})(argument);
  return value ? {{value}} : null;
}}"""
_STANDS: Final = """
const standing = ({left, told, own}) => {
  const mine = own();
  const isStrange = (element) => !mine || !(holds(element, mine) || holds(mine, element));
  const key = (element) => text(element.innerText).slice(0, 200);
  const says = (element, words) => {
    const said = text(element.innerText).toLowerCase().replaceAll("’", "'");
    return words.some((word) => said.includes(word));
  };
  const meets = ({words, unless, covering, leaves}) => (element) =>
    shown(element) && isStrange(element)
      && (!words.length || says(element, words)) && !says(element, unless)
      && (!leaves || !left.includes(key(element))) && (!covering || covers(element));
  for (const [met, sign] of SIGNS.entries()) {
    const found = all(sign.sign).find(meets(sign));
    if (!found) continue;
    const keys = all(sign.sign)
      .filter((other) => found.contains(other) || other.contains(found)).map(key);
    return {met, keys};
  }
  const again = SIGNS.filter(({leaves}) => leaves).flatMap(({sign}) => all(sign))
    .filter((element) => shown(element) && left.includes(key(element)))
    .find((element) => !told.includes(key(element)));
  return again ? {again: key(again)} : null;
};
"""
_SEEN: Final = """({sign, keys}) => all(sign).filter((element) =>
  shown(element) && keys.includes(text(element.innerText).slice(0, 200)))"""
_GONE: Final = "(sign) => !all(sign).some(shown)"
_LEFT: Final = "(seen) => !seen.some((element) => element.isConnected && shown(element))"
_STANDING: Final = """({{dialogs, own}}) => {{
  const mine = ({own})(own);
  const isStrange = (element) => !mine || !(holds(element, mine) || holds(mine, element));
  return dialogs.some((sign) => all(sign).some((each) => covers(each) && isStrange(each)));
}}"""


@dataclass(frozen=True, slots=True)
class Interruption:
    """Something that stands in front of the form: what shows it, and what answers it.

    `words` (lower case) tell apart dialogs that look alike, one of `unless` says that it is none.
    Without an `answer` a person must act. What is `told` is answered once and becomes a warning;
    when it comes back it is left alone. `covering` looks past what lies over nothing.
    """

    name: str
    sign: str
    answer: Field | None = None
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    error: type[NeedsPerson] = UnknownDialog
    reason: str | None = None
    told: bool = False
    covering: bool = False
    is_dialog: bool = True

    def stop(self) -> NeedsPerson:
        """The error for one that a person must act on."""
        error = self.error(Place.WHILE_FILLING)
        error.reason = self.reason or error.reason
        return error


class Interruptions:
    """What may come in between on one page, with what was closed there and what came back."""

    def __init__(self, known: Sequence[Interruption]) -> None:
        self._known = tuple(known)
        self._is_pressed: Callable[[Interruption], bool] = lambda _: True
        self._closed: list[str] = []
        self._told: list[str] = []
        self.warnings: list[str] = []
        """What was closed, or came back."""
        self.own = Condition("() => null")
        """Finds the part of the form that may look like a dialog and is none: its open list."""

    def leave_dialogs(self) -> None:
        """From here on no dialog is pressed that comes in between: it stays for a person.

        A banner is none: it is the visit's and says nothing of the item, and a form that was filled
        within its second meets it just before the click.
        """
        self._is_pressed = lambda item: not item.is_dialog

    def hands_off(self) -> None:
        """From here on nothing is pressed that comes in between."""
        self._is_pressed = lambda _: False

    def watched(self) -> tuple[Interruption, ...]:
        """What may come in between now, without what would be pressed and may not be."""
        return tuple(item for item in self._known if not item.answer or self._is_pressed(item))

    def dialogs(self) -> list[str]:
        """The signs of those that are dialogs, each once."""
        return list(dict.fromkeys(item.sign for item in self._known if item.is_dialog))

    def standing(self) -> Condition:
        """Whether a dialog lies over the form, known or not, that is no part of it."""
        argument = {"dialogs": self.dialogs(), "own": self.own.argument}
        return Condition(_STANDING.format(own=self.own.script), argument)

    def or_met(self, condition: Condition, watched: Sequence[Interruption]) -> Condition:
        """Holds with the condition's `value`, or with what was `met` or came back `again`."""
        argument = {
            "own": self.own.argument,
            "left": list(self._closed),
            "told": list(self._told),
            "argument": condition.argument,
        }
        signs = _library(tuple(watched))
        script = _WATCHING.format(signs=signs, script=condition.script, own=self.own.script)
        return Condition(script, argument)

    def closed(self, interruption: Interruption, keys: Sequence[str], heading: str | None) -> None:
        """Note that one was closed, and say so where it is to be told."""
        if interruption.told:
            self._closed += keys
            name = heading or interruption.name
            self.warnings.append(
                Message('The page showed "{name}" in front of the form: it was closed.', name=name)
            )

    def came_back(self, key: str) -> None:
        """What was closed once is not closed again: it may want something."""
        self._told.append(key)
        self.warnings.append(
            "What was closed on the page came back: it was left alone. Look at the picture."
        )


@cache
def _library(watched: tuple[Interruption, ...]) -> str:
    """The line by which a script knows these signs, of which a document is told once."""
    signs = [
        {
            "sign": item.sign,
            "words": item.words,
            "unless": item.unless,
            "covering": item.covering,
            "leaves": item.is_dialog and (item.told or item.covering),
        }
        for item in watched
    ]
    every = ", ".join(dict.fromkeys(item.sign for item in watched)) or ":not(*)"
    told = f"const SIGNS = {json.dumps(signs)};\nconst ANY_SIGN = {json.dumps(every)};\n"
    name = hashlib.sha256(told.encode()).hexdigest()[:16]
    return library(f"interruptions-{name}", told + _STANDS, beside=PAGE)


def seen(interruption: Interruption, keys: Sequence[str]) -> Condition:
    """What is shown of an interruption that is told, as elements of the page."""
    return Condition(_SEEN, {"sign": interruption.sign, "keys": keys})


def gone(interruption: Interruption, elements: object | None) -> Condition:
    """Holds while nothing of the interruption is shown; of one that is told, what was seen of it.

    One that is back at once is another element: it was closed, and came back.
    """
    return Condition(_GONE, interruption.sign) if elements is None else Condition(_LEFT, elements)
