"""How a language's tables are written down, and read into a `Vocabulary`'s mappings.

The words themselves belong to the modules of the languages.
"""

from collections.abc import Mapping

Table = Mapping[str, str]
"""What is meant, to the phrases that mean it, separated by commas.

For options: their ids, separated by spaces; phrases with several ids are ambiguous and ask. For
categories: the name of a concept, the same in every language.
"""


def meanings(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Each phrase with the ids that it may mean."""
    return {phrase: tuple(ids.split()) for ids, phrases in table.items() for phrase in _of(phrases)}


def usual(table: Table) -> Mapping[str, str]:
    """Each phrase with the one id that it usually means."""
    return {phrase: id_ for id_, phrases in table.items() for phrase in _of(phrases)}


def terms(table: Table) -> Mapping[str, str]:
    """Each phrase with the concept that it names."""
    return {phrase: name for name, phrases in table.items() for phrase in _of(phrases)}


def names(table: Table) -> Mapping[str, tuple[str, ...]]:
    """Each other name with the name it stands for."""
    return {phrase: (name,) for name, phrases in table.items() for phrase in _of(phrases)}


def rows(*tables: Table) -> Mapping[str, tuple[str, ...]]:
    """Each phrase with all rows that it stands in."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for name, phrases in table.items():
            for phrase in _of(phrases):
                found[phrase] = (*found.get(phrase, ()), name)
    return found


def words(text: str) -> frozenset[str]:
    """A set of words, written in one line."""
    return frozenset(text.split())


def _of(phrases: str) -> list[str]:
    return [phrase for each in phrases.split(",") if (phrase := each.strip())]
