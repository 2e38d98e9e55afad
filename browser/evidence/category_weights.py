"""How much each feature of a category counts: written by `benchmarks.listings --fit`."""

from collections.abc import Mapping
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = {
    "title tables": 0.87, "title sure": 1.1, "title shared": 0.57, "title most shared": 0.59,
    "title parts": 0.68, "title parts above": 1.15, "title near": 0.58, "title near root": -0.22,
    "title near between": 0.95, "title fits": 0.25, "title other": -0.26, "both tables": 0.97,
    "both sure": 1.04, "both shared": 0.69, "both most shared": 0.73, "both parts": 0.73,
    "both parts above": 1.22, "both near": 0.63, "both near root": 0.21,
    "both near between": 1.03, "both fits": 0.39, "both other": -0.3, "described tables": 1.66,
    "described sure": 0.64, "described shared": 1.6, "described most shared": 1.61,
    "described parts": 1.34, "described parts above": 1.06, "described near": 0.79,
    "described near root": -0.64, "described near between": 1.31, "described fits": -0.72,
    "described other": -0.89, "sex": 0.81, "age": 0.88, "leaning sex": 0.71, "leaning age": 0.44,
    "female unsaid": 0.48, "male unsaid": -1.49, "child unsaid": -0.68, "adult unsaid": -0.83,
    "baby said": 0.54, "baby unsaid": -1.98, "held": 1.16, "held less": -1.4, "named title": 0.25,
    "named both": 0.34, "named all": 0.48, "whole title": 0.21, "whole both": 0.32,
    "whole all": 0.48, "less whole title": -0.21, "less whole both": -0.32, "foremost": 2.0,
    "unsaid mark": -0.97, "said mark": 1.51, "shoe": 0.2, "explained": 0.89, "head title": 0.35,
    "head both": 0.41, "head all": 0.46, "title head": 0.46, "title head above": 1.29,
    "other head": -0.81, "unsaid words": -0.43, "first of title": 0.82, "first of both": 0.87,
    "first of described": 1.91, "suggested": 1.0,
}  # fmt: skip
CERTAINTY: Final[Mapping[str, float]] = {
    "any": 0.25, "lead": 0.66, "lead over another kind": 0.01, "share": 1.61,
    "title tables": 0.68, "both tables": 1.48, "title near": -0.02, "both near": 0.02,
    "held": 0.81, "named title": -0.35, "named both": -0.55, "named all": -0.3,
    "whole title": -0.04, "whole both": -0.15, "whole all": 0.16, "unsaid mark": -0.03,
    "explained": 0.31, "head title": -0.31, "head both": -0.65, "head all": -0.73,
    "title head": -0.43, "title head above": -0.4, "other head": -0.58, "unsaid words": -0.33,
    "first of title": 0.19, "first of both": 0.12, "first of described": 0.35,
    "title other": -0.2, "held less": -1.0, "hint agrees": 1.07, "hint decides otherwise": -0.12,
    "rival beside": 0.21, "rival of one head": 0.33, "rival said more": 1.32,
    "said more than rival": 1.25, "lead unsaid": 0.3, "share unsaid": 0.99, "own in title": 1.32,
    "own in hint": -0.53, "own described": 0.25, "unknown words": 0.41, "hint": 0.39,
    "description": 0.77, "hint and title name different people": -1.16,
    "hint and title say different things": -1.34, "not said for whom": -2.43,
    "several fit": -1.16, "not sure enough": -0.95,
}  # fmt: skip
