"""Sizes as running text says them: behind a word for size, with a system, as an age, a measure.

Finds the words; `sizes` knows which option they mean. `taille haute`, `taille comme un M` and `mon
fils a 12 ans` are no sizes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from browser.evidence.mentions import Mention, Passage, plain
from browser.listing import EvidenceSource

_HALF: Final = r"(?: and a half\b| et demie?\b|einhalb\b)"
_NUMBER: Final = rf"\d{{1,3}}(?:[.,]5)?(?:\s[12]/[23]|{_HALF})?"
_UNIT: Final = r"(?:ans|an|mois|months?|mths?|m|years?|yrs?|y|jahre?n?|monate?n?|cm|mm|kg|a)"
_LETTER: Final = r"(?:x{0,4}[sl]|[2-6]xl|m|small|medium|large|extra large)"
_SYSTEM: Final = r"(?:eu|fr|uk|us|it|de)"
_VALUE: Final = (
    rf"(?:(?:{_SYSTEM}\s?)?{_NUMBER}(?:\s?[-/aà]\s?{_NUMBER})?\s?(?:{_UNIT}|{_SYSTEM}|[a-h])?|"
    rf"{_LETTER}(?:\s?/\s?(?:{_LETTER}|\d\d))?|taille unique|one size|unique)"
)
_CUE: Final = (
    r"(?:tailles?|pointures?|sizes?(?: on (?:the )?(?:label|tag))?(?: is| says| reads)?|sz|"
    r"marked(?: up)?(?: as)?(?: an?)?(?: size)?|marquee?s?(?: en| du| comme)?|gr|konfektionsgrosse|"
    r"talla|taglia|maat|"
    r"rozmiar|schuhgrosse|taillee? en|retouchee? (?:pour un|en)|(?:geandert|umgenaht) auf|"
    r"altered to an?|laut etikett|im (?:etikett|kragen) steht|(?:etikett|schild) sagt|"
    r"label (?:says|reads)|"
    r"(?:l')?etiquette(?: (?:indique|dit|marque))?|tour de doigt|ring size|ringgrosse|wurde sagen|"
    r"(?:grosse|groesse)(?![a-z])|t|p)"
)
_CUED: Final = re.compile(
    rf"(?<![a-z\d'&]){_CUE}\s?[:.=]?\s?(?P<value>{_VALUE})"
    rf"(?:\s?\(\s?(?:=\s?)?(?P<beside>\d{{2,3}} ?cm|{_SYSTEM} ?\d\d|\d\d|{_LETTER})\s?\)|"
    rf"\s?,?\s?(?:=|\b(?:soit|equivaut a|correspond a|entspricht|equivalent to)\b)\s?"
    rf"(?:an? |un |du |ein(?:em|er)? )?(?P<equal>{_LETTER}|\d\d)(?![a-z\d]))?"
    r"(?![a-z\d])(?!['’]|\s?%|\s\d\d\b|\.[a-z])"
)
_SYSTEM_BEFORE: Final = re.compile(rf"\b{_SYSTEM}\s?$")
"""`US size 4` is no `size 4`."""
_SPELLED: Final = {"small": "s", "medium": "m", "large": "l", "extra large": "xl"}
_JOINED: Final = frozenset({"tunique", "sizes", "tailles", "etiquettes", "pointures"})
"""Words that begin with a word for size and end with a letter that is one."""
_WITH_SYSTEM: Final = re.compile(
    r"\b(?P<value>(?:eu|uk|us|fr|eur)\s?(?:child |kids |junior )?(?:size )?"
    r"\d{1,2}(?:[.,]5|\s1/2)?(?:\s?[-/]\s?\d{1,2})?|"
    r"\d{1,2}(?:[.,]5|\s1/2)?\s?(?:uk|us|eu)(?:\s(?:child|kids))?|"
    r"taille unique|one size|einheitsgrosse|talla unica|taglia unica)\b(?!\s?(?:ans|x|stuck|teile))"
)
_ONE_SIZE: Final = re.compile(
    r"(?:^|[,.;:(/–-]\s*|\btaille\s+)(?P<said>TU|T\.U\.?)(?=\s*(?:$|[,.;:)!?/]))"
)
"""`taille unique` as French sellers write it, alone in its clause; Tu is a British brand, too, and
in small letters `you`."""
_GROWING: Final = re.compile(
    r"\b(?P<for>junior|jnr|youth|child|childs|child's|kids|infants?)(?: uk)?(?: size)? "
    r"(?P<value>\d{1,2}(?:[.,]5)?)(?![\d/%x-]|\s?(?:years?|yrs?|months?|cm|pack|piece))"
)
_GROWN_BEHIND: Final = re.compile(
    r"\b(?:uk|size)(?: size)? (?P<value>\d{1,2}(?:[.,]5)?) (?P<for>junior|jnr|youth|child|childs|"
    r"child's|kids|infants?)\b"
)
"""British shoes of children, and of those from 1 on: `junior size 2`."""
_FROM_BIRTH: Final = re.compile(
    r"\b(?:from (?:birth|newborn)|des la naissance|ab (?:der )?geburt|suitable for newborns)\b"
)
_WORN_AS: Final = re.compile(
    rf"\b(?:i take|i wear|i'm|je fais|je mets|je porte|je prends|perso je mets|ich trage?|trage?)"
    rf"(?: usually| normally| normalement| sonst| normalerweise)? (?:an? |du |un |une |eine? )?"
    rf"(?:size |taille |grosse )?(?P<value>\d\d|{_LETTER})(?: francais)?,? "
    r"(?:and|und|et)(?: \w+){0,4} (?:spot on|perfect\w*|perfekt|nickel|pile|pile a ma taille|"
    r"parfait\w*|passt|impeccable\w*|fits?(?: me)? (?:well|perfectly))\b"
)
"""Where nothing else says it, the size of whom it fits well."""
_ON_THE_LABEL: Final = re.compile(
    rf"\b(?:un|une|an?|ein|eine|says|marque|dit|steht|steht ein) (?P<value>{_LETTER}|\d\d) "
    r"(?:sur l'etiquette|on the (?:label|tag)|im etikett|laut etikett|inside|drin|"
    r"auf dem etikett)\b"
)
"""`c'est bien un M sur l'étiquette`."""
_BED: Final = re.compile(
    r"\b(?P<value>super ?king|king|double|single)(?:(?:[- ]sized?|[- ]bed)(?: \w+)? (?:duvet|quilt|"
    r"bedding|bed|sheets?|fitted|cover|mattress|throw|pillow|set)|[- ](?:duvet|quilt|bedding|"
    r"fitted sheet|flat sheet|bed set|mattress)|[- ]size(?= (?:\w+ )?(?:duvet|quilt|bedding|"
    r"bed)))\b"
)
"""British beds have names for sizes: `king size duvet`."""
_IS_A: Final = re.compile(
    rf"\b(?:(?:they're|they are|it's|it is|this is|so) an?|c'est (?:bien )?(?:un|du)|"
    r"(?:elles?|ils?) (?:est|sont) (?:en|du)|(?:ist|"
    rf"sind) (?:eine|ne)) "
    rf"(?:size |taille |grosse )?(?P<value>(?:[3-5]\d|[468]|1[02468]|2[024])(?:[.,]5)?|{_LETTER})"
    r"(?=\s*(?:[,.;!)\n]|$|but\b|though\b|mais\b|aber\b))"
)
"""`they're a 39.`, `c'est un 42`."""
_WORDED: Final = re.compile(
    r"\b(?:mens|men's|womens|women's|ladies|boys|girls|unisex|adults?)(?: size)? "
    r"(?P<value>(?:x-?|extra )?(?:small|large)|medium)\b"
)
"""`jacket mens large`."""
_INCHES: Final = re.compile(
    r"(?<![\d.,])(?P<wide>\d{2,3})\s?(?:\"|''|″|”|in(?:ch(?:es)?)?)?\s?(?:wide |width )?[x*×]\s?"
    r"(?P<deep>\d{2,3})\s?(?:\"|''|″|”|in(?:ch(?:es)?)?\b)"
)
_SIDE_IN_INCHES: Final = re.compile(r"(?<![\d.,])\d{2,3}(?=\s?(?:\"|''|″|”|in\b|inch))")
_BARE_SIDES: Final = re.compile(
    r"(?<![\d.,])(?P<wide>\d{2,3})\s?[x*×]\s?(?P<deep>\d{2,3})(?![\w\"″”])"
)
_CENTIMETRES_IN_AN_INCH: Final = 2.54
_SEAT: Final = re.compile(
    r"\b(?P<value>(?:groupes?|groups?|gruppe)\s?[0-3]\+?"
    r"(?:\s?(?:[/,-]|et|and|und)\s?[0-3]\+?)*)(?!\d)"
)
"""Seats by their group of weight (ECE R44)."""
_GIRTH: Final = re.compile(
    r"(?<![\d.,x*/-])(?P<value>(?:5\d|6\d|7\d|8\d|9\d|1[0-3]\d)\s?cm)(?!\s?[x*/]|[a-z\d])"
)
"""A belt, a hat or a child's height in a title: `Gürtel 95cm`."""
_BELT: Final = re.compile(r"\b(?:ceinture|\w*gurtel|belt)\b")
_BELT_LENGTH: Final = re.compile(
    r"(?<![\d.,x*/-])(?P<value>(?:[6-9]\d|1[0-4]\d)\s?cm)(?!\s?(?:x|\*|/|de large|breit|wide)|"
    r"[a-z\d])"
)
"""What a belt measures is its length, wherever it is said."""
_WIDE: Final = re.compile(r"\b(?:largeur|large|breite|breit|width|wide)\s?[:=.]?\s?(?:de )?$")
_SUIT: Final = re.compile(r"\b(?:costume|suit|\w*anzug|smoking|tuxedo|tailleur)\b")
_JACKET: Final = re.compile(
    r"\b(?:veste|jacket|blazer|sakko|jackett?)\s?(?:in |en |taille |size |grosse |gr |:|is |a |"
    r"an )*"
    r"(?P<value>(?:3[2-9]|4\d|5\d|6[0-4])[rsl]?)(?![\d/cm-])"
)
"""A suit goes by its jacket, whatever its trousers are."""
_TROUSERS: Final = re.compile(
    r"\b(?:pantalon|trousers|hose)\s?(?:in |en |taille |size |grosse |gr |:|is )*\d\d[rsl]?|"
    r"\d\d[rsl]? (?:trousers|hose|pantalon)\b"
)
_SIDES: Final = re.compile(
    r"\b(?:largeur|longueur|long|lange|breite|length|width|hoch|haut|tief|profondeur|l|h|d|o)"
    r"\s?[:=.]?\s?$"
)
_SIDES_AFTER: Final = re.compile(
    r"^\s?(?:de (?:haut|long|large|diametre|hauteur|longueur)|hoch|lang|breit|long|wide|high|tall|"
    r"deep|d'|durchmesser|diameter|diametre)"
)
_PAIR: Final = re.compile(
    r"(?<![\d.,/-])(?P<value>(?P<low>\d\d)\s?[/-]\s?(?P<high>\d\d))(?![\d/%-]|[.,]\d)"
)
"""Two sizes that are one: `chaussons 18/19`, `38/40`."""
_WITH_LENGTH: Final = re.compile(
    r"(?<![\d.,/-])(?P<value>3[6-9]|4\d|5[0-4])\s?/\s?(?:28|3[0246])(?![\d/%-]|[.,]\d)"
)
"""A woman's trousers in Germany, by size and length: `40/32`."""
_FITTED: Final = re.compile(r"(?<![a-z\d.,/-])(?P<value>\d{1,2}(?:[.,]5)?)\s?[efgh](?![a-z\d'’])")
"""A shoe with its width, as it is written in Britain: `13F`, `6 1/2 G`."""
_CHILDREN: Final = re.compile(r"\b(?:boys?|girls?|kids?|child\w*|school|toddler)\b")
_CHILD_SIZES: Final = frozenset(map(str, range(7, 14)))
"""British shoes between those of babies and those from 1 on (BS 5943)."""
_AGE: Final = re.compile(
    r"(?<![\d/])(?P<value>(?:age[ds]?\s)?\d{1,2}(?:\s?[-/]\s?\d{1,2})?\s?"
    r"(?:ans|mois|months?|mths?|years?|yrs?|jahre|monate|(?<!\s)a)(?:\s?[/(]?\s?\d{2,3} ?cm)?"
    r"(?!\s\d)|"
    r"\bage[ds]?\s\d{1,2}(?:\s?[-/]\s?\d{1,2})?)(?![a-z\d])"
)
_MONTHS: Final = re.compile(
    r"(?<![\d/.,-])(?P<value>\d{1,2}\s?[-/]\s?(?:\d|[12]\d|3[0-6])\s?(?:m|mths?|mois|months?|"
    r"monate))"
    r"(?![a-z\d²])"
)
"""A baby's age as a span, whatever is counted behind it: `18-24m`, `3-6 months 22 items`."""
_CHEST: Final = re.compile(r"(?<![\w.,/-])(?P<value>(?:3[2-9]|4\d|5[0-8])[RSL])(?![\w'’])")
"""A suit by chest and length, as it is sold in Britain: `42R`."""
_LONG_LETTERS: Final = re.compile(
    r"(?<![\w&'’/.-])(?P<value>x{1,4}[sl]|[2-6]xl)(?![\w&'’/-]|\.\w|\s?&)"
)
"""In a title, however they are written: no word is spelled so."""
_INCHES_ALONE: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?P<value>[2-5]\d\s?(?:inch(?:es)?|\"|''|″|"
    r"”))(?=\s*(?:$|[,;\n|•]|"
    r"\.(?!\d)))"
)
"""A belt's length that is all that a clause says."""
_MEASURE: Final = re.compile(
    r"(?<![\d.,])(?P<value>\d{2,3}\s?[x*]\s?\d{2,3}(?:\s?cm|(?!\d|\s?(?:inch|in\b|\"|″|”)))|"
    r"w\s?\d{2}(?:[\s/]*l\s?\d{2})?|"
    r"\d{1,2}\s?(?:-|a)\s?\d{1,2}\s?(?:kg|kilos?)|"
    r"\d{2}(?:[.,]\d)?\s?mm)(?![a-z\d])"
)
_HEIGHTS: Final = re.compile(r"(?<![\d.,])(?P<low>\d{2,3})\s?[/-]\s?(?P<high>\d{2,3})(?!\d|[.,]\d)")
_SIX: Final = 6
_LAST_YEAR: Final = 16
"""Years of a child, as years of a century: two in a row are no size without a word for it."""
_TWO_SIZES: Final = 2
"""So near are two numbers that may be one size: `38/36`."""
_SMALLEST_HEIGHT: Final = 44
"""How far apart the two heights of a child's size are, as in 98/104 (EN 13402-3)."""
_AGED: Final = re.compile(r"^age[ds]?\s(\d+(?:\s?[-/]\s?\d+)?)$")
_CUP: Final = re.compile(r"(?<!\w)(?P<value>\d{2,3}\s?[A-H]{1,2})(?!\w)")
_CAPITALS: Final = re.compile(
    r"(?<![\w&'’/.-])(?P<value>X{0,4}[SL]|M|[2-6]XL)(?![\w&'’]|\.\w|\s?[&/]\s?[A-Z])"
)
_BARE: Final = re.compile(
    r"(?<![a-z\d.,/-])(?P<value>\d{2,3}(?:[.,]5)?(?:\s[12]/3)?)(?![\d.,/%€a-z°-])"
)
_COLLAR: Final = re.compile(
    r"\b(?:encolure|tour de col|tour de cou|col|kragenweite|kragen|halsweite|kw|collar|neck)"
    r"(?: size)?\s?[:=]?\s?(?P<value>(?:3[5-9]|4\d|5[0-2])(?:[.,]5)?)(?:\s?cm)?"
    r"(?![\d%/a-z-]|[.,]\d)"
)
"""The neck of a shirt in centimetres (35 to 52, the sizes of shirts on the site, 2026)."""
_FOR_WHOM: Final = re.compile(
    r"\b(?:damen|herren|jungen|madchen|kinder|unisex|femme|homme|fille|garcon|enfant|adulte|womens|"
    r"women's|mens|men's|ladies|girls|boys|adult|adults|kids|youth)\s?:?\s?$"
)
"""What a size stands behind without a word for it: `Damen S, weiß`."""
_ALONE: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?:(?:en|in|du) )?(?P<value>[3-5]\d(?:[.,]5)?)(?=\s*(?:$|[,;\n|•]|"
    r"\.(?!\d)))"
)
"""A number that is all that a clause says: `Street One, 38, beige`."""
_CHILD: Final = re.compile(r"^uk (?:child|kids|junior) (?:size )?(\d+(?:[.,]5)?)$")
_TALL: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?:(?:en|in|fur|pour|gr\.?|taille|grosse) )?"
    r"(?P<value>(?:5[06]|6[28]|74|8[06]|9[28]|1[0-7]\d)\s?cm)(?=\s*(?:$|[,;\n|•]|\.(?!\d)))"
)
"""A child's height that is all that a clause says; other lists have none so tall."""
_WORD_ALONE: Final = re.compile(
    r"(?:^|[,;|]\s*)(?P<value>(?:x-?|extra )?(?:small|large)|medium)(?=\s*(?:$|[,;|]))"
)
"""In a title: `Floral dress, medium`."""
_BABY: Final = re.compile(r"\b(?:bebes?|baby|babys|naissance|newborn|layette)\b")
_BABY_MONTHS: Final = re.compile(r"(?<![\d/.,-])(?P<value>1|3|6|9|12|18|24|36)\s?m(?![a-z\d²])")
"""Beside a word for babies no metres: `Gilet bébé 18m`."""
_YEARS: Final = re.compile(r"(?<![\d/.,-])(?P<value>\d{1,2}(?:\s?[-/]\s?\d{1,2})?y)(?![a-z\d])")
_KILOS: Final = re.compile(r"kilos?")
_NO_SIZES: Final = re.compile(
    r"\b(?:comme(?: une?| du)?|wie(?: eine?)?|like an?|fits|je fais(?: du)?|j'ai|porte du|"
    r"passt auch|(?:pense|crois) que|think|glaube|"
    r"convient|plutot|eher|taille normale|mannequin|trop|too|zu|talons?(?: de)?|heels?|absatz|"
    r"hauteur|height|hohe|diametre|batterie|akku|battery|environ|ca|sur|neck)\s?:?\s?$"
)
_LIVED: Final = re.compile(
    r"\b(?:a|avait|as|ai|has|is|was|hat|ist|war|turned|turns|now|bientot|il y a|depuis|pendant|"
    r"since|for|seit|vor|nach|ab|des|from|partir de|garantie|over|moins de|plus de|until|wird|"
    r"jeune|achete|les|nos|quand)\s?(?:ses |ab |environ |about |over |nur |le )?$"
)
_LIVED_AFTER: Final = re.compile(r"^\s?(?:ago|et plus|old\b|d'age|alt\b|maintenant|\+|und alter)")
_MODELS: Final = re.compile(
    r"\b(?:max|force|air|galaxy|iphone|ipad|fifa|nba|vol|tome|tomes?|band|teil|n|no|nr|numero|"
    r"level|"
    r"stufe|lot de|set|pack|de|x|gel|nimbus|kayano|pegasus|zoom|chapitre|annees?|the|year|speedy|"
    r"mario|playstation|ps|xbox|superstar|new balance|nb|levis|levi's|dunk|jordan|silber|argent|"
    r"silver|sterling)\s?$"
)
_COUNTED: Final = re.compile(
    r"^\s?(?:ans|an\b|mois|pieces?|pcs|items?|articles?|vetements?|teile|teilig|stuck|x\b|%|€|eur|euros?|cm|mm|kg|g\b|ml|l\b|"
    r"go|gb|tomes?|volumes?|vol|bodies|paires?|pairs?|pack|er\b|s\b|zoll|pouces|inch|\"|fois|mal|"
    r"jahre?|monate?|cartes?|karten|years?|months?|/|rpm|t\b|tours|oz)"
)


def read_sizes(passages: Sequence[Passage]) -> Iterator[tuple[Mention, ...]]:
    """The sizes in the texts, by how sure they are to be one: each group is tried for itself."""
    passages = _of_the_jacket(_in_inches(passages))
    yield _distinct(one for each in passages for one in _cued(each))
    belt = _BELT.search(passages[0].plain) is not None
    lengths = (one for each in passages for one in _belts(each)) if belt else ()
    yield _distinct((*(one for each in passages for one in _typed(each)), *lengths))
    yield _distinct(one for each in passages for one in _bare(each))
    yield _distinct(one for each in passages for one in _in_a_title(each))
    yield _distinct(one for each in passages for one in _as_worn(each))


def _in_inches(passages: Sequence[Passage]) -> Sequence[Passage]:
    """`66x90` in a title, whose sides the description has in inches: as it is said there."""
    title, *others = passages
    sides = {found[0] for one in others for found in _SIDE_IN_INCHES.finditer(one.plain)}
    pair = _BARE_SIDES.search(title.plain)
    if pair is None or not {pair["wide"], pair["deep"]} <= sides:
        return passages
    text = title.text
    start, end = pair.span()
    return (Passage(title.source, f"{text[:start]}{pair[0]} inch{text[end:]}"), *others)


def _of_the_jacket(passages: Sequence[Passage]) -> Sequence[Passage]:
    """A suit's texts without the size of its trousers."""
    if not _SUIT.search(passages[0].plain):
        return passages
    return [Passage(one.source, _without(one, _TROUSERS)) for one in passages]


def _without(passage: Passage, words: re.Pattern[str]) -> str:
    """A text with blanks for some of its words."""
    text = passage.text
    for found in reversed(list(words.finditer(passage.plain))):
        said = passage.written(*found.span())
        text = text.replace(said, " " * len(said)) if said else text
    return text


_SAID_TO_BE: Final = (
    r"(?: [\w']+){{0,4}} (?:which (?:is|equals)|that's|that is|equals|entspricht|was (?:einer?|"
    r"dem)|"
    r"das ist|correspond (?:a|au)|equivaut a|ce qui fait|soit)(?: an?| un| une| du| einer?|"
    r" about)? "
    r"(?P<value>{value})(?![\w/-])"
)


def said_to_be(given: str, passages: Sequence[Passage]) -> Mention | None:
    """What the texts say that a given size is: `34 on the label, which is a UK 12`."""
    number = re.escape(given.strip().casefold())
    value = rf"(?:{_SYSTEM} ?)?\d\d?|{_LETTER}"
    said = re.compile(rf"(?<![\w/-]){number}{_SAID_TO_BE.format(value=value)}") if number else None
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
        rf"\b(?P<before>{_SYSTEM})\s?(?:size |taille |grosse )?{number}(?![\d/-]|[.,]\d)|"
        rf"(?<![\d.,/-]){number}\s?(?P<behind>us|uk|eu)\b"
    )
    systems = {
        found["before"] or found["behind"] for one in passages for found in said.finditer(one.plain)
    }
    return f"{systems.pop().upper()} {given}" if len(systems) == 1 else given


def _as_worn(passage: Passage) -> Iterator[Mention]:
    for found in _WORN_AS.finditer(passage.plain):
        yield _mention(passage, found)


def _cued(passage: Passage) -> Iterator[Mention]:
    """`taille 38`, `Gr. M`, `T36`, and numbers with their system."""
    for pattern in (_CUED, _WITH_SYSTEM, _COLLAR, _ON_THE_LABEL, _WORDED, _IS_A, _JACKET, _BED):
        for found in pattern.finditer(passage.plain):
            before = passage.plain[max(0, found.start() - 20) : found.start()]
            if pattern is _CUED and _SYSTEM_BEFORE.search(before):
                continue
            single = found["value"] in {"s", "m", "l"} and found[0][:1] in "tpec"
            if single and found[0].startswith("taille") and _closes(passage, found):
                single = False  # `robe zara taille s`
            joined = found[0] in _JOINED
            if joined or _NO_SIZES.search(before) or (single and not _capital(passage, found)):
                continue
            beside = found.groupdict().get("beside") or found.groupdict().get("equal")
            beside = _SPELLED.get(beside or "", beside)
            meant = found.groupdict().get("equal") or ""
            words = meant if meant.isdigit() else f"{found['value']} ({beside})" if beside else None
            yield _mention(passage, found, words)


def _one_size(passage: Passage) -> Iterator[Mention]:
    if not passage.text.isupper():
        for found in _ONE_SIZE.finditer(passage.text):
            yield Mention.of(passage, "taille unique", found["said"])


def _typed(passage: Passage) -> Iterator[Mention]:
    """Ages, measures, cups, and letters in capitals."""
    yield from _one_size(passage)
    for found in _AGE.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 20) : found.start()]
        if not (_LIVED.search(before) or _LIVED_AFTER.search(passage.plain[found.end() :][:12])):
            yield _mention(passage, found)
    for found in _MEASURE.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 20) : found.start()]
        if not _NO_SIZES.search(before):
            yield _mention(
                passage, found, re.sub(r"\s?\ba\b\s?", "-", _KILOS.sub("kg", found["value"]))
            )
    for found in _HEIGHTS.finditer(passage.plain):
        tall = int(found["low"]) >= _SMALLEST_HEIGHT
        if tall and int(found["high"]) - int(found["low"]) == _SIX:
            yield _mention(passage, found, f"{found['low']}-{found['high']} cm")
    yield from _growing(passage)
    for found in (*_MONTHS.finditer(passage.plain), *_INCHES_ALONE.finditer(passage.plain)):
        yield _mention(passage, found)
    yield from _measured(passage)
    yield from _alone(passage)
    for found in (*_CHEST.finditer(passage.text), *_CUP.finditer(passage.text), *_letters(passage)):
        yield Mention.of(passage, found["value"].casefold(), found[0])


def _alone(passage: Passage) -> Iterator[Mention]:
    """Heights that are all of a clause, `5y`; in a title a baby's months, and letters in words."""
    for found in (*_TALL.finditer(passage.plain), *_YEARS.finditer(passage.plain)):
        yield _mention(passage, found)
    if passage.source is EvidenceSource.TITLE:
        for found in _BABY_MONTHS.finditer(passage.plain) if _BABY.search(passage.plain) else ():
            yield _mention(passage, found, f"{found['value']} months")
        for found in _WORD_ALONE.finditer(passage.plain):
            yield _mention(passage, found)


def _belts(passage: Passage) -> Iterator[Mention]:
    for found in _BELT_LENGTH.finditer(passage.plain):
        if not _WIDE.search(passage.plain[max(0, found.start() - 14) : found.start()]):
            yield _mention(passage, found)


def _growing(passage: Passage) -> Iterator[Mention]:
    """Shoes of children in Britain, and from birth on."""
    for found in (*_GROWING.finditer(passage.plain), *_GROWN_BEHIND.finditer(passage.plain)):
        grown = found["for"] in {"junior", "jnr", "youth"}
        yield _mention(passage, found, f"{'junior' if grown else 'child'} {found['value']}")
    for found in _FROM_BIRTH.finditer(passage.plain):
        yield _mention(passage, found, "0 months")


def _measured(passage: Passage) -> Iterator[Mention]:
    """Sides in inches, as they are in centimetres, and groups of seats."""
    for found in _INCHES.finditer(passage.plain):
        sides = (round(int(found[side]) * _CENTIMETRES_IN_AN_INCH) for side in ("wide", "deep"))
        yield _mention(passage, found, "{} x {} cm".format(*sides))
    for found in _SEAT.finditer(passage.plain):
        yield _mention(passage, found)


def _letters(passage: Passage) -> Iterator[re.Match[str]]:
    """`XL`, `xl` anywhere in a title, `S` where that is not all in capitals or ends with it."""
    if passage.source is EvidenceSource.TITLE:
        yield from _LONG_LETTERS.finditer(passage.text)
    for found in _CAPITALS.finditer(passage.text):
        before = passage.text[: found.start()].rstrip()
        alone = before[-1:] in {"", ",", ".", "\n", "(", "-", ":"} or bool(
            _FOR_WHOM.search(plain(before[-20:]))
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
    for found in _ALONE.finditer(passage.plain):
        yield Mention.of(passage, found["value"], found["value"])
    if passage.source is not EvidenceSource.TITLE:
        return
    for found in _BARE.finditer(passage.plain):
        before, after = passage.plain[: found.start()], passage.plain[found.end() :]
        if before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit():
            continue  # `34 36`: neither is it for sure.
        if not (_MODELS.search(before) or _COUNTED.search(after) or _NO_SIZES.search(before)):
            yield _mention(passage, found)


def _in_a_title(passage: Passage) -> Iterator[Mention]:
    """Girths, shoes with a width, and two sizes that are one."""
    if passage.source is not EvidenceSource.TITLE:
        return
    for found in _GIRTH.finditer(passage.plain):
        before, after = passage.plain[: found.start()], passage.plain[found.end() :]
        if not (_SIDES.search(before) or _SIDES_AFTER.search(after) or _NO_SIZES.search(before)):
            yield _mention(passage, found)
    for found in _FITTED.finditer(passage.plain):
        grown = _CHILDREN.search(passage.plain) is None or found["value"] not in _CHILD_SIZES
        yield _mention(passage, found, None if grown else f"{found['value']} child")
    for found in _WITH_LENGTH.finditer(passage.plain):
        if abs(int(found["value"]) - int(found[0][-2:])) > _TWO_SIZES:
            yield _mention(passage, found)
    for found in _PAIR.finditer(passage.plain):
        apart = int(found["high"]) - int(found["low"])
        season = int(found["low"]) <= _LAST_YEAR  # `home shirt 07/08`
        if apart in {1, 2} and not season and not _MODELS.search(passage.plain[: found.start()]):
            yield _mention(passage, found)


def _capital(passage: Passage, found: re.Match[str]) -> bool:
    return passage.written(*found.span("value")).isupper()


def _mention(passage: Passage, found: re.Match[str], words: str | None = None) -> Mention:
    value = re.sub(_HALF, ".5", words or found["value"])
    value = _AGED.sub(r"\1 years", _CHILD.sub(r"\1 child", value))
    return Mention.of(passage, value, passage.written(*found.span()))


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.words: mention for mention in reversed(list(mentions))}.values())[::-1]
