"""`python -m tests.matching`: the scores of both sets, and the misses of the tuned one."""

from tests.matching.scoring import cases, misses, outcome, table


def main() -> None:
    scored = [(case, outcome(case)) for case in cases()]
    for title, aside in (("Tuned on", False), ("Set aside", True)):
        print(f"\n## {title}\n\n{table(one for one in scored if one[0].set_aside is aside)}")
    print("\n## Misses among those tuned on\n")
    print(*misses(scored), sep="\n")


if __name__ == "__main__":
    main()
