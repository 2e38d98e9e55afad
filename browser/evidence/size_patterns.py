"""What sizes look like in running text, in three languages: the patterns of `size_reader`.

In folded text, as `Passage.plain` has it, unless a pattern asks for capitals.
"""

import re
from typing import Final

HALF: Final = r"(?: and a half\b| et demie?\b|einhalb\b)"
_NUMBER: Final = rf"\d{{1,3}}(?:[.,]5)?(?:\s[12]/[23]|{HALF})?"
_UNIT: Final = r"(?:ans|an|mois|months?|mths?|m|years?|yrs?|y|jahre?n?|monate?n?|cm|mm|kg|a)"
LETTER: Final = r"(?:x{0,4}[sl]|[2-6]xl|m|small|medium|large|extra large)"
SYSTEM: Final = r"(?:eu|fr|uk|us|it|de)"
_VALUE: Final = (
    rf"(?:(?:{SYSTEM}\s?)?{_NUMBER}(?:\s?[-/aà]\s?{_NUMBER})?\s?(?:{_UNIT}|{SYSTEM}|[a-h])?|"
    rf"{LETTER}(?:\s?/\s?(?:{LETTER}|\d\d))?|taille unique|one size|unique)"
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
CUED: Final = re.compile(
    rf"(?<![a-z\d'&]){_CUE}\s?[:.=]?\s?(?P<value>{_VALUE})"
    rf"(?:\s?\(\s?(?:=\s?)?(?P<beside>\d{{2,3}} ?cm|{SYSTEM} ?\d\d|\d\d|{LETTER})\s?\)|"
    rf"\s?,?\s?(?:=|\b(?:soit|equivaut a|correspond a|entspricht|equivalent to)\b)\s?"
    rf"(?:an? |un |du |ein(?:em|er)? )?(?P<equal>{LETTER}|\d\d)(?![a-z\d]))?"
    r"(?![a-z\d])(?!['’]|\s?%|\s\d\d\b|\.[a-z])"
)
SYSTEM_BEFORE: Final = re.compile(rf"\b{SYSTEM}\s?$")
"""`US size 4` is no `size 4`."""
SPELLED: Final = {"small": "s", "medium": "m", "large": "l", "extra large": "xl"}
JOINED: Final = frozenset({"tunique", "sizes", "tailles", "etiquettes", "pointures"})
"""Words that begin with a word for size and end with a letter that is one."""
WITH_SYSTEM: Final = re.compile(
    r"\b(?P<value>(?:eu|uk|us|fr|eur)\s?(?:child |kids |junior )?(?:size )?"
    r"\d{1,2}(?:[.,]5|\s1/2)?(?:\s?[-/]\s?\d{1,2})?|"
    r"\d{1,2}(?:[.,]5|\s1/2)?\s?(?:uk|us|eu)(?:\s(?:child|kids))?|"
    r"taille unique|one size|einheitsgrosse|talla unica|taglia unica)\b(?!\s?(?:ans|x|stuck|teile))"
)
ONE_SIZE: Final = re.compile(
    r"(?:^|[,.;:(/–-]\s*|\btaille\s+)(?P<said>TU|T\.U\.?)(?=\s*(?:$|[,.;:)!?/]))"
)
"""`taille unique` as French sellers write it, alone in its clause; Tu is a British brand, too, and
in small letters `you`."""
GROWING: Final = re.compile(
    r"\b(?P<for>junior|jnr|youth|child|childs|child's|kids|infants?)(?: uk)?(?: size)? "
    r"(?P<value>\d{1,2}(?:[.,]5)?)(?![\d/%x-]|\s?(?:years?|yrs?|months?|cm|pack|piece))"
)
GROWN_BEHIND: Final = re.compile(
    r"\b(?:uk|size)(?: size)? (?P<value>\d{1,2}(?:[.,]5)?) (?P<for>junior|jnr|youth|child|childs|"
    r"child's|kids|infants?)\b"
)
"""British shoes of children, and of those from 1 on: `junior size 2`."""
FROM_BIRTH: Final = re.compile(
    r"\b(?:from (?:birth|newborn)|des la naissance|ab (?:der )?geburt|suitable for newborns)\b"
)
WORN_AS: Final = re.compile(
    rf"\b(?:i take|i wear|i'm|je fais|je mets|je porte|je prends|perso je mets|ich trage?|trage?)"
    rf"(?: usually| normally| normalement| sonst| normalerweise)? (?:an? |du |un |une |eine? )?"
    rf"(?:size |taille |grosse )?(?P<value>\d\d|{LETTER})(?: francais)?,? "
    r"(?:and|und|et)(?: \w+){0,4} (?:spot on|perfect\w*|perfekt|nickel|pile|pile a ma taille|"
    r"parfait\w*|passt|impeccable\w*|fits?(?: me)? (?:well|perfectly))\b"
)
"""Where nothing else says it, the size of whom it fits well."""
ON_THE_LABEL: Final = re.compile(
    rf"\b(?:un|une|an?|ein|eine|says|marque|dit|steht|steht ein) (?P<value>{LETTER}|\d\d) "
    r"(?:sur l'etiquette|on the (?:label|tag)|im etikett|laut etikett|inside|drin|"
    r"auf dem etikett)\b"
)
"""`c'est bien un M sur l'étiquette`."""
BED: Final = re.compile(
    r"\b(?P<value>super ?king|king|double|single)(?:(?:[- ]sized?|[- ]bed)(?: \w+)? (?:duvet|quilt|"
    r"bedding|bed|sheets?|fitted|cover|mattress|throw|pillow|set)|[- ](?:duvet|quilt|bedding|"
    r"fitted sheet|flat sheet|bed set|mattress)|[- ]size(?= (?:\w+ )?(?:duvet|quilt|bedding|"
    r"bed)))\b"
)
"""British beds have names for sizes: `king size duvet`."""
IS_A: Final = re.compile(
    rf"\b(?:(?:they're|they are|it's|it is|this is|so) an?|c'est (?:bien )?(?:un|du)|"
    r"(?:elles?|ils?) (?:est|sont) (?:en|du)|(?:ist|"
    rf"sind) (?:eine|ne)) "
    rf"(?:size |taille |grosse )?(?P<value>(?:[3-5]\d|[468]|1[02468]|2[024])(?:[.,]5)?|{LETTER})"
    r"(?=\s*(?:[,.;!)\n]|$|but\b|though\b|mais\b|aber\b))"
)
"""`they're a 39.`, `c'est un 42`."""
WORDED: Final = re.compile(
    r"\b(?:mens|men's|womens|women's|ladies|boys|girls|unisex|adults?)(?: size)? "
    r"(?P<value>(?:x-?|extra )?(?:small|large)|medium)\b"
)
"""`jacket mens large`."""
INCHES: Final = re.compile(
    r"(?<![\d.,])(?P<wide>\d{2,3})\s?(?:\"|''|″|”|in(?:ch(?:es)?)?)?\s?(?:wide |width )?[x*×]\s?"
    r"(?P<deep>\d{2,3})\s?(?:\"|''|″|”|in(?:ch(?:es)?)?\b)"
)
SIDE_IN_INCHES: Final = re.compile(r"(?<![\d.,])\d{2,3}(?=\s?(?:\"|''|″|”|in\b|inch))")
BARE_SIDES: Final = re.compile(
    r"(?<![\d.,])(?P<wide>\d{2,3})\s?[x*×]\s?(?P<deep>\d{2,3})(?![\w\"″”])"
)
CENTIMETRES_IN_AN_INCH: Final = 2.54
SEAT: Final = re.compile(
    r"\b(?P<value>(?:groupes?|groups?|gruppe)\s?[0-3]\+?"
    r"(?:\s?(?:[/,-]|et|and|und)\s?[0-3]\+?)*)(?!\d)"
)
"""Seats by their group of weight (ECE R44)."""
GIRTH: Final = re.compile(
    r"(?<![\d.,x*/-])(?P<value>(?:5\d|6\d|7\d|8\d|9\d|1[0-3]\d)\s?cm)(?!\s?[x*/]|[a-z\d])"
)
"""A belt, a hat or a child's height in a title: `Gürtel 95cm`."""
BELT: Final = re.compile(r"\b(?:ceinture|\w*gurtel|belt)\b")
BELT_LENGTH: Final = re.compile(
    r"(?<![\d.,x*/-])(?P<value>(?:[6-9]\d|1[0-4]\d)\s?cm)(?!\s?(?:x|\*|/|de large|breit|wide)|"
    r"[a-z\d])"
)
"""What a belt measures is its length, wherever it is said."""
WIDE: Final = re.compile(r"\b(?:largeur|large|breite|breit|width|wide)\s?[:=.]?\s?(?:de )?$")
SUIT: Final = re.compile(r"\b(?:costume|suit|\w*anzug|smoking|tuxedo|tailleur)\b")
JACKET: Final = re.compile(
    r"\b(?:veste|jacket|blazer|sakko|jackett?)\s?(?:in |en |taille |size |grosse |gr |:|is |a |"
    r"an )*"
    r"(?P<value>(?:3[2-9]|4\d|5\d|6[0-4])[rsl]?)(?![\d/cm-])"
)
"""A suit goes by its jacket, whatever its trousers are."""
TROUSERS: Final = re.compile(
    r"\b(?:pantalon|trousers|hose)\s?(?:in |en |taille |size |grosse |gr |:|is )*\d\d[rsl]?|"
    r"\d\d[rsl]? (?:trousers|hose|pantalon)\b"
)
SIDES: Final = re.compile(
    r"\b(?:largeur|longueur|long|lange|breite|length|width|hoch|haut|tief|profondeur|l|h|d|o)"
    r"\s?[:=.]?\s?$"
)
SIDES_AFTER: Final = re.compile(
    r"^\s?(?:de (?:haut|long|large|diametre|hauteur|longueur)|hoch|lang|breit|long|wide|high|tall|"
    r"deep|d'|durchmesser|diameter|diametre)"
)
PAIR: Final = re.compile(
    r"(?<![\d.,/-])(?P<value>(?P<low>\d\d)\s?[/-]\s?(?P<high>\d\d))(?![\d/%-]|[.,]\d)"
)
"""Two sizes that are one: `chaussons 18/19`, `38/40`."""
WITH_LENGTH: Final = re.compile(
    r"(?<![\d.,/-])(?P<value>3[6-9]|4\d|5[0-4])\s?/\s?(?:28|3[0246])(?![\d/%-]|[.,]\d)"
)
"""A woman's trousers in Germany, by size and length: `40/32`."""
FITTED: Final = re.compile(r"(?<![a-z\d.,/-])(?P<value>\d{1,2}(?:[.,]5)?)\s?[efgh](?![a-z\d'’])")
"""A shoe with its width, as it is written in Britain: `13F`, `6 1/2 G`."""
CHILDREN: Final = re.compile(r"\b(?:boys?|girls?|kids?|child\w*|school|toddler)\b")
CHILD_SIZES: Final = frozenset(map(str, range(7, 14)))
"""British shoes between those of babies and those from 1 on (BS 5943)."""
AGE: Final = re.compile(
    r"(?<![\d/])(?P<value>(?:age[ds]?\s)?\d{1,2}(?:\s?[-/]\s?\d{1,2})?\s?"
    r"(?:ans|mois|months?|mths?|years?|yrs?|jahre|monate|(?<!\s)a)(?:\s?[/(]?\s?\d{2,3} ?cm)?"
    r"(?!\s\d)|"
    r"\bage[ds]?\s\d{1,2}(?:\s?[-/]\s?\d{1,2})?)(?![a-z\d])"
)
MONTHS: Final = re.compile(
    r"(?<![\d/.,-])(?P<value>\d{1,2}\s?[-/]\s?(?:\d|[12]\d|3[0-6])\s?(?:m|mths?|mois|months?|"
    r"monate))"
    r"(?![a-z\d²])"
)
"""A baby's age as a span, whatever is counted behind it: `18-24m`, `3-6 months 22 items`."""
CHEST: Final = re.compile(r"(?<![\w.,/-])(?P<value>(?:3[2-9]|4\d|5[0-8])[RSL])(?![\w'’])")
"""A suit by chest and length, as it is sold in Britain: `42R`."""
LONG_LETTERS: Final = re.compile(
    r"(?<![\w&'’/.-])(?P<value>x{1,4}[sl]|[2-6]xl)(?![\w&'’/-]|\.\w|\s?&)"
)
"""In a title, however they are written: no word is spelled so."""
INCHES_ALONE: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?P<value>[2-5]\d\s?(?:inch(?:es)?|\"|''|″|"
    r"”))(?=\s*(?:$|[,;\n|•]|"
    r"\.(?!\d)))"
)
"""A belt's length that is all that a clause says."""
MEASURE: Final = re.compile(
    r"(?<![\d.,])(?P<value>\d{2,3}\s?[x*]\s?\d{2,3}(?:\s?cm|(?!\d|\s?(?:inch|in\b|\"|″|”)))|"
    r"w\s?\d{2}(?:[\s/]*l\s?\d{2})?|"
    r"\d{1,2}\s?(?:-|a)\s?\d{1,2}\s?(?:kg|kilos?)|"
    r"\d{2}(?:[.,]\d)?\s?mm)(?![a-z\d])"
)
HEIGHTS: Final = re.compile(r"(?<![\d.,])(?P<low>\d{2,3})\s?[/-]\s?(?P<high>\d{2,3})(?!\d|[.,]\d)")
SIX: Final = 6
LAST_YEAR: Final = 16
"""Years of a child, as years of a century: two in a row are no size without a word for it."""
TWO_SIZES: Final = 2
"""So near are two numbers that may be one size: `38/36`."""
SMALLEST_HEIGHT: Final = 44
"""How far apart the two heights of a child's size are, as in 98/104 (EN 13402-3)."""
AGED: Final = re.compile(r"^age[ds]?\s(\d+(?:\s?[-/]\s?\d+)?)$")
CUP: Final = re.compile(r"(?<!\w)(?P<value>\d{2,3}\s?[A-H]{1,2})(?!\w)")
CAPITALS: Final = re.compile(
    r"(?<![\w&'’/.-])(?P<value>X{0,4}[SL]|M|[2-6]XL)(?![\w&'’]|\.\w|\s?[&/]\s?[A-Z])"
)
BARE: Final = re.compile(
    r"(?<![a-z\d.,/-])(?P<value>\d{2,3}(?:[.,]5)?(?:\s[12]/3)?)(?![\d.,/%€a-z°-])"
)
COLLAR: Final = re.compile(
    r"\b(?:encolure|tour de col|tour de cou|col|kragenweite|kragen|halsweite|kw|collar|neck)"
    r"(?: size)?\s?[:=]?\s?(?P<value>(?:3[5-9]|4\d|5[0-2])(?:[.,]5)?)(?:\s?cm)?"
    r"(?![\d%/a-z-]|[.,]\d)"
)
"""The neck of a shirt in centimetres (35 to 52, the sizes of shirts on the site, 2026)."""
FOR_WHOM: Final = re.compile(
    r"\b(?:damen|herren|jungen|madchen|kinder|unisex|femme|homme|fille|garcon|enfant|adulte|womens|"
    r"women's|mens|men's|ladies|girls|boys|adult|adults|kids|youth)\s?:?\s?$"
)
"""What a size stands behind without a word for it: `Damen S, weiß`."""
ALONE: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?:(?:en|in|du) )?(?P<value>[3-5]\d(?:[.,]5)?)(?=\s*(?:$|[,;\n|•]|"
    r"\.(?!\d)))"
)
"""A number that is all that a clause says: `Street One, 38, beige`."""
CHILD: Final = re.compile(r"^uk (?:child|kids|junior) (?:size )?(\d+(?:[.,]5)?)$")
TALL: Final = re.compile(
    r"(?:^|[,;.\n|•]\s*)(?:(?:en|in|fur|pour|gr\.?|taille|grosse) )?"
    r"(?P<value>(?:5[06]|6[28]|74|8[06]|9[28]|1[0-7]\d)\s?cm)(?=\s*(?:$|[,;\n|•]|\.(?!\d)))"
)
"""A child's height that is all that a clause says; other lists have none so tall."""
WORD_ALONE: Final = re.compile(
    r"(?:^|[,;|]\s*)(?P<value>(?:x-?|extra )?(?:small|large)|medium)(?=\s*(?:$|[,;|]))"
)
"""In a title: `Floral dress, medium`."""
BABY: Final = re.compile(r"\b(?:bebes?|baby|babys|naissance|newborn|layette)\b")
BABY_MONTHS: Final = re.compile(r"(?<![\d/.,-])(?P<value>1|3|6|9|12|18|24|36)\s?m(?![a-z\d²])")
"""Beside a word for babies no metres: `Gilet bébé 18m`."""
YEARS: Final = re.compile(r"(?<![\d/.,-])(?P<value>\d{1,2}(?:\s?[-/]\s?\d{1,2})?y)(?![a-z\d])")
KILOS: Final = re.compile(r"kilos?")
NO_SIZES: Final = re.compile(
    r"\b(?:comme(?: une?| du)?|wie(?: eine?)?|like an?|fits|je fais(?: du)?|j'ai|porte du|"
    r"passt auch|(?:pense|crois) que|think|glaube|"
    r"convient|plutot|eher|taille normale|mannequin|trop|too|zu|talons?(?: de)?|heels?|absatz|"
    r"hauteur|height|hohe|diametre|batterie|akku|battery|environ|ca|sur|neck)\s?:?\s?$"
)
LIVED: Final = re.compile(
    r"\b(?:a|avait|as|ai|has|is|was|hat|ist|war|turned|turns|now|bientot|il y a|depuis|pendant|"
    r"since|for|seit|vor|nach|ab|des|from|partir de|garantie|over|moins de|plus de|until|wird|"
    r"jeune|achete|les|nos|quand)\s?(?:ses |ab |environ |about |over |nur |le )?$"
)
LIVED_AFTER: Final = re.compile(r"^\s?(?:ago|et plus|old\b|d'age|alt\b|maintenant|\+|und alter)")
MODELS: Final = re.compile(
    r"\b(?:max|force|air|galaxy|iphone|ipad|fifa|nba|vol|tome|tomes?|band|teil|n|no|nr|numero|"
    r"level|"
    r"stufe|lot de|set|pack|de|x|gel|nimbus|kayano|pegasus|zoom|chapitre|annees?|the|year|speedy|"
    r"mario|playstation|ps|xbox|superstar|new balance|nb|levis|levi's|dunk|jordan|silber|argent|"
    r"silver|sterling)\s?$"
)
COUNTED: Final = re.compile(
    r"^\s?(?:ans|an\b|mois|pieces?|pcs|items?|articles?|vetements?|teile|teilig|stuck|x\b|%|€|eur|euros?|cm|mm|kg|g\b|ml|l\b|"
    r"go|gb|tomes?|volumes?|vol|bodies|paires?|pairs?|pack|er\b|s\b|zoll|pouces|inch|\"|fois|mal|"
    r"jahre?|monate?|cartes?|karten|years?|months?|/|rpm|t\b|tours|oz)"
)
SAID_TO_BE: Final = (
    r"(?: [\w']+){{0,4}} (?:which (?:is|equals)|that's|that is|equals|entspricht|was (?:einer?|"
    r"dem)|"
    r"das ist|correspond (?:a|au)|equivaut a|ce qui fait|soit)(?: an?| un| une| du| einer?|"
    r" about)? "
    r"(?P<value>{value})(?![\w/-])"
)
