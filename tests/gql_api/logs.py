"""Logging belongs to the process: a test that has it set up puts back what was there before."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

LOGGERS = (None, "dbos", "uvicorn", "uvicorn.access")


@contextmanager
def restored() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(each, each.level, each.handlers[:], each.propagate) for each in loggers]
    yield
    for each, level, handlers, propagate in before:
        each.setLevel(level)
        each.handlers, each.propagate = handlers, propagate
    logging.captureWarnings(capture=False)
    structlog.contextvars.clear_contextvars()
    structlog.reset_defaults()
