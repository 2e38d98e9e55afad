"""How well whole listings are filled: independent writers' listings against the page's form.

A listing is decided as the form decides it. Where the category is a question or wrong, the other
fields are those of the expected one, as after an answer. Of each batch every third, chosen by the
hash of its id, is set aside: it is scored, and its misses are never shown.
"""

import asyncio
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from browser.form.decider import Decider
from browser.listing import FieldName, Listing, Option, Price, RankedOption
from browser.matching.folding import compact
from browser.matching.matcher import Choice
from browser.sell_form import NO_OPTION, FieldKind, OfferedField, Shown
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, fields, language_of, offered

LISTINGS: Final = Path(__file__).parent / "listings"
ASK, OPEN, EMPTY = "ask", "open", ""
_SET_ASIDE: Final = 3
_COMMON: Final = frozenset({"brand", "condition", "color"})


@dataclass(frozen=True)
class Case:
    """A seller's listing, and what a careful friend would choose or ask for each field."""

    id: str
    page: str
    given: Mapping[str, Any]
    expected: Mapping[str, str]

    @property
    def set_aside(self) -> bool:
        """Whether the case is kept from tuning."""
        digest = hashlib.sha256(self.id.encode()).digest()
        return int.from_bytes(digest[:8]) % _SET_ASIDE == 0

    @property
    def says_everything(self) -> bool:
        return ASK not in self.expected.values()

    @cached_property
    def listing(self) -> Listing:
        said = {name: str(self.given.get(name, "")) for name in FieldName if name in _WORDS}
        return Listing(
            title=self.given["title"],
            description=self.given.get("description", ""),
            price=Price(Decimal(str(self.given.get("price", 10))), "EUR"),
            **said | {"category": self.given.get("hint", "")},
        )


_WORDS: Final = frozenset({"brand", "size", "condition", "color", "material", "category"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one field: `ask`, the label or ids that were chosen, or empty."""

    field: str
    expected: str
    found: frozenset[str]
    """All ways to write it."""
    choices: tuple[Choice, ...]

    @property
    def asked(self) -> bool:
        return ASK in self.found

    @property
    def right(self) -> bool:
        wanted = {_same(one) for one in self.expected.split("|")}
        if OPEN in wanted and self.found & {ASK, EMPTY, NO_OPTION}:
            return True
        if "none" in wanted and self.found & {EMPTY, NO_OPTION}:
            return True
        return bool(wanted & self.found)

    def is_expected(self, option: Option) -> bool:
        """Whether an option is one of those that a careful friend would choose."""
        return bool({_same(one) for one in self.expected.split("|")} & _names(option))

    @property
    def needless(self) -> bool:
        return self.asked and not self.right

    @property
    def wrong(self) -> bool:
        return not (self.right or self.asked or EMPTY in self.found)


def cases(batch: str) -> tuple[Case, ...]:
    """Every listing of a batch."""
    rows = tomllib.loads((LISTINGS / f"{batch}.listings.toml").read_text("utf-8"))["listing"]
    return tuple(Case(row["id"], row["page"], row, row["expected"]) for row in rows)


def answers(case: Case, *, given_category: bool = False) -> list[Answer]:
    """What is decided for each expected field; for those beside the category, where it is given."""
    decider = Decider(case.listing, vocabulary_for(language_of(case.page)))
    found: list[Answer] = []
    leaf = case.expected["category"].split("|")[0]
    if not given_category:
        category = decider.one(FieldName.CATEGORY, categories(case.page))
        found.append(_answer("category", case, (category,)))
        if found[0].right and category.option:
            leaf = category.option.option.id
    for field in _form(case, leaf):
        if field.name in case.expected:
            options = offered(field.name, case.page, leaf)
            found.append(_answer(field.name, case, _choices(decider, field, options)))
    return found


def table(scored: Iterable[tuple[Case, list[Answer]]], title: str) -> str:
    """The headline of some listings: of those that say all, and of those that must be asked."""
    scored = list(scored)
    whole = [answers_ for case, answers_ in scored if case.says_everything]
    every = [answer for _, answers_ in scored for answer in answers_]
    ask = [answer for answer in every if answer.expected == ASK]
    filled = sum(all(answer.right for answer in each) for each in whole)
    needless = sum(any(answer.needless for answer in each) for each in whole)
    wrong = [answer for answer in every if answer.wrong]
    said = (
        f"filled right {_share(filled, len(whole))}",
        f"with a needless question {_share(needless, len(whole))}",
        f"fields wrong without asking {_share(len(wrong), len(every))}",
        f"must be asked and are {_share(sum(one.asked for one in ask), len(ask))}",
    )
    lines = [f"{title}: {len(scored)} listings; " + "; ".join(said)]
    for name, of_field in sorted(_by_field(every).items()):
        counted = Counter(_outcome(one) for one in of_field)
        lines.append(f"  {name:26} {len(of_field):4}  " + "  ".join(
            f"{outcome} {_share(counted[outcome], len(of_field))}"
            for outcome in ("right", "needless", "wrong", "left empty")
        ))  # fmt: skip
    return "\n".join(lines)


def misses(scored: Iterable[tuple[Case, list[Answer]]]) -> Iterator[str]:
    """What was missed in those that are tuned on, a line each; the others stay hidden."""
    for case, found in scored:
        for answer in found:
            if not answer.right and not case.set_aside:
                chosen = "|".join(sorted(answer.found))
                told = f"{chosen}, not {answer.expected}"
                yield f"{_outcome(answer)}: {case.id} {answer.field}: {told}"


def _form(case: Case, leaf: str) -> tuple[OfferedField, ...]:
    if leaf != ASK:
        return fields(case.page, leaf)
    common = (("brand", FieldKind.ONE), ("condition", FieldKind.ONE), ("color", FieldKind.SEVERAL))
    return tuple(
        OfferedField(name, kind, required=True, limit=2, searched=name == FieldName.BRAND)
        for name, kind in common
    )


def _answer(name: str, case: Case, choices: tuple[Choice, ...]) -> Answer:
    chosen = [choice.option.option if choice.option else None for choice in choices]
    if not chosen:
        found = frozenset({EMPTY})
    elif not all(chosen):
        found = frozenset({ASK})
    else:
        known = [option for option in chosen if option]
        ids = _same("+".join(sorted(option.id for option in known)))
        found = frozenset({ids}) | (_names(known[0]) if len(known) == 1 else frozenset())
    return Answer(name, case.expected[name], found, choices)


def _names(option: Any) -> frozenset[str]:
    whole = " ".join((*option.parents, option.label))
    names = {_same(option.id), _same(option.label), _same(whole)}
    return frozenset({NO_OPTION} if option.id == NO_OPTION else names)


def _same(text: str) -> str:
    return "+".join(sorted(text.split("+"))) if text.replace("+", "").isdigit() else (
        text.casefold().replace("’", "'").strip()
    )  # fmt: skip


def _by_field(every: Iterable[Answer]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for answer in every:
        found.setdefault(answer.field, []).append(answer)
    return found


def _outcome(answer: Answer) -> str:
    if answer.right:
        return "right"
    return "needless" if answer.needless else "wrong" if answer.wrong else "left empty"


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} % ({count})" if total else "-"


def report(batch: str, *, given_category: bool = False) -> str:
    """The scores of a batch, its set aside apart, and the misses of those tuned on."""
    scored = [(case, answers(case, given_category=given_category)) for case in cases(batch)]
    tuned = [one for one in scored if not one[0].set_aside]
    aside = [one for one in scored if one[0].set_aside]
    tables = (table(scored, f"{batch}, all"), table(tuned, "tuned on"), table(aside, "set aside"))
    return "\n\n".join((*tables, "\n".join(misses(scored))))


def _choices(
    decider: Decider, field: OfferedField, options: Sequence[Option]
) -> tuple[Choice, ...]:
    """What the form chooses for a field; nothing where nothing was said and nothing is needed."""
    if field.kind is FieldKind.TEXT:
        return _text(decider, field)
    if not (field.required or decider.is_said(field)):
        return ()
    return decided(decider, Listed(options, more_brands() if field.searched else ()), field)


def decided(decider: Decider, picker: "Listed", field: OfferedField) -> tuple[Choice, ...]:
    """What the form chooses from a list."""
    return asyncio.run(decider.choices(picker, field))


def _text(decider: Decider, field: OfferedField) -> tuple[Choice, ...]:
    """What is typed into a field, as the choice of an option."""
    mention = decider.typed(field.name)
    if mention is None:
        return (Choice(None, (), "nothing was said"),) if field.required else ()
    typed = RankedOption(Option(mention.words, mention.words), 1.0, "said")
    return (Choice(typed, (), "said", (mention.evidence,)),)


class Listed:
    """A list as the page has it: of brands the first ones, the others only by searching.

    The site knows every brand that a listing is expected to have; like the site, it gives those
    in whose name the searched words are.
    """

    def __init__(self, options: Sequence[Option], more: Sequence[Option]) -> None:
        self._options = tuple(options)
        self._more = tuple(more)

    async def options(self, words: str | None) -> tuple[Option, ...]:
        if not words:
            return self._options
        searched = compact(words)
        every = {option.id: option for option in (*self._options, *self._more)}
        return tuple(one for one in every.values() if searched in compact(one.label))

    async def choose(self, options: Sequence[Option]) -> Shown:
        return Shown(options[0].label, 0)

    async def empty(self) -> None: ...

    async def leave(self) -> None: ...


@cache
def more_brands() -> tuple[Option, ...]:
    """The brands that listings of any batch are expected to have, and the first list lacks."""
    known = {compact(option.label) for option in offered("brand", "fr", "1")}
    wanted = {
        compact(name): name
        for path in sorted(LISTINGS.glob("*.listings.toml"))
        for row in tomllib.loads(path.read_text("utf-8"))["listing"]
        for name in row["expected"].get("brand", "").split("|")
        if name and name not in {ASK, OPEN, NO_OPTION} and compact(name) not in known
    }
    return tuple(Option(f"brand:{run}", name) for run, name in sorted(wanted.items()))
