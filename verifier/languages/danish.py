"""Danish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Danish",
    codes="da fo",
    editions=r"udg(?:\.|ave)",
    introductions=r"se (?:også|f\.eks\.)|jf\.?|(?-i:og)",
    pointers=r"se (?:også|f\.eks\.)|jf\.|for (?:en|et|mere) (?:\w+ )?(?:oversigt|introduktion|information)",
    months=(
        "januar jan; februar feb; marts mar; april apr; maj; juni jun; juli jul; august aug; september "
        "sep; oktober okt; "
        "november nov; december dec"
    ),
    numbers=(
        "2 to; 3 tre; 4 fire; 5 fem; 6 seks; 7 syv; 8 otte; 9 ni; 10 ti; 11 elleve; 12 tolv; 13 tretten; "
        "14 fjorten; 15 femten; 16 seksten; 17 sytten; 18 atten; 19 nitten; 20 tyve; 30 tredive; 40 fyrre; "
        "50 halvtreds; 70 halvfjerds; 80 firs; 90 halvfems; "
        "100 hundrede; 1000 tusind"
        "; 1.5 halvanden halvandet"
    ),
    elsewhere="ni to fire over et ti u",
    joined_numbers="0 og; 1 en et; 60 tres",
    amounts="et halvdelen",
    magnitudes="10 årti årtier; 1e3 tusind tusinde; 1e6 million millioner mio; 1e9 milliard milliarder mia",
    percent="procent",
    roughly="næsten cirka omkring",
    at_least="mere mindst over",
    at_most="mindre højst",
    between="mellem",
    joining="og eller",
    centuries="århundrede[rt]?",
    negations="ikke ej aldrig ingen intet uden hverken",
    negative_prefixes="u",
    modals="kan kunne skal skulle må bør måske formentlig",
    qualifiers="kun næsten nogle mange ofte",
    function_words="og at det som en et er af for på med til den har de ikke om var fra i",
    ordinals_have_stops=True,
    note_headings=(
        "noter; fodnoter; referencer; kilder; litteratur; litteraturliste; kildeliste; referenceliste; slutnoter; "
        "kilder og litteratur; litteraturfortegnelse"
    ),
    note_words="fodnote",
    accessed=(
        r"(?:senest )?(?:hentet|besøgt|læst|tilgået)(?: den| d\.)?|"
        r"(?:sidst |senest )?(?:set|tilgået|besøgt|åbnet|konsulteret|læst|hentet)"
    ),
    archived="arkiveret",
    and_others=r"m\.\s?fl",
    no_sites="nr|årg|s",
    site_tails="nr|årg",
    address_cues="tilgængelig (?:på|via)|hentet fra",
    see=r"se|jf\.",
    decided_on="af|af den",
    same_source="smst|sst|samme sted",
    earlier_source=r"anf(?:ørt|\.) (?:værk|skr)|a\.\s?st",
    numbered_source="noter?|fodnoter?",
    above="ovenfor",
    below="nedenfor",
    pages=r"s\.|side(?:rne|r)?",
    paragraphs=r"stk\.|pkt\.|punkt",
    sections="afsnit",
    chapters=r"kap\.?|kapitel",
    lines="linjer?",
    times="minut(?:ter)?",
    at_place="her|på|fra",
    volumes=r"nr\.?|årg\.|bd\.",
    no_date=r"u\.\s?å\.",
    between_authors="og",
    other_authors=r"m\.\s?fl\.?|et al\.?|og andre|m\.\s?v\.",
    quoted_in="citeret (?:i|efter)",
    cited_within="her fra",
    unpublished="under udgivelse|i trykken",
    organisations="ministeriet|styrelsen|rådet|universitet|forening|kommissionen",
    no_authors="tabel|kapitel|lov|forår|efterår|krig",
    name_particles="af",
    before_places="i|på",
    speech="siger|sagde|fortæller|forklarer|skriver|skrev|mener|svarede",
    editors_notes=(
        r"sic|(?:min |vores |forf\.? )?(?:kursiv(?:ering|eret)?|fremhævelse|understregning|oversættelse|"
        r"fremhævet)\b[^\])]{0,40}"
    ),
    left_out="udeladt",
    turning="(?:kun |undtagen |selv )?hvis|medmindre|undtagen|men|bortset fra|forudsat|selvom|dog|såfremt|så længe|ifald",
    denying=(
        r"(?:tror?|troede|mener|siger|sagde|betyder|ved|påstår|lovede)(?: \w+){0,2} (?:ikke|"
        r"aldrig)(?: \w+)?,? (?:at|om)|(?:benægt\w*|afvis\w*|betvivl\w*|bestr[ie]d\w*|falsk|usandt|umuligt|"
        r"usandsynligt|en myte|ikke sandt|ing(?:en|et) (?:beviser|bevis|tegn|grund)|ingen \w+)(?: \w+){0,4},? at"
    ),
    page_not_found="siden (?:blev ikke fundet|findes ikke)",
    page_cut=(
        "for at (?:læse videre|fortsætte|læse hele|læse artiklen)|kun for abonnenter|bliv "
        "abonnent[^.!?]{0,20}læs|låst artikel"
        r"|(?:læst|brugt) (?:alle )?(?:dine|jeres) (?:\d+ )?gratis artikler"
    ),
    page_cut_words=(
        "læse; abonnent; fortsætte; låst"
        r"; gratis"
    ),
    page_removed="(?:videoen|opslaget|kontoen|indholdet) (?:er )?(?:ikke (?:længere )?tilgængeligt?|slettet|fjernet)",
    page_loading="indlæser",
    page_of=r"side \d+ af \d+",
    page_consent_words="samtykke|personoplysninger",
    directions=r"bifald|klapsalve\w*|griner\b|munterhed|uhørligt",
    page_related="læs også; læs mere; relaterede artikler; mest læste; se også; relateret",
    page_comments="kommentarer; skriv en kommentar; læserkommentarer",
    page_numbering="side sider s af",
    page_lines=(
        "annonce; annoncer; artiklen fortsætter efter annoncen; artiklen fortsætter under annoncen; del; del "
        "artiklen; del denne artikel; udskriv; abonner; til toppen; fortroligt; udkast"
    ),
    page_stamps="hentet fra; downloadet fra; alle rettigheder forbeholdes; fortsættes på side",
    page_redirecting=r"du (?:bliver|vil blive) (?:automatisk )?(?:omdirigeret|viderestillet)",
    page_labels=r"(?:annonce|artiklen fortsætter (?:under|efter) annoncen)",
    source_cues="(?:kilder?|her)",
    invitations="(?:abonn[ée]r|følg os|del artiklen|støt os|klik|skriv til os|tilmeld dig)",
    page_challenge="bekræft,? at du (?:ikke er en robot|er et menneske)|^et øjeblik[ .…!]*$",
    page_elsewhere_only=r"ikke (?:være )?tilgængelig\w* i dit (?:land|område)",
    page_consent="før du fortsætter|vi værner om dit privatliv|dit privatliv",
    page_login="^log (?:ind|på)",
    page_paywall="kun for abonnenter|bliv abonnent|allerede abonnent",
    page_parked="(?:dette )?domæne(?:t)? er til salg|domæne til salg",
    page_maintenance="(?:snart|straks) tilbage|under vedligeholdelse|lukket på grund af vedligehold",
    page_needs_script="(?:slå javascript til|aktivér javascript)",
    page_not_there=(
        "(?:siden|artiklen),? (?:som )?du (?:leder efter|søger),? (?:findes|blev|kunne|er)"
        "|(?:siden|artiklen) (?:,? )?du (?:leder|ledte|søger) efter (?:findes|er|blev|eksisterer|kunne)"
    ),
    below_zero="under nul|frost",
    page_age="er du (?:over |fyldt )?18|aldersbekræftelse|bekræft din alder",
    page_rest="læs (?:videre|hele (?:artiklen|historien))",
    page_abstract="resumé",
    decades_behind="['’]?erne|-tallet",
    parts="2 halvdelen!; 3 tredjedel! tredjedele; 4 fjerdedel! fjerdedele; 5 femtedel! femtedele; 10 tiendedel!",
    out_of="ud af",
    points="procentpoint",
    currencies=("$ dollar dollars; € euro; £ pund; KRONE krone kroner"),
    opposites="steg voksede øgedes / faldt sank; stigning / fald; mere flere / mindre færre",
    around="omkring",
    half_a="en halv",
    short_forms=(
        "dr doktor; prof professor; sankt sct; kr kroner; mio millioner million; mia milliarder "
        "milliard; km kilometer; ca cirka"
    ),
    page_members=r"du skal (?:være logget ind|logge ind)",
)
