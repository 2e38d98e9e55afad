"""The bars that the matching holds on the cases that it was tuned on, and on those set aside."""

import pytest

from tests.matching.scoring import Score, cases, misses, outcome, table

CASES = cases()


def test_there_are_enough_cases_and_one_in_four_is_set_aside() -> None:
    share = sum(case.set_aside for case in CASES) / len(CASES)
    assert len(CASES) >= 400
    assert 0.2 < share < 0.3


@pytest.mark.parametrize("set_aside", [False, True], ids=["tuned on", "set aside"])
def test_words_are_read_right_and_asked_about_only_when_they_must_be(set_aside: bool) -> None:
    scored = [(case, outcome(case)) for case in CASES if case.set_aside is set_aside]
    report = "\n".join([table(scored), "", *misses(scored)])
    assert Score.of(result for _, result in scored).holds, report
