"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.66, "title sure": 0.82, "title shared": 0.54, "title most shared": 0.48,
    "title parts": 0.67, "title parts above": 0.53, "title near": 0.61, "title near root": -0.43,
    "title near between": 0.72, "title fits": 0.02, "title other": 0.21, "both tables": 0.79,
    "both sure": 0.78, "both shared": 0.62, "both most shared": 0.56, "both parts": 0.71,
    "both parts above": 0.78, "both near": 0.66, "both near root": 0.24,
    "both near between": 0.87, "both fits": 0.25, "both other": 0.14, "described tables": 1.08,
    "described sure": 0.26, "described shared": 0.95, "described most shared": 0.7,
    "described parts": 0.8, "described parts above": 0.22, "described near": 0.73,
    "described near root": 0.26, "described near between": 0.53, "described fits": 1.09,
    "described other": -0.77, "sex": 1.24, "age": 1.42, "leaning sex": 1.08, "leaning age": 0.71,
    "female unsaid": 0.11, "male unsaid": -1.15, "child unsaid": -0.16, "adult unsaid": -0.68,
    "baby said": 0.18, "baby unsaid": -1.26, "held": 0.86, "held less": -0.98,
    "named title": 0.24, "named both": 0.3, "named all": 0.38, "whole title": 0.23,
    "whole both": 0.26, "whole all": 0.4, "less whole title": -0.23, "less whole both": -0.26,
    "foremost": 2.0, "unsaid mark": -0.55, "said mark": 1.87, "shoe": 0.87, "explained": 0.6,
    "head title": 0.31, "head both": 0.4, "head all": 0.37, "title head": 0.49,
    "title head above": 0.55, "other head": -0.68, "unsaid words": -0.59, "first of title": 0.59,
    "first of both": 0.72, "first of described": 0.88, "suggested": 1.0, "called in title": 0.74,
    "called first": 0.78, "called last": 0.71, "called alone": 0.7, "others called": -0.74,
    "called in hint": 0.88, "others called in hint": -0.88, "called in description": 1.78,
    "called apart": 0.84, "others called apart": -0.84, "called apart by all": 0.97,
    "called what is lacking": -0.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.14, "lead": 1.47, "share": 0.79, "title tables": 0.17, "both tables": 0.23,
    "held": 0.34, "named both": -0.03, "named all": 0.12, "whole title": -0.03,
    "whole both": -0.06, "whole all": 0.39, "unsaid mark": -0.12, "explained": -0.44,
    "called in title": 0.27, "called first": 0.13, "called alone": 0.26, "others called": 0.09,
    "called in hint": 0.12, "others called in hint": 0.17, "called what is lacking": -0.14,
    "hint agrees": 0.33, "hint decides otherwise": -0.07,
    "hint and title name different people": -0.58, "hint and title say different things": -0.54,
    "not said for whom": -1.19, "several fit": 0.02, "not sure enough": -0.12,
}  # fmt: skip
