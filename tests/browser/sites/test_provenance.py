"""Every sign by which the site is known says where it was seen, and no row is of a sign that went.

What is looked for is gathered here from the modules themselves, so that a sign that the walk over
them forgot is missed here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

import pytest

from browser.page.locators import Candidate, Field, Kind
from browser.page.markers import Markers
from browser.provenance import UNTOLD, Confidence, Provenance, Source
from browser.sites.vinted import provenance
from browser.sites.vinted.dialogs import INTERRUPTIONS
from browser.sites.vinted.form_fields import FORM_FIELDS
from browser.sites.vinted.labels import LABELS
from browser.sites.vinted.locators import Locators, anchor
from browser.sites.vinted.markers import MARKERS
from browser.sites.vinted.markets import MARKETS
from browser.sites.vinted.provenance import PROVENANCE, answers, key, known_signs, never_seen, page
from browser.sites.vinted.session_cookies import COOKIES

KNOWN = {known.sign for known in known_signs()}
PACKAGES = ("browser.sites.vinted", "browser.sites.vinted.fields")
ROWS = (*page.ROWS, *answers.ROWS)
NAMED = re.compile(r"(?:test_?id\]?[\w^$*~|]*=|\bbyTestId\()[\"'`\\]*([\w${}.-]*-[\w${}.-]+)")


def modules() -> Iterator[object]:
    for package in PACKAGES:
        for module in iter_modules([str(files(package))]):
            if not module.ispkg:
                yield import_module(f"{package}.{module.name}")


def constants(module: object) -> tuple[object, ...]:
    return tuple(value for name, value in vars(module).items() if not name.startswith("__"))


def inside(value: object) -> Iterator[object]:
    """A value and, of tuples and tables, what they hold."""
    yield value
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for each in value:
            yield from inside(each)


def sign_of(candidate: Candidate) -> str:
    return "near={label}" if candidate.kind is Kind.NEAR else str(candidate)


def test_every_sign_says_where_it_was_seen() -> None:
    untold = [known for known in known_signs() if known.provenance is UNTOLD]
    assert [key(known.sign, known.language) for known in untold] == []


def test_no_row_is_of_a_sign_that_is_not_there_and_none_is_told_twice() -> None:
    told = Counter(sign for _, signs in ROWS for sign in signs)
    assert [sign for sign, times in told.items() if times > 1] == []
    assert set(told) - {key(known.sign, known.language) for known in known_signs()} == set()


def test_the_walk_meets_every_field_of_the_form_and_of_the_modules() -> None:
    held = [value for module in modules() for value in inside(constants(module))]
    found = [value for value in held if isinstance(value, Field)]
    found += [anchor(), *(each.answer for each in INTERRUPTIONS if each.answer)]
    for language in ("", *LABELS):
        known = Locators(language)
        found += [known.field(name) for name in ("{code}", "photos", "title", "size", "ai_photo")]
        found += [known.button("publish"), known.button("save_draft"), known.search("brand")]
        found += [known.parcel("{id}", "{title}")]
    signs = {sign_of(candidate) for field in found for candidate in field.candidates}
    assert len(signs) > 60
    assert signs - KNOWN == set()


@pytest.mark.parametrize("language", LABELS)
def test_the_walk_meets_every_word(language: str) -> None:
    words = LABELS[language]
    told = {known.sign.partition("=")[2] or known.sign for known in known_signs()}
    assert {
        *(row.labels[language] for row in FORM_FIELDS.values() if row.labels),
        words.publish,
        words.save_draft,
        words.done,
        words.close,
    } <= told


def test_the_walk_meets_every_marker_and_dialog() -> None:
    told = {known.sign.split(" ", 1)[0] for known in known_signs() if known.part == "obstacle"}
    assert told == {each.name for each in fields(Markers) if getattr(MARKERS, each.name)}
    needles = [needle for sign in MARKERS.texts for needle in sign.needles]
    obstacles = " ".join(known.sign for known in known_signs() if known.part == "obstacle")
    assert [needle for needle in needles if needle not in obstacles] == []
    assert [each for each in INTERRUPTIONS if not {each.sign, f"dialog {each.name}"} & KNOWN] == []
    assert {*COOKIES.kept, COOKIES.access, COOKIES.refresh, *MARKETS} <= KNOWN


def test_no_test_id_of_the_folder_is_beside_the_walk() -> None:
    """Whatever is named in a script or a selector, in the modules and in the page's own scripts."""
    texts = [
        each.read_text(encoding="utf-8")
        for package in PACKAGES
        for each in files(package).iterdir()
        if each.name.endswith((".py", ".js"))
    ]
    named = {name for text in texts for name in NAMED.findall(text)}
    assert len(named) > 15
    everything = " ".join(KNOWN)
    missed = {name for name in named if re.sub(r"\$?\{\w+\}", "", name) not in _bare(everything)}
    assert missed == set()


def _bare(text: str) -> str:
    return re.sub(r"\$?\{\w+\}", "", text)


@pytest.mark.parametrize("where", [where for where, _ in ROWS], ids=str)
def test_a_row_is_whole(where: Provenance) -> None:
    assert re.fullmatch(r"20\d\d(-\d\d){0,2}", where.date)
    assumed = where.source is Source.ASSUMED
    assert (where.count == 0, where.host == "") == (assumed, assumed)
    assert not assumed or where.confidence is Confidence.LOW
    # One report that nobody made on the page cannot be sure.
    assert where.source is not Source.CODE or where.confidence is not Confidence.HIGH


def test_what_was_never_seen_is_what_nobody_looked_at() -> None:
    unseen = {known.sign: known for known in never_seen("de-DE")}
    assert {"near={label}", "name={code}", "Fertig"} <= set(unseen)
    assert "id=title" not in unseen
    assert "label=Titel" not in unseen
    assert "label=Title" not in unseen
    assert "label=Title" in {known.sign for known in never_seen("en-GB")}
    assert str(unseen["Fertig"].provenance) == "vinted.de, 2026, others' code, 1 source, M"
    # A weak report of a look at the page is none to go by.
    assert "test_id=measurement-width--input" in unseen


def test_a_sign_without_a_row_counts_as_never_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    rest = {sign: where for sign, where in PROVENANCE.items() if sign != "id=title"}
    monkeypatch.setattr(provenance, "PROVENANCE", rest)
    known_signs.cache_clear()
    try:
        assert "id=title" in {known.sign for known in never_seen("fr")}
    finally:
        known_signs.cache_clear()
