"""Dutch."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Dutch",
    codes="nl af",
    months=(
        "januari jan; februari feb; maart mrt; april apr; mei; juni jun; juli jul; augustus aug; september sep sept; "
        "oktober okt; november nov; december dec"
    ),
    numbers=(
        "2 twee; 3 drie; 4 vier; 5 vijf; 6 zes; 7 zeven; 8 acht; 9 negen; 10 tien; 11 elf; 12 twaalf; 13 "
        "dertien; 14 veertien; 15 vijftien; 16 zestien; 17 zeventien; 18 achttien; 19 negentien; 20 twintig; "
        "30 dertig; 40 veertig; 50 vijftig; 60 zestig; 70 zeventig; 80 tachtig; 90 negentig; 100 "
        "honderd; 1000 duizend"
        "; 1.5 anderhalf anderhalve; 2.5 tweeënhalf tweeëneenhalf"
    ),
    joined_numbers="0 en ën; 1 een één",
    amounts="een één",
    magnitudes="10 decennium decennia; 1e3 duizend; 1e6 miljoen mln; 1e9 miljard mld",
    percent="procent",
    ordinal_endings="e de ste",
    roughly="ongeveer bijna circa zowat",
    at_least="meer ruim minstens",
    at_most="minder hoogstens tot",
    between="tussen",
    joining="en of",
    centuries="eeuwen|eeuw",
    negative_joints="noch",
    negations="niet geen nooit niemand niets zonder noch",
    negative_prefixes="on in",
    opposites=(
        "steeg stegen gestegen groeide groeiden groei stijging toename / daalde daalden gedaald daling kromp "
        "afname; stijgt toegenomen groeide / daalt afgenomen kromp; goedgekeurd / afgekeurd afgewezen; "
        "eerste / laatste; "
        "toegestaan / verboden; geopend / gesloten; steeg stegen gestegen / daalde daalden gedaald; meer / minder; "
        "won / verloor; aangenomen / verworpen; meerderheid / minderheid; voor / na; toename stijging / afname "
        "daling; hoger / lager; hoogste / laagste; meeste / minste; steeg stegen steeg toenam toenamen groeiden / "
        "daalde daalden afnam afnamen zakte zakten; keurde goedgekeurd aanvaardde aanvaard / verwierp verwierpen "
        "afwees afgewezen; opende openden / sloot sloten; invoer import / uitvoer export; overwinning / nederlaag; "
        "noorden / zuiden; oosten / westen; wonnen / verloren; winst / verlies; overschot / tekort"
    ),
    adjectives_have_capitals=True,
    units=(
        "METRE meter; CM centimeter; MILE mijl; HOUR uur uren; MINUTE minuut minuten; DAY dag dagen; WEEK weken; "
        "MONTH maand maanden; YEAR jaar"
    ),
    modals="kan kunnen zou zouden moet moeten misschien waarschijnlijk mogelijk",
    qualifiers="slechts alleen bijna ongeveer sommige meeste veel vaak soms",
    beginnings="pannekoek pannenkoek; paddestoel paddenstoel; zonnebloem zonnenbloem",
    titles_of_people=(
        "president minister burgemeester koning koningin prins prinses paus bisschop kardinaal pater generaal kolonel "
        "kapitein rechter professor dokter meneer heer mevrouw graaf hertog baron sint"
    ),
    function_words="de het een van en is in op te dat met voor zijn",
    opening="de het een hij zij wij",
    announcing="dhr mevr drs jhr mw bijv m.b.t o.a d.w.z",
    counting="blz hfdst",
    note_headings=(
        "noten; voetnoten; bronnen; referenties; eindnoten; bronvermelding; literatuur; noten en referenties; "
        "verwysings; bronnen, noten en/of referenties; literatuurlijst; referentielijst; bronnenlijst; "
        "geraadpleegde literatuur; geciteerde literatuur; geraadpleegde bronnen; literatuuropgave; "
        "bronnen en literatuur"
    ),
    note_words="voetnoot|noot",
    editions="druk",
    accessed=(
        "(?:laatst )?(?:geraadpleegd|bezocht|bekeken)(?: op)?|laatste raadpleging|"
        "(?:laatst )?(?:opgehaald|gezien|gelezen|gecontroleerd|ingezien)(?: op)?|(?:datum )?raadpleging|"
        "toegang(?: op)?|laatst bezocht op"
    ),
    archived="gearchiveerd",
    archived_on="op",
    introductions=r"zie|vgl\.?|zie ook|(?-i:en)|bron(?:nen)?(?=\s*:)",
    pointers=r"zie|vgl|voor (?:een|meer) (?:\w+ )?(?:overzicht|inleiding|informatie|details)",
    and_others=r"e\.\s?a|en anderen",
    see=r"zie ook|vgl\.",
    decided_on="van",
    same_source="aldaar",
    earlier_source=r"a\.\s?w|t\.\s?a\.\s?p|aangehaald werk",
    numbered_source="noten|noot|voetnoot|voetnoten",
    above="boven|hierboven|supra",
    below="onder|hieronder|infra",
    pages=r"blz\.?|bladzijden?|pagina['’]?s?",
    paragraphs=r"alinea|r\.o\.|ro\.",
    sections=r"paragraaf|afd\.",
    chapters=r"hfdst\.|hfst\.|hoofdstuk(?:ken)?",
    lines="regels?",
    times="minuut|minuten",
    at_place="hier|vanaf|op",
    volumes=r"nr\.|jrg\.|jaargang|afl\.|deel",
    by="door",
    no_sites="nr|jg|jrg|p|blz|afl",
    site_tails="nr|jg|jrg|afl",
    address_cues="beschikbaar (?:op|via)|(?:geraadpleegd|opgehaald) (?:via|van)",
    no_date=r"z\.\s?j\.|z\.\s?d\.",
    between_authors="en",
    other_authors=r"et al\.?|e\.\s?a\.|en anderen|en collega[’\']s",
    quoted_in="(?:geciteerd|aangehaald) in",
    cited_within="(?:geciteerd|aangehaald) door",
    unpublished="in druk|te verschijnen|in voorbereiding|ongepubliceerd",
    organisations=(
        "ministerie|raad|commissie|instituut|universiteit|bureau|vereniging|stichting|autoriteit|centrum|"
        "rechtbank|planbureau|gemeente"
    ),
    no_authors="tabel|figuur|hoofdstuk|bijlage|wet|verdrag|uitgave|lente|zomer|herfst|storm|oorlog|sinds",
    name_particles="van|van de|van der|van den|der|den|ten|ter|te|het|'t",
    series="reeks",
    before_places="te|bij|uit",
    works="boek|artikel|liedje",
    spoken_of="door",
    speech=r"zei|zegt|schreef|verklaarde|vertelt|vertelde|aldus|voegt|voegde|antwoordde|benadrukt\w*",
    title_words="het een van en",
    editors_notes=(
        "sic|(?:mijn |onze |eigen )?(?:cursivering|cursief|nadruk|onderstreping|vetgedrukt|"
        r"vertaling)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:voet)?noten weggelaten|verwijzing(?:en)? weggelaten",
    left_out="weggelaten|ingekort",
    turning=(
        "(?:alleen |behalve |zelfs |tenzij )?als|tenzij|behalve|maar|mits|hoewel|ofschoon|echter|indien|"
        "uitgezonderd|zolang|op voorwaarde"
    ),
    denying=(
        r"een eerdere versie(?: \w+){0,4} (?:stond|zei|meldde)(?: \w+){0,3}|"
        r"(?:geloof\w*|denk\w*|zeg\w*|zei|vind\w*|beweer\w*|betekent|weet|wist|"
        r"beloof\w*)(?: \w+){0,3} (?:niet|nooit|geenszins)(?: \w+)?,? (?:dat|of)|(?:ontken\w*|betwist\w*|"
        r"betwijfel\w*|weerleg\w*|verw[ie]rp\w*|onwaar|onjuist|onmogelijk|onwaarschijnlijk|een mythe|"
        r"niet (?:waar|gezegd)|geen (?:bewijs|reden|aanwijzing\w*)|niemand \w+)(?: \w+){0,4} (?:dat|of)"
    ),
    page_not_found=(
        "pagina niet gevonden|deze pagina bestaat niet"
        "|(?:de |deze )?(?:pagina|artikel)(?: die u zoekt)? (?:bestaat niet|"
        "is niet (?:meer )?(?:gevonden|beschikbaar))|pagina bestaat niet"
    ),
    page_login="^inloggen",
    page_cut=(
        r"om (?:verder te lezen|dit artikel (?:verder |helemaal )?te lezen)|(?:nog|resterende) \d{1,2} "
        "?(?:%|procent)|(?:alleen|exclusief) voor (?:abonnees|leden)"
        r"|(?:je|jouw|uw|alle) (?:\d+ )?gratis artikelen[^.!?]{0,30}(?:gelezen|bereikt|verbruikt)|limiet van[^.!?]{0,10}gratis artikelen"
        r"|(?:probeer|registreer|word lid)[^.!?]{0,25} en lees verder"
    ),
    page_cut_words=(
        "lezen; abonnees; leden; procent"
        r"; gratis"
    ),
    page_removed=(
        "(?:deze |dit |de |het )?(?:video|bericht|inhoud|account|kanaal)(?: is| werd)? (?:niet (?:meer |"
        "langer )?beschikbaar|verwijderd|opgeschort|geschorst|privé)"
    ),
    page_loading="(?:wordt )?laden|even geduld[^.!?]{0,15}|bezig met laden",
    page_of=r"pagina \d+ van \d+",
    page_consent_words="toestemming|persoonsgegevens|advertenties|accepteren",
    directions=r"applaus|gelach|lacht\b|hilariteit|geroffel|onverstaanbaar|rumoer|tromgeroffel|boegeroep",
    page_related=(
        "lees ook; lees meer; lees verder; meer over dit onderwerp; meer over; gerelateerd; "
        "gerelateerde artikelen; bekijk ook; zie ook; meest gelezen; aanbevolen"
    ),
    page_comments="reactie; reacties; laat een reactie achter; plaats een reactie",
    page_numbering="pagina pagina's blz p van",
    page_lines=(
        "advertentie; advertenties; het artikel gaat verder onder de advertentie; tekst gaat verder onder de "
        "advertentie; artikel loopt door onder de advertentie; delen; deel dit artikel; artikel delen; printen; "
        "afdrukken; abonneer; meld je aan voor de nieuwsbrief; naar boven; vertrouwelijk; concept"
    ),
    page_stamps=(
        "gedownload van; gedownload op; alle rechten voorbehouden; afgedrukt op; vervolg op pagina; vervolg van pagina"
    ),
    page_redirecting=(
        r"deze (?:pagina|site|website) is (?:verhuisd|verplaatst)|u wordt (?:automatisch )?doorgestuurd|je "
        r"wordt (?:automatisch )?doorgestuurd"
    ),
    page_labels=(
        r"(?:advertentie|(?:het )?artikel gaat (?:verder )?onder de (?:advertentie|foto|video)(?: "
        r"verder)?|tekst gaat (?:verder|door) onder[^\n]{0,30}|luister naar dit "
        r"artikel[^\n]{0,30})"
    ),
    source_cues="(?:bron(?:nen)?|hier)",
    invitations="(?:abonneer|volg ons|deel dit|steun ons|klik|schrijf (?:je|u) in|meld (?:je|u) aan|doneer|luister)",
    own_parts=(
        "(?:dit|deze|ons|onze) (?:artikel|stuk|essay|rapport|studie|tekst|hoofdstuk|onderzoek)"
        r"|(?:tabel|figuur|hoofdstuk|paragraaf|deel|bijlage|pagina|p\.) \d+"
    ),
    superlatives=(
        r"(?:de|het) \w{2,20}ste(?: [\w-]+){0,4} (?:ter wereld|van de wereld|van het land|ooit|"
        "in europa)"
    ),
    page_corrected=(
        r"\b(?:correctie|rectificatie|noot van de redactie)\s*:"
        r"|\bin een eerdere versie van dit (?:artikel|bericht|stuk)"
    ),
    page_challenge=(
        "(?:bevestig|controleer|verifieer) (?:dat|of) (?:u|je) (?:geen robot|een mens) (?:bent|is)|^een "
        "moment geduld[ .…!]*$"
        r"|beveiligingscontrole|ongebruikelijk verkeer|geen robot bent"
    ),
    page_elsewhere_only="niet (?:beschikbaar|toegankelijk) in (?:uw|jouw|je) (?:land|regio)",
    page_consent=(
        "voordat (?:u|je) (?:verdergaat|doorgaat)|(?:uw|jouw|je) privacy"
        r"|wij en onze (?:\d+ )?partners"
    ),
    page_paywall="(?:alleen|exclusief) voor abonnees|(?:al|reeds) abonnee|word abonnee|neem een abonnement",
    page_parked="(?:deze )?domein(?:naam)? (?:is )?te koop",
    page_needs_script="schakel javascript in",
    page_maintenance="(?:in|wegens|voor) onderhoud|onderhoudswerkzaamheden|(?:zo|snel|straks) (?:weer )?terug",
    page_not_there=(
        r"(?:pagina|artikel) (?:die|dat) (?:u|je) (?:zoekt|zocht|probeert) (?:\w+ ){0,3}(?:bestaat|is|kan|kon|"
        r"werd)"
        r"|(?:kunnen|konden) (?:de|deze) (?:pagina|artikel)[^.]{0,30}niet vinden"
    ),
    page_age="ben (?:je|u) (?:ouder dan |al )?18|leeftijds(?:controle|verificatie)",
    below_zero=r"onder nul|vorst|min \d",
    page_waiting="te veel (?:verzoeken|aanvragen)|wachtkamer|wachtrij",
    page_rest="lees (?:verder|het (?:hele|volledige) (?:artikel|verhaal))",
    page_abstract="samenvatting",
    decades_before="jaren",
    parts="2 helft!; 3 derde; 4 kwart; 5 vijfde; 10 tiende",
    out_of="op de|van de",
    points="procentpunt(?:en)?",
    currencies=(
        "$ dollar dollars; € euro euros; £ pond; YEN yen; YUAN yuan; ₽ roebel; FRANC frank; KRONE kronen; LIRA lira"
    ),
    around="rond omstreeks",
    half_a="een half|half",
    ordinals=(
        "11 elfde; 12 twaalfde; 13 dertiende; 14 veertiende; 15 vijftiende; 16 zestiende; 17 "
        "zeventiende; 18 achttiende; 19 negentiende; 20 twintigste; 21 eenentwintigste"
    ),
    short_forms=(
        "dr doctor; st sint; prof professor; mevr mevrouw; dhr heer; mln miljoen; mld miljard; km "
        "kilometer; burg burgemeester"
    ),
    ranks=("(?:op (?:één|een|twee|drie) na (?:de |het )?|tweede |derde )(?:grootste|hoogste|oudste|langste|kleinste)"),
    first_ranks=r"(?:grootste|hoogste|oudste|langste|kleinste)\b",
    page_retracted=(
        r"(?:dit|deze) (?:artikel|onderzoek|studie|rapport|publicatie|bericht) (?:is|werd) (?:\w+ )?(?:ingetrokken|teruggetrokken)"
        r"|(?:ingetrokken|teruggetrokken)(?: artikel)?(?=\s*(?:[:\]–—|-]|[.!]?$))"
        r"|\b(?:retractie|ingetrokken)\s*:|\bdit (?:artikel|bericht|stuk) is ingetrokken"
    ),
    page_members=r"(?:u|je) moet (?:ingelogd|aangemeld) zijn|log in om (?:deze|dit)",
    totals="totaal som alle gemiddelde overige",
    instead="in plaats van",
)
