"""The command line: options to calls to exit codes; the only place that prints or exits."""
