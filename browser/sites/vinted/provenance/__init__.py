"""Where every sign of this folder was seen: joins the `signs` with the tables of sources.

A sign without a row counts as never seen; a test holds that each has one, and each row a sign.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from browser.provenance import UNTOLD, KnownSign, Provenance
from browser.sites.vinted.provenance import answers, page
from browser.sites.vinted.provenance.signs import written

PROVENANCE: Final[Mapping[str, Provenance]] = MappingProxyType(
    {sign: where for where, rows in (*page.ROWS, *answers.ROWS) for sign in rows}
)
"""Where each sign was seen, by how it is written; a word by its language and itself."""


@cache
def known_signs() -> tuple[KnownSign, ...]:
    """Every sign once for each part, with where it was seen."""
    return tuple(
        KnownSign(part, sign, PROVENANCE.get(key(sign, language), UNTOLD), language)
        for part, sign, language in dict.fromkeys(written())
    )


def key(sign: str, language: str = "") -> str:
    """How a sign is named in the tables."""
    return f"{language}: {sign}" if language else sign


def never_seen(language: str) -> tuple[KnownSign, ...]:
    """What nobody saw on the real page, of all signs that count on a page of this language."""
    spoken = language.partition("-")[0].lower()
    return tuple(
        known
        for known in known_signs()
        if known.language in {"", spoken} and not known.provenance.seen
    )
