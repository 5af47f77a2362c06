"""Child × parent: links and clause coverage."""
