"""A draft on the site: saved, corrected, published; one draft, one item, never both."""

from dataclasses import replace
from pathlib import Path

import pytest

from browser.errors import FormChanged, ListingRefused, SiteUnreachable
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
from tests.browser.seller import Shop, photos


async def test_a_draft_is_saved_corrected_and_published(
    either: Shop, hoodie: Listing, folder: Path
) -> None:
    form = await either.prepare(hoodie, save_draft=True)
    (draft,) = either.standin.state.drafts
    assert form.draft_id == str(draft.id)
    assert form.preview_url == f"{either.standin.url}/items/{draft.id}/edit"
    assert (draft.title, draft.price, draft.brand) == ("Hoodie Diesel", 24.5, "Diesel")
    await either.driver.close(form)

    better = replace(hoodie, title="Hoodie Diesel noir", photos=photos(folder, 2)[::-1], size="M")
    again = await either.prepare(better, draft_id=form.draft_id, save_draft=True)
    assert again.draft_id == form.draft_id
    submission = await either.submit(again, better)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_id == form.draft_id
    assert not either.standin.state.drafts
    assert either.item.title == "Hoodie Diesel noir"
    assert either.photos_of(either.item) == [photo.digest for photo in better.photos]


async def test_the_page_of_the_draft_reads_as_the_form_did(wide: Shop, hoodie: Listing) -> None:
    one = replace(hoodie, photos=hoodie.photos[:1], material="coton")
    shown = await wide.prepare(one)
    saved = await wide.prepare(one, save_draft=True)
    assert shown.reading == saved.reading


async def test_a_dry_run_saves_nothing_on_the_site(wide: Shop, plain: Listing) -> None:
    await wide.prepare(plain)
    assert not wide.standin.state.items


async def test_a_draft_that_stays_on_its_page_is_saved_too(wide: Shop, plain: Listing) -> None:
    wide.faults(draft_redirect=False)
    form = await wide.prepare(plain, save_draft=True)
    assert form.draft_id == str(wide.standin.state.drafts[0].id)


async def test_a_draft_with_a_lost_publish_answer_is_found_by_its_id(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.prepare(plain, save_draft=True)
    wide.faults(publish_fault="lost_answer")
    submission = await wide.submit(form, plain)
    assert submission.outcome is SubmissionOutcome.PUBLISHED
    assert submission.listing_id == form.draft_id


async def test_a_draft_that_the_site_does_not_save_is_an_error(wide: Shop, plain: Listing) -> None:
    wide.faults(draft_error=422)
    with pytest.raises(SiteUnreachable):
        await wide.prepare(plain, save_draft=True)


async def test_an_answer_that_tells_nothing_of_a_draft_is_no_refusal(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(draft_error=500)
    form = await wide.prepare(plain, save_draft=True)
    assert form.draft_id is None
    assert form.draft_seen is not None
    assert (form.draft_seen.found, form.draft_seen.reason) == ((), "not_seen_yet")


async def test_a_draft_that_is_gone_is_told_as_that(wide: Shop, plain: Listing) -> None:
    with pytest.raises(ListingRefused) as caught:
        await wide.prepare(plain, draft_id="12345")
    assert set(caught.value.errors) == {"draft"}


async def test_a_draft_that_would_be_saved_otherwise_than_approved_never_leaves(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(price_as_zero=True)
    with pytest.raises(FormChanged) as caught:
        await wide.prepare(plain, save_draft=True)
    assert set(caught.value.errors) == {"price"}
    # A publish whose answer was lost is sent again by the browser, also after its test is over.
    kinds = {attempt.kind for attempt in wide.standin.state.ledger.attempts}
    assert kinds <= {"completion"}
    assert not wide.standin.state.drafts
    await wide.no_tab_left()


async def test_a_saved_draft_names_what_could_not_be_compared(wide: Shop, hoodie: Listing) -> None:
    form = await wide.prepare(replace(hoodie, photos=hoodie.photos[:1]), save_draft=True)
    assert (form.uncertain, form.warnings) == ((), ())
