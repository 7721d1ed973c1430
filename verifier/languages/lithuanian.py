"""Lithuanian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Lithuanian",
    codes="lt",
    months=(
        "sausis sausio saus; vasaris vasario vas; kovas kovo kov; balandis balandžio bal; gegužė gegužės geg; "
        "birželis birželio birž; liepa liepos; rugpjūtis rugpjūčio rugp; rugsėjis rugsėjo rugs; spalis spalio spal; "
        "lapkritis lapkričio lapkr; gruodis gruodžio gruod"
    ),
    numbers="2 du dvi; 3 trys; 4 keturi; 5 penki; 6 šeši; 7 septyni; 8 aštuoni; 9 devyni; 10 dešimt; 100 šimtas",
    elsewhere="be du bal",
    amounts="vienas viena pusė",
    magnitudes="1e3 tūkstantis tūkstančiai tūkst; 1e6 milijonas milijonai mln; 1e9 milijardas milijardai mlrd",
    percent="procentas procentai procentų",
    roughly="beveik maždaug apie",
    negations="ne nėra niekada niekas nieko be",
    negative_prefixes="ne be",
    modals="gali galėtų turi privalo galbūt tikriausiai",
    qualifiers="tik beveik dažnai",
    function_words="ir yra iš į su kad kas tai buvo",
    note_headings="išnašos; šaltiniai; nuorodos; literatūra; literatūros sąrašas; šaltiniai ir literatūra",
    accessed="žiūrėta|prieiga",
    see=r"žr\.|plg\.",
    same_source="ten pat",
    earlier_source=r"min(?:ėtas|\.) veik(?:alas)?",
    numbered_source="išnaša",
    numbered_behind=r"išnaš\w+",
    above="aukščiau",
    below="žemiau",
    pages=r"psl\.",
    paragraphs="punktas|pastraipa",
    chapters="skyrius",
    times="minutė",
    pages_behind=r"psl\.",
    volumes=r"nr\.|t\.",
    between_authors="ir",
    other_authors=r"ir kt\.?|ir kiti",
    page_not_found="puslapis nerastas",
    page_not_there=(
        "(?:ieškomas|jūsų ieškomas) (?:puslapis|straipsnis) (?:ne|buvo|jau)|(?:puslapis|"
        "straipsnis),? kurio ieškote,? (?:ne|buvo|jau)"
    ),
)
