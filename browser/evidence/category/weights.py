"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.72, "title sure": 0.97, "title shared": 0.57, "title most shared": 0.54,
    "title parts": 0.57, "title parts above": 0.52, "title near": 0.54, "title near root": -0.72,
    "title near between": 0.8, "title fits": 0.12, "title other": -0.14, "both tables": 0.81,
    "both sure": 0.9, "both shared": 0.64, "both most shared": 0.56, "both parts": 0.59,
    "both parts above": 0.84, "both near": 0.57, "both near root": 0.28,
    "both near between": 0.89, "both fits": 0.73, "both other": -0.19, "described tables": 1.27,
    "described sure": 0.48, "described shared": 1.33, "described most shared": 1.23,
    "described parts": 0.97, "described parts above": 0.57, "described near": 0.65,
    "described near root": -0.72, "described near between": 0.5, "described fits": 1.49,
    "described other": -0.76, "sex": 1.12, "age": 1.43, "leaning sex": 1.55, "leaning age": 0.12,
    "female unsaid": -0.01, "male unsaid": -1.01, "child unsaid": -0.19, "adult unsaid": -0.5,
    "baby said": 0.8, "baby unsaid": -1.94, "held": 1.03, "held less": -1.02, "named title": 0.26,
    "named both": 0.29, "named all": 0.41, "whole title": 0.25, "whole both": 0.28,
    "whole all": 0.43, "less whole title": -0.25, "less whole both": -0.28, "foremost": 2.0,
    "unsaid mark": -1.17, "said mark": 2.54, "shoe": 0.35, "explained": 0.71, "head title": 0.39,
    "head both": 0.42, "head all": 0.43, "title head": 0.51, "title head above": 0.76,
    "other head": -0.76, "unsaid words": -0.44, "first of title": 0.73, "first of both": 0.79,
    "first of described": 1.27, "suggested": 1.0, "called in title": 0.76, "called first": 0.81,
    "called last": 0.76, "called alone": 0.74, "others called": -0.76, "called in hint": 0.61,
    "others called in hint": -0.61, "called in description": 1.73,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.27, "lead": 1.2, "share": 0.98, "title tables": 0.37, "both tables": 0.54,
    "held": 0.68, "named both": 0.01, "named all": 0.04, "whole title": -0.06,
    "whole both": -0.03, "whole all": 0.13, "unsaid mark": -0.14, "explained": -0.14,
    "called in title": 0.2, "called first": 0.35, "called alone": 0.21, "others called": 0.0,
    "called in hint": 0.19, "others called in hint": 0.42, "hint agrees": 0.29,
    "hint decides otherwise": 0.11, "hint and title name different people": -0.5,
    "hint and title say different things": -0.47, "not said for whom": -1.7, "several fit": 0.09,
    "not sure enough": -0.66,
}  # fmt: skip
