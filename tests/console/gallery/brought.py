"""The scenes of files of listings that cannot be taken, and of an import that is gone."""

from playwright.async_api import expect

from tests.console.gallery.refusals import refused
from tests.console.gallery.scenes import scene
from tests.console.gallery.stage import Stage
from tests.console.seller import file

HEAD = "Title,Price,Description\n"
MOST_ROWS = 1000


async def brought(stage: Stage, name: str, content: bytes) -> None:
    """A file is chosen and sent at the console."""
    await stage.goto("#/imports")
    await stage.seller.choose(file(name, content, "text/csv"))
    await stage.press("bring.send")
    await refused(stage)


@scene("code.import_unreadable", how="A text without a header is chosen as the table.")
async def import_unreadable(stage: Stage) -> None:
    await brought(stage, "notes.csv", b"a hoodie and two stamps\n")


@scene("code.import_too_large", how="A table with one row more than an import may have.")
async def import_too_large(stage: Stage) -> None:
    rows = (f"Stamp {number},2,Good\n" for number in range(MOST_ROWS + 1))
    await brought(stage, "stamps.csv", (HEAD + "".join(rows)).encode())


@scene(
    "code.import_not_found",
    how="A listing that was left out is taken up again after the account was deleted elsewhere.",
)
async def import_not_found(stage: Stage) -> None:
    await stage.serving.sign_in(account="other")
    files = {"files": ("stamps.csv", f"{HEAD}Stamp,2,Good\n".encode(), "text/csv")}
    told = (await stage.http.post("/vinted/imports?account=other&hold=true", files=files)).json()
    await stage.http.delete(f"/vinted/imports/{told['id']}")
    await stage.goto(f"#/imports/{told['id']}")
    anew = stage.seller.say("import.anew.of", title="Stamp")
    await expect(stage.page.get_by_role("button", name=anew)).to_be_visible()
    assert (await stage.http.delete("/vinted/accounts/other")).status_code < 300
    await stage.press("import.anew.of", title="Stamp")
    await refused(stage)
