"""Welsh."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Welsh",
    codes="cy",
    elsewhere="un pump cant dan di na ni tri",
    months=(
        "ionawr ion; chwefror chwef; mawrth maw; ebrill ebr; mai; mehefin meh; gorffennaf gorff; awst; "
        "medi; hydref hyd; "
        "tachwedd tach; rhagfyr rhag"
    ),
    numbers="2 dau dwy; 3 tri tair; 4 pedwar pedair; 5 pump; 6 chwech; 7 saith; 8 wyth; 9 naw; 10 deg deng; 100 cant",
    amounts="un hanner",
    magnitudes="10 degawd; 1e3 mil; 1e6 miliwn; 1e9 biliwn",
    percent="cant",
    percent_phrases="y cant",
    roughly="tua bron",
    at_least="dros mwy",
    at_most="llai dan",
    negations="ddim nid nad heb neb byth na ni",
    negative_prefixes="an af di",
    modals="efallai gall gallai rhaid dylai",
    qualifiers="bron rhai llawer weithiau aml",
    note_headings="cyfeiriadau; nodiadau; troednodiadau; ffynonellau; llyfryddiaeth",
    accessed="cyrchwyd(?: ar)?|adalwyd(?: ar)?",
    see=r"gweler|gw\.",
    numbered_source="(?:troed)?nodyn",
    above="uchod",
    below="isod",
    pages=r"tud\.|tudalen(?:nau)?",
    chapters=r"pen\.|pennod",
    times="munud",
    between_authors="a|ac",
    other_authors=r"ac eraill|et al\.?",
    speech=r"dywedodd|meddai|honnodd",
    title_words="y yr o a ac",
    page_not_found="heb ddod o hyd i(?:'r)? dudalen|ni ellir dod o hyd i'r dudalen",
)
