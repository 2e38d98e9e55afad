"""Size lists whose labels differ between the continent and Britain, each label to its pair.

From the site's own lists of sizes in both languages, captured on 2026-08-17 (shoes, clothes, bras)
and in 2022 and 2023 (the others). What a label means belongs to `browser.matching.sizes`.
"""

from collections.abc import Mapping
from typing import Final


def _pairs(text: str) -> Mapping[str, str]:
    return dict(pair.split("=") for pair in text.split("; "))


def _bras() -> Mapping[str, str]:
    """`80B` is `30B`; from E on the letters part."""
    cups = _pairs("A & AA=A & AA; B=B; C=C; D=D; E=DD; F=E; G=F; H=FF; I=G; J=GG")
    return {
        f"{80 + 5 * step}{cup}": f"{30 + 2 * step}{british}"
        for step in range(8)
        for cup, british in cups.items()
    }


SIZE_LISTS: Final = {
    "women's clothes": _pairs(
        "XXXS / 30 / 2=XXXS / 2; XXS / 32 / 4=XXS / 4; XS / 34 / 6=XS / 6; S / 36 / 8=S / 8; "
        "M / 38 / 10=M / 10; L / 40 / 12=L / 12; XL / 42 / 14=XL / 14; XXL / 44 / 16=XXL / 16; "
        "XXXL / 46 / 18=XXXL / 18; 4XL / 48 / 20=4XL / 20; 5XL / 50 / 22=5XL / 22; "
        "6XL / 52 / 24=6XL / 24; 7XL / 54 / 26=7XL / 26; 8XL / 56 / 28=8XL / 28; "
        "9XL / 58 / 30=9XL / 30"
    ),
    "women's shoes": _pairs(
        "34=1; 34.5=1.5; 35=2; 35.5=2.5; 36=3; 36.5=3.5; 37=4; 37.5=4.5; 38=5; 38.5=5.5; 39=6; "
        "39.5=6.5; 40=7; 40.5=7.5; 41=8; 41.5=8.5; 42=9; 42.5=9.5; 43=10; 43.5=10.5; 44=11; "
        "44.5=44.5; 45=12; 45.5=12.5; 46=13"
    ),
    "men's shoes": _pairs(
        "38=4; 39=5; 40=6; 41=7; 42=8; 42.5=8.5; 43=9; 43.5=9.5; 44=10; 44.5=10.5; 45=11; "
        "45.5=11.5; 46=12; 47=13; 48=14; 49=15; 50=15.5; 51=16; 52=16.5"
    ),
    "men's collars": _pairs(
        "35 cm=13.5 inch; 36 cm=14 inch; 37 cm=14.5 inch; 38 cm=15 inch; 39 cm=15.5 inch; "
        "40 cm=16 inch; 41 cm=16.5 inch; 42 cm=17 inch; 43 cm=17.5 inch; 44 cm=18 inch; "
        "45 cm=18.5 inch; 46 cm=19 inch; 47 cm=19.5 inch; 48 cm=20 inch; 49 cm=20.5 inch; "
        "50 cm=21 inch; 51 cm=21.5 inch; 52 cm=22 inch"
    ),
    "belts": _pairs(
        "65 cm=26 inches; 70 cm=28 inches; 75 cm=30 inches; 80 cm=32 inches; 85 cm=34 inches; "
        "90 cm=36 inches; 95 cm=38 inches; 100 cm=40 inches; 105 cm=42 inches; 110 cm=44 inches; "
        "115 cm=45 inches; 120 cm=47 inches; 125 cm=49 inches"
    ),
    "hats": _pairs(
        "52=UK 6 3/8; 53=UK 6 1/2; 54=UK 6 5/8; 55=UK 6 3/4; 56=UK 6 7/8; 57=UK 7; 58=UK 7 1/8; "
        "59=UK 7 1/4; 60=UK 7 3/8; 61=UK 7 1/2; 62=UK 7 5/8; 63=UK 7 3/4; 64=UK 7 7/8; 65=UK 8"
    ),
    "bras": _bras(),
    "suits": _pairs(
        "22=32S; 23=34S; 24=36S; 25=38S; 26=40S; 27=42S; 28=44S; 29=46S; 30=48S; 42=32R; 44=34R; "
        "46=36R; 48=38R; 50=40R; 52=42R; 54=44R; 56=46R; 58=48R; 90=36L; 94=38L; 98=40L; 102=42L; "
        "106=44L; 110=46L; 112=48L; 118=50L"
    ),
}
