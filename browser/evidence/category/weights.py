"""How much each feature of a category counts: see `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.53, "title sure": 0.6, "title shared": 0.53, "title most shared": 0.47,
    "title parts": 0.54, "title parts above": 0.38, "title near": 0.54, "title near root": -0.33,
    "title near between": 0.55, "title fits": -0.22, "title other": -0.09, "both tables": 0.59,
    "both sure": 0.57, "both shared": 0.56, "both most shared": 0.52, "both parts": 0.56,
    "both parts above": 0.56, "both near": 0.58, "both near root": 0.21,
    "both near between": 0.65, "both fits": 0.03, "both other": -0.13, "described tables": 0.84,
    "described sure": 0.26, "described shared": 0.97, "described most shared": 0.99,
    "described parts": 0.72, "described parts above": 0.3, "described near": 0.97,
    "described near root": 0.04, "described near between": 0.47, "described fits": 1.63,
    "described other": -0.63, "sex": 0.65, "age": 0.69, "leaning sex": 0.4, "leaning age": 0.31,
    "female unsaid": 0.37, "male unsaid": -1.25, "child unsaid": 0.02, "adult unsaid": -0.66,
    "baby said": -0.25, "baby unsaid": -1.41, "held": 0.76, "held less": -0.85,
    "named title": 0.3, "named both": 0.35, "named all": 0.44, "whole title": 0.26,
    "whole both": 0.29, "whole all": 0.44, "less whole title": -0.26, "less whole both": -0.29,
    "foremost": 2.0, "unsaid mark": -0.6, "said mark": 1.3, "shoe": 0.5, "explained": 0.54,
    "head title": 0.34, "head both": 0.42, "head all": 0.41, "title head": 0.38,
    "title head above": 0.6, "other head": -0.54, "unsaid words": -0.42, "first of title": 0.52,
    "first of both": 0.55, "first of described": 1.07, "suggested": 1.0, "called in title": 0.7,
    "called first": 0.67, "called last": 0.72, "called alone": 0.66, "others called": -0.7,
    "called in hint": 0.75, "others called in hint": -0.75, "called in description": 1.37,
    "called apart": 0.66, "others called apart": -0.66, "called apart by all": 0.86,
    "called what is lacking": -0.0, "taught by title": 0.75, "taught by all": 0.77,
    "taught first by title": 0.8, "taught first by all": 0.81, "untaught": 0.0,
    "taught share": 0.78, "taught elsewhere": -0.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": -0.44, "lead": 1.2, "share": 0.76, "title tables": -0.18, "both tables": -0.01,
    "held": 0.2, "named both": 0.0, "named all": 0.13, "whole title": -0.09, "whole both": -0.03,
    "whole all": 0.31, "unsaid mark": -0.09, "explained": -0.43, "called in title": 0.31,
    "called first": 0.2, "called alone": 0.23, "others called": 0.0, "called in hint": 0.21,
    "others called in hint": 0.14, "called what is lacking": -0.22, "taught by all": 0.22,
    "taught first by title": 0.3, "taught first by all": -0.04, "untaught": 0.0,
    "taught share": 0.73, "taught elsewhere": 0.15, "hint agrees": 0.3,
    "hint decides otherwise": 0.04, "hint and title name different people": -0.65,
    "hint and title say different things": -0.62, "not said for whom": -1.14, "several fit": 0.02,
    "not sure enough": -0.01,
}  # fmt: skip
