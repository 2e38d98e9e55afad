"""`fripier import`: what is sent, what is listed, and the exit codes that scripts go by."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from gql_api.cli import application, imports
from gql_api.errors import InvalidInput, Unavailable

TABLE = "Titre;Prix;Description;Photos\nRobe;12;Jolie;photos/1.jpg\n"
Run = Callable[..., Result]


@pytest.fixture
def run(base: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PORT", base.rpartition(":")[2])
    monkeypatch.setenv("MOCK_MODE", "true")

    def invoked(*arguments: object) -> Result:
        return CliRunner().invoke(application, ["import", *map(str, arguments)])

    return invoked


def folder(at: Path, table: str, photo: bytes) -> Path:
    (at / "sale" / "photos").mkdir(parents=True)
    (at / "sale" / "annonces.csv").write_text(table, "cp1252")
    (at / "sale" / "photos" / "1.jpg").write_bytes(photo)
    return at / "sale"


def test_a_folder_that_is_good_exits_with_0(run: Run, tmp_path: Path, photo: bytes) -> None:
    told = run(folder(tmp_path, TABLE, photo), "--check", "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout)
    assert found["kept"] is False and found["name"] == "sale.zip"
    assert [row["stage"] for row in found["rows"]] == ["held"]


def test_bad_rows_are_listed_and_exit_with_1(run: Run, tmp_path: Path, photo: bytes) -> None:
    bad = TABLE + "Jupe;abc;Jolie;../x.jpg\n"
    told = run(folder(tmp_path, bad, photo), "--check")
    assert told.exit_code == 1
    assert "line 3: price: give a number" in told.stdout
    assert "line 3: photos: '../x.jpg' leads out of the import" in told.stdout


def test_what_cannot_be_done_exits_with_2(run: Run, tmp_path: Path, photo: bytes) -> None:
    for given in (tmp_path / "none.csv", tmp_path / "a.pdf"):
        assert run(given, "--check").exit_code == 2
    sale = folder(tmp_path, "nothing", photo)
    refused = run(sale, "--check")
    assert refused.exit_code == 2 and "No header was found" in refused.output
    os.symlink("/etc/hostname", sale / ".hidden")
    assert "No header was found" in run(sale, "--check").output, "what is hidden is left at home"
    os.symlink("/etc/hostname", sale / "link.jpg")
    linked = run(sale, "--check")
    assert linked.exit_code == 2 and "link.jpg is a link" in linked.output


def test_the_template_is_written_once(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "table.csv"
    assert run("--template", target, "--language", "fr").exit_code == 0
    assert target.read_text("utf-8-sig").startswith("Titre;Prix;")
    assert run("--template", target).exit_code == 2, "nothing that is there is written over"


def test_without_a_service_it_is_said_how_to_start_one(
    tmp_path: Path, photo: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "1")
    told = CliRunner().invoke(application, ["import", str(folder(tmp_path, TABLE, photo))])
    assert told.exit_code == 2 and "start `fripier serve`" in " ".join(told.output.split())


def test_a_photo_of_a_camera_without_a_clock_is_sent(
    run: Run, tmp_path: Path, photo: bytes
) -> None:
    sale = folder(tmp_path, TABLE, photo)
    os.utime(sale / "photos" / "1.jpg", (0, 0))
    assert run(sale, "--check").exit_code == 0


def answered(status: int, text: str) -> httpx.Response:
    return httpx.Response(status, text=text, request=httpx.Request("POST", "http://localhost/"))


@pytest.mark.parametrize("text", ["<html>502</html>", "[]", "{}"])
def test_an_answer_that_is_not_the_services_is_told_as_that(text: str) -> None:
    with pytest.raises(Unavailable, match="502 is not one of Fripier's"):
        imports.require_ok(answered(502, text))
    with pytest.raises(InvalidInput, match="too long"):
        imports.require_ok(answered(413, '{"detail": "too long", "code": "import_too_large"}'))


NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    ("stages", "paused", "hours", "waits"),
    [
        (["waiting"], None, 0, False),
        (["waiting"], None, 5, True),
        (["waiting"], "Three rows ran out.", 0, True),
        (["waiting", "preparing"], "The session has ended.", 5, False),
        (["waiting", "prepared"], None, 0, False),
        (["prepared", "expired"], None, 0, True),
        (["bad"], None, 0, True),
    ],
)
def test_an_import_is_followed_until_it_needs_a_person_or_a_time_that_is_told(
    stages: list[str], paused: str | None, hours: int, waits: bool
) -> None:
    planned = (NOW + timedelta(hours=hours, minutes=-1)).isoformat()
    rows = [{"stage": stage, "planned_at": planned} for stage in stages]
    counts = {stage: stages.count(stage) for stage in stages}
    found = {"created_at": NOW.isoformat(), "rows": rows, "counts": counts, "paused": paused}
    assert imports.waits(found) is waits
