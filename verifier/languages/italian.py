"""Italian."""

from verifier.languages._language import Language

LANGUAGE = Language(
    name="Italian",
    codes="it",
    elsewhere="due ago set otto",
    months=(
        "gennaio gen; febbraio feb; marzo mar; aprile apr; maggio mag; giugno giu; luglio lug; agosto ago; "
        "settembre set; ottobre ott; novembre nov; dicembre dic"
    ),
    numbers=(
        "2 due; 3 tre; 4 quattro; 5 cinque; 6 sei; 7 sette; 8 otto; 9 nove; 10 dieci; 11 undici; 12 dodici; "
        "13 tredici; 14 quattordici; 15 quindici; 16 sedici; 17 diciassette; 18 diciotto; 19 diciannove; 20 "
        "venti; "
        "30 trenta; 40 quaranta; 50 cinquanta; 60 sessanta; 70 settanta; 80 ottanta; 90 novanta; 100 cento; 1000 mille"
    ),
    joined_numbers=(
        "1 uno un; 3 tré; 20 vent; 30 trent; 40 quarant; 50 cinquant; 60 sessant; 70 settant; 80 "
        "ottant; 90 novant; 1000 mila"
    ),
    amounts="uno",
    magnitudes="10 decennio decenni; 1e3 mila; 1e6 milione milioni; 1e9 miliardo miliardi",
    percent="cento",
    percent_phrases="per cento",
    ordinal_endings="o a º ª",
    roughly="quasi circa",
    at_least="oltre almeno",
    at_most="meno",
    between="tra fra",
    joining="e o",
    centuries="secol[oi]",
    negative_joints="né",
    negations="non no mai nessuno nessuna niente nulla né senza",
    negative_prefixes="in im il ir dis non",
    opposites=(
        "aumentato aumentati aumentata crescita aumento cresciuti cresciuto salito saliti / diminuito "
        "diminuiti calo riduzione calato calati scesi sceso diminuzione; aumentato aumentò aumentati "
        "aumentata aumentate aumenta aumentano cresciuto cresciuta cresciuti cresciute "
        "salita saliti salite / diminuito diminuì diminuiti diminuita diminuite diminuisce diminuiscono calata "
        "calati calate sceso scesa scesi scese; accettata approvata adottata / respinta rifiutata bocciata; aperta "
        "/ chiusa; primo / ultimo; permesso consentito / vietato proibito; aumentato aumentò salito / diminuito "
        "diminuì calato sceso; più / meno; vinto vinse / perso perse; accettato approvato / respinto rifiutato; "
        "aperto / chiuso; maggioranza / minoranza; prima / dopo; aumentata aumentato aumentati aumentate cresciuta "
        "cresciuto salita salito / diminuita diminuito diminuiti diminuite calata calato scesa sceso; aumento "
        "crescita / calo diminuzione; maggiore / minore; aumentarono aumenterà crebbe salì salirono / diminuirono "
        "diminuirà calò calarono scese scesero; accettò approvò approvarono / respinse rifiutò respinsero bocciò; "
        "aprì aprirà / chiuse chiuderà; importazioni / esportazioni; vittoria / sconfitta; nord / sud; consentì "
        "permise / vietò proibì; vinsero / persero"
    ),
    units=(
        "KG chilo chili chilogrammi; TON tonnellata tonnellate; KM chilometro chilometri; METRE metri; CM "
        "centimetri; MILE miglia; HECTARE ettaro ettari; LITRE litri; HOUR ora ore; MINUTE minuti; DAY giorno "
        "giorni; WEEK settimana settimane; MONTH mese mesi; YEAR anno anni"
    ),
    modals="può potrebbe deve dovrebbe forse",
    qualifiers="solo quasi circa alcuni spesso",
    capitals_lose_marks=True,
    titles_of_people=(
        "presidente ministro senatore senatrice sindaco sindaca re regina principe papa vescovo cardinale padre suor "
        "generale colonnello capitano giudice professore professor dottore dottor signor signora conte duca barone san "
        "santa don"
    ),
    function_words="il lo la gli le i un uno una e ed è sono di da del della dei nel nella che in a per con si non",
    opening="il lo la gli le un uno una in nel nella ma e per con questo questa",
    announcing="sig dott avv ecc.es ad.es prof",
    counting="pag pagg vol cap n art fasc",
    note_headings=(
        "note; note a piè di pagina; riferimenti; fonti; note e riferimenti; riferimenti bibliografici; "
        "bibliografia; opere citate; sitografia; bibliografia e sitografia; fonti e bibliografia; "
        "note bibliografiche; note finali"
    ),
    heading_buttons="[modifica]",
    note_words="nota",
    accessed=(
        r"(?:ultima |data di )consultazione(?: il)?|(?:ultimo |data di )accesso(?: il)?|"
        r"(?:consultat|visitat)[oaie](?: per l['’]ultima volta)?(?: il| in data)?|"
        r"(?:ultima |data )?(?:visita|visione|lettura)(?: il)?|data (?:ultimo )?accesso|ultima cons\.|"
        r"(?:consultat|visitat|vist|verificat|lett)[oaie] in data|url consultato il|"
        r"(?:vist|verificat)[oaie](?: il)"
    ),
    archived="archiviato",
    archived_on="il",
    introductions=r"vedi|cfr\.?|(?-i:e)|si veda(?: anche)?|v\. anche|cfr\. anche|(?-i:anche)|fonti(?=\s*:)",
    pointers=(
        r"si veda|si vedano|cfr|vedi|per (?:una|un) (?:panoramica|introduzione|quadro)|per (?:maggiori|"
        r"ulteriori) \w+"
    ),
    decided_on="del",
    same_source="ivi|ibidem",
    named_hereafter=r"d.ora in (?:avanti|poi)|in seguito",
    earlier_source=r"(?:op|art|loc)\.\s?(?:ult\.\s?)?cit|opera citata|(?<=,\s)cit\.(?=\s*(?:,|;|pp?\.|$))",
    numbered_source="not[ae]",
    above="sopra|supra|precedente",
    below="sotto|infra",
    pages=r"pagg?\.|pagin[ae]",
    paragraphs=r"par\.|paragraf[oi]|capovers[oi]|cpv\.",
    sections=r"sez\.|sezione",
    chapters=r"capp?\.|capitol[oi]",
    lines="rig[ah]e?|righe",
    times="minut[oi]",
    at_place=r"qui|alla|a|da|in part\.",
    volumes=r"n\.|fasc\.|anno|vol\.",
    by="di",
    site_cues="su",
    no_sites="n|n°|vol|anno|pag|fasc",
    site_tails="n|n°|nr|vol|anno",
    address_cues="disponibile (?:su|a)|(?:recuperato|tratto) da",
    no_date=r"s\.\s?d\.?|senza data",
    editions=r"edizione",
    edited="a cura di",
    and_others="e altri",
    between_authors="e|ed",
    other_authors=r"et al\.?|e altri|ed altri|e coll\.?|e colleghi",
    quoted_in=r"(?:citat[oa]|(?<!op\. )cit\.) in",
    cited_within=r"(?:citat[oa]|cit\.) da",
    unpublished="in (?:corso di )?stampa|in preparazione|di prossima pubblicazione|inedito",
    organisations=(
        "ministero|banca|consiglio|commissione|istituto|università|agenzia|associazione|organizzazione|"
        "società|fondazione|federazione|autorità|accademia|tribunale|partito|comitato|ufficio"
    ),
    no_authors="tabella|capitolo|appendice|legge|trattato|direttiva|edizione|estate|inverno|tempesta|guerra|dal",
    name_particles="di|del|della|dei|degli|da|lo",
    series="collana",
    before_places="a|nel|nella",
    works="romanzo|libro|canzone|articolo",
    spoken_of="da",
    speech=(
        r"ammett\w+|ammess\w+|ricord\w+|osserv\w+|precis\w+|conclu\w+|insist\w+|scriv\w+|chied\w+|chiest\w+|"
        r"riconosc\w+|sostien\w+|disse|ha detto|dice|afferm\w+|dichiar\w+|spieg\w+|aggiun\w+|raccont\w+|"
        r"scrisse|rispos\w+|"
        r"sottoline\w+"
    ),
    title_words="il e la di da",
    editors_notes=(
        "sic|(?:il |i )?(?:corsivo|corsivi|enfasi|sottolineatur[ae]|grassetto|traduzione|"
        r"evidenziazione)\b[^\])]{0,40}"
    ),
    notes_left_out="(?:not[ae]|citazion[ei]|riferimenti|rinvii)(?: intern[ei]| a piè di pagina)? omess[aei]",
    left_out="omissis|omissione",
    turning=(
        "(?:anche |solo |tranne |salvo |eccetto )?se|tranne|salvo|ma|a meno che|purché|però|tuttavia|eccetto|"
        "sebbene|benché|a condizione|a patto|ad eccezione|anziché|finché|fintanto|qualora|fuorché|a meno di"
    ),
    denying=(
        r"una (?:precedente versione|versione precedente)(?: \w+){0,4} (?:diceva|affermava|riportava|"
        r"indicava)(?: \w+){0,3}|"
        r"non (?:\w+ ){0,2}(?:cred\w+|pens\w+|dic\w+|det\w+|disse|afferm\w+|signific\w+|sa|so|è vero|"
        r"ritien\w+|riten\w+|dimostr\w+|promess\w+|ci sono prove|"
        r"c['’]è (?:alcuna )?prova)(?: \w+){0,4} (?:che|se)|(?:neg(?:a|ò|ato|ano|ava\w*)|smenti\w+|dubit\w+|"
        r"respin\w+|esclu\w+|contest\w+|falso|impossibile|improbabile|un mito|nessuno \w+)(?: \w+){0,4} che"
    ),
    page_not_found=(
        r"pagina non (?:trovata|disponibile|esistente)|"
        r"(?:la )?pagina (?:richiesta )?non (?:esiste|è stata trovata)"
        r"|contenuto non (?:trovato|disponibile)|(?:pagina|articolo|contenuto) (?:rimoss|eliminat|inesistent)\w*"
    ),
    page_consent=(
        "prima di continuare|la tua privacy"
        r"|^informativa\b|noi e (?:le )?(?:terze parti|i nostri (?:\d+ )?partner)"
    ),
    page_login=r"^accedi\b",
    page_paywall="riservato agli abbonati|abbonati per",
    page_parked="domain in vendita",
    page_cut=(
        "per continuare a leggere|continua a leggere con|(?:ti|vi|le) (?:resta|rimane)(?: da leggere)? "
        r"(?:il |l['’])?\d{1,2} ?%|(?:articolo|contenuto) (?:è )?(?:riservato|disponibile solo) (?:agli|"
        "per gli) abbonat|abbonati per (?:leggere|continuare)"
        r"|(?:raggiunto|superato|esaurito) (?:il limite|gli articoli|il numero)[^.!?]{0,25}gratuit|"
        r"(?:hai|avete|ha) letto (?:tutti )?(?:i tuoi|i vostri|gli)[^.!?]{0,15}gratuiti"
        r"|(?:prova|registrati|abbonati)[^.!?]{0,25} e continua a leggere"
    ),
    page_cut_words=(
        "leggere; abbonat; resta; rimane"
        r"; gratuit"
    ),
    page_removed=(
        "(?:questo |questa |il |la )?(?:video|post|contenuto|account|messaggio|canale) (?:non (?:è "
        ")?(?:più )?disponibile|è stat[oa] (?:rimoss|eliminat|sospes|cancellat)[oa]|(?:rimoss|eliminat|"
        "sospes)[oa]|è privat[oa])"
    ),
    page_loading="caricamento[^.!?]{0,20}|attendere",
    page_of=r"pagina \d+ (?:di|/) \d+",
    page_consent_words=r"consenso|partner|dati personali|pubblicità|accett\w+",
    directions=(
        r"applausi|risate|ride\b|ilarità|commenti dai banchi|proteste|mormorii|interruzion[ei]|inaudibile|"
        "incomprensibile"
    ),
    page_related=(
        "leggi anche; leggi di più; articoli correlati; ti potrebbe interessare; potrebbe interessarti; "
        "vedi anche; per approfondire; i più letti; approfondimenti; potrebbe interessarti anche"
        r"; consigliati per te; ti consigliamo"
    ),
    page_comments="commenti; lascia un commento; i commenti dei lettori; lascia una risposta",
    page_numbering="pagina pagine pag p di",
    page_lines=(
        "pubblicità; annuncio; continua a leggere; continua dopo la pubblicità; l'articolo continua dopo la "
        "pubblicità; condividi; condividi questo articolo; stampa; abbonati; iscriviti alla newsletter; torna su; "
        "riservato; bozza"
    ),
    page_stamps=(
        "scaricato da; scaricato il; tutti i diritti riservati; riproduzione riservata; stampato il; continua a "
        "pagina; segue a pagina; segue dalla pagina"
    ),
    page_redirecting=(
        r"(?:sarai|verrai|stai per essere) reindirizzat[oa]|se non (?:vieni|sei) "
        r"reindirizzat[oa]"
    ),
    page_labels=(
        r"(?:pubblicità|annuncio pubblicitario|(?:l['’]articolo )?(?:continua|prosegue) dopo la "
        r"pubblicità|ascolta (?:l['’]|questo )articolo[^\n]{0,30})"
    ),
    source_cues="(?:fonti?|qui)",
    invitations=(
        "(?:foto|immagine|crediti)(?: di)?:|iscriv(?:iti|etevi)|abbonati|"
        "seguici|condividi|sostienici|clicca|scrivici|registrati|ascolta|"
        "scopri (?:di più|tutt[oaei]|le nostre|i nostri)|scarica|accedi|crea un account|chi siamo|contattaci"
    ),
    own_parts=(
        "(?:quest[oa]|il presente|nostr[oa]) (?:articolo|studio|saggio|rapporto|testo|capitolo|"
        r"indagine)|(?:tabella|figura|capitolo|sezione|parte|pagina|p\.) \d+"
    ),
    superlatives=(
        r"(?:il|la|i|le|lo)(?: \w+)? (?:più|meno) \w{3,20}(?: [\w-]+){0,4} (?:del mondo|al mondo|"
        "del paese|della storia|d['’]europa)"
    ),
    page_corrected=(
        r"\b(?:errata corrige|rettifica|correzione|nota della redazione)\s*:"
        r"|\buna versione precedente di questo articolo"
    ),
    page_challenge=(
        "verifica (?:di|che tu) (?:non )?(?:essere|sia) (?:un robot|umano)|^un momento[ .…!]*$"
        r"|(?:che )?non sei un robot|traffico (?:insolito|anomalo)|(?:controllo|verifica) di sicurezza"
    ),
    page_elsewhere_only=(
        r"non (?:è )?disponibil\w+ nel (?:tuo|suo) paese|non (?:è )?disponibil\w+ nella (?:tua|sua) "
        r"(?:regione|area|zona)"
        "|l['’]accesso (?:a questo sito|al sito) è (?:stato )?(?:bloccato|inibito|interdetto)"
    ),
    page_maintenance="(?:in|sito in) manutenzione|torn(?:iamo|eremo) (?:presto|subito|a breve)",
    page_needs_script=r"(?:attiva|abilita)\w* javascript",
    page_not_there=(
        "(?:pagina|articolo|contenuto) (?:che (?:stai cercando|cercavi|hai richiesto)|richiest[oa]|"
        "cercat[oa]) (?:non|è stat)"
    ),
    page_age="(?:hai|ha) (?:più di |compiuto )?18 anni|sei maggiorenne|verifica (?:dell['’])?età",
    below_zero=r"sotto (?:lo )?zero|meno \d",
    page_waiting="troppe richieste|sala d['’]attesa",
    page_rest="leggi (?:tutto|l['’]articolo (?:completo|intero)|il testo (?:completo|integrale))|continua a leggere",
    decades_before="anni|decennio",
    named_centuries=(
        "13 Duecento; 14 Trecento; 15 Quattrocento; 16 Cinquecento; 17 Seicento; 18 Settecento; 19 Ottocento; "
        "20 Novecento"
    ),
    parts="2 metà!; 3 terzo terzi; 4 quarto quarti; 5 quinto quinti; 10 decimo decimi",
    parts_of=r" d(?:i|el|ei|egli|ell[aeo])\b| dell['’]|[.,;:]|$| dal",
    out_of="su",
    points="punti percentuali|punto percentuale|punti",
    currencies=(
        "$ dollaro dollari; € euro; £ sterline; YEN yen; YUAN yuan; ₽ rubli; ₹ rupie; FRANC franchi; "
        "LIRA lire; KRONE corone"
    ),
    around="verso intorno",
    and_half="e mezzo",
    half_a="mezzo",
    ordinals="16 sedicesimo; 17 diciassettesimo; 18 diciottesimo; 19 diciannovesimo; 20 ventesimo",
    short_forms=(
        "dr dottor dottore; dott dottor dottore; prof professor professore; sig signor; s san santo "
        "santa sant; on onorevole; mln milioni; mld miliardi; km chilometri; ing ingegner ingegnere"
    ),
    accents_are_one=True,
    ranks="(?:second|terz|quart)[oa] (?:più|maggiore)",
    first_ranks=r"(?:più (?:grande|antic|alt|lung)\w*|maggiore)",
    page_retracted=(
        r"(?:quest[oa’'] ?)(?:articolo|studio|lavoro|rapporto|pubblicazione|testo) (?:è stat[oa]|è) ritirat[oa]\b"
        r"|articolo ritirato(?=\s*(?:[:\]–—|-]|[.!]?$))|ritrattazione\s*[:–—]"
        r"|\b(?:ritrattazione|articolo (?:ritrattato|ritirato))\s*:"
        r"|\bquesto articolo è stato (?:ritrattato|ritirato)"
    ),
    page_members=r"(?:devi|è necessario|bisogna) (?:effettuare (?:il login|l'accesso)|accedere|essere registrat)",
    parts_by="di un; di due; di tre",
    totals="totale totali somma complesso media altri",
    done_to=(
        r"accus\w+|critic\w+|sconf\w+|batt\w+|elogi\w+|nomin\w+|sostitu\w+|attacc\w+|acquist\w+|avvert\w+|"
        r"ringrazi\w+|arrest\w+|uccis\w*|minacci\w+"
    ),
    done_apart="e|ma|che",
    done_by="da|dal|dalla|dai|dallo",
    instead="invece d(?:i|ei|elle)|anziché",
)
