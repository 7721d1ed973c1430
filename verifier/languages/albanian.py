"""Albanian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Albanian",
    codes="sq",
    note_headings="referime; burime",
    see="shih",
    same_source="po aty",
    earlier_source=r"vep(?:\.|ra) (?:e )?cit(?:uar)?",
    numbered_source="shënimi(?:n)?|fusnota",
    above="më lart",
    below="më poshtë",
    pages=r"fq\.|faqe",
    chapters=r"kap\.|kapitulli",
    volumes=r"nr\.",
    between_authors="dhe|e",
    other_authors=r"etj\.?|et al\.?",
    page_not_found="faqja nuk (?:u gjet|ekziston)",
)
