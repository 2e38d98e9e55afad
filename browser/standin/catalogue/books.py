"""Books by their number: what a known number fills, and what the server says to others.

2026-07 to 09-20 .fr and May .es, live and refusals, 2 sources, H. The address that the page asks
and the two books are made up.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

UNKNOWN = "0" * 13
"""Taken as "unknown"; then the language must be told."""
FRENCH, ENGLISH, GERMAN = 6436, 6437, 6438
LENGTHS = (10, 13)


@dataclass(frozen=True)
class Book:
    isbn: str
    author: str
    title: str
    publisher: str
    language_id: int
    format: str


BOOKS = (
    Book("9782070360024", "A. Camus", "L'Étranger", "Gallimard", FRENCH, "Poche"),
    Book("9780141439518", "J. Austen", "Pride and Prejudice", "Penguin", ENGLISH, "Paperback"),
)


def book(isbn: str) -> dict[str, str | int] | None:
    return next((asdict(row) for row in BOOKS if row.isbn == digits(isbn)), None)


def digits(isbn: str) -> str:
    return isbn.replace("-", "").replace(" ", "")


def rules(isbn: str, language: bool) -> list[tuple[str, str]]:
    """The field errors of a book: its number, or the language that an unknown number asks for."""
    number = digits(isbn)
    if not number:
        return [("isbn", "isbn_missing")]
    if len(number) not in LENGTHS or not number[:-1].isdecimal():
        return [("isbn", "isbn_wrong")]
    return [("language_book", "attribute_missing")] if number == UNKNOWN and not language else []
