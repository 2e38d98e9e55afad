"""A notice outlives the process that wrote it, and reaches its receiver once by its id."""

import base64
import json
from pathlib import Path

from standardwebhooks.webhooks import Webhook

from gql_api.cli.demo.photos import hoodie
from tests.gql_api.notices.receivers import Receiver
from tests.services import COMMAND, start

from .serving import LISTING, free_port, serving

SECRET = f"whsec_{base64.b64encode(b'planted-and-long-enough!').decode()}"
PATH = "/planted-path"


async def test_a_notice_arrives_once_over_a_restart(tmp_path: Path) -> None:
    port = free_port()  # the stand-in's, too, so that the session is known to it
    async with Receiver(status=503).open() as receiver:
        env = {
            "NOTIFY_WEBHOOK_URL": receiver.url + PATH,
            "NOTIFY_WEBHOOK_SECRET": SECRET,
            "NOTIFY_PRIVATE_HOSTS": "127.0.0.1",
            "PUBLIC_URL": "https://shop.example",
        }
        async with serving(tmp_path, port, **env) as first:
            await first.sign_in()
            prepared = await first.prepare(photos=[await first.upload(hoodie(30))])
            (refused,) = await receiver.until(1)
            await first.kill()
        receiver.status = 204
        async with serving(tmp_path, port, **env) as second:
            _, ready = await receiver.until(2)
            published = (await second.publish(prepared["confirm_token"])).json()
            assert published["listing_id"], published
            _, _, done = await receiver.until(3)
            page = await second.http.get("/fripier")
            assert page.status_code == 200
            figures = (await second.http.get("/metrics")).text
        assert len(receiver.got) == 3

    assert ready.headers["webhook-id"] == refused.headers["webhook-id"]
    assert ready.headers["webhook-id"] != done.headers["webhook-id"]
    told = [Webhook(SECRET).verify(each.body, each.headers)["data"] for each in (ready, done)]
    assert [each["kind"] for each in told] == ["ready_for_yes", "published"]
    job_id = prepared["job_id"]
    assert told[0]["job_id"] == job_id
    assert told[0]["link"] == f"https://shop.example/fripier#/jobs/{job_id}"
    assert "fripier_notices_waiting 0.0" in figures
    sent = b"".join(each.head + each.body for each in receiver.got)
    assert str(LISTING["title"]).encode() not in sent
    log = "".join(first.output + second.output)
    assert '"event": "notice_sent"' in log
    for secret in (SECRET, SECRET.removeprefix("whsec_"), PATH):
        assert secret not in log


async def test_the_command_line_tries_every_channel(tmp_path: Path) -> None:
    async with Receiver().open() as hooks, Receiver(status=403).open() as topics:
        env = {
            "DATA_DIR": str(tmp_path),
            "NOTIFY_WEBHOOK_URL": hooks.url,
            "NOTIFY_WEBHOOK_SECRET": SECRET,
            "NOTIFY_NTFY_URL": topics.url + "/planted-topic",
            "NOTIFY_PRIVATE_HOSTS": "127.0.0.1",
        }
        said, code = await _said("notify", "test", **env)
        assert said[-2:] == ["webhook: taken in", "ntfy: status_403"]
        assert code == 1
    assert json.loads(hooks.got[0].body)["data"]["kind"] == "test"
    assert (await _said("notify", "test", DATA_DIR=str(tmp_path)))[1] == 2
    printed, _ = await _said("notify", "secret")
    Webhook(printed[-1])
    assert not list(tmp_path.iterdir())
    said, code = await _said("notify", "status", DATA_DIR=str(tmp_path / "data"))
    assert (said[-2:], code) == (["waiting: 0", "given up: 0"], 0)


async def _said(*arguments: str, **env: str) -> tuple[list[str], int]:
    process = await start((*COMMAND, *arguments), env)
    assert process.stdout is not None
    lines = [line.decode().strip() async for line in process.stdout]
    return lines, await process.wait()
