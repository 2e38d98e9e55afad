"""How the category of whole listings is found: refits the weights, and says how often it is right.

    uv run --with numpy python -m benchmarks.listings --fit       # writes the weights
    uv run --with numpy python -m benchmarks.listings --held-out  # each by the others' weights
    uv run python -m benchmarks.listings b4                       # right, asked, wrong of a batch

Weights are learned on batches 1 to 12 and on a quarter of the older phrases, without what is set
aside; how sure a choice is, on the same, each third by weights that were learned on the others.
`--held-out` also compares scores with how often they are right. What the site suggests has no
example there: its weight is a guess, and small.
"""

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from browser.evidence.category import certainty as sureness
from browser.evidence.category.certainty import Decision
from browser.evidence.category.compared import ReadListing
from browser.evidence.category.features import AT, NAMES
from browser.evidence.category.reader import CategoryReader
from browser.listing import Listing, Price
from browser.matching.likeness import Features
from browser.matching.matcher import Choice
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of
from tests.matching.listing_scoring import ASK, LISTINGS, cases
from tests.matching.scoring import cases as phrases

LEARNED_ON: Final = ("b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12")
SET_BY_HAND: Final = {"suggested": 1.0, "foremost": 2.0}
"""The weights of what has too few examples to be learned: what the site suggests first, and which
of two kinds a title names first."""
RIDGE, ROUNDS, STEP, SLOWER, SLOW = 0.0003, 150, 0.06, 105, 0.3
CERTAINTY_ROUNDS, CERTAINTY_RIDGE = 40, 0.004
FOLDS: Final = 3
PHRASE: Final = 0.5
"""What a phrase counts beside a listing."""
BANDS: Final = 5
WIDTH: Final = 98
WEIGHTS: Final = Path("browser/evidence/category/weights.py")


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


def older() -> Iterator[Example]:
    """A quarter of the older phrases, as titles."""
    for case_ in [one for one in phrases() if one.field == "category"][::4]:
        if not case_.set_aside:
            yield Example(case_.page, only(case_.phrase), case_.expected, PHRASE)


@dataclass(frozen=True)
class Read:
    """An example as it was read, once for all weights."""

    example: Example
    listing: ReadListing
    found: Mapping[int, Features]
    hinted: Choice | None
    set_aside: bool = False

    @property
    def right(self) -> list[bool]:
        options = categories(self.example.page)
        return [options[at].id in self.example.expected for at in self.found]

    def decision(self, weights: Sequence[float]) -> Decision | None:
        """What is likeliest by some weights."""
        page = reader(self.example.page)
        ranked = page.ranked(self.found, weights, either=self.listing.audience.is_for_either)
        if not ranked:
            return None
        doubt = page.doubt(self.listing, ranked[0], self.hinted)
        return Decision(ranked, self.hinted, doubt)


def read(example: Example, *, set_aside: bool = False) -> Read:
    page = reader(example.page)
    listing = page.features.read(example.listing)
    hinted = page.hinted(example.listing)
    return Read(example, listing, page.features.of(listing), hinted, set_aside)


def fit(every: Sequence[Read]) -> tuple[float, ...]:
    """The weights that make what was meant likeliest, small ones preferred (Adam, ridge)."""
    np: Any = import_module("numpy")
    used = [one for one in every if not one.example.asks and any(one.right) and not all(one.right)]
    rows = np.concatenate([np.array([*one.found.values()], np.float32) for one in used])
    meant = np.concatenate([one.right for one in used])
    lengths = [len(one.found) for one in used]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    of = np.repeat(np.arange(len(used)), lengths)
    counts = np.array([one.example.weight for one in used], np.float32)
    weights, slope, square = (np.zeros(rows.shape[1], np.float32) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        strength = rows @ weights
        chance = np.exp(strength - np.maximum.reduceat(strength, starts)[of])
        share = chance / np.add.reduceat(chance, starts)[of]
        right = np.where(meant, chance, 0)
        wanted = right / np.maximum(np.add.reduceat(right, starts)[of], 1e-30)
        step = ((wanted - share) * counts[of]) @ rows / counts.sum() - RIDGE * weights
        slope, square = 0.9 * slope + 0.1 * step, 0.999 * square + 0.001 * step**2
        pace = STEP * (1 if turn < SLOWER else SLOW)
        weights += pace * slope / (1 - 0.9**turn) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
    for name, value in SET_BY_HAND.items():
        weights[AT[name]] = value
    return tuple(round(float(one), 2) for one in weights)


def fit_certainty(every: Sequence[Read]) -> tuple[float, ...]:
    """How sure a choice is, learned where the weights have not seen the listing (Newton, ridge)."""
    np: Any = import_module("numpy")
    rows, right, counts = [], [], []
    for fold in range(FOLDS):
        weights = fit([one for number, one in enumerate(every) if number % FOLDS != fold])
        for one in every[fold::FOLDS]:
            if decision := one.decision(weights):
                rows.append(sureness.features(decision))
                right.append(is_right(one, decision))
                counts.append(one.example.weight)
    values, meant, counted = np.array(rows), np.array(right, float), np.array(counts)
    counted /= counted.sum()
    ridge = np.full(values.shape[1], CERTAINTY_RIDGE)
    sure = np.zeros(values.shape[1])
    for _ in range(CERTAINTY_ROUNDS):
        chance = 1 / (1 + np.exp(-values @ sure))
        slope = values.T @ (counted * (meant - chance)) - ridge * sure
        bend = (values * (counted * chance * (1 - chance))[:, None]).T @ values + np.diag(ridge)
        sure += np.linalg.solve(bend, slope)
    return tuple(round(float(one), 2) for one in sure)


def is_right(one: Read, decision: Decision) -> bool:
    return decision.ranked[0].leaf.option.id in one.example.expected


def learned_on(batches: Sequence[str]) -> list[Read]:
    return [read(one) for one in examples(batches)]


def of_older() -> list[Read]:
    return [read(one) for one in older()]


def everything(batch: str) -> Iterator[Read]:
    """A whole batch of listings and its phrases as titles, what is set aside included."""
    for case in cases(batch):
        wanted = frozenset(case.expected["category"].split("|"))
        yield read(Example(case.page, case.listing, wanted, 1.0), set_aside=case.set_aside)


def held_out() -> Iterator[str]:
    """Each batch by weights that were learned on the others, and scores against shares right."""
    found = {batch: learned_on([batch]) for batch in LEARNED_ON}
    earlier = of_older()
    outcomes: list[tuple[float, bool]] = []
    for batch in LEARNED_ON:
        others = [one for name, each in found.items() if name != batch for one in each]
        others += earlier
        weights, sure = fit(others), fit_certainty(others)
        rows = [(one, decision) for one in everything(batch) if (decision := one.decision(weights))]
        scored = [(one, made, sureness.certainty(made, sure)) for one, made in rows]
        outcomes += [(score, is_right(one, made)) for one, made, score in scored]
        chosen = [(one, id_) for one, made, score in scored if (id_ := settled(one, made, score))]
        right = sum(id_ in one.example.expected for one, id_ in chosen)
        decidable = sum(not one.example.asks for one, _ in rows)
        wrong = len(chosen) - right
        yield (
            f"{batch} by the others: {right} of {decidable} right "
            f"({100 * right / decidable:.1f} %), wrong {wrong} of {len(rows)} "
            f"({100 * wrong / len(rows):.1f} %)"
        )
    yield from calibration(outcomes)


def settled(one: Read, made: Decision, score: float) -> str | None:
    """The id of what is chosen without a question, as `CategoryReader.choice` has it."""
    page, listing = reader(one.example.page), one.example.listing
    if spelled := (
        page.spelled(one.listing, listing) or page.nearly_spelled(one.listing, listing, made.ranked)
    ):
        return spelled.option.id
    if page.settled(made, score, listing) is None:
        return None
    return made.ranked[0].leaf.option.id


def calibration(outcomes: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The mean score of each of five bands against the share that is right."""
    for band in range(BANDS):
        inside = [one for one in outcomes if min(BANDS - 1, int(one[0] * BANDS)) == band]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            yield (
                f"  {band / BANDS:.1f} to {(band + 1) / BANDS:.1f}: {len(inside)} listings, "
                f"mean score {mean:.2f}, right {share:.2f}"
            )


def written(weights: Sequence[float], sure: Sequence[float]) -> str:
    """The module of the weights as it is kept."""
    return (
        '"""How much each feature of a category counts: see `benchmarks.listings --fit`."""\n\n'
        "from collections.abc import Mapping\nfrom typing import Final\n\n"
        f"WEIGHTS: Final[Mapping[str, float]] = {_table(NAMES, weights)}"
        f"CERTAINTY: Final[Mapping[str, float]] = {_table(sureness.NAMES, sure)}"
    )


def _table(names: Sequence[str], values: Sequence[float]) -> str:
    rows, line = [], "   "
    for name, value in zip(names, values, strict=True):
        item = f' "{name}": {value},'
        if len(line + item) > WIDTH:
            rows.append(line)
            line = "   "
        line += item
    return "{\n" + "\n".join([*rows, line]) + "\n}  # fmt: skip\n"


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
            low, high, share = number / BANDS, (number + 1) / BANDS, 100 * sum(band) / len(band)
            yield f"  {low:.1f} to {high:.1f}: {share:.0f} % of {len(band)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("batch", nargs="*", default=["b4"])
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    chosen = parser.parse_args()
    if chosen.held_out:
        for line in held_out():
            print(line)
        return
    if not chosen.fit:
        for batch in chosen.batch:
            print(*report(batch), sep="\n")
        return
    every = [*learned_on(LEARNED_ON), *of_older()]
    WEIGHTS.write_text(written(fit(every), fit_certainty(every)), "utf-8")


if __name__ == "__main__":
    main()
