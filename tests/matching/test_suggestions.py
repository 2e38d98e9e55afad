"""What is suggested for a phrase is what the form would choose for it, on the same page."""

from functools import cache

from browser.matching.autocomplete import Suggestions
from browser.matching.matcher import choose
from browser.sites.vinted.words.vocabulary import vocabulary_for
from tests.matching.pages import options
from tests.matching.scoring import Case, cases

SURE = 0.8
"""The score from which on the first suggestion counts as certain."""


@cache
def suggestions(field: str, page: str, category: str | None) -> Suggestions:
    return Suggestions(options(field, page, category), vocabulary_for(page), field)


def disagreement(case: Case) -> str | None:
    offered = options(case.field, case.page, case.category)
    words = vocabulary_for(case.page)
    chosen = choose(case.phrase, offered, vocabulary=words, kind=case.field).option
    found = suggestions(case.field, case.page, case.category).find(case.phrase, 1)
    sure = found[0].option if found and found[0].score >= SURE else None
    if (sure and sure.id) == (chosen and chosen.option.id):
        return None
    return f"{case.field}: {case.phrase!r}: {sure} suggested, {chosen} chosen"


def test_the_first_suggestion_is_certain_only_where_the_form_would_choose_it() -> None:
    found = [disagreement(case) for case in cases()[::4]]
    assert [each for each in found if each] == []
