"""The parcel size: radio cells that are all on the page, one of them recommended by the site.

Owns which sizes the site has for a category, whether the page shows them, and the presses that
choose one. What is done about a section that is missing belongs to the caller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any, Final

from browser.listing import FieldName, Option
from browser.page.conditions import Condition
from browser.page.input import strike
from browser.page.locators import Field, Match, by_css, present
from browser.page.page_scripts import PAGE, library
from browser.page.tab import Tab
from browser.sell_form import FieldKind, OfferedField, Shown, Unshown
from browser.sites.vinted.answers import Answers, Wanted, body, matching
from browser.sites.vinted.locators import ROWS, Locators

_SCRIPT: Final = files(__package__).joinpath("parcels.js").read_text(encoding="utf-8")
PARCELS: Final = ROWS + library("parcels", _SCRIPT, beside=PAGE + ROWS)
CELLS: Final = Condition(f"() => {{ {PARCELS} return parcels(); }}")
"""Holds, with the cells, once the page shows them."""
_RECOMMENDED: Final = Condition(
    f"""() => {{ {PARCELS}
      const cells = parcels();
      return cells?.some(({{suggested, chosen}}) => suggested || chosen) ? cells : null;
    }}"""
)
_CHOSEN: Final = f"""(ids) => {{ {PARCELS}
  const chosen = (parcels() ?? []).filter((cell) => cell.chosen);
  return chosen.length === 1 && ids.includes(chosen[0].id);
}}"""
_IS_CHOSEN: Final = "chosen"
_ABSENT: Final = "absent"
_PATIENCE: Final = (0.6, 1.0, 2.0)
"""How long a press is given to show its effect, round by round, in units of `Timeouts.effect`."""


@dataclass(frozen=True, slots=True)
class Section:
    """The parcel sizes of a category: the cells that are shown, and what the site lists.

    `listed` is None while the site has not said which there are; empty is its word that the
    category has none (real answers of 2026-10-06 and others' code, H). On that evening pages
    lacked the section all the same, and what was sent without a size was refused.
    """

    cells: tuple[dict[str, Any], ...] = ()
    listed: tuple[Option, ...] | None = None

    @property
    def unshown(self) -> Unshown | None:
        """The section where the page lacks it although one is to be expected."""
        if self.cells or self.listed == ():
            return None
        return Unshown(FieldName.PARCEL_SIZE, self.listed or ())

    def offered(self, locators: Locators) -> tuple[OfferedField, ...]:
        """The field, when the page shows it."""
        if not self.cells:
            return ()
        return (
            OfferedField(
                FieldName.PARCEL_SIZE,
                FieldKind.ONE,
                required=True,
                suggested=self._first("suggested", locators) or self._first("chosen", locators),
            ),
        )

    def _first(self, sign: str, locators: Locators) -> str | None:
        found = next((cell["id"] for cell in self.cells if cell[sign]), None)
        return found and parcel_id(found, locators)


def parcel_id(shown: str, locators: Locators) -> str:
    """The site's id of a size whose cell tells only its name."""
    return locators.ids(FieldName.PARCEL_SIZE).get(shown, shown)


async def section_of(tab: Tab, answers: Answers, leaf: str | None) -> Section:
    """The section of a category once the site has listed its sizes and the page shows them.

    The page asks once for each leaf and never again, also after a failure, so the answer may be
    older than the latest choice of the category.
    """
    wanted = _lists(leaf)
    if not answers.calls(wanted) and not await tab.read(CELLS):
        await answers.made(wanted, seconds=tab.timeouts.effect)
    if answers.calls(wanted):
        await answers.arrived(wanted, seconds=tab.timeouts.answer)
    listed = await _listed(answers, wanted)
    if listed == ():
        return Section(tuple(await tab.read(CELLS) or ()), listed)
    seconds = tab.timeouts.effect * (2 if listed else 1)
    return Section(tuple(await tab.until(CELLS, seconds=seconds) or ()), listed)


async def shown_again(tab: Tab, before: Section) -> Section:
    """The section as it is now: a recommendation may come late, and change with the size.

    A section without one is given a moment to come to it, and one that the page lacks although the
    site lists its sizes is waited for: it may only be slow.
    """
    cells = await tab.read(CELLS)
    if not cells and before.listed:
        cells = await tab.until(CELLS, seconds=tab.timeouts.element)
    if cells and not any(cell["suggested"] or cell["chosen"] for cell in cells):
        cells = await tab.until(_RECOMMENDED, seconds=tab.timeouts.effect) or cells
    return replace(before, cells=tuple(cells or ()))


def _lists(leaf: str | None) -> Wanted:
    """Calls that ask for the sizes of a leaf.

    The newer address is on another host, api.vinted.<tld> (vinted.fr and vinted.com, 2026-10-06,
    answers captured by two projects, H); the older one on the market's own (HAR of 2026-02, M).
    """
    catalog = rf"catalogs/{leaf or '[0-9]+'}/package_sizes"
    return matching("GET", rf"(?:/shipping-estimation/external|/api/v2)/{catalog}")


async def _listed(answers: Answers, wanted: Wanted) -> tuple[Option, ...] | None:
    for response in reversed(answers.answered(wanted)):
        if response.ok and (rows := _rows(await body(response))) is not None:
            return tuple(Option(str(row["id"]), _title(row)) for row in rows)
    return None


def _rows(answer: Any) -> list[dict[str, Any]] | None:
    found = answer.get("package_sizes") if isinstance(answer, dict) else answer
    if not isinstance(found, list):
        return None
    return [row for row in found if isinstance(row, dict) and "id" in row]


def _title(row: dict[str, Any]) -> str:
    return str(row.get("title") or row.get("name") or row.get("code") or row["id"])


class ParcelPicker:
    """The parcel sizes of the sell page. The id decides; one label may stand under several."""

    def __init__(self, tab: Tab, locators: Locators) -> None:
        self._tab = tab
        self._locators = locators
        self.seen: Sequence[Mapping[str, Any]] = ()

    async def options(self, words: str | None) -> tuple[Option, ...]:
        """The sizes that are offered for the category; as they were `seen` just now, if so."""
        cells, self.seen = self.seen or await self._cells(), ()
        return tuple(Option(parcel_id(cell["id"], self._locators), cell["label"]) for cell in cells)

    async def choose(self, options: Sequence[Option]) -> Shown:
        """Choose one, from another one where there is one.

        A choice may never reach the form's state while the page shows it checked: the preselected
        one, or one that is lost between its press and the sending; pressing another and then it
        again cured it (vinted.fr, to 2026-09-25, live measurement, one source, M; audit of
        2026-11-28, H). One that is checked is not pressed once more, since it may go off.
        """
        (option,) = options
        cells = await self._cells()
        ids = self._shown_ids(option)
        if not any(cell["id"] in ids for cell in cells):
            raise await self._tab.lost(self._locators.parcel(option.id, option.label))
        others = [cell for cell in cells if cell["id"] not in ids]
        if others and not any(cell["chosen"] for cell in others):
            other = others[0]
            await self.press(Option(parcel_id(other["id"], self._locators), other["label"]))
        return await self.press(option)

    async def press(self, option: Option) -> Shown:
        """Choose one; what is chosen already is not pressed, since that may take it off.

        The cell is pressed, its label, then the radio itself, until the radio is checked: a press
        on the cell often misses it (three markets, 2026-08 to 2026-10, H). Each is preceded by a
        look. A label is pressed where its radio does not lie, which is a target of its own.
        """
        field = self._locators.parcel(option.id, option.label)
        chosen = Condition(_CHOSEN, self._shown_ids(option))
        for patience in _PATIENCE:
            for target in (field, *_behind(option.id)):
                sight = await self._tab.until(_aimed(target, chosen))
                if sight == _IS_CHOSEN:
                    return Shown(option.label, (await self._tab.find(field)).rank)
                if sight is None:  # answering a dialog took all the time
                    raise await self._tab.lost(field)
                if sight == _ABSENT:
                    continue
                match = await strike(self._tab, target, at=Match(**sight))
                if await self._tab.until(chosen, seconds=self._tab.timeouts.effect * patience):
                    cell = match if target is field else await self._tab.find(field)
                    return Shown(option.label, cell.rank)
        raise await self._tab.lost(field)

    async def empty(self) -> None:
        """A size is not taken away."""

    async def leave(self) -> None:
        """Nothing to close: the cells are always shown."""

    def _shown_ids(self, option: Option) -> list[str]:
        """What the cell of a size may be known by on the page: its id, or its name alone."""
        told = self._locators.ids(FieldName.PARCEL_SIZE).items()
        return [option.id, *(label for label, id_ in told if id_ == option.id)]

    async def _cells(self) -> list[dict[str, Any]]:
        return await self._tab.read(CELLS) or []


def _aimed(target: Field, chosen: Condition) -> Condition:
    """Holds at once: with where to press, with `_IS_CHOSEN` or with `_ABSENT`."""
    place = present(target, beside=True)
    script = f"""({{place, chosen}}) => {{
      if (({chosen.script})(chosen)) return "{_IS_CHOSEN}";
      return ({place.script})(place) ?? "{_ABSENT}";
    }}"""
    return Condition(script, {"place": place.argument, "chosen": chosen.argument})


def _behind(size: str) -> tuple[Field, ...]:
    """What a press on the cell may miss: the label of its radio, and the radio."""
    radio = f'[id="package_type_selector_{size}"]'
    named = f'[data-testid^="package_type_selector_{size}"]'
    label = Field(
        FieldName.PARCEL_SIZE,
        (
            by_css(f'label[for="package_type_selector_{size}"]'),
            by_css(f"label:has({radio})"),
            by_css(f"label{named}"),
        ),
    )
    tested = f'[data-testid="package_type_selector_{size}--input"]'
    own = (by_css(f"input{radio}"), by_css(f"input{tested}"))
    return label, Field(FieldName.PARCEL_SIZE, own)
