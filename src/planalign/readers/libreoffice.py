"""LibreOffice as a converter to .docx: only where it is allowed, in a folder of its own, with nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from planalign.errors import ReadError
from planalign.guard import extend
from planalign.model.sentence import english

if TYPE_CHECKING:
    from planalign.config import Limits

_PROGRAMS = ("soffice", "libreoffice")
_TO_DOCX = "docx:MS Word 2007 XML"
_ALLOW = english("allow LibreOffice to convert it (--libreoffice), or save it as .docx or PDF and read that")
_INSTALL = english(
    "install LibreOffice Writer (on Debian and Ubuntu the package libreoffice-writer-nogui), "
    "or save the document as .docx or PDF and read that"
)
_SAVE_AS = english("save it as .docx or PDF and read that")
# Settings of the profile: no macros, no links followed, nothing fetched.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>
"""
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    # A proxy that does not answer keeps everything off the net.
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def to_docx(data: bytes, what: str, ending: str, limits: Limits) -> bytes:
    """Return a document that has this ending as .docx; what says in an error what it is.

    Raises ReadError where LibreOffice is not allowed, not installed, takes too long or cannot read the document.
    """
    if not limits.libreoffice:
        raise ReadError(what, hint=_ALLOW)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ReadError(english("{what}, and LibreOffice is not installed", what=what), hint=_INSTALL)
    extend(limits.convert_seconds, limits.extra_memory)
    with TemporaryDirectory(prefix="planalign-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source.{ending}"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        _run([program, *_options(folder), str(source)], folder, limits)
        return _result(folder / "out" / "source.docx", limits)


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(_PROFILE.format(items), encoding="utf-8")


def _options(folder: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard", "--nologo"),
        *("--convert-to", _TO_DOCX, "--outdir", str(folder / "out")),
    ]


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    """Run LibreOffice with the folder as its home; all that it started ends with it."""
    place = {"HOME": str(folder), "TMPDIR": str(folder)}
    with subprocess.Popen(  # noqa: S603 - a fixed command; the document is a file with a name of ours
        command,
        env=os.environ | place,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(limits.convert_seconds)
        except subprocess.TimeoutExpired as error:
            raise ReadError(
                english("LibreOffice took more than {seconds} seconds", seconds=limits.convert_seconds), hint=_SAVE_AS
            ) from error
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and its children, which may outlive the program that started them."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError, PermissionError):
        process.kill()


def _result(path: Path, limits: Limits) -> bytes:
    if not path.is_file():
        raise ReadError(english("LibreOffice could not read the document"), hint=_SAVE_AS)
    size = path.stat().st_size
    if size > limits.max_bytes:
        raise ReadError(english("the file has {size} bytes, more than {most}", size=size, most=limits.max_bytes))
    return path.read_bytes()
