"""Everything that an account leaves behind, and where it could still stand once it is forgotten."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from gql_api.cli.demo.photos import hoodie

from .serving import HOODIE, Serving

ACCOUNT = "marianne-b"
WORDS = ("Veste introuvable", "portee une fois en ville", "Bleu canard", "une-cle-bien-a-elle")

DEFAULTS = b"account_defaults"
"""A table: its name is in the file whatever its rows are, and holds the name of an account."""


async def lived(api: Serving) -> set[str]:
    """A life of the account: words and ids that must be nowhere afterwards."""
    assert (await api.sign_in(account=ACCOUNT)).json()["state"] == "valid"
    mine = await api.upload(hoodie(61), f"{ACCOUNT}.jpg")
    shared = await api.upload(hoodie(62))
    title, description, color, key = WORDS
    named = {**HOODIE, "account": ACCOUNT, "title": title, "description": description}
    saved = {"photos": [mine, shared], "color": color, "dry_run": False}
    taught = await api.prepare(**named | saved, answers={"color": "Noir"})
    assert taught["outcome"] == "draft_saved", taught
    sold = (await api.publish(taught["confirm_token"], key=key)).json()
    assert sold["outcome"] == "published", sold
    waiting = await api.prepare(**named | {"title": f"{title} 2", "photos": [mine]})
    await api.sign_in(account="other")
    await api.prepare(account="other", photos=[shared])
    jobs = {taught["job_id"], waiting["job_id"]}
    return {ACCOUNT, *WORDS, mine, *jobs}


async def is_nowhere(words: Iterable[str], *folders: Path) -> None:
    """No file below the folders is named by a word or holds one."""
    for folder in folders:
        for path in filter(Path.is_file, folder.rglob("*")):
            told = path.name.encode() + await asyncio.to_thread(path.read_bytes)
            told = told.replace(DEFAULTS, b"")
            for word in words:
                assert word.encode() not in told, (word, path)


def is_in_no_table(words: Iterable[str], address: str) -> None:
    """No row of any table, the job engine's too, holds a word."""
    url = sa.make_url(address).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    listed = """SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
        """
    with engine.connect() as connection:
        for table in connection.scalars(sa.text(listed)).all():
            told = repr(connection.execute(sa.text(f"SELECT * FROM {table}")).all())
            for word in words:
                assert word not in told, (word, table)
