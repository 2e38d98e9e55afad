"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.75, "title sure": 1.05, "title shared": 0.53, "title most shared": 0.52,
    "title parts": 0.52, "title parts above": 0.54, "title near": 0.53, "title near root": -0.7,
    "title near between": 0.81, "title fits": 0.1, "title other": -0.13, "both tables": 0.84,
    "both sure": 0.98, "both shared": 0.59, "both most shared": 0.54, "both parts": 0.54,
    "both parts above": 0.85, "both near": 0.56, "both near root": 0.29,
    "both near between": 0.89, "both fits": 0.72, "both other": -0.18, "described tables": 1.37,
    "described sure": 0.51, "described shared": 1.35, "described most shared": 1.24,
    "described parts": 0.98, "described parts above": 0.59, "described near": 0.66,
    "described near root": -0.71, "described near between": 0.51, "described fits": 1.44,
    "described other": -0.77, "sex": 1.12, "age": 1.37, "leaning sex": 1.52, "leaning age": 0.12,
    "female unsaid": -0.03, "male unsaid": -1.02, "child unsaid": -0.18, "adult unsaid": -0.51,
    "baby said": 0.77, "baby unsaid": -1.94, "held": 1.01, "held less": -1.01,
    "named title": 0.26, "named both": 0.29, "named all": 0.41, "whole title": 0.25,
    "whole both": 0.28, "whole all": 0.44, "less whole title": -0.25, "less whole both": -0.28,
    "foremost": 2.0, "unsaid mark": -1.18, "said mark": 2.49, "shoe": 0.36, "explained": 0.71,
    "head title": 0.39, "head both": 0.42, "head all": 0.44, "title head": 0.5,
    "title head above": 0.77, "other head": -0.75, "unsaid words": -0.45, "first of title": 0.71,
    "first of both": 0.78, "first of described": 1.3, "suggested": 1.0, "called in title": 0.72,
    "called first": 0.77, "called last": 0.71, "called alone": 0.71, "others called": -0.72,
    "called in hint": 0.47, "others called in hint": -0.47, "called in description": 1.71,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.27, "lead": 1.24, "share": 0.95, "title tables": 0.23, "both tables": 0.56,
    "held": 0.66, "named both": -0.18, "named all": 0.01, "whole title": 0.07,
    "whole both": -0.02, "whole all": 0.19, "unsaid mark": -0.12, "explained": -0.11,
    "called in title": 0.19, "called first": 0.26, "called alone": 0.24, "others called": 0.07,
    "called in hint": 0.15, "others called in hint": 0.62, "hint agrees": 0.32,
    "hint decides otherwise": 0.09, "hint and title name different people": -0.5,
    "hint and title say different things": -0.47, "not said for whom": -1.63, "several fit": 0.09,
    "not sure enough": -0.64,
}  # fmt: skip
