"""The state of a thing in running text: a grade, tags, how often it was worn."""

import pytest

from tests.evidence.reading import choices, listing

TAGGED, NEW, VERY, GOOD, WORN = "6", "1", "2", "3", "4"
SAID = [
    ("étiquettes en place", TAGGED),
    ("still has its swing tag", TAGGED),
    ("très bel état", VERY),
    ("un peu feutrée après lavage", GOOD),
    ("chapeau en laine feutrée", "?"),
    ("looks brand new", VERY),
    ("I've only worn it two or three times", VERY),
    ("noch original verpackt", NEW),
    ("sehr schöner Zustand", VERY),
    ("Farbe leicht verblasst", GOOD),
    ("wurde nur wenige Male getragen", VERY),
    ("État irréprochable", VERY),
    ("rien à redire", VERY),
    ("aucune trace d'usure", VERY),
    ("portée deux ou trois fois l'été dernier", VERY),
    ("porté mais encore bien", GOOD),
    ("tissu un peu passé par les lavages", GOOD),
    ("quelques trous aux manches", WORN),
    ("quelques petits trous aux manches", GOOD),
    ("fermeture éclair cassée", WORN),
    ("only worn the once, to a christening", VERY),
    ("worn for about an hour", VERY),
    ("worn and washed a handful of times", VERY),
    ("in great nick", VERY),
    ("EUC", VERY),
    ("VGUC", VERY),
    ("GUC", GOOD),
    ("NWOT", NEW),
    ("used but still fine", GOOD),
    ("the condition is really good", GOOD),
    ("zip is stuck", WORN),
    ("two pinholes, moths have been at it", WORN),
    ("stored with moth balls", "?"),
    ("a biro mark on the lining", GOOD),
    ("mit Preisschild", TAGGED),
    ("nur daheim anprobiert", NEW),
    ("Zustand ist wirklich super", VERY),
    ("keinerlei Mängel", VERY),
    ("einige Löcher", WORN),
    ("Rotweinfleck auf der Brust", "?"),
    ("Kugelschreiber: ein Kulistrich im Innenfach", GOOD),
    ("Flakon noch zu 85 % voll", VERY),
    ("90% noch enthalten", VERY),
    ("très bon état, se porte taille haute", VERY),
    ("tbe. taille 38", VERY),
    ("good vintage condition", GOOD),
    ("etikett hängt dran", TAGGED),
    ("bon etat, une petite tache sur la manche", GOOD),
    ("Porté 2 fois, comme neuf", VERY),
    ("portée une seule fois", VERY),
    ("porté deux fois, petite tache", GOOD),
    ("jamais portée (étiquette enlevée)", NEW),
    ("jms porté g perdu l'étiquette", NEW),
    ("Neuve sans étiquette", NEW),
    ("état neuf mais plus l'étiquette", NEW),
    ("neuf avec étiquette", TAGGED),
    ("Neuf avec étiquette. Porté une dizaine de fois", "?"),
    ("Neuf avec étiquette, petite tache", "?"),
    ("Neuf avec étiquette, pas de tache", TAGGED),
    ("pas de trou ni de tache", "?"),
    ("état satisfaisant, semelle usée", WORN),
    ("montre, pile neuve, très bon état", VERY),
    ("maison non fumeur, envoi rapide", "?"),
    ("sehr guter Zustand", VERY),
    ("bespielt aber gut", GOOD),
    ("leichte Gebrauchsspuren", GOOD),
    ("quelques petites traces d'usure", GOOD),
    ("light signs of wear", GOOD),
    ("deutliche Gebrauchsspuren", "?"),
    ("nur einmal getragen, sehr gut erhalten", VERY),
    ("Gut. Versand mit DHL", GOOD),
    ("läuft sehr gut", "?"),
    ("neu mit Etikett, nur anprobiert", TAGGED),
    ("Platte sehr gut. Insgesamt guter Zustand", GOOD),
    ("Zufriedenstellend", WORN),
    ("Brand new with tags", TAGGED),
    ("Brand new with tags but worn to a few dog walks", "?"),
    ("never worn, no tags", NEW),
    ("BNWT", TAGGED),
    ("as new, worn twice", VERY),
    ("used but good", GOOD),
    ("satisfactory, plenty of life", WORN),
    ("good for parties", "?"),
    ("bought a new one", "?"),
    ("New grip, plays well", "?"),
    ("still on the card", TAGGED),
    ("cadeau en double, encore l'étiquette", TAGGED),
    ("tried on over a top only, tags are off", NEW),
    ("neuf, lavé une fois mais jamais porté", NEW),
    ("état neuf, mis 2 fois", VERY),
    ("Neu, nur einmal getragen, ein Loch", "?"),
    ("worn for one interview", VERY),
    ("used for one night out", VERY),
    ("used for years", "?"),
    ("ein- oder zweimal umgebunden", VERY),
    ("sehr gepflegt", VERY),
    ("gut in Schuss, kein Fleck", GOOD),
    ("you'd never know it was worn", VERY),
    ("inside spotless", "?"),
    ("Schnürsenkel neu", "?"),
    ("batteries are brand new, put in today", "?"),
    ("comes with a brand new charger lead", "?"),
    ("brand new, comes with its charger", NEW),
    ("was £120 new", "?"),
    ("Neu kostet sowas mindestens das Doppelte", "?"),
    ("neuve elle coûte le triple", "?"),
    ("hing nur im Schrank, Etikett hängt noch dran", TAGGED),
]
WEAR = [
    ("Petit éclat sous le pied", GOOD),
    ("jauni un peu sur la semelle", GOOD),
    ("Ellenbogen leicht ausgeblichen", GOOD),
    ("A few paint chips on the frame", GOOD),
    ("semelle un peu usée, pas de trou", GOOD),
    ("Karottenfleck am Kragen. Rest gut", GOOD),
    ("un trou à la manche", "?"),
    ("un peu usé, un trou à la manche", "?"),
    ("petite tache", GOOD),
    ("Kratzer am Bügel", GOOD),
    ("Les coins sont usés et troués d'un côté", WORN),
    ("Hüllen eingerissen, Platten haben Kratzer", WORN),
    ("scuffs on both heels, creases across the toes", GOOD),
    ("porté souvent, une éraflure au talon", "?"),
    ("Spitze vorne abgestoßen", GOOD),
    ("la dorure du bord est un peu passée", GOOD),
    ("passée de mode", "?"),
    ("plusieurs marques de vêtements", "?"),
    ("vitre fissurée mais tout fonctionne", WORN),
    ("Glas oben links gesprungen", WORN),
    ("screen is cracked", WORN),
    ("not working any more", WORN),
    ("le stick drifte, à réparer", WORN),
    ("screen not cracked", "?"),
    ("aucun défaut", VERY),
    ("keine Mängel", VERY),
    ("barely a mark on them", VERY),
    ("keine Mängel, nur ein kleiner Kratzer", GOOD),
    ("il ne manque rien, fehlt nichts", "?"),
    ("il manque un bouton", "?"),
    ("il manque un bouton, la doublure est décousue", WORN),
    ("Naht am Ärmel offen", "?"),
    ("doublure décousue sur 3 cm, portée trois hivers", WORN),
    ("Schachtel mit einem Riss", GOOD),
    ("Kratzer am Bügel, Macken am Rahmen", GOOD),
    ("portée souvent, une griffure au dos", "?"),
    ("Sohle kaum abgelaufen", "?"),
    ("j'ai ajouté un trou", "?"),
    ("bouloche sous les bras", GOOD),
    ("scuffed toes", GOOD),
    ("peinture écaillée par endroits", GOOD),
    ("Eselsohren", GOOD),
    ("no box, small scratch on the back", GOOD),
    ("Starke Kratzer am Bügel", "?"),
    ("état correct", WORN),
    ("Zustand ok", WORN),
    ("1A Zustand", VERY),
    ("heel lining gone through", WORN),
    ("toes badly scuffed, fine as spares", WORN),
    ("strap snapped", WORN),
    ("won't hold its charge", WORN),
    ("won't fit me any more", "?"),
    ("a bit of the hem has come down", WORN),
    ("bout bien râpé", WORN),
    ("la glissière ne ferme plus", WORN),
    ("le simili part en lambeaux", WORN),
    ("étiquette arrachée", "?"),
    ("jupe fendue sur le côté", "?"),
    ("schließt nicht mehr richtig", WORN),
    ("passt mir halt nicht mehr", "?"),
    ("nur noch für den Garten", WORN),
    ("Laterne für den Garten", "?"),
    ("a lantern for the garden", "?"),
    ("Der Schimmelreiter von Storm", "?"),
    ("leckt am Deckel", WORN),
    ("ONE piece is missing", WORN),
    ("es fehlt ein Puzzleteil", WORN),
    ("Display hat unten rechts einen feinen Haarriss", WORN),
    ("Spielspuren sind dran", GOOD),
    ("Schnalle abgebrochen", WORN),
    ("hab's nach 50 Seiten abgebrochen", "?"),
    ("Hülle hat einen Riss, gibt es als Zugabe dazu", "?"),
    ("the matching bowl is chipped but that's listed separately", "?"),
    ("mit künstlich ausgefransten Kanten", "?"),
    ("bas volontairement effilochés", "?"),
    ("Rücken leicht geknickt", GOOD),
    ("Album hat lose Seiten", GOOD),
    ("could do with a wash", GOOD),
    ("le cuir a un peu bruni, un peu mou", GOOD),
]
USE = [
    ("worn loads but no marks", GOOD),
    ("oft getragen, aber ohne Flecken und Löcher", GOOD),
    ("portée tout l'hiver dernier", "?"),
    ("portée tout l'hiver, aucun accroc", GOOD),
    ("lu une fois", "?"),
    ("portée un seul été", "?"),
    ("fast nie getragen", VERY),
    ("n'a quasiment pas servi", VERY),
    ("quasi jamais mise", VERY),
    ("hing nur im Schrank", VERY),
    ("worn to two weddings", VERY),
    ("auf einer Hochzeit getragen", VERY),
    ("portée pour un baptême", VERY),
    ("portée quelques fois", VERY),
    ("been through the wash a few times", "?"),
    ("flacon rempli à 90 %", VERY),
    ("il reste 30 % du flacon", "?"),
    ("jamais sortie du placard", NEW),
    ("never got round to wearing it", NEW),
    ("noch eingeschweißt", NEW),
    ("nie getragen, Preisschild hängt noch", TAGGED),
    ("still has the tag", TAGGED),
    ("no holes, no stains", "?"),
    ("no chips, no cracks, no stains", VERY),
    ("pas une rayure", VERY),
    ("portée un seul jour", VERY),
    ("portée le temps d'une soirée", VERY),
    ("two wears", VERY),
    ("came out for one school play", VERY),
    ("used for one school play", VERY),
    ("one day delivery", "?"),
    ("envoi sous 2 jours", "?"),
    ("Einmal auf einer Feier", VERY),
    ("zweimal im Angebot gekauft", "?"),
    ("zwei Wochen benutzt", VERY),
    ("nur auf einer Hochzeit", VERY),
    ("she never touched it", NEW),
    ("never been in a crash", "?"),
    ("jamais eu l'occasion de la mettre", NEW),
    ("jamais eu de souci", "?"),
    ("kam nie zum Einsatz", NEW),
    ("nie im Trockner", "?"),
]
NO_STATE = [
    "Ich mache auch gerne weitere Fotos.",
    "Un jouet que bébé mâche",
    "la bouffe du chat",
    "with two games and charger",
    "Perfect for two nights away.",
    "Ampli avec 2 sorties casque",
    "2 T-Shirts, einmal in Schwarz und einmal in Weiß",
    "Body, einmal auf Größe 62 und zweimal auf 68",
    "Fond de teint qui tient plus de 12h",
    "Se charge plus vite",
    "Je ne ferme plus le bouton, trop petit pour moi",
    "Schließt nicht mehr, weil ich zugenommen habe",
    "Perlen zum Basteln, verschiedene Farben",
    "Für Bastler, Knöpfe gemischt",
    "Solar lights, good for garden or patio",
    "Peut servir pour le jardin ou la terrasse",
    "N'a jamais vu le sèche-linge",
    "Nie auf der Straße, nur in der Halle",
    "Never put on a hot wash",
    "I never got used to heels",
    "Sorry I won't hold items without a deposit",
    "This ring won't turn your finger green",
    "I lost a bit of weight so it's too big now",
    "Could do with a good home",
    "I have gone through my wardrobe",
    "I snapped these up in the sale but they are too big",
    "Sitzt etwas locker an der Taille",
    "Der Stoff ist etwas dünner, ideal für den Sommer",
    "Maille un peu lâche, très agréable",
    "Das Ding ist super praktisch",
    "Army fatigues trousers",
    "Filtre anti-calcaire pour bouilloire",
    "Doudoune Mammut HS Hooded",
    "La veilleuse s'éteint automatiquement après 30 minutes",
    "Detachable hood held on by poppers",
    "Comes with extra ear tips as spares",
    "Gants anti-brûlures pour barbecue",
    "Spray anti moisissures",
    "Flasche leckt nicht",
    "Sandspielzeug im Eimer, komplett",
    "Kauf ist geplatzt, deshalb wieder da",
    "Da Studium abgebrochen, verkaufe ich das Buch",
    "Nur für Fußball in der Halle benutzt",
    "Vintage vase, unmarked, maker unknown",
    "Not pristine",
    "Verkauft wie gekauft und gesehen",
    "Leave on for ten minutes then rinse",
    "Ce n'est pas une tache, c'est le reflet de la lumière",
    "Keine Löcher, keine Flecken, keine Risse, aber man sieht dass es gebraucht ist",
    "Corde pour sauter à la corde",
    "Ce parfum sent le tabac et la vanille",
    "Merry Christmas ya filthy animal jumper",
    "L'étiquette a été arrachée",
]
OTHER_SENSES = [
    ("Petit pull", "tout doux"),
    ("Little yellow dress", "Marks and Spencer, soft cotton"),
    ("Poupée", "avec deux petites dents"),
    ("Jupe", "à petits plis, rayures sur les manches"),
    ("Bottle", "stainless steel"),
    ("Baskets", "à scratch, pointure 27"),
    ("Boots", "8 hole, cherry red"),
    ("Ceinture", "5 trous, boucle argentée"),
    ("Veste", "blanc cassé, couleur rouille"),
    ("Créoles", "pour oreilles percées"),
    ("Jeans", "high waist with ripped knees, frayed hem"),
    ("Jean troué", "style destroy"),
    ("Rust jumper", "thumb holes, bobble hat to match"),
    ("Tasche", "Etikett fehlt, mir fehlt der Anlass"),
    ("Jeu", "il manque la boîte"),
    ("Jeans", "I've lost a few pounds"),
    ("Crème", "éclat du teint"),
    ("Lot", "quelques marques : Zara, H&M"),
]


@pytest.mark.parametrize(("description", "wanted"), SAID)
def test_a_state_is_what_is_said_of_the_whole(description: str, wanted: str) -> None:
    (choice,) = choices("condition", listing("Robe", description))
    assert (choice.option.option.id if choice.option else "?") == wanted


@pytest.mark.parametrize(("description", "wanted"), WEAR)
def test_wear_is_the_grade_that_it_amounts_to(description: str, wanted: str) -> None:
    (choice,) = choices("condition", listing("Sac", description))
    assert (choice.option.option.id if choice.option else "?") == wanted


@pytest.mark.parametrize(("description", "wanted"), USE)
def test_how_often_it_was_used_is_a_grade_where_nothing_came_of_it(
    description: str, wanted: str
) -> None:
    (choice,) = choices("condition", listing("Robe", description))
    assert (choice.option.option.id if choice.option else "?") == wanted


@pytest.mark.parametrize("description", NO_STATE)
def test_what_only_sounds_like_a_state_is_none(description: str) -> None:
    (choice,) = choices("condition", listing("Article", description))
    assert choice.option is None


@pytest.mark.parametrize("title", ["Pete the Cat book", "Vans Warped Tour tee", "Rotten Tomatoes"])
def test_a_title_is_not_read_for_what_is_past_its_use(title: str) -> None:
    (choice,) = choices("condition", listing(title, "size M"))
    assert choice.option is None


@pytest.mark.parametrize(("title", "description"), OTHER_SENSES)
def test_words_for_wear_that_say_something_else_say_no_state(title: str, description: str) -> None:
    (choice,) = choices("condition", listing(title, description))
    assert choice.option is None


@pytest.mark.parametrize("title", ["Rip Curl hoodie", "Stainless steel flask"])
def test_such_words_speak_against_nothing_new(title: str) -> None:
    (choice,) = choices("condition", listing(title, "new with tags, for use at the gym"))
    assert choice.option is not None
    assert choice.option.option.id == TAGGED


@pytest.mark.parametrize(
    ("given", "description", "wanted"),
    [
        ("neuf avec étiquette", "porté dix fois", "?"),
        ("new without tags", "worn a handful of times", "?"),
        ("neuf", "une griffure au dos", "?"),
        ("très bon état", "porté dix fois", VERY),
        ("très bon état", "semelle qui se décolle, trou dans la doublure", "?"),
        ("très bon état", "un petit trou près de l'ourlet", VERY),
        ("neuf", "étiquette enlevée, jamais mis", NEW),
        ("bon", "Neuf avec étiquette", GOOD),
    ],
)
def test_what_was_given_counts_first(given: str, description: str, wanted: str) -> None:
    (choice,) = choices("condition", listing("Robe", description, condition=given))
    assert (choice.option.option.id if choice.option else "?") == wanted


def test_new_and_worn_are_both_candidates() -> None:
    said = listing("Trench", "porté une dizaine de fois", condition="neuf avec étiquette")
    (choice,) = choices("condition", said)
    assert choice.alternatives[0].option.id == TAGGED
    assert len(choice.alternatives) > 1
