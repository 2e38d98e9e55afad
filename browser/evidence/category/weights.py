"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.78, "title sure": 0.97, "title shared": 0.6, "title most shared": 0.5,
    "title parts": 0.59, "title parts above": 0.55, "title near": 0.48, "title near root": -0.81,
    "title near between": 0.77, "title fits": -0.12, "title other": -0.49, "both tables": 0.91,
    "both sure": 0.91, "both shared": 0.68, "both most shared": 0.62, "both parts": 0.64,
    "both parts above": 0.91, "both near": 0.59, "both near root": 0.18, "both near between": 1.0,
    "both fits": 0.26, "both other": -0.52, "described tables": 1.06, "described sure": 0.45,
    "described shared": 1.09, "described most shared": 0.9, "described parts": 0.93,
    "described parts above": 0.57, "described near": 0.5, "described near root": 0.14,
    "described near between": 0.61, "described fits": 0.57, "described other": -0.73, "sex": 1.55,
    "age": 1.33, "leaning sex": 1.73, "leaning age": 0.23, "female unsaid": 0.08,
    "male unsaid": -1.04, "child unsaid": -0.27, "adult unsaid": -0.49, "baby said": -0.3,
    "baby unsaid": -1.01, "held": 1.08, "held less": -1.28, "named title": 0.26,
    "named both": 0.31, "named all": 0.41, "whole title": 0.24, "whole both": 0.28,
    "whole all": 0.42, "less whole title": -0.24, "less whole both": -0.28, "foremost": 2.0,
    "unsaid mark": -1.11, "said mark": 2.87, "shoe": 0.93, "explained": 0.71, "head title": 0.35,
    "head both": 0.41, "head all": 0.43, "title head": 0.5, "title head above": 0.63,
    "other head": -0.71, "unsaid words": -0.62, "first of title": 0.65, "first of both": 0.81,
    "first of described": 0.97, "suggested": 1.0, "called in title": 0.79, "called first": 0.83,
    "called last": 0.8, "called alone": 0.73, "others called": -0.79, "called in hint": 0.62,
    "others called in hint": -0.62, "called in description": 1.76,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.13, "lead": 1.41, "share": 0.8, "title tables": 0.13, "both tables": 0.44,
    "held": 0.43, "named both": -0.15, "named all": 0.11, "whole title": 0.09,
    "whole both": -0.06, "whole all": 0.29, "unsaid mark": 0.01, "explained": -0.37,
    "called in title": 0.28, "called first": 0.24, "called alone": 0.11, "others called": 0.05,
    "called in hint": 0.05, "others called in hint": 0.19, "hint agrees": 0.39,
    "hint decides otherwise": -0.13, "hint and title name different people": -0.69,
    "hint and title say different things": -0.59, "not said for whom": -1.5, "several fit": 0.1,
    "not sure enough": -0.26,
}  # fmt: skip
