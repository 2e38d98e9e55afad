import random

import pytest

from gql_api.errors import RateLimited
from gql_api.limits.rate_limiter import CallerLimits, Limits, RateLimiter


class Clock:
    """Seconds that a test moves on."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> RateLimiter:
    return RateLimiter("publish", 5, now=clock)


def test_the_sixth_in_a_minute_is_refused_with_the_wait(limiter: RateLimiter, clock: Clock) -> None:
    remaining = []
    for _ in range(5):
        remaining.append(limiter.check().remaining)
        clock.seconds += 3
    assert remaining == [4, 3, 2, 1, 0]
    refused = limiter.check()
    assert (refused.allowed, refused.remaining, refused.retry_after) == (False, 0, 45)
    with pytest.raises(RateLimited, match="45 seconds") as error:
        refused.require()
    assert error.value.retry_after == 45
    assert error.value.members == {"violated_policies": ["publish"]}


def test_waiting_as_told_is_enough_and_a_moment_less_is_not(
    limiter: RateLimiter, clock: Clock
) -> None:
    for _ in range(5):
        limiter.check().require()
    clock.seconds += 59.999
    assert not limiter.check().allowed
    clock.seconds = 1060.0
    assert limiter.check().allowed


def test_a_part_of_a_second_is_waited_as_a_whole_one(limiter: RateLimiter, clock: Clock) -> None:
    for _ in range(5):
        limiter.check()
    clock.seconds += 17.5
    refused = limiter.check()
    assert (refused.retry_after, refused.reset_seconds) == (43, 43)


def test_no_window_of_a_minute_holds_more_than_the_limit(
    limiter: RateLimiter, clock: Clock
) -> None:
    moves = random.Random(7)
    taken = []
    for _ in range(5_000):
        clock.seconds += moves.choice([0, 0.01, 1, 7, 13, 31])
        if limiter.check().allowed:
            taken.append(clock.seconds)
    spans = [later - first for first, later in zip(taken, taken[5:], strict=False)]
    assert len(taken) > 500
    assert min(spans) >= 60


def test_refused_requests_and_questions_cost_nothing(limiter: RateLimiter, clock: Clock) -> None:
    for _ in range(20):
        limiter.status()
        limiter.check()
    clock.seconds += 60
    assert limiter.status().remaining == 5


def test_a_refund_gives_back_one_slot_once(limiter: RateLimiter, clock: Clock) -> None:
    first = limiter.check()
    clock.seconds += 1
    for _ in range(4):
        limiter.check()
    limiter.refund(first)
    limiter.refund(first)
    limiter.refund(limiter.status())
    assert limiter.check().allowed
    assert not limiter.check().allowed


def test_the_headers_follow_the_draft(limiter: RateLimiter, clock: Clock) -> None:
    assert limiter.check().headers == {
        "RateLimit-Policy": '"publish";q=5;w=60',
        "RateLimit": '"publish";r=4;t=60',
    }
    for _ in range(4):
        limiter.check()
    clock.seconds += 18
    assert limiter.check().headers == {
        "RateLimit-Policy": '"publish";q=5;w=60',
        "RateLimit": '"publish";r=0;t=42',
    }


def test_each_caller_has_a_limit_of_its_own(clock: Clock) -> None:
    limits = CallerLimits("operations", 2, now=clock)
    assert [limits.of("one").check().allowed for _ in range(3)] == [True, True, False]
    assert limits.of("two").check().allowed


def test_callers_who_ask_nothing_are_forgotten_and_those_who_do_are_not(clock: Clock) -> None:
    limits = CallerLimits("operations", 2, now=clock)
    for name in range(1000):
        limits.of(str(name)).check()
    clock.seconds += 30
    limits.of("patient").check()
    clock.seconds += 30
    assert limits.of("patient").check().remaining == 0
    assert len(limits) == 1


def test_owners_count_for_themselves_and_of_what_is_shared_learn_only_that_it_is_used_up() -> None:
    limits = Limits({"publish": 3, "uploads": 3}, shared=frozenset({"publish"}))
    anna, ben = limits.of("anna"), limits.of("ben")
    for _ in range(2):
        assert anna["publish"].check().allowed and anna["uploads"].check().allowed
    assert ben["publish"].status().remaining == ben["uploads"].status().remaining == 3
    slot = ben["publish"].check()
    assert slot.allowed and slot.remaining == 2
    assert not ben["publish"].check().allowed and ben["uploads"].check().allowed
    ben["publish"].refund(slot)
    assert anna["publish"].check().allowed
    assert not anna["publish"].status().allowed and not ben["publish"].status().allowed
