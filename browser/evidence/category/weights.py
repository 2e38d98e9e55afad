"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.86, "title sure": 1.1, "title shared": 0.57, "title most shared": 0.59,
    "title parts": 0.68, "title parts above": 1.15, "title near": 0.59, "title near root": -0.21,
    "title near between": 0.95, "title fits": 0.29, "title other": -0.26, "both tables": 0.97,
    "both sure": 1.04, "both shared": 0.68, "both most shared": 0.73, "both parts": 0.73,
    "both parts above": 1.22, "both near": 0.63, "both near root": 0.22,
    "both near between": 1.03, "both fits": 0.42, "both other": -0.29, "described tables": 1.69,
    "described sure": 0.64, "described shared": 1.59, "described most shared": 1.59,
    "described parts": 1.34, "described parts above": 1.02, "described near": 0.77,
    "described near root": -0.65, "described near between": 1.27, "described fits": -0.73,
    "described other": -0.87, "sex": 0.81, "age": 0.93, "leaning sex": 0.69, "leaning age": 0.44,
    "female unsaid": 0.49, "male unsaid": -1.49, "child unsaid": -0.67, "adult unsaid": -0.82,
    "baby said": 0.53, "baby unsaid": -1.98, "held": 1.15, "held less": -1.39,
    "named title": 0.25, "named both": 0.34, "named all": 0.48, "whole title": 0.21,
    "whole both": 0.32, "whole all": 0.49, "less whole title": -0.21, "less whole both": -0.32,
    "foremost": 2.0, "unsaid mark": -0.97, "said mark": 1.51, "shoe": 0.2, "explained": 0.89,
    "head title": 0.35, "head both": 0.41, "head all": 0.46, "title head": 0.46,
    "title head above": 1.29, "other head": -0.81, "unsaid words": -0.43, "first of title": 0.82,
    "first of both": 0.87, "first of described": 1.91, "suggested": 1.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": 0.27, "lead": 1.05, "share": 1.5, "title tables": 0.15, "both tables": 0.49,
    "held": 0.82, "named both": -0.11, "named all": 0.15, "whole title": 0.18, "whole both": 0.1,
    "whole all": 0.39, "unsaid mark": -0.1, "explained": -0.25, "hint agrees": 0.49,
    "hint decides otherwise": 0.21, "hint and title name different people": -0.35,
    "hint and title say different things": -0.55, "not said for whom": -2.07,
    "several fit": -0.33, "not sure enough": -0.62,
}  # fmt: skip
