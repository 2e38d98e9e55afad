"""Every switch of the page of August 2026, with what must come out of it."""

from collections.abc import AsyncIterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from browser import errors
from browser.driver import PreparedForm
from browser.listing import Listing
from browser.standin import Standin
from browser.standin.switches.form_switches import FormSwitches
from browser.standin.switches.site_faults import SiteFaults
from tests.browser.cases.case import BOTH, Case
from tests.browser.cases.table import BOOKKEEPING, CASES
from tests.browser.conftest import SharedChromium
from tests.browser.seller import HOODIE, PLAIN, Shop, photos, shop


def _marks(case: Case, form: str) -> list[pytest.MarkDecorator]:
    """What shows on the form of August is tried on that of May by hand."""
    failing = [pytest.mark.xfail(strict=True, reason=case.failing)] if case.failing else []
    return failing + [pytest.mark.campaign] * (form == "may" and case.forms == BOTH)


RUNS = [
    pytest.param(case, form, id=f"{case.name} ({form})", marks=_marks(case, form))
    for case in CASES
    for form in case.forms
]


def test_every_switch_has_a_case_or_a_reason_for_none() -> None:
    switches = {field.name for kind in (FormSwitches, SiteFaults) for field in fields(kind)}
    switched = {name for case in CASES for name in case.switches}
    assert switches - switched - set(BOOKKEEPING) == set()
    assert set(BOOKKEEPING) & switched == set()


@pytest.fixture
async def stalls(standin: Standin, one_chromium: SharedChromium) -> AsyncIterator[dict[bool, Shop]]:
    """The same seller on a wide and on a narrow page."""
    yield {narrow: shop(standin, one_chromium, narrow=narrow) for narrow in (False, True)}
    await one_chromium.wipe("default")


@pytest.mark.parametrize(("case", "form"), RUNS)
async def test_a_switch_leads_to_what_the_contract_says(
    stalls: dict[bool, Shop], folder: Path, case: Case, form: str
) -> None:
    stall = stalls[case.narrow]
    sold = PLAIN if case.plain else HOODIE
    answers = {**sold.answers, **case.answers}
    listing = replace(sold, photos=photos(folder, case.photos), answers=answers, **case.listing)
    stall.faults(form=form, **case.switches)
    if hasattr(errors, case.expected):
        await _raises(stall, case, listing)
    elif case.expected == "asked":
        await _asks(stall, case, listing)
    else:
        await _submits(stall, case, listing)
    _only_the_calls_that_may(stall, case)


async def _full(stall: Shop, case: Case, listing: Listing) -> PreparedForm:
    if case.start == "parked":
        return await stall.parked(listing)
    return await stall.prepare(listing, save_draft=case.saves_draft)


async def _raises(stall: Shop, case: Case, listing: Listing) -> None:
    with pytest.raises(getattr(errors, case.expected)) as raised:
        form = await _full(stall, case, listing)
        await stall.submit(form, listing)
    if case.reason:
        assert getattr(raised.value, "reason", None) == case.reason
    named = {getattr(raised.value, "field", ""), *getattr(raised.value, "errors", {})}
    assert case.named <= named


async def _asks(stall: Shop, case: Case, listing: Listing) -> None:
    form = await stall.prepare(listing)
    assert case.named <= {question.field for question in form.questions}


async def _submits(stall: Shop, case: Case, listing: Listing) -> None:
    form = await _full(stall, case, listing)
    assert not form.questions
    submission = await stall.submit(form, listing)
    assert submission.outcome == case.expected, submission
    assert submission.held_back is case.held_back
    assert case.reason in (None, submission.reason)
    assert case.named <= set(submission.errors)
    if case.expected == "published":
        assert {name: getattr(stall.item, name) for name in case.held} == case.held


def _only_the_calls_that_may(stall: Shop, case: Case) -> None:
    attempts = stall.standin.state.ledger.attempts
    calls = sum(attempt.kind in {"publish", "completion"} for attempt in attempts)
    expected = int(case.expected == "published") if case.calls is None else case.calls
    assert calls == expected
