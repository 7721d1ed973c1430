"""Albanian."""

from verifier.languages._language import Language

LANGUAGE = Language(name="Albanian", codes="sq", note_headings="referime; burime")
