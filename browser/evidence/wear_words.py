"""Words for wear in the languages of sellers, and what the same words are where they say none.

Language only: what a described wear makes of a thing is `wear`'s business.
"""

from typing import Final

from browser.evidence.late_patterns import late

HEDGE: Final = (
    r"(?:un peu|tout petits?|legere?s?|legerement|petite?s?|micro|quelques|infimes?|minimes?|"
    r"minuscules?|discrete?s?|a peine|little|slight\w*|small|tiny|minor|light\w*|a bit|bit of|"
    r"a few|few|couple of|odd|faint|hairline|some|barely|starting to|leicht\w*|klein\w*|etwas|"
    r"bisschen|bissl|bissel|bissi|minimal\w*|wenig\w*|winzig\w*|paar|einige|dezent\w*|mini)"
)
_SCREEN: Final = r"(?:ecran|vitre|display|screen|glas|glass|bildschirm|touchscreen|verre|dalle)\w*"
_CRACKED: Final = (
    r"(?:fissur\w*|fele\w*|casse\w*|brise\w*|gerissen\w*|gesprungen\w*|kaputt\w*|zersprungen\w*|"
    r"riss\w*|sprung|cracked|cracks?|smashed|broken|shattered)"
)
_CLOSING: Final = (
    r"(?:zip|zipper|zips|fermeture(?: eclair)?|\w*reissverschluss|\w*verschluss|fermoir|clasp)"
)
_NO_WORDS: Final = r"(?:sans|pas|aucune?s?|no|not|keine?[nrs]?|ohne|nicht|nie|never|isn't|aren't)"
BROKEN: Final = late(
    rf"\b{_SCREEN}(?: (?!{_NO_WORDS}\b)[\w'-]+){{0,4}} {_CRACKED}\b|"
    rf"\b{_CRACKED}(?: [\w'-]+){{0,5}} (?:l')?{_SCREEN}\b|"
    rf"\b{_CLOSING}(?: (?!{_NO_WORDS}\b)[\w'-]+){{0,2}} (?:broken|cassee?s?|kaputt\w*|defekt\w*|"
    r"hs|stuck|needs? (?:replacing|fixing|repair\w*)|a (?:changer|remplacer)|"
    r"(?:doesn't|does not|won't) (?:work|close|zip|do up)|ne (?:ferme|fonctionne|marche) (?:pas|"
    r"plus)|schliesst nicht|geht nicht (?:zu|mehr))\b|"
    rf"\b(?:broken|kaputte[rsn]?|defekte[rsn]?) {_CLOSING}\b|"
    r"\bdisplayriss\b|\bglasbruch\b|\ba reparer\b|\bpour pieces\b|\bfor (?:parts|spares)\b|"
    r"\bspares (?:or|and|&) repairs?\b|\bdefekt\w*|\bhors service\b|\ben panne\b|"
    r"\b(?:not|doesn't|does not|no longer) (?:working|works?|turn on)\b(?! (?:for|with|on|out))|"
    r"\bne (?:fonctionne|marche) (?:pas|plus)\b|"
    r"\bfunktioniert nicht\b|\b(?:geht|lauft) nicht mehr\b(?! (?:zu|uber|rein|auf|ein))|"
    r"\bgeht nicht an\b|\bdrift(?:e|s|ed|ing|et)?\b"
)
"""A screen that is cracked, what does not work, what is sold for its parts."""
_CARTON: Final = (
    r"(?:boite|carton|emballage|notice|facture|ticket|etiquettes?|tags?|labels?|box|lid|"
    r"packaging|instructions?|manual|receipt|karton|schachtel|ovp|verpackung|anleitung|rechnung|"
    r"etikett\w*|schildchen)"
)
"""What comes with a thing, whose loss or tear is no wear of it."""
_OWN: Final = r"(?:la|le|les|l'|son|sa|the|its|a|an|original|die|der|das|den|nur|leider|only)"
MISSING: Final = late(
    rf"(?<!me )(?<!nous )(?<!mir )(?<!uns )"
    rf"\b(?:missing|fehlt|fehlen|manquante?s?|manque(?:nt)?)\b"
    rf"(?! (?:de|mir|uns|que|plus que)\b)(?!(?: {_OWN}){{0,2}} ?{_CARTON}\b)"
)
_A_FEW: Final = (
    r"(?:un|une|des|deux|trois|plusieurs|quelques|petite?s?|micro|gros(?:se)?s?|legeres?|avec|a|"
    r"the|small|tiny|little|two|three|few|some|moth|one|couple of|with|big)"
)
HOLES: Final = late(
    r"\bmoth(?:s|ed|eaten)?\b(?![ -]?(?:balls?|proof\w*|repell\w*|orchid))|"
    r"\bmotten(?:loch|locher|frass|schaden)\w*|\bmitee?s\b|\bpin ?holes?\b|"
    r"\b\w{3,}(?<!sommer)(?<!leoparden)(?<!kuh)(?<!bunt)flecken?\b|"
    rf"\b{_A_FEW} (?:[\w']+ )?(?:trous?|taches?|holes?|stains?|rips?|tears?)\b|"
    r"\b(?:trous?|taches?|holes?|stains?|rips?|tears?) (?:a|au|aux|sur|dans|sous|de mite\w*|qui|"
    r"pres|in|on|at|by|near|under|round|around|inside|along|to) |"
    r"\b(?:a|hairline|small|tiny|fine) cracks?\b|"
    r"^(?:trous?|taches?|holes?|stains?|rips?|tears?)\b|"
    r"\b(?:tachee?s?|stained|trouee?s?|ripped|torn|dechiree?s?|dechirures?|loch|locher|locherig\w*|"
    r"fleck\w*|riss|risse|eingerissen\w*|gerissen\w*|cassee?s?|broken|kaputt\w*|gebrochen\w*|"
    r"(?:re|de)cousu\w*|decoudre|recoudre|reparee?s?|mended|unstitched|come undone|"
    r"(?:come|coming) (?:away|apart|off)|split (?:in|at|along)|geflickt\w*|"
    r"(?:qui|a|se|est) lache\w*|lache sur|going thin|worn (?:right |all )?through|"
    r"durchgescheuert\w*|durchgewetzt\w*|percee?s?|se decolle\w*|reparations?|ausgebessert\w*|"
    r"gestopft\w*|repariert\w*|haarriss\w*|"
    r"lost sich|lose?n sich|abgelost\w*|rostig\w*|rostflecken|roststellen?|"
    r"angerostet\w*|verrostet\w*|rouillee?s?|(?:de|point de|un peu de) rouille|rusty|rusted|"
    r"rust (?:on|spots?|marks?|in)|mites?|aufgegangen\w*|angeschlagen\w*)\b|"
    r"\b(?:semelles?|bouts?|doublure|couverture|reliure|tige|bande|sole|soles) (?:\w+ ){0,2}"
    r"decolle\w*|\b(?:etwas|leichter|bisschen|kleiner) rost\b|\brost (?:an|am|im|auf)\b|"
    r"\b(?:naht|nahte|saum)(?: [\w']+){0,5} offen\w*|\boffene naht\b"
)
"""What is open, stained, mended or rusty."""
_WORN_PARTS: Final = (
    r"(?:semelles?|talons?|coins?|bouts?|cuir|bords?|genoux|coudes|manches|col|anses?|poignets?|"
    r"coutures?|cordage|pneus?|grips?|embouts?|crampons?|velours|tissu|housse)"
)
SCRATCHES: Final = late(
    r"\b(?:usees?|cabosse\w*|bossele\w*|craquele\w*|detendu\w*|(?:be|ab|an)gestossen\w*|"
    r"bestossen\w*|"
    r"abgegriffen\w*|abgeschabt\w*|verfilzt\w*|eraflures?|erafle\w*|griffures?|scratch(?:ed|"
    r"es)|scuff\w*|kratzer\w*|schramme\w*|"
    r"aufgeraut\w*|angeraut\w*|verkratzt\w*|zerkratzt\w*|frottements?|frottee?s?|bouloch\w*|"
    r"bobbl(?:ing|ed|y|es?)|pilling|pilled|knotchen|macken?|dellen?|eingedellt\w*|ebreche\w*|"
    r"chipped|abgeplatzt\w*|abplatzer\w*|elimee?s?|(?<!la )(?<!une )rapee?s?|abgewetzt\w*|"
    r"ausgefranst\w*|fray(?:ed|ing)|effiloche\w*|decoloree?s?|decolorations?|deteint\w*|"
    r"(?<=un peu )feutree?s?|(?<=legerement )feutree?s?|verblasst\w*|"
    r"ausgeblichen\w*|ausgewaschen|verblichen\w*|verfarb\w*|abimee?s?|damaged|beschadigt\w*|"
    r"ring wear|ringwear|mucky|grubby|rissig\w*|ternie?s?|tarnish\w*|noircie?s?|cornee?s?|"
    r"dog[- ]?eared|dented|discolou?red|discolou?ration|eselsohren|leseknick\w*|anstreichungen|"
    r"vergilbt\w*|yellowed|yellowing|klemmt|hakt|schwergangig\w*|accroche un peu|abgenutzt\w*|"
    r"kulistrich\w*|stiftstrich\w*|biro marks?|pen marks?|traits? de (?:stylo|bic|feutre)|"
    r"wear and tear|etat d'(?:usage|usure)|well[- ](?:worn|used)|lost a few|abgebrochen\w*)\b|"
    r"\b(?:a|the|small|tiny|light|few|some|minor|one|little|hairline|slight|deep) scratch\b|"
    r"\b(?:quelques|legeres?|micro|petites|profondes?|grosses?) (?:micro |petites |legeres )?"
    r"rayures?\b|\brayures? (?:d'us\w+|superficiel\w+|visibles?|profondes?|"
    r"sur (?:les?|la|l')\b(?! ?(?:manche|col|cote|devant|poignet|bas|haut|dos))|au dos|dessus)|"
    rf"\b(?:un peu|legerement|est|sont|ecran|verre|vitre|disque|cadran|plateau) rayee?s?\b|"
    r"\b(?:peinture|vernis|email|dorure|est|sont|un peu|legerement|s')(?: \w+)? ?ecaille\w*|"
    r"\becaille\w* (?:par endroits|sur|au|a)\b|"
    r"\b(?:un|petits?|quelques|micro|leger|deux|trois) eclats?\b|"
    r"\b(?:a|tiny|small|few|paint|little|two|enamel) chips?\b|\bchips? (?:on|in|to|out of)\b|"
    r"\b(?:kleiner|winziger|einen|ein|mini) chip\b|"
    r"\bpeel(?:ing|ed|s)? (?:off|away|at|on|slightly|a bit|round|around)\b(?! mask)|"
    r"\b(?:handles?|print|logo|leather|coating|paint|straps?) (?:\w+ )?peel(?:ing|ed|s)\b|"
    r"\b(?:des|quelques|plusieurs) traces?\b|\btraces? (?:de|d') ?(?!mite)|"
    r"\bmarques? d'us\w+|(?<!no )\bsigns? of (?:wear|use|age)\b|\bmarks? (?:on|to|around|inside)\b|"
    r"\b(?:gebrauchs|trage|abnutzungs|nutzungs|wasch)spuren\b|\bspuren (?:am|an|von|auf|im)\b|"
    rf"\b{_WORN_PARTS} (?:[\w']+ ){{0,2}}usee?s?\b|\b(?:pages?|semelles?|tranches?|papier) "
    r"(?:[\w']+ ){0,2}jaunie?s?\b|\bdelavee?s? (?:avec|par|au|aux|apres)\b|"
    r"\b(?:sohlen?|absatze?|profil|schuhe?|ferse) (?:[\w']+ ){0,2}abgelaufen\b|"
    r"\b(?:heels?|soles?|soled|tread) (?:[\w']+ ){0,2}worn\b|\bworn (?:down|heels|soles)\b|"
    r"\b(?:is|are|has|have|print|collar|knees?|logo|cuffs?|seams?|and) (?:[\w']+ )?faded\b|"
    r"\bcreas\w+ (?:on|at|across|to|in|along) the (?:toe|spine|cover|corner|leather|front)|"
    r"\b(?:toe|toes|spine|cover|corners?)(?: box)? (?:\w+ )?creas(?:ed|ing|es)\b|"
    r"\bdents? (?:in|on|to)\b|\bcracked (?:print|leather)\b|\bprint (?:\w+ ){0,3}cracked\b|"
    r"\b(?:some|slight|light|little|minor|normal|usual|general|visible) wear\b(?! (?:it|them|"
    r"with))|"
    r"\b(?:coins?|bords?) (?:\w+ ){0,2}ecrasee?s?\b|"
    r"\bpassee?s? (?:au|par|avec|aux) (?:le |les |la )?(?:lavages?|soleil|temps|machine)\b|"
    r"\b(?:a|small|tiny|slight|few|two) (?:\w+ )?dents?\b|"
    r"\b(?:dorure|couleurs?|teinte|imprime) (?:[\w']+ ){0,5}passee?s?\b(?! (?:de|en|a) )|"
    r"\ba snag\b|\bsnag(?:s|ged)\b|\b(?:un|des|quelques|petits?) accrocs?\b"
)
"""Wear of the surface, whether it is called small or not."""
COUNTED: Final = late(
    r"\b(?:quelques|plusieurs|several|some|a few|few|couple of|einige|mehrere|paar) "
    r"(?:\w+ )?(?:trous|taches|dechirures|holes|stains|rips|tears|locher|flecken|risse)\b"
)
"""More than one hole or stain, which is not called small by that."""
SMALL: Final = late(
    r"\b(?:petite?s?|micro|minuscules?|infimes?|legere?s?|small|tiny|minor|little|slight|faint|"
    r"klein\w*|winzig\w*|leicht\w*|mini\w*)\b"
)
SOFT: Final = late(
    r"\b(?:marques?|marquee?s?|traces?|marked|spuren|\w+spuren|usee?s|usee|usure|"
    r"abgenutzt\w*|abgelaufen\w*|delavee?s?|faded|fading|verwaschen\w*|plis? d'\w+|knicke?|"
    r"creas\w+|lustree?s?|gelblich|vergilbt\w*|yellowish|jaunie?s?|greyed|dirty|"
    r"schmutzig\w*|verschmutzt\w*|snags?|accrocs?|filee?s?|ziehfaden|bent|ausgeleiert\w*|"
    r"ausgebeult\w*|stretched|cracked|rayee?s?|eclats?|ecaille\w*|scratch|chips?)\b|"
    r"\bmarks?\b(?! (?:and|&|n)\b)|\b(?:small|tiny|slight|little|few|couple of|some) pulls?\b|"
    r"\b(?:un peu|legerement) use\b|"
    r"\bworn\b(?! (?:for|to|once|twice|a|by|with|it|them|at|on|in|only|[1-9]))|"
    r"\bwear\b(?! (?:it|them|this|with|to|for|a|in))|\b(?:leicht|etwas|bisschen) gelb\b|"
    r"\bdents?\b(?= (?:in|on|to))"
)
"""Words for wear that are others as well, so only where they are hedged."""
STRONG: Final = late(
    r"\b(?:deutlich\w*|stark\w*|viele|forte?s?|heavy|heavily|grosse?s?|beaucoup de|lots of|"
    r"loads of|extreme\w*|massive?)(?: [\w'-]+){0,2} ?$"
)
"""What makes wear more than a friend takes for good without asking."""
INNOCENT: Final = late(
    r"\b(?:ajoute|added) (?:un|des|deux|a|an|two|some|extra) (?:extra )?(?:trous?|holes?)\b|"
    r"\bworn through (?:one|two|a|the|all|last)\b|\bblanc casse\w*|"
    r"\boreilles? (?:non )?percees?|\brip[ -]?(?:curl|stop)\b|\bstain(?:less|ed "
    r"(?:glass|wood|oak|pine))\w*|\b\d{1,2}[ -]?(?:holes?|trous?|loch|eyelet)\b|"
    r"\b\d ?e trou\b|\btrous? (?:de ceinture|d'aeration|pour|de lacage)|"
    r"\b(?:thumb|arm|eye|button|belt|lace|key|ear|vent|air|peg)s? ?holes?\b|\bhole punch\w*|"
    r"\b(?:ripped|torn|distressed|dechiree?s?|trouee?s?|destroy\w*)(?: skinny| mom| boyfriend)? "
    r"(?:denim|jeans?|knees?|effect|style|look)\b|"
    r"\bjeans? (?:mom |slim |skinny |boyfriend )?(?:trouee?s?|dechiree?s?|ripped|destroy\w*)"
    r"(?: aux? genoux?)?|\bknees? ripped\b|\bbroken (?:in|twill)\b|\bwear and tear resistant\b|"
    r"\bpois et taches\b|\btaches? de (?:rousseur|couleurs?|leopard|peinture artist\w+)|"
    r"\bimprime taches\b|\bcouleur rouille\b|\becaille de tortue\b|"
    r"\bbobble (?:hat|beanie|knit|trim)\w*|\bhair bobbles?\b|\bpom[- ]?pom bobble\b|"
    r"\bfrayed (?:hem|edge|edges|trim|denim)\b|\bpeel[- ]?off\b|"
    r"\blost a few (?:pounds|lbs|kilos|inches|stone)\b|\b(?:poker|casino) chips\b|"
    r"\bchip (?:and|n|&) "
    r"dale\b|\bchips de poker\b|\bscratch(?:ing)? (?:post|card|board|pad|map)s?\b|"
    r"\b(?:a|de|velcro) scratchs?\b|\bscratchs\b|\bmarks (?:and|&|n) (?:spencer|sparks)\w*|"
    r"\bkratzbaum\w*|\bantikratz\w*|\bscratch[- ]resist\w*|\bscratch proof\b|"
    r"\beclats? (?:du teint|de rire|de lumiere|d'or|de diamant|de chocolat|de noisette)\w*|"
    r"\b(?:a|avec de|avec des|de) (?:petite?s? |fines? |grosses? |larges? )?(?:rayures|plis)"
    r"(?! (?:d'us\w+|superficiel\w+|visibles?|sur l))|"
    r"\bfehlt (?:mir|uns|der platz|die zeit|der anlass|die gelegenheit)\b|"
    r"\b(?:mir|uns) fehlt\b|\b(?:me|nous) manquent?\b|"
    r"\b(?:etikett\w*|karton|ovp|verpackung|anleitung|rechnung|schachtel|boite|notice|etiquette|"
    r"carton|box|lid|label|tags?|instructions?|manual) (?:[\w']+ ){0,2}"
    r"(?:fehlt|fehlen|missing|manquante?s?)\b|"
    r"\b(?:ne|n'est) bouloche pas\b|\bmarques? de (?:luxe|createur|mode|sport|qualite|vetements)\b|"
    r"\b(?:plusieurs|quelques|differentes|grandes|bonnes) marques\b(?! d'us)|"
    r"\b(?:mehrere|verschiedene) marken\b|\bbroken down\b|"
    r"\bleft the wardrobe\b|\brost(?:rot|braun|farben|orange)\w*|\btraces? de pas\b|"
    r"\bfrom scratch\b|\btear ?drop\w*|\bstain resist\w*"
)
"""The same words in phrases that say nothing of a thing's wear."""
PACKAGE: Final = late(
    r"\b(?:boite|carton|emballage|fourreau|jaquette|pochette|box|sleeve|outer box|packaging|"
    r"schachtel|karton|hulle|ovp|verpackung|cover)(?: [\w',-]+){0,6} ?$"
)
"""What stands before wear that a thing's package has."""
FLAWLESS: Final = late(
    r"\b(?:aucun|sans|pas de|zero) (?:petit )?defauts?\b|"
    r"\b(?:aucune|sans|sans aucune|pas de) traces? (?:d'us\w+|d'utilisation|de port)\b|"
    r"\b(?:keinerlei|ohne jegliche|keine sichtbaren) (?:mangel|makel|schaden|gebrauchsspuren|"
    r"tragespuren|abnutzung\w*|flecken)\b|\bno (?:visible |obvious )?signs? of (?:wear|use)\b|"
    r"(?<!sinon )(?<!sauf )\bras\b|"
    r"(?<!d'autre a )(?<!sinon )\brien a signaler\b|"
    r"\b(?:no|without) (?:any )?(?:flaws?|faults?|defects?|damage|issues)\b|\bflawless\b|"
    r"\b(?:keine|ohne) (?:mangel|makel|fehler|schaden|gebrauchsspuren|tragespuren)\b|\bmakellos\w*|"
    r"\bmangelfrei\w*|\b(?:barely|hardly|scarcely|not) a mark\b|\bno (?:signs|marks) of wear\b|"
    r"\b(?:wie am ersten tag|comme au premier jour)\b"
)
