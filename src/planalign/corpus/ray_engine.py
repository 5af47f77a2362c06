"""Has work done by tasks of Ray, on this machine or on a cluster; the only file that imports ray.

Nothing of Ray is inside the work: a task opens a guarded child as a thread of the local engine does, and keeps it for
the next task of its process.
"""

from __future__ import annotations

import os
import secrets
from collections import deque
from functools import cache
from importlib.util import find_spec
from logging import WARNING
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from planalign.config import Limits
from planalign.corpus.engine import Guarded
from planalign.corpus.work import accepted, refusal
from planalign.errors import PlanalignError, UsageError
from planalign.model.sentence import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planalign.corpus.part_run import Call, Done

Item = TypeVar("Item")
Result = TypeVar("Result")
_RETRIES = 3
"""So often a task is tried again whose process was killed; what it had finished lies in the store."""
_WINDOW = 4
"""So many tasks wait for each worker: more would only fill the memory of the driver."""


def require_ray() -> None:
    """Say what to install where Ray is missing.

    Raises UsageError.
    """
    if find_spec("ray") is None:
        raise UsageError(english("the engine ray is not installed"), hint=english("pip install 'planalign[ray]'"))


class RayTasks(NamedTuple):
    """Tasks of Ray: on the cluster that RAY_ADDRESS names, else on this machine."""

    limits: Limits
    workers: int | None = None
    """So many at a time on this machine; None for one a core."""

    def each(self, items: Sequence[Item], doing: Callable[[Item, Call, Done], Result], done: Done) -> Iterator[Result]:
        """Yield what comes of each item, as it is finished.

        Raises UsageError where the store takes nothing, the cluster cannot be reached or it gives up on a task.
        """
        if not items:
            return
        _connect(self.workers)
        import ray

        task: Any = ray.remote(max_retries=_RETRIES)(_work)
        room = _WINDOW * _processors()
        limits = self.limits.model_dump(mode="json")
        left: deque[Item] = deque(items)
        running: list[Any] = []
        while left or running:
            while left and len(running) < room:
                running.append(task.remote(left.popleft(), doing, limits))
            finished, running = ray.wait(running)
            for each in finished:
                yield _heard(_reply(each), done)


def _connect(workers: int | None) -> None:
    """Join or start a cluster that asks for a token: whoever reaches one without can run anything on it.

    Raises UsageError.
    """
    remote = "RAY_ADDRESS" in os.environ
    # Ray looks at both when it is imported. A cluster for this run alone has a token of its own.
    os.environ["RAY_AUTH_MODE"] = "token"
    if not remote:
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    import ray

    if ray.is_initialized():
        return
    try:
        ray.init(
            num_cpus=None if remote else workers, include_dashboard=False, log_to_driver=False, logging_level=WARNING
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        hint = english("RAY_ADDRESS and the token of the cluster; docs/scale.md")
        raise UsageError(
            english("the Ray cluster cannot be used: {why}", why=str(error).splitlines()[0]), hint=hint
        ) from error


def _processors() -> int:
    import ray

    resources: dict[str, float] = ray.cluster_resources()
    return max(1, int(resources.get("CPU", 1)))


def _work(item: Item, doing: Callable[[Item, Call, Done], Result], limits: dict[str, Any]) -> dict[str, Any]:
    """Do one item in a process of Ray; what the user should know comes back as a record."""
    told: list[bool] = []
    try:
        return {
            "result": doing(item, _child(Limits.model_validate(limits).model_dump_json()), told.append),
            "told": told,
        }
    except PlanalignError as error:
        return refusal(error)


@cache
def _child(limits: str) -> Guarded:
    """Return the guarded child of this process; it ends with the process."""
    return Guarded(Limits.model_validate_json(limits))


def _reply(task: Any) -> dict[str, Any]:  # noqa: ANN401 - a handle of Ray
    """Return what a task sent back.

    Raises UsageError where its process was killed again and again, for want of memory or with its machine.
    """
    import ray

    try:
        reply: dict[str, Any] = ray.get(task)
    except ray.exceptions.RayTaskError:
        raise
    except ray.exceptions.RayError as error:
        hint = english("what was finished is kept: run again, with fewer workers or more memory")
        raise UsageError(english("Ray gave up on a part: {why}", why=str(error).splitlines()[0]), hint=hint) from error
    return reply


def _heard(reply: dict[str, Any], done: Done) -> Any:  # noqa: ANN401 - what the work returns
    for good in accepted(reply)["told"]:
        done(good)
    return reply["result"]
