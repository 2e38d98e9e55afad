"""The state of a thing as running text says it: a grade, tags, how often it was worn.

Only what is said in so many words counts, and of the thing as a whole. The grades are handed on in
words that every marketplace's tables know; which option they mean is `matcher`'s business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from browser.evidence.cue_words import DETAILS
from browser.evidence.mentions import Mention, Passage, plain
from browser.evidence.wear import Wear, described
from browser.listing import EvidenceSource


class Grade(IntEnum):
    """How good a thing is; the words for it are those of `WORDS`."""

    TAGGED = 5
    NEW = 4
    VERY_GOOD = 3
    GOOD = 2
    WORN = 1


WORDS: Final = {
    Grade.TAGGED: "new with tags",
    Grade.NEW: "new without tags",
    Grade.VERY_GOOD: "very good",
    Grade.GOOD: "good",
    Grade.WORN: "satisfactory",
}

_BY_WEAR: Final = {
    Wear.BROKEN: Grade.WORN,
    Wear.LIGHT: Grade.GOOD,
    Wear.NONE: Grade.VERY_GOOD,
}
_NO: Final = (
    r"(?:sans|pas d[e'] ?|pas|aucune?s?|jamais|ni|no|not|never|without|free of|keine?[nrs]?|ohne|"
    r"nicht|nie|sin|ningun\w*|senza|nessun\w*|geen|zonder|bez|non)"
)
_USED: Final = (
    r"(?:port|mis|utilis|servi|ouvert|lav|essay|jou|lu)(?:e?e?s?|es?)|worn|used|opened|played|"
    r"read|wore|getragen|benutzt|gebraucht|verwendet|geoffnet|gelesen|bespielt|angehabt|usad[oa]s?|"
    r"puest[oa]s?|usat[oaie]|indossat[oaie]|gedragen|gebruikt|noszon[aey]|uzywan[aey]"
)
_NEVER: Final = re.compile(
    rf"\b(?:jamais|jms|never|nie|niemals|noch nie|non|pas encore|mai|nunca|nooit|nigdy|nicht)\s"
    rf"(?:been |ete |even |mal |wurde |wirklich )*(?:{_USED})\b|\bunbenutzt\w*|\bungetragen\w*|"
    r"\bunused\b|\bunworn\b|\bungebraucht\w*|\bunopened\b|\bungeoffnet\w*|\bungelesen\w*|"
    r"\bwurde nie (?:getragen|benutzt)|\bneuf sous (?:film|emballage|blister)"
)
_TAGS_ON: Final = re.compile(
    r"(?:neu\w* |new |neuf\w* |und |brand |et )*(?:"
    r"\bneu(?:f|fs|ve|ves) etiquette\b|"
    r"\b(?:avec|ac) (?:son |l'|leur |ses |les )?etiquettes?\b|"
    r"\b(?:etiquettes?|tags?)(?: carton)? (?:encore|toujours|presente)|"
    r"\bmit (?:originalem |original ?|dem )?etikett\w*|\betikett\w* (?:ist |sind |hangt )?noch|"
    r"\betikett\w* (?:hangt|ist) dran|"
    r"(?<!o)\bbnwt\b|\bnwt\b|\bwith (?:the |original |its )?tags?\b|"
    r"(?<!no )(?<!without )\b(?:tags?|labels?) (?:are |is )?(?:still )?(?:on|attached)\b|"
    r"\b(?:still|new|neuf|neu|noch) (?:on|sur|am|an) (?:the |its |le |la |der )?(?:card|carte|"
    r"karte|hanger)\b|\bwith (?:the |its )?price (?:tag|sticker)\b|"
    r"\bcon (?:etiqueta|cartellino|etichetta)\b|\bmet (?:kaartje|label)\b|\bz metk[aą])"
)
_TAGS_OFF: Final = re.compile(
    r"\b(?:sans|ss|plus l'|plus d'|perdu l'|plus) ?(?:l'|son )?etiquettes?\b(?! de marque)|"
    r"\betiquettes? (?:enlevee|retiree|coupee|arrachee|perdue)s?|\bohne etikett\w*|"
    r"\b(?:no|without|not) tags?\b|\btags? (?:removed|off|cut)\b|\bbnwot\b|\bsin etiqueta\b|"
    r"\bsenza (?:cartellino|etichetta)\b|\bzonder (?:kaartje|label)\b|\bbez metki\b"
)
_LIKE: Final = r"(?:comme|quasi|quasiment|presque|wie|fast|like|as|almost|nearly|come|casi|als|jak)"
_BARE_NEW: Final = (
    r"(?:neuf|neufs|neuve|neuves|neu|new|nuevo|nueva|nuovo|nuova|nieuw|nowy|nowa|nowe)"
)
_NEW: Final = re.compile(
    r"\b(?:etat neuf|tout neuf|toute neuve|brand ?new|brandneu\w*|nagelneu\w*|"
    r"neu (?:und )?(?:ovp|originalverpackt|in ovp)|sealed)\b"
)
_NEW_CLAUSE: Final = re.compile(
    rf"^(?:donc |mais |est |et |is |ist |absolument )?{_BARE_NEW}\b"
    rf"(?! (?:a|zu|york|balance|look|era|one|yorker|{'|'.join(sorted(DETAILS))}|grips?|batter\w+|"
    rf"strings?|tyres?|ear ?pads?|insoles?|foil|filter|blades?))"
)
_NEW_AT_END: Final = re.compile(rf"(?<! )?(?:^|\s){_BARE_NEW}$")
_LIKE_NEW: Final = re.compile(rf"\b{_LIKE} (?:etat )?{_BARE_NEW}\b")
_VERY_GOOD: Final = re.compile(
    r"\btres (?:tres )?bon(?:ne)?s? etat\b|\bt?tbe\b|\btb ?etat\b|\bt\.b\.e|\bexcellent etat\b|"
    r"\betat (?:general )?(?:impeccable|parfait|excellent|tres bon)\b|"
    r"\b(?:parfait|super|superbe) etat\b(?! de)|\bimpeccable\b|\betat nickel\b|"
    rf"{_LIKE_NEW.pattern}|\bneuwertig\w*|\bvgc\b|\btadellos\w*|\bimmaculate\b|"
    r"\b(?:very|v) ?\.?good (?:used |overall |clean |vintage )?(?:cond\w*|order|nick|state)|"
    r"\b(?:great|excellent|perfect|fantastic|lovely|super|fab) (?:used |clean |vintage )?cond\w*|"
    r"\bsehr gut\w* (?:gebraucht\w* |gepflegt\w* )?(?:zustand|erhalten)|\bzustand:? sehr gut\b|"
    r"\b(?:top|super|tollem|bestem|perfektem|hervorragendem|einwandfreiem)[- ]zustand\b|"
    r"\bmuy buen(?:o|a|as)? (?:estado|condicion\w*)|\bottim[oaie] (?:stato|condizion\w*)|"
    r"\bzeer goede staat\b|\bbardzo dobry\w* stan\w*|\bstan bardzo dobry"
)
_VERY_GOOD_CLAUSE: Final = re.compile(
    r"^(?:(?:in|also|und|insgesamt|sonst|ansonsten|overall|otherwise|still|noch|alles|"
    r"zustand:?|condition:?|etat ?:?|->|but|aber|mais) )*(?:sehr gut|very good|v good|tres bon|"
    r"nickel|excellent|ausgezeichnet|muy bueno)"
    r"(?: (?:erhalten|gepflegt|indeed|condition))?$"
)
_GOOD: Final = re.compile(
    r"(?<!tres )(?<!tb )(?<!tres tres )\bbon(?:ne)?s? etat\b|\bb ?etat\b(?<!tb etat)|"
    r"(?<!very )(?<!v )(?<!really )\bgood (?:used |overall |general |clean |working |vintage )?"
    r"(?:cond\w*|order|nick)|"
    r"\brest (?:ist |noch )?gut\b|"
    r"(?<!sehr )\bgut(?:er|en|em)? (?:gebraucht\w* |allgemein\w* )?zustand\b|(?<!sehr )\bgut "
    r"(?:erhalten|gepflegt)\b|\bzustand:? gut\b|(?<!muy )\bbuen estado\b|"
    r"\b(?:petites?|legeres?|quelques|infimes?|normales?) (?:(?:petites?|legeres?) )?traces? "
    r"d'?(?:e )?(?:usure|utilisation|usage)\b|\btraces? d'?(?:usure|utilisation) "
    r"(?:legeres?|normales?|minimes?)\b|"
    r"\b(?:leichte|kleine|wenige|geringe|normale|minimale|ubliche)[nr]? (?:leichte |kleine )?"
    r"(?:gebrauchs|trage|abnutzungs|nutzungs)spuren\b|"
    r"\b(?:slight|light|minor|minimal|few|little|normal|small) (?:signs?|marks?|bits?) of "
    r"(?:wear|use)\b|\bbuon[eo] (?:stato|condizioni)\b|(?<!zeer )\bgoede staat\b|(?<!bardzo )"
    r"\bdobry\w* stan"
)
_GOOD_CLAUSE: Final = re.compile(
    r"^(?:(?:also|und|insgesamt|sonst|ansonsten|overall|otherwise|still|noch|alles|used|"
    r"washed a few times|(?:der |the )?rest|zustand:?|condition:?|but|aber|"
    r"gebraucht|getragen|bespielt|gelesen|"
    r"gewaschen|worn|read|played with) )*(?:gut|good|gut erhalten|gut bis ok|gut bis sehr gut)$"
)
_WORN: Final = re.compile(
    r"\bsatisfaisante?s?\b|\betat moyen\b|\bsatisfactory\b|\bzufriedenstellend\w*|"
    r"\bfair (?:used )?cond\w*|\bsatisfactori[oa]\b|\bsoddisfacente\b|"
    r"\betat correct\b.*\ben l'etat\b"
)
_FOR_ONCE: Final = (
    r"(?:for|to|on|in|pour|a|lors d'|pendant|fur|auf|bei|zu|wahrend)? ?"
    r"(?:one|a single|une seule|un seul|une|ein einziges?|einer|einem|eine) "
    r"(?:\w+ )?(?:night|evening|day|week|party|wedding|interview|festival|holiday|event|photoshoot|"
    r"occasion|nuit|soiree|journee|semaine|fete|mariage|entretien|bapteme|ceremonie|occasion|"
    r"abend|tag|woche|hochzeit|feier|party|anlass)\b"
)
"""For how long, or to what, a thing was worn that was hardly worn."""
_SELDOM: Final = re.compile(
    r"\b(?:port|mis|utilis|servi|jou|lu|fait|ouvert|lav)(?:e?e?s?|es?)? "
    r"(?:que |qu'|seulement |juste )?(?:une|deux|trois|1|2|3)(?: ?(?:[-/]|ou|a) ?[23])? ?"
    r"(?:seules? |petites? )?(?:fois|reprises?|x)\b|"
    r"\b(?:porte?e?s?|mis(?:e|es)?) (?:juste |seulement )?(?:une|1|un) "
    r"(?:seule )?(?:nuit|soiree|journee|apres[- ]midi|matinee|jour|mariage)\b|"
    r"\b(?:une|1) (?:seule )?fois (?:port|mis|utilis)\w+|"
    r"\bport(?:e?e?s?) a (?:deux|trois|2|3) reprises\b|"
    r"\b(?:worn|wore|used|played|read|done|opened|swatched|sprayed|tried|washed) "
    r"(?:it |them |this )?(?:only |just |about |maybe )?"
    r"(?:once|twice|one time|two times|three times|a couple of times|[123]x)\b|"
    rf"\b(?:worn|wore|used|took) (?:it |them |this )?(?:only |just )?{_FOR_ONCE}|"
    rf"\b(?:porte|mis|utilise)e?e?s? (?:que |qu'|juste |seulement )?{_FOR_ONCE}|"
    rf"\b(?:getragen|benutzt|an) {_FOR_ONCE}|\b{_FOR_ONCE} (?:getragen|benutzt|an)\b|"
    r"\b(?:hardly|barely|scarcely) (?:ever )?(?:worn|used)\b|"
    r"\b(?:einmal|zweimal|dreimal|[1-3] ?x|[1-3] ?mal|ein mal|zwei mal|3 ?- ?4 ?mal) "
    r"(?:(?:\w+ ){0,3}|(?:auf|bei|zu[rm]?) (?:\w+ ){1,4})"
    r"(?:getragen|benutzt|bezogen|gelesen|durchgeblattert|verwendet|gespielt|gespruht|an|angehabt|"
    r"angezogen|umgebunden|aufgesetzt|gefahren|gespielt|gewaschen|aufgetragen)\b|"
    r"\b(?:kaum|wenig|selten) (?:getragen|benutzt|gebraucht|verwendet|bespielt|an)\b|"
    r"\b(?:tres )?peu (?:port|mis|utilis|servi)\w*|\ba peine (?:port|mis|utilis|servi)\w*"
)
_WASHED: Final = re.compile(r"\b(?:lav|gewasch|wash)")
"""Not what a new thing is spoiled by: `lavé une fois mais jamais porté`."""
_OFTEN: Final = re.compile(
    rf"\b(?:{_USED})\b[^,;:!?]{{0,20}}?\b(?:dizaine|plusieurs|quelques|dix|nombreuses|souvent|"
    r"(?:[4-9]|\d\d) ?(?:fois|x|times|mal)|few|loads|lots|many|often|several|regularly|mehrfach|"
    r"oft|einige|saison|season|hiver|winter|ete|soiree|mariage|mehrmals)\b|"
    r"\b(?:mehrfach|mehrmals|oft|haufig|regelmassig|einige male|\d+ ?x|\d+ ?mal) "
    rf"(?:{_USED})|\bworn (?:to|for|by)\b|\bplayed it\b|\bused (?:for|about|daily|by)\b"
)
_FLAW: Final = re.compile(
    r"\b(?:taches?|tachee?s?|trous?|troue|accrocs?|dechir\w+|bouloch\w*|usure|use|usee|"
    r"stain\w*|holes?|rip|ripped|torn|scuff\w*|bobbl\w*|pilling|fleck\w*|loch|locher|riss\w*|"
    r"manchas?|macchi[ae]|vlek\w*|plam\w*)\b"
)
_WHOLE: Final = re.compile(r"\b(?:insgesamt|overall|general|globalement|im ganzen|in sum)\b")
_VERBS_BEFORE: Final = re.compile(
    r"(?:lauft|passt|funktioniert|sitzt|fahrt|geht|spielt|schmeckt|riecht|marche|works|fits|"
    r"runs|plays|goes)(?: \w+)?$"
)

_PART_BEFORE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(DETAILS))}|housse|batterie|akku|battery|cover|gehause|vitre)"
    r"(?: (?:est|sont|is|are|ist|sind|en|in|im|encore|noch|still))*$"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A grade in a passage, with its words.

    `whole` where it is said of everything together, `part` where of a part: `zip impeccable`.
    """

    grade: Grade
    mention: Mention
    whole: bool
    part: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What the texts say of a state: mentions that would decide, and those against them."""

    mentions: tuple[Mention, ...] = ()
    against: tuple[Mention, ...] = ()
    """Words that speak against the first one: new, and worn ten times."""


def read_condition(passages: Sequence[Passage]) -> Condition:
    """The state that the texts name; several mentions where they name several."""
    new = list(_new(passages))
    graded = list(_grades(passages))
    worn = [
        one for one in _found(passages, _SELDOM) if not _WASHED.search(plain(one.evidence.words))
    ]
    used = [*_found(passages, _OFTEN), *worn]
    tagged = [one for one in new if one.grade is Grade.TAGGED]
    against = tuple(used) or tuple(_flaws(passages)) if new else ()
    if new and used == worn and worn and not (tagged or graded or tuple(_flaws(passages))):
        return Condition((_as(worn[0], Grade.VERY_GOOD),))
    if tagged or (new and not graded):
        if any(one.grade in {Grade.GOOD, Grade.WORN} for one in graded):
            against = (*against, *(one.mention for one in graded))
        return Condition((max(new, key=_grade).mention,), against)
    if new and all(_LIKE_NEW.search(one.mention.evidence.words.casefold()) for one in graded):
        return Condition((new[0].mention,), against)
    if graded:
        return Condition(_agreed([one for one in graded if not one.part] or graded))
    seldom = tuple(_found(passages, _SELDOM, Grade.VERY_GOOD))
    often = tuple(_found(passages, _OFTEN))
    if seldom and not tuple(_flaws(passages)) and not often:
        return Condition(seldom[:1])
    return _by_wear(passages)


def _by_wear(passages: Sequence[Passage]) -> Condition:
    """The grade that the wear amounts to that is described."""
    wear = described(passages)
    if wear is None or wear[0] is Wear.OPEN:
        return Condition()
    return Condition((_as(wear[1], _BY_WEAR[wear[0]]),))


def contradicts_new(passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """What speaks against a thing that is said to be new."""
    worn = (*_found(passages, _OFTEN), *_found(passages, _SELDOM, Grade.VERY_GOOD))
    if any(one.grade < Grade.VERY_GOOD for one in _grades(passages)):
        worn = (*worn, *(one.mention for one in _grades(passages)))
    return worn or tuple(_flaws(passages))


def _grade(said: _Said) -> Grade:
    return said.grade


def _agreed(graded: list[_Said]) -> tuple[Mention, ...]:
    """One mention where all grades are the same, or one is said of the whole; else each once."""
    by_grade = {one.grade: one.mention for one in reversed(graded)}
    whole = {one.grade: one.mention for one in graded if one.whole}
    chosen = whole if len(whole) == 1 else by_grade
    return tuple(chosen.values())


def _new(passages: Sequence[Passage]) -> Iterator[_Said]:
    off = [found for each in passages for found in _matches(each, _TAGS_OFF)]
    for passage in passages:
        for mention in _matches(passage, _TAGS_ON):
            if not off:
                yield _Said(Grade.TAGGED, _as(mention, Grade.TAGGED), whole=False)
        for mention in (*_matches(passage, _NEVER), *_matches(passage, _NEW), *_bare(passage)):
            yield _Said(Grade.NEW, _as(mention, Grade.NEW), whole=False)
        for mention in _matches(passage, re.compile(r"\bbnwot\b|\bneuf\w* sans etiquette")):
            yield _Said(Grade.NEW, _as(mention, Grade.NEW), whole=False)


def _bare(passage: Passage) -> Iterator[Mention]:
    """`neuve` where it is said of the thing: a clause begins, or the title ends with it."""
    for clause in passage.clauses:
        words = clause.split()
        short = len(words) <= 3 and _NEW_AT_END.search(clause)
        if (_NEW_CLAUSE.search(clause) or short) and not _LIKE_NEW.search(clause):
            yield _in(passage, clause)
    ends = passage.source is EvidenceSource.TITLE and _NEW_AT_END.search(passage.plain.strip())
    if ends and not _LIKE_NEW.search(passage.plain):
        yield _in(passage, passage.plain.split()[-1])


def _grades(passages: Sequence[Passage]) -> Iterator[_Said]:
    tables = (
        (Grade.VERY_GOOD, _VERY_GOOD, _VERY_GOOD_CLAUSE),
        (Grade.GOOD, _GOOD, _GOOD_CLAUSE),
        (Grade.WORN, _WORN, None),
    )
    for passage in passages:
        for grade, inside, alone in tables:
            for found in inside.finditer(passage.plain):
                before = passage.plain[max(0, found.start() - 24) : found.start()].rstrip()
                if not _VERBS_BEFORE.search(before):
                    whole = bool(
                        _WHOLE.search(f"{before} {found[0]} {passage.plain[found.end() :][:12]}")
                    )
                    part = bool(_PART_BEFORE.search(before))
                    yield _Said(grade, _as(_in(passage, found[0]), grade), whole, part)
            for clause in passage.clauses if alone else ():
                if alone and alone.search(clause):
                    mention = _in(passage, clause)
                    yield _Said(grade, _as(mention, grade), bool(_WHOLE.search(clause)))


def _found(
    passages: Sequence[Passage], pattern: re.Pattern[str], grade: Grade = Grade.WORN
) -> Iterator[Mention]:
    for passage in passages:
        for mention in _matches(passage, pattern):
            yield _as(mention, grade)


def _flaws(passages: Sequence[Passage]) -> Iterator[Mention]:
    """Flaws that are there: `pas de tache` and `keine Löcher` name none."""
    for passage in passages:
        for found in _FLAW.finditer(passage.plain):
            before = passage.plain[max(0, found.start() - 28) : found.start()]
            if not re.search(rf"\b{_NO}\b[^.;!?]*$", before):
                yield _as(_in(passage, found[0]), Grade.WORN)


def _matches(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for found in pattern.finditer(passage.plain):
        if pattern is not _OFTEN or not _is_seldom(passage, found):
            yield _in(passage, found[0])


def _is_seldom(passage: Passage, found: re.Match[str]) -> bool:
    """`jamais porté`, `used for one night`: what begins like often is not."""
    near = passage.plain[max(0, found.start() - 12) : found.end()]
    seldom = _SELDOM.finditer(passage.plain)
    return bool(_NEVER.search(near) or _SELDOM.search(near)) or any(
        one.start() <= found.start() < one.end() for one in seldom
    )


def _in(passage: Passage, words: str) -> Mention:
    """A mention of plain words, as they are written."""
    start = passage.plain.find(words)
    said = passage.written(start, start + len(words)) if start >= 0 else words
    return Mention.of(passage, words, said)


def _as(mention: Mention, grade: Grade) -> Mention:
    return Mention(WORDS[grade], mention.evidence)
