"""Alignment to findings: one small module per rule family, texts beside code."""
