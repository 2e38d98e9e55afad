"""Every form in which a session is pasted: recognised, read like the tool meant it, or refused."""

import shutil
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from browser.pasted_session import (
    Malformation,
    MalformedSession,
    Source,
    commands,
    paste,
    select_cookies,
)
from browser.sites.vinted.session_cookies import COOKIES
from tests.browser.pasted_session import makers

HOST = "www.vinted.fr"
TOKEN = "eyJraWQiOiJFNTdZZHJ1.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLWJ5dGVz-_a"
SESSION = {
    "v_udt": "planted%20udt%7B",
    "datadome": "planted~dd_1",
    "cf_clearance": "planted-cf",
    "OptanonConsent": "isGpc=1&date=Sun+Nov+29+2026&groups=C0001%3A1",
    "access_token_web": TOKEN,
    "refresh_token_web": f"{TOKEN}x",
    "_vinted_fr_session": "UkZ4d1E9PQ%3D%3D--planted!",
}
ALL = [(Source(name), made) for name, each in makers.MAKERS.items() for made in each]
VALUES = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters=';,"\\'),
    min_size=1,
    max_size=60,
)


def _kept(text: str) -> dict[str, str]:
    return {each.name: each.value for each in select_cookies(text, COOKIES, host=HOST).kept}


@pytest.mark.parametrize(("source", "made"), ALL, ids=lambda each: getattr(each, "__name__", ""))
def test_what_a_tool_writes_is_recognised_and_read(
    source: Source, made: Callable[[makers.Cookies], str]
) -> None:
    found = select_cookies(made(SESSION), COOKIES, host=HOST)
    assert found.source is source
    assert {each.name: each.value for each in found.kept} == {
        name: value for name, value in SESSION.items() if COOKIES.keeps(name)
    }
    assert {"datadome", "cf_clearance"} <= set(found.dropped)
    assert found.user_agent == (makers.AGENT if made in makers.WITH_AGENT else None)


@pytest.mark.parametrize(("source", "made"), ALL, ids=lambda each: getattr(each, "__name__", ""))
@given(st.fixed_dictionaries({"v_udt": VALUES, "access_token_web": VALUES, "anon_id": VALUES}))
@example({"v_udt": "System.Net.Cookie(", "access_token_web": "fetch(", "anon_id": "curl"})
@settings(max_examples=25, deadline=None, database=None)
def test_any_value_comes_through(
    source: Source, made: Callable[[makers.Cookies], str], cookies: dict[str, str]
) -> None:
    if (
        made in makers.COOKIE_HEADER
    ):  # a value that begins or ends in quotes or breaks reads two ways
        cookies = {name: f"a{value.strip('=')}z" for name, value in cookies.items()}
    assert _kept(made(cookies)) == cookies


@pytest.mark.parametrize(("source", "made"), ALL, ids=lambda each: getattr(each, "__name__", ""))
def test_one_that_is_cut_off_is_read_or_refused_without_a_word_of_it(
    source: Source, made: Callable[[makers.Cookies], str]
) -> None:
    text = made(SESSION)
    for end in range(1, len(text), 7):
        try:
            select_cookies(text[:end], COOKIES, host=HOST)
        except MalformedSession as error:
            assert "planted" not in str(error) and TOKEN[:12] not in str(error)


@pytest.mark.parametrize(
    "made", [makers.curl_bash, makers.curl_bash_by_header, makers.curl_long_options]
)
@given(VALUES | st.just("a'b!c\\d é"))
@settings(max_examples=10, deadline=None, database=None)
def test_bash_itself_reads_the_same_words(
    made: Callable[[makers.Cookies], str], value: str
) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    command = made({"access_token_web": value}).removeprefix("$ ")
    script = f"curl() {{ printf '%s\\0' \"$@\"; }}\n{command}"
    told = subprocess.run(
        [bash, "-c", script], capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"}
    )
    assert commands._words(command)[1:] == told.stdout.decode().split("\0")[:-1]


@pytest.mark.parametrize(
    ("text", "form", "missing"),
    [
        ('fetch("https://www.vinted.fr/", {"credentials": "include"});', "a fetch call", "Node.js"),
        ("curl 'https://www.vinted.fr/' -H 'accept: */*'", "a cURL command", "access_token_web"),
        ("anon_id=planted; v_udt=planted", "a Cookie header", "document.cookie"),
        ('{"anon_id": "planted"}', "a JSON object", "access_token_web"),
        (makers.playwright({"anon_id": "planted"}), "a JSON export", "access_token_web"),
        (makers.cookies_txt({"anon_id": "planted"}), "a cookies.txt", "access_token_web"),
        ("Host: www.vinted.fr\nAccept: planted", "request headers", "access_token_web"),
    ],
)
def test_a_paste_without_the_session_names_its_form_and_what_is_missing(
    text: str, form: str, missing: str
) -> None:
    with pytest.raises(MalformedSession) as raised:
        select_cookies(text, COOKIES, host=HOST)
    assert raised.value.malformation is Malformation.INCOMPLETE
    assert form in str(raised.value) and missing in str(raised.value)
    assert "planted" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (makers.curl_bash(SESSION)[:200], "a cURL command"),
        (makers.edit_this_cookie(SESSION)[:-1], "a JSON export"),
        (makers.cookies_txt(SESSION).rstrip()[:-30], "a cookies.txt"),
        (
            "fetch('https://www.vinted.fr/', {headers: {cookie: 'access_token_web=pla",
            "a fetch call",
        ),
    ],
)
def test_a_paste_that_is_cut_off_names_its_form(text: str, form: str) -> None:
    with pytest.raises(MalformedSession, match="whole") as raised:
        select_cookies(text, COOKIES, host=HOST)
    assert form in str(raised.value)


@pytest.mark.parametrize("requests", [1, 400])
def test_a_har_archive_is_named_with_what_to_copy_however_long_it_is(requests: int) -> None:
    text = makers.har(SESSION, requests)
    assert (len(text) > paste.MAX_CHARACTERS) is (requests > 1)
    with pytest.raises(
        MalformedSession, match=r"a HAR archive .* copy one of them as cURL"
    ) as raised:
        select_cookies(text, COOKIES, host=HOST)
    assert raised.value.malformation is Malformation.UNREADABLE


@pytest.mark.parametrize(
    "made", [makers.curl_bash, makers.curl_cmd, makers.fetch_node, makers.table]
)
def test_a_request_to_another_market_is_told_as_that(
    made: Callable[[makers.Cookies], str],
) -> None:
    text = made(SESSION).replace("vinted.fr", "vinted.de")
    with pytest.raises(MalformedSession, match=r"www\.vinted\.de") as raised:
        select_cookies(text, COOKIES, host=HOST)
    assert raised.value.malformation is Malformation.OTHER_HOST


def test_nothing_takes_long_to_read() -> None:
    for sign in ('"', "'", "\\", "^", "[", "{", ";", "=", "\t", "\n", "$'", "curl '", "a=", '""'):
        with pytest.raises(MalformedSession):
            select_cookies(f"curl {sign * (paste.MAX_CHARACTERS // len(sign) // 2)}", COOKIES)
        with pytest.raises(MalformedSession):
            select_cookies(sign * (paste.MAX_CHARACTERS // len(sign)), COOKIES)
