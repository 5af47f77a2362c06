"""Risky work in a child process of our own, which may hang, grow or crash without harm; standard library only."""

from planalign.guard.child import extend, progress
from planalign.guard.outcome import Outcome, Status
from planalign.guard.parent import Guard

__all__ = ["Guard", "Outcome", "Status", "extend", "progress"]
