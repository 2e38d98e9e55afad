"""The page about receipts: its programs check a receipt, and its table has every member."""

import dataclasses
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gql_api.domain import receipt as values
from gql_api.domain.receipt import Receipt, SignedReceipt, as_members, signer
from gql_api.rest.receipts import body
from gql_api.security.keyring import KeyRing, new_secret
from tests.docs.pages import DOCS, blocks, rows

PAGE = DOCS / "receipts.md"
AT = datetime(2026, 11, 22, tzinfo=UTC)
RECEIPT = Receipt(
    version=1,
    jti="j.1",
    iat=0,
    number=1,
    supersedes=None,
    software="fripier",
    job=values.JobNamed("j", "default", "https://www.vinted.fr", "p", 1),
    content=values.Content("a" * 64, ()),
    approval=values.Approval("anonymous", AT, None),
    fence_at=AT,
    answer=values.Answer(AT, "published", None, "7", None, (), (), None),
    pictures=values.Pictures(None, None),
)


@pytest.mark.parametrize("program", blocks(PAGE, "python"), ids=["cryptography", "joserfc"])
def test_a_program_checks_a_receipt_and_notices_a_change(program: str, tmp_path: Path) -> None:
    ours = signer(KeyRing.parse(new_secret()))
    signed = SignedReceipt(ours.sign(as_members(RECEIPT)), RECEIPT)
    answer = body([signed], "http://127.0.0.1:5000")
    (tmp_path / "jwks.json").write_text(json.dumps(ours.public.jwks()))

    def run(text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "receipt.json").write_text(json.dumps(answer | {"receipt": text}))
        command = (sys.executable, "-c", program)
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    good = run(signed.text)
    assert good.returncode == 0 and "'listing_id': '7'" in good.stdout, good.stderr
    header, payload, signature = signed.text.split(".")
    assert run(f"{header}.{payload[:-4]}AAAA.{signature}").returncode != 0


def test_every_member_is_described() -> None:
    described = {name for row in rows(PAGE) for name in row[0].replace("`", "").split(", ")}
    assert {field.name for field in dataclasses.fields(Receipt)} <= described
