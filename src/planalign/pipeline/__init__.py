"""The steps in order: read, parse, align, assess. The only place that knows their order."""
