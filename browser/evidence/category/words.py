"""Which words of a listing speak for a category, and where they stand.

For the report of a field; what is chosen belongs to `reader`.
"""

from collections.abc import Iterator
from typing import Final

from browser.evidence.category.compared import Leaf, ReadListing
from browser.listing import Evidence, EvidenceSource, FieldName, Listing
from browser.matching.folding import fold
from browser.matching.text import Vocabulary

_SHOWN: Final = 6
"""So many words of one source say enough."""
_SIGNS: Final = ".,;:!?()[]\"'«»*#"


def words_for(
    leaf: Leaf, read: ReadListing, listing: Listing, vocabulary: Vocabulary
) -> tuple[Evidence, ...]:
    """The words of hint, title and description that name what is in a path, and for whom."""
    sources = (
        (EvidenceSource.HINT, listing.category),
        (EvidenceSource.TITLE, listing.title),
        (EvidenceSource.DESCRIPTION, read.description),
    )
    named = (
        Evidence(source, words)
        for source, text in sources
        if (words := " ".join(_naming(text, leaf, vocabulary)))
    )
    whom = (
        one.evidence
        for one in read.audience.mentions
        if one.means & leaf.people and one.source not in {EvidenceSource.HINT, EvidenceSource.TITLE}
    )
    found = tuple(dict.fromkeys((*named, *whom))) or (
        Evidence(EvidenceSource.TITLE, listing.title),
    )
    described = [one for one in found if one.source is EvidenceSource.DESCRIPTION]
    return tuple(one for one in found if one not in described[1:])


def _naming(text: str, leaf: Leaf, vocabulary: Vocabulary) -> Iterator[str]:
    """The words that name something of a path, as they are written, each once."""
    written = [word.strip(_SIGNS) for word in text.split()]
    shown: list[str] = []
    for at, word in enumerate(written):
        pair = f"{word} {written[at + 1]}" if at + 1 < len(written) else word
        if word not in shown and any(_names(one, leaf, vocabulary) for one in (word, pair)):
            shown.append(word)
    yield from shown[:_SHOWN]


def _names(text: str, leaf: Leaf, vocabulary: Vocabulary) -> bool:
    words = fold(text)
    if not words or vocabulary.content(text, FieldName.CATEGORY) != words:
        return False
    return bool(leaf.every.intersection(vocabulary.concepts(words)))
