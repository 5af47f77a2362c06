"""The command line: options to calls to exit codes; the only place that prints or exits."""

import gc
import os

# A command is over soon and its records hold no cycles: looking for some as often as Python does by default, from the
# first import on, takes a twentieth of the time.
gc.set_threshold(100_000)
# Looking for plugins of pydantic reads the metadata of every package that is installed; planalign has none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
