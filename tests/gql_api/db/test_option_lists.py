"""The lists of a form in both kinds of database."""

from collections.abc import Callable

from browser.listing import Option
from gql_api.db.database import Database
from gql_api.db.jobs import JobStore
from gql_api.db.option_lists import OptionListStore
from gql_api.domain.job import Job

COLOURS = (Option("1", "Noir"),)


async def test_a_name_that_has_no_room_takes_no_other_list_with_it(
    database: Database, jobs: JobStore, a_job: Callable[..., Job]
) -> None:
    """PostgreSQL refuses the whole row, where SQLite counts no letters."""
    job, _ = await jobs.accept(a_job(), key=None)
    lists = OptionListStore(database)
    await lists.keep(job.id, "fr", {"color": COLOURS, "x" * 201: COLOURS})
    assert await lists.fields(job.id) == ("color",)
