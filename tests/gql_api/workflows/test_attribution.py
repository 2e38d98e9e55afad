"""Whose an item is that comes up, and what it means for another click: by values alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from browser.fence import Before
from browser.site import FoundItem, LookUp
from gql_api.db.publishing.later_looks import FIND_SECONDS, TWIN_SECONDS, next_look
from gql_api.db.publishing.publish_intents import NOT_THERE, Clicked, IntentState
from gql_api.domain.job import JobKind, JobState, Outcome, Result
from gql_api.listings.admission import new_job
from gql_api.workflows.attribution import Group, group_of
from gql_api.workflows.earlier_click import answer_of_earlier
from tests.gql_api.db.conftest import LISTING

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MARKET = "https://www.vinted.fr"


def item(number: int) -> FoundItem:
    return FoundItem(str(number), f"{MARKET}/items/{number}-hoodie-diesel", "Hoodie Diesel")


def click(minutes: int, state: IntentState, result: Result | None = None) -> Clicked:
    job = new_job(JobKind.PUBLISH, "default", MARKET, LISTING, NOW)
    job = replace(job, state=JobState.DONE, result=result)
    return Clicked(job, NOW + timedelta(minutes=minutes), state, Before("7", frozenset()))


def unknown(minutes: int) -> Clicked:
    result = Result(outcome=Outcome.OUTCOME_UNKNOWN, reason="not_seen_yet")
    return click(minutes, IntentState.UNKNOWN, result)


def said_absent(minutes: int) -> Clicked:
    result = Result(outcome=Outcome.OUTCOME_UNKNOWN, reason=NOT_THERE)
    return click(minutes, IntentState.FAILED, result)


def published(minutes: int, number: int) -> Clicked:
    address = f"{MARKET}/items/{number}"
    result = Result(outcome=Outcome.PUBLISHED, listing_id=str(number), listing_url=address)
    return click(minutes, IntentState.DONE, result)


def told(group: Group, *numbers: int) -> dict[str, set[str]]:
    judged = group.judged(LookUp(tuple(item(number) for number in numbers)))
    return {job_id: {each.id for each in items} for job_id, items in judged.items()}


def test_a_single_item_is_the_only_unknown_clicks() -> None:
    lost = unknown(0)
    assert told(group_of(lost.job, [lost]), 1) == {lost.job.id: {"1"}}
    assert told(group_of(lost.job, [lost]), 1, 2) == {lost.job.id: {"1", "2"}}
    assert told(group_of(lost.job, [lost])) == {}


def test_what_the_site_has_answered_is_no_earlier_clicks() -> None:
    lost, later = unknown(0), published(1, 1)
    assert told(group_of(lost.job, [lost, later]), 1) == {}


@pytest.mark.parametrize("earlier", [unknown(0), said_absent(0)], ids=["unknown", "said absent"])
def test_a_twin_changes_both(earlier: Clicked) -> None:
    later = published(1, 1)
    group = group_of(later.job, [earlier, later])
    assert told(group, 1, 2) == {each.job.id: {"1", "2"} for each in (earlier, later)}


def test_a_single_item_that_two_may_have_left_is_nobodys() -> None:
    first, second = unknown(0), unknown(1)
    assert told(group_of(first.job, [first, second]), 1) == {}
    assert told(group_of(first.job, [said_absent(0), second]), 1) == {second.job.id: {"1"}}


def test_two_that_were_sold_on_purpose_are_no_twins() -> None:
    lost, one, two = unknown(0), published(1, 1), published(2, 2)
    assert told(group_of(two.job, [lost, one, two]), 1, 2) == {}
    earlier, later = published(0, 1), published(1, 2)
    group = group_of(later.job, [earlier, later], others=[earlier.job])
    assert group.judged(group.without_others(LookUp((item(1), item(2))))) == {}


def test_an_item_that_is_held_back_after_it_was_told_as_published_is_told_so() -> None:
    first, later = published(0, 1), published(1, 2)
    held, shown = replace(item(1), held=True), item(2)
    for clicks in ([first], [first, later]):
        group = group_of(first.job, clicks)
        assert group.judged(LookUp((held, shown)[: len(clicks)])) == {first.job.id: (held,)}
    already = replace(first.job.result or Result(), outcome=Outcome.HELD_FOR_REVIEW)
    known = click(0, IntentState.DONE, already)
    assert group_of(known.job, [known]).judged(LookUp((held,))) == {}


def test_a_person_who_names_an_item_makes_a_later_one_its_twin() -> None:
    first, later = published(0, 1), published(1, 2)
    group = group_of(later.job, [first, later], doubted=frozenset({first.job.id}))
    assert told(group) == {each.job.id: {"1", "2"} for each in (first, later)}


def test_another_click_is_made_only_when_all_was_read_and_nothing_is_there() -> None:
    lost = unknown(0)
    group = Group((lost,))
    assert answer_of_earlier(group, LookUp()) is None
    there = answer_of_earlier(group, LookUp((item(1),)))
    assert there is not None
    assert (there.outcome, there.listing_id) == (Outcome.PUBLISHED, "1")
    unread = answer_of_earlier(group, LookUp(complete=False))
    assert unread is not None
    assert (unread.outcome, unread.reason) == (Outcome.NEEDS_MANUAL, "wardrobe_unreadable")
    alike = LookUp(similar=(item(1),))
    unsure = answer_of_earlier(group, alike)
    assert unsure is not None
    assert (unsure.outcome, unsure.reason) == (Outcome.NEEDS_MANUAL, "similar_in_wardrobe")
    # A person has looked at it already.
    assert answer_of_earlier(Group((said_absent(0),)), alike) is None


def test_the_timetable_ends_after_ten_minutes_and_a_twins_after_fifteen() -> None:
    def all_of(*, sought: bool, second: bool) -> list[int]:
        at, found = NOW, []
        while later := next_look(NOW, at, sought=sought, second=second):
            at = later
            found.append(round((at - NOW).total_seconds()))
        return found

    assert all_of(sought=True, second=False) == list(FIND_SECONDS)
    assert FIND_SECONDS[-1] == 600
    assert all_of(sought=False, second=True) == list(TWIN_SECONDS) == [120, 300, 900]
    assert all_of(sought=True, second=True)[-1] == 900
    assert all_of(sought=False, second=False) == []
