"""How long a phrase takes against the whole tree of categories, and against the other lists.

    uv run python -m benchmarks.matching

Every case of `tests/matching/cases` is timed, the best of several runs each, after the options of
its field were read once; `index` is what that first reading takes. Milliseconds of one core.
"""

import json
import time
from collections.abc import Callable, Iterator
from statistics import median

from tests.matching.scoring import Case, answer, cases

RUNS = 3


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _best(case: Case) -> float:
    return min(_milliseconds(lambda: answer(case)) for _ in range(RUNS))


def measure() -> Iterator[dict[str, str | float | int]]:
    """The figures of each field."""
    every = cases()
    for field in sorted({case.field for case in every}):
        mine = [case for case in every if case.field == field]
        first = _milliseconds(lambda case=mine[0]: answer(case))
        taken = sorted(_best(case) for case in mine)
        yield {
            "field": field,
            "cases": len(mine),
            "index_ms": round(first, 1),
            "median_ms": round(median(taken), 2),
            "p99_ms": round(taken[int(len(taken) * 0.99)], 2),
            "slowest_ms": round(taken[-1], 2),
        }


if __name__ == "__main__":
    for figures in measure():
        print(json.dumps(figures))
