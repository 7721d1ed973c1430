"""Latvian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Latvian",
    codes="lv",
    months=(
        "janvāris janvārī janv; februāris februārī febr; marts martā; aprīlis aprīlī; maijs maijā; "
        "jūnijs jūnijā jūn; "
        "jūlijs jūlijā jūl; augusts augustā; septembris septembrī; oktobris oktobrī; novembris "
        "novembrī; decembris decembrī"
    ),
    numbers="2 divi divas; 3 trīs; 4 četri; 5 pieci; 6 seši; 7 septiņi; 8 astoņi; 9 deviņi; 10 desmit; 100 simts",
    amounts="viens viena puse",
    magnitudes="1e3 tūkstotis tūkstoši; 1e6 miljons miljoni; 1e9 miljards miljardi",
    percent="procents procenti",
    roughly="gandrīz aptuveni apmēram",
    negations="ne nav nekad neviens nekas bez",
    negative_prefixes="ne bez",
    modals="var varētu jābūt iespējams varbūt",
    qualifiers="tikai gandrīz daži bieži",
    function_words="un ir no uz ar par ka kas tas bija",
    ordinals_have_stops=True,
    note_headings=(
        "atsauces; piezīmes; avoti; literatūra; izmantotā literatūra; literatūras saraksts; avoti un literatūra"
    ),
    accessed="skatīts|aplūkots",
    see=r"sk\.|skat\.|skatīt",
    same_source="turpat",
    earlier_source="minētais darbs",
    numbered_behind=r"atsauc\w*|piezīm\w*|zemsvītras piezīm\w*",
    above="iepriekš",
    below="turpmāk",
    times="minūte",
    pages_behind=r"lpp\.|lapa|lappus\w+",
    paragraphs_behind="punkts|rindkopa",
    chapters_behind=r"nod\.|nodaļa",
    volumes=r"nr\.|sēj\.",
    between_authors="un",
    other_authors=r"u\.\s?c\.?|un citi",
    page_not_found="lapa nav atrasta",
)
