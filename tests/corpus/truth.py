"""What each file of the corpus should come to, as others say: Chromium, FFmpeg, or its own package.

A file that Chromium shows and FFmpeg reads without a fault is to be taken; one that neither does is
to be refused. Where the two differ, `truths.toml` says who is right and why, by hand.
"""

import re
import struct
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus.gather import Sample
from tests.corpus.renderings import Chromium, Rendering, as_png, faults

_SIGNATURES = (
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("avif", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
    ("heic", re.compile(rb"....ftyp(?:hei[cxs]|hev[cx]|mif1|msf1)", re.DOTALL)),
)
HEIC_ALPHA = (b"urn:mpeg:hevc:2015:auxid:1", b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")


@dataclass(frozen=True, slots=True)
class Truth:
    """`verdict` is `taken`, `refused`, or `disputed`; `reference` what it should look like."""

    kind: str
    verdict: str
    why: str
    reference: Rendering | None = None
    is_bright: bool = False


def truth(sample: Sample, chromium: Chromium) -> Truth:
    """By others, then by hand."""
    said = _by_hand().get(sample.name, {})
    kind = next((name for name, sign in _SIGNATURES if sign.match(sample.data)), "other")
    if kind == "other":
        return Truth(kind, said.get("verdict", "refused"), said.get("why", "another format"))
    if {"verdict", "look"} <= said.keys():
        return Truth(kind, said["verdict"], said["why"])
    data, shown_kind = sample.data, kind
    if kind == "heic":
        data, shown_kind = as_png(sample.data) or b"", "png"
    shown = chromium.show(data, shown_kind) if data else None
    fault = faults(sample.data)
    verdict = said.get("verdict") or _verdict(shown is not None, fault)
    if said.get("look") == "not compared" or _differs(kind, sample.data):
        shown = None
    return Truth(kind, verdict, said.get("why", fault), shown, _is_bright(kind, sample.data, data))


def _verdict(is_shown: bool, fault: str) -> str:
    if is_shown and not fault:
        return "taken"
    return "disputed" if is_shown or not fault else "refused"


def _differs(kind: str, data: bytes) -> bool:
    """Whether the others show something else on purpose.

    FFmpeg shows a HEIC without its transparency and without its clean aperture. Of an animated
    PNG whose default picture is none of the animation's Chromium shows the first of the animation.
    """
    if kind == "png":
        return b"acTL" in data and not 0 < data.find(b"fcTL") < data.find(b"IDAT")
    return kind == "heic" and (
        any(alpha in data for alpha in HEIC_ALPHA) or b"clap" in data[:65_536]
    )


def _is_bright(kind: str, data: bytes, shown: bytes) -> bool:
    """Whether it says PQ or HLG."""
    if kind == "heic":
        data, kind = shown, "png"
    if kind == "png" and (found := re.search(rb"\x00\x00\x00\x04cICP..", data[:65_536], re.DOTALL)):
        return found[0][-1] in {16, 18}
    if kind == "avif" and (place := data.find(b"colrnclx")) > 0:
        return struct.unpack_from(">H", data, place + 10)[0] in {16, 18}
    return False


@cache
def _by_hand() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("truths.toml").read_text())
