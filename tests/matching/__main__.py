"""`python -m tests.matching`: the scores of both sets, and the misses of the tuned one.

`python -m tests.matching listings BATCH...`: the same of whole listings, with `--given-category`
of the fields beside the category, as after an answer. `… phrases BATCH...`: the scores of
independent writers' phrases, without their misses, and of their brands as a form searches them.
`… calibration BATCH...`: the share that is right in five bands of the score, of both.
"""

import sys

from tests.matching import calibration, listing_scoring, searched_brands
from tests.matching.scoring import as_answered, batch, cases, misses, outcome, table


def main() -> None:
    if sys.argv[1:2] == ["listings"]:
        given = "--given-category" in sys.argv
        names = [name for name in sys.argv[2:] if not name.startswith("--")]
        print(*(listing_scoring.report(name, given_category=given) for name in names), sep="\n\n")
        return
    if sys.argv[1:2] == ["calibration"]:
        print(calibration.table(sys.argv[2:]))
        return
    if sys.argv[1:2] == ["phrases"]:
        for name in sys.argv[2:]:
            scored = ((case, outcome(case, as_answered)) for case in batch(name))
            print(f"\n## {name}\n\n{table(scored)}")
            score = searched_brands.score(name)
            print(
                f"\nBrands, as a form searches them: {score.right} of {score.total} right, ", end=""
            )
            print(f"{score.needless} needless questions, {score.wrong} wrong")
        return
    scored = [(case, outcome(case)) for case in cases()]
    for title, aside in (("Tuned on", False), ("Set aside", True)):
        print(f"\n## {title}\n\n{table(one for one in scored if one[0].set_aside is aside)}")
    print("\n## Misses among those tuned on\n")
    print(*misses(scored), sep="\n")


if __name__ == "__main__":
    main()
