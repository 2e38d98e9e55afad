"""How the category of whole listings is found: refits the weights, and says how often it is right.

    uv run --with numpy python -m benchmarks.listings --fit    # prints `category_weights`
    uv run python -m benchmarks.listings b4                    # right, asked, wrong; score by share

Weights are learned on batches 1 to 3 and on a quarter of the older phrases, without what is set
aside; how sure a choice is, on the same, each third by weights that were learned on the others. What
the site suggests has no example there: its weight is a guess, and small.
"""

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any, Final

from browser.evidence.category import CategoryReader, certainty_features
from browser.listing import Listing, Price
from browser.matching.likeness import Features
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of
from tests.matching.listing_scoring import ASK, LISTINGS, cases
from tests.matching.scoring import cases as phrases

LEARNED_ON: Final = ("b1", "b2", "b3")
SITE: Final = 1.0
"""The weight of what the site suggests first, of which no batch has an example."""
RIDGE, ROUNDS, STEP = 0.001, 300, 0.03
CERTAINTY_ROUNDS, CERTAINTY_STEP, CERTAINTY_RIDGE = 3000, 0.3, 0.001
FOLDS: Final = 3
PHRASE: Final = 0.5
"""What a phrase counts beside a listing."""
BANDS: Final = 5


@dataclass(frozen=True)
class Example:
    """A listing, what a friend would choose, and how much it counts."""

    page: str
    listing: Listing
    expected: frozenset[str]
    weight: float

    @property
    def asks(self) -> bool:
        return ASK in self.expected


@cache
def reader(page: str) -> CategoryReader:
    return CategoryReader(categories(page), vocabulary_for(language_of(page)))


def only(text: str) -> Listing:
    """A listing of which nothing but a title is known."""
    return Listing(text, "", Price(Decimal(10), "EUR"), "", "", "", "", "")


def examples(batches: Sequence[str]) -> Iterator[Example]:
    """What may be learned from: neither a third of the listings nor one of the phrases."""
    for batch in batches:
        for case in cases(batch):
            if not case.set_aside:
                wanted = frozenset(case.expected["category"].split("|"))
                yield Example(case.page, case.listing, wanted, 1.0)
        rows = tomllib.loads((LISTINGS / f"{batch}.phrases.toml").read_text("utf-8"))["phrase"]
        for number, row in enumerate(rows):
            if row["field"] == "category" and number % 3:
                wanted = frozenset(row["expected"].split("|"))
                yield Example(row["page"], only(row["text"]), wanted, PHRASE)
    for case_ in [one for one in phrases() if one.field == "category"][::4]:
        if not case_.set_aside:
            yield Example(case_.page, only(case_.phrase), case_.expected, PHRASE)


def features(example: Example) -> dict[int, Features]:
    read = reader(example.page).features
    return read.of(read.read(example.listing))


def fit(found: Sequence[tuple[Example, dict[int, Features]]]) -> tuple[float, ...]:
    """The weights that make what was meant likeliest, small ones preferred (Adam, ridge)."""
    np: Any = import_module("numpy")
    rows: list[Any] = []
    starts, right, counts = [0], [], []
    for example, values in found:
        ids = [categories(example.page)[at].id in example.expected for at in values]
        if any(ids) and not all(ids):
            starts.append(starts[-1] + len(values))
            rows.append(np.array(list(values.values())))
            right.append(np.array(ids))
            counts.append(example.weight)
    starts = starts[:-1]
    every, meant = np.concatenate(rows), np.concatenate(right)
    of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    weight = np.array(counts)[of]
    weights, slope, square = (np.zeros(every.shape[1]) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        strength = every @ weights
        chance = np.exp(strength - np.maximum.reduceat(strength, starts)[of])
        share = chance / np.add.reduceat(chance, starts)[of]
        wanted = chance * meant / np.add.reduceat(chance * meant, starts)[of]
        step = ((wanted - share) * weight) @ every / sum(counts) - RIDGE * weights
        slope, square = 0.9 * slope + 0.1 * step, 0.999 * square + 0.001 * step**2
        weights += STEP * slope / (1 - 0.9**turn) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
    weights[-1] = SITE
    return tuple(round(float(one), 2) for one in weights)


def fit_certainty(found: Sequence[tuple[Example, dict[int, Features]]]) -> tuple[float, ...]:
    """How sure a choice is, learned where the weights have not seen the listing."""
    np: Any = import_module("numpy")
    rows, right, counts = [], [], []
    for fold in range(FOLDS):
        others = [one for number, one in enumerate(found) if number % FOLDS != fold]
        weights = fit(others)
        for example, values in found[fold::FOLDS]:
            one = reader(example.page)
            ranked = one.ranked(values, weights)
            read = one.features.read(example.listing)
            if ranked and not one.doubt(read, ranked[0]):
                rows.append(certainty_features(ranked, one.hinted(example.listing)))
                right.append(ranked[0].leaf.option.id in example.expected)
                counts.append(example.weight)
    every, meant, weight = np.array(rows), np.array(right, float), np.array(counts)
    sure = np.zeros(every.shape[1])
    for _ in range(CERTAINTY_ROUNDS):
        missed = meant - 1 / (1 + np.exp(-every @ sure))
        step = (weight * missed) @ every / weight.sum()
        step[1:] -= CERTAINTY_RIDGE * sure[1:]
        sure += CERTAINTY_STEP * step
    return tuple(round(float(one), 2) for one in sure)


def report(batch: str) -> Iterator[str]:
    """Right, asked for nothing, wrong; of a batch whole, and of what is set aside."""
    scored = []
    for case in cases(batch):
        choice = reader(case.page).choice(case.listing)
        wanted = case.expected["category"].split("|")
        scored.append((case, wanted, choice))
    for name, chosen in (
        ("all", scored),
        ("set aside", [one for one in scored if one[0].set_aside]),
    ):
        decidable = [one for one in chosen if ASK not in one[1]]
        right = [one for one in decidable if one[2].option and one[2].option.option.id in one[1]]
        decided = [one for one in chosen if one[2].option]
        wrong = len(decided) - len(right)
        yield (
            f"{batch} {name}: {len(right)} of {len(decidable)} right "
            f"({100 * len(right) / len(decidable):.1f} %), wrong {wrong} of {len(chosen)} "
            f"({100 * wrong / len(chosen):.1f} %)"
        )
    bands: list[list[bool]] = [[] for _ in range(BANDS)]
    for _, wanted, choice in scored:
        best = choice.option or next(iter(choice.alternatives), None)
        if best and ASK not in wanted:
            bands[min(BANDS - 1, int(best.score * BANDS))].append(best.option.id in wanted)
    for number, band in enumerate(bands):
        if band:
            share = 100 * sum(band) / len(band)
            yield f"  {number / BANDS:.1f} to {(number + 1) / BANDS:.1f}: {share:.0f} % of {len(band)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("batch", nargs="*", default=["b4"])
    parser.add_argument("--fit", action="store_true")
    chosen = parser.parse_args()
    if not chosen.fit:
        for batch in chosen.batch:
            print(*report(batch), sep="\n")
        return
    found = [(one, features(one)) for one in examples(LEARNED_ON)]
    meant = [one for one in found if not one[0].asks]
    weights = fit(meant)
    sure = fit_certainty(found)
    print(f"WEIGHTS: Final = {weights}\nCERTAINTY: Final = {sure}")


if __name__ == "__main__":
    main()
