"""Blocks to plan: masthead, sections, tasks, clauses, annexes."""
