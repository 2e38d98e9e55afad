"""Every scene there is: importing the modules of scenes puts them on the list."""

from tests.console.gallery import access, failures, handed, outcomes, refusals
from tests.console.gallery.scenes import SCENES, Scene

MODULES = (outcomes, refusals, failures, access, handed)


def cast() -> list[Scene]:
    return list(SCENES)
