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
]


@pytest.mark.parametrize(("description", "wanted"), SAID)
def test_a_state_is_what_is_said_of_the_whole(description: str, wanted: str) -> None:
    (choice,) = choices("condition", listing("Robe", description))
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
