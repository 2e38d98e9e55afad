"""`fripier phrases export`: words that were asked about, what they meant, and nothing else."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from browser.listing import Alias, FieldReport, Listing, Option, Question, RankedOption
from gql_api.cli import application
from gql_api.db.aliases import AliasStore
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.domain.job import JobKind, JobState, Outcome, Result
from gql_api.domain.tenant import qualified
from gql_api.listings.admission import new_job, revised
from tests.browser.seller import HOODIE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = replace(
    HOODIE, title="Title of mine", description="Text of mine", price_as_given="4711",
    condition="nickel", brand="Zorglub", color="écrivez à moi@example.org", answers={},
)  # fmt: skip
STATES = (Option("2", "Très bon état"), Option("3", "Bon état"))


def question(listing: Listing, field: str, options: tuple[Option, ...]) -> Question:
    candidates = tuple(RankedOption(option, 0.5, "offered") for option in options)
    return Question(field, getattr(listing, field), "nothing fits", candidates)


async def filled(folder: Path) -> None:
    """A service's database: questions and answers of the operator, and those of another subject."""
    database = Database(f"sqlite:///{folder}/fripier.db")
    await database.open()
    jobs, aliases = JobStore(database, lambda: NOON), AliasStore(database, lambda: NOON)
    made = new_job(JobKind.PREPARE, "private-account", "https://www.vinted.fr", SECRET, NOON)
    job, _ = await jobs.accept(made, key=None)
    asked = (
        question(SECRET, "condition", STATES),
        question(SECRET, "brand", (Option("custom", "Zorglub"),)),
        question(SECRET, "color", (Option("1", "Noir"),)),
    )
    result = Result(outcome=Outcome.NOT_READY, questions=asked)
    await jobs.change(job.id, 1, Change(JobState.AWAITING_ANSWERS, result=result))
    answers = {"condition": "2", "brand": "custom", "color": "1"}
    again = revised(
        await jobs.get(job.id), replace(SECRET, answers=answers), dry_run=True, now=NOON
    )
    await jobs.accept(again, key=None)
    shown = (FieldReport("condition", "2", "Très bon état", option_id="2"),)
    prepared = Change(JobState.AWAITING_CONFIRMATION, result=Result(fields=shown))
    await jobs.change(job.id, 2, prepared)
    await aliases.learn("gone", [Alias("size", "grande", (Option("5", "XL"),))])
    await aliases.learn("gone", [Alias("condition", "Nickel", (Option("2", "Très bon état"),))])
    foreign = qualified("a" * 32, "default")
    await aliases.learn(foreign, [Alias("size", "of another", (Option("5", "XL"),))])
    await database.close()


def test_words_options_and_answer_are_written_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asyncio.run(filled(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    file = tmp_path / "sent.json"
    done = CliRunner().invoke(application, ["phrases", "export", str(file)])
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, str(file))
    told = json.loads(file.read_text())
    assert told == {
        "format": "fripier-phrases/1",
        "misses": [
            {
                "field": "condition", "language": "fr", "words": "nickel",
                "offered": ["Très bon état", "Bon état"], "answer": "Très bon état",
            },
            {"field": "size", "language": "", "words": "grande", "offered": [], "answer": "XL"},
        ],
    }  # fmt: skip


def test_a_folder_without_a_database_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "empty"))
    done = CliRunner().invoke(application, ["phrases", "export", str(tmp_path / "x.json")])
    assert (done.exit_code, (tmp_path / "x.json").exists()) == (2, False)
