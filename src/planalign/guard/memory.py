"""How much memory a process may take and takes: by the system where that can be told to keep watch, else by looking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CAPPED = sys.platform == "linux"
"""Whether the system itself keeps a process within its memory; elsewhere its parent looks again and again."""


def bound(memory: int, most: int) -> int:
    """Bound this process for good to `most` bytes, and return what it may take at first."""
    # A debugger or a sanitizer reserves far more address space than it uses: what is in use already is no bomb.
    least = size() + memory // 2
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = max(most, least)
        top = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (top, top))
    return max(memory, least)


def allow(memory: int) -> None:
    """Let this process take so many bytes from now on, within what it is bounded to for good."""
    if sys.platform != "linux":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))


def size() -> int:
    """Return the address space of this process in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def resident(pid: int) -> int:
    """Return the memory of another process in bytes; 0 where it is gone or the system does not tell."""
    if sys.platform == "win32":
        return _resident_on_windows(pid)
    import subprocess

    command = ["/bin/ps", "-o", "rss=", "-p", str(pid)]
    found = subprocess.run(command, capture_output=True, check=False).stdout  # noqa: S603 - a fixed command and a number
    return int(found or 0) * 1024


def _resident_on_windows(pid: int) -> int:
    """Ask the system by way of GetProcessMemoryInfo; the fourth field is the working set."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint32), ("faults", ctypes.c_uint32), ("sizes", ctypes.c_size_t * 8))

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - known to the type checker on Windows only
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(0x0410, False, pid))
    counters = Counters(size=ctypes.sizeof(Counters))
    kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
    kernel.CloseHandle(handle)
    return int(counters.sizes[1])
