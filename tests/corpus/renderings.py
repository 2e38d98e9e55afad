"""What others make of a file: Chromium's picture, and whether FFmpeg reads it without a fault.

Nothing of Fripier's own decoding is used here. HEIC, which Chromium does not show, is decoded by
FFmpeg, and Chromium gives its colours.
"""

import base64
import itertools
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
from playwright.sync_api import Error, sync_playwright

from browser.chromium.installer import find_chromium

Pixels = npt.NDArray[np.uint8]
MIME = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "avif": "image/avif",
}
_SECONDS = 60
_STRICT = ("-err_detect", "explode", "-xerror")
_SHOW = """async ([number, animated, side]) => {
  let image = new Image()
  image.src = `/${number}`
  await image.decode()
  const [width, height] = [image.naturalWidth, image.naturalHeight]
  if (animated) { // it runs on meanwhile; its first picture is wanted
    const data = await (await fetch(image.src)).arrayBuffer()
    try {
      image = (await new ImageDecoder({data, type: animated}).decode({frameIndex: 0})).image
    } catch { } // of its animation nothing can be shown: it stands still
  }
  const factor = Math.min(1, side / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * factor))
  canvas.height = Math.max(1, Math.round(height * factor))
  const pen = canvas.getContext('2d', {willReadFrequently: true})
  pen.imageSmoothingQuality = 'high'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  const found = pen.getImageData(0, 0, canvas.width, canvas.height).data
  let text = ''
  for (let at = 0; at < found.length; at += 32768)
    text += String.fromCharCode(...found.subarray(at, at + 32768))
  return [width, height, canvas.width, canvas.height, btoa(text)]
}"""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The size of the picture, upright, and its pixels, made smaller."""

    width: int
    height: int
    pixels: Pixels


class _Handler(BaseHTTPRequestHandler):
    """Gives the page its picture, by a new number each time."""

    numbers = itertools.count(1)
    shown: tuple[int, str, bytes] = (0, "text/html", b"<!doctype html>")

    def do_GET(self) -> None:
        number, mime, data = self.shown
        self.send_response(200 if self.path in {"/", f"/{number}"} else 404)
        self.send_header("Content-Type", mime)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing: there are thousands."""


class Chromium:
    """One page that shows picture after picture."""

    def __enter__(self) -> Self:
        self._playwright = sync_playwright().start()
        path = find_chromium(None)
        self._browser = self._playwright.chromium.launch(
            executable_path=str(path) if path else None, args=["--no-sandbox"]
        )
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        Thread(target=self._server.serve_forever, daemon=True).start()
        self._page = self._browser.new_page()
        self._page.goto(f"http://127.0.0.1:{self._server.server_port}/")
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()
        self._server.shutdown()
        self._server.server_close()

    def show(self, data: bytes, kind: str, side: int = 256) -> Rendering | None:
        """The picture, at most `side` long; None where Chromium does not show it."""
        _Handler.shown = (next(_Handler.numbers), MIME[kind], data)
        animated = MIME[kind] if _is_animated(data) else ""
        try:
            found = self._page.evaluate(_SHOW, [_Handler.shown[0], animated, side])
        except Error as error:
            if "EncodingError" in str(error):
                return None
            raise
        width, height, columns, rows, pixels = found
        shape = np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(rows, columns, 4)
        return Rendering(width, height, shape[..., :3])


def _is_animated(data: bytes) -> bool:
    return data.startswith(b"GIF") or b"acTL" in data[:4096] or b"ANIM" in data[:4096]


def faults(data: bytes) -> str:
    """What FFmpeg, told to stop at any fault, complains of first; nothing for a whole file.

    Its complaints about metadata are left out: they are no part of the picture.
    """
    done = _ffmpeg(data, _STRICT, ["-frames:v", "1", "-f", "null", "-"])
    if done is None:
        return "FFmpeg comes to no end within a minute"
    lines = done.stderr.decode(errors="replace").splitlines()
    told = [re.sub(r" @ 0x[0-9a-f]+", "", line) for line in lines if "EXIF" not in line]
    return told[0][:150] if told else "" if done.returncode == 0 else "FFmpeg refuses it"


def as_png(data: bytes) -> bytes | None:
    """The picture of a HEIC as a PNG that says the same of its colours; None where it is none."""
    wanted = [
        "-frames:v",
        "1",
        "-c:v",
        "png",
        "-pix_fmt",
        "rgb48be",
        "-compression_level",
        "1",
        "-f",
        "image2pipe",
        "-",
    ]
    done = _ffmpeg(data, [], wanted)
    return done.stdout if done and done.stdout else None


def _ffmpeg(
    data: bytes, before: Sequence[str], after: Sequence[str]
) -> subprocess.CompletedProcess[bytes] | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture"  # without an ending: it goes by the content
        path.write_bytes(data)
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "error", *before]
        command += ["-i", str(path), *after]
        try:
            return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return None
