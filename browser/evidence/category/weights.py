"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.72, "title sure": 0.86, "title shared": 0.56, "title most shared": 0.5,
    "title parts": 0.63, "title parts above": 0.49, "title near": 0.57, "title near root": -0.69,
    "title near between": 0.76, "title fits": -0.16, "title other": -0.34, "both tables": 0.83,
    "both sure": 0.81, "both shared": 0.63, "both most shared": 0.58, "both parts": 0.65,
    "both parts above": 0.76, "both near": 0.63, "both near root": 0.19, "both near between": 0.9,
    "both fits": 0.16, "both other": -0.37, "described tables": 1.04, "described sure": 0.3,
    "described shared": 0.98, "described most shared": 0.73, "described parts": 0.87,
    "described parts above": 0.33, "described near": 0.5, "described near root": 0.35,
    "described near between": 0.61, "described fits": 1.19, "described other": -0.67, "sex": 1.41,
    "age": 1.58, "leaning sex": 1.11, "leaning age": 0.47, "female unsaid": 0.16,
    "male unsaid": -0.92, "child unsaid": -0.15, "adult unsaid": -0.51, "baby said": -0.37,
    "baby unsaid": -1.04, "held": 0.87, "held less": -1.03, "named title": 0.29,
    "named both": 0.34, "named all": 0.42, "whole title": 0.3, "whole both": 0.34,
    "whole all": 0.46, "less whole title": -0.3, "less whole both": -0.34, "foremost": 2.0,
    "unsaid mark": -1.0, "said mark": 1.75, "shoe": 0.89, "explained": 0.63, "head title": 0.35,
    "head both": 0.42, "head all": 0.41, "title head": 0.51, "title head above": 0.63,
    "other head": -0.74, "unsaid words": -0.56, "first of title": 0.63, "first of both": 0.75,
    "first of described": 0.88, "suggested": 1.0, "called in title": 0.74, "called first": 0.77,
    "called last": 0.71, "called alone": 0.67, "others called": -0.74, "called in hint": 0.86,
    "others called in hint": -0.86, "called in description": 1.95, "called apart": 0.71,
    "others called apart": -0.71, "called apart by all": 0.97, "called what is lacking": 0.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.25, "lead": 1.38, "share": 0.92, "title tables": 0.27, "both tables": 0.3,
    "held": 0.31, "named both": -0.04, "named all": 0.14, "whole title": 0.02,
    "whole both": -0.01, "whole all": 0.37, "unsaid mark": -0.05, "explained": -0.35,
    "called in title": 0.29, "called first": 0.24, "called alone": 0.06, "others called": 0.1,
    "called in hint": 0.16, "others called in hint": 0.08, "called what is lacking": -0.19,
    "hint agrees": 0.38, "hint decides otherwise": 0.03,
    "hint and title name different people": -0.65, "hint and title say different things": -0.44,
    "not said for whom": -1.51, "several fit": 0.09, "not sure enough": -0.22,
}  # fmt: skip
