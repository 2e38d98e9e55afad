"""What `fripier mcp` refuses to start with, and that the door is shut unless it was opened."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gql_api.bootstrap import api
from gql_api.bootstrap.process import build
from gql_api.cli import application, mcp
from gql_api.settings import Settings, SettingsError


def _refusal(*arguments: str, **env: str) -> str:
    result = CliRunner().invoke(application, ["mcp", *arguments], env=env)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mcp, "find_spec", lambda _: None)
    assert _refusal().endswith("pip install 'fripier[mcp]'")


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"FRIPIER_URL": "shop.example"}, "FRIPIER_URL: give an address"),
        ({"FRIPIER_URL": "http://shop.example", "FRIPIER_KEY": "fp_x"}, "in clear. Use https."),
    ],
)
def test_an_address_that_cannot_be_meant(env: dict[str, str], said: str) -> None:
    assert said in _refusal(**env)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    assert "is no folder" in _refusal("--photos", str(tmp_path / "none"))


def test_the_door_is_shut_unless_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def paths(**given: bool) -> set[str]:
        fripier = build(Settings(data_dir=tmp_path, mock_mode=True, **given))
        return {str(getattr(route, "path", "")) for route in fripier.routes}

    assert "/mcp" not in paths()
    assert "/mcp" in paths(mcp_enabled=True)
    monkeypatch.setattr(api, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match="MCP_ENABLED"):
        paths(mcp_enabled=True)
