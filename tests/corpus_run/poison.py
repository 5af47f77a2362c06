"""The work of a child in which some documents hang, eat memory or crash, as a hostile file might make a library do."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from planalign.corpus.work import work as real_work


def work(request: bytes) -> bytes:
    """Do the real work, unless the document says otherwise."""
    asked = json.loads(request)
    if asked["job"] == "read":
        _suffer(Path(asked["folder"]) / asked["document"][0])
    return real_work(request)


def _suffer(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if "POISON hang" in text:
        time.sleep(600)
    if "POISON memory" in text:
        hoard = []
        while True:
            hoard.append(bytearray(2**24))
    if "POISON crash" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
