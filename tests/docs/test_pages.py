"""The documents name only what exists."""

import re
import tomllib
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate
from typer.main import get_command

from gql_api.cli import application
from gql_api.schema import sdl
from tests.docs.pages import DOCS, PAGES, ROOT, blocks, commands, links

README = ROOT / "README.md"


def _existing() -> set[str]:
    """Every command of `fripier`, a group's with the group's name in front."""
    found = set()
    for name, command in vars(get_command(application))["commands"].items():
        below = vars(command).get("commands", {})
        found |= {f"{name} {each}" for each in below} if below else {name}
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    missing = [target for target in links(page) if not target.exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_exists(page: Path) -> None:
    assert commands(page) <= _existing() | {"keys", "notify", "receipt", "secret"}


def test_the_readme_shows_code_before_line_25() -> None:
    lines = README.read_text("utf-8").splitlines()
    assert lines.index("```sh") < 25


def test_the_readme_warns_before_its_first_code() -> None:
    before = README.read_text("utf-8").split("```", 1)[0]
    assert "may be against the marketplace's terms" in " ".join(before.split())


def test_the_readme_gives_the_two_commands_of_the_first_run() -> None:
    run, tests = blocks(README, "sh")[0].splitlines()
    assert run.partition("  #")[0].strip() == "pip install uv && uv run fripier demo"
    assert tests.partition("  #")[0].strip() == "uv run --group test pytest"


def test_the_group_of_the_readmes_second_command_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "test" in project["dependency-groups"]


def test_the_readmes_graphql_fits_the_schema() -> None:
    schema = build_schema(sdl())
    for block in blocks(README, "graphql"):
        assert not validate(schema, parse(block))


def test_the_readmes_call_is_one_of_the_curl_page() -> None:
    shown = [line for block in blocks(README, "sh") for line in block.splitlines()]
    tried = "\n".join(blocks(DOCS / "curl.md", "sh"))
    calls = [line for line in shown if line.startswith("curl")]
    assert calls and all(call in tried for call in calls)


def test_every_part_of_ci_that_is_named_exists() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    parts = set(re.findall(r'^  "(\w+) \d+"$', script, re.M))
    parts |= set(re.findall(r"^(\w+)=\(\w", script, re.M))
    named = {part for page in PAGES for part in re.findall(r"\.ci/run (\w+)", page.read_text())}
    assert named <= parts
