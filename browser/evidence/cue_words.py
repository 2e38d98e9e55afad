"""Little words that say what the words beside them speak of, in the languages of sellers.

Language only: no marketplace's options are known here.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from browser.evidence.mentions import Passage


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "fr": _words(
        "le la les un une des du de et en avec pour sans dans sur au aux ce cette mon ma mes "
        "est pas tres ne je il elle nous vous son sa ses par plus mais ou qui que taille bon "
        "etat porte portee jamais envoi neuf neuve a l d"
    ),
    "en": _words(
        "the a an and with for of in on is are was were my not no very but or be it this has "
        "have from to only worn used good condition size would fit so as at by one all selling "
        "never new brand mens womens ladies girls boys tags works still box included great "
        "lovely knee length like"
    ),
    "de": _words(
        "der die das und mit fur ohne ein eine einen ist sind nicht sehr in zu auf von aus dem "
        "den wie neu gut zustand grosse gr nur noch wurde habe ich aber oder bei getragen war "
        "herren damen kinder madchen jungen kaum mein meine unser leider original guter"
    ),
}
"""Frequent words, by which a language is known; none of them is a colour or a material in it."""

JOINERS: Final = _words("et ou and or und oder y e en ed i mit with avec")
DENIALS: Final = _words(
    "pas non ni sans aucun aucune not no never without isn nicht nie kein keine keinen ohne sin "
    "senza geen zonder bez"
)
CONTRASTS: Final = _words("sondern mais but plutot ma sino maar")
"""What ends a denial: `nicht rot sondern bordeaux`."""
ANOTHER_THING: Final = _words(
    "passt goes matches matching compatible existe comes available erhaltlich disponible aussi "
    "auch also autres autre other andere voir "
    "dirait parait looks wirkt ignore ignorez ignorieren"
)
"""What stands before something that is not for sale here."""
LINED: Final = _words(
    "doublé doublée doublés doublées fourré fourrée fourrés fourrées bordé bordée bordés bordées "
    "gansé gansée garni garnie garnis garnies"
)
"""In French, before what a lining or a trim is: `doublé de polaire grise`, `bordée de fourrure`."""
BETWEEN: Final = _words(
    "is are was what they call called it a an sort of kind the est sont dit dite appele plutot un "
    "une ist sind wie sich nennt eine ein eher so "
    "more of lovely nice beautiful pretty tres very sehr beau bel belle joli jolie schones schoner "
    "schone tolles"
)
"""What may stand between a word for colour and the colour: `colour is what they call stone`."""
AGREEING: Final = _words(
    "noir noire blanc blanche bleu bleue vert verte violet violette brun brune rouge jaune "
    "rose beige "
    "dore doree argente argentee ecru ecrue fonce foncee clair claire"
)
"""French colours that take the number of their noun: `boutons noirs`, "
"but `robe à boutons noire`."""
COLORED: Final = _words("coloured colored colour color farben farbig farbene farbener farbenes")
"""Behind a shade that is a word as well: `stone coloured`."""
WITH: Final = _words("avec with mit con met inkl plus")
"""What comes after it is a part of the thing, or comes with it."""
OR: Final = _words("ou or oder o of lub")
GROUNDS: Final = _words("fond grundfarbe hintergrund background ground base")
ONTO: Final = _words("auf sur on su op sobre")
"""Before the colour that a print is on: `fleurs blanches sur bleu marine`."""
ARTICLES: Final = _words(
    "le la les un une des l the a an der die das den dem ein eine einem einen ses son sa leur "
    "leurs its my mon ma mes mein meine il lo los las el"
)
COLOR_CUES: Final = _words(
    "couleur couleurs coloris teinte colour color colours colors farbe farben farbton colore "
    "kleur kolor"
)
MANY_COLORS: Final = re.compile(
    r"(?<!available in )(?<!comes in )(?<!other )(?<!auch in )(?<!existe en )(?<!disponible en )"
    r"(?<!in )\b(?:(?:lots of|many|various|mixed|assorted|several|different|all the|all) colou?rs|"
    r"every colou?r|"
    r"(?:plein de|differentes|diverses|plusieurs|toutes les) couleurs|couleurs (?:variees|"
    r"diverses|melangees|differentes)|coloris (?:varies|divers)|(?:viele|verschiedene|alle|"
    r"gemischte)n? farben|bunt gemischt|"
    r"rainbow (?:stripes?|striped|colou?rs|pattern)|regenbogenfarben|"
    r"(?:couleurs )?arc[- ]en[- ]ciel)\b"
)
"""What is said of a thing that has no one colour; not what else it is to be had in."""
MATERIAL_CUES: Final = _words(
    "dessus tige upper uppers obermaterial exterieur outer "
    "en matiere material materiau materiel tissu compose composition aus pure pur reine reiner "
    "100 veritable genuine real echtes echt made of in di"
)
PER_CENT: Final = re.compile(r"^\s?(?:%|percent|per cent|prozent|pour cent|pct)")
DETAILS: Final = _words(
    "chaine chaines anse anses bouton boutons semelle semelles lacet lacets lisere logo "
    "doublure zip fermeture boucle bande bandes broderie ecriture ecritures inscription couture "
    "coutures poche poches cadran interieur boite ruban coque etui noeud tache taches trace "
    "traces etiquette pochon housse yeux cheveux ailes verres boitier carton ecran details "
    "detail pampilles paillettes jambes oeillets coffret dustbag chain strap straps button "
    "virgule swoosh badge badges ecusson ecussons crest emblem emblems embleme patch patches "
    "wappen "
    "tick croc pierre pierres perles stones steine piping biais stickerei "
    "surpiqure surpiqures passepoil finitions ziernaht ziernahte ceinture ceintures belt gurtel "
    "flocage innen innenseite inside face schnallen "
    "reissverschlusse taschen "
    "buttons sole soles laces trim lock locks clasp lining zipper buckle writing lettering "
    "stitching heel "
    "heels collar pocket pockets dial box ribbon bow sleeve sleeves hood hardware handles "
    "handle lined insole case stain stains mark marks eyes hair lenses screen wings kette "
    "knopfe knopf knopfen zips reissverschlusse reissverschlussen schnursenkeln nahten "
    "sohle sohlen schnursenkel futter gefuttert reissverschluss schnalle schrift "
    "aufdruck naht nahte absatz kragen schleife armel kapuze griffe henkel ferse samtbeutel "
    "staubbeutel fleck flecken augen haare glaser hulle karton"
)
"""Parts of a thing, whose colour or fabric is not its own."""
LEFT_OUT: Final = re.compile(
    r"\bnot (?:included|for sale|part of)\b|\b(?:isn'?t|aren'?t|are not|is not) included\b|"
    r"\bnicht (?:dabei|enthalten|mit dabei|inbegriffen)\b|\bgehor(?:t|en) (?:mir|meiner|nicht)\b|"
    r"\b(?:pas|non) (?:inclus|vendu|compris|fourni)e?s?\b"
)
"""What is said of a thing that is in the pictures and not for sale."""
PRINTS: Final = _words(
    "fleur fleurs motif motifs imprime imprimes pois etoile etoiles coeur coeurs dessin flower "
    "flowers spots dots star stars heart hearts blumen blume muster punkte punkten sterne "
    "herzen motiv"
)
LININGS: Final = _words(
    "doublure lining futter innenfutter semelle sole sohle garniture trim besatz rembourrage "
    "filling"
)
"""Inner parts, whose fabric is listed apart: `Doublure : 100 % polyester`."""
IMITATED: Final = _words(
    "type genre toucher imitation aspect effet facon style faux simili similicuir imitat look"
)
IMITATED_AFTER: Final = _words("look optik effect effekt imitat style imitation vegan effet feel")
"""What makes a fabric another one: `aspect cuir`, `leather look`."""
ENGLISH_COLORS: Final = _words(
    "black white red blue green yellow purple brown grey gray silver clear cream golden"
)
"""Not read in another language's text, where they are names: `Black Panther`, `Red Bull`."""
FALSE_FRIENDS: Final = _words("lila")
"""Colours that are others in another language: read only in the page's own."""
BESIDE_A_THING: Final[Mapping[str, frozenset[str]]] = {
    "color": _words("olive tan sage rust salmon rouille saumon bunt bunte buntes bunter"),
    "material": _words("lin leinen linen patent toile canvas caoutchouc silicone"),
}
"""What a thing's name stands beside: `chemise lin blanche`, `denim skirt`, `tan boots`."""
GARMENTS: Final = _words(
    "dress skirt top shirt tshirt blouse jumper sweater cardigan coat jacket blazer trousers jeans "
    "shorts leggings jumpsuit playsuit hoodie bag handbag shoes boots trainers heels sandals scarf "
    "hat beanie bikini swimsuit suit waistcoat gilet kleid rock bluse hemd pulli pullover jacke "
    "mantel hose jumpsuit tasche handtasche schuhe stiefel stiefeletten sandalen sneaker schal "
    "mutze bikini badeanzug anzug weste shirt strickjacke robe jupe pull gilet cardigan veste "
    "manteau blouson pantalon jean short chemise chemisier haut tee sac bottines bottes baskets "
    "sandales escarpins ballerines echarpe foulard bonnet combinaison salopette doudoune trench "
    "parka sweat polo debardeur"
)
WORN_SHADES: Final = _words(
    "plum wine mint peach stone sand creme cream beere cherry chocolate mocha mushroom raspberry "
    "lemon oat slate petrol petrole rost lachs himbeer nougat mokka zimt apricot champagne flieder "
    "lime aqua teal cognac brick curry blush caramel aubergine brique peche prune abricot "
    "cerise chocolat olive sapin framboise rouille tabac miel noisette brombeere"
)
"""Shades that are words as well, and a colour beside something that is worn: `Plum dress`."""
NEARLY: Final = _words("fast beinahe presque quasi quasiment almost nearly practically")
"""Before a colour that it is not: `dunkelblau, fast schwarz`."""
SUBJECTS: Final = _words("elle il elles ils c ce d it its they this es sie er in einem einer")
"""What a clause about the thing itself begins with: `Elle est d'un joli bleu nuit`."""
TINTED_FABRICS: Final = _words(
    "suede leather nubuck leder wildleder velvet samt cashmere kaschmir wool wolle linen silk "
    "seide canvas corduroy cord satin"
)
"""Before them stands a colour: `sand suede`."""
WOVEN: Final = _words("velours satin popeline flanelle dentelle")
"""What is named beside what it is woven from: `velours de coton`."""
WHERE: Final = _words("round around on at along inside au aux sur am an um autour")
"""Between a fabric or a colour and the part that it is of: `faux fur round the hood`."""
NATURAL: Final = re.compile(
    r"\b(?:bois|hetre|chene|pin|frene|rotin|osier) naturel\w*|\bnatural (?:wood|beech|oak|pine|ash|"
    r"wicker|rattan)|\b(?:wood|beech|oak|pine|rattan|wicker) natural|\b(?:holz|buche|eiche|kiefer|"
    r"rattan|korb) natur\w*|\bnatur(?:holz|rattan)\b|\b(?:en )?rotin\b|\brattan\b|\bwicker\b"
)
"""Wood as it grows, and cane, of which nobody says the colour."""
METALS: Final[Mapping[str, re.Pattern[str]]] = {
    "gold": re.compile(
        r"\b(?:plaque[e]?s? or|gold[- ](?:plated|filled|vermeil)|vergoldet\w*|or (?:jaune|"
        r"18 ?k\w*)|"
        r"\d{1,2} ?(?:ct|carat|karat|k) (?:gold|or)|gelbgold|vermeil)\b"
    ),
    "silver": re.compile(
        r"\b(?:stainless steel|acier inox\w*|inox|edelstahl|(?:argent|silber|silver) (?:925|"
        r"massif)|"
        r"sterling silver|sterlingsilber|argent massif|plaque argent|silver plated|versilbert\w*|"
        r"chrome[ed]*|verchromt\w*|acier (?:chirurgical|brosse))\b"
    ),
}
"""Metals that nobody says the colour of, by what they look like."""
NOT_WORN: Final = _words(
    "oil huile ol dish bowl bol schale candle bougie kerze spoon wood bois holz tree arbre baum "
    "painting tableau peinture gemalde bild poster affiche"
)
"""Things beside which such a word is something else: `olive dish`, `toile` of a painter."""
PLACES: Final = _words("a in aus from de chez nach bei at near pres von vers zu")
"""What stands before the name of a town: `achete en boutique à Lille`."""
SILVER: Final = _words("argent silber silver")
SILVERED: Final = _words("argente argentee argentes argentees")
"""In French the colour, and of a fabric or metal only that."""
HALLMARKS: Final = _words("925 925er sterling 800 800er")
OFTEN_SOMETHING_ELSE: Final[Mapping[str, frozenset[str]]] = {
    "color": _words(
        "jean jeans denim lin cafe coffee chocolat chocolate schokolade schoko kaffee ficelle "
        "chair or oro plata argent sapin olive cerise abricot peche ciel canard cuivre brique "
        "tabac caramel champagne noisette aubergine jais rouille uni sable sand stone rust "
        "copper bronze lime mint peach plum wine natural clear klar light dark petrole petrol "
        "fauve curry safran nacre pflaume lachs brick mokka multi colore coloree bunt ebene "
        "ardoise mandarine fluo various verschiedene plusieurs viola vino lemon slate salmon "
        "brass messing laiton rainbow panna aqua sage anis parme blush metallic menta topo rode "
        "paar par biel cherry "
        "oat oats biscuit latte mocha moka mushroom chestnut pewter raspberry claret pistachio "
        "hafer zimt nougat beere himbeer cassis rubis avoine celadon eierschale "
        "apricot camouflage tan naturel tout toute tous toutes couleur lack jauni creme"
    ),
    "material": _words(
        "ante kant leer len lana lack patent pana china pu rayon verni vernis linen seta gres "
        "wol jean jeans denim maille tricot strick knit knitted fleece polaire stretch fourrure "
        "papier paper karton carton cardboard verre glass glas cristal kristall crystal "
        "plastique plastic plastik kunststoff pvc metal metall bois wood holz caoutchouc rubber "
        "gummi silicone silikon lin mousse foam duvet down plume plumes federn peluche plush "
        "plusch mesh gold or oro stone stein pierre acier inox stahl steel edelstahl paillettes "
        "sequin perle bambou bamboo bambus toile leinwand satine argent silver silber spitze "
        "feutre filz felt lace laces cord pappe latex stroh paille osier rotin vinyl vinyle "
        "terre"
    ),
}
"""Words of the tables that name other things in running text: `café`, `or`, `mint condition`."""


SURE_IN_A_DESCRIPTION: Final = _words("denim")
"""In a title it may be a kind of thing (`denim jacket`); in a description it is the fabric."""


@lru_cache(maxsize=256)
def _known(texts: tuple[str, ...]) -> str:
    words = " ".join(texts).split()
    counts = {
        language: sum(word in known for word in words) for language, known in FUNCTION_WORDS.items()
    }
    most = max(counts.values())
    likely = [language for language, count in counts.items() if count == most]
    return likely[0] if len(likely) == 1 else ""


def language_of(passages: Sequence[Passage]) -> str:
    """The language that most frequent words are of (ISO 639); empty where it is not clear."""
    return _known(tuple(" ".join(passage.words) for passage in passages))
