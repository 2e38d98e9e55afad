"""The options that a job's form has shown are searched long after the form is gone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from browser.listing import FieldName, Option
from browser.sites.vinted.catalogue.suggestions import listed
from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.db.option_lists import OptionListStore
from gql_api.db.retention import delete_jobs
from gql_api.domain.job import Job, JobKind
from gql_api.errors import InvalidInput, OptionsNotRead
from gql_api.listings.admission import new_job
from gql_api.listings.form_options import MAX_FIRST, FormOptions
from tests.browser.offers import categories
from tests.browser.seller import HOODIE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TREE = categories("fr")
COLOURS = (Option("3", "Gris"), Option("1", "Noir"), Option("27", "Bleu marine"))


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path}/fripier.db")
    await database.open()
    return database


@pytest.fixture
async def job(database: Database) -> Job:
    jobs = JobStore(database, lambda: NOON)
    made = new_job(JobKind.PREPARE, "default", "https://www.vinted.fr", HOODIE, NOON)
    return (await jobs.accept(made, key=None))[0]


@pytest.fixture
async def shown(database: Database, job: Job) -> FormOptions:
    store = OptionListStore(database)
    await store.keep(job.id, "fr", {"category": TREE, "color": COLOURS, "size": ()})
    return FormOptions(store, listed)


async def test_a_list_that_is_too_long_to_be_offered_whole_is_searched(
    shown: FormOptions, job: Job
) -> None:
    found = await shown.find(job.id, FieldName.CATEGORY, "jupes lon", 3)
    assert found[0].ranked.option in TREE
    assert "longues" in found[0].ranked.option.label
    assert (found[0].language, len(found)) == ("fr", 3)


async def test_it_is_found_again_by_a_process_that_never_saw_the_form(
    shown: FormOptions, database: Database, job: Job
) -> None:
    again = FormOptions(OptionListStore(database), listed)
    assert await again.find(job.id, "color", "navy", 8) == await shown.find(
        job.id, "color", "navy", 8
    )
    assert [each.ranked.option for each in await again.find(job.id, "color", "", 8)] == [*COLOURS]


async def test_what_was_not_read_is_said_with_its_cure(shown: FormOptions, job: Job) -> None:
    with pytest.raises(OptionsNotRead, match=r"size, only for category, color.*prepare") as refused:
        await shown.find(job.id, "size", "M", 8)
    assert (refused.value.field, refused.value.code) == ("field", "options_not_read")
    with pytest.raises(OptionsNotRead, match=r"No form of this job.*prepare"):
        await shown.find("another", "size", "M", 8)


@pytest.mark.parametrize(
    ("text", "first", "field"),
    [("x" * 101, 8, "text"), ("x", 0, "first"), ("x", MAX_FIRST + 1, "first")],
)
async def test_what_cannot_be_taken_is_named(
    shown: FormOptions, job: Job, text: str, first: int, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await shown.find(job.id, "color", text, first)
    assert refused.value.field == field


async def test_the_next_form_of_the_job_counts_and_the_lists_go_with_it(
    shown: FormOptions, database: Database, job: Job
) -> None:
    await shown.store.keep(job.id, "fr", {"material": (Option("44", "Coton"),)})
    assert await shown.store.fields(job.id) == ("material",)
    await database.write(lambda tx: delete_jobs(tx, [job.id]))
    assert await shown.store.fields(job.id) == ()
