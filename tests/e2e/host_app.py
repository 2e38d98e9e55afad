"""An older FastAPI backend with routes, a lifespan and CORS of its own, joined by Fripier."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI, HTTPException
from fastapi.middleware.cors import CORSMiddleware

from gql_api import attach

alive: list[str] = []


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, str]]:
    alive.append("host")
    yield {"greeting": "bonjour"}
    alive.clear()


app = FastAPI(lifespan=lifespan)


@app.get("/health")
async def health() -> dict[str, object]:
    return {"status": "the host's own", "alive": alive}


@app.get("/")
async def home() -> dict[str, str]:
    return {"page": "the host's own page"}


@app.get("/broken")
async def broken() -> None:
    raise HTTPException(418, "the host's own error")


fripier = attach(app)
app.add_middleware(CORSMiddleware, allow_origins=["https://front.example"])

if __name__ == "__main__":
    print(f"Market    {fripier.core.market}", flush=True)
    uvicorn.run(app, port=int(os.environ["PORT"]), log_level="warning")
