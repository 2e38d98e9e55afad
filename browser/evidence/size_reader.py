"""Sizes as running text says them: behind a word for size, with a system, as an age, a measure.

Finds the words; `sizes` knows which option they mean. `taille haute`, `taille comme un M` and `mon
fils a 12 ans` are no sizes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from browser.evidence import size_patterns as patterns
from browser.evidence.mentions import Mention, Passage, plain
from browser.listing import EvidenceSource


def read_sizes(passages: Sequence[Passage]) -> Iterator[tuple[Mention, ...]]:
    """The sizes in the texts, by how sure they are to be one: each group is tried for itself."""
    passages = _of_the_jacket(_in_inches(passages))
    yield _distinct(one for each in passages for one in _cued(each))
    belt = patterns.BELT.search(passages[0].plain) is not None
    lengths = (one for each in passages for one in _belts(each)) if belt else ()
    yield _distinct((*(one for each in passages for one in _typed(each)), *lengths))
    yield _distinct(one for each in passages for one in _bare(each))
    yield _distinct(one for each in passages for one in _in_a_title(each))
    yield _distinct(one for each in passages for one in _as_worn(each))


def _in_inches(passages: Sequence[Passage]) -> Sequence[Passage]:
    """`66x90` in a title, whose sides the description has in inches: as it is said there."""
    title, *others = passages
    sides = {found[0] for one in others for found in patterns.SIDE_IN_INCHES.finditer(one.plain)}
    pair = patterns.BARE_SIDES.search(title.plain)
    if pair is None or not {pair["wide"], pair["deep"]} <= sides:
        return passages
    text = title.text
    start, end = pair.span()
    return (Passage(title.source, f"{text[:start]}{pair[0]} inch{text[end:]}"), *others)


def _of_the_jacket(passages: Sequence[Passage]) -> Sequence[Passage]:
    """A suit's texts without the size of its trousers."""
    if not patterns.SUIT.search(passages[0].plain):
        return passages
    return [Passage(one.source, _without(one, patterns.TROUSERS)) for one in passages]


def _without(passage: Passage, words: re.Pattern[str]) -> str:
    """A text with blanks for some of its words."""
    text = passage.text
    for found in reversed(list(words.finditer(passage.plain))):
        said = passage.written(*found.span())
        text = text.replace(said, " " * len(said)) if said else text
    return text


def said_to_be(given: str, passages: Sequence[Passage]) -> Mention | None:
    """What the texts say that a given size is: `34 on the label, which is a UK 12`."""
    number = re.escape(given.strip().casefold())
    value = rf"(?:{patterns.SYSTEM} ?)?\d\d?|{patterns.LETTER}"
    said = (
        re.compile(rf"(?<![\w/-]){number}{patterns.SAID_TO_BE.format(value=value)}")
        if number
        else None
    )
    for passage in passages if said else ():
        if said and (found := said.search(passage.plain)):
            return _mention(passage, found)
    return None


def in_its_system(given: str, passages: Sequence[Passage]) -> str:
    """A bare number that was given, with the one system that the texts have it in: `US 4`."""
    number = re.escape(given.strip().casefold())
    if not number.isdigit():
        return given
    said = re.compile(
        rf"\b(?P<before>{patterns.SYSTEM})\s?(?:size |taille |grosse )?{number}(?![\d/-]|[.,]\d)|"
        rf"(?<![\d.,/-]){number}\s?(?P<behind>us|uk|eu)\b"
    )
    systems = {
        found["before"] or found["behind"] for one in passages for found in said.finditer(one.plain)
    }
    return f"{systems.pop().upper()} {given}" if len(systems) == 1 else given


def _as_worn(passage: Passage) -> Iterator[Mention]:
    for found in patterns.WORN_AS.finditer(passage.plain):
        yield _mention(passage, found)


def _cued(passage: Passage) -> Iterator[Mention]:
    """`taille 38`, `Gr. M`, `T36`, and numbers with their system."""
    for pattern in (
        patterns.CUED,
        patterns.WITH_SYSTEM,
        patterns.COLLAR,
        patterns.ON_THE_LABEL,
        patterns.WORDED,
        patterns.IS_A,
        patterns.JACKET,
        patterns.BED,
    ):
        for found in pattern.finditer(passage.plain):
            before = passage.plain[max(0, found.start() - 20) : found.start()]
            if pattern is patterns.CUED and patterns.SYSTEM_BEFORE.search(before):
                continue
            single = found["value"] in {"s", "m", "l"} and found[0][:1] in "tpec"
            if single and found[0].startswith("taille") and _closes(passage, found):
                single = False  # `robe zara taille s`
            joined = found[0] in patterns.JOINED
            if (
                joined
                or patterns.NO_SIZES.search(before)
                or (single and not _capital(passage, found))
            ):
                continue
            beside = found.groupdict().get("beside") or found.groupdict().get("equal")
            beside = patterns.SPELLED.get(beside or "", beside)
            meant = found.groupdict().get("equal") or ""
            words = meant if meant.isdigit() else f"{found['value']} ({beside})" if beside else None
            yield _mention(passage, found, words)


def _one_size(passage: Passage) -> Iterator[Mention]:
    if not passage.text.isupper():
        for found in patterns.ONE_SIZE.finditer(passage.text):
            yield Mention.of(passage, "taille unique", found["said"])


def _typed(passage: Passage) -> Iterator[Mention]:
    """Ages, measures, cups, and letters in capitals."""
    yield from _one_size(passage)
    for found in patterns.AGE.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 20) : found.start()]
        if not (
            patterns.LIVED.search(before)
            or patterns.LIVED_AFTER.search(passage.plain[found.end() :][:12])
        ):
            yield _mention(passage, found)
    for found in patterns.MEASURE.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 20) : found.start()]
        if not patterns.NO_SIZES.search(before):
            yield _mention(
                passage,
                found,
                re.sub(r"\s?\ba\b\s?", "-", patterns.KILOS.sub("kg", found["value"])),
            )
    for found in patterns.HEIGHTS.finditer(passage.plain):
        tall = int(found["low"]) >= patterns.SMALLEST_HEIGHT
        if tall and int(found["high"]) - int(found["low"]) == patterns.SIX:
            yield _mention(passage, found, f"{found['low']}-{found['high']} cm")
    yield from _growing(passage)
    for found in (
        *patterns.MONTHS.finditer(passage.plain),
        *patterns.INCHES_ALONE.finditer(passage.plain),
    ):
        yield _mention(passage, found)
    yield from _measured(passage)
    yield from _alone(passage)
    for found in (
        *patterns.CHEST.finditer(passage.text),
        *patterns.CUP.finditer(passage.text),
        *_letters(passage),
    ):
        yield Mention.of(passage, found["value"].casefold(), found[0])


def _alone(passage: Passage) -> Iterator[Mention]:
    """Heights that are all of a clause, `5y`; in a title a baby's months, and letters in words."""
    for found in (*patterns.TALL.finditer(passage.plain), *patterns.YEARS.finditer(passage.plain)):
        yield _mention(passage, found)
    if passage.source is EvidenceSource.TITLE:
        for found in (
            patterns.BABY_MONTHS.finditer(passage.plain)
            if patterns.BABY.search(passage.plain)
            else ()
        ):
            yield _mention(passage, found, f"{found['value']} months")
        for found in patterns.WORD_ALONE.finditer(passage.plain):
            yield _mention(passage, found)


def _belts(passage: Passage) -> Iterator[Mention]:
    for found in patterns.BELT_LENGTH.finditer(passage.plain):
        if not patterns.WIDE.search(passage.plain[max(0, found.start() - 14) : found.start()]):
            yield _mention(passage, found)


def _growing(passage: Passage) -> Iterator[Mention]:
    """Shoes of children in Britain, and from birth on."""
    for found in (
        *patterns.GROWING.finditer(passage.plain),
        *patterns.GROWN_BEHIND.finditer(passage.plain),
    ):
        grown = found["for"] in {"junior", "jnr", "youth"}
        yield _mention(passage, found, f"{'junior' if grown else 'child'} {found['value']}")
    for found in patterns.FROM_BIRTH.finditer(passage.plain):
        yield _mention(passage, found, "0 months")


def _measured(passage: Passage) -> Iterator[Mention]:
    """Sides in inches, as they are in centimetres, and groups of seats."""
    for found in patterns.INCHES.finditer(passage.plain):
        sides = (
            round(int(found[side]) * patterns.CENTIMETRES_IN_AN_INCH) for side in ("wide", "deep")
        )
        yield _mention(passage, found, "{} x {} cm".format(*sides))
    for found in patterns.SEAT.finditer(passage.plain):
        yield _mention(passage, found)


def _letters(passage: Passage) -> Iterator[re.Match[str]]:
    """`XL`, `xl` anywhere in a title, `S` where that is not all in capitals or ends with it."""
    if passage.source is EvidenceSource.TITLE:
        yield from patterns.LONG_LETTERS.finditer(passage.text)
    for found in patterns.CAPITALS.finditer(passage.text):
        before = passage.text[: found.start()].rstrip()
        alone = before[-1:] in {"", ",", ".", "\n", "(", "-", ":"} or bool(
            patterns.FOR_WHOM.search(plain(before[-20:]))
        )
        last = not passage.text[found.end() :].strip()
        title = passage.source is EvidenceSource.TITLE
        shouted = passage.text.isupper()
        long = len(found["value"]) > 1
        if (title and (last or not shouted)) or long or (alone and (last or _ends(passage, found))):
            yield found


def _closes(passage: Passage, found: re.Match[str]) -> bool:
    """Whether a clause ends behind it."""
    return passage.plain[found.end() :].lstrip()[:1] in {
        "",
        ",",
        ".",
        "\n",
        ")",
        ";",
        "!",
        "-",
        "/",
    }


def _ends(passage: Passage, found: re.Match[str]) -> bool:
    return passage.text[found.end() :][:1] in {",", ".", "\n", ")", ";"}


def _bare(passage: Passage) -> Iterator[Mention]:
    """A number in a title that counts nothing and is no model's."""
    for found in patterns.ALONE.finditer(passage.plain):
        yield Mention.of(passage, found["value"], found["value"])
    if passage.source is not EvidenceSource.TITLE:
        return
    for found in patterns.BARE.finditer(passage.plain):
        before, after = passage.plain[: found.start()], passage.plain[found.end() :]
        if before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit():
            continue  # `34 36`: neither is it for sure.
        if not (
            patterns.MODELS.search(before)
            or patterns.COUNTED.search(after)
            or patterns.NO_SIZES.search(before)
        ):
            yield _mention(passage, found)


def _in_a_title(passage: Passage) -> Iterator[Mention]:
    """Girths, shoes with a width, and two sizes that are one."""
    if passage.source is not EvidenceSource.TITLE:
        return
    for found in patterns.GIRTH.finditer(passage.plain):
        before, after = passage.plain[: found.start()], passage.plain[found.end() :]
        if not (
            patterns.SIDES.search(before)
            or patterns.SIDES_AFTER.search(after)
            or patterns.NO_SIZES.search(before)
        ):
            yield _mention(passage, found)
    for found in patterns.FITTED.finditer(passage.plain):
        grown = (
            patterns.CHILDREN.search(passage.plain) is None
            or found["value"] not in patterns.CHILD_SIZES
        )
        yield _mention(passage, found, None if grown else f"{found['value']} child")
    for found in patterns.WITH_LENGTH.finditer(passage.plain):
        if abs(int(found["value"]) - int(found[0][-2:])) > patterns.TWO_SIZES:
            yield _mention(passage, found)
    for found in patterns.PAIR.finditer(passage.plain):
        apart = int(found["high"]) - int(found["low"])
        season = int(found["low"]) <= patterns.LAST_YEAR  # `home shirt 07/08`
        if (
            apart in {1, 2}
            and not season
            and not patterns.MODELS.search(passage.plain[: found.start()])
        ):
            yield _mention(passage, found)


def _capital(passage: Passage, found: re.Match[str]) -> bool:
    return passage.written(*found.span("value")).isupper()


def _mention(passage: Passage, found: re.Match[str], words: str | None = None) -> Mention:
    value = re.sub(patterns.HALF, ".5", words or found["value"])
    value = patterns.AGED.sub(r"\1 years", patterns.CHILD.sub(r"\1 child", value))
    return Mention.of(passage, value, passage.written(*found.span()))


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.words: mention for mention in reversed(list(mentions))}.values())[::-1]
