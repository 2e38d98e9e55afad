"""Every scene there is: importing the modules of scenes puts them on the list."""

from tests.console.gallery import access, brought, failures, handed, outcomes, refusals
from tests.console.gallery.scenes import SCENES, Scene

MODULES = (outcomes, refusals, failures, access, handed, brought)


def cast() -> list[Scene]:
    return list(SCENES)
