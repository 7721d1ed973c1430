"""The archive: values in, values out, over sqlite-utils."""
