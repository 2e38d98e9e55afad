"""What is kept of a pasted session, what is dropped, and errors that never show a value."""

import base64
import json
from datetime import UTC, datetime

import pytest

from browser import pasted_session
from browser.pasted_session import CookieSelection, Malformation, MalformedSession, token_end
from browser.sites.vinted.session_cookies import COOKIES

HEADER = (
    "v_udt=planted-udt; anon_id=planted-anon; anonymous-locale=fr; datadome=planted-dd; "
    "cf_clearance=planted-cf; __cf_bm=planted-bm; __cfruid=planted; OptanonConsent=a=b&c; "
    "access_token_web=planted-access; refresh_token_web=planted-refresh; "
    "_vinted_fr_session=planted-rails; v_uid=1; v_sid=2; domain_selected=true; _ga=planted"
)
KEPT = {
    "v_udt",
    "anon_id",
    "anonymous-locale",
    "access_token_web",
    "refresh_token_web",
    "_vinted_fr_session",
    "v_uid",
    "v_sid",
    "domain_selected",
}


def select_cookies(text: str, host: str | None = None) -> CookieSelection:
    return pasted_session.select_cookies(text, COOKIES, host=host)


def names(selection: CookieSelection) -> set[str]:
    return {cookie.name for cookie in selection.kept}


def token(claims: object) -> str:
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJSUzI1NiJ9.{body}.c2lnbmF0dXJl"


@pytest.mark.parametrize("text", [HEADER, f"Cookie: {HEADER}", f"\n  {HEADER};\r\n"])
def test_only_the_cookies_of_log_in_and_language_are_kept(text: str) -> None:
    selection = select_cookies(text)
    assert names(selection) == KEPT
    assert set(selection.dropped) == {
        "datadome",
        "cf_clearance",
        "__cf_bm",
        "__cfruid",
        "OptanonConsent",
        "_ga",
    }
    values = {cookie.name: cookie.value for cookie in selection.kept}
    assert values["access_token_web"] == "planted-access"


def test_of_two_cookies_of_one_name_the_first_is_kept() -> None:
    selection = select_cookies("access_token_web=first; access_token_web=second")
    assert [cookie.value for cookie in selection.kept] == ["first"]


def test_a_value_may_hold_equal_signs() -> None:
    [cookie] = select_cookies("access_token_web=a=b==").kept
    assert cookie.value == "a=b=="


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"cookies": rows, "origins": []}])
def test_a_json_export_is_read_too(wrap: object) -> None:
    rows = [
        {"name": "access_token_web", "value": "a", "domain": ".vinted.fr", "expirationDate": 9.5},
        {"name": "refresh_token_web", "value": "b", "domain": "www.vinted.fr", "expires": -1},
        {"name": "datadome", "value": "c", "domain": ".vinted.fr"},
        {"name": "anon_id", "value": "other", "domain": ".vinted.de"},
        {"name": "v_uid", "value": "other", "domain": "static.vinted.fr"},
    ]
    assert callable(wrap)
    selection = select_cookies(json.dumps(wrap(rows), indent=2), host="www.vinted.fr")
    assert [(each.name, each.value, each.expires) for each in selection.kept] == [
        ("access_token_web", "a", 9.5),
        ("refresh_token_web", "b", None),
    ]
    assert selection.dropped == ("datadome",)


def test_an_export_of_another_market_is_refused() -> None:
    rows = [{"name": "access_token_web", "value": "planted", "domain": ".vinted.de"}]
    with pytest.raises(MalformedSession) as raised:
        select_cookies(json.dumps(rows), host="www.vinted.fr")
    assert raised.value.malformation is Malformation.OTHER_HOST
    assert "planted" not in str(raised.value)
    assert "www.vinted.de" in str(raised.value) and "www.vinted.fr" in str(raised.value)


def test_an_export_of_no_market_is_refused_without_its_words() -> None:
    rows = [{"name": "access_token_web", "value": "a", "domain": ".planted.example"}]
    with pytest.raises(MalformedSession, match="another host") as raised:
        select_cookies(json.dumps(rows), host="www.vinted.fr")
    assert raised.value.malformation is Malformation.FOREIGN
    assert "planted" not in str(raised.value)


def test_an_export_may_leave_the_dot_of_the_whole_site_out() -> None:
    row = {"name": "access_token_web", "value": "a", "domain": "vinted.fr"}
    assert select_cookies(json.dumps([row]), host="www.vinted.fr").kept
    with pytest.raises(MalformedSession):
        select_cookies(json.dumps([row | {"hostOnly": True}]), host="www.vinted.fr")


def test_on_a_market_with_a_port_the_host_alone_counts() -> None:
    rows = [{"name": "access_token_web", "value": "demo", "domain": "127.0.0.1"}]
    assert names(select_cookies(json.dumps(rows), host="127.0.0.1:5001")) == {"access_token_web"}


def test_a_session_of_another_market_beside_other_cookies_of_this_one_is_told() -> None:
    rows = [
        {"name": "anon_id", "value": "a", "domain": ".vinted.fr"},
        {"name": "access_token_web", "value": "planted", "domain": ".vinted.de"},
    ]
    with pytest.raises(MalformedSession) as raised:
        select_cookies(json.dumps(rows), host="www.vinted.fr")
    assert raised.value.malformation is Malformation.OTHER_HOST


@pytest.mark.parametrize(
    ("text", "malformation"),
    [
        ("", Malformation.EMPTY),
        (" \n ", Malformation.EMPTY),
        ("access_token_web=" + "x" * 100_000, Malformation.TOO_LONG),
        ("access_token_web=planted\x00", Malformation.CONTROL_CHARACTERS),
        ("access_token_web=eyJraWQiOiJplanted\u2026; v_udt=a", Malformation.SHORTENED),
        ("access_token_web=eyJraWQiOiJplanted...", Malformation.SHORTENED),
        ("access_token_web=planted\u00e9", Malformation.SHORTENED),
        ('{"access_token_web": "your planted"}', Malformation.SHORTENED),
        ("access_token_web=a; refresh_token_web=planted\u2026", Malformation.SHORTENED),
        ("planted\nplanted", Malformation.UNREADABLE),
        ('{"access_token_web": "a;planted"}', Malformation.CONTROL_CHARACTERS),
        ('[{"name": "access_token_web", "value": "a\\nplanted"}]', Malformation.CONTROL_CHARACTERS),
        ("planted", Malformation.UNREADABLE),
        ("[planted", Malformation.BROKEN),
        ('{"planted": 1}', Malformation.INCOMPLETE),
        ('{"planted": [1]}', Malformation.UNREADABLE),
        ("{}", Malformation.UNREADABLE),
        ('{"log": {"entries": ["planted"]}}', Malformation.UNREADABLE),
        ("planted=1\nX-Header: planted", Malformation.INCOMPLETE),
        ('["planted"]', Malformation.UNREADABLE),
        ("[" * 20_000, Malformation.BROKEN),
        ("[]", Malformation.INCOMPLETE),
        ("datadome=planted; _vinted_fr_session=planted", Malformation.INCOMPLETE),
        ("access_token_web=", Malformation.INCOMPLETE),
    ],
)
def test_a_malformed_session_names_the_cure_and_no_value(
    text: str, malformation: Malformation
) -> None:
    with pytest.raises(MalformedSession) as raised:
        select_cookies(text)
    assert raised.value.malformation is malformation
    assert "planted" not in f"{raised.value!s}{raised.value!r}"
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_a_header_that_goes_on_over_lines_of_a_shell_loses_no_cookie() -> None:
    text = "access_token_web=a; \\\n  refresh_token_web=b; \\\r\n  anon_id=c"
    found = select_cookies(text)
    assert {each.name: each.value for each in found.kept}["refresh_token_web"] == "b"
    assert found.renewable


def test_a_selection_shows_no_value() -> None:
    assert "planted" not in repr(select_cookies(HEADER))


def test_the_end_of_the_access_token_is_read() -> None:
    header = f"access_token_web={token({'exp': 1_800_000_000})}; refresh_token_web=r"
    selection = select_cookies(header)
    assert selection.expires_at == datetime.fromtimestamp(1_800_000_000, UTC)
    assert selection.renewable


def test_a_token_without_an_end_says_nothing() -> None:
    selection = select_cookies("access_token_web=demo")
    assert (selection.expires_at, selection.renewable) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "demo",
        "a.b.c",
        "..",
        token({}),
        token([]),
        token("text"),
        token({"exp": "soon"}),
        token({"exp": 1e400}),
        token({"exp": 10**30}),
        token({"exp": None}),
        "a.\u00e9.c",
    ],
)
def test_what_is_no_token_has_no_end(text: str) -> None:
    assert token_end(text) is None
