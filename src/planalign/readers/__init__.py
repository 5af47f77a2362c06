"""Bytes to blocks: one module per format, no interpretation."""
