"""The package of docs/client on a real service: its caches keep a job whole, whatever is cut."""

import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.clients import npm
from tests.gql_api.serving import served

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "docs/client"
SCRIPTS = PACKAGE / "test"
CUTS = 3
KINDS = ("apollo", "graphcache", "document cache")


@pytest.fixture(scope="module", autouse=True)
def package() -> None:
    """The package, built from its source."""
    try:
        npm.install(PACKAGE)
    except npm.NoPackages as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"npm could not get the packages: {error}")
    shutil.rmtree(PACKAGE / "dist", ignore_errors=True)
    compiler = PACKAGE / "node_modules/typescript/bin/tsc"
    command = [npm.node(), compiler, "--project", PACKAGE / "tsconfig.json"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout


@pytest.fixture(scope="module")
async def base(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    folder = tmp_path_factory.mktemp("package")
    async with served(folder, PUBLISH_PER_MINUTE="60", PREPARES_PER_MINUTE="60") as address:
        yield address


@pytest.fixture(scope="module")
def coat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photo") / "coat.jpg"
    Image.new("RGB", (800, 600), "#7a9").save(path, "JPEG")
    return path


async def test_every_typed_error_of_every_mutation_arrives_whole() -> None:
    told = await npm.run("errors.mjs", str(REPOSITORY / "schema.graphql"), folder=SCRIPTS)
    assert [told[kind] for kind in KINDS] == [[], [], []]
    # Apollo without the package loses each of them: the test sees a loss when there is one.
    assert told["bare"] == told["mutations"] * told["failures"] == 22 * 8


def _plain(value: Any) -> Any:
    """What was told, without the names of types that caches add below."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if name != "__typename"}
    return value


REFUSED = {
    "no session": "AuthenticationError",
    "wrong price": "InvalidInputError",
    "no job": "NotFoundError",
    "photo in use": "ConflictError",
    "not unknown": "ConflictError",
}


def _is_whole(told: dict[str, Any]) -> None:
    """No event is missed and none told twice, and the job that is watched goes along."""
    for events in (told["prepared"], told["published"]):
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert told["prepared"][-1]["outcome"] == "PREPARED"
    assert told["published"][-1]["outcome"] == "PUBLISHED"
    assert told["accepted"] == 1 + CUTS + 1
    watched = [(each["state"], each.get("outcome")) for each in told["watched"]]
    ready = watched.index(("AWAITING_CONFIRMATION", "PREPARED"))
    # A cache that asks anew after a mutation sees it done, once its listing is published.
    assert set(watched[ready + 1 :]) <= {watched[ready], ("DONE", "PREPARED")}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_job_is_whole_though_its_line_is_cut(kind: str, base: str, coat: Path) -> None:
    told = await npm.run("job.mjs", base, str(coat), kind, folder=SCRIPTS)
    _is_whole(told)
    for name, error in REFUSED.items():
        assert told["errors"][name]["told"]["__typename"] == error
        assert _plain(told["errors"][name]["told"]) == _plain(told["errors"][name]["raw"])
    assert (told["state"], told["outcome"], told["tried"]) == ("VALID", "PREPARED", "CHECKED")
    assert told["sold"]["outcome"] == "PUBLISHED" and told["sold"]["listingUrl"]
    # A list that was read while it was empty holds what was made since, and a photo keeps its name.
    assert (told["nobody"].count(told["account"]), told["accounts"].count(told["account"])) == (
        0,
        1,
    )
    assert (told["empty"], set(told["jobs"])) == (0, set(told["mine"]))
    assert told["listings"] == [0, 1]
    assert told["uploaded"] == told["listed"] == told["photos"][0]
    assert told["listed"]["filename"] == "coat.jpg"
    assert (told["forgotten"], told["left"]) == ("ABSENT", "ABSENT")
