"""Norwegian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Norwegian",
    codes="nb nn no",
    archived="arkivert",
    editions=r"utg(?:\.|ave)",
    introductions=r"se (?:også|f\.eks\.)|jf\.?",
    pointers=r"se (?:også|f\.eks\.)|jf\.|for (?:en|et|mer) (?:\w+ )?(?:oversikt|innføring|informasjon)",
    months=(
        "januar jan; februar feb; mars mar; april apr; mai; juni jun; juli jul; august aug; september "
        "sep; oktober okt; "
        "november nov; desember des"
    ),
    numbers=(
        "2 to; 3 tre; 4 fire; 5 fem; 6 seks; 7 syv sju; 8 åtte; 9 ni; 10 ti; 11 elleve; 12 tolv; 13 tretten; "
        "14 fjorten; 15 femten; 16 seksten; 17 sytten; 18 atten; 19 nitten; 20 tjue; 30 tretti; 40 førti; "
        "50 femti; 60 seksti; 70 sytti; 80 åtti; 90 nitti; "
        "100 hundre; 1000 tusen"
        "; 1.5 halvannen halvannet"
    ),
    elsewhere="ni to fire over et ti u",
    joined_numbers="0 og; 1 en ett",
    amounts="et halvparten",
    magnitudes="10 tiår; 1e3 tusen; 1e6 million millioner; 1e9 milliard milliarder",
    percent="prosent",
    roughly="nesten cirka omtrent",
    at_least="mer minst over",
    at_most="mindre høyst",
    between="mellom",
    joining="og eller",
    centuries="århundre(?:t|r)?",
    negations="ikke ikkje aldri ingen intet uten utan verken",
    negative_prefixes="u",
    modals="kan kunne skal skulle må bør kanskje sannsynligvis",
    qualifiers="bare kun nesten noen mange ofte",
    function_words="og at det som en et er av for på med til den har de ikke om var fra i",
    ordinals_have_stops=True,
    note_headings=(
        "noter; fotnoter; referanser; kilder; sluttnoter; litteratur; litteraturliste; kildeliste; "
        "referanseliste; kilder og litteratur; litteraturhenvisninger"
    ),
    note_words="fotnote",
    accessed=(
        "(?:sist )?(?:besøkt|lest|hentet|nedlastet)(?: den)?|(?:sist |senest )?(?:sett|åpnet|konsultert|lastet ned)"
    ),
    and_others=r"m\.\s?fl|med flere",
    no_sites="nr|årg|s",
    site_tails="nr|årg",
    address_cues="tilgjengelig (?:på|fra|via)|lastet ned fra",
    see=r"se|jf\.",
    decided_on="av|av den",
    same_source="smst|sst|samme sted",
    earlier_source=r"anf(?:ørt|\.) verk",
    numbered_source="noter?|fotnoter?",
    above="ovenfor",
    below="nedenfor",
    pages=r"s\.|side(?:ne|r)?",
    paragraphs=r"ledd|pkt\.|punkt",
    sections="avsnitt",
    chapters=r"kap\.?|kapittel",
    lines="linjer?",
    times="minutt(?:er)?",
    at_place="her|på|fra",
    volumes=r"nr\.?|årg\.|bd\.",
    no_date=r"u\.\s?å\.",
    between_authors="og",
    other_authors=r"m\.\s?fl\.?|mfl\.?|et al\.?|og andre|o\.\s?a\.",
    quoted_in="sitert (?:i|etter)|gjengitt i",
    unpublished="under utgivelse|i trykken",
    organisations="departementet|direktoratet|rådet|universitetet|foreningen|utvalget",
    no_authors="tabell|kapittel|vår|høst|krig",
    before_places="i|på",
    speech="sier|sa|forteller|forklarer|skriver|skrev|mener|svarte",
    editors_notes=(
        r"sic|(?:min |vår |forf\.? )?(?:kursiv(?:ering|ert)?|uthev(?:ing|et|elsen?)\w*|understrek(?:ing|et)|"
        r"oversettelse|oversatt)\b[^\])]{0,40}"
    ),
    left_out="utelatt",
    turning=(
        "(?:bare |unntatt |selv )?hvis|med mindre|unntatt|men|bortsett fra|forutsatt|selv om|skjønt|likevel|"
        "såfremt|dersom|så lenge|i tilfelle"
    ),
    denying=(
        r"(?:tror?|trodde|mener|sier|sa|betyr|vet|påstår|lovet)(?: \w+){0,2} (?:ikke|aldri)(?: \w+)?,? (?:at|"
        r"om)|(?:benekt\w*|avvis\w*|avkreft\w*|bestr[ie]d\w*|tvil\w*|usant|umulig|usannsynlig|en myte|"
        r"ikke sant|ing(?:en|et) (?:bevis\w*|tegn|grunn)|ingen \w+)(?: \w+){0,4} at"
    ),
    page_not_found=(
        "siden (?:ble ikke funnet|finnes ikke)"
        "|(?:fant ikke|finner ikke) (?:siden|artikkelen)|(?:siden|artikkelen) (?:finnes ikke|"
        "ble ikke funnet|er fjernet|eksisterer ikke)"
    ),
    page_cut=(
        "for å (?:lese videre|fortsette å lese|lese hele|lese saken)|(?:kun|bare) for abonnenter|bli "
        "abonnent[^.!?]{0,20}les|låst artikkel"
        r"|(?:lest|brukt) (?:alle )?(?:dine|de) (?:\d+ )?gratis(?:artiklene|artikler| artikler| artiklene)"
    ),
    page_cut_words=(
        "lese; abonnent; låst"
        r"; gratis"
    ),
    page_removed="(?:videoen|innlegget|kontoen|innholdet) (?:er )?(?:ikke (?:lenger )?tilgjengelig|slettet|fjernet)",
    page_loading="laster(?: inn)?",
    page_of=r"side \d+ av \d+",
    page_consent_words="samtykke|personopplysninger",
    directions=r"applaus|ler\b|munterhet|bifall|uhørlig",
    page_related="les også; les mer; relaterte saker; mest lest; se også; relatert; flere saker",
    page_comments="kommentarer; legg igjen en kommentar; skriv en kommentar",
    page_numbering="side sider s av",
    page_lines=(
        "annonse; annonser; annonsørinnhold; artikkelen fortsetter under annonsen; saken fortsetter under "
        "annonsen; del; del artikkelen; del saken; skriv ut; abonner; til toppen; konfidensielt; utkast"
    ),
    page_stamps="lastet ned fra; alle rettigheter forbeholdt; fortsetter på side; fortsettes på side",
    page_labels=(
        r"(?:annonse|saken fortsetter (?:under|etter) annonsen|artikkelen fortsetter under "
        r"annonsen)"
    ),
    source_cues="(?:kilder?|her|lenke)",
    invitations="abonner|følg oss|del saken|støtt oss|klikk|skriv til oss|meld deg",
    page_challenge="bekreft at du (?:ikke er en robot|er et menneske)|^et øyeblikk[ .…!]*$",
    page_elsewhere_only=r"ikke (?:være )?tilgjengelig\w* i (?:ditt land|landet ditt|ditt område|din region)",
    page_consent="før du fortsetter|ditt personvern|vi bryr oss om personvernet",
    page_login="^logg (?:inn|på)",
    page_paywall="(?:kun|bare) for abonnenter|bli abonnent|allerede abonnent|for å lese saken",
    page_parked="(?:dette )?domenet? (?:er )?til salgs",
    page_maintenance="under vedlikehold|(?:snart|straks) tilbake",
    page_needs_script="(?:slå på|aktiver) javascript",
    page_not_there=(
        "(?:siden|artikkelen) (?:som )?du (?:leter etter|ser etter|søkte) (?:finnes|ble|kunne|er)"
        "|(?:ikke|dessverre ikke) (?:finne )?(?:siden|artikkelen) du (?:let|søk|prøv)|(?:siden|"
        "artikkelen) du (?:leter|lette|søker|søkte) etter (?:finnes|er|ble|eksisterer)"
    ),
    below_zero="under null|kulde",
    page_age="er du (?:over |fylt )?18|aldersbekreftelse|bekreft (?:din )?alder",
    page_rest="les (?:videre|hele (?:saken|artikkelen))",
    page_abstract="sammendrag",
    decades_behind="-?(?:tallet|årene|åra)",
    parts=(
        "2 halvparten!; 3 tredjedel! tredjedeler; 4 firedel! fjerdedel! fjerdedeler; 5 femtedel! femtedeler; "
        "10 tidel! tidel"
    ),
    out_of="av",
    points="prosentpoeng|prosentenheter",
    currencies=("$ dollar; € euro; £ pund; KRONE krone kroner; ₽ rubler"),
    opposites="økte steg vokste / falt sank minket; økning / nedgang; mer flere / mindre færre",
    around="rundt",
    half_a="en halv",
    short_forms=(
        "dr doktor; prof professor; st sankt; kr kroner; mill millioner million; mrd milliarder "
        "milliard; km kilometer; ca cirka"
    ),
    page_members=r"du må (?:være logget inn|logge inn)",
)
