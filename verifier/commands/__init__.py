"""One file a verb: parse, open, call the workflow, print, exit code."""
