"""Estonian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Estonian",
    codes="et",
    note_headings="viited; allikad; kasutatud kirjandus; kirjandus; viidatud allikad; kasutatud allikad",
    ordinals_have_stops=True,
    see=r"vt\.?|vrd\.?",
    same_source="samas|sealsamas",
    earlier_source="viidatud teos",
    numbered_source="viide|märkus",
    above="eespool|ülal",
    below="allpool",
    pages=r"lk\.?|lehekülg",
    paragraphs="lõik|punkt",
    chapters=r"ptk\.?|peatükk",
    times="minut",
    at_place="siin",
    volumes=r"nr\.?|kd\.",
    between_authors="ja|ning",
    other_authors=r"jt\.?|et al\.?|ja teised",
    unpublished="ilmumas",
    page_not_found="(?:lehte|lehekülge|artiklit) ei (?:leitud|ole)|lehekülg puudub",
    page_not_there=(
        "otsitavat (?:lehte|lehekülge|artiklit) ei|(?:leht|lehekülg|artikkel|artiklit|"
        "lehte),? mida (?:te )?otsi(?:te|d|site),? (?:ei|on)"
    ),
)
