"""Swedish."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Swedish",
    codes="sv",
    editions=r"uppl(?:\.|agan)",
    introductions=r"se (?:även|också)|se|jfr\.?|(?-i:och)",
    pointers=r"se (?:även|också|t\.ex\.)|jfr|för (?:en|mer) (?:\w+ )?(?:översikt|introduktion|information)",
    months=(
        "januari jan; februari feb; mars; april apr; maj; juni jun; juli jul; augusti aug; september sep sept; "
        "oktober okt; november nov; december dec"
    ),
    numbers=(
        "2 två; 3 tre; 4 fyra; 5 fem; 6 sex; 7 sju; 8 åtta; 9 nio; 10 tio; 11 elva; 12 tolv; 13 tretton; 14 "
        "fjorton; 15 femton; 16 sexton; 17 sjutton; 18 arton; 19 nitton; 20 tjugo; 30 trettio; "
        "40 fyrtio; 50 femtio; 60 sextio; 70 sjuttio; 80 åttio; 90 nittio; 100 hundra; 1000 tusen"
    ),
    elsewhere="sex o sexton",
    joined_numbers="1 ett en",
    amounts="ett hälften",
    magnitudes="10 decennium decennier; 1e3 tusen; 1e6 miljon miljoner; 1e9 miljard miljarder",
    percent="procent",
    ordinal_endings="a e",
    roughly="ungefär cirka nästan omkring",
    at_least="mer minst över",
    at_most="mindre högst",
    between="mellan",
    joining="och eller",
    centuries="århundrade[nt]?",
    negations="inte ej icke aldrig ingen inget inga utan ingenting varken",
    negative_prefixes="o in",
    opposites=(
        "ökade ökat steg stigit växte / minskade minskat sjönk sjunkit föll; antog antogs godkände / avslog avslogs"
        " förkastade; vann / förlorade; öppnade / stängde; före / efter; fler mer / färre mindre; majoritet / "
        "minoritet; ökning uppgång / minskning nedgång; högre högsta / lägre lägsta; ökar stiger / minskar sjunker;"
        " öppnas öppnat öppnades / stängs stängt stängdes; godkänt godkändes accepterade antagit / avvisade "
        "avslagit förkastat; vunnit / förlorat; tillåtet tillät / förbjudet förbjöd; import / export; seger / "
        "nederlag; norr norra / söder södra; öster östra / väster västra; första / sista; vinst / förlust; "
        "överskott / underskott"
    ),
    units=("HECTARE hektar; HOUR timmar timme; MINUTE minuter; DAY dagar; WEEK veckor; MONTH månader; YEAR år"),
    modals="kan kunde ska skall skulle måste bör kanske troligen möjligen",
    qualifiers="bara endast nästan några många ofta ibland",
    titles_of_people=(
        "president minister statsminister borgmästare kung drottning prins prinsessa påve biskop general överste kapten"
        " domare professor doktor herr fru fröken greve sankt"
    ),
    function_words="och att det som en ett är av för på med den har de inte om var från i",
    note_headings=(
        "noter; fotnoter; referenser; källor; källförteckning; litteratur; litteraturförteckning; "
        "litteraturlista; referenslista; slutnoter; käll- och litteraturförteckning; noter och referenser"
    ),
    note_words="fotnot",
    accessed=(
        "(?:senast )?(?:hämtad|hämtat|läst|besökt|kontrollerad)(?: den)?|åtkomstdatum|hämtades?|nedladdad|"
        "avläst|(?:senast )?(?:besökt|sedd|läst|öppnad)|besökt"
    ),
    archived="arkiverad",
    and_others=r"m\.\s?fl|med flera",
    see="se|jfr",
    decided_on="den|av den",
    same_source="samma (?:arbete|verk|källa|ställe)",
    earlier_source=r"a\.\s?a(?=\.)|a\.\s?st|anf(?:ört|\.) arb(?:ete)?",
    numbered_source="not(?:er)?|fotnot",
    above="ovan",
    below="nedan",
    pages=r"s\.|sid(?:an|orna|or|a)?\.?",
    paragraphs="stycke|punkt",
    sections="avsnitt",
    chapters=r"kap\.?|kapitel",
    lines="rad(?:er)?",
    times="minut(?:er)?",
    at_place="här|på|från",
    volumes=r"nr\.?|årg\.|bd\.|häfte",
    no_date=r"u\.\s?å\.",
    between_authors="och",
    other_authors=r"m\.\s?fl\.?|mfl\.?|et al\.?|och andra|med flera",
    quoted_in="citerad i",
    cited_within="refererad i|se",
    unpublished="under utgivning|i tryck|kommande",
    organisations=(
        r"\w*(?:departementet|myndigheten|verket|rådet|nämnden|institutet|universitetet|förbundet|"
        "kommissionen)"
    ),
    no_authors="tabell|kapitel|lag|vår|sommar|höst|krig",
    name_particles="af|av",
    no_sites="nr|årg|s",
    site_tails="nr|årg",
    address_cues="tillgänglig(?:t)? (?:på|via)|hämtad från",
    before_places="i|på",
    spoken_of="av",
    speech="säger|sade|sa|berättar|förklarar|skriver|skrev|menar|tillade|svarade",
    editors_notes=(
        r"sic|(?:min |vår |förf\.? )?(?:kursiv(?:ering|eringen|erat)?|betoning|understrykning|fetstil|"
        r"översättning|emfas)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:fot)?noter(?:na)? utelämna(?:de|ts)|hänvisningar utelämnade",
    left_out="utelämnat|uteslutning",
    turning=(
        "(?:endast |bara |utom |även )?om|såvida inte|såvida|utom|men|förutom|förutsatt att|fast|fastän|"
        "även om|dock|däremot|under förutsättning|så länge|ifall|med undantag"
    ),
    denying=(
        r"(?:tror?|trodde|anser|tycker|säger|sade|sa|menar|betyder|vet|påstår|lovade?)(?: \w+){0,2} (?:inte|"
        r"aldrig|ej)(?: \w+)?,? (?:att|om)|(?:förneka\w*|bestr[ie]d\w*|betvivla\w*|tvivla\w*|avvis\w*|"
        r"tillbakavis\w*|falskt|osant|omöjligt|osannolikt|en myt|inte sant|ing(?:a|et|en) (?:bevis|belägg|"
        r"tecken|anledning)|ingen \w+)(?: \w+){0,4} att"
    ),
    page_not_found=(
        "sidan (?:hittades inte|kunde inte hittas|finns inte)"
        "|(?:sidan|artikeln) (?:finns inte|är borttagen|har tagits bort|saknas)|(?:hittade inte|"
        "kunde inte hitta) (?:sidan|artikeln)"
    ),
    page_cut=(
        "för att (?:läsa vidare|fortsätta läsa|läsa hela)|(?:endast|bara|enbart) för (?:våra "
        r")?prenumeranter|bli prenumerant[^.!?]{0,20}läs|låst artikel|återstår \d{1,2} ?(?:%|procent)|\d{1,2} "
        r"?(?:%|procent)[^.!?]{0,20}återstår"
        r"|(?:läst|använt|förbrukat) (?:alla )?(?:dina|era) (?:\d+ )?(?:fria |gratis ?)artiklar"
    ),
    page_cut_words=(
        "läsa; prenumerant; återstår; låst"
        r"; fria artiklar; gratis"
    ),
    page_removed=(
        "(?:videon|inlägget|kontot|innehållet)(?: är| har)? (?:inte (?:längre )?tillgängligt?|tagits "
        "bort|borttagen|borttaget|raderats?|stängts av|avstängt)"
    ),
    page_loading="laddar|läser in",
    page_of=r"sida \d+ av \d+",
    page_consent_words="samtycke|personuppgifter|annonser",
    directions=r"applåder|skratt\w*|ohörbart|bifall|paus\b",
    page_related="läs också; läs även; läs mer; relaterat; relaterade artiklar; mest läst; se också; mer om",
    page_comments="kommentarer; läsarkommentarer; skriv en kommentar; lämna en kommentar",
    page_numbering="sida sidor sid s av",
    page_lines=(
        "annons; annonser; reklam; artikeln fortsätter efter annonsen; artikeln fortsätter under annonsen; dela; "
        "dela artikeln; dela denna artikel; skriv ut; prenumerera; till toppen; konfidentiellt; utkast"
    ),
    page_stamps="nedladdad från; hämtad från; alla rättigheter förbehållna; utskriven; fortsättning på sidan",
    page_redirecting=r"du (?:kommer att )?(?:omdirigeras|skickas vidare)",
    page_labels=r"(?:annons|artikeln fortsätter (?:under|efter) annonsen)",
    dots="prick",
    source_cues="(?:källor|källa|länk)",
    invitations="prenumerera|följ oss|dela|stöd oss|klicka|skriv till oss|anmäl dig|lyssna",
    own_parts=(
        "(?:denna|detta|den här|vår) (?:artikel|text|rapport|studie|uppsats)|(?:tabell|figur|"
        r"kapitel|avsnitt|del|sida|s\.) \d+"
    ),
    superlatives=r"(?:världens|landets|europas|historiens) \w{3,20}sta?",
    page_corrected=(
        r"\b(?:rättelse|redaktionens anmärkning)\s*:"
        r"|\bi en tidigare version av (?:artikeln|texten)"
    ),
    page_challenge=(
        "(?:bekräfta|verifiera) att du (?:inte är en robot|är en människa)|^ett ögonblick[ .…!]*$"
        r"|säkerhetskontroll|ovanlig trafik|(?:du )?inte är en robot"
    ),
    page_elsewhere_only=r"inte (?:vara )?tillgänglig\w* i (?:ditt land|din region|ditt område)",
    page_consent="innan du fortsätter|din integritet|vi värnar om din integritet",
    page_login="^logga in",
    page_paywall="(?:endast|bara|enbart) för prenumeranter|bli prenumerant|redan prenumerant|låst artikel",
    page_parked="(?:denna |den här )?domänen? (?:är )?till salu",
    page_maintenance="under underhåll|(?:snart|strax) tillbaka",
    page_needs_script="(?:aktivera|slå på) javascript",
    page_not_there="(?:sidan|artikeln) (?:som )?du (?:söker|letar efter|försöker nå) (?:finns|kunde|har|är)",
    page_age="är du (?:över |minst )?(?:18|20)|ålderskontroll|bekräfta (?:din )?ålder",
    below_zero="under noll|kallt|köldgrader",
    page_waiting="för många (?:förfrågningar|anrop)",
    page_rest="läs (?:vidare|hela (?:artikeln|texten))",
    page_abstract="sammanfattning",
    decades=(
        "20 tjugotalet; 30 trettiotalet; 40 fyrtiotalet; 50 femtiotalet; 60 sextiotalet; 70 sjuttiotalet; 80 "
        "åttiotalet; 90 nittiotalet"
    ),
    decades_behind="-?tal(?:et|ets)?",
    parts=(
        "2 hälften! hälft!; 3 tredjedel! tredjedelar; 4 fjärdedel! fjärdedelar; 5 femtedel! femtedelar; 10 "
        "tiondel! tiondelar"
    ),
    out_of="av",
    points="procentenhet(?:er)?",
    currencies=("$ dollar; € euro; £ pund; KRONE krona kronor; ₽ rubel; YEN yen; FRANC franc"),
    around="kring omkring",
    half_a="en halv|halv",
    short_forms="dr doktor; prof professor; st sankt; kr kronor; mkr miljoner; km kilometer; ca cirka; tkr tusen",
    ranks="(?:näst|tredje) (?:största|högsta|äldsta|längsta|minsta)",
    first_ranks=r"(?:största|högsta|äldsta|längsta|minsta)\b",
    page_retracted=(
        r"(?:denna|den här|detta) (?:artikel|artikeln|studie|studien|rapport|rapporten|text|texten) (?:har dragits|drogs|är) tillbaka"
        r"|(?:denna|den här) (?:artikel|artikeln|studie|studien|rapport|rapporten) (?:har|är) (?:återkallats|återkallad)"
        r"|(?:tillbakadragen|återkallad)(?: artikel)?(?=\s*(?:[:\]–—|-]|[.!]?$))"
    ),
    page_members=r"du måste (?:vara inloggad|logga in)",
    totals="totalt summa samtliga övriga",
    instead="i stället för|istället för",
)
