"""Words for the state of a thing in the languages of sellers: grades, tags, how often it was worn.

Language only: what they amount to together is `condition_reader`'s business, wear is `wear`'s.
"""

import re
from typing import Final

from browser.evidence.cue_words import DETAILS

NO: Final = (
    r"(?:sans|pas d[e'] ?|pas|aucune?s?|jamais|ni|no|not|never|without|free of|keine?[nrs]?|ohne|"
    r"nicht|nie|sin|ningun\w*|senza|nessun\w*|geen|zonder|bez|non)"
)
USED: Final = (
    r"(?:port|mis|utilis|servi|ouvert|lav|essay|jou|lu)(?:e?e?s?|es?)|worn|used|opened|played|"
    r"read|wore|getragen|benutzt|gebraucht|verwendet|geoffnet|gelesen|bespielt|angehabt|usad[oa]s?|"
    r"puest[oa]s?|usat[oaie]|indossat[oaie]|gedragen|gebruikt|noszon[aey]|uzywan[aey]"
)
NEVER: Final = re.compile(
    rf"(?<!quasi )(?<!presque )(?<!quasiment )(?<!fast )(?<!almost )(?<!hardly )\b(?:jamais|"
    rf"jms|never|nie|niemals|noch nie|non|pas encore|mai|nunca|nooit|nigdy|nicht)\s"
    rf"(?:been |ete |even |mal |wurde |wirklich |actually )*(?:{USED})\b|\bunbenutzt\w*|"
    r"\bungetragen\w*|\bjamais (?:sortie?s?|enlevee?s?|deballee?s?|montee?s?|chaussee?s?|"
    r"branchee?s?|installee?s?|allumee?s?|brulee?s?) ?(?:d[eu] |de sa )?\w*|"
    r"\bnever (?:got round to (?:wearing|using)|been (?:on (?:a|the|my|our) |taken out|out of|lit)|"
    r"left the (?:box|wardrobe)|taken out|assembled|built|lit|slept in|burn(?:ed|t)|ridden|driven|"
    r"displayed|fitted|installed|switched on|plugged in|poured)|"
    r"\bnie (?:aufgezogen|ausgepackt|aufgebaut|angeschlossen|montiert|bezogen|aufgesetzt|"
    r"anprobiert|angezogen|angezundet|aufgetragen|gefahren|bespielt|angeschaltet)|"
    r"\bnever (?:been )?(?:on (?:my|his|her|their) (?:feet|foot|body|wrist|finger)|"
    r"filled(?! more)|put on(?! (?:a|the)\b)|got (?:used(?! to)|worn)|touched(?! (?:a|the|by))|"
    r"cooked (?:in|with|on)|slept (?:in|on|under)|laced|left (?:its|the|my|her|his) (?:box|case|"
    r"bag|"
    r"drawer|cupboard|shelf|hanger|packet|wardrobe))\b|"
    r"\bjamais (?:eu (?:l'occasion|le temps) de (?:l[ea]s? |l')?(?:porter|mettre|utiliser|essayer|"
    r"sortir)|"
    r"enfilee?s?|remplie?s?(?! (?:a|par))|touchee?s?(?! (?:par|a)\b)|depliee?s?|"
    r"quitte (?:le|la|l'|son|sa) ?(?:placard|armoire|boite|etui|tiroir|sachet|cintre|emballage|"
    r"housse))\b|"
    r"\bnie (?:aus (?:der|dem|seiner|ihrer) (?:tute|box|schachtel|karton|verpackung|hulle|schrank|"
    r"tasche)|am (?:fuss|korper|hals|arm)|angelegt|aufgeschraubt|bespannt|befullt|zum einsatz|"
    r"im einsatz|"
    r"in gebrauch|in benutzung|angehabt|beruhrt)\b|"
    r"\bjamais (?:roule(?! (?:sous|avec|par|sur|en))|accrochee?s?|percee?s?)\b|\bunangezogen\w*|"
    r"\bgar nicht erst (?:gebraucht|benutzt|getragen|ausgepackt)\b|"
    r"\b(?:nicht ein|kein einziges) (?:einziges )?mal (?:getragen|benutzt|angehabt|gebraucht|an)\b|"
    r"\bunused\b|\bunworn\b|\bungebraucht\w*|\bunopened\b|\bungeoffnet\w*|\bungelesen\w*|"
    r"\bnwot\b|\bwurde nie (?:getragen|benutzt)|\b(?:neuf|encore|toujours) sous (?:film|emballage|"
    r"blister|"
    r"cello\w*)|\bsous (?:blister|cellophane)\b|\b(?:still|factory) sealed\b|"
    r"\b(?:noch )?eingeschwei(?:ss|s)t\w*|\bin folie\b|\boriginal ?verpackt\w*|"
    r"\b(?:nur|juste|only|seulement) (?:im haus |kurz |zu ?hause |daheim |drinnen |einmal |1x |"
    r"a la maison |at home |been |ever )?(?:anprobiert|essaye\w*|tried on)\b|\btried on (?:once|"
    r"only|(?:[\w']+ ){1,4}only)\b"
)
TAGS_ON: Final = re.compile(
    r"(?:neu\w* |new |neuf\w* |und |brand |et )*(?:"
    r"\bneu(?:f|fs|ve|ves) etiquette\b|"
    r"\b(?:avec|ac|encore) (?:son |l'|leur |ses |les )?etiquettes?\b|"
    r"\b(?:etiquettes?|tags?)(?: carton)? (?:encore|toujours|presente|en place|attachee|"
    r"accrochee|dessus)|"
    r"\bmit (?:originalem |original ?|dem )?(?:etikett|preisschild|preisetikett)\w*|"
    r"\betikett\w* (?:ist |sind |hangt )?noch|"
    r"\betikett\w* (?:hangt|ist) dran|\b(?:preisschild|banderole|hygieneschutz|hygienefolie|"
    r"preisetikett)\w* (?:(?:ist|hangt|klebt|sind) )?(?:noch|dran)|\b(?:has|have|with) (?:the |"
    r"its |"
    r"all )?(?:original |price )?tags?\b(?! (?:removed|off|cut|missing))|"
    r"\bhygiene (?:strip|liner|sticker) (?:is )?(?:still|intact)|"
    r"\bstill has (?:the |its |all )?(?:original |price |swing )?(?:tags?|labels?)\b|"
    r"(?<!o)\bbnwt\b|\bnwt\b|\bwith (?:the |original |its )?tags?\b|"
    r"(?<!no )(?<!without )\b(?:tags?|labels?) (?:are |is )?(?:still )?(?:on|attached)\b|"
    r"\b(?:still|new|neuf|neu|noch) (?:on|sur|am|an) (?:the |its |le |la |der )?(?:card|carte|"
    r"karte|hanger)\b|\bwith (?:the |its )?price (?:tag|sticker)\b|"
    r"\bcon (?:etiqueta|cartellino|etichetta)\b|\bmet (?:kaartje|label)\b|\bz metk[aą])"
)
TAGS_OFF: Final = re.compile(
    r"\b(?:sans|ss|plus l'|plus d'|perdu l'|plus) ?(?:l'|son )?etiquettes?\b(?! de marque)|"
    r"\betiquettes? (?:enlevee|retiree|coupee|arrachee|perdue)s?|\bohne etikett\w*|"
    r"\b(?:no|without|not) tags?\b|\btags? (?:removed|off|cut)\b|\bbnwot\b|\bsin etiqueta\b|"
    r"\bsenza (?:cartellino|etichetta)\b|\bzonder (?:kaartje|label)\b|\bbez metki\b"
)
LIKE: Final = r"(?:comme|quasi|quasiment|presque|wie|fast|like|as|almost|nearly|come|casi|als|jak)"
BARE_NEW: Final = (
    r"(?:neuf|neufs|neuve|neuves|neu|new|nuevo|nueva|nuovo|nuova|nieuw|nowy|nowa|nowe)"
)
NEW: Final = re.compile(
    r"\b(?:etat neuf|tout neuf|toute neuve|"
    r"(?<!looks )(?<!look )(?<!like )(?<!as )(?<!almost )(?<!nearly )(?<!practically )brand ?new|"
    r"brandneu\w*|nagelneu\w*|"
    r"neu (?:und )?(?:ovp|originalverpackt|in ovp)|sealed)\b"
)
_PARTS: Final = (
    r"(?:shoelaces|laces|batter(?:y|ies)|tyres?|wheels?|charger|cable|lead|ear ?tips|ear ?pads|"
    r"cushion|"
    r"inner|insoles?|heads?|(?:rubber )?feet|squeaker|balls|bulb|straps?|filter|stylus|shell|"
    r"spare\w*|props|"
    r"ladekabel|kabel|einlegesohlen|ersatz\w+|garnrollen|flaschensauger|sauger|akku|batterien|"
    r"reifen|"
    r"zugseil|seil|pneus?|piles?|batterie|chargeur|cable|lacets|semelles|cordage|ampoule|roues)"
)
NEW_PART: Final = re.compile(
    rf"\b{_PARTS}(?: (?:is|are|ist|sind|est|sont|brand|tout|toute|all|ganz|inner))*$"
)
"""Before `new`: it is a part that is."""
NEW_PART_AFTER: Final = re.compile(
    rf"^ ?\w* ?(?:\w+ )?{_PARTS}\b|^ (?:one|aftermarket|one's|old stock)\b"
)
"""Behind it, as well."""
NEW_CLAUSE: Final = re.compile(
    rf"^(?:donc |mais |est |et |is |ist |absolument )?{BARE_NEW}\b"
    rf"(?! (?:a|zu|york|balance|look|era|one|yorker|{'|'.join(sorted(DETAILS))}|grips?|batter\w+|"
    rf"strings?|tyres?|ear ?pads?|insoles?|foil|filter|blades?|in (?:at|our|my) |"
    rf"en (?:boutique|magasin)|(?:elle|il|ca) (?:est|coute|vaut)|cout\w+|(?:ge)?kost\w+|"
    rf"(?:\w+ )?{_PARTS}\b))"
)
NEW_AT_END: Final = re.compile(rf"(?<! )?(?:^|[^\d\s£€]\s){BARE_NEW}$|^{BARE_NEW}$")
LIKE_NEW: Final = re.compile(
    rf"\b(?:{LIKE}|looks?|practically|good as) (?:etat |brand ?)?{BARE_NEW}\b"
)
VERY_GOOD: Final = re.compile(
    r"\btres (?:tres )?bon(?:ne)?s? etat\b|\bt?tbe\b|\btb ?etat\b|\bt\.b\.e|\bexcellent etat\b|"
    r"\betat (?:general )?(?:impeccable|parfait|excellent|tres bon)\b|"
    r"\b(?:parfait|super|superbe|tres bel) etat\b(?! de)|\btres bonne condition\b|"
    r"\b(?:sehr|super|top|bestens) gepflegt\b|\b(?:(?<!not )(?<!than )pristine|impec|picobello|"
    r"sehr gut in schuss|"
    r"nickel chrome)\b|"
    r"\byou'd (?:never|hardly|not) (?:know|think|guess|tell)\b|\bcould (?:almost )?pass for new\b|"
    r"\bon dirait (?:du |presque )?neu\w+|\bwie (?:frisch )?aus dem laden\b|\bwie frisch gekauft\b|"
    r"\bsehr sch[o]n\w* zustand\b|\bimpeccable\b|\betat nickel\b|"
    r"\birreprochables?\b|\brien a redire\b|\bv?euc\b|\bvguc\b|"
    r"\b(?:great|excellent|perfect|fantastic|lovely|super|fab|amazing) (?:nick|shape|order)\b|"
    r"\b(?:condition|zustand|etat)(?: \w+)? (?:is|ist|est) (?:(?:absolutely|really|still|noch|"
    r"wirklich|echt|vraiment|absolut) )*(?:very good|excellent|perfect|great|super|top|sehr gut|"
    r"einwandfrei|tadellos|hervorragend|perfekt|tres bon|impeccable|parfait|excellent)\b|"
    rf"{LIKE_NEW.pattern}|\bneuwertig\w*|\bvgc\b|\btadellos\w*|\bimmaculate\b|"
    r"\b(?:very|v) ?\.?good (?:used |overall |clean |vintage )?(?:cond\w*|order|nick|state)|"
    r"\b(?:great|excellent|perfect|fantastic|lovely|super|fab) (?:used |clean |vintage )?cond\w*|"
    r"\bsehr gut\w* (?:gebraucht\w* |gepflegt\w* )?(?:zustand|erhalten)|\bzustand:? sehr gut\b|"
    r"\b(?:top|super|tollem|bestem|perfektem|hervorragendem|einwandfreiem)[- ]zustand\b|"
    r"\bmuy buen(?:o|a|as)? (?:estado|condicion\w*)|\bottim[oaie] (?:stato|condizion\w*)|"
    r"\bmint(?= (?:cond\w*|state)|$)|\btip ?-?top\b|\b1 ?a[- ]zustand\b|\btop ?zustand\b|"
    r"\b(?:sehr |top[- ]?)gepflegt\w* zustand\b|\bso gut wie neu\b|\bnear mint\b|"
    r"\bzeer goede staat\b|\bbardzo dobry\w* stan\w*|\bstan bardzo dobry"
)
VERY_GOOD_CLAUSE: Final = re.compile(
    r"^(?:(?:(?:elle|il|elles|ils|tout|it|it's|this|is|es|sie|ist|sind|est|sont|absolutely|"
    r"absolument|vraiment|wirklich|echt|really)|in|also|und|insgesamt|sonst|ansonsten|overall|"
    r"otherwise|still|noch|alles|"
    r"zustand:?|condition:?|etat ?:?|->|but|aber|mais) )*(?:sehr gut|very good|v good|tres bon|"
    r"spotless|"
    r"nickel|excellent|ausgezeichnet|muy bueno|mint|perfect|perfekt|parfaite?s?)"
    r"(?: (?:erhalten|gepflegt|indeed|condition))?$"
)
GOOD: Final = re.compile(
    r"(?<!tres )(?<!tb )(?<!tres tres )\bbon(?:ne)?s? etat\b|\bb ?etat\b(?<!tb etat)|"
    r"(?<!very )(?<!v )(?<!really )\bgood (?:used |overall |general |clean |working |vintage )?"
    r"(?:cond\w*|order|nick)|"
    r"\bguc\b|\b(?:condition|zustand|etat)(?: \w+)? (?:is|ist|est) (?:(?:still|noch|really|"
    r"generally|allgemein) )*(?:good|gut|bon)\b(?! as)|"
    r"\bdecent (?:used )?(?:cond\w*|nick)|(?<!sehr )\bgut in schuss\b|"
    r"\bgepflegter zustand\b|\bordentlich(?:er zustand|"
    r" erhalten)\b|"
    r"\b(?:porte|mis|utilise)e?s? mais (?:encore|toujours) (?:bien|beaux?|belles?|bon(?:ne)?s?)\b"
    r"(?! pour)|\b(?:worn|used) but (?:still )?(?:good|fine|decent|nice|lovely)\b|"
    r"\b(?:getragen|benutzt|gebraucht),? aber (?:noch )?(?:immer noch )?(?:gut|schon|super|"
    r"in ordnung|top)\b|"
    r"\b(?:platte|record|vinyl|lp|graded|grading)(?: \w+)? vg ?\+|"
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
GOOD_CLAUSE: Final = re.compile(
    r"^(?:(?:also|und|insgesamt|sonst|ansonsten|overall|otherwise|still|noch|alles|used|"
    r"washed a few times|(?:der |the )?rest|zustand:?|condition:?|but|aber|"
    r"gebraucht|getragen|bespielt|gelesen|"
    r"gewaschen|worn|read|played with) )*(?:gut|good|gut erhalten|gut bis ok|gut bis sehr gut)$"
)
WORN: Final = re.compile(
    r"\bsatisfaisante?s?\b|\betat moyen\b|\bsatisfactory\b|\bzufriedenstellend\w*|"
    r"\bfair (?:used )?cond\w*|\bsatisfactori[oa]\b|\bsoddisfacente\b|"
    r"\betat (?:general )?(?:correct|passable|acceptable)\b|\bseen better days\b|"
    r"\b(?:ok|okay|acceptable) cond\w*|\bzustand:? (?:ist )?(?:ok|okay|akzeptabel)\b|"
    r"\b(?:sonst|ansonsten|otherwise|sinon) ok\b"
)
EVENT: Final = (
    r"(?:party|wedding|interview|festival|holiday|event|photoshoot|occasion|christening|prom|ball|"
    r"funeral|graduation|ceremony|lunch|dinner|races|communion|baptism|fete|mariage|entretien|"
    r"bapteme|ceremonie|bal|anniversaire|reveillon|gala|enterrement|hochzeit|feier|anlass|taufe|"
    r"konfirmation|kommunion|beerdigung|abiball|firmung|jugendweihe|fest|einschulung|wiesn)"
)
FOR_ONCE: Final = (
    r"(?:for|to|on|in|pour|a|lors d'|pendant|fur|auf|bei|zu|wahrend)? ?"
    r"(?:one|a single|that one|une seule|un seul|une|un|ein einziges?|einer|einem|einen|eine) "
    rf"(?:\w+ )?(?:night|evening|day|week|nuit|soiree|journee|semaine|abend|tag|woche|{EVENT})\b"
)
"""For how long, or to what, a thing was worn that was hardly worn."""
FEW: Final = re.compile(
    r"(?:(?<!worn and )(?<!portee et )(?<!getragen und )\b(?:washe?d?|lavee?s?|gewaschen|fair|"
    r"quite|les) )?(?:only |just |nur )?"
    r"(?:\b(?:a|ein) )?\b(?:few|couple of|handful of|wenige|quelques|qqs|qques|paar) ?"
    r"(?:times|fois|male?|goes|outings|wears|uses|sprays|spritzer|reprises)\b(?: (?:gewaschen|"
    r"washed|lave))?"
)
"""Not often enough to be seen: most who say so call it very good."""
STILL_FULL: Final = re.compile(
    r"\b(?:(?:noch |still |encore )?(?:ca |about |approx |env |environ |ca\. |"
    r"env\. )?(?:7[5-9]|8\d|9\d) "
    r"?(?:%|percent|prozent) (?:(?:noch |still )?(?:drin|da|ubrig|enthalten|there|inside)\b|"
    r"full|left|voll|inhalt|remaining|rempli\w*|plein\w*|restant\w*)|"
    r"(?:rempli\w*|plein\w*|filled|full) (?:a |to |encore a |at )?(?:env\.? )?(?:7[5-9]|8\d|"
    r"9\d) ?%)|\b(?:fast|beinahe) voll\b|\b(?:almost|nearly|practically) full\b|"
    r"\b(?:presque|quasi) (?:plein|neuf)\w*\b|"
    r"\b(?:one|two|three|1|2|3|deux|trois|zwei|drei) (?:sprays?|uses|wears|pschitts?|spritzer|"
    r"spruher)"
)
"""A bottle of which hardly anything was used."""
SEASONS: Final = re.compile(
    rf"\b(?:{USED}|joue|fait|gefahren|wore|had these|gespielt|im einsatz)\b(?! nur| only|"
    rf" just| qu)"
    r"[^.;:!?]{0,18}?\b(?:(?:un|deux|trois|tout l'|toute l[ae'] ?|cet|l'|une|one|two|three|a full|"
    r"a whole|all|last|half a|1|2|3|der ganze|den ganzen) ?(?:hivers?|etes?|saisons?|winters?|"
    r"summers?|seasons?))\b|"
    r"\b(?<!nur )(?:ein|eine|einen|zwei|drei|ganzen|ganze|halbe) (?:winter|sommer|saison|saisonen|"
    r"kindergartenjahr)\w* (?:lang )?(?:[\w']+ ){0,2}(?:getragen|benutzt|gefahren|gespielt|"
    r"bespielt)\b"
)
"""Used as such things are, for a season or some."""
_OUTING: Final = (
    r"(?:night|evening|weekend|afternoon|wedding|party|trip|walk|game|match|session|holiday|outing|"
    r"race|dinner|sunday|sitting)"
)
_OUTINGS: Final = (
    r"(?:nights|evenings|weekends|afternoons|weddings|parties|trips|walks|games|matches|sessions|"
    r"sundays)"
)
_JOUR: Final = (
    r"(?:soir|soiree|jour|journee|week.?end|sortie|nuit|apres.midi|mariage|fete|dimanche|voyage|"
    r"balade|concert|seance)"
)
_JOURS: Final = (
    r"(?:soirees|week.?ends|nuits|sorties|dimanches|apres.midi|balades|concerts|seances)"
)
_DONE: Final = r"(?:used|worn|wore|played|ridden|did|done|had|only|just|survived|went (?:on|to))"
_FAIT: Final = (
    r"(?:porte|mis|servi|utilise|sorti|fait|joue)(?:e?e?s?|es?)? (?:que |qu'|seulement |juste |"
    r"pour |a |"
    r"lors d'|pendant )*"
)
_A_WHILE: Final = (
    r"(?:abende?|tage?|nachte?|wochen?|wochenenden?|urlaube?|ausfluge?|runden?|stunden?|"
    r"wanderung(?:en)?)"
)
_GETRAGEN: Final = (
    r"(?:getragen|benutzt|genutzt|gefahren|gespielt|in gebrauch|im einsatz|ausgefuhrt|gehort|"
    r"angehabt)"
)
SELDOM: Final = re.compile(
    rf"\b{_DONE} (?:\w+ ){{0,2}}(?:for )?(?:one|a single) {_OUTING}\b|"
    rf"\b{_DONE} (?:\w+ ){{0,2}}(?:for )?(?:two|three|2|3|a couple of) {_OUTINGS}\b|"
    r"\b(?:one|a single|two|three|2|3|a couple of) (?:wears?|uses|outings?|washes)\b|"
    rf"\b{_FAIT}une? (?:seule? )?{_JOUR}\b|\b{_FAIT}(?:deux|trois|2|3) {_JOURS}\b|"
    rf"\b{_FAIT}le temps d'une? ?{_JOUR}\b|"
    r"\b(?:used|worn|wore|played|ridden|had) (?:it |them |this )?(?:for )?(?:about )?(?:a|one|two|"
    r"three) (?:fortnight|weeks?)\b|"
    r"\b(?:worn|wore|used|tried|on) (?:\w+ )?for (?:about )?(?:ten|five|a few|"
    r"a couple of) minutes\b"
    r"(?! (?:then|and rinse))|"
    r"\b(?:einmal|zweimal|dreimal) (?:auf|bei|zu[rm]?|am|draussen|drauf)\b"
    r"(?! (?:angebot|lager|jahr|monat|tag|grosse|gr|farbe|\d))(?![^.;!?]*\b(?:einmal|zweimal)\b)|"
    rf"\b(?:einen|einem|ein|eine|zwei|drei|[1-3]) {_A_WHILE} (?:lang )?(?:\w+ )?{_GETRAGEN}\b|"
    r"\b(?:used|worn|wore|out|played|ridden) (?:\w+ ){0,2}for (?:one|an|a single) (?:\w+ )?(?:hour|"
    r"afternoon|evening|month|day|term|lesson|class|show|play|shoot|match|night|morning)\b|"
    r"\bhardly (?:on|got|been|seen|left|touched)\b|\bkaum (?:angefasst|in der hand|in gebrauch)\b|"
    rf"\bnur (?:auf|bei|zu|zur|zum|fur) (?:\w+ ){{0,2}}(?:{EVENT}|\w+hochzeit|\w+feier|urlaub|"
    r"shooting|probe)\b|"
    r"\b(?:port|mis|utilis|servi|jou|fait|ouvert|lav|sorti)(?:e?e?s?|es?)? "
    r"(?:que |qu'|seulement |juste )?(?:une|deux|trois|1|2|3)(?: ?(?:[-/]|ou|a) ?(?:[23]|deux|"
    r"trois))? ?"
    r"(?:seules? |petites? )?(?:fois|reprises?|x)\b|"
    r"\bworn (?:only |just )?the once\b|\b(?:worn|wore|used) [^.;:!?]{0,20}\b(?:once only|"
    r"only once|just once|the once)\b|"
    r"\bworn (?:only |just )?for (?:about |around |maybe )?(?:an?|half an|one|a couple of|two) "
    r"(?:hours?|minutes?)\b|"
    r"\b(?:porte?e?s?|mis(?:e|es)?) (?:juste |seulement )?(?:une|1|un) "
    r"(?:seule )?(?:nuit|soiree|journee|apres[- ]midi|matinee|jour|mariage)\b|"
    r"\b(?:une|1) (?:seule )?fois (?:port|mis|utilis)\w+|"
    r"\bport(?:e?e?s?) a (?:deux|trois|2|3) reprises\b|"
    r"\b(?:worn|wore|used|played|done|opened|swatched|sprayed|tried|washed) "
    r"(?:it |them |this )?(?:only |just |about |maybe )?"
    r"(?:once or twice|once|twice|one time|two times|three times|a couple of times|[123]x|"
    r"(?:two|2) ?(?:or|to|-) ?(?:three|3) times)\b|"
    rf"\b(?:worn|wore|used|took) (?:it |them |this )?(?:only |just )?{FOR_ONCE}|"
    rf"\b(?:worn|wore) (?:it |them |this )?(?:only |just )?(?:to|for|at) (?:a|my|our|the|his|"
    rf"her|two|"
    rf"three|one|that) (?:[\w']+ ){{0,2}}{EVENT}s?\b|\bworn for (?:a (?:few|couple of)|two|three) "
    rf"(?:hours|minutes)\b|\b(?:porte|mis)e?e?s? (?:pour|a|au|lors de|lors d'|lors du|le jour de) ?"
    rf"(?:un|une|deux|mon|ma|son|sa|le|la|l')? ?(?:[\w']+ ){{0,1}}{EVENT}s?\b|"
    rf"\b(?:auf|zu|zur|zum|bei|fur) (?:einer|der|meiner|unserer|zwei|die|eine|dem|einem|meine)? ?"
    rf"(?:\w+ )?\w*{EVENT}(?:en)? (?:\w+ ){{0,4}}(?:getragen|an)\b|"
    rf"\b(?:porte|mis|utilise)e?e?s? (?:que |qu'|juste |seulement )?{FOR_ONCE}|"
    rf"\b(?:getragen|benutzt|an) {FOR_ONCE}|\b{FOR_ONCE} (?:getragen|benutzt|an)\b|"
    r"\b(?:hardly|barely|scarcely) (?:ever )?(?:worn|used)\b|"
    r"\b(?:einmal|zweimal|dreimal|[1-3] ?x|[1-3] ?mal|ein mal|zwei mal|3 ?- ?4 ?mal) "
    r"(?:(?:\w+ ){0,3}|(?:auf|bei|zu[rm]?) (?:\w+ ){1,4})"
    r"(?:getragen|benutzt|bezogen|durchgeblattert|verwendet|gespielt|gespruht|an|angehabt|"
    r"angezogen|umgebunden|aufgesetzt|gefahren|gespielt|gewaschen|aufgetragen)\b|"
    r"\b(?:kaum|wenig|selten) (?:getragen|benutzt|gebraucht|verwendet|bespielt|an)\b|"
    r"\b(?:fast|beinahe|so gut wie) (?:nie|gar nicht|nicht) (?:getragen|benutzt|gebraucht)\b|"
    r"\b(?:presque|quasi|quasiment) (?:pas|jamais) (?:port|mis|utilis|servi|jou)\w*|"
    r"\b(?:almost|practically) never (?:worn|used)\b|\bhardly (?:ever )?left the \w+\b|"
    r"\b(?:hing|lag|stand|sass|war) nur (?:\w+ ){0,3}(?:schrank|regal|vitrine|schublade|deko)\b|"
    r"\bnur (?:als deko|zur probe|probe) (?:\w+ )?(?:getragen|genutzt|benutzt|im regal)\b|"
    r"\b(?:only|just) (?:been )?(?:on display|on a shelf|displayed)\b|\breste\w* (?:dans (?:le|"
    r"un|mon) "
    r"(?:placard|dressing|armoire)|en vitrine)|"
    r"\b(?:tres )?peu (?:port|mis|utilis|servi)\w*|\ba peine (?:port|mis|utilis|servi)\w*"
)
KEPT: Final = re.compile(
    r"\b(?:hing|lag|stand|sass|war) nur\b|\breste\w* (?:dans|en)\b|\b(?:display(?:ed)?|"
    r"on a shelf)\b"
)
"""Of those words what a new thing may do as well."""
ONLY: Final = re.compile(r"\b(?:seule?|only|nur|just)\b")
WASHED: Final = re.compile(r"\b(?:lav|gewasch|wash|fair|quite)")
"""Not what a new thing is spoiled by: `lavé une fois mais jamais porté`."""
OFTEN: Final = re.compile(
    rf"\b(?:{USED})\b[^,;:!?]{{0,20}}?\b(?:dizaine|plusieurs|quelques|dix|nombreuses|souvent|"
    r"(?:[4-9]|\d\d) ?(?:fois|x|times|mal)|few|handful|fair bit|bit|lot|viel|loads|lots|many|"
    r"often|several|regularly|mehrfach|"
    r"oft|einige|saison|season|hiver|winter|ete|soiree|mariage|mehrmals)\b|"
    r"\b(?:mehrfach|mehrmals|oft|haufig|regelmassig|einige male|\d+ ?x|\d+ ?mal) "
    rf"(?:{USED})|\bworn (?:to|for|by)\b|\bplayed it\b|\bused (?:for|about|daily|by)\b"
)
WHOLE: Final = re.compile(r"\b(?:insgesamt|overall|general|globalement|im ganzen|in sum)\b")
VERBS_BEFORE: Final = re.compile(
    r"(?:lauft|passt|funktioniert|sitzt|fahrt|geht|spielt|schmeckt|riecht|marche|works|fits|"
    r"runs|plays|goes)(?: \w+)?$"
)

PART_BEFORE: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(DETAILS))}|housse|batterie|akku|battery|cover|gehause|vitre)"
    r"(?: (?:est|sont|is|are|ist|sind|en|in|im|encore|noch|still))*$"
)
