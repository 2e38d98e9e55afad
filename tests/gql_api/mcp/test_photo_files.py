"""Photos are read inside the folders that were named, and nowhere else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from gql_api.mcp import photo_files
from gql_api.mcp.client import Refusal
from gql_api.mcp.photo_files import PhotoFolders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    (inside / "hoodie").mkdir(parents=True)
    (inside / "hoodie" / "front.jpg").write_bytes(b"front")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return inside


@pytest.mark.parametrize("name", ["hoodie/front.jpg", "./hoodie/../hoodie/front.jpg", "{}"])
def test_a_file_inside_is_read_by_its_path(folder: Path, name: str) -> None:
    with PhotoFolders([folder]).open(name.format(folder / "hoodie" / "front.jpg")) as file:
        assert file.read() == b"front"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.jpg",
        "{}",
        "hoodie",
        "link.jpg",
        "out/secret.jpg",
        "no.jpg",
        "",
        "a\0.jpg",
        "\ud800.jpg",
        "n" * 300,
        "round",
    ],
)
def test_what_lies_outside_is_not(folder: Path, tmp_path: Path, name: str) -> None:
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "out").symlink_to(tmp_path)
    (folder / "round").symlink_to(folder / "round")
    with pytest.raises(Refusal) as refused:
        PhotoFolders([folder]).open(name.format(tmp_path / "secret.jpg"))
    assert (refused.value.code, refused.value.body["field"]) == ("invalid_input", "files")


def test_neither_is_a_pipe_or_more_than_a_photo_may_have(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe.jpg")
    with pytest.raises(Refusal):
        PhotoFolders([folder]).open("pipe.jpg")
    monkeypatch.setattr(photo_files, "MAX_UPLOAD_BYTES", 4)
    with pytest.raises(Refusal) as refused:
        PhotoFolders([folder]).open("hoodie/front.jpg")
    assert refused.value.code == "photo_too_large"


def test_only_what_looks_like_a_photo_is_listed_newest_first(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "thumb.jpg").write_bytes(b"x")
    (folder / "old.PNG").write_bytes(b"old")
    os.utime(folder / "old.PNG", (1, 1))
    listed = PhotoFolders([folder]).names()
    assert listed == [str(folder / "hoodie" / "front.jpg"), str(folder / "old.PNG")]


def test_a_file_that_goes_while_the_folder_is_read_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "gone.jpg").write_bytes(b"gone")
    walked = os.walk

    def walk(place: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for found in walked(place):
            (folder / "gone.jpg").unlink(missing_ok=True)  # as another program does meanwhile
            yield found

    monkeypatch.setattr(photo_files.os, "walk", walk)
    assert PhotoFolders([folder]).names() == [str(folder / "hoodie" / "front.jpg")]
