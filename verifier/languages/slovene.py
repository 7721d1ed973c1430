"""Slovene."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Slovene",
    codes="sl",
    months=(
        "januar januarja jan; februar februarja feb; marec marca; april aprila apr; maj maja; junij junija; "
        "julij julija; avgust avgusta avg; september septembra sep; oktober oktobra okt; november novembra nov; "
        "december decembra dec"
    ),
    numbers="2 dva dve; 3 trije tri; 4 štirje štiri; 5 pet; 6 šest; 7 sedem; 8 osem; 9 devet; 10 deset; 100 sto",
    elsewhere="pet tri en",
    amounts="en ena eno pol",
    magnitudes="1e3 tisoč; 1e6 milijon milijona milijonov; 1e9 milijarda milijarde milijard",
    percent="odstotek odstotka odstotkov",
    roughly="skoraj približno okoli",
    at_least="več",
    at_most="manj",
    negations="ne ni niso nikoli nihče nič brez niti",
    negative_prefixes="ne brez",
    modals="lahko mora morda verjetno",
    qualifiers="samo skoraj nekateri pogosto",
    function_words="in v na s z iz za od da je so se ki kot",
    ordinals_have_stops=True,
    note_headings=(
        "reference; opombe; viri; literatura; seznam literature; viri in literatura; literatura in viri; končne opombe"
    ),
    accessed="pridobljeno|dostopano",
    see=r"gl\.|glej|prim\.",
    same_source="prav tam|istotam",
    earlier_source=r"n\.\s?d(?=\.)|nav(?:edeno|\.) delo",
    numbered_source=r"opomb[aeio]|op\.(?=\s?\d)",
    above="zgoraj",
    below="spodaj",
    pages=r"s\.|str\.|stran(?:i)?",
    paragraphs=r"odst\.|odstavek|tč\.",
    chapters=r"pogl\.|poglavje",
    times="minuta",
    at_place="tu|na",
    volumes=r"št\.|letn\.|letnik",
    no_date=r"b\.\s?d\.|b\.\s?l\.",
    between_authors="in",
    other_authors=r"in drugi|in dr\.?|idr\.?|in sod\.?|in sodelavci",
    unpublished="v tisku",
    editors_notes=r"sic|(?:poudar\w*|kurziva|podčrt\w*|prevod)\b[^\])]{0,40}",
    turning="(?:samo |razen |tudi )?če|razen|vendar|toda|ampak|čeprav|pod pogojem",
    denying=(
        r"ne (?:\w+ ){0,2}(?:mislim|misli|verjam\w+|pravi|trdi\w*|pomeni|vem|ve)(?: \w+){0,3},? da|"
        r"(?:zanika\w*|dvomi\w*|zavrača\w*|zavrn\w+|nemogoče)(?: \w+){0,4},? da"
    ),
    page_not_found="strani ni mogoče najti",
    page_numbering="stran strani str s od",
    page_lines="oglas; članek se nadaljuje pod oglasom; deli; deli članek; natisni; zaupno; osnutek",
    page_stamps="preneseno s; vse pravice pridržane; nadaljevanje na strani",
    speech=r"dejal\w*|povedal\w*|dodal\w*|zapisal\w*|pojasnil\w*|pravi|poudaril\w*",
    page_labels=r"(?:članek se nadaljuje pod oglasom)",
    page_related="preberite tudi; preberite še; povezani članki; najbolj brano; sorodne vsebine",
    page_not_there=(
        r"(?:stran|članek|vsebina),? ki (?:jo|ga) iščete,? (?:ne|je|več)|iskan\w+ (?:stran|"
        "vsebina) (?:ne|je)"
    ),
)
