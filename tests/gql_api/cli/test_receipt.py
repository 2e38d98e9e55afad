"""`fripier receipt verify`: what it trusts, what it notices, and what it exits with."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gql_api.cli import application
from gql_api.domain import receipt as values
from gql_api.domain.receipt import Receipt, SignedReceipt, as_members, fingerprint, signer
from gql_api.rest import receipts as rest
from gql_api.security.jws import Signer
from gql_api.security.keyring import KeyRing, new_secret

AT = datetime(2026, 11, 22, 12, 0, 0, 250_000, tzinfo=UTC)
RECEIPT = Receipt(
    version=1,
    jti="j.1",
    iat=int(AT.timestamp()),
    number=1,
    supersedes=None,
    software="fripier",
    job=values.JobNamed("j", "default", "https://www.vinted.fr", "p", 1),
    content=values.Content("a" * 64, ("b" * 64, "c" * 64)),
    approval=values.Approval("anonymous", AT, None),
    fence_at=AT,
    answer=values.Answer(AT, "published", None, "7", "https://x/items/7", (), (), None),
    pictures=values.Pictures(None, values.PictureProof("d" * 32, "e" * 64)),
)


@pytest.fixture(scope="module")
def signed() -> Signer:
    return signer(KeyRing.parse(new_secret()))


@pytest.fixture
def keys(signed: Signer, tmp_path: Path) -> Path:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps(signed.public.jwks()))
    return path


def _signed(by: Signer, receipt: Receipt = RECEIPT) -> SignedReceipt:
    return SignedReceipt(by.sign(as_members(receipt)), receipt)


def _run(given: str, *arguments: str | Path) -> Result:
    command = ["receipt", "verify", "-", *map(str, arguments)]
    return CliRunner().invoke(application, command, input=given)


def test_a_valid_one_is_told_with_digests_whole(signed: Signer, keys: Path) -> None:
    done = _run(_signed(signed).text + "\n", "--key", keys)
    assert (done.exit_code, done.stderr) == (0, "VALID: receipt j.1.\n")
    rows = dict(line.split(maxsplit=1) for line in done.stdout.splitlines())
    assert rows["content.sha256"] == "a" * 64
    assert (rows["content.photos.1"], rows["content.photos.2"]) == ("b" * 64, "c" * 64)
    assert rows["fence_at"] == "2026-11-22T12:00:00.250000Z"
    assert (rows["approval.by"], rows["pictures.before"]) == ("anonymous", "-")


def test_as_json_it_says_the_members(signed: Signer, keys: Path) -> None:
    done = _run(_signed(signed).text, "--key", keys, "--json")
    said = json.loads(done.stdout)
    assert (done.exit_code, said["valid"]) == (0, True)
    assert said["members"] == as_members(RECEIPT)


def test_a_file_is_read(signed: Signer, keys: Path, tmp_path: Path) -> None:
    path = tmp_path / "receipt.jws"
    path.write_text(_signed(signed).text)
    command = ["receipt", "verify", str(path), "--key", str(keys)]
    assert CliRunner().invoke(application, command).exit_code == 0


def test_the_decoded_members_of_an_answer_are_not_believed(signed: Signer, keys: Path) -> None:
    answer = rest.body([_signed(signed)], "http://x")
    answer["members"]["answer"]["listing_id"] = "8"
    done = _run(json.dumps(answer), "--key", keys, "--json")
    assert (done.exit_code, json.loads(done.stdout)["members"]["answer"]["listing_id"]) == (0, "7")


def test_a_chain_is_whole_or_not_valid(signed: Signer, keys: Path) -> None:
    first = _signed(signed)
    later = replace(RECEIPT, jti="j.2", number=2, supersedes=fingerprint(first.text))
    answer = rest.body([first, _signed(signed, later)], "http://x")
    assert _run(json.dumps(answer), "--key", keys).exit_code == 0
    another = _signed(signed, replace(RECEIPT, fence_at=AT.replace(second=1)))
    for superseded in ([], [another.text], [first.text, first.text]):
        done = _run(json.dumps(answer | {"superseded": superseded}), "--key", keys, "--json")
        assert (done.exit_code, json.loads(done.stdout)["reason"]) == (1, "broken_chain")


@pytest.mark.parametrize("as_json", [False, True])
def test_why_it_is_not_valid(signed: Signer, keys: Path, as_json: bool) -> None:
    more = ("--json",) if as_json else ()
    text = _signed(signed).text
    header, _, signature = text.split(".")
    other = _signed(signer(KeyRing.parse(new_secret()))).text
    for given, reason, words in (
        (f"{header}.e30.{signature}", "wrong_signature", "the text was changed"),
        (other, "unknown_key", "None of the given keys signed it"),
        (signed.sign({"sub": "x"}), "malformed", "does not have the members"),
        ("hello", "malformed", "not a compact JWS"),
        ('{"receipt": 1}', "malformed", "not the answer of a receipt's route"),
    ):
        done = _run(given, "--key", keys, *more)
        assert done.exit_code == 1
        assert words in done.stderr
        if as_json:
            assert json.loads(done.stdout)["reason"] == reason


def test_without_a_key_nothing_is_said(signed: Signer) -> None:
    done = _run(_signed(signed).text)
    assert done.exit_code == 2
    assert "--key" in done.stderr and "VALID" not in done.output


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("/nowhere/keys.json", "cannot be read (No such file or directory). Name a file"),
        (sys.executable, "cannot be read (it is not text). Name a file"),
        ("http://keys.example/jwks.json", "https"),
        ("http://127.0.0.1:1/jwks.json", "gives no key"),
    ],
)
def test_a_key_that_cannot_be_had(signed: Signer, key: str, words: str) -> None:
    done = _run(_signed(signed).text, "--key", key, "--json")
    assert (done.exit_code, json.loads(done.stdout)["valid"]) == (2, None)
    assert words in done.stderr


def test_a_key_file_without_a_key(signed: Signer, tmp_path: Path) -> None:
    empty = tmp_path / "keys.json"
    empty.write_text('{"keys": []}')
    done = _run(_signed(signed).text, "--key", empty)
    assert done.exit_code == 2 and "no Ed25519 key" in done.stderr
