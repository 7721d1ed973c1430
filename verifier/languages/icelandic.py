"""Icelandic."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Icelandic",
    codes="is",
    months="janúar; febrúar; mars; apríl; maí; júní; júlí; ágúst; september; október; nóvember; desember",
    numbers=(
        "2 tveir tvær tvö; 3 þrír þrjár þrjú; 4 fjórir fjórar fjögur; 5 fimm; 6 sex; 7 sjö; 8 átta; 9 níu; 10 tíu; "
        "100 hundrað"
    ),
    elsewhere="sex ó",
    amounts="einn ein eitt",
    magnitudes="1e3 þúsund; 1e6 milljón milljónir; 1e9 milljarður milljarðar",
    percent="prósent",
    roughly="næstum",
    negations="ekki aldrei enginn engin ekkert án hvorki",
    negative_prefixes="ó",
    modals="getur gæti verður skal kannski líklega",
    qualifiers="aðeins bara næstum sumir oft",
    function_words="og að í á sem er til við af um var það",
    ordinals_have_stops=True,
    note_headings="heimildir; tilvísanir",
    see=r"sjá|sbr\.",
    same_source="sama (?:rit|heimild|stað)",
    earlier_source=r"tilv\. rit",
    numbered_source=r"nmgr\.|neðanmálsgrein",
    above="að ofan",
    below="að neðan",
    pages=r"bls\.",
    chapters="kafli|kafla",
    times="mínúta",
    volumes=r"tbl\.|árg\.",
    between_authors="og",
    other_authors=r"o\.\s?fl\.?|og fleiri",
    page_not_found="síðan fannst ekki",
    page_not_there="síðan sem þú (?:ert að leita|leitar) að (?:er|fannst|finnst)",
)
