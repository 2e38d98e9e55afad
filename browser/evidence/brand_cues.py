"""Little words beside a brand's name, in the languages of sellers: its brand, like it, for it.

Language only: no marketplace's names are known here.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BRAND_CUES: Final = _words("marque brand marke marca merk marka label hersteller fabricant")
FROM: Final = _words("chez from von vom by bei")
MADE: Final = _words(
    "edite editee editees edites fabrique fabriquee fabriques produit produite concu concue signe "
    "signee made produced published designed hergestellt gefertigt produziert entworfen"
)
MAKERS_BY: Final = _words("par von by chez")
"""Between what was done and who did it: `édité par Libellud`."""
PERSONS: Final = _words(
    "mamie papi maman papa grand mere pere oma opa mama privat nan gran mum dad moi me mir uns "
    "hand main"
)
"""Who may make or sell a thing, too, and is no brand."""
SHOPS_FROM: Final = _words("payee paye prix retail statt")
STORES: Final = _words(
    "filiale laden geschaft store shop boutique outlet magasin collection kollektion kids jeans"
)
"""What stands after a brand's name, and hardly after a word: `aus der Mango Filiale`."""
SIZED: Final = _words(
    "taille t size sz gr grosse pointure p damen herren femme homme fille garcon enfant bebe "
    "womens mens ladies girls boys kids baby madchen jungen kinder xs s m l xl xxl neuf neuve neu "
    "new uk eu fr"
)
"""What follows a brand's name in a title: `Mango taille 38`, `Next girls`."""
MADE_OF: Final = _words("de du des d en a au of in aus mit the la le les")
"""Before a word, and not before a brand that ends a title: `bois de mango`."""
NUMBERS: Final = _words("deux trois quatre zwei drei vier two three four lot set")
IS: Final = _words("is ist est war was name heisst called")
"""What may stand between a word for brand and the name: `Brand is Little People`."""
RELATIVES: Final = _words(
    "fils fille mari frere soeur neveu niece copain copine cousin filleul sohn tochter mann bruder "
    "schwester neffe nichte enkel enkelin freund freundin son daughter husband brother sister "
    "nephew grandson granddaughter boyfriend wife"
)
OWN: Final = _words(
    "mon ma mes notre nos son sa ses mein meine meinem meinen meiner meines unser unsere unserem "
    "unseren unserer my our his her"
)
"""Before a relative, who may have a name: `mon fils Jules`, but not `jupe fille Kiabi`."""
LIKE: Final = _words(
    "style styl type genre facon inspiration inspire inspiree "
    "inspirees inspired comme like look "
    "compatible compatibles kompatibel passend similaire similar ahnlich wie dupe fits suits passt "
    "imitation replique replica aussi also auch autres fake "
    "tipo estilo stile stijl typu ressemble resemble resembles resembling dirait erinnert "
    "lookalike inspirado ispirato geinspireerd"
)
"""What stands before a name that is not the thing's brand: `style Zara`."""
PURPOSES: Final = _words("pour fur for")
"""As `LIKE`, but where people stand between: `bottes pour enfants Aigle`."""
WEATHER: Final = _words(
    "neige pluie froid hiver ete montagne plage snow rain winter summer cold schnee regen "
    "kalte sommer"
)
"""As people, what a thing is worn in rather than made for."""
DENIED: Final = _words(
    "pas not nicht kein keine keinen no sans ohne non isn isnt arent aren wasn never ni aucun "
    "aucune"
)
"""Before a name that the thing is said not to have, with nothing but `BESIDE_A_DENIAL` between."""
BESIDE_A_DENIAL: Final = _words(
    "de la du le les un une d vrai vraie vrais veritable marque t actually really real a an the "
    "genuine original originale originales echt echte echter echtes echten von der die das "
    "wirklich "
    "from brand even designer be to"
)
IN_THE_STYLE: Final = frozenset(
    (style, of)
    for style in ("stil", "style", "look", "art", "optik", "gout", "maniere")
    for of in ("von", "of", "wie", "de", "a", "la", "du")
)
"""Before a name that is not the thing's brand: `im Stil von Chanel`."""
LIKE_AFTER: Final = _words(
    "style stil look type inspired inspire inspiree vibes vibe optik lookalike like dupe art "
    "esque compatible kompatibel imitation replica ahnlich"
)
"""What stands after one: `Chanel Stil`."""
NEXT_TO_A_WORD: Final = _words(
    "what is was a the for to worn once ich nicht one my your in at year day time days week "
    "que qui quoi je tu il on se moi weiss keine kein unbekannt inconnue unknown oder ou or und "
    "et and bin"
)
"""What stands after a word and not after a brand's name: `only worn once`."""
GIVEN: Final = _words(
    "echantillon echantillons sample samples probe proben ajoute rajoute thrown freebie gratis"
)
"""Beside what comes with the thing for nothing."""
OFFICIAL: Final = _words(
    "officiel officielle officiels officielles official offizielle offizieller offizielles genuine"
)
"""Beside the name of who really made it."""
EITHER: Final = _words("soit either entweder")
"""Before one of two names: `soit Zara soit Mango`."""
NO_BRAND: Final = re.compile(
    r"\b(?:sans (?:aucune )?marque|pas de (?:grande )?marque|aucune marque|"
    r"pas une? [\w']+ de marque|pas de la marque|pas (?:un |une )?original\w*|"
    r"kein\w* (?:original\w*|markenprodukt|markenware)|not (?:an? )?(?:original|genuine|official) "
    r"(?:product|one|apple|samsung|case)|generique\b|"
    r"no[- ]?name\b|ni (?:\w+ ni )?marque|kein\w* etikett (?:drin|dran|mehr|vorhanden)|"
    r"marque (?:inconnue|non visible|sans|: ?(?:aucune|sans|inconnue))|sans nom de marque|"
    r"no (?:known |particular )?(?:brand|label)(?: name| label)?|unbranded|non[- ]?branded|"
    r"not branded|not a (?:known|famous) (?:make|brand|label)|no maker'?s? (?:mark|name|label)|"
    r"no designer label|(?:sans|"
    r"pas d') ?etiquette de marque|"
    r"marke steht (?:\w+ )?nicht (?:drauf|drin|dran)|marque non (?:identifiee|precisee)|"
    r"sin etiqueta de marca|kein\w* marken ?etikett\w*|"
    r"without (?:a )?(?:brand|label)|ohne (?:label|marke\w*)|kein\w* (?:marke|label)|"
    r"markenlos\w*|no[- ]?name produkt|marke: ?(?:keine|ohne|unbekannt)|sin marca|senza marca|"
    r"(?:geen|zonder) merk|merkloos|bez marki|brak marki)\b"
)
"""Words for none in seven languages."""
HANDMADE: Final = re.compile(
    r"\b(?:fait(?:e|es|s)? (?:a la )?main|fait(?:e|es|s)? maison|"
    r"(?:tricot|crochet|cousu|brod)\w* (?:a la |a )?main\b|"
    r"(?:tricote|crochete|cousu)e?s? par (?:ma|mon|moi)|"
    r"hand ?-?(?:made|knit\w*|crochet\w*|sewn)|home ?-?(?:made|knit\w*)|"
    r"(?:knitted|crocheted|sewn) by (?:my|me)|made by (?:my|me)\b|"
    r"hand(?:gemacht|gestrickt|gehakelt|genaht|gefertigt|gewebt|getopfert)\w*|"
    r"selbst ?-?(?:gemacht|gestrickt|gehakelt|genaht|gebaut|getopfert)\w*|"
    r"(?:je )?l'ai (?:faite?|cousue?|tricotee?|crochetee?|realisee?)(?: moi[- ]meme)?\b|"
    r"(?:my|our) (?:nan|gran|grandma|grandmother|mum|mother|sister|aunt\w*|wife|friend) (?:made|"
    r"knitted|crocheted|sewed) (?:it|this|them|these)|i (?:made|knitted|crocheted|sewed) (?:it|"
    r"this|"
    r"them|these)|(?:made|knitted|sewn) (?:it |this |them )?myself|"
    r"(?:habe?|hab) (?:ich )?(?:\w+ )?selbst (?:genaht|gemacht|gestrickt|gehakelt)|"
    r"von mir (?:selbst )?(?:genaht|gestrickt|gehakelt|gemacht)|"
    r"von (?:meiner|der) (?:\w+ ){1,4}(?:gestrickt|gehakelt|genaht))\b"
)
"""What somebody made by hand; a maker who is named counts before it."""
GAMES: Final = _words(
    "jeu jeux game games spiel spiele switch ds 3ds gameboy ps2 ps3 ps4 ps5 xbox wii dvd film "
    "videospiel cartouche modul konsole console"
)
"""Things on which a licence is what is played, and not the brand."""
ACCESSORIES: Final = _words(
    "coque coques case cases hulle cover housse etui chargeur charger ladegerat ladekabel cable "
    "kabel adaptateur adapter film verre folie panzerglas protection armband support "
    "halterung compatible kompatibel"
)
"""Things that are made for another maker's thing."""
GUESSES: Final = (
    "je crois", "je pense", "il me semble", "peut etre", "surement", "probablement", "i think",
    "i believe", "maybe", "probably", "possibly", "glaube ich", "ich glaube", "vermutlich",
    "apparently", "supposedly", "supposed to be", "i was told", "might be",
    "could be", "not sure", "unsure", "not 100", "on m a dit", "parait", "d apres", "pas sur",
    "pas sure", "pas certaine", "angeblich", "soll von", "soll eine", "nicht sicher",
    "je ne sais plus", "weiss nicht mehr", "can t remember", "nicht ganz sicher",
    "wahrscheinlich", "vielleicht", "eventuell", "denke ich",
    "ich denke", "creo", "credo", "chyba",
)  # fmt: skip
"""What stands beside a name that the seller only believes it to be."""
COPIED: Final = re.compile(
    r"(?<!kein )(?<!keine )(?<!no )(?<!not )(?<!pas de )(?<!pas un )(?<!pas une )(?<!non )"
    r"(?<!not a )(?<!aucune )\b(?:fake|contrefacon|replica|replik|falsificacion|authenticite non|"
    r"pas authentique|sans garantie d'authenticite|ne (?:peux|sais) pas (?:garantir|si c'est "
    r"(?:un |une )?(?:vraie?|authentique|originale?))|echtheit nicht|keine echtheits?"
    r"garantie|ob (?:es |sie |er )?(?:echt|original)|can'?t (?:guarantee|verify|confirm)|"
    r"authenticity not|not sure if (?:it'?s |they'?re )?(?:real|genuine|authentic))\b"
)
"""What is said of a thing that may not be of the brand that it shows."""
UNSURE: Final = (
    "marke weiss ich nicht",
    "weiss nicht genau",
    "marke unbekannt",
    "je ne sais plus la marque",
    "je sais plus la marque",
    "not sure of the brand",
    "not sure what brand",
    "marke kenne ich nicht",
    "connais pas la marque",
    "sais pas la marque",
)
