"""The state of a thing in running text: a grade, tags, how often it was worn."""

import pytest

from tests.evidence.reading import choices, listing

TAGGED, NEW, VERY, GOOD, WORN = "6", "1", "2", "3", "4"
SAID = [
    ("très bon état, se porte taille haute", VERY),
    ("tbe. taille 38", VERY),
    ("good vintage condition", GOOD),
    ("etikett hängt dran", TAGGED),
    ("bon etat, une petite tache sur la manche", GOOD),
    ("Porté 2 fois, comme neuf", VERY),
    ("portée une seule fois", VERY),
    ("porté deux fois, petite tache", "?"),
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
    ("neuf, lavé une fois mais jamais porté", NEW),
    ("état neuf, mis 2 fois", VERY),
    ("Neu, nur einmal getragen, ein Loch", "?"),
    ("worn for one interview", VERY),
    ("used for one night out", VERY),
    ("used for years", "?"),
    ("ein- oder zweimal umgebunden", VERY),
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
    ("petite tache", "?"),
    ("Kratzer am Bügel", "?"),
    ("plusieurs marques de vêtements", "?"),
    ("vitre fissurée mais tout fonctionne", WORN),
    ("Glas oben links gesprungen", WORN),
    ("screen is cracked", WORN),
    ("le stick drifte, à réparer", WORN),
    ("screen not cracked", "?"),
    ("aucun défaut", VERY),
    ("keine Mängel", VERY),
    ("barely a mark on them", VERY),
    ("keine Mängel, nur ein kleiner Kratzer", GOOD),
    ("il ne manque rien, fehlt nichts", "?"),
]


@pytest.mark.parametrize(("description", "wanted"), SAID)
def test_a_state_is_what_is_said_of_the_whole(description: str, wanted: str) -> None:
    (choice,) = choices("condition", listing("Robe", description))
    assert (choice.option.option.id if choice.option else "?") == wanted


@pytest.mark.parametrize(("description", "wanted"), WEAR)
def test_wear_that_is_called_small_is_a_grade_and_a_hole_a_question(
    description: str, wanted: str
) -> None:
    (choice,) = choices("condition", listing("Sac", description))
    assert (choice.option.option.id if choice.option else "?") == wanted


@pytest.mark.parametrize(
    ("given", "description", "wanted"),
    [
        ("neuf avec étiquette", "porté dix fois", "?"),
        ("très bon état", "porté dix fois", VERY),
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
