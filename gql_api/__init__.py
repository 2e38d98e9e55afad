"""The service half: accounts, jobs and transports around the browser half.

It knows no selector. `create_app` and `attach` in `app` are its public face.
"""

from importlib.metadata import version

__version__ = version("fripier")
