"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.73, "title sure": 0.97, "title shared": 0.59, "title most shared": 0.47,
    "title parts": 0.59, "title parts above": 0.53, "title near": 0.46, "title near root": -0.89,
    "title near between": 0.75, "title fits": -0.21, "title other": -0.43, "both tables": 0.86,
    "both sure": 0.91, "both shared": 0.68, "both most shared": 0.58, "both parts": 0.66,
    "both parts above": 0.94, "both near": 0.6, "both near root": 0.2, "both near between": 1.02,
    "both fits": 0.2, "both other": -0.47, "described tables": 1.15, "described sure": 0.4,
    "described shared": 1.16, "described most shared": 0.94, "described parts": 0.95,
    "described parts above": 0.71, "described near": 0.44, "described near root": -0.39,
    "described near between": 0.62, "described fits": 0.36, "described other": -0.72, "sex": 1.46,
    "age": 1.63, "leaning sex": 2.0, "leaning age": 0.15, "female unsaid": 0.3,
    "male unsaid": -1.07, "child unsaid": -0.01, "adult unsaid": -0.38, "baby said": -0.31,
    "baby unsaid": -0.87, "held": 0.99, "held less": -1.17, "named title": 0.25,
    "named both": 0.33, "named all": 0.42, "whole title": 0.25, "whole both": 0.32,
    "whole all": 0.43, "less whole title": -0.25, "less whole both": -0.32, "foremost": 2.0,
    "unsaid mark": -1.18, "said mark": 2.97, "shoe": 0.98, "explained": 0.69, "head title": 0.37,
    "head both": 0.47, "head all": 0.49, "title head": 0.51, "title head above": 0.6,
    "other head": -0.7, "unsaid words": -0.54, "first of title": 0.64, "first of both": 0.82,
    "first of described": 1.03, "suggested": 1.0, "called in title": 0.81, "called first": 0.85,
    "called last": 0.81, "called alone": 0.76, "others called": -0.81, "called in hint": 0.58,
    "others called in hint": -0.58, "called in description": 1.65,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.14, "lead": 1.41, "share": 0.89, "title tables": 0.27, "both tables": 0.35,
    "held": 0.66, "named both": -0.09, "named all": 0.06, "whole title": 0.14,
    "whole both": -0.07, "whole all": 0.17, "unsaid mark": -0.05, "explained": -0.38,
    "called in title": 0.32, "called first": 0.3, "called alone": 0.03, "others called": 0.0,
    "called in hint": 0.05, "others called in hint": 0.24, "hint agrees": 0.29,
    "hint decides otherwise": -0.19, "hint and title name different people": -0.57,
    "hint and title say different things": -0.35, "not said for whom": -1.58, "several fit": 0.11,
    "not sure enough": -0.33,
}  # fmt: skip
