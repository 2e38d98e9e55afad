"""Required groups of radios or boxes, of which only the page tells: all their options are on it.

Which of them fits the seller's words is decided by the caller; parcel sizes have a module of their
own, since the site tells of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from browser.listing import Option
from browser.page.conditions import Condition
from browser.page.input import press
from browser.page.locators import Candidate, Field, by_choice, by_css
from browser.page.tab import Tab
from browser.sell_form import FieldKind, OfferedField, Shown
from browser.sites.vinted.locators import ROWS

DEMANDED: Final = """(outside) => groups()
  .filter(({place, boxes}) => !place.closest(outside))
  .filter(({boxes}) => boxes.some((box) => shown(choiceOf(box))))
  .map(({name, label, boxes}) =>
    ({name, label, several: boxes[0].type === "checkbox", count: boxes.length}))"""
"""The groups that the page marks as required, for a script that knows its rows."""
_BOXES: Final = f"""(name) => {{ {ROWS}
  const [group] = groups().filter((each) => each.name === name);
  return group?.boxes.map((box) => ({{
    id: box.id, value: box.getAttribute("value"), several: box.type === "checkbox",
    label: saidOf(box), chosen: box.checked,
  }}));
}}"""
_CHOSEN: Final = f"""({{name, label, wanted}}) => {{ {ROWS}
  return groups().find((each) => each.name === name)?.boxes
    .find((box) => saidOf(box) === label)?.checked === wanted;
}}"""


def demanded_groups(found: Iterable[Mapping[str, Any]]) -> tuple[OfferedField, ...]:
    """The fields of the groups that `DEMANDED` found."""
    return tuple(
        OfferedField(
            each["name"],
            FieldKind.SEVERAL if each["several"] else FieldKind.ONE,
            required=True,
            limit=each["count"] if each["several"] else 1,
            label=each["label"],
        )
        for each in found
    )


class ChoicePicker:
    """One group of radios or of boxes."""

    def __init__(self, tab: Tab, name: str) -> None:
        self._tab = tab
        self._name = name

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """Everything that can be chosen, by its value where the page gives one."""
        return tuple(_option(box) for box in await self._boxes())

    async def choose(self, options: Sequence[Option]) -> Shown:
        wanted = {option.label for option in options}
        rank = 0
        for box in await self._boxes():
            is_wanted = box["label"] in wanted
            # A radio that is not wanted goes out by itself when another one is chosen.
            if box["chosen"] != is_wanted and (is_wanted or box["several"]):
                rank = max(rank, await self._press(box, is_wanted))
        chosen = [box["label"] for box in await self._boxes() if box["chosen"]]
        if set(chosen) != wanted:
            raise await self._tab.lost(Field(self._name, (by_choice("", self._name),), ROWS))
        return Shown(", ".join(chosen), rank)

    async def empty(self) -> None:
        """A group shows only what was chosen."""

    async def leave(self) -> None:
        """Nothing to close: the choices are always shown."""

    async def _press(self, box: Mapping[str, Any], wanted: bool) -> int:
        argument = {"name": self._name, "label": box["label"], "wanted": wanted}
        field = Field(self._name, tuple(_ways(box, self._name)), ROWS)
        return (await press(self._tab, field, Condition(_CHOSEN, argument))).rank

    async def _boxes(self) -> list[dict[str, Any]]:
        return await self._tab.read(Condition(_BOXES, self._name)) or []


def _option(box: Mapping[str, Any]) -> Option:
    value = box["value"]
    return Option(box["label"] if value in {None, "", "on"} else value, box["label"])


def _ways(box: Mapping[str, Any], group: str) -> Iterable[Candidate]:
    if box["id"]:
        quoted = box["id"].replace("\\", "\\\\").replace('"', '\\"')
        yield by_css(f'label:has([id="{quoted}"])')
        yield by_css(f'label[for="{quoted}"]')
    yield by_choice(box["label"], group)
