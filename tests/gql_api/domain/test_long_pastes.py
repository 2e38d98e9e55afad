"""A paste that is too long is told by what it is, like every other one that holds no session."""

import pytest

from browser.sites.vinted.marketplace import MARKETPLACE
from gql_api.bootstrap.market import session_markets
from gql_api.domain.inputs import SessionInput, read
from gql_api.errors import InvalidInput
from tests.browser.pasted_session import makers

MARKET = "https://www.vinted.fr"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (makers.har({"access_token_web": "planted"}, 400), "HAR"),
        ("access_token_web=" + "x" * 200_000, "100,000 characters"),
    ],
    ids=["an archive", "a header"],
)
def test_the_refusal_names_the_form_and_the_cure(text: str, said: str) -> None:
    given = read(SessionInput, {"cookie": text, "user_agent": makers.AGENT})
    with pytest.raises(InvalidInput, match=said) as raised:
        session_markets(MARKET, MARKETPLACE).select(given.cookie, "www.vinted.fr")
    assert raised.value.code == "session_malformed"
