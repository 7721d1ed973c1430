"""Filipino."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Filipino",
    codes="fil tl",
    months=(
        "enero ene; pebrero peb; marso; abril abr; mayo; hunyo; hulyo; agosto; setyembre; oktubre okt; "
        "nobyembre; disyembre"
    ),
    numbers=(
        "2 dalawa dalawang; 3 tatlo tatlong; 4 apat; 5 lima limang; 6 anim; 7 pito pitong; 8 walo walong; 9 siyam; "
        "10 sampu sampung"
    ),
    elsewhere="lima hindi",
    amounts="isa isang kalahati",
    magnitudes="1e3 libo libong; 1e6 milyon milyong; 1e9 bilyon bilyong",
    percent="porsiyento",
    roughly="halos",
    negations="hindi wala walang huwag",
    modals="maaari maaaring dapat baka siguro marahil",
    qualifiers="lamang lang halos ilan madalas",
    function_words="ang ng sa mga na at ay ni",
    note_headings="mga sanggunian; mga tala",
    see="tingnan",
    numbered_source="talababa",
    pages="pahina",
    chapters="kabanata",
    times="minuto",
    between_authors="at",
    other_authors=r"et al\.?|at iba pa",
    page_not_found="hindi nahanap ang pahina",
    page_not_there="ang pahinang (?:iyong )?hinahanap",
)
