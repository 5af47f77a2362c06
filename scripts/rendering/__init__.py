"""Renders the sources of a corpus into the formats in which plans are published."""
