"""The service as a caller has it: each of its subjects is bound to the same one."""

from dataclasses import fields
from pathlib import Path

import pytest

from gql_api.bootstrap.process import build
from gql_api.domain.caller import NOBODY, THE_OPERATOR, Caller
from gql_api.errors import MissingScope
from gql_api.service.service import Service
from gql_api.settings import load_settings

ANNA = Caller(id="anna", owner="anna's")


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = build(load_settings({"DATA_DIR": str(tmp_path)})).service
    assert made is not None
    return made


def _callers(service: Service) -> dict[str, Caller]:
    parts = {each.name: getattr(service, each.name) for each in fields(service)}
    return {name: part.caller for name, part in parts.items() if hasattr(part, "caller")}


def test_every_subject_is_bound_to_the_caller_and_to_no_other(service: Service) -> None:
    listed = "jobs photos sessions listings imports drafting devices status"
    subjects = set(listed.split())
    assert _callers(service) == dict.fromkeys(subjects, THE_OPERATOR)
    bound = service.of(ANNA)
    assert bound.caller is ANNA
    assert _callers(bound) == dict.fromkeys(subjects, ANNA)
    inner = (bound.imports.jobs, bound.imports.listings, bound.imports.photos)
    assert {part.caller for part in inner} == {ANNA}
    assert bound.rates is service.limits.of(ANNA.owner)
    # Who asked before is asked for no longer.
    assert _callers(bound.of(NOBODY)) == dict.fromkeys(subjects, NOBODY)
    assert _callers(service) == dict.fromkeys(subjects, THE_OPERATOR)


async def test_who_has_no_scope_is_refused_before_anything_is_looked_for(service: Service) -> None:
    nobody = service.of(NOBODY)
    # The database was never opened: what went further would fail in another way.
    for asked in (
        nobody.jobs.get("none"),
        nobody.jobs.cancel("none"),
        nobody.photos.get("none"),
        nobody.photos.delete("none"),
        nobody.imports.get("none"),
        nobody.imports.check((), account=None, market=None),
        nobody.imports.approve("none"),
        nobody.imports.skip("none", ()),
        nobody.imports.cancel("none"),
        nobody.listings.renew("none"),
        nobody.drafting.defaults("default"),
        nobody.drafting.copy("none"),
        nobody.sessions.status("default"),
        nobody.sessions.forget("default"),
        nobody.listings.published(),
        nobody.listings.answer("none", {}),
        nobody.status.stats(),
        nobody.status.examine("default"),
    ):
        with pytest.raises(MissingScope):
            await asked
