"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.69, "title sure": 0.83, "title shared": 0.51, "title most shared": 0.42,
    "title parts": 0.64, "title parts above": 0.46, "title near": 0.59, "title near root": -0.57,
    "title near between": 0.7, "title fits": 0.01, "title other": -0.38, "both tables": 0.81,
    "both sure": 0.78, "both shared": 0.58, "both most shared": 0.51, "both parts": 0.66,
    "both parts above": 0.77, "both near": 0.64, "both near root": 0.19,
    "both near between": 0.87, "both fits": 0.26, "both other": -0.4, "described tables": 1.18,
    "described sure": 0.27, "described shared": 0.96, "described most shared": 0.73,
    "described parts": 0.83, "described parts above": 0.22, "described near": 0.68,
    "described near root": 0.31, "described near between": 0.57, "described fits": 1.3,
    "described other": -0.66, "sex": 1.29, "age": 1.46, "leaning sex": 1.07, "leaning age": 0.53,
    "female unsaid": 0.16, "male unsaid": -1.0, "child unsaid": 0.0, "adult unsaid": -0.58,
    "baby said": 0.07, "baby unsaid": -1.02, "held": 0.86, "held less": -0.96,
    "named title": 0.21, "named both": 0.26, "named all": 0.37, "whole title": 0.21,
    "whole both": 0.24, "whole all": 0.4, "less whole title": -0.21, "less whole both": -0.24,
    "foremost": 2.0, "unsaid mark": -0.88, "said mark": 1.86, "shoe": 0.86, "explained": 0.59,
    "head title": 0.31, "head both": 0.37, "head all": 0.38, "title head": 0.46,
    "title head above": 0.57, "other head": -0.67, "unsaid words": -0.53, "first of title": 0.59,
    "first of both": 0.72, "first of described": 0.92, "suggested": 1.0, "called in title": 0.73,
    "called first": 0.79, "called last": 0.67, "called alone": 0.71, "others called": -0.73,
    "called in hint": 0.88, "others called in hint": -0.88, "called in description": 1.82,
    "called apart": 0.82, "others called apart": -0.82, "called apart by all": 0.98,
    "called what is lacking": -0.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.18, "lead": 1.43, "share": 0.84, "title tables": 0.22, "both tables": 0.24,
    "held": 0.41, "named both": -0.07, "named all": 0.07, "whole title": -0.02,
    "whole both": 0.05, "whole all": 0.37, "unsaid mark": 0.06, "explained": -0.36,
    "called in title": 0.23, "called first": 0.21, "called alone": 0.16, "others called": 0.18,
    "called in hint": 0.1, "others called in hint": 0.07, "called what is lacking": -0.12,
    "hint agrees": 0.32, "hint decides otherwise": -0.05,
    "hint and title name different people": -0.44, "hint and title say different things": -0.54,
    "not said for whom": -1.3, "several fit": -0.0, "not sure enough": -0.17,
}  # fmt: skip
