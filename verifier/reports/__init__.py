"""Formatters: a `Report` in, text or bytes out. One module a format, one line in FORMATS."""
