"""Estonian."""

from verifier.languages._language import Language

LANGUAGE = Language(name="Estonian", codes="et", note_headings="viited; allikad", ordinals_have_stops=True)
