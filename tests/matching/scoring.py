"""How well phrases are matched: the cases, their split, and the score of each field and language.

A case counts as right, as a needless question, or as wrong without asking. One in four, chosen by
the hash of the case, is set aside: it is scored, and its misses are never shown.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from browser.evidence.category.reader import category_answered
from browser.listing import FieldName, Listing, Option, Price
from browser.matching.matcher import Choice, Vocabulary, choose, split_values
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of
from tests.matching.pages import options

CASES: Final = Path(__file__).parent / "cases"
BATCHES: Final = Path(__file__).parent / "listings"
ASK: Final = "ask"
_SEVERAL: Final = frozenset({FieldName.COLOR, FieldName.MATERIAL})
_SET_ASIDE: Final = 4


class Outcome(StrEnum):
    """What became of a case."""

    RIGHT = "right"
    NEEDLESS = "needless question"
    WRONG = "wrong without asking"


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase in the seller's language, and what it means on a page in the page's language.

    `expected` holds the answers that count as right: `ask`, an id, or ids joined by `+`.
    """

    field: str
    language: str
    page: str
    phrase: str
    expected: frozenset[str]
    category: str | None = None

    @property
    def set_aside(self) -> bool:
        """Whether the case is kept from tuning."""
        text = f"{self.language}|{self.field}|{self.phrase}"
        digest = hashlib.sha256(text.encode()).digest()
        return int.from_bytes(digest[:8]) % _SET_ASIDE == 0


@dataclass(frozen=True, slots=True)
class Score:
    """The outcomes of some cases."""

    total: int
    right: int
    needless: int
    wrong: int

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> "Score":
        counted = list(outcomes)
        return cls(
            len(counted),
            counted.count(Outcome.RIGHT),
            counted.count(Outcome.NEEDLESS),
            counted.count(Outcome.WRONG),
        )

    def share(self, count: int) -> float:
        """Percent of all."""
        return 100 * count / self.total if self.total else 0.0

    @property
    def holds(self) -> bool:
        """Whether it is good enough: 92 % right, 5 % needless, 0.5 % wrong."""
        return (
            self.share(self.right) >= 92
            and self.share(self.needless) <= 5
            and self.share(self.wrong) <= 0.5
        )


def cases() -> tuple[Case, ...]:
    """Every case of `cases/`, in the order of the files."""
    return tuple(case for path in sorted(CASES.glob("*.toml")) for case in _read(path))


def batch(name: str) -> tuple[Case, ...]:
    """The phrases of an independent writer; brands are expected by name, sizes by id or label."""
    rows = tomllib.loads((BATCHES / f"{name}.phrases.toml").read_text("utf-8"))["phrase"]
    return tuple(map(_written, rows))


Chooser = Callable[[str, str, tuple[Option, ...], Vocabulary], Choice]


def by_itself(field: str, value: str, offered: tuple[Option, ...], words: Vocabulary) -> Choice:
    """What the words of one value mean, as the tables have it."""
    return choose(value, offered, vocabulary=words, kind=field)


def as_answered(field: str, value: str, offered: tuple[Option, ...], words: Vocabulary) -> Choice:
    """What a form makes of a value: a category in words is read as a listing that is all of it."""
    if field != FieldName.CATEGORY:
        return by_itself(field, value, offered, words)
    nothing = Listing(value, "", Price(Decimal(10), "EUR"), "", "", "", "", "")
    return category_answered(value, nothing, offered, words)


def answer(case: Case, chooser: Chooser = by_itself) -> str:
    """What is made of a case, in the terms of `Case.expected`."""
    words = vocabulary_for(language_of(case.page))
    offered = offered_for(case)
    chosen = [chooser(case.field, value, offered, words).option for value in values_of(case)]
    return "+".join(one.option.id if one else ASK for one in chosen) if all(chosen) else ASK


def outcome(case: Case, chooser: Chooser = by_itself) -> Outcome:
    """Right, a needless question, or wrong without asking."""
    found = answer(case, chooser)
    if found in case.expected:
        return Outcome.RIGHT
    return Outcome.NEEDLESS if found == ASK else Outcome.WRONG


def table(scored: Iterable[tuple[Case, Outcome]]) -> str:
    """The scores per field and language of the seller, as a Markdown table."""
    rows: dict[tuple[str, str], list[Outcome]] = {}
    for case, result in scored:
        for key in ((case.field, case.language), ("all", "")):
            rows.setdefault(key, []).append(result)
    lines = ["| field | language | cases | right | needless | wrong |", "|" + " --- |" * 6]
    ordered = sorted(rows.items(), key=lambda row: (row[0][0] == "all", row[0]))
    lines += [_line(key, Score.of(outcomes)) for key, outcomes in ordered]
    return "\n".join(lines)


def misses(scored: Iterable[tuple[Case, Outcome]]) -> Iterator[str]:
    """The misses of the cases that are tuned on, a line each; the others stay hidden."""
    for case, result in scored:
        if result is not Outcome.RIGHT and not case.set_aside:
            place = f"{case.field} {case.language} on {case.page} {case.category or ''}"
            wanted = "|".join(sorted(case.expected))
            yield f"{result}: {place}: {case.phrase!r} is {answer(case)}, not {wanted}"


def _line(key: tuple[str, str], score: Score) -> str:
    shares = (f"{score.share(n):.1f} %" for n in (score.right, score.needless, score.wrong))
    return f"| {' | '.join((*key, str(score.total), *shares))} |"


def _written(row: Mapping[str, Any]) -> Case:
    case = Case(
        *(row[name] for name in ("field", "language", "page", "text")),
        frozenset(row["expected"].split("|")),
        row.get("category"),
    )
    offered = offered_for(case)
    ids = {option.id for option in offered if option.label.casefold() in _labels(case)}
    tabbed = {option.id for option in offered if _with_tab(option).casefold() in _labels(case)}
    return replace(case, expected=case.expected | ids | tabbed)


def values_of(case: Case) -> tuple[str, ...]:
    """The values that a phrase names: several for a colour, as `noir et blanc`."""
    words = vocabulary_for(language_of(case.page))
    several = case.field in _SEVERAL
    return tuple(split_values(case.phrase, words, case.field)) if several else (case.phrase,)


def offered_for(case: Case) -> tuple[Option, ...]:
    """The options of a case's page."""
    if case.field == FieldName.CATEGORY:
        return categories(case.page)
    return options(case.field, language_of(case.page), case.category)


def _labels(case: Case) -> frozenset[str]:
    return frozenset(one.casefold() for one in case.expected)


def _with_tab(option: Option) -> str:
    return " ".join((*option.parents, option.label))


def _read(path: Path) -> Iterator[Case]:
    field, language = path.stem.split(".")
    for page, table_ in tomllib.loads(path.read_text("utf-8")).items():
        yield from _cases_of(field, language, page, table_, None)


def _cases_of(
    field: str, language: str, page: str, table_: dict[str, Any], category: str | None
) -> Iterator[Case]:
    for phrase, wanted in table_.items():
        if isinstance(wanted, dict):
            yield from _cases_of(field, language, page, wanted, phrase)
        else:
            expected = frozenset(wanted.split("|"))
            yield Case(field, language, page, phrase, expected, category)
