"""LOCATOR_PACK at the start: read, checked, and named by its digest."""

import hashlib
from pathlib import Path

import pytest

from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.bootstrap.process import build
from gql_api.settings import SettingsError, load_settings

GOOD = b'{"format": 1, "fields": {"title": [{"label": "Intitul\xc3\xa9", "language": "fr"}]}}'


def core(folder: Path, pack: Path | None) -> Core:
    env = {"DATA_DIR": str(folder / "data")} | ({"LOCATOR_PACK": str(pack)} if pack else {})
    settings = load_settings(env)
    return build_core(settings, Role.ALL, settings.vinted_base_url)


def test_its_digest_is_known_from_the_start(tmp_path: Path) -> None:
    pack = tmp_path / "pack.json"
    pack.write_bytes(GOOD)
    made = core(tmp_path, pack)
    assert made.marketplace.pack_digest == hashlib.sha256(GOOD).hexdigest()
    service = build(made.settings).service
    assert service is not None
    assert service.status.capabilities().locator_pack == made.marketplace.pack_digest
    assert core(tmp_path, None).marketplace.pack_digest is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "cannot be read (No such file or directory). Name a file that can be"),
        (b"{", "not JSON"),
        (GOOD.replace(b"title", b"publish"), "fields.publish: a pack may only extend"),
    ],
)
def test_one_that_cannot_be_used_refuses_to_start_with_the_field_and_the_cure(
    tmp_path: Path, data: bytes | None, says: str
) -> None:
    pack = tmp_path / "pack.json"
    if data is not None:
        pack.write_bytes(data)
    with pytest.raises(SettingsError) as refused:
        core(tmp_path, pack)
    assert str(refused.value).startswith(f"LOCATOR_PACK: {pack}")
    assert says in str(refused.value)
    # Nothing was made before the refusal.
    assert not (tmp_path / "data").exists()
