"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.72, "title sure": 0.97, "title shared": 0.57, "title most shared": 0.54,
    "title parts": 0.57, "title parts above": 0.53, "title near": 0.54, "title near root": -0.7,
    "title near between": 0.8, "title fits": 0.11, "title other": -0.13, "both tables": 0.83,
    "both sure": 0.9, "both shared": 0.63, "both most shared": 0.56, "both parts": 0.59,
    "both parts above": 0.84, "both near": 0.57, "both near root": 0.28,
    "both near between": 0.89, "both fits": 0.72, "both other": -0.18, "described tables": 1.28,
    "described sure": 0.51, "described shared": 1.36, "described most shared": 1.24,
    "described parts": 0.98, "described parts above": 0.6, "described near": 0.67,
    "described near root": -0.71, "described near between": 0.51, "described fits": 1.49,
    "described other": -0.76, "sex": 1.12, "age": 1.38, "leaning sex": 1.56, "leaning age": 0.12,
    "female unsaid": -0.02, "male unsaid": -1.01, "child unsaid": -0.19, "adult unsaid": -0.5,
    "baby said": 0.79, "baby unsaid": -1.95, "held": 1.02, "held less": -1.02,
    "named title": 0.26, "named both": 0.29, "named all": 0.42, "whole title": 0.25,
    "whole both": 0.28, "whole all": 0.44, "less whole title": -0.25, "less whole both": -0.28,
    "foremost": 2.0, "unsaid mark": -1.17, "said mark": 2.5, "shoe": 0.35, "explained": 0.71,
    "head title": 0.39, "head both": 0.42, "head all": 0.44, "title head": 0.5,
    "title head above": 0.77, "other head": -0.75, "unsaid words": -0.45, "first of title": 0.73,
    "first of both": 0.8, "first of described": 1.3, "suggested": 1.0, "called in title": 0.75,
    "called first": 0.8, "called last": 0.75, "called alone": 0.74, "others called": -0.75,
    "called in hint": 0.46, "others called in hint": -0.46, "called in description": 1.72,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.31, "lead": 1.2, "share": 0.94, "title tables": 0.25, "both tables": 0.58,
    "held": 0.68, "named both": -0.15, "named all": 0.01, "whole title": -0.01,
    "whole both": 0.04, "whole all": 0.17, "unsaid mark": -0.14, "explained": -0.06,
    "called in title": 0.19, "called first": 0.33, "called alone": 0.29, "others called": 0.09,
    "called in hint": 0.13, "others called in hint": 0.58, "hint agrees": 0.32,
    "hint decides otherwise": 0.07, "hint and title name different people": -0.5,
    "hint and title say different things": -0.49, "not said for whom": -1.67, "several fit": 0.09,
    "not sure enough": -0.66,
}  # fmt: skip
